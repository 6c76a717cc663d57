/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article’s column: its head, and its places, built where they are looked at. */

#include "config.h"

#include "view/article/nw-article-view.h"

#include <glib/gi18n.h>

#include "view/article/nw-article-column.h"
#include "view/article/nw-article-head.h"
#include "view/article/nw-article-picture.h"
#include "view/article/nw-article-place.h"
#include "view/article/nw-article-stretch.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-reveal.h"

#define SOURCES_ID "sources"

/* The pieces of the article are counted through: the head is the first, and then
 * those of one place after the other. */
struct _NwArticleView
{
  GtkWidget   parent_instance;

  NwArticle  *article;
  NwLayout    layout;
  GtkWidget  *head;
  GtkWidget  *title;

  /* A widget for each section, and one for the sources behind them; and the
   * number of the first piece of each. */
  GPtrArray  *places;
  GArray     *firsts;
  guint       n_pieces;

  GdkFrameClock *clock;
  gulong         layout_id;
};

enum
{
  BUILT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwArticleView, nw_article_view, GTK_TYPE_WIDGET)

static NwArticlePlace *
get_place (NwArticleView *self,
           guint          place)
{
  return g_ptr_array_index (self->places, place);
}

static guint
get_first (NwArticleView *self,
           guint          place)
{
  return g_array_index (self->firsts, guint, place);
}

/* What was laid out is counted through, too: the head, and then the places. */
static guint
find_child (NwArticleView *self,
            double         y)
{
  return nw_article_stretch_find (GTK_WIDGET (self), y);
}

static GtkWidget *
get_child (NwArticleView *self,
           guint          index,
           double        *top)
{
  return nw_article_stretch_get_child (GTK_WIDGET (self), index, top);
}

/* The place of a piece that is not the head; @piece becomes its number there. */
static guint
find_place_index (NwArticleView *self,
                  guint         *piece)
{
  guint low = 0;
  guint high = self->places->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_first (self, middle) <= *piece)
        low = middle;
      else
        high = middle;
    }
  *piece -= get_first (self, low);
  return low;
}

static NwArticlePlace *
find_place (NwArticleView *self,
            guint         *piece)
{
  return get_place (self, find_place_index (self, piece));
}

/* Building */

static void
built_cb (NwArticlePlace *place,
          guint           piece,
          NwArticleView  *self)
{
  guint index;

  if (g_ptr_array_find (self->places, place, &index))
    g_signal_emit (self, signals[BUILT], 0, get_first (self, index) + piece);
}

static void
add_places (NwArticleView *self)
{
  guint n = nw_article_view_get_n_places (self);

  self->n_pieces = 1;
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *place = nw_article_place_new (self->article, i);

      g_ptr_array_add (self->places, place);
      g_array_append_val (self->firsts, self->n_pieces);
      self->n_pieces += nw_article_place_get_n_pieces (NW_ARTICLE_PLACE (place));
      g_signal_connect_object (place, "built", G_CALLBACK (built_cb), self, 0);
    }
  nw_article_stretch_fill (GTK_WIDGET (self), self->places);
}

/* Focus. Every text can be selected, and whatever can be selected is a stop of
 * the Tab key to GTK: two hundred of them. So Tab goes past the texts here. */

static void
collect_stops (GtkWidget *widget,
               GtkWidget *focus,
               GPtrArray *stops)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (widget == focus
      || (gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget)
          && !GTK_IS_LABEL (widget)))
    g_ptr_array_add (stops, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      collect_stops (child, focus, stops);
}

/* What Tab can reach from here is built first: the place with the focus and the
 * one next to it, in which there is a heading at least. */
static void
build_for_focus (NwArticleView    *self,
                 GtkWidget        *focus,
                 GtkDirectionType  direction)
{
  int n = (int) self->places->len;
  int place = -1;
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  GtkWidget *ancestor = focus != NULL ? gtk_widget_get_ancestor (focus, NW_TYPE_ARTICLE_PLACE)
                                      : NULL;
  guint found;

  if (ancestor != NULL && g_ptr_array_find (self->places, ancestor, &found))
    place = (int) found;
  else if (focus == NULL && direction == GTK_DIR_TAB_BACKWARD)
    place = n;
  if (place >= 0 && place < n)
    nw_article_place_build_all (get_place (self, (guint) place));
  if (place + step >= 0 && place + step < n)
    nw_article_place_build_all (get_place (self, (guint) (place + step)));
}

