/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All answers on one page, each with the way to change it. */

#include "config.h"

#include "view/screening/nw-review-view.h"

#include <glib/gi18n.h>

#include "model/screening/nw-summary.h"
#include "view/screening/nw-heading.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

struct _NwReviewView
{
  GtkWidget    parent_instance;

  GtkWidget   *box;
  GtkWidget   *title_slot;
  GtkWidget   *intro;
  GtkWidget   *cards;

  NwScreening *screening;
};

enum
{
  CHANGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwReviewView, nw_review_view, GTK_TYPE_WIDGET)

static void
change_clicked_cb (NwReviewView *self,
                   GtkWidget    *button)
{
  const NwSummaryEntry *entry = g_object_get_data (G_OBJECT (button), "nw-entry");

  g_signal_emit (self, signals[CHANGE], 0, entry->page, entry->item);
}

static GtkWidget *
make_change_button (NwReviewView   *self,
                    NwSummaryEntry *entry)
{
  gboolean answered = entry->answer != NULL && !entry->wanting;
  GtkWidget *button = gtk_button_new_with_label (answered ? _("Change") : _("Answer"));
  g_autofree char *name = NULL;

  /* Translators: on a button; %s is a question of the form */
  name = g_strdup_printf (answered ? _("Change: %s") : _("Answer: %s"), entry->question);
  nw_a11y_set_name (button, name);
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
make_row (NwReviewView   *self,
          NwSummaryEntry *entry)
{
  /* Not a box, which asks words that wrap for their height at many widths. */
  GtkWidget *row = gtk_grid_new ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *question = nw_words_new (entry->question, "nw-caption");
  GtkWidget *button = make_change_button (self, entry);

  gtk_box_append (GTK_BOX (words), question);
  if (entry->answer != NULL)
    gtk_box_append (GTK_BOX (words), nw_words_new_lines (entry->answer, "nw-answer-text"));
  else
    gtk_box_append (GTK_BOX (words),
                    nw_words_new (entry->wanting ? _("Still to answer") : _("Left empty"),
                                entry->wanting ? "nw-error" : "nw-answer-empty"));
  gtk_grid_set_column_spacing (GTK_GRID (row), 12);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_grid_attach (GTK_GRID (row), words, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (row), button, 1, 0, 1, 1);
  /* “Change” stands beside each question and has too few letters for all. */
  nw_a11y_set_mnemonic_label (button, question);
  return row;
}

static GtkWidget *
add_card (NwReviewView *self,
          const char   *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "nw-card");
  if (title != NULL && *title != '\0')
    gtk_box_append (GTK_BOX (card), nw_words_new (title, "nw-subheading"));
  gtk_box_append (GTK_BOX (self->cards), card);
  return card;
}

static void
fill (NwReviewView *self)
{
  g_autoptr (GPtrArray) summary = nw_summary_new (self->screening);
  const NwItem *page = NULL;
  GtkWidget *card = NULL;
  guint n_wanting = 0;

  for (guint i = 0; i < summary->len; i++)
    {
      NwSummaryEntry *entry = g_ptr_array_index (summary, i);

      if (entry->page != page)
        card = add_card (self, entry->page->type == NW_ITEM_GROUP ? entry->section : NULL);
      else
        gtk_box_append (GTK_BOX (card), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      page = entry->page;
      gtk_box_append (GTK_BOX (card), make_row (self, entry));
      n_wanting += entry->wanting;
    }

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
   * @item: (type gpointer): the `NwItem` that is the question
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
  gtk_widget_class_bind_template_child (widget_class, NwReviewView, cards);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_review_view_init (NwReviewView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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

static GtkWidget *
find_button (GtkWidget    *widget,
             const NwItem *item)
{
  const NwSummaryEntry *entry = g_object_get_data (G_OBJECT (widget), "nw-entry");

  if (entry != NULL && (entry->page == item || entry->item == item))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = find_button (child, item);

      if (button != NULL)
        return button;
    }

  return NULL;
}

/**
 * nw_review_view_focus_item:
 * @self: a review
 * @item: the question, or the page, that one comes back from
 *
 * Takes the focus to the answer of a question, or the first one of a page.
 *
 * Returns: whether it could
 */
gboolean
nw_review_view_focus_item (NwReviewView *self,
                           const NwItem *item)
{
  GtkWidget *button;

  g_return_val_if_fail (NW_IS_REVIEW_VIEW (self), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  button = find_button (self->cards, item);
  return button != NULL && gtk_widget_grab_focus (button);
}
