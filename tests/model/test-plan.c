/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the plan: what is due when, edits that can be taken back, and what
 * is kept. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "model/plan/nw-plan-keeper.h"
#include "model/plan/nw-plan.h"
#include "model/plan/nw-time.h"

static GDateTime *
moment (const char *text)
{
  GDateTime *time = nw_time_new_from_text (text, "UTC");

  g_assert_nonnull (time);
  return time;
}

static NwPlan *
create_plan (const char *now)
{
  g_autoptr (GDateTime) time = moment (now);
  g_autoptr (NwClock) clock = nw_clock_new_fixed (time);

  return nw_plan_new (clock);
}

static void
set_now (NwPlan     *plan,
         const char *now)
{
  g_autoptr (GDateTime) time = moment (now);

  nw_clock_set_now (nw_plan_get_clock (plan), time);
}

static void
set_appointment (NwPlan     *plan,
                 const char *text)
{
  g_autoptr (GDateTime) time = moment (text);

  nw_plan_set_appointment (plan, time);
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_new (void)
{
  NwPlan *plan = create_plan ("2026-11-22T12:00");

  g_assert_null (nw_plan_get_appointment (plan));
  g_assert_null (nw_plan_get_due (plan));
  g_assert_cmpint (nw_plan_get_due_days (plan), ==, 3);
  g_assert_cmpint (nw_plan_get_to_do (plan), ==, 0);
  for (int i = 0; i < NW_N_CHECKS; i++)
    g_assert_cmpint (nw_plan_get_state (plan, i), ==, NW_CHECK_NOT_DONE);
  g_assert_false (nw_plan_get_can_undo (plan));
  g_assert_finalize_object (plan);
}

static void
test_states (void)
{
  static const struct
  {
    const char   *now;
    NwCheckState  state;
    int           days_left;
  } cases[] = {
    { "2026-12-01T23:59", NW_CHECK_NOT_DONE, 8 },
    { "2026-12-02T00:00", NW_CHECK_DUE_SOON, 7 },
    { "2026-12-08T12:00", NW_CHECK_DUE_SOON, 1 },
    { "2026-12-09T23:59", NW_CHECK_DUE_SOON, 0 },
    { "2026-12-10T00:00", NW_CHECK_OVERDUE, -1 },
    { "2026-12-12T10:29", NW_CHECK_OVERDUE, -3 },
    { "2026-12-12T10:30", NW_CHECK_NOT_DONE, -3 },
    { "2027-12-10T00:00", NW_CHECK_NOT_DONE, -366 },
  };
  g_autoptr (NwPlan) plan = create_plan ("2026-11-22T12:00");
  g_autoptr (GDateTime) due = NULL;
  g_autofree char *due_text = NULL;

  set_appointment (plan, "2026-12-12T10:30");
  due = nw_plan_get_due (plan);
  due_text = g_date_time_format (due, "%Y-%m-%dT%H:%M");
  g_assert_cmpstr (due_text, ==, "2026-12-09T09:00");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].now);
      set_now (plan, cases[i].now);
      g_assert_cmpint (nw_plan_get_state (plan, NW_CHECK_LICENCE), ==, cases[i].state);
      g_assert_cmpint (nw_plan_get_days_left (plan), ==, cases[i].days_left);
      g_assert_cmpint (nw_plan_get_to_do (plan), ==, cases[i].state == NW_CHECK_NOT_DONE ? 0 : 2);
    }

  set_now (plan, "2026-12-10T12:00");
  nw_plan_set_result (plan, NW_LICENCE_ACTIVE);
  g_assert_cmpint (nw_plan_get_state (plan, NW_CHECK_LICENCE), ==, NW_CHECK_DONE);
  g_assert_cmpstr (nw_plan_get_done_on (plan, NW_CHECK_LICENCE), ==, "2026-12-10");
  g_assert_cmpint (nw_plan_get_to_do (plan), ==, 1);
  nw_plan_mark_done (plan, NW_CHECK_INSURANCE, TRUE);
  g_assert_cmpint (nw_plan_get_to_do (plan), ==, 0);
}

