/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All answers on one page, each with the way to change it. */

#include "config.h"

#include "view/screening/nw-review-view.h"

#include <glib/gi18n.h>

#include "view/screening/nw-heading.h"
#include "view/screening/nw-review-cards.h"
#include "view/screening/nw-words.h"

struct _NwReviewView
{
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GtkWidget     *title_slot;
  GtkWidget     *intro;

  NwScreening   *screening;
  NwSummary     *summary;
  NwReviewCards *cards;
};

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwReviewView, nw_review_view, GTK_TYPE_WIDGET)

static void
change_cb (NwReviewView         *self,
           const NwSummaryEntry *entry)
{
  g_signal_emit (self, signals[CHANGE], 0, entry->page, entry->instance);
}

static void
fill (NwReviewView *self)
{
  guint n_wanting;

  self->summary = nw_summary_new (self->screening);
  n_wanting = nw_summary_get_n_wanting (self->summary);
  self->cards = NW_REVIEW_CARDS (nw_review_cards_new (self->summary));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->cards));
  g_signal_connect_object (self->cards, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);

  if (n_wanting > 0)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("%u question is still to be answered.",
                                   "%u questions are still to be answered.", n_wanting),
                         n_wanting);

      gtk_label_set_text (GTK_LABEL (self->intro), text);
    }
  else
    gtk_label_set_text (GTK_LABEL (self->intro),
                        _("Look over what you said. You can change any of it."));
}

static void
nw_review_view_dispose (GObject *object)
{
  NwReviewView *self = NW_REVIEW_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_REVIEW_VIEW);
  g_clear_object (&self->screening);
  g_clear_pointer (&self->summary, nw_summary_unref);

  G_OBJECT_CLASS (nw_review_view_parent_class)->dispose (object);
}

static void
nw_review_view_class_init (NwReviewViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_review_view_dispose;

  /**
   * NwReviewView::change:
   * @self: the review
   * @page: (type gpointer): the `NwItem` that is the page of the question
   * @instance: (type gpointer): the `NwResponseItem` that is the question
   *
   * Somebody wants to change an answer.
   */
  signals[CHANGE] = g_signal_new ("change", NW_TYPE_REVIEW_VIEW, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-review-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NwReviewView, box);
  gtk_widget_class_bind_template_child (widget_class, NwReviewView, title_slot);
  gtk_widget_class_bind_template_child (widget_class, NwReviewView, intro);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_review_view_init (NwReviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nw_words_fill (GTK_LABEL (self->intro));
  gtk_box_append (GTK_BOX (self->title_slot), nw_heading_new (_("Your Answers"), "nw-title"));
}

/**
 * nw_review_view_new:
 * @screening: a screening
 *
 * Returns: (transfer floating): all its answers
 */
GtkWidget *
nw_review_view_new (NwScreening *screening)
{
  NwReviewView *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  self = g_object_new (NW_TYPE_REVIEW_VIEW, NULL);
  self->screening = g_object_ref (screening);
  fill (self);

  return GTK_WIDGET (self);
}

/**
 * nw_review_view_focus_item:
 * @self: a review
 * @item: (type gpointer): the instance of a question, or the item that is a
 *   page, that one comes back from; only to be compared
 *
 * Takes the focus to the answer of a question, or the first one of a page.
 *
 * Returns: whether it could
 */
gboolean
nw_review_view_focus_item (NwReviewView  *self,
                           gconstpointer  item)
{
  int place;

  g_return_val_if_fail (NW_IS_REVIEW_VIEW (self), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  place = nw_summary_find (self->summary, item);
  if (place < 0)
    return FALSE;
  nw_pieces_reveal_focus (NW_PIECES (self->cards));
  return gtk_widget_grab_focus (nw_review_cards_build_button (self->cards, (guint) place));
}
