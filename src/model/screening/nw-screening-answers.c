/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answering in a screening: choosing, typing, adding; each in a way that can be undone. */

#include "config.h"

#include <string.h>

#include "model/screening/nw-answer-text.h"
#include "model/screening/nw-screening-private.h"

static gboolean
is_typed (const NwItem *item)
{
  switch (item->type)
    {
    case NW_ITEM_DECIMAL:
    case NW_ITEM_INTEGER:
    case NW_ITEM_QUANTITY:
    case NW_ITEM_STRING:
    case NW_ITEM_TEXT:
    case NW_ITEM_URL:
    case NW_ITEM_DATE:
    case NW_ITEM_DATE_TIME:
    case NW_ITEM_TIME:
    case NW_ITEM_OPEN_CHOICE:
      return TRUE;
    case NW_ITEM_GROUP:
    case NW_ITEM_DISPLAY:
    case NW_ITEM_BOOLEAN:
    case NW_ITEM_CHOICE:
    case NW_ITEM_ATTACHMENT:
    case NW_ITEM_REFERENCE:
    case NW_ITEM_UNKNOWN:
    default:
      return FALSE;
    }
}

/* Letters typed into one field are one step to take back. */
static void
remember_edit (NwScreening    *self,
               NwResponseItem *item)
{
  const NwItem *definition = nw_response_item_get_item (item);

  if (self->being_typed == item && self->undo->len > 0)
    return;

  nw_screening_remember (self, definition);
  self->being_typed = is_typed (definition) ? item : NULL;
}

/**
 * nw_screening_set_answers:
 * @self: a screening
 * @item: a question
 * @values: (array length=n_values) (nullable): its answers
 * @n_values: how many; 0 for none
 *
 * Answers a question, in a way that can be undone.
 */
void
nw_screening_set_answers (NwScreening     *self,
                          NwResponseItem  *item,
                          NwValue * const *values,
                          guint            n_values)
{
  gboolean same;

  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (item != NULL);

  same = n_values == nw_response_item_get_n_answers (item);
  for (guint i = 0; same && i < n_values; i++)
    same = nw_value_is_same (values[i], nw_response_item_get_answer (item, i));
  if (same)
    return;

  remember_edit (self, item);
  nw_response_set_answers (self->response, item, values, n_values);
}

/**
 * nw_screening_set_answer:
 * @self: a screening
 * @item: a question
 * @value: (nullable): its only answer, or %NULL for none
 *
 * Answers a question, in a way that can be undone.
 */
void
nw_screening_set_answer (NwScreening    *self,
                         NwResponseItem *item,
                         NwValue        *value)
{
  nw_screening_set_answers (self, item, &value, value != NULL ? 1 : 0);
}

/* Reads each of the typed answers; NULL where one of them cannot be read. */
static GPtrArray *
parse_typed (const NwItem  *item,
             const char    *text,
             char         **problem)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) nw_value_unref);
  g_auto (GStrv) parts = g_strsplit (text, NW_SCREENING_SEPARATOR, item->repeats ? -1 : 1);

  for (gsize i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (NwValue) value = nw_answer_text_parse (item, parts[i], problem);

      if (*problem != NULL)
        return NULL;
      if (value != NULL)
        g_ptr_array_add (values, g_steal_pointer (&value));
    }

  return g_steal_pointer (&values);
}

/**
 * nw_screening_type_answer:
 * @self: a screening
 * @item: a question that is answered by typing
 * @text: all that stands in the field now; where the question repeats, its
 *   answers with %NW_SCREENING_SEPARATOR between them
 *
 * Answers a question by what is typed. What cannot be read is no answer, but
 * it is kept, and the page is not left over it.
 */
void
nw_screening_type_answer (NwScreening    *self,
                          NwResponseItem *item,
                          const char     *text)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autofree char *problem = NULL;

  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (item != NULL);
  g_return_if_fail (text != NULL);

  values = parse_typed (nw_response_item_get_item (item), text, &problem);
  if (values != NULL)
    {
      g_hash_table_remove (self->unreadable, item);
      nw_screening_set_answers (self, item, (NwValue * const *) values->pdata, values->len);
    }
  else
    {
      g_hash_table_insert (self->unreadable, item, g_strdup (text));
      nw_screening_set_answers (self, item, NULL, 0);
    }
}

/**
 * nw_screening_dup_typed:
 * @self: a screening
 * @item: a question that is answered by typing
 *
 * Returns: (transfer full): what is to stand in its field; where it repeats,
 *   with %NW_SCREENING_SEPARATOR between the answers
 */
