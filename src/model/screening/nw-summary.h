/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

/**
 * NwSummaryEntry:
 * @page: the item that is the page of the question
 * @item: the question
 * @section: (nullable): the name of the page
 * @question: the question’s words
 * @answer: (nullable): its answers, one a line; %NULL for none
 * @wanting: whether an answer is missing, or cannot stand
 *
 * One question and what was answered.
 */
typedef struct
{
  const NwItem *page;
  const NwItem *item;
  char         *section;
  char         *question;
  char         *answer;
  gboolean      wanting;
} NwSummaryEntry;

GPtrArray      *nw_summary_new         (NwScreening    *screening);
NwSummaryEntry *nw_summary_entry_ref   (NwSummaryEntry *self);
void            nw_summary_entry_unref (NwSummaryEntry *self);

G_END_DECLS
