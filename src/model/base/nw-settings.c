/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings that want more care than GSettings takes. */

/* For the backend’s class; GSettings alone does not want it. */
#define G_SETTINGS_ENABLE_BACKEND

#include "config.h"

#include "model/base/nw-settings.h"

#include <errno.h>
#include <gio/gsettingsbackend.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <math.h>

#define BACKEND_VARIABLE "GSETTINGS_BACKEND"
/* All programs of a desktop share the file, and none has more than some pages. */
#define MAX_FILE_SIZE (1024 * 1024)

static char *problem;

/* What is wrong with the file, or NULL. */
static char *
check_file (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize size;
  GStatBuf status;

  if (g_stat (path, &status) < 0 && errno == ENOENT)
    return NULL;
  if (g_stat (path, &status) < 0 || g_access (path, R_OK) < 0)
    return g_strdup (g_strerror (errno));
  if (!S_ISREG (status.st_mode))
    return g_strdup (_("it is not a file"));
  if (status.st_size > MAX_FILE_SIZE)
    return g_strdup (g_strerror (EFBIG));
  if (!g_file_get_contents (path, &text, &size, &error))
    return g_strdup (error->message);
  if (!g_utf8_validate (text, (gssize) size, NULL)
      || !g_key_file_load_from_data (file, text, size, G_KEY_FILE_NONE, NULL))
    return g_strdup (_("it is damaged"));
  return NULL;
}

/* Whether GSettings would keep settings in that file: then there is no dconf. */
static gboolean
uses_file (void)
{
  const char *wanted = g_getenv (BACKEND_VARIABLE);
  GIOExtensionPoint *point;
  GList *first;

  if (wanted != NULL)
    return g_str_equal (wanted, "keyfile");
  /* This makes GIO find its modules. */
  g_vfs_get_default ();
  point = g_io_extension_point_lookup (G_SETTINGS_BACKEND_EXTENSION_POINT_NAME);
  first = point != NULL ? g_io_extension_point_get_extensions (point) : NULL;
  return first != NULL && g_str_equal (g_io_extension_get_name (first->data), "keyfile");
}

/* What this program starts shall have its settings. */
static void
use_memory (void)
{
  g_autofree char *before = g_strdup (g_getenv (BACKEND_VARIABLE));

  g_setenv (BACKEND_VARIABLE, "memory", TRUE);
  g_object_unref (g_settings_backend_get_default ());
  if (before != NULL)
    g_setenv (BACKEND_VARIABLE, before, TRUE);
  else
    g_unsetenv (BACKEND_VARIABLE);
}

/**
 * nw_settings_guard_file:
 *
 * Looks at the file in which GSettings keeps settings where there is no dconf.
 * GLib would wait for a pipe and read a device without end, and write over
 * what it cannot read. So where that is not a key file of some pages, this
 * program keeps its settings in memory, and nw_settings_get_problem() says so.
 *
 * For the beginning of a program, before there are other threads.
 */
void
nw_settings_guard_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings",
                                            "keyfile", NULL);
  g_autofree char *fault = check_file (path);
  g_autofree char *shown = NULL;

  if (fault == NULL || !uses_file ())
    return;

  use_memory ();
  shown = g_filename_display_name (path);
  g_free (problem);
  /* Translators: a file’s name, then what is wrong with it */
  problem = g_strdup_printf (_("Your settings can’t be read (%s: %s). Changes to them are not kept."),
                             shown, fault);
}

/**
 * nw_settings_get_problem:
 *
 * Returns: (nullable): a sentence on why the settings are not kept
 */
const char *
nw_settings_get_problem (void)
{
  return problem;
}

/**
 * nw_settings_get_text_scale:
 * @settings: the settings of the program
 *
 * The range of the schema lets `nan` pass, which is neither below nor above it.
 *
 * Returns: by what the desktop’s size of text is multiplied, from 0.7 to 3
 */
double
nw_settings_get_text_scale (GSettings *settings)
{
  double scale;

  g_return_val_if_fail (G_IS_SETTINGS (settings), 1.0);

  scale = g_settings_get_double (settings, "text-scale");
  return isnan (scale) ? 1.0 : scale;
}
