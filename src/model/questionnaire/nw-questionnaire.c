/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A FHIR R4 Questionnaire: making it of a document and asking it about itself. */

#include "config.h"

#include "model/questionnaire/nw-questionnaire.h"

#include "model/base/nw-error.h"
#include "model/questionnaire/nw-questionnaire-private.h"

#include <gio/gio.h>

#include <string.h>

G_DEFINE_BOXED_TYPE (NwQuestionnaire,
                     nw_questionnaire,
                     nw_questionnaire_ref,
                     nw_questionnaire_unref)

static void
free_option_list (gpointer data)
{
  NwOptionList *list = data;

  for (guint i = 0; i < list->n_options; i++)
    nw_value_unref (list->options[i].value);
  g_free (list->options);
  g_free (list);
}

static void
free_limits (NwItemLimits *limits)
{
  g_clear_pointer (&limits->min_value, nw_value_unref);
  g_clear_pointer (&limits->max_value, nw_value_unref);
  g_clear_pointer (&limits->unit, nw_value_unref);
  for (guint i = 0; i < limits->n_unit_options; i++)
    nw_value_unref (limits->unit_options[i]);
  g_free (limits->unit_options);
  g_free (limits);
}

static void
clear_item (NwItem *item)
{
  for (guint i = 0; item->enable_when != NULL && i < item->n_enable_when; i++)
    g_clear_pointer (&item->enable_when[i].answer, nw_value_unref);
  for (guint i = 0; i < item->n_initial; i++)
    nw_value_unref (item->initial[i]);
  g_free (item->initial);
  g_clear_pointer (&item->limits, free_limits);
}

static gboolean
load_document (NwQuestionnaire *self)
{
  const NwJsonNode *type = nw_json_node_get_member (self->node, "resourceType");

  if (nw_json_node_get_node_type (self->node) != NW_JSON_OBJECT
      || g_strcmp0 (nw_json_node_get_string (type), "Questionnaire") != 0)
    {
      nw_findings_add (self->findings, NW_SEVERITY_ERROR,
                       type != NULL ? type : self->node,
                       "not a Questionnaire; expected an object with the resourceType"
                       " “Questionnaire”");
      return FALSE;
    }
  if (nw_json_node_get_member (self->node, "modifierExtension") != NULL)
    {
      self->opaque = TRUE;
      nw_findings_add (self->findings, NW_SEVERITY_WARNING,
                       nw_json_node_get_member (self->node, "modifierExtension"),
                       "an extension that changes the meaning of the form and is not known;"
                       " expected none");
    }
  return nw_questionnaire_load_items (self) && nw_questionnaire_load_rules (self);
}

/**
 * nw_questionnaire_new_from_json:
 * @json: a document
 * @findings: takes what is wrong
 *
 * Reads a Questionnaire. What breaks the specification's invariants, but can be
 * understood, is a warning; an error is what makes the form meaningless: it is
 * no Questionnaire, has no items, has items without a linkId of their own, or a
 * rule that points at nothing or inside its own item.
 *
 * Returns: (transfer full) (nullable): the questionnaire, or %NULL where there
 *   were errors
 */
