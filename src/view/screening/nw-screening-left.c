/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step that was left: to take it apart takes as long as to build the next, which nobody
 * is to wait for. */

#include "config.h"

#include "view/screening/nw-screening-page-private.h"

static gboolean
idle_cb (gpointer user_data)
{
  NwScreeningPage *self = user_data;

  self->left_idle_id = 0;
  nw_screening_left_drop (self);
  return G_SOURCE_REMOVE;
}

/* Within the frame that shows the next step: what is idle comes behind it. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);

  self->left_tick_id = 0;
  self->left_idle_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, idle_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* Keeps @view, which is about to be removed, until the next step has been painted. */
void
nw_screening_left_keep (NwScreeningPage *self,
                        GtkWidget       *view)
{
  nw_screening_left_drop (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->left_view = g_object_ref (view);
  self->left_tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* To be called before an answer changes what is shown, too: what was left shall not see it. */
void
nw_screening_left_drop (NwScreeningPage *self)
{
  if (self->left_tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->left_tick_id);
  self->left_tick_id = 0;
  g_clear_handle_id (&self->left_idle_id, g_source_remove);
  g_clear_object (&self->left_view);
}
