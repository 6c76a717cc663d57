/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a place for a focus that is lost. */

#include "config.h"

#include "app/nw-focus-found.h"

#define KEPT "nw-focus-found"
/* GTK itself finds one where the focus was removed, with its next frame. */
#define FRAMES 2

typedef struct
{
  GtkWindow *window;
  /* What had the focus last; not owned, and forgotten when it goes. */
  GtkWidget *last;
  guint      tick_id;
  guint      n_frames;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  g_clear_weak_pointer (&kept->last);
  g_free (kept);
}

/* A menu has a surface of its own, which a compositor maps in its own time. */
static gboolean
is_lost (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus == NULL || (!gtk_widget_get_mapped (focus)
                           && gtk_widget_get_native (focus) == GTK_NATIVE (window));
}

/* The nearest to where it was: what is beside it, or else what is around it. */
static void
find_place (Kept *kept)
{
  for (GtkWidget *widget = kept->last; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_mapped (widget) && gtk_widget_is_sensitive (widget)
        && gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
      return;
  gtk_widget_child_focus (GTK_WIDGET (kept->window), GTK_DIR_TAB_FORWARD);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Kept *kept = user_data;

  if (++kept->n_frames < FRAMES)
    return G_SOURCE_CONTINUE;

  kept->tick_id = 0;
  if (is_lost (kept->window))
    find_place (kept);
  return G_SOURCE_REMOVE;
}

static void
focus_changed_cb (GtkWindow  *window,
                  GParamSpec *pspec,
                  gpointer    user_data)
{
  Kept *kept = user_data;
  GtkWidget *focus = gtk_window_get_focus (window);

  if (focus != NULL)
    g_set_weak_pointer (&kept->last, focus);
  if (is_lost (window) && kept->tick_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (window)))
    {
      kept->n_frames = 0;
      kept->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, kept, NULL);
    }
}

/**
 * nw_focus_found_keep:
 * @window: a window
 *
 * Has the focus be somewhere while @window is shown. GTK takes it from what is
 * hidden, or cannot be used any more, and leaves it so, or gives it to what is
 * hidden: then Tab would begin at the top, and a screen reader would say nothing.
 */
void
nw_focus_found_keep (GtkWindow *window)
{
  Kept *kept;

  g_return_if_fail (GTK_IS_WINDOW (window));

  kept = g_new0 (Kept, 1);
  kept->window = window;
  g_object_set_data_full (G_OBJECT (window), KEPT, kept, kept_free);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), kept);
}
