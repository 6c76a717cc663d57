/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells in plain words what is wrong with the answers to a question. */

#include "config.h"

#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"
#include "model/questionnaire/nw-value-private.h"

#include <glib/gi18n.h>

#include <string.h>

/* A pattern of a stranger’s form must not hold up the program: beyond so many
 * steps a match is given up. It takes some milliseconds to get there. */
#define MATCH_LIMITS "(*LIMIT_MATCH=100000)(*LIMIT_DEPTH=2000)"

/* Types */

static const char *
describe_type (const NwItem *item)
{
  switch (item->type)
    {
    case NW_ITEM_BOOLEAN:
      return _("Yes or No is expected here.");
    case NW_ITEM_DECIMAL:
      return _("A number is expected here.");
    case NW_ITEM_INTEGER:
      return _("A whole number is expected here.");
    case NW_ITEM_DATE:
      return _("A date is expected here.");
    case NW_ITEM_DATE_TIME:
      return _("A date, with or without a time, is expected here.");
    case NW_ITEM_TIME:
      return _("A time of the day is expected here.");
    case NW_ITEM_STRING:
    case NW_ITEM_TEXT:
      return _("A text is expected here.");
    case NW_ITEM_URL:
      return _("An address of a web page is expected here.");
    case NW_ITEM_QUANTITY:
      return _("A number with its unit is expected here.");
    case NW_ITEM_CHOICE:
    case NW_ITEM_OPEN_CHOICE:
      return _("One of the answers offered is expected here.");
    case NW_ITEM_GROUP:
    case NW_ITEM_DISPLAY:
      return _("No answer is expected here.");
    case NW_ITEM_ATTACHMENT:
    case NW_ITEM_REFERENCE:
    case NW_ITEM_UNKNOWN:
    default:
      return _("This cannot be answered here.");
    }
}

static char *
check_type (const NwItem *item,
            const NwValue *value)
{
  NwValueType type = nw_value_get_value_type (value);

  if (type != NW_VALUE_OTHER && nw_item_accepts (item, type))
    return NULL;
  return g_strdup (describe_type (item));
}

/* Options */

static const NwAnswerOption *
find_option (const NwItem *item,
             const NwValue *value)
{
  for (guint i = 0; i < item->n_options; i++)
    if (item->options[i].value == value || nw_value_is_same (item->options[i].value, value))
      return &item->options[i];
  return NULL;
}

static char *
check_option (const NwItem *item,
              const NwValue *value)
{
  if (item->n_options == 0 || find_option (item, value) != NULL)
    return NULL;
  if (item->type == NW_ITEM_OPEN_CHOICE && nw_value_get_value_type (value) == NW_VALUE_STRING)
    return NULL;
  return g_strdup (_("One of the answers offered is expected here."));
}

static char *
check_exclusive (NwResponseItem *item)
{
  if (item->n_answers < 2)
    return NULL;
  for (guint i = 0; i < item->n_answers; i++)
    {
      const NwAnswerOption *option = find_option (item->item, item->slots[i].value);
      g_autofree char *label = NULL;

      if (option == NULL || !option->exclusive)
        continue;
      label = nw_value_dup_label (option->value);
      /* Translators: %s is one of several answers, such as "None of these" */
      return g_strdup_printf (_("“%s” cannot be chosen together with another answer."), label);
    }
  return NULL;
}

/* Limits */

/* Compares with a limit, which for a quantity may be a mere number. */
static NwComparison
compare_limit (const NwValue *value,
               const NwValue *limit)
{
  int order = 0;

  if (nw_value_get_value_type (value) != NW_VALUE_QUANTITY
      || nw_value_get_value_type (limit) == NW_VALUE_QUANTITY)
    return nw_value_compare (value, limit);
  if (nw_value_get_value_type (limit) != NW_VALUE_INTEGER
      && nw_value_get_value_type (limit) != NW_VALUE_DECIMAL)
    return NW_COMPARISON_UNKNOWN;
  order = nw_value_compare_decimal (nw_value_get_text (value), nw_value_get_text (limit));
  if (order == 0)
    return NW_COMPARISON_EQUAL;
  return order < 0 ? NW_COMPARISON_LESS : NW_COMPARISON_GREATER;
}

