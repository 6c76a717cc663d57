/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the window and of the application’s keys. */

#define G_SETTINGS_ENABLE_BACKEND

#include "config.h"

#include <gio/gsettingsbackend.h>
#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "app/nw-appearance.h"
#include "app/nw-application.h"
#include "app/nw-window.h"
#include "view/article/nw-article-bar.h"
#include "view/plan/nw-plan-appointment.h"
#include "view/plan/nw-plan-date-field.h"
#include "view/preferences/nw-preferences.h"
#include "view/widgets/nw-page-switcher.h"

#include "looking.h"

/* One for all: GTK lets a process have one running application. */
static NwApplication *application;

static void
start_application (void)
{
  g_autoptr (GError) error = NULL;

  application = nw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
}

/* The accelerators of the program, as GTK writes them. */
static GHashTable *
collect_accels (GtkApplication *app)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (app);

  for (gsize i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) accels = gtk_application_get_accels_for_action (app, actions[i]);

      /* The first is the one to tell; others are for other keyboards. */
      if (accels[0] != NULL)
        g_hash_table_add (keys, g_strdup (accels[0]));
    }

  return keys;
}

static char *
normalize_accel (const char *accel)
{
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accel, &key, &modifiers))
    return NULL;
  return gtk_accelerator_name (key, modifiers);
}

static void
test_shortcuts_window_lists_what_exists (void)
{
  g_autoptr (GHashTable) keys = collect_accels (GTK_APPLICATION (application));
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource (NW_RESOURCE_PATH "/ui/help-overlay.ui");
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);
  GHashTableIter iter;
  gpointer key;

  for (GSList *l = objects; l != NULL; l = l->next)
    {
      g_autofree char *accel = NULL;
      g_autofree char *name = NULL;

      if (!GTK_IS_SHORTCUTS_SHORTCUT (l->data))
        continue;
      g_object_get (l->data, "accelerator", &accel, NULL);
      if (strstr (accel, "...") != NULL)
        continue;
      name = normalize_accel (accel);
      g_test_message ("listed: %s", name);
      g_assert_true (g_hash_table_remove (keys, name));
    }

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_error ("The shortcuts window does not list %s", (char *) key);

  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
}

/* GTK shows it where no program opens a link. */
static void
test_message_has_named_buttons (void)
{
  GtkWidget *message = gtk_message_dialog_new (NULL, 0, GTK_MESSAGE_ERROR, GTK_BUTTONS_CLOSE,
                                               "Could not show link");
  GtkWidget *button = gtk_dialog_get_widget_for_response (GTK_DIALOG (message),
                                                          GTK_RESPONSE_CLOSE);

  gtk_window_present (GTK_WINDOW (message));
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Close");
  gtk_window_destroy (GTK_WINDOW (message));
}

static void
test_window_knows_its_pages (void)
{
  g_assert_true (nw_window_has_page ("read"));
  g_assert_true (nw_window_has_page ("screen"));
  g_assert_true (nw_window_has_page ("prepare"));
  g_assert_true (nw_window_has_page ("prepare:licence"));
  g_assert_false (nw_window_has_page (":licence"));
  g_assert_false (nw_window_has_page ("Read"));
  g_assert_false (nw_window_has_page (""));
}

static void
test_window_opens_as_narrow_as_it_was_left (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  NwWindow *window;
  int minimum;

  g_settings_set_int (settings, "window-width", 360);
  window = nw_window_new (application, settings);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1,
                      &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "narrow"));

  gtk_window_destroy (GTK_WINDOW (window));
  g_settings_reset (settings, "window-width");
}

