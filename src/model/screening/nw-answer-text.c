/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between an answer and the words for it: what is typed, what is shown, what is wrong. */

#include "config.h"

#include "model/screening/nw-answer-text.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <stdio.h>
#include <string.h>

#include "model/plan/nw-time.h"

/* A number as FHIR writes it: a full stop before the decimals, whatever
 * separator the reader’s country has. */
static char *
normalize_number (const char *text)
{
  g_autofree char *plain = g_strdup (text);
  const char *radix = nl_langinfo (RADIXCHAR);

  g_strstrip (plain);
  if (*radix != '\0' && !g_str_equal (radix, "."))
    {
      g_auto (GStrv) parts = g_strsplit (plain, radix, 2);

      return g_strjoinv (".", parts);
    }
  return g_steal_pointer (&plain);
}

/* The unit that was chosen, or the only one. */
static const NwValue *
find_unit (const NwItem *item,
           const char   *code)
{
  const NwItemLimits *limits = item->limits;

  if (limits == NULL)
    return NULL;
  for (guint i = 0; code != NULL && i < limits->n_unit_options; i++)
    if (g_strcmp0 (nw_value_get_code (limits->unit_options[i]), code) == 0)
      return limits->unit_options[i];
  if (limits->unit == NULL && limits->n_unit_options > 0)
    return limits->unit_options[0];
  return limits->unit;
}

static NwValue *
parse_quantity (const NwItem *item,
                const char   *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\t", 2);
  g_autofree char *number = normalize_number (parts[0]);
  const NwValue *unit = find_unit (item, parts[1]);

  if (unit == NULL)
    return nw_value_new_quantity (number, NULL, NULL, NULL);
  return nw_value_new_quantity (number,
                                nw_value_get_display (unit),
                                nw_value_get_system (unit),
                                nw_value_get_code (unit));
}

/* Hours and minutes, as people type them; FHIR wants seconds too. */
static NwValue *
parse_time (const char *text)
{
  g_autofree char *whole = NULL;
  int hours;
  int minutes;

  if (nw_time_parse_time (text, &hours, &minutes))
    whole = g_strdup_printf ("%02d:%02d:00", hours, minutes);
  return nw_value_new_time (whole != NULL ? whole : text);
}

/* A day as FHIR has it, from one that is typed in the order of the reader’s country. */
static char *
normalize_date (const char *text)
{
  GDate date;

  if (!nw_time_parse_day (text, &date))
    return g_strdup (text);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date),
                          g_date_get_month (&date), g_date_get_day (&date));
}

static NwValue *
parse_date (const char *text)
{
  g_autofree char *date = normalize_date (text);

  return nw_value_new_date (date);
}

/* A moment in the zone of this computer. */
static NwValue *
parse_moment (const char *day,
              const char *time)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *whole = NULL;
  GDate date;
  int hours;
  int minutes;

  if (!nw_time_parse_day (day, &date) || !nw_time_parse_time (time, &hours, &minutes))
    return NULL;
  moment = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                  g_date_get_day (&date), hours, minutes, 0);
  if (moment == NULL)
    return NULL;
  whole = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S%:z");
  return nw_value_new_date_time (whole);
}

/* A day, or a day and a time. Where they are typed in one line, both may have
 * spaces, as “2 March 2026 2:30 pm” has. */
static NwValue *
parse_date_time (const char *text)
{
  const char *apart = strchr (text, NW_ANSWER_TIME);
  g_autofree char *date = apart != NULL ? g_strndup (text, apart - text) : normalize_date (text);
  NwValue *value;

  if (apart != NULL)
    return parse_moment (date, apart + 1);
  value = nw_value_new_date_time (date);
  for (const char *p = text + strlen (text); value == NULL && p > text; p--)
    if (*p == ' ')
      {
        g_autofree char *day = g_strndup (text, p - text);

        value = parse_moment (day, p + 1);
      }
  return value;
}

