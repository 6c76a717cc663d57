/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that what earlier programs kept is read without loss, also from the copy before. */

#include "config.h"

#include <glib/gstdio.h>

#include "model/base/nw-content.h"
#include "model/plan/nw-plan-keeper.h"
#include "model/plan/nw-reminders.h"
#include "model/screening/nw-draft-keeper.h"

/* Whole programs in small: read what is in the store, change a little, and keep it. */

static void
rewrite_plan (NwStore *store,
              NwClock *clock)
{
  g_autoptr (NwPlanKeeper) keeper = nw_plan_keeper_new (store, clock);

  g_assert_false (nw_plan_keeper_get_read_only (keeper));
  nw_plan_add_own_question (nw_plan_keeper_get_plan (keeper), "And what is new?");
  g_assert_true (nw_plan_keeper_flush (keeper));
}

static void
rewrite_answers (NwStore *store,
                 NwClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = nw_content_load ("screening.json", NULL, &error);
  g_autoptr (NwQuestionnaire) form =
    nw_questionnaire_new_from_bytes (bytes, "screening.json", &error);
  g_autoptr (NwScreening) screening = nw_screening_new (form, "en");
  g_autoptr (NwDraftKeeper) keeper = nw_draft_keeper_new (store, clock);
  NwResponseItem *item;
  gboolean other_version;

  nw_draft_keeper_set_screening (keeper, screening);
  g_assert_true (nw_draft_keeper_is_waiting (keeper));
  nw_draft_keeper_resume (keeper, &other_version, &error);
  g_assert_no_error (error);
  item = nw_response_find (nw_screening_get_response (screening), "device.kind");
  nw_screening_choose (screening, item, 1, TRUE);
  nw_draft_keeper_flush (keeper, &error);
  g_assert_no_error (error);
  nw_draft_keeper_set_screening (keeper, NULL);
}

static void
rewrite_form_answers (NwStore *store,
                      NwClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwDraftKeeper) keeper = nw_draft_keeper_new_for_forms (store, clock);
  g_autoptr (NwScreening) screening = NULL;
  NwResponseItem *item;
  gboolean other_version;

  g_assert_true (nw_draft_keeper_is_waiting (keeper));
  screening = nw_screening_new (nw_draft_keeper_get_form (keeper), "en");
  nw_screening_set_source (screening, nw_draft_keeper_get_source (keeper));
  nw_draft_keeper_set_screening (keeper, screening);
  nw_draft_keeper_resume (keeper, &other_version, &error);
  g_assert_no_error (error);
  item = nw_response_find (nw_screening_get_response (screening), "wish");
  nw_screening_type_answer (screening, item, "To walk without pain");
  nw_draft_keeper_flush (keeper, &error);
  g_assert_no_error (error);
}

/* Of the two checks, the earlier program has reminded of the licence. */
static void
rewrite_reminders (NwStore *store,
                   NwClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwReminders) reminders = nw_reminders_new (store);
  g_autoptr (NwPlan) plan = nw_plan_new (clock);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) appointment = g_date_time_new (zone, 2026, 11, 26, 16, 30, 0);

  nw_plan_set_appointment (plan, appointment);
  nw_reminders_load (reminders);
  g_assert_false (nw_reminders_is_due (reminders, plan, NW_CHECK_LICENCE));
  g_assert_true (nw_reminders_is_due (reminders, plan, NW_CHECK_INSURANCE));
  nw_reminders_note_shown (reminders, plan, NW_CHECK_INSURANCE, &error);
  g_assert_no_error (error);
}

typedef struct
{
  const char *name;
  void      (*rewrite) (NwStore *store,
                        NwClock *clock);
  /* What the program changes of its own. */
  const char *changed;
} Document;

static const Document documents[] = {
  { "plan", rewrite_plan },
  { "answers", rewrite_answers, "saved" },
  { "form-answers", rewrite_form_answers, "saved" },
  { "reminders", rewrite_reminders, "insurance" },
};

static NwJson *
read_json (const char *path)
{
  g_autoptr (GError) error = NULL;
  NwJson *json = nw_json_new_from_path (path, NULL, &error);

  g_assert_no_error (error);
  return json;
}

