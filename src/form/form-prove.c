/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command prove: whether the outcomes of a form are cautious whatever is answered. */

#include "config.h"

#include "form/form-command.h"

#include "model/questionnaire/nw-proof.h"

#include <string.h>

static FormStatus
print_proof (const char *path,
             NwQuestionnaire *form)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwProof) proof = nw_proof_new (form, &error);

  if (proof == NULL)
    {
      g_printerr ("%s\n", error->message);
      return FORM_BAD;
    }
  if (!nw_questionnaire_has_outcome (form))
    {
      g_print ("%s: no outcomes, so nothing to prove\n", path);
      return FORM_GOOD;
    }
  g_print ("%s: tried %" G_GUINT64_FORMAT " combinations of answers to %u questions;"
           " with answers that no rule can tell apart, they stand for %.4g\n",
           path, proof->n_tried, proof->n_questions, proof->n_covered);
  for (guint i = 0; i < proof->left_out->len; i++)
    g_print ("%s: left out: %s\n", path, (char *) g_ptr_array_index (proof->left_out, i));
  for (guint i = 0; i < proof->violations->len; i++)
    g_print ("%s: violation: %s\n", path, (char *) g_ptr_array_index (proof->violations, i));
  if (proof->n_violations > proof->violations->len)
    g_print ("%s: %" G_GUINT64_FORMAT " violations in all\n", path, proof->n_violations);
  return proof->n_violations > 0 ? FORM_BAD : FORM_GOOD;
}

static FormStatus
run_tests (const char *path,
           NwQuestionnaire *form)
{
  g_autofree char *tests_path = NULL;
  g_autoptr (NwJson) json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) failures = NULL;
  guint n_tests = 0;

  if (!g_str_has_suffix (path, ".json"))
    return FORM_GOOD;
  tests_path = g_strdup_printf ("%.*s.tests.json", (int) (strlen (path) - strlen (".json")), path);
  if (!g_file_test (tests_path, G_FILE_TEST_EXISTS))
    {
      g_print ("%s: no tests beside the form\n", tests_path);
      return FORM_GOOD;
    }
  json = nw_json_new_from_path (tests_path, NULL, &error);
  if (json == NULL)
    {
      g_printerr ("%s\n", error->message);
      return FORM_UNREADABLE;
    }
  failures = nw_form_tests_run (form, json, &n_tests);
  for (guint i = 0; i < failures->len; i++)
    g_print ("%s: failed: %s\n", tests_path, (char *) g_ptr_array_index (failures, i));
  g_print ("%s: ran %u tests, %u failures\n", tests_path, n_tests, failures->len);
  return failures->len > 0 ? FORM_BAD : FORM_GOOD;
}

/**
 * form_prove:
 * @n_arguments: how many files
 * @arguments: the form
 *
 * Tries all combinations of answers, and runs the examples beside the form.
 *
 * Returns: the exit status
 */
FormStatus
form_prove (int n_arguments,
            char **arguments)
{
  FormStatus status = FORM_GOOD;
  FormStatus of_tests = FORM_GOOD;
  g_autoptr (NwQuestionnaire) form = NULL;

  if (!form_check_usage (n_arguments, arguments, 1, 1))
    return FORM_UNREADABLE;
  form = form_load (arguments[0], &status);
  if (form == NULL)
    return status;
  status = print_proof (arguments[0], form);
  of_tests = run_tests (arguments[0], form);
  return MAX (status, of_tests);
}
