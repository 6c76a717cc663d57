/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field with its label, its hint and its error, for a text of the plan. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_FIELD (nw_plan_field_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanField, nw_plan_field, NW, PLAN_FIELD, GtkBox)

GtkWidget *nw_plan_field_new         (const char  *label,
                                      const char  *hint);
void       nw_plan_field_bind_text   (NwPlanField *self,
                                      NwPlan      *plan,
                                      NwPlanText   text);
void       nw_plan_field_bind_answer (NwPlanField *self,
                                      NwPlan      *plan,
                                      const char  *id);
GtkWidget *nw_plan_field_get_entry   (NwPlanField *self);

G_END_DECLS
