/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_PIECES (nw_pieces_get_type ())
G_DECLARE_DERIVABLE_TYPE (NwPieces, nw_pieces, NW, PIECES, GtkWidget)

/**
 * NwPiecesClass:
 * @build: makes the widget of a piece
 * @is_shown: whether a piece without a widget will be seen; by default it will
 * @guess: how high a piece without a widget will be, in lines of text
 *
 * What a list of pieces consists of.
 */
struct _NwPiecesClass
{
  GtkWidgetClass parent_class;

  GtkWidget *(*build)    (NwPieces *self,
                          guint     index);
  gboolean   (*is_shown) (NwPieces *self,
                          guint     index);
  double     (*guess)    (NwPieces *self,
                          guint     index);
};

void       nw_pieces_set_spacing (NwPieces *self,
                                  int       spacing);
void       nw_pieces_set_n       (NwPieces *self,
                                  guint     n);
guint      nw_pieces_get_n       (NwPieces *self);
GtkWidget *nw_pieces_get         (NwPieces *self,
                                  guint     index);
GtkWidget *nw_pieces_build       (NwPieces *self,
                                  guint     index);
gboolean   nw_pieces_is_shown    (NwPieces *self,
                                  guint     index);
void       nw_pieces_reveal_focus (NwPieces *self);
double     nw_pieces_guess_words (const char *text);

G_END_DECLS
