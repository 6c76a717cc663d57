/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions and answers one below the other, perhaps each with the way to change it. */

#include "config.h"

#include "view/screening/nw-review-rows.h"

#include <glib/gi18n.h>

#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-line.h"

/* In lines of text: the line and the space between two rows, and the most that
 * is worth counting. */
#define LINES_BETWEEN 1.5
#define MOST_LINES 500

struct _NwReviewRows
{
  NwPieces   parent_instance;

  NwSummary *summary;
  guint      first;
  gboolean   can_change;
};

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwReviewRows, nw_review_rows, NW_TYPE_PIECES)

static NwSummaryEntry *
get_entry (NwReviewRows *self,
           guint         index)
{
  return nw_summary_get (self->summary, self->first + index);
}

static void
change_clicked_cb (NwReviewRows *self,
                   GtkWidget    *button)
{
  g_signal_emit (self, signals[CHANGE], 0, g_object_get_data (G_OBJECT (button), "nw-entry"));
}

static GtkWidget *
make_change_button (NwReviewRows   *self,
                    NwSummaryEntry *entry)
{
  gboolean answered = entry->answer != NULL && !entry->wanting;
  GtkWidget *button = gtk_button_new_with_label (answered ? _("Change") : _("Answer"));
  g_autofree char *question = nw_summary_entry_dup_question (entry);
  g_autofree char *name = NULL;

  /* Translators: on a button; %s is a question of the form */
  name = g_strdup_printf (answered ? _("Change: %s") : _("Answer: %s"), question);
  nw_a11y_set_name (button, name);
  nw_a11y_set_description (button, entry->answer);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "nw-change");
  g_object_set_data_full (G_OBJECT (button), "nw-entry",
                          nw_summary_entry_ref (entry),
                          (GDestroyNotify) nw_summary_entry_unref);
  g_signal_connect_object (button, "clicked",
                           G_CALLBACK (change_clicked_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_answer (NwReviewRows         *self,
             const NwSummaryEntry *entry)
{
  if (entry->answer != NULL)
    return nw_words_new_lines (entry->answer, "nw-answer-text");
  if (entry->wanting && self->can_change)
    return nw_words_new (_("Still to answer"), "nw-error");
  return nw_words_new (_("Left empty"), "nw-answer-empty");
}

static GtkWidget *
make_row (NwReviewRows   *self,
          NwSummaryEntry *entry)
{
  GtkWidget *row = g_object_new (NW_TYPE_LINE,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "spacing", 12,
                                 NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *question = nw_words_new (entry->question, "nw-caption");
  GtkWidget *answer = make_answer (self, entry);

  nw_words_fill (GTK_LABEL (question));
  if (GTK_IS_LABEL (answer))
    nw_words_fill (GTK_LABEL (answer));
  gtk_box_append (GTK_BOX (words), question);
  gtk_box_append (GTK_BOX (words), answer);
  gtk_widget_set_hexpand (words, TRUE);
  nw_line_append (NW_LINE (row), words);
  if (self->can_change)
    {
      GtkWidget *button = make_change_button (self, entry);

      nw_line_append (NW_LINE (row), button);
      /* “Change” stands beside each question and has too few letters for all. */
      nw_a11y_set_mnemonic_label (button, question);
    }
  return row;
}

/* Whether a row begins another repetition of a group than the row before. */
static gboolean
begins_group (NwReviewRows *self,
              guint         index)
{
  return g_strcmp0 (get_entry (self, index)->group,
                    index > 0 ? get_entry (self, index - 1)->group : NULL) != 0;
}

static GtkWidget *
nw_review_rows_build (NwPieces *pieces,
                      guint     index)
{
  NwReviewRows *self = NW_REVIEW_ROWS (pieces);
  NwSummaryEntry *entry = get_entry (self, index);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (index > 0)
    gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  if (entry->group != NULL && begins_group (self, index))
    gtk_box_append (GTK_BOX (box), nw_words_new (entry->group, "nw-strong"));
  gtk_box_append (GTK_BOX (box), make_row (self, entry));
  return box;
}

static double
nw_review_rows_guess_piece (NwPieces *pieces,
                            guint     index)
{
  NwReviewRows *self = NW_REVIEW_ROWS (pieces);

  return nw_review_rows_guess (self->summary, self->first + index, 1);
}

static void
nw_review_rows_finalize (GObject *object)
{
  nw_summary_unref (NW_REVIEW_ROWS (object)->summary);

  G_OBJECT_CLASS (nw_review_rows_parent_class)->finalize (object);
}

static void
nw_review_rows_class_init (NwReviewRowsClass *klass)
{
  NwPiecesClass *pieces_class = NW_PIECES_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nw_review_rows_finalize;
  pieces_class->build = nw_review_rows_build;
  pieces_class->guess = nw_review_rows_guess_piece;

  /**
   * NwReviewRows::change:
   * @self: the rows
   * @entry: (type gpointer): the `NwSummaryEntry` of the row
   *
   * Somebody wants to change an answer.
   */
  signals[CHANGE] = g_signal_new ("change", NW_TYPE_REVIEW_ROWS, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
nw_review_rows_init (NwReviewRows *self)
{
  nw_pieces_set_spacing (NW_PIECES (self), 12);
}

/**
 * nw_review_rows_new:
 * @summary: questions with their answers
 * @first: the first to show
 * @n: how many to show
 * @can_change: whether each has a button to change it
 *
 * Returns: (transfer floating): a row for each
 */
GtkWidget *
nw_review_rows_new (NwSummary *summary,
                    guint      first,
                    guint      n,
                    gboolean   can_change)
{
  NwReviewRows *self;

  g_return_val_if_fail (summary != NULL, NULL);
  g_return_val_if_fail (first + n <= nw_summary_get_n (summary), NULL);

  self = g_object_new (NW_TYPE_REVIEW_ROWS, NULL);
  self->summary = nw_summary_ref (summary);
  self->first = first;
  self->can_change = can_change;
  nw_pieces_set_n (NW_PIECES (self), n);

  return GTK_WIDGET (self);
}

/**
 * nw_review_rows_build_button:
 * @self: rows with buttons
 * @index: one of them
 *
 * Returns: (transfer none): its button to change the answer
 */
GtkWidget *
nw_review_rows_build_button (NwReviewRows *self,
                             guint         index)
{
  g_return_val_if_fail (NW_IS_REVIEW_ROWS (self), NULL);

  return gtk_widget_get_last_child (
    gtk_widget_get_last_child (nw_pieces_build (NW_PIECES (self), index)));
}

/**
 * nw_review_rows_guess:
 * @summary: questions with their answers
 * @first: the first to count
 * @n: how many to count
 *
 * Returns: how high the rows are, in lines of text, about
 */
double
nw_review_rows_guess (NwSummary *summary,
                      guint      first,
                      guint      n)
{
  double lines = 0;

  g_return_val_if_fail (summary != NULL, 0);
  g_return_val_if_fail (first + n <= nw_summary_get_n (summary), 0);

  for (guint i = first; i < first + n && lines < MOST_LINES; i++)
    {
      const NwSummaryEntry *entry = nw_summary_get (summary, i);
      double answer = nw_pieces_guess_words (entry->answer);

      lines += LINES_BETWEEN + nw_pieces_guess_words (entry->question) + MAX (1, answer);
    }
  return lines;
}
