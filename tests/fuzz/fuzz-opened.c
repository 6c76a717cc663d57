/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes a file that somebody opens: it is refused with a reason, or can be
 * walked through, within the bounds of what can be shown. */

#include "config.h"

#include "exercise.h"
#include "fuzz.h"

#include "model/screening/nw-form-file.h"

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static NwQuestionnaire *
open_file (GFile   *file,
           GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  nw_form_file_load_async (file, NULL, loaded_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return nw_form_file_load_finish (result, error);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *path = fuzz_write_file ("opened.json", data, size);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *name = nw_form_file_dup_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (NwQuestionnaire) form = open_file (file, &error);
  g_autoptr (NwScreening) screening = NULL;

  g_assert_true ((form == NULL) == (error != NULL));
  if (form == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_true (g_utf8_validate (nw_form_file_get_reason (error), -1, NULL));
      return 0;
    }

  fuzz_read_findings (nw_questionnaire_get_findings (form));
  screening = nw_screening_new (form, "en");
  nw_screening_set_source (screening, name);
  exercise_screening (screening);
  return 0;
}
