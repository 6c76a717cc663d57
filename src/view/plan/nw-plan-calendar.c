/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the appointment to a calendar program. */

#include "config.h"

#include "view/plan/nw-plan-calendar.h"

#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "model/plan/nw-calendar.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-recent.h"

#define CONTENT_TYPE "text/calendar"

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* Saving */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWidget) from = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    text = g_strdup (_("The calendar file is saved. Open it with your calendar; some calendars drop "
                       "the alarms."));
  else
    /* Translators: %s is what went wrong */
    text = g_strdup_printf (_("The calendar file is not saved: %s"), error->message);
  nw_note_show (from, text, NULL, NULL);
}

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int              response,
                gpointer         user_data)
{
  GtkWidget *from = GTK_WIDGET (user_data);
  NwPlan *plan = g_object_get_data (G_OBJECT (dialog), "nw-plan");

  if (response == GTK_RESPONSE_ACCEPT && nw_plan_get_appointment (plan) != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      char *text = nw_calendar_build (plan);
      g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

      nw_recent_leave_out (file);
      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                           saved_cb, g_object_ref (from));
    }
  g_object_unref (dialog);
}

/**
 * nw_plan_calendar_save:
 * @from: a widget of the window over which to ask
 * @plan: a plan
 *
 * Asks where to save the appointment and the checks as an `.ics` file, and
 * saves them there.
 */
void
nw_plan_calendar_save (GtkWidget *from,
                       NwPlan    *plan)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (NW_IS_PLAN (plan));

  dialog = gtk_file_chooser_native_new (_("Save for Calendar"), get_window (from),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* Translators: a file’s name; keep the ending */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("first-appointment.ics"));
  g_object_set_data_full (G_OBJECT (dialog), "nw-plan", g_object_ref (plan), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), from, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Opening */

static void
remove_file (gpointer data)
{
  g_autofree char *path = data;
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
}

/* A folder of its own, as the name of the file is what people see. In the
 * runtime folder nothing outlives the session. */
static char *
write_file (NwPlan  *plan,
            GError **error)
{
  g_autofree char *text = nw_calendar_build (plan);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strconcat ("needlewise-", id, NULL);
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), name, NULL);
  g_autofree char *path = NULL;

  if (g_mkdir_with_parents (g_get_user_runtime_dir (), 0700) < 0 || g_mkdir (folder, 0700) < 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s", g_get_user_runtime_dir ());
      return NULL;
    }

  path = g_build_filename (folder, _("first-appointment.ics"), NULL);
  if (!g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    {
      g_rmdir (folder);
      return NULL;
    }
  return g_steal_pointer (&path);
}

static void
tell (GtkWidget *from,
      GError    *error)
{
  if (error == NULL)
    {
      nw_note_show (from, _("Handed to your calendar. Some calendars drop the alarms."), NULL, NULL);
      return;
    }
  g_debug ("No calendar: %s", error->message);
  nw_note_show (from, _("No calendar on this computer opens it. A saved file can go to another one."),
                _("Save…"), "page.save-calendar");
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) from = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  g_app_info_launch_uris_finish (G_APP_INFO (source), result, &error);
  tell (from, error);
}

/* In a sandbox no program is known, and a portal finds one. */
static void
portal_launched_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (GtkWidget) from = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;

  g_app_info_launch_default_for_uri_finish (result, &error);
  tell (from, error);
}

/**
 * nw_plan_calendar_open:
 * @from: a widget of the window; the file is there as long as it is, or until
 *   the next one
 * @plan: a plan with an appointment
 *
 * Opens the appointment and the checks in the calendar program, by a file that
 * only this person can read. What goes wrong is told in the window.
 */
void
nw_plan_calendar_open (GtkWidget *from,
                       NwPlan    *plan)
{
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autoptr (GAppInfo) calendar = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;
  char *path;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (NW_IS_PLAN (plan));
  g_return_if_fail (nw_plan_get_appointment (plan) != NULL);

  path = write_file (plan, &error);
  if (path == NULL)
    {
      tell (from, error);
      return;
    }

  g_object_set_data_full (G_OBJECT (from), "nw-calendar-file", path, remove_file);
  uri = g_filename_to_uri (path, NULL, NULL);
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (from));
  calendar = g_app_info_get_default_for_type (CONTENT_TYPE, FALSE);
  if (calendar != NULL)
    {
      GList uris = { uri, NULL, NULL };

      g_app_info_launch_uris_async (calendar, &uris, G_APP_LAUNCH_CONTEXT (context), NULL,
                                    launched_cb, g_object_ref (from));
    }
  else
    g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL,
                                             portal_launched_cb, g_object_ref (from));
}
