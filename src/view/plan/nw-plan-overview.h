/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left to do before the first appointment, on one page. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-directory.h"
#include "model/plan/nw-insurance-guide.h"
#include "model/plan/nw-plan-keeper.h"
#include "view/widgets/nw-page.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_OVERVIEW (nw_plan_overview_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanOverview, nw_plan_overview, NW, PLAN_OVERVIEW, GtkBox)

GtkWidget *nw_plan_overview_new         (NwPlanKeeper     *keeper,
                                         NwDirectory      *directory,
                                         NwInsuranceGuide *guide);
void       nw_plan_overview_set_layout  (NwPlanOverview   *self,
                                         NwLayout          layout);
void       nw_plan_overview_take_focus  (NwPlanOverview   *self,
                                         const char       *from);
void       nw_plan_overview_edit_date   (NwPlanOverview   *self);

G_END_DECLS