static void
test_day_passes (void)
{
  g_autoptr (NwPlan) plan = create_plan ("2026-12-01T23:00");
  int changed = 0;
  int edited = 0;

  set_appointment (plan, "2026-12-12T10:30");
  g_signal_connect_swapped (plan, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect_swapped (plan, "edited", G_CALLBACK (count_cb), &edited);
  g_assert_cmpint (nw_plan_get_to_do (plan), ==, 0);
  set_now (plan, "2026-12-01T23:59");
  g_assert_cmpint (changed, ==, 0);
  set_now (plan, "2026-12-02T00:00");
  g_assert_cmpint (changed, ==, 1);
  g_assert_cmpint (nw_plan_get_to_do (plan), ==, 2);
  set_now (plan, "2026-12-03T05:00");
  g_assert_cmpint (changed, ==, 2);
  g_assert_cmpint (edited, ==, 0);
}

/* An appointment in Auckland is a day ahead of Honolulu. */
static void
test_zones (void)
{
  g_autoptr (GDateTime) now = nw_time_new_from_text ("2026-12-08T23:00", "Pacific/Honolulu");
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);
  g_autoptr (NwPlan) plan = nw_plan_new (clock);
  g_autoptr (GDateTime) appointment = nw_time_new_from_text ("2026-12-12T10:30",
                                                             "Pacific/Auckland");

  nw_plan_set_appointment (plan, appointment);
  g_assert_cmpint (nw_plan_get_days_left (plan), ==, 1);
  g_assert_cmpint (g_date_time_get_hour (nw_plan_get_appointment (plan)), ==, 10);
}

static void
test_undo (void)
{
  g_autoptr (NwPlan) plan = create_plan ("2026-11-22T12:00");

  nw_plan_add_own_question (plan, "  Is there a lift?  ");
  nw_plan_add_own_question (plan, "   ");
  g_assert_cmpint (nw_plan_get_n_own_questions (plan), ==, 1);
  {
    const char *id;
    g_autofree char *kept = NULL;

    g_assert_cmpstr (nw_plan_get_own_question (plan, 0, &id), ==, "Is there a lift?");
    kept = g_strdup (id);
    nw_plan_set_ticked (plan, kept, TRUE);
    nw_plan_remove_own_question (plan, kept);
    g_assert_cmpint (nw_plan_get_n_own_questions (plan), ==, 0);
    g_assert_false (nw_plan_get_ticked (plan, kept));
    nw_plan_undo (plan);
    g_assert_cmpint (nw_plan_get_n_own_questions (plan), ==, 1);
    g_assert_true (nw_plan_get_ticked (plan, kept));
  }
  g_assert_true (nw_plan_get_can_redo (plan));
  nw_plan_redo (plan);
  g_assert_cmpint (nw_plan_get_n_own_questions (plan), ==, 0);
  nw_plan_undo (plan);
  nw_plan_undo (plan);
  nw_plan_undo (plan);
  g_assert_cmpint (nw_plan_get_n_own_questions (plan), ==, 0);
  g_assert_false (nw_plan_get_can_undo (plan));
  nw_plan_undo (plan);
  nw_plan_set_result (plan, NW_LICENCE_ACTIVE);
  g_assert_false (nw_plan_get_can_redo (plan));
}

static void
fill (NwPlan *plan)
{
  g_autoptr (GDateTime) appointment = nw_time_new_from_text ("2026-12-12T10:30", "Europe/Berlin");

  nw_plan_set_appointment (plan, appointment);
  nw_plan_set_due_days (plan, 5);
  nw_plan_set_text (plan, NW_PLAN_COUNTRY, "DE");
  for (int i = NW_PLAN_REGION; i < NW_N_PLAN_TEXTS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Text %d: “ä” \"\\\n\t😀", i);

      nw_plan_set_text (plan, i, text);
    }
  nw_plan_set_result (plan, NW_LICENCE_CONDITIONS);
  nw_plan_mark_done (plan, NW_CHECK_INSURANCE, TRUE);
  nw_plan_put_off (plan, NW_CHECK_LICENCE, G_GINT64_CONSTANT (4102444800));
  nw_plan_set_answer (plan, "visits", "12");
  nw_plan_set_answer (plan, "a/b~c", "odd id");
  nw_plan_set_ticked (plan, "name", TRUE);
  nw_plan_add_own_question (plan, "Is there a lift?");
}

typedef void (*EditFunc) (NwPlan *plan);

static void
change_appointment (NwPlan *plan)
{
  set_appointment (plan, "2027-01-15T09:00");
}

