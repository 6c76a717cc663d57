/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program of the window. */

#include "config.h"

#include "app/nw-application.h"
#include "app/nw-graphics.h"
#include "model/base/nw-locale.h"
#include "model/base/nw-settings.h"
#include "reminders/nw-programs.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (NwApplication) application = NULL;

  nw_programs_forbid_core_dumps ();
  nw_locale_init ();
  nw_settings_guard_file ();
  nw_graphics_leave_out ("/dev");

  application = nw_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
