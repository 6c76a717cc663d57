/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes what reads saved answers: they can be gone on with, or it is told why not. */

#include "config.h"

#include "exercise.h"
#include "fuzz.h"

#include "model/base/nw-content.h"
#include "model/screening/nw-draft-keeper.h"

static NwQuestionnaire *
get_form (void)
{
  static NwQuestionnaire *form;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (form == NULL)
    {
      bytes = nw_content_load ("screening.json", NULL, &error);
      g_assert_no_error (error);
      form = nw_questionnaire_new_from_bytes (bytes, "screening.json", &error);
      g_assert_no_error (error);
    }
  return form;
}

static void
go_on (NwDraftKeeper *keeper,
       NwScreening   *screening)
{
  g_autoptr (GError) error = NULL;
  gboolean other_version = FALSE;
  gboolean resumed = nw_draft_keeper_resume (keeper, &other_version, &error);

  g_assert_true (resumed == (error == NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  if (resumed)
    exercise_screening (screening);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = fuzz_write_file ("answers.json", data, size);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *age = NULL;
  g_autoptr (NwStore) store = nw_store_new (folder);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 28, 12, 0, 0);
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);
  g_autoptr (NwScreening) screening = nw_screening_new (get_form (), "en");
  g_autoptr (NwDraftKeeper) keeper = nw_draft_keeper_new (store, clock);
  const char *notice = nw_draft_keeper_get_notice (keeper);

  /* Whatever was there is there, or is spoken of. */
  g_assert_true (nw_draft_keeper_has_draft (keeper) || notice != NULL);
  g_assert_true (notice == NULL || g_utf8_validate (notice, -1, NULL));
  age = nw_draft_keeper_dup_age (keeper);
  g_assert_true (age == NULL || g_utf8_validate (age, -1, NULL));

  nw_draft_keeper_set_screening (keeper, screening);
  if (nw_draft_keeper_is_waiting (keeper))
    go_on (keeper, screening);
  nw_draft_keeper_set_screening (keeper, NULL);
  fuzz_empty_folder ();
  return 0;
}
