/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program of the reminders: it starts at login, and needs no display. */

#include "config.h"

#include "model/base/nw-locale.h"
#include "model/base/nw-settings.h"
#include "reminders/nw-programs.h"
#include "reminders/nw-reminder-service.h"

int
main (void)
{
  nw_programs_forbid_core_dumps ();
  nw_locale_init ();
  nw_settings_guard_file ();

  return nw_reminder_service_run ();
}
