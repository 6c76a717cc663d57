/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instances of items in a response: their tree, and walking through it. */

#include "config.h"

#include "model/questionnaire/nw-response-private.h"

/**
 * nw_response_item_new: (skip)
 * @item: (nullable): what it is an instance of; %NULL for the root
 * @parent: (nullable): the instance around it
 * @answer: in which of the parent's answers it is
 *
 * Makes an instance without answers and without anything in it.
 *
 * Returns: (transfer full): the instance
 */
NwResponseItem *
nw_response_item_new (const NwItem *item,
                      NwResponseItem *parent,
                      guint answer)
{
  NwResponseItem *self = g_new0 (NwResponseItem, 1);

  self->item = item;
  self->parent = parent;
  self->answer = answer;
  self->decided = TRUE;
  return self;
}

static const NwItem *
get_first_item (NwResponse *self,
                NwResponseItem *item)
{
  return item->item != NULL ? item->item->first_child
                            : nw_questionnaire_get_first (self->questionnaire);
}

static guint
count_items (const NwItem *first)
{
  guint n = 0;

  for (; first != NULL; first = first->next_sibling)
    n++;
  return n;
}

/* How many items a slot that is filled has; the root has none of its own to ask. */
static guint
count_children (NwResponseItem *self)
{
  return self->item != NULL ? self->item->n_children
                            : count_items (self->slots[0].children[0]->item);
}

/* Takes all instances of a slot, to be freed. */
static void
collect_children (NwResponseItem *self,
                  NwSlot *slot,
                  GPtrArray *instances)
{
  guint n = slot->children != NULL ? count_children (self) : 0;

  for (guint i = 0; i < n; i++)
    for (NwResponseItem *child = slot->children[i]; child != NULL; child = child->next_repetition)
      g_ptr_array_add (instances, child);
}

static void
clear_slot (NwSlot *slot)
{
  g_clear_pointer (&slot->value, nw_value_unref);
  g_clear_pointer (&slot->unknown, g_ptr_array_unref);
  g_clear_pointer (&slot->children, g_free);
}

static void
free_instances (GPtrArray *instances)
{
  /* The list grows while it is worked through: nothing recursive. */
  for (guint i = 0; i < instances->len; i++)
    {
      NwResponseItem *item = g_ptr_array_index (instances, i);

      for (guint j = 0; j < item->n_slots; j++)
        collect_children (item, &item->slots[j], instances);
    }
  for (guint i = instances->len; i > 0; i--)
    {
      NwResponseItem *item = g_ptr_array_index (instances, i - 1);

      for (guint j = 0; j < item->n_slots; j++)
        clear_slot (&item->slots[j]);
      g_free (item->slots);
      g_free (item->problem);
      g_free (item);
    }
}

/**
 * nw_response_item_free: (skip)
 * @self: (transfer full): an instance that is no longer in a response
 *
 * Frees an instance with all that is in it, but not its repetitions.
 */
void
nw_response_item_free (NwResponseItem *self)
{
  g_autoptr (GPtrArray) instances = g_ptr_array_new ();

  g_ptr_array_add (instances, self);
  free_instances (instances);
}

/* Building */

static void
set_initial (NwResponse *self,
             NwResponseItem *item)
{
  const NwItem *definition = item->item;
  guint n = nw_item_count_initial (definition);

  if (n == 0)
    return;
  nw_response_item_resize (self, item, n);
  n = 0;
  for (guint i = 0; i < definition->n_initial; i++)
    item->slots[n++].value = nw_value_ref (definition->initial[i]);
  for (guint i = 0; i < definition->n_options; i++)
    if (definition->options[i].initial_selected)
      item->slots[n++].value = nw_value_ref (definition->options[i].value);
}

/* Makes an instance of each item that belongs into a slot. */
static void
fill_slot (NwResponseItem *item,
           guint index,
           const NwItem *first,
           GPtrArray *made)
{
  NwSlot *slot = &item->slots[index];

  slot->children = g_new0 (NwResponseItem *, count_items (first));
  for (const NwItem *child = first; child != NULL; child = child->next_sibling)
    {
      slot->children[child->ordinal] = nw_response_item_new (child, item, index);
      g_ptr_array_add (made, slot->children[child->ordinal]);
    }
}

/* Fills the slots that are new; they are behind those that are filled. */
static void
fill_slots (NwResponse *self,
            NwResponseItem *item,
            GPtrArray *made)
{
  const NwItem *first = get_first_item (self, item);

  if (first == NULL)
    return;
  if (item->n_slots == 0)
    {
      item->slots = g_new0 (NwSlot, 1);
      item->n_slots = 1;
    }
  for (guint i = item->n_slots; i > 0 && item->slots[i - 1].children == NULL; i--)
    fill_slot (item, i - 1, first, made);
}

