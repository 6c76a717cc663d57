/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program of the reminders: it starts at login, and needs no display. */

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "reminders/nw-programs.h"
#include "reminders/nw-reminder-service.h"

int
main (void)
{
  nw_programs_forbid_core_dumps ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, NW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return nw_reminder_service_run ();
}
