/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes an article of its JSON document, and reports all that is wrong in it. */

#include "config.h"

#include "model/article/nw-article-private.h"

#include <string.h>

#include "model/base/nw-json-read.h"

#define FORMAT 1
#define REQUIRED NW_JSON_REQUIRED
#define OPTIONAL NW_JSON_OPTIONAL

static const char * const verdict_ids[] = {
  "supported", "partly-supported", "not-supported", NULL
};
static const char * const certainty_ids[] = { "very-low", "low", "moderate", "high", NULL };
static const char * const urgency_ids[] = { "help-now", "advice-soon", NULL };
static const char * const source_kinds[] = {
  "agency", "guideline", "law", "other", "review", "survey", "trial", NULL
};

/* Words and places */

static gboolean
is_name (const char *text)
{
  if (!g_ascii_islower (*text))
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
  return TRUE;
}

static const char *
read_name (const NwJsonNode *object,
           NwFindings       *findings)
{
  const char *id = nw_json_read_string (object, "id", REQUIRED, findings);

  if (id != NULL && !is_name (id))
    nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (object, "id"),
                     "“%s”; expected small letters, digits and hyphens, a letter first", id);
  return id;
}

/* The first one stands for what is not there, or is none of them. */
static int
read_choice (const NwJsonNode   *object,
             const char         *member,
             NwJsonNeed          need,
             const char * const *choices,
             NwFindings         *findings)
{
  int choice = nw_json_read_choice (object, member, need, choices, findings);

  return MAX (0, choice);
}

static const char *
read_address (const NwJsonNode *object,
              NwFindings       *findings)
{
  const char *address = nw_json_read_string (object, "address", REQUIRED, findings);
  g_autoptr (GUri) uri = NULL;

  if (address == NULL)
    return NULL;
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL
      || (strcmp (g_uri_get_scheme (uri), "https") != 0
          && strcmp (g_uri_get_scheme (uri), "http") != 0)
      || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (object, "address"),
                     "“%s”; expected an address that begins with https://", address);
  return address;
}

static const char *
read_target (const NwJsonNode *object,
             NwFindings       *findings)
{
  static const char * const places[] = { "read", "screen", "prepare" };
  const char *target = nw_json_read_string (object, "target", REQUIRED, findings);

  if (target == NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gsize length = strlen (places[i]);

      if (strncmp (target, places[i], length) == 0
          && (target[length] == '\0'
              || (target[length] == ':' && is_name (target + length + 1))))
        return target;
    }
  nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (object, "target"),
                   "“%s”; expected read, screen or prepare, or one of them, a colon and a place",
                   target);
  return target;
}

static const char *
read_picture_file (const NwJsonNode *object,
                   NwFindings       *findings)
{
  const char *file = nw_json_read_string (object, "file", REQUIRED, findings);
  g_autofree char *stem = NULL;

  if (file == NULL)
    return NULL;
  stem = g_strdup (file);
  if (g_str_has_suffix (stem, ".svg"))
    stem[strlen (stem) - strlen (".svg")] = '\0';
  if (strcmp (stem, file) == 0 || !is_name (stem))
    nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (object, "file"),
                     "“%s”; expected the name of a file in pictures that ends in .svg", file);
  return file;
}

/* Sources */

static void
read_source (NwArticle        *self,
             const NwJsonNode *node,
             NwFindings       *findings)
{
  NwArticleSource source = { .number = self->sources->len + 1 };
  gint64 year = 0;

  if (nw_json_expect (node, NW_JSON_OBJECT, findings))
    {
      nw_json_check_members (node, findings, "id", "title", "organisation", "year", "address",
                             "kind", "goodFor", NULL);
      source.id = read_name (node, findings);
      source.title = nw_json_read_string (node, "title", REQUIRED, findings);
      source.organisation = nw_json_read_string (node, "organisation", REQUIRED, findings);
      nw_json_read_int (node, "year", OPTIONAL, 1800, 2200, &year, findings);
      source.year = (int) year;
      source.address = read_address (node, findings);
      source.kind = source_kinds[read_choice (node, "kind", REQUIRED, source_kinds, findings)];
      source.good_for = nw_json_read_string (node, "goodFor", OPTIONAL, findings);
    }
  for (guint i = 0; source.id != NULL && i < self->sources->len; i++)
    if (g_strcmp0 (g_array_index (self->sources, NwArticleSource, i).id, source.id) == 0)
      nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (node, "id"),
                       "“%s” is the name of an earlier source; expected one of its own",
                       source.id);
  g_array_append_val (self->sources, source);
}

