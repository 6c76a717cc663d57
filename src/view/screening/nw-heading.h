/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_HEADING (nw_heading_get_type ())
G_DECLARE_FINAL_TYPE (NwHeading, nw_heading, NW, HEADING, GtkWidget)

GtkWidget *nw_heading_new       (const char *text,
                                 const char *css_class);
void       nw_heading_set_text  (NwHeading  *self,
                                 const char *text);
GtkWidget *nw_heading_find      (GtkWidget  *widget);

G_END_DECLS
