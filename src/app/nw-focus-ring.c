/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the focus to be seen for who uses the keyboard. */

#include "config.h"

#include "app/nw-focus-ring.h"

#define BY_KEY "nw-focus-ring-by-key"

static void
set_by_key (GtkWindow *window,
            gboolean   by_key)
{
  g_object_set_data (G_OBJECT (window), BY_KEY, GINT_TO_POINTER (by_key));
  if (gtk_window_get_focus_visible (window) != by_key)
    gtk_window_set_focus_visible (window, by_key);
}

/* GTK draws the focus after a Tab, and three seconds later no more. */
static void
focus_visible_changed_cb (GtkWindow *window)
{
  if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (window), BY_KEY)) &&
      !gtk_window_get_focus_visible (window))
    gtk_window_set_focus_visible (window, TRUE);
}

static gboolean
key_pressed_cb (GtkWindow *window)
{
  set_by_key (window, TRUE);
  return GDK_EVENT_PROPAGATE;
}

static void
pointer_pressed_cb (GtkWindow *window)
{
  set_by_key (window, FALSE);
}

/**
 * nw_focus_ring_keep:
 * @window: a window
 *
 * Lets the focus be drawn from the first key on until the pointer is used.
 */
void
nw_focus_ring_keep (GtkWindow *window)
{
  GtkEventController *keys;
  GtkGesture *pointer;

  g_return_if_fail (GTK_IS_WINDOW (window));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);

  pointer = gtk_gesture_click_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pointer), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pointer), GTK_PHASE_CAPTURE);
  g_signal_connect_object (pointer, "pressed", G_CALLBACK (pointer_pressed_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (pointer));

  g_signal_connect (window, "notify::focus-visible",
                    G_CALLBACK (focus_visible_changed_cb), NULL);
}
