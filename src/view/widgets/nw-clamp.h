/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_CLAMP (nw_clamp_get_type ())
G_DECLARE_FINAL_TYPE (NwClamp, nw_clamp, NW, CLAMP, GtkWidget)

GtkWidget *nw_clamp_new       (void);
void       nw_clamp_set_child (NwClamp   *self,
                               GtkWidget *child);
GtkWidget *nw_clamp_get_child (NwClamp   *self);

G_END_DECLS
