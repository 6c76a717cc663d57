/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works out which items are enabled, and after a change only what depends on it. */

#include "config.h"

#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"

/* The rules are those of FHIR R4, Questionnaire.item.enableWhen, in the light of
 * R5’s clearer text:
 *
 * - an item is enabled where its rule holds and its parent is enabled;
 * - a question that is not enabled counts as not answered;
 * - with several answers, one that fits is enough, but for `!=`, which holds
 *   where no answer is equal, and so where there is no answer;
 * - the question is its nearest occurrence: that in the same repetition of the
 *   groups, and in the same answer, around both. Where only another repeating
 *   group has it, several times, none is nearest;
 * - what cannot be decided leaves the item enabled, with a doubt that keeps the
 *   response from being complete.
 *
 * Each item has a rank above all that it depends on, so one pass in the order of
 * ranks over what is dirty is enough. Items in a loop are worked out together,
 * from scratch and so regardless of what was before: first all is undecided;
 * then whatever can be decided without what is not (in three-valued logic) is
 * decided, until nothing more can be. Where items are left, they contradict
 * each other: the first of them in the questionnaire is enabled with a doubt, and
 * so on. Everything is decided once, so this ends, and costs in proportion to
 * the rules. */

typedef enum
{
  TRUTH_NO,
  TRUTH_YES,
  TRUTH_DOUBTFUL,   /* decided, but not decidable: shown with a doubt */
  TRUTH_UNDECIDED,  /* waits for others in its loop */
} Truth;

/* Finding instances */

static NwResponseItem *
find_ancestor (NwResponseItem *item,
               guint depth)
{
  while (item->item != NULL && item->item->depth > depth)
    item = item->parent;
  return item;
}

static const NwItem *
find_item_at (const NwItem *item,
              guint depth)
{
  while (item->depth > depth)
    item = item->parent;
  return item;
}

/* The occurrence of a rule’s question that is nearest to an instance; NULL where
 * several are equally near. */
static NwResponseItem *
find_question (NwResponseItem *item,
               const NwEnableWhen *rule)
{
  NwResponseItem *place = item;
  guint answer = 0;

  while (place->item != NULL && place->item->depth > rule->common_depth)
    {
      answer = place->answer;
      place = place->parent;
    }
  for (guint depth = rule->common_depth + 1; depth <= rule->question->depth; depth++)
    {
      const NwItem *step = find_item_at (rule->question, depth);

      if (depth > rule->common_depth + 1)
        {
          if (place->n_slots > 1)
            return NULL;
          answer = 0;
        }
      place = place->slots[answer].children[step->ordinal];
      if (place->next_repetition != NULL)
        return NULL;
    }
  return place;
}

/* All instances of an item within an instance around them. */
static GPtrArray *
find_instances (NwResponseItem *around,
                const NwItem *item)
{
  GPtrArray *found = g_ptr_array_new ();
  guint depth = around->item != NULL ? around->item->depth : 0;

  g_ptr_array_add (found, around);
  while (depth < item->depth)
    {
      const NwItem *step = find_item_at (item, ++depth);
      GPtrArray *next = g_ptr_array_new ();

      for (guint i = 0; i < found->len; i++)
        {
          NwResponseItem *place = g_ptr_array_index (found, i);

          for (guint j = 0; j < place->n_slots; j++)
            for (NwResponseItem *child = place->slots[j].children[step->ordinal];
                 child != NULL;
                 child = child->next_repetition)
              g_ptr_array_add (next, child);
        }
      g_ptr_array_unref (found);
      found = next;
    }
  return found;
}

/* Conditions */

static Truth
negate (Truth truth)
{
  if (truth == TRUTH_YES)
    return TRUTH_NO;
  return truth == TRUTH_NO ? TRUTH_YES : truth;
}

