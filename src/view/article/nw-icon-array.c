/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hundred dots, some of them full: so many people out of a hundred. */

#include "config.h"

#include "view/article/nw-icon-array.h"

#include "view/article/nw-painted.h"
#include "view/widgets/nw-font-metrics.h"

#define SIDE 10

struct _NwIconArray
{
  GtkWidget parent_instance;

  int       count;

  NwPainted painted;
  /* What it was painted for: the room of a dot in pixels of the screen. */
  int       painted_pitch;
  gboolean  rtl;
  GdkRGBA   color;
};

G_DEFINE_FINAL_TYPE (NwIconArray, nw_icon_array, GTK_TYPE_WIDGET)

/* The room of one dot follows the size of the text. */
static int
get_pitch (GtkWidget *widget)
{
  PangoFontMetrics *metrics = nw_font_metrics_get (widget);

  return MAX (PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics) * 1.75), 6);
}

static void
nw_icon_array_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = SIDE * get_pitch (widget);
}

/* A hundred circles take longer than all else of a frame. */
static void
paint (NwIconArray *self,
       int          pitch,
       double       line)
{
  double radius = pitch * 0.36;
  cairo_t *cr = nw_painted_begin (&self->painted, SIDE * pitch, SIDE * pitch);
  const GdkRGBA *color = &self->color;

  for (int i = 0; i < SIDE * SIDE; i++)
    {
      int column = self->rtl ? SIDE - 1 - i % SIDE : i % SIDE;
      double x = (column + 0.5) * pitch;
      double y = (i / SIDE + 0.5) * pitch;

      cairo_new_path (cr);
      if (i < self->count)
        {
          gdk_cairo_set_source_rgba (cr, color);
          cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
          cairo_fill (cr);
          continue;
        }
      cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * 0.45);
      cairo_set_line_width (cr, line);
      cairo_arc (cr, x, y, radius - line / 2, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
nw_icon_array_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  NwIconArray *self = NW_ICON_ARRAY (widget);
  int pitch = get_pitch (widget);
  int scale = gtk_widget_get_scale_factor (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (self->painted_pitch != pitch * scale || self->rtl != rtl
      || !gdk_rgba_equal (&self->color, &color))
    {
      self->painted_pitch = pitch * scale;
      self->rtl = rtl;
      self->color = color;
      paint (self, pitch * scale, scale * MAX (1.0, pitch * 0.09));
    }
  nw_painted_snapshot (&self->painted, widget, snapshot,
                       &GRAPHENE_RECT_INIT (0, 0, SIDE * pitch, SIDE * pitch));
}

static void
nw_icon_array_finalize (GObject *object)
{
  nw_painted_clear (&NW_ICON_ARRAY (object)->painted);

  G_OBJECT_CLASS (nw_icon_array_parent_class)->finalize (object);
}

static void
nw_icon_array_class_init (NwIconArrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nw_icon_array_finalize;
  widget_class->measure = nw_icon_array_measure;
  widget_class->snapshot = nw_icon_array_snapshot;

  gtk_widget_class_set_css_name (widget_class, "icon-array");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
nw_icon_array_init (NwIconArray *self)
{
}

/**
 * nw_icon_array_new:
 * @count: how many of the hundred dots are full
 *
 * Makes the picture of a figure. It says nothing to a screen reader: the
 * figure stands beside it in words.
 *
 * Returns: (transfer floating): the picture
 */
GtkWidget *
nw_icon_array_new (int count)
{
  NwIconArray *self = g_object_new (NW_TYPE_ICON_ARRAY, NULL);

  self->count = CLAMP (count, 0, SIDE * SIDE);
  return GTK_WIDGET (self);
}
