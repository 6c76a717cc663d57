/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_INTRO_VIEW (nw_intro_view_get_type ())
G_DECLARE_FINAL_TYPE (NwIntroView, nw_intro_view, NW, INTRO_VIEW, GtkWidget)

GtkWidget *nw_intro_view_new       (NwScreening *screening);
void       nw_intro_view_set_offer (NwIntroView *self,
                                    GtkWidget   *offer);

G_END_DECLS
