/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks before everything is deleted, and says what goes. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_PLAN_DELETE (nw_plan_delete_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanDelete, nw_plan_delete, NW, PLAN_DELETE, GtkWindow)

void nw_plan_delete_ask (GtkWidget *from);

G_END_DECLS
