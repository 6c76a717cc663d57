/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-field.h"

G_BEGIN_DECLS

#define NW_TYPE_REPEAT_FIELD (nw_repeat_field_get_type ())
G_DECLARE_FINAL_TYPE (NwRepeatField, nw_repeat_field, NW, REPEAT_FIELD, NwField)

G_END_DECLS
