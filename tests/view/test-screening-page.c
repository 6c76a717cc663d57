/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the page Screen: what each step shows, what is heard, where the focus goes, how narrow it gets. */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "view/screening/nw-answer-group.h"
#include "view/screening/nw-answer-row.h"
#include "view/screening/nw-heading.h"
#include "view/screening/nw-overview.h"
#include "view/screening/nw-question.h"
#include "view/screening/nw-questions-view.h"
#include "view/screening/nw-review-view.h"
#include "view/screening/nw-screening-page.h"
#include "view/widgets/nw-page.h"
#include "view/widgets/nw-sheet-print.h"

#include "looking.h"

typedef struct
{
  GtkWidget       *window;
  NwScreeningPage *page;
  NwScreening     *screening;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->page = NW_SCREENING_PAGE (nw_screening_page_new ());
  fixture->screening = nw_screening_page_get_screening (fixture->page);
  g_assert_nonnull (fixture->screening);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  NwScreeningPage *page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_assert_null (page);
}

/* The nth visible widget of a type on the page. */
static GtkWidget *
find (Fixture *fixture,
      GType    type,
      guint    n)
{
  build_all (GTK_WIDGET (fixture->page));
  return find_visible_widget (GTK_WIDGET (fixture->page), type, n);
}

static void
next (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.next", NULL);
  settle ();
}

static void
click (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  g_signal_emit_by_name (widget, "clicked");
  settle ();
}

static void
press_answer (Fixture *fixture,
              guint    group,
              guint    row)
{
  g_assert_true (nw_answer_group_press (NW_ANSWER_GROUP (find (fixture, NW_TYPE_ANSWER_GROUP,
                                                               group)),
                                        row));
  settle ();
}

static void
assert_focus (Fixture   *fixture,
              GtkWidget *widget)
{
  g_assert_nonnull (widget);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == widget);
}

static void
test_begins_with_the_opening (Fixture       *fixture,
                              gconstpointer  data)
{
  g_assert_nonnull (find (fixture, NW_TYPE_HEADING, 0));
  g_assert_null (find (fixture, NW_TYPE_QUESTION, 0));
  next (fixture);
  g_assert_nonnull (find (fixture, NW_TYPE_QUESTION, 0));
  assert_focus (fixture, find (fixture, NW_TYPE_HEADING, 0));
}

static void
test_rows_are_heard (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *group;
  GtkWidget *row;

  next (fixture);
  group = find (fixture, NW_TYPE_ANSWER_GROUP, 0);
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (group),
                                                   GTK_ACCESSIBLE_PROPERTY_LABEL));
  row = gtk_widget_get_first_child (group);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Myself");
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_FALSE);
  press_answer (fixture, 0, 0);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  assert_focus (fixture, row);
}

static void
test_radio_group_is_one_tab_stop (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *group;
  GtkWidget *first;

  next (fixture);
  group = find (fixture, NW_TYPE_ANSWER_GROUP, 0);
  first = gtk_widget_get_first_child (group);
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
  assert_focus (fixture, first);
  g_assert_false (gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD));

  press_answer (fixture, 0, 1);
  gtk_widget_grab_focus (find (fixture, NW_TYPE_HEADING, 0));
  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
  assert_focus (fixture, gtk_widget_get_next_sibling (first));
}

