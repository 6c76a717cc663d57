/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers, a card for each page of the form. */

#include "config.h"

#include "view/screening/nw-review-cards.h"

#include "view/screening/nw-words.h"

/* What a card has beside its rows, in lines of text. */
#define LINES_OF_CARD 3.0

struct _NwReviewCards
{
  NwPieces   parent_instance;

  NwSummary *summary;
};

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwReviewCards, nw_review_cards, NW_TYPE_PIECES)

static const char *
get_title (NwReviewCards *self,
           guint          first)
{
  const NwSummaryEntry *entry = nw_summary_get (self->summary, first);

  if (entry->page->type != NW_ITEM_GROUP || entry->section == NULL || *entry->section == '\0')
    return NULL;
  return entry->section;
}

static void
change_cb (NwReviewCards *self,
           gpointer       entry)
{
  g_signal_emit (self, signals[CHANGE], 0, entry);
}

static GtkWidget *
nw_review_cards_build (NwPieces *pieces,
                       guint     index)
{
  NwReviewCards *self = NW_REVIEW_CARDS (pieces);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *rows;
  guint first;
  guint n;

  nw_summary_get_page (self->summary, index, &first, &n);
  rows = nw_review_rows_new (self->summary, first, n, TRUE);
  gtk_widget_add_css_class (box, "nw-card");
  if (get_title (self, first) != NULL)
    {
      GtkWidget *title = nw_words_new (get_title (self, first), "nw-subheading");

      nw_words_fill (GTK_LABEL (title));
      gtk_box_append (GTK_BOX (box), title);
    }
  gtk_box_append (GTK_BOX (box), rows);
  g_signal_connect_object (rows, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static double
nw_review_cards_guess (NwPieces *pieces,
                       guint     index)
{
  NwReviewCards *self = NW_REVIEW_CARDS (pieces);
  guint first;
  guint n;

  nw_summary_get_page (self->summary, index, &first, &n);
  return LINES_OF_CARD + nw_review_rows_guess (self->summary, first, n);
}

static void
nw_review_cards_finalize (GObject *object)
{
  nw_summary_unref (NW_REVIEW_CARDS (object)->summary);

  G_OBJECT_CLASS (nw_review_cards_parent_class)->finalize (object);
}

static void
nw_review_cards_class_init (NwReviewCardsClass *klass)
{
  NwPiecesClass *pieces_class = NW_PIECES_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nw_review_cards_finalize;
  pieces_class->build = nw_review_cards_build;
  pieces_class->guess = nw_review_cards_guess;

  /**
   * NwReviewCards::change:
   * @self: the cards
   * @entry: (type gpointer): the `NwSummaryEntry` of the row
   *
   * Somebody wants to change an answer.
   */
  signals[CHANGE] = g_signal_new ("change", NW_TYPE_REVIEW_CARDS, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
nw_review_cards_init (NwReviewCards *self)
{
  nw_pieces_set_spacing (NW_PIECES (self), 12);
}

/**
 * nw_review_cards_new:
 * @summary: questions with their answers
 *
 * Returns: (transfer floating): a card for each page
 */
GtkWidget *
nw_review_cards_new (NwSummary *summary)
{
  NwReviewCards *self;

  g_return_val_if_fail (summary != NULL, NULL);

  self = g_object_new (NW_TYPE_REVIEW_CARDS, NULL);
  self->summary = nw_summary_ref (summary);
  nw_pieces_set_n (NW_PIECES (self), nw_summary_get_n_pages (summary));

  return GTK_WIDGET (self);
}

/**
 * nw_review_cards_build_button:
 * @self: cards
 * @entry: the place of an answer in the summary
 *
 * Returns: (transfer none) (nullable): its button to change the answer
 */
GtkWidget *
nw_review_cards_build_button (NwReviewCards *self,
                              guint          entry)
{
  g_return_val_if_fail (NW_IS_REVIEW_CARDS (self), NULL);

  for (guint i = 0; i < nw_summary_get_n_pages (self->summary); i++)
    {
      guint first;
      guint n;

      nw_summary_get_page (self->summary, i, &first, &n);
      if (entry >= first && entry < first + n)
        {
          GtkWidget *box = nw_pieces_build (NW_PIECES (self), i);

          return nw_review_rows_build_button (NW_REVIEW_ROWS (gtk_widget_get_last_child (box)),
                                              entry - first);
        }
    }
  return NULL;
}
