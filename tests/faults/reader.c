/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file that may be anything by the reader of its kind, and says what a
 * person would be told.
 *
 *   reader opened FILE          a form that somebody opens
 *   reader answers FOLDER       saved answers in the folder of what is kept
 *   reader form-answers FOLDER  those to somebody else’s form
 *   reader reminders FOLDER     which reminders were shown
 *   reader settings             settings, in the file that GSettings takes
 *
 * Prints `told MESSAGE` where there is something to tell, and then what was read.
 */

#include "config.h"

#include "model/base/nw-settings.h"
#include "model/plan/nw-reminders.h"
#include "model/screening/nw-draft-keeper.h"
#include "model/screening/nw-form-file.h"

static void
tell (const char *message)
{
  if (message != NULL)
    g_print ("told %s\n", message);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwQuestionnaire) form = nw_form_file_load_finish (result, &error);

  if (form == NULL)
    {
      g_print ("told %s\n", nw_form_file_get_reason (error));
      g_print ("because %s\n", error->message);
    }
  else
    g_print ("read a form\n");
  g_main_loop_quit (user_data);
}

static void
read_opened (const char *path)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  nw_form_file_load_async (file, NULL, loaded_cb, loop);
  g_main_loop_run (loop);
}

static void
read_answers (const char *folder,
              NwDraftKeeper *(*open_keeper) (NwStore *store,
                                             NwClock *clock))
{
  g_autoptr (NwStore) store = nw_store_new (folder);
  g_autoptr (NwClock) clock = nw_clock_new ();
  g_autoptr (NwDraftKeeper) keeper = open_keeper (store, clock);

  tell (nw_draft_keeper_get_notice (keeper));
  g_print ("read %s\n", nw_draft_keeper_is_waiting (keeper) ? "answers" : "nothing");
}

static void
read_reminders (const char *folder)
{
  g_autoptr (NwStore) store = nw_store_new (folder);
  g_autoptr (NwReminders) reminders = nw_reminders_new (store);

  nw_reminders_load (reminders);
  g_print ("read reminders\n");
}

static void
read_settings (void)
{
  g_autoptr (GSettings) settings = NULL;
  g_autofree char *page = NULL;

  nw_settings_guard_file ();
  tell (nw_settings_get_problem ());
  settings = g_settings_new (NW_APPLICATION_ID);
  page = g_settings_get_string (settings, "page");
  g_print ("read %s %d\n", page, g_settings_get_int (settings, "window-width"));
  /* Where it can be kept it is, and otherwise this changes no file. */
  g_settings_set_boolean (settings, "one-question-at-a-time", TRUE);
  g_settings_sync ();
}

int
main (int    argc,
      char **argv)
{
  const char *kind = argc > 1 ? argv[1] : "";

  if (g_str_equal (kind, "opened") && argc == 3)
    read_opened (argv[2]);
  else if (g_str_equal (kind, "answers") && argc == 3)
    read_answers (argv[2], nw_draft_keeper_new);
  else if (g_str_equal (kind, "form-answers") && argc == 3)
    read_answers (argv[2], nw_draft_keeper_new_for_forms);
  else if (g_str_equal (kind, "reminders") && argc == 3)
    read_reminders (argv[2]);
  else if (g_str_equal (kind, "settings") && argc == 2)
    read_settings ();
  else
    return 2;
  return 0;
}
