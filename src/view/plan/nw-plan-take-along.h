/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buttons that put a place of Prepare on paper or on the clipboard. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_PLAN_TAKE_ALONG (nw_plan_take_along_get_type ())
G_DECLARE_FINAL_TYPE (NwPlanTakeAlong, nw_plan_take_along, NW, PLAN_TAKE_ALONG, GtkBox)

G_END_DECLS
