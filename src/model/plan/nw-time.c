/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and times as people type them, and as they are kept. */

#include "config.h"

#include "model/plan/nw-time.h"

#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_YEAR 2000
#define LAST_YEAR 2200

static gboolean
set_any_date (GDate *date,
              int    year,
              int    month,
              int    day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1
      || !g_date_valid_dmy (day, month, year))
    return FALSE;

  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

static gboolean
set_date (GDate *date,
          int    year,
          int    month,
          int    day)
{
  return year >= FIRST_YEAR && year <= LAST_YEAR && set_any_date (date, year, month, day);
}

/* Which of the numbers in the locale’s short date comes first. */
static gboolean
is_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strpbrk (format, "mD");
  const char *day = strpbrk (format, "de");

  return month != NULL && (day == NULL || month < day);
}

static gboolean
is_year_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *year = strpbrk (format, "yYF");
  const char *other = strpbrk (format, "mDde");

  return year != NULL && (other == NULL || year < other);
}

/* The month of a word such as “dec” or “Dezember”, or 0. */
static int
find_month (const char *word)
{
  static const nl_item names[2][12] = {
    { MON_1, MON_2, MON_3, MON_4, MON_5, MON_6, MON_7, MON_8, MON_9, MON_10, MON_11, MON_12 },
    { ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6,
      ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12 },
  };
  static const char *const english[12] = { "jan", "feb", "mar", "apr", "may", "jun",
                                           "jul", "aug", "sep", "oct", "nov", "dec" };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  if (g_utf8_strlen (folded, -1) < 3)
    return 0;

  for (int i = 0; i < 12; i++)
    for (int j = 0; j < 2; j++)
      {
        g_autofree char *name = g_utf8_casefold (nl_langinfo (names[j][i]), -1);

        if (*name != '\0'
            && (g_str_has_prefix (name, folded) || (j == 1 && g_str_has_prefix (folded, name))))
          return i + 1;
      }
  for (int i = 0; i < 12; i++)
    if (g_str_has_prefix (folded, english[i]))
      return i + 1;
  return 0;
}

/* Splits “Sat, 12. Dec 2026” into its numbers and the month that is spelled
 * out. Words that are no month, such as a weekday, are passed over. */
static int
scan_date (const char *text,
           int         numbers[3],
           int        *month)
{
  int n = 0;

  *month = 0;
  for (const char *p = text; *p != '\0';)
    {
      const char *start = p;

      if (g_ascii_isdigit (*p))
        {
          if (n == 3)
            return -1;
          for (numbers[n] = 0; g_ascii_isdigit (*p) && p - start < 8; p++)
            numbers[n] = numbers[n] * 10 + (*p - '0');
          n++;
        }
      else if (g_unichar_isalpha (g_utf8_get_char (p)))
        {
          g_autofree char *word = NULL;

          while (*p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)))
            p = g_utf8_next_char (p);
          word = g_strndup (start, p - start);
          if (*month == 0)
            *month = find_month (word);
        }
      else
        p = g_utf8_next_char (p);
    }
  return n;
}

/* A day without a year is the next one that comes. */
static gboolean
set_next_date (GDate     *date,
               int        month,
               int        day,
               GDateTime *today)
{
  int year = g_date_time_get_year (today);

  if (month < g_date_time_get_month (today)
      || (month == g_date_time_get_month (today) && day < g_date_time_get_day_of_month (today)))
    year++;
  return set_date (date, year, month, day);
}

/**
 * nw_time_parse_date:
 * @text: what a person typed
 * @today: today, to find the year where none was typed
 * @date: (out caller-allocates): the day
 *
 * Understands `2026-12-12`, the order of day and month that the locale uses
 * (`12/12/2026`, `12.12.26`), months by name in the locale’s language and in
 * English (`12 December`, `Dec 12, 2026`), with or without the weekday.
 *
 * Returns: whether that is a day from 2000 to 2200
 */
