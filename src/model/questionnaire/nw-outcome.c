/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers come to: the highest level that is enabled, with its advice. */

#include "config.h"

#include "model/questionnaire/nw-outcome.h"

#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"

static gboolean
is_outcome (NwResponseItem *item,
            NwOutcomeLevel level)
{
  return item->enabled && item->item->outcome_level == level;
}

/* The displays within the enabled outcomes of a level. */
static void
collect_advice (NwResponse *self,
                NwOutcomeLevel level,
                GPtrArray *advice)
{
  NwResponseItem *item = nw_response_item_next (self->root);

  while (item != NULL)
    {
      NwResponseItem *end = nw_response_item_skip (item);

      if (!is_outcome (item, level))
        {
          item = nw_response_item_next (item);
          continue;
        }
      for (item = nw_response_item_next (item); item != end; item = nw_response_item_next (item))
        if (item->enabled && item->item->type == NW_ITEM_DISPLAY && !item->item->hidden)
          g_ptr_array_add (advice, item);
    }
}

static NwResponseItem *
find_outcome (NwResponse *self,
              NwOutcomeLevel level)
{
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    if (is_outcome (item, level))
      return item;
  return NULL;
}

/**
 * nw_response_get_highest_level:
 * @self: a response
 *
 * Gets the most severe level that is enabled now, even while answers are
 * missing: enough to stop a person at once, but not a result.
 *
 * Returns: the level; %NW_OUTCOME_NONE where there is none
 */
NwOutcomeLevel
nw_response_get_highest_level (NwResponse *self)
{
  NwOutcomeLevel level = NW_OUTCOME_NONE;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NW_OUTCOME_NONE);

  if (!self->questionnaire->has_outcome)
    return NW_OUTCOME_NONE;
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    if (item->enabled)
      level = MAX (level, item->item->outcome_level);
  return level;
}

/**
 * nw_response_get_outcome_at:
 * @self: a response
 * @level: a level
 *
 * Makes the result for a level, whether or not it is the result now.
 *
 * Returns: (transfer full): the result
 */
NwOutcome *
nw_response_get_outcome_at (NwResponse *self,
                            NwOutcomeLevel level)
{
  NwOutcome *outcome = NULL;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  outcome = g_new0 (NwOutcome, 1);
  outcome->level = level;
  outcome->item = find_outcome (self, level);
  outcome->advice = g_ptr_array_new ();
  outcome->also = g_ptr_array_new ();
  collect_advice (self, level, outcome->advice);
  if (level == NW_OUTCOME_HELP_NOW)
    return outcome;
  /* What reassures is never said beside a warning. */
  for (NwOutcomeLevel lower = level; lower > NW_OUTCOME_TELL; lower--)
    collect_advice (self, lower - 1, outcome->also);
  return outcome;
}

/**
 * nw_response_get_outcome:
 * @self: a response
 *
 * Gets the result: the most severe level that is enabled, once nothing required
 * is missing. The reassuring level `nothing-found` is only given where the
 * response is complete in every respect.
 *
 * Returns: (transfer full) (nullable): the result, or %NULL where there is none
 *   yet, or the form has no outcomes
 */
NwOutcome *
nw_response_get_outcome (NwResponse *self)
{
  g_autoptr (GPtrArray) missing = NULL;
  NwOutcomeLevel level = nw_response_get_highest_level (self);

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  if (level == NW_OUTCOME_NONE)
    return NULL;
  missing = nw_response_get_missing (self);
  if (missing->len > 0)
    return NULL;
  if (level == NW_OUTCOME_NOTHING_FOUND && !nw_response_is_complete (self))
    return NULL;
  return nw_response_get_outcome_at (self, level);
}

/**
 * nw_outcome_free:
 * @self: (transfer full): a result
 *
 * Frees a result.
 */
void
nw_outcome_free (NwOutcome *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->advice);
  g_ptr_array_unref (self->also);
  g_free (self);
}
