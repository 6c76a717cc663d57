/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_PRINT (nw_article_print_get_type ())
G_DECLARE_FINAL_TYPE (NwArticlePrint, nw_article_print, NW, ARTICLE_PRINT, GtkPrintOperation)

GtkPrintOperation *nw_article_print_new (NwArticle *article);

G_END_DECLS
