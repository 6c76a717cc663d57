/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program’s icon, as a panel on X11 gets it. */

#include "config.h"

#include <gdk/x11/gdkx.h>
#include <gtk/gtk.h>

#include "app/nw-window-icon.h"

#include "looking.h"

#define ICON_SIZE 48

/* How many numbers the icons of a window are: two, and the pixels, of each. */
static gulong
count_icon (GtkWidget *window,
            gulong    *width)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkDisplay *display = gdk_surface_get_display (surface);
  gulong *numbers = NULL;
  gulong n;
  gulong left;
  Atom type;
  int format;

  XGetWindowProperty (gdk_x11_display_get_xdisplay (display),
                      gdk_x11_surface_get_xid (surface),
                      gdk_x11_get_xatom_by_name_for_display (display, "_NET_WM_ICON"),
                      0, G_MAXINT16, False, AnyPropertyType,
                      &type, &format, &n, &left, (guchar **) &numbers);
  *width = n > 0 ? numbers[0] : 0;
  if (numbers != NULL)
    XFree (numbers);
  return n;
}

/* Each window has it, once what it shows itself has been painted. */
static void
test_icon (void)
{
  for (int i = 0; i < 2; i++)
    {
      GtkWidget *window = gtk_window_new ();
      gulong width;

      gtk_widget_realize (window);
      g_assert_cmpuint (count_icon (window, &width), ==, 0);
      gtk_window_present (GTK_WINDOW (window));
      gtk_test_widget_wait_for_draw (window);
      g_assert_cmpuint (count_icon (window, &width), ==, 2 + ICON_SIZE * ICON_SIZE);
      g_assert_cmpuint (width, ==, ICON_SIZE);
      gtk_window_destroy (GTK_WINDOW (window));
      settle ();
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  if (!GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      g_print ("1..0 # SKIP this is not X11\n");
      return EXIT_SUCCESS;
    }
  nw_window_icon_watch ();

  g_test_add_func ("/view/window-icon/comes-behind-the-window", test_icon);
  return g_test_run ();
}
