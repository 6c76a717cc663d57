/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps one plan on the disk, without ever holding up a frame. */

#pragma once

#include "model/base/nw-store.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_PLAN_KEEPER (nw_plan_keeper_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanKeeper, nw_plan_keeper, NW, PLAN_KEEPER, GObject)

NwPlanKeeper *nw_plan_keeper_new            (NwStore       *store,
                                             NwClock       *clock);
NwPlan       *nw_plan_keeper_get_plan       (NwPlanKeeper  *self);
NwStore      *nw_plan_keeper_get_store      (NwPlanKeeper  *self);
const char   *nw_plan_keeper_get_notice     (NwPlanKeeper  *self);
void          nw_plan_keeper_dismiss_notice (NwPlanKeeper  *self);
const char   *nw_plan_keeper_get_problem    (NwPlanKeeper  *self);
gboolean      nw_plan_keeper_get_read_only  (NwPlanKeeper  *self);
void          nw_plan_keeper_retry          (NwPlanKeeper  *self);
gboolean      nw_plan_keeper_flush          (NwPlanKeeper  *self);
gboolean      nw_plan_keeper_delete_all     (NwPlanKeeper  *self,
                                             GError       **error);

G_END_DECLS
