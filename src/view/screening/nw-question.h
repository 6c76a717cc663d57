/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-field.h"
#include "view/screening/nw-item-list.h"

G_BEGIN_DECLS

#define NW_TYPE_QUESTION (nw_question_get_type ())
G_DECLARE_FINAL_TYPE (NwQuestion, nw_question, NW, QUESTION, GtkWidget)

GtkWidget      *nw_question_new         (NwScreening    *screening,
                                         NwResponseItem *item,
                                         const NwLead   *lead);
NwResponseItem *nw_question_get_item    (NwQuestion     *self);
NwField        *nw_question_get_field   (NwQuestion     *self);
gboolean        nw_question_has_problem (NwQuestion     *self);
void            nw_question_announce    (GtkWidget      *widget,
                                         const char     *text);

G_END_DECLS
