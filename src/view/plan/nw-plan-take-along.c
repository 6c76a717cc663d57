/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The buttons that put a place of Prepare on paper or on the clipboard. */

#include "config.h"

#include "view/plan/nw-plan-take-along.h"

#include "view/widgets/nw-a11y.h"

struct _NwPlanTakeAlong
{
  GtkBox     parent_instance;

  GtkWidget *print_button;
  GtkWidget *copy_button;
};

G_DEFINE_FINAL_TYPE (NwPlanTakeAlong, nw_plan_take_along, GTK_TYPE_BOX)

static void
nw_plan_take_along_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_PLAN_TAKE_ALONG);

  G_OBJECT_CLASS (nw_plan_take_along_parent_class)->dispose (object);
}

static void
nw_plan_take_along_class_init (NwPlanTakeAlongClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_take_along_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-take-along.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanTakeAlong, print_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanTakeAlong, copy_button);
}

static void
nw_plan_take_along_init (NwPlanTakeAlong *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nw_a11y_set_name (self->print_button, gtk_button_get_label (GTK_BUTTON (self->print_button)));
  nw_a11y_set_name (self->copy_button, gtk_button_get_label (GTK_BUTTON (self->copy_button)));
}
