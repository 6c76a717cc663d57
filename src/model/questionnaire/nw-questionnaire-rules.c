/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the rules of enableWhen, and finds the order in which they can be worked out. */

#include "config.h"

#include "model/base/nw-large.h"
#include "model/questionnaire/nw-questionnaire-private.h"

#include <string.h>

static const char * const operators[] = {
  [NW_ENABLE_EXISTS] = "exists",
  [NW_ENABLE_EQUAL] = "=",
  [NW_ENABLE_NOT_EQUAL] = "!=",
  [NW_ENABLE_GREATER] = ">",
  [NW_ENABLE_LESS] = "<",
  [NW_ENABLE_GREATER_OR_EQUAL] = ">=",
  [NW_ENABLE_LESS_OR_EQUAL] = "<=",
};

static void
note_unknown (NwQuestionnaire *self,
              NwItem *item,
              const NwJsonNode *node,
              const char *problem)
{
  item->opaque = TRUE;
  nw_findings_add (self->findings, NW_SEVERITY_WARNING, node,
                   "%s; the item is shown, and the response will not be complete", problem);
}

/* Conditions */

static void
read_operator (NwQuestionnaire *self,
               NwItem *item,
               const NwJsonNode *condition,
               NwEnableWhen *rule)
{
  const NwJsonNode *node = nw_json_node_get_member (condition, "operator");
  const char *text = nw_json_node_get_string (node);

  rule->op = NW_ENABLE_UNKNOWN;
  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (operators); i++)
    if (strcmp (operators[i], text) == 0)
      rule->op = i;
  if (rule->op == NW_ENABLE_UNKNOWN)
    note_unknown (self, item, node != NULL ? node : condition,
                  "an operator that is not known; expected exists, =, !=, >, <, >= or <=");
}

static gboolean
is_inside (const NwItem *item,
           const NwItem *around)
{
  while (item != NULL && item != around)
    item = item->parent;
  return item != NULL;
}

/* The depth of the innermost item around both, or of the question itself where
 * it is around the item. */
static guint
find_common_depth (const NwItem *item,
                   const NwItem *question)
{
  if (is_inside (item, question))
    return question->depth;
  while (item->depth > question->depth)
    item = item->parent;
  while (question->depth > item->depth)
    question = question->parent;
  while (item != question)
    {
      item = item->parent;
      question = question->parent;
    }
  return item != NULL ? item->depth : 0;
}

/* Points at nothing, or inside itself: the form has no meaning. */
static gboolean
read_question (NwQuestionnaire *self,
               NwItem *item,
               const NwJsonNode *condition,
               NwEnableWhen *rule)
{
  const NwJsonNode *node = nw_json_node_get_member (condition, "question");
  const char *link_id = nw_json_node_get_string (node);

  rule->question = link_id != NULL ? nw_questionnaire_lookup (self, link_id) : NULL;
  if (rule->question == NULL)
    {
      nw_findings_add (self->findings, NW_SEVERITY_ERROR, node != NULL ? node : condition,
                       "a rule that points at nothing; expected the linkId of a question");
      return FALSE;
    }
  if (is_inside (rule->question, item))
    {
      nw_findings_add (self->findings, NW_SEVERITY_ERROR, node,
                       "a rule that points inside its own item; expected another question");
      return FALSE;
    }
  if (!nw_item_is_question (rule->question))
    nw_findings_add (self->findings, NW_SEVERITY_WARNING, node,
                     "a rule that points at a %s, which has no answer; expected a question",
                     nw_item_type_get_name (rule->question->type));
  rule->common_depth = find_common_depth (item, rule->question);
  return TRUE;
}

static gboolean
has_order (NwValueType type)
{
  return type != NW_VALUE_BOOLEAN && type != NW_VALUE_CODING && type != NW_VALUE_OTHER;
}

static void
check_answer (NwQuestionnaire *self,
              NwItem *item,
              const NwJsonNode *condition,
              NwEnableWhen *rule)
{
  NwValueType type = nw_value_get_value_type (rule->answer);

  if (rule->op == NW_ENABLE_EXISTS)
    {
      if (type == NW_VALUE_BOOLEAN)
        return;
      note_unknown (self, item, condition,
                    "que-7: exists with another answer; expected answerBoolean");
      rule->op = NW_ENABLE_UNKNOWN;
      return;
    }
  if (rule->op > NW_ENABLE_NOT_EQUAL && rule->op != NW_ENABLE_UNKNOWN && !has_order (type))
    {
      note_unknown (self, item, condition,
                    "an order of values that have none; expected =, != or exists");
      rule->op = NW_ENABLE_UNKNOWN;
    }
}

