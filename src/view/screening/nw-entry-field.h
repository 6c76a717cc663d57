/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-field.h"

G_BEGIN_DECLS

#define NW_TYPE_ENTRY_FIELD (nw_entry_field_get_type ())
G_DECLARE_FINAL_TYPE (NwEntryField, nw_entry_field, NW, ENTRY_FIELD, NwField)

G_END_DECLS
