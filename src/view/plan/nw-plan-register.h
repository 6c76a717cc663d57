/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card for one register: who keeps it, what it tells, and where to look. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-country.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_REGISTER (nw_plan_register_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanRegister, nw_plan_register, NW, PLAN_REGISTER, GtkBox)

GtkWidget  *nw_plan_register_new    (const NwRegister *entry);
const char *nw_plan_register_get_id (NwPlanRegister   *self);

G_END_DECLS
