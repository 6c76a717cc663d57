/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notations of FHIR's numbers, dates and times: what is well formed, and what is greater. */

#include "config.h"

#include "model/questionnaire/nw-value-private.h"

#include <string.h>

/* A date or time cut into its parts. Parts beyond the precision are 0. */
typedef struct
{
  int parts[6];       /* year, month, day, hour, minute, second */
  int precision;      /* how many of them are there */
  const char *rest;   /* the digits of the fraction, and what is behind them */
  int n_rest;
  int zone;           /* minutes east of UTC */
} Moment;

static const char *
read_digits (const char *p,
             int n,
             int *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return NULL;
      *value = *value * 10 + (p[i] - '0');
    }
  return p + n;
}

/* hh:mm:ss with a fraction; NULL where it is none. */
static const char *
read_clock (const char *p,
            Moment *moment)
{
  for (int i = 0; i < 3; i++)
    {
      if (i > 0 && *p++ != ':')
        return NULL;
      p = read_digits (p, 2, &moment->parts[3 + i]);
      if (p == NULL)
        return NULL;
    }
  /* A leap second is written as 60. */
  if (moment->parts[3] > 23 || moment->parts[4] > 59 || moment->parts[5] > 60)
    return NULL;
  moment->rest = p;
  if (*p == '.')
    {
      moment->rest = ++p;
      while (g_ascii_isdigit (*p))
        p++;
      if (p == moment->rest)
        return NULL;
      moment->n_rest = (int) (p - moment->rest);
    }
  moment->precision = 6;
  return p;
}

static const char *
read_zone (const char *p,
           Moment *moment)
{
  int sign = *p == '-' ? -1 : 1;
  int hours = 0;
  int minutes = 0;

  if (*p == 'Z')
    return p + 1;
  if (*p != '+' && *p != '-')
    return NULL;
  p = read_digits (p + 1, 2, &hours);
  if (p == NULL || *p != ':')
    return NULL;
  p = read_digits (p + 1, 2, &minutes);
  if (p == NULL || hours > 14 || minutes > 59)
    return NULL;
  moment->zone = sign * (hours * 60 + minutes);
  return p;
}

/* YYYY, YYYY-MM or YYYY-MM-DD; NULL where it is none. */
static const char *
read_calendar (const char *p,
               Moment *moment)
{
  p = read_digits (p, 4, &moment->parts[0]);
  if (p == NULL || moment->parts[0] == 0)
    return NULL;
  moment->precision = 1;
  for (int i = 1; i < 3 && *p == '-'; i++)
    {
      p = read_digits (p + 1, 2, &moment->parts[i]);
      if (p == NULL)
        return NULL;
      moment->precision = i + 1;
    }
  if (moment->precision > 1 && (moment->parts[1] < 1 || moment->parts[1] > 12))
    return NULL;
  if (moment->precision > 2
      && !g_date_valid_dmy (moment->parts[2], moment->parts[1], moment->parts[0]))
    return NULL;
  return p;
}

static gboolean
read_moment (const char *text,
             gboolean allow_time,
             Moment *moment)
{
  const char *p = NULL;

  memset (moment, 0, sizeof *moment);
  p = read_calendar (text, moment);
  if (p == NULL)
    return FALSE;
  if (*p == '\0')
    return TRUE;
  if (!allow_time || *p != 'T' || moment->precision < 3)
    return FALSE;
  p = read_clock (p + 1, moment);
  if (p != NULL)
    p = read_zone (p, moment);
  return p != NULL && *p == '\0';
}

/**
 * nw_value_check_integer: (skip)
 * @text: a text
 *
 * Tells whether a text is a FHIR integer: 32 bits, without leading zeros.
 *
 * Returns: whether it is
 */
gboolean
nw_value_check_integer (const char *text)
{
  const char *p = *text == '-' ? text + 1 : text;
  gsize length = strlen (p);

  if (length == 0 || length > 10 || strspn (p, "0123456789") != length
      || (*p == '0' && length > 1))
    return FALSE;
  return g_ascii_strtoll (text, NULL, 10) >= G_MININT32
         && g_ascii_strtoll (text, NULL, 10) <= G_MAXINT32;
}

