/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the walk through a form: pages, ways on and back, undo, and the words for answers. */

#include "config.h"

#include <string.h>

#include "model/base/nw-content.h"
#include "model/screening/nw-advice.h"
#include "model/screening/nw-answer-text.h"
#include "model/screening/nw-screening.h"
#include "model/screening/nw-sheet.h"
#include "model/screening/nw-summary.h"

#define CODE(c) "{\"valueCoding\":{\"system\":\"s\",\"code\":\"" c "\",\"display\":\"" c "\"}}"
#define EXCLUSIVE \
  "{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive\"," \
  "\"valueBoolean\":true}],\"valueCoding\":{\"system\":\"s\",\"code\":\"none\",\"display\":\"none\"}}"

static const char small_form[] =
  "{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"url\":\"urn:x\",\"version\":\"1\",\"item\":["
  "{\"linkId\":\"a\",\"type\":\"group\",\"text\":\"First\",\"item\":["
  " {\"linkId\":\"hello\",\"type\":\"display\",\"text\":\"Welcome\"},"
  " {\"linkId\":\"q1\",\"type\":\"choice\",\"required\":true,\"text\":\"One?\",\"answerOption\":["
  CODE ("no") "," CODE ("yes") "]},"
  " {\"linkId\":\"q2\",\"type\":\"integer\",\"text\":\"Weeks?\",\"enableWhen\":[{\"question\":\"q1\","
  "\"operator\":\"=\",\"answerCoding\":{\"system\":\"s\",\"code\":\"yes\"}}],\"enableBehavior\":\"any\"}]},"
  "{\"linkId\":\"b\",\"type\":\"choice\",\"repeats\":true,\"required\":true,\"text\":\"Many?\",\"answerOption\":["
  CODE ("x") "," CODE ("y") "," EXCLUSIVE "]},"
  "{\"linkId\":\"c\",\"type\":\"string\",\"text\":\"More?\",\"enableWhen\":[{\"question\":\"b\","
  "\"operator\":\"=\",\"answerCoding\":{\"system\":\"s\",\"code\":\"x\"}}],\"enableBehavior\":\"any\"}]}";

static NwScreening *
make_screening (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (NwQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  questionnaire = nw_questionnaire_new_from_bytes (bytes, "test", &error);
  g_assert_no_error (error);
  return nw_screening_new (questionnaire, NULL);
}

static NwScreening *
make_shipped (void)
{
  g_autoptr (NwQuestionnaire) questionnaire = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bytes = nw_content_load ("screening.json", NULL, &error);
  g_assert_no_error (error);
  questionnaire = nw_questionnaire_new_from_bytes (bytes, "screening.json", &error);
  g_assert_no_error (error);
  return nw_screening_new (questionnaire, "en");
}

static NwResponseItem *
find (NwScreening *screening,
      const char  *link_id)
{
  NwResponseItem *item = nw_response_find (nw_screening_get_response (screening), link_id);

  g_assert_nonnull (item);
  return item;
}

static void
choose (NwScreening *screening,
        const char  *link_id,
        const char  *code)
{
  NwResponseItem *item = find (screening, link_id);
  const NwItem *definition = nw_response_item_get_item (item);

  for (guint i = 0; i < definition->n_options; i++)
    if (g_strcmp0 (nw_value_get_code (definition->options[i].value), code) == 0)
      {
        nw_screening_choose (screening, item, i, TRUE);
        return;
      }
  g_error ("no option %s in %s", code, link_id);
}

static const char *
get_page_id (NwScreening *screening)
{
  g_assert_cmpint (nw_screening_get_step (screening), ==, NW_SCREENING_QUESTIONS);
  return nw_screening_get_page (screening)->link_id;
}

static char *
dup_answers (NwScreening *screening,
             const char  *link_id)
{
  return nw_answer_text_format_all (find (screening, link_id), NULL);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_walks_from_opening_to_result (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);

  g_assert_cmpint (nw_screening_get_step (screening), ==, NW_SCREENING_INTRO);
  g_assert_false (nw_screening_back (screening));
  g_assert_cmpuint (nw_screening_get_n_pages (screening), ==, 2);
  g_assert_true (nw_screening_next (screening));
  g_assert_cmpstr (get_page_id (screening), ==, "a");
  g_assert_cmpuint (nw_screening_get_page_number (screening), ==, 1);

  choose (screening, "q1", "no");
  g_assert_true (nw_screening_next (screening));
  g_assert_cmpstr (get_page_id (screening), ==, "b");
  choose (screening, "b", "none");
  g_assert_true (nw_screening_next (screening));
  g_assert_cmpint (nw_screening_get_step (screening), ==, NW_SCREENING_REVIEW);
  g_assert_true (nw_screening_next (screening));
  g_assert_cmpint (nw_screening_get_step (screening), ==, NW_SCREENING_RESULT);

  g_assert_true (nw_screening_back (screening));
  g_assert_cmpint (nw_screening_get_step (screening), ==, NW_SCREENING_REVIEW);
  g_assert_true (nw_screening_back (screening));
  g_assert_cmpstr (get_page_id (screening), ==, "b");
  g_assert_true (nw_screening_back (screening));
  g_assert_true (nw_screening_back (screening));
  g_assert_cmpint (nw_screening_get_step (screening), ==, NW_SCREENING_INTRO);
  g_assert_cmpuint (nw_screening_count_answers (screening), ==, 2);
}

static void
test_does_not_leave_a_page_that_wants_an_answer (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);
  g_autoptr (GPtrArray) problems = NULL;
  g_autofree char *words = NULL;
  guint tried = 0;

  g_signal_connect_swapped (screening, "tried", G_CALLBACK (count_cb), &tried);
  nw_screening_next (screening);
  g_assert_false (nw_screening_has_tried (screening));
  g_assert_false (nw_screening_next (screening));
  g_assert_cmpuint (tried, ==, 1);
  g_assert_true (nw_screening_has_tried (screening));
  g_assert_cmpstr (get_page_id (screening), ==, "a");

  problems = nw_screening_get_problems (screening, nw_screening_get_page (screening));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_true (problems->pdata[0] == find (screening, "q1"));
  words = nw_screening_dup_problem (screening, find (screening, "q1"));
  g_assert_cmpstr (words, ==, "Please choose an answer.");

  choose (screening, "q1", "no");
  g_assert_true (nw_screening_next (screening));
  g_assert_false (nw_screening_has_tried (screening));
}

