/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of each control of the wizard: its name, its answer, its errors, and that nothing typed is lost. */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

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

#include "looking.h"

typedef struct
{
  GtkWidget       *window;
  NwScreeningPage *page;
  NwScreening     *screening;
} Fixture;

/* With all of its questions to be answered, or none but those that say so. */
static char *
dup_form (const char *text,
          gboolean    all_required)
{
  g_autoptr (GRegex) required = NULL;
  g_autoptr (GRegex) type = NULL;
  g_autofree char *plain = NULL;

  if (!all_required)
    return g_strdup (text);
  required = g_regex_new (",\\s*\"required\": true", 0, 0, NULL);
  plain = g_regex_replace_literal (required, text, -1, 0, "", 0, NULL);
  type = g_regex_new ("\"type\": \"(?!group|display)", 0, 0, NULL);
  return g_regex_replace (type, plain, -1, 0, "\"required\": true, \\0", 0, NULL);
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
  g_autofree char *form = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  form = dup_form (text, data != NULL);
  bytes = g_bytes_new (form, strlen (form));
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
find (GtkWidget *within,
      GType      type,
      guint      n)
{
  GtkWidget *found = find_widget (within, type, n);

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
  build_all (GTK_WIDGET (fixture->page));
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

/* Lists and calendars are there from when they are first folded out. */
static void
unfold (GtkWidget *field)
{
  GtkWidget *button = find (field, GTK_TYPE_MENU_BUTTON, 0);

  while (gtk_widget_get_height (button) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
}

static void
test_drop_down (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "drop", NW_TYPE_DROP_FIELD);
  NwAnswerGroup *group;
  GtkWidget *search;

  unfold (field);
  group = NW_ANSWER_GROUP (find (field, NW_TYPE_ANSWER_GROUP, 0));
  search = find (field, GTK_TYPE_SEARCH_ENTRY, 0);
  g_assert_cmpuint (nw_answer_group_get_length (group), ==, 10);
  type (search, "bUL");
  g_assert_false (gtk_widget_get_visible (find (field, NW_TYPE_ANSWER_ROW, 0)));
  g_assert_true (gtk_widget_get_visible (find (field, NW_TYPE_ANSWER_ROW, 2)));
  g_signal_emit_by_name (group, "choose", 2, TRUE);
  assert_answer (fixture, "drop", "Bulgaria");
  gtk_test_accessible_assert_property (find (field, GTK_TYPE_MENU_BUTTON, 0),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Where do you live? Bulgaria");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (find (field, GTK_TYPE_MENU_BUTTON, 0)));
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
  /* Each has its label to see. */
  g_assert_nonnull (find_text (field, "Day"));
  g_assert_nonnull (find_text (field, "Time"));
  gtk_test_accessible_assert_property (find (field, GTK_TYPE_ENTRY, 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "When was the last visit? Time, such as 14:30");

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

/* What is to be heard of each control, in the order of the form: as it comes,
 * and with its error when one has tried to go on without an answer. */
static const struct
{
  const char        *link_id;
  GType            (*get_type) (void);
  GtkAccessibleRole  role;
  const char        *name;
  const char        *description;
  const char        *error;
} heard[] = {
  { "boolean", nw_answer_group_get_type, GTK_ACCESSIBLE_ROLE_GROUP,
    "Do you sleep well?", NULL, "Please choose an answer." },
  { "open", nw_answer_group_get_type, GTK_ACCESSIBLE_ROLE_GROUP,
    "What helps most?", NULL, "Please choose an answer." },
  { "drop", gtk_menu_button_get_type, GTK_ACCESSIBLE_ROLE_BUTTON,
    "Where do you live? Choose an answer", NULL, "Please choose an answer." },
  { "scores", nw_answer_group_get_type, GTK_ACCESSIBLE_ROLE_GROUP,
    "How many?", NULL, "Please choose an answer." },
  { "integer", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "How old are you?", "From 18 to 120 years", "Please type a number." },
  { "decimal", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "How tall are you?", "m", "Please type a number." },
  { "quantity", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "What do you weigh?", NULL, "Please type a number." },
  { "slider", gtk_scale_get_type, GTK_ACCESSIBLE_ROLE_SLIDER,
    "How bad is the pain?", NULL, "Please move the slider." },
  { "date", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "When did it begin?", "A day such as 03/21/2026 or 2026-03-21", "Please give a date." },
  { "dateTime", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "When was the last visit? Day",
    "A day such as 03/21/2026 or 2026-03-21, and a time such as 14:30", "Please give a date." },
  { "time", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "When do you get up?", "Hours and minutes, such as 14:30", "Please give a time." },
  { "string", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "What is your name?", NULL, "Please write an answer." },
  { "text", gtk_text_view_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "What else?", NULL, "Please write an answer." },
  { "url", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "Your web page?", NULL, "Please write an answer." },
  { "strings", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "Which sports do you do? Answer 1", NULL, "Please write an answer." },
  { "medicine", gtk_entry_get_type, GTK_ACCESSIBLE_ROLE_TEXT_BOX,
    "Which medicine?", NULL, "Please write an answer." },
  { "often", nw_answer_group_get_type, GTK_ACCESSIBLE_ROLE_GROUP,
    "How often?", NULL, "Please choose an answer." },
  { "orientation", nw_answer_group_get_type, GTK_ACCESSIBLE_ROLE_GROUP,
    "How often does it hurt?", NULL, "Please choose an answer." },
  { "excludes", nw_answer_group_get_type, GTK_ACCESSIBLE_ROLE_GROUP,
    "What have you tried?", NULL, "Please choose at least one answer." },
};

static void
assert_described (GtkWidget  *control,
                  const char *description)
{
  if (description != NULL)
    gtk_test_accessible_assert_property (control, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                         description);
}

static gboolean
has_focus (Fixture   *fixture,
           GtkWidget *control)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == control || gtk_widget_is_ancestor (focus, control));
}

static GtkWidget *
get_control (Fixture *fixture,
             gsize    row)
{
  g_test_message ("%s", heard[row].link_id);
  return find (get_field (fixture, heard[row].link_id, NW_TYPE_FIELD), heard[row].get_type (), 0);
}

static gboolean
is_required (Fixture    *fixture,
             const char *link_id)
{
  NwField *field = NW_FIELD (get_field (fixture, link_id, NW_TYPE_FIELD));

  return nw_field_get_definition (field)->required;
}

static void
test_each_is_heard (Fixture       *fixture,
                    gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heard); i++)
    {
      GtkWidget *control = get_control (fixture, i);
      NwQuestion *question = find_question (GTK_WIDGET (fixture->page), heard[i].link_id);

      gtk_test_accessible_assert_role (control, heard[i].role);
      gtk_test_accessible_assert_property (control, GTK_ACCESSIBLE_PROPERTY_LABEL, heard[i].name);
      assert_described (control, heard[i].description);
      gtk_test_accessible_assert_property (control, GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                           is_required (fixture, heard[i].link_id));
      g_assert_false (nw_question_has_problem (question));
      g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (question)));
      g_assert_true (has_focus (fixture, control));
    }
}

