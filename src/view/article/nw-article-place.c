/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A section of the article, or its sources. It knows about how high it will be,
 * and is built piece by piece: what nobody looks at has no widgets. */

#include "config.h"

#include "view/article/nw-article-place.h"

#include <glib/gi18n.h>
#include <math.h>

#include "view/article/nw-article-block.h"
#include "view/article/nw-article-heading.h"
#include "view/article/nw-article-options.h"
#include "view/article/nw-article-texts.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-font-metrics.h"
#include "view/widgets/nw-reveal.h"

/* The reading column, and what a table may take beyond it. */
#define COLUMN_CHARS 70
#define TABLE_CHARS 99
#define SPACING 12

/* The heading, a block, or the list of sources. */
typedef struct
{
  const NwArticleBlock *block;
  GtkWidget            *widget;
  /* Sources or rows that are still to be added to the list. */
  guint                 left;
  int                   estimate;
  int                   y;
  int                   height;
} Piece;

struct _NwArticlePlace
{
  GtkWidget      parent_instance;

  NwArticle     *article;
  guint          index;
  NwLayout       layout;
  Piece         *pieces;
  guint          n_pieces;
  guint          n_unbuilt;

  /* Of the font; 0 where they have to be asked for. */
  NwTextMetrics metrics;
  /* What the estimates are for. */
  int            estimated_width;
};

enum
{
  BUILT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwArticlePlace, nw_article_place, GTK_TYPE_WIDGET)

static gboolean
is_sources (NwArticlePlace *self)
{
  return self->index == nw_article_get_n_sections (self->article);
}

static const char *
get_heading (NwArticlePlace *self)
{
  return is_sources (self) ? _("Sources")
                           : nw_article_get_section (self->article, self->index)->heading;
}

static gboolean
is_piece_built (const Piece *piece)
{
  return piece->widget != NULL && piece->left == 0;
}

/* Height */

static void
ensure_metrics (NwArticlePlace *self)
{
  PangoFontMetrics *metrics;

  if (self->metrics.letter > 0)
    return;
  metrics = nw_font_metrics_get (GTK_WIDGET (self));
  self->metrics.letter = pango_font_metrics_get_approximate_char_width (metrics)
                         / (double) PANGO_SCALE;
  self->metrics.line = pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE;
}

