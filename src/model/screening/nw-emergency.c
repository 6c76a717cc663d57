/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which number to call in an emergency, in the reader’s own country. */

#include "config.h"

#include "model/screening/nw-emergency.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * nw_emergency_find_country:
 * @directory: the directory, which knows the numbers
 * @plan: (nullable): the preparation, with the country that was chosen
 * @locale: (nullable): the desktop’s locale, such as `es_ES.UTF-8`
 *
 * Finds the reader’s country: the one chosen under Prepare, or else that of
 * the desktop. A number is never guessed: where the directory has none for that
 * country there is none.
 *
 * Returns: (transfer none) (nullable): a country with a number to call
 */
NwCountry *
nw_emergency_find_country (NwDirectory *directory,
                           NwPlan      *plan,
                           const char  *locale)
{
  const char *chosen = plan != NULL ? nw_plan_get_text (plan, NW_PLAN_COUNTRY) : NULL;
  const char *territory = locale != NULL ? strchr (locale, '_') : NULL;
  g_autofree char *code = NULL;
  NwCountry *country;

  g_return_val_if_fail (NW_IS_DIRECTORY (directory), NULL);

  if (chosen != NULL && *chosen != '\0')
    code = g_strdup (chosen);
  else if (territory != NULL && strcspn (territory + 1, ".@") == 2)
    code = g_strndup (territory + 1, 2);
  if (code == NULL)
    return NULL;

  country = nw_directory_find (directory, code);
  return country != NULL && nw_country_get_emergency (country) != NULL ? country : NULL;
}

/**
 * nw_emergency_dup_text:
 * @country: a country with a number to call
 *
 * Returns: (transfer full): the number, and for which country it is
 */
char *
nw_emergency_dup_text (NwCountry *country)
{
  g_return_val_if_fail (NW_IS_COUNTRY (country), NULL);

  /* Translators: the first is a telephone number, the second the name of a country */
  return g_strdup_printf (_("The emergency number is %1$s (%2$s)."),
                          nw_country_get_emergency (country), nw_country_get_name (country));
}
