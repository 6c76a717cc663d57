/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading of a section: it takes the focus, and copies what is below it. */

#include "config.h"

#include "view/article/nw-article-heading.h"

#include <glib/gi18n.h>

#include "view/article/nw-article-block.h"
#include "view/article/nw-article-place.h"
#include "view/article/nw-source-link.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-clamp.h"
#include "view/widgets/nw-note.h"

static void
append_texts (GtkWidget *widget,
              GString   *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (!GTK_IS_NATIVE (widget) && !NW_IS_SOURCE_LINK (widget))
    for (GtkWidget *child = gtk_widget_get_first_child (widget);
         child != NULL;
         child = gtk_widget_get_next_sibling (child))
      append_texts (child, text);
}

/* GTK selects within one text only; with the focus on a heading, Ctrl+C takes
 * the whole section. */
static gboolean
copy_cb (GtkWidget *heading,
         GVariant  *arguments,
         gpointer   user_data)
{
  GtkWidget *place = gtk_widget_get_ancestor (heading, NW_TYPE_ARTICLE_PLACE);
  g_autoptr (GString) text = g_string_new (NULL);

  if (place != NULL)
    nw_article_place_build_all (NW_ARTICLE_PLACE (place));
  append_texts (place != NULL ? place : gtk_widget_get_ancestor (heading, NW_TYPE_CLAMP), text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (heading), text->str);
  nw_note_show (heading, _("The section is copied."), NULL, NULL);
  return GDK_EVENT_STOP;
}

/**
 * nw_article_section_heading_new:
 * @text: what it says
 * @css_class: its style
 * @number: the section’s number, or 0
 *
 * Makes a heading that can take the focus, so that a screen reader begins
 * there; a label refuses it.
 *
 * Returns: (transfer floating): the heading
 */
GtkWidget *
nw_article_section_heading_new (const char *text,
                                const char *css_class,
                                int         number)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  /* A horizontal box would measure a text that wraps for many widths. */
  GtkWidget *box = g_object_new (GTK_TYPE_GRID,
                                 "focusable", TRUE,
                                 "column-spacing", 12,
                                 NULL);
  GtkWidget *heading = nw_article_heading_new (text, css_class);

  nw_a11y_set_landing (box);
  if (number > 0)
    {
      g_autofree char *digits = g_strdup_printf ("%d", number);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       "label", digits,
                                       "yalign", 0.0,
                                       NULL);

      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "nw-section-number");
      gtk_grid_attach (GTK_GRID (box), label, 0, 0, 1, 1);
    }
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_grid_attach (GTK_GRID (box), heading, 1, 0, 1, 1);
  gtk_widget_add_css_class (box, "nw-heading");
  nw_a11y_set_name (box, text);

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                      gtk_callback_action_new (copy_cb, NULL, NULL)));
  gtk_widget_add_controller (box, controller);
  return box;
}
