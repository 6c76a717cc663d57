/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the files that the commands work on, and tells what is wrong on standard error. */

#include "config.h"

#include "form/form-command.h"

#include <glib/gi18n.h>

#include <string.h>

static void
print_errors (NwFindings *findings)
{
  for (guint i = 0; i < nw_findings_get_length (findings); i++)
    {
      g_autofree char *line = NULL;

      if (nw_findings_get (findings, i)->severity != NW_SEVERITY_ERROR)
        continue;
      line = nw_findings_dup_line (findings, i);
      g_printerr ("%s\n", line);
    }
}

/**
 * form_load:
 * @path: a file, or `-`
 * @status: (inout): gets worse where something is wrong
 *
 * Reads a form.
 *
 * Returns: (transfer full) (nullable): the form
 */
NwQuestionnaire *
form_load (const char *path,
           FormStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwJson) json = nw_json_new_from_path (path, NULL, &error);
  g_autoptr (NwFindings) findings = NULL;
  NwQuestionnaire *questionnaire = NULL;

  if (json == NULL)
    {
      g_printerr ("%s\n", error->message);
      *status = FORM_UNREADABLE;
      return NULL;
    }
  findings = nw_findings_new (nw_json_get_name (json));
  questionnaire = nw_questionnaire_new_from_json (json, findings);
  if (questionnaire == NULL)
    {
      print_errors (findings);
      *status = MAX (*status, FORM_BAD);
    }
  return questionnaire;
}

/**
 * form_load_response:
 * @questionnaire: the form
 * @path: a file, or `-`
 * @findings: (out): what does not fit
 * @status: (inout): gets worse where something is wrong
 *
 * Reads a response.
 *
 * Returns: (transfer full) (nullable): the response
 */
NwResponse *
form_load_response (NwQuestionnaire *questionnaire,
                    const char *path,
                    NwFindings **findings,
                    FormStatus *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwJson) json = nw_json_new_from_path (path, NULL, &error);
  NwResponse *response = NULL;

  *findings = nw_findings_new (path);
  if (json == NULL)
    {
      g_printerr ("%s\n", error->message);
      *status = FORM_UNREADABLE;
      return NULL;
    }
  response = nw_response_new_from_json (questionnaire, json, *findings);
  if (response == NULL)
    {
      print_errors (*findings);
      *status = MAX (*status, FORM_BAD);
    }
  return response;
}

/**
 * form_check_usage:
 * @n_arguments: how many arguments a command has
 * @arguments: the arguments
 * @min: the fewest that it takes
 * @max: the most that it takes, -1 for any number
 *
 * Checks how a command is called: the number of files, that there are no
 * options, and that standard input is read only once.
 *
 * Returns: whether it is called well; otherwise, standard error tells
 */
gboolean
form_check_usage (int n_arguments,
                  char **arguments,
                  int min,
                  int max)
{
  int n_inputs = 0;

  for (int i = 0; i < n_arguments; i++)
    {
      if (arguments[i][0] == '-' && arguments[i][1] != '\0')
        {
          /* Translators: needlewise-form is the name of the program */
          g_printerr (_("needlewise-form: unknown option %s\n"), arguments[i]);
          return FALSE;
        }
      if (strcmp (arguments[i], "-") == 0)
        n_inputs++;
    }
  if (n_inputs > 1)
    {
      g_printerr (_("needlewise-form: standard input can be read only once\n"));
      return FALSE;
    }
  if (n_arguments < min || (max >= 0 && n_arguments > max))
    {
      g_printerr (_("needlewise-form: wrong number of files; try --help\n"));
      return FALSE;
    }
  return TRUE;
}
