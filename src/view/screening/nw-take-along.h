/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan.h"
#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

void nw_take_along_print (GtkWidget   *from,
                          NwScreening *screening,
                          NwPlan      *plan);
void nw_take_along_copy  (GtkWidget   *from,
                          NwScreening *screening,
                          NwPlan      *plan);
void nw_take_along_save  (GtkWidget   *from,
                          NwScreening *screening);

G_END_DECLS
