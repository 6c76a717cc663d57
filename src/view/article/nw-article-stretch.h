/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_STRETCH (nw_article_stretch_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleStretch, nw_article_stretch, NW, ARTICLE_STRETCH, GtkWidget)

void       nw_article_stretch_fill      (GtkWidget *column,
                                         GPtrArray *places);
guint      nw_article_stretch_find      (GtkWidget *column,
                                         double     y);
GtkWidget *nw_article_stretch_get_child (GtkWidget *column,
                                         guint      index,
                                         double    *top);

G_END_DECLS