static void
test_window_goes_to_places (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  NwWindow *window = nw_window_new (application, settings);

  g_assert_true (nw_window_show_place (window, "prepare"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Prepare · Needlewise");
  g_assert_true (nw_window_show_place (window, "read:not-wait"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Read · Needlewise");
  g_assert_false (nw_window_show_place (window, "read:nowhere"));
  g_assert_false (nw_window_show_place (window, "attic"));
  g_assert_false (nw_window_show_place (window, ""));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* The switcher at the bottom is made when the window gets narrow, and knows what
 * the other one knows. */
static void
test_window_gets_narrow (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  GtkSettings *gtk_settings = gtk_settings_get_default ();
  NwWindow *window = nw_window_new (application, settings);
  GtkWidget *switcher;
  int dpi;

  g_object_get (gtk_settings, "gtk-xft-dpi", &dpi, NULL);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  switcher = find_visible_widget (GTK_WIDGET (window), NW_TYPE_PAGE_SWITCHER, 0);
  g_assert_false (gtk_widget_has_css_class (switcher, "bottom"));
  nw_page_switcher_set_to_do (NW_PAGE_SWITCHER (switcher), 2);

  g_object_set (gtk_settings, "gtk-xft-dpi", 96 * PANGO_SCALE * 3, NULL);
  settle ();
  switcher = find_visible_widget (GTK_WIDGET (window), NW_TYPE_PAGE_SWITCHER, 0);
  g_assert_true (gtk_widget_has_css_class (switcher, "bottom"));
  g_assert_cmpuint (nw_page_switcher_get_to_do (NW_PAGE_SWITCHER (switcher)), ==, 2);

  g_object_set (gtk_settings, "gtk-xft-dpi", dpi, NULL);
  settle ();
  switcher = find_visible_widget (GTK_WIDGET (window), NW_TYPE_PAGE_SWITCHER, 0);
  g_assert_false (gtk_widget_has_css_class (switcher, "bottom"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Without a side column the contents are behind the bar above the article. */
static void
test_window_without_room_has_a_bar (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  NwWindow *window;
  GtkWidget *bar;
  GtkWidget *outline;
  GtkWidget *popover;
  GtkListBoxRow *row;
  const char *name = "Keep in mind";

  g_settings_set_int (settings, "window-width", 600);
  window = nw_window_new (application, settings);
  gtk_window_present (GTK_WINDOW (window));
  settle ();
  bar = find_visible_widget (GTK_WIDGET (window), NW_TYPE_ARTICLE_BAR, 0);
  outline = GTK_WIDGET (nw_article_bar_get_outline (NW_ARTICLE_BAR (bar)));
  popover = gtk_widget_get_ancestor (outline, GTK_TYPE_POPOVER);
  g_assert_nonnull (find_text (bar, "Contents"));
  g_assert_null (find_text (outline, name));

  gtk_menu_button_popup (GTK_MENU_BUTTON (find_widget (bar, GTK_TYPE_MENU_BUTTON, 0)));
  settle ();
  g_assert_true (gtk_widget_get_visible (popover));
  row = GTK_LIST_BOX_ROW (gtk_widget_get_ancestor (find_text (outline, name),
                                                   GTK_TYPE_LIST_BOX_ROW));
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
  settle ();
  g_assert_false (gtk_widget_get_visible (popover));
  g_assert_cmpint (nw_article_outline_get_current (NW_ARTICLE_OUTLINE (outline)), ==,
                   gtk_list_box_row_get_index (row));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (row), "current"));
  g_assert_nonnull (find_text (bar, name));

  gtk_window_destroy (GTK_WINDOW (window));
  g_settings_reset (settings, "window-width");
}

static void
test_window_remembers_size_and_page (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  g_autofree char *page = NULL;
  NwWindow *window;

  g_settings_set_int (settings, "window-width", 777);
  g_settings_set_int (settings, "window-height", 555);
  g_settings_set_string (settings, "page", "read");
  window = nw_window_new (application, settings);
  nw_window_show_place (window, "prepare");
  gtk_widget_realize (GTK_WIDGET (window));
  gtk_window_set_default_size (GTK_WINDOW (window), 801, 602);
  gtk_window_close (GTK_WINDOW (window));

  page = g_settings_get_string (settings, "page");
  g_assert_cmpint (g_settings_get_int (settings, "window-width"), ==, 801);
  g_assert_cmpint (g_settings_get_int (settings, "window-height"), ==, 602);
  g_assert_cmpstr (page, ==, "prepare");
}

static NwWindow *
show_place (GSettings  *settings,
            const char *place)
{
  NwWindow *window = nw_window_new (application, settings);

  nw_window_show_place (window, place);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  return window;
}

/* A day that is typed is settled when its window goes. */
static void
test_window_keeps_a_typed_day (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  NwPlan *plan = nw_plan_keeper_get_plan (nw_application_get_plan_keeper (application));
  NwWindow *window;
  NwPlanDateField *field;
  GtkWidget *entry;

  nw_plan_set_result (plan, NW_LICENCE_ACTIVE);
  window = show_place (settings, "prepare:licence");
  field = NW_PLAN_DATE_FIELD (find_widget (GTK_WIDGET (window), NW_TYPE_PLAN_DATE_FIELD, 0));
  entry = nw_plan_date_field_get_entry (field);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-03-21");
  gtk_window_close (GTK_WINDOW (window));
  settle ();
  g_assert_cmpstr (nw_plan_get_done_on (plan, NW_CHECK_LICENCE), ==, "2026-03-21");

  g_assert_true (nw_plan_keeper_delete_all (nw_application_get_plan_keeper (application), NULL));
}

/* What is hidden with the focus leaves it to what is beside it. */
static void
test_window_finds_the_focus (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  NwPlan *plan = nw_plan_keeper_get_plan (nw_application_get_plan_keeper (application));
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, 30);
  NwWindow *window;
  GtkWidget *appointment;
  GtkWidget *button;
  GtkWidget *focus;

  nw_plan_set_appointment (plan, then);
  window = show_place (settings, "prepare:overview");
  appointment = find_widget (GTK_WIDGET (window), NW_TYPE_PLAN_APPOINTMENT, 0);
  button = gtk_widget_get_ancestor (find_text (appointment, "Open in Calendar"), GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (button);
  nw_plan_undo (plan);
  while ((focus = gtk_window_get_focus (GTK_WINDOW (window))) == NULL || focus == button)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, appointment));

  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (nw_plan_keeper_delete_all (nw_application_get_plan_keeper (application), NULL));
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }
  return NULL;
}

static gboolean
drop (NwWindow *window,
      GFile    *file)
{
  g_autoslist (GFile) files = file != NULL ? g_slist_prepend (NULL, g_object_ref (file)) : NULL;
  GtkEventController *target = find_drop_target (GTK_WIDGET (window));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_assert_nonnull (target);
  g_assert_true (gdk_content_formats_contain_gtype (
                   gtk_drop_target_get_formats (GTK_DROP_TARGET (target)), GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 0.0, 0.0, &taken);
  return taken;
}

static gboolean
reads (GtkWidget  *widget,
       const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (reads (child, text))
      return TRUE;
  return FALSE;
}

static void
test_form_can_be_dropped (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "clinic-form.json",
                                                 NULL);
  g_autoptr (GFile) form = g_file_new_for_path (path);
  NwWindow *window = nw_window_new (application, settings);

  gtk_window_present (GTK_WINDOW (window));
  nw_window_show_place (window, "read");
  g_assert_false (drop (window, NULL));
  g_assert_true (drop (window, form));
  while (!reads (GTK_WIDGET (window), "Back Clinic at the Harbour"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Screen · Needlewise");

  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a person, another program or a broken disk may have written. */
static const char *const odd_settings[] = {
  "",
  "page='nowhere'\npage",
  "page='prepare'\nwindow-width=-1\nwindow-height=2147483648",
  "page=7\nwindow-width='wide'\nwindow-maximized=2\nreminders='yes'",
  "page=''\narticle-place='nowhere'\ntext-scale=1e999",
  "window-width=0x7fffffff\nwindow-height=nan\ntext-scale=nan",
  "text-scale=-nan\narticle-place=@ay []",
  "text-scale=inf\nunheard-of=true",
  "text-scale=0.0",
  "window-width=1.5\nwindow-height=\"[\"\n[",
};

/* Of a file with these lines; GSettings lets any word pass that is long. */
static GSettings *
new_settings (const char *path,
              const char *lines,
              gboolean    with_long_words)
{
  g_autofree char *word = g_strnfill (5000, 'x');
  g_autofree char *text =
    g_strdup_printf ("[io/github/needlewise/Needlewise]\n%s\n%s%s\n%s%s\n", lines,
                     with_long_words ? "page=" : "", with_long_words ? word : "",
                     with_long_words ? "article-place=" : "", with_long_words ? word : "");
  g_autoptr (GSettingsBackend) backend = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  backend = g_keyfile_settings_backend_new (path, "/", NULL);
  return g_settings_new_with_backend (NW_APPLICATION_ID, backend);
}

static int
get_dpi (void)
{
  int dpi;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi;
}

static void
check_window (GSettings *settings)
{
  int dpi = get_dpi ();
  g_autoptr (NwAppearance) appearance = nw_appearance_new (gdk_display_get_default (), settings);
  NwWindow *window = nw_window_new (application, settings);
  GtkWidget *preferences = nw_preferences_new (GTK_WINDOW (window), settings,
                                               nw_application_get_plan_keeper (application));
  int width, height;

  g_assert_nonnull (gtk_window_get_title (GTK_WINDOW (window)));
  g_assert_true (g_str_has_suffix (gtk_window_get_title (GTK_WINDOW (window)), " · Needlewise"));
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, >=, 300);
  g_assert_cmpint (width, <=, 20000);
  g_assert_cmpint (height, >=, 200);
  g_assert_cmpint (height, <=, 20000);
  g_assert_true (reads (preferences, "100%"));
  g_assert_cmpint (get_dpi (), ==, dpi);

  gtk_window_destroy (GTK_WINDOW (preferences));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window_opens_with_odd_settings (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-settings-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "keyfile", NULL);

  for (gsize i = 0; i <= G_N_ELEMENTS (odd_settings); i++)
    {
      gboolean last = i == G_N_ELEMENTS (odd_settings);
      g_autoptr (GSettings) settings = new_settings (path, last ? "" : odd_settings[i], last);

      g_test_message ("settings %" G_GSIZE_FORMAT, i);
      check_window (settings);
    }
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-window-XXXXXX", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  start_application ();

  g_test_add_func ("/view/shortcuts/window-lists-what-exists",
                   test_shortcuts_window_lists_what_exists);
  g_test_add_func ("/view/window/message-has-named-buttons", test_message_has_named_buttons);
  g_test_add_func ("/view/window/knows-its-pages", test_window_knows_its_pages);
  g_test_add_func ("/view/window/opens-as-narrow-as-it-was-left",
                   test_window_opens_as_narrow_as_it_was_left);
  g_test_add_func ("/view/window/gets-narrow", test_window_gets_narrow);
  g_test_add_func ("/view/window/without-room-has-a-bar", test_window_without_room_has_a_bar);
  g_test_add_func ("/view/window/goes-to-places", test_window_goes_to_places);
  g_test_add_func ("/view/window/keeps-a-typed-day", test_window_keeps_a_typed_day);
  g_test_add_func ("/view/window/finds-the-focus", test_window_finds_the_focus);
  g_test_add_func ("/view/window/form-can-be-dropped", test_form_can_be_dropped);
  g_test_add_func ("/view/window/opens-with-odd-settings", test_window_opens_with_odd_settings);
  g_test_add_func ("/view/window/remembers-size-and-page", test_window_remembers_size_and_page);

  status = g_test_run ();
  g_rmdir (folder);
  return status;
}
