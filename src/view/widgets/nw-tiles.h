/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_TILES_LAYOUT (nw_tiles_layout_get_type ())
G_DECLARE_FINAL_TYPE (NwTilesLayout, nw_tiles_layout, NW, TILES_LAYOUT, GtkLayoutManager)

GtkLayoutManager *nw_tiles_layout_new (int min_chars,
                                       int spacing);

#define NW_TYPE_TILES (nw_tiles_get_type ())
G_DECLARE_FINAL_TYPE (NwTiles, nw_tiles, NW, TILES, GtkWidget)

GtkWidget *nw_tiles_new    (int        min_chars,
                            int        spacing);
void       nw_tiles_append (NwTiles   *self,
                            GtkWidget *child);

G_END_DECLS
