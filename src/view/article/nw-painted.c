/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is painted once and shown in each frame. */

#include "config.h"

#include "view/article/nw-painted.h"

/**
 * nw_painted_begin:
 * @self: what is to be painted anew
 * @width: its width in pixels of the screen
 * @height: its height in pixels of the screen
 *
 * Returns: (transfer full): what to paint with
 */
cairo_t *
nw_painted_begin (NwPainted *self,
                  int        width,
                  int        height)
{
  g_return_val_if_fail (self != NULL, NULL);

  nw_painted_clear (self);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  return cairo_create (self->surface);
}

static GdkTexture *
ensure_texture (NwPainted *self)
{
  if (self->texture == NULL)
    {
      int height = cairo_image_surface_get_height (self->surface);
      gsize stride = (gsize) cairo_image_surface_get_stride (self->surface);
      g_autoptr (GBytes) bytes =
        g_bytes_new_with_free_func (cairo_image_surface_get_data (self->surface),
                                    stride * (gsize) height,
                                    (GDestroyNotify) cairo_surface_destroy,
                                    cairo_surface_reference (self->surface));

      self->texture = gdk_memory_texture_new (cairo_image_surface_get_width (self->surface),
                                              height, GDK_MEMORY_DEFAULT, bytes, stride);
    }
  return self->texture;
}

/**
 * nw_painted_snapshot:
 * @self: what has been painted
 * @widget: where it is shown
 * @snapshot: its snapshot
 * @bounds: what it fills
 *
 * Shows it. Cairo takes it as it is; of a texture it would make a copy in each
 * frame, pixel by pixel.
 */
void
nw_painted_snapshot (NwPainted             *self,
                     GtkWidget             *widget,
                     GtkSnapshot           *snapshot,
                     const graphene_rect_t *bounds)
{
  GtkNative *native = gtk_widget_get_native (widget);
  cairo_t *cr;

  g_return_if_fail (self != NULL && self->surface != NULL);

  if (native == NULL || !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      gtk_snapshot_append_texture (snapshot, ensure_texture (self), bounds);
      return;
    }

  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  cairo_scale (cr,
               bounds->size.width / (double) cairo_image_surface_get_width (self->surface),
               bounds->size.height / (double) cairo_image_surface_get_height (self->surface));
  cairo_set_source_surface (cr, self->surface, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/**
 * nw_painted_clear:
 * @self: what has been painted, or not
 *
 * Forgets it.
 */
void
nw_painted_clear (NwPainted *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->texture);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
}
