/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan records of the licence, the insurance and the questions. */

#include "config.h"

#include "model/plan/nw-plan.h"

#include "model/plan/nw-plan-private.h"

/* What is beyond the limit is cut off. */
static void
replace_text (char       **text,
              const char  *value)
{
  char *old = *text;

  *text = g_utf8_strlen (value, -1) > NW_PLAN_MAX_TEXT
            ? g_utf8_substring (value, 0, NW_PLAN_MAX_TEXT)
            : g_strdup (value);
  g_free (old);
}

/**
 * nw_plan_get_text:
 * @self: a plan
 * @text: which text
 *
 * Returns: the text; empty where there is none
 */
const char *
nw_plan_get_text (NwPlan     *self,
                  NwPlanText  text)
{
  g_return_val_if_fail (NW_IS_PLAN (self), "");
  g_return_val_if_fail (text < NW_N_PLAN_TEXTS, "");

  return self->data->texts[text];
}

/**
 * nw_plan_set_text:
 * @self: a plan
 * @text: which text
 * @value: what it says; what is beyond the limit is cut off
 *
 * Sets a text. Another country has other regions and registers, so these are
 * forgotten with it.
 */
void
nw_plan_set_text (NwPlan     *self,
                  NwPlanText  text,
                  const char *value)
{
  g_autofree char *edit = NULL;

  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (text < NW_N_PLAN_TEXTS);
  g_return_if_fail (value != NULL);

  if (g_str_equal (self->data->texts[text], value))
    return;

  if (text == NW_PLAN_COUNTRY)
    {
      nw_plan_set_where (self, value, "");
      return;
    }

  edit = g_strdup_printf ("text-%d", text);
  nw_plan_begin_edit (self, edit);
  replace_text (&self->data->texts[text], value);
  nw_plan_end_edit (self);
}

/**
 * nw_plan_set_where:
 * @self: a plan
 * @country: a country’s two letters of ISO 3166-1
 * @region: the id of a part of it, or an empty text for none yet
 *
 * Sets both in one step of undo. What was chosen among the registers of
 * another country is forgotten with it.
 */
void
nw_plan_set_where (NwPlan     *self,
                   const char *country,
                   const char *region)
{
  char **texts;

  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (country != NULL);
  g_return_if_fail (region != NULL);

  if (g_str_equal (self->data->texts[NW_PLAN_COUNTRY], country)
      && g_str_equal (self->data->texts[NW_PLAN_REGION], region))
    return;

  nw_plan_begin_edit (self, NULL);
  texts = self->data->texts;
  if (!g_str_equal (texts[NW_PLAN_COUNTRY], country))
    replace_text (&texts[NW_PLAN_REGISTER_ID], "");
  replace_text (&texts[NW_PLAN_COUNTRY], country);
  replace_text (&texts[NW_PLAN_REGION], region);
  nw_plan_end_edit (self);
}

/**
 * nw_plan_get_result:
 * @self: a plan
 *
 * Returns: what looking up the practitioner came to
 */
NwLicenceResult
nw_plan_get_result (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), NW_LICENCE_NONE);

  return self->data->result;
}

/**
 * nw_plan_set_result:
 * @self: a plan
 * @result: what looking up the practitioner came to
 *
 * Sets the result. With one the check is done, today where there is no day
 * yet; without one it is not.
 */
void
nw_plan_set_result (NwPlan          *self,
                    NwLicenceResult  result)
{
  char **done_on;

  g_return_if_fail (NW_IS_PLAN (self));

  if (self->data->result == result)
    return;

  nw_plan_begin_edit (self, NULL);
  self->data->result = result;
  done_on = &self->data->done_on[NW_CHECK_LICENCE];
  if (result == NW_LICENCE_NONE || **done_on == '\0')
    {
      g_free (*done_on);
      *done_on = result == NW_LICENCE_NONE ? g_strdup ("") : nw_plan_dup_today (self);
    }
  nw_plan_end_edit (self);
}

/**
 * nw_plan_get_answer:
 * @self: a plan
 * @id: the id of one of the questions for the insurer
 *
 * Returns: the answer; empty where there is none
 */
const char *
nw_plan_get_answer (NwPlan     *self,
                    const char *id)
{
  const char *answer;

  g_return_val_if_fail (NW_IS_PLAN (self), "");
  g_return_val_if_fail (id != NULL, "");

  answer = g_hash_table_lookup (self->data->answers, id);
  return answer != NULL ? answer : "";
}

/**
 * nw_plan_set_answer:
 * @self: a plan
 * @id: the id of one of the questions for the insurer
 * @value: the answer; empty for none
 *
 * Sets what the insurer answered.
 */
void
nw_plan_set_answer (NwPlan     *self,
                    const char *id,
                    const char *value)
{
  g_autofree char *edit = NULL;

  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (value != NULL);

  if (g_str_equal (nw_plan_get_answer (self, id), value))
    return;

  edit = g_strconcat ("answer-", id, NULL);
  nw_plan_begin_edit (self, edit);
  if (*value == '\0')
    g_hash_table_remove (self->data->answers, id);
  else
    g_hash_table_replace (self->data->answers, g_strdup (id),
                          g_utf8_substring (value, 0, MIN (g_utf8_strlen (value, -1),
                                                           NW_PLAN_MAX_TEXT)));
  nw_plan_end_edit (self);
}

