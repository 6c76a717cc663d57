/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-field.h"

G_BEGIN_DECLS

#define NW_TYPE_DATE_FIELD (nw_date_field_get_type ())
G_DECLARE_FINAL_TYPE (NwDateField, nw_date_field, NW, DATE_FIELD, NwField)

G_END_DECLS
