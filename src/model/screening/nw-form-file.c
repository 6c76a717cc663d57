/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a form from a file that may be anything, without holding up a frame. */

#include "config.h"

#include "model/screening/nw-form-file.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/base/nw-error.h"
#include "model/screening/nw-form-bounds.h"

/* What fits into a line. */
#define MAX_NAME 60

/**
 * nw_form_file_read:
 * @json: a document
 * @error: return location for an error
 *
 * Makes a form of it, within what a stranger’s form may cost.
 *
 * Returns: (transfer full): the form with what was found in it, or %NULL with
 *   an error of %NW_ERROR
 */
NwQuestionnaire *
nw_form_file_read (NwJson  *json,
                   GError **error)
{
  g_autoptr (NwFindings) findings = NULL;
  g_autoptr (NwQuestionnaire) form = NULL;

  g_return_val_if_fail (json != NULL, NULL);

  if (!nw_form_bounds_check_document (json, error))
    return NULL;
  findings = nw_findings_new (nw_json_get_name (json));
  form = nw_questionnaire_new_from_json (json, findings);
  if (form == NULL)
    {
      g_propagate_error (error, nw_findings_to_error (findings));
      return NULL;
    }
  if (!nw_form_bounds_check_form (form, nw_json_get_name (json), error))
    return NULL;

  nw_questionnaire_lint (form, findings);
  return g_steal_pointer (&form);
}

static NwQuestionnaire *
load (const char  *path,
      GError     **error)
{
  g_autoptr (NwJson) json = nw_json_new_from_path (path, NULL, error);

  return json != NULL ? nw_form_file_read (json, error) : NULL;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (G_FILE (task_data));
  NwQuestionnaire *form = NULL;
  GError *error = NULL;

  if (path == NULL)
    {
      g_autofree char *uri = g_file_get_uri (G_FILE (task_data));

      error = g_error_new (NW_ERROR, NW_ERROR_READ,
                           "%s: not on this computer; expected a file that is", uri);
    }
  else
    form = load (path, &error);

  if (form != NULL)
    g_task_return_pointer (task, form, (GDestroyNotify) nw_questionnaire_unref);
  else
    g_task_return_error (task, error);
}

/**
 * nw_form_file_load_async:
 * @file: a file, or what is taken for one
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads a FHIR Questionnaire and checks it. It is read in a thread, and never
 * more of it than a form may have; folders, devices and pipes are refused.
 */
void
nw_form_file_load_async (GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, nw_form_file_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * nw_form_file_load_finish:
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full): the form with what was found in it, or %NULL with
 *   an error of %NW_ERROR that names the file, the place and what was expected
 */
NwQuestionnaire *
nw_form_file_load_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * nw_form_file_dup_name:
 * @file: a file
 *
 * Returns: (transfer full): its name, in one line of bounded length
 */
char *
nw_form_file_dup_name (GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  shown = g_filename_display_name (base != NULL ? base : "");
  return nw_form_file_dup_line (shown);
}

/**
 * nw_form_file_dup_line:
 * @text: a stranger’s name or title
 *
 * Makes something of it that can stand within a sentence of ours.
 *
 * Returns: (transfer full): it in one line of bounded length, without marks that
 *   turn the direction of what stands around it
 */
char *
nw_form_file_dup_line (const char *text)
{
  GString *name = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A line break, or a change of the direction, could make another name of it. */
      if (g_unichar_type (c) != G_UNICODE_CONTROL && g_unichar_type (c) != G_UNICODE_FORMAT
          && g_unichar_type (c) != G_UNICODE_LINE_SEPARATOR
          && g_unichar_type (c) != G_UNICODE_PARAGRAPH_SEPARATOR)
        g_string_append_unichar (name, c);
    }
  if (g_utf8_strlen (name->str, -1) > MAX_NAME)
    {
      g_string_truncate (name, g_utf8_offset_to_pointer (name->str, MAX_NAME - 1) - name->str);
      g_string_append (name, "…");
    }
  return g_string_free (name, FALSE);
}

/**
 * nw_form_file_get_reason:
 * @error: why a form cannot be opened
 *
 * Returns: (transfer none): it in words for those who want to fill it in
 */
const char *
nw_form_file_get_reason (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, NW_ERROR, NW_ERROR_READ))
    return _("The file can’t be read. Perhaps it was moved, it is a folder, or it belongs to "
             "somebody else.");
  if (g_error_matches (error, NW_ERROR, NW_ERROR_TOO_LARGE))
    return _("The file is larger than any form that could be shown here.");
  if (g_error_matches (error, NW_ERROR, NW_ERROR_SYNTAX))
    return _("The file is damaged, or it is not a form. Forms that can be opened here are "
             "FHIR questionnaires in JSON.");
  return _("The file is not a form, or the form has a mistake that changes what it asks.");
}