static gint64
get_format (NwJson *json)
{
  gint64 format = 0;

  g_assert_true (nw_json_node_get_int (nw_json_node_get_member (nw_json_get_root (json), "format"),
                                       &format));
  return format;
}

/* Whether all of @old is in @new; an array may have become longer. What a
 * question is called is the form’s business. */
static void
assert_kept (const NwJsonNode *old,
             const NwJsonNode *new,
             const char       *changed)
{
  g_autofree char *pointer = nw_json_node_dup_pointer (old);
  const NwJsonNode *next = new != NULL ? nw_json_node_get_first (new) : NULL;
  const NwJsonNode *child;

  g_test_message ("%s", pointer);
  g_assert_nonnull (new);
  g_assert_cmpint (nw_json_node_get_node_type (old), ==, nw_json_node_get_node_type (new));
  g_assert_cmpstr (nw_json_node_get_string (old), ==, nw_json_node_get_string (new));
  g_assert_cmpstr (nw_json_node_get_number_text (old), ==, nw_json_node_get_number_text (new));
  NW_JSON_FOREACH (old, child)
    {
      const char *name = nw_json_node_get_name (child);

      if (name == NULL)
        {
          assert_kept (child, next, changed);
          next = nw_json_node_get_next (next);
        }
      else if (!g_str_equal (name, "text") && !g_str_equal (name, "display")
               && !g_str_equal (name, "format") && g_strcmp0 (name, changed) != 0)
        assert_kept (child, nw_json_node_get_member (new, name), changed);
    }
}

/* A file of an earlier program; no older fixture than the first there is. */
static char *
find_fixture (const Document *document,
              gint64          format,
              const char     *variant)
{
  g_autofree char *base = g_strdup_printf ("%s-%" G_GINT64_FORMAT "%s.json", document->name,
                                           format, variant);

  return g_test_build_filename (G_TEST_DIST, "fixtures", "kept", base, NULL);
}

static void
put (const char *folder,
     const char *name,
     const char *ending,
     const char *bytes,
     gsize       length)
{
  g_autofree char *base = g_strconcat (name, ending, NULL);
  g_autofree char *path = g_build_filename (folder, base, NULL);

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
}

/* Returns the format that today’s program writes. */
static gint64
check_fixture (const Document *document,
               const char     *fixture,
               gboolean        from_copy_before)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-kept-XXXXXX", NULL);
  g_autofree char *base = g_strconcat (document->name, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, base, NULL);
  g_autoptr (NwStore) store = nw_store_new (folder);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 24, 12, 0, 0);
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);
  g_autoptr (NwJson) old = read_json (fixture);
  g_autoptr (NwJson) new = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_test_message ("%s%s", fixture, from_copy_before ? ", from the copy before" : "");
  g_assert_true (g_file_get_contents (fixture, &bytes, &length, NULL));
  put (folder, document->name, from_copy_before ? ".previous.json" : ".json", bytes, length);
  if (from_copy_before)
    put (folder, document->name, ".json", bytes, length / 2);
  document->rewrite (store, clock);
  new = read_json (path);
  assert_kept (nw_json_get_root (old), nw_json_get_root (new), document->changed);

  nw_store_remove_all (store, &error);
  g_assert_no_error (error);
  return get_format (new);
}

static void
test_document (gconstpointer data)
{
  const Document *document = data;
  gint64 format = 1;
  gint64 newest;

  do
    {
      g_autofree char *fixture = find_fixture (document, format, "");

      newest = check_fixture (document, fixture, FALSE);
      check_fixture (document, fixture, TRUE);
    }
  while (++format <= newest);
}

static void
test_plan_without_calendar (void)
{
  g_autofree char *fixture = find_fixture (&documents[0], 1, "-first");

  check_fixture (&documents[0], fixture, FALSE);
  check_fixture (&documents[0], fixture, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path = g_strconcat ("/model/kept-formats/", documents[i].name, NULL);

      g_test_add_data_func (path, &documents[i], test_document);
    }
  g_test_add_func ("/model/kept-formats/plan-without-calendar", test_plan_without_calendar);

  return g_test_run ();
}
