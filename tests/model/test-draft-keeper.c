/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of keeping answers: only where asked to, removed when they should be, and never a wrong one brought back. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "model/base/nw-content.h"
#include "model/screening/nw-draft-keeper.h"

typedef struct
{
  char          *folder;
  NwStore       *store;
  NwClock       *clock;
  NwScreening   *screening;
  NwDraftKeeper *keeper;
} Fixture;

static NwScreening *
new_screening (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nw_content_load ("screening.json", NULL, &error);
  g_autoptr (NwQuestionnaire) form =
    nw_questionnaire_new_from_bytes (bytes, "screening.json", &error);

  g_assert_no_error (error);
  return nw_screening_new (form, "en");
}

/* The program begins, perhaps again in the same home. */
static void
begin (Fixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);

  fixture->store = nw_store_new (fixture->folder);
  fixture->clock = nw_clock_new_fixed (now);
  fixture->screening = new_screening ();
  fixture->keeper = nw_draft_keeper_new (fixture->store, fixture->clock);
  nw_draft_keeper_set_screening (fixture->keeper, fixture->screening);
}

/* Whether the store and its lock are gone, told by the thread that let go last. */
typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean gone;
} Parting;

static void
store_finalized_cb (gpointer user_data)
{
  Parting *parting = user_data;

  g_mutex_lock (&parting->mutex);
  parting->gone = TRUE;
  g_cond_signal (&parting->cond);
  g_mutex_unlock (&parting->mutex);
}

/* A thread that has just written may hold the keeper, and by it the lock, a
 * little longer than we do. */
static void
part_with_store (Fixture *fixture)
{
  Parting parting = { .gone = FALSE };

  g_mutex_init (&parting.mutex);
  g_cond_init (&parting.cond);
  g_object_set_data_full (G_OBJECT (fixture->store), "parting", &parting, store_finalized_cb);
  g_clear_object (&fixture->keeper);
  g_clear_object (&fixture->store);
  g_mutex_lock (&parting.mutex);
  while (!parting.gone)
    g_cond_wait (&parting.cond, &parting.mutex);
  g_mutex_unlock (&parting.mutex);
  g_cond_clear (&parting.cond);
  g_mutex_clear (&parting.mutex);
}

static void
end (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nw_draft_keeper_flush (fixture->keeper, &error));
  g_assert_no_error (error);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  nw_draft_keeper_set_screening (fixture->keeper, NULL);
  g_clear_object (&fixture->screening);
  g_clear_object (&fixture->clock);
  part_with_store (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("needlewise-XXXXXX", NULL);
  begin (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  end (fixture);
  fixture->store = nw_store_new (fixture->folder);
  nw_store_remove_all (fixture->store, &error);
  g_assert_no_error (error);
  g_object_unref (fixture->store);
  g_free (fixture->folder);
}

static void
answer (Fixture    *fixture,
        const char *link_id,
        guint       option)
{
  NwResponse *response = nw_screening_get_response (fixture->screening);

  nw_screening_choose (fixture->screening, nw_response_find (response, link_id), option, TRUE);
}

static void
saved_cb (gboolean *saved)
{
  *saved = TRUE;
}

static void
save (Fixture *fixture)
{
  gboolean saved = FALSE;
  gulong id = g_signal_connect_swapped (fixture->keeper, "saved", G_CALLBACK (saved_cb), &saved);

  nw_draft_keeper_save (fixture->keeper);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->keeper, id);
}