static void
test_result_leads_to_what_is_missing (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);

  nw_screening_show_review (screening);
  g_assert_false (nw_screening_show_result (screening));
  g_assert_cmpstr (get_page_id (screening), ==, "a");
  g_assert_true (nw_screening_has_tried (screening));
}

static void
test_says_when_the_number_of_pages_changes (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);

  nw_screening_next (screening);
  choose (screening, "q1", "no");
  nw_screening_next (screening);
  g_assert_cmpint (nw_screening_get_pages_added (screening), ==, 0);
  choose (screening, "b", "x");
  g_assert_cmpuint (nw_screening_get_n_pages (screening), ==, 3);
  g_assert_cmpint (nw_screening_get_pages_added (screening), ==, 1);
  nw_screening_next (screening);
  g_assert_cmpstr (get_page_id (screening), ==, "c");
}

static void
test_exclusive_option_excludes (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);
  g_autofree char *both = NULL;
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;

  choose (screening, "b", "x");
  choose (screening, "b", "y");
  both = dup_answers (screening, "b");
  g_assert_cmpstr (both, ==, "x\ny");
  choose (screening, "b", "none");
  none = dup_answers (screening, "b");
  g_assert_cmpstr (none, ==, "none");
  choose (screening, "b", "y");
  one = dup_answers (screening, "b");
  g_assert_cmpstr (one, ==, "y");

  nw_screening_choose (screening, find (screening, "b"), 1, FALSE);
  g_assert_cmpuint (nw_response_item_get_n_answers (find (screening, "b")), ==, 0);
}

static void
test_undo_and_redo_over_pages (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);
  g_autofree char *answer = NULL;

  g_assert_false (nw_screening_can_undo (screening));
  nw_screening_next (screening);
  choose (screening, "q1", "yes");
  choose (screening, "q1", "yes");
  nw_screening_next (screening);
  choose (screening, "b", "y");

  g_assert_cmpstr (nw_screening_undo (screening)->link_id, ==, "b");
  g_assert_cmpuint (nw_response_item_get_n_answers (find (screening, "b")), ==, 0);
  g_assert_cmpstr (get_page_id (screening), ==, "b");
  g_assert_cmpstr (nw_screening_undo (screening)->link_id, ==, "q1");
  g_assert_cmpstr (get_page_id (screening), ==, "a");
  g_assert_false (nw_screening_can_undo (screening));
  g_assert_null (nw_screening_undo (screening));

  g_assert_cmpstr (nw_screening_redo (screening)->link_id, ==, "q1");
  g_assert_cmpstr (get_page_id (screening), ==, "a");
  g_assert_cmpstr (nw_screening_redo (screening)->link_id, ==, "b");
  g_assert_cmpstr (get_page_id (screening), ==, "b");
  answer = dup_answers (screening, "b");
  g_assert_cmpstr (answer, ==, "y");
  g_assert_false (nw_screening_can_redo (screening));
}

