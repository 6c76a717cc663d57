/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of registers.json and insurance.json share. */

#pragma once

#include "model/plan/nw-country.h"

G_BEGIN_DECLS

NwJson       *nw_plan_content_load            (const char        *name,
                                               GError           **error);
const char   *nw_plan_content_read_address    (const NwJsonNode  *node,
                                               NwFindings        *findings);
NwConfidence  nw_plan_content_read_confidence (const NwJsonNode  *node,
                                               NwFindings        *findings);

G_END_DECLS