static gboolean
is_on_disk (Fixture    *fixture,
            const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
write_file (Fixture    *fixture,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "answers.json", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static char *
read_file (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "answers.json", NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_keeps_nothing_unasked (Fixture       *fixture,
                            gconstpointer  data)
{
  nw_screening_next (fixture->screening);
  answer (fixture, "intro.who", 0);
  end (fixture);
  g_assert_false (is_on_disk (fixture, "answers.json"));
  begin (fixture);
  g_assert_false (nw_draft_keeper_is_waiting (fixture->keeper));
}

static void
test_goes_on_where_one_left_off (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *age = NULL;
  gboolean other_version;

  nw_screening_next (fixture->screening);
  answer (fixture, "intro.who", 0);
  answer (fixture, "intro.under18", 0);
  save (fixture);
  /* What follows goes along. */
  nw_screening_next (fixture->screening);
  answer (fixture, "signs.any", 0);
  end (fixture);

  begin (fixture);
  g_assert_true (nw_draft_keeper_is_waiting (fixture->keeper));
  age = nw_draft_keeper_dup_age (fixture->keeper);
  g_assert_cmpstr (age, ==, "just now");
  g_assert_true (nw_draft_keeper_resume (fixture->keeper, &other_version, &error));
  g_assert_no_error (error);
  g_assert_false (other_version);
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 3);
  g_assert_false (nw_draft_keeper_is_waiting (fixture->keeper));
}

static void
test_keeps_as_one_goes (Fixture       *fixture,
                        gconstpointer  data)
{
  g_object_set (fixture->keeper, "following", TRUE, NULL);
  nw_screening_next (fixture->screening);
  answer (fixture, "intro.who", 0);
  end (fixture);
  g_assert_true (is_on_disk (fixture, "answers.json"));
  begin (fixture);
  g_assert_true (nw_draft_keeper_is_waiting (fixture->keeper));
}

static void
test_looking_on_removes_nothing (Fixture       *fixture,
                                 gconstpointer  data)
{
  answer (fixture, "intro.who", 0);
  save (fixture);
  end (fixture);
  begin (fixture);
  nw_screening_next (fixture->screening);
  nw_screening_back (fixture->screening);
  g_assert_true (nw_draft_keeper_is_waiting (fixture->keeper));
  end (fixture);
  g_assert_true (is_on_disk (fixture, "answers.json"));
  begin (fixture);
}

static void
test_starting_again_removes (Fixture       *fixture,
                             gconstpointer  data)
{
  nw_screening_next (fixture->screening);
  answer (fixture, "intro.who", 0);
  save (fixture);
  answer (fixture, "intro.who", 1);
  save (fixture);
  g_assert_true (is_on_disk (fixture, "answers.previous.json"));
  nw_screening_start_again (fixture->screening);
  g_assert_false (is_on_disk (fixture, "answers.json"));
  g_assert_false (is_on_disk (fixture, "answers.previous.json"));
}

static void
test_the_result_ends_it (Fixture       *fixture,
                         gconstpointer  data)
{
  nw_screening_next (fixture->screening);
  answer (fixture, "intro.who", 0);
  answer (fixture, "intro.under18", 0);
  answer (fixture, "signs.any", 0);
  save (fixture);
  g_assert_true (nw_screening_show_result (fixture->screening));
  /* A crash at this moment loses nothing. */
  g_assert_true (is_on_disk (fixture, "answers.json"));
  end (fixture);
  g_assert_false (is_on_disk (fixture, "answers.json"));
  begin (fixture);
}

static void
test_forgets_all (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  nw_screening_next (fixture->screening);
  answer (fixture, "intro.who", 0);
  save (fixture);
  nw_draft_keeper_forget (fixture->keeper);
  g_assert_true (nw_store_remove_all (fixture->store, &error));
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 0);
  end (fixture);
  g_assert_false (is_on_disk (fixture, "answers.json"));
  begin (fixture);
}

static void
replace (Fixture    *fixture,
         const char *from,
         const char *to)
{
  g_autofree char *text = read_file (fixture);
  g_auto (GStrv) parts = g_strsplit (text, from, 2);
  g_autofree char *changed = NULL;

  g_assert_nonnull (parts[1]);
  changed = g_strjoinv (to, parts);
  write_file (fixture, changed);
}

static void
test_another_version_says_so (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gboolean other_version;

  answer (fixture, "intro.who", 0);
  answer (fixture, "intro.under18", 0);
  save (fixture);
  end (fixture);
  replace (fixture, "screening|", "screening|1999.");
  replace (fixture, "\"intro.under18\"", "\"intro.gone\"");
  begin (fixture);
  g_assert_true (nw_draft_keeper_resume (fixture->keeper, &other_version, &error));
  g_assert_true (other_version);
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 1);
}

static void
test_sets_a_damaged_file_aside (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char * const texts[] = {
    "{", "{\"format\":1}", "{\"format\":1,\"saved\":\"soon\",\"response\":{}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      answer (fixture, "intro.who", 0);
      save (fixture);
      g_assert_true (nw_draft_keeper_remove (fixture->keeper, &error));
      end (fixture);
      write_file (fixture, texts[i]);
      begin (fixture);
      g_assert_false (nw_draft_keeper_is_waiting (fixture->keeper));
      g_assert_nonnull (strstr (nw_draft_keeper_get_notice (fixture->keeper), ".damaged-"));
      g_assert_false (is_on_disk (fixture, "answers.json"));
    }
}

static void
assert_not_saved_over (Fixture    *fixture,
                       const char *newer)
{
  g_autofree char *problem = NULL;
  g_autofree char *text = NULL;

  nw_draft_keeper_save (fixture->keeper);
  g_object_get (fixture->keeper, "problem", &problem, NULL);
  g_assert_cmpstr (problem, ==, nw_draft_keeper_get_notice (fixture->keeper));
  end (fixture);
  text = read_file (fixture);
  g_assert_cmpstr (text, ==, newer);
  begin (fixture);
}

