/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The call to the insurer as a script, with a place for each answer. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-directory.h"
#include "model/plan/nw-insurance-guide.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_INSURANCE (nw_plan_insurance_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanInsurance, nw_plan_insurance, NW, PLAN_INSURANCE, GtkBox)

GtkWidget *nw_plan_insurance_new        (NwPlan           *plan,
                                         NwDirectory      *directory,
                                         NwInsuranceGuide *guide);
void       nw_plan_insurance_take_focus (NwPlanInsurance  *self);

G_END_DECLS