NwQuestionnaire *
nw_questionnaire_new_from_json (NwJson *json,
                                NwFindings *findings)
{
  g_autoptr (NwQuestionnaire) self = NULL;

  g_return_val_if_fail (json != NULL && findings != NULL, NULL);

  self = g_new0 (NwQuestionnaire, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->json = nw_json_ref (json);
  self->findings = nw_findings_ref (findings);
  self->node = nw_json_get_root (json);
  self->option_lists = g_ptr_array_new_with_free_func (free_option_list);
  self->value_sets = g_hash_table_new (g_str_hash, g_str_equal);
  if (!load_document (self))
    return NULL;
  g_clear_pointer (&self->value_sets, g_hash_table_unref);
  g_clear_pointer (&self->contained, g_hash_table_unref);
  return g_steal_pointer (&self);
}

/**
 * nw_questionnaire_new_from_bytes:
 * @bytes: a JSON text
 * @name: what messages shall call it
 * @error: return location for an error
 *
 * Reads a Questionnaire from a text.
 *
 * Returns: (transfer full): the questionnaire, or %NULL with an error of
 *   %NW_ERROR
 */
NwQuestionnaire *
nw_questionnaire_new_from_bytes (GBytes *bytes,
                                 const char *name,
                                 GError **error)
{
  g_autoptr (NwJson) json = NULL;
  g_autoptr (NwFindings) findings = NULL;
  NwQuestionnaire *self = NULL;

  json = nw_json_new_from_bytes (bytes, name, NULL, error);
  if (json == NULL)
    return NULL;
  findings = nw_findings_new (name);
  self = nw_questionnaire_new_from_json (json, findings);
  if (self == NULL)
    g_propagate_error (error, nw_findings_to_error (findings));
  return self;
}

/**
 * nw_questionnaire_new_from_resource:
 * @resource_path: the path of a resource of the program
 * @error: return location for an error
 *
 * Reads a Questionnaire that is compiled into the program.
 *
 * Returns: (transfer full): the questionnaire, or %NULL with an error
 */
NwQuestionnaire *
nw_questionnaire_new_from_resource (const char *resource_path,
                                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resources_lookup_data (resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  return nw_questionnaire_new_from_bytes (bytes, resource_path, error);
}

/**
 * nw_questionnaire_ref:
 * @self: a questionnaire
 *
 * Takes a reference. Its items live as long as it does.
 *
 * Returns: (transfer full): @self
 */
NwQuestionnaire *
nw_questionnaire_ref (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * nw_questionnaire_unref:
 * @self: (transfer full): a questionnaire
 *
 * Gives back a reference; the last one frees it.
 */
void
nw_questionnaire_unref (NwQuestionnaire *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_items; i++)
    clear_item (&self->items[i]);
  g_free (self->items);
  g_free (self->by_link_id);
  g_ptr_array_unref (self->option_lists);
  g_clear_pointer (&self->contained, g_hash_table_unref);
  g_clear_pointer (&self->value_sets, g_hash_table_unref);
  g_free (self->rules);
  g_free (self->dependents);
  g_free (self->order);
  g_free (self->loop_first);
  g_free (self->loop_last);
  nw_findings_unref (self->findings);
  nw_json_unref (self->json);
  g_free (self);
}

/**
 * nw_questionnaire_get_findings:
 * @self: a questionnaire
 *
 * Gets what was wrong, but not so wrong that the form could not be read.
 *
 * Returns: (transfer none): the warnings
 */
NwFindings *
nw_questionnaire_get_findings (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->findings;
}

/**
 * nw_questionnaire_get_node:
 * @self: a questionnaire
 *
 * Gets the whole document, for what this type does not name.
 *
 * Returns: (transfer none): the root
 */
const NwJsonNode *
nw_questionnaire_get_node (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->node;
}

static const char *
get_string (NwQuestionnaire *self,
            const char *member)
{
  const char *text = nw_json_node_get_string (nw_json_node_get_member (self->node, member));

  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * nw_questionnaire_get_url:
 * @self: a questionnaire
 *
 * Gets `url`, the form's canonical address.
 *
 * Returns: (nullable): the address
 */
const char *
nw_questionnaire_get_url (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_string (self, "url");
}

/**
 * nw_questionnaire_get_version:
 * @self: a questionnaire
 *
 * Gets `version`.
 *
 * Returns: (nullable): the version
 */
const char *
nw_questionnaire_get_version (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_string (self, "version");
}

/**
 * nw_questionnaire_get_title:
 * @self: a questionnaire
 *
 * Gets `title`.
 *
 * Returns: (nullable): the title
 */
const char *
nw_questionnaire_get_title (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_string (self, "title");
}

/**
 * nw_questionnaire_get_status:
 * @self: a questionnaire
 *
 * Gets `status`: `draft`, `active`, `retired` or `unknown`.
 *
 * Returns: (nullable): the status
 */
const char *
nw_questionnaire_get_status (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_string (self, "status");
}

/**
 * nw_questionnaire_get_language:
 * @self: a questionnaire
 *
 * Gets `language`, the language of the texts.
 *
 * Returns: (nullable): the language
 */
const char *
nw_questionnaire_get_language (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_string (self, "language");
}

/**
 * nw_questionnaire_get_date:
 * @self: a questionnaire
 *
 * Gets `date`, when the form was last changed.
 *
 * Returns: (nullable): the date as it is written
 */
const char *
nw_questionnaire_get_date (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_string (self, "date");
}

/**
 * nw_questionnaire_get_publisher:
 * @self: a questionnaire
 *
 * Gets `publisher`.
 *
 * Returns: (nullable): the publisher
 */
const char *
nw_questionnaire_get_publisher (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_string (self, "publisher");
}

/**
 * nw_questionnaire_get_copyright:
 * @self: a questionnaire
 *
 * Gets `copyright`.
 *
 * Returns: (nullable): the text
 */
const char *
nw_questionnaire_get_copyright (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_string (self, "copyright");
}

/**
 * nw_questionnaire_get_description:
 * @self: a questionnaire
 *
 * Gets `description`, which may be markdown.
 *
 * Returns: (nullable): the text
 */
const char *
nw_questionnaire_get_description (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_string (self, "description");
}

/**
 * nw_questionnaire_dup_canonical:
 * @self: a questionnaire
 *
 * Writes the name by which a response refers to the form: `url|version`.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL for a form without `url`
 */
char *
nw_questionnaire_dup_canonical (NwQuestionnaire *self)
{
  const char *url = nw_questionnaire_get_url (self);
  const char *version = nw_questionnaire_get_version (self);

  if (url == NULL || version == NULL || strchr (url, '|') != NULL)
    return g_strdup (url);
  return g_strconcat (url, "|", version, NULL);
}

/**
 * nw_questionnaire_get_items:
 * @self: a questionnaire
 * @n_items: (out) (optional): how many
 *
 * Gets all items as one array, depth first, so that an item's place in it is
 * its `index`.
 *
 * Returns: (transfer none) (array length=n_items): the items
 */
const NwItem *
nw_questionnaire_get_items (NwQuestionnaire *self,
                            guint *n_items)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_items != NULL)
    *n_items = self->n_items;
  return self->items;
}

/**
 * nw_questionnaire_get_first:
 * @self: a questionnaire
 *
 * Gets the first item; its siblings are the other ones at the top.
 *
 * Returns: (transfer none): the item
 */
const NwItem *
nw_questionnaire_get_first (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->items;
}

/**
 * nw_questionnaire_find:
 * @self: a questionnaire
 * @link_id: a linkId
 *
 * Looks for an item.
 *
 * Returns: (transfer none) (nullable): the item
 */
const NwItem *
nw_questionnaire_find (NwQuestionnaire *self,
                       const char *link_id)
{
  g_return_val_if_fail (self != NULL && link_id != NULL, NULL);

  return nw_questionnaire_lookup (self, link_id);
}

/**
 * nw_questionnaire_has_outcome:
 * @self: a questionnaire
 *
 * Tells whether the form has outcome items of our system.
 *
 * Returns: whether it has
 */
gboolean
nw_questionnaire_has_outcome (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_outcome;
}

/**
 * nw_questionnaire_is_opaque:
 * @self: a questionnaire
 *
 * Tells whether the form as a whole carries a `modifierExtension`, so that
 * nobody can say what its answers mean.
 *
 * Returns: whether it does
 */
gboolean
nw_questionnaire_is_opaque (NwQuestionnaire *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->opaque;
}
