/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Prepare: an overview and the places behind it. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan-keeper.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_PAGE (nw_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanPage, nw_plan_page, NW, PLAN_PAGE, GtkWidget)

GtkWidget *nw_plan_page_new (NwPlanKeeper *keeper);

G_END_DECLS
