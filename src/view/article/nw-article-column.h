/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_COLUMN (nw_article_column_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleColumn, nw_article_column, NW, ARTICLE_COLUMN, GtkLayoutManager)

guint      nw_article_column_find      (NwArticleColumn *self,
                                        double           y);
GtkWidget *nw_article_column_get_child (NwArticleColumn *self,
                                        guint            index);
double     nw_article_column_get_top   (NwArticleColumn *self,
                                        guint            index);

void       nw_article_column_snapshot  (GtkWidget       *widget,
                                        GtkSnapshot     *snapshot);

G_END_DECLS
