/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_OUTLINE (nw_article_outline_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleOutline, nw_article_outline, NW, ARTICLE_OUTLINE, GtkWidget)

void nw_article_outline_append      (NwArticleOutline *self,
                                     const char       *name,
                                     int               number);
void nw_article_outline_set_current (NwArticleOutline *self,
                                     int               place);
int  nw_article_outline_get_current (NwArticleOutline *self);

G_END_DECLS
