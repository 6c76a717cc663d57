/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The illustrations, beside what librsvg makes of them; and what is refused. */

#include "config.h"

#include <gtk/gtk.h>

#include "view/article/nw-drawing.h"

#define PICTURES_PATH NW_RESOURCE_PATH "/content/pictures/"
/* Of a channel’s 255. Edges differ by how an arc is cut into curves. */
#define MAX_DIFFERENCE 48
#define MAX_MEAN 0.05

static cairo_surface_t *
paint (const char *file,
       int         pixels)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;
  int width;
  int height;

  g_assert_true (nw_drawing_measure (file, &width, &height, &error));
  g_assert_no_error (error);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, pixels, pixels * height / width);
  cr = cairo_create (surface);
  cairo_scale (cr, pixels / (double) width, pixels / (double) width);
  nw_drawing_paint (file, cr);
  cairo_destroy (cr);
  return surface;
}

static cairo_surface_t *
paint_by_librsvg (const char *file,
                  int         pixels)
{
  g_autofree char *path = g_strconcat (PICTURES_PATH, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf =
    gdk_pixbuf_new_from_resource_at_scale (path, pixels, -1, TRUE, &error);
  cairo_surface_t *surface;
  cairo_t *cr;

  if (g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    return NULL;
  g_assert_no_error (error);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, gdk_pixbuf_get_width (pixbuf),
                                        gdk_pixbuf_get_height (pixbuf));
  cr = cairo_create (surface);
  gdk_cairo_set_source_pixbuf (cr, pixbuf, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

static void
compare (const char      *file,
         cairo_surface_t *ours,
         cairo_surface_t *theirs)
{
  int width = cairo_image_surface_get_width (ours);
  int height = cairo_image_surface_get_height (ours);
  int most = 0;
  double sum = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (theirs));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (theirs));
  cairo_surface_flush (ours);
  cairo_surface_flush (theirs);
  for (int y = 0; y < height; y++)
    {
      const guchar *a = cairo_image_surface_get_data (ours)
                        + y * cairo_image_surface_get_stride (ours);
      const guchar *b = cairo_image_surface_get_data (theirs)
                        + y * cairo_image_surface_get_stride (theirs);

      for (int x = 0; x < 4 * width; x++)
        {
          most = MAX (most, ABS (a[x] - b[x]));
          sum += ABS (a[x] - b[x]);
        }
    }
  g_test_message ("%s, %d wide: at most %d, %g on average", file, width, most,
                  sum / (4 * width * height));
  g_assert_cmpint (most, <=, MAX_DIFFERENCE);
  g_assert_cmpfloat (sum / (4 * width * height), <=, MAX_MEAN);
}

static void
test_as_librsvg_does (void)
{
  static const int sizes[] = { 400, 504, 1008 };
  g_auto (GStrv) files = g_resources_enumerate_children (PICTURES_PATH,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_cmpuint (g_strv_length (files), >=, 6);
  for (gsize i = 0; files[i] != NULL; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (sizes); j++)
      {
        cairo_surface_t *ours = paint (files[i], sizes[j]);
        cairo_surface_t *theirs = paint_by_librsvg (files[i], sizes[j]);

        if (theirs == NULL)
          {
            g_test_skip ("nothing here decodes SVG");
            cairo_surface_destroy (ours);
            return;
          }
        compare (files[i], ours, theirs);
        cairo_surface_destroy (ours);
        cairo_surface_destroy (theirs);
      }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *inside;
    gboolean    is_taken;
  } cases[] = {
    { "<path d='M0 0l5 5z'/>", TRUE },
    { "<path d='M0 0 5 5 6-6.5.5 2zM1 1h2v3s1 1 2 2C1 2 3 4 5 6'/>", TRUE },
    { "<style>.a{fill:#123456;stroke:none} .b{fill:none}</style><rect class='a' x='1'/>", TRUE },
    { "<clipPath id='a'><circle r='3'/></clipPath><g clip-path='url(#a)'><rect/></g>", TRUE },
    { "<path d='M0 0a5 5 0 0 1 5 5'/>", FALSE },
    { "<path d='M0 0q1 1 5 5'/>", FALSE },
    { "<path d='M0 0z5'/>", FALSE },
    { "<path d='M0 0l5'/>", FALSE },
    { "<path d='0 0'/>", FALSE },
    { "<path/>", FALSE },
    { "<ellipse/>", FALSE },
    { "<g transform='scale(2)'/>", FALSE },
    { "<rect fill='url(#shade)'/>", FALSE },
    { "<rect stroke-linecap='square'/>", FALSE },
    { "<rect style='fill:none'/>", FALSE },
    { "<rect class='unheard-of'/>", FALSE },
    { "<path d='M0 0' stroke-dasharray='1 2 3'/>", FALSE },
    { "<g clip-path='url(#later)'/>", FALSE },
    { "<style>g{fill:none}</style>", FALSE },
    { "<style>.a{fill}</style><g class='a'/>", FALSE },
    { "<g><g><g><g><g><g><g><g/></g></g></g></g></g></g></g>", FALSE },
    { "<g>", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("<svg width='20' height='10'>%s</svg>",
                                               cases[i].inside);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      int width;
      int height;

      g_test_message ("%s", cases[i].inside);
      g_assert_cmpint (nw_drawing_run (bytes, NULL, &width, &height, &error), ==,
                       cases[i].is_taken);
      g_assert_cmpint (error == NULL, ==, cases[i].is_taken);
      g_assert_cmpint (width, ==, 20);
      g_assert_cmpint (height, ==, 10);
    }
}

static void
test_without_size (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("<svg/>", 6);
  g_autoptr (GError) error = NULL;
  int width;
  int height;

  g_assert_false (nw_drawing_run (bytes, NULL, &width, &height, &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT);
  g_assert_false (nw_drawing_exists ("no-such.svg"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view/drawing/as-librsvg-does", test_as_librsvg_does);
  g_test_add_func ("/view/drawing/refused", test_refused);
  g_test_add_func ("/view/drawing/without-size", test_without_size);

  return g_test_run ();
}
