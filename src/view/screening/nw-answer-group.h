/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-answer-row.h"

G_BEGIN_DECLS

#define NW_TYPE_ANSWER_GROUP (nw_answer_group_get_type ())
G_DECLARE_FINAL_TYPE (NwAnswerGroup, nw_answer_group, NW, ANSWER_GROUP, GtkWidget)

GtkWidget *nw_answer_group_new            (NwAnswerKind    kind);
void       nw_answer_group_set_horizontal (NwAnswerGroup  *self);
void       nw_answer_group_set_fills      (NwAnswerGroup  *self);
void       nw_answer_group_append         (NwAnswerGroup  *self,
                                           const char     *text);
guint      nw_answer_group_get_length     (NwAnswerGroup  *self);
void       nw_answer_group_set_numbers    (NwAnswerGroup  *self,
                                           gboolean        numbers);
void       nw_answer_group_set_problem    (NwAnswerGroup  *self,
                                           const char     *problem);
void       nw_answer_group_set_chosen     (NwAnswerGroup  *self,
                                           guint           index,
                                           gboolean        chosen);
gboolean   nw_answer_group_get_chosen     (NwAnswerGroup  *self,
                                           guint           index);
guint      nw_answer_group_filter         (NwAnswerGroup  *self,
                                           const char     *text);
gboolean   nw_answer_group_press          (NwAnswerGroup  *self,
                                           guint           index);

G_END_DECLS
