/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the store: what is kept, by whom it can be read, and what happens to
 * what cannot be used. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "model/base/nw-error.h"
#include "model/base/nw-store.h"

typedef struct
{
  char    *root;
  char    *folder;
  char    *path;
  char    *previous;
  NwStore *store;
} Fixture;

static void
remove_tree (const char *path)
{
  struct stat status;

  if (lstat (path, &status) == 0 && S_ISDIR (status.st_mode))
    {
      g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_remove (path);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->root = g_dir_make_tmp ("nw-store-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->root, "a", "needlewise", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.json", NULL);
  fixture->previous = g_build_filename (fixture->folder, "plan.previous.json", NULL);
  fixture->store = nw_store_new (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->store != NULL)
    g_assert_finalize_object (fixture->store);
  remove_tree (fixture->root);
  g_free (fixture->root);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->previous);
}

/* A document says one number; a negative one makes no sense. */
static gboolean
read_number (const NwJsonNode  *root,
             gpointer           user_data,
             GError           **error)
{
  const NwJsonNode *node = nw_json_node_get_member (root, "number");
  gint64 number = -1;

  if (node == NULL || !nw_json_node_get_int (node, &number) || number < 0)
    {
      g_set_error_literal (error, NW_ERROR, NW_ERROR_CONTENT, "no number");
      return FALSE;
    }
  *(gint64 *) user_data = number;
  return TRUE;
}

static char *
write_number (gint64 number)
{
  return g_strdup_printf ("{\"format\":1,\"number\":%" G_GINT64_FORMAT "}\n", number);
}

static void
save_number (NwStore *store,
             gint64   number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = write_number (number);

  nw_store_save (store, "plan", text, &error);
  g_assert_no_error (error);
}

static NwStoreResult
load_number (NwStore  *store,
             gint64   *number,
             char    **set_aside)
{
  *number = -1;
  return nw_store_load (store, "plan", 1, read_number, number, set_aside, NULL);
}

static mode_t
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 number;

  g_assert_cmpint (load_number (fixture->store, &number, NULL), ==, NW_STORE_NOTHING);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
}

static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *previous = NULL;
  gint64 number;

  save_number (fixture->store, 1);
  save_number (fixture->store, 2);
  g_assert_cmpint (load_number (fixture->store, &number, NULL), ==, NW_STORE_GOOD);
  g_assert_cmpint (number, ==, 2);
  g_assert_true (g_file_get_contents (fixture->previous, &previous, NULL, NULL));
  g_assert_nonnull (strstr (previous, "1}"));
}

static void
test_modes (Fixture       *fixture,
            gconstpointer  data)
{
  const mode_t masks[] = { 0, 022, 077, 0777 };

  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      mode_t old;

      g_assert_cmpint (g_mkdir_with_parents (fixture->folder, 0755), ==, 0);
      g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
      old = umask (masks[i]);
      save_number (fixture->store, i);
      save_number (fixture->store, i);
      umask (old);
      g_assert_cmpint (get_mode (fixture->folder), ==, 0700);
      g_assert_cmpint (get_mode (fixture->path), ==, 0600);
      g_assert_cmpint (get_mode (fixture->previous), ==, 0600);
    }
}

/* What may lie there instead of what we wrote. */
static const struct
{
  const char *name;
  const char *text;
  gssize      length;
} damages[] = {
  { "empty", "", 0 },
  { "blank", "   \n", -1 },
  { "cut", "{\"format\":1,\"num", -1 },
  { "nul", "{\"format\":1,\"number\":2\0}", 25 },
  { "utf8", "{\"format\":1,\"number\":2,\"a\":\"\xff\"}", -1 },
  { "array", "[1]", -1 },
  { "no-format", "{\"number\":2}", -1 },
  { "format-0", "{\"format\":0,\"number\":2}", -1 },
  { "format-text", "{\"format\":\"1\",\"number\":2}", -1 },
  { "senseless", "{\"format\":1,\"number\":-2}", -1 },
  { "twice", "{\"format\":1,\"number\":1}{}", -1 },
};

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *aside = NULL;
      g_autofree char *kept = NULL;
      gsize length = damages[i].length >= 0 ? (gsize) damages[i].length : strlen (damages[i].text);
      gsize kept_length;
      gint64 number;

      g_test_message ("%s", damages[i].name);
      save_number (fixture->store, 1);
      save_number (fixture->store, 2);
      g_assert_true (g_file_set_contents (fixture->path, damages[i].text, length, NULL));

      g_assert_cmpint (load_number (fixture->store, &number, &aside), ==, NW_STORE_PREVIOUS);
      g_assert_cmpint (number, ==, 1);
      g_assert_nonnull (aside);
      g_assert_nonnull (strstr (aside, "plan.damaged-20"));
      g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
      g_assert_cmpmem (kept, kept_length, damages[i].text, length);

      /* It goes on as if nothing had been. */
      save_number (fixture->store, 3);
      g_assert_cmpint (load_number (fixture->store, &number, NULL), ==, NW_STORE_GOOD);
      g_assert_cmpint (number, ==, 3);
    }
}

