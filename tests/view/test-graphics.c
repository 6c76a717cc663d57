/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether GTK is started with OpenGL, and that nobody else hears of it. */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "app/nw-graphics.h"

static const struct
{
  /* In a folder of devices. */
  const char *device;
  /* What the person has set for all programs. */
  const char *name;
  const char *value;
  gboolean    left_out;
} cases[] = {
  { "null", NULL, NULL, TRUE },
  { "dri/card0", NULL, NULL, TRUE },
  { "dri/renderD128", NULL, NULL, FALSE },
  { "nvidiactl", NULL, NULL, FALSE },
  { "mali0", NULL, NULL, FALSE },
  { "kgsl-3d0", NULL, NULL, FALSE },
  { "dxg", NULL, NULL, FALSE },
  { "dri/renderD128", "GSK_RENDERER", "cairo", TRUE },
  { "null", "GSK_RENDERER", "cairo", TRUE },
  { "null", "GSK_RENDERER", "gl", FALSE },
  { "null", "GDK_DEBUG", "", FALSE },
  { "null", "GDK_DEBUG", "gl-gles", FALSE },
  { "null", "GDK_DISABLE", "vulkan", FALSE },
};

static const char * const variables[] = { "GSK_RENDERER", "GDK_DEBUG", "GDK_DISABLE" };

static void
check_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *devices = g_dir_make_tmp ("devices-XXXXXX", &error);
  g_autofree char *device = g_build_filename (devices, cases[i].device, NULL);
  g_autofree char *folder = g_path_get_dirname (device);
  const char *name = gtk_check_version (4, 16, 0) == NULL ? "GDK_DISABLE" : "GDK_DEBUG";

  g_assert_no_error (error);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (device, "", 0, NULL));
  for (gsize j = 0; j < G_N_ELEMENTS (variables); j++)
    g_unsetenv (variables[j]);
  if (cases[i].name != NULL)
    g_setenv (cases[i].name, cases[i].value, TRUE);

  nw_graphics_leave_out (devices);
  if (cases[i].left_out)
    g_assert_nonnull (g_getenv (name));
  nw_graphics_restore ();
  for (gsize j = 0; j < G_N_ELEMENTS (variables); j++)
    g_assert_cmpstr (g_getenv (variables[j]), ==,
                     g_strcmp0 (variables[j], cases[i].name) == 0 ? cases[i].value : NULL);

  /* What was not left out was not touched in between, either. */
  nw_graphics_leave_out (devices);
  if (!cases[i].left_out)
    for (gsize j = 0; j < G_N_ELEMENTS (variables); j++)
      g_assert_cmpstr (g_getenv (variables[j]), ==,
                       g_strcmp0 (variables[j], cases[i].name) == 0 ? cases[i].value : NULL);
  nw_graphics_restore ();

  g_unlink (device);
  if (g_str_has_prefix (cases[i].device, "dri/"))
    g_rmdir (folder);
  g_rmdir (devices);
}

/* GTK knows the word: there is a display, and no OpenGL on it. */
static void
test_display (void)
{
  g_autoptr (GError) error = NULL;
  GdkDisplay *display;

  for (gsize j = 0; j < G_N_ELEMENTS (variables); j++)
    g_unsetenv (variables[j]);
  nw_graphics_leave_out ("/nowhere");
  gtk_init ();
  nw_graphics_restore ();

  display = gdk_display_get_default ();
  g_assert_nonnull (display);
  g_assert_false (gdk_display_prepare_gl (display, &error));
  g_assert_nonnull (error);
}

/* That it is left out is no news for the journal, window by window; all else is. */
static void
test_says_nothing (void)
{
  GtkWidget *window;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr_unmatched ("*renderer*");
      g_test_trap_assert_stderr ("*something else*");
      return;
    }
  for (gsize j = 0; j < G_N_ELEMENTS (variables); j++)
    g_unsetenv (variables[j]);
  nw_graphics_leave_out ("/nowhere");
  gtk_init ();
  window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_log_structured ("Gtk", G_LOG_LEVEL_MESSAGE, "MESSAGE", "something else");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/view/graphics/%s/%s%s", cases[i].device,
                                               cases[i].name != NULL ? cases[i].name : "nothing",
                                               cases[i].value != NULL ? cases[i].value : "");

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), check_case);
    }
  g_test_add_func ("/view/graphics/display", test_display);
  g_test_add_func ("/view/graphics/says-nothing", test_says_nothing);
  return g_test_run ();
}
