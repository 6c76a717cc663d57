/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of saving on the page Screen: the card that offers saved answers, and what Prepare is told of them. */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "view/screening/nw-heading.h"
#include "view/screening/nw-screening-page.h"
#include "view/widgets/nw-page.h"

#include "looking.h"

typedef struct
{
  char            *folder;
  NwPlanKeeper    *plan_keeper;
  NwDraftKeeper   *keeper;
  NwDraftKeeper   *form_keeper;
  GtkWidget       *window;
  NwScreeningPage *page;
  NwScreening     *screening;
} Fixture;

/* The program begins at an hour of the day, perhaps again in the same home. */
static void
begin (Fixture *fixture,
       int      hour)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, hour, 0, 0);
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);
  g_autoptr (NwStore) store = nw_store_new (fixture->folder);

  fixture->plan_keeper = nw_plan_keeper_new (store, clock);
  fixture->keeper = nw_draft_keeper_new (store, clock);
  fixture->form_keeper = nw_draft_keeper_new_for_forms (store, clock);
  fixture->page = NW_SCREENING_PAGE (nw_screening_page_new ());
  fixture->screening = nw_screening_page_get_screening (fixture->page);
  nw_screening_page_set_keeper (fixture->page, fixture->plan_keeper);
  nw_screening_page_set_draft_keepers (fixture->page, fixture->keeper, fixture->form_keeper);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
end (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  nw_draft_keeper_flush (fixture->keeper, &error);
  g_assert_no_error (error);
  nw_draft_keeper_flush (fixture->form_keeper, &error);
  g_assert_no_error (error);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_clear_object (&fixture->keeper);
  g_clear_object (&fixture->form_keeper);
  g_clear_object (&fixture->plan_keeper);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("nw-keep-XXXXXX", NULL);
  begin (fixture, 9);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  nw_draft_keeper_remove (fixture->keeper, &error);
  g_assert_no_error (error);
  nw_plan_keeper_delete_all (fixture->plan_keeper, NULL);
  end (fixture);
  g_free (fixture->folder);
}

/* The first shown widget within one that holds a text. */
static gboolean
reads (Fixture    *fixture,
       const char *text)
{
  return find_text (GTK_WIDGET (fixture->page), text) != NULL;
}

static void
click (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (find_text (GTK_WIDGET (fixture->page), label),
                                               GTK_TYPE_BUTTON);

  gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
choose (Fixture    *fixture,
        const char *link_id,
        guint       option)
{
  NwResponse *response = nw_screening_get_response (fixture->screening);

  nw_screening_choose (fixture->screening, nw_response_find (response, link_id), option, TRUE);
}

static gboolean saved;

static void
saved_cb (void)
{
  saved = TRUE;
}

static void
save_an_answer (Fixture *fixture)
{
  nw_screening_next (fixture->screening);
  choose (fixture, "intro.who", 0);
  saved = FALSE;
  g_signal_connect (fixture->keeper, "saved", G_CALLBACK (saved_cb), NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.save-later",
                                             NULL));
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  end (fixture);
}

static void
test_nothing_is_offered_where_nothing_is_saved (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_assert_false (reads (fixture, "You saved answers"));
  g_assert_false (reads (fixture, "Continue Where You Left Off"));
}

