/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what is due while no window is open: needlewise --check-reminders. */

#include "config.h"

#include "reminders/nw-reminder-service.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "model/plan/nw-plan-keeper.h"
#include "model/plan/nw-reminders.h"
#include "reminders/nw-notifier.h"
#include "reminders/nw-programs.h"

#define SERVICE_NAME NW_APPLICATION_ID ".Reminders"
#define APPLICATION_PATH NW_RESOURCE_PATH
#define CALL_TIMEOUT_MS 5000
/* A server that refuses is asked again, ever less often. */
#define FIRST_RETRY_S 5
#define LAST_RETRY_S 600

/* A program without a display: GIO only. */
typedef struct
{
  GMainLoop       *loop;
  GDBusConnection *bus;
  GSettings       *settings;
  NwClock         *clock;
  NwStore         *store;
  NwPlan          *plan;
  NwReminders     *reminders;
  NwNotifier      *notifier;
  GFileMonitor    *monitor;
  int              retry_s;
} Service;

/* The plan, as it is on the disk */

static gboolean
read_plan (const NwJsonNode  *root,
           gpointer           user_data,
           GError           **error)
{
  return nw_plan_load (NW_PLAN (user_data), root, error);
}

static void
load_plan (Service *self)
{
  g_autoptr (GError) error = NULL;

  nw_plan_clear (self->plan);
  nw_store_load (self->store, "plan", 1, read_plan, self->plan, NULL, &error);
  if (error != NULL)
    g_debug ("The plan: %s", error->message);
}

/* Notifications */

static char *
describe_check (Service *self,
                NwCheck  check)
{
  if (!g_settings_get_boolean (self->settings, "reminder-details"))
    return g_strdup (_("Open Needlewise to see what is due."));
  return g_strdup (check == NW_CHECK_LICENCE
                     ? _("Is the practitioner licensed? Look them up before the first appointment.")
                     : _("Does your insurance pay? Call before the first appointment."));
}

static const char *
get_title (Service *self,
           NwCheck  check)
{
  if (!g_settings_get_boolean (self->settings, "reminder-details"))
    return _("A reminder from Needlewise");
  return check == NW_CHECK_LICENCE ? _("Check the Licence") : _("Call the Insurer");
}

/* Where the server said no it may say yes later. Where it said nothing it may
 * have shown the reminder all the same, and asking again could show it twice. */
static gboolean
show_reminder (Service  *self,
               NwCheck   check,
               gboolean *refused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *body = describe_check (self, check);

  if (nw_notifier_show (self->notifier, check, get_title (self, check), body, &error))
    return TRUE;

  g_debug ("No reminder could be shown: %s", error->message);
  *refused = *refused || g_dbus_error_is_remote_error (error);
  return FALSE;
}

static void
set_alarm (Service  *self,
           gint64    next,
           gboolean  refused)
{
  g_autoptr (GDateTime) now = nw_clock_get_now (self->clock);

  self->retry_s = refused ? CLAMP (2 * self->retry_s, FIRST_RETRY_S, LAST_RETRY_S) : 0;
  if (refused && (next == 0 || next > g_date_time_to_unix (now) + self->retry_s))
    next = g_date_time_to_unix (now) + self->retry_s;
  nw_clock_set_alarm (self->clock, next);
}

/* First shown, then noted: killed in between, it is shown once more rather
 * than never. */
static void
check_reminders (Service *self)
{
  gboolean waits = FALSE;
  gboolean refused = FALSE;
  gint64 next;

  for (int i = 0; i < NW_N_CHECKS; i++)
    {
      g_autoptr (GError) error = NULL;

      if (nw_reminders_is_due (self->reminders, self->plan, i)
          && nw_notifier_get_available (self->notifier)
          && show_reminder (self, i, &refused)
          && !nw_reminders_note_shown (self->reminders, self->plan, i, &error))
        g_printerr ("needlewise: %s\n", error->message);
      waits = waits || nw_notifier_is_shown (self->notifier, i)
              || nw_reminders_is_due (self->reminders, self->plan, i);
    }

  next = nw_reminders_get_next (self->reminders, self->plan);
  set_alarm (self, next, refused);
  if (!waits && next == 0)
    g_main_loop_quit (self->loop);
}

