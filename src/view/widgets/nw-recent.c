/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps what holds health out of the desktop’s list of files used lately. */

#include "config.h"

#include "view/widgets/nw-recent.h"

static void
changed_cb (GtkRecentManager *manager,
            gpointer          user_data)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_recent_manager_has_item (manager, user_data))
    return;
  if (!gtk_recent_manager_remove_item (manager, user_data, &error))
    g_debug ("A file stays in the list of recent files: %s", error->message);
  /* The last word: it frees the address. */
  g_signal_handlers_disconnect_by_func (manager, changed_cb, user_data);
}

/**
 * nw_recent_leave_out:
 * @file: a file that was chosen in a dialogue of GTK’s
 *
 * GTK adds whatever is chosen to a list that every program can read, and does so
 * after it has told us: the file is taken out when it comes. Where a portal asks
 * in GTK’s place, the list is the portal’s.
 */
void
nw_recent_leave_out (GFile *file)
{
  g_return_if_fail (G_IS_FILE (file));

  g_signal_connect_data (gtk_recent_manager_get_default (), "changed", G_CALLBACK (changed_cb),
                         g_file_get_uri (file), (GClosureNotify) (GCallback) g_free, 0);
}
