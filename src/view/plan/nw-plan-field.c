/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field with its label, its hint and its error, for a text of the plan. */

#include "config.h"

#include "view/plan/nw-plan-field.h"

#include "view/widgets/nw-a11y.h"

struct _NwPlanField
{
  GtkBox      parent_instance;

  GtkWidget  *label;
  GtkWidget  *hint;
  GtkWidget  *entry;

  NwPlan     *plan;
  NwPlanText  text;
  /* The question’s id where the field is for an answer. */
  char       *answer;
};

enum
{
  PROP_LABEL = 1,
  PROP_HINT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwPlanField, nw_plan_field, GTK_TYPE_BOX)

static const char *
get_kept (NwPlanField *self)
{
  return self->answer != NULL ? nw_plan_get_answer (self->plan, self->answer)
                              : nw_plan_get_text (self->plan, self->text);
}

static void
entry_changed_cb (NwPlanField *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->plan == NULL)
    return;
  if (self->answer != NULL)
    nw_plan_set_answer (self->plan, self->answer, text);
  else
    nw_plan_set_text (self->plan, self->text, text);
}

/* An entry that is given a text is empty for a moment and says so: taken for
 * typing, that would delete the very text it is given. */
static void
refresh (NwPlanField *self)
{
  const char *kept = get_kept (self);

  if (g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), kept))
    return;

  g_signal_handlers_block_by_func (self->entry, entry_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), kept);
  g_signal_handlers_unblock_by_func (self->entry, entry_changed_cb, self);
}

/* Return goes on to the next field, as on paper. */
static void
entry_activated_cb (NwPlanField *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
}

static void
bind (NwPlanField *self,
      NwPlan      *plan)
{
  self->plan = g_object_ref (plan);
  refresh (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

static void
set_hint (NwPlanField *self,
          const char  *hint)
{
  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL && *hint != '\0');
  nw_a11y_set_description (self->entry, hint);
}

static void
set_label (NwPlanField *self,
           const char  *label)
{
  gtk_label_set_label (GTK_LABEL (self->label), label != NULL ? label : "");
  nw_a11y_set_name (self->entry, label != NULL ? label : "");
}

static void
nw_plan_field_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  NwPlanField *self = NW_PLAN_FIELD (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;
    case PROP_HINT:
      g_value_set_string (value, gtk_label_get_text (GTK_LABEL (self->hint)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_plan_field_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  NwPlanField *self = NW_PLAN_FIELD (object);

  switch (property_id)
    {
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    case PROP_HINT:
      set_hint (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_plan_field_dispose (GObject *object)
{
  NwPlanField *self = NW_PLAN_FIELD (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->answer, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_FIELD);

  G_OBJECT_CLASS (nw_plan_field_parent_class)->dispose (object);
}

static void
nw_plan_field_class_init (NwPlanFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = nw_plan_field_get_property;
  object_class->set_property = nw_plan_field_set_property;
  object_class->dispose = nw_plan_field_dispose;

  /**
   * NwPlanField:label:
   *
   * What the field is for; an underscore stands before the access key.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /**
   * NwPlanField:hint:
   *
   * What helps to fill it in, or %NULL.
   */
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-field.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanField, label);
  gtk_widget_class_bind_template_child (widget_class, NwPlanField, hint);
  gtk_widget_class_bind_template_child (widget_class, NwPlanField, entry);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
}

static void
nw_plan_field_init (NwPlanField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nw_plan_field_new:
 * @label: what the field is for
 * @hint: (nullable): what helps to fill it in
 *
 * Returns: (transfer floating): a field that belongs to nothing yet
 */
GtkWidget *
nw_plan_field_new (const char *label,
                   const char *hint)
{
  g_return_val_if_fail (label != NULL, NULL);

  return g_object_new (NW_TYPE_PLAN_FIELD, "label", label, "hint", hint, NULL);
}

/**
 * nw_plan_field_bind_text:
 * @self: a field
 * @plan: a plan
 * @text: which text of it
 *
 * Ties the field to a text of the plan, both ways. Once only.
 */
void
nw_plan_field_bind_text (NwPlanField *self,
                         NwPlan      *plan,
                         NwPlanText   text)
{
  g_return_if_fail (NW_IS_PLAN_FIELD (self));
  g_return_if_fail (NW_IS_PLAN (plan));
  g_return_if_fail (self->plan == NULL);

  self->text = text;
  bind (self, plan);
}

/**
 * nw_plan_field_bind_answer:
 * @self: a field
 * @plan: a plan
 * @id: the id of a question for the insurer
 *
 * Ties the field to an answer in the plan, both ways. Once only.
 */
void
nw_plan_field_bind_answer (NwPlanField *self,
                           NwPlan      *plan,
                           const char  *id)
{
  g_return_if_fail (NW_IS_PLAN_FIELD (self));
  g_return_if_fail (NW_IS_PLAN (plan));
  g_return_if_fail (id != NULL);
  g_return_if_fail (self->plan == NULL);

  self->answer = g_strdup (id);
  bind (self, plan);
}

/**
 * nw_plan_field_get_entry:
 * @self: a field
 *
 * Returns: (transfer none): where the text is typed
 */
GtkWidget *
nw_plan_field_get_entry (NwPlanField *self)
{
  g_return_val_if_fail (NW_IS_PLAN_FIELD (self), NULL);

  return self->entry;
}
