/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"
#include "view/widgets/nw-page.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_VIEW (nw_article_view_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleView, nw_article_view, NW, ARTICLE_VIEW, GtkBox)

GtkWidget  *nw_article_view_new            (NwArticle     *article);
void        nw_article_view_set_layout     (NwArticleView *self,
                                            NwLayout       layout);
gboolean    nw_article_view_build_more     (NwArticleView *self,
                                            guint          n_blocks);
void        nw_article_view_build_to       (NwArticleView *self,
                                            guint          place);
void        nw_article_view_build_all      (NwArticleView *self);
guint       nw_article_view_get_n_places   (NwArticleView *self);
const char *nw_article_view_get_place_id   (NwArticleView *self,
                                            guint          place);
const char *nw_article_view_get_place_name (NwArticleView *self,
                                            guint          place);
int         nw_article_view_find_place     (NwArticleView *self,
                                            const char    *id);
GtkWidget  *nw_article_view_get_place      (NwArticleView *self,
                                            guint          place);
GtkWidget  *nw_article_view_get_heading    (NwArticleView *self,
                                            int            place);
GPtrArray  *nw_article_view_dup_labels     (NwArticleView *self);

G_END_DECLS
