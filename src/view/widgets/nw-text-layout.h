/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_TEXT_LAYOUT (nw_text_layout_get_type ())
G_DECLARE_FINAL_TYPE (NwTextLayout, nw_text_layout, NW, TEXT_LAYOUT, GtkLayoutManager)

void         nw_text_layout_add (GtkLabel *label,
                                 int       least_chars,
                                 gboolean  fills);
PangoLayout *nw_text_layout_get (GtkLabel *label,
                                 int       width);

G_END_DECLS
