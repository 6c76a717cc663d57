/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the reader of JSON: what it takes must be written and read again as the same. */

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "model/base/nw-json-writer.h"

static gsize
visit (const NwJsonNode *node)
{
  const NwJsonNode *child;
  gsize n_children = 0;
  gsize n_nodes = 1;
  gint64 number = 0;

  g_assert_nonnull (nw_json_type_get_label (nw_json_node_get_node_type (node)));
  nw_json_node_get_int (node, &number);
  nw_json_node_get_boolean (node);
  if (nw_json_node_get_string (node) != NULL)
    g_assert_cmpuint (strlen (nw_json_node_get_string (node)), ==,
                      nw_json_node_get_length (node));

  NW_JSON_FOREACH (node, child)
    {
      const char *name = nw_json_node_get_name (child);

      g_assert_true (nw_json_node_get_parent (child) == node);
      if (name != NULL)
        g_assert_true (nw_json_node_get_member (node, name) == child);
      n_nodes += visit (child);
      n_children++;
    }
  if (nw_json_node_get_node_type (node) >= NW_JSON_ARRAY)
    g_assert_cmpuint (n_children, ==, nw_json_node_get_length (node));

  return n_nodes;
}

static char *
write_again (NwJson   *json,
             gboolean  pretty)
{
  NwJsonWriter *writer = nw_json_writer_new (pretty);

  nw_json_writer_add_node (writer, NULL, nw_json_get_root (json));
  return nw_json_writer_free_to_text (writer);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (NwJson) json = fuzz_parse (data, size);
  g_autoptr (NwJson) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *second_text = NULL;

  if (json == NULL)
    return 0;

  visit (nw_json_get_root (json));
  text = write_again (json, size % 2 == 0);
  again = fuzz_parse ((const uint8_t *) text, strlen (text));
  g_assert_nonnull (again);
  second_text = write_again (again, size % 2 == 0);
  g_assert_cmpstr (text, ==, second_text);
  return 0;
}
