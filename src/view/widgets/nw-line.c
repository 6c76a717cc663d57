/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets side by side, of which one expands: words that wrap, and what stands beside
 * them, or below them where there is no room beside. */

#include "config.h"

#include "view/widgets/nw-line.h"

/* For what else a GtkBox or a GtkGrid is used: a box that is narrower than it would
 * like to be asks words that wrap how wide they are at a height, and they try many
 * widths for each answer; a grid measures all several times. Here what does not
 * expand gets the width it would like to have, as far as there is room. */
struct _NwLine
{
  GtkWidget parent_instance;

  int       spacing;
  gboolean  is_stacked;
  gboolean  is_unpainted;
};

enum
{
  PROP_SPACING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwLine, nw_line, GTK_TYPE_WIDGET)

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static void
measure_width (NwLine *self,
               int    *minimum,
               int    *natural)
{
  for (GtkWidget *child = get_first (GTK_WIDGET (self)); child != NULL; child = get_next (child))
    {
      int gap = child != get_first (GTK_WIDGET (self)) ? self->spacing : 0;
      int least;
      int wanted;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      *minimum = self->is_stacked ? MAX (*minimum, least) : *minimum + least + gap;
      *natural = self->is_stacked ? MAX (*natural, wanted) : *natural + wanted + gap;
    }
}

/* Gives each child all of the width, and tells how high they are together. */
static int
stack_children (NwLine   *self,
                int       width,
                gboolean  allocate)
{
  int y = 0;

  for (GtkWidget *child = get_first (GTK_WIDGET (self)); child != NULL; child = get_next (child))
    {
      GtkAllocation allocation = { 0, y, width, 0 };

      if (y > 0)
        allocation.y += self->spacing;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &allocation.height,
                          NULL, NULL);
      if (allocate)
        gtk_widget_size_allocate (child, &allocation, -1);
      y = allocation.y + allocation.height;
    }
  return y;
}

/* What one child gets, of what is left beyond the least that all need. */
static int
take_width (GtkWidget *child,
            int       *left)
{
  int least;
  int wanted;
  int extra;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
  extra = MIN (wanted - least, *left);
  *left -= extra;
  return least + extra;
}

/* Calls @place for each child with its width: those that do not expand first. */
typedef void (*Place) (GtkWidget *child,
                       int        x,
                       int        width,
                       gpointer   user_data);

static void
place_children (NwLine   *self,
                int       width,
                Place     place,
                gpointer  user_data)
{
  int least = 0;
  int natural = 0;
  int left;
  int x = 0;
  int rest = 0;

  measure_width (self, &least, &natural);
  left = MAX (0, width - least);
  for (GtkWidget *child = get_first (GTK_WIDGET (self)); child != NULL; child = get_next (child))
    if (!gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
      take_width (child, &left);
  rest = left;
  left = MAX (0, width - least);

  for (GtkWidget *child = get_first (GTK_WIDGET (self)); child != NULL; child = get_next (child))
    {
      int child_width;

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_width, NULL,
                              NULL, NULL);
          child_width += rest;
          rest = 0;
        }
      else
        child_width = take_width (child, &left);
      place (child, x, child_width, user_data);
      x += child_width + self->spacing;
    }
}

typedef struct
{
  int minimum;
  int natural;
} Heights;

static void
add_height (GtkWidget *child,
            int        x,
            int        width,
            gpointer   user_data)
{
  Heights *heights = user_data;
  int least;
  int wanted;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, &wanted, NULL, NULL);
  heights->minimum = MAX (heights->minimum, least);
  heights->natural = MAX (heights->natural, wanted);
}

