/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "view/screening/nw-review-rows.h"

G_BEGIN_DECLS

#define NW_TYPE_REVIEW_CARDS (nw_review_cards_get_type ())
G_DECLARE_FINAL_TYPE (NwReviewCards, nw_review_cards, NW, REVIEW_CARDS, NwPieces)

GtkWidget *nw_review_cards_new          (NwSummary     *summary);
GtkWidget *nw_review_cards_build_button (NwReviewCards *self,
                                         guint          entry);

G_END_DECLS
