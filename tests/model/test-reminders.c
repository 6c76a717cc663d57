/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the reminders: each is shown once, and none is lost. */

#include "config.h"

#include "model/base/nw-error.h"
#include "model/plan/nw-reminders.h"
#include "model/plan/nw-time.h"

typedef struct
{
  char        *folder;
  NwPlan      *plan;
  NwReminders *reminders;
} Fixture;

static void
set_now (Fixture    *fixture,
         const char *text,
         const char *zone)
{
  g_autoptr (GDateTime) now = nw_time_new_from_text (text, zone);

  g_assert_nonnull (now);
  nw_clock_set_now (nw_plan_get_clock (fixture->plan), now);
}

static void
restart (Fixture *fixture)
{
  g_autoptr (NwStore) store = NULL;

  if (fixture->reminders != NULL)
    g_assert_finalize_object (fixture->reminders);
  store = nw_store_new (fixture->folder);
  fixture->reminders = nw_reminders_new (store);
  nw_reminders_load (fixture->reminders);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) now = nw_time_new_from_text ("2026-11-22T12:00", "Europe/Berlin");
  g_autoptr (GDateTime) appointment = nw_time_new_from_text ("2026-12-12T10:30", "Europe/Berlin");
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);

  fixture->folder = g_dir_make_tmp ("nw-reminders-XXXXXX", NULL);
  fixture->plan = nw_plan_new (clock);
  nw_plan_set_appointment (fixture->plan, appointment);
  restart (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (NwStore) store = nw_store_new (fixture->folder);

  g_clear_object (&fixture->plan);
  g_clear_object (&fixture->reminders);
  nw_store_remove_all (store, NULL);
  g_free (fixture->folder);
}

static int
count_due (Fixture *fixture)
{
  int n = 0;

  for (int i = 0; i < NW_N_CHECKS; i++)
    n += nw_reminders_is_due (fixture->reminders, fixture->plan, i);
  return n;
}

static void
show_all (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < NW_N_CHECKS; i++)
    if (nw_reminders_is_due (fixture->reminders, fixture->plan, i))
      {
        nw_reminders_note_shown (fixture->reminders, fixture->plan, i, &error);
        g_assert_no_error (error);
      }
}

static gint64
unix_time (const char *text)
{
  g_autoptr (GDateTime) time = nw_time_new_from_text (text, "Europe/Berlin");

  return g_date_time_to_unix (time);
}