static int
find_source (NwArticle  *self,
             const char *id)
{
  for (guint i = 0; i < self->sources->len; i++)
    if (g_strcmp0 (g_array_index (self->sources, NwArticleSource, i).id, id) == 0)
      return (int) i;
  return -1;
}

static NwArticleRefs
read_refs (NwArticle        *self,
           const NwJsonNode *object,
           NwJsonNeed        need,
           NwFindings       *findings)
{
  const NwJsonNode *array = nw_json_read_array (object, "sources", need, findings);
  const NwJsonNode *child = NULL;
  NwArticleRefs refs = { NULL, 0 };

  if (array == NULL)
    return refs;
  if (nw_json_node_get_length (array) == 0)
    nw_findings_add (findings, NW_SEVERITY_ERROR, array,
                     "an empty list; expected the name of a source, or no such member");
  refs.numbers = g_new0 (guint, nw_json_node_get_length (array));
  NW_JSON_FOREACH (array, child)
    {
      int index;

      if (!nw_json_expect (child, NW_JSON_STRING, findings))
        continue;
      index = find_source (self, nw_json_node_get_string (child));
      if (index < 0)
        nw_findings_add (findings, NW_SEVERITY_ERROR, child,
                         "“%s”; expected the name of one of the sources",
                         nw_json_node_get_string (child));
      else
        refs.numbers[refs.length++] = (guint) index;
    }
  return refs;
}

/* Blocks */

typedef void (*ReadBlock) (NwArticle        *self,
                           const NwJsonNode *node,
                           NwArticleBlock   *block,
                           NwFindings       *findings);
typedef void (*ReadItem)  (NwArticle            *self,
                           const NwJsonNode     *node,
                           const NwArticleBlock *block,
                           NwArticleItem        *item,
                           NwFindings           *findings);

static void
read_items (NwArticle        *self,
            const NwJsonNode *object,
            const char       *member,
            ReadItem          read_item,
            NwArticleBlock   *block,
            NwFindings       *findings)
{
  const NwJsonNode *array = nw_json_read_array (object, member, REQUIRED, findings);
  const NwJsonNode *child = NULL;

  if (array == NULL)
    return;
  if (nw_json_node_get_length (array) == 0)
    nw_findings_add (findings, NW_SEVERITY_ERROR, array,
                     "an empty list; expected one part or more");
  block->items = g_new0 (NwArticleItem, nw_json_node_get_length (array));
  NW_JSON_FOREACH (array, child)
    if (nw_json_expect (child, NW_JSON_OBJECT, findings))
      read_item (self, child, block, &block->items[block->n_items++], findings);
}

static char **
read_lines (const NwJsonNode *object,
            const char       *member,
            NwFindings       *findings)
{
  char **lines = nw_json_read_strings (object, member, REQUIRED, findings);
  const NwJsonNode *node = nw_json_node_get_member (object, member);

  if (node != NULL && nw_json_node_get_node_type (node) == NW_JSON_ARRAY
      && nw_json_node_get_length (node) == 0)
    nw_findings_add (findings, NW_SEVERITY_ERROR, node,
                     "an empty list; expected one text or more");
  return lines;
}

static void
read_paragraph (NwArticle        *self,
                const NwJsonNode *node,
                NwArticleBlock   *block,
                NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "text", "sources", NULL);
  block->text = nw_json_read_string (node, "text", REQUIRED, findings);
  block->refs = read_refs (self, node, OPTIONAL, findings);
}