static Truth
test_comparison (NwEnableOperator op,
                 NwComparison comparison)
{
  gboolean less = comparison == NW_COMPARISON_LESS;
  gboolean greater = comparison == NW_COMPARISON_GREATER;
  gboolean equal = comparison == NW_COMPARISON_EQUAL;

  if (comparison == NW_COMPARISON_UNKNOWN)
    return TRUTH_DOUBTFUL;
  switch (op)
    {
    case NW_ENABLE_EQUAL:
    case NW_ENABLE_NOT_EQUAL:
      return equal ? TRUTH_YES : TRUTH_NO;
    case NW_ENABLE_GREATER:
    case NW_ENABLE_LESS:
    case NW_ENABLE_GREATER_OR_EQUAL:
    case NW_ENABLE_LESS_OR_EQUAL:
      if (comparison == NW_COMPARISON_UNEQUAL)
        return TRUTH_DOUBTFUL;
      if (op == NW_ENABLE_GREATER)
        return greater ? TRUTH_YES : TRUTH_NO;
      if (op == NW_ENABLE_LESS)
        return less ? TRUTH_YES : TRUTH_NO;
      return equal || (op == NW_ENABLE_GREATER_OR_EQUAL ? greater : less) ? TRUTH_YES : TRUTH_NO;
    case NW_ENABLE_EXISTS:
    case NW_ENABLE_UNKNOWN:
    default:
      return TRUTH_DOUBTFUL;
    }
}

/* Whether a condition holds for some answers. */
static Truth
test_answers (const NwEnableWhen *rule,
              const NwSlot *answers,
              guint n_answers)
{
  Truth truth = TRUTH_NO;

  if (rule->op == NW_ENABLE_EXISTS)
    return (n_answers > 0) == nw_value_get_boolean (rule->answer) ? TRUTH_YES : TRUTH_NO;
  for (guint i = 0; i < n_answers && truth != TRUTH_YES; i++)
    {
      NwComparison comparison = nw_value_compare (answers[i].value, rule->answer);
      Truth one = test_comparison (rule->op, comparison);

      if (one != TRUTH_NO)
        truth = one;
    }
  return rule->op == NW_ENABLE_NOT_EQUAL ? negate (truth) : truth;
}

static Truth
test_rule (NwResponseItem *item,
           const NwEnableWhen *rule,
           NwDoubt *doubt)
{
  NwResponseItem *question = NULL;
  Truth truth = TRUTH_DOUBTFUL;

  *doubt = NW_DOUBT_EXPRESSION;
  if (rule->op == NW_ENABLE_UNKNOWN)
    return TRUTH_DOUBTFUL;
  *doubt = NW_DOUBT_OCCURRENCE;
  question = find_question (item, rule);
  if (question == NULL)
    return TRUTH_DOUBTFUL;
  *doubt = NW_DOUBT_COMPARISON;
  if (question->decided)
    return test_answers (rule, question->slots, question->enabled ? question->n_answers : 0);
  truth = test_answers (rule, question->slots, question->n_answers);
  return truth == test_answers (rule, NULL, 0) ? truth : TRUTH_UNDECIDED;
}

/* The one of two truths that says more about `any`, or about `all`. */
static Truth
join (Truth a,
      Truth b,
      gboolean all)
{
  Truth strongest = all ? TRUTH_NO : TRUTH_YES;

  if (a == strongest || b == strongest)
    return strongest;
  return MAX (a, b) >= TRUTH_DOUBTFUL ? MAX (a, b) : negate (strongest);
}