/**
 * nw_value_check_decimal: (skip)
 * @text: a text
 *
 * Tells whether a text is a FHIR decimal, which is a number of JSON.
 *
 * Returns: whether it is
 */
gboolean
nw_value_check_decimal (const char *text)
{
  const char *p = *text == '-' ? text + 1 : text;
  gsize n = strspn (p, "0123456789");

  if (n == 0 || (*p == '0' && n > 1))
    return FALSE;
  p += n;
  if (*p == '.')
    {
      n = strspn (p + 1, "0123456789");
      if (n == 0)
        return FALSE;
      p += n + 1;
    }
  if (*p == 'e' || *p == 'E')
    {
      p++;
      if (*p == '+' || *p == '-')
        p++;
      n = strspn (p, "0123456789");
      if (n == 0)
        return FALSE;
      p += n;
    }
  return *p == '\0';
}

/**
 * nw_value_check_date: (skip)
 * @text: a text
 *
 * Tells whether a text is a FHIR date that the calendar has.
 *
 * Returns: whether it is
 */
gboolean
nw_value_check_date (const char *text)
{
  Moment moment;

  return read_moment (text, FALSE, &moment);
}

/**
 * nw_value_check_date_time: (skip)
 * @text: a text
 *
 * Tells whether a text is a FHIR dateTime; with a time there must be seconds
 * and a zone.
 *
 * Returns: whether it is
 */
gboolean
nw_value_check_date_time (const char *text)
{
  Moment moment;

  return read_moment (text, TRUE, &moment);
}

/**
 * nw_value_check_time: (skip)
 * @text: a text
 *
 * Tells whether a text is a FHIR time, `hh:mm:ss` with or without a fraction.
 *
 * Returns: whether it is
 */
gboolean
nw_value_check_time (const char *text)
{
  Moment moment = { 0 };
  const char *end = read_clock (text, &moment);

  return end != NULL && *end == '\0';
}

/* Numbers. A decimal is compared digit by digit: a double would say that
 * 9007199254740993 equals 9007199254740992. */

typedef struct
{
  gboolean negative;
  const char *digits;  /* the first digit that is not 0; NULL for zero */
  gint64 magnitude;    /* where the point is, seen from that digit */
} Number;

/* Far beyond what a text of any size can move the point by. */
#define MAX_EXPONENT ((gint64) 1 << 40)

static void
read_number (const char *text,
             Number *number)
{
  gint64 exponent = 0;
  gint64 before = 0;
  gint64 leading = 0;
  const char *p = text;
  gboolean behind_point = FALSE;

  number->negative = *p == '-';
  if (*p == '-')
    p++;
  number->digits = NULL;
  for (; *p != '\0' && *p != 'e' && *p != 'E'; p++)
    {
      if (*p == '.')
        {
          behind_point = TRUE;
          continue;
        }
      if (number->digits == NULL && *p != '0')
        number->digits = p;
      if (number->digits == NULL && behind_point)
        leading++;
      if (number->digits != NULL && !behind_point)
        before++;
    }
  if (*p != '\0')
    exponent = CLAMP (g_ascii_strtoll (p + 1, NULL, 10), -MAX_EXPONENT, MAX_EXPONENT);
  number->magnitude = exponent + (before > 0 ? before : -leading);
  if (number->digits == NULL)
    number->negative = FALSE;
}

static int
next_digit (const char **p)
{
  if (**p == '.')
    (*p)++;
  if (!g_ascii_isdigit (**p))
    return -1;
  return *(*p)++ - '0';
}

static int
compare_magnitudes (const Number *a,
                    const Number *b)
{
  const char *p = a->digits;
  const char *q = b->digits;

  if (p == NULL || q == NULL)
    return (p != NULL) - (q != NULL);
  if (a->magnitude != b->magnitude)
    return a->magnitude < b->magnitude ? -1 : 1;
  for (;;)
    {
      int x = next_digit (&p);
      int y = next_digit (&q);

      if (x < 0 && y < 0)
        return 0;
      if (MAX (x, 0) != MAX (y, 0))
        return MAX (x, 0) < MAX (y, 0) ? -1 : 1;
    }
}

