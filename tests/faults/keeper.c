/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least program that keeps a plan, for what happens when that fails.
 *
 *   keeper FOLDER FIRST LAST   writes names of these numbers, one after the other:
 *                                told MESSAGE   what a person would be told
 *                                kept NUMBER    it is on the disk
 *                                lost NUMBER    trying again did not help
 *   keeper FOLDER              says what is there: read NUMBER, or told MESSAGE
 *
 * Before each name it waits for a line of standard input.
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "model/plan/nw-plan-keeper.h"

static void
tell (const char *message)
{
  if (message == NULL)
    return;
  g_print ("told %s\n", message);
  fflush (stdout);
}

static const char *
get_name (NwPlanKeeper *keeper)
{
  return nw_plan_get_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_PRACTITIONER);
}

static void
wait_for_line (void)
{
  char line[16];

  if (fgets (line, sizeof line, stdin) == NULL)
    exit (0);
}

/* A person who sees that it did not work tries again, once. */
static void
keep_name (NwPlanKeeper *keeper,
           int           number)
{
  g_autofree char *name = g_strdup_printf ("%d", number);
  gboolean kept;

  nw_plan_set_text (nw_plan_keeper_get_plan (keeper), NW_PLAN_PRACTITIONER, name);
  kept = nw_plan_keeper_flush (keeper) && !nw_plan_keeper_get_read_only (keeper);
  if (!kept)
    {
      tell (nw_plan_keeper_get_problem (keeper));
      tell (nw_plan_keeper_get_notice (keeper));
      kept = nw_plan_keeper_flush (keeper) && !nw_plan_keeper_get_read_only (keeper);
    }
  g_print ("%s %s\n", kept ? "kept" : "lost", name);
  fflush (stdout);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (NwStore) store = nw_store_new (argv[1]);
  g_autoptr (NwClock) clock = nw_clock_new ();
  g_autoptr (NwPlanKeeper) keeper = nw_plan_keeper_new (store, clock);

  tell (nw_plan_keeper_get_notice (keeper));
  if (argc < 4)
    {
      g_print ("read %s\n", get_name (keeper));
      return 0;
    }

  if (nw_plan_keeper_get_read_only (keeper))
    nw_plan_keeper_retry (keeper);
  for (int i = atoi (argv[2]); i <= atoi (argv[3]); i++)
    {
      wait_for_line ();
      keep_name (keeper, i);
    }
  return 0;
}