static gboolean
nw_article_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GPtrArray) stops = NULL;
  guint index;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (nw_article_view_parent_class)->focus (widget, direction);

  if (focus != NULL && !gtk_widget_is_ancestor (focus, widget))
    focus = NULL;
  build_for_focus (NW_ARTICLE_VIEW (widget), focus, direction);
  stops = g_ptr_array_new ();
  collect_stops (widget, focus, stops);
  if (focus == NULL)
    index = direction == GTK_DIR_TAB_FORWARD ? 0 : stops->len - 1;
  else
    {
      if (!g_ptr_array_find (stops, focus, &index))
        return FALSE;
      index += direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
    }
  return index < stops->len && gtk_widget_grab_focus (g_ptr_array_index (stops, index));
}

/* Painting */

/* Something else is seen now, or is about to be in this frame. */
static void
laid_out_cb (NwArticleView *self)
{
  GtkWidget *child;
  double from;
  double to;
  double around;
  double top;
  guint first;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  nw_reveal_get_seen (GTK_WIDGET (self), &from, &to);
  around = to - from;
  first = find_child (self, from - around);
  for (guint i = MAX (1, first);
       (child = get_child (self, i, &top)) != NULL && top <= to + around;
       i++)
    {
      /* Its stretch may have been painted while it was out of sight, and does not hear
       * of a child that has waited to be painted since. */
      gtk_widget_queue_draw (gtk_widget_get_parent (child));
      gtk_widget_queue_draw (child);
    }
}

static void
nw_article_view_realize (GtkWidget *widget)
{
  NwArticleView *self = NW_ARTICLE_VIEW (widget);

  GTK_WIDGET_CLASS (nw_article_view_parent_class)->realize (widget);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->layout_id = g_signal_connect_data (self->clock, "layout", G_CALLBACK (laid_out_cb), self,
                                           NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
nw_article_view_unrealize (GtkWidget *widget)
{
  NwArticleView *self = NW_ARTICLE_VIEW (widget);

  g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);

  GTK_WIDGET_CLASS (nw_article_view_parent_class)->unrealize (widget);
}

/* Overrides */

static void
nw_article_view_dispose (GObject *object)
{
  NwArticleView *self = NW_ARTICLE_VIEW (object);

  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->firsts, g_array_unref);

  G_OBJECT_CLASS (nw_article_view_parent_class)->dispose (object);
}

static void
nw_article_view_finalize (GObject *object)
{
  g_clear_object (&NW_ARTICLE_VIEW (object)->article);

  G_OBJECT_CLASS (nw_article_view_parent_class)->finalize (object);
}

static void
nw_article_view_class_init (NwArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_article_view_dispose;
  object_class->finalize = nw_article_view_finalize;

  widget_class->focus = nw_article_view_focus;
  widget_class->realize = nw_article_view_realize;
  widget_class->unrealize = nw_article_view_unrealize;
  widget_class->snapshot = nw_article_column_snapshot;

  /**
   * NwArticleView::built:
   * @piece: which one
   *
   * A piece of the article has widgets now.
   */
  signals[BUILT] = g_signal_new ("built",
                                 NW_TYPE_ARTICLE_VIEW,
                                 G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL,
                                 G_TYPE_NONE,
                                 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, NW_TYPE_ARTICLE_COLUMN);
  gtk_widget_class_set_css_name (widget_class, "box");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_MAIN);
}

static void
nw_article_view_init (NwArticleView *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "nw-article");
  self->places = g_ptr_array_new ();
  self->firsts = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * nw_article_view_new:
 * @article: the article
 *
 * Makes the column with the article’s head and room for the rest, which
 * nw_article_view_build() and its sisters fill.
 *
 * Returns: (transfer floating): the column
 */
GtkWidget *
nw_article_view_new (NwArticle *article)
{
  NwArticleView *self;

  g_return_val_if_fail (NW_IS_ARTICLE (article), NULL);

  self = g_object_new (NW_TYPE_ARTICLE_VIEW, NULL);
  self->article = g_object_ref (article);
  nw_a11y_set_name (GTK_WIDGET (self), nw_article_get_title (article));
  self->head = nw_article_head_new (article, &self->title);
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  add_places (self);
  return GTK_WIDGET (self);
}

/**
 * nw_article_view_set_layout:
 * @self: the column
 * @layout: how much room there is
 *
 * Fits tables to the room.
 */
void
nw_article_view_set_layout (NwArticleView *self,
                            NwLayout       layout)
{
  g_return_if_fail (NW_IS_ARTICLE_VIEW (self));

  self->layout = layout;
  for (guint i = 0; i < self->places->len; i++)
    nw_article_place_set_layout (get_place (self, i), layout);
}

