/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NwLayoutRounds:
 *
 * How often a frame has been laid out so far. Begins as zeros.
 */
typedef struct
{
  gint64 frame;
  guint  n_layouts;
} NwLayoutRounds;

gboolean nw_layout_rounds_is_last (NwLayoutRounds *rounds,
                                   GdkFrameClock  *clock);
void     nw_layout_rounds_put_off (GtkWidget      *widget);

G_END_DECLS
