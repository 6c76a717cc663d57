/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program’s icon on its windows. GTK would look it up by its name, and load
 * a library for SVG at each start to draw it. */

#include "config.h"

#include "app/nw-window-icon.h"

#define ICONS_PATH NW_RESOURCE_PATH "/ui/icons"

static void
window_realized_cb (GtkNative *window)
{
  static const char * const paths[] = { ICONS_PATH "/window-48.png", ICONS_PATH "/window-128.png" };
  GdkSurface *surface = gtk_native_get_surface (window);
  GList *icons = NULL;

  if (!GDK_IS_TOPLEVEL (surface))
    return;
  for (gsize i = G_N_ELEMENTS (paths); i-- > 0;)
    icons = g_list_prepend (icons, gdk_texture_new_from_resource (paths[i]));
  gdk_toplevel_set_icon_list (GDK_TOPLEVEL (surface), icons);
  g_list_free_full (icons, g_object_unref);
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
