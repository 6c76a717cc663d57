/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_PAGE_SWITCHER (nw_page_switcher_get_type ())
G_DECLARE_FINAL_TYPE (NwPageSwitcher, nw_page_switcher, NW, PAGE_SWITCHER, GtkWidget)

void  nw_page_switcher_set_to_do (NwPageSwitcher *self,
                                  guint           to_do);
guint nw_page_switcher_get_to_do (NwPageSwitcher *self);

G_END_DECLS
