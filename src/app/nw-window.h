/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/nw-application.h"

G_BEGIN_DECLS

#define NW_TYPE_WINDOW (nw_window_get_type ())
G_DECLARE_FINAL_TYPE (NwWindow, nw_window, NW, WINDOW, GtkApplicationWindow)

NwWindow *nw_window_new        (NwApplication *application,
                                GSettings     *settings);
gboolean  nw_window_show_place (NwWindow      *self,
                                const char    *place);
gboolean  nw_window_has_page (const char *place);

void       nw_window_open_form  (NwWindow      *self,
                                 GFile         *file);
void       nw_window_forget_form (NwWindow     *self);

G_END_DECLS