static void
remove_appointment (NwPlan *plan)
{
  nw_plan_set_appointment (plan, NULL);
}

static void
change_due_days (NwPlan *plan)
{
  nw_plan_set_due_days (plan, 9);
}

static void
change_result (NwPlan *plan)
{
  nw_plan_set_result (plan, NW_LICENCE_ACTIVE);
}

static void
mark_licence_not_done (NwPlan *plan)
{
  nw_plan_mark_done (plan, NW_CHECK_LICENCE, FALSE);
}

static void
change_done_on (NwPlan *plan)
{
  nw_plan_set_done_on (plan, NW_CHECK_INSURANCE, "2026-11-20");
}

static void
mark_insurance_not_done (NwPlan *plan)
{
  nw_plan_mark_done (plan, NW_CHECK_INSURANCE, FALSE);
}

static void
change_answer (NwPlan *plan)
{
  nw_plan_set_answer (plan, "visits", "20");
}

static void
empty_answer (NwPlan *plan)
{
  nw_plan_set_answer (plan, "visits", "");
}

static void
untick (NwPlan *plan)
{
  nw_plan_set_ticked (plan, "name", FALSE);
}

static void
tick_another (NwPlan *plan)
{
  nw_plan_set_ticked (plan, "training", TRUE);
}

static void
add_question (NwPlan *plan)
{
  nw_plan_add_own_question (plan, "Where can I park?");
}

static void
remove_question (NwPlan *plan)
{
  const char *id;

  nw_plan_get_own_question (plan, 0, &id);
  nw_plan_remove_own_question (plan, id);
}

/* A full plan, one edit, back to the letter, and forth again. */
static void
check_undone (NwPlan     *plan,
              const char *before)
{
  g_autofree char *edited = nw_plan_to_text (plan);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_cmpstr (edited, !=, before);
  g_assert_true (nw_plan_get_can_undo (plan));
  nw_plan_undo (plan);
  undone = nw_plan_to_text (plan);
  g_assert_cmpstr (undone, ==, before);
  nw_plan_redo (plan);
  redone = nw_plan_to_text (plan);
  g_assert_cmpstr (redone, ==, edited);
  nw_plan_undo (plan);
}

static void
test_every_edit_is_undone (void)
{
  static const EditFunc edits[] = {
    change_appointment, remove_appointment, change_due_days, change_result,
    mark_licence_not_done, mark_insurance_not_done, change_done_on,
    change_answer, empty_answer, untick, tick_another, add_question, remove_question,
  };
  g_autoptr (NwPlan) plan = create_plan ("2026-11-22T12:00");
  g_autofree char *before = NULL;

  fill (plan);
  before = nw_plan_to_text (plan);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_test_message ("edit %" G_GSIZE_FORMAT, i);
      edits[i] (plan);
      check_undone (plan, before);
    }
  for (int i = 0; i < NW_N_PLAN_TEXTS; i++)
    {
      g_test_message ("text %d", i);
      nw_plan_set_text (plan, i, i == NW_PLAN_COUNTRY ? "US" : "Other words");
      check_undone (plan, before);
      nw_plan_set_text (plan, i, "");
      check_undone (plan, before);
    }
}

static void
test_typing_is_one_step (void)
{
  g_autoptr (NwPlan) plan = create_plan ("2026-11-22T12:00");

  nw_plan_set_text (plan, NW_PLAN_PRACTITIONER, "A");
  nw_plan_set_text (plan, NW_PLAN_PRACTITIONER, "An");
  nw_plan_set_text (plan, NW_PLAN_PRACTITIONER, "Ana");
  nw_plan_set_text (plan, NW_PLAN_NUMBER, "1");
  nw_plan_undo (plan);
  g_assert_cmpstr (nw_plan_get_text (plan, NW_PLAN_PRACTITIONER), ==, "Ana");
  nw_plan_undo (plan);
  g_assert_cmpstr (nw_plan_get_text (plan, NW_PLAN_PRACTITIONER), ==, "");
  nw_plan_redo (plan);
  g_assert_cmpstr (nw_plan_get_text (plan, NW_PLAN_PRACTITIONER), ==, "Ana");
}

/* Undo takes back what was changed, not what was put off, until there is another
 * appointment; and a calendar knows the plan again whatever is taken back. */