static void
read_subheading (NwArticle        *self,
                 const NwJsonNode *node,
                 NwArticleBlock   *block,
                 NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "text", NULL);
  block->text = nw_json_read_string (node, "text", REQUIRED, findings);
}

static void
read_list_item (NwArticle            *self,
                const NwJsonNode     *node,
                const NwArticleBlock *block,
                NwArticleItem        *item,
                NwFindings           *findings)
{
  nw_json_check_members (node, findings, "text", "sources", NULL);
  item->text = nw_json_read_string (node, "text", REQUIRED, findings);
  item->refs = read_refs (self, node, OPTIONAL, findings);
}

static void
read_list (NwArticle        *self,
           const NwJsonNode *node,
           NwArticleBlock   *block,
           NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "items", "ordered", NULL);
  nw_json_read_boolean (node, "ordered", OPTIONAL, &block->ordered, findings);
  read_items (self, node, "items", read_list_item, block, findings);
}

static void
read_picture (NwArticle        *self,
              const NwJsonNode *node,
              NwArticleBlock   *block,
              NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "file", "caption", "alternative", NULL);
  block->file = read_picture_file (node, findings);
  block->caption = nw_json_read_string (node, "caption", REQUIRED, findings);
  block->alternative = nw_json_read_string (node, "alternative", REQUIRED, findings);
}

static void
read_claim (NwArticle        *self,
            const NwJsonNode *node,
            NwArticleBlock   *block,
            NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "claim", "verdict", "findings", "certainty",
                         "certaintyText", "meaning", "sources", NULL);
  block->text = nw_json_read_string (node, "claim", REQUIRED, findings);
  block->verdict = read_choice (node, "verdict", REQUIRED, verdict_ids, findings);
  block->lines = read_lines (node, "findings", findings);
  block->certainty = read_choice (node, "certainty", REQUIRED, certainty_ids, findings);
  block->certainty_text = nw_json_read_string (node, "certaintyText", REQUIRED, findings);
  block->meaning = nw_json_read_string (node, "meaning", REQUIRED, findings);
  block->refs = read_refs (self, node, REQUIRED, findings);
}

static void
read_frequency_row (NwArticle            *self,
                    const NwJsonNode     *node,
                    const NwArticleBlock *block,
                    NwArticleItem        *item,
                    NwFindings           *findings)
{
  gint64 count = 0;

  nw_json_check_members (node, findings, "text", "count", NULL);
  item->text = nw_json_read_string (node, "text", REQUIRED, findings);
  nw_json_read_int (node, "count", REQUIRED, 0, block->per, &count, findings);
  item->count = (int) count;
}

static void
read_frequency (NwArticle        *self,
                const NwJsonNode *node,
                NwArticleBlock   *block,
                NwFindings       *findings)
{
  gint64 per = 100;

  nw_json_check_members (node, findings, "type", "label", "per", "rows", "caption",
                         "alternative", "sources", NULL);
  block->label = nw_json_read_string (node, "label", REQUIRED, findings);
  /* One denominator for all figures, so that they can be compared. */
  nw_json_read_int (node, "per", REQUIRED, 100, 100, &per, findings);
  block->per = (int) per;
  read_items (self, node, "rows", read_frequency_row, block, findings);
  block->caption = nw_json_read_string (node, "caption", REQUIRED, findings);
  block->alternative = nw_json_read_string (node, "alternative", REQUIRED, findings);
  block->refs = read_refs (self, node, REQUIRED, findings);
}

static void
read_view (NwArticle            *self,
           const NwJsonNode     *node,
           const NwArticleBlock *block,
           NwArticleItem        *item,
           NwFindings           *findings)
{
  nw_json_check_members (node, findings, "who", "says", "why", "sources", NULL);
  item->who = nw_json_read_string (node, "who", REQUIRED, findings);
  item->text = nw_json_read_string (node, "says", REQUIRED, findings);
  item->why = nw_json_read_string (node, "why", OPTIONAL, findings);
  item->refs = read_refs (self, node, REQUIRED, findings);
}

