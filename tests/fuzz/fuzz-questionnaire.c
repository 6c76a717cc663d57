/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the reader of forms. */

#include "config.h"

#include "exercise.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (NwJson) json = fuzz_parse (data, size);
  g_autoptr (NwFindings) findings = nw_findings_new ("form");
  g_autoptr (NwQuestionnaire) form = NULL;

  if (json == NULL)
    return 0;
  form = nw_questionnaire_new_from_json (json, findings);
  g_assert_true ((form == NULL) == nw_findings_has_errors (findings));
  if (form != NULL)
    exercise_form (form);
  else
    fuzz_read_findings (findings);
  return 0;
}