/* The rule of an item without its parent; notes the first doubt. */
static Truth
test_rules (NwResponseItem *item,
            NwDoubt *doubt)
{
  const NwItem *definition = item->item;
  gboolean all = definition->enable_all;
  Truth truth = all ? TRUTH_YES : TRUTH_NO;

  *doubt = NW_DOUBT_NONE;
  if (definition->n_enable_when == 0 && !definition->rule_unknown)
    return TRUTH_YES;
  if (definition->rule_unknown)
    {
      truth = TRUTH_DOUBTFUL;
      *doubt = NW_DOUBT_EXPRESSION;
    }
  for (guint i = 0; i < definition->n_enable_when; i++)
    {
      NwDoubt why = NW_DOUBT_NONE;
      Truth one = test_rule (item, &definition->enable_when[i], &why);

      if (one == TRUTH_DOUBTFUL && *doubt == NW_DOUBT_NONE)
        *doubt = why;
      truth = join (truth, one, all);
      if (truth == (all ? TRUTH_NO : TRUTH_YES))
        break;
    }
  return truth;
}

/**
 * nw_enablement_test: (skip)
 * @dependent: an item
 * @question: a question that its rule names
 * @answers: (array length=n_answers): answers to the question
 * @n_answers: how many
 *
 * Works out what a question adds to an item's rule. Where two sets of answers
 * add the same to all rules, no rule can tell them apart.
 *
 * Returns: a number that stands for no, yes or doubtful
 */
guint
nw_enablement_test (const NwItem *dependent,
                    const NwItem *question,
                    const NwSlot *answers,
                    guint n_answers)
{
  gboolean all = dependent->enable_all;
  Truth truth = all ? TRUTH_YES : TRUTH_NO;

  for (guint i = 0; i < dependent->n_enable_when; i++)
    {
      const NwEnableWhen *rule = &dependent->enable_when[i];

      if (rule->question == question)
        truth = join (truth, rule->op == NW_ENABLE_UNKNOWN
                             ? TRUTH_DOUBTFUL : test_answers (rule, answers, n_answers), all);
    }
  return truth;
}

static Truth
test_item (NwResponseItem *item,
           NwDoubt *doubt)
{
  Truth truth = TRUTH_NO;

  *doubt = NW_DOUBT_NONE;
  if (item->parent->decided && !item->parent->enabled)
    return TRUTH_NO;
  truth = test_rules (item, doubt);
  if (truth != TRUTH_NO && !item->parent->decided)
    return TRUTH_UNDECIDED;
  if (truth != TRUTH_DOUBTFUL)
    *doubt = NW_DOUBT_NONE;
  return truth;
}

/* What has to be worked out */

/**
 * nw_enablement_mark: (skip)
 * @self: a response
 * @item: an instance
 *
 * Has an instance worked out again by nw_enablement_run(). In a loop, this
 * stands for all items of the loop.
 */
void
nw_enablement_mark (NwResponse *self,
                    NwResponseItem *item)
{
  NwQuestionnaire *form = self->questionnaire;
  guint rank = item->item->rank;

  if (item->item->in_loop)
    rank = form->loop_first[rank];
  self->dirty_ranks[rank / 64] |= G_GUINT64_CONSTANT (1) << (rank % 64);
  if (item->item->in_loop || item->dirty)
    return;
  item->dirty = TRUE;
  item->next_dirty = self->dirty[rank];
  self->dirty[rank] = item;
}

/**
 * nw_enablement_mark_tree: (skip)
 * @self: a response
 * @top: an instance
 *
 * Has an instance and all that is in it worked out.
 */
void
nw_enablement_mark_tree (NwResponse *self,
                         NwResponseItem *top)
{
  NwResponseItem *end = nw_response_item_skip (top);

  for (NwResponseItem *item = top; item != NULL && item != end; item = nw_response_item_next (item))
    if (item->item != NULL)
      nw_enablement_mark (self, item);
}

static const NwEnableWhen *
find_rule (const NwItem *item,
           const NwItem *question)
{
  for (guint i = 0; i < item->n_enable_when; i++)
    if (item->enable_when[i].question == question)
      return &item->enable_when[i];
  return NULL;
}

/**
 * nw_enablement_mark_dependents: (skip)
 * @self: a response
 * @item: an instance of a question whose answers have changed
 *
 * Has the instances worked out whose rules look at this one.
 */
