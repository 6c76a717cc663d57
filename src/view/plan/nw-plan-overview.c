/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left to do before the first appointment, on one page. */

#include "config.h"

#include "view/plan/nw-plan-overview.h"

#include <glib/gi18n.h>

#include "view/plan/nw-plan-appointment.h"
#include "view/plan/nw-plan-card.h"
#include "view/plan/nw-plan-reminders.h"
#include "view/plan/nw-plan-take-along.h"
#include "view/widgets/nw-a11y.h"

struct _NwPlanOverview
{
  GtkBox            parent_instance;

  GtkWidget        *heading;
  GtkWidget        *appointment;
  GtkWidget        *cards;
  GtkWidget        *licence;
  GtkWidget        *insurance;
  GtkWidget        *questions;
  GtkWidget        *questions_summary;
  GtkWidget        *questions_button;
  GtkWidget        *reminders;
  GtkWidget        *foot;

  NwPlanKeeper     *keeper;
  NwInsuranceGuide *guide;
};

G_DEFINE_FINAL_TYPE (NwPlanOverview, nw_plan_overview, GTK_TYPE_BOX)

static void
update_suggestion (NwPlanOverview *self,
                   NwPlan         *plan)
{
  gboolean has_date = nw_plan_get_appointment (plan) != NULL && !nw_plan_get_has_been (plan);
  gboolean licence_done = nw_plan_get_state (plan, NW_CHECK_LICENCE) == NW_CHECK_DONE;
  gboolean insurance_done = nw_plan_get_state (plan, NW_CHECK_INSURANCE) == NW_CHECK_DONE;

  nw_plan_card_set_suggested (NW_PLAN_CARD (self->licence), has_date && !licence_done);
  nw_plan_card_set_suggested (NW_PLAN_CARD (self->insurance),
                              has_date && licence_done && !insurance_done);
}

static void
update_questions (NwPlanOverview *self,
                  NwPlan         *plan)
{
  GPtrArray *questions = nw_insurance_guide_get_practitioner (self->guide);
  guint own = nw_plan_get_n_own_questions (plan);
  guint ticked = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < questions->len; i++)
    ticked += nw_plan_get_ticked (plan, ((NwGuideQuestion *) g_ptr_array_index (questions, i))->id);
  for (guint i = 0; i < own; i++)
    {
      const char *id;

      nw_plan_get_own_question (plan, i, &id);
      ticked += nw_plan_get_ticked (plan, id);
    }

  text = ticked == 0
           ? g_strdup (_("What to ask before the first needle. Tick what you want to ask, and add "
                         "your own."))
           : g_strdup_printf (ngettext ("%1$u of %2$u question ticked",
                                        "%1$u of %2$u questions ticked", questions->len + own),
                              ticked, questions->len + own);
  gtk_label_set_text (GTK_LABEL (self->questions_summary), text);
}

static void
refresh (NwPlanOverview *self)
{
  NwPlan *plan = nw_plan_keeper_get_plan (self->keeper);

  update_suggestion (self, plan);
  update_questions (self, plan);
}

static void
nw_plan_overview_dispose (GObject *object)
{
  NwPlanOverview *self = NW_PLAN_OVERVIEW (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->guide);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_OVERVIEW);

  G_OBJECT_CLASS (nw_plan_overview_parent_class)->dispose (object);
}

static void
nw_plan_overview_class_init (NwPlanOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_overview_dispose;

  g_type_ensure (NW_TYPE_PLAN_APPOINTMENT);
  g_type_ensure (NW_TYPE_PLAN_CARD);
  g_type_ensure (NW_TYPE_PLAN_REMINDERS);
  g_type_ensure (NW_TYPE_PLAN_TAKE_ALONG);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, heading);
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, appointment);
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, cards);
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, licence);
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, insurance);
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, questions);
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, questions_summary);
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, questions_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, reminders);
  gtk_widget_class_bind_template_child (widget_class, NwPlanOverview, foot);
}

static void
nw_plan_overview_init (NwPlanOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nw_a11y_set_landing (self->heading);
  nw_a11y_set_name (self->heading, _("Before the First Appointment"));
  nw_a11y_set_name (self->questions, _("Questions for the Practitioner"));
}

/**
 * nw_plan_overview_new:
 * @keeper: keeps the plan
 * @directory: the directory of registers
 * @guide: the questions
 *
 * Returns: (transfer floating): the overview
 */
GtkWidget *
nw_plan_overview_new (NwPlanKeeper     *keeper,
                      NwDirectory      *directory,
                      NwInsuranceGuide *guide)
{
  NwPlanOverview *self;
  NwPlan *plan;

  g_return_val_if_fail (NW_IS_PLAN_KEEPER (keeper), NULL);
  g_return_val_if_fail (NW_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (guide), NULL);

  self = g_object_new (NW_TYPE_PLAN_OVERVIEW, NULL);
  self->keeper = g_object_ref (keeper);
  self->guide = g_object_ref (guide);
  plan = nw_plan_keeper_get_plan (keeper);
  nw_plan_appointment_set_up (NW_PLAN_APPOINTMENT (self->appointment), plan);
  nw_plan_card_set_up (NW_PLAN_CARD (self->licence), plan, NW_CHECK_LICENCE, directory, guide);
  nw_plan_card_set_up (NW_PLAN_CARD (self->insurance), plan, NW_CHECK_INSURANCE, directory, guide);
  nw_plan_reminders_set_up (NW_PLAN_REMINDERS (self->reminders), plan);
  refresh (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nw_plan_overview_set_layout:
 * @self: the overview
 * @layout: how much room there is
 *
 * Puts the two cards side by side, or one above the other.
 */
void
nw_plan_overview_set_layout (NwPlanOverview *self,
                             NwLayout        layout)
{
  GtkOrientation orientation;

  g_return_if_fail (NW_IS_PLAN_OVERVIEW (self));

  orientation = layout == NW_LAYOUT_NARROW ? GTK_ORIENTATION_VERTICAL
                                           : GTK_ORIENTATION_HORIZONTAL;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->cards), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->foot), orientation);
  gtk_box_set_homogeneous (GTK_BOX (self->cards), layout != NW_LAYOUT_NARROW);
  nw_plan_appointment_set_narrow (NW_PLAN_APPOINTMENT (self->appointment),
                                  layout == NW_LAYOUT_NARROW);
}

/**
 * nw_plan_overview_take_focus:
 * @self: the overview
 * @from: (nullable): the place from which the person comes back, or %NULL
 *
 * Puts the focus on the button that led to the place, or on the heading.
 */
void
nw_plan_overview_take_focus (NwPlanOverview *self,
                             const char     *from)
{
  g_return_if_fail (NW_IS_PLAN_OVERVIEW (self));

  if (g_strcmp0 (from, "licence") == 0)
    gtk_widget_grab_focus (nw_plan_card_get_button (NW_PLAN_CARD (self->licence)));
  else if (g_strcmp0 (from, "insurance") == 0)
    gtk_widget_grab_focus (nw_plan_card_get_button (NW_PLAN_CARD (self->insurance)));
  else if (g_strcmp0 (from, "questions") == 0)
    gtk_widget_grab_focus (self->questions_button);
  else
    gtk_widget_grab_focus (self->heading);
}

/**
 * nw_plan_overview_edit_date:
 * @self: the overview
 *
 * Opens the form for the first appointment.
 */
void
nw_plan_overview_edit_date (NwPlanOverview *self)
{
  g_return_if_fail (NW_IS_PLAN_OVERVIEW (self));

  nw_plan_appointment_edit (NW_PLAN_APPOINTMENT (self->appointment));
}
