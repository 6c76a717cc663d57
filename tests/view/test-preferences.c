/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the preferences’ window: it is one, and what is set there holds. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "app/nw-application.h"
#include "app/nw-window.h"
#include "view/plan/nw-plan-reminders.h"
#include "view/preferences/nw-preferences.h"

/* One for all: GTK lets a process have one running application. */
static NwApplication *application;
static GSettings *settings;

static NwPlan *
get_plan (void)
{
  return nw_plan_keeper_get_plan (nw_application_get_plan_keeper (application));
}

static void
activate (const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), action, NULL);
}

static guint
count_windows (GType type)
{
  guint n = 0;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application));
       l != NULL;
       l = l->next)
    n += G_TYPE_CHECK_INSTANCE_TYPE (l->data, type);
  return n;
}

static GtkWidget *
open_preferences (void)
{
  activate ("preferences");
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application));
       l != NULL;
       l = l->next)
    if (NW_IS_PREFERENCES (l->data))
      return l->data;
  g_assert_not_reached ();
}

static void
close_windows (void)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    gtk_window_destroy (GTK_WINDOW (windows->data));
  g_settings_reset (settings, "text-scale");
  g_settings_reset (settings, "reminders");
  nw_plan_clear (get_plan ());
}

/* The first visible widget of the type whose text holds the words. */
static GtkWidget *
find (GtkWidget  *widget,
      GType       type,
      const char *words)
{
  const char *text = NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget))
    text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_BUTTON (widget))
    text = gtk_button_get_label (GTK_BUTTON (widget));
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type)
      && (words == NULL || (text != NULL && strstr (text, words) != NULL)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_enabled (const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (application), action);
}

static void
test_there_is_one_window (void)
{
  GtkWidget *preferences = open_preferences ();
  GtkWindow *over = gtk_window_get_transient_for (GTK_WINDOW (preferences));

  g_assert_true (NW_IS_WINDOW (over));
  g_assert_true (gtk_window_get_modal (GTK_WINDOW (preferences)));
  g_assert_true (open_preferences () == preferences);
  g_assert_cmpuint (count_windows (NW_TYPE_PREFERENCES), ==, 1);

  /* The preferences are the active window now, and no second one opens. */
  activate ("prepare");
  g_assert_cmpuint (count_windows (NW_TYPE_WINDOW), ==, 1);

  gtk_window_close (GTK_WINDOW (preferences));
  g_assert_cmpuint (count_windows (NW_TYPE_PREFERENCES), ==, 0);
  g_assert_true (NW_IS_PREFERENCES (open_preferences ()));
  close_windows ();
}

static void
test_window_is_let_go (void)
{
  GtkWidget *preferences = open_preferences ();

  g_object_add_weak_pointer (G_OBJECT (preferences), (gpointer *) &preferences);
  close_windows ();
  while (preferences != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_text_goes_by_steps (void)
{
  static const int up[] = { 110, 125, 150, 175, 200, 250, 300 };
  static const int down[] = { 250, 200, 175, 150, 125, 110, 100, 90, 80, 70 };
  GtkWidget *preferences = open_preferences ();

  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "100%"));
  g_assert_false (is_enabled ("normal-text"));
  for (gsize i = 0; i < G_N_ELEMENTS (up); i++)
    {
      g_autofree char *text = g_strdup_printf ("%d%%", up[i]);

      g_assert_true (is_enabled ("larger-text"));
      activate ("larger-text");
      g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, text));
      g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "text-scale"),
                                      up[i] / 100.0, 0.001);
    }
  g_assert_false (is_enabled ("larger-text"));

  for (gsize i = 0; i < G_N_ELEMENTS (down); i++)
    {
      g_assert_true (is_enabled ("smaller-text"));
      activate ("smaller-text");
      g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "text-scale"),
                                      down[i] / 100.0, 0.001);
    }
  g_assert_false (is_enabled ("smaller-text"));

  activate ("normal-text");
  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "100%"));
  close_windows ();
}

/* As an older version left it, by a tenth at a time. */
static void
test_text_comes_back_to_the_steps (void)
{
  g_settings_set_double (settings, "text-scale", 1.21);
  activate ("larger-text");
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "text-scale"), 1.25, 0.001);

  g_settings_set_double (settings, "text-scale", 1.21);
  activate ("smaller-text");
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "text-scale"), 1.1, 0.001);
  g_settings_reset (settings, "text-scale");
}

