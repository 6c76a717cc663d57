/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan-keeper.h"
#include "model/screening/nw-draft-keeper.h"
#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_SCREENING_PAGE (nw_screening_page_get_type ())
G_DECLARE_FINAL_TYPE (NwScreeningPage, nw_screening_page, NW, SCREENING_PAGE, GtkWidget)

GtkWidget   *nw_screening_page_new               (void);
void         nw_screening_page_set_screening     (NwScreeningPage *self,
                                                  NwScreening     *screening);
NwScreening *nw_screening_page_get_screening     (NwScreeningPage *self);
void         nw_screening_page_open_form         (NwScreeningPage *self,
                                                  GFile           *file);
void         nw_screening_page_forget_form       (NwScreeningPage *self);
void         nw_screening_page_set_keeper        (NwScreeningPage *self,
                                                  NwPlanKeeper    *keeper);
void         nw_screening_page_set_draft_keepers (NwScreeningPage *self,
                                                  NwDraftKeeper   *keeper,
                                                  NwDraftKeeper   *form_keeper);

G_END_DECLS
