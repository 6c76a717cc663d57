/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One filling-in of a Questionnaire: making it and editing its answers. */

#include "config.h"

#include "model/questionnaire/nw-response.h"

#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"

/**
 * NwResponse:
 *
 * The answers to one form. There is an instance of each item, also where nothing
 * is answered yet; instances keep their answers while they are not enabled, and
 * stay where they are in memory until they are removed.
 *
 * Each edit works out what depends on it and then tells once.
 */

struct _NwRemoval
{
  NwResponseItem *item;
  NwResponseItem *before; /* the repetition that it stood behind, or NULL */
};

enum
{
  CHANGED,
  STRUCTURE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwResponse, nw_response, G_TYPE_OBJECT)

static void
nw_response_finalize (GObject *object)
{
  NwResponse *self = NW_RESPONSE (object);

  g_clear_pointer (&self->root, nw_response_item_free);
  g_clear_pointer (&self->questionnaire, nw_questionnaire_unref);
  g_clear_pointer (&self->json, nw_json_unref);
  g_clear_pointer (&self->regexes, g_hash_table_unref);
  g_free (self->dirty);
  g_free (self->dirty_ranks);
  G_OBJECT_CLASS (nw_response_parent_class)->finalize (object);
}

static void
nw_response_class_init (NwResponseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nw_response_finalize;

  /**
   * NwResponse::changed:
   * @self: the response
   * @items: (element-type NwResponseItem): the instances whose answers,
   *   enablement or validity are not as before
   *
   * Emitted once for each edit that changes something.
   */
  signals[CHANGED] = g_signal_new ("changed",
                                   NW_TYPE_RESPONSE,
                                   G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL,
                                   g_cclosure_marshal_VOID__BOXED,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * NwResponse::structure-changed:
   * @self: the response
   *
   * Emitted after instances were added or removed, before #NwResponse::changed.
   * Instances that were removed are no longer to be used.
   */
  signals[STRUCTURE_CHANGED] = g_signal_new ("structure-changed",
                                             NW_TYPE_RESPONSE,
                                             G_SIGNAL_RUN_LAST,
                                             0, NULL, NULL,
                                             g_cclosure_marshal_VOID__VOID,
                                             G_TYPE_NONE, 0);
}

static void
nw_response_init (NwResponse *self)
{
}

static NwResponse *
make_response (NwQuestionnaire *questionnaire,
               gboolean with_initial)
{
  NwResponse *self = g_object_new (NW_TYPE_RESPONSE, NULL);

  self->questionnaire = nw_questionnaire_ref (questionnaire);
  self->root = nw_response_item_new (NULL, NULL, 0);
  self->root->enabled = TRUE;
  self->dirty = g_new0 (NwResponseItem *, questionnaire->n_items);
  self->dirty_ranks = g_new0 (guint64, questionnaire->n_items / 64 + 1);
  nw_response_build (self, self->root, with_initial);
  return self;
}

/* Checks and works out everything, once all answers are there. */
static void
work_out (NwResponse *self)
{
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    if (item->n_answers > 0)
      item->problem = nw_validation_check (self, item);
    else if (item->item->type == NW_ITEM_GROUP && nw_response_item_get_head (item) == item)
      item->problem = nw_validation_check_repetitions (item);
  nw_enablement_mark_tree (self, self->root);
  nw_enablement_run (self, NULL);
}

/**
 * nw_response_new:
 * @questionnaire: a form
 *
 * Makes a response that a person begins to fill in: with the form's initial
 * values.
 *
 * Returns: (transfer full): the response
 */
NwResponse *
nw_response_new (NwQuestionnaire *questionnaire)
{
  NwResponse *self = NULL;

  g_return_val_if_fail (questionnaire != NULL, NULL);

  self = make_response (questionnaire, TRUE);
  work_out (self);
  return self;
}

/**
 * nw_response_new_empty:
 * @questionnaire: a form
 *
 * Makes a response without any answer, not even initial ones.
 *
 * Returns: (transfer full): the response
 */
NwResponse *
nw_response_new_empty (NwQuestionnaire *questionnaire)
{
  NwResponse *self = NULL;

  g_return_val_if_fail (questionnaire != NULL, NULL);

  self = make_response (questionnaire, FALSE);
  work_out (self);
  return self;
}

/**
 * nw_response_new_from_json:
 * @questionnaire: a form
 * @json: a QuestionnaireResponse
 * @findings: takes what is wrong
 *
 * Reads a response, complete or not. What does not fit the form is a warning,
 * and is kept for the draft; only what is no QuestionnaireResponse is an error.
 * Initial values are not applied, since the person may have removed them.
 *
 * Returns: (transfer full) (nullable): the response, or %NULL where there were
 *   errors
 */
NwResponse *
nw_response_new_from_json (NwQuestionnaire *questionnaire,
                           NwJson *json,
                           NwFindings *findings)
{
  g_autoptr (NwResponse) self = NULL;

  g_return_val_if_fail (questionnaire != NULL, NULL);
  g_return_val_if_fail (json != NULL && findings != NULL, NULL);

  self = make_response (questionnaire, FALSE);
  self->json = nw_json_ref (json);
  if (!nw_response_read (self, findings))
    return NULL;
  work_out (self);
  return g_steal_pointer (&self);
}

/**
 * nw_response_get_questionnaire:
 * @self: a response
 *
 * Gets the form.
 *
 * Returns: (transfer none): the form
 */
NwQuestionnaire *
nw_response_get_questionnaire (NwResponse *self)
{
  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  return self->questionnaire;
}

/**
 * nw_response_get_root:
 * @self: a response
 *
 * Gets what is around all instances; its children are those at the top. It has
 * no item of its own.
 *
 * Returns: (transfer none): the root
 */
NwResponseItem *
nw_response_get_root (NwResponse *self)
{
  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  return self->root;
}

/**
 * nw_response_find:
 * @self: a response
 * @link_id: a linkId
 *
 * Looks for the first instance of an item.
 *
 * Returns: (transfer none) (nullable): the instance
 */
NwResponseItem *
nw_response_find (NwResponse *self,
                  const char *link_id)
{
  const NwItem *item = NULL;
  NwResponseItem *place = NULL;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  item = nw_questionnaire_find (self->questionnaire, link_id);
  if (item == NULL)
    return NULL;
  place = self->root;
  for (guint depth = 1; depth <= item->depth; depth++)
    {
      const NwItem *step = item;

      while (step->depth > depth)
        step = step->parent;
      place = place->slots[0].children[step->ordinal];
    }
  return place;
}

/* Editing */

static void
tell (NwResponse *self,
      gboolean structure,
      GPtrArray *changed)
{
  if (structure)
    g_signal_emit (self, signals[STRUCTURE_CHANGED], 0);
  if (changed->len > 0)
    g_signal_emit (self, signals[CHANGED], 0, changed);
}

static gboolean
has_same_answers (NwResponseItem *item,
                  NwValue * const *values,
                  guint n_values)
{
  if (item->n_answers != n_values)
    return FALSE;
  for (guint i = 0; i < n_values; i++)
    if (item->slots[i].value != values[i])
      return FALSE;
  return TRUE;
}

static void
put_value (NwSlot *slot,
           NwValue *value)
{
  if (slot->value == value)
    return;
  nw_value_ref (value);
  g_clear_pointer (&slot->value, nw_value_unref);
  slot->value = value;
  slot->node = NULL;
}

/* Works out what follows from other answers, and tells. */
static void
finish_answers (NwResponse *self,
                NwResponseItem *item,
                gboolean structure)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  g_free (item->problem);
  item->problem = nw_validation_check (self, item);
  g_ptr_array_add (changed, item);
  if (structure)
    {
      nw_response_build (self, item, TRUE);
      nw_enablement_mark_tree (self, item);
      nw_enablement_mark_inner_dependents (self, item);
    }
  /* Unless it is enabled, others do not see the answer, but for those with which
   * it decides in a loop which of them is enabled. */
  if (item->enabled || item->item->in_loop)
    nw_enablement_mark_dependents (self, item);
  nw_enablement_run (self, changed);
  nw_response_drop_twin (changed);
  tell (self, structure, changed);
}