static void
test_typed_letters_are_one_step (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);
  g_autofree char *problem = NULL;
  g_autofree char *typed = NULL;

  nw_screening_next (screening);
  choose (screening, "q1", "yes");
  nw_screening_type_answer (screening, find (screening, "q2"), "1");
  nw_screening_type_answer (screening, find (screening, "q2"), "12");
  nw_screening_undo (screening);
  g_assert_cmpuint (nw_response_item_get_n_answers (find (screening, "q2")), ==, 0);
  nw_screening_redo (screening);

  /* What cannot be read is kept, and is not walked past. */
  nw_screening_type_answer (screening, find (screening, "q2"), "twelve");
  typed = nw_screening_dup_typed (screening, find (screening, "q2"));
  g_assert_cmpstr (typed, ==, "twelve");
  g_assert_false (nw_screening_next (screening));
  problem = nw_screening_dup_problem (screening, find (screening, "q2"));
  g_assert_cmpstr (problem, ==, "Please type a whole number, such as 12.");
  nw_screening_type_answer (screening, find (screening, "q2"), "");
  g_assert_true (nw_screening_next (screening));
}

static void
test_changing_returns_to_the_review (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);

  nw_screening_next (screening);
  choose (screening, "q1", "no");
  nw_screening_next (screening);
  choose (screening, "b", "y");
  nw_screening_next (screening);

  nw_screening_show_page (screening, nw_screening_get_nth_page (screening, 0));
  g_assert_true (nw_screening_is_changing (screening));
  choose (screening, "q1", "yes");
  g_assert_true (nw_screening_next (screening));
  g_assert_cmpint (nw_screening_get_step (screening), ==, NW_SCREENING_REVIEW);
  g_assert_false (nw_screening_is_changing (screening));
}

static void
write_text (NwScreening *screening,
            const char  *link_id,
            gsize        size,
            char         letter)
{
  g_autofree char *text = g_strnfill (size, letter);
  g_autoptr (NwValue) value = nw_value_new_string (text);

  nw_screening_set_answer (screening, find (screening, link_id), value);
}

/* Writes texts in turn, and takes back all that can be. */
static guint
count_steps (gsize size,
             guint n_texts)
{
  static const char form[] =
    "{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"url\":\"urn:x\",\"item\":["
    "{\"linkId\":\"a\",\"type\":\"text\"},{\"linkId\":\"b\",\"type\":\"text\"}]}";
  g_autoptr (NwScreening) screening = make_screening (form);
  g_autofree char *last = NULL;
  g_autofree char *again = NULL;
  guint n_steps = 0;

  nw_screening_next (screening);
  for (guint i = 0; i < n_texts; i++)
    write_text (screening, i % 2 == 0 ? "a" : "b", size, 'a' + i % 26);
  last = nw_screening_write_draft (screening);
  for (; nw_screening_can_undo (screening); n_steps++)
    g_assert_nonnull (nw_screening_undo (screening));
  while (nw_screening_can_redo (screening))
    g_assert_nonnull (nw_screening_redo (screening));
  again = nw_screening_write_draft (screening);
  g_assert_cmpstr (last, ==, again);
  return n_steps;
}

/* So many steps, or as many as 16 MiB hold; and always one, also of more than
 * a document from elsewhere may have. */
static void
test_history_is_bounded (void)
{
  g_assert_cmpuint (count_steps (10, 120), ==, 100);
  g_assert_cmpuint (count_steps (1024 * 1024, 30), ==, 7);
  g_assert_cmpuint (count_steps (9 * 1024 * 1024, 3), ==, 1);
}

