/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing of the article, sharp at every size and at home in the dark. */

#include "config.h"

#include "view/article/nw-article-picture.h"

#include "view/article/nw-article-text.h"
#include "view/article/nw-drawing.h"
#include "view/article/nw-painted.h"
#include "view/widgets/nw-a11y.h"

/* While a window is being resized the old drawing is stretched instead. */
#define REDRAW_MS 80

struct _NwArticlePicture
{
  GtkWidget        parent_instance;

  char            *file;
  char            *twin;
  int              natural_width;
  int              natural_height;
  NwPainted        painted;
  int              drawn_width;
  guint            redraw_id;

  /* Stands in where the drawing cannot be read. */
  GtkWidget       *stand_in;
};

G_DEFINE_FINAL_TYPE (NwArticlePicture, nw_article_picture, GTK_TYPE_WIDGET)

static gboolean
is_dark (GtkWidget *widget)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  return 0.2126 * color.red + 0.7152 * color.green + 0.0722 * color.blue > 0.5;
}

/* Drawings have a twin for the dark, FILE-dark.svg. */
static void
choose_twin (NwArticlePicture *self)
{
  g_autofree char *stem = g_strndup (self->file, strlen (self->file) - strlen (".svg"));
  g_autofree char *dark = g_strdup_printf ("%s-dark.svg", stem);
  const char *twin = is_dark (GTK_WIDGET (self)) && nw_drawing_exists (dark) ? dark : self->file;

  if (g_strcmp0 (twin, self->twin) == 0)
    return;

  g_free (self->twin);
  self->twin = g_strdup (twin);
  self->drawn_width = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw (NwArticlePicture *self,
      int               width)
{
  int height = (int) ((gint64) width * self->natural_height / self->natural_width);
  cairo_t *cr = nw_painted_begin (&self->painted, width, height);

  cairo_scale (cr, width / (double) self->natural_width, height / (double) self->natural_height);
  nw_drawing_paint (self->twin, cr);
  cairo_destroy (cr);
  self->drawn_width = width;
}

static gboolean
redraw_cb (gpointer user_data)
{
  NwArticlePicture *self = user_data;

  self->redraw_id = 0;
  self->drawn_width = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Overrides */

static void
nw_article_picture_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  NwArticlePicture *self = NW_ARTICLE_PICTURE (widget);

  if (self->stand_in != NULL)
    gtk_widget_measure (self->stand_in, orientation, for_size, minimum, natural, NULL, NULL);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 1;
      *natural = self->natural_width;
    }
  else
    *minimum = *natural = for_size < 0
                          ? self->natural_height
                          : (int) ((gint64) for_size * self->natural_height / self->natural_width);
}

static void
nw_article_picture_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  NwArticlePicture *self = NW_ARTICLE_PICTURE (widget);
  GtkAllocation allocation = { 0, 0, width, height };

  if (self->stand_in != NULL)
    gtk_widget_size_allocate (self->stand_in, &allocation, -1);
}

static void
nw_article_picture_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  NwArticlePicture *self = NW_ARTICLE_PICTURE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int pixels = width * gtk_widget_get_scale_factor (widget);

  if (self->stand_in != NULL)
    {
      gtk_widget_snapshot_child (widget, self->stand_in, snapshot);
      return;
    }

  if (self->drawn_width == 0)
    draw (self, pixels);
  else if (self->drawn_width != pixels && self->redraw_id == 0)
    self->redraw_id = g_timeout_add (REDRAW_MS, redraw_cb, self);
  nw_painted_snapshot (&self->painted, widget, snapshot,
                       &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
nw_article_picture_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (nw_article_picture_parent_class)->css_changed (widget, change);

  choose_twin (NW_ARTICLE_PICTURE (widget));
}

static GtkSizeRequestMode
nw_article_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nw_article_picture_dispose (GObject *object)
{
  NwArticlePicture *self = NW_ARTICLE_PICTURE (object);

  g_clear_handle_id (&self->redraw_id, g_source_remove);
  g_clear_pointer (&self->stand_in, gtk_widget_unparent);
  nw_painted_clear (&self->painted);

  G_OBJECT_CLASS (nw_article_picture_parent_class)->dispose (object);
}

static void
nw_article_picture_finalize (GObject *object)
{
  NwArticlePicture *self = NW_ARTICLE_PICTURE (object);

  g_free (self->file);
  g_free (self->twin);

  G_OBJECT_CLASS (nw_article_picture_parent_class)->finalize (object);
}

static void
nw_article_picture_class_init (NwArticlePictureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_article_picture_dispose;
  object_class->finalize = nw_article_picture_finalize;

  widget_class->measure = nw_article_picture_measure;
  widget_class->size_allocate = nw_article_picture_size_allocate;
  widget_class->snapshot = nw_article_picture_snapshot;
  widget_class->css_changed = nw_article_picture_css_changed;
  widget_class->get_request_mode = nw_article_picture_get_request_mode;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
nw_article_picture_init (NwArticlePicture *self)
{
}

/**
 * nw_article_picture_new:
 * @file: the drawing’s file in `content/pictures`
 * @alternative: what it shows, in words
 *
 * Makes a picture as wide as the room that it gets. Where the drawing cannot be
 * read, @alternative is shown in its place.
 *
 * Returns: (transfer floating): the picture
 */
GtkWidget *
nw_article_picture_new (const char *file,
                        const char *alternative)
{
  g_autoptr (GError) error = NULL;
  NwArticlePicture *self;

  g_return_val_if_fail (file != NULL && g_str_has_suffix (file, ".svg"), NULL);
  g_return_val_if_fail (alternative != NULL, NULL);

  self = g_object_new (NW_TYPE_ARTICLE_PICTURE, NULL);
  self->file = g_strdup (file);
  choose_twin (self);
  nw_a11y_set_name (GTK_WIDGET (self), alternative);
  if (!nw_drawing_measure (file, &self->natural_width, &self->natural_height, &error))
    {
      g_debug ("%s: %s", file, error->message);
      self->stand_in = nw_article_label_new (alternative, "nw-stand-in");
      gtk_widget_set_parent (self->stand_in, GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

/**
 * nw_article_picture_is_drawn:
 * @self: a picture
 *
 * Returns: whether the drawing is shown, not its description
 */
gboolean
nw_article_picture_is_drawn (NwArticlePicture *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_PICTURE (self), FALSE);

  return self->stand_in == NULL;
}
