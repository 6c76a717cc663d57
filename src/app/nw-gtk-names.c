/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for what GTK’s own windows leave without one, or misname. */

#include "config.h"

#include "app/nw-gtk-names.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"

/* What stands in the windows About and Shortcuts and would be called by its
 * class. A picture there only decorates. */
static const struct
{
  const char *type_name;
  const char *name;
} names[] = {
  { "GtkMenuButton", N_("Views") },
  { "GtkSearchEntry", N_("Search Shortcuts") },
  { "GtkStackSwitcher", N_("Parts of This Window") },
  { "GtkTextView", N_("Details") },
  { "GtkToggleButton", N_("Search") },
};

/* GTK 4.8 calls a button “_Close Close”. */
static void
name_button (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);

  if (label != NULL && gtk_button_get_use_underline (button))
    nw_a11y_set_name (GTK_WIDGET (button), label);
}

static void
name_widgets (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    name_button (GTK_BUTTON (widget));
  if (GTK_IS_IMAGE (widget))
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);

  /* The buttons of a switcher carry their names. */
  if (GTK_IS_TOGGLE_BUTTON (widget) && gtk_button_get_icon_name (GTK_BUTTON (widget)) == NULL &&
      !GTK_IS_IMAGE (gtk_button_get_child (GTK_BUTTON (widget))))
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (G_OBJECT_TYPE_NAME (widget), names[i].type_name))
      {
        nw_a11y_set_name (widget, _(names[i].name));
        if (!GTK_IS_STACK_SWITCHER (widget))
          return;
      }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_widgets (child);
}

static void
window_mapped_cb (GtkWidget *window)
{
  if (GTK_IS_SHORTCUTS_WINDOW (window))
    {
      nw_a11y_set_name (window, _("Keyboard Shortcuts"));
      nw_a11y_silence_pages (window);
    }
  else
    nw_a11y_set_name (window, _("_About Needlewise"));
  name_widgets (window);
}

static void
windows_changed_cb (GListModel *windows,
                    guint       position,
                    guint       removed,
                    guint       added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      /* A message is GTK’s where no program opens a link. */
      if (GTK_IS_ABOUT_DIALOG (window) || GTK_IS_SHORTCUTS_WINDOW (window)
          || GTK_IS_MESSAGE_DIALOG (window))
        g_signal_connect (window, "map", G_CALLBACK (window_mapped_cb), NULL);
    }
}

/**
 * nw_gtk_names_watch:
 *
 * From now on each window of GTK’s own, About, Shortcuts and messages, gets the
 * names that a screen reader needs when it is shown.
 */
void
nw_gtk_names_watch (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed",
                    G_CALLBACK (windows_changed_cb), NULL);
}
