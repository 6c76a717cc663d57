/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who to check the licence with, and the record of what was found. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-directory.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_LICENCE (nw_plan_licence_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanLicence, nw_plan_licence, NW, PLAN_LICENCE, GtkBox)

GtkWidget *nw_plan_licence_new        (NwPlan        *plan,
                                       NwDirectory   *directory);
void       nw_plan_licence_take_focus (NwPlanLicence *self);

G_END_DECLS