/**
 * nw_article_view_get_n_pieces:
 * @self: the column
 *
 * Returns: of how many pieces the article is made; the first is its head
 */
guint
nw_article_view_get_n_pieces (NwArticleView *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), 0);

  return self->n_pieces;
}

/**
 * nw_article_view_build:
 * @self: the column
 * @piece: one of its pieces
 *
 * Goes on with the widgets of a piece, where they are not there yet. A long
 * piece takes more than one call.
 *
 * Returns: whether the piece is there in full now
 */
gboolean
nw_article_view_build (NwArticleView *self,
                       guint          piece)
{
  NwArticlePlace *place;

  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), TRUE);
  g_return_val_if_fail (piece < self->n_pieces, TRUE);

  if (piece == 0)
    return TRUE;
  place = find_place (self, &piece);
  return nw_article_place_build (place, piece);
}

/**
 * nw_article_view_build_place:
 * @self: the column
 * @place: a place
 *
 * Sees to it that the place is there in full.
 */
void
nw_article_view_build_place (NwArticleView *self,
                             guint          place)
{
  g_return_if_fail (NW_IS_ARTICLE_VIEW (self));
  g_return_if_fail (place < self->places->len);

  nw_article_place_build_all (get_place (self, place));
}

/**
 * nw_article_view_build_all:
 * @self: the column
 *
 * Sees to it that the whole article is there.
 */
void
nw_article_view_build_all (NwArticleView *self)
{
  g_return_if_fail (NW_IS_ARTICLE_VIEW (self));

  for (guint i = 0; i < self->places->len; i++)
    nw_article_place_build_all (get_place (self, i));
}

/**
 * nw_article_view_is_place_built:
 * @self: the column
 * @place: a place
 *
 * Returns: whether the place is there in full
 */
gboolean
nw_article_view_is_place_built (NwArticleView *self,
                                guint          place)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), FALSE);
  g_return_val_if_fail (place < self->places->len, FALSE);

  return nw_article_place_is_built (get_place (self, place));
}

/**
 * nw_article_view_find_unbuilt:
 * @self: the column
 * @top: where to begin, in pixels from the top of the column
 * @bottom: where to end
 *
 * Returns: the first piece that lies there, as far as one can tell, and is not
 *   built yet; -1 where there is none
 */
int
nw_article_view_find_unbuilt (NwArticleView *self,
                              double         top,
                              double         bottom)
{
  double place_top;
  guint first;

  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), -1);

  /* Where nothing is laid out yet, what the first frame shows is asked for by name. */
  first = find_child (self, top);
  for (guint i = MAX (1, first);
       get_child (self, i, &place_top) != NULL && place_top <= bottom;
       i++)
    {
      int piece = nw_article_place_find_unbuilt (get_place (self, i - 1), top - place_top,
                                                 bottom - place_top);

      if (piece >= 0)
        return (int) get_first (self, i - 1) + piece;
    }
  return -1;
}

/**
 * nw_article_view_get_piece:
 * @self: the column
 * @piece: one of its pieces
 *
 * Returns: (transfer none) (nullable): its widget, or %NULL where it is not
 *   built yet
 */
GtkWidget *
nw_article_view_get_piece (NwArticleView *self,
                           guint          piece)
{
  NwArticlePlace *place;

  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (piece < self->n_pieces, NULL);

  if (piece == 0)
    return self->head;
  place = find_place (self, &piece);
  return nw_article_place_get_piece (place, piece);
}

/**
 * nw_article_view_get_piece_top:
 * @self: the column
 * @piece: one of its pieces
 *
 * Returns: how far down the piece is within the column, in pixels; about where
 *   it is not built yet
 */
double
nw_article_view_get_piece_top (NwArticleView *self,
                               guint          piece)
{
  guint place;
  double top;

  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), 0);
  g_return_val_if_fail (piece < self->n_pieces, 0);

  if (piece == 0)
    return 0;
  place = find_place_index (self, &piece);
  get_child (self, place + 1, &top);
  return top + nw_article_place_get_offset (get_place (self, place), piece);
}

/**
 * nw_article_view_get_n_places:
 * @self: the column
 *
 * Returns: how many places there are: the sections, and the sources
 */
guint
nw_article_view_get_n_places (NwArticleView *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), 0);

  return nw_article_get_n_sections (self->article) + 1;
}

/**
 * nw_article_view_get_place_id:
 * @self: the column
 * @place: a place
 *
 * Returns: its name for links
 */