static int
clamp_width (NwArticlePlace *self,
             const Piece    *piece,
             int             width)
{
  gboolean is_table = piece->block != NULL && piece->block->kind == NW_BLOCK_OPTIONS;
  int most = (int) round (self->metrics.letter * (is_table ? TABLE_CHARS : COLUMN_CHARS));
  int least = 0;

  if (piece->widget != NULL)
    gtk_widget_measure (piece->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return MIN (width, MAX (most, least));
}

/* Of how many rows a piece is built, in more than one step; 0 where it is built
 * in one. */
static guint
count_rows (NwArticlePlace *self,
            const Piece    *piece)
{
  if (piece == self->pieces)
    return 0;
  if (piece->block == NULL)
    return nw_article_get_n_sources (self->article);
  if (piece->block->kind == NW_BLOCK_OPTIONS)
    return (guint) piece->block->n_items;
  return piece->block->kind == NW_BLOCK_FURTHER ? (guint) piece->block->refs.length : 0;
}

static void
estimate (NwArticlePlace *self,
          Piece          *piece,
          int             width)
{
  if (piece == self->pieces)
    piece->estimate = nw_article_texts_estimate_text (get_heading (self), NW_TEXT_SECTION,
                                                      &self->metrics, width);
  else if (piece->block != NULL)
    piece->estimate = nw_article_texts_estimate (self->article, piece->block, self->layout,
                                                 &self->metrics, width)
                      / (int) MAX (1, count_rows (self, piece));
  else
    /* Title, publisher and address. */
    piece->estimate = (int) (18 + 4.2 * self->metrics.line);
}

static int
get_height (NwArticlePlace *self,
            Piece          *piece,
            int             width)
{
  int height = 0;

  if (piece->widget != NULL)
    gtk_widget_measure (piece->widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  if (is_piece_built (piece))
    return height;
  if (piece->estimate == 0)
    estimate (self, piece, width);
  return height + (int) MAX (1, piece->left) * piece->estimate;
}

static int
lay_out (NwArticlePlace *self,
         int             width,
         gboolean        allocate)
{
  int y = 0;

  ensure_metrics (self);
  if (width != self->estimated_width)
    for (guint i = 0; i < self->n_pieces; i++)
      self->pieces[i].estimate = 0;
  self->estimated_width = width;

  for (guint i = 0; i < self->n_pieces; i++)
    {
      Piece *piece = &self->pieces[i];
      int piece_width = clamp_width (self, piece, width);
      int height = get_height (self, piece, piece_width);

      if (allocate)
        {
          GtkAllocation allocation = { (width - piece_width) / 2, y, piece_width, height };

          piece->y = y;
          piece->height = height;
          if (piece->widget != NULL)
            gtk_widget_size_allocate (piece->widget, &allocation, -1);
        }
      y += height + (i + 1 < self->n_pieces ? SPACING : 0);
    }
  return y;
}

static void
nw_article_place_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  NwArticlePlace *self = NW_ARTICLE_PLACE (widget);
  int column;

  ensure_metrics (self);
  column = (int) round (self->metrics.letter * COLUMN_CHARS);
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = lay_out (self, for_size >= 0 ? for_size : column, FALSE);
      return;
    }
  for (guint i = 0; i < self->n_pieces; i++)
    {
      int least = 0;

      if (self->pieces[i].widget != NULL)
        gtk_widget_measure (self->pieces[i].widget, orientation, -1, &least, NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
  *natural = MAX (*minimum, column);
}

static void
nw_article_place_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  lay_out (NW_ARTICLE_PLACE (widget), width, TRUE);
}

static void
nw_article_place_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  NwArticlePlace *self = NW_ARTICLE_PLACE (widget);
  double from;
  double to;

  nw_reveal_get_seen (widget, &from, &to);
  for (guint i = 0; i < self->n_pieces; i++)
    {
      const Piece *piece = &self->pieces[i];

      if (piece->widget != NULL && piece->y + piece->height >= from && piece->y <= to)
        gtk_widget_snapshot_child (widget, piece->widget, snapshot);
    }
}

static GtkSizeRequestMode
nw_article_place_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The font may be another one. */
static void
forget_metrics (NwArticlePlace *self)
{
  self->metrics.letter = 0;
  self->estimated_width = -1;
}

static void
nw_article_place_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (nw_article_place_parent_class)->css_changed (widget, change);

  forget_metrics (NW_ARTICLE_PLACE (widget));
}

static void
nw_article_place_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (nw_article_place_parent_class)->system_setting_changed (widget, setting);

  forget_metrics (NW_ARTICLE_PLACE (widget));
  gtk_widget_queue_resize (widget);
}

/* Overrides */

static void
nw_article_place_dispose (GObject *object)
{
  NwArticlePlace *self = NW_ARTICLE_PLACE (object);

  for (guint i = 0; i < self->n_pieces; i++)
    g_clear_pointer (&self->pieces[i].widget, gtk_widget_unparent);

  G_OBJECT_CLASS (nw_article_place_parent_class)->dispose (object);
}

static void
nw_article_place_finalize (GObject *object)
{
  NwArticlePlace *self = NW_ARTICLE_PLACE (object);

  g_free (self->pieces);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (nw_article_place_parent_class)->finalize (object);
}

