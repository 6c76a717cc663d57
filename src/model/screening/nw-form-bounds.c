/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a stranger’s form may cost at most: its document before it is read, and what it would show. */

#include "config.h"

#include "model/screening/nw-form-bounds.h"

#include <string.h>

#include "model/base/nw-error.h"

/* The largest forms in use have about 800 items on 30 pages. What is allowed
 * here is far more: of a page only what is looked at is laid out, which is what
 * takes the time, but one question is always laid out whole. */
#define MAX_ITEMS 20000
#define MAX_CONDITIONS 1000
#define MAX_INITIAL 100
#define MAX_OPTIONS 2000
#define MAX_UNITS 200
/* Questions with more answers than this are long to lay out; of the answers of
 * all of these so many. */
#define LONG_OPTIONS 100
#define MAX_LONG_OPTIONS 4000
/* In bytes. */
#define MAX_TEXT 20000
#define MAX_TEXT_OF_FORM 1000000
/* In characters. To break a word anywhere takes the square of its length. */
#define MAX_WORD 500

static gboolean
refuse (GError           **error,
        const char        *name,
        const NwJsonNode  *node,
        const char        *problem,
        guint              most)
{
  g_autofree char *pointer = node != NULL ? nw_json_node_dup_pointer (node) : g_strdup ("");

  g_set_error (error, NW_ERROR, NW_ERROR_TOO_LARGE, "%s: %s: %s; expected %u at most",
               name, pointer, problem, most);
  return FALSE;
}

/* The document */

/* Whether a line surely may be broken at a character. */
static gboolean
breaks (gunichar c)
{
  return c == '\n' || g_unichar_iswide (c)
         || g_unichar_break_type (c) == G_UNICODE_BREAK_COMPLEX_CONTEXT;
}

/* At a space it may be where words meet, but not everywhere behind a bracket or
 * before an exclamation mark (UAX #14). */
static guint
get_longest_word (const char *text)
{
  gboolean behind_word = FALSE;
  gboolean behind_space = FALSE;
  guint longest = 0;
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_word = g_unichar_isalnum (c);

      if (breaks (c) || (is_word && behind_word && behind_space))
        length = 0;
      if (c == ' ')
        behind_space = TRUE;
      else
        {
          behind_word = is_word;
          behind_space = FALSE;
        }
      length++;
      longest = MAX (longest, length);
    }
  return longest;
}

/* The members of R4 that may be of any length are never shown. */
static gboolean
is_shown (const NwJsonNode *node)
{
  const char *name = nw_json_node_get_name (node);

  return name == NULL
         || (strcmp (name, "data") != 0 && strcmp (name, "div") != 0
             && strcmp (name, "valueBase64Binary") != 0);
}

static gboolean
check_string (const char        *name,
              const NwJsonNode  *node,
              GError           **error)
{
  const char *text = nw_json_node_get_string (node);

  if (text == NULL || !is_shown (node))
    return TRUE;
  if (strlen (text) > MAX_TEXT)
    return refuse (error, name, node, "a text too long to be shown", MAX_TEXT);
  if (get_longest_word (text) > MAX_WORD)
    return refuse (error, name, node, "a word too long to be shown", MAX_WORD);
  return TRUE;
}

static gboolean
check_array (const char        *name,
             const NwJsonNode  *node,
             guint             *n_items,
             GError           **error)
{
  const char *member = nw_json_node_get_name (node);
  gsize length = nw_json_node_get_length (node);

  if (member == NULL || nw_json_node_get_node_type (node) != NW_JSON_ARRAY)
    return TRUE;
  if (strcmp (member, "item") == 0)
    {
      *n_items += (guint) MIN (length, MAX_ITEMS + 1);
      if (*n_items > MAX_ITEMS)
        return refuse (error, name, NULL, "too many items", MAX_ITEMS);
    }
  if (strcmp (member, "enableWhen") == 0 && length > MAX_CONDITIONS)
    return refuse (error, name, node, "too many conditions", MAX_CONDITIONS);
  if (strcmp (member, "initial") == 0 && length > MAX_INITIAL)
    return refuse (error, name, node, "too many initial values", MAX_INITIAL);
  if (strcmp (member, "answerOption") == 0 && length > MAX_OPTIONS)
    return refuse (error, name, node, "too many answers to choose from", MAX_OPTIONS);
  return TRUE;
}

