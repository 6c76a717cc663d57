/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a sheet as it will be on paper, to look at and to be read aloud. */

#pragma once

#include <gtk/gtk.h>

#include "view/widgets/nw-sheet-pages.h"

G_BEGIN_DECLS

#define NW_TYPE_SHEET_PAPER (nw_sheet_paper_get_type ())
G_DECLARE_FINAL_TYPE (NwSheetPaper, nw_sheet_paper, NW, SHEET_PAPER, GtkWidget)

GtkWidget *nw_sheet_paper_new (NwSheetPages *pages,
                               guint         page,
                               GtkPageSetup *setup);

G_END_DECLS
