/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strips along the top of the window: what is due, what is not kept, and what is not translated. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan-keeper.h"

G_BEGIN_DECLS

#define NW_TYPE_WINDOW_STRIPS (nw_window_strips_get_type ())
G_DECLARE_FINAL_TYPE (NwWindowStrips, nw_window_strips, NW, WINDOW_STRIPS, GObject)

NwWindowStrips *nw_window_strips_new        (GtkApplicationWindow *window,
                                             GtkBox               *box,
                                             NwPlanKeeper         *keeper);
void            nw_window_strips_set_narrow (NwWindowStrips       *self,
                                             gboolean              narrow);

G_END_DECLS
