/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-sheet.h"

G_BEGIN_DECLS

#define NW_TYPE_SHEET_PRINT (nw_sheet_print_get_type ())
G_DECLARE_FINAL_TYPE (NwSheetPrint, nw_sheet_print, NW, SHEET_PRINT, GtkPrintOperation)

GtkPrintOperation *nw_sheet_print_new  (GPtrArray *sheet);
void               nw_sheet_print_show (GPtrArray *sheet,
                                        GtkWidget *from);

G_END_DECLS
