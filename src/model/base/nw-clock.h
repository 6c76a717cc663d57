/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What time it is, and a call when a time has come; a test brings its own. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define NW_TYPE_CLOCK (nw_clock_get_type ())
G_DECLARE_FINAL_TYPE (NwClock, nw_clock, NW, CLOCK, GObject)

NwClock   *nw_clock_new       (void);
NwClock   *nw_clock_new_fixed (GDateTime *now);
GDateTime *nw_clock_get_now   (NwClock   *self);
void       nw_clock_set_now   (NwClock   *self,
                               GDateTime *now);
void       nw_clock_set_alarm (NwClock   *self,
                               gint64     when);

G_END_DECLS
