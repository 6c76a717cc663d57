/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a stranger’s form may cost at most. */

#pragma once

#include "model/questionnaire/nw-questionnaire.h"

G_BEGIN_DECLS

gboolean nw_form_bounds_check_document (NwJson           *json,
                                        GError          **error);
gboolean nw_form_bounds_check_form     (NwQuestionnaire  *form,
                                        const char       *name,
                                        GError          **error);

G_END_DECLS
