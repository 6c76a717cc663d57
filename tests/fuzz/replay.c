/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives a target its kept cases and many changed ones, where there is no libFuzzer.
 *
 *   replay NAME CHANGES FILE-OR-FOLDER…
 *
 * The changes are the same in every run. A case that ends the program, or takes
 * longer than ten seconds, is kept as NAME.case in the current folder.
 */

#include "config.h"

#include "fuzz.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SECONDS_PER_CASE 10

/* What a signal handler must know. */
static const uint8_t *current_data;
static size_t current_size;
static char case_name[128];

const char *__asan_default_options (void);

/* So that a finding of the sanitizers comes to our handler too. */
const char *
__asan_default_options (void)
{
  return "abort_on_error=1:handle_abort=0:handle_segv=1";
}

static void
keep_case (int signal_number)
{
  int fd = open (case_name, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  if (fd >= 0)
    {
      if (write (fd, current_data, current_size) < 0)
        _exit (98);
      close (fd);
    }
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

static void
run_case (const uint8_t *data,
          size_t         size)
{
  /* Its own block, so that a read beyond its end is seen. */
  g_autofree uint8_t *copy = g_malloc (MAX (size, 1));

  if (size > 0)
    memcpy (copy, data, size);
  current_data = copy;
  current_size = size;
  alarm (SECONDS_PER_CASE);
  LLVMFuzzerTestOneInput (copy, size);
  alarm (0);
}

/* Kept cases */

static int
compare_names (gconstpointer first,
               gconstpointer second)
{
  return strcmp (*(const char **) first, *(const char **) second);
}

static void
add_cases (GPtrArray  *cases,
           const char *path)
{
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) names = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      char *bytes = NULL;
      gsize length = 0;
      g_autoptr (GError) error = NULL;

      if (!g_file_get_contents (path, &bytes, &length, &error))
        g_error ("%s", error->message);
      g_ptr_array_add (cases, g_bytes_new_take (bytes, length));
      return;
    }

  dir = g_dir_open (path, 0, NULL);
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_cases (cases, g_ptr_array_index (names, i));
}

/* Changed cases */

/* Where JSON breaks: marks, ends of numbers, escapes and long bytes. */
static const char *const pieces[] = {
  "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-", "0",
  "-0", "1e999", "99999999999999999999", "0.1", "\xff", "\xc3", "\xf0\x9f\x98\x80", "\n", " ",
  "[[[[[[[[", "{\"a\":{\"a\":", "\"id\":\"\"", "\"text\":null", "[]", "{}", "\xef\xbb\xbf",
  "\"2024-02-30\"", "\"http://\"", "9007199254740993",
};

static void
change_once (GByteArray *bytes,
             GRand      *rand,
             GBytes     *other)
{
  guint at = bytes->len > 0 ? g_rand_int_range (rand, 0, bytes->len) : 0;
  guint length = g_rand_int_range (rand, 1, 64);
  const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
  g_autofree guint8 *tail = g_memdup2 (bytes->data + at, bytes->len - at);
  guint tail_length = bytes->len - at;
  const guint8 *other_data;
  gsize other_length;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (tail_length > 0)
        bytes->data[at] ^= 1 << g_rand_int_range (rand, 0, 8);
      break;
    case 1:
      if (tail_length > 0)
        g_byte_array_remove_range (bytes, at, MIN (length, tail_length));
      break;
    case 2:
      g_byte_array_set_size (bytes, at);
      g_byte_array_append (bytes, (const guint8 *) piece, strlen (piece));
      g_byte_array_append (bytes, tail, tail_length);
      break;
    case 3:
      g_byte_array_append (bytes, tail, MIN (tail_length, 4096));
      break;
    case 4:
      other_data = g_bytes_get_data (other, &other_length);
      g_byte_array_set_size (bytes, at);
      if (other_length > 0)
        {
          gsize from = g_rand_int_range (rand, 0, MIN (other_length, G_MAXINT32));

          g_byte_array_append (bytes, other_data + from, other_length - from);
        }
      break;
    default:
      g_byte_array_set_size (bytes, at);
      break;
    }
}

static void
run_changed_case (GPtrArray *cases,
                  GRand     *rand)
{
  GBytes *from = g_ptr_array_index (cases, g_rand_int_range (rand, 0, cases->len));
  GBytes *other = g_ptr_array_index (cases, g_rand_int_range (rand, 0, cases->len));
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (from, &length);

  g_byte_array_append (bytes, data, length);
  for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
    change_once (bytes, rand, other);
  run_case (bytes->data, bytes->len);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240229);
  int n_changes;

  if (argc < 4)
    {
      g_printerr ("Usage: replay NAME CHANGES FILE-OR-FOLDER…\n");
      return 2;
    }
  g_snprintf (case_name, sizeof case_name, "%s.case", argv[1]);
  n_changes = atoi (argv[2]);
  for (int i = 3; i < argc; i++)
    add_cases (cases, argv[i]);
  signal (SIGABRT, keep_case);
  signal (SIGTRAP, keep_case);
  signal (SIGALRM, keep_case);

  g_print ("1..2\n");
  g_assert_cmpuint (cases->len, >, 0);
  for (guint i = 0; i < cases->len; i++)
    {
      gsize length;
      const uint8_t *data = g_bytes_get_data (g_ptr_array_index (cases, i), &length);

      run_case (data, length);
    }
  g_print ("ok 1 - %s: %u kept cases\n", argv[1], cases->len);
  for (int i = 0; i < n_changes; i++)
    run_changed_case (cases, rand);
  g_print ("ok 2 - %s: %d changed cases\n", argv[1], n_changes);
  return 0;
}
