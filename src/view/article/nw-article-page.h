/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"
#include "view/widgets/nw-page.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_PAGE (nw_article_page_get_type ())
G_DECLARE_FINAL_TYPE (NwArticlePage, nw_article_page, NW, ARTICLE_PAGE, GtkWidget)

GtkWidget *nw_article_page_new             (GSettings  *settings);
GtkWidget *nw_article_page_new_for_article (GSettings  *settings,
                                            NwArticle  *article,
                                            NwFindings *findings);

G_END_DECLS
