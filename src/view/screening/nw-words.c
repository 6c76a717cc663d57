/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels for words of any length: they wrap anywhere rather than widen the window. */

#include "config.h"

#include "view/screening/nw-words.h"

#include "view/widgets/nw-line.h"
#include "view/widgets/nw-text-layout.h"

/* Words that fill a column are never in a narrower one. */
#define LEAST_CHARS 8

/**
 * nw_words_new:
 * @text: (nullable): plain text, never markup
 * @css_class: (nullable): its size, such as `nw-body`
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
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * nw_words_fill:
 * @label: a label that wraps
 *
 * Lets the words take the width of the column that they are in: how wide they would
 * like to be is guessed then, since GTK lays out the text to find that.
 */
void
nw_words_fill (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  nw_text_layout_add (label, LEAST_CHARS, TRUE);
}

/**
 * nw_words_new_bullet:
 * @text: plain text
 * @css_class: its size
 *
 * Returns: (transfer floating): one point of a list
 */
GtkWidget *
nw_words_new_bullet (const char *text,
                     const char *css_class)
{
  GtkWidget *line = g_object_new (NW_TYPE_LINE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "spacing", 9,
                                  NULL);
  GtkWidget *words = nw_words_new (text, css_class);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "label", "•",
                                    "valign", GTK_ALIGN_START,
                                    NULL);

  gtk_widget_add_css_class (bullet, css_class);
  gtk_widget_set_hexpand (words, TRUE);
  nw_words_fill (GTK_LABEL (words));
  nw_line_append (NW_LINE (line), bullet);
  nw_line_append (NW_LINE (line), words);
  return line;
}

/**
 * nw_words_new_lines:
 * @text: plain text of one line or more
 * @css_class: its size
 *
 * Returns: (transfer floating): the text; a list, where it has several lines
 */
GtkWidget *
nw_words_new_lines (const char *text,
                    const char *css_class)
{
  g_auto (GStrv) lines = NULL;
  GtkWidget *box;

  g_return_val_if_fail (text != NULL, NULL);

  lines = g_strsplit (text, "\n", -1);
  if (lines[0] == NULL || lines[1] == NULL)
    return nw_words_new (text, css_class);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  for (gsize i = 0; lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), nw_words_new_bullet (lines[i], css_class));
  return box;
}
