/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the examples that stand beside a form: answers, and the outcome expected of them. */

#include "config.h"

#include "model/questionnaire/nw-proof.h"

#include "model/base/nw-json-read.h"
#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"

#include <string.h>

/* Answers */

static NwValue *
find_option (const NwItem *item,
             const char *text)
{
  for (guint i = 0; i < item->n_options; i++)
    {
      const NwValue *value = item->options[i].value;

      if (g_strcmp0 (nw_value_get_code (value), text) == 0
          || g_strcmp0 (nw_value_get_text (value), text) == 0)
        return nw_value_ref (item->options[i].value);
    }
  return NULL;
}

static NwValue *
make_value (const NwItem *item,
            const NwJsonNode *node)
{
  const char *string = nw_json_node_get_string (node);
  const char *number = nw_json_node_get_number_text (node);

  if (nw_json_node_get_node_type (node) == NW_JSON_BOOLEAN)
    return nw_value_new_boolean (nw_json_node_get_boolean (node));
  if (number != NULL && item->type == NW_ITEM_INTEGER)
    return nw_value_new_integer (number);
  if (number != NULL)
    return item->type == NW_ITEM_QUANTITY ? nw_value_new_quantity (number, NULL, NULL, NULL)
                                          : nw_value_new_decimal (number);
  if (string == NULL)
    return NULL;
  if (item->n_options > 0 && item->type != NW_ITEM_OPEN_CHOICE)
    return find_option (item, string);
  if (item->type == NW_ITEM_OPEN_CHOICE)
    {
      NwValue *option = find_option (item, string);

      return option != NULL ? option : nw_value_new_string (string);
    }
  if (item->type == NW_ITEM_DATE)
    return nw_value_new_date (string);
  if (item->type == NW_ITEM_DATE_TIME)
    return nw_value_new_date_time (string);
  if (item->type == NW_ITEM_TIME)
    return nw_value_new_time (string);
  return item->type == NW_ITEM_URL ? nw_value_new_uri (string) : nw_value_new_string (string);
}

/* Returns what is wrong with the example itself, or NULL. */
static char *
give_answers (NwResponse *response,
              const NwJsonNode *answers)
{
  const NwJsonNode *member = NULL;

  if (answers == NULL || nw_json_node_get_node_type (answers) != NW_JSON_OBJECT)
    return g_strdup ("no answers; expected an object “answers”");
  NW_JSON_FOREACH (answers, member)
    {
      NwResponseItem *item = nw_response_find (response, nw_json_node_get_name (member));
      const NwJsonNode *node = NULL;

      if (item == NULL || !nw_item_is_question (item->item))
        return g_strdup_printf ("there is no question “%s”", nw_json_node_get_name (member));
      NW_JSON_FOREACH (member, node)
        {
          g_autoptr (NwValue) value = make_value (item->item, node);

          if (value == NULL)
            return g_strdup_printf ("“%s” has no such answer", item->item->link_id);
          nw_response_add_answer (response, item, value);
        }
    }
  return NULL;
}

/* Results */

static void
append_name (GString *list,
             const char *name)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", name);
}

static char *
list_strings (const NwJsonNode *array)
{
  GString *list = g_string_new (NULL);
  const NwJsonNode *node = NULL;

  NW_JSON_FOREACH (array, node)
    append_name (list, nw_json_node_get_string (node) != NULL ? nw_json_node_get_string (node)
                                                              : "?");
  return g_string_free (list, FALSE);
}

static gboolean
has_groups (const NwItem *item)
{
  for (const NwItem *child = item->first_child; child != NULL; child = child->next_sibling)
    if (child->type == NW_ITEM_GROUP)
      return TRUE;
  return FALSE;
}

/* A piece of advice is a group in its level, or a display where there are none. */
static void
append_pieces (NwResponse *response,
               NwOutcomeLevel level,
               GString *list)
{
  NwResponseItem *item = nw_response_item_next (response->root);

  for (; item != NULL; item = nw_response_item_next (item))
    {
      NwResponseItem *child = NULL;

      if (!item->enabled || item->item->outcome_level != level)
        continue;
      for (child = nw_response_item_get_first_child (item, 0); child != NULL;
           child = nw_response_item_get_next_sibling (child))
        if (child->enabled
            && (child->item->type == NW_ITEM_GROUP || !has_groups (item->item)))
          append_name (list, child->item->link_id);
    }
}