static void
nw_article_place_class_init (NwArticlePlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_article_place_dispose;
  object_class->finalize = nw_article_place_finalize;

  widget_class->measure = nw_article_place_measure;
  widget_class->size_allocate = nw_article_place_size_allocate;
  widget_class->snapshot = nw_article_place_snapshot;
  widget_class->get_request_mode = nw_article_place_get_request_mode;
  widget_class->css_changed = nw_article_place_css_changed;
  widget_class->system_setting_changed = nw_article_place_system_setting_changed;

  /**
   * NwArticlePlace::built:
   * @piece: which one
   *
   * A piece has widgets now.
   */
  signals[BUILT] = g_signal_new ("built",
                                 NW_TYPE_ARTICLE_PLACE,
                                 G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL,
                                 G_TYPE_NONE,
                                 1, G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
nw_article_place_init (NwArticlePlace *self)
{
  self->estimated_width = -1;
}

/**
 * nw_article_place_new:
 * @article: the article
 * @index: a section of it, or as many as there are sections for the sources
 *
 * Returns: (transfer floating): the place, of which nothing is built
 */
GtkWidget *
nw_article_place_new (NwArticle *article,
                      guint      index)
{
  NwArticlePlace *self;

  g_return_val_if_fail (NW_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (index <= nw_article_get_n_sections (article), NULL);

  self = g_object_new (NW_TYPE_ARTICLE_PLACE, NULL);
  self->article = g_object_ref (article);
  self->index = index;
  self->n_pieces = 1;
  if (is_sources (self))
    {
      self->pieces = g_new0 (Piece, 2);
      self->n_pieces++;
    }
  else
    {
      const NwArticleSection *section = nw_article_get_section (article, index);

      self->pieces = g_new0 (Piece, section->n_blocks + 1);
      for (gsize i = 0; i < section->n_blocks; i++)
        if (&section->blocks[i] != nw_article_get_lead_picture (article))
          self->pieces[self->n_pieces++].block = &section->blocks[i];
    }
  self->n_unbuilt = self->n_pieces;
  for (guint i = 0; i < self->n_pieces; i++)
    self->pieces[i].left = count_rows (self, &self->pieces[i]);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nw-place");
  nw_a11y_set_name (GTK_WIDGET (self), get_heading (self));
  return GTK_WIDGET (self);
}

/**
 * nw_article_place_set_layout:
 * @self: a place
 * @layout: how much room there is
 *
 * Fits tables to the room.
 */
void
nw_article_place_set_layout (NwArticlePlace *self,
                             NwLayout        layout)
{
  g_return_if_fail (NW_IS_ARTICLE_PLACE (self));

  if (self->layout == layout)
    return;
  self->layout = layout;
  self->estimated_width = -1;
  for (guint i = 0; i < self->n_pieces; i++)
    if (NW_IS_ARTICLE_OPTIONS (self->pieces[i].widget))
      nw_article_options_set_layout (NW_ARTICLE_OPTIONS (self->pieces[i].widget), layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * nw_article_place_get_n_pieces:
 * @self: a place
 *
 * Returns: how many pieces it has; the first is the heading
 */
guint
nw_article_place_get_n_pieces (NwArticlePlace *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_PLACE (self), 0);

  return self->n_pieces;
}

/**
 * nw_article_place_is_built:
 * @self: a place
 *
 * Returns: whether all of it is there
 */
gboolean
nw_article_place_is_built (NwArticlePlace *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_PLACE (self), FALSE);

  return self->n_unbuilt == 0;
}

/* Building */

static void
add_row (NwArticlePlace *self,
         Piece          *piece)
{
  guint row;

  if (piece->left == 0)
    return;

  row = count_rows (self, piece) - piece->left--;
  if (piece->block == NULL)
    nw_article_source_list_append (piece->widget, self->article,
                                   nw_article_get_source (self->article, row));
  else if (piece->block->kind == NW_BLOCK_OPTIONS)
    nw_article_options_append (NW_ARTICLE_OPTIONS (piece->widget));
  else
    nw_article_further_list_append (piece->widget, self->article, piece->block, row);
}

static GtkWidget *
create_piece (NwArticlePlace *self,
              Piece          *piece)
{
  GtkWidget *widget;

  if (piece == self->pieces)
    return nw_article_section_heading_new (
      get_heading (self), "nw-section",
      is_sources (self) ? 0 : nw_article_get_section (self->article, self->index)->number);
  if (piece->block == NULL)
    return nw_article_source_list_new ();

  widget = nw_article_block_new (self->article, piece->block);
  if (NW_IS_ARTICLE_OPTIONS (widget))
    nw_article_options_set_layout (NW_ARTICLE_OPTIONS (widget), self->layout);
  return widget;
}

/**
 * nw_article_place_build:
 * @self: a place
 * @piece: one of its pieces
 *
 * Makes the widgets of a piece, where there are none yet. A long piece takes
 * more than one call.
 *
 * Returns: whether the piece is there in full now
 */
gboolean
nw_article_place_build (NwArticlePlace *self,
                        guint           piece)
{
  Piece *built;

  g_return_val_if_fail (NW_IS_ARTICLE_PLACE (self), TRUE);
  g_return_val_if_fail (piece < self->n_pieces, TRUE);

  built = &self->pieces[piece];
  if (is_piece_built (built))
    return TRUE;
  if (built->widget == NULL)
    {
      GtkWidget *before = NULL;

      for (guint i = piece; i-- > 0 && before == NULL;)
        before = self->pieces[i].widget;
      built->widget = create_piece (self, built);
      gtk_widget_insert_after (built->widget, GTK_WIDGET (self), before);
    }
  add_row (self, built);
  if (built->left > 0)
    return FALSE;
  self->n_unbuilt--;
  g_signal_emit (self, signals[BUILT], 0, piece);
  return TRUE;
}

/**
 * nw_article_place_build_all:
 * @self: a place
 *
 * Sees to it that the whole place is there.
 */
void
nw_article_place_build_all (NwArticlePlace *self)
{
  g_return_if_fail (NW_IS_ARTICLE_PLACE (self));

  for (guint i = 0; i < self->n_pieces && self->n_unbuilt > 0; i++)
    while (!nw_article_place_build (self, i))
      ;
}

/* Rows that were added since the last layout are counted as high as they were
 * guessed, so that not all of a list is built before any of it is laid out. */
static int
get_unbuilt_top (const Piece *piece)
{
  return piece->widget != NULL ? piece->y + piece->height - (int) piece->left * piece->estimate
                               : piece->y;
}

/**
 * nw_article_place_find_unbuilt:
 * @self: a place
 * @top: where to begin, in pixels from the top of the place
 * @bottom: where to end
 *
 * Returns: the first piece that lies there, as far as one can tell, and is not
 *   built yet; -1 where there is none
 */
int
nw_article_place_find_unbuilt (NwArticlePlace *self,
                               double          top,
                               double          bottom)
{
  g_return_val_if_fail (NW_IS_ARTICLE_PLACE (self), -1);

  for (guint i = 0; i < self->n_pieces && self->n_unbuilt > 0; i++)
    {
      const Piece *piece = &self->pieces[i];

      if (!is_piece_built (piece) && piece->y + piece->height >= top
          && get_unbuilt_top (piece) <= bottom)
        return (int) i;
    }
  return -1;
}

/**
 * nw_article_place_get_piece:
 * @self: a place
 * @piece: one of its pieces
 *
 * Returns: (transfer none) (nullable): its widget, or %NULL where it is not
 *   built yet
 */
GtkWidget *
nw_article_place_get_piece (NwArticlePlace *self,
                            guint           piece)
{
  g_return_val_if_fail (NW_IS_ARTICLE_PLACE (self), NULL);
  g_return_val_if_fail (piece < self->n_pieces, NULL);

  return is_piece_built (&self->pieces[piece]) ? self->pieces[piece].widget : NULL;
}

/**
 * nw_article_place_get_offset:
 * @self: a place
 * @piece: one of its pieces
 *
 * Returns: how far down the piece is within the place, about, in pixels
 */
double
nw_article_place_get_offset (NwArticlePlace *self,
                             guint           piece)
{
  g_return_val_if_fail (NW_IS_ARTICLE_PLACE (self), 0);
  g_return_val_if_fail (piece < self->n_pieces, 0);

  return self->pieces[piece].y;
}

static void
add_text (const char  *text,
          NwTextStyle  style,
          gpointer     user_data)
{
  g_ptr_array_add (user_data, g_strdup (text));
}

/**
 * nw_article_place_dup_texts:
 * @self: a place
 * @piece: one of its pieces
 *
 * Tells what the labels of a piece say, whether it is built or not.
 *
 * Returns: (transfer full) (element-type utf8): the texts, in their order
 */
GPtrArray *
nw_article_place_dup_texts (NwArticlePlace *self,
                            guint           piece)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (NW_IS_ARTICLE_PLACE (self), texts);
  g_return_val_if_fail (piece < self->n_pieces, texts);

  if (piece == 0)
    add_text (get_heading (self), NW_TEXT_SECTION, texts);
  else if (self->pieces[piece].block != NULL)
    nw_article_texts_foreach (self->article, self->pieces[piece].block, self->layout, add_text,
                              texts);
  else
    for (guint i = 0; i < nw_article_get_n_sources (self->article); i++)
      nw_article_texts_foreach_source (nw_article_get_source (self->article, i), TRUE, add_text,
                                       texts);
  return texts;
}
