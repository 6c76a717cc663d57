/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pieces are built when, and what stays where it is while they are. */

#include "config.h"

#include "view/widgets/nw-pieces-private.h"
#include "view/widgets/nw-reveal.h"

/* So many are built in idle time, seen or not, with those within each other; and
 * so many where something reads the windows, which sees no other pieces. */
#define MOST_UNSEEN 40
#define MOST_READ 400

/* What of the list is seen, in its own coordinates: all of it where nothing scrolls. */
static NwPiecesRange
get_seen_range (NwPieces *self)
{
  GtkAdjustment *adjustment = nw_reveal_get_adjustment (GTK_WIDGET (self));
  NwPiecesRange range = { 0, G_MAXINT };
  double top;
  double height;

  if (!nw_reveal_find_place (GTK_WIDGET (self), &top, &height))
    return range;
  range.top = gtk_adjustment_get_value (adjustment) - top;
  range.bottom = range.top + gtk_adjustment_get_page_size (adjustment);
  return range;
}

/* The first piece in @range that is to be built, or -1. */
int
nw_pieces_find_unbuilt (NwPieces      *self,
                        NwPiecesRange  range)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);

  if (priv->n_built == priv->pieces->len)
    return -1;
  for (guint i = 0; i < priv->pieces->len; i++)
    {
      const NwPiece *piece = nw_pieces_get_piece (priv, i);

      if (piece->y > range.bottom)
        break;
      if (piece->widget == NULL && piece->y + piece->height >= range.top
          && nw_pieces_is_shown (self, i))
        return (int) i;
    }
  return -1;
}

/* What may still be built for the frame, in pixels: by all lists together, since
 * they are laid out and painted together. */
static gint64 budget_frame = -1;
static int budget;

static gboolean
has_budget (NwPiecesPrivate *priv)
{
  gint64 frame = gdk_frame_clock_get_frame_counter (priv->clock);

  if (frame != budget_frame)
    budget = NW_PIECES_FRAME_HEIGHT;
  budget_frame = frame;
  return budget > 0;
}

/* Builds what is seen, and no more than the frame has time for: somebody who waits
 * for the whole of a window waits longer for all of it. */
static gboolean
build_seen (NwPieces      *self,
            NwPiecesRange  range)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);
  gboolean built = FALSE;
  int index;

  while ((priv->wants_reveal || has_budget (priv))
         && (index = nw_pieces_find_unbuilt (self, range)) >= 0)
    {
      budget -= nw_pieces_get_guess (self, (guint) index) + priv->spacing;
      nw_pieces_build (self, (guint) index);
      built = TRUE;
    }
  return built;
}

/* Before GTK sees to the styles of the frame, so that what is built is measured
 * with its own and not once more in the next one. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NwPieces *self = NW_PIECES (widget);
  NwPiecesPrivate *priv = nw_pieces_get_private (self);

  priv->tick_id = 0;
  if (gtk_widget_get_mapped (widget))
    build_seen (self, get_seen_range (self));
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

static void
go_on_next_frame (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);

  if (priv->tick_id == 0)
    priv->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* What is built of the outermost list around this one. */
static guint
count_around (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);
  guint n = priv->n_within;

  for (GtkWidget *it = gtk_widget_get_parent (GTK_WIDGET (self)); it != NULL;
       it = gtk_widget_get_parent (it))
    if (NW_IS_PIECES (it))
      {
        priv = nw_pieces_get_private (NW_PIECES (it));
        n = priv->n_within;
      }
  return n;
}

/* What is near first, so that it is there when one comes to it. */
static int
find_next_for_idle (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);
  NwPiecesRange range = get_seen_range (self);
  double page = range.bottom - range.top;
  NwPiecesRange near = { range.top - page, range.bottom + page };
  NwPiecesRange all = { 0, G_MAXINT };
  guint most = nw_a11y_status_is_used (priv->a11y_status) ? MOST_READ : MOST_UNSEEN;
  int index = nw_pieces_find_unbuilt (self, near);

  if (index < 0 && count_around (self) < most)
    index = nw_pieces_find_unbuilt (self, all);
  return index;
}

