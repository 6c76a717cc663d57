/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     nw_layout_rounds_count   (GdkFrameClock *clock);
gboolean nw_layout_rounds_is_last (GdkFrameClock *clock);
void     nw_layout_rounds_put_off (GtkWidget     *widget);

G_END_DECLS
