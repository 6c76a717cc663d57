/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a plan holds, as plain values that can be copied, read and written. */

#include "config.h"

#include "model/plan/nw-plan-data.h"

#include "model/base/nw-json-read.h"
#include "model/base/nw-json-writer.h"
#include "model/plan/nw-time.h"

typedef enum
{
  GROUP_ROOT,
  GROUP_LICENCE,
  GROUP_INSURANCE,
} Group;

/* Where each text stands in the document. */
static const struct
{
  Group       group;
  const char *member;
} text_members[NW_N_PLAN_TEXTS] = {
  [NW_PLAN_COUNTRY] = { GROUP_ROOT, "country" },
  [NW_PLAN_REGION] = { GROUP_ROOT, "region" },
  [NW_PLAN_REGISTER_ID] = { GROUP_LICENCE, "register" },
  [NW_PLAN_PRACTITIONER] = { GROUP_LICENCE, "practitioner" },
  [NW_PLAN_NUMBER] = { GROUP_LICENCE, "number" },
  [NW_PLAN_CHECKED_BY] = { GROUP_LICENCE, "checkedBy" },
  [NW_PLAN_LICENCE_NOTE] = { GROUP_LICENCE, "note" },
  [NW_PLAN_SPOKE_TO] = { GROUP_INSURANCE, "spokeTo" },
  [NW_PLAN_REFERENCE] = { GROUP_INSURANCE, "reference" },
  [NW_PLAN_INSURANCE_NOTE] = { GROUP_INSURANCE, "note" },
};

static const struct
{
  Group       group;
  const char *member;
} check_members[NW_N_CHECKS] = {
  [NW_CHECK_LICENCE] = { GROUP_LICENCE, "licence" },
  [NW_CHECK_INSURANCE] = { GROUP_INSURANCE, "insurance" },
};

static const char *const results[] = { "none", "active", "conditions", "not-found", NULL };

/* Life */

NwOwnQuestion *
nw_own_question_new (const char *id,
                     const char *text)
{
  NwOwnQuestion *self = g_new0 (NwOwnQuestion, 1);

  self->id = g_strdup (id);
  self->text = g_strdup (text);
  return self;
}

void
nw_own_question_free (NwOwnQuestion *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self);
}

NwPlanData *
nw_plan_data_new (void)
{
  NwPlanData *self = g_new0 (NwPlanData, 1);

  self->calendar_id = g_strdup ("");
  self->due_days = NW_PLAN_DUE_DAYS;
  for (int i = 0; i < NW_N_PLAN_TEXTS; i++)
    self->texts[i] = g_strdup ("");
  for (int i = 0; i < NW_N_CHECKS; i++)
    self->done_on[i] = g_strdup ("");
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ticked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->own_questions = g_ptr_array_new_with_free_func ((GDestroyNotify) nw_own_question_free);
  return self;
}

void
nw_plan_data_free (NwPlanData *self)
{
  g_free (self->calendar_id);
  g_clear_pointer (&self->appointment, g_date_time_unref);
  for (int i = 0; i < NW_N_PLAN_TEXTS; i++)
    g_free (self->texts[i]);
  for (int i = 0; i < NW_N_CHECKS; i++)
    g_free (self->done_on[i]);
  g_hash_table_unref (self->answers);
  g_hash_table_unref (self->ticked);
  g_ptr_array_unref (self->own_questions);
  g_free (self);
}

static void
replace_text (char       **text,
              const char  *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

NwPlanData *
nw_plan_data_copy (const NwPlanData *self)
{
  NwPlanData *copy = nw_plan_data_new ();
  GHashTableIter iter;
  gpointer id;
  gpointer value;

  replace_text (&copy->calendar_id, self->calendar_id);
  if (self->appointment != NULL)
    copy->appointment = g_date_time_ref (self->appointment);
  copy->due_days = self->due_days;
  copy->result = self->result;
  for (int i = 0; i < NW_N_PLAN_TEXTS; i++)
    replace_text (&copy->texts[i], self->texts[i]);
  for (int i = 0; i < NW_N_CHECKS; i++)
    {
      replace_text (&copy->done_on[i], self->done_on[i]);
      copy->put_off_until[i] = self->put_off_until[i];
    }

  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &id, &value))
    g_hash_table_insert (copy->answers, g_strdup (id), g_strdup (value));
  g_hash_table_iter_init (&iter, self->ticked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (copy->ticked, g_strdup (id));
  for (guint i = 0; i < self->own_questions->len; i++)
    {
      NwOwnQuestion *question = g_ptr_array_index (self->own_questions, i);

      g_ptr_array_add (copy->own_questions, nw_own_question_new (question->id, question->text));
    }
  return copy;
}

gboolean
nw_plan_data_equal (const NwPlanData *self,
                    const NwPlanData *other)
{
  g_autofree char *text = nw_plan_data_write (self);
  g_autofree char *other_text = nw_plan_data_write (other);

  return g_str_equal (text, other_text);
}

