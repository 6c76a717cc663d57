/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan holds, as plain values that can be copied, read and written. */

#pragma once

#include <gio/gio.h>

#include "model/base/nw-findings.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_PLAN_FORMAT 1

/* Nobody types as much; a file that says more is not ours. */
#define NW_PLAN_MAX_TEXT 4000
#define NW_PLAN_MAX_QUESTIONS 200

typedef struct
{
  char *id;
  char *text;
} NwOwnQuestion;

typedef struct
{
  /* By which a calendar knows the events again; empty until one is made. */
  char            *calendar_id;
  GDateTime       *appointment;
  int              due_days;
  char            *texts[NW_N_PLAN_TEXTS];
  NwLicenceResult  result;
  char            *done_on[NW_N_CHECKS];
  gint64           put_off_until[NW_N_CHECKS];
  GHashTable      *answers;
  GHashTable      *ticked;
  GPtrArray       *own_questions;
} NwPlanData;

NwPlanData    *nw_plan_data_new   (void);
NwPlanData    *nw_plan_data_copy  (const NwPlanData  *self);
void           nw_plan_data_free  (NwPlanData        *self);
gboolean       nw_plan_data_equal (const NwPlanData  *self,
                                   const NwPlanData  *other);
char          *nw_plan_data_write (const NwPlanData  *self);
NwPlanData    *nw_plan_data_read  (const NwJsonNode  *root,
                                   GError           **error);
NwOwnQuestion *nw_own_question_new  (const char    *id,
                                     const char    *text);
void           nw_own_question_free (NwOwnQuestion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwPlanData, nw_plan_data_free)

G_END_DECLS
