/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-field.h"

G_BEGIN_DECLS

#define NW_TYPE_DROP_FIELD (nw_drop_field_get_type ())
G_DECLARE_FINAL_TYPE (NwDropField, nw_drop_field, NW, DROP_FIELD, NwField)

G_END_DECLS