static char *
dup_date_problem (void)
{
  g_autofree char *example = nw_time_dup_example ();

  if (example == NULL)
    return g_strdup (_("Please type a date as year, month and day, such as 2026-03-21."));
  /* Translators: %s is a date in the order of the reader’s country, such as 21/03/2026 */
  return g_strdup_printf (_("Please type a date, such as %s or 2026-03-21."), example);
}

static char *
dup_date_time_problem (void)
{
  g_autofree char *example = nw_time_dup_example ();

  if (example == NULL)
    return g_strdup (_("Please type a date such as 2026-03-21, and a time such as 14:30."));
  /* Translators: %s is a date in the order of the reader’s country, such as 21/03/2026 */
  return g_strdup_printf (_("Please type a date such as %s or 2026-03-21, and a time such as "
                            "14:30."), example);
}

static char *
dup_date_hint (gboolean with_time)
{
  g_autofree char *example = nw_time_dup_example ();

  if (example == NULL)
    return g_strdup (with_time ? _("A day such as 2026-03-21, and a time such as 14:30")
                               : _("Year, month and day, such as 2026-03-21"));
  return g_strdup_printf (with_time
                            /* Translators: %s is a date in the order of the reader’s
                             * country, such as 21/03/2026 */
                            ? _("A day such as %s or 2026-03-21, and a time such as 14:30")
                            : _("A day such as %s or 2026-03-21"), example);
}

/**
 * nw_answer_text_parse:
 * @item: a question that is answered by typing
 * @text: what was typed
 * @problem: (out) (optional) (transfer full): in words, what was expected;
 *   %NULL where @text is empty or can be read
 *
 * Makes an answer of what somebody typed. Numbers may have the decimal
 * separator of the reader’s country.
 *
 * Returns: (transfer full) (nullable): the answer, or %NULL for none
 */
NwValue *
nw_answer_text_parse (const NwItem  *item,
                      const char    *text,
                      char         **problem)
{
  g_autofree char *number = NULL;
  NwValue *value = NULL;

  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (problem != NULL)
    *problem = NULL;
  if (text[strspn (text, " \n\r")] == '\0' || *text == NW_ANSWER_UNIT)
    return NULL;

  number = normalize_number (text);
  switch (item->type)
    {
    case NW_ITEM_INTEGER:
      value = nw_value_new_integer (number);
      if (value == NULL && problem != NULL)
        *problem = g_strdup (_("Please type a whole number, such as 12."));
      break;
    case NW_ITEM_DECIMAL:
    case NW_ITEM_QUANTITY:
      value = item->type == NW_ITEM_DECIMAL ? nw_value_new_decimal (number)
                                            : parse_quantity (item, text);
      if (value == NULL && problem != NULL)
        {
          g_autofree char *example = g_strdup_printf ("12%s5", nl_langinfo (RADIXCHAR));

          /* Translators: %s is a number with a decimal, such as 12.5 */
          *problem = g_strdup_printf (_("Please type a number, such as %s."), example);
        }
      break;
    case NW_ITEM_DATE:
      value = parse_date (number);
      if (value == NULL && problem != NULL)
        *problem = dup_date_problem ();
      break;
    case NW_ITEM_DATE_TIME:
      value = parse_date_time (number);
      if (value == NULL && problem != NULL)
        *problem = dup_date_time_problem ();
      break;
    case NW_ITEM_TIME:
      value = parse_time (number);
      if (value == NULL && problem != NULL)
        *problem = g_strdup (_("Please type a time as hours and minutes, such as 14:30."));
      break;
    case NW_ITEM_URL:
      value = nw_value_new_uri (text);
      break;
    case NW_ITEM_STRING:
    case NW_ITEM_TEXT:
    case NW_ITEM_OPEN_CHOICE:
      value = nw_value_new_string (text);
      break;
    case NW_ITEM_GROUP:
    case NW_ITEM_DISPLAY:
    case NW_ITEM_BOOLEAN:
    case NW_ITEM_CHOICE:
    case NW_ITEM_ATTACHMENT:
    case NW_ITEM_REFERENCE:
    case NW_ITEM_UNKNOWN:
    default:
      break;
    }

  return value;
}

