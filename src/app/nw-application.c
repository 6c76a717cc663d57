/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The application: command line, single instance, actions and their keys. */

#include "config.h"

#include "app/nw-application.h"

#include <math.h>

#include <glib/gi18n.h>

#include "app/nw-appearance.h"
#include "app/nw-autostart.h"
#include "app/nw-background.h"
#include "app/nw-graphics.h"
#include "app/nw-gtk-names.h"
#include "app/nw-window-icon.h"
#include "app/nw-window.h"
#include "model/base/nw-settings.h"
#include "model/plan/nw-reminders.h"
#include "reminders/nw-programs.h"
#include "view/preferences/nw-preferences.h"
#include "view/preferences/nw-privacy.h"
#include "view/widgets/nw-access-keys.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-reading-keys.h"

struct _NwApplication
{
  GtkApplication  parent_instance;

  GSettings      *settings;
  NwAppearance   *appearance;
  NwReadingKeys  *reading_keys;
  NwPlanKeeper   *plan_keeper;
  NwDraftKeeper  *draft_keeper;
  NwDraftKeeper  *form_keeper;
  /* Whether the reminders start with the desktop; -1 where it is not known. */
  int             reminding;
  char           *start_place;
  /* Owned by GTK, and only while they are open. */
  GtkWidget      *preferences;
  GtkWidget      *privacy;
};

G_DEFINE_FINAL_TYPE (NwApplication, nw_application, GTK_TYPE_APPLICATION)

/* Every key of the program, in one place. The shortcuts window lists the
 * same ones; a test compares the two. */
static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "win.page('read')", { "<Alt>1" } },
  { "win.page('screen')", { "<Alt>2" } },
  { "win.page('prepare')", { "<Alt>3" } },
  { "win.menu", { "F10" } },
  { "win.emergency", { "F1" } },
  { "win.open-form", { "<Control>o" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
  { "app.larger-text", { "<Control>plus", "<Control>equal" } },
  { "app.smaller-text", { "<Control>minus" } },
  { "app.normal-text", { "<Control>0" } },
  { "app.reading-keys", { "F7" } },
  { "page.back", { "<Alt>Left" } },
  { "page.find", { "<Control>f" } },
  { "page.find-next", { "<Control>g" } },
  { "page.find-previous", { "<Shift><Control>g" } },
  { "page.print", { "<Control>p" } },
  { "page.save-later", { "<Control>s" } },
  { "page.undo", { "<Control>z" } },
  { "page.redo", { "<Shift><Control>z" } },
};

/* The sizes of text that one comes to by steps, in percent. */
static const int text_sizes[] = { 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300 };

/* The preferences’ window may be the active one. */
static NwWindow *
ensure_window (NwApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (NW_IS_WINDOW (l->data))
      return NW_WINDOW (l->data);

  return nw_window_new (self, self->settings);
}

static void
show_place (NwApplication *self,
            const char    *place)
{
  NwWindow *window = ensure_window (self);

  nw_window_show_place (window, place);
  gtk_window_present (GTK_WINDOW (window));
}

static void
screen_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  show_place (NW_APPLICATION (user_data), "screen");
}

static void
prepare_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  show_place (NW_APPLICATION (user_data), "prepare");
}

static void
show_place_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  show_place (NW_APPLICATION (user_data), g_variant_get_string (parameter, NULL));
}

