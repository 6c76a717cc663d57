/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_TEXT (nw_text_get_type ())
G_DECLARE_FINAL_TYPE (NwText, nw_text, NW, TEXT, GtkWidget)

GtkWidget *nw_text_new (NwScreening    *screening,
                        NwResponseItem *item);

G_END_DECLS
