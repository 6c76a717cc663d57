/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_BANNER (nw_banner_get_type ())
G_DECLARE_FINAL_TYPE (NwBanner, nw_banner, NW, BANNER, GtkWidget)

GtkWidget *nw_banner_new        (void);
void       nw_banner_show       (NwBanner   *self,
                                 const char *icon_name,
                                 const char *text);
gboolean   nw_banner_hide       (NwBanner   *self);
gboolean   nw_banner_is_shown   (NwBanner   *self);
void       nw_banner_add_button (NwBanner   *self,
                                 const char *label,
                                 const char *detailed_action);
void       nw_banner_set_narrow (NwBanner   *self,
                                 gboolean    narrow);

G_END_DECLS
