/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Read in a window of its own, and what of it is where. */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"
#include "view/article/nw-article-view.h"

G_BEGIN_DECLS

typedef struct
{
  GSettings     *settings;
  GtkWidget     *window;
  GtkWidget     *page;
  NwArticleView *view;
  GtkAdjustment *adjustment;
} Reading;

void     reading_begin   (Reading    *self,
                          NwArticle  *article,
                          const char *place);
void     reading_end     (Reading    *self);
void     reading_paint   (Reading    *self);
double   reading_get_top (Reading    *self,
                          GtkWidget  *widget);
gboolean reading_is_seen (Reading    *self,
                          GtkWidget  *widget);

G_END_DECLS
