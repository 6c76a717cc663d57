/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether this computer reminds of the checks, and when it can. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_REMINDERS (nw_plan_reminders_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanReminders, nw_plan_reminders, NW, PLAN_REMINDERS, GtkBox)

void nw_plan_reminders_set_up (NwPlanReminders *self,
                               NwPlan          *plan);

G_END_DECLS
