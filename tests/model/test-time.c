/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of dates and times as people type them. */

#include "config.h"

#include <locale.h>

#include "model/plan/nw-time.h"

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    int         year, month, day;
  } cases[] = {
    { "2026-12-12", 2026, 12, 12 },
    { " 2026-1-2 ", 2026, 1, 2 },
    { "12 December 2026", 2026, 12, 12 },
    { "12 dec 2026", 2026, 12, 12 },
    { "12. Dec 26", 2026, 12, 12 },
    { "Saturday, 12 December 2026", 2026, 12, 12 },
    { "Dec 12, 2026", 2026, 12, 12 },
    { "12 December", 2026, 12, 12 },
    { "2 January", 2027, 1, 2 },
    { "22 November", 2026, 11, 22 },
    { "21 November", 2027, 11, 21 },
    /* In the C locale the month comes first. */
    { "12/31/2026", 2026, 12, 31 },
    { "2/3", 2027, 2, 3 },
    { "29 February 2028", 2028, 2, 29 },
  };
  static const char *const none[] = {
    "", "soon", "12", "30 February 2026", "29 February 2027", "13/13/2026", "0/1/2026",
    "1.2.3.4", "99999999-1-1", "2026-12-12-12", "1 2 3 4 December", "\xff",
  };
  g_autoptr (GDateTime) today = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  GDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (nw_time_parse_date (cases[i].text, today, &date));
      g_assert_cmpint (g_date_get_year (&date), ==, cases[i].year);
      g_assert_cmpint (g_date_get_month (&date), ==, cases[i].month);
      g_assert_cmpint (g_date_get_day (&date), ==, cases[i].day);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("%s", none[i]);
      g_assert_false (nw_time_parse_date (none[i], today, &date));
    }
}

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    int         hour, minute;
  } cases[] = {
    { "10:30", 10, 30 }, { "10.30", 10, 30 }, { "14h30", 14, 30 }, { "1030", 10, 30 },
    { "930", 9, 30 }, { "9", 9, 0 }, { "09", 9, 0 }, { "9 am", 9, 0 }, { "9AM", 9, 0 },
    { "12 am", 0, 0 }, { "12 pm", 12, 0 }, { "2:15 p.m.", 14, 15 }, { "2 PM", 14, 0 },
    { "14h", 14, 0 }, { "0:00", 0, 0 }, { "23:59", 23, 59 }, { "  8:05 ", 8, 5 },
  };
  static const char *const none[] = {
    "", "noon", "24:00", "10:60", "25", "13 pm", "0 am", "10:30:15", "-1", "1:-5", "99999", "\xff",
  };
  int hour;
  int minute;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (nw_time_parse_time (cases[i].text, &hour, &minute));
      g_assert_cmpint (hour, ==, cases[i].hour);
      g_assert_cmpint (minute, ==, cases[i].minute);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    {
      g_test_message ("%s", none[i]);
      g_assert_false (nw_time_parse_time (none[i], &hour, &minute));
    }
}

static void
test_zones (void)
{
  static const char *const zones[] = { "Europe/Berlin", "UTC", "+05:30", "-03:00" };
  static const char *const none[] = { "", "/etc/passwd", "../../etc/passwd", "Nowhere/Atall" };

  for (gsize i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GDateTime) time = nw_time_new_from_text ("2026-12-12T10:30", zones[i]);
      g_autofree char *zone = NULL;

      g_assert_nonnull (time);
      g_assert_cmpint (g_date_time_get_hour (time), ==, 10);
      zone = nw_time_dup_zone (time);
      g_assert_cmpstr (zone, ==, zones[i]);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_null (nw_time_new_from_text ("2026-12-12T10:30", none[i]));
  g_assert_null (nw_time_new_from_text ("2026-12-12", "UTC"));
  g_assert_null (nw_time_new_from_text ("2026-02-30T10:30", "UTC"));
  g_assert_null (nw_time_new_from_text ("2026-12-12T10:30Z", "UTC"));
  g_assert_null (nw_time_new_from_text ("2026-12-12T24:00", "UTC"));
}

/* The clocks jump from 2:00 to 3:00 on 28 March 2027 in Berlin, and go back
 * from 3:00 to 2:00 on 31 October. */
static void
test_change_of_clocks (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) gap = NULL;
  g_autoptr (GDateTime) overlap = NULL;
  g_autoptr (GDateTime) before = NULL;
  g_autoptr (GDateTime) after = NULL;
  GDate date;

  g_assert_nonnull (berlin);
  g_date_set_dmy (&date, 28, 3, 2027);
  gap = nw_time_combine (&date, 2, 30, berlin);
  g_assert_nonnull (gap);
  g_assert_cmpint (g_date_time_get_hour (gap), ==, 3);
  g_date_set_dmy (&date, 31, 10, 2027);
  overlap = nw_time_combine (&date, 2, 30, berlin);
  g_assert_nonnull (overlap);
  g_assert_cmpint (g_date_time_get_hour (overlap), ==, 2);

  before = nw_time_new_from_text ("2027-03-27T23:30", "Europe/Berlin");
  after = nw_time_new_from_text ("2027-03-29T00:30", "Europe/Berlin");
  g_assert_cmpint (nw_time_days_between (before, after), ==, 2);
  g_assert_cmpint (nw_time_days_between (after, before), ==, -2);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/time/dates", test_dates);
  g_test_add_func ("/model/time/times", test_times);
  g_test_add_func ("/model/time/zones", test_zones);
  g_test_add_func ("/model/time/change-of-clocks", test_change_of_clocks);

  return g_test_run ();
}
