/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"

G_BEGIN_DECLS

/**
 * NwPrintPiece:
 * @layout: (nullable): a text
 * @picture: (nullable): a drawing’s file, in the place of a text
 * @picture_width: how wide the drawing is in its own measures
 * @width: the picture’s or bar’s width
 * @height: the height of a piece that is not divided, 0 for a text
 * @indent: how far it stands in
 * @space: the space above it
 * @keep_with_next: whether the next piece has to follow on the same page
 * @ruled: whether a line stands at its side: it belongs to a reason
 * @mark: (nullable): what stands in the indent, such as a bullet
 * @verdict: which circle to draw before the text, or -1 for none
 * @share: how much of a bar is full, from 0 to 1, or -1 where it is no bar
 *
 * What is printed in one piece. All measures are points.
 */
typedef struct
{
  PangoLayout *layout;
  PangoLayout *mark;
  const char  *picture;
  int          picture_width;
  double       width;
  double       height;
  double       indent;
  double       space;
  double       share;
  int          verdict;
  gboolean     keep_with_next;
  gboolean     ruled;
} NwPrintPiece;

GPtrArray *nw_print_text_create           (NwArticle       *article,
                                           GtkPrintContext *context,
                                           double           width,
                                           double           page_height);
int        nw_print_piece_get_n_lines     (NwPrintPiece    *piece);
double     nw_print_piece_get_line_height (NwPrintPiece    *piece,
                                           int              line);
void       nw_print_piece_draw_line       (NwPrintPiece    *piece,
                                           int              line,
                                           cairo_t         *cr,
                                           double           x,
                                           double           y);

G_END_DECLS
