/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pieces that the parts of the page Prepare have in common. */

#include "config.h"

#include "view/plan/nw-plan-parts.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"

/**
 * nw_plan_parts_new_label:
 * @text: a text, not markup
 * @css_class: (nullable): its style class
 *
 * Returns: (transfer floating): a label that wraps
 */
GtkWidget *
nw_plan_parts_new_label (const char *text,
                         const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * nw_plan_parts_new_heading:
 * @text: a heading
 * @css_class: its style class
 *
 * Returns: (transfer floating): a label that a screen reader jumps to
 */
GtkWidget *
nw_plan_parts_new_heading (const char *text,
                           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * nw_plan_parts_new_entry:
 * @content: (transfer floating): what an entry of a list holds
 *
 * Returns: (transfer floating): the entry with a dot before it
 */
GtkWidget *
nw_plan_parts_new_entry (GtkWidget *content)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *dot = g_object_new (GTK_TYPE_LABEL,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                 "label", "•",
                                 "valign", GTK_ALIGN_START,
                                 NULL);

  gtk_widget_add_css_class (dot, "nw-body");
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (row), dot);
  gtk_box_append (GTK_BOX (row), content);
  return row;
}

/**
 * nw_plan_parts_new_bullet:
 * @text: an entry of a list
 *
 * Returns: (transfer floating): the entry with a dot before it
 */
GtkWidget *
nw_plan_parts_new_bullet (const char *text)
{
  return nw_plan_parts_new_entry (nw_plan_parts_new_label (text, "nw-body"));
}

/**
 * nw_plan_parts_new_link:
 * @address: an address on the web
 * @what: what is there, for those who hear the link without what is around it
 *
 * Returns: (transfer floating): a link that shows the site to which it leads
 */
GtkWidget *
nw_plan_parts_new_link (const char *address,
                        const char *what)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : address;
  GtkWidget *link = gtk_link_button_new (address);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = nw_plan_parts_new_label (host, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "nw-external-symbolic",
                                  NULL);
  /* Translators: first what is there, then the site that opens in the browser */
  g_autofree char *name = g_strdup_printf (_("%1$s, opens %2$s in your browser"), what, host);
  g_autoptr (PangoAttrList) whole = pango_attr_list_new ();

  /* A hyphen would be read as a part of the address. */
  pango_attr_list_insert (whole, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), whole);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_button_set_child (GTK_BUTTON (link), row);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (link, address);
  nw_a11y_set_description (link, address);
  gtk_widget_add_css_class (link, "nw-plan-link");
  nw_a11y_set_name (link, name);
  return link;
}

/**
 * nw_plan_parts_clear:
 * @box: a box
 *
 * Takes everything out of a box.
 */
void
nw_plan_parts_clear (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/**
 * nw_plan_parts_set_class:
 * @widget: a widget
 * @prefix: with what the classes begin of which it has one
 * @css_class: which it has from now on, without the prefix
 *
 * Exchanges a style class for another of its kind.
 */
void
nw_plan_parts_set_class (GtkWidget  *widget,
                         const char *prefix,
                         const char *css_class)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *name = g_strconcat (prefix, css_class, NULL);

  for (gsize i = 0; classes[i] != NULL; i++)
    if (g_str_has_prefix (classes[i], prefix))
      gtk_widget_remove_css_class (widget, classes[i]);
  gtk_widget_add_css_class (widget, name);
}