static char *
check_range (const NwItemLimits *limits,
             const NwValue *value)
{
  gboolean low = limits->min_value != NULL
                 && compare_limit (value, limits->min_value) == NW_COMPARISON_LESS;
  gboolean high = limits->max_value != NULL
                  && compare_limit (value, limits->max_value) == NW_COMPARISON_GREATER;
  g_autofree char *min = NULL;
  g_autofree char *max = NULL;

  if (!low && !high)
    return NULL;
  if (limits->min_value != NULL)
    min = nw_value_dup_label (limits->min_value);
  if (limits->max_value != NULL)
    max = nw_value_dup_label (limits->max_value);
  if (min != NULL && max != NULL)
    /* Translators: numbers or dates, the smallest and the largest that are allowed */
    return g_strdup_printf (_("A value from %s to %s is expected here."), min, max);
  if (min != NULL)
    /* Translators: a number or date */
    return g_strdup_printf (_("A value of %s or more is expected here."), min);
  /* Translators: a number or date */
  return g_strdup_printf (_("A value of %s or less is expected here."), max);
}

static int
count_decimal_places (const char *text)
{
  const char *point = strchr (text, '.');
  const char *exponent = strpbrk (text, "eE");
  gint64 places = point != NULL ? (gint64) strspn (point + 1, "0123456789") : 0;

  if (exponent != NULL)
    places -= CLAMP (g_ascii_strtoll (exponent + 1, NULL, 10), -G_MAXINT16, G_MAXINT16);
  return (int) CLAMP (places, 0, G_MAXINT16);
}

static char *
check_places (const NwItemLimits *limits,
              const NwValue *value)
{
  NwValueType type = nw_value_get_value_type (value);

  if (limits->max_decimal_places < 0
      || (type != NW_VALUE_DECIMAL && type != NW_VALUE_QUANTITY)
      || count_decimal_places (nw_value_get_text (value)) <= limits->max_decimal_places)
    return NULL;
  if (limits->max_decimal_places == 0)
    return g_strdup (_("A number without decimal places is expected here."));
  return g_strdup_printf (ngettext ("At most %d decimal place is expected here.",
                                    "At most %d decimal places are expected here.",
                                    limits->max_decimal_places),
                          limits->max_decimal_places);
}

static char *
check_unit (const NwItemLimits *limits,
            const NwValue *value)
{
  GString *units = NULL;
  g_autofree char *list = NULL;

  if (limits->n_unit_options == 0 || nw_value_get_value_type (value) != NW_VALUE_QUANTITY)
    return NULL;
  units = g_string_new (NULL);
  for (guint i = 0; i < limits->n_unit_options; i++)
    {
      const NwValue *unit = limits->unit_options[i];
      g_autofree char *label = nw_value_dup_label (unit);

      if (nw_value_get_code (value) != NULL
          ? g_strcmp0 (nw_value_get_code (value), nw_value_get_code (unit)) == 0
          : g_strcmp0 (nw_value_get_unit (value), nw_value_get_display (unit)) == 0)
        {
          g_string_free (units, TRUE);
          return NULL;
        }
      g_string_append_printf (units, "%s%s", i > 0 ? ", " : "", label);
    }
  list = g_string_free (units, FALSE);
  /* Translators: %s is a list of units, such as "kg, g" */
  return g_strdup_printf (_("One of these units is expected here: %s."), list);
}

/* Texts */

static char *
check_length (const NwItem *item,
              const char *text)
{
  glong length = g_utf8_strlen (text, -1);
  int min = item->limits != NULL ? item->limits->min_length : -1;

  if (item->max_length > 0 && length > (glong) item->max_length)
    return g_strdup_printf (ngettext ("At most %u character is expected here.",
                                      "At most %u characters are expected here.",
                                      item->max_length),
                            item->max_length);
  if (length < min)
    return g_strdup_printf (ngettext ("At least %d character is expected here.",
                                      "At least %d characters are expected here.", min),
                            min);
  return NULL;
}

/* The pattern has to be good on its own, so that it cannot end the group that
 * is put around it. */
static GRegex *
compile_regex (const char *pattern)
{
  g_autoptr (GRegex) alone = g_regex_new (pattern, 0, 0, NULL);
  g_autofree char *whole = NULL;

  if (alone == NULL)
    return NULL;
  whole = g_strconcat (MATCH_LIMITS "\\A(?:", pattern, ")\\z", NULL);
  return g_regex_new (whole, 0, 0, NULL);
}

static void
unref_regex (gpointer data)
{
  g_clear_pointer ((GRegex **) &data, g_regex_unref);
}

static GRegex *
get_regex (NwResponse *self,
           const NwItem *item)
{
  GRegex *regex = NULL;

  if (self->regexes == NULL)
    self->regexes = g_hash_table_new_full (NULL, NULL, NULL, unref_regex);
  if (!g_hash_table_lookup_extended (self->regexes, item, NULL, (gpointer *) &regex))
    {
      regex = compile_regex (item->limits->regex);
      g_hash_table_insert (self->regexes, (gpointer) item, regex);
    }
  return regex;
}

