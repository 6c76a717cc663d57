/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what holds health out of the desktop’s list of files used lately. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nw_recent_leave_out (GFile *file);

G_END_DECLS
