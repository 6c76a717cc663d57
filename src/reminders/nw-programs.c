/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which programs there are, where they are, and how one becomes another. The
 * command is linked to this and to nothing else, so it is plain C. */

#include "config.h"

#include "reminders/nw-programs.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static int
is_program (const char *path)
{
  struct stat info;

  return stat (path, &info) == 0 && S_ISREG (info.st_mode) && access (path, X_OK) == 0;
}

/* The path of @name in @folder; NULL where there is no memory. */
static char *
join (const char *folder,
      const char *name)
{
  char *path = NULL;

  return asprintf (&path, "%s/%s", folder, name) >= 0 ? path : NULL;
}

/**
 * nw_programs_find:
 * @name: `needlewise`, `needlewise-window` or `needlewise-reminders`
 *
 * In the build tree all programs lie in one folder, so one that is run there
 * finds the others that were built with it.
 *
 * Returns: (transfer full) (type filename) (nullable): the program’s path, to
 *   be freed with free(); %NULL where there is no memory
 */
char *
nw_programs_find (const char *name)
{
  char own[PATH_MAX];
  ssize_t length = readlink ("/proc/self/exe", own, sizeof own - 1);

  if (length > 0)
    {
      char *sibling;

      own[length] = '\0';
      *strrchr (own, '/') = '\0';
      sibling = join (own, name);
      if (sibling != NULL && is_program (sibling))
        return sibling;
      free (sibling);
    }
  return join (strcmp (name, NW_PROGRAM_COMMAND) == 0 ? NW_BINDIR : NW_LIBEXECDIR, name);
}

/**
 * nw_programs_become:
 * @name: `needlewise-window` or `needlewise-reminders`
 * @arguments: (array zero-terminated=1): what it shall be told, its name first
 *
 * Goes on as another program.
 *
 * Returns: the exit status, only where that program cannot be started
 */
int
nw_programs_become (const char         *name,
                    const char * const *arguments)
{
  char *program = nw_programs_find (name);

  if (program != NULL)
    execv (program, (char * const *) arguments);
  fprintf (stderr, "needlewise: %s: %s\n", program != NULL ? program : name, strerror (errno));
  free (program);
  return EXIT_FAILURE;
}

/**
 * nw_programs_forbid_core_dumps:
 *
 * Sees to it that a crash leaves no copy of the memory, which holds answers.
 *
 * Where core dumps go to a program, Linux ignores a limit of 0 and heeds one
 * of 1 (`fs/coredump.c`); no file is written for either, since 1 is less than
 * a page. Not by PR_SET_DUMPABLE: the portals could not tell who we are any more.
 */
void
nw_programs_forbid_core_dumps (void)
{
  struct rlimit limit;

  if (getrlimit (RLIMIT_CORE, &limit) < 0)
    return;
  limit.rlim_cur = limit.rlim_max < 1 ? limit.rlim_max : 1;
  setrlimit (RLIMIT_CORE, &limit);
}
