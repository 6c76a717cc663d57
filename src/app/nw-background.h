/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * NwBackgroundCallback:
 * @granted: whether it is as wanted
 * @user_data: what was given with it
 *
 * The desktop has answered.
 */
typedef void (*NwBackgroundCallback) (gboolean granted,
                                      gpointer user_data);

void nw_background_request (GDBusConnection      *bus,
                            gboolean              wanted,
                            NwBackgroundCallback  callback,
                            gpointer              user_data);

G_END_DECLS
