/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the reader of the article, and the search in its texts. */

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "model/article/nw-article.h"
#include "model/article/nw-text-fold.h"

static void
search (const char *text)
{
  g_autofree char *needle = NULL;
  g_autoptr (GArray) matches = NULL;

  if (text == NULL)
    return;

  needle = nw_text_fold (text);
  matches = nw_text_find_folded (text, needle);
  g_assert_true (*needle == '\0' || matches->len >= 1);
  for (guint i = 0; i < matches->len; i++)
    {
      const NwMatch *match = &g_array_index (matches, NwMatch, i);

      g_assert_cmpuint (match->start, <, match->end);
      g_assert_cmpuint (match->end, <=, strlen (text));
      g_assert_true (g_utf8_validate (text + match->start, match->end - match->start, NULL));
    }
}

static void
check_refs (NwArticle           *article,
            const NwArticleRefs *refs)
{
  for (gsize i = 0; i < refs->length; i++)
    g_assert_cmpuint (refs->numbers[i], <, nw_article_get_n_sources (article));
}

static void
visit_section (NwArticle              *article,
               const NwArticleSection *section)
{
  g_assert_nonnull (section->heading);
  for (gsize i = 0; i < section->n_blocks; i++)
    {
      const NwArticleBlock *block = &section->blocks[i];

      search (block->text);
      check_refs (article, &block->refs);
      for (gsize j = 0; j < block->n_items; j++)
        {
          search (block->items[j].text);
          check_refs (article, &block->items[j].refs);
        }
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (NwFindings) findings = nw_findings_new ("fuzz");
  g_autoptr (NwArticle) article = nw_article_new_from_bytes (bytes, "fuzz", findings);
  g_autoptr (GDate) reviewed = NULL;
  g_autoptr (GDate) next_review = NULL;

  fuzz_read_findings (findings);
  g_assert_true (article != NULL || nw_findings_get_length (findings) > 0);
  if (article == NULL)
    return 0;

  reviewed = nw_article_dup_reviewed (article);
  next_review = nw_article_dup_next_review (article);
  g_assert_nonnull (nw_article_get_title (article));
  nw_article_get_lead_picture (article);
  nw_article_get_minutes (article);
  for (guint i = 0; i < nw_article_get_n_sections (article); i++)
    visit_section (article, nw_article_get_section (article, i));
  for (guint i = 0; i < nw_article_get_n_sources (article); i++)
    g_assert_nonnull (nw_article_get_source (article, i)->address);
  return 0;
}
