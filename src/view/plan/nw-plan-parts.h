/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pieces that the parts of the page Prepare have in common. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nw_plan_parts_new_label   (const char *text,
                                      const char *css_class);
GtkWidget *nw_plan_parts_new_heading (const char *text,
                                      const char *css_class);
GtkWidget *nw_plan_parts_new_entry   (GtkWidget  *content);
GtkWidget *nw_plan_parts_new_bullet  (const char *text);
GtkWidget *nw_plan_parts_new_link    (const char *address,
                                      const char *what);
void       nw_plan_parts_clear       (GtkWidget  *box);
void       nw_plan_parts_set_class   (GtkWidget  *widget,
                                      const char *prefix,
                                      const char *css_class);

G_END_DECLS
