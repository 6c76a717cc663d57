/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "view/article/nw-article-outline.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_BAR (nw_article_bar_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleBar, nw_article_bar, NW, ARTICLE_BAR, GtkBox)

GtkWidget        *nw_article_bar_new         (void);
NwArticleOutline *nw_article_bar_get_outline (NwArticleBar *self);
void              nw_article_bar_set_place   (NwArticleBar *self,
                                              const char   *name);
void              nw_article_bar_close       (NwArticleBar *self);

G_END_DECLS
