/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"
#include "view/widgets/nw-page.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_PLACE (nw_article_place_get_type ())
G_DECLARE_FINAL_TYPE (NwArticlePlace, nw_article_place, NW, ARTICLE_PLACE, GtkWidget)

GtkWidget *nw_article_place_new          (NwArticle      *article,
                                          guint           index);
void       nw_article_place_set_layout   (NwArticlePlace *self,
                                          NwLayout        layout);
guint      nw_article_place_get_n_pieces (NwArticlePlace *self);
gboolean   nw_article_place_is_built     (NwArticlePlace *self);
gboolean   nw_article_place_build        (NwArticlePlace *self,
                                          guint           piece);
void       nw_article_place_build_all    (NwArticlePlace *self);
int        nw_article_place_find_unbuilt (NwArticlePlace *self,
                                          double          top,
                                          double          bottom);
GtkWidget *nw_article_place_get_piece    (NwArticlePlace *self,
                                          guint           piece);
double     nw_article_place_get_offset   (NwArticlePlace *self,
                                          guint           piece);
GPtrArray *nw_article_place_dup_texts    (NwArticlePlace *self,
                                          guint           piece);

G_END_DECLS
