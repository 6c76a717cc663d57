/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article: read once, never changed. */

#include "config.h"

#include "model/article/nw-article-private.h"

#include "model/base/nw-content.h"

#define ARTICLE_FILE "article.json"
/* Silent reading of plain prose: 238 words a minute in Brysbaert’s review of
 * 190 studies; readers in pain get more time. */
#define WORDS_A_MINUTE 200

G_DEFINE_FINAL_TYPE (NwArticle, nw_article, G_TYPE_OBJECT)

static void
clear_section (NwArticleSection *section)
{
  for (gsize i = 0; i < section->n_blocks; i++)
    nw_article_block_clear (&section->blocks[i]);
  g_free (section->blocks);
}

static GDate *
dup_date (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "-", 3);

  return g_date_new_dmy ((GDateDay) g_ascii_strtoull (parts[2], NULL, 10),
                         (GDateMonth) g_ascii_strtoull (parts[1], NULL, 10),
                         (GDateYear) g_ascii_strtoull (parts[0], NULL, 10));
}

static guint
count_words (const char *text)
{
  gboolean within = FALSE;
  guint n = 0;

  if (text == NULL)
    return 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean is_word = (guchar) *p < 0x80 ? !g_ascii_isspace (*p)
                                            : !g_unichar_isspace (g_utf8_get_char (p));

      if (is_word && !within)
        n++;
      within = is_word;
    }
  return n;
}

static guint
count_words_of_lines (char **lines)
{
  guint n = 0;

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    n += count_words (lines[i]);
  return n;
}

static guint
count_words_of_block (const NwArticleBlock *block)
{
  guint n = count_words (block->text) + count_words (block->label)
            + count_words (block->caption) + count_words (block->after)
            + count_words (block->meaning) + count_words (block->certainty_text)
            + count_words_of_lines (block->lines);

  for (gsize i = 0; i < block->n_items; i++)
    n += count_words (block->items[i].text) + count_words (block->items[i].who)
         + count_words (block->items[i].why) + count_words_of_lines (block->items[i].cells);
  return n;
}

static void
nw_article_finalize (GObject *object)
{
  NwArticle *self = NW_ARTICLE (object);

  g_clear_pointer (&self->sections, g_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->summary, g_strfreev);
  g_clear_pointer (&self->json, nw_json_unref);

  G_OBJECT_CLASS (nw_article_parent_class)->finalize (object);
}

static void
nw_article_class_init (NwArticleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nw_article_finalize;
}

static void
nw_article_init (NwArticle *self)
{
  self->sections = g_array_new (FALSE, TRUE, sizeof (NwArticleSection));
  g_array_set_clear_func (self->sections, (GDestroyNotify) clear_section);
  self->sources = g_array_new (FALSE, TRUE, sizeof (NwArticleSource));
}

/**
 * nw_article_new_from_bytes:
 * @bytes: the document
 * @name: what messages shall call it
 * @findings: takes everything that is wrong, each with its place
 *
 * Reads an article in the format of `data/content/README.md`.
 *
 * Returns: (transfer full) (nullable): the article, or %NULL where @findings
 *   has errors
 */
NwArticle *
nw_article_new_from_bytes (GBytes     *bytes,
                           const char *name,
                           NwFindings *findings)
{
  g_autoptr (NwArticle) self = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (findings != NULL, NULL);

  self = g_object_new (NW_TYPE_ARTICLE, NULL);
  self->json = nw_json_new_from_bytes (bytes, name, NULL, &error);
  if (self->json == NULL)
    {
      nw_findings_add_at (findings, NW_SEVERITY_ERROR, "", "%s", error->message);
      return NULL;
    }

  nw_article_read (self, nw_json_get_root (self->json), findings);
  if (nw_findings_has_errors (findings))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * nw_article_load:
 * @findings: (out) (transfer full): everything that is wrong
 *
 * Loads the article in the reader’s language.
 *
 * Returns: (transfer full) (nullable): the article, or %NULL where @findings
 *   has errors
 */
NwArticle *
nw_article_load (NwFindings **findings)
{
  g_autofree char *language = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (findings != NULL, NULL);

  bytes = nw_content_load (ARTICLE_FILE, &language, &error);
  name = g_strdup_printf ("%s/%s", language, ARTICLE_FILE);
  *findings = nw_findings_new (name);
  if (bytes == NULL)
    {
      nw_findings_add_at (*findings, NW_SEVERITY_ERROR, "", "%s", error->message);
      return NULL;
    }
  return nw_article_new_from_bytes (bytes, name, *findings);
}

/**
 * nw_article_get_title:
 * @self: an article
 *
 * Returns: its title
 */
const char *
nw_article_get_title (NwArticle *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), NULL);

  return self->title;
}

