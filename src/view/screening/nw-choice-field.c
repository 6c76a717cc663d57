/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with answers to choose from: one of them or several, and perhaps one’s own words. */

#include "config.h"

#include "view/screening/nw-choice-field.h"

#include <glib/gi18n.h>

#include "model/screening/nw-answer-text.h"
#include "view/screening/nw-answer-group.h"
#include "view/widgets/nw-a11y.h"

struct _NwChoiceField
{
  NwField        parent_instance;

  NwAnswerGroup *group;
  /* Of an open choice: the last row, and the entry that it brings. */
  guint          other_row;
  GtkWidget     *other_entry;
  gboolean       other_open;
};

G_DEFINE_FINAL_TYPE (NwChoiceField, nw_choice_field, NW_TYPE_FIELD)

/* Of a boolean, the first row means true. */
static NwValue *
dup_option (const NwItem *item,
            guint         index)
{
  if (item->type == NW_ITEM_BOOLEAN)
    return nw_value_new_boolean (index == 0);
  return nw_value_ref (item->options[index].value);
}

static void
choose_boolean (NwField  *field,
                guint     index,
                gboolean  chosen)
{
  g_autoptr (NwValue) value = dup_option (nw_field_get_definition (field), index);

  nw_screening_set_answer (nw_field_get_screening (field), nw_field_get_item (field),
                           chosen ? value : NULL);
}

/* The entry appears; nothing is answered until something stands in it. */
static void
choose_other (NwChoiceField *self,
              gboolean       chosen)
{
  NwField *field = NW_FIELD (self);

  self->other_open = chosen;
  nw_screening_set_other (nw_field_get_screening (field), nw_field_get_item (field),
                          chosen ? gtk_editable_get_text (GTK_EDITABLE (self->other_entry)) : NULL);
  nw_field_refresh (field);
  if (chosen)
    gtk_widget_grab_focus (self->other_entry);
}

static void
chose_cb (NwChoiceField *self,
          guint          index,
          gboolean       chosen)
{
  NwField *field = NW_FIELD (self);
  const NwItem *item = nw_field_get_definition (field);

  if (item->type == NW_ITEM_BOOLEAN)
    choose_boolean (field, index, chosen);
  else if (self->other_entry != NULL && index == self->other_row)
    choose_other (self, chosen);
  else
    {
      self->other_open = self->other_open && item->repeats;
      nw_screening_choose (nw_field_get_screening (field), nw_field_get_item (field),
                           index, chosen);
      nw_field_refresh (field);
    }
}

static void
other_changed_cb (NwChoiceField *self)
{
  NwField *field = NW_FIELD (self);

  nw_screening_set_other (nw_field_get_screening (field), nw_field_get_item (field),
                          gtk_editable_get_text (GTK_EDITABLE (self->other_entry)));
}

static void
other_activated_cb (NwChoiceField *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "screening.next", NULL);
}

static void
add_other (NwChoiceField *self)
{
  self->other_row = nw_answer_group_get_length (self->group);
  nw_answer_group_append (self->group, _("Something else"));
  self->other_entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->other_entry, "nw-answer-entry");
  nw_a11y_set_name (self->other_entry, _("In your own words"));
  g_signal_connect_object (self->other_entry, "changed",
                           G_CALLBACK (other_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->other_entry, "activate",
                           G_CALLBACK (other_activated_cb), self, G_CONNECT_SWAPPED);
}

static void
nw_choice_field_build (NwField *field)
{
  NwChoiceField *self = NW_CHOICE_FIELD (field);
  const NwItem *item = nw_field_get_definition (field);
  const char *language = nw_screening_get_language (nw_field_get_screening (field));
  gboolean several = item->repeats && item->type != NW_ITEM_BOOLEAN;

  self->group = NW_ANSWER_GROUP (nw_answer_group_new (several ? NW_ANSWER_CHECK
                                                              : NW_ANSWER_RADIO));
  if (item->limits != NULL && item->limits->horizontal)
    nw_answer_group_set_horizontal (self->group);
  else
    nw_answer_group_set_fills (self->group);
  if (item->type == NW_ITEM_BOOLEAN)
    {
      nw_answer_group_append (self->group, _("Yes"));
      nw_answer_group_append (self->group, _("No"));
    }
  else
    for (guint i = 0; i < item->n_options; i++)
      {
        g_autofree char *text = nw_answer_text_option (item, i, language);

        nw_answer_group_append (self->group, text);
      }
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));

  if (item->type == NW_ITEM_OPEN_CHOICE)
    {
      add_other (self);
      gtk_widget_set_parent (self->other_entry, GTK_WIDGET (self));
    }
  g_signal_connect_object (self->group, "choose",
                           G_CALLBACK (chose_cb), self, G_CONNECT_SWAPPED);
}

static void
refresh_other (NwChoiceField *self)
{
  NwField *field = NW_FIELD (self);
  g_autofree char *text = nw_screening_dup_other (nw_field_get_screening (field),
                                                  nw_field_get_item (field));

  self->other_open |= text != NULL;
  nw_answer_group_set_chosen (self->group, self->other_row, self->other_open);
  gtk_widget_set_visible (self->other_entry, self->other_open);
  if (text == NULL || gtk_widget_get_focus_child (self->other_entry) != NULL
      || g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->other_entry))))
    return;

  g_signal_handlers_block_by_func (self->other_entry, other_changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->other_entry), text);
  g_signal_handlers_unblock_by_func (self->other_entry, other_changed_cb, self);
}

static void
nw_choice_field_refresh (NwField *field)
{
  NwChoiceField *self = NW_CHOICE_FIELD (field);
  const NwItem *item = nw_field_get_definition (field);
  guint n_options = item->type == NW_ITEM_BOOLEAN ? 2 : item->n_options;

  for (guint i = 0; i < n_options; i++)
    {
      g_autoptr (NwValue) option = dup_option (item, i);

      nw_answer_group_set_chosen (self->group, i,
                                  nw_response_item_has_answer (nw_field_get_item (field), option));
    }
  if (self->other_entry != NULL)
    refresh_other (self);
}

static void
nw_choice_field_describe (NwField    *field,
                          const char *name,
                          const char *description,
                          gboolean    invalid)
{
  GtkWidget *group = GTK_WIDGET (NW_CHOICE_FIELD (field)->group);

  nw_field_describe_control (field, group, name, description, invalid);
  nw_answer_group_set_problem (NW_ANSWER_GROUP (group), invalid ? description : NULL);
}

static gboolean
nw_choice_field_press_number (NwField *field,
                              guint    number)
{
  return nw_answer_group_press (NW_CHOICE_FIELD (field)->group, number - 1);
}

static void
nw_choice_field_show_numbers (NwField  *field,
                              gboolean  show)
{
  nw_answer_group_set_numbers (NW_CHOICE_FIELD (field)->group, show);
}

static void
nw_choice_field_class_init (NwChoiceFieldClass *klass)
{
  NwFieldClass *field_class = NW_FIELD_CLASS (klass);

  field_class->build = nw_choice_field_build;
  field_class->refresh = nw_choice_field_refresh;
  field_class->describe = nw_choice_field_describe;
  field_class->press_number = nw_choice_field_press_number;
  field_class->show_numbers = nw_choice_field_show_numbers;
}

static void
nw_choice_field_init (NwChoiceField *self)
{
}
