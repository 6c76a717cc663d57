/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/widgets/nw-a11y-status.h"
#include "view/widgets/nw-layout-rounds.h"
#include "view/widgets/nw-pieces.h"
#include "view/widgets/nw-style-wait.h"

G_BEGIN_DECLS

/* In pixels: what is built for one frame, and about a window, which takes a few. */
#define NW_PIECES_FRAME_HEIGHT 180
#define NW_PIECES_WINDOW_HEIGHT 900

/* A stretch of the list, in its own coordinates. */
typedef struct
{
  double top;
  double bottom;
} NwPiecesRange;

typedef struct
{
  GtkWidget *widget;
  int        guess;  /* in pixels; 0 before it is asked for */
  int        y;
  int        height; /* 0 where it is not seen */
  guint      age;    /* the list’s, when it was built */
} NwPiece;

typedef struct
{
  GArray         *pieces;
  int             spacing;
  guint           n_built;
  /* With what is built of lists within its pieces. */
  guint           n_within;
  int             line_height;
  /* The guesses of what pieces say, and their sum. */
  guint           n_guessed;
  gint64          guessed;

  GdkFrameClock  *clock;
  gulong          layout_id;
  GtkAdjustment  *adjustment;
  gulong          scrolled_id;
  guint           tick_id;
  guint           idle_id;
  NwA11yStatus   *a11y_status;

  /* What stands at the upper edge, and where it was: it stays there where what
   * is above turns out to be of another height. */
  int             anchor;
  int             anchor_y;
  /* Whoever is at the very end stays there, too, where something was built
   * since the last layout. */
  gboolean        is_at_end;
  guint           n_laid_out;
  gboolean        wants_reveal;

  /* Whether the pieces of this age wait for their styles. Until then they are as high
   * as was guessed. */
  gboolean        waits;
  guint           age;
} NwPiecesPrivate;

/* nw-pieces.c */
NwPiecesPrivate *nw_pieces_get_private   (NwPieces        *self);
NwPiece         *nw_pieces_get_piece     (NwPiecesPrivate *priv,
                                          guint            index);
int              nw_pieces_get_guess     (NwPieces        *self,
                                          guint            index);

/* nw-pieces-scroll.c */
int              nw_pieces_find_unbuilt  (NwPieces        *self,
                                          NwPiecesRange    range);
void             nw_pieces_note_anchor   (NwPieces        *self);
void             nw_pieces_start_idle    (NwPieces        *self);
void             nw_pieces_laid_out      (NwPieces        *self);

G_END_DECLS