static void
test_shows_problems_only_after_trying (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *group;
  GtkWidget *question;

  next (fixture);
  question = find (fixture, NW_TYPE_QUESTION, 0);
  group = find (fixture, NW_TYPE_ANSWER_GROUP, 0);
  g_assert_false (nw_question_has_problem (NW_QUESTION (question)));
  next (fixture);
  g_assert_true (nw_question_has_problem (NW_QUESTION (question)));
  assert_focus (fixture, gtk_widget_get_first_child (group));
  gtk_test_accessible_assert_state (group, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Please choose an answer.");
  press_answer (fixture, 0, 0);
  g_assert_false (nw_question_has_problem (NW_QUESTION (question)));
}

static void
go_to (Fixture    *fixture,
       const char *link_id)
{
  NwQuestionnaire *questionnaire = nw_screening_get_questionnaire (fixture->screening);

  nw_screening_show_page (fixture->screening, nw_questionnaire_find (questionnaire, link_id));
  settle ();
}

static void
test_follow_up_appears_in_place (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *focus;

  go_to (fixture, "pregnancy");
  g_assert_null (find (fixture, NW_TYPE_QUESTION, 1));
  press_answer (fixture, 0, 1);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (find (fixture, NW_TYPE_QUESTION, 1));
  g_assert_nonnull (find (fixture, GTK_TYPE_ENTRY, 0));
  assert_focus (fixture, focus);
  press_answer (fixture, 0, 0);
  g_assert_null (find (fixture, NW_TYPE_QUESTION, 1));
}

static void
test_check_list_excludes (Fixture       *fixture,
                          gconstpointer  data)
{
  NwAnswerGroup *group;

  go_to (fixture, "signs");
  group = NW_ANSWER_GROUP (find (fixture, NW_TYPE_ANSWER_GROUP, 0));
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_GROUP);
  press_answer (fixture, 0, 0);
  press_answer (fixture, 0, 1);
  g_assert_true (nw_answer_group_get_chosen (group, 0));
  g_assert_true (nw_answer_group_get_chosen (group, 1));
  press_answer (fixture, 0, 7);
  g_assert_false (nw_answer_group_get_chosen (group, 0));
  g_assert_true (nw_answer_group_get_chosen (group, 7));
}

static void
answer_all (Fixture *fixture)
{
  const struct
  {
    const char *link_id;
    guint       option;
  } answers[] = {
    { "intro.who", 0 }, { "intro.under18", 0 }, { "signs.any", 7 }, { "checks.any", 9 },
    { "pregnancy.has", 0 }, { "device.has", 0 }, { "implants.has", 0 }, { "other.any", 13 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    nw_screening_choose (fixture->screening,
                         nw_response_find (nw_screening_get_response (fixture->screening),
                                           answers[i].link_id),
                         answers[i].option, TRUE);
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *action)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0
      && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The button that leads to a place of the window. */
static GtkWidget *
find_way_to (GtkWidget  *widget,
             const char *place)
{
  GVariant *target = GTK_IS_BUTTON (widget)
                       ? gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget)) : NULL;

  if (target != NULL && gtk_widget_get_mapped (widget)
      && g_variant_is_of_type (target, G_VARIANT_TYPE_STRING)
      && g_str_equal (g_variant_get_string (target, NULL), place))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_way_to (child, place);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_next_steps_are_hidden_when_help_is_needed_now (Fixture       *fixture,
                                                    gconstpointer  data)
{
  answer_all (fixture);
  nw_screening_show_result (fixture->screening);
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_nonnull (find_way_to (GTK_WIDGET (fixture->page), "prepare"));

  go_to (fixture, "signs");
  press_answer (fixture, 0, 5);
  nw_screening_show_result (fixture->screening);
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpint (nw_screening_get_step (fixture->screening), ==, NW_SCREENING_RESULT);
  g_assert_null (find_way_to (GTK_WIDGET (fixture->page), "prepare"));
  assert_focus (fixture, find (fixture, NW_TYPE_HEADING, 0));
}

/* Before anything is printed, copied or saved one sees who can read it. */
static void
test_says_first_who_can_read_it (Fixture       *fixture,
                                 gconstpointer  data)
{
  const char *const actions[] = { "page.print", "screening.copy", "screening.save" };
  GtkWidget *label;
  guint n = 0;

  answer_all (fixture);
  nw_screening_show_result (fixture->screening);
  settle ();
  gtk_test_widget_wait_for_draw (fixture->window);
  do
    {
      label = find (fixture, GTK_TYPE_LABEL, n++);
      g_assert_nonnull (label);
    }
  while (!g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "Anyone who gets"));

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *button = find_button (GTK_WIDGET (fixture->page), actions[i]);
      double x;
      double y;

      g_assert_nonnull (button);
      g_assert_true (gtk_widget_translate_coordinates (label, button, 0, 0, &x, &y));
      g_assert_cmpfloat (y, <, 0);
    }
}

