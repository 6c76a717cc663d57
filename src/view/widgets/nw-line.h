/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_LINE (nw_line_get_type ())
G_DECLARE_FINAL_TYPE (NwLine, nw_line, NW, LINE, GtkWidget)

GtkWidget *nw_line_new         (int        spacing);
void       nw_line_append      (NwLine    *self,
                                GtkWidget *child);
void       nw_line_set_stacked (NwLine    *self,
                                gboolean   stacked);
void       nw_line_set_painted (NwLine   *self,
                                gboolean  painted);

G_END_DECLS