char *
nw_screening_dup_typed (NwScreening    *self,
                        NwResponseItem *item)
{
  g_autoptr (GString) text = NULL;
  const char *unreadable;

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  unreadable = g_hash_table_lookup (self->unreadable, item);
  if (unreadable != NULL)
    return g_strdup (unreadable);

  text = g_string_new (NULL);
  for (guint i = 0; i < nw_response_item_get_n_answers (item); i++)
    {
      g_autofree char *one = nw_answer_text_unparse (nw_response_item_get_item (item),
                                                     nw_response_item_get_answer (item, i));

      if (i > 0)
        g_string_append (text, NW_SCREENING_SEPARATOR);
      g_string_append (text, one != NULL ? one : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * nw_screening_dup_problem:
 * @self: a screening
 * @item: a question
 *
 * Returns: (transfer full) (nullable): what the question still wants, in
 *   words; %NULL where nothing is wrong
 */
char *
nw_screening_dup_problem (NwScreening    *self,
                          NwResponseItem *item)
{
  const char *unreadable;

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  unreadable = g_hash_table_lookup (self->unreadable, item);
  if (unreadable != NULL)
    {
      g_autoptr (GPtrArray) values = NULL;
      char *problem = NULL;

      values = parse_typed (nw_response_item_get_item (item), unreadable, &problem);
      return problem;
    }
  return nw_answer_text_dup_problem (item);
}

/* Which of its options an answer is, or -1. */
static int
find_option (const NwItem  *item,
             const NwValue *answer)
{
  for (guint i = 0; i < item->n_options; i++)
    if (nw_value_is_same (answer, item->options[i].value))
      return (int) i;

  return -1;
}

/* Whether an answer may stay beside a newly chosen option. */
static gboolean
stays_beside (const NwItem         *item,
              NwValue              *answer,
              const NwAnswerOption *chosen)
{
  int option = find_option (item, answer);

  if (!item->repeats || chosen->exclusive)
    return FALSE;
  if (chosen->value != NULL && nw_value_is_same (answer, chosen->value))
    return FALSE;
  return option < 0 || !item->options[option].exclusive;
}

/**
 * nw_screening_choose:
 * @self: a screening
 * @item: a choice
 * @option: which of its options, from 0
 * @chosen: whether it is an answer from now on
 *
 * Chooses an option, or takes it back. Where only one can be chosen, or one
 * excludes the rest, the others go.
 */
void
nw_screening_choose (NwScreening    *self,
                     NwResponseItem *item,
                     guint           option,
                     gboolean        chosen)
{
  g_autoptr (GPtrArray) values = NULL;
  const NwAnswerOption *it;
  const NwItem *definition;

  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (item != NULL);

  definition = nw_response_item_get_item (item);
  g_return_if_fail (option < definition->n_options);

  it = &definition->options[option];
  values = g_ptr_array_new ();
  for (guint i = 0; i < nw_response_item_get_n_answers (item); i++)
    {
      NwValue *answer = nw_response_item_get_answer (item, i);

      if (chosen ? stays_beside (definition, answer, it) : !nw_value_is_same (answer, it->value))
        g_ptr_array_add (values, answer);
    }
  if (chosen)
    g_ptr_array_add (values, it->value);

  /* Each choice is a step of its own, also beside an answer that is typed. */
  self->being_typed = NULL;
  nw_screening_set_answers (self, item, (NwValue * const *) values->pdata, values->len);
  self->being_typed = NULL;
}

static gboolean
is_other (const NwValue *value)
{
  return nw_value_get_value_type (value) == NW_VALUE_STRING;
}

/**
 * nw_screening_set_other:
 * @self: a screening
 * @item: an open choice
 * @text: (nullable): an answer in one’s own words; nothing, or %NULL, for none
 *
 * Answers in one’s own words, beside the options or instead of one.
 */
void
nw_screening_set_other (NwScreening    *self,
                        NwResponseItem *item,
                        const char     *text)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (NwValue) other = NULL;
  const NwItem *definition;

  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (item != NULL);

  definition = nw_response_item_get_item (item);
  if (text != NULL && *text != '\0')
    other = nw_value_new_string (text);
  for (guint i = 0; i < nw_response_item_get_n_answers (item); i++)
    {
      const NwAnswerOption any = { .value = other };
      NwValue *answer = nw_response_item_get_answer (item, i);

      if (is_other (answer) && find_option (definition, answer) < 0)
        continue;
      if (text == NULL || stays_beside (definition, answer, &any))
        g_ptr_array_add (values, answer);
    }
  if (other != NULL)
    g_ptr_array_add (values, other);

  nw_screening_set_answers (self, item, (NwValue * const *) values->pdata, values->len);
}

/**
 * nw_screening_dup_other:
 * @self: a screening
 * @item: an open choice
 *
 * Returns: (transfer full) (nullable): the answer in one’s own words
 */
char *
nw_screening_dup_other (NwScreening    *self,
                        NwResponseItem *item)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  for (guint i = 0; i < nw_response_item_get_n_answers (item); i++)
    {
      NwValue *answer = nw_response_item_get_answer (item, i);

      if (is_other (answer)
          && find_option (nw_response_item_get_item (item), answer) < 0)
        return g_strdup (nw_value_get_text (answer));
    }
  return NULL;
}

/**
 * nw_screening_add_repetition:
 * @self: a screening
 * @item: an item that repeats
 *
 * Returns: (transfer none): a new one behind the last
 */
NwResponseItem *
nw_screening_add_repetition (NwScreening    *self,
                             NwResponseItem *item)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  nw_screening_remember (self, nw_response_item_get_item (item));
  self->being_typed = NULL;
  return nw_response_add_repetition (self->response, item);
}

/**
 * nw_screening_remove_repetition:
 * @self: a screening
 * @item: one of several
 *
 * Takes one away with its answers, in a way that can be undone.
 */
void
nw_screening_remove_repetition (NwScreening    *self,
                                NwResponseItem *item)
{
  g_autoptr (NwRemoval) removal = NULL;

  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (item != NULL);

  nw_screening_remember (self, nw_response_item_get_item (item));
  self->being_typed = NULL;
  g_hash_table_remove_all (self->unreadable);
  removal = nw_response_remove_repetition (self->response, item);
}
