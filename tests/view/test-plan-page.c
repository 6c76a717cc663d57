/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the page Prepare: what each place shows, edits that reach the plan,
 * names for who listens, and where the focus is. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "model/plan/nw-plan-keeper.h"
#include "model/plan/nw-time.h"
#include "model/screening/nw-sheet.h"
#include "view/plan/nw-plan-format.h"
#include "view/plan/nw-plan-page.h"
#include "view/plan/nw-plan-sheet.h"
#include "view/widgets/nw-page.h"
#include "view/widgets/nw-sheet-print.h"

typedef struct
{
  char         *folder;
  NwPlanKeeper *keeper;
  NwPlan       *plan;
  GtkWidget    *window;
  GtkWidget    *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (NwStore) store = NULL;
  g_autoptr (GDateTime) now = nw_time_new_from_text ("2026-11-22T12:00", "UTC");
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);

  fixture->folder = g_dir_make_tmp ("nw-page-XXXXXX", NULL);
  store = nw_store_new (fixture->folder);
  fixture->keeper = nw_plan_keeper_new (store, clock);
  fixture->plan = nw_plan_keeper_get_plan (fixture->keeper);
  fixture->page = nw_plan_page_new (fixture->keeper);
  fixture->window = gtk_window_new ();
  gtk_widget_insert_action_group (fixture->window, "page",
                                  nw_page_get_actions (NW_PAGE (fixture->page)));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (NwStore) store = NULL;

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  nw_plan_keeper_delete_all (fixture->keeper, NULL);
  g_clear_object (&fixture->keeper);
  g_free (fixture->folder);
}

/* Finding */

typedef gboolean (*Matches) (GtkWidget  *widget,
                             const char *text);

static GtkWidget *
find (GtkWidget  *widget,
      Matches     matches,
      const char *text)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (matches (widget, text))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_label (GtkWidget  *widget,
           const char *text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
is_named_button (GtkWidget  *widget,
                 const char *text)
{
  return GTK_IS_BUTTON (widget)
         && gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL, text) == NULL;
}

static gboolean
is_labelled_button (GtkWidget  *widget,
                    const char *text)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), text) == 0;
}

static gboolean
is_named_entry (GtkWidget  *widget,
                const char *text)
{
  return (GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget))
         && gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL, text) == NULL;
}

static gboolean
is_named_check (GtkWidget  *widget,
                const char *text)
{
  return GTK_IS_CHECK_BUTTON (widget)
         && gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL, text) == NULL;
}

static void
assert_shown (Fixture    *fixture,
              const char *text)
{
  g_test_message ("shown: %s", text);
  g_assert_nonnull (find (fixture->page, has_label, text));
}

