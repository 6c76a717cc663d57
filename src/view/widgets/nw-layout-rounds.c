/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often what changes behind a layout may have it laid out again. */

#include "config.h"

#include "view/widgets/nw-layout-rounds.h"

/* GTK lays out four times within a frame, and warns where a fifth is asked for. The
 * fourth is for what is laid out first in the third and asks once more. */
#define MOST_LAYOUTS 3

/**
 * nw_layout_rounds_is_last:
 * @rounds: how often the frame has been laid out so far
 * @clock: the clock that lays out now
 *
 * Counts a layout. To be called once for each.
 *
 * Returns: whether GTK lays out no more within this frame
 */
gboolean
nw_layout_rounds_is_last (NwLayoutRounds *rounds,
                          GdkFrameClock  *clock)
{
  gint64 frame;

  g_return_val_if_fail (rounds != NULL, FALSE);
  g_return_val_if_fail (GDK_IS_FRAME_CLOCK (clock), FALSE);

  frame = gdk_frame_clock_get_frame_counter (clock);
  rounds->n_layouts = frame == rounds->frame ? rounds->n_layouts + 1 : 1;
  rounds->frame = frame;
  return rounds->n_layouts >= MOST_LAYOUTS;
}

static gboolean
next_frame_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  gtk_widget_queue_allocate (widget);
  return G_SOURCE_REMOVE;
}

/**
 * nw_layout_rounds_put_off:
 * @widget: a widget
 *
 * Has the widget laid out in the next frame.
 */
void
nw_layout_rounds_put_off (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_tick_callback (widget, next_frame_cb, NULL, NULL);
}
