/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often what changes behind a layout may have it laid out again. */

#include "config.h"

#include "view/widgets/nw-layout-rounds.h"

/* GTK lays out four times within a frame, and warns where a fifth is asked for. The
 * fourth is for what asks once more in the third. */
#define MOST_LAYOUTS 3

/* Of one clock: what comes into being within a frame does not begin to count anew. */
typedef struct
{
  gint64 frame;
  guint  n_layouts;
} Rounds;

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("nw-layout-rounds");
}

static void
layout_cb (GdkFrameClock *clock,
           Rounds        *rounds)
{
  gint64 frame = gdk_frame_clock_get_frame_counter (clock);

  rounds->n_layouts = frame == rounds->frame ? rounds->n_layouts + 1 : 1;
  rounds->frame = frame;
}

/**
 * nw_layout_rounds_count:
 * @clock: the clock of a window
 *
 * Begins to count how often the window is laid out in each frame. To be called before
 * nw_layout_rounds_is_last(), as soon as there is a clock; once is enough.
 */
void
nw_layout_rounds_count (GdkFrameClock *clock)
{
  Rounds *rounds;

  g_return_if_fail (GDK_IS_FRAME_CLOCK (clock));

  if (g_object_get_qdata (G_OBJECT (clock), get_quark ()) != NULL)
    return;
  rounds = g_new0 (Rounds, 1);
  g_object_set_qdata_full (G_OBJECT (clock), get_quark (), rounds, g_free);
  g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), rounds);
}

/**
 * nw_layout_rounds_is_last:
 * @clock: a clock that lays out now
 *
 * Returns: whether nobody may ask for another layout within this frame
 */
gboolean
nw_layout_rounds_is_last (GdkFrameClock *clock)
{
  const Rounds *rounds;

  g_return_val_if_fail (GDK_IS_FRAME_CLOCK (clock), FALSE);

  rounds = g_object_get_qdata (G_OBJECT (clock), get_quark ());
  return rounds != NULL && rounds->n_layouts >= MOST_LAYOUTS;
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