/**
 * nw_answer_text_format_date:
 * @text: a FHIR `date` or `dateTime`, of which only the day is looked at
 *
 * Returns: (transfer full): the day, or the month, in the words of the reader’s
 *   language; what is neither, as it is
 */
char *
nw_answer_text_format_date (const char *text)
{
  g_autoptr (GDateTime) date = NULL;
  int year;
  int month;
  int day = 1;
  int n_read;

  g_return_val_if_fail (text != NULL, NULL);

  n_read = sscanf (text, "%4d-%2d-%2d", &year, &month, &day);
  if (n_read >= 2)
    date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  if (date == NULL)
    return g_strdup (text);
  /* Translators: a date such as 21 March 2026, in the codes of strftime */
  return g_date_time_format (date, n_read == 3 ? _("%-d %B %Y")
                                               /* Translators: such as March 2026 */
                                               : _("%B %Y"));
}

static char *
format_number (const char *text)
{
  const char *radix = nl_langinfo (RADIXCHAR);
  g_auto (GStrv) parts = g_strsplit (text, ".", 2);

  return g_strjoinv (*radix != '\0' ? radix : ".", parts);
}

static const char *
get_unit (const NwItem  *item,
          const NwValue *value)
{
  if (nw_value_get_value_type (value) == NW_VALUE_QUANTITY)
    return nw_value_get_unit (value);
  if (item->limits == NULL || item->limits->unit == NULL)
    return NULL;
  return nw_value_get_display (item->limits->unit);
}

/* In the zone of this computer, in which it was typed. */
static GDateTime *
read_moment (const char *text)
{
  g_autoptr (GDateTime) moment = NULL;

  if (strchr (text, 'T') != NULL)
    moment = g_date_time_new_from_iso8601 (text, NULL);
  return moment != NULL ? g_date_time_to_local (moment) : NULL;
}

/* In the order of the reader’s country; a month or a year alone as it is. */
static char *
unparse_date (const char *text)
{
  GDate date;

  return nw_time_parse_day (text, &date) ? nw_time_dup_day (&date) : g_strdup (text);
}

static char *
unparse_date_time (const char *text)
{
  g_autoptr (GDateTime) local = read_moment (text);
  g_autofree char *iso = NULL;
  g_autofree char *day = NULL;

  if (local == NULL)
    return unparse_date (text);
  iso = g_date_time_format (local, "%Y-%m-%d");
  day = unparse_date (iso);
  return g_strdup_printf ("%s %02d:%02d", day, g_date_time_get_hour (local),
                          g_date_time_get_minute (local));
}

static char *
format_date_time (const char *text)
{
  g_autoptr (GDateTime) local = read_moment (text);
  g_autofree char *iso = local != NULL ? g_date_time_format (local, "%Y-%m-%d") : NULL;
  g_autofree char *day = nw_answer_text_format_date (iso != NULL ? iso : text);
  g_autofree char *time = NULL;

  if (local == NULL)
    return g_steal_pointer (&day);
  time = g_date_time_format (local, "%H:%M");
  /* Translators: a date and a time of the day */
  return g_strdup_printf (_("%s, %s"), day, time);
}

/**
 * nw_answer_text_unparse:
 * @item: a question that is answered by typing
 * @value: one of its answers
 *
 * Returns: (transfer full): what is to be typed for it
 */