/* Answers lie twice as deep as the questions below questions. */
static void
test_undo_of_deep_answers (void)
{
  g_autoptr (GString) form = g_string_new ("{\"resourceType\":\"Questionnaire\",\"status\":\"active\","
                                           "\"url\":\"urn:x\"");
  g_autoptr (NwScreening) screening = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (int i = 0; i < 25; i++)
    g_string_append_printf (form, ",\"item\":[{\"linkId\":\"%d\",\"type\":\"string\"", i);
  for (int i = 0; i < 25; i++)
    g_string_append (form, "}]");
  g_string_append_c (form, '}');
  screening = make_screening (form->str);
  for (int i = 0; i < 25; i++)
    {
      g_autofree char *link_id = g_strdup_printf ("%d", i);

      write_text (screening, link_id, 1, 'x');
    }
  before = nw_screening_write_draft (screening);
  write_text (screening, "3", 1, 'y');
  g_assert_cmpstr (nw_screening_undo (screening)->link_id, ==, "3");
  after = nw_screening_write_draft (screening);
  g_assert_cmpstr (before, ==, after);
}

static void
test_start_again_can_be_undone_and_forgetting_cannot (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);

  nw_screening_next (screening);
  choose (screening, "q1", "no");
  nw_screening_start_again (screening);
  g_assert_cmpuint (nw_screening_count_answers (screening), ==, 0);
  g_assert_cmpint (nw_screening_get_step (screening), ==, NW_SCREENING_INTRO);
  nw_screening_undo (screening);
  g_assert_cmpuint (nw_screening_count_answers (screening), ==, 1);
  g_assert_cmpstr (get_page_id (screening), ==, "a");

  nw_screening_forget (screening);
  g_assert_cmpuint (nw_screening_count_answers (screening), ==, 0);
  g_assert_false (nw_screening_can_undo (screening));
  g_assert_false (nw_screening_can_redo (screening));
}

static void
test_opening_is_said_once (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);
  g_autoptr (GPtrArray) opening = nw_screening_get_opening (screening);

  g_assert_cmpuint (opening->len, ==, 1);
  g_assert_cmpstr (((const NwItem *) opening->pdata[0])->link_id, ==, "hello");
}

