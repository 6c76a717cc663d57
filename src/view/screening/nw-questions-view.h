/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_QUESTIONS_VIEW (nw_questions_view_get_type ())
G_DECLARE_FINAL_TYPE (NwQuestionsView, nw_questions_view, NW, QUESTIONS_VIEW, GtkWidget)

/**
 * NwFocusPlace:
 * @item: the question with the focus; only to be compared
 * @nth: which of what can take the focus in it
 *
 * Where the focus was on a page of a form.
 */
typedef struct
{
  gconstpointer item;
  guint         nth;
} NwFocusPlace;

GtkWidget *nw_questions_view_new           (NwScreening     *screening,
                                            gboolean         again);
gboolean   nw_questions_view_get_place     (NwQuestionsView *self,
                                            NwFocusPlace    *place);
gboolean   nw_questions_view_focus_place   (NwQuestionsView    *self,
                                            const NwFocusPlace *place);
gboolean   nw_questions_view_press_number  (NwQuestionsView *self,
                                            guint            number);
void       nw_questions_view_focus_problem (NwQuestionsView *self);
gboolean   nw_questions_view_focus_item    (NwQuestionsView *self,
                                            const NwItem    *item);
gboolean   nw_questions_view_focus_instance (NwQuestionsView *self,
                                             gconstpointer    instance);

G_END_DECLS
