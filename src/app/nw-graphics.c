/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts GTK without OpenGL where there is no graphics card: GTK would load a
 * graphics card made of software, which is half of a start and most of its
 * memory, and draw more slowly by it than without. */

#include "config.h"

#include "app/nw-graphics.h"

#include <gtk/gtk.h>

/* What GTK reads while it opens a display; from 4.16 on it is the other one. */
static const char * const names[] = { "GDK_DEBUG", "GDK_DISABLE" };

static const char *set_name;

/* Somebody who has chosen for all programs has chosen for this one. */
static gboolean
is_chosen (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_getenv (names[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_of_renderers (const GLogField *fields,
                 gsize            n_fields)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "GLIB_DOMAIN"))
      return g_strcmp0 (fields[i].value, "Gsk") == 0;
  return FALSE;
}

/* GTK 4.8 says of each window, menu and tooltip that it is not painted by OpenGL. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  if ((level & G_LOG_LEVEL_MESSAGE) != 0 && is_of_renderers (fields, n_fields))
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, NULL);
}

/**
 * nw_graphics_has_card:
 * @devices: the folder of devices, `/dev`
 *
 * Returns: whether there may be a graphics card that draws: by the kernel’s
 *   render nodes, or by the drivers that have a device of their own (NVIDIA’s,
 *   Mali’s, Adreno’s, and that of Windows’ subsystem for Linux)
 */
gboolean
nw_graphics_has_card (const char *devices)
{
  static const char * const others[] = { "nvidiactl", "mali0", "kgsl-3d0", "dxg" };
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (devices != NULL, TRUE);

  folder = g_build_filename (devices, "dri", NULL);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return TRUE;

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = g_build_filename (devices, others[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/**
 * nw_graphics_leave_out:
 * @devices: the folder of devices, `/dev`
 *
 * Has GTK do without OpenGL where nothing would draw by it: where there is no
 * graphics card, or GSK_RENDERER asks for Cairo. To be called before GTK opens
 * its display and before there are threads, since it sets a variable of the
 * environment. It calls g_log_set_writer_func(), so that what GTK says of it is not
 * written, and nobody else may.
 */
void
nw_graphics_leave_out (const char *devices)
{
  static gboolean is_hushed = FALSE;
  const char *renderer = g_getenv ("GSK_RENDERER");
  gboolean is_cairo = g_strcmp0 (renderer, "cairo") == 0;

  g_return_if_fail (devices != NULL);

  if (is_chosen () || (renderer != NULL && !is_cairo))
    return;
  if (!is_cairo && nw_graphics_has_card (devices))
    return;

  set_name = names[gtk_check_version (4, 16, 0) == NULL];
  g_setenv (set_name, set_name == names[0] ? "gl-disable" : "gl,vulkan", TRUE);
  /* Can be set once only. */
  if (!is_hushed)
    g_log_set_writer_func (write_log, NULL, NULL);
  is_hushed = TRUE;
}

/**
 * nw_graphics_restore:
 *
 * Takes the variable back once GTK has its display, so that programs that are
 * started from here do not inherit it. It is the last one of the environment,
 * and taking that away disturbs nothing that reads the others.
 */
void
nw_graphics_restore (void)
{
  if (set_name != NULL)
    g_unsetenv (set_name);
  set_name = NULL;
}
