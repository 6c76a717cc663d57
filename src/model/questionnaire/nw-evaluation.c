/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a response still lacks, what is wrong with it, and whether it is complete. */

#include "config.h"

#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"

#include <glib/gi18n.h>

/**
 * nw_response_unmark: (skip)
 * @self: a response
 *
 * Takes the mark of nw_response_item_keep() from all instances.
 */
void
nw_response_unmark (NwResponse *self)
{
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    item->kept = FALSE;
}

/**
 * nw_response_item_keep: (skip)
 * @self: an instance
 *
 * Marks an instance and all that is around it.
 */
void
nw_response_item_keep (NwResponseItem *self)
{
  for (; self->parent != NULL && !self->kept; self = self->parent)
    self->kept = TRUE;
}

/**
 * nw_response_mark_answered: (skip)
 * @self: a response
 * @outcomes: whether outcomes count as answers
 *
 * Marks what is enabled and answered, and what has such an answer in it. An
 * answer in a question that is not answered has no place in a response
 * (FHIR R4, QuestionnaireResponse, “Nested Items”), and does not count.
 */
void
nw_response_mark_answered (NwResponse *self,
                           gboolean outcomes)
{
  NwResponseItem *item = NULL;

  nw_response_unmark (self);
  item = nw_response_item_next (self->root);
  while (item != NULL)
    {
      gboolean question = nw_item_is_question (item->item);

      if (question && item->enabled && item->n_answers > 0
          && (outcomes || item->item->outcome_level == NW_OUTCOME_NONE))
        nw_response_item_keep (item);
      item = item->enabled && (!question || item->n_answers > 0)
             ? nw_response_item_next (item) : nw_response_item_skip (item);
    }
}

static gboolean
is_in_outcome (NwResponseItem *item)
{
  for (; item->item != NULL; item = item->parent)
    if (item->item->outcome_level != NW_OUTCOME_NONE)
      return TRUE;
  return FALSE;
}

/**
 * nw_response_item_is_drafted: (skip)
 * @self: an instance
 *
 * Tells whether there is something about an instance that a draft has to keep:
 * what a person did, and what a document said that the form does not know.
 * Outcomes are left out: they are no answers.
 *
 * Returns: whether there is
 */
gboolean
nw_response_item_is_drafted (NwResponseItem *self)
{
  gboolean drafted = self->n_answers > 0 || self->node != NULL
                     || self->next_repetition != NULL
                     || nw_response_item_get_head (self) != self;

  for (guint i = 0; i < self->n_slots && !drafted; i++)
    drafted = self->slots[i].unknown != NULL;
  return drafted && !is_in_outcome (self);
}

/* Marks what would be in a draft: the same is there before and after it is
 * written and read. */
static void
mark_present (NwResponse *self)
{
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    item->present = FALSE;
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    if (nw_response_item_is_drafted (item))
      for (NwResponseItem *place = item; place->parent != NULL && !place->present;
           place = place->parent)
        place->present = TRUE;
}

/* Whether something in a group is there to be answered. */
static gboolean
has_question (NwResponseItem *group)
{
  NwResponseItem *end = nw_response_item_skip (group);

  for (NwResponseItem *item = nw_response_item_next (group); item != NULL && item != end;
       item = nw_response_item_next (item))
    if (item->enabled && nw_item_is_question (item->item) && !item->item->read_only)
      return TRUE;
  return FALSE;
}

/* What is required counts only where its parent is there (FHIR R5,
 * Questionnaire.item.required: it is fine to leave out a group that is not
 * required despite a required question in it). A form with an outcome must be
 * answered as a whole, since what is missing is never a no; there, only further
 * repetitions may be left out. */
static gboolean
is_present (NwResponse *self,
            NwResponseItem *item)
{
  if (nw_item_is_question (item->item))
    return item->n_answers > 0;
  return item->present || item->item->required
         || (item->item->limits != NULL && item->item->limits->min_occurs > 0)
         || (self->questionnaire->has_outcome && !item->item->repeats);
}

static gboolean
lacks_answer (NwResponseItem *item)
{
  if (!item->item->required)
    return FALSE;
  if (nw_item_is_question (item->item))
    return item->n_answers == 0;
  return item->item->type == NW_ITEM_GROUP && !item->kept && has_question (item);
}

/**
 * nw_response_item_is_missing:
 * @self: an instance
 *
 * Tells whether an answer to this question is required and not there.
 *
 * Returns: whether it is missing
 */
gboolean
nw_response_item_is_missing (NwResponseItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->item != NULL && self->enabled && !self->item->hidden && self->item->required
         && nw_item_is_question (self->item) && self->n_answers == 0;
}

