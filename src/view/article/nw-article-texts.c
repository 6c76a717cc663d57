/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of a block in the order in which its widgets show them, and how high
 * it will be: both known without a widget. */

#include "config.h"

#include "view/article/nw-article-texts.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "view/article/nw-article-block.h"

/* The letters of running text beside what Pango calls the average width. */
#define LETTER_WIDTH 0.9
/* A card’s padding and edge, on both sides together. */
#define CARD_PADDING 38

static const struct
{
  double em;
  double line_height;
} styles[] = {
  [NW_TEXT_BODY] = { 1, 1.5 },
  [NW_TEXT_SECTION] = { 1.29, 1.3 },
  [NW_TEXT_SUBHEADING] = { 1, 1.4 },
  [NW_TEXT_CLAIM] = { 1.1, 1.4 },
  [NW_TEXT_CAPTION] = { 0.86, 1.4 },
  [NW_TEXT_KEY] = { 0.86, 1.5 },
};

static void
tell (NwTextFunc   func,
      gpointer     user_data,
      const char  *text,
      NwTextStyle  style)
{
  if (text != NULL)
    func (text, style, user_data);
}

static void
tell_lines (NwTextFunc  func,
            gpointer    user_data,
            char      **lines)
{
  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    func (lines[i], NW_TEXT_BODY, user_data);
}

/* The kinds of blocks that are more than a list of lines */

static void
tell_claim (const NwArticleBlock *block,
            NwTextFunc            func,
            gpointer              user_data)
{
  g_autofree char *certainty = g_strdup_printf (_("How sure: %s"),
                                                nw_article_get_certainty_label (block->certainty));

  tell (func, user_data, block->text, NW_TEXT_CLAIM);
  tell (func, user_data, _("What studies found"), NW_TEXT_KEY);
  tell_lines (func, user_data, block->lines);
  tell (func, user_data, certainty, NW_TEXT_KEY);
  tell (func, user_data, block->certainty_text, NW_TEXT_BODY);
  tell (func, user_data, _("What it means for you"), NW_TEXT_KEY);
  tell (func, user_data, block->meaning, NW_TEXT_BODY);
}

static void
tell_frequency (const NwArticleBlock *block,
                NwTextFunc            func,
                gpointer              user_data)
{
  g_autofree char *out_of = g_strdup_printf (_("in %d"), block->per);

  tell (func, user_data, block->label, NW_TEXT_SUBHEADING);
  for (gsize i = 0; i < block->n_items; i++)
    {
      g_autofree char *count = g_strdup_printf ("%d", block->items[i].count);

      tell (func, user_data, count, NW_TEXT_BODY);
      tell (func, user_data, out_of, NW_TEXT_KEY);
      tell (func, user_data, block->items[i].text, NW_TEXT_BODY);
    }
  tell (func, user_data, block->caption, NW_TEXT_CAPTION);
}

static void
tell_views (const NwArticleBlock *block,
            NwTextFunc            func,
            gpointer              user_data)
{
  tell (func, user_data, block->label, NW_TEXT_SUBHEADING);
  for (gsize i = 0; i < block->n_items; i++)
    {
      tell (func, user_data, block->items[i].who, NW_TEXT_KEY);
      tell (func, user_data, block->items[i].text, NW_TEXT_BODY);
      tell (func, user_data, block->items[i].why, NW_TEXT_CAPTION);
    }
}

/* As a table the heads stand once, as cards with every cell. */
static void
tell_options (const NwArticleBlock *block,
              NwLayout              layout,
              NwTextFunc            func,
              gpointer              user_data)
{
  gboolean is_table = layout == NW_LAYOUT_WIDE;

  for (gsize i = 0; is_table && block->lines[i] != NULL; i++)
    tell (func, user_data, block->lines[i], NW_TEXT_KEY);
  for (gsize i = 0; i < block->n_items; i++)
    {
      const NwArticleItem *item = &block->items[i];

      tell (func, user_data, item->text, NW_TEXT_BODY);
      for (gsize j = 0; item->cells[j] != NULL; j++)
        {
          if (!is_table)
            tell (func, user_data, block->lines[j], NW_TEXT_KEY);
          tell (func, user_data, item->cells[j], NW_TEXT_BODY);
        }
    }
}

static void
tell_urgent (const NwArticleBlock *block,
             NwTextFunc            func,
             gpointer              user_data)
{
  tell (func, user_data, block->text, NW_TEXT_BODY);
  tell_lines (func, user_data, block->lines);
  if (block->after != NULL)
    tell (func, user_data, block->after, NW_TEXT_BODY);
  else
    tell (func, user_data, _("Sources"), NW_TEXT_CAPTION);
}

/**
 * nw_article_texts_foreach_source:
 * @source: a source
 * @numbered: whether it stands in the list at the end
 * @func: (scope call): gets the texts
 * @user_data: for @func
 *
 * Tells the texts of a source that can be selected, in their order.
 */
void
nw_article_texts_foreach_source (const NwArticleSource *source,
                                 gboolean               numbered,
                                 NwTextFunc             func,
                                 gpointer               user_data)
{
  g_autofree char *publisher = nw_source_dup_publisher (source);

  tell (func, user_data, source->title, NW_TEXT_BODY);
  tell (func, user_data, publisher, NW_TEXT_CAPTION);
  if (!numbered)
    tell (func, user_data, source->good_for, NW_TEXT_BODY);
}

/**
 * nw_article_texts_foreach:
 * @article: the article
 * @block: one of its blocks
 * @layout: how much room there is
 * @func: (scope call): gets the texts
 * @user_data: for @func
 *
 * Tells the texts of a block that can be selected, in the order of its labels.
 */
