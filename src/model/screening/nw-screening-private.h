/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

struct _NwScreening
{
  GObject          parent_instance;

  NwQuestionnaire *questionnaire;
  NwResponse      *response;
  char            *language;
  /* The file of a form that is not ours; NULL for ours. */
  char            *source;
  NwScreeningStep  step;
  const NwItem    *page;
  /* What can be a page, with whatever answers; and what is one with these. */
  GPtrArray       *candidates;
  GPtrArray       *pages;
  int              pages_added;
  gboolean         changing;
  gboolean         tried;
  GPtrArray       *undo;
  GPtrArray       *redo;
  NwResponseItem  *being_typed;
  /* What was typed and is no answer yet, by its item: never lost on the way. */
  GHashTable      *unreadable;
};

typedef void (*NwAskedFunc) (const NwItem   *page,
                             NwResponseItem *item,
                             gpointer        user_data);

/* nw-screening-pages.c */
const NwItem *nw_screening_find_first_of_level (NwQuestionnaire *form);
gboolean nw_screening_asks_something   (const NwItem    *item);
gboolean nw_screening_has_page         (NwScreening     *self,
                                        const NwItem    *page);
guint    nw_screening_find_page_behind (NwScreening     *self,
                                        const NwItem    *page);
void     nw_screening_find_candidates  (NwScreening     *self);
void     nw_screening_update_pages     (NwScreening     *self);
gboolean nw_screening_is_wanting       (NwScreening     *self,
                                        NwResponseItem  *item);
void     nw_screening_foreach_asked    (NwScreening     *self,
                                        NwAskedFunc      func,
                                        gpointer         user_data);

/* nw-screening.c */
void     nw_screening_remember         (NwScreening     *self,
                                        const NwItem    *changed);

G_END_DECLS
