/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/article/nw-article.h"
#include "view/widgets/nw-page.h"

G_BEGIN_DECLS

/**
 * NwTextStyle:
 * @NW_TEXT_BODY: a paragraph
 * @NW_TEXT_SECTION: the heading of a section
 * @NW_TEXT_SUBHEADING: a heading within a section
 * @NW_TEXT_CLAIM: a reason as people give it
 * @NW_TEXT_CAPTION: small print
 * @NW_TEXT_KEY: what the next text is about
 *
 * How a text is set, as far as its height depends on it.
 */
typedef enum
{
  NW_TEXT_BODY,
  NW_TEXT_SECTION,
  NW_TEXT_SUBHEADING,
  NW_TEXT_CLAIM,
  NW_TEXT_CAPTION,
  NW_TEXT_KEY,
} NwTextStyle;

/**
 * NwTextMetrics:
 * @letter: the average width of a letter, in pixels
 * @line: the height of a line, in pixels
 *
 * Of the font that everything is set in, before styles.
 */
typedef struct
{
  double letter;
  double line;
} NwTextMetrics;

typedef void (*NwTextFunc) (const char  *text,
                            NwTextStyle  style,
                            gpointer     user_data);

void nw_article_texts_foreach        (NwArticle             *article,
                                      const NwArticleBlock  *block,
                                      NwLayout               layout,
                                      NwTextFunc             func,
                                      gpointer               user_data);
void nw_article_texts_foreach_source (const NwArticleSource *source,
                                      gboolean               numbered,
                                      NwTextFunc             func,
                                      gpointer               user_data);
int  nw_article_texts_estimate       (NwArticle             *article,
                                      const NwArticleBlock  *block,
                                      NwLayout               layout,
                                      const NwTextMetrics   *metrics,
                                      int                    width);
int  nw_article_texts_estimate_text  (const char            *text,
                                      NwTextStyle            style,
                                      const NwTextMetrics   *metrics,
                                      int                    width);

G_END_DECLS
