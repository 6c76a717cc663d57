/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of dates and times as people type them. */

#include "config.h"

#include <dlfcn.h>
#include <langinfo.h>
#include <locale.h>

#include "model/plan/nw-time.h"

/* The order of a date in another country, which may not be installed here. */
static const char *date_format;

char *
nl_langinfo (nl_item item)
{
  char *(*real) (nl_item) = (char *(*) (nl_item)) dlsym (RTLD_NEXT, "nl_langinfo");

  return item == D_FMT && date_format != NULL ? (char *) date_format : real (item);
}

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

/* A day of any time, in the order of the country or as FHIR has it. */
static void
test_days (void)
{
  static const struct
  {
    const char *format;
    const char *text;
    const char *day;
  } cases[] = {
    { "%d/%m/%Y", "21/03/2026", "2026-03-21" },
    { "%d/%m/%Y", "2/3/1951", "1951-03-02" },
    { "%d.%m.%Y", "21.3.1951", "1951-03-21" },
    { "%d/%m/%Y", "2026-03-21", "2026-03-21" },
    { "%d/%m/%Y", "3 February 1899", "1899-02-03" },
    { "%d/%m/%Y", "Feb 3, 1951", "1951-02-03" },
    { "%m/%d/%Y", "03/21/2026", "2026-03-21" },
    { "%m/%d/%Y", "2/3/1951", "1951-02-03" },
    { "%m/%d/%Y", "2026-3-2", "2026-03-02" },
    { "%Y/%m/%d", "2026/3/2", "2026-03-02" },
    /* Nobody can tell which year or which order is meant. */
    { "%d/%m/%Y", "21/03/26", NULL },
    { "%d/%m/%Y", "03/21/2026", NULL },
    { "%m/%d/%Y", "21/03/2026", NULL },
    { "%d/%m/%Y", "21/03", NULL },
    { "%d/%m/%Y", "21 March", NULL },
    { "%d/%m/%Y", "2026", NULL },
    { "%d/%m/%Y", "30/02/2026", NULL },
    { "%d/%m/%Y", "1/2/20260", NULL },
    { "%d/%m/%Y", "", NULL },
    { "%d/%m/%Y", "\xff", NULL },
  };
  GDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean found;

      g_test_message ("%s in %s", cases[i].text, cases[i].format);
      date_format = cases[i].format;
      found = nw_time_parse_day (cases[i].text, &date);
      g_assert_true (found == (cases[i].day != NULL));
      if (found)
        {
          char text[20];

          g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
          g_assert_cmpstr (text, ==, cases[i].day);
        }
    }
  date_format = NULL;
}

/* A day that is picked stands there as one would type it, and is read as itself. */
static void
test_day_is_written_as_it_is_typed (void)
{
  static const struct
  {
    const char *format;
    const char *text;
  } cases[] = {
    { "%d/%m/%Y", "02/12/0951" }, { "%m/%d/%y", "12/02/0951" }, { "%d.%m.%Y", "02.12.0951" },
    { "%e-%m-%Y", "02-12-0951" }, { "%D", "12/02/0951" }, { "%Y-%m-%d", "0951-12-02" },
    { "%F", "0951-12-02" }, { "%d %b %Y", "02/12/0951" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int year = 951; year < 2952; year += 1000)
      {
        g_autoptr (GDate) day = g_date_new_dmy (2, G_DATE_DECEMBER, (GDateYear) year);
        g_autofree char *text = NULL;
        GDate read;

        date_format = cases[i].format;
        text = nw_time_dup_day (day);
        if (year == 951)
          g_assert_cmpstr (text, ==, cases[i].text);
        else
          {
            g_assert_true (nw_time_parse_day (text, &read));
            g_assert_cmpint (g_date_compare (day, &read), ==, 0);
          }
      }
  date_format = NULL;
}

/* What is given as an example is understood, as the day that it is. */
static void
test_example_is_understood (void)
{
  static const char *const formats[] = { "%d/%m/%Y", "%m/%d/%y", "%d.%m.%Y", "%e-%m-%Y", "%D" };
  GDate date;

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *example = NULL;

      date_format = formats[i];
      example = nw_time_dup_example ();
      g_test_message ("%s: %s", formats[i], example);
      g_assert_true (nw_time_parse_day (example, &date));
      g_assert_cmpint (g_date_get_day (&date), ==, 21);
      g_assert_cmpint (g_date_get_month (&date), ==, 3);
      g_assert_cmpint (g_date_get_year (&date), ==, 2026);
    }
  date_format = "%Y-%m-%d";
  g_assert_null (nw_time_dup_example ());
  date_format = NULL;
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
  g_test_add_func ("/model/time/days", test_days);
  g_test_add_func ("/model/time/example-is-understood", test_example_is_understood);
  g_test_add_func ("/model/time/day-is-written-as-it-is-typed",
                   test_day_is_written_as_it_is_typed);
  g_test_add_func ("/model/time/times", test_times);
  g_test_add_func ("/model/time/zones", test_zones);
  g_test_add_func ("/model/time/change-of-clocks", test_change_of_clocks);

  return g_test_run ();
}
