/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hundred dots, some of them full: so many people out of a hundred. */

#include "config.h"

#include "view/article/nw-icon-array.h"

#include <math.h>

#define SIDE 10

struct _NwIconArray
{
  GtkWidget parent_instance;

  int       count;
};

G_DEFINE_FINAL_TYPE (NwIconArray, nw_icon_array, GTK_TYPE_WIDGET)

/* The room of one dot follows the size of the text. */
static int
get_pitch (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int pitch = PANGO_PIXELS (pango_font_metrics_get_approximate_char_width (metrics) * 1.75);

  pango_font_metrics_unref (metrics);
  return MAX (pitch, 6);
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

static void
nw_icon_array_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  NwIconArray *self = NW_ICON_ARRAY (widget);
  int pitch = get_pitch (widget);
  double radius = pitch * 0.36;
  double line = MAX (1.0, pitch * 0.09);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, SIDE * pitch, SIDE * pitch);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (int i = 0; i < SIDE * SIDE; i++)
    {
      int column = rtl ? SIDE - 1 - i % SIDE : i % SIDE;
      double x = (column + 0.5) * pitch;
      double y = (i / SIDE + 0.5) * pitch;

      cairo_new_path (cr);
      if (i < self->count)
        {
          gdk_cairo_set_source_rgba (cr, &color);
          cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
          cairo_fill (cr);
          continue;
        }
      cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha * 0.45);
      cairo_set_line_width (cr, line);
      cairo_arc (cr, x, y, radius - line / 2, 0, 2 * G_PI);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
nw_icon_array_class_init (NwIconArrayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

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
