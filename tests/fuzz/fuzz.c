/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the targets of the fuzzers share. */

#include "config.h"

#include "fuzz.h"

/**
 * fuzz_parse:
 * @data: (array length=size): what a fuzzer made up
 * @size: its length
 *
 * Reads it as JSON, and sees to it that a refusal has its reason.
 *
 * Returns: (transfer full) (nullable): the document
 */
NwJson *
fuzz_parse (const uint8_t *data,
            size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  NwJson *json = nw_json_new_from_bytes (bytes, "fuzz", NULL, &error);

  g_assert_true ((json == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  return json;
}

/**
 * fuzz_read_findings:
 * @findings: what was wrong in a document
 *
 * Makes each line as it would be shown.
 */
void
fuzz_read_findings (NwFindings *findings)
{
  for (guint i = 0; i < nw_findings_get_length (findings); i++)
    {
      g_autofree char *line = nw_findings_dup_line (findings, i);

      g_assert_true (g_utf8_validate (line, -1, NULL));
    }
}
