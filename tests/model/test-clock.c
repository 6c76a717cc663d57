/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the clock. */

#include "config.h"

#include "model/base/nw-clock.h"

static void
count_cb (int *count)
{
  (*count)++;
}

static GDateTime *
at (int day,
    int hour)
{
  return g_date_time_new_utc (2026, 12, day, hour, 0, 0);
}

static void
test_fixed (void)
{
  g_autoptr (GDateTime) first = at (1, 10);
  g_autoptr (GDateTime) second = at (2, 10);
  g_autoptr (GDateTime) now = NULL;
  NwClock *clock = nw_clock_new_fixed (first);

  now = nw_clock_get_now (clock);
  g_assert_true (g_date_time_equal (now, first));
  nw_clock_set_now (clock, second);
  g_clear_pointer (&now, g_date_time_unref);
  now = nw_clock_get_now (clock);
  g_assert_true (g_date_time_equal (now, second));
  g_assert_finalize_object (clock);
}

static void
test_rings_once (void)
{
  g_autoptr (GDateTime) start = at (1, 10);
  g_autoptr (GDateTime) before = at (1, 23);
  g_autoptr (GDateTime) after = at (3, 0);
  g_autoptr (GDateTime) later = at (4, 0);
  g_autoptr (GDateTime) last = at (5, 0);
  g_autoptr (GDateTime) alarm = at (2, 9);
  NwClock *clock = nw_clock_new_fixed (start);
  int count = 0;

  g_signal_connect_swapped (clock, "rang", G_CALLBACK (count_cb), &count);
  nw_clock_set_alarm (clock, g_date_time_to_unix (alarm));
  nw_clock_set_now (clock, before);
  g_assert_cmpint (count, ==, 0);
  nw_clock_set_now (clock, after);
  g_assert_cmpint (count, ==, 1);
  nw_clock_set_now (clock, later);
  g_assert_cmpint (count, ==, 1);

  nw_clock_set_alarm (clock, g_date_time_to_unix (later) + 60);
  nw_clock_set_alarm (clock, 0);
  nw_clock_set_now (clock, last);
  g_assert_cmpint (count, ==, 1);
  g_assert_finalize_object (clock);
}

static void
quit_cb (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

/* With the computer’s own clock: a time to come, and one that has passed. */
static void
test_rings_in_main_loop (void)
{
  NwClock *clock = nw_clock_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GDateTime) now = nw_clock_get_now (clock);
  gint64 start = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpint (ABS (g_date_time_to_unix (now) - start), <=, 1);
  g_signal_connect_swapped (clock, "rang", G_CALLBACK (quit_cb), loop);
  nw_clock_set_alarm (clock, start + 1);
  g_main_loop_run (loop);
  g_assert_cmpint (g_get_real_time () / G_USEC_PER_SEC, >=, start + 1);

  nw_clock_set_alarm (clock, start - 3600);
  g_main_loop_run (loop);
  g_assert_finalize_object (clock);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/clock/fixed", test_fixed);
  g_test_add_func ("/model/clock/rings-once", test_rings_once);
  g_test_add_func ("/model/clock/rings-in-main-loop", test_rings_in_main_loop);

  return g_test_run ();
}
