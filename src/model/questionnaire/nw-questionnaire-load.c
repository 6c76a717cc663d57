/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the items of a Questionnaire: their tree, their attributes and their options. */

#include "config.h"

#include "model/base/nw-large.h"
#include "model/questionnaire/nw-questionnaire-private.h"

#include <string.h>

/* Far more than anybody answers, and more than the items of any document. */
#define MAX_INSTANCES 1000000

static void
warn (NwQuestionnaire *self,
      const NwJsonNode *node,
      const char *problem)
{
  nw_findings_add (self->findings, NW_SEVERITY_WARNING, node, "%s", problem);
}

/* The tree */

/* The node, or the first of its siblings that is an object. */
static const NwJsonNode *
find_object (NwQuestionnaire *self,
             const NwJsonNode *node)
{
  while (node != NULL && nw_json_node_get_node_type (node) != NW_JSON_OBJECT)
    {
      if (!self->quiet)
        warn (self, node, "not an item; expected an object");
      node = nw_json_node_get_next (node);
    }
  return node;
}

static const NwJsonNode *
find_first_child (NwQuestionnaire *self,
                  const NwJsonNode *node)
{
  const NwJsonNode *array = nw_json_node_get_member (node, "item");

  if (array != NULL && nw_json_node_get_node_type (array) != NW_JSON_ARRAY)
    {
      if (!self->quiet)
        warn (self, array, "not a list of items; expected an array");
      return NULL;
    }
  return find_object (self, nw_json_node_get_first (array));
}

/* The item behind this one, depth first and without recursion. Goes down only
 * into the items that an item has, and up no further than the form. */
static const NwJsonNode *
find_next (NwQuestionnaire *self,
           const NwJsonNode *node,
           guint *depth)
{
  const NwJsonNode *next = find_first_child (self, node);

  if (next != NULL)
    {
      (*depth)++;
      return next;
    }
  for (;;)
    {
      next = find_object (self, nw_json_node_get_next (node));
      if (next != NULL || *depth == 1)
        return next;
      /* From the item to its array, and on to the item around it. */
      node = nw_json_node_get_parent (nw_json_node_get_parent (node));
      (*depth)--;
    }
}

/* Puts an item behind the latest one, or into it, or behind one around it. */
static void
link_item (NwItem *item,
           NwItem *last,
           guint depth)
{
  item->depth = depth;
  if (last == NULL)
    return;
  if (depth > last->depth)
    {
      item->parent = last;
      last->first_child = item;
    }
  else
    {
      while (last->depth > depth)
        last = (NwItem *) last->parent;
      item->parent = last->parent;
      item->ordinal = last->ordinal + 1;
      last->next_sibling = item;
    }
  if (item->parent != NULL)
    ((NwItem *) item->parent)->n_children++;
}

/* FNV-1a, but not from the usual start, so that nobody can make a form whose
 * linkIds all fall into one place. */
static guint32
hash_link_id (NwQuestionnaire *self,
              const char *link_id)
{
  guint32 hash = self->by_link_id_seed;

  for (const char *c = link_id; *c != '\0'; c++)
    hash = (hash ^ (guchar) *c) * 16777619u;
  return hash;
}

/* Where a linkId is in the table, or would be. */
static guint32
find_place (NwQuestionnaire *self,
            const char *link_id)
{
  guint32 place = hash_link_id (self, link_id) & self->by_link_id_mask;

  while (self->by_link_id[place] != 0
         && strcmp (self->items[self->by_link_id[place] - 1].link_id, link_id) != 0)
    place = (place + 1) & self->by_link_id_mask;
  return place;
}

/**
 * nw_questionnaire_lookup: (skip)
 * @self: a questionnaire
 * @link_id: a linkId
 *
 * Looks for an item that can still be changed.
 *
 * Returns: (transfer none) (nullable): the item
 */
NwItem *
nw_questionnaire_lookup (NwQuestionnaire *self,
                         const char *link_id)
{
  guint32 found = self->by_link_id[find_place (self, link_id)];

  return found != 0 ? &self->items[found - 1] : NULL;
}

