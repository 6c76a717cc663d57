/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of keeping somebody else’s form with its answers: to be gone on with when its file is gone, and never over another one. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "model/screening/nw-draft-keeper.h"
#include "model/screening/nw-form-file.h"

#define KEPT "form-answers.json"

typedef struct
{
  char          *folder;
  NwStore       *store;
  NwDraftKeeper *keeper;
  NwScreening   *screening;
} Fixture;

/* The clinic’s form, perhaps with something put in place of something else. */
static NwQuestionnaire *
read_form (const char *from,
           const char *to)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "clinic-form.json",
                                                 NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NwJson) json = NULL;
  g_autofree char *read = NULL;
  NwQuestionnaire *form;

  g_assert_true (g_file_get_contents (path, &read, NULL, NULL));
  g_string_assign (text, read);
  if (from != NULL)
    g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  bytes = g_bytes_new (text->str, text->len);
  json = nw_json_new_from_bytes (bytes, "clinic-form.json", NULL, &error);
  g_assert_no_error (error);
  form = nw_form_file_read (json, &error);
  g_assert_no_error (error);
  return form;
}

static void
begin (Fixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);

  fixture->store = nw_store_new (fixture->folder);
  fixture->keeper = nw_draft_keeper_new_for_forms (fixture->store, clock);
}

static void
walk (Fixture         *fixture,
      NwQuestionnaire *form)
{
  g_clear_object (&fixture->screening);
  fixture->screening = nw_screening_new (form, "en");
  nw_screening_set_source (fixture->screening, "clinic-form.json");
  nw_draft_keeper_set_screening (fixture->keeper, fixture->screening);
}

static void
flush (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nw_draft_keeper_flush (fixture->keeper, &error));
  g_assert_no_error (error);
}