static gboolean
idle_cb (gpointer user_data)
{
  NwPieces *self = NW_PIECES (user_data);
  NwPiecesPrivate *priv = nw_pieces_get_private (self);
  int index = find_next_for_idle (self);

  /* The next one is asked for behind the layout of this one. */
  priv->idle_id = 0;
  if (index >= 0)
    nw_pieces_build (self, (guint) index);
  return G_SOURCE_REMOVE;
}

void
nw_pieces_start_idle (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);

  if (priv->idle_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self))
      && find_next_for_idle (self) >= 0)
    priv->idle_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, idle_cb, self, NULL);
}

static gboolean
is_at_end (NwPieces *self)
{
  GtkAdjustment *adjustment = nw_reveal_get_adjustment (GTK_WIDGET (self));
  double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;

  return value >= 1
         && value + gtk_adjustment_get_page_size (adjustment) + 1
              >= gtk_adjustment_get_upper (adjustment);
}

static void
stay_at_anchor (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);
  GtkAdjustment *adjustment = nw_reveal_get_adjustment (GTK_WIDGET (self));
  int delta;

  if (adjustment == NULL)
    return;
  if (priv->is_at_end && priv->n_within != priv->n_laid_out)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
      return;
    }
  if (priv->anchor < 0)
    return;
  delta = nw_pieces_get_piece (priv, (guint) priv->anchor)->y - priv->anchor_y;
  if (delta != 0)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + delta);
}

/* The first piece that is seen and built, since what is built at the edge grows
 * downwards. None where the edge is above or below the list: what is around it
 * sees to it. */
void
nw_pieces_note_anchor (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);
  NwPiecesRange range = get_seen_range (self);

  priv->anchor = -1;
  priv->is_at_end = is_at_end (self);
  if (range.top < 1)
    return;
  for (guint i = 0; i < priv->pieces->len; i++)
    {
      const NwPiece *piece = nw_pieces_get_piece (priv, i);
      gboolean has_place = piece->widget != NULL && gtk_widget_get_height (piece->widget) > 0;

      if (piece->y >= range.bottom)
        return;
      if (piece->height == 0 || piece->y + piece->height <= range.top
          || (!has_place && priv->anchor >= 0))
        continue;
      priv->anchor = (int) i;
      priv->anchor_y = piece->y;
      if (has_place)
        return;
    }
}

static void
reveal_focus (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkAdjustment *adjustment = nw_reveal_get_adjustment (GTK_WIDGET (self));
  double before;

  /* What is built where one comes to may push it away again. */
  priv->wants_reveal = FALSE;
  if (adjustment == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  before = gtk_adjustment_get_value (adjustment);
  nw_reveal_widget (focus);
  priv->wants_reveal = gtk_adjustment_get_value (adjustment) != before;
}

/* Behind GTK’s own layout and before anything is painted: what is built now is
 * laid out within the same frame, while GTK does so. */
void
nw_pieces_laid_out (NwPieces *self)
{
  NwPiecesPrivate *priv = nw_pieces_get_private (self);
  gboolean is_last = nw_layout_rounds_is_last (priv->clock);
  gboolean is_new = priv->n_within != priv->n_laid_out;
  NwPiecesRange range;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (is_last)
    {
      nw_layout_rounds_put_off (GTK_WIDGET (self));
      return;
    }
  stay_at_anchor (self);
  nw_pieces_note_anchor (self);
  range = get_seen_range (self);
  priv->n_laid_out = priv->n_within;
  /* What was built for this frame is enough for it. */
  if ((!is_new || priv->wants_reveal) && build_seen (self, range))
    return;
  if (nw_pieces_find_unbuilt (self, range) >= 0)
    {
      go_on_next_frame (self);
      return;
    }
  if (priv->wants_reveal)
    reveal_focus (self);
  nw_pieces_start_idle (self);
}
