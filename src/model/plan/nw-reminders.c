/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When to remind of a check, and which reminders were shown. */

#include "config.h"

#include "model/plan/nw-reminders.h"

#include "model/base/nw-json-read.h"
#include "model/base/nw-json-writer.h"

#define DOCUMENT "reminders"
#define NEWEST_FORMAT 1
#define MORNING_HOUR 9
#define MAX_TIME (G_GINT64_CONSTANT (1) << 40)

struct _NwReminders
{
  GObject  parent_instance;

  NwStore *store;
  /* For which time each check was last shown: one time is shown once, and
   * another date or putting off makes another time. */
  gint64   shown[NW_N_CHECKS];
};

G_DEFINE_FINAL_TYPE (NwReminders, nw_reminders, G_TYPE_OBJECT)

static const char *const names[NW_N_CHECKS] = {
  [NW_CHECK_LICENCE] = "licence",
  [NW_CHECK_INSURANCE] = "insurance",
};

static gint64
get_now (NwPlan *plan)
{
  g_autoptr (GDateTime) now = nw_clock_get_now (nw_plan_get_clock (plan));

  return g_date_time_to_unix (now);
}

static gboolean
read_shown (const NwJsonNode  *root,
            gpointer           user_data,
            GError           **error)
{
  NwReminders *self = NW_REMINDERS (user_data);
  g_autoptr (NwFindings) findings = nw_findings_new ("reminders.json");
  gint64 shown[NW_N_CHECKS] = { 0 };

  for (int i = 0; i < NW_N_CHECKS; i++)
    nw_json_read_int (root, names[i], NW_JSON_OPTIONAL, 0, MAX_TIME, &shown[i], findings);
  if (nw_findings_has_errors (findings))
    {
      g_propagate_error (error, nw_findings_to_error (findings));
      return FALSE;
    }

  for (int i = 0; i < NW_N_CHECKS; i++)
    self->shown[i] = shown[i];
  return TRUE;
}

static void
nw_reminders_dispose (GObject *object)
{
  g_clear_object (&NW_REMINDERS (object)->store);

  G_OBJECT_CLASS (nw_reminders_parent_class)->dispose (object);
}

static void
nw_reminders_class_init (NwRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nw_reminders_dispose;
}

static void
nw_reminders_init (NwReminders *self)
{
}

/**
 * nw_reminders_new:
 * @store: where it is kept what was shown; not the plan’s own, which the
 *   program with the window has claimed
 *
 * Returns: (transfer full): the reminders, as nothing had been shown
 */
NwReminders *
nw_reminders_new (NwStore *store)
{
  NwReminders *self;

  g_return_val_if_fail (NW_IS_STORE (store), NULL);

  self = g_object_new (NW_TYPE_REMINDERS, NULL);
  self->store = g_object_ref (store);
  return self;
}

/**
 * nw_reminders_load:
 * @self: the reminders
 *
 * Reads which were shown. Where that is lost, they are shown once more.
 */
void
nw_reminders_load (NwReminders *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (NW_IS_REMINDERS (self));

  nw_store_load (self->store, DOCUMENT, NEWEST_FORMAT, read_shown, self, NULL, &error);
  if (error != NULL)
    g_debug ("Which reminders were shown cannot be read: %s", error->message);
}

/**
 * nw_reminders_needs_portal:
 *
 * Returns: whether the desktop has to be asked for the start of the reminders,
 *   as the program runs in a sandbox of Flatpak’s
 */