static void
test_draft_is_resumed_where_it_stopped (void)
{
  g_autoptr (NwScreening) first = make_screening (small_form);
  g_autoptr (NwScreening) second = make_screening (small_form);
  g_autofree char *draft = NULL;
  g_autofree char *answer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NwJson) json = NULL;
  g_autoptr (GError) error = NULL;

  nw_screening_next (first);
  choose (first, "q1", "yes");
  draft = nw_screening_write_draft (first);
  bytes = g_bytes_new (draft, strlen (draft));
  json = nw_json_new_from_bytes (bytes, "draft", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (nw_screening_resume (second, json, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (get_page_id (second), ==, "b");
  answer = dup_answers (second, "q1");
  g_assert_cmpstr (answer, ==, "yes");
}

static void
test_summary_lists_what_is_asked (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);
  g_autoptr (NwSummary) summary = NULL;
  const NwSummaryEntry *entry;

  choose (screening, "q1", "yes");
  summary = nw_summary_new (screening);
  g_assert_cmpuint (nw_summary_get_n (summary), ==, 3);
  g_assert_cmpuint (nw_summary_get_n_wanting (summary), ==, 1);
  entry = nw_summary_get (summary, 0);
  g_assert_cmpstr (entry->question, ==, "One?");
  g_assert_cmpstr (entry->answer, ==, "yes");
  g_assert_cmpstr (entry->section, ==, "First");
  g_assert_false (entry->wanting);
  entry = nw_summary_get (summary, 1);
  g_assert_null (entry->answer);
  g_assert_false (entry->wanting);
  entry = nw_summary_get (summary, 2);
  g_assert_true (entry->wanting);
  g_assert_true (entry == nw_summary_get (summary, 2));
}

static void
test_summary_knows_pages (void)
{
  g_autoptr (NwScreening) screening = make_screening (small_form);
  g_autoptr (NwSummary) summary = NULL;
  guint first;
  guint n;

  choose (screening, "q1", "yes");
  choose (screening, "b", "x");
  summary = nw_summary_new (screening);
  g_assert_cmpuint (nw_summary_get_n_wanting (summary), ==, 0);
  g_assert_cmpuint (nw_summary_get_n_pages (summary), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const NwItem *page = nw_summary_get_page (summary, i, &first, &n);

      g_assert_true (page == nw_screening_get_nth_page (screening, i));
      g_assert_cmpuint (first, ==, i == 0 ? 0 : i + 1);
      g_assert_cmpuint (n, ==, i == 0 ? 2 : 1);
      g_assert_cmpint (nw_summary_find (summary, page), ==, (int) first);
      for (guint j = first; j < first + n; j++)
        g_assert_true (nw_summary_get (summary, j)->page == page);
    }
  g_assert_cmpint (nw_summary_find (summary, find (screening, "q2")), ==, 1);
  g_assert_cmpint (nw_summary_find (summary, find (screening, "a")), ==, -1);
}

static const char repeating_form[] =
  "{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"item\":["
  "{\"linkId\":\"g\",\"type\":\"group\",\"repeats\":true,\"text\":\"Medicine\",\"item\":["
  " {\"linkId\":\"name\",\"type\":\"string\",\"text\":\"Its name\"}]},"
  "{\"linkId\":\"said\",\"type\":\"display\",\"text\":\"And now\"},"
  "{\"linkId\":\"last\",\"type\":\"string\",\"required\":true,\"text\":\"Last?\"}]}";

/* What was not asked for while it could be said is not sought where it may be gone. */
static void
test_summary_is_of_the_moment (void)
{
  g_autoptr (NwScreening) screening = make_screening (repeating_form);
  g_autoptr (NwSummary) summary = NULL;
  NwResponseItem *second;
  const NwSummaryEntry *entry;

  second = nw_screening_add_repetition (screening, find (screening, "g"));
  nw_screening_type_answer (screening, nw_response_item_get_first_child (second, 0), "Second");
  summary = nw_summary_new (screening);
  g_assert_cmpuint (nw_summary_get_n (summary), ==, 3);
  g_assert_cmpuint (nw_summary_get_n_wanting (summary), ==, 1);
  g_assert_cmpuint (nw_summary_get_n_pages (summary), ==, 2);
  entry = nw_summary_get (summary, 0);
  g_assert_cmpstr (entry->group, ==, "Medicine 1 of 2");

  nw_screening_remove_repetition (screening, second);
  g_assert_true (entry == nw_summary_get (summary, 0));
  g_assert_cmpstr (entry->group, ==, "Medicine 1 of 2");
  entry = nw_summary_get (summary, 1);
  g_assert_cmpstr (entry->question, ==, "Its name");
  g_assert_null (entry->group);
  g_assert_null (entry->answer);
}

/* Undo and beginning anew replace all instances while the old words are still shown. */
static void
test_summary_outlives_the_answers (void)
{
  g_autoptr (NwScreening) screening = make_screening (repeating_form);
  g_autoptr (NwSummary) summary = NULL;
  NwSummaryEntry *entry;

  nw_screening_type_answer (screening, find (screening, "last"), "Said");
  summary = nw_summary_new (screening);
  nw_screening_start_again (screening);
  entry = nw_summary_entry_ref (nw_summary_get (summary, 1));
  g_clear_pointer (&summary, nw_summary_unref);
  g_assert_cmpstr (entry->answer, ==, "Said");
  nw_summary_entry_unref (entry);
}

/* The reassuring answer to everything that the shipped form asks at first. */
static void
answer_shipped (NwScreening *screening)
{
  choose (screening, "intro.who", "self");
  choose (screening, "intro.under18", "N");
  choose (screening, "signs.any", "none");
  choose (screening, "checks.any", "none");
  choose (screening, "pregnancy.has", "N");
  choose (screening, "device.has", "N");
  choose (screening, "implants.has", "N");
  choose (screening, "other.any", "none");
}

static NwOutcomeLevel
get_level (NwScreening *screening)
{
  g_autoptr (NwOutcome) outcome = nw_response_get_outcome (nw_screening_get_response (screening));

  return outcome != NULL ? outcome->level : NW_OUTCOME_NONE;
}

static void
test_shipped_form_has_its_pages (void)
{
  g_autoptr (NwScreening) screening = make_shipped ();
  g_autoptr (GPtrArray) opening = nw_screening_get_opening (screening);
  const char *pages[] = {
    "intro", "signs", "checks", "pregnancy", "device", "implants", "other",
  };

  g_assert_cmpuint (opening->len, >, 0);
  g_assert_cmpuint (nw_screening_get_n_pages (screening), ==, G_N_ELEMENTS (pages));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_cmpstr (nw_screening_get_nth_page (screening, i)->link_id, ==, pages[i]);
  g_assert_cmpstr (nw_screening_get_lead (screening,
                                          nw_screening_get_nth_page (screening, 3))->link_id,
                   ==, "pregnancy.has");
}

static void
test_shipped_form_reaches_each_level (void)
{
  g_autoptr (NwScreening) screening = make_shipped ();
  g_autoptr (GPtrArray) always = NULL;
  g_autofree char *title = NULL;

  answer_shipped (screening);
  g_assert_cmpint (get_level (screening), ==, NW_OUTCOME_NOTHING_FOUND);
  choose (screening, "other.any", "diabetes");
  g_assert_cmpint (get_level (screening), ==, NW_OUTCOME_TELL);
  choose (screening, "device.has", "Y");
  choose (screening, "device.kind", "pacemaker");
  g_assert_cmpint (get_level (screening), ==, NW_OUTCOME_ASK_FIRST);
  choose (screening, "checks.any", "fever");
  g_assert_cmpint (get_level (screening), ==, NW_OUTCOME_ADVICE_SOON);
  choose (screening, "signs.any", "chest");
  g_assert_cmpint (get_level (screening), ==, NW_OUTCOME_HELP_NOW);
  nw_screening_show_review (screening);
  g_assert_true (nw_screening_show_result (screening));

  always = nw_advice_get_always (screening, &title);
  g_assert_nonnull (title);
  g_assert_cmpuint (always->len, >, 8);
  g_assert_false (((NwAlways *) always->pdata[0])->bullet);
  g_assert_true (((NwAlways *) always->pdata[1])->bullet);
  g_assert_false (((NwAlways *) always->pdata[always->len - 1])->bullet);
}

static void
test_advice_has_its_four_parts (void)
{
  g_autoptr (NwScreening) screening = make_shipped ();
  g_autoptr (GPtrArray) advice = NULL;
  g_autoptr (GPtrArray) below = NULL;
  g_autofree char *intro = NULL;
  const NwAdvice *device;

  answer_shipped (screening);
  choose (screening, "other.any", "diabetes");
  choose (screening, "device.has", "Y");
  choose (screening, "device.kind", "pacemaker");
  advice = nw_advice_list (screening, NW_OUTCOME_ASK_FIRST);
  below = nw_advice_list_below (screening, NW_OUTCOME_ASK_FIRST);
  intro = nw_advice_dup_intro (screening, NW_OUTCOME_ASK_FIRST);

  g_assert_nonnull (intro);
  g_assert_cmpuint (advice->len, ==, 1);
  device = advice->pdata[0];
  g_assert_cmpstr (device->link_id, ==, "advice.device");
  g_assert_nonnull (strstr (device->said, "pacemaker"));
  g_assert_nonnull (device->why);
  g_assert_nonnull (device->todo);
  g_assert_nonnull (strstr (device->say, "NO ELECTRICAL STIMULATION"));
  g_assert_cmpuint (below->len, ==, 1);
  g_assert_cmpstr (((NwAdvice *) below->pdata[0])->link_id, ==, "advice.diabetes");
}

static char *
dup_sheet_text (NwScreening *screening,
                NwPlan      *plan)
{
  g_autoptr (NwInsuranceGuide) guide = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 3, 21, 9, 0, 0);
  g_autoptr (GPtrArray) sheet = NULL;
  g_autoptr (GError) error = NULL;

  guide = nw_insurance_guide_load (&error);
  g_assert_no_error (error);
  sheet = nw_sheet_new (screening, plan, guide, now);
  return nw_sheet_dup_text (sheet);
}