static void
test_country_is_the_plans (void)
{
  GtkWidget *preferences = open_preferences ();
  GtkWidget *button = find (preferences, GTK_TYPE_BUTTON, "Choose");
  GtkWidget *search;

  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "No country chosen yet"));
  g_assert_null (find (preferences, GTK_TYPE_LIST_BOX, NULL));
  g_assert_nonnull (button);

  g_signal_emit_by_name (button, "clicked");
  search = find (preferences, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_nonnull (search);
  gtk_editable_set_text (GTK_EDITABLE (search), "united states");
  g_signal_emit_by_name (search, "activate");

  g_assert_cmpstr (nw_plan_get_text (get_plan (), NW_PLAN_COUNTRY), ==, "US");
  g_assert_null (find (preferences, GTK_TYPE_LIST_BOX, NULL));
  g_assert_nonnull (find (preferences, GTK_TYPE_BUTTON, "Change"));
  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "call 911"));

  /* And the other way round. */
  nw_plan_set_text (get_plan (), NW_PLAN_COUNTRY, "DE");
  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "Germany"));
  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "call 112"));
  close_windows ();
}

/* Escape in the search leaves the list, and what was chosen stands. */
static void
test_country_list_can_be_left (void)
{
  GtkWidget *preferences = open_preferences ();

  g_signal_emit_by_name (find (preferences, GTK_TYPE_BUTTON, "Choose"), "clicked");
  g_signal_emit_by_name (find (preferences, GTK_TYPE_SEARCH_ENTRY, NULL), "stop-search");
  g_assert_null (find (preferences, GTK_TYPE_SEARCH_ENTRY, NULL));
  g_assert_nonnull (find (preferences, GTK_TYPE_BUTTON, "Choose"));
  close_windows ();
}

static void
test_reminders_are_the_setting (void)
{
  GtkWidget *preferences = open_preferences ();
  GtkWidget *toggle = find (find (preferences, NW_TYPE_PLAN_REMINDERS, NULL),
                            GTK_TYPE_SWITCH, NULL);

  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "Off: a strip"));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "reminders"));
  g_assert_nonnull (find (preferences, GTK_TYPE_CHECK_BUTTON, NULL));
  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "nothing to remind of"));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  g_assert_false (g_settings_get_boolean (settings, "reminders"));
  close_windows ();
}

/* The first switch is the one of the answers. */
static void
test_answers_are_the_setting (void)
{
  GtkWidget *preferences = open_preferences ();
  GtkWidget *toggle = find (preferences, GTK_TYPE_SWITCH, NULL);

  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "gone when Needlewise closes"));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_true (g_settings_get_boolean (settings, "remember-answers"));
  g_assert_nonnull (find (preferences, GTK_TYPE_LABEL, "are kept in a file"));
  g_settings_reset (settings, "remember-answers");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (toggle)));
  close_windows ();
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
check_names (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget)
      || GTK_IS_SEARCH_ENTRY (widget))
    g_assert_true (is_named (widget)
                   || (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static void
test_everything_is_named (void)
{
  GtkWidget *preferences = open_preferences ();

  check_names (gtk_window_get_child (GTK_WINDOW (preferences)));
  close_windows ();
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-preferences-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  application = nw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  settings = g_settings_new (NW_APPLICATION_ID);

  g_test_add_func ("/view/preferences/one-window", test_there_is_one_window);
  g_test_add_func ("/view/preferences/let-go", test_window_is_let_go);
  g_test_add_func ("/view/preferences/text-steps", test_text_goes_by_steps);
  g_test_add_func ("/view/preferences/text-between-steps", test_text_comes_back_to_the_steps);
  g_test_add_func ("/view/preferences/country", test_country_is_the_plans);
  g_test_add_func ("/view/preferences/country-left", test_country_list_can_be_left);
  g_test_add_func ("/view/preferences/answers", test_answers_are_the_setting);
  g_test_add_func ("/view/preferences/reminders", test_reminders_are_the_setting);
  g_test_add_func ("/view/preferences/names", test_everything_is_named);
  status = g_test_run ();

  nw_plan_keeper_delete_all (nw_application_get_plan_keeper (application), NULL);
  g_object_unref (settings);
  g_rmdir (folder);
  return status;
}
