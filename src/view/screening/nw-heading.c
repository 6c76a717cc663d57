/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A heading that takes the focus: how a screen reader on GTK 4.8 learns of a new page. */

#include "config.h"

#include "view/screening/nw-heading.h"

#include "view/widgets/nw-a11y.h"

/* A label refuses the focus unless it can be selected; a plain widget takes it and
 * has its name read. */
struct _NwHeading
{
  GtkWidget  parent_instance;

  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (NwHeading, nw_heading, GTK_TYPE_WIDGET)

static void
nw_heading_dispose (GObject *object)
{
  g_clear_pointer (&NW_HEADING (object)->label, gtk_widget_unparent);

  G_OBJECT_CLASS (nw_heading_parent_class)->dispose (object);
}

static void
nw_heading_class_init (NwHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_heading_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "heading");
}

static void
nw_heading_init (NwHeading *self)
{
  nw_a11y_set_landing (GTK_WIDGET (self));
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                              "xalign", 0.0,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * nw_heading_new:
 * @text: what it says
 * @css_class: its size, such as `nw-title`
 *
 * Returns: (transfer floating): a heading, named as it says
 */
GtkWidget *
nw_heading_new (const char *text,
                const char *css_class)
{
  NwHeading *self = g_object_new (NW_TYPE_HEADING, NULL);

  gtk_widget_add_css_class (self->label, css_class);
  nw_heading_set_text (self, text);

  return GTK_WIDGET (self);
}

/**
 * nw_heading_set_text:
 * @self: a heading
 * @text: what it says
 *
 * Sets the text and the name. A longer name can be set afterwards.
 */
void
nw_heading_set_text (NwHeading  *self,
                     const char *text)
{
  g_return_if_fail (NW_IS_HEADING (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  nw_a11y_set_name (GTK_WIDGET (self), text);
}

/**
 * nw_heading_find:
 * @widget: where to look
 *
 * Returns: (transfer none) (nullable): the first heading within @widget
 */
GtkWidget *
nw_heading_find (GtkWidget *widget)
{
  if (NW_IS_HEADING (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *heading = nw_heading_find (child);

      if (heading != NULL)
        return heading;
    }

  return NULL;
}