static char *
list_advice (NwResponse *response,
             const NwOutcome *outcome)
{
  GString *list = g_string_new (NULL);

  if (outcome == NULL)
    return g_string_free (list, FALSE);
  append_pieces (response, outcome->level, list);
  for (NwOutcomeLevel level = outcome->level;
       outcome->level != NW_OUTCOME_HELP_NOW && level > NW_OUTCOME_TELL; level--)
    append_pieces (response, level - 1, list);
  return g_string_free (list, FALSE);
}

static char *
list_missing (NwResponse *response)
{
  g_autoptr (GPtrArray) missing = nw_response_get_missing (response);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    append_name (list, ((NwResponseItem *) g_ptr_array_index (missing, i))->item->link_id);
  return g_string_free (list, FALSE);
}

static char *
compare_lists (const NwJsonNode *test,
               const char *member,
               const char *found)
{
  const NwJsonNode *node = nw_json_node_get_member (test, member);
  g_autofree char *expected = list_strings (node);

  if (node == NULL || strcmp (expected, found) == 0)
    return NULL;
  return g_strdup_printf ("%s: expected “%s”, found “%s”", member, expected, found);
}

/* What is not as expected, or NULL. */
static char *
run_test (NwQuestionnaire *form,
          const NwJsonNode *test)
{
  g_autoptr (NwResponse) response = nw_response_new (form);
  g_autoptr (NwOutcome) outcome = NULL;
  const char *expected = nw_json_node_get_string (nw_json_node_get_member (test, "level"));
  const char *level = NULL;
  g_autofree char *advice = NULL;
  g_autofree char *missing = NULL;
  char *problem = give_answers (response, nw_json_node_get_member (test, "answers"));

  if (problem != NULL)
    return problem;
  outcome = nw_response_get_outcome (response);
  level = outcome != NULL ? nw_outcome_level_get_code (outcome->level) : NULL;
  if (g_strcmp0 (level, expected) != 0)
    return g_strdup_printf ("level: expected %s, found %s", expected != NULL ? expected : "none",
                            level != NULL ? level : "none");
  advice = list_advice (response, outcome);
  problem = compare_lists (test, "advice", advice);
  if (problem != NULL)
    return problem;
  missing = list_missing (response);
  return compare_lists (test, "missing", missing);
}

/**
 * nw_form_tests_run:
 * @form: a form
 * @tests: the examples: an object with `questionnaire`, the form's `url|version`,
 *   and `tests`, an array of objects with `name`, `answers` by linkId (each an
 *   array), `level` (or null) and, where it matters, `advice` and `missing`
 * @n_tests: (out): how many there are
 *
 * Runs the examples.
 *
 * Returns: (transfer full) (element-type utf8): a line for each that fails
 */
GPtrArray *
nw_form_tests_run (NwQuestionnaire *form,
                   NwJson *tests,
                   guint *n_tests)
{
  GPtrArray *failures = NULL;
  const NwJsonNode *root = NULL;
  const NwJsonNode *test = NULL;
  const char *name = NULL;
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (form != NULL && tests != NULL && n_tests != NULL, NULL);

  failures = g_ptr_array_new_with_free_func (g_free);
  *n_tests = 0;
  root = nw_json_get_root (tests);
  canonical = nw_questionnaire_dup_canonical (form);
  name = nw_json_node_get_string (nw_json_node_get_member (root, "questionnaire"));
  if (g_strcmp0 (name, canonical) != 0)
    g_ptr_array_add (failures, g_strdup_printf ("questionnaire: expected “%s”, found “%s”",
                                                canonical != NULL ? canonical : "",
                                                name != NULL ? name : ""));
  NW_JSON_FOREACH (nw_json_node_get_member (root, "tests"), test)
    {
      g_autofree char *problem = run_test (form, test);

      (*n_tests)++;
      name = nw_json_node_get_string (nw_json_node_get_member (test, "name"));
      if (problem != NULL)
        g_ptr_array_add (failures, g_strdup_printf ("%s: %s", name != NULL ? name : "?", problem));
    }
  if (*n_tests == 0)
    g_ptr_array_add (failures, g_strdup ("no tests; expected an array “tests” with some"));
  return failures;
}