void
nw_article_texts_foreach (NwArticle            *article,
                          const NwArticleBlock *block,
                          NwLayout              layout,
                          NwTextFunc            func,
                          gpointer              user_data)
{
  g_return_if_fail (NW_IS_ARTICLE (article));
  g_return_if_fail (block != NULL && func != NULL);

  switch (block->kind)
    {
    case NW_BLOCK_PARAGRAPH:
      tell (func, user_data, block->text, NW_TEXT_BODY);
      break;
    case NW_BLOCK_LIST:
      for (gsize i = 0; i < block->n_items; i++)
        tell (func, user_data, block->items[i].text, NW_TEXT_BODY);
      break;
    case NW_BLOCK_SUBHEADING:
      tell (func, user_data, block->text, NW_TEXT_SUBHEADING);
      break;
    case NW_BLOCK_PICTURE:
      tell (func, user_data, block->caption, NW_TEXT_CAPTION);
      break;
    case NW_BLOCK_CLAIM:
      tell_claim (block, func, user_data);
      break;
    case NW_BLOCK_FREQUENCY:
      tell_frequency (block, func, user_data);
      break;
    case NW_BLOCK_VIEWS:
      tell_views (block, func, user_data);
      break;
    case NW_BLOCK_OPTIONS:
      tell_options (block, layout, func, user_data);
      break;
    case NW_BLOCK_URGENT:
      tell_urgent (block, func, user_data);
      break;
    case NW_BLOCK_FURTHER:
      for (gsize i = 0; i < block->refs.length; i++)
        nw_article_texts_foreach_source (nw_article_get_source (article, block->refs.numbers[i]),
                                         FALSE, func, user_data);
      break;
    case NW_BLOCK_ACTION:
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Height */

typedef struct
{
  const NwTextMetrics *metrics;
  int                  width;
  int                  spacing;
  int                  height;
} Estimate;

/**
 * nw_article_texts_estimate_text:
 * @text: what it says
 * @style: how it is set
 * @metrics: of the font
 * @width: the room for it, in pixels
 *
 * Returns: how high it will be, about, in pixels
 */
int
nw_article_texts_estimate_text (const char          *text,
                                NwTextStyle          style,
                                const NwTextMetrics *metrics,
                                int                  width)
{
  double em = styles[style].em;
  double lines;

  g_return_val_if_fail (text != NULL, 0);

  lines = ceil ((double) strlen (text) * metrics->letter * em * LETTER_WIDTH / MAX (width, 1));
  return (int) (MAX (lines, 1) * metrics->line * em * styles[style].line_height);
}

static void
add_text (const char  *text,
          NwTextStyle  style,
          gpointer     user_data)
{
  Estimate *estimate = user_data;

  estimate->height += nw_article_texts_estimate_text (text, style, estimate->metrics, estimate->width)
                      + estimate->spacing;
}

/**
 * nw_article_texts_estimate:
 * @article: the article
 * @block: one of its blocks
 * @layout: how much room there is
 * @metrics: of the font
 * @width: the width of the block, in pixels
 *
 * Guesses how high a block will be, so that a scrollbar can tell how long the
 * article is before it is built.
 *
 * Returns: the height, in pixels
 */
int
nw_article_texts_estimate (NwArticle            *article,
                           const NwArticleBlock *block,
                           NwLayout              layout,
                           const NwTextMetrics  *metrics,
                           int                   width)
{
  Estimate estimate = { metrics, width, 6, 0 };
  double line = metrics->line;
  int columns = 1;
  int more = 0;

  g_return_val_if_fail (block != NULL, 0);

  switch (block->kind)
    {
    case NW_BLOCK_LIST:
      estimate.width -= 21;
      break;
    case NW_BLOCK_SUBHEADING:
      more = 12;
      break;
    case NW_BLOCK_PICTURE:
      more = width / 2 + 6;
      break;
    case NW_BLOCK_CLAIM:
      /* The verdict, and the line above what it means. */
      more = CARD_PADDING + 30 + (int) (2 * line);
      estimate.width -= CARD_PADDING;
      break;
    case NW_BLOCK_FREQUENCY:
      columns = width > 38 * metrics->letter ? 2 : 1;
      /* The figures with a hundred dots each. */
      more = CARD_PADDING + (int) (((double) block->n_items + columns - 1) / columns * 8 * line);
      estimate.width = (width - CARD_PADDING) / columns;
      break;
    case NW_BLOCK_VIEWS:
      columns = width > 53 * metrics->letter ? 2 : 1;
      more = 24 + (int) block->n_items * 60 / columns;
      estimate.width = width / columns - CARD_PADDING;
      break;
    case NW_BLOCK_OPTIONS:
      columns = layout == NW_LAYOUT_WIDE ? (int) g_strv_length (block->lines) : 1;
      more = CARD_PADDING + (int) (block->n_items * (layout == NW_LAYOUT_WIDE ? 24 : 50));
      estimate.width = (width - CARD_PADDING) / columns - 12;
      break;
    case NW_BLOCK_URGENT:
      more = CARD_PADDING + (int) (2 * line);
      estimate.width -= CARD_PADDING + 21;
      break;
    case NW_BLOCK_ACTION:
      return (int) (1.2 * line) + 18;
    case NW_BLOCK_FURTHER:
      more = (int) ((double) block->refs.length * (48 + 2 * line));
      estimate.width -= CARD_PADDING;
      break;
    case NW_BLOCK_PARAGRAPH:
      estimate.spacing = 0;
      break;
    default:
      g_assert_not_reached ();
    }
  nw_article_texts_foreach (article, block, layout, add_text, &estimate);
  return more + estimate.height / columns;
}
