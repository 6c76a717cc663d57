/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card for one register: who keeps it, what it tells, and where to look. */

#include "config.h"

#include "view/plan/nw-plan-register.h"

#include <glib/gi18n.h>

#include "view/plan/nw-plan-format.h"
#include "view/plan/nw-plan-parts.h"
#include "view/widgets/nw-a11y.h"

struct _NwPlanRegister
{
  GtkBox     parent_instance;

  GtkWidget *who;
  GtkWidget *standing;
  GtkWidget *title;
  GtkWidget *tells;
  GtkWidget *doubt;
  GtkWidget *doubt_label;
  GtkWidget *link_slot;
  GtkWidget *checked;
  GtkWidget *use_button;

  char      *id;
};

enum
{
  SIGNAL_USED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwPlanRegister, nw_plan_register, GTK_TYPE_BOX)

static void
use_clicked_cb (NwPlanRegister *self)
{
  g_signal_emit (self, signals[SIGNAL_USED], 0);
}

static const char *
get_standing_class (NwStanding standing)
{
  switch (standing)
    {
    case NW_STANDING_LAW:
      return "law";
    case NW_STANDING_VOLUNTARY:
      return "voluntary";
    case NW_STANDING_MIXED:
    case NW_STANDING_NONE:
    case NW_STANDING_UNSETTLED:
    default:
      return "unclear";
    }
}

static void
show_entry (NwPlanRegister   *self,
            const NwRegister *entry)
{
  g_autofree char *checked = nw_plan_format_checked (entry->checked, entry->confidence);
  g_autofree char *use_name = NULL;

  gtk_label_set_text (GTK_LABEL (self->who), entry->who);
  gtk_label_set_text (GTK_LABEL (self->standing), nw_plan_format_standing (entry->standing));
  nw_plan_parts_set_class (self->standing, "standing-", get_standing_class (entry->standing));
  if (entry->title != NULL)
    {
      /* Translators: %s is a professional title, such as “Licensed acupuncturist (L.Ac.)” */
      g_autofree char *title = g_strdup_printf (_("The title: %s"), entry->title);

      gtk_label_set_text (GTK_LABEL (self->title), title);
    }
  gtk_widget_set_visible (self->title, entry->title != NULL);
  gtk_label_set_text (GTK_LABEL (self->tells), entry->tells);
  gtk_label_set_text (GTK_LABEL (self->doubt_label), entry->doubt != NULL ? entry->doubt : "");
  gtk_widget_set_visible (self->doubt, entry->doubt != NULL);
  if (entry->address != NULL)
    gtk_box_append (GTK_BOX (self->link_slot),
                    nw_plan_parts_new_link (entry->address, entry->who));
  gtk_widget_set_visible (self->link_slot, entry->address != NULL);
  gtk_label_set_text (GTK_LABEL (self->checked), checked);

  /* Translators: %s is who keeps a register */
  use_name = g_strdup_printf (_("I looked here: %s"), entry->who);
  nw_a11y_set_name (self->use_button, use_name);
  nw_a11y_set_name (GTK_WIDGET (self), entry->who);
}

static void
nw_plan_register_dispose (GObject *object)
{
  NwPlanRegister *self = NW_PLAN_REGISTER (object);

  g_clear_pointer (&self->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_REGISTER);

  G_OBJECT_CLASS (nw_plan_register_parent_class)->dispose (object);
}

static void
nw_plan_register_class_init (NwPlanRegisterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_register_dispose;

  /**
   * NwPlanRegister::used:
   * @self: a card
   *
   * The person has looked into this register.
   */
  signals[SIGNAL_USED] = g_signal_new ("used",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-register.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanRegister, who);
  gtk_widget_class_bind_template_child (widget_class, NwPlanRegister, standing);
  gtk_widget_class_bind_template_child (widget_class, NwPlanRegister, title);
  gtk_widget_class_bind_template_child (widget_class, NwPlanRegister, tells);
  gtk_widget_class_bind_template_child (widget_class, NwPlanRegister, doubt);
  gtk_widget_class_bind_template_child (widget_class, NwPlanRegister, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, NwPlanRegister, link_slot);
  gtk_widget_class_bind_template_child (widget_class, NwPlanRegister, checked);
  gtk_widget_class_bind_template_child (widget_class, NwPlanRegister, use_button);
  gtk_widget_class_bind_template_callback (widget_class, use_clicked_cb);
}

static void
nw_plan_register_init (NwPlanRegister *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nw_plan_register_new:
 * @entry: a register of the directory
 *
 * Returns: (transfer floating): a card that shows it
 */
GtkWidget *
nw_plan_register_new (const NwRegister *entry)
{
  NwPlanRegister *self;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (NW_TYPE_PLAN_REGISTER, NULL);
  self->id = g_strdup (entry->id);
  show_entry (self, entry);
  return GTK_WIDGET (self);
}

/**
 * nw_plan_register_get_id:
 * @self: a card
 *
 * Returns: the register’s id
 */
const char *
nw_plan_register_get_id (NwPlanRegister *self)
{
  g_return_val_if_fail (NW_IS_PLAN_REGISTER (self), NULL);

  return self->id;
}
