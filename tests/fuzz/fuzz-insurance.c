/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the reader of the questions for the insurer. */

#include "config.h"

#include "fuzz.h"

#include "model/plan/nw-insurance-guide.h"

static void
check_questions (GPtrArray *questions)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const NwGuideQuestion *question = g_ptr_array_index (questions, i);

      g_assert_nonnull (question->id);
      g_assert_nonnull (question->question);
    }
}

static void
check_facts (GPtrArray *facts)
{
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const NwGuideFact *fact = g_ptr_array_index (facts, i);

      g_assert_nonnull (fact->text);
      g_assert_true (fact->address == NULL
                     || g_ascii_strncasecmp (fact->address, "http", 4) == 0);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (NwJson) json = fuzz_parse (data, size);
  g_autoptr (NwInsuranceGuide) guide = NULL;
  g_autoptr (GError) error = NULL;

  if (json == NULL)
    return 0;

  guide = nw_insurance_guide_new_from_json (json, &error);
  g_assert_true ((guide == NULL) == (error != NULL));
  if (guide == NULL)
    return 0;

  check_questions (nw_insurance_guide_get_script (guide));
  check_questions (nw_insurance_guide_get_practitioner (guide));
  g_assert_nonnull (nw_insurance_guide_get_four (guide));
  g_assert_nonnull (nw_insurance_guide_get_codes (guide));
  nw_insurance_guide_get_example (guide);
  check_facts (nw_insurance_guide_get_facts (guide, "US"));
  check_facts (nw_insurance_guide_get_facts (guide, ""));
  return 0;
}
