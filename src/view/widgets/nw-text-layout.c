/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures a text by breaking it into lines once, at the width it gets. A label
 * would do so for its least width and its natural one as well, and where it does
 * not fill its place, for a dozen more: longer than all else about an article. */

#include "config.h"

#include "view/widgets/nw-text-layout.h"

#include "view/widgets/nw-font-metrics.h"

struct _NwTextLayout
{
  GtkLayoutManager  parent_instance;

  int               least_chars;
  gboolean          fills;

  /* The text at a width that the label does not have, as long as the label’s own
   * layout stays as it is. */
  PangoLayout      *other;
  PangoLayout      *other_of;
  guint             other_serial;
};

G_DEFINE_FINAL_TYPE (NwTextLayout, nw_text_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
forget_other (NwTextLayout *self)
{
  g_clear_object (&self->other);
  g_clear_object (&self->other_of);
}

static PangoLayout *
lay_out_anew (NwTextLayout *self,
              PangoLayout  *own,
              int           width)
{
  if (self->other_of != own || self->other_serial != pango_layout_get_serial (own))
    {
      forget_other (self);
      self->other = pango_layout_copy (own);
      self->other_of = g_object_ref (own);
      self->other_serial = pango_layout_get_serial (own);
    }
  pango_layout_set_width (self->other, width);
  return self->other;
}

/* What has no place yet may be given the width for which it is asked: most of
 * the time that is the one which it gets. */
static PangoLayout *
lay_out (NwTextLayout *self,
         GtkLabel     *label,
         int           width)
{
  PangoLayout *own = gtk_label_get_layout (label);

  if (pango_layout_get_width (own) == width)
    return own;
  if (gtk_widget_get_width (GTK_WIDGET (label)) > 0)
    return lay_out_anew (self, own, width);
  pango_layout_set_width (own, width);
  return own;
}

static int
count_letters (GtkLabel *label)
{
  return (int) MIN (g_utf8_strlen (gtk_label_get_text (label), -1), G_MAXINT16);
}

static int
get_letter_width (GtkLabel *label)
{
  PangoFontMetrics *metrics = nw_font_metrics_get (GTK_WIDGET (label));

  return MAX (pango_font_metrics_get_approximate_char_width (metrics),
              pango_font_metrics_get_approximate_digit_width (metrics));
}

/* The least width at which a text is no higher than @height, in whole pixels: a
 * label that does not fill its place has lines of about one length. */
static int
find_width (NwTextLayout *self,
            GtkLabel     *label,
            int           height,
            int           least,
            int           most)
{
  while (least < most)
    {
      int middle = least + (most - least) / 2;
      int needed;

      pango_layout_get_size (lay_out (self, label, middle * PANGO_SCALE), NULL, &needed);
      if (needed > height)
        least = middle + 1;
      else
        most = middle;
    }
  return least;
}

static int
get_natural_width (NwTextLayout *self,
                   GtkLabel     *label,
                   int           least,
                   int           for_height)
{
  PangoLayout *layout = lay_out (self, label, -1);
  int n_lines;
  int width;
  int height;

  pango_layout_get_size (layout, &width, &height);
  width = MAX (PANGO_PIXELS_CEIL (width), least);
  n_lines = for_height * PANGO_SCALE / MAX (height, 1);
  if (gtk_label_get_natural_wrap_mode (label) == GTK_NATURAL_WRAP_NONE || n_lines < 2
      || pango_layout_get_line_count (layout) > 1)
    return width;
  return find_width (self, label, for_height * PANGO_SCALE, MAX (least, width / n_lines), width);
}

static void
measure_width (NwTextLayout *self,
               GtkLabel     *label,
               int           for_height,
               int          *minimum,
               int          *natural)
{
  int letter = get_letter_width (label);

  *minimum = PANGO_PIXELS_CEIL (letter * self->least_chars);
  if (self->fills)
    {
      int width = letter * count_letters (label);

      *natural = MAX (*minimum, PANGO_PIXELS_CEIL (width));
    }
  else
    *natural = get_natural_width (self, label, *minimum, for_height);
}

static void
measure_height (NwTextLayout *self,
                GtkLabel     *label,
                int           width,
                int          *height,
                int          *baseline)
{
  PangoLayout *layout = lay_out (self, label, width < 0 ? -1 : width * PANGO_SCALE);

  pango_layout_get_size (layout, NULL, height);
  *height = PANGO_PIXELS_CEIL (*height);
  *baseline = PANGO_PIXELS_CEIL (pango_layout_get_baseline (layout));
}

static void
nw_text_layout_measure (GtkLayoutManager *manager,
                        GtkWidget        *widget,
                        GtkOrientation    orientation,
                        int               for_size,
                        int              *minimum,
                        int              *natural,
                        int              *minimum_baseline,
                        int              *natural_baseline)
{
  NwTextLayout *self = NW_TEXT_LAYOUT (manager);
  int baseline = -1;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, GTK_LABEL (widget), for_size, minimum, natural);
      return;
    }
  measure_height (self, GTK_LABEL (widget), for_size, minimum, &baseline);
  *natural = *minimum;
  if (minimum_baseline != NULL)
    *minimum_baseline = baseline;
  if (natural_baseline != NULL)
    *natural_baseline = baseline;
}

static void
nw_text_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         int               width,
                         int               height,
                         int               baseline)
{
  forget_other (NW_TEXT_LAYOUT (manager));
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
}

static GtkSizeRequestMode
nw_text_layout_get_request_mode (GtkLayoutManager *manager,
                                 GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nw_text_layout_dispose (GObject *object)
{
  forget_other (NW_TEXT_LAYOUT (object));

  G_OBJECT_CLASS (nw_text_layout_parent_class)->dispose (object);
}

static void
nw_text_layout_class_init (NwTextLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_text_layout_dispose;

  layout_class->measure = nw_text_layout_measure;
  layout_class->allocate = nw_text_layout_allocate;
  layout_class->get_request_mode = nw_text_layout_get_request_mode;
}

static void
nw_text_layout_init (NwTextLayout *self)
{
}

/**
 * nw_text_layout_add:
 * @label: a label that wraps at any place
 * @least_chars: how many average characters it is never narrower than
 * @fills: whether it takes the whole width that there is, so that nobody has to
 *   know where its text ends: its natural width is guessed
 *
 * Has the lines of a label counted less often.
 */
void
nw_text_layout_add (GtkLabel *label,
                    int       least_chars,
                    gboolean  fills)
{
  NwTextLayout *self;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (least_chars > 0);

  self = g_object_new (NW_TYPE_TEXT_LAYOUT, NULL);
  self->least_chars = least_chars;
  self->fills = fills;
  gtk_widget_set_layout_manager (GTK_WIDGET (label), GTK_LAYOUT_MANAGER (self));
}

/**
 * nw_text_layout_get:
 * @label: a label that nw_text_layout_add() was called for
 * @width: a width in pixels
 *
 * Breaks the text into lines.
 *
 * Returns: (transfer none): the text at this width, until the label is measured
 *   again or gets a place
 */
PangoLayout *
nw_text_layout_get (GtkLabel *label,
                    int       width)
{
  GtkLayoutManager *manager;

  g_return_val_if_fail (GTK_IS_LABEL (label), NULL);

  manager = gtk_widget_get_layout_manager (GTK_WIDGET (label));
  g_return_val_if_fail (NW_IS_TEXT_LAYOUT (manager), NULL);

  return lay_out (NW_TEXT_LAYOUT (manager), label, width * PANGO_SCALE);
}
