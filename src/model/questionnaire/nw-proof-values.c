/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists the answers of a question that rules can tell apart. */

#include "config.h"

#include "model/questionnaire/nw-proof-private.h"
#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"

#include <stdlib.h>

static void
clear_candidate (gpointer data)
{
  NwCandidate *candidate = data;

  for (guint i = 0; i < candidate->n_values; i++)
    nw_value_unref (candidate->values[i]);
}

/* Values */

/* Takes the value. */
static void
add_value (GPtrArray *values,
           NwValue *value)
{
  if (value == NULL)
    return;
  for (guint i = 0; i < values->len; i++)
    if (nw_value_is_same (g_ptr_array_index (values, i), value))
      {
        nw_value_unref (value);
        return;
      }
  g_ptr_array_add (values, value);
}

/* Numbers beside one that a rule compares with. */
static void
add_neighbours (GPtrArray *values,
                const NwItem *item,
                const NwValue *value)
{
  for (int i = -1; i <= 1; i += 2)
    {
      double number = g_ascii_strtod (nw_value_get_text (value), NULL) + i;
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (text, sizeof text, item->type == NW_ITEM_INTEGER ? "%.0f" : "%.3f", number);
      if (item->type == NW_ITEM_INTEGER)
        add_value (values, nw_value_new_integer (text));
      else if (item->type == NW_ITEM_DECIMAL)
        add_value (values, nw_value_new_decimal (text));
      else
        add_value (values, nw_value_new_quantity (text, nw_value_get_unit (value),
                                                  nw_value_get_system (value),
                                                  nw_value_get_code (value)));
    }
}

static void
add_days (GPtrArray *values,
          const NwItem *item,
          const NwValue *value)
{
  const char *text = nw_value_get_text (value);
  g_autofree char *start = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (start, NULL);

  for (int i = -1; date != NULL && i <= 1; i += 2)
    {
      g_autoptr (GDateTime) other = g_date_time_add_days (date, i);
      g_autofree char *day = g_date_time_format (other, "%Y-%m-%d");

      add_value (values, item->type == NW_ITEM_DATE ? nw_value_new_date (day)
                                                    : nw_value_new_date_time (day));
    }
}

/* The values that rules compare with, and those around them. */
static void
add_compared (GPtrArray *values,
              const NwItem *item)
{
  for (guint i = 0; i < item->n_dependents; i++)
    for (guint j = 0; j < item->dependents[i]->n_enable_when; j++)
      {
        const NwEnableWhen *rule = &item->dependents[i]->enable_when[j];

        if (rule->question != item || rule->answer == NULL || rule->op == NW_ENABLE_EXISTS
            || !nw_item_accepts (item, nw_value_get_value_type (rule->answer)))
          continue;
        add_value (values, nw_value_ref (rule->answer));
        if (item->type == NW_ITEM_INTEGER || item->type == NW_ITEM_DECIMAL
            || item->type == NW_ITEM_QUANTITY)
          add_neighbours (values, item, rule->answer);
        else if (item->type == NW_ITEM_DATE || item->type == NW_ITEM_DATE_TIME)
          add_days (values, item, rule->answer);
      }
}

/* One more, so that each question can also be answered otherwise. */
static void
add_other (GPtrArray *values,
           const NwItem *item)
{
  switch (item->type)
    {
    case NW_ITEM_BOOLEAN:
      add_value (values, nw_value_new_boolean (TRUE));
      add_value (values, nw_value_new_boolean (FALSE));
      break;
    case NW_ITEM_INTEGER:
      add_value (values, nw_value_new_integer ("1"));
      break;
    case NW_ITEM_DECIMAL:
      add_value (values, nw_value_new_decimal ("1.0"));
      break;
    case NW_ITEM_QUANTITY:
      add_value (values, nw_value_new_quantity ("1", NULL, NULL, NULL));
      break;
    case NW_ITEM_DATE:
      add_value (values, nw_value_new_date ("2000-01-01"));
      break;
    case NW_ITEM_DATE_TIME:
      add_value (values, nw_value_new_date_time ("2000-01-01T12:00:00Z"));
      break;
    case NW_ITEM_TIME:
      add_value (values, nw_value_new_time ("12:00:00"));
      break;
    case NW_ITEM_STRING:
    case NW_ITEM_TEXT:
    case NW_ITEM_OPEN_CHOICE:
      add_value (values, nw_value_new_string ("something else"));
      break;
    case NW_ITEM_URL:
      add_value (values, nw_value_new_uri ("urn:something:else"));
      break;
    case NW_ITEM_CHOICE:
    case NW_ITEM_GROUP:
    case NW_ITEM_DISPLAY:
    case NW_ITEM_ATTACHMENT:
    case NW_ITEM_REFERENCE:
    case NW_ITEM_UNKNOWN:
    default:
      break;
    }
}

