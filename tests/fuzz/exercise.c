/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzers of forms and responses do with what was read. */

#include "config.h"

#include "exercise.h"

#include "fuzz.h"

#include <string.h>

#include "model/questionnaire/nw-outcome.h"

/* What is enabled, and what is wrong. */
static char *
describe (NwResponse *response)
{
  g_autoptr (NwOutcome) outcome = nw_response_get_outcome (response);
  g_autoptr (NwFindings) warnings = nw_response_get_warnings (response);
  g_autoptr (GPtrArray) missing = nw_response_get_missing (response);
  g_autoptr (GPtrArray) invalid = nw_response_get_invalid (response);
  GString *text = g_string_new (NULL);

  for (NwResponseItem *item = nw_response_item_next (nw_response_get_root (response));
       item != NULL;
       item = nw_response_item_next (item))
    if (nw_response_item_is_enabled (item))
      g_string_append_printf (text, "%s ", nw_response_item_get_item (item)->link_id);
  g_string_append_printf (text, "| %u %u %d", missing->len, invalid->len,
                          outcome != NULL ? (int) outcome->level : 0);
  /* Nothing reassures while something is open. */
  if (outcome != NULL && outcome->level == NW_OUTCOME_NOTHING_FOUND)
    g_assert_true (nw_response_is_complete (response));
  fuzz_read_findings (warnings);
  return g_string_free (text, FALSE);
}

static NwResponse *
read_again (NwResponse *response,
            const char *text)
{
  g_autoptr (NwJson) json = fuzz_parse ((const uint8_t *) text, strlen (text));
  g_autoptr (NwFindings) findings = nw_findings_new ("again");

  /* Only what lies too deep within each other is not read again. */
  if (json == NULL)
    return NULL;
  return nw_response_new_from_json (nw_response_get_questionnaire (response), json, findings);
}

/* A draft that is read is the same draft, and means the same. */
static void
check_draft (NwResponse *response)
{
  g_autofree char *text = nw_response_write_draft (response, FALSE);
  g_autofree char *now = describe (response);
  g_autoptr (NwResponse) again = read_again (response, text);
  g_autofree char *second_text = NULL;
  g_autofree char *second = NULL;

  if (again == NULL)
    return;
  second_text = nw_response_write_draft (again, FALSE);
  second = describe (again);
  g_assert_cmpstr (text, ==, second_text);
  g_assert_cmpstr (now, ==, second);
}

static void
check_completed (NwResponse *response)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = nw_response_write_completed (response, NULL, TRUE, &error);
  g_autoptr (NwResponse) again = NULL;

  g_assert_true ((text == NULL) == (error != NULL));
  g_assert_true ((text != NULL) == nw_response_is_complete (response));
  if (text != NULL)
    again = read_again (response, text);
}

/* Nobody can answer an outcome. */
static gboolean
is_open (const NwItem *item)
{
  return nw_item_is_question (item) && item->outcome_level == NW_OUTCOME_NONE;
}

static void
edit (NwResponse *response)
{
  NwResponseItem *item = nw_response_item_next (nw_response_get_root (response));

  for (guint n = 0; item != NULL && n < 8; n++)
    {
      const NwItem *definition = nw_response_item_get_item (item);
      NwResponseItem *added = NULL;

      if (definition->n_options > 0 && is_open (definition))
        nw_response_add_answer (response, item, definition->options[0].value);
      else if (is_open (definition) && nw_response_item_get_n_answers (item) > 0)
        nw_response_remove_answer (response, item, 0);
      else if (definition->type == NW_ITEM_GROUP && definition->repeats)
        {
          added = nw_response_add_repetition (response, item);
          nw_removal_free (nw_response_remove_repetition (response, added));
        }
      item = nw_response_item_next (item);
    }
}

/**
 * exercise_response:
 * @response: a response that was read
 *
 * Writes it, edits it, and sees to it that it stays true to itself.
 */
void
exercise_response (NwResponse *response)
{
  check_draft (response);
  check_completed (response);
  edit (response);
  check_draft (response);
  check_completed (response);
}

/**
 * exercise_form:
 * @form: a form that was read
 *
 * Checks it and begins to fill it in.
 */
void
exercise_form (NwQuestionnaire *form)
{
  g_autoptr (NwFindings) findings = nw_findings_new ("form");
  g_autoptr (NwResponse) begun = nw_response_new (form);
  g_autoptr (NwResponse) empty = nw_response_new_empty (form);
  guint n_items = 0;

  nw_questionnaire_lint (form, findings);
  fuzz_read_findings (findings);
  fuzz_read_findings (nw_questionnaire_get_findings (form));
  for (const NwItem *item = nw_questionnaire_get_items (form, &n_items); n_items > 0;
       item++, n_items--)
    {
      g_assert_true (nw_questionnaire_find (form, item->link_id) == item);
      nw_item_get_text (item, "es_ES");
      nw_item_get_markdown (item);
      nw_item_get_support_link (item);
      nw_item_get_category (item);
      for (guint i = 0; i < item->n_options; i++)
        nw_item_get_option_text (item, i, "es");
    }
  exercise_response (begun);
  exercise_response (empty);
}

/* Walking */

static void
read_text (char *text)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  g_free (text);
}

static void
answer_item (NwScreening    *screening,
             NwResponseItem *item)
{
  const NwItem *definition = nw_response_item_get_item (item);

  read_text (nw_screening_dup_typed (screening, item));
  read_text (nw_screening_dup_other (screening, item));
  read_text (nw_screening_dup_problem (screening, item));
  if (!is_open (definition) || !nw_response_item_is_enabled (item))
    return;
  if (definition->n_options > 0)
    nw_screening_choose (screening, item, definition->n_options - 1, TRUE);
  else if (definition->type != NW_ITEM_BOOLEAN)
    nw_screening_type_answer (screening, item, "12");
}

static void
answer_page (NwScreening *screening)
{
  const NwItem *page = nw_screening_get_page (screening);
  g_autoptr (GPtrArray) items = nw_screening_get_page_items (screening, page);
  g_autoptr (GPtrArray) problems = NULL;

  if (items->len > 0)
    answer_item (screening, g_ptr_array_index (items, items->len - 1));
  if (items->len > 0 && nw_response_item_next (g_ptr_array_index (items, 0)) != NULL)
    answer_item (screening, nw_response_item_next (g_ptr_array_index (items, 0)));
  problems = nw_screening_get_problems (screening, page);
  g_assert_nonnull (problems);
}

/**
 * exercise_screening:
 * @screening: a screening, at its beginning or gone on with
 *
 * Goes through its first pages, answers there, takes back, and asks for the
 * result.
 */
void
exercise_screening (NwScreening *screening)
{
  for (int n = 0; n < 12; n++)
    {
      if (nw_screening_get_step (screening) == NW_SCREENING_QUESTIONS)
        answer_page (screening);
      if (!nw_screening_next (screening))
        break;
    }
  nw_screening_show_review (screening);
  nw_screening_show_result (screening);
  read_text (describe (nw_screening_get_response (screening)));
  while (nw_screening_can_undo (screening))
    nw_screening_undo (screening);
  if (nw_screening_can_redo (screening))
    nw_screening_redo (screening);
  read_text (nw_screening_write_draft (screening));
}
