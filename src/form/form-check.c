/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command check: what is wrong in a form. */

#include "config.h"

#include "form/form-command.h"

static FormStatus
check_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwJson) json = nw_json_new_from_path (path, NULL, &error);
  g_autoptr (NwFindings) findings = NULL;
  g_autoptr (NwQuestionnaire) questionnaire = NULL;

  if (json == NULL)
    {
      g_printerr ("%s\n", error->message);
      return FORM_UNREADABLE;
    }
  findings = nw_findings_new (nw_json_get_name (json));
  questionnaire = nw_questionnaire_new_from_json (json, findings);
  if (questionnaire != NULL)
    nw_questionnaire_lint (questionnaire, findings);
  for (guint i = 0; i < nw_findings_get_length (findings); i++)
    {
      g_autofree char *line = nw_findings_dup_line (findings, i);

      g_print ("%s\n", line);
    }
  if (nw_findings_get_n_more (findings) > 0)
    g_print ("%s: and %u more findings\n", nw_json_get_name (json),
             nw_findings_get_n_more (findings));
  return nw_findings_has_errors (findings) ? FORM_BAD : FORM_GOOD;
}

/**
 * form_check:
 * @n_arguments: how many files
 * @arguments: the files
 *
 * Prints one finding a line for each form.
 *
 * Returns: the exit status
 */
FormStatus
form_check (int n_arguments,
            char **arguments)
{
  FormStatus status = FORM_GOOD;

  if (!form_check_usage (n_arguments, arguments, 1, -1))
    return FORM_UNREADABLE;
  for (int i = 0; i < n_arguments; i++)
    {
      /* MAX () evaluates its arguments twice. */
      FormStatus of_file = check_file (arguments[i]);

      status = MAX (status, of_file);
    }
  return status;
}
