/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the focus to be seen for who uses the keyboard. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nw_focus_ring_keep (GtkWindow *window);

G_END_DECLS
