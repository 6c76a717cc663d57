/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-summary.h"
#include "view/widgets/nw-pieces.h"

G_BEGIN_DECLS

#define NW_TYPE_REVIEW_ROWS (nw_review_rows_get_type ())
G_DECLARE_FINAL_TYPE (NwReviewRows, nw_review_rows, NW, REVIEW_ROWS, NwPieces)

GtkWidget *nw_review_rows_new          (NwSummary    *summary,
                                        guint         first,
                                        guint         n,
                                        gboolean      can_change);
GtkWidget *nw_review_rows_build_button (NwReviewRows *self,
                                        guint         index);
double     nw_review_rows_guess        (NwSummary    *summary,
                                        guint         first,
                                        guint         n);

G_END_DECLS