/**
 * nw_value_compare_decimal: (skip)
 * @a: a FHIR integer or decimal
 * @b: another
 *
 * Compares two numbers exactly, whatever their length and notation.
 *
 * Returns: less than, equal to or greater than 0
 */
int
nw_value_compare_decimal (const char *a,
                          const char *b)
{
  Number x = { 0 };
  Number y = { 0 };

  read_number (a, &x);
  read_number (b, &y);
  if (x.negative != y.negative)
    return x.negative ? -1 : 1;
  return x.negative ? compare_magnitudes (&y, &x) : compare_magnitudes (&x, &y);
}

/* Moments */

static int
compare_fractions (const Moment *a,
                   const Moment *b)
{
  for (int i = 0; i < MAX (a->n_rest, b->n_rest); i++)
    {
      char x = i < a->n_rest ? a->rest[i] : '0';
      char y = i < b->n_rest ? b->rest[i] : '0';

      if (x != y)
        return x < y ? -1 : 1;
    }
  return 0;
}

/* Moves a moment that has a time to UTC, so that zones do not matter. */
static void
move_to_utc (Moment *moment)
{
  GDate date;
  gint64 minutes = moment->parts[3] * 60 + moment->parts[4] - moment->zone;
  int days = 0;
  gint64 julian = 0;

  if (moment->precision < 6 || moment->zone == 0)
    return;
  while (minutes < 0)
    {
      minutes += 24 * 60;
      days--;
    }
  days += (int) (minutes / (24 * 60));
  minutes %= 24 * 60;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, moment->parts[2], moment->parts[1], moment->parts[0]);
  julian = (gint64) g_date_get_julian (&date) + days;
  moment->parts[3] = (int) (minutes / 60);
  moment->parts[4] = (int) (minutes % 60);
  if (julian < 1)
    {
      moment->parts[0]--;
      moment->parts[1] = 12;
      moment->parts[2] = 31;
      return;
    }
  g_date_set_julian (&date, (guint32) julian);
  moment->parts[0] = g_date_get_year (&date);
  moment->parts[1] = g_date_get_month (&date);
  moment->parts[2] = g_date_get_day (&date);
}

static NwComparison
compare_moments (const Moment *a,
                 const Moment *b)
{
  int fraction = 0;

  for (int i = 0; i < MIN (a->precision, b->precision); i++)
    if (a->parts[i] != b->parts[i])
      return a->parts[i] < b->parts[i] ? NW_COMPARISON_LESS : NW_COMPARISON_GREATER;
  if (a->precision != b->precision)
    return NW_COMPARISON_UNKNOWN;
  fraction = compare_fractions (a, b);
  if (fraction != 0)
    return fraction < 0 ? NW_COMPARISON_LESS : NW_COMPARISON_GREATER;
  return NW_COMPARISON_EQUAL;
}

static NwComparison
compare_dates (const char *a,
               const char *b)
{
  Moment x;
  Moment y;

  if (!read_moment (a, TRUE, &x) || !read_moment (b, TRUE, &y))
    return NW_COMPARISON_UNKNOWN;
  /* A day without a time has no zone to move it by, so it is compared with
   * the day as it was written. */
  if (x.precision == 6 && y.precision == 6)
    {
      move_to_utc (&x);
      move_to_utc (&y);
    }
  return compare_moments (&x, &y);
}

static NwComparison
compare_times (const char *a,
               const char *b)
{
  Moment x = { 0 };
  Moment y = { 0 };

  if (read_clock (a, &x) == NULL || read_clock (b, &y) == NULL)
    return NW_COMPARISON_UNKNOWN;
  return compare_moments (&x, &y);
}

/* Values */

static NwComparison
from_int (int order)
{
  if (order == 0)
    return NW_COMPARISON_EQUAL;
  return order < 0 ? NW_COMPARISON_LESS : NW_COMPARISON_GREATER;
}

static NwComparison
from_equal (gboolean equal)
{
  return equal ? NW_COMPARISON_EQUAL : NW_COMPARISON_UNEQUAL;
}

