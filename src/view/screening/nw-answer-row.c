/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One answer to choose: a large row with a mark, of which every part can be pressed. */

#include "config.h"

#include "view/screening/nw-answer-row.h"

#include "view/widgets/nw-a11y.h"

/* A button that tells a screen reader that it is a radio button or a check
 * box: GTK 4.8 gives nothing but buttons a “click” action that can be used
 * from outside, and calls a GtkCheckButton of a group a check box. */
struct _NwAnswerRow
{
  GtkButton  parent_instance;

  GtkWidget *label;
  GtkWidget *number;
  gboolean   chosen;
};

G_DEFINE_FINAL_TYPE (NwAnswerRow, nw_answer_row, GTK_TYPE_BUTTON)

static void
nw_answer_row_class_init (NwAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-answer-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NwAnswerRow, label);
  gtk_widget_class_bind_template_child (widget_class, NwAnswerRow, number);
  gtk_widget_class_set_css_name (widget_class, "answer");
}

static void
nw_answer_row_init (NwAnswerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nw_a11y_set_part (self->label);
}

/**
 * nw_answer_row_new:
 * @kind: whether it excludes its neighbours
 * @text: the answer
 *
 * Returns: (transfer floating): a row that is not chosen
 */
GtkWidget *
nw_answer_row_new (NwAnswerKind  kind,
                   const char   *text)
{
  NwAnswerRow *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (NW_TYPE_ANSWER_ROW,
                       "accessible-role", kind == NW_ANSWER_RADIO ? GTK_ACCESSIBLE_ROLE_RADIO
                                                                  : GTK_ACCESSIBLE_ROLE_CHECKBOX,
                       NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), kind == NW_ANSWER_RADIO ? "radio" : "check");
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);

  return GTK_WIDGET (self);
}

/**
 * nw_answer_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): the answer
 */
const char *
nw_answer_row_get_text (NwAnswerRow *self)
{
  g_return_val_if_fail (NW_IS_ANSWER_ROW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * nw_answer_row_set_number:
 * @self: a row
 * @number: the key that chooses it, from 1 to 9, or 0 for none
 *
 * Shows the key at the end of the row.
 */
void
nw_answer_row_set_number (NwAnswerRow *self,
                          guint        number)
{
  g_autofree char *text = NULL;

  g_return_if_fail (NW_IS_ANSWER_ROW (self));
  g_return_if_fail (number <= 9);

  text = g_strdup_printf ("%u", number);
  gtk_label_set_text (GTK_LABEL (self->number), text);
  gtk_widget_set_visible (self->number, number > 0);
  if (number > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                    GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, text,
                                    -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self),
                                   GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS);
}

/**
 * nw_answer_row_set_chosen:
 * @self: a row
 * @chosen: whether it is among the answers
 *
 * Shows the row as chosen or not.
 */
void
nw_answer_row_set_chosen (NwAnswerRow *self,
                          gboolean     chosen)
{
  g_return_if_fail (NW_IS_ANSWER_ROW (self));

  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  if (chosen)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_CHECKED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_CHECKED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                      : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

/**
 * nw_answer_row_get_chosen:
 * @self: a row
 *
 * Returns: whether it is shown as chosen
 */
gboolean
nw_answer_row_get_chosen (NwAnswerRow *self)
{
  g_return_val_if_fail (NW_IS_ANSWER_ROW (self), FALSE);

  return self->chosen;
}
