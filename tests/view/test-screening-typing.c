/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of controls with something behind them: what folds out, how a day is understood, what an address becomes. */

#include "config.h"

#include <dlfcn.h>
#include <gtk/gtk.h>
#include <langinfo.h>
#include <string.h>

#include "view/screening/nw-answer-group.h"
#include "view/screening/nw-date-field.h"
#include "view/screening/nw-drop-field.h"
#include "view/screening/nw-entry-field.h"
#include "view/screening/nw-question.h"
#include "view/screening/nw-screening-page.h"

#include "looking.h"

#define LONG_ANSWER \
  "A country outside Europe to which I go back for several months of each year"

static const char form[] =
  "{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"item\":[{\"linkId\":\"page\","
  "\"type\":\"group\",\"text\":\"A Page\",\"item\":["
  "{\"linkId\":\"drop\",\"type\":\"choice\",\"text\":\"Where do you live?\",\"extension\":[{\"url\":"
  "\"http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl\","
  "\"valueCodeableConcept\":{\"coding\":[{\"system\":"
  "\"http://hl7.org/fhir/questionnaire-item-control\",\"code\":\"drop-down\"}]}}],"
  "\"answerOption\":[{\"valueString\":\"Austria\"},{\"valueString\":\"Bulgaria\"},"
  "{\"valueString\":\"" LONG_ANSWER "\"}]},"
  "{\"linkId\":\"day\",\"type\":\"date\",\"text\":\"When were you born?\"},"
  "{\"linkId\":\"moment\",\"type\":\"dateTime\",\"text\":\"When was the last visit?\"},"
  "{\"linkId\":\"address\",\"type\":\"url\",\"text\":\"Where do you write?\"}]}]}";

typedef struct
{
  GtkWidget       *window;
  NwScreeningPage *page;
  NwScreening     *screening;
} Fixture;

/* The country of the reader: there, the day comes first. */
char *
nl_langinfo (nl_item item)
{
  char *(*real) (nl_item) = (char *(*) (nl_item)) dlsym (RTLD_NEXT, "nl_langinfo");

  return item == D_FMT ? (char *) "%d/%m/%Y" : real (item);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (form, strlen (form));
  g_autoptr (NwQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  questionnaire = nw_questionnaire_new_from_bytes (bytes, "form", &error);
  g_assert_no_error (error);
  fixture->screening = nw_screening_new (questionnaire, "en");
  nw_screening_show_page (fixture->screening, nw_screening_get_nth_page (fixture->screening, 0));
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

static GtkWidget *
find_field (Fixture *fixture,
            GType    type,
            guint    n)
{
  build_all (GTK_WIDGET (fixture->page));
  return find (GTK_WIDGET (fixture->page), type, n);
}

static NwResponseItem *
find_item (Fixture    *fixture,
           const char *link_id)
{
  return nw_response_find (nw_screening_get_response (fixture->screening), link_id);
}

static void
unfold (GtkWidget *field,
        gboolean   unfolded)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (find (field, GTK_TYPE_MENU_BUTTON, 0));

  if (unfolded)
    gtk_menu_button_popup (button);
  else
    gtk_menu_button_popdown (button);
  settle ();
}

/* The list is made when it is first folded out, with what was chosen before. */
static void
test_list_shows_what_was_chosen (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *field = find_field (fixture, NW_TYPE_DROP_FIELD, 0);
  NwAnswerGroup *group;

  nw_screening_choose (fixture->screening, find_item (fixture, "drop"), 1, TRUE);
  unfold (field, TRUE);
  group = NW_ANSWER_GROUP (find (field, NW_TYPE_ANSWER_GROUP, 0));
  g_assert_true (nw_answer_group_get_chosen (group, 1));
  g_assert_false (nw_answer_group_get_chosen (group, 0));
  gtk_test_accessible_assert_property (group, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Where do you live?");
  nw_screening_choose (fixture->screening, find_item (fixture, "drop"), 0, TRUE);
  g_assert_true (nw_answer_group_get_chosen (group, 0));
  unfold (field, FALSE);
}

/* A long answer is not cut: it takes as many rows as it needs. */
static void
test_list_shows_the_whole_answer (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *field = find_field (fixture, NW_TYPE_DROP_FIELD, 0);
  GtkWidget *label = find (find (field, GTK_TYPE_MENU_BUTTON, 0), GTK_TYPE_LABEL, 0);
  int width;
  int before;
  int after;
  int wide;

  gtk_widget_measure (field, GTK_ORIENTATION_VERTICAL, 300, &before, NULL, NULL, NULL);
  nw_screening_choose (fixture->screening, find_item (fixture, "drop"), 2, TRUE);
  gtk_widget_measure (field, GTK_ORIENTATION_VERTICAL, 300, &after, NULL, NULL, NULL);
  gtk_widget_measure (field, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (field, GTK_ORIENTATION_VERTICAL, 900, &wide, NULL, NULL, NULL);
  g_assert_cmpint (after, >, before);
  g_assert_cmpint (width, <, 300);
  /* And no more than it needs: the text fits into three rows, and into one. */
  g_assert_cmpint (after, <, 3 * before);
  g_assert_cmpint (wide, ==, before);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, LONG_ANSWER);
  g_assert_cmpint (gtk_label_get_ellipsize (GTK_LABEL (label)), ==, PANGO_ELLIPSIZE_NONE);
}

/* A day is typed in the order of the country, kept as FHIR has it, and said in
 * words, so that one sees how it is understood. */
static void
test_day_in_the_order_of_the_country (Fixture       *fixture,
                                      gconstpointer  data)
{
  GtkWidget *field = find_field (fixture, NW_TYPE_DATE_FIELD, 0);
  GtkEditable *entry = GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0));
  NwResponseItem *item = find_item (fixture, "day");
  const char *const typed[] = { "2/3/1951", "1951-03-02", "2 March 1951" };

  g_assert_nonnull (find_text (field, "A day such as 21/03/2026 or 2026-03-21"));
  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      gtk_editable_set_text (entry, typed[i]);
      settle ();
      g_assert_cmpuint (nw_response_item_get_n_answers (item), ==, 1);
      g_assert_cmpstr (nw_value_get_text (nw_response_item_get_answer (item, 0)),
                       ==, "1951-03-02");
      g_assert_nonnull (find_text (field, "2 March 1951"));
    }
  gtk_editable_set_text (entry, "2/3/51");
  settle ();
  g_assert_cmpuint (nw_response_item_get_n_answers (item), ==, 0);
  g_assert_nonnull (find_text (field, "A day such as"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.next", NULL);
  settle ();
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page),
                        "Please type a date, such as 21/03/2026 or 2026-03-21."));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "2/3/51");
}

