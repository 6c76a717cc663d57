/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proves by trying all combinations of answers that a form's outcomes are cautious. */

#include "config.h"

#include "model/questionnaire/nw-proof.h"

#include "model/questionnaire/nw-proof-private.h"
#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"

#include <string.h>

/* The rules that a cautious form keeps:
 *
 * - once nothing required is missing, there is an outcome;
 * - the outcome that reassures is never enabled beside another,
 * - nor while a question is open on which an outcome depends,
 * - and it needs all of its conditions.
 *
 * Questions are tried in the order in which they depend on each other. One that
 * is not enabled is not tried: its answers make no difference. Of answers that no
 * rule can tell apart, one is tried. So a form of a dozen questions needs about
 * a million combinations where there would be more than any machine can try. */

#define MAX_TRIED 2000000
#define MAX_PRINTED 20

typedef struct
{
  NwResponseItem *item;
  GArray *candidates; /* of NwCandidate */
  guint chosen;
  guint n_open;       /* how many candidates are to be tried now */
} Question;

typedef struct
{
  NwProof *proof;
  NwResponse *response;
  GPtrArray *outcomes; /* instances */
  GArray *questions;   /* of Question, sources before what depends on them */
} Prover;

static void
clear_question (gpointer data)
{
  Question *question = data;

  g_array_unref (question->candidates);
}

static Question *
get_question (Prover *self,
              guint index)
{
  return &g_array_index (self->questions, Question, index);
}

static const NwCandidate *
get_chosen (const Question *question)
{
  return &g_array_index (question->candidates, NwCandidate, question->chosen);
}

/* One combination */

static char *
describe_answers (Prover *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = get_question (self, i);
      const NwCandidate *candidate = get_chosen (question);

      if (!question->item->enabled)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              question->item->item->link_id);
      if (candidate->n_values == 0)
        g_string_append (text, " not answered");
      for (guint j = 0; j < candidate->n_values; j++)
        {
          const NwValue *value = candidate->values[j];
          g_autofree char *label = nw_value_dup_label (value);

          g_string_append_printf (text, "%s%s", j == 0 ? " = " : " and ",
                                  nw_value_get_code (value) != NULL ? nw_value_get_code (value)
                                                                    : label);
        }
    }
  return g_string_free (text, FALSE);
}

static void
note_violation (Prover *self,
                const char *problem)
{
  g_autofree char *answers = NULL;

  if (self->proof->n_violations++ >= MAX_PRINTED)
    return;
  answers = describe_answers (self);
  g_ptr_array_add (self->proof->violations, g_strdup_printf ("%s: %s", problem, answers));
}

static void
check_combination (Prover *self)
{
  NwOutcomeLevel highest = NW_OUTCOME_NONE;
  gboolean reassures = FALSE;
  gboolean open = FALSE;
  gboolean missing = FALSE;
  gboolean valid = TRUE;

  for (guint i = 0; i < self->outcomes->len; i++)
    {
      NwResponseItem *item = g_ptr_array_index (self->outcomes, i);

      if (!item->enabled)
        continue;
      highest = MAX (highest, item->item->outcome_level);
      reassures = reassures || item->item->outcome_level == NW_OUTCOME_NOTHING_FOUND;
    }
  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = get_question (self, i);

      if (!question->item->enabled)
        continue;
      valid = valid && get_chosen (question)->valid;
      if (get_chosen (question)->n_values > 0)
        continue;
      open = TRUE;
      missing = missing || question->item->item->required;
    }
  if (reassures && highest > NW_OUTCOME_NOTHING_FOUND)
    note_violation (self, "nothing-found beside a warning");
  if (reassures && open)
    note_violation (self, "nothing-found although a question is open");
  if (highest == NW_OUTCOME_NONE && valid && !missing)
    note_violation (self, "no outcome");
}

/* All combinations */

/* Opens the candidates of a question: all, or none of them but the first, which
 * is no answer, where the question is not enabled. */
