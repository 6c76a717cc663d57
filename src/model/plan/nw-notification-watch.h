/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether anything on this computer shows notifications. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NW_TYPE_NOTIFICATION_WATCH (nw_notification_watch_get_type ())
G_DECLARE_FINAL_TYPE (NwNotificationWatch, nw_notification_watch, NW, NOTIFICATION_WATCH, GObject)

NwNotificationWatch *nw_notification_watch_new         (void);
void                 nw_notification_watch_start       (NwNotificationWatch *self);
gboolean             nw_notification_watch_get_missing (NwNotificationWatch *self);

G_END_DECLS
