/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The person’s preparation: appointment, licence, insurance and questions. */

#include "config.h"

#include "model/plan/nw-plan.h"

#include "model/plan/nw-plan-private.h"
#include "model/plan/nw-time.h"

#define MAX_UNDO 100
/* Typing on without a pause is one step of undo. */
#define MERGE_USEC (2 * G_USEC_PER_SEC)
#define DUE_SOON_DAYS 7
#define DUE_HOUR 9

enum
{
  PROP_TO_DO = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwPlan, nw_plan, G_TYPE_OBJECT)

/* Dates */

static gint64
get_midnight_after (GDateTime *now)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  int year, month, day;
  g_autoptr (GDateTime) midnight = NULL;

  g_date_time_get_ymd (tomorrow, &year, &month, &day);
  midnight = g_date_time_new (g_date_time_get_timezone (now), year, month, day, 0, 0, 0);
  return g_date_time_to_unix (midnight);
}

/* What time changes is only the wording, and it changes at midnight, when what
 * was put off comes back, and when the appointment has come. */
static void
set_alarm (NwPlan *self)
{
  g_autoptr (GDateTime) now = NULL;
  gint64 alarm;

  if (self->data->appointment == NULL)
    {
      nw_clock_set_alarm (self->clock, 0);
      return;
    }

  now = nw_clock_get_now (self->clock);
  alarm = get_midnight_after (now);
  if (!nw_plan_get_has_been (self))
    alarm = MIN (alarm, g_date_time_to_unix (self->data->appointment));
  for (int i = 0; i < NW_N_CHECKS; i++)
    if (self->data->put_off_until[i] > g_date_time_to_unix (now))
      alarm = MIN (alarm, self->data->put_off_until[i]);
  nw_clock_set_alarm (self->clock, alarm);
}

/**
 * nw_plan_dup_today:
 * @self: a plan
 *
 * Returns: (transfer full): today as `YYYY-MM-DD`
 */
