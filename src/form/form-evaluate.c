/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands evaluate and complete: what follows from the answers to a form. */

#include "config.h"

#include "form/form-command.h"

#include "model/base/nw-json-writer.h"
#include "model/questionnaire/nw-outcome.h"

#include <stdio.h>

static void
write_link_ids (NwJsonWriter *json,
                GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    nw_json_writer_add_string (
      json, NULL, nw_response_item_get_item (g_ptr_array_index (items, i))->link_id);
}

static void
write_enabled (NwJsonWriter *json,
               NwResponse *response)
{
  NwResponseItem *item = nw_response_item_next (nw_response_get_root (response));

  nw_json_writer_begin_array (json, "enabled");
  for (; item != NULL; item = nw_response_item_next (item))
    if (nw_response_item_is_enabled (item))
      nw_json_writer_add_string (json, NULL, nw_response_item_get_item (item)->link_id);
  nw_json_writer_end_array (json);
}

static void
write_missing (NwJsonWriter *json,
               NwResponse *response)
{
  g_autoptr (GPtrArray) missing = nw_response_get_missing (response);

  nw_json_writer_begin_array (json, "missing");
  write_link_ids (json, missing);
  nw_json_writer_end_array (json);
}

static void
write_invalid (NwJsonWriter *json,
               NwResponse *response)
{
  g_autoptr (GPtrArray) invalid = nw_response_get_invalid (response);

  nw_json_writer_begin_array (json, "invalid");
  for (guint i = 0; i < invalid->len; i++)
    {
      NwResponseItem *item = g_ptr_array_index (invalid, i);

      nw_json_writer_begin_object (json, NULL);
      nw_json_writer_add_string (json, "linkId", nw_response_item_get_item (item)->link_id);
      nw_json_writer_add_string (json, "message", nw_response_item_get_problem (item));
      nw_json_writer_end_object (json);
    }
  nw_json_writer_end_array (json);
}

static void
write_findings (NwJsonWriter *json,
                NwFindings *findings)
{
  for (guint i = 0; findings != NULL && i < nw_findings_get_length (findings); i++)
    {
      g_autofree char *line = nw_findings_dup_line (findings, i);

      nw_json_writer_add_string (json, NULL, line);
    }
}

static void
write_warnings (NwJsonWriter *json,
                NwResponse *response,
                NwFindings *findings)
{
  g_autoptr (NwFindings) warnings = nw_response_get_warnings (response);

  nw_json_writer_begin_array (json, "warnings");
  write_findings (json,
                  nw_questionnaire_get_findings (nw_response_get_questionnaire (response)));
  write_findings (json, findings);
  write_findings (json, warnings);
  nw_json_writer_end_array (json);
}

static void
write_outcome (NwJsonWriter *json,
               NwResponse *response)
{
  g_autoptr (NwOutcome) outcome = nw_response_get_outcome (response);

  if (outcome == NULL)
    {
      nw_json_writer_add_null (json, "outcome");
      return;
    }
  nw_json_writer_begin_object (json, "outcome");
  nw_json_writer_add_string (json, "level", nw_outcome_level_get_code (outcome->level));
  nw_json_writer_begin_array (json, "advice");
  write_link_ids (json, outcome->advice);
  write_link_ids (json, outcome->also);
  nw_json_writer_end_array (json);
  nw_json_writer_end_object (json);
}

static void
print_evaluation (NwResponse *response,
                  NwFindings *findings)
{
  NwJsonWriter *json = nw_json_writer_new (FALSE);
  g_autofree char *text = NULL;

  nw_json_writer_begin_object (json, NULL);
  write_enabled (json, response);
  write_missing (json, response);
  write_invalid (json, response);
  write_warnings (json, response, findings);
  write_outcome (json, response);
  nw_json_writer_add_boolean (json, "complete", nw_response_is_complete (response));
  nw_json_writer_end_object (json);
  text = nw_json_writer_free_to_text (json);
  /* JSON is UTF-8 whatever the terminal’s character set is. */
  puts (text);
}

/**
 * form_evaluate:
 * @n_arguments: how many files
 * @arguments: a form and responses to it
 *
 * Prints one JSON object a line for each response; for an empty one where none
 * is given.
 *
 * Returns: the exit status
 */
FormStatus
form_evaluate (int n_arguments,
               char **arguments)
{
  FormStatus status = FORM_GOOD;
  g_autoptr (NwQuestionnaire) questionnaire = NULL;

  if (!form_check_usage (n_arguments, arguments, 1, -1))
    return FORM_UNREADABLE;
  questionnaire = form_load (arguments[0], &status);
  if (questionnaire == NULL)
    return status;
  if (n_arguments == 1)
    {
      g_autoptr (NwResponse) response = nw_response_new_empty (questionnaire);

      print_evaluation (response, NULL);
    }
  for (int i = 1; i < n_arguments; i++)
    {
      g_autoptr (NwFindings) findings = NULL;
      g_autoptr (NwResponse) response = form_load_response (questionnaire, arguments[i],
                                                            &findings, &status);

      if (response != NULL)
        print_evaluation (response, findings);
    }
  return status;
}

/**
 * form_complete:
 * @n_arguments: how many files
 * @arguments: a form and a response to it
 *
 * Prints the completed response, or tells on standard error why it is not
 * complete.
 *
 * Returns: the exit status
 */
FormStatus
form_complete (int n_arguments,
               char **arguments)
{
  FormStatus status = FORM_GOOD;
  g_autoptr (NwQuestionnaire) questionnaire = NULL;
  g_autoptr (NwFindings) findings = NULL;
  g_autoptr (NwResponse) response = NULL;
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!form_check_usage (n_arguments, arguments, 2, 2))
    return FORM_UNREADABLE;
  questionnaire = form_load (arguments[0], &status);
  if (questionnaire == NULL)
    return status;
  response = form_load_response (questionnaire, arguments[1], &findings, &status);
  if (response == NULL)
    return status;
  now = g_date_time_new_now_local ();
  text = nw_response_write_completed (response, now, TRUE, &error);
  if (text == NULL)
    {
      g_printerr ("%s: %s\n", arguments[1], error->message);
      return FORM_BAD;
    }
  puts (text);
  return FORM_GOOD;
}
