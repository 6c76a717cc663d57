/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question that is answered in some lines of text, with the room that is left. */

#include "config.h"

#include "view/screening/nw-text-field.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"

/* The room left is told from here on, in characters. */
#define NEARLY_FULL 40

struct _NwTextField
{
  NwField        parent_instance;

  GtkWidget     *view;
  GtkTextBuffer *buffer;
  GtkWidget     *room;
};

G_DEFINE_FINAL_TYPE (NwTextField, nw_text_field, NW_TYPE_FIELD)

static char *
dup_text (NwTextField *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static void
update_room (NwTextField *self)
{
  const NwItem *item = nw_field_get_definition (NW_FIELD (self));
  int left = (int) item->max_length - gtk_text_buffer_get_char_count (self->buffer);
  g_autofree char *text = NULL;

  if (item->max_length == 0)
    return;

  if (left >= 0)
    text = g_strdup_printf (ngettext ("Room for %d more character",
                                      "Room for %d more characters", left),
                            left);
  else
    text = g_strdup_printf (ngettext ("%d character too many",
                                      "%d characters too many", -left),
                            -left);
  gtk_label_set_text (GTK_LABEL (self->room), text);
  gtk_widget_set_visible (self->room, left <= NEARLY_FULL);
}

static void
changed_cb (NwTextField *self)
{
  NwField *field = NW_FIELD (self);
  g_autofree char *text = dup_text (self);

  update_room (self);
  nw_screening_type_answer (nw_field_get_screening (field), nw_field_get_item (field), text);
}

static void
nw_text_field_build (NwField *field)
{
  NwTextField *self = NW_TEXT_FIELD (field);
  GtkWidget *frame = gtk_scrolled_window_new ();

  self->view = gtk_text_view_new ();
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  /* Tab leads out of the field, as it does everywhere. */
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), 9);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), 12);
  gtk_widget_add_css_class (self->view, "nw-body");

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (frame), 84);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (frame), 240);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (frame), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), self->view);
  gtk_widget_add_css_class (frame, "nw-text-frame");
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);

  self->room = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->room), 0);
  gtk_label_set_wrap (GTK_LABEL (self->room), TRUE);
  gtk_widget_add_css_class (self->room, "nw-caption");
  gtk_widget_set_visible (self->room, FALSE);

  g_signal_connect_object (self->buffer, "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (frame, GTK_WIDGET (self));
  gtk_widget_set_parent (self->room, GTK_WIDGET (self));
}

static void
nw_text_field_refresh (NwField *field)
{
  NwTextField *self = NW_TEXT_FIELD (field);
  g_autofree char *text = nw_screening_dup_typed (nw_field_get_screening (field),
                                                  nw_field_get_item (field));
  g_autofree char *shown = dup_text (self);

  if (gtk_widget_has_focus (self->view) || g_str_equal (text, shown))
    return;

  g_signal_handlers_block_by_func (self->buffer, changed_cb, self);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  g_signal_handlers_unblock_by_func (self->buffer, changed_cb, self);
  update_room (self);
}

static void
nw_text_field_describe (NwField    *field,
                        const char *name,
                        const char *description,
                        gboolean    invalid)
{
  nw_field_describe_control (field, NW_TEXT_FIELD (field)->view, name, description, invalid);
}

static gboolean
nw_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NW_TEXT_FIELD (widget)->view);
}

static void
nw_text_field_class_init (NwTextFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NwFieldClass *field_class = NW_FIELD_CLASS (klass);

  widget_class->grab_focus = nw_text_field_grab_focus;
  field_class->build = nw_text_field_build;
  field_class->refresh = nw_text_field_refresh;
  field_class->describe = nw_text_field_describe;
}

static void
nw_text_field_init (NwTextField *self)
{
}