/**
 * nw_article_get_summary:
 * @self: an article
 *
 * Returns: (transfer none) (array zero-terminated=1): the article in a few
 *   sentences
 */
char **
nw_article_get_summary (NwArticle *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), NULL);

  return self->summary;
}

/**
 * nw_article_get_version:
 * @self: an article
 *
 * Returns: its version, such as `2026.11.1`
 */
const char *
nw_article_get_version (NwArticle *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), NULL);

  return self->version;
}

/**
 * nw_article_get_language:
 * @self: an article
 *
 * Returns: the code of the language that it is written in
 */
const char *
nw_article_get_language (NwArticle *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), NULL);

  return self->language;
}

/**
 * nw_article_dup_reviewed:
 * @self: an article
 *
 * Returns: (transfer full): the day when it was last checked
 */
GDate *
nw_article_dup_reviewed (NwArticle *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), NULL);

  return dup_date (self->reviewed);
}

/**
 * nw_article_dup_next_review:
 * @self: an article
 *
 * Returns: (transfer full): the day by when it is to be checked again
 */
GDate *
nw_article_dup_next_review (NwArticle *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), NULL);

  return dup_date (self->next_review);
}

/**
 * nw_article_get_lead_picture:
 * @self: an article
 *
 * The first picture of the first section belongs to the whole article and
 * stands below its title.
 *
 * Returns: (nullable): that picture’s block
 */
const NwArticleBlock *
nw_article_get_lead_picture (NwArticle *self)
{
  const NwArticleSection *first = NULL;

  g_return_val_if_fail (NW_IS_ARTICLE (self), NULL);

  first = nw_article_get_section (self, 0);
  for (gsize i = 0; i < first->n_blocks; i++)
    if (first->blocks[i].kind == NW_BLOCK_PICTURE)
      return &first->blocks[i];
  return NULL;
}

/**
 * nw_article_get_minutes:
 * @self: an article
 *
 * Returns: how long it takes to read, in minutes, at 200 words a minute
 */
guint
nw_article_get_minutes (NwArticle *self)
{
  guint n = 0;

  g_return_val_if_fail (NW_IS_ARTICLE (self), 0);

  n = count_words (self->title) + count_words_of_lines (self->summary);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const NwArticleSection *section = nw_article_get_section (self, i);

      n += count_words (section->heading);
      for (gsize j = 0; j < section->n_blocks; j++)
        n += count_words_of_block (&section->blocks[j]);
    }
  return MAX (1, (n + WORDS_A_MINUTE / 2) / WORDS_A_MINUTE);
}

/**
 * nw_article_get_n_sections:
 * @self: an article
 *
 * Returns: the number of sections, at least 1
 */
guint
nw_article_get_n_sections (NwArticle *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), 0);

  return self->sections->len;
}

/**
 * nw_article_get_section:
 * @self: an article
 * @index: which one
 *
 * Returns: the section, owned by the article
 */
const NwArticleSection *
nw_article_get_section (NwArticle *self,
                        guint      index)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (index < self->sections->len, NULL);

  return &g_array_index (self->sections, NwArticleSection, index);
}

/**
 * nw_article_find_section:
 * @self: an article
 * @id: a section’s name
 *
 * Returns: its place, or -1 where there is none of that name
 */
int
nw_article_find_section (NwArticle  *self,
                         const char *id)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  for (guint i = 0; i < self->sections->len; i++)
    if (g_str_equal (nw_article_get_section (self, i)->id, id))
      return (int) i;
  return -1;
}

/**
 * nw_article_get_n_sources:
 * @self: an article
 *
 * Returns: the number of sources
 */
guint
nw_article_get_n_sources (NwArticle *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), 0);

  return self->sources->len;
}

/**
 * nw_article_get_source:
 * @self: an article
 * @index: which one, as in #NwArticleRefs
 *
 * Returns: the source, owned by the article
 */
const NwArticleSource *
nw_article_get_source (NwArticle *self,
                       guint      index)
{
  g_return_val_if_fail (NW_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (index < self->sources->len, NULL);

  return &g_array_index (self->sources, NwArticleSource, index);
}