static void
test_card_offers_to_go_on (Fixture       *fixture,
                           gconstpointer  data)
{
  save_an_answer (fixture);
  begin (fixture, 11);
  g_assert_true (reads (fixture, "You saved answers 2 hours ago."));
  g_assert_true (reads (fixture, "the new answers take their place"));
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 0);

  click (fixture, "Continue Where You Left Off");
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 1);
  g_assert_true (reads (fixture, "Question 1 of 7"));
  g_assert_true (NW_IS_HEADING (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_false (reads (fixture, "You saved answers"));
}

static void
test_card_deletes_what_is_saved (Fixture       *fixture,
                                 gconstpointer  data)
{
  save_an_answer (fixture);
  begin (fixture, 11);
  click (fixture, "Delete the Saved Answers");
  g_assert_false (nw_draft_keeper_has_draft (fixture->keeper));
  g_assert_false (reads (fixture, "You saved answers"));
  g_assert_true (NW_IS_HEADING (gtk_window_get_focus (GTK_WINDOW (fixture->window))));

  end (fixture);
  begin (fixture, 12);
  g_assert_false (reads (fixture, "You saved answers"));
}

static void
answer_all (Fixture *fixture,
            gboolean device)
{
  const struct
  {
    const char *link_id;
    guint       option;
  } answers[] = {
    { "intro.who", 0 }, { "intro.under18", 0 }, { "signs.any", 7 }, { "checks.any", 9 },
    { "pregnancy.has", 0 }, { "device.has", device ? 1 : 0 }, { "implants.has", 0 },
    { "other.any", 13 }, { "device.kind", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (answers) - (device ? 0 : 1); i++)
    choose (fixture, answers[i].link_id, answers[i].option);
  g_assert_true (nw_screening_show_result (fixture->screening));
  settle ();
}

/* So that Prepare points out the codes for electrical stimulation. */
static void
test_prepare_is_told_of_a_device (Fixture       *fixture,
                                  gconstpointer  data)
{
  NwPlan *plan = nw_plan_keeper_get_plan (fixture->plan_keeper);

  answer_all (fixture, FALSE);
  g_assert_false (nw_plan_is_told (plan, "device"));
  answer_all (fixture, TRUE);
  g_assert_true (nw_plan_is_told (plan, "device"));

  nw_screening_forget (fixture->screening);
  settle ();
  g_assert_false (nw_plan_is_told (plan, "device"));
}

static GFile *
get_clinic_form (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "clinic-form.json",
                                                 NULL);

  return g_file_new_for_path (path);
}

/* Answers one question of the clinic’s form and saves it, as a person does. */
static void
save_the_clinics_form (Fixture *fixture)
{
  g_autoptr (GFile) form = get_clinic_form ();
  GActionGroup *actions = nw_page_get_actions (NW_PAGE (fixture->page));

  fixture->screening = nw_screening_page_get_screening (fixture->page);
  nw_screening_page_open_form (fixture->page, form);
  while (nw_screening_page_get_screening (fixture->page) == fixture->screening)
    g_main_context_iteration (NULL, TRUE);
  fixture->screening = nw_screening_page_get_screening (fixture->page);
  g_assert_true (reads (fixture, "Save and Continue Later keeps the answers and the form"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.next", NULL));
  settle ();
  g_assert_true (reads (fixture, "Save and Continue Later"));
  choose (fixture, "pain.where", 0);
  saved = FALSE;
  g_signal_connect (fixture->form_keeper, "saved", G_CALLBACK (saved_cb), NULL);
  g_action_group_activate_action (actions, "save-later", NULL);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
}

/* Where its file is gone, our own page leads to it. */
static void
test_card_offers_a_clinics_form (Fixture       *fixture,
                                 gconstpointer  data)
{
  NwScreening *ours = fixture->screening;
  GtkWidget *offer;

  save_the_clinics_form (fixture);
  g_assert_true (fixture->screening != ours);
  end (fixture);

  begin (fixture, 12);
  ours = fixture->screening;
  offer = find_text (GTK_WIDGET (fixture->page), "You saved answers to “Before Your First Visit”");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (offer)), ==,
                   "You saved answers to “Before Your First Visit” 3 hours ago.");
  click (fixture, "Continue With That Form");
  fixture->screening = nw_screening_page_get_screening (fixture->page);
  g_assert_true (fixture->screening != ours);
  g_assert_cmpstr (nw_screening_get_source (fixture->screening), ==, "clinic-form.json");
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 1);
  g_assert_true (NW_IS_HEADING (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  g_assert_true (reads (fixture, "This form is from the file"));

  /* Closing it takes nothing away, so nothing is asked. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.our-form",
                                             NULL));
  settle ();
  g_assert_false (reads (fixture, "Continue With That Form"));
  click (fixture, "Close It");
  /* The strip folds away. */
  while (reads (fixture, "is still open"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (reads (fixture, "Continue With That Form"));
  click (fixture, "Delete the Answers to It");
  g_assert_false (reads (fixture, "Continue With That Form"));
  g_assert_false (nw_draft_keeper_has_draft (fixture->form_keeper));
}

/* Who opens the file again finds the answers there. */
static void
test_form_that_is_opened_again_goes_on (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GFile) form = get_clinic_form ();

  save_the_clinics_form (fixture);
  end (fixture);
  begin (fixture, 11);
  nw_screening_page_open_form (fixture->page, form);
  while (!reads (fixture, "You saved answers 2 hours ago."))
    g_main_context_iteration (NULL, TRUE);
  click (fixture, "Continue Where You Left Off");
  fixture->screening = nw_screening_page_get_screening (fixture->page);
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 1);
}

/* Both kinds of answers are kept beside each other. */
static void
test_forgetting_takes_what_is_shown (Fixture       *fixture,
                                     gconstpointer  data)
{
  save_an_answer (fixture);
  begin (fixture, 10);
  save_the_clinics_form (fixture);
  end (fixture);

  begin (fixture, 11);
  g_assert_true (reads (fixture, "Continue Where You Left Off"));
  click (fixture, "Continue With That Form");
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.forget", NULL);
  click (fixture, "Forget Them");
  g_assert_false (nw_draft_keeper_has_draft (fixture->form_keeper));
  g_assert_true (nw_draft_keeper_has_draft (fixture->keeper));

  /* On the opening, which shows both, both go. */
  save_the_clinics_form (fixture);
  end (fixture);
  begin (fixture, 12);
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.forget", NULL);
  g_assert_true (reads (fixture, "Your saved answers go for good."));
  click (fixture, "Forget Them");
  g_assert_false (nw_draft_keeper_has_draft (fixture->form_keeper));
  g_assert_false (nw_draft_keeper_has_draft (fixture->keeper));
}

#define ADD(path, func) \
  g_test_add ("/view/screening-keep/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("nothing-is-offered-where-nothing-is-saved",
       test_nothing_is_offered_where_nothing_is_saved);
  ADD ("card-offers-to-go-on", test_card_offers_to_go_on);
  ADD ("card-deletes-what-is-saved", test_card_deletes_what_is_saved);
  ADD ("prepare-is-told-of-a-device", test_prepare_is_told_of_a_device);
  ADD ("card-offers-a-clinics-form", test_card_offers_a_clinics_form);
  ADD ("form-that-is-opened-again-goes-on", test_form_that_is_opened_again_goes_on);
  ADD ("forgetting-takes-what-is-shown", test_forgetting_takes_what_is_shown);

  return g_test_run ();
}