/* Writing */

static void
add_text (NwJsonWriter *writer,
          const char   *member,
          const char   *value)
{
  if (*value != '\0')
    nw_json_writer_add_string (writer, member, value);
}

static void
write_texts (const NwPlanData *self,
             NwJsonWriter     *writer,
             Group             group)
{
  for (int i = 0; i < NW_N_PLAN_TEXTS; i++)
    if (text_members[i].group == group)
      add_text (writer, text_members[i].member, self->texts[i]);
}

static void
write_check (const NwPlanData *self,
             NwJsonWriter     *writer,
             NwCheck           check)
{
  write_texts (self, writer, check_members[check].group);
  add_text (writer, "doneOn", self->done_on[check]);
  if (self->put_off_until[check] > 0)
    nw_json_writer_add_int (writer, "putOffUntil", self->put_off_until[check]);
}

/* In order, so that the same plan gives the same text. */
static GList *
get_sorted_keys (GHashTable *table)
{
  return g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) g_strcmp0);
}

static void
write_answers (const NwPlanData *self,
               NwJsonWriter     *writer)
{
  g_autoptr (GList) ids = get_sorted_keys (self->answers);

  nw_json_writer_begin_object (writer, "answers");
  for (GList *l = ids; l != NULL; l = l->next)
    nw_json_writer_add_string (writer, l->data, g_hash_table_lookup (self->answers, l->data));
  nw_json_writer_end_object (writer);
}

static void
write_questions (const NwPlanData *self,
                 NwJsonWriter     *writer)
{
  g_autoptr (GList) ids = get_sorted_keys (self->ticked);

  nw_json_writer_begin_object (writer, "questions");
  nw_json_writer_begin_array (writer, "ticked");
  for (GList *l = ids; l != NULL; l = l->next)
    nw_json_writer_add_string (writer, NULL, l->data);
  nw_json_writer_end_array (writer);
  nw_json_writer_begin_array (writer, "own");
  for (guint i = 0; i < self->own_questions->len; i++)
    {
      NwOwnQuestion *question = g_ptr_array_index (self->own_questions, i);

      nw_json_writer_begin_object (writer, NULL);
      nw_json_writer_add_string (writer, "id", question->id);
      nw_json_writer_add_string (writer, "text", question->text);
      nw_json_writer_end_object (writer);
    }
  nw_json_writer_end_array (writer);
  nw_json_writer_end_object (writer);
}

/**
 * nw_plan_data_write:
 * @self: what a plan holds
 *
 * Returns: (transfer full): the document as JSON text
 */
char *
nw_plan_data_write (const NwPlanData *self)
{
  NwJsonWriter *writer = nw_json_writer_new (TRUE);
  g_autofree char *text = NULL;

  nw_json_writer_begin_object (writer, NULL);
  nw_json_writer_add_int (writer, "format", NW_PLAN_FORMAT);
  add_text (writer, "calendarId", self->calendar_id);
  write_texts (self, writer, GROUP_ROOT);
  if (self->appointment != NULL)
    {
      g_autofree char *at = g_date_time_format (self->appointment, "%Y-%m-%dT%H:%M");
      g_autofree char *zone = nw_time_dup_zone (self->appointment);

      nw_json_writer_begin_object (writer, "appointment");
      nw_json_writer_add_string (writer, "at", at);
      nw_json_writer_add_string (writer, "zone", zone);
      nw_json_writer_end_object (writer);
    }
  nw_json_writer_add_int (writer, "dueDays", self->due_days);

  nw_json_writer_begin_object (writer, "licence");
  nw_json_writer_add_string (writer, "result", results[self->result]);
  write_check (self, writer, NW_CHECK_LICENCE);
  nw_json_writer_end_object (writer);

  nw_json_writer_begin_object (writer, "insurance");
  write_check (self, writer, NW_CHECK_INSURANCE);
  write_answers (self, writer);
  nw_json_writer_end_object (writer);

  write_questions (self, writer);
  nw_json_writer_end_object (writer);

  text = nw_json_writer_free_to_text (writer);
  return g_strconcat (text, "\n", NULL);
}

/* Reading. Members that are not known are passed over: a newer version may
 * have written them. */

static void
read_text (char             **text,
           const NwJsonNode  *object,
           const char        *member,
           NwFindings        *findings)
{
  const char *value = nw_json_read_string (object, member, NW_JSON_OPTIONAL, findings);

  if (value != NULL && g_utf8_strlen (value, -1) > NW_PLAN_MAX_TEXT)
    nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (object, member),
                     "a very long text; expected at most %d characters", NW_PLAN_MAX_TEXT);
  else if (value != NULL)
    replace_text (text, value);
}

