/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a place for a focus that is lost. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nw_focus_found_keep (GtkWindow *window);

G_END_DECLS