static void
open_question (Prover *self,
               guint index)
{
  Question *question = get_question (self, index);

  question->n_open = question->item->enabled || question->item->item->in_loop
                     ? question->candidates->len : 1;
  question->chosen = 0;
  nw_response_set_answers (self->response, question->item, NULL, 0);
}

/* Chooses the next combination; FALSE behind the last. */
static gboolean
advance (Prover *self)
{
  for (guint i = self->questions->len; i > 0; i--)
    {
      Question *question = get_question (self, i - 1);
      const NwCandidate *candidate = NULL;

      if (question->chosen + 1 >= question->n_open)
        continue;
      question->chosen++;
      candidate = get_chosen (question);
      nw_response_set_answers (self->response, question->item,
                               candidate->values, candidate->n_values);
      for (guint j = i; j < self->questions->len; j++)
        open_question (self, j);
      return TRUE;
    }
  return FALSE;
}

static double
count_covered (Prover *self)
{
  double n = 1;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = get_question (self, i);

      if (question->n_open > 1)
        n *= get_chosen (question)->weight;
    }
  return n;
}

/* FALSE where there are too many. */
static gboolean
try_all (Prover *self)
{
  self->proof->n_tried = 0;
  self->proof->n_covered = 0;
  self->proof->n_violations = 0;
  g_ptr_array_set_size (self->proof->violations, 0);
  for (guint i = 0; i < self->questions->len; i++)
    open_question (self, i);
  do
    {
      if (self->proof->n_tried == MAX_TRIED)
        return FALSE;
      self->proof->n_tried++;
      self->proof->n_covered += count_covered (self);
      check_combination (self);
    }
  while (advance (self));
  return TRUE;
}

/* The questions and their answers */

static void
sort_question (GPtrArray *items,
               NwResponseItem *item)
{
  guint i = items->len;

  while (i > 0
         && ((NwResponseItem *) g_ptr_array_index (items, i - 1))->item->rank > item->item->rank)
    i--;
  g_ptr_array_insert (items, (int) i, item);
}

static void
list_questions (Prover *self,
                gboolean pairs)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  NwResponseItem *item = nw_response_item_next (self->response->root);

  g_array_set_size (self->questions, 0);
  g_ptr_array_set_size (self->outcomes, 0);
  g_ptr_array_set_size (self->proof->left_out, 0);
  for (; item != NULL; item = nw_response_item_next (item))
    {
      if (item->item->outcome_level != NW_OUTCOME_NONE)
        g_ptr_array_add (self->outcomes, item);
      else if (nw_item_is_question (item->item))
        sort_question (items, item);
      if (item->item->type == NW_ITEM_GROUP && item->item->repeats)
        g_ptr_array_add (self->proof->left_out,
                         g_strdup_printf ("repetitions of “%s”", item->item->link_id));
    }
  for (guint i = 0; i < items->len; i++)
    {
      Question question = { .item = g_ptr_array_index (items, i) };

      question.candidates = nw_proof_list_candidates (self->response, question.item, pairs,
                                                      self->proof->left_out);
      g_array_append_val (self->questions, question);
    }
}

/* Leaves all but two answers of the question out that has most. */
static gboolean
drop_answers (Prover *self)
{
  Question *largest = NULL;

  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = get_question (self, i);

      if (question->candidates->len > 2
          && (largest == NULL || question->candidates->len > largest->candidates->len))
        largest = question;
    }
  if (largest == NULL)
    return FALSE;
  g_array_set_size (largest->candidates, 2);
  g_ptr_array_add (self->proof->left_out,
                   g_strdup_printf ("all but two answers to “%s”, since there are too many"
                                    " combinations", largest->item->item->link_id));
  return TRUE;
}

static gboolean
is_always_there (const NwItem *item)
{
  for (; item != NULL; item = item->parent)
    if (item->n_enable_when > 0 || item->rule_unknown)
      return FALSE;
  return TRUE;
}

