/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes *nw_content_load    (const char  *name,
                            char       **language,
                            GError     **error);

G_END_DECLS
