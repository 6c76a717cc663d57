/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The appointment and the checks for a calendar program (RFC 5545). */

#pragma once

#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

char *nw_calendar_build (NwPlan *plan);

G_END_DECLS
