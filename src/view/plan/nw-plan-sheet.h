/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Prepare puts on paper and on the clipboard. */

#pragma once

#include "model/plan/nw-directory.h"
#include "model/plan/nw-insurance-guide.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

/**
 * NwPlanSheetParts:
 * @NW_PLAN_SHEET_LICENCE: where to look, and the record of what was found
 * @NW_PLAN_SHEET_CALL: the questions for the insurer, and the answers
 * @NW_PLAN_SHEET_QUESTIONS: the questions for the practitioner
 * @NW_PLAN_SHEET_ALL: all of them
 *
 * What a sheet holds.
 */
typedef enum
{
  NW_PLAN_SHEET_LICENCE = 1 << 0,
  NW_PLAN_SHEET_CALL = 1 << 1,
  NW_PLAN_SHEET_QUESTIONS = 1 << 2,
  NW_PLAN_SHEET_ALL = (1 << 3) - 1,
} NwPlanSheetParts;

GPtrArray *nw_plan_sheet_new (NwPlanSheetParts  parts,
                              NwPlan           *plan,
                              NwDirectory      *directory,
                              NwInsuranceGuide *guide);

G_END_DECLS
