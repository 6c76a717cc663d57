/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan.h"
#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_RESULT_VIEW (nw_result_view_get_type ())
G_DECLARE_FINAL_TYPE (NwResultView, nw_result_view, NW, RESULT_VIEW, GtkWidget)

GtkWidget *nw_result_view_new      (NwScreening *screening);
void       nw_result_view_set_plan (NwResultView *self,
                                    NwPlan       *plan);

G_END_DECLS