static void
assert_not_shown (Fixture    *fixture,
                  const char *text)
{
  g_test_message ("not shown: %s", text);
  g_assert_null (find (fixture->page, has_label, text));
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find (fixture->page, is_labelled_button, label);

  if (button == NULL)
    button = find (fixture->page, is_named_button, label);
  g_test_message ("click: %s", label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
type (Fixture    *fixture,
      const char *name,
      const char *text)
{
  GtkWidget *entry = find (fixture->page, is_named_entry, name);

  g_test_message ("type: %s", name);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
show (Fixture    *fixture,
      const char *place)
{
  g_assert_true (nw_page_show_place (NW_PAGE (fixture->page), place));
}

static void
set_appointment (Fixture    *fixture,
                 const char *text)
{
  g_autoptr (GDateTime) time = nw_time_new_from_text (text, "UTC");

  nw_plan_set_appointment (fixture->plan, time);
}

/* Tests */

static void
test_overview (Fixture       *fixture,
               gconstpointer  data)
{
  assert_shown (fixture, "Before the First Appointment");
  assert_shown (fixture, "Not done yet");
  set_appointment (fixture, "2026-11-27T10:30");
  assert_shown (fixture, "Friday, 27 November 2026, 10:30");
  assert_shown (fixture, "Due in 2 days");
  set_appointment (fixture, "2026-11-24T10:30");
  assert_shown (fixture, "Overdue");
  nw_plan_set_result (fixture->plan, NW_LICENCE_ACTIVE);
  nw_plan_mark_done (fixture->plan, NW_CHECK_INSURANCE, TRUE);
  assert_shown (fixture, "Done on 22 November 2026");
  assert_shown (fixture, "Found, and active");
  assert_not_shown (fixture, "Overdue");
}

static void
test_one_suggestion (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *set_date = find (fixture->page, is_named_button, "Set the Date");
  GtkWidget *licence = find (fixture->page, is_labelled_button, "Check the Licence");
  GtkWidget *insurance = find (fixture->page, is_labelled_button, "Go Through the Call");

  g_assert_true (gtk_widget_has_css_class (set_date, "suggested-action"));
  g_assert_false (gtk_widget_has_css_class (licence, "suggested-action"));
  set_appointment (fixture, "2026-11-27T10:30");
  g_assert_false (gtk_widget_has_css_class (set_date, "suggested-action"));
  g_assert_true (gtk_widget_has_css_class (licence, "suggested-action"));
  nw_plan_set_result (fixture->plan, NW_LICENCE_ACTIVE);
  g_assert_false (gtk_widget_has_css_class (licence, "suggested-action"));
  g_assert_true (gtk_widget_has_css_class (insurance, "suggested-action"));
}

static void
test_appointment_form (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *text = NULL;

  show (fixture, "appointment");
  click (fixture, "Keep This Date");
  assert_shown (fixture, "Type a date, such as 22 November 2026.");
  assert_shown (fixture, "Type a time, such as 10:30.");
  type (fixture, "Date", "someday");
  type (fixture, "Time", "early");
  click (fixture, "Keep This Date");
  assert_shown (fixture, "This is not a date. Type one such as 22 November 2026.");
  assert_shown (fixture, "This is not a time. Type one such as 10:30.");
  g_assert_null (nw_plan_get_appointment (fixture->plan));

  type (fixture, "Date", "12 dec");
  type (fixture, "Time", "2.15 pm");
  click (fixture, "Keep This Date");
  g_assert_nonnull (nw_plan_get_appointment (fixture->plan));
  text = g_date_time_format (nw_plan_get_appointment (fixture->plan), "%Y-%m-%d %H:%M");
  g_assert_cmpstr (text, ==, "2026-12-12 14:15");
  assert_shown (fixture, "Saturday, 12 December 2026");
  assert_shown (fixture, "by 9 December 2026");

  show (fixture, "appointment");
  click (fixture, "Remove the Date");
  g_assert_null (nw_plan_get_appointment (fixture->plan));
  g_action_group_activate_action (nw_page_get_actions (NW_PAGE (fixture->page)), "undo", NULL);
  g_assert_nonnull (nw_plan_get_appointment (fixture->plan));
}

static gboolean
is_row (GtkWidget  *widget,
        const char *text)
{
  return GTK_IS_LIST_BOX_ROW (widget) && gtk_widget_get_child_visible (widget)
         && gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                                GTK_ACCESSIBLE_PROPERTY_LABEL, text) == NULL;
}

static void
test_country (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *search;

  show (fixture, "licence");
  g_assert_nonnull (find (fixture->page, is_row, "Germany"));
  search = find (fixture->page, is_named_entry, "Find your country");
  gtk_editable_set_text (GTK_EDITABLE (search), "québ");
  g_assert_null (find (fixture->page, is_row, "Germany"));
  g_assert_nonnull (find (fixture->page, is_row, "Quebec, Canada"));
  gtk_editable_set_text (GTK_EDITABLE (search), "atlantis");
  assert_shown (fixture, "not in our list");

  gtk_editable_set_text (GTK_EDITABLE (search), "can");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_COUNTRY), ==, "CA");
  assert_not_shown (fixture, "CTCMPAO");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (fixture->page, is_named_check, "Ontario")),
                               TRUE);
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_REGION), ==, "ON");
  assert_shown (fixture, "CTCMPAO");
  assert_shown (fixture, "Required by law");
}

/* Who types a state has said the country too, and takes both back at once. */
static void
test_region (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *search;

  show (fixture, "licence");
  search = find (fixture->page, is_named_entry, "Find your country");
  gtk_editable_set_text (GTK_EDITABLE (search), "calif");
  g_assert_nonnull (find (fixture->page, is_row, "California, United States"));
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_COUNTRY), ==, "US");
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_REGION), ==, "CA");
  g_assert_true (gtk_check_button_get_active (
    GTK_CHECK_BUTTON (find (fixture->page, is_named_check, "California"))));

  g_action_group_activate_action (nw_page_get_actions (NW_PAGE (fixture->page)), "undo", NULL);
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_COUNTRY), ==, "");
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_REGION), ==, "");
}

