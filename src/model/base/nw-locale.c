/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the person, and where its words are. */

#include "config.h"

#include "model/base/nw-locale.h"

#include <libintl.h>
#include <locale.h>

/**
 * nw_locale_init:
 *
 * Takes the language, the dates and the numbers of the person’s locale, and the
 * strings from where the program is installed; from the folder that
 * `NEEDLEWISE_LOCALEDIR` names where it runs without that. To be called once,
 * before anything is translated and before there are threads.
 */
void
nw_locale_init (void)
{
  const char *folder = g_getenv ("NEEDLEWISE_LOCALEDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : NW_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
