/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a QuestionnaireResponse: a draft that keeps everything, or a completed one. */

#include "config.h"

#include "model/base/nw-error.h"
#include "model/questionnaire/nw-outcome.h"
#include "model/questionnaire/nw-questionnaire-private.h"
#include "model/questionnaire/nw-response-private.h"

#include <string.h>

const NwJsonLimits nw_response_limits = {
  .max_bytes = NW_JSON_MAX_BYTES,
  .max_depth = 2 * NW_JSON_MAX_DEPTH + 2,
};

typedef struct
{
  NwResponse *response;
  NwJsonWriter *json;
  gboolean draft;
} Writer;

/* What is written */

static void
choose_items (Writer *self)
{
  g_autoptr (NwOutcome) outcome = nw_response_get_outcome (self->response);
  NwResponseItem *item = NULL;

  if (!self->draft)
    nw_response_mark_answered (self->response, TRUE);
  else
    {
      nw_response_unmark (self->response);
      for (item = nw_response_item_next (self->response->root); item != NULL;
           item = nw_response_item_next (item))
        if (nw_response_item_is_drafted (item))
          nw_response_item_keep (item);
      return;
    }
  /* The advice that was shown is needed to understand the outcome. */
  for (guint i = 0; outcome != NULL && i < outcome->advice->len; i++)
    nw_response_item_keep (g_ptr_array_index (outcome->advice, i));
  for (guint i = 0; outcome != NULL && i < outcome->also->len; i++)
    nw_response_item_keep (g_ptr_array_index (outcome->also, i));
}

static NwResponseItem *
find_kept (NwResponseItem *item)
{
  while (item != NULL && !item->kept)
    item = nw_response_item_get_next_sibling (item);
  return item;
}

/* Writing */

/* Copies what a document says and this does not interpret. */
static void
write_rest (Writer *self,
            const NwJsonNode *node,
            const char * const *known)
{
  const NwJsonNode *member = NULL;

  NW_JSON_FOREACH (node, member)
    {
      const char *name = nw_json_node_get_name (member);
      gboolean is_value = strncmp (name, "value", 5) == 0 && g_ascii_isupper (name[5]);

      if (!is_value && !g_strv_contains (known, name))
        nw_json_writer_add_node (self->json, name, member);
    }
}

/* Whether there is an array `item` in a slot. */
static gboolean
has_items (Writer *self,
           NwResponseItem *item,
           guint index)
{
  return find_kept (nw_response_item_get_first_child (item, index)) != NULL
         || (self->draft && index < item->n_slots && item->slots[index].unknown != NULL);
}

static gboolean
has_answers (Writer *self,
             NwResponseItem *item)
{
  return item->item != NULL && nw_item_is_question (item->item)
         && (item->n_answers > 0 || has_items (self, item, 0));
}

static void
open_item (Writer *self,
           NwResponseItem *item)
{
  static const char * const known[] = { "linkId", "definition", "text", "answer", "item", NULL };
  const NwItem *definition = item->item;

  nw_json_writer_begin_object (self->json, NULL);
  nw_json_writer_add_string (self->json, "linkId", definition->link_id);
  nw_json_writer_add_string (
    self->json, "definition",
    nw_json_node_get_string (nw_json_node_get_member (definition->node, "definition")));
  nw_json_writer_add_string (self->json, "text", definition->text);
  write_rest (self, item->node, known);
  if (has_answers (self, item))
    nw_json_writer_begin_array (self->json, "answer");
}

static void
close_item (Writer *self,
            NwResponseItem *item)
{
  if (has_answers (self, item))
    nw_json_writer_end_array (self->json);
  nw_json_writer_end_object (self->json);
}

static void
open_slot (Writer *self,
           NwResponseItem *item,
           guint index)
{
  static const char * const known[] = { "item", NULL };

  if (has_answers (self, item))
    {
      nw_json_writer_begin_object (self->json, NULL);
      if (item->slots[index].value != NULL)
        nw_value_write (item->slots[index].value, self->json, "value");
      write_rest (self, item->slots[index].node, known);
    }
  if (has_items (self, item, index))
    nw_json_writer_begin_array (self->json, "item");
}

static void
close_slot (Writer *self,
            NwResponseItem *item,
            guint index)
{
  if (has_items (self, item, index))
    {
      GPtrArray *unknown = self->draft ? item->slots[index].unknown : NULL;

      for (guint i = 0; unknown != NULL && i < unknown->len; i++)
        nw_json_writer_add_node (self->json, NULL, g_ptr_array_index (unknown, i));
      nw_json_writer_end_array (self->json);
    }
  if (has_answers (self, item))
    nw_json_writer_end_object (self->json);
}

/* Whether a slot of an item is the last, or there is none. */
static gboolean
is_last (Writer *self,
         NwResponseItem *item,
         guint index)
{
  return !has_answers (self, item) || index + 1 >= item->n_slots;
}