static gboolean
has_focus_in (Fixture *fixture,
              GType    type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

/* The countries are one stop: Tab comes to them and leaves them. */
static void
test_country_keys (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *row;

  show (fixture, "licence");
  /* In a window without the keyboard, Tab begins at the top. */
  while (!gtk_window_is_active (GTK_WINDOW (fixture->window)))
    g_main_context_iteration (NULL, TRUE);
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (has_focus_in (fixture, GTK_TYPE_SEARCH_ENTRY));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_true (has_focus_in (fixture, GTK_TYPE_LIST_BOX_ROW));
  row = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "move-cursor",
                         GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
  g_assert_true (has_focus_in (fixture, GTK_TYPE_LIST_BOX_ROW));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != row);
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD));
  g_assert_false (has_focus_in (fixture, GTK_TYPE_LIST_BOX_ROW));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (has_focus_in (fixture, GTK_TYPE_LIST_BOX_ROW));
  g_assert_true (gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (has_focus_in (fixture, GTK_TYPE_SEARCH_ENTRY));

  /* Once a country is chosen, the page begins at its heading. */
  nw_plan_set_text (fixture->plan, NW_PLAN_COUNTRY, "DE");
  show (fixture, "licence");
  g_assert_false (has_focus_in (fixture, GTK_TYPE_SEARCH_ENTRY));
}

static void
test_return_keeps_the_date (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *date;

  show (fixture, "appointment");
  date = find (fixture->page, is_named_entry, "Date");
  type (fixture, "Date", "12 dec");
  g_signal_emit_by_name (date, "activate");
  g_assert_null (nw_plan_get_appointment (fixture->plan));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         find (fixture->page, is_named_entry, "Time")));
  type (fixture, "Time", "10:30");
  g_signal_emit_by_name (date, "activate");
  g_assert_nonnull (nw_plan_get_appointment (fixture->plan));
  assert_shown (fixture, "Saturday, 12 December 2026, 10:30");
}

static void
test_licence_record (Fixture       *fixture,
                     gconstpointer  data)
{
  nw_plan_set_text (fixture->plan, NW_PLAN_COUNTRY, "DE");
  show (fixture, "licence");
  click (fixture, "I Looked Here");
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_REGISTER_ID), ==, "de-doctor");
  assert_shown (fixture, "Looked up with:");
  type (fixture, "Practitioner’s full name", "Dr Ana Müller");
  type (fixture, "Licence or registration number", "42");
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_PRACTITIONER), ==, "Dr Ana Müller");
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_NUMBER), ==, "42");

  assert_not_shown (fixture, "Not found can have many reasons");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (fixture->page, is_named_check,
                                                       "Not found")), TRUE);
  assert_shown (fixture, "Not found can have many reasons");
  g_assert_cmpint (nw_plan_get_state (fixture->plan, NW_CHECK_LICENCE), ==, NW_CHECK_DONE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (fixture->page, is_named_check,
                                                       "Found, and active")), TRUE);
  assert_not_shown (fixture, "Not found can have many reasons");
  nw_plan_undo (fixture->plan);
  assert_shown (fixture, "Not found can have many reasons");
}

/* A field that shows another text does not take that for typing. */
static void
test_texts_come_back (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char kept[] = "{\"format\":1,\"licence\":{\"practitioner\":\"Bea Example\"}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (kept, strlen (kept));
  g_autoptr (GError) error = NULL;
  g_autoptr (NwJson) json = nw_json_new_from_bytes (bytes, "plan.json", NULL, &error);

  g_assert_no_error (error);
  show (fixture, "licence");
  type (fixture, "Practitioner’s full name", "Ann Example");
  type (fixture, "Licence or registration number", "42");
  type (fixture, "Practitioner’s full name", "Cleo Example");
  nw_plan_undo (fixture->plan);
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_PRACTITIONER), ==, "Ann Example");
  g_assert_true (nw_plan_get_can_redo (fixture->plan));
  nw_plan_redo (fixture->plan);
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_PRACTITIONER), ==, "Cleo Example");

  g_assert_true (nw_plan_load (fixture->plan, nw_json_get_root (json), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_PRACTITIONER), ==, "Bea Example");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
    find (fixture->page, is_named_entry, "Practitioner’s full name"))), ==, "Bea Example");
  g_assert_false (nw_plan_get_can_undo (fixture->plan));
}

