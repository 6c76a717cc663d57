/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void nw_a11y_set_name         (GtkWidget  *widget,
                               const char *name);
void nw_a11y_set_description  (GtkWidget  *widget,
                               const char *description);
void nw_a11y_set_mnemonic_label (GtkWidget  *widget,
                                 GtkWidget  *label);
void nw_a11y_set_landing      (GtkWidget  *widget);
void nw_a11y_set_part        (GtkWidget  *label);
void nw_a11y_set_invalid      (GtkWidget  *widget,
                               gboolean    invalid);
void nw_a11y_silence_pages    (GtkWidget  *widget);
void nw_a11y_name_menu        (GtkPopover *menu,
                               const char *name);
gboolean nw_a11y_move_focus   (GtkWidget        *widget,
                               GtkDirectionType  direction);
void nw_a11y_announce         (GtkWidget  *widget,
                               const char *text);

G_END_DECLS
