/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question that is answered in one line: a number with its unit, a time, a few words, an address. */

#include "config.h"

#include "view/screening/nw-entry-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/screening/nw-answer-text.h"
#include "view/screening/nw-answer-group.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

struct _NwEntryField
{
  NwField        parent_instance;

  GtkWidget     *entry;
  /* The units of a quantity, where one can choose. */
  NwAnswerGroup *units;
  guint          unit;
};

G_DEFINE_FINAL_TYPE (NwEntryField, nw_entry_field, NW_TYPE_FIELD)

static gboolean
is_short (const NwItem *item)
{
  return item->type == NW_ITEM_INTEGER || item->type == NW_ITEM_DECIMAL
         || item->type == NW_ITEM_QUANTITY || item->type == NW_ITEM_TIME;
}

static const NwValue *
get_unit (NwEntryField *self,
          guint         index)
{
  return nw_field_get_definition (NW_FIELD (self))->limits->unit_options[index];
}

static void
changed_cb (NwEntryField *self)
{
  NwField *field = NW_FIELD (self);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *text = NULL;

  if (self->units != NULL)
    text = g_strdup_printf ("%s%c%s", typed, NW_ANSWER_UNIT,
                            nw_value_get_code (get_unit (self, self->unit)));
  else
    text = g_strdup (typed);
  nw_screening_type_answer (nw_field_get_screening (field), nw_field_get_item (field), text);
}

static void
activate_cb (NwEntryField *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "screening.next", NULL);
}

static void
show_unit (NwEntryField *self)
{
  for (guint i = 0; i < nw_answer_group_get_length (self->units); i++)
    nw_answer_group_set_chosen (self->units, i, i == self->unit);
}

static void
unit_chosen_cb (NwEntryField *self,
                guint         index,
                gboolean      chosen)
{
  self->unit = index;
  show_unit (self);
  changed_cb (self);
}

static void
add_units (NwEntryField *self,
           const NwItem *item)
{
  self->units = NW_ANSWER_GROUP (nw_answer_group_new (NW_ANSWER_RADIO));
  nw_a11y_set_name (GTK_WIDGET (self->units), _("Unit"));
  for (guint i = 0; i < item->limits->n_unit_options; i++)
    {
      g_autofree char *label = nw_value_dup_label (item->limits->unit_options[i]);

      nw_answer_group_append (self->units, label);
    }
  g_signal_connect_object (self->units, "choose",
                           G_CALLBACK (unit_chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
make_entry (NwEntryField *self,
            const NwItem *item)
{
  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "nw-answer-entry");
  if (item->max_length > 0)
    gtk_entry_set_max_length (GTK_ENTRY (self->entry), (int) MIN (item->max_length, G_MAXUINT16));
  if (item->type == NW_ITEM_URL)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_URL);
  if (is_short (item))
    {
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 8);
    }
  else
    gtk_widget_set_hexpand (self->entry, TRUE);
  if (is_short (item) && item->type != NW_ITEM_TIME)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);

  g_signal_connect_object (self->entry, "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate",
                           G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

/* The unit’s words: the form’s own display, or the coding’s. */
static const char *
get_unit_text (NwField *field)
{
  const NwItem *item = nw_field_get_definition (field);
  const char *language = nw_screening_get_language (nw_field_get_screening (field));

  for (const NwItem *child = item->first_child; child != NULL; child = child->next_sibling)
    if (child->type == NW_ITEM_DISPLAY && child->control == NW_CONTROL_UNIT)
      return nw_item_get_text (child, language);
  if (item->limits == NULL || item->limits->unit == NULL)
    return NULL;
  if (nw_value_get_display (item->limits->unit) != NULL)
    return nw_value_get_display (item->limits->unit);
  return nw_value_get_code (item->limits->unit);
}

static void
nw_entry_field_build (NwField *field)
{
  NwEntryField *self = NW_ENTRY_FIELD (field);
  const NwItem *item = nw_field_get_definition (field);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *hint = nw_answer_text_dup_hint (item);

  make_entry (self, item);
  gtk_box_append (GTK_BOX (line), self->entry);
  if (get_unit_text (field) != NULL)
    gtk_box_append (GTK_BOX (line), nw_words_new (get_unit_text (field), "nw-body"));
  if (hint != NULL)
    gtk_widget_set_parent (nw_words_new (hint, "nw-caption"), GTK_WIDGET (self));
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  if (item->type == NW_ITEM_QUANTITY && item->limits != NULL && item->limits->n_unit_options > 0)
    {
      add_units (self, item);
      gtk_widget_set_parent (GTK_WIDGET (self->units), GTK_WIDGET (self));
    }
}

static void
refresh_unit (NwEntryField *self,
              const char   *code)
{
  for (guint i = 0; code != NULL && i < nw_answer_group_get_length (self->units); i++)
    if (g_strcmp0 (nw_value_get_code (get_unit (self, i)), code) == 0)
      self->unit = i;
  show_unit (self);
}

static void
nw_entry_field_refresh (NwField *field)
{
  NwEntryField *self = NW_ENTRY_FIELD (field);
  g_autofree char *text = nw_screening_dup_typed (nw_field_get_screening (field),
                                                  nw_field_get_item (field));
  char *code = strchr (text, NW_ANSWER_UNIT);

  if (code != NULL)
    *code++ = '\0';
  if (self->units != NULL)
    refresh_unit (self, code);

  /* Not while somebody types: “1.” would become “1” under their hands. */
  if (gtk_widget_get_focus_child (self->entry) != NULL
      || g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->entry))))
    return;

  g_signal_handlers_block_by_func (self->entry, changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_handlers_unblock_by_func (self->entry, changed_cb, self);
}

static void
nw_entry_field_describe (NwField    *field,
                         const char *name,
                         const char *description,
                         gboolean    invalid)
{
  GtkWidget *entry = NW_ENTRY_FIELD (field)->entry;
  g_autofree char *hint = nw_answer_text_dup_hint (nw_field_get_definition (field));
  const char *unit = get_unit_text (field);
  g_autofree char *more = hint != NULL || unit == NULL ? g_strdup (hint) : g_strdup (unit);

  nw_field_describe_control (field, entry, name, description != NULL ? description : more, invalid);
}

static gboolean
nw_entry_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NW_ENTRY_FIELD (widget)->entry);
}

static void
nw_entry_field_class_init (NwEntryFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NwFieldClass *field_class = NW_FIELD_CLASS (klass);

  widget_class->grab_focus = nw_entry_field_grab_focus;
  field_class->build = nw_entry_field_build;
  field_class->refresh = nw_entry_field_refresh;
  field_class->describe = nw_entry_field_describe;
}

static void
nw_entry_field_init (NwEntryField *self)
{
}
