/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-field.h"

G_BEGIN_DECLS

#define NW_TYPE_CHOICE_FIELD (nw_choice_field_get_type ())
G_DECLARE_FINAL_TYPE (NwChoiceField, nw_choice_field, NW, CHOICE_FIELD, NwField)

G_END_DECLS
