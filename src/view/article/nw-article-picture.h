/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_PICTURE (nw_article_picture_get_type ())
G_DECLARE_FINAL_TYPE (NwArticlePicture, nw_article_picture, NW, ARTICLE_PICTURE, GtkWidget)

GtkWidget *nw_article_picture_new      (const char       *file,
                                        const char       *alternative);
gboolean   nw_article_picture_is_drawn (NwArticlePicture *self);

G_END_DECLS
