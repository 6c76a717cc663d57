/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notifications, by the desktop’s server or, from a sandbox, by its portal. */

#pragma once

#include "model/plan/nw-plan.h"

G_BEGIN_DECLS

#define NW_TYPE_NOTIFIER (nw_notifier_get_type ())
G_DECLARE_FINAL_TYPE (NwNotifier, nw_notifier, NW, NOTIFIER, GObject)

NwNotifier *nw_notifier_new                 (GDBusConnection  *bus);
gboolean    nw_notifier_get_available       (NwNotifier       *self);
gboolean    nw_notifier_show                (NwNotifier       *self,
                                             NwCheck           check,
                                             const char       *title,
                                             const char       *body,
                                             GError          **error);
void        nw_notifier_withdraw            (NwNotifier       *self,
                                             NwCheck           check);
gboolean    nw_notifier_is_shown            (NwNotifier       *self,
                                             NwCheck           check);
GVariant   *nw_notifier_build_platform_data (NwNotifier       *self);

G_END_DECLS
