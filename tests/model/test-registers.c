/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the directory of registers. */

#include "config.h"

#include <string.h>

#include "model/base/nw-error.h"
#include "model/plan/nw-directory.h"

#define HEAD "{\"format\":1,\"version\":\"1\",\"language\":\"en\",\"checked\":\"2026-11-22\"," \
             "\"advice\":[\"a\"],\"missing\":\"m\",\"countries\":["
#define REGISTER "{\"id\":\"de-1\",\"who\":\"w\",\"standing\":\"law\",\"tells\":\"t\"," \
                 "\"checked\":\"2026-11-22\",\"confidence\":\"high\"}"
#define GERMANY "{\"code\":\"DE\",\"name\":\"Germany\",\"registers\":[" REGISTER "]}"

static NwDirectory *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (NwJson) json = nw_json_new_from_bytes (bytes, "registers.json", NULL, error);

  return json != NULL ? nw_directory_new_from_json (json, error) : NULL;
}

static void
test_own_directory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwDirectory) directory = nw_directory_load (&error);
  const char *before = "";
  guint n;

  g_assert_no_error (error);
  n = g_list_model_get_n_items (G_LIST_MODEL (directory));
  g_assert_cmpint (n, >=, 20);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (NwCountry) country = g_list_model_get_item (G_LIST_MODEL (directory), i);

      g_assert_cmpint (g_utf8_collate (before, nw_country_get_name (country)), <, 0);
      before = nw_country_get_name (country);
      g_assert_cmpint (strlen (nw_country_get_code (country)), ==, 2);
      g_assert_cmpint (nw_country_get_n_registers (country), >, 0);
      g_assert_true (nw_directory_find (directory, nw_country_get_code (country)) == country);
      for (guint j = 0; j < nw_country_get_n_registers (country); j++)
        {
          const NwRegister *entry = nw_country_get_register (country, j);

          g_assert_true (nw_country_find_register (country, entry->id) == entry);
          g_assert_nonnull (entry->who);
          g_assert_nonnull (entry->tells);
          g_assert_cmpint (entry->region == NULL, ==, entry->region_name == NULL);
        }
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (directory), n));
  g_assert_null (nw_directory_find (directory, "XX"));
  g_assert_nonnull (nw_directory_get_advice (directory)[0]);
}

static void
test_search (void)
{
  static const struct
  {
    const char *query;
    const char *code;
    gboolean    found;
  } cases[] = {
    { "", "CH", TRUE },
    { "  ", "CH", TRUE },
    { "swi", "CH", TRUE },
    { "SWI", "CH", TRUE },
    { "zwi", "CH", FALSE },
    { "ch", "CH", TRUE },
    { "quebec", "CA", TRUE },
    { "Québec", "CA", TRUE },
    { "british columbia", "CA", TRUE },
    { "columbia", "CA", TRUE },
    { "calif", "US", TRUE },
    { "états", "US", FALSE },
    { "states", "US", TRUE },
    { "united k", "GB", TRUE },
    { "united k", "US", FALSE },
    { "new z", "NZ", TRUE },
  };
  g_autoptr (NwDirectory) directory = nw_directory_load (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NwCountry *country = nw_directory_find (directory, cases[i].code);

      g_test_message ("%s in %s", cases[i].query, cases[i].code);
      g_assert_nonnull (country);
      g_assert_cmpint (nw_country_matches (country, cases[i].query), ==, cases[i].found);
    }
}

/* Names with accents are found by typing without them. */
static void
test_search_without_accents (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwDirectory) directory =
    read_text (HEAD "{\"code\":\"TR\",\"name\":\"Türkiye\",\"registers\":[]},"
               "{\"code\":\"CI\",\"name\":\"Côte d’Ivoire\",\"registers\":[]}]}", &error);

  g_assert_no_error (error);
  g_assert_true (nw_country_matches (nw_directory_find (directory, "TR"), "turk"));
  g_assert_true (nw_country_matches (nw_directory_find (directory, "TR"), "TÜRK"));
  g_assert_true (nw_country_matches (nw_directory_find (directory, "CI"), "cote"));
  g_assert_true (nw_country_matches (nw_directory_find (directory, "CI"), "ivoi"));
  g_assert_false (nw_country_matches (nw_directory_find (directory, "CI"), "turk"));
}