/**
 * nw_response_set_answers:
 * @self: a response
 * @item: an instance of a question
 * @values: (array length=n_values) (transfer none): the answers
 * @n_values: how many; 0 to remove all
 *
 * Replaces all answers of a question. Whether they are right is told by
 * nw_response_item_get_problem() afterwards. Items in an answer stay with the
 * answer of the same number.
 */
void
nw_response_set_answers (NwResponse *self,
                         NwResponseItem *item,
                         NwValue * const *values,
                         guint n_values)
{
  guint n_slots = 0;
  g_autoptr (GPtrArray) kept = NULL;

  g_return_if_fail (NW_IS_RESPONSE (self));
  g_return_if_fail (item != NULL && item->item != NULL && nw_item_is_question (item->item));

  if (has_same_answers (item, values, n_values))
    return;
  /* The values may be those that are about to go. */
  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) nw_value_unref);
  for (guint i = 0; i < n_values; i++)
    g_ptr_array_add (kept, nw_value_ref (values[i]));
  n_slots = item->n_slots;
  nw_response_item_resize (self, item, n_values);
  for (guint i = 0; i < n_values; i++)
    put_value (&item->slots[i], g_ptr_array_index (kept, i));
  finish_answers (self, item, item->item->n_children > 0 && item->n_slots != n_slots);
}

/**
 * nw_response_set_answer:
 * @self: a response
 * @item: an instance of a question
 * @value: (nullable): the answer; %NULL to remove it
 *
 * Gives a question one answer, or none.
 */
void
nw_response_set_answer (NwResponse *self,
                        NwResponseItem *item,
                        NwValue *value)
{
  nw_response_set_answers (self, item, &value, value != NULL ? 1 : 0);
}