static gboolean
read_rule (NwQuestionnaire *self,
           NwItem *item,
           const NwJsonNode *condition,
           NwEnableWhen *rule)
{
  if (!read_question (self, item, condition, rule))
    return FALSE;
  read_operator (self, item, condition, rule);
  if (nw_json_node_get_member (condition, "modifierExtension") != NULL)
    {
      note_unknown (self, item, condition,
                    "an extension that changes the meaning of the rule; expected none");
      rule->op = NW_ENABLE_UNKNOWN;
    }
  rule->answer = nw_questionnaire_read_value (self, condition, "answer");
  if (rule->answer == NULL)
    {
      note_unknown (self, item, condition,
                    "a rule without an answer to compare with; expected one");
      rule->op = NW_ENABLE_UNKNOWN;
      return TRUE;
    }
  check_answer (self, item, condition, rule);
  return TRUE;
}

/* Who depends on whom */

static void
list_dependents (NwQuestionnaire *self)
{
  g_autofree guint *starts = g_new0 (guint, self->n_items + 1);

  for (guint i = 0; i < self->n_items; i++)
    for (guint j = 0; j < self->items[i].n_enable_when; j++)
      starts[self->items[i].enable_when[j].question->index + 1]++;
  for (guint i = 0; i < self->n_items; i++)
    starts[i + 1] += starts[i];
  self->dependents = nw_large_new0 (MAX (starts[self->n_items], 1) * sizeof (NwItem *));
  for (guint i = 0; i < self->n_items; i++)
    for (guint j = 0; j < self->items[i].n_enable_when; j++)
      {
        NwItem *question = &self->items[self->items[i].enable_when[j].question->index];
        const NwItem **list = self->dependents + starts[question->index];

        question->dependents = list;
        /* Two conditions about one question make one dependent. */
        if (question->n_dependents == 0
            || list[question->n_dependents - 1] != &self->items[i])
          list[question->n_dependents++] = &self->items[i];
      }
}

/* Order. Tarjan's strongly connected components, with a stack of our own: an
 * item depends on its parent and on the questions of its rule. A component comes
 * out once all that it depends on has come out. */

typedef struct
{
  NwQuestionnaire *form;
  guint *number;      /* when an item was first seen, from 1 */
  guint *low;
  guint *next_edge;
  guint *path;        /* the items on the way */
  guint n_path;
  guint *pending;     /* the items whose component is not known yet */
  guint n_pending;
  gboolean *is_pending;
  guint counter;
  guint n_ranked;
} Sorter;

/* The item that another depends on, by number; NULL behind the last. */
static const NwItem *
get_edge (const NwItem *item,
          guint edge)
{
  if (item->parent != NULL)
    {
      if (edge == 0)
        return item->parent;
      edge--;
    }
  return edge < item->n_enable_when ? item->enable_when[edge].question : NULL;
}

static void
enter_item (Sorter *sorter,
            guint index)
{
  sorter->number[index] = ++sorter->counter;
  sorter->low[index] = sorter->counter;
  sorter->path[sorter->n_path++] = index;
  sorter->pending[sorter->n_pending++] = index;
  sorter->is_pending[index] = TRUE;
}

