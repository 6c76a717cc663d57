/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings that want more care than GSettings takes. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

double nw_settings_get_text_scale (GSettings *settings);

G_END_DECLS
