/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_QUESTIONS_VIEW (nw_questions_view_get_type ())
G_DECLARE_FINAL_TYPE (NwQuestionsView, nw_questions_view, NW, QUESTIONS_VIEW, GtkWidget)

GtkWidget *nw_questions_view_new           (NwScreening     *screening);
gboolean   nw_questions_view_press_number  (NwQuestionsView *self,
                                            guint            number);
void       nw_questions_view_focus_problem (NwQuestionsView *self);
gboolean   nw_questions_view_focus_item    (NwQuestionsView *self,
                                            const NwItem    *item);

G_END_DECLS
