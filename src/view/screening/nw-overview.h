/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_OVERVIEW (nw_overview_get_type ())
G_DECLARE_FINAL_TYPE (NwOverview, nw_overview, NW, OVERVIEW, GtkWidget)

void        nw_overview_set_screening (NwOverview  *self,
                                       NwScreening *screening);
void        nw_overview_update        (NwOverview  *self);
const char *nw_overview_get_text      (NwOverview  *self);

G_END_DECLS
