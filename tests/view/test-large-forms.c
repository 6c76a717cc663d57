/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of forms of 10,000 items: only what is looked at is built, and all of it is reached by Tab,
 * by Change, by an error and by scrolling. */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "view/screening/nw-form-result-view.h"
#include "view/screening/nw-question.h"
#include "view/screening/nw-review-view.h"
#include "view/screening/nw-screening-page.h"
#include "view/widgets/nw-banner.h"

#include "looking.h"

/* What a page of 10,000 questions may have of widgets: a window full, and what
 * is built in idle time. */
#define MOST_WIDGETS 1500
/* What is built of questions for one frame, and one in the idle time before it. */
#define MOST_OF_A_FRAME 4

typedef struct
{
  GtkWidget       *window;
  NwScreeningPage *page;
  NwScreening     *screening;
} Fixture;

/* The questions of each group are called “Question GROUP.NUMBER?”. */
static char *
dup_form (guint       n_groups,
          guint       n_questions,
          const char *more)
{
  GString *text = g_string_new ("{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"item\":[");

  for (guint i = 0; i < n_groups; i++)
    {
      g_string_append_printf (text, "%s{\"linkId\":\"g%u\",\"type\":\"group\","
                              "\"text\":\"Group %u\",\"repeats\":%s,\"item\":[",
                              i > 0 ? "," : "", i, i,
                              strstr (more, "again") != NULL ? "true" : "false");
      for (guint j = 0; j < n_questions; j++)
        g_string_append_printf (text, "%s{\"linkId\":\"%u.%u\",\"type\":\"string\","
                                "\"text\":\"Question %u.%u?\",\"required\":%s}", j > 0 ? "," : "",
                                i, j, i, j, j + 1 == n_questions && strstr (more, "required") != NULL
                                              ? "true" : "false");
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  return g_string_free (text, FALSE);
}

static NwScreening *
make_screening (guint       n_groups,
                guint       n_questions,
                const char *more)
{
  g_autofree char *text = dup_form (n_groups, n_questions, more);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NwQuestionnaire) form = NULL;
  g_autoptr (GError) error = NULL;

  form = nw_questionnaire_new_from_bytes (bytes, "form", &error);
  g_assert_no_error (error);
  return nw_screening_new (form, "en");
}

static guint
count_widgets (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);
  return n;
}

/* Until the window is full, which takes a few frames, and what is built in idle time
 * has its place, too. */
static void
paint (Fixture *fixture)
{
  guint n_before = 0;
  guint n = 0;

  for (int i = 0; i < 3 || n != n_before; i++)
    {
      gtk_widget_queue_draw (fixture->window);
      gtk_test_widget_wait_for_draw (fixture->window);
      settle ();
      n_before = n;
      n = count_widgets (fixture->window);
    }
}