static void
test_both_damaged (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *aside = NULL;
  gint64 number;

  save_number (fixture->store, 1);
  save_number (fixture->store, 2);
  g_assert_true (g_file_set_contents (fixture->path, "x", -1, NULL));
  g_assert_true (g_file_set_contents (fixture->previous, "x", -1, NULL));
  g_assert_cmpint (load_number (fixture->store, &number, &aside), ==, NW_STORE_DAMAGED);
  g_assert_nonnull (aside);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
}

static void
test_missing (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 number;

  save_number (fixture->store, 1);
  save_number (fixture->store, 2);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (load_number (fixture->store, &number, NULL), ==, NW_STORE_PREVIOUS);
  g_assert_cmpint (number, ==, 1);
}

static void
test_other_things_in_place (Fixture       *fixture,
                            gconstpointer  data)
{
  for (int kind = 0; kind < 3; kind++)
    {
      g_autofree char *aside = NULL;
      gint64 number;

      save_number (fixture->store, 1);
      g_assert_cmpint (g_unlink (fixture->path), ==, 0);
      g_unlink (fixture->previous);
      if (kind == 0)
        g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
      else if (kind == 1)
        g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
      else
        g_assert_cmpint (symlink ("plan.json", fixture->path), ==, 0);

      g_assert_cmpint (load_number (fixture->store, &number, &aside), ==, NW_STORE_DAMAGED);
      g_assert_nonnull (aside);
      save_number (fixture->store, 2);
      g_assert_cmpint (load_number (fixture->store, &number, NULL), ==, NW_STORE_GOOD);
    }
}

static void
test_huge (Fixture       *fixture,
           gconstpointer  data)
{
  gint64 number;
  gint64 start = g_get_monotonic_time ();
  int fd;

  save_number (fixture->store, 1);
  save_number (fixture->store, 2);
  fd = open (fixture->path, O_RDWR);
  g_assert_cmpint (ftruncate (fd, (off_t) 1 << 30), ==, 0);
  close (fd);
  g_assert_cmpint (load_number (fixture->store, &number, NULL), ==, NW_STORE_PREVIOUS);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  const char *text = "{\"format\":2,\"number\":7,\"more\":true}";
  g_autofree char *kept = NULL;
  gint64 number;

  save_number (fixture->store, 1);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  g_assert_cmpint (load_number (fixture->store, &number, NULL), ==, NW_STORE_NEWER);
  g_assert_cmpint (number, ==, 7);
  g_assert_true (g_file_get_contents (fixture->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, text);
}

static void
test_folder_goes_away (Fixture       *fixture,
                       gconstpointer  data)
{
  gint64 number;

  save_number (fixture->store, 1);
  remove_tree (fixture->folder);
  save_number (fixture->store, 2);
  g_assert_cmpint (load_number (fixture->store, &number, NULL), ==, NW_STORE_GOOD);
  g_assert_cmpint (number, ==, 2);
}

static void
test_file_where_folder_should_be (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *parent = g_path_get_dirname (fixture->folder);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (fixture->folder, "x", -1, NULL));
  g_assert_false (nw_store_save (fixture->store, "plan", "{}", &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, fixture->folder));
}