static void
test_call (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *entry;

  nw_plan_set_text (fixture->plan, NW_PLAN_COUNTRY, "DE");
  show (fixture, "insurance");
  assert_shown (fixture, "at least 6 months");
  assert_shown (fixture, "97813");
  assert_shown (fixture, "Medicare pays its share");
  type (fixture, "1. Is acupuncture covered for my back pain?", "Yes, from 6 months on");
  g_assert_cmpint (nw_plan_count_answers (fixture->plan), ==, 1);
  type (fixture, "Who did you speak to?", "Ms Lee");
  g_assert_cmpstr (nw_plan_get_text (fixture->plan, NW_PLAN_SPOKE_TO), ==, "Ms Lee");
  click (fixture, "Mark as Done");
  g_assert_cmpstr (nw_plan_get_done_on (fixture->plan, NW_CHECK_INSURANCE), ==, "2026-11-22");
  assert_shown (fixture, "Done on 22 November 2026");
  click (fixture, "Mark as Not Done");
  g_assert_cmpint (nw_plan_get_state (fixture->plan, NW_CHECK_INSURANCE), !=, NW_CHECK_DONE);

  /* Undo reaches the field. */
  entry = find (fixture->page, is_named_entry, "Who did you speak to?");
  while (*nw_plan_get_text (fixture->plan, NW_PLAN_SPOKE_TO) != '\0')
    nw_plan_undo (fixture->plan);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  nw_plan_set_text (fixture->plan, NW_PLAN_COUNTRY, "SG");
  assert_not_shown (fixture, "at least 6 months");
  assert_shown (fixture, "We know nothing yet about insurance in this country.");
}

/* The codes for electric current concern somebody with a device above all. */
static void
test_codes_with_a_device (Fixture       *fixture,
                          gconstpointer  data)
{
  const char *const told[] = { "advice.device", NULL };
  const char *const other[] = { "advice.pregnancy", NULL };

  show (fixture, "insurance");
  assert_shown (fixture, "97813");
  assert_not_shown (fixture, "You told us of an implant");
  nw_plan_set_told (fixture->plan, told);
  assert_shown (fixture, "You told us of an implant that needs power");
  nw_plan_set_told (fixture->plan, other);
  assert_not_shown (fixture, "You told us of an implant");
}

/* One question at a time: the answers are the same ones. */
static void
test_call_one_at_a_time (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  GtkWidget *single;
  GtkWidget *entry;

  nw_plan_set_answer (fixture->plan, "diagnosis", "Yes");
  show (fixture, "insurance");
  single = find (fixture->page, is_named_check, "One at a time, during the call");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (single), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "one-question-at-a-time"));

  /* It begins with the first that has no answer. */
  assert_shown (fixture, "Question 2 of 10");
  assert_not_shown (fixture, "1. Is acupuncture covered for my back pain?");
  click (fixture, "_Back");
  assert_shown (fixture, "Question 1 of 10");
  g_assert_false (gtk_widget_get_sensitive (find (fixture->page, is_labelled_button, "_Back")));
  entry = find (fixture->page, is_named_entry, "1. Is acupuncture covered for my back pain?");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         entry));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Yes");
  g_signal_emit_by_name (entry, "activate");
  assert_shown (fixture, "Question 2 of 10");
  while (find (fixture->page, is_labelled_button, "_Next") != NULL)
    click (fixture, "_Next");
  assert_shown (fixture, "Question 10 of 10");
  click (fixture, "_Go to the End of the Call");
  entry = find (fixture->page, is_named_entry, "Who did you speak to?");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                         entry));

  /* It stays so until it is changed. */
  show (fixture, "insurance");
  assert_shown (fixture, "Question 2 of 10");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find (fixture->page, is_named_check,
                                                       "All questions at once")), TRUE);
  assert_not_shown (fixture, "Question 2 of 10");
  g_assert_nonnull (find (fixture->page, is_named_entry,
                          "1. Is acupuncture covered for my back pain?"));
  g_settings_reset (settings, "one-question-at-a-time");
}

static char *
dup_sheet_text (Fixture          *fixture,
                NwPlanSheetParts  parts)
{
  g_autoptr (NwDirectory) directory = nw_directory_load (NULL);
  g_autoptr (NwInsuranceGuide) guide = nw_insurance_guide_load (NULL);
  g_autoptr (GPtrArray) sheet = nw_plan_sheet_new (parts, fixture->plan, directory, guide);

  return nw_sheet_dup_text (sheet);
}

static void
assert_in_order (const char        *text,
                 const char *const *parts)
{
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (text, parts[i]);

      g_test_message ("“%s” in: %s", parts[i], text);
      g_assert_nonnull (found);
      text = found;
    }
}

