/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a form down to what its outcomes depend on, so that trying it is quick. */

#include "config.h"

#include "model/questionnaire/nw-proof-private.h"
#include "model/questionnaire/nw-questionnaire-private.h"

#include <string.h>

/* The outcomes, what is around them, what their rules name, and so on. */
static gboolean *
find_relevant (NwQuestionnaire *form)
{
  gboolean *relevant = g_new0 (gboolean, form->n_items);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < form->n_items; i++)
    if (form->items[i].outcome_level != NW_OUTCOME_NONE)
      g_ptr_array_add (items, &form->items[i]);
  for (guint i = 0; i < items->len; i++)
    {
      const NwItem *item = g_ptr_array_index (items, i);

      if (relevant[item->index])
        continue;
      relevant[item->index] = TRUE;
      if (item->parent != NULL)
        g_ptr_array_add (items, (gpointer) item->parent);
      for (guint j = 0; j < item->n_enable_when; j++)
        g_ptr_array_add (items, (gpointer) item->enable_when[j].question);
    }
  return relevant;
}

static void
copy_members (NwJsonWriter *writer,
              const NwJsonNode *node,
              const char * const *names)
{
  const NwJsonNode *member = NULL;

  NW_JSON_FOREACH (node, member)
    if (g_strv_contains (names, nw_json_node_get_name (member)))
      nw_json_writer_add_node (writer, nw_json_node_get_name (member), member);
}

static const NwItem *
find_relevant_item (const gboolean *relevant,
                    const NwItem *item)
{
  while (item != NULL && !relevant[item->index])
    item = item->next_sibling;
  return item;
}

static void
write_items (NwJsonWriter *writer,
             const gboolean *relevant,
             const NwItem *item)
{
  static const char * const names[] = {
    "linkId", "type", "required", "repeats", "readOnly", "maxLength", "enableWhen",
    "enableBehavior", "answerOption", "answerValueSet", "initial", "extension",
    "modifierExtension", NULL,
  };

  nw_json_writer_begin_array (writer, "item");
  item = find_relevant_item (relevant, item);
  while (item != NULL)
    {
      const NwItem *child = find_relevant_item (relevant, item->first_child);
      const NwItem *next = NULL;

      nw_json_writer_begin_object (writer, NULL);
      copy_members (writer, item->node, names);
      if (child != NULL)
        {
          nw_json_writer_begin_array (writer, "item");
          item = child;
          continue;
        }
      nw_json_writer_end_object (writer);
      next = find_relevant_item (relevant, item->next_sibling);
      while (next == NULL && item->parent != NULL)
        {
          item = item->parent;
          nw_json_writer_end_array (writer);
          nw_json_writer_end_object (writer);
          next = find_relevant_item (relevant, item->next_sibling);
        }
      item = next;
    }
  nw_json_writer_end_array (writer);
}

/**
 * nw_proof_reduce_form: (skip)
 * @form: a form with outcomes
 * @error: return location for an error
 *
 * Makes a form of the items on which the outcomes depend.
 *
 * Returns: (transfer full): the smaller form
 */
NwQuestionnaire *
nw_proof_reduce_form (NwQuestionnaire *form,
                      GError **error)
{
  static const char * const names[] = {
    "resourceType", "status", "contained", "modifierExtension", NULL,
  };
  g_autofree gboolean *relevant = find_relevant (form);
  NwJsonWriter *writer = nw_json_writer_new (FALSE);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  nw_json_writer_begin_object (writer, NULL);
  copy_members (writer, form->node, names);
  write_items (writer, relevant, form->items);
  nw_json_writer_end_object (writer);
  text = nw_json_writer_free_to_text (writer);
  bytes = g_bytes_new (text, strlen (text));
  return nw_questionnaire_new_from_bytes (bytes, nw_json_get_name (form->json), error);
}