static void
test_second_program_waits (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (NwStore) second = nw_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;
  gint64 number;

  save_number (fixture->store, 1);
  g_assert_false (nw_store_save (second, "plan", "{\"format\":1,\"number\":2}", &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_WRITE);
  g_assert_cmpint (load_number (second, &number, NULL), ==, NW_STORE_GOOD);
  g_assert_cmpint (number, ==, 1);

  /* Once the first has gone, the second may write what it has read. */
  g_clear_object (&fixture->store);
  save_number (second, 2);
}

static void
test_no_overwriting_of_what_was_not_seen (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (NwStore) second = nw_store_new (fixture->folder);
  g_autoptr (GError) error = NULL;
  gint64 number;

  save_number (fixture->store, 1);
  g_assert_cmpint (load_number (second, &number, NULL), ==, NW_STORE_GOOD);
  save_number (fixture->store, 5);
  g_clear_object (&fixture->store);

  g_assert_false (nw_store_save (second, "plan", "{\"format\":1,\"number\":2}", &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_CONFLICT);
  g_assert_cmpint (load_number (second, &number, NULL), ==, NW_STORE_GOOD);
  g_assert_cmpint (number, ==, 5);
  save_number (second, 6);
}

static void
test_remove_all (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *outside = g_build_filename (fixture->root, "outside", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *aside = NULL;
  gint64 number;

  save_number (fixture->store, 1);
  save_number (fixture->store, 2);
  g_assert_true (g_file_set_contents (fixture->path, "x", -1, NULL));
  load_number (fixture->store, &number, &aside);
  g_assert_cmpint (g_mkdir (outside, 0700), ==, 0);
  g_assert_cmpint (symlink (outside, link), ==, 0);

  g_assert_true (nw_store_remove_all (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (fixture->folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (outside, G_FILE_TEST_IS_DIR));
  save_number (fixture->store, 3);
}

/* The child writes 1, 2, 3 … and tells each number once it is on the disk. */
static void
run_child (const char *folder,
           int         fd)
{
  g_autoptr (NwStore) store = nw_store_new (folder);
  gint64 number = -1;

  nw_store_load (store, "plan", 1, read_number, &number, NULL, NULL);
  for (;;)
    {
      g_autofree char *text = write_number (++number);

      if (!nw_store_save (store, "plan", text, NULL) || write (fd, &number, sizeof number) < 0)
        _exit (1);
    }
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  /* NW_KILLS=1000 is the long run. */
  const char *wanted = g_getenv ("NW_KILLS");
  int times = wanted != NULL ? atoi (wanted) : 25;

  for (int i = 0; i < times; i++)
    {
      int fds[2];
      gint64 acknowledged = -1;
      gint64 number;
      pid_t pid;
      NwStoreResult result;
      g_autoptr (NwStore) store = nw_store_new (fixture->folder);

      load_number (store, &acknowledged, NULL);
      g_assert_cmpint (pipe (fds), ==, 0);
      pid = fork ();
      if (pid == 0)
        run_child (fixture->folder, fds[1]);
      close (fds[1]);
      g_usleep (g_random_int_range (500, 30000));
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
      while (read (fds[0], &number, sizeof number) == sizeof number)
        acknowledged = number;
      close (fds[0]);

      result = load_number (store, &number, NULL);
      if (acknowledged < 0 && result == NW_STORE_NOTHING)
        continue;
      g_assert_cmpint (result, ==, NW_STORE_GOOD);
      g_assert_cmpint (number, >=, acknowledged);
      g_assert_cmpint (number, <=, acknowledged + 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/model/store/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("nothing", test_nothing);
  ADD ("round-trip", test_round_trip);
  ADD ("modes", test_modes);
  ADD ("damaged", test_damaged);
  ADD ("both-damaged", test_both_damaged);
  ADD ("missing", test_missing);
  ADD ("other-things-in-place", test_other_things_in_place);
  ADD ("huge", test_huge);
  ADD ("newer", test_newer);
  ADD ("folder-goes-away", test_folder_goes_away);
  ADD ("file-where-folder-should-be", test_file_where_folder_should_be);
  ADD ("second-program-waits", test_second_program_waits);
  ADD ("no-overwriting-of-what-was-not-seen", test_no_overwriting_of_what_was_not_seen);
  ADD ("remove-all", test_remove_all);
  ADD ("killed", test_killed);
#undef ADD

  return g_test_run ();
}
