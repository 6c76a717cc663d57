/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of forms that mean harm, each on the page Screen: what is refused says what, where and
 * what was expected; what opens costs no more than can be shown; and nothing of it leads astray
 * or looks like ours. `fixtures/hostile.py` makes the forms and says what has to come of each. */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>
#include <time.h>

#include "view/screening/nw-form-result-view.h"
#include "view/screening/nw-result-view.h"
#include "view/screening/nw-screening-page.h"

#include "looking.h"

/* How far a walk goes through a form of many pages. */
#define MAX_PAGES 3
/* What one page may cost: widgets, bytes of text, and the processor’s time for one turn of the
 * main loop, far above what it takes and far below what a freeze took. */
#define MAX_WIDGETS 16000
#define MAX_TEXT 400000
#define MAX_SECONDS 4.0

typedef struct
{
  char *folder;
  char **words;  /* the name, opens or refused, and what is to be read */
} Case;

typedef struct
{
  GtkWidget       *window;
  NwScreeningPage *page;
  guint            n_widgets;
  gsize            text;
} Fixture;

static double
get_max_seconds (void)
{
  return g_getenv ("ASAN_OPTIONS") != NULL ? 10 * MAX_SECONDS : MAX_SECONDS;
}

static double
get_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* One turn of the main loop, which may not take long. */
static void
turn (void)
{
  double before = get_seconds ();

  g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat (get_seconds () - before, <, get_max_seconds ());
}

static gboolean
painted_cb (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  *(guint *) user_data += 1;
  return G_SOURCE_CONTINUE;
}

/* Until it has been laid out and painted. */
static void
paint (Fixture *fixture)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (fixture->window, painted_cb, &n_frames, NULL);

  while (n_frames < 3)
    turn ();
  gtk_widget_remove_tick_callback (fixture->window, id);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->page = NW_SCREENING_PAGE (nw_screening_page_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  paint (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  NwScreeningPage *page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (page != NULL)
    turn ();
}

/* It opens what stands on it, letter by letter, and that is an address of the web in which every
 * character is what it looks like, with the computer’s name below. */
static void
check_link (Fixture   *fixture,
            GtkWidget *link)
{
  const char *address = gtk_link_button_get_uri (GTK_LINK_BUTTON (link));
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL);
  g_autofree char *below = NULL;

  g_assert_nonnull (uri);
  g_assert_true (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://"));
  g_assert_true (g_str_is_ascii (address));
  g_assert_null (strpbrk (address, "\\ \t\r\n<>\"{}|^`"));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link)))),
                   ==, address);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (link), ==, address);
  below = g_strdup_printf ("It opens %s in your browser.", g_uri_get_host (uri));
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page), below));
}

/* No markup beyond bold and the like, and no marks that turn our own sentences. */
static void
check_label (GtkLabel *label)
{
  const char *markup = gtk_label_get_label (label);
  const char *text = gtk_label_get_text (label);

  if (gtk_label_get_use_markup (label))
    for (const char *p = strchr (markup, '<'); p != NULL; p = strchr (p + 1, '<'))
      g_assert_true (g_str_has_prefix (p + (p[1] == '/' ? 2 : 1), "b>")
                     || g_str_has_prefix (p + (p[1] == '/' ? 2 : 1), "i>")
                     || g_str_has_prefix (p + (p[1] == '/' ? 2 : 1), "tt>"));
  if (strstr (text, "is still open") != NULL || strstr (text, "nobody here has checked") != NULL)
    g_assert_true (strstr (text, "\u202e") == NULL && strstr (text, "\u2067") == NULL
                   && strchr (text, '\n') == NULL);
}

static void
check_widget (Fixture   *fixture,
              GtkWidget *widget)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);

  fixture->n_widgets++;
  for (gsize i = 0; classes[i] != NULL; i++)
    g_assert_false (g_str_has_prefix (classes[i], "level-"));
  g_assert_false (NW_IS_RESULT_VIEW (widget));
  g_assert_false (GTK_IS_PICTURE (widget) || GTK_IS_VIDEO (widget));
  if (GTK_IS_LINK_BUTTON (widget))
    check_link (fixture, widget);
  if (GTK_IS_LABEL (widget))
    {
      check_label (GTK_LABEL (widget));
      fixture->text += strlen (gtk_label_get_text (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_widget (fixture, child);
}

static void
check_page (Fixture *fixture)
{
  paint (fixture);
  fixture->n_widgets = 0;
  fixture->text = 0;
  check_widget (fixture, GTK_WIDGET (fixture->page));
  g_assert_cmpuint (fixture->n_widgets, <, MAX_WIDGETS);
  g_assert_cmpuint (fixture->text, <, MAX_TEXT);
}

/* On every page it says whose it is. */
static void
check_theirs (Fixture *fixture)
{
  check_page (fixture);
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page),
                               "It is not from Needlewise, and nobody here"));
}

