/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks before everything is deleted, and says what goes. */

#include "config.h"

#include "view/plan/nw-plan-delete.h"

#include <glib/gi18n.h>

#include "view/plan/nw-plan-parts.h"

struct _NwPlanDelete
{
  GtkWindow  parent_instance;

  GtkWidget *goes;
  GtkWidget *stays;
};

G_DEFINE_FINAL_TYPE (NwPlanDelete, nw_plan_delete, GTK_TYPE_WINDOW)

static void
add_bullets (GtkWidget         *box,
             const char *const *texts)
{
  for (gsize i = 0; texts[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), nw_plan_parts_new_bullet (texts[i]));
}

static void
delete_clicked_cb (NwPlanDelete *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), "app.delete-everything", NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
nw_plan_delete_class_init (NwPlanDeleteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-delete.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanDelete, goes);
  gtk_widget_class_bind_template_child (widget_class, NwPlanDelete, stays);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nw_plan_delete_init (NwPlanDelete *self)
{
  const char *const goes[] = {
    _("Everything that you wrote under Prepare, also older copies"),
    _("Your answers to the questions under Screen, those that are saved and those that are shown"),
    _("Your settings, such as the size of the text"),
    _("Reminders that are shown or still to come, and what starts them with your computer"),
    NULL,
  };
  const char *const stays[] = {
    _("Files that you saved elsewhere, calendar entries and prints"),
    _("Backups of your computer, and traces on the disk that special tools may find"),
    NULL,
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  add_bullets (self->goes, goes);
  /* GTK gives the focus to Cancel, the first button. Given here, before the
   * window is there, GTK 4.8 would tell no screen reader of window and focus. */
  add_bullets (self->stays, stays);
}

/**
 * nw_plan_delete_ask:
 * @from: a widget in the window over which to ask
 *
 * Asks whether to delete everything. Where the person agrees, the application’s
 * action `delete-everything` does it.
 */
void
nw_plan_delete_ask (GtkWidget *from)
{
  GtkRoot *root;

  g_return_if_fail (GTK_IS_WIDGET (from));

  root = gtk_widget_get_root (from);
  gtk_window_present (g_object_new (NW_TYPE_PLAN_DELETE,
                                    "transient-for", root,
                                    NULL));
}
