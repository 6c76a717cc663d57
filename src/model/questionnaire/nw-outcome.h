/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers come to: the highest level that is enabled, with its advice. */

#pragma once

#include "model/questionnaire/nw-response.h"

G_BEGIN_DECLS

/**
 * NwOutcome:
 * @level: the highest level
 * @item: the outcome item of that level
 * @advice: (element-type NwResponseItem): the advice of that level, in the
 *   order of the questionnaire
 * @also: (element-type NwResponseItem): the advice of lower levels that are
 *   enabled too, more severe levels first; empty for %NW_OUTCOME_HELP_NOW, where
 *   nothing shall stand beside the one thing to do
 *
 * A result. The items belong to the response and are good until it changes.
 */
typedef struct
{
  NwOutcomeLevel level;
  NwResponseItem *item;
  GPtrArray *advice;
  GPtrArray *also;
} NwOutcome;

NwOutcomeLevel  nw_response_get_highest_level (NwResponse     *self);
NwOutcome      *nw_response_get_outcome       (NwResponse     *self);
NwOutcome      *nw_response_get_outcome_at    (NwResponse     *self,
                                               NwOutcomeLevel  level);
void            nw_outcome_free               (NwOutcome      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwOutcome, nw_outcome_free)

G_END_DECLS