/* What the person answers */

static gboolean
is_program_running (Service *self)
{
  g_autoptr (GVariant) reply = NULL;
  gboolean running = FALSE;

  reply = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "NameHasOwner",
                                       g_variant_new ("(s)", NW_APPLICATION_ID),
                                       G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE,
                                       CALL_TIMEOUT_MS, NULL, NULL);
  if (reply != NULL)
    g_variant_get (reply, "(b)", &running);
  return running;
}

static gboolean
activate_action (Service     *self,
                 const char  *action,
                 const char  *target,
                 GError     **error)
{
  g_autoptr (GVariant) reply = NULL;
  GVariantBuilder parameters;

  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  g_variant_builder_add (&parameters, "v", g_variant_new_string (target));
  reply = g_dbus_connection_call_sync (self->bus, NW_APPLICATION_ID, APPLICATION_PATH,
                                       "org.freedesktop.Application", "ActivateAction",
                                       g_variant_new ("(sav@a{sv})", action, &parameters,
                                                      nw_notifier_build_platform_data (self->notifier)),
                                       NULL, G_DBUS_CALL_FLAGS_NONE, CALL_TIMEOUT_MS, NULL, error);
  return reply != NULL;
}

/* The program with the window owns the plan. Without it, we may write. */
static void
change_plan (Service *self,
             NwCheck  check,
             gboolean done)
{
  g_autoptr (GError) error = NULL;

  if (is_program_running (self))
    {
      if (!activate_action (self, done ? "reminder-done" : "reminder-put-off",
                            nw_reminders_get_name (check), &error))
        g_printerr ("needlewise: %s\n", error->message);
    }
  else
    {
      g_autoptr (NwStore) store = nw_store_new (NULL);
      g_autoptr (NwPlanKeeper) keeper = nw_plan_keeper_new (store, self->clock);
      NwPlan *plan = nw_plan_keeper_get_plan (keeper);

      if (done)
        nw_plan_mark_done (plan, check, TRUE);
      else
        nw_plan_put_off (plan, check, nw_reminders_get_tomorrow (plan));
      if (!nw_plan_keeper_flush (keeper))
        g_printerr ("needlewise: %s\n", nw_plan_keeper_get_problem (keeper));
    }
}

static void
open_program (Service *self,
              NwCheck  check)
{
  g_autofree char *place = g_strconcat ("prepare:", nw_reminders_get_name (check), NULL);
  g_autofree char *page = g_strconcat ("--page=", place, NULL);
  g_autofree char *program = NULL;
  const char *arguments[] = { NULL, page, NULL };

  /* By the bus where the program is installed; otherwise by itself. */
  if (activate_action (self, "show-place", place, NULL))
    return;

  program = nw_programs_find (NW_PROGRAM_COMMAND);
  arguments[0] = program;
  g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL);
}

static void
look_again (Service *self)
{
  load_plan (self);
  check_reminders (self);
}

static void
answered_cb (Service    *self,
             guint       check,
             const char *answer)
{
  if (g_str_equal (answer, "default"))
    open_program (self, check);
  else if (g_str_equal (answer, "done") || g_str_equal (answer, "tomorrow"))
    change_plan (self, check, g_str_equal (answer, "done"));
  nw_notifier_withdraw (self->notifier, check);
  look_again (self);
}

/* Turned off while it waits: what is shown goes, and nothing comes any more. */
static void
setting_changed_cb (Service *self)
{
  if (g_settings_get_boolean (self->settings, "reminders"))
    return;

  for (int i = 0; i < NW_N_CHECKS; i++)
    nw_notifier_withdraw (self->notifier, i);
  g_main_loop_quit (self->loop);
}