static void
test_sheet_says_what_to_take_along (void)
{
  g_autoptr (NwScreening) screening = make_shipped ();
  g_autoptr (NwClock) clock = nw_clock_new ();
  g_autoptr (NwPlan) plan = nw_plan_new (clock);
  g_autofree char *text = NULL;
  g_autofree char *with_plan = NULL;
  g_autofree char *help = NULL;

  answer_shipped (screening);
  choose (screening, "device.has", "Y");
  choose (screening, "device.kind", "pacemaker");
  text = dup_sheet_text (screening, plan);
  g_assert_nonnull (strstr (text, "21 March 2026"));
  g_assert_nonnull (strstr (text, "Ask First"));
  g_assert_nonnull (strstr (text, "NO ELECTRICAL STIMULATION"));
  g_assert_nonnull (strstr (text, "Do you use electric current with the needles?"));
  g_assert_null (strstr (text, "How were you trained to treat people in pregnancy?"));
  g_assert_null (strstr (text, "Licence and Insurance"));
  g_assert_nonnull (strstr (text, "This does not replace advice from someone who knows you."));

  nw_plan_set_text (plan, NW_PLAN_NUMBER, "AC-12345");
  with_plan = dup_sheet_text (screening, plan);
  g_assert_nonnull (strstr (with_plan, "Licence number: AC-12345"));

  choose (screening, "signs.any", "chest");
  help = dup_sheet_text (screening, plan);
  g_assert_nonnull (strstr (help, "Get Help Now"));
  g_assert_null (strstr (help, "Licence number"));
  g_assert_null (strstr (help, "Questions to Ask"));
}

