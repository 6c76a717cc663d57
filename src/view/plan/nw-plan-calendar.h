/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the appointment to a calendar program. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

void nw_plan_calendar_save (GtkWidget *from,
                            NwPlan    *plan);
void nw_plan_calendar_open (GtkWidget *from,
                            NwPlan    *plan);

G_END_DECLS
