/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of each control of the wizard: its name, its answer, its errors, and that nothing typed is lost. */

#include "config.h"

#include <gtk/gtk.h>

#include "model/screening/nw-answer-text.h"
#include "view/screening/nw-answer-group.h"
#include "view/screening/nw-choice-field.h"
#include "view/screening/nw-date-field.h"
#include "view/screening/nw-drop-field.h"
#include "view/screening/nw-entry-field.h"
#include "view/screening/nw-markup.h"
#include "view/screening/nw-no-field.h"
#include "view/screening/nw-question.h"
#include "view/screening/nw-repeat-field.h"
#include "view/screening/nw-screening-page.h"
#include "view/screening/nw-section.h"
#include "view/screening/nw-slider-field.h"
#include "view/screening/nw-text-field.h"

typedef struct
{
  GtkWidget       *window;
  NwScreeningPage *page;
  NwScreening     *screening;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "every-control.json",
                                                 NULL);
  g_autoptr (NwQuestionnaire) questionnaire = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new (text, length);
  questionnaire = nw_questionnaire_new_from_bytes (bytes, "every-control.json", &error);
  g_assert_no_error (error);

  fixture->screening = nw_screening_new (questionnaire, NULL);
  fixture->page = NW_SCREENING_PAGE (nw_screening_page_new ());
  nw_screening_page_set_screening (fixture->page, fixture->screening);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_finalize_object (fixture->screening);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type,
           guint     *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (GtkWidget *within,
      GType      type,
      guint      n)
{
  GtkWidget *found = find_type (within, type, &n);

  g_assert_nonnull (found);
  return found;
}

static NwQuestion *
find_question (GtkWidget  *widget,
               const char *link_id)
{
  for (guint i = 0;; i++)
    {
      NwQuestion *question = NW_QUESTION (find (widget, NW_TYPE_QUESTION, i));
      NwResponseItem *item = nw_question_get_item (question);

      if (g_str_equal (nw_response_item_get_item (item)->link_id, link_id))
        return question;
    }
}

/* The control of a question, on the page that it is on. */
static GtkWidget *
get_field (Fixture    *fixture,
           const char *link_id,
           GType       type)
{
  NwQuestionnaire *questionnaire = nw_screening_get_questionnaire (fixture->screening);
  const NwItem *page = nw_questionnaire_find (questionnaire, link_id);
  NwField *field;

  while (page->parent != NULL)
    page = page->parent;
  if (nw_screening_get_step (fixture->screening) != NW_SCREENING_QUESTIONS
      || nw_screening_get_page (fixture->screening) != page)
    nw_screening_show_page (fixture->screening, page);
  settle ();
  field = nw_question_get_field (find_question (GTK_WIDGET (fixture->page), link_id));
  g_assert_true (G_TYPE_CHECK_INSTANCE_TYPE (field, type));
  return GTK_WIDGET (field);
}

static void
assert_answer (Fixture    *fixture,
               const char *link_id,
               const char *expected)
{
  NwResponse *response = nw_screening_get_response (fixture->screening);
  g_autofree char *answer =
    nw_answer_text_format_all (nw_response_find (response, link_id), NULL);

  g_assert_cmpstr (answer, ==, expected);
}

static void
type (GtkWidget  *widget,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (widget), text);
  settle ();
}

static void
test_boolean (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "boolean", NW_TYPE_CHOICE_FIELD);

  assert_answer (fixture, "boolean", NULL);
  g_assert_true (nw_field_press_number (NW_FIELD (field), 2));
  assert_answer (fixture, "boolean", "No");
  g_assert_true (nw_field_press_number (NW_FIELD (field), 1));
  assert_answer (fixture, "boolean", "Yes");
  g_assert_false (nw_field_press_number (NW_FIELD (field), 3));
}

static void
test_open_choice (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "open", NW_TYPE_CHOICE_FIELD);
  GtkWidget *entry = find (field, GTK_TYPE_ENTRY, 0);
  NwAnswerGroup *group = NW_ANSWER_GROUP (find (field, NW_TYPE_ANSWER_GROUP, 0));

  g_assert_false (gtk_widget_get_visible (entry));
  nw_field_press_number (NW_FIELD (field), 1);
  assert_answer (fixture, "open", "Warmth");
  nw_field_press_number (NW_FIELD (field), 3);
  g_assert_true (gtk_widget_get_visible (entry));
  g_assert_true (nw_answer_group_get_chosen (group, 2));
  g_assert_false (nw_answer_group_get_chosen (group, 0));
  type (entry, "A long walk");
  assert_answer (fixture, "open", "A long walk");
  nw_field_press_number (NW_FIELD (field), 2);
  assert_answer (fixture, "open", "Rest");
  g_assert_false (gtk_widget_get_visible (entry));
}

