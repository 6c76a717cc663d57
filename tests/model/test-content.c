/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that a document comes in the reader’s language, or whole in English. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "model/base/nw-content.h"
#include "model/base/nw-json.h"

/* Documents that are not of the program, one a language, in an overlay. */
static char *folder;

static void
write_document (const char *language,
                const char *text)
{
  g_autofree char *directory = g_build_filename (folder, language, NULL);
  g_autofree char *path = g_build_filename (directory, "trial.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (directory, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
remove_documents (void)
{
  static const char * const languages[] = { "en", "es", "es_MX", "fr" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *directory = g_build_filename (folder, languages[i], NULL);
      g_autofree char *path = g_build_filename (directory, "trial.json", NULL);

      g_unlink (path);
      g_rmdir (directory);
    }
}

static void
assert_found (const char *wanted,
              const char *expected_language,
              gboolean    expected_outdated)
{
  g_autofree char *language = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_setenv ("LANGUAGE", wanted, TRUE);
  bytes = nw_content_load ("trial.json", &language, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  g_assert_cmpstr (language, ==, expected_language);
  g_assert_cmpint (nw_content_is_outdated ("trial.json"), ==, expected_outdated);
}

static void
test_language (void)
{
  write_document ("en", "{\"version\": \"2\"}");
  write_document ("es", "{\"version\": \"2\"}");

  assert_found ("es", "es", FALSE);
  assert_found ("es_MX.UTF-8", "es", FALSE);
  assert_found ("en_GB:es", "en", FALSE);
  assert_found ("fr", "en", FALSE);
  assert_found ("fr:es", "es", FALSE);

  remove_documents ();
}

static void
test_outdated (void)
{
  write_document ("en", "{\"version\": \"3\"}");
  write_document ("es", "{\"version\": \"2\"}");
  write_document ("fr", "{\"version\": \"3\"}");

  assert_found ("es", "en", TRUE);
  assert_found ("en", "en", FALSE);
  assert_found ("es:fr", "fr", TRUE);

  remove_documents ();
}

static void
test_region_first (void)
{
  write_document ("en", "{\"version\": \"3\"}");
  write_document ("es", "{\"version\": \"3\"}");
  write_document ("es_MX", "{\"version\": \"2\"}");

  assert_found ("es_MX", "es", TRUE);
  assert_found ("es_AR", "es", FALSE);

  remove_documents ();
}

/* A translation that does not tell its version cannot be trusted. */
static void
test_no_version (void)
{
  static const char * const texts[] = {
    "{}", "[]", "{\"version\": 3}", "{\"version\": \"3\"", "", "{\"a\": {\"version\": \"3\"}}"
  };

  write_document ("en", "{\"version\": \"3\"}");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      write_document ("es", texts[i]);
      assert_found ("es", "en", TRUE);
    }

  write_document ("en", "{}");
  write_document ("es", "{}");
  assert_found ("es", "en", TRUE);

  remove_documents ();
}

static void
test_absent (void)
{
  g_autofree char *language = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_setenv ("LANGUAGE", "es", TRUE);
  bytes = nw_content_load ("none.json", &language, &error);

  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
  g_assert_null (bytes);
  g_assert_null (language);
  g_assert_false (nw_content_is_outdated ("none.json"));
}

/* What the program ships is current in each of its languages. */
static void
test_shipped (void)
{
  static const char * const names[] = {
    "article.json", "screening.json", "registers.json", "insurance.json"
  };

  g_setenv ("LANGUAGE", "es", TRUE);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *language = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = nw_content_load (names[i], &language, &error);
      g_autoptr (NwJson) json = NULL;
      const NwJsonNode *told;

      g_assert_no_error (error);
      g_assert_cmpstr (language, ==, "es");
      g_assert_false (nw_content_is_outdated (names[i]));

      json = nw_json_new_from_bytes (bytes, names[i], NULL, &error);
      g_assert_no_error (error);
      told = nw_json_node_get_member (nw_json_get_root (json), "language");
      g_assert_cmpstr (nw_json_node_get_string (told), ==, "es");
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *overlay = NULL;
  int result;

  folder = g_dir_make_tmp ("needlewise-content-XXXXXX", &error);
  g_assert_no_error (error);
  overlay = g_strconcat (NW_RESOURCE_PATH "/content=", folder, NULL);
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/model/content/language", test_language);
  g_test_add_func ("/model/content/outdated", test_outdated);
  g_test_add_func ("/model/content/region-first", test_region_first);
  g_test_add_func ("/model/content/no-version", test_no_version);
  g_test_add_func ("/model/content/absent", test_absent);
  g_test_add_func ("/model/content/shipped", test_shipped);
  result = g_test_run ();

  g_rmdir (folder);
  g_free (folder);
  return result;
}
