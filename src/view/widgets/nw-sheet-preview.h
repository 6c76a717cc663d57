/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that shows a sheet before it is printed or saved. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_SHEET_PREVIEW (nw_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (NwSheetPreview, nw_sheet_preview, NW, SHEET_PREVIEW, GtkWindow)

GtkWidget *nw_sheet_preview_new (GPtrArray    *sheet,
                                 GtkPageSetup *setup,
                                 GtkWindow    *parent);

G_END_DECLS
