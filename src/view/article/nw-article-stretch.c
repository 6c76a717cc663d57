/* SPDX-License-Identifier: GPL-3.0-or-later */
/* So many places of a long article, one below the other: where one of them gets
 * another height, its stretch is laid out, and the other stretches as a whole. */

#include "config.h"

#include "view/article/nw-article-stretch.h"

#include "view/article/nw-article-column.h"

/* About as many as there are stretches in an article of 1,000 places: then the
 * fewest widgets are asked when something is built. */
#define LENGTH 32
/* So many places need no stretches. */
#define MOST_LOOSE (2 * LENGTH)

struct _NwArticleStretch
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (NwArticleStretch, nw_article_stretch, GTK_TYPE_WIDGET)

static NwArticleColumn *
get_column (GtkWidget *widget)
{
  return NW_ARTICLE_COLUMN (gtk_widget_get_layout_manager (widget));
}

static void
nw_article_stretch_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nw_article_stretch_parent_class)->dispose (object);
}

static void
nw_article_stretch_class_init (NwArticleStretchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_article_stretch_dispose;

  widget_class->snapshot = nw_article_column_snapshot;

  gtk_widget_class_set_layout_manager_type (widget_class, NW_TYPE_ARTICLE_COLUMN);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_article_stretch_init (NwArticleStretch *self)
{
}

/**
 * nw_article_stretch_fill:
 * @column: a widget that is laid out by a #NwArticleColumn, and has one child
 * @places: (element-type GtkWidget): what is to stand below that
 *
 * Adds the places, in stretches where there are many.
 */
void
nw_article_stretch_fill (GtkWidget *column,
                         GPtrArray *places)
{
  GtkWidget *parent = column;

  g_return_if_fail (GTK_IS_WIDGET (column));
  g_return_if_fail (places != NULL);

  for (guint i = 0; i < places->len; i++)
    {
      if (places->len > MOST_LOOSE && i % LENGTH == 0)
        {
          parent = g_object_new (NW_TYPE_ARTICLE_STRETCH, NULL);
          gtk_widget_set_parent (parent, column);
        }
      gtk_widget_set_parent (g_ptr_array_index (places, i), parent);
    }
}

/* The index of the first child of a stretch, among all. */
static guint
get_first (guint stretch)
{
  return 1 + (stretch - 1) * LENGTH;
}

/**
 * nw_article_stretch_find:
 * @column: a widget that was filled
 * @y: how far down, in pixels from its top
 *
 * Returns: the first of all that were laid out one below the other whose end
 *   lies further down; as many as there are where there is none
 */
guint
nw_article_stretch_find (GtkWidget *column,
                         double     y)
{
  NwArticleColumn *outer;
  GtkWidget *child;
  guint found;

  g_return_val_if_fail (GTK_IS_WIDGET (column), 0);

  outer = get_column (column);
  found = nw_article_column_find (outer, y);
  child = nw_article_column_get_child (outer, found);
  if (child == NULL && found > 0)
    child = nw_article_column_get_child (outer, --found);
  if (NW_IS_ARTICLE_STRETCH (child))
    return get_first (found)
           + nw_article_column_find (get_column (child),
                                     y - nw_article_column_get_top (outer, found));
  return nw_article_column_find (outer, y);
}

/**
 * nw_article_stretch_get_child:
 * @column: a widget that was filled
 * @index: one of all that stand below each other
 * @top: (out) (optional): how far down it begins, in pixels; beyond all where it
 *   was not laid out
 *
 * Returns: (transfer none) (nullable): the widget, where it was laid out
 */
GtkWidget *
nw_article_stretch_get_child (GtkWidget *column,
                              guint      index,
                              double    *top)
{
  NwArticleColumn *outer;
  double above = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (column), NULL);

  outer = get_column (column);
  if (index > 0 && NW_IS_ARTICLE_STRETCH (nw_article_column_get_child (outer, 1)))
    {
      guint stretch = 1 + (index - 1) / LENGTH;
      GtkWidget *child = nw_article_column_get_child (outer, stretch);

      if (child != NULL)
        {
          above = nw_article_column_get_top (outer, stretch);
          outer = get_column (child);
          index -= get_first (stretch);
        }
    }
  if (top != NULL)
    *top = above + nw_article_column_get_top (outer, index);
  return nw_article_column_get_child (outer, index);
}
