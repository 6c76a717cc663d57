/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory for large arrays, in pages that suit them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gpointer nw_large_new  (gsize size);
gpointer nw_large_new0 (gsize size);

G_END_DECLS
