/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reading and writing JSON, with json-glib as a second opinion. */

#include "config.h"

#include "model/base/nw-error.h"
#include "model/base/nw-json-read.h"
#include "model/base/nw-json-writer.h"

#include <json-glib/json-glib.h>

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static NwJson *
parse_text (const char *text,
            gsize size,
            GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return nw_json_new_from_bytes (bytes, "doc", NULL, error);
}

static NwJson *
parse_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  NwJson *json = parse_text (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (json);
  return json;
}

static char *
write_again (const NwJsonNode *node)
{
  NwJsonWriter *writer = nw_json_writer_new (FALSE);

  nw_json_writer_add_node (writer, NULL, node);
  return nw_json_writer_free_to_text (writer);
}

/* What is read is written again in the same way. */
static void
test_same (gconstpointer data)
{
  g_autoptr (NwJson) json = parse_good (data);
  g_autofree char *text = write_again (nw_json_get_root (json));

  g_assert_cmpstr (text, ==, data);
}

static const char * const same[] = {
  "0", "-0", "1.50", "-12.0e+300", "1e400", "9007199254740993.0",
  "123456789012345678901234567890", "0.1000000000000000000000000001",
  "true", "false", "null", "\"\"", "[]", "{}", "\"é€𝄞\"",
  "[1,2.0,\"three\",[4,[5]],{\"six\":{\"seven\":null}},[],{}]",
  "{\"a\":1,\"b\":{\"a\":2},\"c\":[{\"a\":3},{\"a\":4}]}",
  "\"quote \\\" backslash \\\\ line \\n tab \\t return \\r feed \\f back \\b bell \\u0007\"",
};

typedef struct
{
  const char *name;
  const char *text;
  gsize size;
  const char *start; /* how the error begins */
} Bad;

#define BAD(name, text, start) { name, text, sizeof (text) - 1, start }

static const Bad bad[] = {
  BAD ("empty", "", "doc:1:1: empty"),
  BAD ("blank", " \n\t\n ", "doc:3:2: empty"),
  BAD ("comment", "{ /* no */ }", "doc:1:3: expected a member"),
  BAD ("line-comment", "[1,\n  // no\n 2]", "doc:2:3: expected a value"),
  BAD ("single-quotes", "{'a':1}", "doc:1:2: expected a member"),
  BAD ("assignment", "var a = 1;", "doc:1:1: expected a value"),
  BAD ("two-roots", "{} {}", "doc:1:4: more text"),
  BAD ("text-behind", "{\"a\":1} x", "doc:1:9: more text"),
  BAD ("octal", "[012]", "doc:1:2: number with a leading zero"),
  BAD ("hexadecimal", "[0x1F]", "doc:1:3: expected , or ]"),
  BAD ("plus", "[+1]", "doc:1:2: expected a value"),
  BAD ("bare-point", "[1.]", "doc:1:4: unfinished number"),
  BAD ("leading-point", "[.5]", "doc:1:2: expected a value"),
  BAD ("bare-minus", "[-]", "doc:1:3: unfinished number"),
  BAD ("bare-exponent", "[1e]", "doc:1:4: unfinished number"),
  BAD ("nan", "[NaN]", "doc:1:2: expected a value"),
  BAD ("infinity", "[-Infinity]", "doc:1:3: unfinished number"),
  BAD ("raw-newline", "[\"a\nb\"]", "doc:1:4: control character"),
  BAD ("raw-tab", "[\"a\tb\"]", "doc:1:4: control character"),
  BAD ("raw-nul", "[\"a\0b\"]", "doc:1:4: control character"),
  BAD ("nul-between", "[1,\0 2]", "doc:1:4: expected a value"),
  BAD ("escaped-nul", "[\"x\\u0000y\"]", "doc:1:4: \\u0000 cannot be kept"),
  BAD ("bad-escape", "[\"\\x41\"]", "doc:1:3: bad escape"),
  BAD ("short-escape", "[\"\\u12\"]", "doc:1:3: bad escape"),
  BAD ("first-surrogate", "[\"\\ud834\"]", "doc:1:3: half a surrogate pair"),
  BAD ("second-surrogate", "[\"\\udd1e\"]", "doc:1:3: second half"),
  BAD ("two-first-surrogates", "[\"\\ud834\\ud834\"]", "doc:1:3: half a surrogate pair"),
  BAD ("latin-1", "[\"caf\xe9\"]", "doc:1:6: not UTF-8"),
  BAD ("overlong", "[\"\xc0\x80\"]", "doc:1:3: not UTF-8"),
  BAD ("utf-8-surrogate", "[\"\xed\xa0\x80\"]", "doc:1:3: not UTF-8"),
  BAD ("beyond-unicode", "[\"\xf4\x90\x80\x80\"]", "doc:1:3: not UTF-8"),
  BAD ("cut-sequence", "[\"\xe2\x82", "doc:1:3: not UTF-8"),
  BAD ("utf-16", "\xff\xfe[\0]\0", "doc:1:1: expected a value"),
  BAD ("unfinished-string", "[\"abc", "doc:1:6: unfinished string"),
  BAD ("unfinished-array", "[1,2", "doc:1:5: expected , or ]"),
  BAD ("unfinished-object", "{\"a\":1", "doc:1:7: expected , or }"),
  BAD ("trailing-comma", "[1,]", "doc:1:4: expected a value"),
  BAD ("trailing-comma-in-object", "{\"a\":1,}", "doc:1:8: expected a member"),
  BAD ("missing-comma", "[1 2]", "doc:1:4: expected , or ]"),
  BAD ("missing-colon", "{\"a\" 1}", "doc:1:6: expected :"),
  BAD ("wrong-bracket", "[1}", "doc:1:3: expected , or ]"),
  BAD ("word", "[yes]", "doc:1:2: expected a value"),
  BAD ("word-too-long", "[trueish]", "doc:1:2: unknown word"),
  BAD ("duplicate", "{\"a\":1,\n \"b\":2, \"a\":3}", "doc:2:9: member that is there already"),
  BAD ("duplicate-by-escape", "{\"a\":1,\"\\u0061\":3}", "doc:1:8: member that is there already"),
  BAD ("inner-duplicate", "[[{\"x\":{\"a\":1,\"a\":1}}]]", "doc:1:15: member that is there already"),
  BAD ("after-characters", "{\"é€𝄞\": ?}", "doc:1:9: expected a value"),
  BAD ("after-escapes", "[\"\\u00e9\\n\", ?]", "doc:1:14: expected a value"),
  BAD ("after-byte-order-mark", "\xef\xbb\xbf?", "doc:1:1: expected a value"),
};