static void
test_undo_leaves_put_off (void)
{
  g_autoptr (NwPlan) plan = create_plan ("2026-11-22T12:00");
  const gint64 until = G_GINT64_CONSTANT (1796000000);
  g_autofree char *id = NULL;

  set_appointment (plan, "2026-12-12T10:30");
  nw_plan_set_text (plan, NW_PLAN_PRACTITIONER, "Ana");
  nw_plan_put_off (plan, NW_CHECK_LICENCE, until);
  id = g_strdup (nw_plan_get_calendar_id (plan));
  nw_plan_undo (plan);
  g_assert_cmpstr (nw_plan_get_text (plan, NW_PLAN_PRACTITIONER), ==, "");
  g_assert_cmpint (nw_plan_get_put_off_until (plan, NW_CHECK_LICENCE), ==, until);
  g_assert_cmpint (nw_plan_get_put_off_until (plan, NW_CHECK_INSURANCE), ==, 0);
  nw_plan_redo (plan);
  g_assert_cmpint (nw_plan_get_put_off_until (plan, NW_CHECK_LICENCE), ==, until);

  set_appointment (plan, "2026-12-20T10:30");
  g_assert_cmpint (nw_plan_get_put_off_until (plan, NW_CHECK_LICENCE), ==, 0);
  nw_plan_put_off (plan, NW_CHECK_LICENCE, until + 1);
  nw_plan_undo (plan);
  g_assert_cmpint (nw_plan_get_put_off_until (plan, NW_CHECK_LICENCE), ==, until);
  nw_plan_redo (plan);
  g_assert_cmpint (nw_plan_get_put_off_until (plan, NW_CHECK_LICENCE), ==, until + 1);
  for (int i = 0; i < 3; i++)
    nw_plan_undo (plan);
  g_assert_false (nw_plan_get_can_undo (plan));
  g_assert_cmpint (nw_plan_get_put_off_until (plan, NW_CHECK_LICENCE), ==, 0);
  g_assert_cmpstr (nw_plan_get_calendar_id (plan), ==, id);
}

static void
test_same_value_is_no_edit (void)
{
  g_autoptr (NwPlan) plan = create_plan ("2026-11-22T12:00");
  int edited = 0;

  set_appointment (plan, "2026-12-12T10:30");
  nw_plan_set_answer (plan, "visits", "12");
  g_signal_connect_swapped (plan, "edited", G_CALLBACK (count_cb), &edited);
  set_appointment (plan, "2026-12-12T10:30");
  nw_plan_set_answer (plan, "visits", "12");
  nw_plan_set_answer (plan, "codes", "");
  nw_plan_set_text (plan, NW_PLAN_NUMBER, "");
  nw_plan_set_ticked (plan, "name", FALSE);
  nw_plan_set_result (plan, NW_LICENCE_NONE);
  nw_plan_set_due_days (plan, 3);
  nw_plan_mark_done (plan, NW_CHECK_INSURANCE, FALSE);
  nw_plan_remove_own_question (plan, "none");
  nw_plan_put_off (plan, NW_CHECK_LICENCE, 0);
  g_assert_cmpint (edited, ==, 0);
}

static void
test_country_takes_region_along (void)
{
  g_autoptr (NwPlan) plan = create_plan ("2026-11-22T12:00");

  nw_plan_set_text (plan, NW_PLAN_COUNTRY, "US");
  nw_plan_set_text (plan, NW_PLAN_REGION, "CA");
  nw_plan_set_text (plan, NW_PLAN_REGISTER_ID, "us-ca");
  nw_plan_set_text (plan, NW_PLAN_COUNTRY, "DE");
  g_assert_cmpstr (nw_plan_get_text (plan, NW_PLAN_REGION), ==, "");
  g_assert_cmpstr (nw_plan_get_text (plan, NW_PLAN_REGISTER_ID), ==, "");
  nw_plan_undo (plan);
  g_assert_cmpstr (nw_plan_get_text (plan, NW_PLAN_REGION), ==, "CA");
}

/* Keeping */

