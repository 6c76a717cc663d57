/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the layout probe use of each other. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *layout_probe_find_text       (GtkWidget       *widget);
gboolean    layout_probe_get_seen_bounds (GtkWidget       *widget,
                                          GtkWidget       *window,
                                          graphene_rect_t *bounds);

void        layout_probe_write_parts     (GtkWidget       *window,
                                          GString         *report);
void        layout_probe_write_keys      (GtkWidget       *window,
                                          GString         *report);
void        layout_probe_draw_focus      (GtkWidget       *window,
                                          gboolean         drawn);
void        layout_probe_turn_around     (void);
void        layout_probe_turn_back       (GString         *report);

G_END_DECLS
