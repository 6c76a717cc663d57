/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the reminders start with the desktop. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean nw_autostart_set (gboolean   wanted,
                           GError   **error);

G_END_DECLS
