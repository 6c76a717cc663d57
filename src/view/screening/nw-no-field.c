/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question that cannot be answered here: what stands there, or that it is so. */

#include "config.h"

#include "view/screening/nw-no-field.h"

#include <glib/gi18n.h>

#include "model/screening/nw-answer-text.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

struct _NwNoField
{
  NwField    parent_instance;

  GtkWidget *box;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (NwNoField, nw_no_field, NW_TYPE_FIELD)

static void
nw_no_field_build (NwField *field)
{
  NwNoField *self = NW_NO_FIELD (field);

  /* It takes the focus, so that nobody passes it unheard. */
  self->box = g_object_new (GTK_TYPE_BOX,
                            "focusable", TRUE,
                            NULL);
  nw_a11y_set_landing (self->box);
  self->label = nw_words_new (NULL, "nw-body");
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
nw_no_field_refresh (NwField *field)
{
  NwNoField *self = NW_NO_FIELD (field);
  const NwItem *item = nw_field_get_definition (field);
  g_autofree char *answer =
    nw_answer_text_format_all (nw_field_get_item (field),
                               nw_screening_get_language (nw_field_get_screening (field)));

  if (answer != NULL)
    gtk_label_set_text (GTK_LABEL (self->label), answer);
  else if (item->read_only)
    gtk_label_set_text (GTK_LABEL (self->label), _("There is nothing here yet."));
  else
    gtk_label_set_text (GTK_LABEL (self->label),
                        _("This can’t be answered here. Please answer it on paper, "
                          "or ask those who gave you the form."));
}

static void
nw_no_field_describe (NwField    *field,
                      const char *name,
                      const char *description,
                      gboolean    invalid)
{
  NwNoField *self = NW_NO_FIELD (field);

  nw_a11y_set_name (self->box, name);
  nw_a11y_set_description (self->box, gtk_label_get_text (GTK_LABEL (self->label)));
}

static void
nw_no_field_class_init (NwNoFieldClass *klass)
{
  NwFieldClass *field_class = NW_FIELD_CLASS (klass);

  field_class->build = nw_no_field_build;
  field_class->refresh = nw_no_field_refresh;
  field_class->describe = nw_no_field_describe;
}

static void
nw_no_field_init (NwNoField *self)
{
}