char *
nw_plan_dup_today (NwPlan *self)
{
  g_autoptr (GDateTime) now = nw_clock_get_now (self->clock);

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Changing */

static void
notify_changed (NwPlan *self)
{
  set_alarm (self);
  g_object_freeze_notify (G_OBJECT (self));
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * nw_plan_end_edit:
 * @self: a plan
 *
 * Tells everybody of a change that is made. Call after a change.
 */
void
nw_plan_end_edit (NwPlan *self)
{
  notify_changed (self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/**
 * nw_plan_begin_edit:
 * @self: a plan
 * @edit: (nullable): names the thing that changes, or %NULL for what is always
 *   a step of its own
 *
 * Makes a step of undo. Edits of one thing in quick succession are one step.
 * Call before a change.
 */
void
nw_plan_begin_edit (NwPlan     *self,
                    const char *edit)
{
  gint64 now = g_get_monotonic_time ();
  gboolean merges = edit != NULL
                    && g_strcmp0 (edit, self->last_edit) == 0
                    && now - self->last_edit_time < MERGE_USEC;

  if (!merges)
    {
      if (self->undo->len >= MAX_UNDO)
        g_ptr_array_remove_index (self->undo, 0);
      g_ptr_array_add (self->undo, nw_plan_data_copy (self->data));
    }
  g_ptr_array_set_size (self->redo, 0);

  if (g_strcmp0 (edit, self->last_edit) != 0)
    {
      g_free (self->last_edit);
      self->last_edit = g_strdup (edit);
    }
  self->last_edit_time = now;
}

static void
step (NwPlan    *self,
      GPtrArray *from,
      GPtrArray *to)
{
  if (from->len == 0)
    return;

  g_ptr_array_add (to, self->data);
  self->data = g_ptr_array_steal_index (from, from->len - 1);
  g_clear_pointer (&self->last_edit, g_free);
  nw_plan_end_edit (self);
}

/* What changes without a step holds for those that undo and redo come to. */
static NwPlanData *
get_step (NwPlan *self,
          guint   index)
{
  if (index == 0)
    return self->data;
  index--;
  if (index < self->undo->len)
    return g_ptr_array_index (self->undo, index);
  index -= self->undo->len;
  return index < self->redo->len ? g_ptr_array_index (self->redo, index) : NULL;
}

static gboolean
is_same_time (GDateTime *a,
              GDateTime *b)
{
  return a == b || (a != NULL && b != NULL && g_date_time_equal (a, b));
}

static void
forget_steps (NwPlan *self)
{
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_clear_pointer (&self->last_edit, g_free);
}

/* Overrides */

static void
nw_plan_dispose (GObject *object)
{
  NwPlan *self = NW_PLAN (object);

  if (self->clock != NULL)
    nw_clock_set_alarm (self->clock, 0);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (nw_plan_parent_class)->dispose (object);
}

static void
nw_plan_finalize (GObject *object)
{
  NwPlan *self = NW_PLAN (object);

  g_clear_pointer (&self->data, nw_plan_data_free);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->last_edit, g_free);
  g_clear_pointer (&self->told, g_strfreev);

  G_OBJECT_CLASS (nw_plan_parent_class)->finalize (object);
}

static void
nw_plan_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  NwPlan *self = NW_PLAN (object);

  switch (property_id)
    {
    case PROP_TO_DO:
      g_value_set_uint (value, nw_plan_get_to_do (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, nw_plan_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, nw_plan_get_can_redo (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_plan_class_init (NwPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nw_plan_dispose;
  object_class->finalize = nw_plan_finalize;
  object_class->get_property = nw_plan_get_property;

  /**
   * NwPlan:to-do:
   *
   * How many checks are due soon or overdue.
   */
  properties[PROP_TO_DO] = g_param_spec_uint ("to-do", NULL, NULL,
                                              0, NW_N_CHECKS, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * NwPlan:can-undo:
   *
   * Whether there is a step to take back.
   */
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * NwPlan:can-redo:
   *
   * Whether a step was taken back.
   */
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * NwPlan::changed:
   * @self: a plan
   *
   * What the plan says has changed, also by a new day.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  /**
   * NwPlan::edited:
   * @self: a plan
   *
   * The person has changed something that is worth keeping.
   */
  signals[SIGNAL_EDITED] = g_signal_new ("edited",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
nw_plan_init (NwPlan *self)
{
  self->data = nw_plan_data_new ();
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) nw_plan_data_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) nw_plan_data_free);
}

/**
 * nw_plan_new:
 * @clock: the clock by which things are due
 *
 * Returns: (transfer full): a plan in which nothing is done
 */
NwPlan *
nw_plan_new (NwClock *clock)
{
  NwPlan *self;

  g_return_val_if_fail (NW_IS_CLOCK (clock), NULL);

  self = g_object_new (NW_TYPE_PLAN, NULL);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "rang", G_CALLBACK (notify_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * nw_plan_get_clock:
 * @self: a plan
 *
 * Returns: (transfer none): its clock
 */
NwClock *
nw_plan_get_clock (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), NULL);

  return self->clock;
}

/**
 * nw_plan_load:
 * @self: a plan
 * @root: the root of what nw_plan_to_text() wrote
 * @error: return location for an error
 *
 * Replaces what the plan says. There is nothing to undo afterwards.
 *
 * Returns: whether it made sense; the plan is as before where it did not
 */
gboolean
nw_plan_load (NwPlan            *self,
              const NwJsonNode  *root,
              GError           **error)
{
  NwPlanData *data;

  g_return_val_if_fail (NW_IS_PLAN (self), FALSE);
  g_return_val_if_fail (root != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  data = nw_plan_data_read (root, error);
  if (data == NULL)
    return FALSE;

  nw_plan_data_free (self->data);
  self->data = data;
  forget_steps (self);
  notify_changed (self);
  return TRUE;
}

/**
 * nw_plan_to_text:
 * @self: a plan
 *
 * Returns: (transfer full): the plan as JSON, of format 1
 */
char *
nw_plan_to_text (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), NULL);

  return nw_plan_data_write (self->data);
}

/**
 * nw_plan_clear:
 * @self: a plan
 *
 * Forgets everything, also what could be undone. Does not count as an edit.
 */
void
nw_plan_clear (NwPlan *self)
{
  g_return_if_fail (NW_IS_PLAN (self));

  nw_plan_data_free (self->data);
  self->data = nw_plan_data_new ();
  forget_steps (self);
  g_clear_pointer (&self->told, g_strfreev);
  notify_changed (self);
}

/**
 * nw_plan_get_appointment:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the first appointment, in the zone in
 *   which it was made
 */
GDateTime *
nw_plan_get_appointment (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), NULL);

  return self->data->appointment;
}

/**
 * nw_plan_set_appointment:
 * @self: a plan
 * @appointment: (nullable): the first appointment, or %NULL for none
 *
 * Sets when the first appointment is. What was put off counts no longer.
 */
void
nw_plan_set_appointment (NwPlan    *self,
                         GDateTime *appointment)
{
  g_return_if_fail (NW_IS_PLAN (self));

  if (is_same_time (self->data->appointment, appointment))
    return;

  nw_plan_begin_edit (self, NULL);
  g_clear_pointer (&self->data->appointment, g_date_time_unref);
  if (appointment != NULL)
    self->data->appointment = g_date_time_ref (appointment);
  for (int i = 0; i < NW_N_CHECKS; i++)
    self->data->put_off_until[i] = 0;
  nw_plan_end_edit (self);
}

/**
 * nw_plan_get_calendar_id:
 * @self: a plan
 *
 * Makes up an id when first asked, and keeps it.
 *
 * Returns: by what a calendar knows this plan’s events again
 */
const char *
nw_plan_get_calendar_id (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), NULL);

  if (*self->data->calendar_id == '\0')
    {
      g_autofree char *id = g_uuid_string_random ();
      NwPlanData *data;

      for (guint i = 0; (data = get_step (self, i)) != NULL; i++)
        {
          g_free (data->calendar_id);
          data->calendar_id = g_strdup (id);
        }
      nw_plan_end_edit (self);
    }
  return self->data->calendar_id;
}

/**
 * nw_plan_get_due_days:
 * @self: a plan
 *
 * Returns: how many days before the appointment the checks are due
 */
int
nw_plan_get_due_days (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), NW_PLAN_DUE_DAYS);

  return self->data->due_days;
}