static void
test_forgetting_asks_first (Fixture       *fixture,
                            gconstpointer  data)
{
  answer_all (fixture);
  next (fixture);
  click (find_button (GTK_WIDGET (fixture->page), "screening.forget"));
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 8);
  click (find_button (GTK_WIDGET (fixture->page), "screening.keep"));
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 8);
  click (find_button (GTK_WIDGET (fixture->page), "screening.forget"));
  gtk_test_widget_wait_for_draw (fixture->window);
  click (find_button (GTK_WIDGET (fixture->page), "screening.confirm"));
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 0);
}

static void
test_keeps_the_focus_while_another_page_is_shown (Fixture       *fixture,
                                                  gconstpointer  data)
{
  GtkWidget *focus;

  next (fixture);
  press_answer (fixture, 0, 1);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_object_ref (fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), gtk_label_new ("another page"));
  settle ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  g_object_unref (fixture->page);
  nw_page_take_focus (NW_PAGE (fixture->page));
  assert_focus (fixture, focus);
}

/* On a page that is new the focus is on the heading; back on a page it is on
 * what had it there, and which page it is is heard as the group around it. */
static void
test_coming_back_restores_the_focus (Fixture       *fixture,
                                     gconstpointer  data)
{
  GtkWidget *group;
  GtkWidget *back;

  next (fixture);
  press_answer (fixture, 0, 0);
  press_answer (fixture, 1, 1);
  assert_focus (fixture, find (fixture, NW_TYPE_ANSWER_ROW, 3));
  next (fixture);
  assert_focus (fixture, find (fixture, NW_TYPE_HEADING, 0));
  press_answer (fixture, 0, 7);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.back", NULL);
  settle ();
  assert_focus (fixture, find (fixture, NW_TYPE_ANSWER_ROW, 3));
  group = find (fixture, NW_TYPE_QUESTIONS_VIEW, 0);
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_LABEL, "Question 1 of 7");

  /* A button below the questions may have had it since. Going on begins at the
   * heading, also of a page that was seen before. */
  back = find_button (GTK_WIDGET (fixture->page), "screening.next");
  gtk_widget_grab_focus (back);
  next (fixture);
  assert_focus (fixture, find (fixture, NW_TYPE_HEADING, 0));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.back", NULL);
  settle ();
  assert_focus (fixture, find (fixture, NW_TYPE_ANSWER_ROW, 3));

  /* Where it was on the heading it is there again. */
  next (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.back", NULL);
  settle ();
  gtk_widget_grab_focus (find (fixture, NW_TYPE_HEADING, 0));
  next (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.back", NULL);
  settle ();
  assert_focus (fixture, find (fixture, NW_TYPE_HEADING, 0));
}

/* Further down than the window reaches, it is scrolled to. */
static void
test_coming_back_shows_the_focus (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *scroller;
  GtkWidget *row;
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 300);
  go_to (fixture, "signs");
  press_answer (fixture, 0, 7);
  next (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.back", NULL);
  settle ();
  row = find (fixture, NW_TYPE_ANSWER_ROW, 7);
  assert_focus (fixture, row);
  scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  /* It has its place from the first frame on, and is scrolled to in the next. */
  for (int i = 0; i < 20; i++)
    gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (gtk_widget_compute_bounds (row, scroller, &bounds));
  g_test_message ("%g, %g high, of %d", bounds.origin.y, bounds.size.height,
                  gtk_widget_get_height (scroller));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scroller));
}

