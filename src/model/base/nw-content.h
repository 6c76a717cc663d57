/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GBytes   *nw_content_load        (const char  *name,
                                  char       **language,
                                  GError     **error);
gboolean  nw_content_is_outdated (const char  *name);

G_END_DECLS