/**
 * nw_plan_set_due_days:
 * @self: a plan
 * @days: from 1 to %NW_PLAN_MAX_DUE_DAYS
 *
 * Sets how many days before the appointment the checks are due.
 */
void
nw_plan_set_due_days (NwPlan *self,
                      int     days)
{
  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (days >= 1 && days <= NW_PLAN_MAX_DUE_DAYS);

  if (self->data->due_days == days)
    return;

  nw_plan_begin_edit (self, "due-days");
  self->data->due_days = days;
  nw_plan_end_edit (self);
}

/**
 * nw_plan_get_due:
 * @self: a plan
 *
 * Returns: (transfer full) (nullable): nine in the morning of the day by which
 *   both checks are to be done, or %NULL where there is no appointment
 */
GDateTime *
nw_plan_get_due (NwPlan *self)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, number;

  g_return_val_if_fail (NW_IS_PLAN (self), NULL);

  if (self->data->appointment == NULL)
    return NULL;

  day = g_date_time_add_days (self->data->appointment, -self->data->due_days);
  g_date_time_get_ymd (day, &year, &month, &number);
  return g_date_time_new (g_date_time_get_timezone (day), year, month, number, DUE_HOUR, 0, 0);
}

/**
 * nw_plan_get_days_left:
 * @self: a plan with an appointment
 *
 * Returns: days of the calendar from today to the day on which the checks are
 *   due; negative once it has passed
 */
int
nw_plan_get_days_left (NwPlan *self)
{
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) due = NULL;

  g_return_val_if_fail (NW_IS_PLAN (self), 0);

  due = nw_plan_get_due (self);
  if (due == NULL)
    return G_MAXINT;

  now = nw_clock_get_now (self->clock);
  return nw_time_days_between (now, due);
}

/**
 * nw_plan_get_has_been:
 * @self: a plan
 *
 * Returns: whether there is an appointment, and its time has come
 */
gboolean
nw_plan_get_has_been (NwPlan *self)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (NW_IS_PLAN (self), FALSE);

  if (self->data->appointment == NULL)
    return FALSE;

  now = nw_clock_get_now (self->clock);
  return g_date_time_to_unix (self->data->appointment) <= g_date_time_to_unix (now);
}

/**
 * nw_plan_get_state:
 * @self: a plan
 * @check: one of the checks
 *
 * Returns: how it stands today. Without an appointment to come nothing is due.
 */
NwCheckState
nw_plan_get_state (NwPlan  *self,
                   NwCheck  check)
{
  int days_left;

  g_return_val_if_fail (NW_IS_PLAN (self), NW_CHECK_NOT_DONE);
  g_return_val_if_fail (check < NW_N_CHECKS, NW_CHECK_NOT_DONE);

  if (*self->data->done_on[check] != '\0')
    return NW_CHECK_DONE;
  if (nw_plan_get_has_been (self))
    return NW_CHECK_NOT_DONE;

  days_left = nw_plan_get_days_left (self);
  if (days_left < 0)
    return NW_CHECK_OVERDUE;
  return days_left <= DUE_SOON_DAYS ? NW_CHECK_DUE_SOON : NW_CHECK_NOT_DONE;
}