/**
 * nw_response_get_missing:
 * @self: a response
 *
 * Finds what is required and not answered: questions, and groups in which
 * nothing is answered. What is not enabled, hidden, or in something that is not
 * there, is never missing.
 *
 * Returns: (transfer container) (element-type NwResponseItem): the instances in
 *   the order of the questionnaire
 */
GPtrArray *
nw_response_get_missing (NwResponse *self)
{
  GPtrArray *missing = NULL;
  NwResponseItem *item = NULL;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  missing = g_ptr_array_new ();
  nw_response_mark_answered (self, FALSE);
  mark_present (self);
  item = nw_response_item_next (self->root);
  while (item != NULL)
    {
      gboolean shown = item->enabled && !item->item->hidden;

      if (shown && lacks_answer (item))
        g_ptr_array_add (missing, item);
      item = shown && is_present (self, item) ? nw_response_item_next (item)
                                              : nw_response_item_skip (item);
    }
  return missing;
}

/**
 * nw_response_get_invalid:
 * @self: a response
 *
 * Finds the instances that have a problem, see nw_response_item_get_problem().
 *
 * Returns: (transfer container) (element-type NwResponseItem): the instances in
 *   the order of the questionnaire
 */
GPtrArray *
nw_response_get_invalid (NwResponse *self)
{
  GPtrArray *invalid = NULL;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  invalid = g_ptr_array_new ();
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    if (item->enabled && !item->item->hidden && item->problem != NULL)
      g_ptr_array_add (invalid, item);
  return invalid;
}

static const char *
describe_doubt (NwDoubt doubt)
{
  switch (doubt)
    {
    case NW_DOUBT_COMPARISON:
      return "its rule compares values that have no certain order, for example because their"
             " precision or unit differs";
    case NW_DOUBT_OCCURRENCE:
      return "its rule asks about a question that occurs several times, none of them nearest";
    case NW_DOUBT_LOOP:
      return "its rule contradicts itself by way of other items";
    case NW_DOUBT_EXPRESSION:
    case NW_DOUBT_NONE:
    default:
      return "its rule has a part that cannot be evaluated here";
    }
}

/**
 * nw_response_get_warnings:
 * @self: a response
 *
 * Finds why a response cannot be trusted to be what the form means, although
 * nothing is missing or wrong: items that are shown because nobody can tell
 * whether they should be, and items that say something unknown. As long as there
 * are warnings, the response is not complete.
 *
 * Returns: (transfer full): the warnings, at the places in the form
 */
NwFindings *
nw_response_get_warnings (NwResponse *self)
{
  NwFindings *warnings = NULL;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  warnings = nw_findings_new (nw_json_get_name (self->questionnaire->json));
  if (self->questionnaire->opaque)
    nw_findings_add (warnings, NW_SEVERITY_WARNING, self->questionnaire->node,
                     "the form has an extension that changes its meaning and is not known");
  if (self->opaque)
    nw_findings_add (warnings, NW_SEVERITY_WARNING, self->questionnaire->node,
                     "the response has an extension that changes its meaning and is not known");
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    {
      if (!item->enabled)
        continue;
      if (item->doubt != NW_DOUBT_NONE)
        nw_findings_add (warnings, NW_SEVERITY_WARNING, item->item->node,
                         "“%s” is shown, but may not belong here: %s",
                         item->item->link_id, describe_doubt (item->doubt));
      else if (item->item->opaque)
        nw_findings_add (warnings, NW_SEVERITY_WARNING, item->item->node,
                         "“%s” says something that cannot be evaluated here",
                         item->item->link_id);
    }
  return warnings;
}

/**
 * nw_response_is_certain:
 * @self: a response
 *
 * Tells whether there is no warning, see nw_response_get_warnings().
 *
 * Returns: whether all is certain
 */
gboolean
nw_response_is_certain (NwResponse *self)
{
  g_return_val_if_fail (NW_IS_RESPONSE (self), FALSE);

  if (self->questionnaire->opaque || self->opaque)
    return FALSE;
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    if (item->enabled && (item->doubt != NW_DOUBT_NONE || item->item->opaque))
      return FALSE;
  return TRUE;
}

/**
 * nw_response_is_complete:
 * @self: a response
 *
 * Tells whether a response can be written as completed: nothing is missing,
 * nothing is wrong, and there is no warning.
 *
 * Returns: whether it is complete
 */
gboolean
nw_response_is_complete (NwResponse *self)
{
  g_autoptr (GPtrArray) missing = nw_response_get_missing (self);
  g_autoptr (GPtrArray) invalid = nw_response_get_invalid (self);

  return missing->len == 0 && invalid->len == 0 && nw_response_is_certain (self);
}