/* From one of several questions of a page one comes back to its own answer. */
static void
test_change_comes_back_to_its_answer (Fixture       *fixture,
                                      gconstpointer  data)
{
  GtkWidget *focus;

  answer_all (fixture);
  nw_screening_show_review (fixture->screening);
  settle ();
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *button = find_visible_widget (GTK_WIDGET (find (fixture, NW_TYPE_REVIEW_VIEW, 0)),
                                               GTK_TYPE_BUTTON, (guint) i);

      click (button);
      g_assert_cmpint (nw_screening_get_step (fixture->screening), ==, NW_SCREENING_QUESTIONS);
      next (fixture);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (focus
                     == find_visible_widget (find (fixture, NW_TYPE_REVIEW_VIEW, 0),
                                             GTK_TYPE_BUTTON, (guint) i));
    }
}

static void
test_sheet_becomes_a_pdf (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("needlewise-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GPtrArray) sheet = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *job_name = NULL;
  g_autofree char *text = NULL;
  int n_pages;

  answer_all (fixture);
  sheet = nw_sheet_new (fixture->screening, NULL, NULL, now);
  /* Several of them, to have more than one page. */
  pages = g_ptr_array_new ();
  for (int i = 0; i < 4; i++)
    g_ptr_array_extend (pages, sheet, NULL, NULL);
  operation = nw_sheet_print_new (pages);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);

  g_object_get (operation, "job-name", &job_name, "n-pages", &n_pages, NULL);
  g_assert_cmpstr (job_name, ==, "Needlewise");
  g_assert_cmpint (n_pages, >, 1);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  g_remove (path);
  g_rmdir (folder);
}

static void
assert_narrow (Fixture *fixture)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1,
                      &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

static void
test_fits_a_narrow_window (Fixture       *fixture,
                           gconstpointer  data)
{
  assert_narrow (fixture);
  answer_all (fixture);
  for (guint i = 0; i < nw_screening_get_n_pages (fixture->screening); i++)
    {
      nw_screening_show_page (fixture->screening, nw_screening_get_nth_page (fixture->screening, i));
      settle ();
      assert_narrow (fixture);
    }
  nw_screening_show_review (fixture->screening);
  settle ();
  assert_narrow (fixture);
  nw_screening_show_result (fixture->screening);
  settle ();
  assert_narrow (fixture);
}

