/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_REVIEW_VIEW (nw_review_view_get_type ())
G_DECLARE_FINAL_TYPE (NwReviewView, nw_review_view, NW, REVIEW_VIEW, GtkWidget)

GtkWidget *nw_review_view_new        (NwScreening   *screening);
gboolean   nw_review_view_focus_item (NwReviewView  *self,
                                      gconstpointer  item);

G_END_DECLS