static void
read_appointment (NwPlanData       *self,
                  const NwJsonNode *root,
                  NwFindings       *findings)
{
  const NwJsonNode *object = nw_json_read_object (root, "appointment", NW_JSON_OPTIONAL, findings);
  const char *at;
  const char *zone;

  if (object == NULL)
    return;

  at = nw_json_read_string (object, "at", NW_JSON_REQUIRED, findings);
  zone = nw_json_read_string (object, "zone", NW_JSON_REQUIRED, findings);
  if (at == NULL || zone == NULL)
    return;

  self->appointment = nw_time_new_from_text (at, zone);
  if (self->appointment == NULL)
    nw_findings_add (findings, NW_SEVERITY_ERROR, object,
                     "“%s” in “%s”; expected YYYY-MM-DDTHH:MM in a time zone", at, zone);
}

static void
read_check (NwPlanData       *self,
            const NwJsonNode *root,
            NwCheck           check,
            NwFindings       *findings)
{
  const NwJsonNode *object = nw_json_read_object (root, check_members[check].member,
                                                  NW_JSON_OPTIONAL, findings);
  const NwJsonNode *answers;
  const NwJsonNode *answer;
  const char *date;

  if (object == NULL)
    return;

  for (int i = 0; i < NW_N_PLAN_TEXTS; i++)
    if (text_members[i].group == check_members[check].group)
      read_text (&self->texts[i], object, text_members[i].member, findings);
  date = nw_json_read_date (object, "doneOn", NW_JSON_OPTIONAL, findings);
  if (date != NULL)
    replace_text (&self->done_on[check], date);
  nw_json_read_int (object, "putOffUntil", NW_JSON_OPTIONAL, 0, G_MAXINT32 * G_GINT64_CONSTANT (64),
                    &self->put_off_until[check], findings);

  if (check == NW_CHECK_LICENCE)
    {
      int result = nw_json_read_choice (object, "result", NW_JSON_OPTIONAL, results, findings);

      self->result = result >= 0 ? (NwLicenceResult) result : NW_LICENCE_NONE;
      return;
    }

  answers = nw_json_read_object (object, "answers", NW_JSON_OPTIONAL, findings);
  NW_JSON_FOREACH (answers, answer)
    if (nw_json_expect (answer, NW_JSON_STRING, findings)
        && nw_json_node_get_length (answer) <= NW_PLAN_MAX_TEXT * 4
        && g_hash_table_size (self->answers) < NW_PLAN_MAX_QUESTIONS)
      g_hash_table_insert (self->answers,
                           g_strdup (nw_json_node_get_name (answer)),
                           g_strdup (nw_json_node_get_string (answer)));
}

static void
read_questions (NwPlanData       *self,
                const NwJsonNode *root,
                NwFindings       *findings)
{
  const NwJsonNode *object = nw_json_read_object (root, "questions", NW_JSON_OPTIONAL, findings);
  g_auto (GStrv) ticked = NULL;
  const NwJsonNode *own;

  if (object == NULL)
    return;

  ticked = nw_json_read_strings (object, "ticked", NW_JSON_OPTIONAL, findings);
  for (gsize i = 0; ticked[i] != NULL; i++)
    g_hash_table_add (self->ticked, g_strdup (ticked[i]));

  NW_JSON_FOREACH (nw_json_read_array (object, "own", NW_JSON_OPTIONAL, findings), own)
    {
      g_autofree char *id = g_strdup ("");
      g_autofree char *text = g_strdup ("");

      if (!nw_json_expect (own, NW_JSON_OBJECT, findings))
        continue;
      read_text (&id, own, "id", findings);
      read_text (&text, own, "text", findings);
      if (*id != '\0' && *text != '\0' && self->own_questions->len < NW_PLAN_MAX_QUESTIONS)
        g_ptr_array_add (self->own_questions, nw_own_question_new (id, text));
    }
}

/**
 * nw_plan_data_read:
 * @root: a document’s root, an object
 * @error: return location for an error
 *
 * Returns: (transfer full): what it says, or %NULL where it makes no sense
 */
NwPlanData *
nw_plan_data_read (const NwJsonNode  *root,
                   GError           **error)
{
  g_autoptr (NwPlanData) self = nw_plan_data_new ();
  g_autoptr (NwFindings) findings = nw_findings_new ("plan.json");
  gint64 due_days = self->due_days;

  for (int i = 0; i < NW_N_PLAN_TEXTS; i++)
    if (text_members[i].group == GROUP_ROOT)
      read_text (&self->texts[i], root, text_members[i].member, findings);
  read_text (&self->calendar_id, root, "calendarId", findings);
  read_appointment (self, root, findings);
  nw_json_read_int (root, "dueDays", NW_JSON_OPTIONAL, 1, NW_PLAN_MAX_DUE_DAYS, &due_days, findings);
  self->due_days = (int) due_days;
  for (int i = 0; i < NW_N_CHECKS; i++)
    read_check (self, root, i, findings);
  read_questions (self, root, findings);

  if (nw_findings_has_errors (findings))
    {
      g_propagate_error (error, nw_findings_to_error (findings));
      return NULL;
    }
  return g_steal_pointer (&self);
}