static void
end (Fixture *fixture)
{
  flush (fixture);
  g_clear_object (&fixture->screening);
  g_clear_object (&fixture->keeper);
  g_clear_object (&fixture->store);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("needlewise-XXXXXX", NULL);
  begin (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  flush (fixture);
  nw_store_remove_all (fixture->store, &error);
  g_assert_no_error (error);
  end (fixture);
  g_free (fixture->folder);
}

static void
answer (Fixture *fixture)
{
  NwResponse *response = nw_screening_get_response (fixture->screening);

  nw_screening_choose (fixture->screening, nw_response_find (response, "pain.where"), 1, TRUE);
  nw_screening_type_answer (fixture->screening, nw_response_find (response, "wish"), "To sleep");
}

/* Keeps the answers, as a person asks for it, without the thread of the program. */
static void
save (Fixture *fixture)
{
  answer (fixture);
  g_object_set (fixture->keeper, "following", TRUE, NULL);
  flush (fixture);
  g_object_set (fixture->keeper, "following", FALSE, NULL);
}

static char *
read_kept (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, KEPT, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static void
test_brings_the_form_back (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (NwQuestionnaire) form = read_form (NULL, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, KEPT, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean other_version;
  GStatBuf status;

  walk (fixture, form);
  save (fixture);
  before = nw_screening_write_draft (fixture->screening);
  end (fixture);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  begin (fixture);
  g_assert_true (nw_draft_keeper_is_waiting (fixture->keeper));
  g_assert_cmpstr (nw_draft_keeper_get_source (fixture->keeper), ==, "clinic-form.json");
  g_assert_cmpstr (nw_questionnaire_get_title (nw_draft_keeper_get_form (fixture->keeper)), ==,
                   "Before Your First Visit");
  walk (fixture, nw_draft_keeper_get_form (fixture->keeper));
  g_assert_true (nw_draft_keeper_resume (fixture->keeper, &other_version, &error));
  g_assert_no_error (error);
  g_assert_false (other_version);
  after = nw_screening_write_draft (fixture->screening);
  g_assert_cmpstr (after, ==, before);
  /* What was found in the form when it was opened is known again. */
  g_assert_cmpuint (nw_findings_get_length (nw_questionnaire_get_findings (
                      nw_screening_get_questionnaire (fixture->screening))), ==,
                    nw_findings_get_length (nw_questionnaire_get_findings (form)));
}

static void
test_knows_the_form (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *kept_from;
    const char *kept_to;
    const char *from;
    const char *to;
    gboolean    is_it;
    gboolean    other_version;
  } cases[] = {
    { NULL, NULL, NULL, NULL, TRUE, FALSE },
    { NULL, NULL, "\"3\"", "\"4\"", TRUE, TRUE },
    /* Changed without a new version. */
    { NULL, NULL, "Mid back", "The middle of the back", TRUE, TRUE },
    { NULL, NULL, "first-visit", "second-visit", FALSE, FALSE },
    /* Without a name of its own only the same form is the same. */
    { "\"url\": \"https://clinic.example/forms/first-visit\",", "",
      "\"url\": \"https://clinic.example/forms/first-visit\",", "", TRUE, FALSE },
    { "\"url\": \"https://clinic.example/forms/first-visit\",\n  \"version\": \"3\"",
      "\"version\": \"4\"",
      "\"url\": \"https://clinic.example/forms/first-visit\",", "", FALSE, FALSE },
    { "\"url\": \"https://clinic.example/forms/first-visit\",", "", NULL, NULL, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (NwQuestionnaire) kept = read_form (cases[i].kept_from, cases[i].kept_to);
      g_autoptr (NwQuestionnaire) form = read_form (cases[i].from, cases[i].to);
      g_autoptr (GError) error = NULL;
      gboolean other_version;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      walk (fixture, kept);
      save (fixture);
      end (fixture);
      begin (fixture);
      g_assert_true (nw_draft_keeper_is_waiting_for (fixture->keeper, form) == cases[i].is_it);
      walk (fixture, form);
      if (cases[i].is_it)
        {
          g_assert_true (nw_draft_keeper_resume (fixture->keeper, &other_version, &error));
          g_assert_true (other_version == cases[i].other_version);
          g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 2);
        }
      g_assert_true (nw_draft_keeper_remove (fixture->keeper, &error));
    }
}

/* Also where every answer is to be kept as it is given. */
static void
test_keeps_another_form (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (NwQuestionnaire) form = read_form (NULL, NULL);
  g_autoptr (NwQuestionnaire) other = read_form ("first-visit", "second-visit");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *asked = NULL;

  walk (fixture, form);
  save (fixture);
  before = read_kept (fixture);

  g_object_set (fixture->keeper, "following", TRUE, NULL);
  walk (fixture, other);
  answer (fixture);
  flush (fixture);
  after = read_kept (fixture);
  g_assert_cmpstr (after, ==, before);

  nw_draft_keeper_save (fixture->keeper);
  flush (fixture);
  asked = read_kept (fixture);
  g_assert_nonnull (strstr (asked, "forms/second-visit|3"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_leaving_writes_what_is_left (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (NwQuestionnaire) form = read_form (NULL, NULL);
  g_autofree char *text = NULL;
  NwResponseItem *wish;

  walk (fixture, form);
  save (fixture);
  wish = nw_response_find (nw_screening_get_response (fixture->screening), "wish");
  nw_screening_type_answer (fixture->screening, wish, "To walk");
  nw_draft_keeper_set_screening (fixture->keeper, NULL);
  g_assert_true (nw_draft_keeper_is_waiting (fixture->keeper));
  text = read_kept (fixture);
  g_assert_nonnull (strstr (text, "To walk"));
}

static void
test_the_end_removes (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (NwQuestionnaire) form = read_form (NULL, NULL);
  g_autofree char *text = NULL;

  walk (fixture, form);
  save (fixture);
  nw_screening_show_result (fixture->screening);
  g_assert_cmpint (nw_screening_get_step (fixture->screening), ==, NW_SCREENING_RESULT);
  nw_draft_keeper_set_screening (fixture->keeper, NULL);
  text = read_kept (fixture);
  g_assert_null (text);
  g_assert_false (nw_draft_keeper_has_draft (fixture->keeper));
}

static void
test_sets_a_damaged_form_aside (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char * const changes[][2] = {
    { "\"form\"", "\"from\"" },
    { "\"source\"", "\"sauce\"" },
    { "\"resourceType\": \"Questionnaire\"", "\"resourceType\": \"Patient\"" },
    /* Two questions of one name. */
    { "\"linkId\": \"result.neck.why\"", "\"linkId\": \"wish\"" },
    { "\"type\": \"group\"", "\"type\": \"group" },
  };
  g_autoptr (NwQuestionnaire) form = read_form (NULL, NULL);
  g_autofree char *path = g_build_filename (fixture->folder, KEPT, NULL);
  g_autofree char *previous = g_build_filename (fixture->folder, "form-answers.previous.json",
                                                NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) text = NULL;
      g_autofree char *kept = NULL;

      g_test_message ("%s", changes[i][1]);
      walk (fixture, form);
      save (fixture);
      kept = read_kept (fixture);
      end (fixture);
      text = g_string_new (kept);
      g_assert_cmpuint (g_string_replace (text, changes[i][0], changes[i][1], 1), ==, 1);
      g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
      g_remove (previous);
      begin (fixture);
      g_assert_false (nw_draft_keeper_has_draft (fixture->keeper));
      g_assert_nonnull (strstr (nw_draft_keeper_get_notice (fixture->keeper), ".damaged-"));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_true (nw_draft_keeper_remove (fixture->keeper, &error));
    }
}

/* Each level of a form takes twice as many in what is kept of its answers. */
static void
test_keeps_the_deepest_form (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GString) text =
    g_string_new ("{\"resourceType\":\"Questionnaire\",\"url\":\"urn:deep\",\"status\":\"active\"");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NwJson) json = NULL;
  g_autoptr (NwQuestionnaire) form = NULL;
  const int n_levels = (NW_JSON_MAX_DEPTH - 1) / 2;
  NwResponse *response;

  for (int i = 0; i < n_levels; i++)
    g_string_append_printf (text, ",\"item\":[{\"linkId\":\"q%d\",\"text\":\"q\",\"type\":\"string\"",
                            i);
  for (int i = 0; i < n_levels; i++)
    g_string_append (text, "}]");
  g_string_append_c (text, '}');
  bytes = g_bytes_new (text->str, text->len);
  json = nw_json_new_from_bytes (bytes, "deep.json", NULL, &error);
  g_assert_no_error (error);
  form = nw_form_file_read (json, &error);
  g_assert_no_error (error);

  walk (fixture, form);
  response = nw_screening_get_response (fixture->screening);
  for (int i = 0; i < n_levels; i++)
    {
      g_autofree char *link_id = g_strdup_printf ("q%d", i);

      nw_screening_type_answer (fixture->screening, nw_response_find (response, link_id), "a");
    }
  nw_screening_undo (fixture->screening);
  nw_screening_redo (fixture->screening);
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, (guint) n_levels);
  g_object_set (fixture->keeper, "following", TRUE, NULL);
  end (fixture);
  begin (fixture);
  g_assert_true (nw_draft_keeper_is_waiting_for (fixture->keeper, form));
}

#define ADD(name, function) \
  g_test_add ("/model/form-draft/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("brings-the-form-back", test_brings_the_form_back);
  ADD ("knows-the-form", test_knows_the_form);
  ADD ("keeps-another-form", test_keeps_another_form);
  ADD ("leaving-writes-what-is-left", test_leaving_writes_what_is_left);
  ADD ("the-end-removes", test_the_end_removes);
  ADD ("sets-a-damaged-form-aside", test_sets_a_damaged_form_aside);
  ADD ("keeps-the-deepest-form", test_keeps_the_deepest_form);

  return g_test_run ();
}
