/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "view/article/nw-article-view.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_SCROLL (nw_article_scroll_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleScroll, nw_article_scroll, NW, ARTICLE_SCROLL, GObject)

NwArticleScroll *nw_article_scroll_new           (GtkScrolledWindow *scroller,
                                                  NwArticleView     *view);
void             nw_article_scroll_by            (NwArticleScroll   *self,
                                                  double             distance);
void             nw_article_scroll_to_start      (NwArticleScroll   *self);
void             nw_article_scroll_to_end        (NwArticleScroll   *self);
void             nw_article_scroll_to_place      (NwArticleScroll   *self,
                                                  int                place,
                                                  double             fraction);
void             nw_article_scroll_show_widget   (NwArticleScroll   *self,
                                                  GtkWidget         *widget);
void             nw_article_scroll_show_text     (NwArticleScroll   *self,
                                                  GtkLabel          *label,
                                                  gsize              offset);
void             nw_article_scroll_hold          (NwArticleScroll   *self,
                                                  gboolean           hold);
gboolean         nw_article_scroll_is_used       (NwArticleScroll   *self);
double           nw_article_scroll_get_position  (NwArticleScroll   *self,
                                                  GtkWidget         *widget);
int              nw_article_scroll_get_current   (NwArticleScroll   *self);
char            *nw_article_scroll_dup_place     (NwArticleScroll   *self);
void             nw_article_scroll_restore_place (NwArticleScroll   *self,
                                                  const char        *place);
gboolean         nw_article_scroll_build_near    (NwArticleScroll   *self);

G_END_DECLS
