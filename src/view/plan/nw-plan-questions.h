/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to ask the practitioner: to tick, to add to and to copy. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-insurance-guide.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_QUESTIONS (nw_plan_questions_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanQuestions, nw_plan_questions, NW, PLAN_QUESTIONS, GtkBox)

GtkWidget *nw_plan_questions_new        (NwPlan           *plan,
                                         NwInsuranceGuide *guide);
void       nw_plan_questions_take_focus (NwPlanQuestions  *self);

G_END_DECLS
