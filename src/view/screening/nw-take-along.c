/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to take a result along: on paper, as text, as a file for clinical systems. */

#include "config.h"

#include "view/screening/nw-take-along.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/screening/nw-sheet.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-recent.h"
#include "view/widgets/nw-sheet-print.h"

static GPtrArray *
make_sheet (NwScreening *screening,
            NwPlan      *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwInsuranceGuide) guide = nw_insurance_guide_load (&error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  /* The sheet is worth having without the questions. */
  if (guide == NULL)
    g_warning ("The questions to ask are left out: %s", error->message);
  return nw_sheet_new (screening, plan, guide, now);
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/**
 * nw_take_along_print:
 * @from: a widget of the window
 * @screening: a screening that is at its result
 * @plan: (nullable): the preparation
 *
 * Shows the sheet, from where it can be printed and saved as a PDF.
 */
void
nw_take_along_print (GtkWidget   *from,
                     NwScreening *screening,
                     NwPlan      *plan)
{
  g_autoptr (GPtrArray) sheet = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (NW_IS_SCREENING (screening));

  sheet = make_sheet (screening, plan);
  nw_sheet_print_show (sheet, from);
}

/**
 * nw_take_along_copy:
 * @from: a widget of the window
 * @screening: a screening that is at its result
 * @plan: (nullable): the preparation
 *
 * Puts the sheet on the clipboard as plain text.
 */
void
nw_take_along_copy (GtkWidget   *from,
                    NwScreening *screening,
                    NwPlan      *plan)
{
  g_autoptr (GPtrArray) sheet = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (NW_IS_SCREENING (screening));

  sheet = make_sheet (screening, plan);
  text = nw_sheet_dup_text (sheet);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (from), text);
  nw_note_show (from, _("The sheet with your answers is copied. Anyone who gets the text can "
                         "read it."), NULL, NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GtkWidget) from = GTK_WIDGET (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    text = g_strdup (_("Saved. Anyone who gets the file can read it."));
  else
    text = g_strdup_printf (_("The file was not saved: %s"), error->message);
  nw_note_show (from, text, NULL, NULL);
}

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int              response,
                gpointer         user_data)
{
  GtkWidget *from = GTK_WIDGET (user_data);
  GBytes *bytes = g_object_get_data (G_OBJECT (dialog), "nw-bytes");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      nw_recent_leave_out (file);
      g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                           NULL, saved_cb, g_object_ref (from));
    }
  g_object_unref (dialog);
}

/**
 * nw_take_along_save:
 * @from: a widget of the window
 * @screening: a screening that is at its result
 *
 * Asks where to save the answers, and saves them as a FHIR
 * QuestionnaireResponse that its owner alone can read.
 */
void
nw_take_along_save (GtkWidget   *from,
                    NwScreening *screening)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  GtkFileChooserNative *dialog;
  char *text;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (NW_IS_SCREENING (screening));

  text = nw_response_write_completed (nw_screening_get_response (screening), now, TRUE, &error);
  /* A form with a part that cannot be answered here is never complete. */
  if (text == NULL)
    text = nw_response_write_draft (nw_screening_get_response (screening), TRUE);

  dialog = gtk_file_chooser_native_new (_("Save My Answers"), get_window (from),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), _("answers.json"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "nw-bytes", g_bytes_new_take (text, strlen (text)),
                          (GDestroyNotify) g_bytes_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), from, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