static void
reading_keys_activated_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  NwApplication *self = NW_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  gboolean active;

  g_object_get (self->reading_keys, "active", &active, NULL);
  g_object_set (self->reading_keys, "active", !active, NULL);
  if (window != NULL)
    nw_note_show (GTK_WIDGET (window),
                  active ? _("The arrow keys no longer go from text to text.")
                         : _("The arrow keys go from text to text. F7 ends it."),
                  NULL, NULL);
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GList *windows;

  /* Closing lets a window keep its size and whatever is not kept yet. */
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (user_data))) != NULL)
    {
      GtkWindow *window = GTK_WINDOW (windows->data);

      gtk_window_close (window);
      if (gtk_application_get_windows (GTK_APPLICATION (user_data)) == windows)
        gtk_window_destroy (window);
    }
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  NwApplication *self = NW_APPLICATION (user_data);
  g_autofree char *system = g_strdup_printf ("Needlewise %s\nGTK %u.%u.%u\nGLib %u.%u.%u",
                                             NW_VERSION,
                                             gtk_get_major_version (),
                                             gtk_get_minor_version (),
                                             gtk_get_micro_version (),
                                             glib_major_version,
                                             glib_minor_version,
                                             glib_micro_version);

  gtk_show_about_dialog (gtk_application_get_active_window (GTK_APPLICATION (self)),
                         "program-name", "Needlewise",
                         "version", NW_VERSION,
                         "logo-icon-name", NW_APPLICATION_ID,
                         "comments", _("Thinking about acupuncture for back pain: what is known, "
                                       "who to ask first, and what to check"),
                         "copyright", _("© 2026 the Needlewise contributors"),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "system-information", system,
                         NULL);
}

static void
preferences_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  NwApplication *self = NW_APPLICATION (user_data);
  GtkWindow *window = GTK_WINDOW (ensure_window (self));

  gtk_window_present (window);
  if (self->preferences == NULL)
    {
      GtkWidget *preferences = nw_preferences_new (window, self->settings,
                                                   nw_application_get_plan_keeper (self));

      g_set_weak_pointer (&self->preferences, preferences);
    }
  gtk_window_present (GTK_WINDOW (self->preferences));
}

static void
privacy_activated_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  NwApplication *self = NW_APPLICATION (user_data);
  GtkWindow *window = GTK_WINDOW (ensure_window (self));
  NwStore *store = nw_plan_keeper_get_store (nw_application_get_plan_keeper (self));

  gtk_window_present (window);
  if (self->privacy == NULL)
    g_set_weak_pointer (&self->privacy, nw_privacy_new (window, nw_store_get_folder (store)));
  gtk_window_present (GTK_WINDOW (self->privacy));
}

static int
get_text_size (NwApplication *self)
{
  return (int) lround (100 * nw_settings_get_text_scale (self->settings));
}

static void
update_text_actions (NwApplication *self)
{
  int now = get_text_size (self);
  const struct
  {
    const char *name;
    gboolean    enabled;
  } states[] = {
    { "larger-text", now < text_sizes[G_N_ELEMENTS (text_sizes) - 1] },
    { "smaller-text", now > text_sizes[0] },
    { "normal-text", now != 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), states[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), states[i].enabled);
    }
}

static void
larger_text_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  NwApplication *self = NW_APPLICATION (user_data);
  int now = get_text_size (self);

  for (gsize i = 0; i < G_N_ELEMENTS (text_sizes); i++)
    if (text_sizes[i] > now)
      {
        g_settings_set_double (self->settings, "text-scale", text_sizes[i] / 100.0);
        return;
      }
}

static void
smaller_text_activated_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  NwApplication *self = NW_APPLICATION (user_data);
  int now = get_text_size (self);

  for (gsize i = G_N_ELEMENTS (text_sizes); i-- > 0;)
    if (text_sizes[i] < now)
      {
        g_settings_set_double (self->settings, "text-scale", text_sizes[i] / 100.0);
        return;
      }
}

static void
normal_text_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  g_settings_reset (NW_APPLICATION (user_data)->settings, "text-scale");
}

static NwPlan *
get_plan (NwApplication *self)
{
  return nw_plan_keeper_get_plan (nw_application_get_plan_keeper (self));
}

/* From the reminders, also where no window is open. */
static void
reminder_done_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  NwCheck check;

  if (nw_reminders_find_check (g_variant_get_string (parameter, NULL), &check))
    nw_plan_mark_done (get_plan (NW_APPLICATION (user_data)), check, TRUE);
}

static void
reminder_put_off_activated_cb (GSimpleAction *action,
                               GVariant      *parameter,
                               gpointer       user_data)
{
  NwPlan *plan = get_plan (NW_APPLICATION (user_data));
  NwCheck check;

  if (nw_reminders_find_check (g_variant_get_string (parameter, NULL), &check))
    nw_plan_put_off (plan, check, nw_reminders_get_tomorrow (plan));
}