static void
test_sheet (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const licence[] = {
    "The Practitioner’s Licence\n22 November 2026\n", "Where to Look", "https://",
    "Practitioner: Dr Ana",
    "Licence number:\n", "Result: Not found", "Licence checked on: 22 November 2026", NULL,
  };
  const char *const call[] = {
    "Questions for the Insurer", "1. Is acupuncture covered", "Answer: Yes", "10. Can you",
    "Spoke to: Ms Lee", NULL,
  };
  const char *const questions[] = {
    "I Want to Ask\n☐ Is there a lift?", "More to Ask\n☐ May I have", "Four That Suit",
    "Does someone tell you", NULL,
  };
  const NwPlanSheetParts parts[] = {
    NW_PLAN_SHEET_LICENCE, NW_PLAN_SHEET_CALL, NW_PLAN_SHEET_QUESTIONS,
  };
  const char *const *const expected[] = { licence, call, questions };
  g_autofree char *all = NULL;
  const char *id;

  nw_plan_set_text (fixture->plan, NW_PLAN_COUNTRY, "AU");
  nw_plan_set_text (fixture->plan, NW_PLAN_PRACTITIONER, "Dr Ana");
  nw_plan_set_result (fixture->plan, NW_LICENCE_NOT_FOUND);
  nw_plan_set_answer (fixture->plan, "diagnosis", "Yes");
  nw_plan_set_text (fixture->plan, NW_PLAN_SPOKE_TO, "Ms Lee");
  nw_plan_add_own_question (fixture->plan, "Is there a lift?");
  nw_plan_get_own_question (fixture->plan, 0, &id);
  nw_plan_set_ticked (fixture->plan, id, TRUE);

  all = dup_sheet_text (fixture, NW_PLAN_SHEET_ALL);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = dup_sheet_text (fixture, parts[i]);

      assert_in_order (text, expected[i]);
      assert_in_order (all, expected[i]);
    }
}

static void
test_sheet_becomes_a_pdf (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (NwDirectory) directory = nw_directory_load (NULL);
  g_autoptr (NwInsuranceGuide) guide = nw_insurance_guide_load (NULL);
  g_autoptr (GPtrArray) sheet = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *job_name = NULL;
  int n_pages;

  nw_plan_set_text (fixture->plan, NW_PLAN_COUNTRY, "US");
  sheet = nw_plan_sheet_new (NW_PLAN_SHEET_ALL, fixture->plan, directory, guide);
  operation = nw_sheet_print_new (sheet);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);
  g_object_get (operation, "job-name", &job_name, "n-pages", &n_pages, NULL);
  g_assert_cmpstr (job_name, ==, "Needlewise");
  g_assert_cmpint (n_pages, >, 1);
  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
read_clipboard_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

/* Each place puts on the clipboard what it shows. */
static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  const char *const places[] = { "overview", "licence", "insurance", "questions" };
  const NwPlanSheetParts parts[] = {
    NW_PLAN_SHEET_ALL, NW_PLAN_SHEET_LICENCE, NW_PLAN_SHEET_CALL, NW_PLAN_SHEET_QUESTIONS,
  };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->page);

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *expected = dup_sheet_text (fixture, parts[i]);
      g_autofree char *text = NULL;

      show (fixture, places[i]);
      click (fixture, "_Copy as Text");
      gdk_clipboard_read_text_async (clipboard, NULL, read_clipboard_cb, &text);
      while (text == NULL)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpstr (text, ==, expected);
      g_assert_true (g_action_group_get_action_enabled (
        nw_page_get_actions (NW_PAGE (fixture->page)), "print"));
    }
}

static void
test_questions (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *check;

  show (fixture, "questions");
  check = find (fixture->page, is_named_check, "Do you use new, sealed needles each time?");
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_true (nw_plan_get_ticked (fixture->plan, "needles"));
  nw_plan_undo (fixture->plan);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));

  g_assert_false (gtk_widget_get_sensitive (find (fixture->page, is_labelled_button, "_Add")));
  type (fixture, "Your own question", "Is there a lift?");
  click (fixture, "_Add");
  g_assert_nonnull (find (fixture->page, is_named_check, "Is there a lift?"));
  click (fixture, "Remove “Is there a lift?”");
  g_assert_null (find (fixture->page, is_named_check, "Is there a lift?"));
  g_action_group_activate_action (nw_page_get_actions (NW_PAGE (fixture->page)), "undo", NULL);
  g_assert_nonnull (find (fixture->page, is_named_check, "Is there a lift?"));
}