static void
read_views (NwArticle        *self,
            const NwJsonNode *node,
            NwArticleBlock   *block,
            NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "label", "items", NULL);
  block->label = nw_json_read_string (node, "label", REQUIRED, findings);
  read_items (self, node, "items", read_view, block, findings);
}

static void
read_option (NwArticle            *self,
             const NwJsonNode     *node,
             const NwArticleBlock *block,
             NwArticleItem        *item,
             NwFindings           *findings)
{
  nw_json_check_members (node, findings, "name", "cells", "sources", NULL);
  item->text = nw_json_read_string (node, "name", REQUIRED, findings);
  item->cells = nw_json_read_strings (node, "cells", REQUIRED, findings);
  if (g_strv_length (item->cells) != g_strv_length (block->lines))
    nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (node, "cells"),
                     "%u cells; expected one for each of the %u columns",
                     g_strv_length (item->cells), g_strv_length (block->lines));
  item->refs = read_refs (self, node, REQUIRED, findings);
}

static void
read_options (NwArticle        *self,
              const NwJsonNode *node,
              NwArticleBlock   *block,
              NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "columns", "rows", NULL);
  block->lines = read_lines (node, "columns", findings);
  read_items (self, node, "rows", read_option, block, findings);
}

static void
read_urgent (NwArticle        *self,
             const NwJsonNode *node,
             NwArticleBlock   *block,
             NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "urgency", "label", "lead", "items", "after",
                         "sources", NULL);
  block->urgency = read_choice (node, "urgency", OPTIONAL, urgency_ids, findings);
  block->label = nw_json_read_string (node, "label", REQUIRED, findings);
  block->text = nw_json_read_string (node, "lead", REQUIRED, findings);
  block->lines = read_lines (node, "items", findings);
  block->after = nw_json_read_string (node, "after", OPTIONAL, findings);
  block->refs = read_refs (self, node, REQUIRED, findings);
}

static void
read_action (NwArticle        *self,
             const NwJsonNode *node,
             NwArticleBlock   *block,
             NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "text", "target", NULL);
  block->text = nw_json_read_string (node, "text", REQUIRED, findings);
  block->target = read_target (node, findings);
}

static void
read_further (NwArticle        *self,
              const NwJsonNode *node,
              NwArticleBlock   *block,
              NwFindings       *findings)
{
  nw_json_check_members (node, findings, "type", "sources", NULL);
  block->refs = read_refs (self, node, REQUIRED, findings);
}

static const struct
{
  const char *type;
  ReadBlock   read;
} block_kinds[] = {
  [NW_BLOCK_PARAGRAPH] = { "paragraph", read_paragraph },
  [NW_BLOCK_LIST] = { "list", read_list },
  [NW_BLOCK_SUBHEADING] = { "subheading", read_subheading },
  [NW_BLOCK_PICTURE] = { "picture", read_picture },
  [NW_BLOCK_CLAIM] = { "claim", read_claim },
  [NW_BLOCK_FREQUENCY] = { "frequency", read_frequency },
  [NW_BLOCK_VIEWS] = { "views", read_views },
  [NW_BLOCK_OPTIONS] = { "options", read_options },
  [NW_BLOCK_URGENT] = { "urgent", read_urgent },
  [NW_BLOCK_ACTION] = { "action", read_action },
  [NW_BLOCK_FURTHER] = { "further", read_further },
};

static void
read_block (NwArticle        *self,
            const NwJsonNode *node,
            NwArticleBlock   *block,
            NwFindings       *findings)
{
  const char *types[G_N_ELEMENTS (block_kinds) + 1] = { NULL };
  int kind;

  if (!nw_json_expect (node, NW_JSON_OBJECT, findings))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (block_kinds); i++)
    types[i] = block_kinds[i].type;
  kind = nw_json_read_choice (node, "type", REQUIRED, types, findings);
  if (kind < 0)
    return;
  block->kind = kind;
  block_kinds[kind].read (self, node, block, findings);
}

