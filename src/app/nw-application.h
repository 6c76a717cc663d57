/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/plan/nw-plan-keeper.h"
#include "model/screening/nw-draft-keeper.h"

G_BEGIN_DECLS

#define NW_TYPE_APPLICATION (nw_application_get_type ())
G_DECLARE_FINAL_TYPE (NwApplication, nw_application, NW, APPLICATION, GtkApplication)

NwApplication *nw_application_new              (void);
NwPlanKeeper  *nw_application_get_plan_keeper  (NwApplication *self);
NwDraftKeeper *nw_application_get_draft_keeper (NwApplication *self);
NwDraftKeeper *nw_application_get_form_keeper  (NwApplication *self);

G_END_DECLS
