/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_READING_KEYS (nw_reading_keys_get_type ())
G_DECLARE_FINAL_TYPE (NwReadingKeys, nw_reading_keys, NW, READING_KEYS, GObject)

NwReadingKeys *nw_reading_keys_new  (void);
gboolean       nw_reading_keys_move (NwReadingKeys    *self,
                                     GtkWindow        *window,
                                     GtkDirectionType  direction);

G_END_DECLS
