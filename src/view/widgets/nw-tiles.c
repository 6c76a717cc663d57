/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children of one width, side by side as far as there is room. */

#include "config.h"

#include "view/widgets/nw-tiles.h"

struct _NwTiles
{
  GtkWidget parent_instance;

  int       min_chars;
  int       spacing;
};

enum
{
  PROP_MIN_CHARS = 1,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwTiles, nw_tiles, GTK_TYPE_WIDGET)

static int
get_least_width (NwTiles *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics)
                            * self->min_chars);

  pango_font_metrics_unref (metrics);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      width = MAX (width, minimum);
    }
  return width;
}

static int
count_children (NwTiles *self)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* As many columns as fit, but rows as even as can be: four are two and two,
 * not three and one; and three are one below the other before one is left over. */
static int
choose_columns (NwTiles *self,
                int      width)
{
  int n = MAX (1, count_children (self));
  int fitting = (width + self->spacing) / (get_least_width (self) + self->spacing);
  int columns = CLAMP (fitting, 1, n);
  int rows = (n + columns - 1) / columns;

  return n == 3 && columns == 2 ? 1 : (n + rows - 1) / rows;
}

/* Goes through the rows; allocates the children if asked to, and tells the
 * height. */
static int
lay_out (NwTiles  *self,
         int       width,
         gboolean  allocate)
{
  int columns = choose_columns (self, width);
  int column_width = (width - (columns - 1) * self->spacing) / columns;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *first = child;
      int row_height = 0;

      for (int i = 0; i < columns && child != NULL; i++)
        {
          int natural;

          gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column_width, NULL, &natural,
                              NULL, NULL);
          row_height = MAX (row_height, natural);
          child = gtk_widget_get_next_sibling (child);
        }
      for (int i = 0; allocate && first != child; i++)
        {
          int x = i * (column_width + self->spacing);
          GtkAllocation allocation = { rtl ? width - x - column_width : x, y,
                                       column_width, row_height };

          gtk_widget_size_allocate (first, &allocation, -1);
          first = gtk_widget_get_next_sibling (first);
        }
      y += row_height + (child != NULL ? self->spacing : 0);
    }
  return y;
}

static void
nw_tiles_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  NwTiles *self = NW_TILES (widget);
  int least = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      least = MAX (least, child_minimum);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int n = MAX (1, count_children (self));

      *minimum = least;
      *natural = MAX (least, n * get_least_width (self) + (n - 1) * self->spacing);
    }
  else
    *minimum = *natural = lay_out (self, for_size >= 0 ? MAX (for_size, least)
                                                       : get_least_width (self), FALSE);
}

static void
nw_tiles_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  lay_out (NW_TILES (widget), width, TRUE);
}

static GtkSizeRequestMode
nw_tiles_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nw_tiles_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nw_tiles_parent_class)->dispose (object);
}

static void
nw_tiles_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  NwTiles *self = NW_TILES (object);

  switch (property_id)
    {
    case PROP_MIN_CHARS:
      g_value_set_int (value, self->min_chars);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_tiles_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  NwTiles *self = NW_TILES (object);

  switch (property_id)
    {
    case PROP_MIN_CHARS:
      self->min_chars = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_tiles_class_init (NwTilesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = nw_tiles_dispose;
  object_class->get_property = nw_tiles_get_property;
  object_class->set_property = nw_tiles_set_property;

  /**
   * NwTiles:min-chars:
   *
   * The least width of a child, in average characters.
   */
  properties[PROP_MIN_CHARS] = g_param_spec_int ("min-chars", NULL, NULL, 1, 1000, 1, flags);
  /**
   * NwTiles:spacing:
   *
   * The space between children, in pixels.
   */
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  widget_class->measure = nw_tiles_measure;
  widget_class->size_allocate = nw_tiles_size_allocate;
  widget_class->get_request_mode = nw_tiles_get_request_mode;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nw_tiles_init (NwTiles *self)
{
}

/**
 * nw_tiles_new:
 * @min_chars: the least width of a child, in average characters
 * @spacing: the space between children, in pixels
 *
 * Returns: (transfer floating): tiles without children
 */
GtkWidget *
nw_tiles_new (int min_chars,
              int spacing)
{
  return g_object_new (NW_TYPE_TILES, "min-chars", min_chars, "spacing", spacing, NULL);
}

/**
 * nw_tiles_append:
 * @self: tiles
 * @child: (transfer floating): a widget
 *
 * Adds a child behind the others.
 */
void
nw_tiles_append (NwTiles   *self,
                 GtkWidget *child)
{
  g_return_if_fail (NW_IS_TILES (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