static void
test_drop_down (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "drop", NW_TYPE_DROP_FIELD);
  NwAnswerGroup *group = NW_ANSWER_GROUP (find (field, NW_TYPE_ANSWER_GROUP, 0));
  GtkWidget *search = find (field, GTK_TYPE_SEARCH_ENTRY, 0);

  g_assert_cmpuint (nw_answer_group_get_length (group), ==, 10);
  type (search, "bUL");
  g_assert_false (gtk_widget_get_visible (find (field, NW_TYPE_ANSWER_ROW, 0)));
  g_assert_true (gtk_widget_get_visible (find (field, NW_TYPE_ANSWER_ROW, 2)));
  g_signal_emit_by_name (group, "choose", 2, TRUE);
  assert_answer (fixture, "drop", "Bulgaria");
  gtk_test_accessible_assert_property (find (field, GTK_TYPE_MENU_BUTTON, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Where do you live? Bulgaria");
}

static void
test_options_that_are_numbers (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "scores", NW_TYPE_CHOICE_FIELD);

  nw_field_press_number (NW_FIELD (field), 1);
  assert_answer (fixture, "scores", "0");
}

static void
test_integer (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "integer", NW_TYPE_ENTRY_FIELD);
  GtkWidget *entry = find (field, GTK_TYPE_ENTRY, 0);
  NwQuestion *question = find_question (GTK_WIDGET (fixture->page), "integer");

  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "How old are you?");
  type (entry, "12");
  g_assert_false (nw_question_has_problem (question));
  g_assert_false (nw_screening_next (fixture->screening));
  g_assert_true (nw_question_has_problem (question));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  type (entry, "44");
  g_assert_false (nw_question_has_problem (question));
  assert_answer (fixture, "integer", "44 years");
}

static void
test_decimal_and_quantity (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "decimal", NW_TYPE_ENTRY_FIELD);

  type (find (field, GTK_TYPE_ENTRY, 0), "1.72");
  assert_answer (fixture, "decimal", "1.72 m");
  field = get_field (fixture, "quantity", NW_TYPE_ENTRY_FIELD);
  type (find (field, GTK_TYPE_ENTRY, 0), "70");
  assert_answer (fixture, "quantity", "70 kilograms");
  g_assert_true (nw_answer_group_press (NW_ANSWER_GROUP (find (field, NW_TYPE_ANSWER_GROUP, 0)),
                                        1));
  assert_answer (fixture, "quantity", "70 pounds");
}

static void
test_slider (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "slider", NW_TYPE_SLIDER_FIELD);
  GtkWidget *scale = find (field, GTK_TYPE_SCALE, 0);

  assert_answer (fixture, "slider", NULL);
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "How bad is the pain?");
  gtk_range_set_value (GTK_RANGE (scale), 7);
  assert_answer (fixture, "slider", "7");
}

static void
test_date_and_time (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "date", NW_TYPE_DATE_FIELD);
  NwQuestion *question = find_question (GTK_WIDGET (fixture->page), "date");

  type (find (field, GTK_TYPE_ENTRY, 0), "soon");
  g_assert_false (nw_screening_next (fixture->screening));
  g_assert_true (nw_question_has_problem (question));
  type (find (field, GTK_TYPE_ENTRY, 0), "2026-03-21");
  assert_answer (fixture, "date", "21 March 2026");

  field = get_field (fixture, "dateTime", NW_TYPE_DATE_FIELD);
  type (find (field, GTK_TYPE_ENTRY, 0), "2026-03-21");
  type (find (field, GTK_TYPE_ENTRY, 1), "9:30");
  assert_answer (fixture, "dateTime", "21 March 2026, 09:30");

  field = get_field (fixture, "time", NW_TYPE_ENTRY_FIELD);
  type (find (field, GTK_TYPE_ENTRY, 0), "6:45");
  assert_answer (fixture, "time", "06:45");
}

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "string", NW_TYPE_ENTRY_FIELD);
  GtkTextBuffer *buffer;

  type (find (field, GTK_TYPE_ENTRY, 0), "Ada");
  assert_answer (fixture, "string", "Ada");
  field = get_field (fixture, "text", NW_TYPE_TEXT_FIELD);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (field, GTK_TYPE_TEXT_VIEW, 0)));
  gtk_text_buffer_set_text (buffer, "One\nTwo", -1);
  assert_answer (fixture, "text", "One\nTwo");
  get_field (fixture, "file", NW_TYPE_NO_FIELD);
}