/**
 * nw_plan_count_answers:
 * @self: a plan
 *
 * Returns: how many of the questions for the insurer have an answer
 */
guint
nw_plan_count_answers (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), 0);

  return g_hash_table_size (self->data->answers);
}

/**
 * nw_plan_get_ticked:
 * @self: a plan
 * @id: the id of a question for the practitioner
 *
 * Returns: whether it is ticked
 */
gboolean
nw_plan_get_ticked (NwPlan     *self,
                    const char *id)
{
  g_return_val_if_fail (NW_IS_PLAN (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_hash_table_contains (self->data->ticked, id);
}

/**
 * nw_plan_set_ticked:
 * @self: a plan
 * @id: the id of a question for the practitioner
 * @ticked: whether it is ticked
 *
 * Ticks a question, or takes the tick away.
 */
void
nw_plan_set_ticked (NwPlan     *self,
                    const char *id,
                    gboolean    ticked)
{
  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (id != NULL);

  if (nw_plan_get_ticked (self, id) == !!ticked)
    return;

  nw_plan_begin_edit (self, NULL);
  if (ticked)
    g_hash_table_add (self->data->ticked, g_strdup (id));
  else
    g_hash_table_remove (self->data->ticked, id);
  nw_plan_end_edit (self);
}

/**
 * nw_plan_get_n_own_questions:
 * @self: a plan
 *
 * Returns: how many questions the person has added
 */
guint
nw_plan_get_n_own_questions (NwPlan *self)
{
  g_return_val_if_fail (NW_IS_PLAN (self), 0);

  return self->data->own_questions->len;
}

/**
 * nw_plan_get_own_question:
 * @self: a plan
 * @index: which of the added questions
 * @id: (out) (optional) (transfer none): its id
 *
 * Returns: what it says
 */
const char *
nw_plan_get_own_question (NwPlan      *self,
                          guint        index,
                          const char **id)
{
  NwOwnQuestion *question;

  g_return_val_if_fail (NW_IS_PLAN (self), NULL);
  g_return_val_if_fail (index < self->data->own_questions->len, NULL);

  question = g_ptr_array_index (self->data->own_questions, index);
  if (id != NULL)
    *id = question->id;
  return question->text;
}

/**
 * nw_plan_add_own_question:
 * @self: a plan
 * @text: a question for the practitioner
 *
 * Adds a question of the person’s own at the end. Blank ones, and more than
 * anybody asks, are passed over.
 */
void
nw_plan_add_own_question (NwPlan     *self,
                          const char *text)
{
  g_autofree char *stripped = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1),
                                                         NW_PLAN_MAX_TEXT)));
  if (*stripped == '\0' || self->data->own_questions->len >= NW_PLAN_MAX_QUESTIONS)
    return;

  nw_plan_begin_edit (self, NULL);
  id = g_uuid_string_random ();
  g_ptr_array_add (self->data->own_questions, nw_own_question_new (id, stripped));
  nw_plan_end_edit (self);
}

/**
 * nw_plan_remove_own_question:
 * @self: a plan
 * @id: the id of an added question
 *
 * Removes a question that the person has added, and its tick.
 */
void
nw_plan_remove_own_question (NwPlan     *self,
                             const char *id)
{
  GPtrArray *questions;

  g_return_if_fail (NW_IS_PLAN (self));
  g_return_if_fail (id != NULL);

  questions = self->data->own_questions;
  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (((NwOwnQuestion *) g_ptr_array_index (questions, i))->id, id))
      {
        g_autofree char *kept_id = g_strdup (id);

        nw_plan_begin_edit (self, NULL);
        g_ptr_array_remove_index (questions, i);
        g_hash_table_remove (self->data->ticked, kept_id);
        nw_plan_end_edit (self);
        return;
      }
}

/**
 * nw_plan_set_told:
 * @self: a plan
 * @advice: (nullable) (array zero-terminated=1): the ids of the advice that the
 *   screening gave, such as `advice.device`; %NULL where it gave none
 *
 * Takes over what the screening said, so that Prepare can ask about it. It is
 * an answer about health: it stays in memory, and is no edit that is kept.
 */
void
nw_plan_set_told (NwPlan             *self,
                  const char * const *advice)
{
  static const char * const none[] = { NULL };

  g_return_if_fail (NW_IS_PLAN (self));

  if (g_strv_equal (advice != NULL ? advice : none,
                    self->told != NULL ? (const char * const *) self->told : none))
    return;
  g_strfreev (self->told);
  self->told = g_strdupv ((char **) advice);
  g_signal_emit_by_name (self, "changed");
}

/**
 * nw_plan_is_told:
 * @self: a plan
 * @advice: a piece of advice without `advice.`, such as `device`: for a
 *   pacemaker, another implant that needs power, or not being sure of one
 *
 * Returns: whether the screening gave this advice
 */
gboolean
nw_plan_is_told (NwPlan     *self,
                 const char *advice)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (NW_IS_PLAN (self), FALSE);
  g_return_val_if_fail (advice != NULL, FALSE);

  id = g_strconcat ("advice.", advice, NULL);
  return self->told != NULL && g_strv_contains ((const char * const *) self->told, id);
}
