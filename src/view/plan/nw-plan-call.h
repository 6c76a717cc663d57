/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions for the insurer: all at once, or one at a time during the call. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-insurance-guide.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_CALL (nw_plan_call_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanCall, nw_plan_call, NW, PLAN_CALL, GtkBox)

void     nw_plan_call_set_up    (NwPlanCall       *self,
                                 NwPlan           *plan,
                                 NwInsuranceGuide *guide);
gboolean nw_plan_call_is_single (NwPlanCall       *self);

G_END_DECLS
