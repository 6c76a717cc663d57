/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question with as many typed answers as one wants, each in a line of its own. */

#include "config.h"

#include "view/screening/nw-repeat-field.h"

#include <glib/gi18n.h>

#include "model/screening/nw-answer-text.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

struct _NwRepeatField
{
  NwField    parent_instance;

  GtkWidget *lines;
  GtkWidget *add_button;
  char      *name;
  gboolean   invalid;
};

G_DEFINE_FINAL_TYPE (NwRepeatField, nw_repeat_field, NW_TYPE_FIELD)

static GtkWidget *
get_entry (GtkWidget *line)
{
  return gtk_widget_get_first_child (line);
}

static char *
dup_text (NwRepeatField *self)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *line = gtk_widget_get_first_child (self->lines);
       line != NULL;
       line = gtk_widget_get_next_sibling (line))
    {
      if (line != gtk_widget_get_first_child (self->lines))
        g_string_append (text, NW_SCREENING_SEPARATOR);
      g_string_append (text, gtk_editable_get_text (GTK_EDITABLE (get_entry (line))));
    }

  return g_string_free (text, FALSE);
}

static void
changed_cb (NwRepeatField *self)
{
  NwField *field = NW_FIELD (self);
  g_autofree char *text = dup_text (self);

  nw_screening_type_answer (nw_field_get_screening (field), nw_field_get_item (field), text);
}

static void
name_lines (NwRepeatField *self)
{
  guint number = 1;
  gboolean several = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->lines)) != NULL;

  for (GtkWidget *line = gtk_widget_get_first_child (self->lines);
       line != NULL;
       line = gtk_widget_get_next_sibling (line), number++)
    {
      GtkWidget *button = gtk_widget_get_last_child (line);
      /* Translators: a question, and which of its answers it is */
      g_autofree char *name = g_strdup_printf (_("%s Answer %u"),
                                               self->name != NULL ? self->name : "", number);
      g_autofree char *remove = g_strdup_printf (_("Remove answer %u"), number);

      nw_a11y_set_name (get_entry (line), name);
      nw_a11y_set_invalid (get_entry (line), self->invalid);
      nw_a11y_set_name (button, remove);
      gtk_widget_set_visible (button, several);
    }
}

static void
remove_clicked_cb (NwRepeatField *self,
                   GtkWidget     *button)
{
  gtk_box_remove (GTK_BOX (self->lines), gtk_widget_get_parent (button));
  name_lines (self);
  gtk_widget_grab_focus (get_entry (gtk_widget_get_last_child (self->lines)));
  changed_cb (self);
}

static GtkWidget *
add_line (NwRepeatField *self,
          const char    *text)
{
  const NwItem *item = nw_field_get_definition (NW_FIELD (self));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Remove"));

  gtk_widget_add_css_class (entry, "nw-answer-entry");
  gtk_widget_set_hexpand (entry, TRUE);
  if (item->max_length > 0)
    gtk_entry_set_max_length (GTK_ENTRY (entry), (int) MIN (item->max_length, G_MAXUINT16));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked",
                           G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (self->lines), line);
  return entry;
}

static void
add_clicked_cb (NwRepeatField *self)
{
  GtkWidget *entry = add_line (self, "");

  name_lines (self);
  gtk_widget_grab_focus (entry);
}

static void
nw_repeat_field_build (NwField *field)
{
  NwRepeatField *self = NW_REPEAT_FIELD (field);
  g_autofree char *hint = nw_answer_text_dup_hint (nw_field_get_definition (field));

  self->lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->add_button = gtk_button_new_with_label (_("Add Another"));
  gtk_widget_add_css_class (self->add_button, "nw-action");
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_object (self->add_button, "clicked",
                           G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
  if (hint != NULL)
    gtk_widget_set_parent (nw_words_new (hint, "nw-caption"), GTK_WIDGET (self));
  gtk_widget_set_parent (self->lines, GTK_WIDGET (self));
  gtk_widget_set_parent (self->add_button, GTK_WIDGET (self));
}

static void
nw_repeat_field_refresh (NwField *field)
{
  NwRepeatField *self = NW_REPEAT_FIELD (field);
  g_autofree char *text = nw_screening_dup_typed (nw_field_get_screening (field),
                                                  nw_field_get_item (field));
  g_auto (GStrv) parts = NULL;

  /* Lines are made once; from then on they are ahead of the answers. */
  if (gtk_widget_get_first_child (self->lines) != NULL)
    return;

  parts = g_strsplit (text, NW_SCREENING_SEPARATOR, -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    add_line (self, parts[i]);
  if (gtk_widget_get_first_child (self->lines) == NULL)
    add_line (self, "");
  name_lines (self);
}

static void
nw_repeat_field_describe (NwField    *field,
                          const char *name,
                          const char *description,
                          gboolean    invalid)
{
  NwRepeatField *self = NW_REPEAT_FIELD (field);
  /* Translators: %s is a question that can have several answers */
  g_autofree char *add = g_strdup_printf (_("Add Another: %s"), name);

  g_free (self->name);
  self->name = g_strdup (name);
  self->invalid = invalid;
  /* One answer is enough, and what is to be known is said of the first. */
  nw_field_describe_control (field, get_entry (gtk_widget_get_first_child (self->lines)), name,
                             description, invalid);
  name_lines (self);
  nw_a11y_set_name (self->add_button, add);
}

static gboolean
nw_repeat_field_grab_focus (GtkWidget *widget)
{
  NwRepeatField *self = NW_REPEAT_FIELD (widget);

  return gtk_widget_grab_focus (get_entry (gtk_widget_get_first_child (self->lines)));
}

static void
nw_repeat_field_finalize (GObject *object)
{
  g_free (NW_REPEAT_FIELD (object)->name);

  G_OBJECT_CLASS (nw_repeat_field_parent_class)->finalize (object);
}

static void
nw_repeat_field_class_init (NwRepeatFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NwFieldClass *field_class = NW_FIELD_CLASS (klass);

  object_class->finalize = nw_repeat_field_finalize;
  widget_class->grab_focus = nw_repeat_field_grab_focus;
  field_class->build = nw_repeat_field_build;
  field_class->refresh = nw_repeat_field_refresh;
  field_class->describe = nw_repeat_field_describe;
}

static void
nw_repeat_field_init (NwRepeatField *self)
{
}
