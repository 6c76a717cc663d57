/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for a date: typed, or chosen from a calendar. */

#pragma once

#include <gtk/gtk.h>

#include "model/base/nw-clock.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_DATE_FIELD (nw_plan_date_field_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanDateField, nw_plan_date_field, NW, PLAN_DATE_FIELD, GtkBox)

void       nw_plan_date_field_set_clock (NwPlanDateField *self,
                                         NwClock         *clock);
gboolean   nw_plan_date_field_get_date  (NwPlanDateField *self,
                                         GDate           *date);
void       nw_plan_date_field_set_date  (NwPlanDateField *self,
                                         const GDate     *date);
gboolean   nw_plan_date_field_check     (NwPlanDateField *self);
GtkWidget *nw_plan_date_field_get_entry (NwPlanDateField *self);

G_END_DECLS