/**
 * nw_response_add_answer:
 * @self: a response
 * @item: an instance of a question
 * @value: another answer
 *
 * Adds an answer behind the others.
 */
void
nw_response_add_answer (NwResponse *self,
                        NwResponseItem *item,
                        NwValue *value)
{
  g_autofree NwValue **values = NULL;

  g_return_if_fail (NW_IS_RESPONSE (self));
  g_return_if_fail (item != NULL && value != NULL);

  values = g_new (NwValue *, item->n_answers + 1);
  for (guint i = 0; i < item->n_answers; i++)
    values[i] = item->slots[i].value;
  values[item->n_answers] = value;
  nw_response_set_answers (self, item, values, item->n_answers + 1);
}

/**
 * nw_response_remove_answer:
 * @self: a response
 * @item: an instance of a question
 * @index: which of its answers
 *
 * Removes an answer with the items in it. Those in the last one stay in memory
 * in case the question is answered again.
 */
void
nw_response_remove_answer (NwResponse *self,
                           NwResponseItem *item,
                           guint index)
{
  gboolean structure = FALSE;

  g_return_if_fail (NW_IS_RESPONSE (self));
  g_return_if_fail (item != NULL && index < item->n_answers);

  structure = item->item->n_children > 0 && item->n_answers > 1;
  if (item->n_answers > 1)
    nw_response_item_move_last (item, index);
  nw_response_item_resize (self, item, item->n_answers - 1);
  finish_answers (self, item, structure);
}

/* Repetitions */

static void
finish_repetitions (NwResponse *self,
                    NwResponseItem *item)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  NwResponseItem *head = nw_response_item_get_head (item);

  g_free (head->problem);
  head->problem = nw_validation_check_repetitions (head);
  g_ptr_array_add (changed, head);
  nw_enablement_mark_tree (self, item);
  nw_enablement_mark_inner_dependents (self, item);
  nw_enablement_run (self, changed);
  nw_response_drop_twin (changed);
  tell (self, TRUE, changed);
}

/**
 * nw_response_add_repetition:
 * @self: a response
 * @item: any of the instances of a repeating group in one place
 *
 * Adds another one behind the last, with the initial values.
 *
 * Returns: (transfer none): the new instance
 */
NwResponseItem *
nw_response_add_repetition (NwResponse *self,
                            NwResponseItem *item)
{
  NwResponseItem *added = NULL;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);
  g_return_val_if_fail (item != NULL && item->item != NULL && item->item->repeats, NULL);
  g_return_val_if_fail (item->item->type == NW_ITEM_GROUP, NULL);

  added = nw_response_item_new (item->item, item->parent, item->answer);
  nw_response_item_append (item, added);
  nw_response_build (self, added, TRUE);
  finish_repetitions (self, added);
  return added;
}

/**
 * nw_response_remove_repetition:
 * @self: a response
 * @item: an instance of a repeating group that is not the only one
 *
 * Takes an instance out, with its answers.
 *
 * Returns: (transfer full): what nw_response_restore_repetition() needs to put it
 *   back; %NULL for the only instance, which stays
 */
NwRemoval *
nw_response_remove_repetition (NwResponse *self,
                               NwResponseItem *item)
{
  NwRemoval *removal = NULL;
  NwResponseItem **link = NULL;
  NwResponseItem *before = NULL;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);
  g_return_val_if_fail (item != NULL && item->parent != NULL, NULL);

  link = &item->parent->slots[item->answer].children[item->item->ordinal];
  if (*link == item && item->next_repetition == NULL)
    return NULL;
  while (*link != item)
    {
      before = *link;
      link = &before->next_repetition;
    }
  *link = g_steal_pointer (&item->next_repetition);
  removal = g_new0 (NwRemoval, 1);
  removal->item = item;
  removal->before = before;
  finish_repetitions (self, nw_response_item_get_head (item));
  return removal;
}

/**
 * nw_response_restore_repetition:
 * @self: a response
 * @removal: (transfer full): what was removed
 *
 * Puts an instance back where it was. It must be the latest removal of its
 * group that is not undone yet.
 *
 * Returns: (transfer none): the instance
 */
NwResponseItem *
nw_response_restore_repetition (NwResponse *self,
                                NwRemoval *removal)
{
  NwResponseItem *item = NULL;
  NwResponseItem **link = NULL;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);
  g_return_val_if_fail (removal != NULL, NULL);

  item = g_steal_pointer (&removal->item);
  link = removal->before != NULL
         ? &removal->before->next_repetition
         : &item->parent->slots[item->answer].children[item->item->ordinal];
  item->next_repetition = *link;
  *link = item;
  nw_removal_free (removal);
  finish_repetitions (self, item);
  return item;
}

/**
 * nw_removal_free:
 * @self: (transfer full): what was removed
 *
 * Frees an instance for good.
 */
void
nw_removal_free (NwRemoval *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->item, nw_response_item_free);
  g_free (self);
}
