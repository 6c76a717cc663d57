/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with answers to choose from: one of them, or several. */

#include "config.h"

#include "view/screening/nw-choice-field.h"

#include <glib/gi18n.h>

#include "view/screening/nw-answer-group.h"
#include "view/widgets/nw-a11y.h"

struct _NwChoiceField
{
  NwField        parent_instance;

  NwAnswerGroup *group;
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
chose_cb (NwChoiceField *self,
          guint          index,
          gboolean       chosen)
{
  NwField *field = NW_FIELD (self);
  const NwItem *item = nw_field_get_definition (field);
  NwScreening *screening = nw_field_get_screening (field);

  if (item->type == NW_ITEM_BOOLEAN)
    {
      g_autoptr (NwValue) value = dup_option (item, index);

      nw_screening_set_answer (screening, nw_field_get_item (field), chosen ? value : NULL);
    }
  else
    nw_screening_choose (screening, nw_field_get_item (field), index, chosen);
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
  if (item->type == NW_ITEM_BOOLEAN)
    {
      nw_answer_group_append (self->group, _("Yes"));
      nw_answer_group_append (self->group, _("No"));
    }
  else
    for (guint i = 0; i < item->n_options; i++)
      nw_answer_group_append (self->group, nw_item_get_option_text (item, i, language));

  g_signal_connect_object (self->group, "choose",
                           G_CALLBACK (chose_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->group), GTK_WIDGET (self));
}

static void
nw_choice_field_refresh (NwField *field)
{
  NwChoiceField *self = NW_CHOICE_FIELD (field);
  NwResponseItem *item = nw_field_get_item (field);

  for (guint i = 0; i < nw_answer_group_get_length (self->group); i++)
    {
      g_autoptr (NwValue) option = dup_option (nw_field_get_definition (field), i);

      nw_answer_group_set_chosen (self->group, i, nw_response_item_has_answer (item, option));
    }
}

static void
nw_choice_field_describe (NwField    *field,
                          const char *name,
                          const char *description,
                          gboolean    invalid)
{
  GtkWidget *group = GTK_WIDGET (NW_CHOICE_FIELD (field)->group);

  nw_a11y_set_name (group, name);
  nw_a11y_set_description (group, description);
  nw_a11y_set_invalid (group, invalid);
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
