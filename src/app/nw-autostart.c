/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the reminders start with the desktop. */

#include "config.h"

#include "app/nw-autostart.h"

#include "reminders/nw-programs.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static char *
build_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", NW_APPLICATION_ID ".desktop",
                           NULL);
}

/* The specification of desktop entries, “The Exec key”, and the key file’s own
 * backslash before it. */
static char *
quote_program (const char *program)
{
  g_autoptr (GString) quoted = g_string_new ("\"");

  for (const char *p = program; *p != '\0'; p++)
    {
      if (strchr ("\"`$\\", *p) != NULL)
        g_string_append_c (quoted, '\\');
      if (*p == '%')
        g_string_append_c (quoted, '%');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '"');
  return g_strdup (quoted->str);
}

/**
 * nw_autostart_set:
 * @wanted: whether the reminders shall start with the desktop
 * @error: return location for an error
 *
 * Writes or removes the entry in the user’s autostart folder (XDG autostart
 * specification). It says nothing of what there is to be reminded of.
 *
 * Returns: whether it is as wanted
 */
gboolean
nw_autostart_set (gboolean   wanted,
                  GError   **error)
{
  g_autofree char *path = build_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *program = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *command = NULL;
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!wanted)
    {
      if (g_unlink (path) == 0 || errno == ENOENT || errno == ENOTDIR)
        return TRUE;
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "%s: %s", path, g_strerror (errno));
      return FALSE;
    }

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   "%s: %s", folder, g_strerror (errno));
      return FALSE;
    }

  program = nw_programs_find (NW_PROGRAM_COMMAND);
  quoted = quote_program (program);
  command = g_strconcat (quoted, " --check-reminders", NULL);
  file = g_key_file_new ();
  g_key_file_set_string (file, "Desktop Entry", "Type", "Application");
  g_key_file_set_string (file, "Desktop Entry", "Name", _("Needlewise Reminders"));
  g_key_file_set_string (file, "Desktop Entry", "Exec", command);
  g_key_file_set_string (file, "Desktop Entry", "Icon", NW_APPLICATION_ID);
  g_key_file_set_boolean (file, "Desktop Entry", "NoDisplay", TRUE);
  g_key_file_set_boolean (file, "Desktop Entry", "X-GNOME-UsesNotifications", TRUE);
  return g_key_file_save_to_file (file, path, error);
}
