/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Children of one width, side by side as far as there is room. */

#include "config.h"

#include "view/widgets/nw-tiles.h"

#include "view/widgets/nw-font-metrics.h"

struct _NwTilesLayout
{
  GtkLayoutManager parent_instance;

  int              min_chars;
  int              spacing;
};

struct _NwTiles
{
  GtkWidget parent_instance;
};

enum
{
  PROP_MIN_CHARS = 1,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwTilesLayout, nw_tiles_layout, GTK_TYPE_LAYOUT_MANAGER)
G_DEFINE_FINAL_TYPE (NwTiles, nw_tiles, GTK_TYPE_WIDGET)

/* The next child that takes room, or the first where @child is NULL. */
static GtkWidget *
get_next (GtkWidget *widget,
          GtkWidget *child)
{
  do
    child = child == NULL ? gtk_widget_get_first_child (widget)
                          : gtk_widget_get_next_sibling (child);
  while (child != NULL && !gtk_widget_should_layout (child));
  return child;
}

static int
get_char_width (GtkWidget *widget)
{
  return pango_font_metrics_get_approximate_char_width (nw_font_metrics_get (widget));
}

static int
get_least_width (NwTilesLayout *self,
                 GtkWidget     *widget)
{
  int width = PANGO_PIXELS (get_char_width (widget) * self->min_chars);

  for (GtkWidget *child = get_next (widget, NULL); child != NULL; child = get_next (widget, child))
    {
      int minimum;
      int natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      width = MAX (width, self->min_chars > 0 ? minimum : natural);
    }
  return width;
}

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = get_next (widget, NULL); child != NULL; child = get_next (widget, child))
    n++;
  return n;
}

/* As many columns as fit, but rows as even as can be: four are two and two,
 * not three and one; and three are one below the other before one is left over. */
static int
choose_columns (NwTilesLayout *self,
                GtkWidget     *widget,
                int            width)
{
  int n = MAX (1, count_children (widget));
  int fitting = (width + self->spacing) / (get_least_width (self, widget) + self->spacing);
  int columns = CLAMP (fitting, 1, n);
  int rows = (n + columns - 1) / columns;

  return n == 3 && columns == 2 ? 1 : (n + rows - 1) / rows;
}

/* Goes through the rows; allocates the children if asked to, and tells the
 * height. */
static int
lay_out (NwTilesLayout *self,
         GtkWidget     *widget,
         int            width,
         gboolean       allocate)
{
  int columns = choose_columns (self, widget, width);
  int column_width = (width - (columns - 1) * self->spacing) / columns;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = get_next (widget, NULL);
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
          child = get_next (widget, child);
        }
      for (int i = 0; allocate && first != child; i++)
        {
          int x = i * (column_width + self->spacing);
          GtkAllocation allocation = { rtl ? width - x - column_width : x, y,
                                       column_width, row_height };

          gtk_widget_size_allocate (first, &allocation, -1);
          first = get_next (widget, first);
        }
      y += row_height + (child != NULL ? self->spacing : 0);
    }
  return y;
}

static void
nw_tiles_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  NwTilesLayout *self = NW_TILES_LAYOUT (manager);
  int least = 0;

  for (GtkWidget *child = get_next (widget, NULL); child != NULL; child = get_next (widget, child))
    {
      int child_minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      least = MAX (least, child_minimum);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int n = MAX (1, count_children (widget));
      int row = n * get_least_width (self, widget) + (n - 1) * self->spacing;

      *minimum = least;
      *natural = MAX (least, row);
    }
  else
    *minimum = *natural = lay_out (self, widget,
                                   for_size >= 0 ? MAX (for_size, least)
                                                 : get_least_width (self, widget),
                                   FALSE);
}

static void
nw_tiles_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  lay_out (NW_TILES_LAYOUT (manager), widget, width, TRUE);
}

static GtkSizeRequestMode
nw_tiles_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nw_tiles_layout_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  NwTilesLayout *self = NW_TILES_LAYOUT (object);

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
nw_tiles_layout_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  NwTilesLayout *self = NW_TILES_LAYOUT (object);

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
nw_tiles_layout_class_init (NwTilesLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = nw_tiles_layout_get_property;
  object_class->set_property = nw_tiles_layout_set_property;
  layout_class->measure = nw_tiles_layout_measure;
  layout_class->allocate = nw_tiles_layout_allocate;
  layout_class->get_request_mode = nw_tiles_layout_get_request_mode;

  /**
   * NwTilesLayout:min-chars:
   *
   * The least width of a child, in average characters; with 0, as much as the
   * widest child would like to have.
   */
  properties[PROP_MIN_CHARS] = g_param_spec_int ("min-chars", NULL, NULL, 0, 1000, 1, flags);
  /**
   * NwTilesLayout:spacing:
   *
   * The space between children, in pixels.
   */
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, 1000, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nw_tiles_layout_init (NwTilesLayout *self)
{
}

/**
 * nw_tiles_layout_new:
 * @min_chars: the least width of a child, in average characters; or 0 for
 *   what the widest would like to have
 * @spacing: the space between children, in pixels
 *
 * For a widget whose children stand side by side as far as there is room.
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
nw_tiles_layout_new (int min_chars,
                     int spacing)
{
  return g_object_new (NW_TYPE_TILES_LAYOUT, "min-chars", min_chars, "spacing", spacing, NULL);
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
nw_tiles_class_init (NwTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nw_tiles_dispose;
  /* Templates name it within the tiles. */
  g_type_ensure (NW_TYPE_TILES_LAYOUT);

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
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
  GtkWidget *self = g_object_new (NW_TYPE_TILES, NULL);

  gtk_widget_set_layout_manager (self, nw_tiles_layout_new (min_chars, spacing));
  return self;
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