static gboolean
register_item (NwQuestionnaire *self,
               NwItem *item)
{
  guint32 place = 0;

  if (item->link_id == NULL)
    {
      nw_findings_add (self->findings, NW_SEVERITY_ERROR, item->node,
                       "an item without a linkId; expected one of its own");
      return FALSE;
    }
  place = find_place (self, item->link_id);
  if (self->by_link_id[place] != 0)
    {
      const NwItem *other = &self->items[self->by_link_id[place] - 1];
      g_autofree char *pointer = nw_json_node_dup_pointer (other->node);

      nw_findings_add (self->findings, NW_SEVERITY_ERROR,
                       nw_json_node_get_member (item->node, "linkId"),
                       "que-2: linkId “%s” is that of %s already; expected one of its own",
                       item->link_id, pointer);
      return FALSE;
    }
  self->by_link_id[place] = item->index + 1;
  return TRUE;
}

static void
make_room (NwQuestionnaire *self)
{
  guint32 size = 16;

  while (size < self->n_items + self->n_items / 2)
    size *= 2;
  self->by_link_id = nw_large_new0 (size * sizeof (guint32));
  self->by_link_id_mask = size - 1;
  self->by_link_id_seed = g_random_int ();
  self->items = nw_large_new0 (self->n_items * sizeof (NwItem));
}

/* Every answer that a question begins with has instances of all that is within
 * the question: those within each other multiply. */