static void
load_text (NwPlan     *plan,
           const char *text,
           gboolean    expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (NwJson) json = nw_json_new_from_bytes (bytes, "plan.json", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (nw_plan_load (plan, nw_json_get_root (json), &error), ==, expected);
  g_assert_cmpint (error == NULL, ==, expected);
}

static void
test_round_trip (void)
{
  g_autoptr (NwPlan) plan = create_plan ("2026-11-22T12:00");
  g_autoptr (NwPlan) copy = create_plan ("2026-11-22T12:00");
  g_autofree char *text = NULL;
  g_autofree char *copy_text = NULL;

  fill (plan);
  text = nw_plan_to_text (plan);
  load_text (copy, text, TRUE);
  copy_text = nw_plan_to_text (copy);
  g_assert_cmpstr (text, ==, copy_text);
  g_assert_false (nw_plan_get_can_undo (copy));
  g_assert_cmpint (nw_plan_get_put_off_until (copy, NW_CHECK_LICENCE), ==,
                   G_GINT64_CONSTANT (4102444800));
  g_assert_true (g_date_time_equal (nw_plan_get_appointment (plan),
                                    nw_plan_get_appointment (copy)));
}

static void
test_reads_senseless (void)
{
  static const char *const good[] = {
    "{\"format\":1}",
    "{\"format\":1,\"unknown\":{\"a\":[1]}}",
  };
  static const char *const bad[] = {
    "{\"format\":1,\"appointment\":\"tomorrow\"}",
    "{\"format\":1,\"appointment\":{\"at\":\"2026-12-12\",\"zone\":\"UTC\"}}",
    "{\"format\":1,\"appointment\":{\"at\":\"2026-12-12T10:30\",\"zone\":\"/etc/passwd\"}}",
    "{\"format\":1,\"dueDays\":0}",
    "{\"format\":1,\"dueDays\":1.5}",
    "{\"format\":1,\"licence\":{\"result\":\"fine\"}}",
    "{\"format\":1,\"licence\":{\"doneOn\":\"2026-02-30\"}}",
    "{\"format\":1,\"licence\":[]}",
    "{\"format\":1,\"insurance\":{\"answers\":{\"a\":1}}}",
    "{\"format\":1,\"insurance\":{\"putOffUntil\":-1}}",
    "{\"format\":1,\"questions\":{\"ticked\":[1]}}",
    "{\"format\":1,\"questions\":{\"own\":[\"x\"]}}",
    "{\"format\":1,\"country\":true}",
  };
  g_autoptr (NwPlan) plan = create_plan ("2026-11-22T12:00");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    load_text (plan, good[i], TRUE);
  fill (plan);
  before = nw_plan_to_text (plan);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("%s", bad[i]);
      load_text (plan, bad[i], FALSE);
    }
  after = nw_plan_to_text (plan);
  g_assert_cmpstr (before, ==, after);
}

/* The keeper */

static void
remove_folder (const char *folder)
{
  g_autoptr (NwStore) store = nw_store_new (folder);

  nw_store_remove_all (store, NULL);
}

static NwPlanKeeper *
create_keeper (const char *folder)
{
  g_autoptr (NwStore) store = nw_store_new (folder);
  g_autoptr (GDateTime) now = moment ("2026-11-22T12:00");
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);

  return nw_plan_keeper_new (store, clock);
}

/* A thread that still writes holds on to the keeper until it is done. */
static void
drop_keeper (NwPlanKeeper *keeper)
{
  gpointer watched = keeper;

  g_object_add_weak_pointer (G_OBJECT (keeper), &watched);
  g_object_unref (keeper);
  for (int i = 0; watched != NULL && i < 500; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_null (watched);
}

static void
wait_for_file (const char *path,
               const char *word)
{
  for (int i = 0; i < 500; i++)
    {
      g_autofree char *text = NULL;

      if (g_file_get_contents (path, &text, NULL, NULL) && strstr (text, word) != NULL)
        return;
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_not_reached ();
}

static void
test_keeper_saves_by_itself (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-plan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.json", NULL);
  NwPlanKeeper *keeper = create_keeper (folder);

  g_assert_null (nw_plan_keeper_get_notice (keeper));
  nw_plan_set_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER, "first");
  wait_for_file (path, "first");
  nw_plan_set_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER, "second");
  wait_for_file (path, "second");
  nw_plan_set_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER, "third");
  g_assert_true (nw_plan_keeper_flush (keeper));
  drop_keeper (keeper);

  keeper = create_keeper (folder);
  g_assert_cmpstr (nw_plan_get_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER), ==,
                   "third");
  drop_keeper (keeper);
  remove_folder (folder);
}

