/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps one child in the middle and no wider than so many characters. */

#include "config.h"

#include "view/widgets/nw-clamp.h"

#include "view/widgets/nw-font-metrics.h"

struct _NwClamp
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int        max_chars;
};

enum
{
  PROP_CHILD = 1,
  PROP_MAX_CHARS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void nw_clamp_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NwClamp, nw_clamp, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, nw_clamp_buildable_init))

static GtkBuildableIface *parent_buildable_iface;

static int
get_max_width (NwClamp *self)
{
  PangoFontMetrics *metrics = nw_font_metrics_get (GTK_WIDGET (self));

  return PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics) * self->max_chars);
}

/* The width that the child gets of @width: never less than it needs. */
static int
clamp_width (NwClamp *self,
             int      width)
{
  int most = get_max_width (self);
  int least;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return MIN (width, MAX (most, least));
}

static void
nw_clamp_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  NwClamp *self = NW_CLAMP (widget);

  if (self->child == NULL || !gtk_widget_get_visible (self->child))
    {
      *minimum = *natural = 0;
      return;
    }

  /* Of any width the child still is no wider than it may get, so text may wrap. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    for_size = clamp_width (self, for_size >= 0 ? for_size : G_MAXINT / 2);
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int most = get_max_width (self);

      *natural = MAX (*minimum, MIN (*natural, most));
    }
}

static void
nw_clamp_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  NwClamp *self = NW_CLAMP (widget);
  GtkAllocation allocation = { .height = height };

  if (self->child == NULL || !gtk_widget_get_visible (self->child))
    return;

  allocation.width = clamp_width (self, width);
  allocation.x = (width - allocation.width) / 2;
  gtk_widget_size_allocate (self->child, &allocation, baseline);
}

static GtkSizeRequestMode
nw_clamp_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nw_clamp_add_child (GtkBuildable *buildable,
                    GtkBuilder   *builder,
                    GObject      *child,
                    const char   *type)
{
  if (GTK_IS_WIDGET (child))
    nw_clamp_set_child (NW_CLAMP (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
nw_clamp_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = nw_clamp_add_child;
}

static void
nw_clamp_dispose (GObject *object)
{
  NwClamp *self = NW_CLAMP (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (nw_clamp_parent_class)->dispose (object);
}

static void
nw_clamp_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  NwClamp *self = NW_CLAMP (object);

  switch (property_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_MAX_CHARS:
      g_value_set_int (value, self->max_chars);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_clamp_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  NwClamp *self = NW_CLAMP (object);

  switch (property_id)
    {
    case PROP_CHILD:
      nw_clamp_set_child (self, g_value_get_object (value));
      break;
    case PROP_MAX_CHARS:
      if (self->max_chars == g_value_get_int (value))
        break;
      self->max_chars = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_clamp_class_init (NwClampClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_clamp_dispose;
  object_class->get_property = nw_clamp_get_property;
  object_class->set_property = nw_clamp_set_property;

  widget_class->measure = nw_clamp_measure;
  widget_class->size_allocate = nw_clamp_size_allocate;
  widget_class->get_request_mode = nw_clamp_get_request_mode;

  properties[PROP_CHILD] =
    g_param_spec_object ("child", NULL, NULL,
                         GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  /**
   * NwClamp:max-chars:
   *
   * How wide the child may get, in average characters of the widget’s font.
   */
  properties[PROP_MAX_CHARS] =
    g_param_spec_int ("max-chars", NULL, NULL,
                      1, 1000, 66,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Not “presentation”: GTK 4.8 hides what is within one from screen readers. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_clamp_init (NwClamp *self)
{
  self->max_chars = 66;
}

/**
 * nw_clamp_new:
 *
 * Returns: (transfer floating): a clamp without a child
 */
GtkWidget *
nw_clamp_new (void)
{
  return g_object_new (NW_TYPE_CLAMP, NULL);
}

/**
 * nw_clamp_set_child:
 * @self: a clamp
 * @child: (nullable): the widget to keep in the middle
 *
 * Replaces the child.
 */
void
nw_clamp_set_child (NwClamp   *self,
                    GtkWidget *child)
{
  g_return_if_fail (NW_IS_CLAMP (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  if (child != NULL)
    {
      self->child = child;
      gtk_widget_set_parent (child, GTK_WIDGET (self));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

/**
 * nw_clamp_get_child:
 * @self: a clamp
 *
 * Returns: (transfer none) (nullable): its child
 */
GtkWidget *
nw_clamp_get_child (NwClamp *self)
{
  g_return_val_if_fail (NW_IS_CLAMP (self), NULL);

  return self->child;
}
