/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "view/article/nw-article-scroll.h"
#include "view/article/nw-article-view.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_FIND (nw_article_find_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleFind, nw_article_find, NW, ARTICLE_FIND, GtkWidget)

GtkWidget *nw_article_find_new         (NwArticleView   *view,
                                        NwArticleScroll *scroll);
void       nw_article_find_open        (NwArticleFind   *self);
void       nw_article_find_close       (NwArticleFind   *self);
void       nw_article_find_step        (NwArticleFind   *self,
                                        int              step);
void       nw_article_find_refresh     (NwArticleFind   *self);
guint      nw_article_find_get_n_hits  (NwArticleFind   *self);
int        nw_article_find_get_current (NwArticleFind   *self);

G_END_DECLS
