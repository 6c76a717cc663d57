/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a form one below the other, each to be gone to. */

#include "config.h"

#include "view/screening/nw-overview-rows.h"

#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

#define LINES_OF_ROW 2.0
#define ROW_LETTERS 32

struct _NwOverviewRows
{
  NwPieces     parent_instance;

  NwScreening *screening;
  /* How many of the sections, from the first, can be gone to. */
  guint        n_open;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwOverviewRows, nw_overview_rows, NW_TYPE_PIECES)

/* What was not reached yet can be read, but not gone to: nobody misses a
 * question by a slip. */
static guint
count_open (NwScreening *screening)
{
  guint n_pages = nw_screening_get_n_pages (screening);

  if (nw_screening_get_step (screening) == NW_SCREENING_REVIEW
      || nw_screening_is_changing (screening))
    return n_pages;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (GPtrArray) problems =
        nw_screening_get_problems (screening, nw_screening_get_nth_page (screening, i));

      if (problems->len > 0)
        return i + 1;
    }
  return n_pages;
}

static void
clicked_cb (NwOverviewRows *self,
            GtkWidget      *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), "nw-page"));
}

static GtkWidget *
nw_overview_rows_build (NwPieces *pieces,
                        guint     index)
{
  NwOverviewRows *self = NW_OVERVIEW_ROWS (pieces);
  const NwItem *page = nw_screening_get_nth_page (self->screening, index);
  const char *text = nw_item_get_text (page, nw_screening_get_language (self->screening));
  GtkWidget *row = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean current = page == nw_screening_get_page (self->screening)
                     && nw_screening_get_step (self->screening) == NW_SCREENING_QUESTIONS;
  g_autofree char *count = g_strdup_printf ("%u", index + 1);
  GtkWidget *words = nw_words_new (text != NULL ? text : "",
                                   current ? "nw-strong" : "nw-section-name");

  gtk_label_set_max_width_chars (GTK_LABEL (words), ROW_LETTERS);
  gtk_box_append (GTK_BOX (line), nw_words_new (count, "nw-caption"));
  gtk_box_append (GTK_BOX (line), words);
  gtk_button_set_child (GTK_BUTTON (row), line);
  gtk_button_set_has_frame (GTK_BUTTON (row), FALSE);
  nw_a11y_set_name (row, text != NULL ? text : count);
  gtk_widget_set_sensitive (row, index < self->n_open);
  g_object_set_data (G_OBJECT (row), "nw-page", (gpointer) page);
  g_signal_connect_object (row, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static double
nw_overview_rows_guess (NwPieces *pieces,
                        guint     index)
{
  return LINES_OF_ROW;
}

static void
nw_overview_rows_dispose (GObject *object)
{
  G_OBJECT_CLASS (nw_overview_rows_parent_class)->dispose (object);

  g_clear_object (&NW_OVERVIEW_ROWS (object)->screening);
}

static void
nw_overview_rows_class_init (NwOverviewRowsClass *klass)
{
  NwPiecesClass *pieces_class = NW_PIECES_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_overview_rows_dispose;
  pieces_class->build = nw_overview_rows_build;
  pieces_class->guess = nw_overview_rows_guess;

  /**
   * NwOverviewRows::chosen:
   * @self: the rows
   * @page: (type gpointer): the `NwItem` that is the page
   *
   * Somebody wants to go to a section.
   */
  signals[CHOSEN] = g_signal_new ("chosen", NW_TYPE_OVERVIEW_ROWS, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
nw_overview_rows_init (NwOverviewRows *self)
{
}

/**
 * nw_overview_rows_new:
 * @screening: a screening
 *
 * Returns: (transfer floating): its sections, as they are now
 */
GtkWidget *
nw_overview_rows_new (NwScreening *screening)
{
  NwOverviewRows *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  self = g_object_new (NW_TYPE_OVERVIEW_ROWS, NULL);
  self->screening = g_object_ref (screening);
  self->n_open = count_open (screening);
  nw_pieces_set_n (NW_PIECES (self), nw_screening_get_n_pages (screening));

  return GTK_WIDGET (self);
}
