/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When to remind of a check, and which reminders were shown. */

#pragma once

#include "model/base/nw-store.h"
#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_REMINDERS (nw_reminders_get_type ())
G_DECLARE_FINAL_TYPE (NwReminders, nw_reminders, NW, REMINDERS, GObject)

NwReminders *nw_reminders_new             (NwStore      *store);
void         nw_reminders_load            (NwReminders  *self);
gboolean     nw_reminders_is_due          (NwReminders  *self,
                                           NwPlan       *plan,
                                           NwCheck       check);
gint64       nw_reminders_get_next        (NwReminders  *self,
                                           NwPlan       *plan);
gboolean     nw_reminders_note_shown      (NwReminders  *self,
                                           NwPlan       *plan,
                                           NwCheck       check,
                                           GError      **error);

gboolean     nw_reminders_needs_portal    (void);
gboolean     nw_reminders_can_start       (void);
const char  *nw_reminders_get_server_name (void);
gint64       nw_reminders_get_time        (NwPlan       *plan,
                                           NwCheck       check);
gint64       nw_reminders_get_tomorrow    (NwPlan       *plan);
const char  *nw_reminders_get_name        (NwCheck       check);
gboolean     nw_reminders_find_check      (const char   *name,
                                           NwCheck      *check);

G_END_DECLS