/**
 * nw_response_build: (skip)
 * @self: a response
 * @top: an instance
 * @with_initial: whether questions in it get their initial values
 *
 * Fills an instance with one instance of each item that belongs into it, all
 * the way down. An outcome always has its value: nobody can answer it.
 */
void
nw_response_build (NwResponse *self,
                   NwResponseItem *top,
                   gboolean with_initial)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();

  g_ptr_array_add (made, top);
  for (guint i = 0; i < made->len; i++)
    {
      NwResponseItem *item = g_ptr_array_index (made, i);

      if (i > 0 && item->n_answers == 0 && nw_item_is_question (item->item)
          && (with_initial || item->item->outcome_level != NW_OUTCOME_NONE))
        set_initial (self, item);
      fill_slots (self, item, made);
    }
}

/**
 * nw_response_item_resize: (skip)
 * @self: a response
 * @item: an instance of a question
 * @n_answers: how many answers it shall have
 *
 * Makes room for answers. What is in an answer that goes is freed, except for
 * the last one: where a question loses its only answer, what is in it stays in
 * memory in case it is answered again. New slots still have to be built.
 */
void
nw_response_item_resize (NwResponse *self,
                         NwResponseItem *item,
                         guint n_answers)
{
  guint n_slots = MAX (n_answers, item->item->n_children > 0 ? 1 : 0);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  for (guint i = n_slots; i < item->n_slots; i++)
    {
      collect_children (item, &item->slots[i], gone);
      clear_slot (&item->slots[i]);
    }
  free_instances (gone);
  if (n_slots != item->n_slots)
    {
      item->slots = g_renew (NwSlot, item->slots, n_slots);
      for (guint i = item->n_slots; i < n_slots; i++)
        item->slots[i] = (NwSlot) { NULL };
    }
  item->n_slots = n_slots;
  item->n_answers = n_answers;
  if (n_answers == 0 && n_slots > 0)
    {
      g_clear_pointer (&item->slots[0].value, nw_value_unref);
      item->slots[0].node = NULL;
    }
}

/**
 * nw_response_item_move_last: (skip)
 * @self: an instance of a question
 * @index: one of its answers
 *
 * Moves an answer, with what is in it, behind all others.
 */
void
nw_response_item_move_last (NwResponseItem *self,
                            guint index)
{
  NwSlot moved = self->slots[index];

  for (guint i = index; i + 1 < self->n_slots; i++)
    self->slots[i] = self->slots[i + 1];
  self->slots[self->n_slots - 1] = moved;
  for (guint i = index; i < self->n_slots; i++)
    for (NwResponseItem *child = nw_response_item_get_first_child (self, i);
         child != NULL;
         child = nw_response_item_get_next_sibling (child))
      child->answer = i;
}

/**
 * nw_response_item_append: (skip)
 * @first: an instance of a repeating group
 * @added: (transfer full): another one
 *
 * Adds a repetition behind all others.
 */
void
nw_response_item_append (NwResponseItem *first,
                         NwResponseItem *added)
{
  while (first->next_repetition != NULL)
    first = first->next_repetition;
  first->next_repetition = added;
}

/**
 * nw_response_item_get_head: (skip)
 * @self: an instance
 *
 * Gets the first of an instance's repetitions.
 *
 * Returns: (transfer none): the instance
 */
NwResponseItem *
nw_response_item_get_head (NwResponseItem *self)
{
  if (self->parent == NULL)
    return self;
  return self->parent->slots[self->answer].children[self->item->ordinal];
}

/* Walking */

/**
 * nw_response_item_get_item:
 * @self: an instance
 *
 * Gets the item that this is an instance of.
 *
 * Returns: (transfer none) (nullable): the item; %NULL for the root
 */
const NwItem *
nw_response_item_get_item (NwResponseItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->item;
}

/**
 * nw_response_item_get_parent:
 * @self: an instance
 *
 * Gets the instance around this one.
 *
 * Returns: (transfer none) (nullable): the parent; %NULL for the root
 */
NwResponseItem *
nw_response_item_get_parent (NwResponseItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parent;
}

/**
 * nw_response_item_get_first_child:
 * @self: an instance, or the root
 * @answer: in which of its answers; 0 for groups, and for questions that have
 *   no answer or one
 *
 * Gets the first instance in an instance.
 *
 * Returns: (transfer none) (nullable): the child
 */
NwResponseItem *
nw_response_item_get_first_child (NwResponseItem *self,
                                  guint answer)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (answer >= self->n_slots || self->slots[answer].children == NULL)
    return NULL;
  return self->slots[answer].children[0];
}

/**
 * nw_response_item_get_next_sibling:
 * @self: an instance
 *
 * Gets the instance behind this one in the same group or answer: its next
 * repetition, or the first instance of the next item.
 *
 * Returns: (transfer none) (nullable): the sibling
 */
