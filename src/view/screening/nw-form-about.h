/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

GtkWidget *nw_form_about_new (NwScreening *screening);

G_END_DECLS