static void
reset_settings (GSettings *settings)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (gsize i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

/* The reminders that wait for the next time see that the plan is gone, take
 * back what they show, and end. */
static void
delete_everything_activated_cb (GSimpleAction *action,
                                GVariant      *parameter,
                                gpointer       user_data)
{
  NwApplication *self = NW_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  reset_settings (self->settings);
  if (self->draft_keeper != NULL)
    nw_draft_keeper_forget (self->draft_keeper);
  if (self->form_keeper != NULL)
    nw_draft_keeper_forget (self->form_keeper);
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (NW_IS_WINDOW (l->data))
      nw_window_forget_form (l->data);
  if (nw_plan_keeper_delete_all (nw_application_get_plan_keeper (self), &error)
      && nw_autostart_set (FALSE, &error))
    text = g_strdup (_("Everything is deleted."));
  else
    /* Translators: %s says which file and what is wrong */
    text = g_strdup_printf (_("Not everything could be deleted: %s"), error->message);
  if (window != NULL)
    nw_note_show (GTK_WIDGET (window), text, NULL, NULL);
}

static const GActionEntry actions[] = {
  { "delete-everything", delete_everything_activated_cb },
  { "reminder-done", reminder_done_activated_cb, "s" },
  { "reminder-put-off", reminder_put_off_activated_cb, "s" },
  { "screen", screen_activated_cb },
  { "prepare", prepare_activated_cb },
  { "show-place", show_place_activated_cb, "s" },
  { "about", about_activated_cb },
  { "preferences", preferences_activated_cb },
  { "privacy", privacy_activated_cb },
  { "larger-text", larger_text_activated_cb },
  { "smaller-text", smaller_text_activated_cb },
  { "normal-text", normal_text_activated_cb },
  { "reading-keys", reading_keys_activated_cb },
  { "quit", quit_activated_cb },
};

static const char * const reminders_arguments[] = { NW_PROGRAM_REMINDERS, NULL };

static int
nw_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  NwApplication *self = NW_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  const char *page = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Needlewise %s\n", NW_VERSION);
      return 0;
    }

  /* Where it stands alone, the command has seen to it. */
  if (g_variant_dict_contains (options, "check-reminders"))
    {
      nw_graphics_restore ();
      return nw_programs_become (NW_PROGRAM_REMINDERS, reminders_arguments);
    }

  if (!g_variant_dict_lookup (options, "page", "&s", &page))
    return -1;
  if (!nw_window_has_page (page))
    {
      g_printerr (_("needlewise: --page=%s: there is no such page; expected read, screen or prepare\n"),
                  page);
      return 2;
    }

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("needlewise: %s\n", error->message);
      return 1;
    }
  if (g_application_get_is_remote (application))
    {
      g_action_group_activate_action (G_ACTION_GROUP (application),
                                      "show-place",
                                      g_variant_new_string (page));
      /* The rest of the command line, such as a form, is for the first one too. */
      return -1;
    }

  self->start_place = g_strdup (page);
  return -1;
}

static void
nw_application_startup (GApplication *application)
{
  NwApplication *self = NW_APPLICATION (application);

  G_APPLICATION_CLASS (nw_application_parent_class)->startup (application);

  nw_graphics_restore ();
  nw_window_icon_watch ();
  nw_gtk_names_watch ();
  nw_access_keys_watch ();
  self->settings = g_settings_new (NW_APPLICATION_ID);
  self->reading_keys = nw_reading_keys_new ();
  self->appearance = nw_appearance_new (gdk_display_get_default (), self->settings);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->settings, "changed::text-scale",
                           G_CALLBACK (update_text_actions), self, G_CONNECT_SWAPPED);
  update_text_actions (self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self),
                                           accels[i].action,
                                           accels[i].keys);
}

static void
nw_application_activate (GApplication *application)
{
  NwApplication *self = NW_APPLICATION (application);
  g_autofree char *place = g_steal_pointer (&self->start_place);
  NwWindow *window = ensure_window (self);

  if (place != NULL)
    nw_window_show_place (window, place);
  gtk_window_present (GTK_WINDOW (window));
}

