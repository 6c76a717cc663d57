/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"

G_BEGIN_DECLS

GtkWidget *nw_article_head_new (NwArticle  *article,
                                GtkWidget **title);

G_END_DECLS
