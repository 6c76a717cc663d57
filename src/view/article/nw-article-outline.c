/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contents of the article: shows where one is, and goes elsewhere. */

#include "config.h"

#include "view/article/nw-article-outline.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-line.h"
#include "view/widgets/nw-reveal.h"

struct _NwArticleOutline
{
  GtkWidget      parent_instance;

  GtkWidget     *list;
  int            current;

  int            n_rows;
  /* The rows that are painted: those in sight. */
  int            first_seen;
  int            last_seen;
  GdkFrameClock *clock;
  gulong         layout_id;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwArticleOutline, nw_article_outline, GTK_TYPE_WIDGET)

static void
row_activated_cb (NwArticleOutline *self,
                  GtkListBoxRow    *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_list_box_row_get_index (row));
}

/* The list’s own selection follows the keyboard, this follows the reader. */
static void
mark_row (NwArticleOutline *self,
          int               place,
          gboolean          current)
{
  GtkListBoxRow *row = NULL;

  if (place >= 0)
    row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), place);
  if (row == NULL)
    return;

  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (row), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                               GTK_ACCESSIBLE_STATE_SELECTED, current,
                               -1);
}

/* Painting. Cairo would go through all rows with each frame, also those far out of
 * sight, and a long article has a thousand of them. */

static void
set_seen (NwArticleOutline *self,
          int               index,
          gboolean          seen)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);

  if (row != NULL)
    nw_line_set_painted (NW_LINE (gtk_list_box_row_get_child (row)), seen);
}

static int
find_row (NwArticleOutline *self,
          double            y,
          int               otherwise)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) y);

  return row != NULL ? gtk_list_box_row_get_index (row) : otherwise;
}

/* Behind GTK’s layout, which scrolling brings about, too. */
static void
laid_out_cb (NwArticleOutline *self)
{
  int first;
  int last;
  double from;
  double to;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  nw_reveal_get_seen (self->list, &from, &to);
  first = find_row (self, MAX (0, from), 0);
  last = find_row (self, MIN (to, gtk_widget_get_height (self->list)), self->n_rows - 1);
  if (first == self->first_seen && last == self->last_seen)
    return;
  for (int i = self->first_seen; i >= 0 && i <= self->last_seen; i++)
    if (i < first || i > last)
      set_seen (self, i, FALSE);
  for (int i = first; i <= last; i++)
    set_seen (self, i, TRUE);
  self->first_seen = first;
  self->last_seen = last;
}

static void
nw_article_outline_realize (GtkWidget *widget)
{
  NwArticleOutline *self = NW_ARTICLE_OUTLINE (widget);

  GTK_WIDGET_CLASS (nw_article_outline_parent_class)->realize (widget);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->layout_id = g_signal_connect_data (self->clock, "layout", G_CALLBACK (laid_out_cb), self,
                                           NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
nw_article_outline_unrealize (GtkWidget *widget)
{
  NwArticleOutline *self = NW_ARTICLE_OUTLINE (widget);

  g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);

  GTK_WIDGET_CLASS (nw_article_outline_parent_class)->unrealize (widget);
}

static void
nw_article_outline_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_ARTICLE_OUTLINE);

  G_OBJECT_CLASS (nw_article_outline_parent_class)->dispose (object);
}

static void
nw_article_outline_class_init (NwArticleOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_article_outline_dispose;
  widget_class->realize = nw_article_outline_realize;
  widget_class->unrealize = nw_article_outline_unrealize;

  /**
   * NwArticleOutline::chosen:
   * @place: a place, from 0
   *
   * Somebody wants to go there.
   */
  signals[CHOSEN] = g_signal_new ("chosen",
                                  NW_TYPE_ARTICLE_OUTLINE,
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE,
                                  1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-article-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, NwArticleOutline, list);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
nw_article_outline_init (NwArticleOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->current = -1;
  self->first_seen = self->last_seen = -1;
  nw_a11y_set_name (GTK_WIDGET (self), _("Contents"));
  nw_a11y_set_name (self->list, _("Contents"));
  g_signal_connect_object (self->list, "row-activated",
                           G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
}

/* The number of a place, or as much room. */
static GtkWidget *
create_mark (int number)
{
  g_autofree char *digits = NULL;

  if (number <= 0)
    return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  digits = g_strdup_printf ("%d", number);
  return g_object_new (GTK_TYPE_LABEL,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "label", digits,
                       "xalign", 0.0,
                       "yalign", 0.0,
                       NULL);
}

/**
 * nw_article_outline_append:
 * @self: the contents
 * @name: a place’s name
 * @number: its number, or 0
 *
 * Adds a place behind the others.
 */
void
nw_article_outline_append (NwArticleOutline *self,
                           const char       *name,
                           int               number)
{
  GtkWidget *row;
  GtkWidget *line;
  GtkWidget *label;
  GtkWidget *mark;

  g_return_if_fail (NW_IS_ARTICLE_OUTLINE (self));
  g_return_if_fail (name != NULL);

  row = gtk_list_box_row_new ();
  line = g_object_new (NW_TYPE_LINE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                       "spacing", 6,
                       NULL);
  nw_line_set_painted (NW_LINE (line), FALSE);
  mark = create_mark (number);
  gtk_widget_add_css_class (mark, "nw-outline-number");
  nw_line_append (NW_LINE (line), mark);

  label = gtk_label_new (name);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* So that a bold line does not push the article aside. */
  gtk_label_set_width_chars (GTK_LABEL (label), 17);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 17);
  gtk_widget_set_hexpand (label, TRUE);
  nw_line_append (NW_LINE (line), label);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  nw_a11y_set_name (row, name);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->n_rows++;
}

/**
 * nw_article_outline_set_current:
 * @self: the contents
 * @place: where the reader is, or -1 for above the first place
 *
 * Marks the place. Above the first one is on the way to it.
 */
void
nw_article_outline_set_current (NwArticleOutline *self,
                                int               place)
{
  g_return_if_fail (NW_IS_ARTICLE_OUTLINE (self));

  place = MAX (place, 0);
  if (self->current == place)
    return;

  mark_row (self, self->current, FALSE);
  self->current = place;
  mark_row (self, place, TRUE);
}

/**
 * nw_article_outline_get_current:
 * @self: the contents
 *
 * Returns: the place that is marked, or -1
 */
int
nw_article_outline_get_current (NwArticleOutline *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_OUTLINE (self), -1);

  return self->current;
}