static void
assert_named (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  if (!gtk_widget_get_visible (widget))
    return;
  if (gtk_widget_get_focusable (widget)
      && role != GTK_ACCESSIBLE_ROLE_PRESENTATION
      && !GTK_IS_SCROLLED_WINDOW (widget)
      && !GTK_IS_TEXT (widget)
      && !(GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    g_error ("a %s that can take the focus has no name", G_OBJECT_TYPE_NAME (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_everything_that_takes_the_focus_has_a_name (Fixture       *fixture,
                                                 gconstpointer  data)
{
  assert_named (GTK_WIDGET (fixture->page));
  answer_all (fixture);
  for (guint i = 0; i < nw_screening_get_n_pages (fixture->screening); i++)
    {
      nw_screening_show_page (fixture->screening, nw_screening_get_nth_page (fixture->screening, i));
      assert_named (GTK_WIDGET (fixture->page));
    }
  nw_screening_show_review (fixture->screening);
  assert_named (GTK_WIDGET (fixture->page));
  nw_screening_show_result (fixture->screening);
  assert_named (GTK_WIDGET (fixture->page));
}

/* The question that is shown now; it is set to NULL with the last of it. */
static void
watch_question (Fixture    *fixture,
                GtkWidget **watched)
{
  *watched = find (fixture, NW_TYPE_QUESTION, 0);
  g_assert_nonnull (*watched);
  g_object_add_weak_pointer (G_OBJECT (*watched), (gpointer *) watched);
}

static void
test_what_was_left_goes_behind_the_next (Fixture       *fixture,
                                         gconstpointer  data)
{
  GtkWidget *watched;

  next (fixture);
  press_answer (fixture, 0, 0);
  gtk_test_widget_wait_for_draw (fixture->window);
  watch_question (fixture, &watched);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.back", NULL);
  g_assert_nonnull (watched);
  g_assert_null (gtk_widget_get_root (watched));
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* It is not told of answers, nor kept beside another. */
static void
test_what_was_left_sees_no_answer (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkWidget *first;
  GtkWidget *second;
  const NwItem *page;
  NwResponseItem *item;

  next (fixture);
  gtk_test_widget_wait_for_draw (fixture->window);
  page = nw_screening_get_page (fixture->screening);
  item = nw_response_find (nw_screening_get_response (fixture->screening), "intro.who");
  watch_question (fixture, &first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.back", NULL);
  g_assert_nonnull (first);
  nw_screening_choose (fixture->screening, item, 0, TRUE);
  g_assert_null (first);

  nw_screening_show_page (fixture->screening, page);
  watch_question (fixture, &first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.back", NULL);
  nw_screening_show_page (fixture->screening, page);
  watch_question (fixture, &second);
  g_assert_null (first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.back", NULL);
  g_assert_nonnull (second);
  nw_screening_start_again (fixture->screening);
  g_assert_null (second);
}

#define ADD(path, func) \
  g_test_add ("/view/screening-page/" path, Fixture, NULL, set_up, func, tear_down)

/* However little room there is, and however often the words are broken for it. */
static void
test_overview_cuts_no_words (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *overview = g_object_ref_sink (g_object_new (NW_TYPE_OVERVIEW, NULL));
  int most_lines = 0;
  GtkWidget *label;
  int least;
  int wanted;

  g_assert_true (nw_screening_next (fixture->screening));
  nw_overview_set_screening (NW_OVERVIEW (overview), fixture->screening);
  nw_overview_update (NW_OVERVIEW (overview));
  label = find_text (overview, "Question");
  gtk_widget_measure (overview, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  for (int width = least; width <= wanted + 20; width++)
    {
      PangoLayout *layout;
      int height;
      int text_height;

      gtk_widget_measure (overview, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_size_allocate (overview, &(GtkAllocation) { 0, 0, width, height }, -1);
      layout = gtk_label_get_layout (GTK_LABEL (label));
      pango_layout_get_pixel_size (layout, NULL, &text_height);
      g_assert_cmpint (text_height, <=, gtk_widget_get_height (label));
      most_lines = MAX (most_lines, pango_layout_get_line_count (layout));
    }
  g_assert_cmpint (most_lines, >, 2);
  g_object_unref (overview);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("begins-with-the-opening", test_begins_with_the_opening);
  ADD ("rows-are-heard", test_rows_are_heard);
  ADD ("radio-group-is-one-tab-stop", test_radio_group_is_one_tab_stop);
  ADD ("shows-problems-only-after-trying", test_shows_problems_only_after_trying);
  ADD ("follow-up-appears-in-place", test_follow_up_appears_in_place);
  ADD ("check-list-excludes", test_check_list_excludes);
  ADD ("next-steps-are-hidden-when-help-is-needed-now",
       test_next_steps_are_hidden_when_help_is_needed_now);
  ADD ("says-first-who-can-read-it", test_says_first_who_can_read_it);
  ADD ("forgetting-asks-first", test_forgetting_asks_first);
  ADD ("keeps-the-focus-while-another-page-is-shown",
       test_keeps_the_focus_while_another_page_is_shown);
  ADD ("coming-back-restores-the-focus", test_coming_back_restores_the_focus);
  ADD ("coming-back-shows-the-focus", test_coming_back_shows_the_focus);
  ADD ("change-comes-back-to-its-answer", test_change_comes_back_to_its_answer);
  ADD ("what-was-left-goes-behind-the-next", test_what_was_left_goes_behind_the_next);
  ADD ("what-was-left-sees-no-answer", test_what_was_left_sees_no_answer);
  ADD ("sheet-becomes-a-pdf", test_sheet_becomes_a_pdf);
  ADD ("overview-cuts-no-words", test_overview_cuts_no_words);
  ADD ("fits-a-narrow-window", test_fits_a_narrow_window);
  ADD ("everything-that-takes-the-focus-has-a-name",
       test_everything_that_takes_the_focus_has_a_name);

  return g_test_run ();
}
