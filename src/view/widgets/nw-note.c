/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passing note at the foot of the window: what has just happened. */

#include "config.h"

#include "view/widgets/nw-note.h"

#include "view/widgets/nw-a11y.h"

/* Long enough to read thirty words and to reach the button. */
#define SHOWN_SECONDS 8

struct _NwNote
{
  GtkWidget           parent_instance;

  GtkWidget          *revealer;
  GtkWidget          *card;
  GtkWidget          *label;
  GtkWidget          *button;
  GtkWidget          *close_button;
  GtkEventController *hover;
  GtkEventController *focus;
  guint               timeout_id;
};

G_DEFINE_FINAL_TYPE (NwNote, nw_note, GTK_TYPE_WIDGET)

static void
child_revealed_cb (NwNote *self)
{
  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Somebody who is at the note keeps it: WCAG 2.2.1. */
static gboolean
timed_out_cb (gpointer user_data)
{
  NwNote *self = NW_NOTE (user_data);

  if (gtk_event_controller_motion_contains_pointer (GTK_EVENT_CONTROLLER_MOTION (self->hover))
      || gtk_event_controller_focus_contains_focus (GTK_EVENT_CONTROLLER_FOCUS (self->focus)))
    return G_SOURCE_CONTINUE;

  self->timeout_id = 0;
  nw_note_dismiss (self);
  return G_SOURCE_REMOVE;
}

static void
nw_note_dispose (GObject *object)
{
  NwNote *self = NW_NOTE (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_NOTE);

  G_OBJECT_CLASS (nw_note_parent_class)->dispose (object);
}

static void
nw_note_class_init (NwNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_note_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, NW_RESOURCE_PATH "/ui/nw-note.ui");
  gtk_widget_class_bind_template_child (widget_class, NwNote, revealer);
  gtk_widget_class_bind_template_child (widget_class, NwNote, card);
  gtk_widget_class_bind_template_child (widget_class, NwNote, label);
  gtk_widget_class_bind_template_child (widget_class, NwNote, button);
  gtk_widget_class_bind_template_child (widget_class, NwNote, close_button);
}

static void
nw_note_init (NwNote *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->hover = gtk_event_controller_motion_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), self->hover);
  self->focus = gtk_event_controller_focus_new ();
  gtk_widget_add_controller (GTK_WIDGET (self), self->focus);

  g_signal_connect_object (self->revealer, "notify::child-revealed",
                           G_CALLBACK (child_revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->close_button, "clicked",
                           G_CALLBACK (nw_note_dismiss), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->button, "clicked",
                           G_CALLBACK (nw_note_dismiss), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * nw_note_present:
 * @self: the window’s note
 * @text: one sentence: what has just happened
 * @button_label: (nullable): a verb, such as “Undo”
 * @detailed_action: (nullable): what the button does
 *
 * Shows the note for some seconds, in place of the one before.
 */
void
nw_note_present (NwNote     *self,
                 const char *text,
                 const char *button_label,
                 const char *detailed_action)
{
  gboolean has_button;

  g_return_if_fail (NW_IS_NOTE (self));
  g_return_if_fail (text != NULL);

  has_button = button_label != NULL && *button_label != '\0';
  gtk_label_set_text (GTK_LABEL (self->label), text);
  nw_a11y_set_name (self->card, text);
  gtk_widget_set_visible (self->button, has_button);
  if (has_button)
    {
      gtk_button_set_label (GTK_BUTTON (self->button), button_label);
      nw_a11y_set_name (self->button, button_label);
      gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button), detailed_action);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  nw_a11y_announce (GTK_WIDGET (self), text);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->timeout_id = g_timeout_add_seconds (SHOWN_SECONDS, timed_out_cb, self);
}

/**
 * nw_note_dismiss:
 * @self: the window’s note
 *
 * Takes the note away.
 */
void
nw_note_dismiss (NwNote *self)
{
  g_return_if_fail (NW_IS_NOTE (self));

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  if (!gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * nw_note_show:
 * @from: any widget in a window that has a note
 * @text: one sentence: what has just happened
 * @button_label: (nullable): a verb, such as “Undo”
 * @detailed_action: (nullable): what the button does
 *
 * Asks the window around @from to show a note.
 */
void
nw_note_show (GtkWidget  *from,
              const char *text,
              const char *button_label,
              const char *detailed_action)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (text != NULL);

  gtk_widget_activate_action (from,
                              "win.show-note",
                              "(sss)",
                              text,
                              button_label != NULL ? button_label : "",
                              detailed_action != NULL ? detailed_action : "");
}