static void
test_repeating_question (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "strings", NW_TYPE_REPEAT_FIELD);

  type (find (field, GTK_TYPE_ENTRY, 0), "Swimming");
  g_signal_emit_by_name (find (field, GTK_TYPE_BUTTON, 1), "clicked");
  settle ();
  type (find (field, GTK_TYPE_ENTRY, 1), "Chess");
  assert_answer (fixture, "strings", "Swimming\nChess");
  g_signal_emit_by_name (find (field, GTK_TYPE_BUTTON, 0), "clicked");
  settle ();
  assert_answer (fixture, "strings", "Chess");
}

static void
test_repeating_group (Fixture       *fixture,
                      gconstpointer  data)
{
  NwResponse *response = nw_screening_get_response (fixture->screening);
  GtkWidget *field = get_field (fixture, "medicine", NW_TYPE_ENTRY_FIELD);
  NwResponseItem *group = nw_response_find (response, "p5");
  GtkWidget *second;

  type (find (field, GTK_TYPE_ENTRY, 0), "Aspirin");
  nw_screening_add_repetition (fixture->screening, group);
  settle ();
  g_assert_cmpuint (nw_response_item_get_n_repetitions (group), ==, 2);
  second = find (GTK_WIDGET (fixture->page), NW_TYPE_SECTION, 1);
  g_assert_nonnull (second);
  g_assert_false (nw_screening_next (fixture->screening));
  nw_screening_remove_repetition (fixture->screening, group);
  settle ();
  g_assert_cmpuint (nw_response_item_get_n_repetitions (nw_response_find (response, "p5")), ==, 1);
  nw_screening_undo (fixture->screening);
  settle ();
  assert_answer (fixture, "medicine", "Aspirin");
}

static void
test_questions_within_an_answer (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "often", NW_TYPE_CHOICE_FIELD);

  nw_field_press_number (NW_FIELD (field), 1);
  settle ();
  field = get_field (fixture, "hour", NW_TYPE_ENTRY_FIELD);
  g_assert_true (gtk_widget_get_mapped (field));
  type (find (field, GTK_TYPE_ENTRY, 0), "Eight");
  assert_answer (fixture, "hour", "Eight");
}

static void
test_nothing_typed_is_lost_on_the_way (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "integer", NW_TYPE_ENTRY_FIELD);

  type (find (field, GTK_TYPE_ENTRY, 0), "twelve");
  nw_screening_show_page (fixture->screening, nw_screening_get_nth_page (fixture->screening, 0));
  settle ();
  field = get_field (fixture, "integer", NW_TYPE_ENTRY_FIELD);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0))),
                   ==, "twelve");
}

static void
test_markdown_is_harmless (void)
{
  const struct
  {
    const char *markdown;
    const char *markup;
  } cases[] = {
    { "plain", "plain" },
    { "be **brief**", "be <b>brief</b>" },
    { "*a* and `b`", "<i>a</i> and <tt>b</tt>" },
    { "<script> & co", "&lt;script&gt; &amp; co" },
    { "- one\n- two", "•\302\240one\n•\302\240two" },
    { "# Title", "<b>Title</b>" },
    { "**<i>**", "<b>&lt;i&gt;</b>" },
    { "2 * 3 * 4", "2 * 3 * 4" },
    { "[here](http://x.example)", "here (http://x.example)" },
    { "**open", "**open" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = nw_markup_from_markdown (cases[i].markdown);

      g_assert_cmpstr (markup, ==, cases[i].markup);
      g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL));
    }
}

#define ADD(path, func) \
  g_test_add ("/view/screening-controls/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("boolean", test_boolean);
  ADD ("open-choice", test_open_choice);
  ADD ("drop-down", test_drop_down);
  ADD ("options-that-are-numbers", test_options_that_are_numbers);
  ADD ("integer", test_integer);
  ADD ("decimal-and-quantity", test_decimal_and_quantity);
  ADD ("slider", test_slider);
  ADD ("date-and-time", test_date_and_time);
  ADD ("words", test_words);
  ADD ("repeating-question", test_repeating_question);
  ADD ("repeating-group", test_repeating_group);
  ADD ("questions-within-an-answer", test_questions_within_an_answer);
  ADD ("nothing-typed-is-lost-on-the-way", test_nothing_typed_is_lost_on_the_way);
  g_test_add_func ("/view/screening-controls/markdown-is-harmless", test_markdown_is_harmless);

  return g_test_run ();
}
