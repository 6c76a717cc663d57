/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command: becomes the program of the window or that of the reminders. It
 * is linked to the C library only, since loading GTK takes longer than all that
 * the reminders do where nothing is due. */

#include "config.h"

#include <string.h>

#include "reminders/nw-programs.h"

int
main (int    argc,
      char **argv)
{
  const char *name = NW_PROGRAM_WINDOW;

  if (argc == 2 && strcmp (argv[1], "--check-reminders") == 0)
    name = NW_PROGRAM_REMINDERS;
  return nw_programs_become (name, (const char * const *) argv);
}
