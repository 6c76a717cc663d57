/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a QuestionnaireResponse into the instances of a form. */

#include "config.h"

#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"

#include <string.h>

/* A list of items in the document, and where they belong. */
typedef struct
{
  NwResponseItem *parent;
  guint answer;
  const NwJsonNode *list;
} Task;

typedef struct
{
  NwResponse *response;
  NwFindings *findings;
  GArray *tasks;
} Reader;

static void
warn (Reader *reader,
      const NwJsonNode *node,
      const char *problem)
{
  nw_findings_add (reader->findings, NW_SEVERITY_WARNING, node, "%s", problem);
}

static void
add_task (Reader *reader,
          NwResponseItem *parent,
          guint answer,
          const NwJsonNode *list)
{
  Task task = { parent, answer, list };

  if (list == NULL)
    return;
  if (nw_json_node_get_node_type (list) != NW_JSON_ARRAY)
    warn (reader, list, "not a list of items; expected an array");
  else if (parent->n_slots == 0 && nw_json_node_get_length (list) > 0)
    warn (reader, list, "items where the form has none; expected none");
  else if (parent->n_slots > 0)
    g_array_append_val (reader->tasks, task);
}

static void
keep_unknown (NwResponseItem *parent,
              guint answer,
              const NwJsonNode *node)
{
  NwSlot *slot = &parent->slots[answer];

  if (slot->unknown == NULL)
    slot->unknown = g_ptr_array_new ();
  g_ptr_array_add (slot->unknown, (gpointer) node);
}

/* Answers */

/* The value of an answer; NULL where there is none. */
static NwValue *
read_value (Reader *reader,
            const NwJsonNode *answer)
{
  const NwJsonNode *member = NULL;

  NW_JSON_FOREACH (answer, member)
    {
      const char *name = nw_json_node_get_name (member);
      const char *problem = NULL;
      NwValue *value = NULL;

      if (name == NULL || strncmp (name, "value", 5) != 0 || !g_ascii_isupper (name[5]))
        continue;
      /* FHIR has no empty texts: such an answer is none. */
      if (nw_json_node_get_node_type (member) == NW_JSON_NULL
          || g_strcmp0 (nw_json_node_get_string (member), "") == 0)
        {
          warn (reader, member, "empty, so not an answer; expected a value");
          continue;
        }
      value = nw_value_new_from_node (member, name + 5, reader->response->json, &problem);
      if (problem != NULL)
        warn (reader, member, problem);
      return value;
    }
  return NULL;
}

static void
note_modifier (Reader *reader,
               const NwJsonNode *node)
{
  const NwJsonNode *modifier = nw_json_node_get_member (node, "modifierExtension");

  if (modifier == NULL)
    return;
  reader->response->opaque = TRUE;
  warn (reader, modifier,
        "an extension that changes the meaning of this and is not known; expected none");
}

/* The items in an answer without a value: there is a place for them where it is
 * the only one. */
static void
read_valueless (Reader *reader,
                NwResponseItem *item,
                const NwJsonNode *answer)
{
  const NwJsonNode *inner = nw_json_node_get_member (answer, "item");

  if (inner == NULL)
    return;
  if (item->n_answers > 0)
    warn (reader, answer, "an answer without a value; expected one");
  else
    add_task (reader, item, 0, inner);
}

static void
read_answers (Reader *reader,
              NwResponseItem *item,
              const NwJsonNode *answers)
{
  g_autoptr (GArray) slots = NULL;
  const NwJsonNode *answer = NULL;
  guint n = item->n_answers;

  if (nw_json_node_get_node_type (answers) != NW_JSON_ARRAY)
    {
      warn (reader, answers, "not a list of answers; expected an array");
      return;
    }
  if (!nw_item_is_question (item->item))
    {
      warn (reader, answers, "an answer where nothing is asked; expected none");
      return;
    }
  slots = g_array_new (FALSE, FALSE, sizeof (NwSlot));
  NW_JSON_FOREACH (answers, answer)
    {
      NwSlot slot = { .value = read_value (reader, answer), .node = answer };

      note_modifier (reader, answer);
      if (slot.value != NULL)
        g_array_append_val (slots, slot);
      else
        read_valueless (reader, item, answer);
    }
  if (slots->len == 0)
    return;
  nw_response_item_resize (reader->response, item, n + slots->len);
  nw_response_build (reader->response, item, FALSE);
  for (guint i = 0; i < slots->len; i++)
    {
      const NwSlot *slot = &g_array_index (slots, NwSlot, i);

      item->slots[n + i].value = slot->value;
      item->slots[n + i].node = slot->node;
      add_task (reader, item, n + i, nw_json_node_get_member (slot->node, "item"));
    }
}

/* Items */

/* The instance for an item of the document: the one that is there already, or
 * another repetition. */