static void
nw_line_measure (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int            *minimum,
                 int            *natural,
                 int            *minimum_baseline,
                 int            *natural_baseline)
{
  NwLine *self = NW_LINE (widget);
  Heights heights = { 0, 0 };
  int least = 0;
  int width = 0;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }
  if (self->is_stacked)
    {
      *minimum = *natural = stack_children (self, for_size, FALSE);
      return;
    }
  if (for_size < 0)
    measure_width (self, &least, &width);
  place_children (self, for_size < 0 ? width : for_size, add_height, &heights);
  *minimum = heights.minimum;
  *natural = heights.natural;
}

typedef struct
{
  gboolean mirrored;
  int      width;
  int      height;
} Room;

static void
allocate_child (GtkWidget *child,
                int        x,
                int        width,
                gpointer   user_data)
{
  const Room *room = user_data;
  GtkAllocation allocation = { x, 0, width, room->height };

  if (room->mirrored)
    allocation.x = room->width - x - width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
nw_line_size_allocate (GtkWidget *widget,
                       int        width,
                       int        height,
                       int        baseline)
{
  NwLine *self = NW_LINE (widget);
  Room room = { gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, width, height };

  if (self->is_stacked)
    stack_children (self, width, TRUE);
  else
    place_children (self, width, allocate_child, &room);
}

static void
nw_line_snapshot (GtkWidget   *widget,
                  GtkSnapshot *snapshot)
{
  if (!NW_LINE (widget)->is_unpainted)
    GTK_WIDGET_CLASS (nw_line_parent_class)->snapshot (widget, snapshot);
}

static GtkSizeRequestMode
nw_line_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nw_line_compute_expand (GtkWidget *widget,
                        gboolean  *hexpand,
                        gboolean  *vexpand)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      *hexpand |= gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      *vexpand |= gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
    }
}

static void
nw_line_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nw_line_parent_class)->dispose (object);
}

static void
nw_line_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, NW_LINE (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_line_set_property (GObject      *object,
                      guint         property_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  switch (property_id)
    {
    case PROP_SPACING:
      NW_LINE (object)->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_line_class_init (NwLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_line_dispose;
  object_class->get_property = nw_line_get_property;
  object_class->set_property = nw_line_set_property;
  widget_class->measure = nw_line_measure;
  widget_class->size_allocate = nw_line_size_allocate;
  widget_class->snapshot = nw_line_snapshot;
  widget_class->get_request_mode = nw_line_get_request_mode;
  widget_class->compute_expand = nw_line_compute_expand;

  /**
   * NwLine:spacing:
   *
   * What lies between two children, in pixels.
   */
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL,
                      0, G_MAXINT16, 0,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_line_init (NwLine *self)
{
}

/**
 * nw_line_new:
 * @spacing: between two children, in pixels
 *
 * Returns: (transfer floating): a line without children
 */
GtkWidget *
nw_line_new (int spacing)
{
  return g_object_new (NW_TYPE_LINE, "spacing", spacing, NULL);
}

/**
 * nw_line_append:
 * @self: a line
 * @child: (transfer floating): a widget
 *
 * Adds a child at the end. The first one that expands gets what the others leave.
 */
void
nw_line_append (NwLine    *self,
                GtkWidget *child)
{
  g_return_if_fail (NW_IS_LINE (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * nw_line_set_stacked:
 * @self: a line
 * @stacked: whether its children stand one below the other; they do not by default
 *
 * Puts what stands beside the words below them, where there is little room.
 */
void
nw_line_set_stacked (NwLine   *self,
                     gboolean  stacked)
{
  g_return_if_fail (NW_IS_LINE (self));

  if (self->is_stacked == stacked)
    return;
  self->is_stacked = stacked;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * nw_line_set_painted:
 * @self: a line
 * @painted: whether to paint it; it is by default
 *
 * Leaves out what is not in sight, where there are very many lines. Its room stays.
 */
void
nw_line_set_painted (NwLine   *self,
                     gboolean  painted)
{
  g_return_if_fail (NW_IS_LINE (self));

  if (self->is_unpainted == !painted)
    return;
  self->is_unpainted = !painted;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