static void
show (Fixture     *fixture,
      NwScreening *screening)
{
  fixture->screening = screening;
  nw_screening_set_source (screening, "form.json");
  nw_screening_page_set_screening (fixture->page, screening);
  paint (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  /* GTK glides to what takes the focus. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->page = NW_SCREENING_PAGE (nw_screening_page_new ());
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
  g_assert_finalize_object (fixture->screening);
}

static GtkWidget *
get_focus (Fixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

/* The focus is where it can be seen. */
static void
assert_seen (Fixture *fixture)
{
  GtkWidget *focus = get_focus (fixture);
  GtkWidget *scroller = gtk_widget_get_ancestor (focus, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (focus, scroller, &bounds));
  g_assert_cmpfloat (bounds.size.height, >, 0);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (scroller));
}

static void
assert_changes (Fixture    *fixture,
                const char *name)
{
  gtk_test_accessible_assert_property (get_focus (fixture), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

/* The question around the focus. */
static const char *
get_link_id (Fixture *fixture)
{
  GtkWidget *question = gtk_widget_get_ancestor (get_focus (fixture), NW_TYPE_QUESTION);

  g_assert_nonnull (question);
  return nw_response_item_get_item (nw_question_get_item (NW_QUESTION (question)))->link_id;
}

/* Nothing grows with the form but the one list of what there is. */
static void
test_builds_what_is_looked_at (Fixture       *fixture,
                               gconstpointer  data)
{
  static const struct
  {
    guint n_groups;
    guint n_questions;
  } shapes[] = { { 100, 99 }, { 2, 5000 }, { 5000, 1 } };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (NwScreening) screening = make_screening (shapes[i].n_groups,
                                                          shapes[i].n_questions, "");

      show (fixture, screening);
      nw_screening_next (screening);
      paint (fixture);
      g_assert_cmpuint (count_widgets (fixture->window), <, MOST_WIDGETS);
      nw_screening_show_review (screening);
      paint (fixture);
      g_assert_cmpuint (count_widgets (fixture->window), <, MOST_WIDGETS);
      g_assert_true (nw_screening_show_result (screening));
      paint (fixture);
      g_assert_cmpuint (count_widgets (fixture->window), <, MOST_WIDGETS);
    }
  fixture->screening = make_screening (2, 1, "");
  show (fixture, fixture->screening);
}

static void
tab (Fixture          *fixture,
     GtkDirectionType  direction)
{
  g_signal_emit_by_name (fixture->window, "move-focus", direction);
  paint (fixture);
  assert_seen (fixture);
}

/* There and back over more rows than are built in idle time, and there faster than any is. */
static void
test_tab_passes_over_nothing (Fixture       *fixture,
                              gconstpointer  data)
{
  const guint n = 90;
  GtkWidget *review;

  show (fixture, make_screening (2, n / 2, ""));
  nw_screening_show_review (fixture->screening);
  paint (fixture);
  review = find_visible_widget (fixture->window, NW_TYPE_REVIEW_VIEW, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Answer: Question %u.%u?", i / 45, i % 45);

      g_signal_emit_by_name (fixture->window, "move-focus", GTK_DIR_TAB_FORWARD);
      g_assert_true (gtk_widget_is_ancestor (get_focus (fixture), review));
      assert_changes (fixture, name);
    }
  paint (fixture);
  assert_seen (fixture);
  for (guint i = n - 1; i-- > 0;)
    {
      g_autofree char *name = g_strdup_printf ("Answer: Question %u.%u?", i / 45, i % 45);

      tab (fixture, GTK_DIR_TAB_BACKWARD);
      assert_changes (fixture, name);
    }
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *review = find_visible_widget (fixture->window, NW_TYPE_REVIEW_VIEW, 0);
  GtkWidget *scroller = gtk_widget_get_ancestor (review, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

/* From the very last answer to its question and back to its row. */
static void
test_change_goes_there_and_back (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkAdjustment *adjustment;

  show (fixture, make_screening (100, 99, ""));
  nw_screening_show_review (fixture->screening);
  paint (fixture);
  adjustment = get_adjustment (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  paint (fixture);
  g_assert_nonnull (find_text (fixture->window, "Question 99.98?"));
  g_signal_emit_by_name (fixture->window, "move-focus", GTK_DIR_TAB_BACKWARD);
  while (get_focus (fixture) == NULL
         || !gtk_widget_has_css_class (get_focus (fixture), "nw-change"))
    g_signal_emit_by_name (fixture->window, "move-focus", GTK_DIR_TAB_BACKWARD);
  paint (fixture);
  assert_changes (fixture, "Answer: Question 99.98?");
  assert_seen (fixture);

  g_signal_emit_by_name (get_focus (fixture), "clicked");
  paint (fixture);
  g_assert_cmpstr (get_link_id (fixture), ==, "99.98");
  assert_seen (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.next", NULL);
  paint (fixture);
  assert_changes (fixture, "Answer: Question 99.98?");
  assert_seen (fixture);
}

/* What stands below all that is built, and wants an answer. */
static void
test_error_far_below_takes_the_focus (Fixture       *fixture,
                                      gconstpointer  data)
{
  show (fixture, make_screening (2, 2000, "required"));
  nw_screening_next (fixture->screening);
  paint (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.next", NULL);
  paint (fixture);
  g_assert_cmpstr (get_link_id (fixture), ==, "0.1999");
  assert_seen (fixture);
  gtk_test_accessible_assert_state (gtk_widget_get_ancestor (get_focus (fixture), GTK_TYPE_ENTRY),
                                    GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
}

/* Each is named, and Change leads to the one that it stands at. */
static void
test_names_repetitions (Fixture       *fixture,
                        gconstpointer  data)
{
  NwResponseItem *first;
  NwResponseItem *second;
  NwResponseItem *name;
  g_autoptr (NwValue) value = nw_value_new_string ("Aspirin");

  show (fixture, make_screening (2, 2, "again"));
  first = nw_response_find (nw_screening_get_response (fixture->screening), "g0");
  second = nw_screening_add_repetition (fixture->screening, first);
  name = nw_response_item_get_first_child (second, 0);
  nw_response_set_answer (nw_screening_get_response (fixture->screening), name, value);
  nw_screening_show_review (fixture->screening);
  paint (fixture);
  g_assert_nonnull (find_text (fixture->window, "Group 0 1 of 2"));
  g_assert_nonnull (find_text (fixture->window, "Group 0 2 of 2"));
  g_assert_null (find_text (fixture->window, "Group 1 1 of 1"));
  for (guint i = 0; i < 3; i++)
    tab (fixture, GTK_DIR_TAB_FORWARD);
  assert_changes (fixture, "Change: Group 0 2 of 2: Question 0.0?");

  g_signal_emit_by_name (get_focus (fixture), "clicked");
  paint (fixture);
  g_assert_true (nw_question_get_item (NW_QUESTION (gtk_widget_get_ancestor (get_focus (fixture),
                                                                             NW_TYPE_QUESTION)))
                 == name);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.next", NULL);
  paint (fixture);
  assert_changes (fixture, "Change: Group 0 2 of 2: Question 0.0?");
}

static void
assert_not_within_cb (GtkWindow  *window,
                      GParamSpec *pspec,
                      GtkWidget  *old)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  g_assert_false (focus != NULL && gtk_widget_is_ancestor (focus, old));
}

/* The answers of a result are gone when it is taken back: what is not built of it
 * yet may not be built on the way of the focus from the strip above. */
static void
test_undo_passes_over_what_goes (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (NwScreening) ours = g_object_ref (nw_screening_page_get_screening (fixture->page));
  g_autoptr (NwValue) value = nw_value_new_string ("Aspirin");
  g_autofree char *text = dup_form (1, 2000, "");
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("XXXXXX.json", &stream, NULL);
  g_autoptr (GtkWidget) result = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  nw_screening_page_open_form (fixture->page, file);
  while (nw_screening_page_get_screening (fixture->page) == ours)
    g_main_context_iteration (NULL, TRUE);
  g_file_delete (file, NULL, NULL);
  fixture->screening = nw_screening_page_get_screening (fixture->page);

  nw_screening_set_answer (fixture->screening,
                           nw_response_find (nw_screening_get_response (fixture->screening), "0.0"),
                           value);
  g_assert_true (nw_screening_show_result (fixture->screening));
  paint (fixture);
  result = g_object_ref (find_visible_widget (fixture->window, NW_TYPE_FORM_RESULT_VIEW, 0));
  gtk_widget_grab_focus (find_visible_widget (
    find_visible_widget (fixture->window, NW_TYPE_BANNER, 0), GTK_TYPE_BUTTON, 0));
  g_signal_connect (fixture->window, "notify::focus-widget", G_CALLBACK (assert_not_within_cb),
                    result);
  nw_screening_undo (fixture->screening);
  g_signal_handlers_disconnect_by_func (fixture->window, assert_not_within_cb, result);
  paint (fixture);
  g_assert_nonnull (get_focus (fixture));

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.our-form", NULL);
  fixture->screening = make_screening (1, 1, "");
  show (fixture, fixture->screening);
}

static guint
count_questions (Fixture *fixture)
{
  guint n = 0;

  while (find_widget (GTK_WIDGET (fixture->page), NW_TYPE_QUESTION, n) != NULL)
    n++;
  return n;
}

/* Where the last question that is there ends, from the upper edge of what scrolls. */
static double
get_end (Fixture *fixture)
{
  GtkWidget *last = find_widget (GTK_WIDGET (fixture->page), NW_TYPE_QUESTION,
                                 count_questions (fixture) - 1);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (last, gtk_widget_get_ancestor (last, GTK_TYPE_VIEWPORT),
                                            &bounds));
  return bounds.origin.y + bounds.size.height;
}

/* A few questions with each frame, so that none of them is late; and soon the
 * window is full. */
static void
test_fills_the_window_frame_by_frame (Fixture       *fixture,
                                      gconstpointer  data)
{
  GtkWidget *scroller;
  guint n_before;
  guint n_frames = 0;

  show (fixture, make_screening (2, 100, ""));
  nw_screening_next (fixture->screening);
  scroller = gtk_widget_get_ancestor (find_widget (GTK_WIDGET (fixture->page), NW_TYPE_QUESTION, 0),
                                      GTK_TYPE_SCROLLED_WINDOW);
  n_before = count_questions (fixture);
  g_assert_cmpuint (n_before, <=, MOST_OF_A_FRAME);
  do
    {
      guint n;

      gtk_widget_queue_draw (fixture->window);
      gtk_test_widget_wait_for_draw (fixture->window);
      n = count_questions (fixture);
      g_assert_cmpuint (n, <=, n_before + MOST_OF_A_FRAME);
      n_before = n;
      g_assert_cmpuint (++n_frames, <, 10);
    }
  while (get_end (fixture) < gtk_widget_get_height (scroller));
  g_assert_cmpuint (n_frames, >, 1);
}

#define ADD(name, function) \
  g_test_add ("/view/large-forms/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("builds-what-is-looked-at", test_builds_what_is_looked_at);
  ADD ("fills-the-window-frame-by-frame", test_fills_the_window_frame_by_frame);
  ADD ("tab-passes-over-nothing", test_tab_passes_over_nothing);
  ADD ("change-goes-there-and-back", test_change_goes_there_and_back);
  ADD ("error-far-below-takes-the-focus", test_error_far_below_takes_the_focus);
  ADD ("names-repetitions", test_names_repetitions);
  ADD ("undo-passes-over-what-goes", test_undo_passes_over_what_goes);

  return g_test_run ();
}