static void
test_help_now_stands_alone (void)
{
  g_autoptr (NwScreening) screening = make_shipped ();
  g_autoptr (GPtrArray) below = NULL;

  answer_shipped (screening);
  choose (screening, "other.any", "diabetes");
  choose (screening, "signs.any", "chest");
  below = nw_advice_list_below (screening, NW_OUTCOME_HELP_NOW);
  g_assert_cmpuint (below->len, ==, 0);
}

/* Random walks: no step is a dead end, nothing is lost by going to and fro,
 * and undoing everything leads back to the beginning. */
static void
test_random_walks (void)
{
  for (int round = 0; round < 60; round++)
    {
      g_autoptr (NwScreening) screening = make_shipped ();
      g_autofree char *empty = nw_screening_write_draft (screening);
      g_autofree char *undone = NULL;

      for (int step = 0; step < 60; step++)
        {
          guint n_items;
          const NwItem *items =
            nw_questionnaire_get_items (nw_screening_get_questionnaire (screening), &n_items);
          const NwItem *item = &items[g_test_rand_int_range (0, (int) n_items)];
          g_autofree char *before = NULL;
          g_autofree char *after = NULL;

          if (item->n_options > 0 && !item->read_only)
            nw_screening_choose (screening, find (screening, item->link_id),
                                 (guint) g_test_rand_int_range (0, (int) item->n_options),
                                 g_test_rand_bit ());
          before = nw_screening_write_draft (screening);
          if (!nw_screening_next (screening))
            g_assert_true (nw_screening_has_tried (screening)
                           || nw_screening_get_step (screening) == NW_SCREENING_RESULT);
          if (g_test_rand_int_range (0, 3) == 0)
            nw_screening_back (screening);
          if (nw_screening_can_undo (screening) && g_test_rand_int_range (0, 4) == 0)
            {
              nw_screening_undo (screening);
              nw_screening_redo (screening);
            }
          after = nw_screening_write_draft (screening);
          g_assert_cmpstr (before, ==, after);
        }

      while (nw_screening_can_undo (screening))
        nw_screening_undo (screening);
      undone = nw_screening_write_draft (screening);
      g_assert_cmpstr (undone, ==, empty);
    }
}

static void
test_words_for_answers (void)
{
  NwItem item = { .type = NW_ITEM_DATE };
  g_autoptr (NwValue) date = nw_answer_text_parse (&item, "2026-12-03", NULL);
  g_autofree char *words = NULL;
  char *problem = NULL;

  g_assert_nonnull (date);
  words = nw_answer_text_format (&item, date, NULL);
  g_assert_cmpstr (words, ==, "3 December 2026");

  g_assert_null (nw_answer_text_parse (&item, "next week", &problem));
  g_assert_nonnull (problem);
  g_clear_pointer (&problem, g_free);

  item.type = NW_ITEM_INTEGER;
  g_assert_null (nw_answer_text_parse (&item, "  ", &problem));
  g_assert_null (problem);
}

/* In one line, as where several are asked for. Months go by the C locale. */
static void
test_words_for_moments (void)
{
  static const struct
  {
    const char *typed;
    const char *words;
    const char *typed_again;
  } cases[] = {
    { "2026-03-02 14:30", "2 March 2026, 14:30", "03/02/2026 14:30" },
    { "2 March 2026 2:30 pm", "2 March 2026, 14:30", "03/02/2026 14:30" },
    { "3/2/2026 9", "2 March 2026, 09:00", "03/02/2026 09:00" },
    { "3/2/2026", "2 March 2026", "03/02/2026" },
    { "2026-03", "March 2026", "2026-03" },
    { "2026", "2026", "2026" },
    { "2 March", NULL, NULL },
    { "3/2/2026 25:00", NULL, NULL },
  };
  const NwItem item = { .type = NW_ITEM_DATE_TIME };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NwValue) value = nw_answer_text_parse (&item, cases[i].typed, NULL);
      g_autofree char *words = NULL;
      g_autofree char *again = NULL;

      g_test_message ("%s", cases[i].typed);
      g_assert_true ((value != NULL) == (cases[i].words != NULL));
      if (value == NULL)
        continue;
      words = nw_answer_text_format (&item, value, NULL);
      again = nw_answer_text_unparse (&item, value);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (again, ==, cases[i].typed_again);
    }
}

