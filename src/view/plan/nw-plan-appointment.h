/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row with the first appointment, and the form to set it. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_APPOINTMENT (nw_plan_appointment_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanAppointment, nw_plan_appointment, NW, PLAN_APPOINTMENT, GtkBox)

void nw_plan_appointment_set_up     (NwPlanAppointment *self,
                                     NwPlan            *plan);
void nw_plan_appointment_set_narrow (NwPlanAppointment *self,
                                     gboolean           narrow);
void nw_plan_appointment_edit       (NwPlanAppointment *self);

G_END_DECLS
