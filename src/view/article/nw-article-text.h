/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_TEXT (nw_article_text_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleText, nw_article_text, NW, ARTICLE_TEXT, GtkWidget)

GtkWidget *nw_article_text_new   (NwArticle           *article,
                                  const char          *text,
                                  const char          *css_class,
                                  const NwArticleRefs *refs);
void       nw_article_label_wrap (GtkLabel            *label);
GtkWidget *nw_article_words_new  (const char          *text,
                                  const char          *css_class);
GtkWidget *nw_article_label_new  (const char          *text,
                                  const char          *css_class);

G_END_DECLS
