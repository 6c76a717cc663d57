/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what the store does not do: write over, delete or leave behind. */

#include "config.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "model/base/nw-error.h"
#include "model/base/nw-store.h"

typedef struct
{
  char    *root;
  char    *folder;
  NwStore *store;
} Fixture;

static char *
build_path (Fixture    *fixture,
            const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->root = g_dir_make_tmp ("nw-guards-XXXXXX", NULL);
  fixture->folder = g_build_filename (fixture->root, "a", "b", "needlewise", NULL);
  fixture->store = nw_store_new (fixture->folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  const char *command[] = { "rm", "-rf", fixture->root, NULL };

  g_clear_object (&fixture->store);
  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH,
                               NULL, NULL, NULL, NULL, NULL, NULL));
  g_free (fixture->folder);
  g_free (fixture->root);
}

static void
save (NwStore    *store,
      const char *text)
{
  g_autoptr (GError) error = NULL;

  nw_store_save (store, "plan", text, &error);
  g_assert_no_error (error);
}

static gboolean
take_anything (const NwJsonNode  *root,
               gpointer           user_data,
               GError           **error)
{
  return TRUE;
}

static NwStoreResult
load (NwStore *store)
{
  return nw_store_load (store, "plan", 1, take_anything, NULL, NULL, NULL);
}

static void
put (Fixture    *fixture,
     const char *name,
     const char *text)
{
  g_autofree char *path = build_path (fixture, name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static guint
count_files (Fixture    *fixture,
             const char *pattern)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint count = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_pattern_match_simple (pattern, name))
      count++;
  return count;
}

static void
test_newer_is_not_written_over (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  save (fixture->store, "{\"format\":1}");
  put (fixture, "plan.json", "{\"format\":9}");
  g_assert_cmpint (load (fixture->store), ==, NW_STORE_NEWER);
  g_assert_false (nw_store_save (fixture->store, "plan", "{\"format\":1}", &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_CONFLICT);
}

static void
test_damaged_copy_is_kept (Fixture       *fixture,
                           gconstpointer  data)
{
  save (fixture->store, "{\"format\":1}");
  put (fixture, "plan.json", "the last");
  put (fixture, "plan.previous.json", "the one before");
  g_assert_cmpint (load (fixture->store), ==, NW_STORE_DAMAGED);
  save (fixture->store, "{\"format\":1}");
  save (fixture->store, "{\"format\":1}");
  g_assert_cmpuint (count_files (fixture, "plan*.damaged-20*.json"), ==, 2);
}

static void
test_folder_in_place_of_the_copy (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *path = build_path (fixture, "plan.json");
  g_autofree char *previous = build_path (fixture, "plan.previous.json");

  save (fixture->store, "{\"format\":1}");
  save (fixture->store, "{\"format\":1}");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_unlink (previous), ==, 0);
  g_assert_cmpint (g_mkdir (previous, 0700), ==, 0);
  /* A folder in its place is set aside too, and does not stop the next save. */
  g_assert_cmpint (load (fixture->store), ==, NW_STORE_NOTHING);
  save (fixture->store, "{\"format\":1}");
  save (fixture->store, "{\"format\":1}");
  g_assert_cmpuint (count_files (fixture, "*damaged*"), ==, 1);
}

static void
test_not_set_aside_while_another_writes (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (NwStore) second = nw_store_new (fixture->folder);

  save (fixture->store, "{\"format\":1}");
  put (fixture, "plan.json", "half");
  g_assert_cmpint (load (second), ==, NW_STORE_UNREADABLE);
  g_assert_cmpuint (count_files (fixture, "*damaged*"), ==, 0);

  g_clear_object (&fixture->store);
  g_assert_cmpint (load (second), ==, NW_STORE_DAMAGED);
  g_assert_cmpuint (count_files (fixture, "*damaged*"), ==, 1);
}

static void
test_leftovers_are_removed (Fixture       *fixture,
                            gconstpointer  data)
{
  save (fixture->store, "{\"format\":1}");
  put (fixture, "plan.json.A1B2C3", "half of a canary");
  put (fixture, "plan.damaged-2024-01-01-000000.json", "x");
  g_clear_object (&fixture->store);

  fixture->store = nw_store_new (fixture->folder);
  g_assert_cmpint (load (fixture->store), ==, NW_STORE_GOOD);
  save (fixture->store, "{\"format\":1}");
  g_assert_cmpuint (count_files (fixture, "plan.json.*"), ==, 0);
  g_assert_cmpuint (count_files (fixture, "*damaged*"), ==, 1);
}

static void
test_folder_behind_a_link (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *elsewhere = g_build_filename (fixture->root, "elsewhere", NULL);
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  g_autofree char *kept = g_build_filename (elsewhere, "plan.json", NULL);

  g_assert_cmpint (g_mkdir (elsewhere, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_cmpint (symlink (elsewhere, fixture->folder), ==, 0);
  save (fixture->store, "{\"format\":1}");
  g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));

  nw_store_remove_all (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

static mode_t
get_mode (const char *path)
{
  struct stat status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_modes_of_all (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *lock = build_path (fixture, ".lock");
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  mode_t old = umask (0777);

  save (fixture->store, "{\"format\":1}");
  umask (old);
  g_assert_cmpint (get_mode (lock), ==, 0600);
  g_assert_cmpint (get_mode (parent), ==, 0700);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add ("/faults/guards/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("newer-is-not-written-over", test_newer_is_not_written_over);
  ADD ("damaged-copy-is-kept", test_damaged_copy_is_kept);
  ADD ("folder-in-place-of-the-copy", test_folder_in_place_of_the_copy);
  ADD ("not-set-aside-while-another-writes", test_not_set_aside_while_another_writes);
  ADD ("leftovers-are-removed", test_leftovers_are_removed);
  ADD ("folder-behind-a-link", test_folder_behind_a_link);
  ADD ("modes-of-all", test_modes_of_all);

  return g_test_run ();
}
