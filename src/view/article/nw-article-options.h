/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"
#include "view/widgets/nw-page.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_OPTIONS (nw_article_options_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleOptions, nw_article_options, NW, ARTICLE_OPTIONS, GtkBox)

GtkWidget *nw_article_options_new        (NwArticle            *article,
                                          const NwArticleBlock *block);
void       nw_article_options_append     (NwArticleOptions     *self);
void       nw_article_options_set_layout (NwArticleOptions     *self,
                                          NwLayout              layout);

G_END_DECLS
