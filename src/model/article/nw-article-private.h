/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the article and its reader share. */

#pragma once

#include "model/article/nw-article.h"
#include "model/base/nw-json.h"

G_BEGIN_DECLS

/* The strings lie in the document, which the article keeps. */
struct _NwArticle
{
  GObject     parent_instance;

  NwJson     *json;
  const char *title;
  const char *version;
  const char *language;
  const char *reviewed;
  const char *next_review;
  char      **summary;
  GArray     *sections;
  GArray     *sources;
};

void nw_article_read        (NwArticle        *self,
                             const NwJsonNode *root,
                             NwFindings       *findings);
void nw_article_block_clear (NwArticleBlock   *block);

G_END_DECLS
