/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All zero, it is empty. */
typedef struct
{
  cairo_surface_t *surface;
  /* The same, for a renderer on the graphics card. */
  GdkTexture      *texture;
} NwPainted;

cairo_t *nw_painted_begin    (NwPainted             *self,
                              int                    width,
                              int                    height);
void     nw_painted_snapshot (NwPainted             *self,
                              GtkWidget             *widget,
                              GtkSnapshot           *snapshot,
                              const graphene_rect_t *bounds);
void     nw_painted_clear    (NwPainted             *self);

G_END_DECLS
