/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_ICON_ARRAY (nw_icon_array_get_type ())
G_DECLARE_FINAL_TYPE (NwIconArray, nw_icon_array, NW, ICON_ARRAY, GtkWidget)

GtkWidget *nw_icon_array_new (int count);

G_END_DECLS