/**
 * nw_plan_get_done_on:
 * @self: a plan
 * @check: one of the checks
 *
 * Returns: the day on which it was done as `YYYY-MM-DD`, or an empty text
 */
const char *
nw_plan_get_done_on (NwPlan  *self,
                     NwCheck  check)
{
  g_return_val_if_fail (NW_IS_PLAN (self), "");
  g_return_val_if_fail (check < NW_N_CHECKS, "");

  return self->data->done_on[check];
}

/**
 * nw_plan_set_done_on:
 * @self: a plan
 * @check: one of the checks
 * @date: the day as `YYYY-MM-DD`, or an empty text for not done
 *
 * Sets on which day a check was done.
 */
void
nw_plan_set_done_on (NwPlan     *self,
                     NwCheck     check,
                     const char *date)
{
  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (check < NW_N_CHECKS);
  g_return_if_fail (date != NULL);

  if (g_str_equal (self->data->done_on[check], date))
    return;

  nw_plan_begin_edit (self, NULL);
  g_free (self->data->done_on[check]);
  self->data->done_on[check] = g_strdup (date);
  nw_plan_end_edit (self);
}

/**
 * nw_plan_mark_done:
 * @self: a plan
 * @check: one of the checks
 * @done: whether it is done
 *
 * Marks a check as done today, or as not done. One that was done stays so on
 * its day.
 */
void
nw_plan_mark_done (NwPlan   *self,
                   NwCheck   check,
                   gboolean  done)
{
  g_autofree char *today = NULL;

  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (check < NW_N_CHECKS);

  if (done == (*self->data->done_on[check] != '\0'))
    return;

  today = nw_plan_dup_today (self);
  nw_plan_set_done_on (self, check, done ? today : "");
}

/**
 * nw_plan_get_to_do:
 * @self: a plan
 *
 * Returns: how many checks are due soon or overdue
 */
guint
nw_plan_get_to_do (NwPlan *self)
{
  guint n = 0;

  g_return_val_if_fail (NW_IS_PLAN (self), 0);

  for (int i = 0; i < NW_N_CHECKS; i++)
    {
      NwCheckState state = nw_plan_get_state (self, i);

      if (state == NW_CHECK_DUE_SOON || state == NW_CHECK_OVERDUE)
        n++;
    }
  return n;
}

/**
 * nw_plan_put_off:
 * @self: a plan
 * @check: one of the checks
 * @until: seconds since 1970 in UTC
 *
 * Asks not to be reminded of a check before a time. Not a step of undo: it
 * holds until the appointment is another one, also where that is by undo.
 */
void
nw_plan_put_off (NwPlan  *self,
                 NwCheck  check,
                 gint64   until)
{
  NwPlanData *data;

  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (check < NW_N_CHECKS);
  g_return_if_fail (until >= 0);

  if (self->data->put_off_until[check] == until)
    return;

  for (guint i = 0; (data = get_step (self, i)) != NULL; i++)
    if (is_same_time (data->appointment, self->data->appointment))
      data->put_off_until[check] = until;
  nw_plan_end_edit (self);
}

/**
 * nw_plan_get_put_off_until:
 * @self: a plan
 * @check: one of the checks
 *
 * Returns: until when it was put off, in seconds since 1970 in UTC, or 0
 */
gint64
nw_plan_get_put_off_until (NwPlan  *self,
                           NwCheck  check)
{
  g_return_val_if_fail (NW_IS_PLAN (self), 0);
  g_return_val_if_fail (check < NW_N_CHECKS, 0);

  return self->data->put_off_until[check];
}

/**
 * nw_plan_get_can_undo:
 * @self: a plan
 *
 * Returns: whether there is a step to take back
 */
gboolean
nw_plan_get_can_undo (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), FALSE);

  return self->undo->len > 0;
}

/**
 * nw_plan_get_can_redo:
 * @self: a plan
 *
 * Returns: whether a step was taken back
 */
gboolean
nw_plan_get_can_redo (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), FALSE);

  return self->redo->len > 0;
}

/**
 * nw_plan_undo:
 * @self: a plan
 *
 * Takes the last step back, if there is one.
 */
void
nw_plan_undo (NwPlan *self)
{
  g_return_if_fail (NW_IS_PLAN (self));

  step (self, self->undo, self->redo);
}

/**
 * nw_plan_redo:
 * @self: a plan
 *
 * Does again what nw_plan_undo() took back, if there is something.
 */
void
nw_plan_redo (NwPlan *self)
{
  g_return_if_fail (NW_IS_PLAN (self));

  step (self, self->redo, self->undo);
}
