/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One answer to choose: a large row with a mark, of which every part can be pressed. */

#include "config.h"

#include "view/screening/nw-answer-row.h"

#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-line.h"

/* A button that tells a screen reader that it is a radio button or a check
 * box: GTK 4.8 gives nothing but buttons a “click” action that can be used
 * from outside, and calls a GtkCheckButton of a group a check box. */
struct _NwAnswerRow
{
  GtkButton     parent_instance;

  NwAnswerKind  kind;
  GtkWidget    *line;
  GtkWidget    *mark;
  GtkWidget    *label;
  /* Where its key is shown. */
  GtkWidget    *number;
  gboolean      chosen;
};

G_DEFINE_FINAL_TYPE (NwAnswerRow, nw_answer_row, GTK_TYPE_BUTTON)

static void
nw_answer_row_class_init (NwAnswerRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_css_name (widget_class, "answer");
}

/* Not a template: a page may have hundreds of them. */
static void
nw_answer_row_init (NwAnswerRow *self)
{
  self->line = nw_line_new (15);
  self->mark = g_object_new (GTK_TYPE_BOX,
                             "css-name", "mark",
                             "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                             "hexpand", FALSE,
                             "valign", GTK_ALIGN_CENTER,
                             NULL);
  self->label = g_object_new (GTK_TYPE_LABEL,
                              "hexpand", TRUE,
                              "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "xalign", 0.0,
                              NULL);
  nw_a11y_set_part (self->label);
  nw_line_append (NW_LINE (self->line), self->mark);
  nw_line_append (NW_LINE (self->line), self->label);
  gtk_button_set_child (GTK_BUTTON (self), self->line);
}

/**
 * nw_answer_row_new:
 * @kind: whether it excludes its neighbours
 * @text: the answer
 * @fills: whether it takes the width that there is, and wants none of its own
 *
 * Returns: (transfer floating): a row that is not chosen
 */
GtkWidget *
nw_answer_row_new (NwAnswerKind  kind,
                   const char   *text,
                   gboolean      fills)
{
  NwAnswerRow *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (NW_TYPE_ANSWER_ROW,
                       "accessible-role", kind == NW_ANSWER_RADIO ? GTK_ACCESSIBLE_ROLE_RADIO
                                                                  : GTK_ACCESSIBLE_ROLE_CHECKBOX,
                       NULL);
  self->kind = kind;
  gtk_widget_add_css_class (GTK_WIDGET (self), kind == NW_ANSWER_RADIO ? "radio" : "check");
  gtk_label_set_text (GTK_LABEL (self->label), text);
  if (fills)
    nw_words_fill (GTK_LABEL (self->label));
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

static void
add_number (NwAnswerRow *self)
{
  self->number = g_object_new (GTK_TYPE_LABEL,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                               "valign", GTK_ALIGN_CENTER,
                               NULL);
  gtk_widget_add_css_class (self->number, "key");
  nw_line_append (NW_LINE (self->line), self->number);
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

  if (self->number == NULL && number == 0)
    return;
  if (self->number == NULL)
    add_number (self);
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

/* A radio button’s mark is a dot, which is painted by its style. */
static void
add_tick (NwAnswerRow *self)
{
  GtkWidget *tick = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "hexpand", TRUE,
                                  "icon-name", "object-select-symbolic",
                                  "vexpand", TRUE,
                                  NULL);

  gtk_box_append (GTK_BOX (self->mark), tick);
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
  if (chosen && self->kind == NW_ANSWER_CHECK
      && gtk_widget_get_first_child (self->mark) == NULL)
    add_tick (self);
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