NwResponseItem *
nw_response_item_get_next_sibling (NwResponseItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->parent == NULL)
    return NULL;
  if (self->next_repetition != NULL)
    return self->next_repetition;
  if (self->item->next_sibling == NULL)
    return NULL;
  return self->parent->slots[self->answer].children[self->item->ordinal + 1];
}

/**
 * nw_response_item_skip: (skip)
 * @self: an instance
 *
 * Gets the instance behind this one and all that is in it, depth first.
 *
 * Returns: (transfer none) (nullable): the instance
 */
NwResponseItem *
nw_response_item_skip (NwResponseItem *self)
{
  while (self != NULL && self->parent != NULL)
    {
      NwResponseItem *next = nw_response_item_get_next_sibling (self);
      NwResponseItem *parent = self->parent;

      if (next == NULL)
        next = nw_response_item_get_first_child (parent, self->answer + 1);
      if (next != NULL)
        return next;
      self = parent;
    }
  return NULL;
}

/**
 * nw_response_item_next:
 * @self: an instance; begin with the root
 *
 * Gets the instance behind this one, in the order of the questionnaire and
 * depth first: all instances, enabled or not.
 *
 * Returns: (transfer none) (nullable): the instance, or %NULL behind the last
 */
NwResponseItem *
nw_response_item_next (NwResponseItem *self)
{
  NwResponseItem *child = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  child = nw_response_item_get_first_child (self, 0);
  return child != NULL ? child : nw_response_item_skip (self);
}

/* Asking */

/**
 * nw_response_item_get_answer_index:
 * @self: an instance
 *
 * Gets in which of its parent's answers an instance is.
 *
 * Returns: the answer's number, from 0
 */
guint
nw_response_item_get_answer_index (NwResponseItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->answer;
}

/**
 * nw_response_item_get_repetition:
 * @self: an instance
 *
 * Gets which of its repetitions an instance is.
 *
 * Returns: the number, from 0
 */
guint
nw_response_item_get_repetition (NwResponseItem *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (NwResponseItem *item = nw_response_item_get_head (self); item != self;
       item = item->next_repetition)
    n++;
  return n;
}

/**
 * nw_response_item_get_n_repetitions:
 * @self: an instance
 *
 * Counts the repetitions of an instance, itself included.
 *
 * Returns: how many
 */
guint
nw_response_item_get_n_repetitions (NwResponseItem *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (NwResponseItem *item = nw_response_item_get_head (self); item != NULL;
       item = item->next_repetition)
    n++;
  return n;
}

/**
 * nw_response_item_get_n_answers:
 * @self: an instance
 *
 * Counts the answers, also of a question that is not enabled.
 *
 * Returns: how many
 */
guint
nw_response_item_get_n_answers (NwResponseItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_answers;
}

/**
 * nw_response_item_get_answer:
 * @self: an instance
 * @index: which answer
 *
 * Gets an answer.
 *
 * Returns: (transfer none) (nullable): the answer, or %NULL where there are fewer
 */
NwValue *
nw_response_item_get_answer (NwResponseItem *self,
                             guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->n_answers ? self->slots[index].value : NULL;
}

/**
 * nw_response_item_has_answer:
 * @self: an instance
 * @value: a value
 *
 * Tells whether a value is among the answers.
 *
 * Returns: whether it is
 */
gboolean
nw_response_item_has_answer (NwResponseItem *self,
                             const NwValue *value)
{
  g_return_val_if_fail (self != NULL && value != NULL, FALSE);

  for (guint i = 0; i < self->n_answers; i++)
    if (nw_value_is_same (self->slots[i].value, value))
      return TRUE;
  return FALSE;
}

/**
 * nw_response_item_is_enabled:
 * @self: an instance
 *
 * Tells whether an instance is enabled: its own rule holds and what is around
 * it is enabled. Hidden items can be enabled too.
 *
 * Returns: whether it is
 */
gboolean
nw_response_item_is_enabled (NwResponseItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->enabled;
}

/**
 * nw_response_item_get_problem:
 * @self: an instance
 *
 * Gets what is wrong with the answers, in words for the person who answers.
 * That an answer is missing is not a problem in this sense.
 *
 * Returns: (nullable): the words, or %NULL where all is well, and for questions
 *   that are not enabled
 */
const char *
nw_response_item_get_problem (NwResponseItem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->enabled ? self->problem : NULL;
}

/**
 * nw_response_drop_twin: (skip)
 * @items: instances that changed, the one that was edited first
 *
 * Leaves the first instance in the list once; others cannot be in it twice.
 */
void
nw_response_drop_twin (GPtrArray *items)
{
  for (guint i = 1; i < items->len; i++)
    if (items->pdata[i] == items->pdata[0])
      {
        g_ptr_array_remove_index_fast (items, i);
        return;
      }
}
