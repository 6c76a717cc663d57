/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the targets of the fuzzers share. */

#include "config.h"

#include "fuzz.h"

#include <stdlib.h>

#include <glib/gstdio.h>

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

/* A folder of this run's own, in memory where the system has one there. */
static char *folder;

static void
remove_folder (void)
{
  fuzz_empty_folder ();
  g_rmdir (folder);
}

static void
make_folder (void)
{
  const char *parent = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();

  folder = g_build_filename (parent, "needlewise-fuzz-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (folder));
  atexit (remove_folder);
}

/**
 * fuzz_write_file:
 * @name: a name without a folder
 * @data: (array length=size): what a fuzzer made up
 * @size: its length
 *
 * For readers that take files.
 *
 * Returns: (transfer full) (type filename): the path of a file that holds it
 */
char *
fuzz_write_file (const char    *name,
                 const uint8_t *data,
                 size_t         size)
{
  char *path;
  FILE *file;

  if (folder == NULL)
    make_folder ();
  path = g_build_filename (folder, name, NULL);
  file = g_fopen (path, "we");
  g_assert_true (file != NULL && fwrite (data, 1, size, file) == size && fclose (file) == 0);
  return path;
}

/**
 * fuzz_empty_folder:
 *
 * Removes what fuzz_write_file() wrote, and what readers put beside it.
 */
void
fuzz_empty_folder (void)
{
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}
