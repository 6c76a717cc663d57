/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question for a number between two ends that have words. */

#include "config.h"

#include "view/screening/nw-slider-field.h"

#include <glib/gi18n.h>
#include <math.h>

#include "model/screening/nw-answer-text.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

/* What a form gets that says nothing: from 0 to 100 by 1. */
#define DEFAULT_MAX 100

struct _NwSliderField
{
  NwField    parent_instance;

  GtkWidget *scale;
  GtkWidget *value;
  double     step;
};

G_DEFINE_FINAL_TYPE (NwSliderField, nw_slider_field, NW_TYPE_FIELD)

static double
get_number (const NwValue *value,
            double         fallback)
{
  return value != NULL ? g_ascii_strtod (nw_value_get_text (value), NULL) : fallback;
}

static void
moved_cb (NwSliderField *self)
{
  NwField *field = NW_FIELD (self);
  const NwItem *item = nw_field_get_definition (field);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  int places = item->type == NW_ITEM_INTEGER ? 0
                                             : (int) CLAMP (ceil (-log10 (self->step)), 0, 6);
  g_autofree char *format = g_strdup_printf ("%%.%df", places);
  g_autoptr (NwValue) value = NULL;

  g_ascii_formatd (text, sizeof text, format, gtk_range_get_value (GTK_RANGE (self->scale)));
  value = item->type == NW_ITEM_INTEGER ? nw_value_new_integer (text)
                                        : nw_answer_text_parse (item, text, NULL);
  nw_screening_set_answer (nw_field_get_screening (field), nw_field_get_item (field), value);
}

/* The words at an end: a display nested in the question, or else the number. */
static GtkWidget *
make_end (NwField       *field,
          NwItemControl  control,
          double         number)
{
  const NwItem *item = nw_field_get_definition (field);
  const char *language = nw_screening_get_language (nw_field_get_screening (field));
  g_autofree char *text = g_strdup_printf ("%g", number);
  GtkWidget *words;

  for (const NwItem *child = item->first_child; child != NULL; child = child->next_sibling)
    if (child->type == NW_ITEM_DISPLAY && child->control == control
        && nw_item_get_text (child, language) != NULL)
      {
        g_free (text);
        text = g_strdup (nw_item_get_text (child, language));
        break;
      }
  words = nw_words_new (text, "nw-caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_halign (words, control == NW_CONTROL_LOWER ? GTK_ALIGN_START : GTK_ALIGN_END);
  return words;
}

static void
nw_slider_field_build (NwField *field)
{
  NwSliderField *self = NW_SLIDER_FIELD (field);
  const NwItemLimits *limits = nw_field_get_definition (field)->limits;
  double least = get_number (limits != NULL ? limits->min_value : NULL, 0);
  double most = get_number (limits != NULL ? limits->max_value : NULL, DEFAULT_MAX);
  GtkWidget *ends = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  self->step = limits != NULL && limits->slider_step != NULL
                 ? g_ascii_strtod (limits->slider_step, NULL) : 1;
  if (!(self->step > 0))
    self->step = 1;
  self->value = nw_words_new (NULL, "nw-body");
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, least, MAX (most, least + 1),
                                          self->step);
  gtk_widget_add_css_class (self->scale, "nw-slider");
  gtk_box_append (GTK_BOX (ends), make_end (field, NW_CONTROL_LOWER, least));
  gtk_box_append (GTK_BOX (ends), make_end (field, NW_CONTROL_UPPER, most));

  g_signal_connect_object (self->scale, "value-changed",
                           G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->value, GTK_WIDGET (self));
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  gtk_widget_set_parent (ends, GTK_WIDGET (self));
}

static void
nw_slider_field_refresh (NwField *field)
{
  NwSliderField *self = NW_SLIDER_FIELD (field);
  NwResponseItem *item = nw_field_get_item (field);
  gboolean answered = nw_response_item_get_n_answers (item) > 0;
  g_autofree char *answer = nw_answer_text_format_all (item, NULL);
  const char *words = answered ? answer : _("Not answered yet: move the slider");

  gtk_label_set_text (GTK_LABEL (self->value), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
  if (answered)
    gtk_widget_remove_css_class (self->scale, "unset");
  else
    gtk_widget_add_css_class (self->scale, "unset");

  g_signal_handlers_block_by_func (self->scale, moved_cb, self);
  gtk_range_set_value (GTK_RANGE (self->scale),
                       answered ? get_number (nw_response_item_get_answer (item, 0), 0)
                                : gtk_adjustment_get_lower (
                                    gtk_range_get_adjustment (GTK_RANGE (self->scale))));
  g_signal_handlers_unblock_by_func (self->scale, moved_cb, self);
}

static void
nw_slider_field_describe (NwField    *field,
                          const char *name,
                          const char *description,
                          gboolean    invalid)
{
  nw_field_describe_control (field, NW_SLIDER_FIELD (field)->scale, name, description, invalid);
}

static gboolean
nw_slider_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NW_SLIDER_FIELD (widget)->scale);
}

static void
nw_slider_field_class_init (NwSliderFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NwFieldClass *field_class = NW_FIELD_CLASS (klass);

  widget_class->grab_focus = nw_slider_field_grab_focus;
  field_class->build = nw_slider_field_build;
  field_class->refresh = nw_slider_field_refresh;
  field_class->describe = nw_slider_field_describe;
}

static void
nw_slider_field_init (NwSliderField *self)
{
}
