/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the reader of the directory of registers. */

#include "config.h"

#include "fuzz.h"

#include "model/plan/nw-directory.h"

static void
check_register (NwCountry        *country,
                const NwRegister *entry)
{
  g_assert_nonnull (entry->id);
  g_assert_nonnull (entry->who);
  g_assert_nonnull (entry->checked);
  g_assert_nonnull (nw_country_find_register (country, entry->id));
  /* What is opened by a click leads to the web and nowhere else. */
  g_assert_true (entry->address == NULL
                 || g_ascii_strncasecmp (entry->address, "https:", 6) == 0
                 || g_ascii_strncasecmp (entry->address, "http:", 5) == 0);
}

static void
visit_country (NwDirectory *directory,
               NwCountry   *country)
{
  g_auto (GStrv) regions = nw_country_dup_regions (country);

  g_assert_nonnull (nw_directory_find (directory, nw_country_get_code (country)));
  g_assert_true (nw_country_matches (country, nw_country_get_name (country)));
  nw_country_get_emergency (country);
  for (int i = 0; regions != NULL && regions[i] != NULL; i++)
    nw_country_get_region_name (country, regions[i]);
  for (guint i = 0; i < nw_country_get_n_registers (country); i++)
    check_register (country, nw_country_get_register (country, i));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (NwJson) json = fuzz_parse (data, size);
  g_autoptr (NwDirectory) directory = NULL;
  g_autoptr (GError) error = NULL;

  if (json == NULL)
    return 0;

  directory = nw_directory_new_from_json (json, &error);
  g_assert_true ((directory == NULL) == (error != NULL));
  if (directory == NULL)
    return 0;

  g_assert_nonnull (nw_directory_get_checked (directory));
  g_assert_nonnull (nw_directory_get_advice (directory));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (directory)); i++)
    {
      g_autoptr (NwCountry) country = g_list_model_get_item (G_LIST_MODEL (directory), i);

      visit_country (directory, country);
    }
  return 0;
}