static void
test_day_and_time_in_the_order_of_the_country (Fixture       *fixture,
                                               gconstpointer  data)
{
  GtkWidget *field = find_field (fixture, NW_TYPE_DATE_FIELD, 1);
  NwResponseItem *item = find_item (fixture, "moment");

  gtk_editable_set_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0)), "2/3/2026");
  gtk_editable_set_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 1)), "14:30");
  settle ();
  g_assert_cmpuint (nw_response_item_get_n_answers (item), ==, 1);
  g_assert_true (g_str_has_prefix (nw_value_get_text (nw_response_item_get_answer (item, 0)),
                                   "2026-03-02T14:30:00"));
  g_assert_nonnull (find_text (field, "2 March 2026, 14:30"));
}

/* Each entry keeps what was typed into it, in whatever order, also where it is no
 * answer yet and one comes back to it. */
static void
test_day_and_time_are_apart (Fixture       *fixture,
                             gconstpointer  data)
{
  static const struct
  {
    const char *day;
    const char *time;
    const char *answer;
    const char *day_after;
    const char *time_after;
  } cases[] = {
    { "2 March 2026", "2:30 pm", "2026-03-02T14:30:00", "02/03/2026", "14:30" },
    { "2/3/2026", "", "2026-03-02", "02/03/2026", "" },
    { "2. 3. 2026", "9", "2026-03-02T09:00:00", "02/03/2026", "09:00" },
    { "", "14:30", NULL, "", "14:30" },
    { "2 March", "", NULL, "2 March", "" },
    { "2 March 2026", "noon", NULL, "2 March 2026", "noon" },
  };
  NwResponseItem *item = find_item (fixture, "moment");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *field = find_field (fixture, NW_TYPE_DATE_FIELD, 1);

      /* First the time, so that it stands there without a day for a moment. */
      gtk_editable_set_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0)), "");
      gtk_editable_set_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 1)), cases[i].time);
      gtk_editable_set_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0)), cases[i].day);
      settle ();
      g_test_message ("%s %s", cases[i].day, cases[i].time);
      g_assert_cmpuint (nw_response_item_get_n_answers (item), ==, cases[i].answer != NULL ? 1 : 0);
      if (cases[i].answer != NULL)
        g_assert_true (g_str_has_prefix (
                         nw_value_get_text (nw_response_item_get_answer (item, 0)),
                         cases[i].answer));

      nw_screening_show_review (fixture->screening);
      nw_screening_show_page (fixture->screening,
                              nw_screening_get_nth_page (fixture->screening, 0));
      settle ();
      field = find_field (fixture, NW_TYPE_DATE_FIELD, 1);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0))), ==,
                       cases[i].day_after);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 1))), ==,
                       cases[i].time_after);
    }
}

