/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps buttons in touch with the actions of a widget that comes and goes. */

#include "config.h"

#include "view/widgets/nw-actions.h"

static void
renew (GtkActionable *actionable)
{
  const char *name = gtk_actionable_get_action_name (actionable);
  GVariant *target = gtk_actionable_get_action_target_value (actionable);
  g_autofree char *name_again = g_strdup (name);
  g_autoptr (GVariant) target_again = target != NULL ? g_variant_ref (target) : NULL;

  if (name == NULL)
    return;
  gtk_actionable_set_action_name (actionable, NULL);
  gtk_actionable_set_action_name (actionable, name_again);
  gtk_actionable_set_action_target_value (actionable, target_again);
}

/**
 * nw_actions_renew:
 * @widget: a widget that has just been put into a window again
 *
 * Lets every button in @widget look for its action anew. When a widget is taken
 * out of a window and put back, GTK 4.8 tells the buttons in it that the
 * widget’s own actions are gone, and not that they are there again: the buttons
 * would stay insensitive.
 */
void
nw_actions_renew (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_ACTIONABLE (widget))
    renew (GTK_ACTIONABLE (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    nw_actions_renew (child);
}
