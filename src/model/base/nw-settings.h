/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings that want more care than GSettings takes. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void        nw_settings_guard_file     (void);
const char *nw_settings_get_problem    (void);
double      nw_settings_get_text_scale (GSettings *settings);

G_END_DECLS
