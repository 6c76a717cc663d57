/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean nw_drawing_exists  (const char  *file);
gboolean nw_drawing_measure (const char  *file,
                             int         *width,
                             int         *height,
                             GError     **error);
void     nw_drawing_paint   (const char  *file,
                             cairo_t     *cr);
gboolean nw_drawing_run     (GBytes      *svg,
                             cairo_t     *cr,
                             int         *width,
                             int         *height,
                             GError     **error);

G_END_DECLS