static NwResponseItem *
take_instance (Reader *reader,
               const Task *task,
               const NwItem *item,
               const NwJsonNode *node)
{
  NwResponseItem **last = NULL;
  NwResponseItem *head = task->parent->slots[task->answer].children[item->ordinal];
  NwResponseItem *added = NULL;

  if (head->node == NULL)
    return head;
  if (nw_item_is_question (item) || item->type == NW_ITEM_DISPLAY)
    {
      warn (reader, node, "the same question again, whose answers are added; expected one item"
                          " with all answers");
      return head;
    }
  if (!item->repeats)
    warn (reader, node, "a group again that does not repeat; expected it once");
  added = nw_response_item_new (item, task->parent, task->answer);
  /* The last repetition is remembered in the first, so that a long list takes
   * no longer for each. */
  last = head->next_dirty != NULL ? &head->next_dirty : &head;
  (*last)->next_repetition = added;
  task->parent->slots[task->answer].children[item->ordinal]->next_dirty = added;
  nw_response_build (reader->response, added, FALSE);
  return added;
}

static const NwItem *
find_item (Reader *reader,
           const Task *task,
           const NwJsonNode *node)
{
  const char *link_id = nw_json_node_get_string (nw_json_node_get_member (node, "linkId"));
  const NwItem *item = NULL;

  if (link_id == NULL)
    {
      warn (reader, node, "an item without a linkId; expected one");
      return NULL;
    }
  item = nw_questionnaire_find (reader->response->questionnaire, link_id);
  if (item == NULL)
    {
      nw_findings_add (reader->findings, NW_SEVERITY_WARNING, node,
                       "the form has no item “%s”; expected one of its own", link_id);
      return NULL;
    }
  if (item->parent != task->parent->item)
    {
      nw_findings_add (reader->findings, NW_SEVERITY_WARNING, node,
                       "“%s” is elsewhere in the form; expected it in “%s”", link_id,
                       item->parent != NULL ? item->parent->link_id : "/");
      return NULL;
    }
  return item;
}

static void
read_item (Reader *reader,
           const Task *task,
           const NwJsonNode *node)
{
  const NwItem *definition = find_item (reader, task, node);
  const NwJsonNode *answers = nw_json_node_get_member (node, "answer");
  const NwJsonNode *inner = nw_json_node_get_member (node, "item");
  NwResponseItem *item = NULL;

  if (definition == NULL)
    {
      keep_unknown (task->parent, task->answer, node);
      return;
    }
  item = take_instance (reader, task, definition, node);
  if (item->node == NULL)
    item->node = node;
  note_modifier (reader, node);
  /* An outcome has its level from the form; what a document says is shown by
   * its own reader. */
  if (answers != NULL && definition->outcome_level == NW_OUTCOME_NONE)
    read_answers (reader, item, answers);
  if (inner == NULL)
    return;
  if (nw_item_is_question (definition))
    warn (reader, inner, "items beside the answer; expected them in the answer");
  add_task (reader, item, 0, inner);
}

static void
clear_marks (NwResponse *self)
{
  for (NwResponseItem *item = nw_response_item_next (self->root); item != NULL;
       item = nw_response_item_next (item))
    item->next_dirty = NULL;
}

static void
read_items (NwResponse *self,
            NwFindings *findings)
{
  Reader reader = { self, findings, g_array_new (FALSE, FALSE, sizeof (Task)) };

  note_modifier (&reader, nw_json_get_root (self->json));
  add_task (&reader, self->root, 0,
            nw_json_node_get_member (nw_json_get_root (self->json), "item"));
  for (guint i = 0; i < reader.tasks->len; i++)
    {
      Task task = g_array_index (reader.tasks, Task, i);
      const NwJsonNode *node = NULL;

      NW_JSON_FOREACH (task.list, node)
        read_item (&reader, &task, node);
    }
  g_array_unref (reader.tasks);
  clear_marks (self);
}

static void
check_questionnaire (NwResponse *self,
                     const NwJsonNode *root,
                     NwFindings *findings)
{
  const NwJsonNode *node = nw_json_node_get_member (root, "questionnaire");
  const char *name = nw_json_node_get_string (node);
  g_autofree char *canonical = nw_questionnaire_dup_canonical (self->questionnaire);
  gsize length = 0;

  if (name == NULL || canonical == NULL || strcmp (name, canonical) == 0)
    return;
  length = strcspn (canonical, "|");
  if (strncmp (name, canonical, length) != 0 || (name[length] != '\0' && name[length] != '|'))
    nw_findings_add (findings, NW_SEVERITY_WARNING, node,
                     "answers to another form; expected “%s”", canonical);
  else if (name[length] == '|')
    nw_findings_add (findings, NW_SEVERITY_WARNING, node,
                     "answers to another version of the form; expected “%s”", canonical);
}

/**
 * nw_response_read: (skip)
 * @self: a response that is built, with the document to be read
 * @findings: takes what is wrong
 *
 * Reads all answers of a document.
 *
 * Returns: whether it is a QuestionnaireResponse
 */
gboolean
nw_response_read (NwResponse *self,
                  NwFindings *findings)
{
  const NwJsonNode *root = nw_json_get_root (self->json);
  const NwJsonNode *type = nw_json_node_get_member (root, "resourceType");

  if (g_strcmp0 (nw_json_node_get_string (type), "QuestionnaireResponse") != 0)
    {
      nw_findings_add (findings, NW_SEVERITY_ERROR, type != NULL ? type : root,
                       "not a QuestionnaireResponse; expected an object with the resourceType"
                       " “QuestionnaireResponse”");
      return FALSE;
    }
  check_questionnaire (self, root, findings);
  read_items (self, findings);
  return TRUE;
}
