/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How wide the letters of a widget’s font are. Pango shapes a sentence to find
 * that, and GTK gives each widget a context of its own, which forgets it. */

#include "config.h"

#include "view/widgets/nw-font-metrics.h"

/* More than there are text styles on a page. */
#define N_KEPT 12

/* All that the metrics depend on. */
typedef struct
{
  PangoFontMap         *map;
  guint                 serial;
  PangoFontDescription *font;
  PangoLanguage        *language;
  double                resolution;
  cairo_font_options_t *options;
  PangoFontMetrics     *metrics;
} Kept;

static Kept kept[N_KEPT];
static guint next;

static gboolean
same_options (const cairo_font_options_t *a,
              const cairo_font_options_t *b)
{
  return a == b || (a != NULL && b != NULL && cairo_font_options_equal (a, b));
}

static gboolean
is_for (const Kept   *self,
        PangoContext *context)
{
  PangoFontMap *map = pango_context_get_font_map (context);

  return self->metrics != NULL
         && self->map == map
         && self->serial == pango_font_map_get_serial (map)
         && self->language == pango_context_get_language (context)
         && self->resolution == pango_cairo_context_get_resolution (context)
         && pango_font_description_equal (self->font,
                                          pango_context_get_font_description (context))
         && same_options (self->options, pango_cairo_context_get_font_options (context));
}

static void
clear (Kept *self)
{
  g_clear_object (&self->map);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->options, cairo_font_options_destroy);
  g_clear_pointer (&self->metrics, pango_font_metrics_unref);
}

static PangoFontMetrics *
keep (PangoContext *context)
{
  Kept *self = &kept[next];
  const cairo_font_options_t *options = pango_cairo_context_get_font_options (context);

  next = (next + 1) % N_KEPT;
  clear (self);
  self->map = g_object_ref (pango_context_get_font_map (context));
  self->serial = pango_font_map_get_serial (self->map);
  self->font = pango_font_description_copy (pango_context_get_font_description (context));
  self->language = pango_context_get_language (context);
  self->resolution = pango_cairo_context_get_resolution (context);
  self->options = options != NULL ? cairo_font_options_copy (options) : NULL;
  self->metrics = pango_context_get_metrics (context, NULL, NULL);
  return self->metrics;
}

/**
 * nw_font_metrics_get:
 * @widget: a widget
 *
 * Returns: (transfer none): the metrics of its font in its language, as
 *   pango_context_get_metrics() has them; good until the next call
 */
PangoFontMetrics *
nw_font_metrics_get (GtkWidget *widget)
{
  PangoContext *context;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  context = gtk_widget_get_pango_context (widget);
  for (guint i = 0; i < N_KEPT; i++)
    if (is_for (&kept[i], context))
      return kept[i].metrics;
  return keep (context);
}
