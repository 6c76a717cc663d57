/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One child below the other, however many: remembers where each of them stands,
 * so that what is in sight is found without asking all. */

#include "config.h"

#include "view/article/nw-article-column.h"

#include "view/widgets/nw-reveal.h"

#define SPACING 36

typedef struct
{
  GtkWidget *child;
  int        top;
  int        height;
  int        natural;
} Place;

struct _NwArticleColumn
{
  GtkLayoutManager  parent_instance;

  /* As of the last layout. */
  GArray           *places;
  int               width;
};

G_DEFINE_FINAL_TYPE (NwArticleColumn, nw_article_column, GTK_TYPE_LAYOUT_MANAGER)

static const Place *
get_place (NwArticleColumn *self,
           guint            index)
{
  return index < self->places->len ? &g_array_index (self->places, Place, index) : NULL;
}

static void
nw_article_column_measure (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  NwArticleColumn *self = NW_ARTICLE_COLUMN (manager);
  gboolean is_height = orientation == GTK_ORIENTATION_VERTICAL;

  /* A scrolled window asks for the height at any width, and has no use for it. */
  if (is_height && for_size < 0 && self->width > 0)
    for_size = self->width;
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget), *next;
       child != NULL;
       child = next)
    {
      int least;
      int most;
      int spacing;

      next = gtk_widget_get_next_sibling (child);
      spacing = next != NULL ? SPACING : 0;
      gtk_widget_measure (child, orientation, is_height ? for_size : -1, &least, &most, NULL, NULL);
      *minimum = is_height ? *minimum + least + spacing : MAX (*minimum, least);
      *natural = is_height ? *natural + most + spacing : MAX (*natural, most);
    }
}

/* A viewport gives as much as is needed; what is left goes to the first that
 * would like to have more. */
static void
nw_article_column_allocate (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  NwArticleColumn *self = NW_ARTICLE_COLUMN (manager);
  int left = height;
  int y = 0;

  self->width = width;
  g_array_set_size (self->places, 0);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      Place place = { child, 0, 0, 0 };

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &place.height, &place.natural,
                          NULL, NULL);
      left -= place.height + (self->places->len > 0 ? SPACING : 0);
      g_array_append_val (self->places, place);
    }
  left = MAX (0, left);
  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);
      int more = MIN (left, place->natural - place->height);

      place->top = y;
      place->height += more;
      left -= more;
      gtk_widget_size_allocate (place->child, &(GtkAllocation) { 0, y, width, place->height }, -1);
      y += place->height + SPACING;
    }
}

static GtkSizeRequestMode
nw_article_column_get_request_mode (GtkLayoutManager *manager,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nw_article_column_finalize (GObject *object)
{
  g_array_unref (NW_ARTICLE_COLUMN (object)->places);

  G_OBJECT_CLASS (nw_article_column_parent_class)->finalize (object);
}

static void
nw_article_column_class_init (NwArticleColumnClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nw_article_column_finalize;

  layout_class->measure = nw_article_column_measure;
  layout_class->allocate = nw_article_column_allocate;
  layout_class->get_request_mode = nw_article_column_get_request_mode;
}

static void
nw_article_column_init (NwArticleColumn *self)
{
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
}

/**
 * nw_article_column_find:
 * @self: the column
 * @y: how far down, in pixels from its top
 *
 * Returns: the first of the children that were laid out whose end lies further
 *   down; as many as there are of them where there is none
 */
guint
nw_article_column_find (NwArticleColumn *self,
                        double           y)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (NW_IS_ARTICLE_COLUMN (self), 0);

  high = self->places->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const Place *place = get_place (self, middle);

      if (place->top + place->height > y)
        high = middle;
      else
        low = middle + 1;
    }
  return low;
}

/**
 * nw_article_column_get_child:
 * @self: the column
 * @index: one of its children
 *
 * Returns: (transfer none) (nullable): the widget, where it was laid out
 */
GtkWidget *
nw_article_column_get_child (NwArticleColumn *self,
                             guint            index)
{
  const Place *place;

  g_return_val_if_fail (NW_IS_ARTICLE_COLUMN (self), NULL);

  place = get_place (self, index);
  return place != NULL ? place->child : NULL;
}

/**
 * nw_article_column_get_top:
 * @self: the column
 * @index: one of its children
 *
 * Returns: how far down it begins, in pixels; beyond all where it was not laid
 *   out
 */
double
nw_article_column_get_top (NwArticleColumn *self,
                           guint            index)
{
  const Place *place;

  g_return_val_if_fail (NW_IS_ARTICLE_COLUMN (self), 0);

  place = get_place (self, index);
  return place != NULL ? place->top : G_MAXINT;
}

/**
 * nw_article_column_snapshot:
 * @widget: a widget with a column as its layout manager
 * @snapshot: where to paint
 *
 * For the `snapshot` of a class: paints those children that are seen. Cairo
 * would go through all there is, also far above and below the window.
 */
void
nw_article_column_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  NwArticleColumn *self;
  const Place *place;
  double from;
  double to;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  self = NW_ARTICLE_COLUMN (gtk_widget_get_layout_manager (widget));
  nw_reveal_get_seen (widget, &from, &to);
  for (guint i = nw_article_column_find (self, from);
       (place = get_place (self, i)) != NULL && place->top <= to;
       i++)
    gtk_widget_snapshot_child (widget, place->child, snapshot);
}
