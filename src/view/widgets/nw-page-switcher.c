/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three tabs of the window: Read, Screen, Prepare. */

#include "config.h"

#include "view/widgets/nw-page-switcher.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"

struct _NwPageSwitcher
{
  GtkWidget  parent_instance;

  GtkWidget *read;
  GtkWidget *screen;
  GtkWidget *prepare;
  GtkWidget *badge;
  guint      to_do;
};

G_DEFINE_FINAL_TYPE (NwPageSwitcher, nw_page_switcher, GTK_TYPE_WIDGET)

static void
active_changed_cb (GtkToggleButton *button)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button),
                               GTK_ACCESSIBLE_STATE_SELECTED,
                               gtk_toggle_button_get_active (button),
                               -1);
}

static void
nw_page_switcher_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_PAGE_SWITCHER);

  G_OBJECT_CLASS (nw_page_switcher_parent_class)->dispose (object);
}

static void
nw_page_switcher_class_init (NwPageSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_page_switcher_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-page-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPageSwitcher, read);
  gtk_widget_class_bind_template_child (widget_class, NwPageSwitcher, screen);
  gtk_widget_class_bind_template_child (widget_class, NwPageSwitcher, prepare);
  gtk_widget_class_bind_template_child (widget_class, NwPageSwitcher, badge);
}

static void
nw_page_switcher_init (NwPageSwitcher *self)
{
  GtkWidget *buttons[3];

  gtk_widget_init_template (GTK_WIDGET (self));

  nw_a11y_set_name (GTK_WIDGET (self), _("Pages"));
  nw_a11y_set_name (self->read, C_("page", "Read"));
  nw_a11y_set_name (self->screen, C_("page", "Screen"));
  nw_a11y_set_name (self->prepare, C_("page", "Prepare"));

  buttons[0] = self->read;
  buttons[1] = self->screen;
  buttons[2] = self->prepare;
  for (gsize i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_signal_connect (buttons[i], "notify::active", G_CALLBACK (active_changed_cb), NULL);
      active_changed_cb (GTK_TOGGLE_BUTTON (buttons[i]));
      gtk_widget_set_visible (buttons[i], TRUE);
    }
}

/**
 * nw_page_switcher_set_to_do:
 * @self: a page switcher
 * @to_do: how many things on the page Prepare want doing now
 *
 * Shows a small count beside Prepare, or none for 0.
 */
void
nw_page_switcher_set_to_do (NwPageSwitcher *self,
                            guint           to_do)
{
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (NW_IS_PAGE_SWITCHER (self));

  if (self->to_do == to_do)
    return;

  self->to_do = to_do;
  count = g_strdup_printf ("%u", to_do);
  gtk_label_set_text (GTK_LABEL (self->badge), count);
  gtk_widget_set_visible (self->badge, to_do > 0);

  if (to_do == 0)
    name = g_strdup (C_("page", "Prepare"));
  else
    /* Translators: what a screen reader says of the page’s tab */
    name = g_strdup_printf (ngettext ("Prepare, %u thing to do",
                                      "Prepare, %u things to do",
                                      to_do),
                            to_do);
  nw_a11y_set_name (self->prepare, name);
}

/**
 * nw_page_switcher_get_to_do:
 * @self: a page switcher
 *
 * Returns: the count beside Prepare, or 0 for none
 */
guint
nw_page_switcher_get_to_do (NwPageSwitcher *self)
{
  g_return_val_if_fail (NW_IS_PAGE_SWITCHER (self), 0);

  return self->to_do;
}
