/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nw_words_new        (const char *text,
                                const char *css_class);
void       nw_words_fill       (GtkLabel   *label);
GtkWidget *nw_words_new_bullet (const char *text,
                                const char *css_class);
GtkWidget *nw_words_new_lines  (const char *text,
                                const char *css_class);

G_END_DECLS