static void
test_back (Fixture       *fixture,
           gconstpointer  data)
{
  GActionGroup *actions = nw_page_get_actions (NW_PAGE (fixture->page));
  GtkWidget *focus;

  g_assert_false (g_action_group_get_action_enabled (actions, "back"));
  show (fixture, "insurance");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Go Through the Call");
  g_assert_true (g_action_group_get_action_enabled (actions, "back"));
  g_action_group_activate_action (actions, "back", NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (is_labelled_button (focus, "Go Through the Call"));
  g_assert_false (nw_page_show_place (NW_PAGE (fixture->page), "nowhere"));
}

/* Every stop of the keyboard says what it is. */
static void
assert_named (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return;

  if ((GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_ENTRY (widget)
       || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_LIST_BOX (widget)
       || GTK_IS_LIST_BOX_ROW (widget) || GTK_IS_SPIN_BUTTON (widget))
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL)
      && !(GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL
           && !gtk_button_get_use_underline (GTK_BUTTON (widget))))
    g_error ("A %s has no name", G_OBJECT_TYPE_NAME (widget));

  /* The parts of a spin button or a calendar are GTK’s own. */
  if (GTK_IS_SPIN_BUTTON (widget) || GTK_IS_CALENDAR (widget) || GTK_IS_MENU_BUTTON (widget)
      || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  const char *const places[] = { "overview", "appointment", "licence", "insurance", "questions" };

  for (int round = 0; round < 2; round++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
        {
          show (fixture, places[i]);
          assert_named (fixture->page);
        }
      nw_plan_set_text (fixture->plan, NW_PLAN_COUNTRY, "US");
      nw_plan_add_own_question (fixture->plan, "Is there a lift?");
      set_appointment (fixture, "2026-11-27T10:30");
    }
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  const char *const places[] = { "overview", "appointment", "licence", "insurance", "questions" };

  nw_plan_set_text (fixture->plan, NW_PLAN_COUNTRY, "US");
  set_appointment (fixture, "2026-11-27T10:30");
  nw_page_set_layout (NW_PAGE (fixture->page), NW_LAYOUT_NARROW);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int minimum;

      show (fixture, places[i]);
      gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      g_test_message ("%s: %d", places[i], minimum);
      g_assert_cmpint (minimum, <=, 360);
    }
}

static void
test_format (void)
{
  g_autoptr (GDateTime) berlin = nw_time_new_from_text ("2026-12-12T10:30", "Europe/Berlin");
  g_autoptr (GDateTime) now = nw_time_new_from_text ("2026-11-22T12:00", "UTC");
  g_autofree char *here = nw_plan_format_appointment (now, now);
  g_autofree char *there = nw_plan_format_appointment (berlin, now);
  g_autofree char *one = nw_plan_format_countdown (1);
  g_autofree char *date = nw_plan_format_iso_date ("2026-02-03");
  g_autofree char *none = nw_plan_format_iso_date ("soon");

  g_assert_cmpstr (here, ==, "Sunday, 22 November 2026, 12:00");
  g_assert_cmpstr (there, ==, "Saturday, 12 December 2026, 10:30 (Europe/Berlin)");
  g_assert_cmpstr (one, ==, "Due tomorrow");
  g_assert_cmpstr (date, ==, "3 February 2026");
  g_assert_cmpstr (none, ==, "soon");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/view/plan-page/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("overview", test_overview);
  ADD ("one-suggestion", test_one_suggestion);
  ADD ("appointment-form", test_appointment_form);
  ADD ("country", test_country);
  ADD ("region", test_region);
  ADD ("country-keys", test_country_keys);
  ADD ("return-keeps-the-date", test_return_keeps_the_date);
  ADD ("licence-record", test_licence_record);
  ADD ("texts-come-back", test_texts_come_back);
  ADD ("call", test_call);
  ADD ("codes-with-a-device", test_codes_with_a_device);
  ADD ("call-one-at-a-time", test_call_one_at_a_time);
  ADD ("sheet", test_sheet);
  ADD ("sheet-becomes-a-pdf", test_sheet_becomes_a_pdf);
  ADD ("copy", test_copy);
  ADD ("questions", test_questions);
  ADD ("back", test_back);
  ADD ("names", test_names);
  ADD ("narrow", test_narrow);
#undef ADD
  g_test_add_func ("/view/plan-page/format", test_format);

  return g_test_run ();
}