void
nw_enablement_mark_dependents (NwResponse *self,
                               NwResponseItem *item)
{
  for (guint i = 0; i < item->item->n_dependents; i++)
    {
      const NwItem *dependent = item->item->dependents[i];
      guint depth = find_rule (dependent, item->item)->common_depth;
      NwResponseItem *around = find_ancestor (item, depth);

      if (dependent->depth == depth + 1 && around->n_slots == 1
          && around->slots[0].children[dependent->ordinal]->next_repetition == NULL)
        {
          nw_enablement_mark (self, around->slots[0].children[dependent->ordinal]);
        }
      else
        {
          g_autoptr (GPtrArray) found = find_instances (around, dependent);

          for (guint j = 0; j < found->len; j++)
            nw_enablement_mark (self, g_ptr_array_index (found, j));
        }
    }
}

/**
 * nw_enablement_mark_inner_dependents: (skip)
 * @self: a response
 * @top: an instance that came, changed its repetitions or its answers' number
 *
 * Has the instances worked out whose rules look at questions in this one: which
 * occurrence is nearest may no longer be what it was.
 */
void
nw_enablement_mark_inner_dependents (NwResponse *self,
                                     NwResponseItem *top)
{
  NwResponseItem *end = nw_response_item_skip (top);

  for (NwResponseItem *item = top; item != NULL && item != end; item = nw_response_item_next (item))
    nw_enablement_mark_dependents (self, item);
}

static void
mark_children (NwResponse *self,
               NwResponseItem *item)
{
  for (guint i = 0; i < item->n_slots; i++)
    for (NwResponseItem *child = nw_response_item_get_first_child (item, i);
         child != NULL;
         child = nw_response_item_get_next_sibling (child))
      nw_enablement_mark (self, child);
}

/* Working it out */

static void
note_change (NwResponse *self,
             NwResponseItem *item,
             GPtrArray *changed)
{
  /* The first time, everything is marked anyway. */
  if (changed == NULL)
    return;
  g_ptr_array_add (changed, item);
  mark_children (self, item);
  /* Without answers, it makes no difference to others. */
  if (item->n_answers > 0)
    nw_enablement_mark_dependents (self, item);
}

static void
run_item (NwResponse *self,
          NwResponseItem *item,
          GPtrArray *changed)
{
  NwDoubt doubt = NW_DOUBT_NONE;
  gboolean enabled = test_item (item, &doubt) != TRUTH_NO;
  gboolean differs = enabled != item->enabled;

  if (!differs && doubt == item->doubt)
    return;
  item->doubt = doubt;
  item->enabled = enabled;
  if (differs)
    note_change (self, item, changed);
  else if (changed != NULL)
    g_ptr_array_add (changed, item);
}

static gboolean
is_in_range (NwResponse *self,
             const NwItem *item,
             guint first)
{
  return item->rank >= first && item->rank <= self->questionnaire->loop_last[first];
}

/* Asks again all of the loop that may be decided now that one item is. */
static void
queue_loop (NwResponse *self,
            NwResponseItem *item,
            guint first,
            GQueue *queue)
{
  for (guint i = 0; i < item->n_slots; i++)
    for (NwResponseItem *child = nw_response_item_get_first_child (item, i);
         child != NULL;
         child = nw_response_item_get_next_sibling (child))
      if (is_in_range (self, child->item, first))
        g_queue_push_tail (queue, child);
  for (guint i = 0; item->n_answers > 0 && i < item->item->n_dependents; i++)
    {
      const NwItem *dependent = item->item->dependents[i];
      g_autoptr (GPtrArray) found = NULL;

      if (!is_in_range (self, dependent, first))
        continue;
      found = find_instances (
        find_ancestor (item, find_rule (dependent, item->item)->common_depth), dependent);
      for (guint j = 0; j < found->len; j++)
        g_queue_push_tail (queue, g_ptr_array_index (found, j));
    }
}