static void
plan_file_changed_cb (Service *self)
{
  load_plan (self);
  for (int i = 0; i < NW_N_CHECKS; i++)
    {
      gint64 time = nw_reminders_get_time (self->plan, i);
      g_autoptr (GDateTime) now = nw_clock_get_now (self->clock);

      if (time == 0 || time > g_date_time_to_unix (now))
        nw_notifier_withdraw (self->notifier, i);
    }
  check_reminders (self);
}

/* One service a session. */
static gboolean
claim_name (Service *self)
{
  g_autoptr (GVariant) reply = NULL;
  guint32 result = 0;

  reply = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", SERVICE_NAME,
                                                      (guint32) G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE),
                                       G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE,
                                       CALL_TIMEOUT_MS, NULL, NULL);
  if (reply != NULL)
    g_variant_get (reply, "(u)", &result);
  return result == 1; /* DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER */
}

static void
set_up (Service *self)
{
  g_autoptr (NwStore) shown_store = NULL;
  g_autofree char *shown_folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  self->loop = g_main_loop_new (NULL, FALSE);
  self->settings = g_settings_new (NW_APPLICATION_ID);
  g_signal_connect_swapped (self->settings, "changed::reminders", G_CALLBACK (setting_changed_cb),
                            self);
  /* A setting that was never read tells of no change. */
  g_settings_get_boolean (self->settings, "reminders");
  self->clock = nw_clock_new ();
  self->store = nw_store_new (NULL);
  /* The plan sets alarms for its own days: it gets a clock for itself. */
  {
    g_autoptr (NwClock) clock = nw_clock_new ();

    self->plan = nw_plan_new (clock);
  }
  load_plan (self);
  shown_folder = g_build_filename (nw_store_get_folder (self->store), "reminders", NULL);
  shown_store = nw_store_new (shown_folder);
  self->reminders = nw_reminders_new (shown_store);
  nw_reminders_load (self->reminders);

  path = g_build_filename (nw_store_get_folder (self->store), "plan.json", NULL);
  file = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (plan_file_changed_cb), self);
  g_signal_connect_swapped (self->clock, "rang", G_CALLBACK (check_reminders), self);
}

static void
tear_down (Service *self)
{
  g_clear_object (&self->notifier);
  g_clear_object (&self->monitor);
  g_clear_object (&self->reminders);
  g_clear_object (&self->plan);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->bus);
  g_clear_pointer (&self->loop, g_main_loop_unref);
}

/**
 * nw_reminder_service_run:
 *
 * Shows what is due, waits for what is due next while the session lasts, and
 * ends where there is nothing to wait for. A second one in a session ends at
 * once. Needs no display.
 *
 * Returns: the exit status
 */
int
nw_reminder_service_run (void)
{
  g_autoptr (GError) error = NULL;
  Service self = { 0 };

  self.bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  if (self.bus == NULL)
    {
      g_printerr ("needlewise: %s\n", error->message);
      return EXIT_FAILURE;
    }
  if (!claim_name (&self))
    {
      g_clear_object (&self.bus);
      return EXIT_SUCCESS;
    }

  set_up (&self);
  if (nw_reminders_get_time (self.plan, NW_CHECK_LICENCE) == 0
      && nw_reminders_get_time (self.plan, NW_CHECK_INSURANCE) == 0)
    {
      tear_down (&self);
      return EXIT_SUCCESS;
    }

  self.notifier = nw_notifier_new (self.bus);
  g_signal_connect_swapped (self.notifier, "changed", G_CALLBACK (check_reminders), &self);
  g_signal_connect_swapped (self.notifier, "answered", G_CALLBACK (answered_cb), &self);
  g_signal_connect_swapped (self.notifier, "closed", G_CALLBACK (look_again), &self);
  g_main_loop_run (self.loop);
  /* The call that takes a reminder back may still be on its way. */
  g_dbus_connection_flush_sync (self.bus, NULL, NULL);
  tear_down (&self);
  return EXIT_SUCCESS;
}
