/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the reader of what a person wrote: what it takes it must write, and
 * read again as the same. */

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "model/plan/nw-plan.h"

static NwPlan *
read_plan (const uint8_t *data,
           size_t         size)
{
  g_autoptr (NwJson) json = fuzz_parse (data, size);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2024, 2, 29, 12, 0, 0);
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);
  g_autoptr (NwPlan) plan = nw_plan_new (clock);
  g_autoptr (GError) error = NULL;
  gboolean taken;

  /* The store has seen to it that it is an object. */
  if (json == NULL || nw_json_node_get_node_type (nw_json_get_root (json)) != NW_JSON_OBJECT)
    return NULL;

  taken = nw_plan_load (plan, nw_json_get_root (json), &error);
  g_assert_true (taken == (error == NULL));
  return taken ? g_steal_pointer (&plan) : NULL;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (NwPlan) plan = read_plan (data, size);
  g_autoptr (NwPlan) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *second_text = NULL;

  if (plan == NULL)
    return 0;

  for (int i = 0; i < NW_N_CHECKS; i++)
    nw_plan_get_state (plan, i);
  nw_plan_get_days_left (plan);
  nw_plan_get_to_do (plan);
  for (int i = 0; i < NW_N_PLAN_TEXTS; i++)
    g_assert_true (g_utf8_validate (nw_plan_get_text (plan, i), -1, NULL));
  for (guint i = 0; i < nw_plan_get_n_own_questions (plan); i++)
    g_assert_nonnull (nw_plan_get_own_question (plan, i, NULL));

  text = nw_plan_to_text (plan);
  again = read_plan ((const uint8_t *) text, strlen (text));
  g_assert_nonnull (again);
  second_text = nw_plan_to_text (again);
  g_assert_cmpstr (text, ==, second_text);
  return 0;
}
