/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the emergency number: the chosen country before the desktop’s, and never a guess. */

#include "config.h"

#include "model/screening/nw-emergency.h"

static void
test_finds_the_readers_country (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwDirectory) directory = nw_directory_load (&error);
  g_autoptr (NwClock) clock = nw_clock_new ();
  g_autoptr (NwPlan) plan = nw_plan_new (clock);
  NwCountry *country;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_null (nw_emergency_find_country (directory, plan, NULL));
  g_assert_null (nw_emergency_find_country (directory, plan, "C.UTF-8"));
  g_assert_null (nw_emergency_find_country (directory, plan, "en_ZZ.UTF-8"));
  /* Listed, but without a number that we know. */
  g_assert_null (nw_emergency_find_country (directory, plan, "pt_BR.UTF-8"));
  country = nw_emergency_find_country (directory, NULL, "fr_FR.UTF-8@euro");
  g_assert_cmpstr (nw_country_get_code (country), ==, "FR");

  nw_plan_set_text (plan, NW_PLAN_COUNTRY, "DE");
  country = nw_emergency_find_country (directory, plan, "fr_FR.UTF-8");
  g_assert_cmpstr (nw_country_get_code (country), ==, "DE");
  text = nw_emergency_dup_text (country);
  g_assert_cmpstr (text, ==, "The emergency number is 112 (Germany).");

  nw_plan_set_text (plan, NW_PLAN_COUNTRY, "BR");
  g_assert_null (nw_emergency_find_country (directory, plan, "fr_FR.UTF-8"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/emergency/finds-the-readers-country", test_finds_the_readers_country);

  return g_test_run ();
}
