/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers, a card for each page of the form. */

#include "config.h"

#include "view/screening/nw-review-cards.h"

#include "view/screening/nw-words.h"

/* What a card has beside its rows, in lines of text. */
#define LINES_OF_CARD 3.0

typedef struct
{
  guint first;
  guint n;
} Card;

struct _NwReviewCards
{
  NwPieces   parent_instance;

  GPtrArray *summary;
  GArray    *cards;
};

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwReviewCards, nw_review_cards, NW_TYPE_PIECES)

static const Card *
get_card (NwReviewCards *self,
          guint          index)
{
  return &g_array_index (self->cards, Card, index);
}

static const char *
get_title (NwReviewCards *self,
           guint          index)
{
  const NwSummaryEntry *entry = g_ptr_array_index (self->summary, get_card (self, index)->first);

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
  const Card *card = get_card (self, index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *rows = nw_review_rows_new (self->summary, card->first, card->n, TRUE);

  gtk_widget_add_css_class (box, "nw-card");
  if (get_title (self, index) != NULL)
    {
      GtkWidget *title = nw_words_new (get_title (self, index), "nw-subheading");

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
  const Card *card = get_card (self, index);

  return LINES_OF_CARD + nw_review_rows_guess (self->summary, card->first, card->n);
}

static void
nw_review_cards_finalize (GObject *object)
{
  NwReviewCards *self = NW_REVIEW_CARDS (object);

  g_ptr_array_unref (self->summary);
  g_array_unref (self->cards);

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
  self->cards = g_array_new (FALSE, FALSE, sizeof (Card));
}

/**
 * nw_review_cards_new:
 * @summary: (element-type NwSummaryEntry): questions with their answers
 *
 * Returns: (transfer floating): a card for each page
 */
GtkWidget *
nw_review_cards_new (GPtrArray *summary)
{
  NwReviewCards *self;
  const NwItem *page = NULL;

  g_return_val_if_fail (summary != NULL, NULL);

  self = g_object_new (NW_TYPE_REVIEW_CARDS, NULL);
  self->summary = g_ptr_array_ref (summary);
  for (guint i = 0; i < summary->len; i++)
    {
      const NwSummaryEntry *entry = g_ptr_array_index (summary, i);
      Card card = { i, 0 };

      if (entry->page != page)
        g_array_append_val (self->cards, card);
      page = entry->page;
      g_array_index (self->cards, Card, self->cards->len - 1).n++;
    }
  nw_pieces_set_n (NW_PIECES (self), self->cards->len);

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

  for (guint i = 0; i < self->cards->len; i++)
    {
      const Card *card = get_card (self, i);

      if (entry >= card->first && entry < card->first + card->n)
        {
          GtkWidget *box = nw_pieces_build (NW_PIECES (self), i);

          return nw_review_rows_build_button (NW_REVIEW_ROWS (gtk_widget_get_last_child (box)),
                                              entry - card->first);
        }
    }
  return NULL;
}
