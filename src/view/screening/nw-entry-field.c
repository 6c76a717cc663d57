/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question that is answered in one line: a number with its unit, a few words, an address. */

#include "config.h"

#include "view/screening/nw-entry-field.h"

#include "view/widgets/nw-a11y.h"

struct _NwEntryField
{
  NwField    parent_instance;

  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (NwEntryField, nw_entry_field, NW_TYPE_FIELD)

static gboolean
is_number (const NwItem *item)
{
  return item->type == NW_ITEM_INTEGER || item->type == NW_ITEM_DECIMAL;
}

static void
changed_cb (NwEntryField *self)
{
  NwField *field = NW_FIELD (self);

  nw_screening_type_answer (nw_field_get_screening (field),
                            nw_field_get_item (field),
                            gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
activate_cb (NwEntryField *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "screening.next", NULL);
}

static GtkWidget *
make_unit (const NwItem *item)
{
  GtkWidget *label = gtk_label_new (nw_value_get_display (item->limits->unit));

  gtk_widget_add_css_class (label, "nw-body");
  return label;
}

static void
nw_entry_field_build (NwField *field)
{
  NwEntryField *self = NW_ENTRY_FIELD (field);
  const NwItem *item = nw_field_get_definition (field);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "nw-answer-entry");
  if (item->max_length > 0)
    gtk_entry_set_max_length (GTK_ENTRY (self->entry), (int) MIN (item->max_length, G_MAXUINT16));
  if (is_number (item))
    {
      gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
      gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 8);
    }
  else
    gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_box_append (GTK_BOX (line), self->entry);
  if (item->limits != NULL && item->limits->unit != NULL)
    gtk_box_append (GTK_BOX (line), make_unit (item));

  g_signal_connect_object (self->entry, "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate",
                           G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
}

static void
nw_entry_field_refresh (NwField *field)
{
  NwEntryField *self = NW_ENTRY_FIELD (field);
  g_autofree char *text = nw_screening_dup_typed (nw_field_get_screening (field),
                                                  nw_field_get_item (field));

  /* Not while somebody types: “1.” would become “1” under their hands. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL
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

  nw_a11y_set_name (entry, name);
  nw_a11y_set_description (entry, description);
  nw_a11y_set_invalid (entry, invalid);
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
