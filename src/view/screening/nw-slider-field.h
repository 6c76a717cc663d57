/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-field.h"

G_BEGIN_DECLS

#define NW_TYPE_SLIDER_FIELD (nw_slider_field_get_type ())
G_DECLARE_FINAL_TYPE (NwSliderField, nw_slider_field, NW, SLIDER_FIELD, NwField)

G_END_DECLS
