/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the strip that says why some text is in English. */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "app/nw-application.h"
#include "app/nw-window-strips.h"
#include "view/widgets/nw-banner.h"

/* Stands before the program’s own Spanish article. */
static char *folder;
static char *article;

static NwApplication *application;

static void
write_article (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (article, text, -1, &error);
  g_assert_no_error (error);
}

static int
count_shown (GtkWidget *box)
{
  int shown = 0;

  for (GtkWidget *strip = gtk_widget_get_first_child (box); strip != NULL;
       strip = gtk_widget_get_next_sibling (strip))
    if (nw_banner_is_shown (NW_BANNER (strip)))
      shown++;
  return shown;
}

static void
assert_strips (const char *language,
               int         expected)
{
  GtkWidget *window = gtk_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (NwWindowStrips) strips = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), box);
  strips = nw_window_strips_new (GTK_APPLICATION_WINDOW (window), GTK_BOX (box),
                                 nw_application_get_plan_keeper (application));
  g_assert_cmpint (count_shown (box), ==, expected);

  g_action_group_activate_action (G_ACTION_GROUP (window), "dismiss-language", NULL);
  g_assert_cmpint (count_shown (box), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_outdated_translation_is_told (void)
{
  write_article ("{\"version\": \"2020.1.1\"}");
  assert_strips ("es", 1);
  assert_strips ("en", 0);
  g_unlink (article);
}

static void
test_current_translation_is_not (void)
{
  g_unlink (article);
  assert_strips ("es", 0);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *spanish = NULL;
  g_autofree char *overlay = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  folder = g_dir_make_tmp ("needlewise-strips-XXXXXX", &error);
  g_assert_no_error (error);
  spanish = g_build_filename (folder, "es", NULL);
  article = g_build_filename (spanish, "article.json", NULL);
  g_assert_cmpint (g_mkdir (spanish, 0700), ==, 0);
  overlay = g_strconcat (NW_RESOURCE_PATH "/content=", folder, NULL);
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);

  gtk_test_init (&argc, &argv, NULL);
  application = nw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/view/window-strips/outdated-translation-is-told",
                   test_outdated_translation_is_told);
  g_test_add_func ("/view/window-strips/current-translation-is-not",
                   test_current_translation_is_not);
  result = g_test_run ();

  g_rmdir (spanish);
  g_rmdir (folder);
  g_free (article);
  g_free (folder);
  return result;
}