gboolean
nw_time_parse_date (const char *text,
                    GDateTime  *today,
                    GDate      *date)
{
  int numbers[3] = { 0 };
  int month;
  int n;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (today != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  n = scan_date (text, numbers, &month);
  if (month != 0)
    {
      if (n == 1)
        return set_next_date (date, month, numbers[0], today);
      if (n != 2)
        return FALSE;
      if (numbers[0] > 31)
        return set_date (date, numbers[0], month, numbers[1]);
      return set_date (date, numbers[1] < 100 ? numbers[1] + 2000 : numbers[1], month, numbers[0]);
    }

  if (n == 3 && numbers[0] > 31)
    return set_date (date, numbers[0], numbers[1], numbers[2]);
  if (n == 3 && numbers[2] < 100)
    numbers[2] += 2000;
  if (n == 3)
    return is_month_first () ? set_date (date, numbers[2], numbers[0], numbers[1])
                             : set_date (date, numbers[2], numbers[1], numbers[0]);
  if (n == 2)
    return is_month_first () ? set_next_date (date, numbers[0], numbers[1], today)
                             : set_next_date (date, numbers[1], numbers[0], today);
  return FALSE;
}

/**
 * nw_time_parse_day:
 * @text: what a person typed
 * @date: (out caller-allocates): the day
 *
 * As nw_time_parse_date (), for a day of any time, such as one of birth: the
 * year is needed, with all its four digits.
 *
 * Returns: whether that is a day
 */
gboolean
nw_time_parse_day (const char *text,
                   GDate      *date)
{
  int numbers[3] = { 0 };
  int month;
  int n;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  n = scan_date (text, numbers, &month);
  if (month != 0 && n == 2)
    return numbers[0] > 999 ? set_any_date (date, numbers[0], month, numbers[1])
                            : numbers[1] > 999
                              && set_any_date (date, numbers[1], month, numbers[0]);
  if (month != 0 || n != 3)
    return FALSE;
  if (numbers[0] > 999)
    return set_any_date (date, numbers[0], numbers[1], numbers[2]);
  if (numbers[2] <= 999)
    return FALSE;
  return is_month_first () ? set_any_date (date, numbers[2], numbers[0], numbers[1])
                           : set_any_date (date, numbers[2], numbers[1], numbers[0]);
}

/**
 * nw_time_dup_day:
 * @date: a day
 *
 * Writes a day so that nw_time_parse_day () reads it again.
 *
 * Returns: (transfer full): it in figures, in the order and with the sign
 *   between them that the locale has; such as `2026-03-21` where the year comes
 *   first
 */
char *
nw_time_dup_day (const GDate *date)
{
  const char *format = nl_langinfo (D_FMT);
  const char *sign = strpbrk (format, "./-");
  int first;
  int second;

  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  if (is_year_first ())
    return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date),
                            g_date_get_day (date));
  first = is_month_first () ? (int) g_date_get_month (date) : g_date_get_day (date);
  second = is_month_first () ? g_date_get_day (date) : (int) g_date_get_month (date);
  return g_strdup_printf ("%1$02d%4$c%2$02d%4$c%3$04d", first, second, g_date_get_year (date),
                          sign != NULL ? *sign : '/');
}

/**
 * nw_time_dup_example:
 *
 * Returns: (transfer full) (nullable): 21 March 2026 as nw_time_dup_day ()
 *   writes it; %NULL where that is `2026-03-21` itself
 */
char *
nw_time_dup_example (void)
{
  GDate date;

  if (is_year_first ())
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 21, G_DATE_MARCH, 2026);
  return nw_time_dup_day (&date);
}

