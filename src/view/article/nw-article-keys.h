/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "view/article/nw-article-scroll.h"

G_BEGIN_DECLS

void nw_article_keys_add (GtkScrolledWindow *scroller,
                          NwArticleScroll   *self);

G_END_DECLS