/* One form at a time: there is one window, and one place for a form in it. */
static void
nw_application_open (GApplication  *application,
                     GFile        **files,
                     int            n_files,
                     const char    *hint)
{
  NwWindow *window = ensure_window (NW_APPLICATION (application));

  nw_window_open_form (window, files[0]);
  gtk_window_present (GTK_WINDOW (window));
  if (n_files > 1)
    nw_note_show (GTK_WIDGET (window), _("Only the first of the files is opened."), NULL, NULL);
}

static void
flush_keeper (NwDraftKeeper *keeper)
{
  g_autoptr (GError) error = NULL;

  if (keeper != NULL && !nw_draft_keeper_flush (keeper, &error))
    g_printerr ("needlewise: %s\n", error->message);
}

static void
nw_application_shutdown (GApplication *application)
{
  NwApplication *self = NW_APPLICATION (application);

  if (self->plan_keeper != NULL && !nw_plan_keeper_flush (self->plan_keeper))
    g_printerr ("needlewise: %s\n", nw_plan_keeper_get_problem (self->plan_keeper));
  flush_keeper (self->draft_keeper);
  flush_keeper (self->form_keeper);

  G_APPLICATION_CLASS (nw_application_parent_class)->shutdown (application);
}

static void
nw_application_constructed (GObject *object)
{
  G_OBJECT_CLASS (nw_application_parent_class)->constructed (object);

  /* GTK need not add a folder for icons: see ui/icons/meson.build. */
  g_application_set_resource_base_path (G_APPLICATION (object), NULL);
}

static void
nw_application_finalize (GObject *object)
{
  NwApplication *self = NW_APPLICATION (object);

  g_clear_weak_pointer (&self->preferences);
  g_clear_weak_pointer (&self->privacy);
  g_clear_object (&self->draft_keeper);
  g_clear_object (&self->form_keeper);
  g_clear_object (&self->plan_keeper);
  g_clear_object (&self->appearance);
  g_clear_object (&self->reading_keys);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->start_place, g_free);

  G_OBJECT_CLASS (nw_application_parent_class)->finalize (object);
}

static void
nw_application_class_init (NwApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->constructed = nw_application_constructed;
  object_class->finalize = nw_application_finalize;

  application_class->handle_local_options = nw_application_handle_local_options;
  application_class->startup = nw_application_startup;
  application_class->activate = nw_application_activate;
  application_class->open = nw_application_open;
  application_class->shutdown = nw_application_shutdown;
}

static void
nw_application_init (NwApplication *self)
{
  const GOptionEntry options[] = {
    { "page", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
      N_("Open at a page: read, screen or prepare"), N_("PAGE") },
    { "check-reminders", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
      N_("Remind of what is due, without a window"), NULL },
    { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
      N_("Print the version and end"), NULL },
    { NULL },
  };

  self->reminding = -1;
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FORM]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Thinking about acupuncture for back pain: "
                                              "read, screen, prepare."));
}

/**
 * nw_application_new:
 *
 * Returns: (transfer full): the application, not yet run
 */
NwApplication *
nw_application_new (void)
{
  return g_object_new (NW_TYPE_APPLICATION,
                       "application-id", NW_APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

/* Where they cannot start, the switch must not say yes. */
static void
turn_reminders_off (NwApplication *self,
                    const char    *why)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  self->reminding = FALSE;
  g_settings_set_boolean (self->settings, "reminders", FALSE);
  if (window != NULL)
    nw_note_show (GTK_WIDGET (window), why, NULL, NULL);
}

static void
background_answered_cb (gboolean granted,
                        gpointer user_data)
{
  g_autoptr (NwApplication) self = user_data;

  if (!granted && self->reminding == TRUE)
    turn_reminders_off (self, _("This desktop does not let Needlewise start by itself. "
                                "Reminders are off."));
}

static void
set_autostart (NwApplication *self,
               gboolean       wanted,
               gboolean       was_wanted)
{
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (self));
  g_autoptr (GError) error = NULL;

  if (nw_reminders_needs_portal ())
    {
      if (bus != NULL && (wanted || was_wanted))
        nw_background_request (bus, wanted, background_answered_cb, g_object_ref (self));
    }
  else if (!nw_autostart_set (wanted, &error))
    {
      /* Translators: %s says which file and what is wrong */
      g_autofree char *why = g_strdup_printf (_("Needlewise cannot arrange to start with the "
                                                "computer (%s). Reminders are off."),
                                              error->message);

      g_printerr ("needlewise: %s\n", error->message);
      if (wanted)
        turn_reminders_off (self, why);
    }
}