static gboolean
check_instances (NwQuestionnaire *self)
{
  g_autofree guint64 *instances = g_new (guint64, self->n_items);
  guint64 n = 0;

  for (guint i = 0; i < self->n_items; i++)
    {
      const NwItem *parent = self->items[i].parent;

      instances[i] = parent != NULL ? instances[parent->index]
                                        * MAX (nw_item_count_initial (parent), 1)
                                    : 1;
      n += instances[i];
      if (n > MAX_INSTANCES)
        {
          nw_findings_add (self->findings, NW_SEVERITY_ERROR, self->items[i].node,
                           "too many initial values within each other; expected what makes"
                           " %u items at most", MAX_INSTANCES);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * nw_questionnaire_load_items: (skip)
 * @self: a questionnaire whose document is a Questionnaire
 *
 * Reads all items, but not what their rules point at.
 *
 * Returns: whether there are some, with linkIds of their own
 */
gboolean
nw_questionnaire_load_items (NwQuestionnaire *self)
{
  const NwJsonNode *first = find_first_child (self, self->node);
  NwItem *last = NULL;
  guint depth = 1;
  gboolean good = TRUE;

  if (first == NULL)
    {
      nw_findings_add (self->findings, NW_SEVERITY_ERROR, self->node,
                       "no items; expected an array “item” with at least one");
      return FALSE;
    }
  for (const NwJsonNode *node = first; node != NULL; node = find_next (self, node, &depth))
    self->n_items++;
  make_room (self);
  self->quiet = TRUE;
  depth = 1;
  for (const NwJsonNode *node = first; node != NULL; node = find_next (self, node, &depth))
    {
      NwItem *item = last != NULL ? last + 1 : self->items;

      item->index = item - self->items;
      item->node = node;
      link_item (item, last, depth);
      nw_questionnaire_load_item (self, item);
      good = register_item (self, item) && good;
      if (item->outcome_level != NW_OUTCOME_NONE)
        self->has_outcome = TRUE;
      last = item;
    }
  return check_instances (self) && good;
}

/* Values and options */

/**
 * nw_questionnaire_read_value: (skip)
 * @self: a questionnaire
 * @node: an object with a member such as `valueCoding`
 * @prefix: how that member's name begins
 *
 * Reads the value of an option, an initial value, an extension or a rule.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL with a warning
 */
NwValue *
nw_questionnaire_read_value (NwQuestionnaire *self,
                             const NwJsonNode *node,
                             const char *prefix)
{
  const NwJsonNode *member = NULL;
  const NwJsonNode *found = NULL;
  gsize length = strlen (prefix);
  const char *problem = NULL;
  NwValue *value = NULL;

  NW_JSON_FOREACH (node, member)
    {
      const char *name = nw_json_node_get_name (member);

      if (name == NULL || strncmp (name, prefix, length) != 0 || !g_ascii_isupper (name[length]))
        continue;
      if (found != NULL)
        warn (self, member, "a second value; expected only one");
      else
        found = member;
    }
  if (found == NULL)
    {
      nw_findings_add (self->findings, NW_SEVERITY_WARNING, node,
                       "no value; expected a member such as “%sCoding”", prefix);
      return NULL;
    }
  value = nw_value_new_from_node (found, nw_json_node_get_name (found) + length,
                                  self->json, &problem);
  if (problem == NULL)
    return value;
  warn (self, found, problem);
  nw_value_unref (value);
  return NULL;
}

static void
read_option_extension (NwAnswerOption *option,
                       const NwJsonNode *extension)
{
  const char *name = nw_extension_get_name (extension);

  if (name == NULL)
    return;
  if (strcmp (name, "questionnaire-optionExclusive") == 0)
    option->exclusive
      = nw_json_node_get_boolean (nw_json_node_get_member (extension, "valueBoolean"));
  else if (strcmp (name, "questionnaire-optionPrefix") == 0)
    option->prefix = nw_json_node_get_string (nw_json_node_get_member (extension, "valueString"));
  else if (strcmp (name, "ordinalValue") == 0)
    option->ordinal
      = nw_json_node_get_number_text (nw_json_node_get_member (extension, "valueDecimal"));
}

static void
read_option_extensions (NwAnswerOption *option)
{
  const NwJsonNode *coding = nw_json_node_get_member (option->node, "valueCoding");
  const NwJsonNode *extension = NULL;

  NW_JSON_FOREACH (nw_json_node_get_member (option->node, "extension"), extension)
    read_option_extension (option, extension);
  NW_JSON_FOREACH (nw_json_node_get_member (coding, "extension"), extension)
    read_option_extension (option, extension);
}

/**
 * nw_questionnaire_load_options: (skip)
 * @self: a questionnaire
 * @options: an array `answerOption`
 *
 * Reads the options of an item.
 *
 * Returns: (transfer none) (nullable): the options, owned by @self
 */
NwOptionList *
nw_questionnaire_load_options (NwQuestionnaire *self,
                               const NwJsonNode *options)
{
  NwOptionList *list = NULL;
  const NwJsonNode *node = NULL;

  if (nw_json_node_get_node_type (options) != NW_JSON_ARRAY)
    {
      warn (self, options, "not a list of options; expected an array");
      return NULL;
    }
  list = g_new0 (NwOptionList, 1);
  list->options = g_new0 (NwAnswerOption, nw_json_node_get_length (options));
  NW_JSON_FOREACH (options, node)
    {
      NwAnswerOption *option = &list->options[list->n_options];

      option->value = nw_questionnaire_read_value (self, node, "value");
      if (option->value == NULL)
        continue;
      option->node = node;
      option->initial_selected
        = nw_json_node_get_boolean (nw_json_node_get_member (node, "initialSelected"));
      read_option_extensions (option);
      list->n_options++;
    }
  g_ptr_array_add (self->option_lists, list);
  return list;
}

/* ValueSets */

static void
add_concept (NwQuestionnaire *self,
             GArray *options,
             const NwJsonNode *concept,
             const char *system)
{
  NwAnswerOption option = { .node = concept };
  const char *code = nw_json_node_get_string (nw_json_node_get_member (concept, "code"));
  const char *own = nw_json_node_get_string (nw_json_node_get_member (concept, "system"));

  if (code == NULL || *code == '\0'
      || nw_json_node_get_boolean (nw_json_node_get_member (concept, "abstract"))
      || nw_json_node_get_boolean (nw_json_node_get_member (concept, "inactive")))
    return;
  option.value = nw_value_new_coding (
    own != NULL ? own : system, code,
    nw_json_node_get_string (nw_json_node_get_member (concept, "display")));
  read_option_extensions (&option);
  g_array_append_val (options, option);
}

/* The `contains` of an expansion may lie within each other. */
static void
add_expansion (NwQuestionnaire *self,
               GArray *options,
               const NwJsonNode *expansion)
{
  const NwJsonNode *node = nw_json_node_get_first (nw_json_node_get_member (expansion, "contains"));

  while (node != NULL)
    {
      const NwJsonNode *inner = nw_json_node_get_member (node, "contains");

      add_concept (self, options, node, NULL);
      if (nw_json_node_get_first (inner) != NULL)
        {
          node = nw_json_node_get_first (inner);
          continue;
        }
      while (node != NULL && nw_json_node_get_next (node) == NULL)
        {
          /* Up from the concept to its array, and on to the concept around. */
          node = nw_json_node_get_parent (nw_json_node_get_parent (node));
          if (node == expansion)
            node = NULL;
        }
      if (node != NULL)
        node = nw_json_node_get_next (node);
    }
}

/* Whether the whole of a compose is written out. */
static gboolean
add_compose (NwQuestionnaire *self,
             GArray *options,
             const NwJsonNode *compose)
{
  const NwJsonNode *include = NULL;

  if (nw_json_node_get_member (compose, "exclude") != NULL)
    return FALSE;
  NW_JSON_FOREACH (nw_json_node_get_member (compose, "include"), include)
    {
      const NwJsonNode *concepts = nw_json_node_get_member (include, "concept");
      const NwJsonNode *concept = NULL;

      if (concepts == NULL || nw_json_node_get_member (include, "filter") != NULL
          || nw_json_node_get_member (include, "valueSet") != NULL)
        return FALSE;
      NW_JSON_FOREACH (concepts, concept)
        add_concept (self, options, concept,
                     nw_json_node_get_string (nw_json_node_get_member (include, "system")));
    }
  return TRUE;
}

/* All ValueSets by their id, so that a form of many takes no longer for each. */
static void
list_contained (NwQuestionnaire *self)
{
  const NwJsonNode *node = NULL;

  self->contained = g_hash_table_new (g_str_hash, g_str_equal);
  NW_JSON_FOREACH (nw_json_node_get_member (self->node, "contained"), node)
    {
      const char *type = nw_json_node_get_string (nw_json_node_get_member (node, "resourceType"));
      const char *id = nw_json_node_get_string (nw_json_node_get_member (node, "id"));

      if (g_strcmp0 (type, "ValueSet") == 0 && id != NULL
          && !g_hash_table_contains (self->contained, id))
        g_hash_table_insert (self->contained, (char *) id, (gpointer) node);
    }
}

static const NwJsonNode *
find_contained (NwQuestionnaire *self,
                const char *id)
{
  if (self->contained == NULL)
    list_contained (self);
  return g_hash_table_lookup (self->contained, id);
}

static NwOptionList *
make_value_set (NwQuestionnaire *self,
                const char *id)
{
  const NwJsonNode *node = find_contained (self, id);
  const NwJsonNode *expansion = nw_json_node_get_member (node, "expansion");
  NwOptionList *list = g_new0 (NwOptionList, 1);
  GArray *options = g_array_new (FALSE, FALSE, sizeof (NwAnswerOption));
  gboolean whole = TRUE;

  if (expansion != NULL)
    add_expansion (self, options, expansion);
  else
    whole = add_compose (self, options, nw_json_node_get_member (node, "compose"));
  list->n_options = options->len;
  list->options = (NwAnswerOption *) (gpointer) g_array_free (options, FALSE);
  g_ptr_array_add (self->option_lists, list);
  if (node == NULL || !whole || list->n_options == 0)
    return NULL;
  return list;
}

/**
 * nw_questionnaire_load_value_set: (skip)
 * @self: a questionnaire
 * @reference: an `answerValueSet`
 *
 * Finds the options that an item takes from a ValueSet. It must be contained in
 * the form and written out, since nothing is fetched.
 *
 * Returns: (transfer none) (nullable): the options, owned by @self, or %NULL
 *   with a warning
 */
NwOptionList *
nw_questionnaire_load_value_set (NwQuestionnaire *self,
                                 const NwJsonNode *reference)
{
  const char *name = nw_json_node_get_string (reference);
  NwOptionList *list = NULL;

  if (name != NULL && *name == '#')
    {
      if (!g_hash_table_lookup_extended (self->value_sets, name, NULL, (gpointer *) &list))
        {
          list = make_value_set (self, name + 1);
          g_hash_table_insert (self->value_sets, (char *) name, list);
        }
    }
  if (list == NULL)
    nw_findings_add (self->findings, NW_SEVERITY_WARNING, reference,
                     "the answers are not in the form; expected “#” and the id of a contained"
                     " ValueSet with an expansion or all its concepts");
  return list;
}
