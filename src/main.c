/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desktop program. */

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "app/nw-application.h"
#include "app/nw-reminder-service.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (NwApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, NW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  /* Before GTK: it runs at login, and needs no display. */
  if (argc == 2 && g_str_equal (argv[1], "--check-reminders"))
    return nw_reminder_service_run ();

  application = nw_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
