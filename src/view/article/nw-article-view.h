/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"
#include "view/widgets/nw-page.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_VIEW (nw_article_view_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleView, nw_article_view, NW, ARTICLE_VIEW, GtkWidget)

GtkWidget  *nw_article_view_new            (NwArticle     *article);
void        nw_article_view_set_layout     (NwArticleView *self,
                                            NwLayout       layout);

guint       nw_article_view_get_n_pieces   (NwArticleView *self);
gboolean    nw_article_view_build          (NwArticleView *self,
                                            guint          piece);
void        nw_article_view_build_place    (NwArticleView *self,
                                            guint          place);
void        nw_article_view_build_all      (NwArticleView *self);
gboolean    nw_article_view_is_place_built (NwArticleView *self,
                                            guint          place);
int         nw_article_view_find_unbuilt   (NwArticleView *self,
                                            double         top,
                                            double         bottom);
GtkWidget  *nw_article_view_get_piece      (NwArticleView *self,
                                            guint          piece);
double      nw_article_view_get_piece_top  (NwArticleView *self,
                                            guint          piece);
GPtrArray  *nw_article_view_dup_labels     (NwArticleView *self,
                                            guint          piece);
GPtrArray  *nw_article_view_dup_texts      (NwArticleView *self,
                                            guint          piece);

guint       nw_article_view_get_n_places   (NwArticleView *self);
const char *nw_article_view_get_place_id   (NwArticleView *self,
                                            guint          place);
const char *nw_article_view_get_place_name (NwArticleView *self,
                                            guint          place);
int         nw_article_view_find_place     (NwArticleView *self,
                                            const char    *id);
int         nw_article_view_find_place_at  (NwArticleView *self,
                                            double         y);
GtkWidget  *nw_article_view_get_child_at   (NwArticleView *self,
                                            double         y);
GtkWidget  *nw_article_view_get_place      (NwArticleView *self,
                                            guint          place);
GtkWidget  *nw_article_view_get_heading    (NwArticleView *self,
                                            int            place);

G_END_DECLS