char *
nw_answer_text_unparse (const NwItem  *item,
                        const NwValue *value)
{
  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  switch (nw_value_get_value_type (value))
    {
    case NW_VALUE_DECIMAL:
      return format_number (nw_value_get_text (value));
    case NW_VALUE_QUANTITY:
      {
        g_autofree char *number = format_number (nw_value_get_text (value));
        const char *code = nw_value_get_code (value);

        if (item->limits == NULL || item->limits->n_unit_options == 0 || code == NULL)
          return g_steal_pointer (&number);
        return g_strdup_printf ("%s%c%s", number, NW_ANSWER_UNIT, code);
      }
    case NW_VALUE_DATE:
      return unparse_date (nw_value_get_text (value));
    case NW_VALUE_DATE_TIME:
      return unparse_date_time (nw_value_get_text (value));
    case NW_VALUE_TIME:
      return g_str_has_suffix (nw_value_get_text (value), ":00")
               ? g_strndup (nw_value_get_text (value), 5)
               : g_strdup (nw_value_get_text (value));
    case NW_VALUE_BOOLEAN:
    case NW_VALUE_INTEGER:
    case NW_VALUE_STRING:
    case NW_VALUE_URI:
    case NW_VALUE_CODING:
    case NW_VALUE_OTHER:
    default:
      return g_strdup (nw_value_get_text (value));
    }
}

static char *format_value (const NwItem  *item,
                           const NwValue *value);

/**
 * nw_answer_text_option:
 * @item: a choice
 * @index: which of its options
 * @language: (nullable): the language of the form’s own words
 *
 * Returns: (transfer full): the option as it is shown, with its prefix
 */
char *
nw_answer_text_option (const NwItem *item,
                       guint         index,
                       const char   *language)
{
  const NwAnswerOption *option;
  g_autofree char *words = NULL;

  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (index < item->n_options, NULL);

  option = &item->options[index];
  words = g_strdup (nw_item_get_option_text (item, index, language));
  if (words == NULL)
    words = format_value (item, option->value);
  return option->prefix != NULL ? g_strdup_printf ("%s %s", option->prefix, words)
                                : g_steal_pointer (&words);
}

static char *
format_value (const NwItem  *item,
              const NwValue *value)
{
  switch (nw_value_get_value_type (value))
    {
    case NW_VALUE_BOOLEAN:
      return g_strdup (nw_value_get_boolean (value) ? _("Yes") : _("No"));
    case NW_VALUE_DATE:
      return nw_answer_text_format_date (nw_value_get_text (value));
    case NW_VALUE_DATE_TIME:
      return format_date_time (nw_value_get_text (value));
    case NW_VALUE_TIME:
      return g_strndup (nw_value_get_text (value), 5);
    case NW_VALUE_INTEGER:
    case NW_VALUE_DECIMAL:
    case NW_VALUE_QUANTITY:
      {
        g_autofree char *number = format_number (nw_value_get_text (value));
        const char *unit = get_unit (item, value);

        return unit != NULL ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
      }
    case NW_VALUE_STRING:
    case NW_VALUE_URI:
    case NW_VALUE_CODING:
    case NW_VALUE_OTHER:
    default:
      return nw_value_dup_label (value);
    }
}

/**
 * nw_answer_text_format:
 * @item: a question
 * @value: one of its answers
 * @language: (nullable): the language of the form’s own words
 *
 * Returns: (transfer full): the answer as a person would say it
 */
char *
nw_answer_text_format (const NwItem  *item,
                       const NwValue *value,
                       const char    *language)
{
  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (value != NULL, NULL);

  for (guint i = 0; i < item->n_options; i++)
    if (nw_value_is_same (item->options[i].value, value))
      {
        const char *text = nw_item_get_option_text (item, i, language);

        if (text != NULL)
          return g_strdup (text);
      }

  return format_value (item, value);
}

/**
 * nw_answer_text_format_all:
 * @item: a question
 * @language: (nullable): the language of the form’s own words
 *
 * Returns: (transfer full) (nullable): its answers, one a line; %NULL where
 *   there is none
 */
char *
nw_answer_text_format_all (NwResponseItem *item,
                           const char     *language)
{
  GString *text;
  guint n_answers;

  g_return_val_if_fail (item != NULL, NULL);

  n_answers = nw_response_item_get_n_answers (item);
  if (n_answers == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < n_answers; i++)
    {
      g_autofree char *answer = nw_answer_text_format (nw_response_item_get_item (item),
                                                       nw_response_item_get_answer (item, i),
                                                       language);

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, answer);
    }

  return g_string_free (text, FALSE);
}

