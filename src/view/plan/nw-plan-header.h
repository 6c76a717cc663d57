/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of a place within Prepare: the way back, a heading and a sentence. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_PLAN_HEADER (nw_plan_header_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanHeader, nw_plan_header, NW, PLAN_HEADER, GtkBox)

void nw_plan_header_take_focus (NwPlanHeader *self);

G_END_DECLS
