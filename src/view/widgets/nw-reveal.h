/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkAdjustment *nw_reveal_get_adjustment (GtkWidget *widget);
gboolean       nw_reveal_find_place     (GtkWidget *widget,
                                         double    *top,
                                         double    *height);
void           nw_reveal_widget         (GtkWidget *widget);
void           nw_reveal_get_seen       (GtkWidget *widget,
                                         double    *from,
                                         double    *to);
void           nw_reveal_snapshot       (GtkWidget   *widget,
                                         GtkSnapshot *snapshot);

G_END_DECLS
