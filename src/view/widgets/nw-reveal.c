/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scrolling to a widget, and painting what has been scrolled into view. */

#include "config.h"

#include "view/widgets/nw-reveal.h"

/* How much is to be seen around what is scrolled to, in pixels. */
#define AROUND 12.0
/* Shadows and focus rings reach beyond their widgets, by less than this. */
#define BEYOND 64.0

/**
 * nw_reveal_get_adjustment:
 * @widget: a widget
 *
 * Returns: (transfer none) (nullable): what scrolls it up and down
 */
GtkAdjustment *
nw_reveal_get_adjustment (GtkWidget *widget)
{
  GtkWidget *viewport;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  return viewport != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)) : NULL;
}

/**
 * nw_reveal_find_place:
 * @widget: a widget
 * @top: (out): how far down it is, as its adjustment counts
 * @height: (out): how high it is, in pixels
 *
 * Finds where a widget was laid out, whatever has been scrolled since.
 *
 * Returns: whether something scrolls it
 */
gboolean
nw_reveal_find_place (GtkWidget *widget,
                      double    *top,
                      double    *height)
{
  GtkWidget *viewport;
  graphene_rect_t bounds;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (top != NULL, FALSE);
  g_return_val_if_fail (height != NULL, FALSE);

  viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  if (viewport == NULL
      || !gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                     &bounds))
    return FALSE;
  *top = bounds.origin.y;
  *height = bounds.size.height;
  return TRUE;
}

/**
 * nw_reveal_widget:
 * @widget: a widget that has been laid out
 *
 * Scrolls as little as shows all of it, with a little around it. GTK does so
 * for what takes the focus, but only where that has its place already.
 */
void
nw_reveal_widget (GtkWidget *widget)
{
  GtkAdjustment *adjustment;
  double top;
  double height;
  double value;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!nw_reveal_find_place (widget, &top, &height))
    return;
  adjustment = nw_reveal_get_adjustment (widget);
  value = gtk_adjustment_get_value (adjustment);
  value = MAX (value, top + height + AROUND - gtk_adjustment_get_page_size (adjustment));
  value = MIN (value, top - AROUND);
  /* Not clamp_page (), which lets GTK 4.18 glide on to where it thought the
   * focus was before anything had its place. */
  gtk_adjustment_set_value (adjustment, value);
}

/**
 * nw_reveal_get_seen:
 * @widget: a widget
 * @from: (out): where what is seen of it begins, in pixels from its top
 * @to: (out): where it ends
 *
 * Finds which part of a widget is in sight, with a little around it; all of it
 * where nothing scrolls it.
 */
void
nw_reveal_get_seen (GtkWidget *widget,
                    double    *from,
                    double    *to)
{
  GtkAdjustment *adjustment;
  double top;
  double height;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (from != NULL);
  g_return_if_fail (to != NULL);

  *from = -G_MAXINT;
  *to = G_MAXINT;
  if (!nw_reveal_find_place (widget, &top, &height))
    return;
  adjustment = nw_reveal_get_adjustment (widget);
  *from = gtk_adjustment_get_value (adjustment) - top - BEYOND;
  *to = *from + gtk_adjustment_get_page_size (adjustment) + 2 * BEYOND;
}

/**
 * nw_reveal_snapshot:
 * @widget: a widget whose children stand below each other
 * @snapshot: where to paint
 *
 * For the `snapshot` of a class: paints those children that are seen. Cairo
 * would go through all there is, also far above and below the window, so each
 * frame would take longer the more is built. Who uses this calls
 * gtk_widget_queue_draw() with each layout, which scrolling brings about, too.
 */
void
nw_reveal_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  double from;
  double to;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  nw_reveal_get_seen (widget, &from, &to);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (child, widget, &bounds)
          && bounds.origin.y + bounds.size.height >= from && bounds.origin.y <= to)
        gtk_widget_snapshot_child (widget, child, snapshot);
    }
}
