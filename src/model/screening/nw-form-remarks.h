/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody should know of a form before filling it in. */

#pragma once

#include "model/questionnaire/nw-questionnaire.h"

G_BEGIN_DECLS

GPtrArray  *nw_form_remarks_list         (NwQuestionnaire *form);
const char *nw_form_remarks_get_language (const char      *tag);

G_END_DECLS
