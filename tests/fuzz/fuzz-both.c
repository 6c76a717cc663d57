/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes a form and a response to it together: the members of one document. */

#include "config.h"

#include "exercise.h"
#include "fuzz.h"

#include <string.h>

#include "model/base/nw-json-writer.h"

static NwJson *
take_part (NwJson     *json,
           const char *member)
{
  const NwJsonNode *node = nw_json_node_get_member (nw_json_get_root (json), member);
  NwJsonWriter *writer = NULL;
  g_autofree char *text = NULL;

  if (node == NULL)
    return NULL;
  writer = nw_json_writer_new (FALSE);
  nw_json_writer_add_node (writer, NULL, node);
  text = nw_json_writer_free_to_text (writer);
  return fuzz_parse ((const uint8_t *) text, strlen (text));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (NwJson) json = fuzz_parse (data, size);
  g_autoptr (NwJson) form_json = NULL;
  g_autoptr (NwJson) response_json = NULL;
  g_autoptr (NwFindings) findings = nw_findings_new ("both");
  g_autoptr (NwQuestionnaire) form = NULL;
  g_autoptr (NwResponse) response = NULL;

  if (json == NULL)
    return 0;
  form_json = take_part (json, "questionnaire");
  response_json = take_part (json, "response");
  if (form_json == NULL || response_json == NULL)
    return 0;
  form = nw_questionnaire_new_from_json (form_json, findings);
  if (form == NULL)
    return 0;
  response = nw_response_new_from_json (form, response_json, findings);
  fuzz_read_findings (findings);
  if (response != NULL)
    exercise_response (response);
  return 0;
}