/* Whether it is known beforehand that there are too many: those of the questions
 * that are always there alone, or far too many of all. */
static gboolean
is_hopeless (Prover *self)
{
  double least = 1;
  double most = 1;

  for (guint i = 0; i < self->questions->len; i++)
    {
      const Question *question = get_question (self, i);

      most *= question->candidates->len;
      if (is_always_there (question->item->item))
        least *= question->candidates->len;
    }
  return least > MAX_TRIED || most > (double) MAX_TRIED * 1000;
}

static void
prove (Prover *self)
{
  gboolean pairs = TRUE;

  list_questions (self, pairs);
  while (is_hopeless (self) || !try_all (self))
    {
      if (pairs)
        {
          pairs = FALSE;
          list_questions (self, FALSE);
        }
      else if (!drop_answers (self))
        {
          g_ptr_array_add (self->proof->left_out,
                           g_strdup_printf ("all combinations behind the first %d", MAX_TRIED));
          return;
        }
    }
}

static void
check_rules (NwProof *self,
             NwQuestionnaire *form)
{
  for (guint i = 0; i < form->n_items; i++)
    {
      const NwItem *item = &form->items[i];

      if (item->outcome_level != NW_OUTCOME_NOTHING_FOUND
          || item->n_enable_when == 1 || (item->n_enable_when > 1 && item->enable_all))
        continue;
      self->n_violations++;
      g_ptr_array_add (self->violations,
                       g_strdup_printf ("“%s” reassures without all of several conditions",
                                        item->link_id));
    }
}

/* Questions that have no part in the outcome, but hold it up where required. */
static void
list_others (NwProof *self,
             NwQuestionnaire *form,
             NwQuestionnaire *reduced)
{
  for (guint i = 0; i < form->n_items; i++)
    if (nw_item_is_question (&form->items[i])
        && nw_questionnaire_find (reduced, form->items[i].link_id) == NULL)
      g_ptr_array_add (self->left_out,
                       g_strdup_printf ("“%s”, on which no outcome depends",
                                        form->items[i].link_id));
}

/**
 * nw_proof_new:
 * @form: a form
 * @error: return location for an error
 *
 * Tries all combinations of the answers on which the outcomes of a form depend:
 * each option, none, and for lists each option and each pair; for other types
 * the values that rules compare with and those beside them. Where there are too
 * many, tells what was left out.
 *
 * Returns: (transfer full): what came of it, or %NULL with an error
 */
NwProof *
nw_proof_new (NwQuestionnaire *form,
              GError **error)
{
  g_autoptr (NwProof) proof = NULL;
  g_autoptr (NwQuestionnaire) reduced = NULL;
  Prover prover = { NULL };

  g_return_val_if_fail (form != NULL, NULL);

  proof = g_new0 (NwProof, 1);
  proof->violations = g_ptr_array_new_with_free_func (g_free);
  proof->left_out = g_ptr_array_new_with_free_func (g_free);
  if (!form->has_outcome)
    return g_steal_pointer (&proof);
  reduced = nw_proof_reduce_form (form, error);
  if (reduced == NULL)
    return NULL;
  prover.proof = proof;
  prover.response = nw_response_new_empty (reduced);
  prover.outcomes = g_ptr_array_new ();
  prover.questions = g_array_new (FALSE, FALSE, sizeof (Question));
  g_array_set_clear_func (prover.questions, clear_question);
  prove (&prover);
  proof->n_questions = prover.questions->len;
  check_rules (proof, form);
  list_others (proof, form, reduced);
  g_array_unref (prover.questions);
  g_ptr_array_unref (prover.outcomes);
  g_object_unref (prover.response);
  return g_steal_pointer (&proof);
}

/**
 * nw_proof_free:
 * @self: (transfer full): a proof
 *
 * Frees a proof.
 */
void
nw_proof_free (NwProof *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->violations);
  g_ptr_array_unref (self->left_out);
  g_free (self);
}
