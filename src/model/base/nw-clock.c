/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What time it is, and a call when a time has come; a test brings its own. */

#include "config.h"

#include "model/base/nw-clock.h"

#include <errno.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <glib-unix.h>

struct _NwClock
{
  GObject    parent_instance;

  /* What a test says it is, or NULL for the computer’s own time. */
  GDateTime *fixed;

  gint64     alarm;
  int        timer_fd;
  guint      source_id;
};

enum
{
  SIGNAL_RANG,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwClock, nw_clock, G_TYPE_OBJECT)

static gint64
get_unix_now (NwClock *self)
{
  return self->fixed != NULL ? g_date_time_to_unix (self->fixed)
                             : g_get_real_time () / G_USEC_PER_SEC;
}

static void
stop_timer (NwClock *self)
{
  g_clear_handle_id (&self->source_id, g_source_remove);
  if (self->timer_fd >= 0)
    close (self->timer_fd);
  self->timer_fd = -1;
}

static void
ring_if_due (NwClock *self)
{
  if (self->alarm == 0 || self->alarm > get_unix_now (self))
    return;

  self->alarm = 0;
  stop_timer (self);
  g_signal_emit (self, signals[SIGNAL_RANG], 0);
}

/* Reading fails with ECANCELED where somebody has set the computer’s time. That
 * may have moved every date that is shown, so it counts as a ring. */
static gboolean
timer_fired_cb (int          fd,
                GIOCondition condition,
                gpointer     user_data)
{
  g_autoptr (NwClock) self = g_object_ref (NW_CLOCK (user_data));
  guint64 times;

  if (read (fd, &times, sizeof times) < 0 && errno == EAGAIN)
    return G_SOURCE_CONTINUE;

  self->source_id = 0;
  stop_timer (self);
  self->alarm = 0;
  g_signal_emit (self, signals[SIGNAL_RANG], 0);

  return G_SOURCE_REMOVE;
}

/* A timer of the kernel’s that follows the calendar: unlike GLib’s it goes on
 * while the computer sleeps. */
static void
start_timer (NwClock *self)
{
  struct itimerspec spec = { .it_value.tv_sec = self->alarm };

  self->timer_fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  if (self->timer_fd < 0
      || timerfd_settime (self->timer_fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET,
                          &spec, NULL) < 0)
    {
      g_debug ("No timer: %s", g_strerror (errno));
      stop_timer (self);
      return;
    }

  self->source_id = g_unix_fd_add (self->timer_fd, G_IO_IN, timer_fired_cb, self);
}

static void
nw_clock_finalize (GObject *object)
{
  NwClock *self = NW_CLOCK (object);

  stop_timer (self);
  g_clear_pointer (&self->fixed, g_date_time_unref);

  G_OBJECT_CLASS (nw_clock_parent_class)->finalize (object);
}

static void
nw_clock_class_init (NwClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nw_clock_finalize;

  /**
   * NwClock::rang:
   * @self: a clock
   *
   * The time given to nw_clock_set_alarm() has come, or the computer’s time
   * was set to another. The alarm is off now.
   */
  signals[SIGNAL_RANG] = g_signal_new ("rang",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
nw_clock_init (NwClock *self)
{
  self->timer_fd = -1;
}

/**
 * nw_clock_new:
 *
 * Returns: (transfer full): the computer’s clock
 */
NwClock *
nw_clock_new (void)
{
  return g_object_new (NW_TYPE_CLOCK, NULL);
}

/**
 * nw_clock_new_fixed:
 * @now: the time that it shows
 *
 * Returns: (transfer full): a clock that stands still until it is set
 */
NwClock *
nw_clock_new_fixed (GDateTime *now)
{
  NwClock *self;

  g_return_val_if_fail (now != NULL, NULL);

  self = nw_clock_new ();
  self->fixed = g_date_time_ref (now);
  return self;
}

/**
 * nw_clock_get_now:
 * @self: a clock
 *
 * Returns: (transfer full): the time, in the zone in which the computer is now
 */
GDateTime *
nw_clock_get_now (NwClock *self)
{
  g_return_val_if_fail (NW_IS_CLOCK (self), NULL);

  return self->fixed != NULL ? g_date_time_ref (self->fixed) : g_date_time_new_now_local ();
}

/**
 * nw_clock_set_now:
 * @self: a clock made by nw_clock_new_fixed()
 * @now: the time that it shows from here on
 *
 * Moves a test’s clock, forwards or back, and rings if the alarm’s time has
 * come.
 */
void
nw_clock_set_now (NwClock   *self,
                  GDateTime *now)
{
  g_return_if_fail (NW_IS_CLOCK (self));
  g_return_if_fail (self->fixed != NULL);
  g_return_if_fail (now != NULL);

  g_date_time_ref (now);
  g_date_time_unref (self->fixed);
  self->fixed = now;
  ring_if_due (self);
}

/**
 * nw_clock_set_alarm:
 * @self: a clock
 * @when: seconds since 1970 in UTC, or 0 for no alarm
 *
 * Asks for #NwClock::rang at a time; also one that has passed, at once when
 * control is back in the main loop. There is one alarm; this replaces the one
 * before.
 */
void
nw_clock_set_alarm (NwClock *self,
                    gint64   when)
{
  g_return_if_fail (NW_IS_CLOCK (self));
  g_return_if_fail (when >= 0);

  stop_timer (self);
  self->alarm = when;
  if (when != 0 && self->fixed == NULL)
    start_timer (self);
}