static void
test_each_says_its_error (Fixture       *fixture,
                          gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heard); i++)
    {
      GtkWidget *control = get_control (fixture, i);

      g_assert_false (nw_screening_next (fixture->screening));
      g_assert_true (nw_question_has_problem (find_question (GTK_WIDGET (fixture->page),
                                                             heard[i].link_id)));
      assert_described (control, heard[i].error);
      gtk_test_accessible_assert_state (control, GTK_ACCESSIBLE_STATE_INVALID,
                                        GTK_ACCESSIBLE_INVALID_TRUE);
    }
}

/* Nobody is held up by what can’t be answered here. */
static void
test_no_answer_here (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "file", NW_TYPE_NO_FIELD);
  GtkWidget *box = find (field, GTK_TYPE_BOX, 0);

  /* Newer GTK: see nw_a11y_set_landing (). */
  if (gtk_check_version (4, 14, 0) != NULL)
    gtk_test_accessible_assert_role (box, GTK_ACCESSIBLE_ROLE_GROUP);
  else
    g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (box)), !=,
                     GTK_ACCESSIBLE_ROLE_GENERIC);
  gtk_test_accessible_assert_property (box, GTK_ACCESSIBLE_PROPERTY_LABEL, "A picture?");
  assert_described (box, "This can’t be answered here. Please answer it on paper, or ask those "
                         "who gave you the form.");
  g_assert_true (gtk_widget_grab_focus (box));
  g_assert_false (nw_screening_next (fixture->screening));
  g_assert_false (nw_question_has_problem (find_question (GTK_WIDGET (fixture->page), "file")));
}

