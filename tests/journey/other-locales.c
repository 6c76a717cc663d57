/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Part of what is loaded before GTK: where $OTHER_LOCALES names a folder, the
 * program finds its translations there and not where it would be installed. */

#include <dlfcn.h>
#include <libintl.h>
#include <stdlib.h>
#include <string.h>

#undef bindtextdomain

char *
bindtextdomain (const char *domain,
                const char *folder)
{
  char *(*real) (const char *, const char *) =
    (char *(*) (const char *, const char *)) dlsym (RTLD_NEXT, "bindtextdomain");
  const char *other = getenv ("OTHER_LOCALES");

  if (other != NULL && strcmp (domain, "needlewise") == 0)
    folder = other;
  return real (domain, folder);
}
