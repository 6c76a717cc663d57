/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one small window with everything that can be set. */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan-keeper.h"

G_BEGIN_DECLS

#define NW_TYPE_PREFERENCES (nw_preferences_get_type ())
G_DECLARE_FINAL_TYPE (NwPreferences, nw_preferences, NW, PREFERENCES, GtkWindow)

GtkWidget *nw_preferences_new (GtkWindow    *parent,
                               GSettings    *settings,
                               NwPlanKeeper *keeper);

G_END_DECLS