/* Of a format that says all in another way nothing can be read. */
static void
test_leaves_a_newer_file (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char * const texts[] = {
    "{\"format\":2,\"all\":\"else\"}", "{\"format\":2,\"saved\":\"2026-11-22T12:00:00Z\"}",
    "{\"format\":2,\"saved\":\"soon\",\"response\":{}}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *age = NULL;

      end (fixture);
      write_file (fixture, texts[i]);
      begin (fixture);
      g_assert_nonnull (strstr (nw_draft_keeper_get_notice (fixture->keeper), "can’t be read"));
      g_assert_false (nw_draft_keeper_is_waiting (fixture->keeper));
      age = nw_draft_keeper_dup_age (fixture->keeper);
      g_assert_null (age);
      answer (fixture, "intro.who", 0);
      assert_not_saved_over (fixture, texts[i]);
    }
}

/* What is understood of a newer format is gone on with; the file stays as it is
 * through answers, the result and a new beginning, until it is to be removed. */
static void
test_reads_a_newer_file (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *newer = NULL;
  gboolean other_version;

  nw_screening_next (fixture->screening);
  answer (fixture, "intro.who", 0);
  save (fixture);
  end (fixture);
  replace (fixture, "\"format\": 1,", "\"format\": 2, \"unheard-of\": true,");
  newer = read_file (fixture);

  begin (fixture);
  g_assert_nonnull (strstr (nw_draft_keeper_get_notice (fixture->keeper), "go on with them here"));
  g_assert_true (nw_draft_keeper_is_waiting (fixture->keeper));
  g_assert_true (nw_draft_keeper_resume (fixture->keeper, &other_version, &error));
  g_assert_cmpuint (nw_screening_count_answers (fixture->screening), ==, 1);
  answer (fixture, "intro.under18", 0);
  answer (fixture, "signs.any", 0);
  g_assert_true (nw_screening_show_result (fixture->screening));
  assert_not_saved_over (fixture, newer);

  g_assert_true (nw_draft_keeper_resume (fixture->keeper, &other_version, &error));
  nw_screening_start_again (fixture->screening);
  assert_not_saved_over (fixture, newer);

  g_assert_true (nw_draft_keeper_remove (fixture->keeper, &error));
  g_assert_no_error (error);
  g_assert_false (is_on_disk (fixture, "answers.json"));
  g_assert_false (nw_draft_keeper_get_read_only (fixture->keeper));
  save (fixture);
}

static void
test_says_how_old_it_is (Fixture       *fixture,
                         gconstpointer  data)
{
  static const struct
  {
    gint64      seconds;
    const char *words;
  } cases[] = {
    { 59, "just now" }, { 60, "1 minute ago" }, { 7199, "1 hour ago" }, { 7200, "2 hours ago" },
    { 86400, "1 day ago" }, { 29 * 86400, "29 days ago" }, { 40 * 86400, "on 22 November 2026" },
    /* A clock that was set back. */
    { -3600, "just now" },
  };
  g_autoptr (GDateTime) start = nw_clock_get_now (fixture->clock);

  answer (fixture, "intro.who", 0);
  save (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = g_date_time_add_seconds (start, (double) cases[i].seconds);
      g_autofree char *age = NULL;

      nw_clock_set_now (fixture->clock, now);
      age = nw_draft_keeper_dup_age (fixture->keeper);
      g_assert_cmpstr (age, ==, cases[i].words);
    }
}

#define ADD(name, function) \
  g_test_add ("/model/draft-keeper/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("keeps-nothing-unasked", test_keeps_nothing_unasked);
  ADD ("goes-on-where-one-left-off", test_goes_on_where_one_left_off);
  ADD ("keeps-as-one-goes", test_keeps_as_one_goes);
  ADD ("looking-on-removes-nothing", test_looking_on_removes_nothing);
  ADD ("starting-again-removes", test_starting_again_removes);
  ADD ("the-result-ends-it", test_the_result_ends_it);
  ADD ("forgets-all", test_forgets_all);
  ADD ("another-version-says-so", test_another_version_says_so);
  ADD ("sets-a-damaged-file-aside", test_sets_a_damaged_file_aside);
  ADD ("leaves-a-newer-file", test_leaves_a_newer_file);
  ADD ("reads-a-newer-file", test_reads_a_newer_file);
  ADD ("says-how-old-it-is", test_says_how_old_it_is);

  return g_test_run ();
}