static int
compare_indexes (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* Gives ranks to the component whose first item this is. */
static void
rank_component (Sorter *sorter,
                guint index)
{
  NwQuestionnaire *form = sorter->form;
  guint first = sorter->n_ranked;
  guint begin = sorter->n_pending;

  do
    sorter->is_pending[sorter->pending[--begin]] = FALSE;
  while (sorter->pending[begin] != index);
  qsort (sorter->pending + begin, sorter->n_pending - begin, sizeof (guint), compare_indexes);
  for (guint i = begin; i < sorter->n_pending; i++)
    {
      NwItem *item = &form->items[sorter->pending[i]];

      item->rank = sorter->n_ranked;
      item->in_loop = sorter->n_pending - begin > 1;
      form->loop_first[item->rank] = first;
      form->order[sorter->n_ranked++] = item->index;
    }
  form->loop_last[first] = sorter->n_ranked - 1;
  sorter->n_pending = begin;
}

static void
visit_item (Sorter *sorter,
            guint start)
{
  enter_item (sorter, start);
  while (sorter->n_path > 0)
    {
      guint index = sorter->path[sorter->n_path - 1];
      const NwItem *other = get_edge (&sorter->form->items[index], sorter->next_edge[index]++);

      if (other != NULL)
        {
          if (sorter->number[other->index] == 0)
            enter_item (sorter, other->index);
          else if (sorter->is_pending[other->index])
            sorter->low[index] = MIN (sorter->low[index], sorter->number[other->index]);
          continue;
        }
      sorter->n_path--;
      if (sorter->n_path > 0)
        {
          guint before = sorter->path[sorter->n_path - 1];

          sorter->low[before] = MIN (sorter->low[before], sorter->low[index]);
        }
      if (sorter->low[index] == sorter->number[index])
        rank_component (sorter, index);
    }
}

/* Most forms ask before they use the answer. */
static gboolean
is_in_order (NwQuestionnaire *self)
{
  for (guint i = 0; i < self->n_items; i++)
    for (guint j = 0; j < self->items[i].n_enable_when; j++)
      if (self->items[i].enable_when[j].question->index >= i)
        return FALSE;
  return TRUE;
}

/**
 * nw_questionnaire_get_ranked: (skip)
 * @self: a questionnaire
 * @rank: a rank
 *
 * Gets the item that has a rank.
 *
 * Returns: (transfer none): the item
 */
const NwItem *
nw_questionnaire_get_ranked (NwQuestionnaire *self,
                             guint rank)
{
  return &self->items[self->order != NULL ? self->order[rank] : rank];
}

/**
 * nw_questionnaire_sort: (skip)
 * @self: a questionnaire whose rules are read
 *
 * Finds for each item a rank that is above those of all items that it depends
 * on. Items that depend on each other in a loop get ranks in a row.
 */
void
nw_questionnaire_sort (NwQuestionnaire *self)
{
  guint n = self->n_items;
  Sorter sorter = { .form = self };

  if (is_in_order (self))
    {
      for (guint i = 0; i < n; i++)
        self->items[i].rank = i;
      return;
    }
  self->order = g_new0 (guint, n);
  self->loop_first = g_new0 (guint, n);
  self->loop_last = g_new0 (guint, n);
  sorter.number = g_new0 (guint, n);
  sorter.low = g_new0 (guint, n);
  sorter.next_edge = g_new0 (guint, n);
  sorter.path = g_new0 (guint, n);
  sorter.pending = g_new0 (guint, n);
  sorter.is_pending = g_new0 (gboolean, n);
  for (guint i = 0; i < n; i++)
    if (sorter.number[i] == 0)
      visit_item (&sorter, i);
  g_free (sorter.number);
  g_free (sorter.low);
  g_free (sorter.next_edge);
  g_free (sorter.path);
  g_free (sorter.pending);
  g_free (sorter.is_pending);
}

/**
 * nw_questionnaire_load_rules: (skip)
 * @self: a questionnaire whose items are read
 *
 * Reads all rules.
 *
 * Returns: whether all point at questions outside their own item
 */
gboolean
nw_questionnaire_load_rules (NwQuestionnaire *self)
{
  NwEnableWhen *rule = NULL;
  gsize n_rules = 0;
  gboolean good = TRUE;

  for (guint i = 0; i < self->n_items; i++)
    n_rules += self->items[i].n_enable_when;
  self->rules = nw_large_new0 (MAX (n_rules, 1) * sizeof (NwEnableWhen));
  rule = self->rules;
  for (guint i = 0; i < self->n_items; i++)
    {
      NwItem *item = &self->items[i];
      const NwJsonNode *condition = NULL;

      item->enable_when = rule;
      if (item->n_enable_when == 0)
        continue;
      NW_JSON_FOREACH (nw_json_node_get_member (item->node, "enableWhen"), condition)
        good = read_rule (self, item, condition, rule++) && good;
      if (item->n_enable_when > 1
          && nw_json_node_get_member (item->node, "enableBehavior") == NULL)
        nw_findings_add (self->findings, NW_SEVERITY_WARNING, item->node,
                         "que-12: several conditions without enableBehavior, taken as any;"
                         " expected all or any");
    }
  if (!good)
    return FALSE;
  list_dependents (self);
  nw_questionnaire_sort (self);
  return TRUE;
}