static void
test_regions (void)
{
  g_autoptr (NwDirectory) directory = nw_directory_load (NULL);
  NwCountry *canada = nw_directory_find (directory, "CA");
  g_auto (GStrv) regions = nw_country_dup_regions (canada);

  for (guint i = 1; regions[i + 1] != NULL; i++)
    g_assert_cmpint (g_utf8_collate (nw_country_get_region_name (canada, regions[i - 1]),
                                     nw_country_get_region_name (canada, regions[i])), <, 0);
  g_assert_cmpstr (regions[g_strv_length (regions) - 1], ==, NW_COUNTRY_OTHER_REGION);
  g_assert_true (g_strv_contains ((const char *const *) regions, "ON"));
  g_assert_cmpstr (nw_country_get_region_name (canada, "ON"), ==, "Ontario");
  g_assert_null (nw_country_get_region_name (canada, "XX"));
}

/* One part of a country is meant, or none. */
static void
test_typed_regions (void)
{
  static const struct
  {
    const char *country;
    const char *query;
    const char *region;
  } cases[] = {
    { "US", "calif", "CA" },
    { "US", " Calif ", "CA" },
    { "US", "south d", "SD" },
    { "US", "united", NULL },
    { "US", "us", NULL },
    { "US", "", NULL },
    { "US", "ontario", NULL },
    { "GB", "scot", "SCT" },
    { "GB", "england", NULL },
  };
  g_autoptr (NwDirectory) directory = nw_directory_load (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NwCountry *country = nw_directory_find (directory, cases[i].country);

      g_test_message ("%s in %s", cases[i].query, cases[i].country);
      g_assert_cmpstr (nw_country_find_region (country, cases[i].query), ==, cases[i].region);
    }
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "[]", "object" },
    { "{\"format\":2}", "/format" },
    { HEAD "\"DE\"]}", "/countries/0" },
    { HEAD "{\"code\":\"DE\"}]}", "name" },
    { HEAD GERMANY "," GERMANY "]}", "DE" },
    { HEAD "{\"code\":\"DE\",\"name\":\"G\",\"registers\":[" REGISTER "," REGISTER "]}]}", "de-1" },
    { HEAD "{\"code\":\"DE\",\"name\":\"G\",\"registers\":[{\"id\":\"x\",\"who\":\"w\","
      "\"standing\":\"lawful\",\"tells\":\"t\",\"checked\":\"2026-11-22\","
      "\"confidence\":\"high\"}]}]}", "/countries/0/registers/0/standing" },
    { HEAD "{\"code\":\"DE\",\"name\":\"G\",\"registers\":[{\"id\":\"x\",\"who\":\"w\","
      "\"standing\":\"law\",\"tells\":\"t\",\"checked\":\"2026-11-22\",\"confidence\":\"high\","
      "\"address\":\"javascript:alert(1)\"}]}]}", "/countries/0/registers/0/address" },
    { HEAD "{\"code\":\"DE\",\"name\":\"G\",\"registers\":[{\"id\":\"x\",\"who\":\"w\","
      "\"standing\":\"law\",\"tells\":\"t\",\"checked\":\"2026-11-22\",\"confidence\":\"high\","
      "\"address\":\"file:///etc/passwd\"}]}]}", "address" },
    { HEAD "{\"code\":\"DE\",\"name\":\"G\",\"nane\":\"x\",\"registers\":[]}]}", "nane" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (read_text (cases[i].text, &error));
      g_assert_error (error, NW_ERROR, NW_ERROR_CONTENT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].expected));
      g_assert_nonnull (strstr (error->message, "registers.json"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/registers/own-directory", test_own_directory);
  g_test_add_func ("/model/registers/search", test_search);
  g_test_add_func ("/model/registers/search-without-accents", test_search_without_accents);
  g_test_add_func ("/model/registers/typed-regions", test_typed_regions);
  g_test_add_func ("/model/registers/regions", test_regions);
  g_test_add_func ("/model/registers/wrong", test_wrong);

  return g_test_run ();
}
