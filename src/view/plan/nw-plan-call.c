/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions for the insurer: all at once, or one at a time during the call. */

#include "config.h"

#include "view/plan/nw-plan-call.h"

#include <glib/gi18n.h>

#include "view/plan/nw-plan-field.h"
#include "view/plan/nw-plan-format.h"
#include "view/plan/nw-plan-parts.h"
#include "view/widgets/nw-a11y.h"

struct _NwPlanCall
{
  GtkBox            parent_instance;

  GtkWidget        *modes;
  GtkWidget        *all_button;
  GtkWidget        *single_button;
  GtkWidget        *script;
  GtkWidget        *single;
  GtkWidget        *progress;
  GtkWidget        *slot;
  GtkWidget        *back_button;
  GtkWidget        *next_button;

  NwPlan           *plan;
  NwInsuranceGuide *guide;
  GSettings        *settings;
  guint             current;
};

enum
{
  SIGNAL_MODE_CHANGED,
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwPlanCall, nw_plan_call, GTK_TYPE_BOX)

static GtkWidget *
create_field (NwPlanCall *self,
              guint       index)
{
  const NwGuideQuestion *question = g_ptr_array_index (
    nw_insurance_guide_get_script (self->guide), index);
  g_autofree char *label = nw_plan_format_numbered (index, question->question);
  GtkWidget *field = nw_plan_field_new (label, question->hint);

  nw_plan_field_bind_answer (NW_PLAN_FIELD (field), self->plan, question->id);
  return field;
}

/* All at once */

static void
show_all (NwPlanCall *self)
{
  guint n = nw_insurance_guide_get_script (self->guide)->len;

  nw_plan_parts_clear (self->slot);
  gtk_widget_set_visible (self->single, FALSE);
  if (gtk_widget_get_first_child (self->script) == NULL)
    for (guint i = 0; i < n; i++)
      gtk_box_append (GTK_BOX (self->script), create_field (self, i));
  gtk_widget_set_visible (self->script, TRUE);
}

/* One at a time */

static void go_on (NwPlanCall *self);

/* The question is built anew and takes the focus: a screen reader hears of
 * nothing else on GTK 4.8. */
static void
show_question (NwPlanCall *self,
               guint       index)
{
  guint n = nw_insurance_guide_get_script (self->guide)->len;
  gboolean last = index + 1 == n;
  const char *next = last ? _("_Go to the End of the Call") : _("_Next");
  /* Translators: which of how many */
  g_autofree char *progress = g_strdup_printf (_("Question %1$u of %2$u"), index + 1, n);
  GtkWidget *field = create_field (self, index);

  self->current = index;
  nw_plan_parts_clear (self->slot);
  gtk_box_append (GTK_BOX (self->slot), field);
  g_signal_connect_object (nw_plan_field_get_entry (NW_PLAN_FIELD (field)), "activate",
                           G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
  gtk_label_set_text (GTK_LABEL (self->progress), progress);
  nw_a11y_set_name (self->single, progress);
  gtk_widget_set_sensitive (self->back_button, index > 0);
  gtk_button_set_label (GTK_BUTTON (self->next_button), next);
  nw_a11y_set_name (self->next_button, next);
}

static void
focus_question (NwPlanCall *self)
{
  gtk_widget_grab_focus (nw_plan_field_get_entry (
    NW_PLAN_FIELD (gtk_widget_get_first_child (self->slot))));
}

static guint
find_first_unanswered (NwPlanCall *self)
{
  GPtrArray *script = nw_insurance_guide_get_script (self->guide);

  for (guint i = 0; i < script->len; i++)
    {
      const NwGuideQuestion *question = g_ptr_array_index (script, i);

      if (*nw_plan_get_answer (self->plan, question->id) == '\0')
        return i;
    }
  return 0;
}

static void
show_single (NwPlanCall *self)
{
  gtk_widget_set_visible (self->script, FALSE);
  nw_plan_parts_clear (self->script);
  show_question (self, find_first_unanswered (self));
  gtk_widget_set_visible (self->single, TRUE);
}

static void
go_on (NwPlanCall *self)
{
  if (self->current + 1 == nw_insurance_guide_get_script (self->guide)->len)
    {
      g_signal_emit (self, signals[SIGNAL_ENDED], 0);
      return;
    }
  show_question (self, self->current + 1);
  focus_question (self);
}

static void
next_clicked_cb (NwPlanCall *self)
{
  go_on (self);
}

static void
back_clicked_cb (NwPlanCall *self)
{
  if (self->current == 0)
    return;

  show_question (self, self->current - 1);
  focus_question (self);
}

static void
update_mode (NwPlanCall *self)
{
  if (nw_plan_call_is_single (self))
    show_single (self);
  else
    show_all (self);
  g_signal_emit (self, signals[SIGNAL_MODE_CHANGED], 0);
}

static void
nw_plan_call_dispose (GObject *object)
{
  NwPlanCall *self = NW_PLAN_CALL (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->guide);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_CALL);

  G_OBJECT_CLASS (nw_plan_call_parent_class)->dispose (object);
}

