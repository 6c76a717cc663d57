/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares what small changes lead to with working everything out anew, over random forms. */

#include "config.h"

#include "fixture.h"

#include <string.h>

#define N_FORMS 400
#define N_EDITS 40

static const char * const operators[] = { "exists", "=", "!=", ">", "<=" };

/* Items at random: groups that repeat, questions with questions in them, and rules
 * that point back or forward, alone or in loops. */
static void
append_items (GString *text,
              GRand *random,
              guint *next,
              guint n_total,
              int depth)
{
  guint n = g_rand_int_range (random, 1, 5);

  for (guint i = 0; i < n && *next < n_total; i++)
    {
      guint id = (*next)++;
      gboolean group = g_rand_int_range (random, 0, 4) == 0;
      guint n_rules = g_rand_int_range (random, 0, 3);

      g_string_append_printf (text, "%s{'linkId':'%u','type':'%s'", i > 0 ? "," : "", id,
                              group ? "group" : "integer");
      if (g_rand_boolean (random))
        g_string_append (text, ",'repeats':true");
      if (n_rules > 0)
        g_string_append_printf (text, ",'enableBehavior':'%s','enableWhen':[",
                                g_rand_boolean (random) ? "all" : "any");
      for (guint j = 0; j < n_rules; j++)
        {
          const char *op = operators[g_rand_int_range (random, 0, G_N_ELEMENTS (operators))];

          g_string_append_printf (text, "%s{'question':'%d','operator':'%s',", j > 0 ? "," : "",
                                  g_rand_int_range (random, 0, n_total), op);
          if (*op == 'e')
            g_string_append_printf (text, "'answerBoolean':%s}",
                                    g_rand_boolean (random) ? "true" : "false");
          else
            g_string_append_printf (text, "'answerInteger':%d}", g_rand_int_range (random, 0, 3));
        }
      if (n_rules > 0)
        g_string_append_c (text, ']');
      if (depth < 3 && *next < n_total && g_rand_int_range (random, 0, 3) == 0)
        {
          g_string_append (text, ",'item':[");
          append_items (text, random, next, n_total, depth + 1);
          g_string_append_c (text, ']');
        }
      g_string_append_c (text, '}');
    }
}

/* A form, or NULL where a rule happens to point inside itself or at nothing. */
static NwQuestionnaire *
make_form (GRand *random)
{
  guint n_total = g_rand_int_range (random, 2, 14);
  guint next = 0;
  GString *text = g_string_new ("{'resourceType':'Questionnaire','status':'draft','item':[");
  g_autoptr (NwJson) json = NULL;
  g_autoptr (NwFindings) findings = nw_findings_new ("random");
  NwQuestionnaire *form = NULL;

  append_items (text, random, &next, n_total, 0);
  g_string_append (text, "]}");
  json = read_text (text->str);
  form = nw_questionnaire_new_from_json (json, findings);
  g_string_free (text, TRUE);
  return form;
}

static NwResponseItem *
pick_item (NwResponse *response,
           GRand *random)
{
  guint n = 0;
  NwResponseItem *picked = NULL;

  for (NwResponseItem *item = nw_response_item_next (nw_response_get_root (response));
       item != NULL;
       item = nw_response_item_next (item))
    if (g_rand_int_range (random, 0, ++n) == 0)
      picked = item;
  return picked;
}

static void
edit_question (NwResponse *response,
               NwResponseItem *item,
               GRand *random)
{
  NwValue *values[3];
  guint n = g_rand_int_range (random, 0, G_N_ELEMENTS (values) + 1);
  guint n_answers = nw_response_item_get_n_answers (item);

  if (n_answers > 0 && g_rand_int_range (random, 0, 4) == 0)
    {
      nw_response_remove_answer (response, item, g_rand_int_range (random, 0, n_answers));
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      char text[] = { (char) ('0' + g_rand_int_range (random, 0, 3)), '\0' };

      values[i] = nw_value_new_integer (text);
    }
  nw_response_set_answers (response, item, values, n);
  for (guint i = 0; i < n; i++)
    nw_value_unref (values[i]);
}

static void
edit (NwResponse *response,
      GRand *random)
{
  NwResponseItem *item = pick_item (response, random);
  NwRemoval *removal = NULL;

  if (nw_item_is_question (nw_response_item_get_item (item)))
    {
      edit_question (response, item, random);
      return;
    }
  if (!nw_response_item_get_item (item)->repeats)
    return;
  if (nw_response_item_get_n_repetitions (item) < 4 && g_rand_boolean (random))
    {
      nw_response_add_repetition (response, item);
      return;
    }
  removal = nw_response_remove_repetition (response, item);
  if (removal != NULL && g_rand_boolean (random))
    nw_response_restore_repetition (response, removal);
  else if (removal != NULL)
    nw_removal_free (removal);
}

/* What is enabled, in doubt, wrong and missing. */
static char *
describe (NwResponse *response)
{
  g_autofree char *enabled = list_enabled (response);
  g_autoptr (NwFindings) warnings = nw_response_get_warnings (response);
  g_autoptr (GPtrArray) invalid = nw_response_get_invalid (response);
  g_autofree char *wrong = list_items (invalid);
  GString *text = g_string_new (enabled);

  g_string_append_printf (text, " | %s |", wrong);
  for (guint i = 0; i < nw_findings_get_length (warnings); i++)
    g_string_append_printf (text, " %s", nw_findings_get (warnings, i)->message);
  return g_string_free (text, FALSE);
}

/* The same answers, read from a draft and so worked out from nothing. */
static char *
describe_anew (NwResponse *response,
               char **draft)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (NwJson) json = NULL;
  g_autoptr (NwFindings) findings = nw_findings_new ("draft");
  g_autoptr (NwResponse) again = NULL;
  g_autofree char *second = NULL;

  *draft = nw_response_write_draft (response, FALSE);
  bytes = g_bytes_new (*draft, strlen (*draft));
  json = nw_json_new_from_bytes (bytes, "draft", NULL, NULL);
  g_assert_nonnull (json);
  again = nw_response_new_from_json (nw_response_get_questionnaire (response), json, findings);
  g_assert_nonnull (again);
  g_assert_cmpuint (nw_findings_get_length (findings), ==, 0);
  second = nw_response_write_draft (again, FALSE);
  g_assert_cmpstr (second, ==, *draft);
  return describe (again);
}

static void
check_form (NwQuestionnaire *form,
            GRand *random,
            guint32 seed)
{
  g_autoptr (NwResponse) response = nw_response_new (form);

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *draft = NULL;
      g_autofree char *now = NULL;
      g_autofree char *anew = NULL;

      edit (response, random);
      now = describe (response);
      anew = describe_anew (response, &draft);
      if (g_strcmp0 (now, anew) != 0)
        g_test_message ("seed %u, edit %u, draft %s", seed, i, draft);
      g_assert_cmpstr (now, ==, anew);
    }
}

static void
test_random_forms (void)
{
  guint32 first = g_test_rand_int ();
  guint n = 0;

  for (guint32 seed = first; n < N_FORMS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (NwQuestionnaire) form = make_form (random);

      if (form == NULL)
        continue;
      check_form (form, random, seed);
      n++;
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/differential/random-forms", test_random_forms);
  return g_test_run ();
}