static void
test_keeper_tells_and_tries_again (void)
{
  g_autofree char *root = g_dir_make_tmp ("nw-plan-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (root, "needlewise", NULL);
  g_autoptr (NwPlanKeeper) keeper = create_keeper (folder);
  int notified = 0;

  g_signal_connect_swapped (keeper, "notify::problem", G_CALLBACK (count_cb), &notified);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  nw_plan_set_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER, "kept");
  g_assert_false (nw_plan_keeper_flush (keeper));
  g_assert_nonnull (nw_plan_keeper_get_problem (keeper));
  g_assert_cmpint (notified, ==, 1);

  g_assert_cmpint (g_unlink (folder), ==, 0);
  nw_plan_keeper_retry (keeper);
  while (nw_plan_keeper_get_problem (keeper) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (notified, ==, 2);
  remove_folder (root);
}

static void
test_keeper_and_damage (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-plan-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.json", NULL);
  NwPlanKeeper *keeper = create_keeper (folder);

  nw_plan_set_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER, "one");
  g_assert_true (nw_plan_keeper_flush (keeper));
  nw_plan_set_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER, "two");
  g_assert_true (nw_plan_keeper_flush (keeper));
  drop_keeper (keeper);

  g_assert_true (g_file_set_contents (path, "{\"format\":1,\"dueDays\":-1}", -1, NULL));
  keeper = create_keeper (folder);
  g_assert_cmpstr (nw_plan_get_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER), ==, "one");
  g_assert_nonnull (strstr (nw_plan_keeper_get_notice (keeper), "plan.damaged-"));
  g_assert_false (nw_plan_keeper_get_read_only (keeper));
  nw_plan_keeper_dismiss_notice (keeper);
  g_assert_null (nw_plan_keeper_get_notice (keeper));
  drop_keeper (keeper);

  g_assert_true (g_file_set_contents (path, "{\"format\":2,\"licence\":{\"number\":\"new\"}}", -1,
                                      NULL));
  keeper = create_keeper (folder);
  g_assert_true (nw_plan_keeper_get_read_only (keeper));
  g_assert_cmpstr (nw_plan_get_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER), ==, "new");
  nw_plan_set_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER, "lost");
  g_assert_true (nw_plan_keeper_flush (keeper));
  drop_keeper (keeper);
  wait_for_file (path, "new");
  remove_folder (folder);
}

static void
test_keeper_forgets_all (void)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-plan-XXXXXX", NULL);
  g_autoptr (NwPlanKeeper) keeper = create_keeper (folder);
  g_autoptr (GError) error = NULL;

  fill (nw_plan_keeper_get_plan (keeper));
  g_assert_true (nw_plan_keeper_flush (keeper));
  nw_plan_set_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_NUMBER, "pending");
  g_assert_true (nw_plan_keeper_delete_all (keeper, &error));
  g_assert_no_error (error);
  g_assert_null (nw_plan_get_appointment (nw_plan_keeper_get_plan (keeper)));
  g_assert_false (nw_plan_get_can_undo (nw_plan_keeper_get_plan (keeper)));
  g_assert_true (nw_plan_keeper_flush (keeper));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/plan/new", test_new);
  g_test_add_func ("/model/plan/states", test_states);
  g_test_add_func ("/model/plan/day-passes", test_day_passes);
  g_test_add_func ("/model/plan/zones", test_zones);
  g_test_add_func ("/model/plan/undo", test_undo);
  g_test_add_func ("/model/plan/every-edit-is-undone", test_every_edit_is_undone);
  g_test_add_func ("/model/plan/undo-leaves-put-off", test_undo_leaves_put_off);
  g_test_add_func ("/model/plan/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/model/plan/same-value-is-no-edit", test_same_value_is_no_edit);
  g_test_add_func ("/model/plan/country-takes-region-along", test_country_takes_region_along);
  g_test_add_func ("/model/plan/round-trip", test_round_trip);
  g_test_add_func ("/model/plan/reads-senseless", test_reads_senseless);
  g_test_add_func ("/model/plan-keeper/saves-by-itself", test_keeper_saves_by_itself);
  g_test_add_func ("/model/plan-keeper/tells-and-tries-again", test_keeper_tells_and_tries_again);
  g_test_add_func ("/model/plan-keeper/damage", test_keeper_and_damage);
  g_test_add_func ("/model/plan-keeper/forgets-all", test_keeper_forgets_all);

  return g_test_run ();
}