/* How far each answer is below the first. */
static int
get_top (NwAnswerGroup *group,
         guint          index)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (find (GTK_WIDGET (group), NW_TYPE_ANSWER_ROW, index),
                                            GTK_WIDGET (group), &bounds));
  return (int) bounds.origin.y;
}

static float
get_left (NwAnswerGroup *group,
          guint          index)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (find (GTK_WIDGET (group), NW_TYPE_ANSWER_ROW, index),
                                            GTK_WIDGET (group), &bounds));
  return bounds.origin.x;
}

static void
lay_out (NwAnswerGroup *group,
         int            width)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (group), GTK_ORIENTATION_VERTICAL, width, NULL, &height,
                      NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (group), &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
test_answers_side_by_side (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "orientation", NW_TYPE_CHOICE_FIELD);
  NwAnswerGroup *group = NW_ANSWER_GROUP (find (field, NW_TYPE_ANSWER_GROUP, 0));
  int least;
  int natural;

  gtk_widget_measure (GTK_WIDGET (group), GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural,
                      NULL, NULL);
  lay_out (group, natural);
  g_assert_cmpint (get_top (group, 3), ==, 0);
  g_assert_cmpfloat (get_left (group, 1), >, get_left (group, 0));

  lay_out (group, natural * 2 / 3);
  g_assert_cmpint (get_top (group, 1), ==, 0);
  g_assert_cmpint (get_top (group, 2), >, 0);
  g_assert_cmpint (get_top (group, 3), ==, get_top (group, 2));

  g_assert_cmpint (least, <, natural / 4);
  lay_out (group, natural / 4);
  g_assert_cmpint (get_top (group, 1), >, 0);

  gtk_widget_set_direction (GTK_WIDGET (group), GTK_TEXT_DIR_RTL);
  lay_out (group, natural);
  g_assert_cmpfloat (get_left (group, 1), <, get_left (group, 0));

  field = get_field (fixture, "scores", NW_TYPE_CHOICE_FIELD);
  group = NW_ANSWER_GROUP (find (field, NW_TYPE_ANSWER_GROUP, 0));
  lay_out (group, 2000);
  g_assert_cmpint (get_top (group, 1), >, 0);
}

static void
test_check_list_excludes (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "excludes", NW_TYPE_CHOICE_FIELD);

  gtk_test_accessible_assert_role (find (field, NW_TYPE_ANSWER_ROW, 0),
                                   GTK_ACCESSIBLE_ROLE_CHECKBOX);
  nw_field_press_number (NW_FIELD (field), 1);
  nw_field_press_number (NW_FIELD (field), 2);
  assert_answer (fixture, "excludes", "Exercise\nMassage");
  nw_field_press_number (NW_FIELD (field), 3);
  assert_answer (fixture, "excludes", "None of these");
  nw_field_press_number (NW_FIELD (field), 2);
  assert_answer (fixture, "excludes", "Massage");
}

static gboolean
reads (GtkWidget  *widget,
       const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_visible (widget)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (reads (child, text))
      return TRUE;
  return FALSE;
}

static void
test_says_what_is_around_the_field (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "slider", NW_TYPE_SLIDER_FIELD);
  GtkWidget *view;
  g_autofree char *words = g_strnfill (96, 'a');

  g_assert_true (reads (field, "No pain"));
  g_assert_true (reads (field, "The worst pain"));
  gtk_test_accessible_assert_property (find (field, GTK_TYPE_SCALE, 0),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                       "Not answered yet: move the slider");
  g_assert_true (reads (get_field (fixture, "integer", NW_TYPE_FIELD), "years"));
  g_assert_true (reads (get_field (fixture, "integer", NW_TYPE_FIELD), "From 18 to 120 years"));

  field = get_field (fixture, "text", NW_TYPE_TEXT_FIELD);
  view = find (field, GTK_TYPE_TEXT_VIEW, 0);
  g_assert_false (reads (field, "Room for 4 more characters"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), words, -1);
  g_assert_true (reads (field, "Room for 4 more characters"));
}

