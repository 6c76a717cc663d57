/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean nw_graphics_has_card  (const char *devices);
void     nw_graphics_leave_out (const char *devices);
void     nw_graphics_restore   (void);

G_END_DECLS