static void
test_once (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (count_due (fixture), ==, 0);
  g_assert_cmpint (nw_reminders_get_next (fixture->reminders, fixture->plan), ==,
                   unix_time ("2026-12-09T09:00"));
  set_now (fixture, "2026-12-09T08:59", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);
  set_now (fixture, "2026-12-09T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 2);
  show_all (fixture);
  g_assert_cmpint (count_due (fixture), ==, 0);
  g_assert_cmpint (nw_reminders_get_next (fixture->reminders, fixture->plan), ==, 0);

  /* After a restart, and when the clock is set back and forth. */
  restart (fixture);
  g_assert_cmpint (count_due (fixture), ==, 0);
  set_now (fixture, "2026-12-08T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);
  set_now (fixture, "2026-12-10T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);
}

static void
test_late (Fixture       *fixture,
           gconstpointer  data)
{
  set_now (fixture, "2026-12-12T10:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 2);

  /* Once the appointment has been, it is too late to remind of it. */
  set_now (fixture, "2026-12-12T10:30", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);
  g_assert_cmpint (nw_reminders_get_next (fixture->reminders, fixture->plan), ==, 0);
}

static void
test_across_a_time_zone (Fixture       *fixture,
                         gconstpointer  data)
{
  set_now (fixture, "2026-12-09T02:59", "America/New_York");
  g_assert_cmpint (count_due (fixture), ==, 0);
  set_now (fixture, "2026-12-09T03:00", "America/New_York");
  g_assert_cmpint (count_due (fixture), ==, 2);
  show_all (fixture);
  set_now (fixture, "2026-12-09T09:30", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);
}

static void
test_done_and_put_off (Fixture       *fixture,
                       gconstpointer  data)
{
  set_now (fixture, "2026-12-09T12:00", "Europe/Berlin");
  nw_plan_mark_done (fixture->plan, NW_CHECK_INSURANCE, TRUE);
  g_assert_cmpint (count_due (fixture), ==, 1);
  show_all (fixture);
  nw_plan_put_off (fixture->plan, NW_CHECK_LICENCE, nw_reminders_get_tomorrow (fixture->plan));
  g_assert_cmpint (count_due (fixture), ==, 0);
  g_assert_cmpint (nw_reminders_get_next (fixture->reminders, fixture->plan), ==,
                   unix_time ("2026-12-10T09:00"));
  restart (fixture);
  set_now (fixture, "2026-12-10T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 1);
  show_all (fixture);
  g_assert_cmpint (count_due (fixture), ==, 0);
  nw_plan_mark_done (fixture->plan, NW_CHECK_LICENCE, TRUE);
  g_assert_cmpint (nw_reminders_get_time (fixture->plan, NW_CHECK_LICENCE), ==, 0);
}

static void
test_another_date (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GDateTime) later = nw_time_new_from_text ("2027-03-30T08:00", "Europe/Berlin");

  set_now (fixture, "2026-12-09T12:00", "Europe/Berlin");
  show_all (fixture);
  nw_plan_set_appointment (fixture->plan, later);
  g_assert_cmpint (count_due (fixture), ==, 0);
  /* Behind the day on which the clocks change. */
  nw_plan_set_due_days (fixture->plan, 2);
  g_assert_cmpint (nw_reminders_get_next (fixture->reminders, fixture->plan), ==,
                   unix_time ("2027-03-28T09:00"));
  set_now (fixture, "2027-03-28T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 2);
}

/* Killed between showing and noting: shown once more, not lost. */
static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  set_now (fixture, "2026-12-09T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 2);
  restart (fixture);
  g_assert_cmpint (count_due (fixture), ==, 2);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "reminders.json", NULL);

  set_now (fixture, "2026-12-09T09:00", "Europe/Berlin");
  show_all (fixture);
  g_assert_true (g_file_set_contents (path, "{\"format\":1,\"licence\":\"x\"}", -1, NULL));
  restart (fixture);
  g_assert_cmpint (count_due (fixture), <=, 2);
  show_all (fixture);
  g_assert_cmpint (count_due (fixture), ==, 0);
}

/* What a newer program noted counts, and stays as that wrote it. */
static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "reminders.json", NULL);
  g_autofree char *newer = NULL;
  g_autofree char *text = NULL;

  set_now (fixture, "2026-12-09T09:00", "Europe/Berlin");
  newer = g_strdup_printf ("{\"format\":2,\"licence\":%" G_GINT64_FORMAT "}",
                           nw_reminders_get_time (fixture->plan, NW_CHECK_LICENCE));
  g_assert_true (g_file_set_contents (path, newer, -1, NULL));
  restart (fixture);
  g_assert_cmpint (count_due (fixture), ==, 1);
  for (int time = 0; time < 2; time++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (nw_reminders_note_shown (fixture->reminders, fixture->plan,
                                               NW_CHECK_INSURANCE, &error));
      g_assert_error (error, NW_ERROR, NW_ERROR_CONFLICT);
      /* Once in this session all the same. */
      g_assert_cmpint (count_due (fixture), ==, 0);
    }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, newer);
}

/* The computer sleeps over it and wakes days later. */
static void
test_asleep (Fixture       *fixture,
             gconstpointer  data)
{
  set_now (fixture, "2026-12-08T23:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);
  set_now (fixture, "2026-12-11T20:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 2);
  show_all (fixture);
  set_now (fixture, "2026-12-12T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);
}

/* The hour that comes twice brings no second reminder; and after 2038. */
static void
test_clocks_change (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GDateTime) autumn = nw_time_new_from_text ("2027-11-03T10:30", "Europe/Berlin");
  g_autoptr (GDateTime) far = nw_time_new_from_text ("2040-01-20T10:30", "Europe/Berlin");

  nw_plan_set_appointment (fixture->plan, autumn);
  set_now (fixture, "2027-10-31T08:59", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);
  set_now (fixture, "2027-10-31T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 2);
  show_all (fixture);
  set_now (fixture, "2027-10-31T08:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);
  set_now (fixture, "2027-10-31T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 0);

  nw_plan_set_appointment (fixture->plan, far);
  g_assert_cmpint (nw_reminders_get_next (fixture->reminders, fixture->plan), ==,
                   unix_time ("2040-01-17T09:00"));
  set_now (fixture, "2040-01-17T09:00", "Europe/Berlin");
  g_assert_cmpint (count_due (fixture), ==, 2);
  show_all (fixture);
  restart (fixture);
  g_assert_cmpint (count_due (fixture), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/model/reminders/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("once", test_once);
  ADD ("late", test_late);
  ADD ("across-a-time-zone", test_across_a_time_zone);
  ADD ("done-and-put-off", test_done_and_put_off);
  ADD ("another-date", test_another_date);
  ADD ("killed", test_killed);
  ADD ("damaged", test_damaged);
  ADD ("newer", test_newer);
  ADD ("asleep", test_asleep);
  ADD ("clocks-change", test_clocks_change);
#undef ADD

  return g_test_run ();
}
