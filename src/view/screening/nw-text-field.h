/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-field.h"

G_BEGIN_DECLS

#define NW_TYPE_TEXT_FIELD (nw_text_field_get_type ())
G_DECLARE_FINAL_TYPE (NwTextField, nw_text_field, NW, TEXT_FIELD, NwField)

G_END_DECLS
