/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-field.h"

G_BEGIN_DECLS

#define NW_TYPE_NO_FIELD (nw_no_field_get_type ())
G_DECLARE_FINAL_TYPE (NwNoField, nw_no_field, NW, NO_FIELD, NwField)

G_END_DECLS
