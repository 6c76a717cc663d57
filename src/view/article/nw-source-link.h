/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/article/nw-article.h"

G_BEGIN_DECLS

#define NW_TYPE_SOURCE_LINK (nw_source_link_get_type ())
G_DECLARE_FINAL_TYPE (NwSourceLink, nw_source_link, NW, SOURCE_LINK, GtkButton)

GtkWidget  *nw_source_link_new         (const NwArticleSource *source);
GtkWidget  *nw_source_link_new_address (const NwArticleSource *source);
const char *nw_source_link_get_address (NwSourceLink          *self);
char       *nw_source_describe         (const NwArticleSource *source);

G_END_DECLS