static char *
check_regex (NwResponse *self,
             const NwItem *item,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex = NULL;

  if (item->limits == NULL || item->limits->regex == NULL)
    return NULL;
  regex = get_regex (self, item);
  /* A bad pattern is the form’s fault, and its checker reports it. */
  if (regex == NULL || g_regex_match_full (regex, text, -1, 0, 0, NULL, &error))
    return NULL;
  if (error != NULL)
    return g_strdup (_("It took too long to check this answer. A shorter one may help."));
  if (item->limits->entry_format != NULL)
    /* Translators: %s is a pattern such as DD/MM/YYYY */
    return g_strdup_printf (_("An answer in this form is expected here: %s."),
                            item->limits->entry_format);
  return g_strdup (_("This answer does not have the form that is expected here."));
}

static char *
check_text (NwResponse *self,
            const NwItem *item,
            const NwValue *value)
{
  NwValueType type = nw_value_get_value_type (value);
  const char *text = nw_value_get_text (value);
  char *problem = NULL;

  if (text == NULL || type == NW_VALUE_QUANTITY)
    return NULL;
  if (type == NW_VALUE_STRING || type == NW_VALUE_URI)
    problem = check_length (item, text);
  if (problem == NULL && type == NW_VALUE_URI && strpbrk (text, " \t\r\n") != NULL)
    problem = g_strdup (_("An address without spaces is expected here."));
  if (problem == NULL)
    problem = check_regex (self, item, text);
  return problem;
}

/* All of it */

static char *
check_value (NwResponse *self,
             const NwItem *item,
             const NwValue *value)
{
  char *problem = NULL;

  /* What cannot be answered here was answered elsewhere, and is kept. */
  if (!nw_item_is_answerable (item) && nw_item_is_question (item))
    return NULL;
  problem = check_type (item, value);
  if (problem == NULL)
    problem = check_option (item, value);
  if (problem == NULL)
    problem = check_text (self, item, value);
  if (problem != NULL || item->limits == NULL)
    return problem;
  problem = check_range (item->limits, value);
  if (problem == NULL)
    problem = check_places (item->limits, value);
  if (problem == NULL)
    problem = check_unit (item->limits, value);
  return problem;
}

static char *
check_number (const NwItem *item,
              guint n)
{
  int min = item->limits != NULL ? item->limits->min_occurs : -1;
  int max = item->limits != NULL ? item->limits->max_occurs : -1;

  if (n > 1 && !item->repeats)
    return g_strdup (_("Only one answer is expected here."));
  if (max >= 0 && n > (guint) max)
    return g_strdup_printf (ngettext ("At most %d answer is expected here.",
                                      "At most %d answers are expected here.", max),
                            max);
  if (min > 0 && n > 0 && n < (guint) min)
    return g_strdup_printf (ngettext ("At least %d answer is expected here.",
                                      "At least %d answers are expected here.", min),
                            min);
  return NULL;
}

/**
 * nw_validation_check: (skip)
 * @self: a response
 * @item: an instance of a question
 *
 * Checks the answers that a question has: their type, number, limits, form, and
 * that they are among those offered. That there is no answer is not checked.
 *
 * Returns: (transfer full) (nullable): what is expected, in words for the person
 *   who answers; %NULL where all is well
 */
char *
nw_validation_check (NwResponse *self,
                     NwResponseItem *item)
{
  char *problem = check_number (item->item, item->n_answers);

  for (guint i = 0; i < item->n_answers && problem == NULL; i++)
    problem = check_value (self, item->item, item->slots[i].value);
  if (problem == NULL)
    problem = check_exclusive (item);
  return problem;
}

/**
 * nw_validation_check_repetitions: (skip)
 * @first: the first instance of a group in one place
 *
 * Checks how often a group is repeated.
 *
 * Returns: (transfer full) (nullable): what is expected, or %NULL
 */
char *
nw_validation_check_repetitions (NwResponseItem *first)
{
  const NwItem *item = first->item;
  guint n = nw_response_item_get_n_repetitions (first);
  int min = item->limits != NULL ? item->limits->min_occurs : -1;
  int max = item->limits != NULL ? item->limits->max_occurs : -1;

  if (n > 1 && !item->repeats)
    return g_strdup (_("These questions are expected only once."));
  if (max >= 0 && n > (guint) max)
    return g_strdup_printf (ngettext ("These questions are expected at most %d time.",
                                      "These questions are expected at most %d times.", max),
                            max);
  if (min > 0 && n < (guint) min && first->node != NULL)
    return g_strdup_printf (ngettext ("These questions are expected at least %d time.",
                                      "These questions are expected at least %d times.", min),
                            min);
  return NULL;
}
