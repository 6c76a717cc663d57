/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

/**
 * NwAdvice:
 * @link_id: which piece of advice it is
 * @level: the level that it belongs to
 * @said: (nullable): what was answered
 * @why: (nullable): why it matters
 * @todo: (nullable): what to do
 * @say: (nullable): what to say to the practitioner
 *
 * One piece of advice. Each text may have several lines.
 */
typedef struct
{
  char           *link_id;
  NwOutcomeLevel  level;
  char           *said;
  char           *why;
  char           *todo;
  char           *say;
} NwAdvice;

/**
 * NwAlways:
 * @text: a sentence
 * @bullet: whether it is one of a list
 *
 * One line of what stands on every result.
 */
typedef struct
{
  char     *text;
  gboolean  bullet;
} NwAlways;

GPtrArray *nw_advice_list           (NwScreening    *screening,
                                     NwOutcomeLevel  level);
GPtrArray *nw_advice_list_below     (NwScreening    *screening,
                                     NwOutcomeLevel  level);
char      *nw_advice_dup_intro      (NwScreening    *screening,
                                     NwOutcomeLevel  level);
char      *nw_advice_dup_reading    (NwScreening     *screening,
                                     NwOutcomeLevel   level,
                                     char           **text);
char      *nw_advice_dup_title      (NwScreening    *screening,
                                     NwOutcomeLevel  level);
GPtrArray *nw_advice_get_always     (NwScreening    *screening,
                                     char          **title);

G_END_DECLS
