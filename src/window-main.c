/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program of the window. */

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "app/nw-application.h"
#include "reminders/nw-programs.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (NwApplication) application = NULL;

  nw_programs_forbid_core_dumps ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, NW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = nw_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
