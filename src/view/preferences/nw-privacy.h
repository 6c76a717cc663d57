/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small window that says what is kept where. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_PRIVACY (nw_privacy_get_type ())
G_DECLARE_FINAL_TYPE (NwPrivacy, nw_privacy, NW, PRIVACY, GtkWindow)

GtkWidget *nw_privacy_new (GtkWindow  *parent,
                           const char *folder);

G_END_DECLS