/* The reminders start with the desktop only while there is something to remind
 * of and the person has agreed. They start now, too. */
static void
update_reminding (NwApplication *self)
{
  NwPlan *plan = nw_plan_keeper_get_plan (self->plan_keeper);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = NULL;
  const char *arguments[] = { NULL, NULL };
  gboolean wanted = g_settings_get_boolean (self->settings, "reminders")
                    && nw_reminders_can_start ()
                    && (nw_reminders_get_time (plan, NW_CHECK_LICENCE) != 0
                        || nw_reminders_get_time (plan, NW_CHECK_INSURANCE) != 0);
  gboolean was_wanted;

  if (wanted == self->reminding)
    return;

  was_wanted = self->reminding == TRUE;
  self->reminding = wanted;
  set_autostart (self, wanted, was_wanted);
  if (!self->reminding || !nw_plan_keeper_flush (self->plan_keeper))
    return;

  program = nw_programs_find (NW_PROGRAM_REMINDERS);
  arguments[0] = program;
  if (!g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &error))
    g_printerr ("needlewise: %s\n", error->message);
}

/**
 * nw_application_get_plan_keeper:
 * @self: the application
 *
 * Reads the plan when it is first asked for, so that nothing waits for it.
 *
 * Returns: (transfer none): what keeps the one plan of this program
 */
NwPlanKeeper *
nw_application_get_plan_keeper (NwApplication *self)
{
  g_return_val_if_fail (NW_IS_APPLICATION (self), NULL);

  if (self->plan_keeper == NULL)
    {
      g_autoptr (NwStore) store = nw_store_new (NULL);
      g_autoptr (NwClock) clock = nw_clock_new ();

      self->plan_keeper = nw_plan_keeper_new (store, clock);
      g_signal_connect_object (nw_plan_keeper_get_plan (self->plan_keeper), "changed",
                               G_CALLBACK (update_reminding), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->settings, "changed::reminders",
                               G_CALLBACK (update_reminding), self, G_CONNECT_SWAPPED);
      update_reminding (self);
    }
  return self->plan_keeper;
}

static NwDraftKeeper *
ensure_keeper (NwApplication    *self,
               NwDraftKeeper   **keeper,
               NwDraftKeeper  *(*create) (NwStore *store,
                                          NwClock *clock))
{
  if (*keeper == NULL)
    {
      NwPlanKeeper *plan_keeper = nw_application_get_plan_keeper (self);
      NwClock *clock = nw_plan_get_clock (nw_plan_keeper_get_plan (plan_keeper));

      *keeper = create (nw_plan_keeper_get_store (plan_keeper), clock);
      g_settings_bind (self->settings, "remember-answers", *keeper, "following",
                       G_SETTINGS_BIND_GET);
    }
  return *keeper;
}

/**
 * nw_application_get_draft_keeper:
 * @self: the application
 *
 * Looks for saved answers when it is first asked for.
 *
 * Returns: (transfer none): what keeps the answers to the questions
 */
NwDraftKeeper *
nw_application_get_draft_keeper (NwApplication *self)
{
  g_return_val_if_fail (NW_IS_APPLICATION (self), NULL);

  return ensure_keeper (self, &self->draft_keeper, nw_draft_keeper_new);
}

/**
 * nw_application_get_form_keeper:
 * @self: the application
 *
 * Looks for a saved form when it is first asked for.
 *
 * Returns: (transfer none): what keeps the answers to somebody else’s form
 */
NwDraftKeeper *
nw_application_get_form_keeper (NwApplication *self)
{
  g_return_val_if_fail (NW_IS_APPLICATION (self), NULL);

  return ensure_keeper (self, &self->form_keeper, nw_draft_keeper_new_for_forms);
}
