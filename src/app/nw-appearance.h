/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_APPEARANCE (nw_appearance_get_type ())
G_DECLARE_FINAL_TYPE (NwAppearance, nw_appearance, NW, APPEARANCE, GObject)

NwAppearance *nw_appearance_new (GdkDisplay *display,
                                 GSettings  *settings);

G_END_DECLS
