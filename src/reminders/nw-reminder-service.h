/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows what is due while no window is open: needlewise --check-reminders. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int nw_reminder_service_run (void);

G_END_DECLS