/* Sections and the whole */

static void
read_section (NwArticle        *self,
              const NwJsonNode *node,
              NwFindings       *findings)
{
  NwArticleSection section = { NULL };
  const NwJsonNode *array = NULL;
  const NwJsonNode *child = NULL;
  gint64 number = 0;

  if (!nw_json_expect (node, NW_JSON_OBJECT, findings))
    return;

  nw_json_check_members (node, findings, "id", "heading", "short", "number", "blocks", NULL);
  section.id = read_name (node, findings);
  section.heading = nw_json_read_string (node, "heading", REQUIRED, findings);
  section.short_heading = nw_json_read_string (node, "short", REQUIRED, findings);
  nw_json_read_int (node, "number", OPTIONAL, 1, 99, &number, findings);
  section.number = (int) number;
  if (section.id != NULL && nw_article_find_section (self, section.id) >= 0)
    nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (node, "id"),
                     "“%s” is the name of an earlier section; expected one of its own",
                     section.id);

  array = nw_json_read_array (node, "blocks", REQUIRED, findings);
  if (array != NULL && nw_json_node_get_length (array) == 0)
    nw_findings_add (findings, NW_SEVERITY_ERROR, array,
                     "an empty list; expected one block or more");
  section.blocks = g_new0 (NwArticleBlock, array != NULL ? nw_json_node_get_length (array) : 0);
  NW_JSON_FOREACH (array, child)
    read_block (self, child, &section.blocks[section.n_blocks++], findings);

  /* Only what has a name can be looked for. */
  if (section.id == NULL)
    section.id = "";
  g_array_append_val (self->sections, section);
}

void
nw_article_read (NwArticle        *self,
                 const NwJsonNode *root,
                 NwFindings       *findings)
{
  const NwJsonNode *sources = NULL;
  const NwJsonNode *sections = NULL;
  const NwJsonNode *child = NULL;
  gint64 format = 0;

  if (!nw_json_expect (root, NW_JSON_OBJECT, findings))
    return;

  nw_json_check_members (root, findings, "format", "version", "language", "title", "summary",
                         "reviewed", "nextReview", "sections", "sources", NULL);
  nw_json_read_int (root, "format", REQUIRED, FORMAT, FORMAT, &format, findings);
  self->version = nw_json_read_string (root, "version", REQUIRED, findings);
  self->language = nw_json_read_string (root, "language", REQUIRED, findings);
  self->title = nw_json_read_string (root, "title", REQUIRED, findings);
  self->summary = read_lines (root, "summary", findings);
  self->reviewed = nw_json_read_date (root, "reviewed", REQUIRED, findings);
  self->next_review = nw_json_read_date (root, "nextReview", REQUIRED, findings);

  /* The blocks name the sources, so these come first. */
  sources = nw_json_read_array (root, "sources", REQUIRED, findings);
  NW_JSON_FOREACH (sources, child)
    read_source (self, child, findings);

  sections = nw_json_read_array (root, "sections", REQUIRED, findings);
  if (sections != NULL && nw_json_node_get_length (sections) == 0)
    nw_findings_add (findings, NW_SEVERITY_ERROR, sections,
                     "an empty list; expected one section or more");
  NW_JSON_FOREACH (sections, child)
    read_section (self, child, findings);
}

void
nw_article_block_clear (NwArticleBlock *block)
{
  for (gsize i = 0; i < block->n_items; i++)
    {
      g_strfreev (block->items[i].cells);
      g_free (block->items[i].refs.numbers);
    }
  g_free (block->items);
  g_strfreev (block->lines);
  g_free (block->refs.numbers);
}

/**
 * nw_verdict_get_id:
 * @verdict: a verdict
 *
 * Returns: its word in the document, such as `partly-supported`
 */
const char *
nw_verdict_get_id (NwVerdict verdict)
{
  return verdict_ids[verdict];
}
