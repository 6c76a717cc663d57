/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the window that says what is kept where. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "app/nw-application.h"
#include "view/preferences/nw-privacy.h"

#define FOLDER "/home/somebody/.local/share/needlewise"

static NwApplication *application;

/* The labels below @widget, one paragraph for a heading and its text. */
static void
add_labels (GtkWidget *widget,
            GString   *text)
{
  if (GTK_IS_LABEL (widget))
    {
      gboolean heading = gtk_widget_has_css_class (widget, "nw-subheading");

      g_string_append_printf (text, heading ? "%s. " : "%s\n",
                              gtk_label_get_text (GTK_LABEL (widget)));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_BUTTON (child))
      add_labels (child, text);
}

static void
replace (char       **text,
         const char  *pattern,
         const char  *by)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  char *replaced = g_regex_replace (regex, *text, -1, 0, by, 0, NULL);

  g_free (*text);
  *text = replaced;
}

/* The section of README.md, without its marks and as paragraphs of one line. */
static char *
read_readme (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "README.md", NULL);
  g_autofree char *whole = NULL;
  g_autoptr (GError) error = NULL;
  const char *start;
  char *text;

  g_file_get_contents (path, &whole, NULL, &error);
  g_assert_no_error (error);
  start = strstr (whole, "\n## Privacy\n");
  g_assert_nonnull (start);
  start += strlen ("\n## Privacy\n");
  text = g_strndup (start, strstr (start, "\n## ") - start);
  g_strstrip (text);
  replace (&text, "\\*\\*|`", "");
  replace (&text, "(?<!\\n)\\n(?!\\n)", " ");
  replace (&text, "\\n+", "\\n");
  return text;
}

static guint
count_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint n = 0;

  for (gsize i = 0; words[i] != NULL; i++)
    n += words[i][0] != '\0';
  return n;
}

static void
test_readme_says_the_same (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_application_window_new (GTK_APPLICATION (application)));
  GtkWidget *privacy = nw_privacy_new (parent, FOLDER);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autofree char *readme = read_readme ();

  add_labels (gtk_window_get_child (GTK_WINDOW (privacy)), shown);
  g_string_truncate (shown, shown->len - 1);
  g_assert_cmpuint (count_words (shown->str), <, 150);
  g_assert_cmpuint (count_words (shown->str), >, 100);
  g_assert_cmpuint (count_words (readme), <, 150);
  g_string_replace (shown, FOLDER, "your data folder (usually ~/.local/share/needlewise)", 1);
  g_assert_cmpstr (shown->str, ==, readme);
  gtk_window_destroy (GTK_WINDOW (privacy));
  gtk_window_destroy (parent);
}

/* A folder’s name may hold what looks like a format, and is shown as it is. */
static void
test_any_folder_is_shown (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_application_window_new (GTK_APPLICATION (application)));
  GtkWidget *privacy = nw_privacy_new (parent, "/home/100%s/<b>%n");
  g_autoptr (GString) shown = g_string_new (NULL);

  add_labels (gtk_window_get_child (GTK_WINDOW (privacy)), shown);
  g_assert_nonnull (strstr (shown->str, "/home/100%s/<b>%n,"));
  gtk_window_destroy (GTK_WINDOW (privacy));
  gtk_window_destroy (parent);
}

static GtkWidget *
find_privacy (guint *n)
{
  GtkWidget *found = NULL;

  *n = 0;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application));
       l != NULL;
       l = l->next)
    if (NW_IS_PRIVACY (l->data))
      {
        found = l->data;
        (*n)++;
      }
  return found;
}

static void
test_there_is_one_window (void)
{
  GtkWidget *privacy = NULL;
  guint n;

  g_action_group_activate_action (G_ACTION_GROUP (application), "privacy", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (application), "privacy", NULL);
  while ((privacy = find_privacy (&n)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  find_privacy (&n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (privacy)));

  gtk_window_close (GTK_WINDOW (privacy));
  g_assert_null (find_privacy (&n));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-privacy-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  GList *windows;
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  application = nw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/view/privacy/readme", test_readme_says_the_same);
  g_test_add_func ("/view/privacy/folder", test_any_folder_is_shown);
  g_test_add_func ("/view/privacy/one", test_there_is_one_window);
  status = g_test_run ();

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (GTK_WINDOW (windows->data));
  nw_plan_keeper_delete_all (nw_application_get_plan_keeper (application), NULL);
  g_clear_object (&application);
  g_rmdir (folder);
  return status;
}
