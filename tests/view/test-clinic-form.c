/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of somebody else’s form on the page Screen: whose it is, the way back, its own outcome, and bad files. */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#include "view/screening/nw-answer-group.h"
#include "view/screening/nw-heading.h"
#include "view/screening/nw-result-view.h"
#include "view/screening/nw-screening-page.h"

#include "looking.h"

typedef struct
{
  GtkWidget       *window;
  NwScreeningPage *page;
  NwScreening     *ours;
  GFile           *form;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures",
                                                 "clinic-form.json", NULL);

  fixture->form = g_file_new_for_path (path);
  fixture->page = NW_SCREENING_PAGE (nw_screening_page_new ());
  fixture->ours = nw_screening_page_get_screening (fixture->page);
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
  g_object_unref (fixture->form);
}

/* Finds a shown label that holds a text. */
static gboolean
reads (Fixture    *fixture,
       const char *text)
{
  return find_text (GTK_WIDGET (fixture->page), text) != NULL;
}

static void
wait_for (Fixture    *fixture,
          const char *text)
{
  while (!reads (fixture, text))
    g_main_context_iteration (NULL, TRUE);
}

/* A strip slides away. */
static void
wait_until_gone (Fixture    *fixture,
                 const char *text)
{
  while (reads (fixture, text))
    g_main_context_iteration (NULL, TRUE);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), action, NULL));
  settle ();
}

static void
open_form (Fixture *fixture)
{
  nw_screening_page_open_form (fixture->page, fixture->form);
  wait_for (fixture, "Before Your First Visit");
}

static NwResponseItem *
find_item (NwScreening *screening,
           const char  *link_id)
{
  return nw_response_find (nw_screening_get_response (screening), link_id);
}

