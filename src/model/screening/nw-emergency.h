/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which number to call in an emergency, in the reader’s own country. */

#pragma once

#include "model/plan/nw-directory.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

NwCountry *nw_emergency_find_country (NwDirectory *directory,
                                      NwPlan      *plan,
                                      const char  *locale);
char      *nw_emergency_dup_text     (NwCountry   *country);

G_END_DECLS
