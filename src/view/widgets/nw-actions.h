/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps buttons in touch with the actions of a widget that comes and goes. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nw_actions_renew (GtkWidget *widget);

G_END_DECLS
