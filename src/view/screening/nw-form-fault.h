/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *nw_form_fault_new (const char   *name,
                              const GError *error);

G_END_DECLS