/* A parser that allows few levels has gone before. */
static gboolean
check_node (const char        *name,
            const NwJsonNode  *node,
            guint             *n_items,
            GError           **error)
{
  const char *member = nw_json_node_get_name (node);
  const NwJsonNode *child = NULL;

  if (member != NULL && strlen (member) > MAX_WORD)
    {
      g_set_error (error, NW_ERROR, NW_ERROR_TOO_LARGE,
                   "%s: a member with a name too long to be shown; expected %d at most",
                   name, MAX_WORD);
      return FALSE;
    }
  if (!check_string (name, node, error) || !check_array (name, node, n_items, error))
    return FALSE;
  NW_JSON_FOREACH (node, child)
    if (!check_node (name, child, n_items, error))
      return FALSE;
  return TRUE;
}

/**
 * nw_form_bounds_check_document:
 * @json: a document that is taken for a form
 * @error: return location for an error
 *
 * Checks what a form has before it is read: strings that cannot be shown, and
 * more of anything than a form may have.
 *
 * Returns: whether it can be read; otherwise an error %NW_ERROR_TOO_LARGE that
 *   names the place, what is there and what was expected
 */
gboolean
nw_form_bounds_check_document (NwJson  *json,
                               GError **error)
{
  guint n_items = 0;

  g_return_val_if_fail (json != NULL, FALSE);

  return check_node (nw_json_get_name (json), nw_json_get_root (json), &n_items, error);
}

/* What is shown */

typedef struct
{
  const char *name;
  /* How often each item is there at first: once for each answer around it. */
  guint *instances;
  guint n_instances;
  guint n_long_options;
  gsize text;
} Cost;

static gsize
measure (const char *text)
{
  return text != NULL ? strlen (text) : 0;
}

static gsize
measure_value (const NwValue *value)
{
  return measure (nw_value_get_text (value)) + measure (nw_value_get_display (value));
}

static gboolean
count_instances (Cost          *cost,
                 const NwItem  *item,
                 GError       **error)
{
  const NwItem *parent = item->parent;
  guint n = 1;

  if (parent != NULL)
    n = cost->instances[parent->index] * MAX (nw_item_count_initial (parent), 1);
  cost->instances[item->index] = n;
  cost->n_instances += n;
  return cost->n_instances <= MAX_ITEMS
         || refuse (error, cost->name, item->node, "too many initial values within each other",
                    MAX_ITEMS);
}

static gboolean
check_item (Cost          *cost,
            const NwItem  *item,
            GError       **error)
{
  if (item->n_options > MAX_OPTIONS)
    return refuse (error, cost->name, item->node, "too many answers to choose from", MAX_OPTIONS);
  if (item->limits != NULL && item->limits->n_unit_options > MAX_UNITS)
    return refuse (error, cost->name, item->node, "too many units to choose from", MAX_UNITS);
  return count_instances (cost, item, error);
}

/* The answers of a choice are in a menu where they are many, which is laid out
 * when it opens. */
static gboolean
is_long (const NwItem *item)
{
  return item->n_options > LONG_OPTIONS && item->type != NW_ITEM_CHOICE;
}

static void
add_item (Cost         *cost,
          const NwItem *item)
{
  guint n = cost->instances[item->index];
  gsize text = measure (item->text) + measure (item->prefix)
               + measure (nw_item_get_markdown (item)) + measure (nw_item_get_support_link (item));

  for (guint i = 0; i < item->n_initial; i++)
    text += measure_value (item->initial[i]);
  cost->text += n * text;
  if (is_long (item))
    cost->n_long_options += n * item->n_options;
}

static gboolean
check_items (Cost             *cost,
             NwQuestionnaire  *form,
             GError          **error)
{
  const NwItem *items;
  guint n_items;

  items = nw_questionnaire_get_items (form, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      if (!check_item (cost, &items[i], error))
        return FALSE;
      add_item (cost, &items[i]);
      if (cost->n_long_options > MAX_LONG_OPTIONS)
        return refuse (error, cost->name, items[i].node, "too many answers to choose from",
                       MAX_LONG_OPTIONS);
    }
  return TRUE;
}

/**
 * nw_form_bounds_check_form:
 * @form: a form
 * @name: the file’s name
 * @error: return location for an error
 *
 * Checks whether what a form shows can be shown: its questions, one by one,
 * and the pages that show all answers.
 *
 * Returns: whether it can; otherwise an error %NW_ERROR_TOO_LARGE that names
 *   the place, what is there and what was expected
 */
gboolean
nw_form_bounds_check_form (NwQuestionnaire  *form,
                           const char       *name,
                           GError          **error)
{
  g_autofree guint *instances = NULL;
  Cost cost = { .name = name };
  guint n_items;

  g_return_val_if_fail (form != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  nw_questionnaire_get_items (form, &n_items);
  instances = g_new0 (guint, n_items);
  cost.instances = instances;
  if (!check_items (&cost, form, error))
    return FALSE;
  return cost.text <= MAX_TEXT_OF_FORM
         || refuse (error, name, NULL, "too much text to be shown", MAX_TEXT_OF_FORM);
}
