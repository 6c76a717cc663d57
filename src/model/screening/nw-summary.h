/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

/**
 * NwSummary:
 *
 * All questions that are asked with what was answered, at one moment. It is counted by
 * references.
 */
typedef struct _NwSummary NwSummary;

/**
 * NwSummaryEntry:
 * @page: the item that is the page of the question
 * @item: the question
 * @instance: which of its repetitions; only to be compared once the answers
 *   have changed
 * @section: (nullable): the name of the page
 * @group: (nullable): which of several repetitions of a group it is in, such as
 *   “Medicine 2 of 3”
 * @question: the question’s words
 * @answer: (nullable): its answers, one a line; %NULL for none
 * @wanting: whether an answer is missing, or cannot stand
 *
 * One question and what was answered. The items and the words of the form, which are
 * all but @group and @answer, live as long as the form does.
 */
typedef struct
{
  const NwItem *page;
  const NwItem *item;
  gpointer      instance;
  const char   *section;
  char         *group;
  const char   *question;
  char         *answer;
  gboolean      wanting;
} NwSummaryEntry;

NwSummary      *nw_summary_new         (NwScreening    *screening);
NwSummary      *nw_summary_ref         (NwSummary      *self);
void            nw_summary_unref       (NwSummary      *self);
guint           nw_summary_get_n       (NwSummary      *self);
guint           nw_summary_get_n_wanting (NwSummary    *self);
NwSummaryEntry *nw_summary_get         (NwSummary      *self,
                                        guint           index);
int             nw_summary_find        (NwSummary      *self,
                                        gconstpointer   item);
guint           nw_summary_get_n_pages (NwSummary      *self);
const NwItem   *nw_summary_get_page    (NwSummary      *self,
                                        guint           index,
                                        guint          *first,
                                        guint          *n);
char           *nw_summary_dup_group   (NwScreening    *screening,
                                        NwResponseItem *item);
NwSummaryEntry *nw_summary_entry_ref   (NwSummaryEntry *self);
char           *nw_summary_entry_dup_question (const NwSummaryEntry *self);
void            nw_summary_entry_unref (NwSummaryEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwSummary, nw_summary_unref)

G_END_DECLS