static void
walk (Fixture *fixture)
{
  NwScreening *screening = nw_screening_page_get_screening (fixture->page);

  for (int i = 0; i < MAX_PAGES; i++)
    {
      double before = get_seconds ();

      nw_screening_next (screening);
      g_assert_cmpfloat (get_seconds () - before, <, get_max_seconds ());
      check_theirs (fixture);
    }
  nw_screening_show_review (screening);
  check_theirs (fixture);
  if (!nw_screening_show_result (screening))
    return;
  check_theirs (fixture);
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->page), "The Form Is Filled In"));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->page), "screening.our-form",
                                             NULL));
  check_page (fixture);
}

static void
open_form (Fixture    *fixture,
           const Case *test)
{
  g_autofree char *base = g_strconcat (test->words[0], ".json", NULL);
  g_autofree char *path = g_build_filename (test->folder, base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *page = GTK_WIDGET (fixture->page);

  nw_screening_page_open_form (fixture->page, file);
  while (find_text (page, "It is not from Needlewise") == NULL
         && find_text (page, "The Form Can’t Be Shown") == NULL)
    turn ();
}

static void
test_form (Fixture       *fixture,
           gconstpointer  data)
{
  const Case *test = data;

  open_form (fixture, test);
  check_page (fixture);
  for (gsize i = 2; test->words[i] != NULL; i++)
    if (find_text (GTK_WIDGET (fixture->page), test->words[i]) == NULL)
      g_error ("not to be read: %s", test->words[i]);
  g_assert_true ((find_text (GTK_WIDGET (fixture->page), "The Form Can’t Be Shown") != NULL)
                 == g_str_equal (test->words[1], "refused"));
  if (g_str_equal (test->words[1], "refused"))
    g_assert_nonnull (find_text (GTK_WIDGET (fixture->page), "expected"));
  else
    walk (fixture);
}

/* Of the addresses in `misleading-links.json` these can be opened, and no others. */
static void
test_true_addresses (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const shown[] = {
    "https://www.nhs.uk@evil.example/", "It opens evil.example in your browser.",
    /* Cyrillic, in the way of computers. */
    "https://www.xn--nh-foc.uk/", "It opens www.xn--nh-foc.uk in your browser.",
    "https://www.nhs.uk.evil.example/login", "It opens www.nhs.uk.evil.example in your browser.",
    /* What turns the text is told by its number. */
    "https://evil.example/%E2%80%AEku.shn.www//:sptth",
    "https://user:pass@evil.example:8443/?a=1#b",
    "javascript:alert(1)", "file:///etc/passwd", "needlewise:delete-everything",
  };

  open_form (fixture, data);
  nw_screening_next (nw_screening_page_get_screening (fixture->page));
  build_all (fixture->window);
  check_page (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    if (find_text (GTK_WIDGET (fixture->page), shown[i]) == NULL)
      g_error ("not to be read: %s", shown[i]);
  g_assert_null (find_text (GTK_WIDGET (fixture->page), "It opens www.nhs.uk in your browser."));
}

/* The list of cases is kept until the end. */
static void
add_cases (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "expected.txt", NULL);
  g_autofree char *list = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &list, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (list), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 70);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      Case *test = g_new (Case, 1);
      g_autofree char *name = NULL;

      test->folder = g_strdup (folder);
      test->words = g_strsplit (lines[i], "\t", -1);
      name = g_strconcat ("/view/hostile-forms/", test->words[0], NULL);
      g_test_add (name, Fixture, test, set_up, test_form, tear_down);
      if (g_str_equal (test->words[0], "misleading-links"))
        g_test_add ("/view/hostile-forms/true-addresses", Fixture, test,
                    set_up, test_true_addresses, tear_down);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;

  gtk_test_init (&argc, &argv, NULL);
  folder = g_test_build_filename (G_TEST_BUILT, "fixtures", "hostile", NULL);
  add_cases (folder);

  return g_test_run ();
}
