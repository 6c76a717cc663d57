/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NW_TYPE_NOTE (nw_note_get_type ())
G_DECLARE_FINAL_TYPE (NwNote, nw_note, NW, NOTE, GtkWidget)

void nw_note_present (NwNote     *self,
                      const char *text,
                      const char *button_label,
                      const char *detailed_action);
void nw_note_dismiss (NwNote     *self);

void nw_note_show    (GtkWidget  *from,
                      const char *text,
                      const char *button_label,
                      const char *detailed_action);

G_END_DECLS