static void
test_calendar_gives_a_day (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *field = get_field (fixture, "date", NW_TYPE_DATE_FIELD);
  GtkWidget *button = find (field, GTK_TYPE_MENU_BUTTON, 0);
  GtkWidget *calendar;
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 3, 21, 12, 0, 0);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Pick a day");
  unfold (field);
  calendar = find (field, GTK_TYPE_CALENDAR, 0);
  gtk_test_accessible_assert_property (calendar, GTK_ACCESSIBLE_PROPERTY_LABEL, "Calendar");
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  assert_answer (fixture, "date", "21 March 2026");
  /* As one would have typed it here. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0))), ==,
                   "03/21/2026");
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
}

static void
click_named (GtkWidget  *within,
             const char *name)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *button = find (within, GTK_TYPE_BUTTON, i);
      g_autofree char *other =
        gtk_test_accessible_check_property (GTK_ACCESSIBLE (button),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      if (other == NULL)
        {
          g_signal_emit_by_name (button, "clicked");
          settle ();
          return;
        }
    }
}

/* By the button itself: GTK holds on to all around it while it is clicked. */
static void
test_focus_goes_with_repetitions (Fixture       *fixture,
                                  gconstpointer  data)
{
  NwResponse *response = nw_screening_get_response (fixture->screening);
  GtkWidget *field = get_field (fixture, "medicine", NW_TYPE_ENTRY_FIELD);
  GtkWidget *list = gtk_widget_get_ancestor (field, NW_TYPE_SECTION);
  GtkWidget *section;

  list = gtk_widget_get_parent (list);
  type (find (field, GTK_TYPE_ENTRY, 0), "Aspirin");
  section = find (list, NW_TYPE_SECTION, 0);
  click_named (section, "Add Another: Medicine");
  g_assert_cmpuint (nw_response_item_get_n_repetitions (nw_response_find (response, "p5")), ==, 2);
  section = find (list, NW_TYPE_SECTION, 1);
  g_assert_true (has_focus (fixture, find (section, GTK_TYPE_ENTRY, 0)));

  click_named (section, "Remove Medicine 2");
  g_assert_cmpuint (nw_response_item_get_n_repetitions (nw_response_find (response, "p5")), ==, 1);
  section = find (list, NW_TYPE_SECTION, 0);
  g_assert_true (has_focus (fixture, find (section, GTK_TYPE_ENTRY, 0)));
  assert_answer (fixture, "medicine", "Aspirin");

  field = get_field (fixture, "strings", NW_TYPE_REPEAT_FIELD);
  click_named (field, "Add Another: Which sports do you do?");
  g_assert_true (has_focus (fixture, find (field, GTK_TYPE_ENTRY, 1)));
  click_named (field, "Remove answer 2");
  g_assert_true (has_focus (fixture, find (field, GTK_TYPE_ENTRY, 0)));
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

#define ADD_REQUIRED(path, func) \
  g_test_add ("/view/screening-controls/" path, Fixture, "all required", set_up, func, tear_down)

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
  ADD_REQUIRED ("each-is-heard", test_each_is_heard);
  ADD_REQUIRED ("each-says-its-error", test_each_says_its_error);
  ADD_REQUIRED ("no-answer-here", test_no_answer_here);
  ADD ("answers-side-by-side", test_answers_side_by_side);
  ADD ("check-list-excludes", test_check_list_excludes);
  ADD ("says-what-is-around-the-field", test_says_what_is_around_the_field);
  ADD ("calendar-gives-a-day", test_calendar_gives_a_day);
  ADD ("focus-goes-with-repetitions", test_focus_goes_with_repetitions);
  ADD ("nothing-typed-is-lost-on-the-way", test_nothing_typed_is_lost_on_the_way);
  g_test_add_func ("/view/screening-controls/markdown-is-harmless", test_markdown_is_harmless);

  return g_test_run ();
}
