/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program’s icon on its windows. GTK would look it up by its name, and load
 * a library for SVG at each start to draw it. */

#include "config.h"

#include "app/nw-window-icon.h"

#define ICON_PATH NW_RESOURCE_PATH "/ui/icons/window-48.png"

static void
painted_cb (GdkFrameClock *clock,
            GdkSurface    *surface)
{
  g_autoptr (GdkTexture) icon = gdk_texture_new_from_resource (ICON_PATH);
  GList icons = { icon };

  gdk_toplevel_set_icon_list (GDK_TOPLEVEL (surface), &icons);
  g_signal_handlers_disconnect_by_func (clock, painted_cb, surface);
}

/* What a window shows comes before what a panel shows of it. */
static void
window_realized_cb (GtkNative *window)
{
  GdkSurface *surface = gtk_native_get_surface (window);

  if (GDK_IS_TOPLEVEL (surface))
    g_signal_connect_object (gdk_surface_get_frame_clock (surface), "after-paint",
                             G_CALLBACK (painted_cb), surface, 0);
}

static void
windows_changed_cb (GListModel *windows,
                    guint       position,
                    guint       removed,
                    guint       added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      g_signal_connect (window, "realize", G_CALLBACK (window_realized_cb), NULL);
    }
}

/**
 * nw_window_icon_watch:
 *
 * From now on each window gets the program’s icon.
 */
void
nw_window_icon_watch (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed",
                    G_CALLBACK (windows_changed_cb), NULL);
}