static void
test_says_whose_it_is (Fixture       *fixture,
                       gconstpointer  data)
{
  open_form (fixture);
  g_assert_true (reads (fixture, "not from Needlewise"));
  g_assert_true (reads (fixture, "clinic-form.json"));
  g_assert_true (reads (fixture, "Back Clinic at the Harbour"));
  g_assert_true (reads (fixture, "Version: 3"));
  g_assert_true (reads (fixture, "Date of the form: 2 May 2026"));
  g_assert_true (reads (fixture, "Language: English"));
  g_assert_true (reads (fixture, "1 question can’t be answered here"));
  g_assert_true (NW_IS_HEADING (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  act (fixture, "screening.next");
  g_assert_true (reads (fixture, "not from Needlewise"));
}

static void
test_neither_loses_answers (Fixture       *fixture,
                            gconstpointer  data)
{
  NwScreening *theirs;

  nw_screening_next (fixture->ours);
  nw_screening_choose (fixture->ours, find_item (fixture->ours, "intro.who"), 0, TRUE);
  open_form (fixture);
  theirs = nw_screening_page_get_screening (fixture->page);
  nw_screening_next (theirs);
  nw_screening_choose (theirs, find_item (theirs, "pain.where"), 1, TRUE);

  act (fixture, "screening.our-form");
  g_assert_true (nw_screening_page_get_screening (fixture->page) == fixture->ours);
  g_assert_cmpuint (nw_screening_count_answers (fixture->ours), ==, 1);
  g_assert_true (reads (fixture, "“Before Your First Visit” is still open"));
  act (fixture, "screening.their-form");
  g_assert_true (nw_screening_page_get_screening (fixture->page) == theirs);
  g_assert_cmpuint (nw_screening_count_answers (theirs), ==, 1);
}

static void
test_asks_before_answers_go (Fixture       *fixture,
                             gconstpointer  data)
{
  NwScreening *theirs;

  open_form (fixture);
  theirs = nw_screening_page_get_screening (fixture->page);
  nw_screening_next (theirs);
  nw_screening_choose (theirs, find_item (theirs, "pain.where"), 1, TRUE);

  nw_screening_page_open_form (fixture->page, fixture->form);
  g_assert_true (reads (fixture, "removes your 1 answer to “Before Your First Visit”"));
  act (fixture, "screening.keep");
  g_assert_true (nw_screening_page_get_screening (fixture->page) == theirs);

  act (fixture, "screening.our-form");
  act (fixture, "screening.close-form");
  g_assert_true (reads (fixture, "Closing it removes your 1 answer"));
  act (fixture, "screening.confirm");
  wait_until_gone (fixture, "is still open");
}

/* A form that is still being read does not come under the name of the next. */
static void
test_opens_the_last_file (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "every-control.json",
                                                 NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  NwScreening *theirs;
  guint refs;

  open_form (fixture);
  theirs = nw_screening_page_get_screening (fixture->page);
  nw_screening_next (theirs);
  nw_screening_choose (theirs, find_item (theirs, "pain.where"), 1, TRUE);

  settle ();
  refs = G_OBJECT (fixture->page)->ref_count;
  nw_screening_page_open_form (fixture->page, fixture->form);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.confirm", NULL));
  nw_screening_page_open_form (fixture->page, other);
  /* Whoever reads holds the page until it is told. */
  while (G_OBJECT (fixture->page)->ref_count > refs)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (nw_screening_page_get_screening (fixture->page) == theirs);
  g_assert_true (reads (fixture, "removes your 1 answer to “Before Your First Visit”"));
  act (fixture, "screening.confirm");
  wait_for (fixture, "every-control.json");
  g_assert_false (nw_screening_page_get_screening (fixture->page) == theirs);
}

static void
test_closes_when_nothing_was_answered (Fixture       *fixture,
                                       gconstpointer  data)
{
  open_form (fixture);
  act (fixture, "screening.our-form");
  g_assert_true (nw_screening_page_get_screening (fixture->page) == fixture->ours);
  wait_until_gone (fixture, "is still open");
}

static void
finish (Fixture *fixture,
        guint    answer)
{
  NwScreening *theirs = nw_screening_page_get_screening (fixture->page);

  nw_screening_choose (theirs, find_item (theirs, "pain.where"), answer, TRUE);
  g_assert_true (nw_screening_show_result (theirs));
  settle ();
}

static gboolean
has_class (GtkWidget  *widget,
           const char *css_class)
{
  if (gtk_widget_has_css_class (widget, css_class))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_class (child, css_class))
      return TRUE;
  return FALSE;
}

static void
test_shows_its_own_outcome (Fixture       *fixture,
                            gconstpointer  data)
{
  open_form (fixture);
  finish (fixture, 2);
  g_assert_true (reads (fixture, "The Form Is Filled In"));
  g_assert_true (reads (fixture, "Anyone who gets the sheet"));
  g_assert_true (reads (fixture, "Please call us first"));
  g_assert_true (reads (fixture, "We see necks on Tuesdays only."));
  g_assert_true (reads (fixture, "Neck"));
  g_assert_true (reads (fixture, "not of Needlewise"));
  g_assert_false (reads (fixture, "Ask First"));
  g_assert_false (reads (fixture, "What Happens Next"));
  g_assert_false (has_class (GTK_WIDGET (fixture->page), "level-ask-first"));
}

static void
test_shows_answers_without_an_outcome (Fixture       *fixture,
                                       gconstpointer  data)
{
  open_form (fixture);
  finish (fixture, 0);
  g_assert_true (reads (fixture, "Low back"));
  g_assert_false (reads (fixture, "Please call us first"));
}

static GtkWidget *
find_link (GtkWidget *widget)
{
  if (GTK_IS_LINK_BUTTON (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_link (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The address begins like that of somebody who is trusted. */
static void
test_links_say_where_they_lead (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char address[] = "https://www.nhs.uk@clinic.example/about-back-pain?from=form";
  GtkWidget *link;

  open_form (fixture);
  act (fixture, "screening.next");
  link = find_link (GTK_WIDGET (fixture->page));
  g_assert_nonnull (link);
  gtk_test_accessible_assert_role (link, GTK_ACCESSIBLE_ROLE_LINK);
  gtk_test_accessible_assert_property (link, GTK_ACCESSIBLE_PROPERTY_LABEL, address);
  gtk_test_accessible_assert_property (link, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "It opens clinic.example in your browser.");
  g_assert_true (reads (fixture, address));
  g_assert_true (reads (fixture, "It opens clinic.example in your browser."));
}

static void
test_says_what_is_wrong_with_a_file (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("needlewise-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bad.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *heading;

  nw_screening_next (fixture->ours);
  g_assert_true (g_file_set_contents (path, "{\"resourceType\":\"Patient\"}", -1, NULL));
  nw_screening_page_open_form (fixture->page, file);
  wait_for (fixture, "The Form Can’t Be Shown");
  g_assert_true (reads (fixture, "“bad.json”"));
  g_assert_true (reads (fixture, "/resourceType: not a Questionnaire; expected"));
  heading = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_test_accessible_assert_property (heading, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The Form Can’t Be Shown");

  act (fixture, "screening.dismiss-fault");
  g_assert_true (nw_screening_get_step (fixture->ours) == NW_SCREENING_QUESTIONS);
  g_assert_true (reads (fixture, "Question 1 of 7"));
  g_unlink (path);
  g_rmdir (folder);
}

#define ADD(name, function) \
  g_test_add ("/view/clinic-form/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("says-whose-it-is", test_says_whose_it_is);
  ADD ("neither-loses-answers", test_neither_loses_answers);
  ADD ("asks-before-answers-go", test_asks_before_answers_go);
  ADD ("opens-the-last-file", test_opens_the_last_file);
  ADD ("closes-when-nothing-was-answered", test_closes_when_nothing_was_answered);
  ADD ("shows-its-own-outcome", test_shows_its_own_outcome);
  ADD ("shows-answers-without-an-outcome", test_shows_answers_without_an_outcome);
  ADD ("links-say-where-they-lead", test_links_say_where_they_lead);
  ADD ("says-what-is-wrong-with-a-file", test_says_what_is_wrong_with_a_file);

  return g_test_run ();
}