/* The calendar opens at the day that was typed. */
static void
test_calendar_opens_at_the_typed_day (Fixture       *fixture,
                                      gconstpointer  data)
{
  GtkWidget *field = find_field (fixture, NW_TYPE_DATE_FIELD, 0);
  g_autoptr (GDateTime) day = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0)), "2/3/1951");
  unfold (field, TRUE);
  day = gtk_calendar_get_date (GTK_CALENDAR (find (field, GTK_TYPE_CALENDAR, 0)));
  g_assert_cmpint (g_date_time_get_year (day), ==, 1951);
  g_assert_cmpint (g_date_time_get_month (day), ==, 3);
  g_assert_cmpint (g_date_time_get_day_of_month (day), ==, 2);
  unfold (field, FALSE);
}

static void
assert_answered_cb (NwResponseItem *item)
{
  g_assert_cmpuint (nw_response_item_get_n_answers (item), ==, 1);
}

/* From one day to another there is no moment without one, on which other
 * questions depend. */
static void
test_calendar_changes_the_day_at_once (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *field = find_field (fixture, NW_TYPE_DATE_FIELD, 0);
  g_autoptr (GDateTime) day = g_date_time_new_local (1951, 3, 4, 12, 0, 0);
  NwResponseItem *item = find_item (fixture, "day");
  GtkCalendar *calendar;

  gtk_editable_set_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0)), "2/3/1951");
  unfold (field, TRUE);
  calendar = GTK_CALENDAR (find (field, GTK_TYPE_CALENDAR, 0));
  g_signal_connect_swapped (fixture->screening, "changed", G_CALLBACK (assert_answered_cb), item);
  gtk_calendar_select_day (calendar, day);
  g_assert_cmpstr (nw_value_get_text (nw_response_item_get_answer (item, 0)), ==, "1951-03-04");
  g_signal_handlers_disconnect_by_func (fixture->screening, assert_answered_cb, item);
  unfold (field, FALSE);
}

/* An address is kept as it was typed, as a valueUri. */
static void
test_address_is_kept_as_one (Fixture       *fixture,
                             gconstpointer  data)
{
  const char *const address = "https://example.org/a?b=c&d=é#e";
  GtkWidget *field = find_field (fixture, NW_TYPE_ENTRY_FIELD, 0);
  NwResponse *response = nw_screening_get_response (fixture->screening);
  NwResponseItem *item = find_item (fixture, "address");
  g_autofree char *expected = g_strdup_printf ("\"valueUri\":\"%s\"", address);
  g_autofree char *written = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find (field, GTK_TYPE_ENTRY, 0)), address);
  settle ();
  g_assert_cmpuint (nw_response_item_get_n_answers (item), ==, 1);
  g_assert_cmpint (nw_value_get_value_type (nw_response_item_get_answer (item, 0)),
                   ==, NW_VALUE_URI);
  written = nw_response_write_draft (response, FALSE);
  g_test_message ("%s", written);
  g_assert_nonnull (strstr (written, expected));
}

#define ADD(path, func) \
  g_test_add ("/view/screening-typing/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("list-shows-what-was-chosen", test_list_shows_what_was_chosen);
  ADD ("list-shows-the-whole-answer", test_list_shows_the_whole_answer);
  ADD ("day-in-the-order-of-the-country", test_day_in_the_order_of_the_country);
  ADD ("day-and-time-in-the-order-of-the-country",
       test_day_and_time_in_the_order_of_the_country);
  ADD ("day-and-time-are-apart", test_day_and_time_are_apart);
  ADD ("calendar-opens-at-the-typed-day", test_calendar_opens_at_the_typed_day);
  ADD ("calendar-changes-the-day-at-once", test_calendar_changes_the_day_at_once);
  ADD ("address-is-kept-as-one", test_address_is_kept_as_one);

  return g_test_run ();
}
