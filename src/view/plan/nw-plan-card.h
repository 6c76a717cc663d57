/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card for one check: how it stands, what is known, what to do next. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-directory.h"
#include "model/plan/nw-insurance-guide.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_CARD (nw_plan_card_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanCard, nw_plan_card, NW, PLAN_CARD, GtkBox)

void       nw_plan_card_set_up        (NwPlanCard       *self,
                                       NwPlan           *plan,
                                       NwCheck           check,
                                       NwDirectory      *directory,
                                       NwInsuranceGuide *guide);
void       nw_plan_card_set_suggested (NwPlanCard       *self,
                                       gboolean          suggested);
GtkWidget *nw_plan_card_get_button    (NwPlanCard       *self);

G_END_DECLS
