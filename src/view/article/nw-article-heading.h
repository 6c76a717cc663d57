/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nw_article_section_heading_new (const char *text,
                                           const char *css_class,
                                           int         number);

G_END_DECLS
