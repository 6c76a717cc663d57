/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"

G_BEGIN_DECLS

GtkWidget  *nw_article_heading_new         (const char            *text,
                                            const char            *css_class);
GtkWidget  *nw_article_source_list_new     (void);
void        nw_article_source_list_append  (GtkWidget             *list,
                                            NwArticle             *article,
                                            const NwArticleSource *source);
void        nw_article_further_list_append (GtkWidget             *list,
                                            NwArticle             *article,
                                            const NwArticleBlock  *block,
                                            guint                  index);
GtkWidget  *nw_article_block_new           (NwArticle             *article,
                                            const NwArticleBlock  *block);
char       *nw_source_dup_publisher        (const NwArticleSource *source);
const char *nw_article_get_verdict_label   (NwVerdict              verdict);
const char *nw_article_get_certainty_label (NwCertainty            certainty);

G_END_DECLS