static void
nw_plan_call_class_init (NwPlanCallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_call_dispose;

  /**
   * NwPlanCall::mode-changed:
   * @self: the questions
   *
   * They are shown all at once from now on, or one at a time.
   */
  signals[SIGNAL_MODE_CHANGED] = g_signal_new ("mode-changed",
                                               G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);
  /**
   * NwPlanCall::ended:
   * @self: the questions
   *
   * The person goes on after the last question.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended",
                                        G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-call.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanCall, modes);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCall, all_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCall, single_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCall, script);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCall, single);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCall, progress);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCall, slot);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCall, back_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCall, next_button);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
}

static void
name_mode (GtkWidget  *button,
           const char *name)
{
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), nw_plan_parts_new_label (name, NULL));
  nw_a11y_set_name (button, name);
}

static void
nw_plan_call_init (NwPlanCall *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nw_a11y_set_name (self->modes, _("How to Go Through the Call"));
  name_mode (self->all_button, _("All questions at once"));
  name_mode (self->single_button, _("One at a time, during the call"));
  nw_a11y_set_name (self->back_button, gtk_button_get_label (GTK_BUTTON (self->back_button)));
}

/**
 * nw_plan_call_set_up:
 * @self: the questions
 * @plan: a plan, for the answers
 * @guide: the questions
 *
 * Ties them to a plan. Once only.
 */
void
nw_plan_call_set_up (NwPlanCall       *self,
                     NwPlan           *plan,
                     NwInsuranceGuide *guide)
{
  g_return_if_fail (NW_IS_PLAN_CALL (self));
  g_return_if_fail (NW_IS_PLAN (plan));
  g_return_if_fail (NW_IS_INSURANCE_GUIDE (guide));
  g_return_if_fail (self->plan == NULL);

  self->plan = g_object_ref (plan);
  self->guide = g_object_ref (guide);
  self->settings = g_settings_new (NW_APPLICATION_ID);
  if (g_settings_get_boolean (self->settings, "one-question-at-a-time"))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->single_button), TRUE);
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->all_button), TRUE);
  update_mode (self);
  g_signal_connect_object (self->single_button, "toggled", G_CALLBACK (update_mode), self,
                           G_CONNECT_SWAPPED);
  g_settings_bind (self->settings, "one-question-at-a-time", self->single_button, "active",
                   G_SETTINGS_BIND_SET | G_SETTINGS_BIND_NO_SENSITIVITY);
}

/**
 * nw_plan_call_is_single:
 * @self: the questions
 *
 * Returns: whether they are shown one at a time
 */
gboolean
nw_plan_call_is_single (NwPlanCall *self)
{
  g_return_val_if_fail (NW_IS_PLAN_CALL (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->single_button));
}
