/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels for words of any length: they wrap anywhere rather than widen the window. */

#include "config.h"

#include "view/screening/nw-words.h"

/**
 * nw_words_new:
 * @text: (nullable): plain text, never markup
 * @css_class: its size, such as `nw-body`
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
nw_words_new (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}