static GPtrArray *
list_values (const NwItem *item)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) nw_value_unref);

  for (guint i = 0; i < item->n_options; i++)
    add_value (values, nw_value_ref (item->options[i].value));
  for (guint i = 0; i < item->n_initial; i++)
    add_value (values, nw_value_ref (item->initial[i]));
  if (!nw_item_is_answerable (item) || item->read_only)
    return values;
  if (item->n_options == 0 || item->type == NW_ITEM_OPEN_CHOICE)
    {
      add_compared (values, item);
      add_other (values, item);
    }
  return values;
}

/* Candidates */

typedef struct
{
  NwResponse *response;
  NwResponseItem *question;
  GArray *candidates;
  GHashTable *by_effect; /* what it does to all rules -> index and 1 */
} Lister;

/* What answers do to all rules, and whether a person can give them. */
static char *
describe_effect (Lister *lister,
                 const NwCandidate *candidate)
{
  const NwItem *item = lister->question->item;
  NwSlot slots[2] = { { .value = candidate->values[0] }, { .value = candidate->values[1] } };
  GString *effect = g_string_new (NULL);

  g_string_append_printf (effect, "%d%d", candidate->valid, candidate->n_values > 0);
  for (guint i = 0; i < item->n_dependents; i++)
    g_string_append_printf (effect, "%u", nw_enablement_test (item->dependents[i], item, slots,
                                                              candidate->n_values));
  return g_string_free (effect, FALSE);
}

/* Takes the values. */
static void
add_candidate (Lister *lister,
               NwCandidate candidate)
{
  g_autofree char *effect = NULL;
  guint index = 0;

  nw_response_set_answers (lister->response, lister->question,
                           candidate.values, candidate.n_values);
  candidate.valid = lister->question->problem == NULL;
  candidate.weight = 1;
  effect = describe_effect (lister, &candidate);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (lister->by_effect, effect));
  if (index > 0)
    {
      g_array_index (lister->candidates, NwCandidate, index - 1).weight++;
      clear_candidate (&candidate);
      return;
    }
  g_array_append_val (lister->candidates, candidate);
  g_hash_table_insert (lister->by_effect, g_steal_pointer (&effect),
                       GUINT_TO_POINTER (lister->candidates->len));
}

/**
 * nw_proof_list_candidates: (skip)
 * @response: a response, whose answers to the question are changed
 * @question: an instance of a question
 * @pairs: whether to list two answers at a time too
 * @left_out: (element-type utf8): takes what is not listed
 *
 * Lists no answer, each single answer and, for a list, each pair; only one of
 * those that no rule can tell apart.
 *
 * Returns: (transfer full) (element-type NwCandidate): the answers, none first
 */
GArray *
nw_proof_list_candidates (NwResponse *response,
                          NwResponseItem *question,
                          gboolean pairs,
                          GPtrArray *left_out)
{
  const NwItem *item = question->item;
  g_autoptr (GPtrArray) values = list_values (item);
  Lister lister = { response, question };

  lister.candidates = g_array_new (FALSE, FALSE, sizeof (NwCandidate));
  g_array_set_clear_func (lister.candidates, clear_candidate);
  lister.by_effect = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_candidate (&lister, (NwCandidate) { .n_values = 0 });
  for (guint i = 0; i < values->len; i++)
    {
      NwValue *one = g_ptr_array_index (values, i);

      add_candidate (&lister, (NwCandidate) { { nw_value_ref (one), NULL }, 1 });
      for (guint j = i + 1; pairs && item->repeats && j < values->len; j++)
        add_candidate (&lister, (NwCandidate) {
          { nw_value_ref (one), nw_value_ref (g_ptr_array_index (values, j)) }, 2 });
    }
  nw_response_set_answers (response, question, NULL, 0);
  g_hash_table_unref (lister.by_effect);
  if (item->repeats && !pairs)
    g_ptr_array_add (left_out, g_strdup_printf ("two answers at a time to “%s”", item->link_id));
  if (!nw_item_is_answerable (item))
    g_ptr_array_add (left_out, g_strdup_printf ("“%s”, which cannot be answered here",
                                                item->link_id));
  else if (item->n_options == 0 && item->type != NW_ITEM_BOOLEAN)
    g_ptr_array_add (left_out,
                     g_strdup_printf ("answers to “%s” other than those that rules compare with,"
                                      " and one more", item->link_id));
  return lister.candidates;
}
