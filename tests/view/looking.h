/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the widgets look for, and when they have come to rest. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       settle               (void);
void       build_all            (GtkWidget  *root);
GtkWidget *find_widget          (GtkWidget  *root,
                                 GType       type,
                                 guint       n);
GtkWidget *find_visible_widget  (GtkWidget  *root,
                                 GType       type,
                                 guint       n);
GtkWidget *find_text            (GtkWidget  *root,
                                 const char *text);
guint      paint_frame          (GtkWidget             *window,
                                 cairo_surface_t       *canvas);
gboolean   has_ink              (cairo_surface_t       *canvas,
                                 const graphene_rect_t *bounds);

G_END_DECLS