const char *
nw_article_view_get_place_id (NwArticleView *self,
                              guint          place)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);

  if (place >= nw_article_get_n_sections (self->article))
    return SOURCES_ID;
  return nw_article_get_section (self->article, place)->id;
}

/**
 * nw_article_view_get_place_name:
 * @self: the column
 * @place: a place
 *
 * Returns: its name for the outline
 */
const char *
nw_article_view_get_place_name (NwArticleView *self,
                                guint          place)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);

  if (place >= nw_article_get_n_sections (self->article))
    return _("Sources");
  return nw_article_get_section (self->article, place)->short_heading;
}

/**
 * nw_article_view_find_place:
 * @self: the column
 * @id: a name for links
 *
 * Returns: the place, or -1 where there is none of that name
 */
int
nw_article_view_find_place (NwArticleView *self,
                            const char    *id)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  if (g_str_equal (id, SOURCES_ID))
    return (int) nw_article_get_n_sections (self->article);
  return nw_article_find_section (self->article, id);
}

/**
 * nw_article_view_find_place_at:
 * @self: the column
 * @y: how far down, in pixels from the top of the column
 *
 * Returns: the last place that begins there or above, as of the last layout; -1
 *   above the first
 */
int
nw_article_view_find_place_at (NwArticleView *self,
                               double         y)
{
  guint child;
  double top;

  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), -1);

  child = find_child (self, y);
  get_child (self, child, &top);
  if (top <= y)
    child++;
  return MAX ((int) child - 2, -1);
}

/**
 * nw_article_view_get_child_at:
 * @self: the column
 * @y: how far down, in pixels from the top of the column
 *
 * Returns: (transfer none) (nullable): the head or the place that is there, or
 *   the next one, as of the last layout
 */
GtkWidget *
nw_article_view_get_child_at (NwArticleView *self,
                              double         y)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);

  return get_child (self, find_child (self, y), NULL);
}

/**
 * nw_article_view_get_place:
 * @self: the column
 * @place: a place
 *
 * Returns: (transfer none): its widget, which may be empty yet
 */
GtkWidget *
nw_article_view_get_place (NwArticleView *self,
                           guint          place)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (place < self->places->len, NULL);

  return GTK_WIDGET (get_place (self, place));
}

/**
 * nw_article_view_get_heading:
 * @self: the column
 * @place: a place, or -1 for the title
 *
 * Returns: (transfer none): its heading, which can take the focus
 */
GtkWidget *
nw_article_view_get_heading (NwArticleView *self,
                             int            place)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (place < (int) self->places->len, NULL);

  if (place < 0)
    return self->title;
  nw_article_place_build (get_place (self, (guint) place), 0);
  return nw_article_place_get_piece (get_place (self, (guint) place), 0);
}

static void
collect_labels (GtkWidget *widget,
                GPtrArray *labels)
{
  /* What stands in for a picture is no text of the article. */
  if (NW_IS_ARTICLE_PICTURE (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget)))
    g_ptr_array_add (labels, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, labels);
}

/**
 * nw_article_view_dup_labels:
 * @self: the column
 * @piece: one of its pieces
 *
 * Gathers the labels of a piece whose text can be selected.
 *
 * Returns: (transfer full) (element-type GtkLabel): the labels in their order;
 *   none where the piece is not built
 */
GPtrArray *
nw_article_view_dup_labels (NwArticleView *self,
                            guint          piece)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *widget;

  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), labels);

  widget = nw_article_view_get_piece (self, piece);
  if (widget != NULL)
    collect_labels (widget, labels);
  return labels;
}

/**
 * nw_article_view_dup_texts:
 * @self: the column
 * @piece: one of its pieces
 *
 * Tells what the labels of a piece say, whether it is built or not.
 *
 * Returns: (transfer full) (element-type utf8): the texts, in their order
 */
GPtrArray *
nw_article_view_dup_texts (NwArticleView *self,
                           guint          piece)
{
  g_autoptr (GPtrArray) labels = NULL;
  GPtrArray *texts;
  NwArticlePlace *place;

  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);
  g_return_val_if_fail (piece < self->n_pieces, NULL);

  if (piece > 0)
    {
      place = find_place (self, &piece);
      return nw_article_place_dup_texts (place, piece);
    }
  labels = nw_article_view_dup_labels (self, 0);
  texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < labels->len; i++)
    g_ptr_array_add (texts, g_strdup (gtk_label_get_text (g_ptr_array_index (labels, i))));
  return texts;
}
