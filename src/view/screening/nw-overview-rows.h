/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"
#include "view/widgets/nw-pieces.h"

G_BEGIN_DECLS

#define NW_TYPE_OVERVIEW_ROWS (nw_overview_rows_get_type ())
G_DECLARE_FINAL_TYPE (NwOverviewRows, nw_overview_rows, NW, OVERVIEW_ROWS, NwPieces)

GtkWidget *nw_overview_rows_new (NwScreening *screening);

G_END_DECLS
