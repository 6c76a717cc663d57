/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which programs there are, where they are, and how one becomes another. */

#pragma once

/* What people and the desktop start. */
#define NW_PROGRAM_COMMAND "needlewise"
/* What it becomes. */
#define NW_PROGRAM_WINDOW "needlewise-window"
#define NW_PROGRAM_REMINDERS "needlewise-reminders"

char *nw_programs_find              (const char         *name);
int   nw_programs_become            (const char         *name,
                                     const char * const *arguments);
void  nw_programs_forbid_core_dumps (void);
