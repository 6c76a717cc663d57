/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NwStyledFunc:
 * @widget: the widget that waited
 *
 * Called once GTK has seen to the styles of all that is in its window.
 */
typedef void (*NwStyledFunc) (GtkWidget *widget);

gboolean nw_style_wait_begin (GtkWidget    *widget,
                              NwStyledFunc  styled);
void     nw_style_wait_end   (GtkWidget    *widget);

G_END_DECLS