static void
test_bad (gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NwJson) json = parse_text (row->text, row->size, &error);

  g_assert_null (json);
  g_assert_error (error, NW_ERROR, NW_ERROR_SYNTAX);
  if (!g_str_has_prefix (error->message, row->start))
    g_assert_cmpstr (error->message, ==, row->start);
  g_assert_nonnull (strstr (error->message, "expected"));
}

/* Limits */

static char *
nest (guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, i % 2 == 0 ? "[" : "{\"a\":");
  g_string_append_c (text, '1');
  for (guint i = depth; i > 0; i--)
    g_string_append_c (text, (i - 1) % 2 == 0 ? ']' : '}');
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *fits = nest (64);
  g_autofree char *deep = nest (65);
  g_autofree char *very_deep = nest (1000000);
  g_autoptr (NwJson) json = parse_good (fits);
  g_autoptr (GError) error = NULL;

  g_assert_null (parse_text (deep, strlen (deep), &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (parse_text (very_deep, strlen (very_deep), &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_TOO_LARGE);
}

static void
test_size (void)
{
  NwJsonLimits limits = { 10, 5 };
  g_autoptr (GBytes) fits = g_bytes_new_static ("[1,2,3,45]", 10);
  g_autoptr (GBytes) large = g_bytes_new_static ("[1,2,3,456]", 11);
  g_autoptr (NwJson) json = nw_json_new_from_bytes (fits, "doc", &limits, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (json);
  g_assert_null (nw_json_new_from_bytes (large, "doc", &limits, &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_TOO_LARGE);
}

static void
test_many_members (void)
{
  GString *text = g_string_new ("{");
  g_autofree char *whole = NULL;
  g_autoptr (NwJson) json = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (text, "\"member-%u\":%u,", i, i);
  whole = g_strconcat (text->str, "\"last\":0}", NULL);
  json = parse_good (whole);
  g_assert_cmpuint (nw_json_node_get_length (nw_json_get_root (json)), ==, 100001);
  g_string_append (text, "\"member-777\":0}");
  g_assert_null (parse_text (text->str, text->len, &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_SYNTAX);
  g_string_free (text, TRUE);
}

/* Walking */

static void
test_walk (void)
{
  g_autoptr (NwJson) json = parse_good (" \n{\"a\": [1, {\"b/c~d\": \"x\"}, true], \"e\": -7} ");
  const NwJsonNode *root = nw_json_get_root (json);
  const NwJsonNode *list = nw_json_node_get_member (root, "a");
  const NwJsonNode *inner = nw_json_node_get_next (nw_json_node_get_first (list));
  const NwJsonNode *text = nw_json_node_get_member (inner, "b/c~d");
  g_autofree char *pointer = nw_json_node_dup_pointer (text);
  g_autofree char *top = nw_json_node_dup_pointer (root);
  gint64 value = 0;

  g_assert_cmpstr (pointer, ==, "/a/1/b~1c~0d");
  g_assert_cmpstr (top, ==, "");
  g_assert_cmpstr (nw_json_node_get_string (text), ==, "x");
  g_assert_true (nw_json_node_get_parent (text) == inner);
  g_assert_true (nw_json_node_get_parent (inner) == list);
  g_assert_null (nw_json_node_get_next (nw_json_node_get_member (root, "e")));
  g_assert_true (nw_json_node_get_int (nw_json_node_get_member (root, "e"), &value));
  g_assert_cmpint (value, ==, -7);
  g_assert_null (nw_json_node_get_member (root, "b"));
  g_assert_null (nw_json_node_get_member (list, "a"));
  g_assert_null (nw_json_node_get_string (list));
  g_assert_true (nw_json_node_get_boolean (nw_json_node_get_next (inner)));
}

static void
test_integers (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
    gint64 value;
  } rows[] = {
    { "0", TRUE, 0 }, { "-0", TRUE, 0 }, { "9223372036854775807", TRUE, G_MAXINT64 },
    { "-9223372036854775808", TRUE, G_MININT64 }, { "9223372036854775808", FALSE, 0 },
    { "99999999999999999999", FALSE, 0 }, { "1.0", FALSE, 0 }, { "1e3", FALSE, 0 },
    { "\"1\"", FALSE, 0 }, { "true", FALSE, 0 }, { "[1]", FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (NwJson) json = parse_good (rows[i].text);
      gint64 value = 42;

      g_assert_true (nw_json_node_get_int (nw_json_get_root (json), &value) == rows[i].good);
      g_assert_cmpint (value, ==, rows[i].good ? rows[i].value : 42);
    }
}

/* Typed reading */

static void
assert_line (NwFindings *findings,
             guint index,
             const char *expected)
{
  g_autofree char *line = nw_findings_dup_line (findings, index);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_read (void)
{
  static const char * const words[] = { "low", "high", NULL };
  g_autoptr (NwJson) json = parse_good (
    "{\"s\":\"x\",\"e\":\"\",\"n\":5,\"b\":true,\"d\":\"2024-02-29\",\"w\":\"high\","
    "\"l\":[\"p\",\"q\"],\"o\":{},\"bad\":\"2023-02-29\",\"extra\":1}");
  const NwJsonNode *root = nw_json_get_root (json);
  g_autoptr (NwFindings) findings = nw_findings_new ("doc");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) list = NULL;
  gint64 number = 0;
  gboolean flag = FALSE;

  g_assert_cmpstr (nw_json_read_string (root, "s", NW_JSON_REQUIRED, findings), ==, "x");
  g_assert_null (nw_json_read_string (root, "none", NW_JSON_OPTIONAL, findings));
  g_assert_true (nw_json_read_int (root, "n", NW_JSON_REQUIRED, 1, 5, &number, findings));
  g_assert_true (nw_json_read_boolean (root, "b", NW_JSON_REQUIRED, &flag, findings));
  g_assert_cmpstr (nw_json_read_date (root, "d", NW_JSON_REQUIRED, findings), ==, "2024-02-29");
  g_assert_cmpint (nw_json_read_choice (root, "w", NW_JSON_REQUIRED, words, findings), ==, 1);
  list = nw_json_read_strings (root, "l", NW_JSON_REQUIRED, findings);
  g_assert_cmpuint (g_strv_length (list), ==, 2);
  g_assert_nonnull (nw_json_read_object (root, "o", NW_JSON_REQUIRED, findings));
  g_assert_cmpuint (nw_findings_get_length (findings), ==, 0);
  g_assert_null (nw_findings_to_error (findings));

  g_assert_null (nw_json_read_string (root, "none", NW_JSON_REQUIRED, findings));
  g_assert_null (nw_json_read_string (root, "e", NW_JSON_OPTIONAL, findings));
  g_assert_null (nw_json_read_string (root, "n", NW_JSON_OPTIONAL, findings));
  g_assert_false (nw_json_read_int (root, "n", NW_JSON_REQUIRED, 6, 9, &number, findings));
  g_assert_false (nw_json_read_boolean (root, "n", NW_JSON_REQUIRED, &flag, findings));
  g_assert_null (nw_json_read_date (root, "bad", NW_JSON_REQUIRED, findings));
  g_assert_cmpint (nw_json_read_choice (root, "s", NW_JSON_REQUIRED, words, findings), ==, -1);
  nw_json_check_members (root, findings, "s", "e", "n", "b", "d", "w", "l", "o", "bad", NULL);
  assert_line (findings, 0, "doc: error: /: no “none”; expected a string");
  assert_line (findings, 1, "doc: error: /e: an empty string; expected some text");
  assert_line (findings, 2, "doc: error: /n: a number; expected a string");
  assert_line (findings, 3, "doc: error: /n: 5; expected an integer from 6 to 9");
  assert_line (findings, 4, "doc: error: /n: a number; expected true or false");
  assert_line (findings, 5, "doc: error: /bad: “2023-02-29”; expected a date as YYYY-MM-DD");
  assert_line (findings, 6, "doc: error: /s: “x”; expected one of low, high");
  assert_line (findings, 7, "doc: error: /extra: unknown member; expected none of this name");
  g_assert_cmpuint (nw_findings_get_length (findings), ==, 8);
  error = nw_findings_to_error (findings);
  g_assert_error (error, NW_ERROR, NW_ERROR_CONTENT);
  g_assert_cmpstr (error->message, ==, "doc: /: no “none”; expected a string (and 7 more)");
}

/* Writing */

static void
test_write (void)
{
  NwJsonWriter *writer = nw_json_writer_new (TRUE);
  g_autofree char *text = NULL;

  nw_json_writer_begin_object (writer, NULL);
  nw_json_writer_add_string (writer, "a", "x\"y");
  nw_json_writer_add_string (writer, "left-out", NULL);
  nw_json_writer_begin_array (writer, "b");
  nw_json_writer_add_int (writer, NULL, -3);
  nw_json_writer_add_number (writer, NULL, "1.50");
  nw_json_writer_add_null (writer, NULL);
  nw_json_writer_end_array (writer);
  nw_json_writer_begin_object (writer, "c");
  nw_json_writer_end_object (writer);
  nw_json_writer_add_boolean (writer, "d", TRUE);
  nw_json_writer_end_object (writer);
  text = nw_json_writer_free_to_text (writer);
  g_assert_cmpstr (text, ==,
                   "{\n  \"a\": \"x\\\"y\",\n  \"b\": [\n    -3,\n    1.50,\n    null\n  ],\n"
                   "  \"c\": {},\n  \"d\": true\n}");
}

/* Files */

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-json-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.json", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  NwJsonLimits limits = { 4, 64 };
  g_autoptr (NwJson) json = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "[1,2]", -1, NULL));
  json = nw_json_new_from_path (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (nw_json_new_from_path (path, &limits, &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (nw_json_new_from_path (folder, NULL, &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (nw_json_new_from_path ("/dev/zero", NULL, &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_READ);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  g_assert_null (nw_json_new_from_path (pipe_path, NULL, &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_READ);
  g_clear_error (&error);
  g_remove (pipe_path);
  g_remove (path);
  g_assert_null (nw_json_new_from_path (path, NULL, &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_READ);
  g_rmdir (folder);
}

/* A second opinion: random documents, read by json-glib too */

static void
append_string (GString *text,
               GRand *random)
{
  static const char * const pieces[] = {
    "a", "Z", "é", "€", "𝄞", "\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "\\ud834\\udd1e", " ", "0",
  };

  g_string_append_c (text, '"');
  for (int i = g_rand_int_range (random, 0, 6); i > 0; i--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (text, '"');
}

static void
append_value (GString *text,
              GRand *random,
              int depth)
{
  static const char * const scalars[] = { "0", "-7", "12345", "1.5", "2e3", "true", "false", "null" };
  int kind = g_rand_int_range (random, 0, depth < 5 ? 4 : 2);
  int n = g_rand_int_range (random, 0, 5);

  if (kind == 0)
    g_string_append (text, scalars[g_rand_int_range (random, 0, G_N_ELEMENTS (scalars))]);
  else if (kind == 1)
    append_string (text, random);
  else
    {
      g_string_append (text, kind == 2 ? "[ " : "{ ");
      for (int i = 0; i < n; i++)
        {
          if (i > 0)
            g_string_append (text, " ,\n");
          if (kind == 3)
            g_string_append_printf (text, "\"m%d\" : ", i);
          append_value (text, random, depth + 1);
        }
      g_string_append (text, kind == 2 ? " ]" : " }");
    }
}

static void
assert_same (const NwJsonNode *ours,
             JsonNode *theirs)
{
  const NwJsonNode *child = NULL;
  guint i = 0;

  switch (nw_json_node_get_node_type (ours))
    {
    case NW_JSON_OBJECT:
      g_assert_true (JSON_NODE_HOLDS_OBJECT (theirs));
      g_assert_cmpuint (json_object_get_size (json_node_get_object (theirs)), ==,
                        nw_json_node_get_length (ours));
      NW_JSON_FOREACH (ours, child)
        assert_same (child, json_object_get_member (json_node_get_object (theirs),
                                                    nw_json_node_get_name (child)));
      break;
    case NW_JSON_ARRAY:
      g_assert_true (JSON_NODE_HOLDS_ARRAY (theirs));
      g_assert_cmpuint (json_array_get_length (json_node_get_array (theirs)), ==,
                        nw_json_node_get_length (ours));
      NW_JSON_FOREACH (ours, child)
        assert_same (child, json_array_get_element (json_node_get_array (theirs), i++));
      break;
    case NW_JSON_STRING:
      g_assert_cmpstr (nw_json_node_get_string (ours), ==, json_node_get_string (theirs));
      break;
    case NW_JSON_NUMBER:
      g_assert_cmpfloat (g_ascii_strtod (nw_json_node_get_number_text (ours), NULL), ==,
                         json_node_get_double (theirs));
      break;
    case NW_JSON_BOOLEAN:
      g_assert_true (nw_json_node_get_boolean (ours) == json_node_get_boolean (theirs));
      break;
    case NW_JSON_NULL:
    default:
      g_assert_true (JSON_NODE_HOLDS_NULL (theirs));
      break;
    }
}

/* Both readers agree on every document that ours accepts; broken ones included. */
static void
test_second_opinion (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3000; i++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr (NwJson) json = NULL;
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      append_value (text, random, 0);
      if (i % 3 == 2)
        text->str[g_rand_int_range (random, 0, text->len)] = "{}[],:\"x1 "[g_rand_int_range (random, 0, 10)];
      json = parse_text (text->str, text->len, NULL);
      if (i % 3 != 2)
        g_assert_nonnull (json);
      if (json != NULL)
        {
          g_assert_true (json_parser_load_from_data (parser, text->str, text->len, &error));
          assert_same (nw_json_get_root (json), json_parser_get_root (parser));
        }
      g_string_free (text, TRUE);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/json/same/%u", i);

      g_test_add_data_func (path, same[i], test_same);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/model/json/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/model/json/depth", test_depth);
  g_test_add_func ("/model/json/size", test_size);
  g_test_add_func ("/model/json/many-members", test_many_members);
  g_test_add_func ("/model/json/walk", test_walk);
  g_test_add_func ("/model/json/integers", test_integers);
  g_test_add_func ("/model/json/read", test_read);
  g_test_add_func ("/model/json/write", test_write);
  g_test_add_func ("/model/json/files", test_files);
  g_test_add_func ("/model/json/second-opinion", test_second_opinion);
  return g_test_run ();
}