/* Takes “am”, “p.m.” or the locale’s words off the end: 0 none, 1 am, 2 pm. */
static int
take_half_of_day (char *text)
{
  g_autofree char *am = g_utf8_casefold (nl_langinfo (AM_STR), -1);
  g_autofree char *pm = g_utf8_casefold (nl_langinfo (PM_STR), -1);
  const char *const words[][2] = {
    { "a.m.", "p.m." }, { "am", "pm" }, { am, pm }, { "a", "p" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    for (int half = 0; half < 2; half++)
      if (*words[i][half] != '\0' && g_str_has_suffix (text, words[i][half]))
        {
          text[strlen (text) - strlen (words[i][half])] = '\0';
          g_strchomp (text);
          return half + 1;
        }
  return 0;
}

/**
 * nw_time_parse_time:
 * @text: what a person typed
 * @hour: (out): the hour, from 0 to 23
 * @minute: (out): the minute
 *
 * Understands `10:30`, `10.30`, `14h30`, `1030`, `9`, `9 am`, `2:15 p.m.`.
 *
 * Returns: whether that is a time of the day
 */
gboolean
nw_time_parse_time (const char *text,
                    int        *hour,
                    int        *minute)
{
  g_autofree char *folded = NULL;
  int half;
  int h = -1;
  int m = 0;
  int end = 0;
  char separator = '\0';

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (hour != NULL, FALSE);
  g_return_val_if_fail (minute != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  folded = g_strstrip (g_utf8_casefold (text, -1));
  half = take_half_of_day (folded);

  if ((strlen (folded) == 3 || strlen (folded) == 4)
      && strspn (folded, "0123456789") == strlen (folded))
    {
      h = atoi (folded) / 100;
      m = atoi (folded) % 100;
    }
  else if (sscanf (folded, "%2d%c%2d%n", &h, &separator, &m, &end) == 3)
    {
      if (strchr (":.h,", separator) == NULL || folded[end] != '\0' || m < 0)
        return FALSE;
    }
  else
    {
      m = 0;
      end = 0;
      if (sscanf (folded, "%2d%n", &h, &end) != 1
          || (folded[end] != '\0' && !g_str_equal (folded + end, "h")))
        return FALSE;
    }

  if (half != 0 && (h < 1 || h > 12))
    return FALSE;
  if (half != 0)
    h = h % 12 + (half == 2 ? 12 : 0);
  if (h < 0 || h > 23 || m > 59)
    return FALSE;

  *hour = h;
  *minute = m;
  return TRUE;
}

/**
 * nw_time_uses_12_hours:
 *
 * Returns: whether the locale writes the time with am and pm
 */
gboolean
nw_time_uses_12_hours (void)
{
  const char *format = nl_langinfo (T_FMT);

  return *nl_langinfo (AM_STR) != '\0'
         && (strstr (format, "%r") != NULL || strstr (format, "%I") != NULL
             || strstr (format, "%l") != NULL || strstr (format, "%p") != NULL);
}

/**
 * nw_time_combine:
 * @date: a valid day
 * @hour: the hour
 * @minute: the minute
 * @zone: the zone in which that is meant
 *
 * A time that the clocks jump over becomes the one as much later; one that
 * comes twice is the first.
 *
 * Returns: (transfer full): the moment
 */
GDateTime *
nw_time_combine (const GDate *date,
                 int          hour,
                 int          minute,
                 GTimeZone   *zone)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  return g_date_time_new (zone,
                          g_date_get_year (date), g_date_get_month (date), g_date_get_day (date),
                          hour, minute, 0);
}

/**
 * nw_time_new_from_text:
 * @text: a local time as `YYYY-MM-DDTHH:MM`
 * @zone: a zone’s name (`Europe/Berlin`) or offset (`+01:00`)
 *
 * Returns: (transfer full) (nullable): the moment, or %NULL where one of the
 *   two makes no sense
 */
GDateTime *
nw_time_new_from_text (const char *text,
                       const char *zone)
{
  g_autoptr (GTimeZone) time_zone = NULL;
  GDate date;
  int year, month, day, hour, minute;
  int end = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (zone != NULL, NULL);

  if (sscanf (text, "%4d-%2d-%2dT%2d:%2d%n", &year, &month, &day, &hour, &minute, &end) != 5
      || text[end] != '\0'
      || !set_date (&date, year, month, day)
      || hour < 0 || hour > 23 || minute < 0 || minute > 59)
    return NULL;

  /* GLib would take a path, and an empty name for UTC. */
  if (*zone == '\0' || *zone == '/' || strstr (zone, "..") != NULL)
    return NULL;
  time_zone = g_time_zone_new_identifier (zone);
  if (time_zone == NULL)
    return NULL;

  return nw_time_combine (&date, hour, minute, time_zone);
}

/**
 * nw_time_dup_zone:
 * @time: a moment
 *
 * Returns: (transfer full): its zone as nw_time_new_from_text() takes it: the
 *   name, or the offset where it has none that is known everywhere
 */
char *
nw_time_dup_zone (GDateTime *time)
{
  const char *identifier;
  int minutes;

  g_return_val_if_fail (time != NULL, NULL);

  identifier = g_time_zone_get_identifier (g_date_time_get_timezone (time));
  if (identifier != NULL && *identifier != '\0' && *identifier != '/')
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (identifier);

      if (zone != NULL)
        return g_strdup (identifier);
    }

  minutes = (int) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_MINUTE);
  return g_strdup_printf ("%c%02d:%02d", minutes < 0 ? '-' : '+', ABS (minutes) / 60,
                          ABS (minutes) % 60);
}

/**
 * nw_time_days_between:
 * @from: a moment
 * @to: another
 *
 * Returns: how many days of the calendar @to lies after @from, each seen in
 *   its own zone
 */
int
nw_time_days_between (GDateTime *from,
                      GDateTime *to)
{
  int year, month, day;
  GDate first;
  GDate second;

  g_return_val_if_fail (from != NULL, 0);
  g_return_val_if_fail (to != NULL, 0);

  g_date_time_get_ymd (from, &year, &month, &day);
  g_date_set_dmy (&first, day, month, year);
  g_date_time_get_ymd (to, &year, &month, &day);
  g_date_set_dmy (&second, day, month, year);

  return g_date_days_between (&first, &second);
}
