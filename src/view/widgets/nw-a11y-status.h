/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NW_TYPE_A11Y_STATUS (nw_a11y_status_get_type ())
G_DECLARE_FINAL_TYPE (NwA11yStatus, nw_a11y_status, NW, A11Y_STATUS, GObject)

NwA11yStatus *nw_a11y_status_get_default (void);
gboolean      nw_a11y_status_is_used     (NwA11yStatus *self);
void          nw_a11y_status_set_used    (NwA11yStatus *self);

G_END_DECLS