/* Goes through the tree by its own links: nothing recursive. */
static void
write_items (Writer *self)
{
  NwResponseItem *item = self->response->root;
  guint index = 0;

  open_slot (self, item, 0);
  for (;;)
    {
      NwResponseItem *next = find_kept (nw_response_item_get_first_child (item, index));

      while (next == NULL)
        {
          close_slot (self, item, index);
          if (item->parent == NULL)
            return;
          if (!is_last (self, item, index))
            {
              open_slot (self, item, ++index);
              next = find_kept (nw_response_item_get_first_child (item, index));
              continue;
            }
          close_item (self, item);
          next = find_kept (nw_response_item_get_next_sibling (item));
          index = item->answer;
          item = item->parent;
        }
      item = next;
      index = 0;
      open_item (self, item);
      open_slot (self, item, 0);
    }
}

static char *
write_response (NwResponse *self,
                const char *status,
                const char *authored,
                gboolean pretty)
{
  static const char * const known[] = {
    "resourceType", "language", "text", "questionnaire", "status", "authored", "item", NULL,
  };
  g_autofree char *canonical = nw_questionnaire_dup_canonical (self->questionnaire);
  const NwJsonNode *root = self->json != NULL ? nw_json_get_root (self->json) : NULL;
  Writer writer = { self, nw_json_writer_new (pretty), strcmp (status, "in-progress") == 0 };

  nw_json_writer_begin_object (writer.json, NULL);
  nw_json_writer_add_string (writer.json, "resourceType", "QuestionnaireResponse");
  write_rest (&writer, root, known);
  nw_json_writer_add_string (writer.json, "language",
                             nw_questionnaire_get_language (self->questionnaire));
  nw_json_writer_add_string (writer.json, "questionnaire", canonical);
  nw_json_writer_add_string (writer.json, "status", status);
  nw_json_writer_add_string (writer.json, "authored", authored);
  choose_items (&writer);
  write_items (&writer);
  nw_json_writer_end_object (writer.json);
  return nw_json_writer_free_to_text (writer.json);
}

static const char *
get_authored (NwResponse *self)
{
  if (self->json == NULL)
    return NULL;
  return nw_json_node_get_string (
    nw_json_node_get_member (nw_json_get_root (self->json), "authored"));
}

/**
 * nw_response_write_draft:
 * @self: a response
 * @pretty: whether to break lines and indent
 *
 * Writes a QuestionnaireResponse that is `in-progress` and keeps everything:
 * the answers of items that are not enabled, items that are empty, and what was
 * read and is not understood.
 *
 * Returns: (transfer full): the JSON text
 */
char *
nw_response_write_draft (NwResponse *self,
                         gboolean pretty)
{
  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  return write_response (self, "in-progress", get_authored (self), pretty);
}

static void
set_incomplete (NwResponse *self,
                GError **error)
{
  g_autoptr (GPtrArray) missing = nw_response_get_missing (self);
  g_autoptr (GPtrArray) invalid = nw_response_get_invalid (self);
  g_autoptr (NwFindings) warnings = nw_response_get_warnings (self);
  g_autofree char *list = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < missing->len; i++)
    {
      NwResponseItem *item = g_ptr_array_index (missing, i);

      g_string_append_printf (text, "\n%s: required and not answered", item->item->link_id);
    }
  for (guint i = 0; i < invalid->len; i++)
    {
      NwResponseItem *item = g_ptr_array_index (invalid, i);

      g_string_append_printf (text, "\n%s: %s", item->item->link_id, item->problem);
    }
  for (guint i = 0; i < nw_findings_get_length (warnings); i++)
    g_string_append_printf (text, "\n%s", nw_findings_get (warnings, i)->message);
  list = g_string_free (text, FALSE);
  g_set_error (error, NW_ERROR, NW_ERROR_INCOMPLETE, "the response is not complete:%s", list);
}

/**
 * nw_response_write_completed:
 * @self: a response
 * @authored: (nullable): when it was completed; %NULL for what the document says
 * @pretty: whether to break lines and indent
 * @error: return location for an error
 *
 * Writes a QuestionnaireResponse that is `completed`: without items that are not
 * enabled or not answered, with the texts of those that are, and with the
 * outcome and the advice that was shown.
 *
 * Returns: (transfer full): the JSON text, or %NULL with %NW_ERROR_INCOMPLETE,
 *   whose message has a line for each reason
 */
char *
nw_response_write_completed (NwResponse *self,
                             GDateTime *authored,
                             gboolean pretty,
                             GError **error)
{
  g_autofree char *when = NULL;

  g_return_val_if_fail (NW_IS_RESPONSE (self), NULL);

  if (!nw_response_is_complete (self))
    {
      set_incomplete (self, error);
      return NULL;
    }
  when = authored != NULL ? g_date_time_format (authored, "%Y-%m-%dT%H:%M:%S%:z")
                          : g_strdup (get_authored (self));
  return write_response (self, "completed", when, pretty);
}
