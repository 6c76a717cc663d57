/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/base/nw-findings.h"

G_BEGIN_DECLS

/**
 * NwArticleBlockKind:
 * @NW_BLOCK_PARAGRAPH: a paragraph of text
 * @NW_BLOCK_LIST: a list, with numbers where it is ordered
 * @NW_BLOCK_SUBHEADING: a heading within a section
 * @NW_BLOCK_PICTURE: a picture with its caption
 * @NW_BLOCK_CLAIM: a reason as people give it, with a verdict
 * @NW_BLOCK_FREQUENCY: how many people out of so many
 * @NW_BLOCK_VIEWS: who says what, side by side
 * @NW_BLOCK_OPTIONS: the options in a table
 * @NW_BLOCK_URGENT: signs that must not wait
 * @NW_BLOCK_ACTION: the way to another part of the program
 * @NW_BLOCK_FURTHER: sources for reading on
 *
 * What a block of the article is.
 */
typedef enum
{
  NW_BLOCK_PARAGRAPH,
  NW_BLOCK_LIST,
  NW_BLOCK_SUBHEADING,
  NW_BLOCK_PICTURE,
  NW_BLOCK_CLAIM,
  NW_BLOCK_FREQUENCY,
  NW_BLOCK_VIEWS,
  NW_BLOCK_OPTIONS,
  NW_BLOCK_URGENT,
  NW_BLOCK_ACTION,
  NW_BLOCK_FURTHER,
} NwArticleBlockKind;

/**
 * NwVerdict:
 * @NW_VERDICT_SUPPORTED: good studies back it
 * @NW_VERDICT_PARTLY: some of it holds
 * @NW_VERDICT_NOT: good studies do not back it
 *
 * What is known of a reason.
 */
typedef enum
{
  NW_VERDICT_SUPPORTED,
  NW_VERDICT_PARTLY,
  NW_VERDICT_NOT,
} NwVerdict;

/**
 * NwCertainty:
 * @NW_CERTAINTY_VERY_LOW: new studies may well change the answer
 * @NW_CERTAINTY_LOW: less than half sure
 * @NW_CERTAINTY_MODERATE: rather sure
 * @NW_CERTAINTY_HIGH: new studies are not likely to change the answer
 *
 * How firm an answer is, from the least to the most.
 */
typedef enum
{
  NW_CERTAINTY_VERY_LOW,
  NW_CERTAINTY_LOW,
  NW_CERTAINTY_MODERATE,
  NW_CERTAINTY_HIGH,
} NwCertainty;

/**
 * NwUrgency:
 * @NW_URGENCY_HELP_NOW: at once
 * @NW_URGENCY_ADVICE_SOON: a doctor, soon
 *
 * How long the signs of a block may wait.
 */
typedef enum
{
  NW_URGENCY_HELP_NOW,
  NW_URGENCY_ADVICE_SOON,
} NwUrgency;

/**
 * NwArticleRefs:
 * @numbers: (array length=length): places in the list of sources, from 0
 * @length: how many there are
 *
 * The sources of a statement, in the order of the article.
 */
typedef struct
{
  guint *numbers;
  gsize  length;
} NwArticleRefs;

/**
 * NwArticleItem:
 * @text: a list’s item, a figure’s row, a view’s statement or an option’s name
 * @who: (nullable): whose view it is
 * @why: (nullable): the reason for the view
 * @count: how many, in a figure
 * @cells: (nullable) (array zero-terminated=1): an option’s cells
 * @refs: its sources
 *
 * One part of a block that has several.
 */
typedef struct
{
  const char     *text;
  const char     *who;
  const char     *why;
  int             count;
  char          **cells;
  NwArticleRefs   refs;
} NwArticleItem;

/**
 * NwArticleBlock:
 * @kind: what it is; the other members are set as far as the kind has them
 * @text: the paragraph, heading, claim, lead or button’s text
 * @label: (nullable): a title
 * @caption: (nullable): what stands below a picture or figure
 * @alternative: (nullable): the picture or figure in words
 * @file: (nullable): the picture’s file, within `content/pictures`
 * @target: (nullable): a place for `win.show-place`
 * @after: (nullable): what stands below the signs
 * @meaning: (nullable): what it means for the reader
 * @certainty_text: (nullable): why it is as sure as that
 * @verdict: a claim’s verdict
 * @certainty: a claim’s certainty
 * @urgency: how urgent the signs are
 * @per: out of how many a figure counts
 * @ordered: whether a list has numbers
 * @lines: (nullable) (array zero-terminated=1): findings, signs or columns
 * @items: (array length=n_items): items, rows, views or options
 * @n_items: how many of these
 * @refs: its sources
 *
 * One block of the article, owned by it.
 */
typedef struct
{
  NwArticleBlockKind   kind;
  const char          *text;
  const char          *label;
  const char          *caption;
  const char          *alternative;
  const char          *file;
  const char          *target;
  const char          *after;
  const char          *meaning;
  const char          *certainty_text;
  NwVerdict            verdict;
  NwCertainty          certainty;
  NwUrgency            urgency;
  int                  per;
  gboolean             ordered;
  char               **lines;
  NwArticleItem       *items;
  gsize                n_items;
  NwArticleRefs        refs;
} NwArticleBlock;

/**
 * NwArticleSection:
 * @id: its name for links, such as `not-wait`
 * @heading: its heading
 * @short_heading: the heading for the outline
 * @number: its number, or 0 where it has none
 * @blocks: (array length=n_blocks): what it holds
 * @n_blocks: how many
 *
 * One section of the article, owned by it.
 */
typedef struct
{
  const char     *id;
  const char     *heading;
  const char     *short_heading;
  int             number;
  NwArticleBlock *blocks;
  gsize           n_blocks;
} NwArticleSection;

/**
 * NwArticleSource:
 * @id: its name within the document
 * @title: its title
 * @organisation: who published it
 * @year: the year, or 0 where none is known
 * @address: where it is, an `https` or `http` address
 * @kind: what sort of source it is
 * @good_for: (nullable): what it is good for
 * @number: the number that is printed, from 1
 *
 * One source of the article, owned by it.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *organisation;
  int         year;
  const char *address;
  const char *kind;
  const char *good_for;
  guint       number;
} NwArticleSource;

#define NW_TYPE_ARTICLE (nw_article_get_type ())
G_DECLARE_FINAL_TYPE (NwArticle, nw_article, NW, ARTICLE, GObject)

NwArticle *nw_article_new_from_bytes (GBytes      *bytes,
                                      const char  *name,
                                      NwFindings  *findings);
NwArticle *nw_article_load           (NwFindings **findings);

const char           *nw_article_get_title        (NwArticle *self);
char                **nw_article_get_summary      (NwArticle *self);
const char           *nw_article_get_version      (NwArticle *self);
const char           *nw_article_get_language     (NwArticle *self);
GDate                *nw_article_dup_reviewed     (NwArticle *self);
GDate                *nw_article_dup_next_review  (NwArticle *self);
const NwArticleBlock *nw_article_get_lead_picture (NwArticle *self);
guint                 nw_article_get_minutes      (NwArticle *self);

guint                   nw_article_get_n_sections (NwArticle  *self);
const NwArticleSection *nw_article_get_section    (NwArticle  *self,
                                                   guint       index);
int                     nw_article_find_section   (NwArticle  *self,
                                                   const char *id);
guint                   nw_article_get_n_sources  (NwArticle  *self);
const NwArticleSource  *nw_article_get_source     (NwArticle  *self,
                                                   guint       index);

const char *nw_verdict_get_id (NwVerdict verdict);

G_END_DECLS
