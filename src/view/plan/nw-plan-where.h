/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which country, and where it matters which part of it. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-directory.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_WHERE (nw_plan_where_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanWhere, nw_plan_where, NW, PLAN_WHERE, GtkBox)

GtkWidget *nw_plan_where_new        (NwPlan      *plan,
                                     NwDirectory *directory,
                                     gboolean     with_region);
gboolean   nw_plan_where_take_focus (NwPlanWhere *self);
void       nw_plan_where_fold       (NwPlanWhere *self);

G_END_DECLS
