/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the plan’s own code share. */

#pragma once

#include "model/plan/nw-plan-data.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

struct _NwPlan
{
  GObject     parent_instance;

  NwClock    *clock;
  NwPlanData *data;

  /* What it was before each step, the last step at the end. */
  GPtrArray  *undo;
  GPtrArray  *redo;
  char       *last_edit;
  gint64      last_edit_time;

  /* What the screening advised, by id. Never written to the disk. */
  GStrv       told;
};

void  nw_plan_begin_edit (NwPlan     *self,
                          const char *edit);
void  nw_plan_end_edit   (NwPlan     *self);
char *nw_plan_dup_today  (NwPlan     *self);

G_END_DECLS
