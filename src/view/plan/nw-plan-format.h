/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words in which a plan is shown. */

#pragma once

#include "model/plan/nw-insurance-guide.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

char       *nw_plan_format_date        (GDateTime        *time);
char       *nw_plan_format_iso_date    (const char       *date);
char       *nw_plan_format_time        (GDateTime        *time);
char       *nw_plan_format_appointment (GDateTime        *time,
                                        GDateTime        *now);
char       *nw_plan_format_countdown   (int               days);
char       *nw_plan_format_state       (NwPlan           *plan,
                                        NwCheck           check);
const char *nw_plan_format_state_icon  (NwPlan           *plan,
                                        NwCheck           check);
const char *nw_plan_format_state_class (NwPlan           *plan,
                                        NwCheck           check);
const char *nw_plan_format_result      (NwLicenceResult   result);
const char *nw_plan_format_standing    (NwStanding        standing);
char       *nw_plan_format_checked     (const char       *checked,
                                        NwConfidence      confidence);
char       *nw_plan_format_numbered    (guint             index,
                                        const char       *question);

G_END_DECLS