/* The display is for people only, unless there is nothing else. */
static NwComparison
compare_codings (const NwValue *a,
                 const NwValue *b)
{
  if (g_strcmp0 (a->system, b->system) != 0)
    return NW_COMPARISON_UNEQUAL;
  if (a->code == NULL && b->code == NULL)
    return from_equal (g_strcmp0 (a->display, b->display) == 0);
  return from_equal (g_strcmp0 (a->code, b->code) == 0);
}

/* Never across units: 5 mg and 5 g can only be compared by who knows both. */
static NwComparison
compare_quantities (const NwValue *a,
                    const NwValue *b)
{
  gboolean same_unit = FALSE;

  if (a->code != NULL && b->code != NULL)
    same_unit = g_strcmp0 (a->system, b->system) == 0 && strcmp (a->code, b->code) == 0;
  else if (a->code == NULL && b->code == NULL)
    same_unit = g_strcmp0 (a->display, b->display) == 0;
  else
    same_unit = a->display != NULL && g_strcmp0 (a->display, b->display) == 0;
  if (!same_unit || a->text == NULL || b->text == NULL
      || a->comparator != NULL || b->comparator != NULL)
    return NW_COMPARISON_UNKNOWN;
  return from_int (nw_value_compare_decimal (a->text, b->text));
}

/* References are equal where they say the same address; nothing else that
 * cannot be answered here compares. */
static NwComparison
compare_others (const NwValue *a,
                const NwValue *b)
{
  const char *x = nw_json_node_get_string (nw_json_node_get_member (a->node, "reference"));
  const char *y = nw_json_node_get_string (nw_json_node_get_member (b->node, "reference"));

  if (x == NULL || y == NULL)
    return NW_COMPARISON_UNKNOWN;
  return from_equal (strcmp (x, y) == 0);
}

static gboolean
is_number (NwValueType type)
{
  return type == NW_VALUE_INTEGER || type == NW_VALUE_DECIMAL;
}

static gboolean
is_date (NwValueType type)
{
  return type == NW_VALUE_DATE || type == NW_VALUE_DATE_TIME;
}

static gboolean
is_text (NwValueType type)
{
  return type == NW_VALUE_STRING || type == NW_VALUE_URI;
}

/**
 * nw_value_compare:
 * @a: a value
 * @b: another
 *
 * Compares two values as enableWhen does (FHIR R5, Questionnaire.item.enableWhen,
 * which makes R4's text clear):
 *
 * - numbers exactly, an integer with a decimal too;
 * - dates up to the precision that both have; where that does not decide, the
 *   result is unknown, as for 1970 and 1970-10-15;
 * - codings by system and code, whatever their display;
 * - quantities only within one unit and without a comparator such as `<`;
 * - references by their address;
 * - values of different types are unequal.
 *
 * Returns: how they lie to each other
 */
NwComparison
nw_value_compare (const NwValue *a,
                  const NwValue *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, NW_COMPARISON_UNKNOWN);

  if (a->type == NW_VALUE_OTHER && b->type == NW_VALUE_OTHER)
    return compare_others (a, b);
  if (a->type == NW_VALUE_OTHER || b->type == NW_VALUE_OTHER)
    return NW_COMPARISON_UNKNOWN;
  if (is_number (a->type) && is_number (b->type))
    return from_int (nw_value_compare_decimal (a->text, b->text));
  if (is_date (a->type) && is_date (b->type))
    return compare_dates (a->text, b->text);
  if (is_text (a->type) && is_text (b->type))
    return from_int (strcmp (a->text, b->text));
  if (a->type != b->type)
    return NW_COMPARISON_UNEQUAL;
  if (a->type == NW_VALUE_BOOLEAN)
    return from_equal (a->boolean == b->boolean);
  if (a->type == NW_VALUE_TIME)
    return compare_times (a->text, b->text);
  if (a->type == NW_VALUE_CODING)
    return compare_codings (a, b);
  return compare_quantities (a, b);
}

/**
 * nw_value_is_same:
 * @a: a value
 * @b: another
 *
 * Tells whether two values are one answer: of one type and surely equal.
 *
 * Returns: whether they are
 */
gboolean
nw_value_is_same (const NwValue *a,
                  const NwValue *b)
{
  return a == b
         || (a->type == b->type && nw_value_compare (a, b) == NW_COMPARISON_EQUAL);
}