gboolean
nw_reminders_needs_portal (void)
{
  return g_getenv ("FLATPAK_ID") != NULL || g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

/**
 * nw_reminders_can_start:
 *
 * Returns: whether the reminders can start with the desktop; in a sandbox other
 *   than Flatpak’s they can’t
 */
gboolean
nw_reminders_can_start (void)
{
  return g_getenv ("SNAP") == NULL;
}

/**
 * nw_reminders_get_server_name:
 *
 * Returns: the name on the session bus of what shows the reminders: the
 *   desktop’s server of notifications, or its portal
 */
const char *
nw_reminders_get_server_name (void)
{
  return nw_reminders_needs_portal () ? "org.freedesktop.portal.Desktop"
                                      : "org.freedesktop.Notifications";
}

/**
 * nw_reminders_get_time:
 * @plan: a plan
 * @check: one of the checks
 *
 * Returns: when to remind, in seconds since 1970 in UTC: nine in the morning of
 *   the day on which it is due, or later where it was put off; 0 for never:
 *   it is done, or there is no appointment to come
 */
gint64
nw_reminders_get_time (NwPlan  *plan,
                       NwCheck  check)
{
  GDateTime *appointment;
  g_autoptr (GDateTime) due = NULL;

  g_return_val_if_fail (NW_IS_PLAN (plan), 0);
  g_return_val_if_fail (check < NW_N_CHECKS, 0);

  appointment = nw_plan_get_appointment (plan);
  if (appointment == NULL
      || g_date_time_to_unix (appointment) <= get_now (plan)
      || nw_plan_get_state (plan, check) == NW_CHECK_DONE)
    return 0;

  due = nw_plan_get_due (plan);
  return MAX (g_date_time_to_unix (due), nw_plan_get_put_off_until (plan, check));
}

/**
 * nw_reminders_is_due:
 * @self: the reminders
 * @plan: the plan
 * @check: one of the checks
 *
 * Returns: whether to show a reminder of it now
 */
gboolean
nw_reminders_is_due (NwReminders *self,
                     NwPlan      *plan,
                     NwCheck      check)
{
  gint64 time;

  g_return_val_if_fail (NW_IS_REMINDERS (self), FALSE);

  time = nw_reminders_get_time (plan, check);
  return time != 0 && time <= get_now (plan) && self->shown[check] != time;
}

/**
 * nw_reminders_get_next:
 * @self: the reminders
 * @plan: the plan
 *
 * Returns: when the next reminder is due that is not due now, in seconds since
 *   1970 in UTC, or 0 where there is none
 */
gint64
nw_reminders_get_next (NwReminders *self,
                       NwPlan      *plan)
{
  gint64 now;
  gint64 next = 0;

  g_return_val_if_fail (NW_IS_REMINDERS (self), 0);

  now = get_now (plan);
  for (int i = 0; i < NW_N_CHECKS; i++)
    {
      gint64 time = nw_reminders_get_time (plan, i);

      if (time > now && (next == 0 || time < next))
        next = time;
    }
  return next;
}

/**
 * nw_reminders_note_shown:
 * @self: the reminders
 * @plan: the plan
 * @check: one of the checks
 * @error: return location for an error
 *
 * Notes that the reminder which is due now was shown, on the disk.
 *
 * Returns: whether that is kept
 */
gboolean
nw_reminders_note_shown (NwReminders  *self,
                         NwPlan       *plan,
                         NwCheck       check,
                         GError      **error)
{
  NwJsonWriter *writer;
  g_autofree char *text = NULL;

  g_return_val_if_fail (NW_IS_REMINDERS (self), FALSE);
  g_return_val_if_fail (check < NW_N_CHECKS, FALSE);

  self->shown[check] = nw_reminders_get_time (plan, check);
  writer = nw_json_writer_new (TRUE);
  nw_json_writer_begin_object (writer, NULL);
  nw_json_writer_add_int (writer, "format", NEWEST_FORMAT);
  for (int i = 0; i < NW_N_CHECKS; i++)
    nw_json_writer_add_int (writer, names[i], self->shown[i]);
  nw_json_writer_end_object (writer);
  text = nw_json_writer_free_to_text (writer);
  return nw_store_save (self->store, DOCUMENT, text, error);
}

/**
 * nw_reminders_get_tomorrow:
 * @plan: a plan, for its clock
 *
 * Returns: nine in the morning of the day after today, where the computer is,
 *   in seconds since 1970 in UTC
 */
gint64
nw_reminders_get_tomorrow (NwPlan *plan)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) tomorrow = NULL;
  g_autoptr (GDateTime) morning = NULL;
  int year, month, day;

  g_return_val_if_fail (NW_IS_PLAN (plan), 0);

  now = nw_clock_get_now (nw_plan_get_clock (plan));
  tomorrow = g_date_time_add_days (now, 1);
  g_date_time_get_ymd (tomorrow, &year, &month, &day);
  morning = g_date_time_new (g_date_time_get_timezone (now), year, month, day,
                             MORNING_HOUR, 0, 0);
  return g_date_time_to_unix (morning);
}

/**
 * nw_reminders_get_name:
 * @check: one of the checks
 *
 * Returns: the word for it in files, actions and places
 */
const char *
nw_reminders_get_name (NwCheck check)
{
  g_return_val_if_fail (check < NW_N_CHECKS, NULL);

  return names[check];
}

/**
 * nw_reminders_find_check:
 * @name: a word
 * @check: (out): the check of that name
 *
 * Returns: whether there is one
 */
gboolean
nw_reminders_find_check (const char *name,
                         NwCheck    *check)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (check != NULL, FALSE);

  for (int i = 0; i < NW_N_CHECKS; i++)
    if (g_str_equal (names[i], name))
      {
        *check = i;
        return TRUE;
      }
  return FALSE;
}