static const char *
describe_gap (const NwItem *item)
{
  if (item->n_options > 0)
    return item->repeats ? _("Please choose at least one answer.")
                         : _("Please choose an answer.");
  if (item->control == NW_CONTROL_SLIDER && !item->repeats
      && (item->type == NW_ITEM_INTEGER || item->type == NW_ITEM_DECIMAL))
    return _("Please move the slider.");

  switch (item->type)
    {
    case NW_ITEM_CHOICE:
    case NW_ITEM_OPEN_CHOICE:
    case NW_ITEM_BOOLEAN:
      return _("Please choose an answer.");
    case NW_ITEM_INTEGER:
    case NW_ITEM_DECIMAL:
    case NW_ITEM_QUANTITY:
      return _("Please type a number.");
    case NW_ITEM_DATE:
    case NW_ITEM_DATE_TIME:
      return _("Please give a date.");
    case NW_ITEM_TIME:
      return _("Please give a time.");
    case NW_ITEM_STRING:
    case NW_ITEM_TEXT:
    case NW_ITEM_URL:
    case NW_ITEM_GROUP:
    case NW_ITEM_DISPLAY:
    case NW_ITEM_ATTACHMENT:
    case NW_ITEM_REFERENCE:
    case NW_ITEM_UNKNOWN:
    default:
      return _("Please write an answer.");
    }
}

/**
 * nw_answer_text_dup_problem:
 * @item: a question
 *
 * Returns: (transfer full) (nullable): what the question still wants, in
 *   words; %NULL where nothing is wrong
 */
char *
nw_answer_text_dup_problem (NwResponseItem *item)
{
  const char *problem;

  g_return_val_if_fail (item != NULL, NULL);

  problem = nw_response_item_get_problem (item);
  if (problem != NULL)
    return g_strdup (problem);
  if (nw_response_item_is_missing (item))
    return g_strdup (describe_gap (nw_response_item_get_item (item)));
  return NULL;
}

/* The unit is said once, with the larger: “From 1 to 42 weeks”. */
static char *
format_least (const NwItem *item)
{
  const NwItemLimits *limits = item->limits;
  gboolean same_unit = limits->max_value != NULL
                       && get_unit (item, limits->min_value) != NULL
                       && g_strcmp0 (get_unit (item, limits->min_value),
                                     get_unit (item, limits->max_value)) == 0;

  return same_unit ? format_number (nw_value_get_text (limits->min_value))
                   : format_value (item, limits->min_value);
}

/**
 * nw_answer_text_dup_hint:
 * @item: a question that is answered by typing
 *
 * Returns: (transfer full) (nullable): what is expected, in words; %NULL where
 *   the question says enough
 */
char *
nw_answer_text_dup_hint (const NwItem *item)
{
  const NwItemLimits *limits;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  g_return_val_if_fail (item != NULL, NULL);

  limits = item->limits;
  if (limits != NULL && limits->entry_format != NULL)
    return g_strdup (limits->entry_format);
  if (limits != NULL && limits->min_value != NULL)
    least = format_least (item);
  if (limits != NULL && limits->max_value != NULL)
    most = format_value (item, limits->max_value);
  if (least != NULL && most != NULL)
    /* Translators: numbers or dates: the smallest and the largest that can be given */
    return g_strdup_printf (_("From %s to %s"), least, most);
  if (least != NULL)
    return g_strdup_printf (_("%s or more"), least);
  if (most != NULL)
    return g_strdup_printf (_("%s or less"), most);

  if (item->type == NW_ITEM_DATE || item->type == NW_ITEM_DATE_TIME)
    return dup_date_hint (item->type == NW_ITEM_DATE_TIME);
  if (item->type == NW_ITEM_TIME)
    return g_strdup (_("Hours and minutes, such as 14:30"));
  return NULL;
}
