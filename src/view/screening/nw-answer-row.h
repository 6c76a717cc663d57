/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NwAnswerKind:
 * @NW_ANSWER_RADIO: one of the rows can be chosen
 * @NW_ANSWER_CHECK: each row can be chosen by itself
 *
 * What a row is to the eye and to a screen reader.
 */
typedef enum
{
  NW_ANSWER_RADIO,
  NW_ANSWER_CHECK,
} NwAnswerKind;

#define NW_TYPE_ANSWER_ROW (nw_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (NwAnswerRow, nw_answer_row, NW, ANSWER_ROW, GtkButton)

GtkWidget   *nw_answer_row_new        (NwAnswerKind  kind,
                                       const char   *text,
                                       gboolean      fills);
const char  *nw_answer_row_get_text   (NwAnswerRow  *self);
void         nw_answer_row_set_number (NwAnswerRow  *self,
                                       guint         number);
void         nw_answer_row_set_chosen (NwAnswerRow  *self,
                                       gboolean      chosen);
gboolean     nw_answer_row_get_chosen (NwAnswerRow  *self);

G_END_DECLS
