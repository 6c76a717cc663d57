/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the guide: questions for the insurer and the practitioner, facts and
 * codes. */

#include "config.h"

#include <string.h>

#include "model/base/nw-content.h"
#include "model/base/nw-error.h"
#include "model/plan/nw-directory.h"
#include "model/plan/nw-insurance-guide.h"

static void
test_own_guide (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwInsuranceGuide) guide = nw_insurance_guide_load (&error);
  g_autoptr (NwDirectory) directory = nw_directory_load (NULL);
  GPtrArray *codes;
  guint electrical = 0;
  guint with_facts = 0;
  guint n;

  g_assert_no_error (error);
  g_assert_cmpint (nw_insurance_guide_get_script (guide)->len, ==, 10);
  g_assert_cmpint (nw_insurance_guide_get_practitioner (guide)->len, ==, 11);
  g_assert_cmpint (nw_insurance_guide_get_four (guide)->len, ==, 4);

  codes = nw_insurance_guide_get_codes (guide);
  for (guint i = 0; i < codes->len; i++)
    {
      const NwGuideCode *code = g_ptr_array_index (codes, i);

      electrical += code->electrical;
      g_assert_cmpint (code->electrical, ==,
                       g_str_equal (code->code, "97813") || g_str_equal (code->code, "97814"));
    }
  g_assert_cmpint (codes->len, ==, 4);
  g_assert_cmpint (electrical, ==, 2);

  /* Each country with facts can be chosen, since the directory has it. */
  n = g_list_model_get_n_items (G_LIST_MODEL (directory));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NwCountry) country = g_list_model_get_item (G_LIST_MODEL (directory), i);
      GPtrArray *facts = nw_insurance_guide_get_facts (guide, nw_country_get_code (country));

      if (facts == NULL)
        continue;
      with_facts++;
      for (guint j = 0; j < facts->len; j++)
        {
          const NwGuideFact *fact = g_ptr_array_index (facts, j);

          g_assert_nonnull (fact->text);
          g_assert_cmpint (strlen (fact->checked), ==, 10);
        }
    }
  g_assert_cmpint (with_facts, >=, 13);
  g_assert_null (nw_insurance_guide_get_facts (guide, "XX"));
  g_assert_cmpstr (nw_insurance_guide_get_example (guide)->country, ==, "US");
  g_assert_cmpint (g_strv_length (nw_insurance_guide_get_example (guide)->steps), >, 3);
}

/* Whatever is taken out of the document is missed. */
static void
test_each_member_is_needed (void)
{
  static const char *const members[] = {
    "\"script\":", "\"countries\":", "\"example\":", "\"codes\":", "\"codesNote\":",
    "\"electricalNote\":", "\"practitioner\":", "\"warning\":", "\"four\":", "\"missing\":", "\"note\":",
    "\"format\":",
  };
  g_autoptr (GBytes) bytes = nw_content_load ("insurance.json", NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (NwJson) json = NULL;
      g_autoptr (GError) error = NULL;
      char *place = strstr (text, members[i]);

      g_test_message ("%s", members[i]);
      g_assert_nonnull (place);
      place[1] = '_';
      changed = g_bytes_new (text, strlen (text));
      json = nw_json_new_from_bytes (changed, "insurance.json", NULL, &error);
      g_assert_no_error (error);
      g_assert_null (nw_insurance_guide_new_from_json (json, &error));
      g_assert_error (error, NW_ERROR, NW_ERROR_CONTENT);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/insurance/own-guide", test_own_guide);
  g_test_add_func ("/model/insurance/each-member-is-needed", test_each_member_is_needed);

  return g_test_run ();
}