static void
decide (NwResponse *self,
        NwResponseItem *item,
        gboolean enabled,
        NwDoubt doubt,
        guint first,
        GQueue *queue)
{
  item->decided = TRUE;
  item->enabled = enabled;
  item->doubt = doubt;
  queue_loop (self, item, first, queue);
}

static void
decide_loop (NwResponse *self,
             GPtrArray *items,
             guint first)
{
  g_auto (GQueue) queue = G_QUEUE_INIT;

  for (guint i = 0; i < items->len; i++)
    g_queue_push_tail (&queue, g_ptr_array_index (items, i));
  for (guint i = 0; i < items->len; i++)
    {
      NwResponseItem *item = NULL;

      while ((item = g_queue_pop_head (&queue)) != NULL)
        {
          NwDoubt doubt = NW_DOUBT_NONE;
          Truth truth = item->decided ? TRUTH_UNDECIDED : test_item (item, &doubt);

          if (truth != TRUTH_UNDECIDED)
            decide (self, item, truth != TRUTH_NO, doubt, first, &queue);
        }
      /* Nothing more follows: the first that is left contradicts itself. What
       * lies in it waits for it, so a parent comes before its children. */
      item = g_ptr_array_index (items, i);
      if (!item->decided)
        decide (self, item, TRUE, NW_DOUBT_LOOP, first, &queue);
    }
}

static void
run_loop (NwResponse *self,
          guint first,
          GPtrArray *changed)
{
  NwQuestionnaire *form = self->questionnaire;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint rank = first; rank <= form->loop_last[first]; rank++)
    {
      g_autoptr (GPtrArray) found = find_instances (self->root, nw_questionnaire_get_ranked (form, rank));

      for (guint i = 0; i < found->len; i++)
        {
          NwResponseItem *item = g_ptr_array_index (found, i);

          item->was_enabled = item->enabled;
          item->was_doubtful = item->doubt != NW_DOUBT_NONE;
          item->decided = FALSE;
          g_ptr_array_add (items, item);
        }
    }
  decide_loop (self, items, first);
  for (guint i = 0; i < items->len; i++)
    {
      NwResponseItem *item = g_ptr_array_index (items, i);

      if (item->enabled != item->was_enabled)
        note_change (self, item, changed);
      else if (changed != NULL && item->was_doubtful != (item->doubt != NW_DOUBT_NONE))
        g_ptr_array_add (changed, item);
    }
  /* The changes marked the loop itself again. */
  self->dirty_ranks[first / 64] &= ~(G_GUINT64_CONSTANT (1) << (first % 64));
}

static void
run_rank (NwResponse *self,
          guint rank,
          GPtrArray *changed)
{
  NwResponseItem *item = g_steal_pointer (&self->dirty[rank]);

  self->dirty_ranks[rank / 64] &= ~(G_GUINT64_CONSTANT (1) << (rank % 64));
  if (nw_questionnaire_get_ranked (self->questionnaire, rank)->in_loop)
    {
      run_loop (self, rank, changed);
      return;
    }
  while (item != NULL)
    {
      NwResponseItem *next = g_steal_pointer (&item->next_dirty);

      item->dirty = FALSE;
      run_item (self, item, changed);
      item = next;
    }
}

/**
 * nw_enablement_run: (skip)
 * @self: a response
 * @changed: (nullable): takes the instances whose enablement is not as before;
 *   %NULL the first time, when everything is marked
 *
 * Works out what was marked, and what depends on what changes by it.
 */
void
nw_enablement_run (NwResponse *self,
                   GPtrArray *changed)
{
  guint n_words = self->questionnaire->n_items / 64 + 1;

  for (guint i = 0; i < n_words; i++)
    while (self->dirty_ranks[i] != 0)
      run_rank (self, i * 64 + __builtin_ctzll (self->dirty_ranks[i]), changed);
}
