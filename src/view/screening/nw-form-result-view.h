/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_FORM_RESULT_VIEW (nw_form_result_view_get_type ())
G_DECLARE_FINAL_TYPE (NwFormResultView, nw_form_result_view, NW, FORM_RESULT_VIEW, GtkWidget)

GtkWidget *nw_form_result_view_new (NwScreening *screening);

G_END_DECLS