static void
test_words_for_limits (void)
{
  static const struct
  {
    const char *limits;
    const char *hint;
  } cases[] = {
    { "", NULL },
    { ", {'url': 'http://hl7.org/fhir/StructureDefinition/minValue', 'valueInteger': 2}",
      "2 weeks or more" },
    { ", {'url': 'http://hl7.org/fhir/StructureDefinition/minValue', 'valueInteger': 2},"
      "  {'url': 'http://hl7.org/fhir/StructureDefinition/maxValue', 'valueInteger': 42}",
      "From 2 to 42 weeks" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *form = g_strdup_printf (
        "{'resourceType': 'Questionnaire', 'status': 'draft', 'item': [{'linkId': 'n',"
        " 'text': 'How long?', 'type': 'integer', 'extension': ["
        "  {'url': 'http://hl7.org/fhir/StructureDefinition/questionnaire-unit',"
        "   'valueCoding': {'code': 'wk', 'display': 'weeks'}}%s]}]}",
        cases[i].limits);
      g_autoptr (NwScreening) screening = make_screening (g_strdelimit (form, "'", '"'));
      g_autofree char *hint = NULL;

      nw_screening_next (screening);
      hint = nw_answer_text_dup_hint (nw_screening_get_page (screening));
      g_assert_cmpstr (hint, ==, cases[i].hint);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/screening/walks-from-opening-to-result",
                   test_walks_from_opening_to_result);
  g_test_add_func ("/model/screening/does-not-leave-a-page-that-wants-an-answer",
                   test_does_not_leave_a_page_that_wants_an_answer);
  g_test_add_func ("/model/screening/result-leads-to-what-is-missing",
                   test_result_leads_to_what_is_missing);
  g_test_add_func ("/model/screening/says-when-the-number-of-pages-changes",
                   test_says_when_the_number_of_pages_changes);
  g_test_add_func ("/model/screening/exclusive-option-excludes", test_exclusive_option_excludes);
  g_test_add_func ("/model/screening/undo-and-redo-over-pages", test_undo_and_redo_over_pages);
  g_test_add_func ("/model/screening/typed-letters-are-one-step", test_typed_letters_are_one_step);
  g_test_add_func ("/model/screening/changing-returns-to-the-review",
                   test_changing_returns_to_the_review);
  g_test_add_func ("/model/screening/history-is-bounded", test_history_is_bounded);
  g_test_add_func ("/model/screening/undo-of-deep-answers", test_undo_of_deep_answers);
  g_test_add_func ("/model/screening/start-again-can-be-undone-and-forgetting-cannot",
                   test_start_again_can_be_undone_and_forgetting_cannot);
  g_test_add_func ("/model/screening/opening-is-said-once", test_opening_is_said_once);
  g_test_add_func ("/model/screening/draft-is-resumed-where-it-stopped",
                   test_draft_is_resumed_where_it_stopped);
  g_test_add_func ("/model/screening/summary-lists-what-is-asked",
                   test_summary_lists_what_is_asked);
  g_test_add_func ("/model/screening/summary-knows-pages", test_summary_knows_pages);
  g_test_add_func ("/model/screening/summary-is-of-the-moment", test_summary_is_of_the_moment);
  g_test_add_func ("/model/screening/summary-outlives-the-answers",
                   test_summary_outlives_the_answers);
  g_test_add_func ("/model/screening/shipped-form-has-its-pages",
                   test_shipped_form_has_its_pages);
  g_test_add_func ("/model/screening/shipped-form-reaches-each-level",
                   test_shipped_form_reaches_each_level);
  g_test_add_func ("/model/screening/advice-has-its-four-parts", test_advice_has_its_four_parts);
  g_test_add_func ("/model/screening/sheet-says-what-to-take-along",
                   test_sheet_says_what_to_take_along);
  g_test_add_func ("/model/screening/help-now-stands-alone", test_help_now_stands_alone);
  g_test_add_func ("/model/screening/random-walks", test_random_walks);
  g_test_add_func ("/model/screening/words-for-answers", test_words_for_answers);
  g_test_add_func ("/model/screening/words-for-limits", test_words_for_limits);
  g_test_add_func ("/model/screening/words-for-moments", test_words_for_moments);

  return g_test_run ();
}
