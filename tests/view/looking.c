/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "looking.h"
#include "view/widgets/nw-pieces.h"

typedef gboolean (*Matches) (GtkWidget     *widget,
                             gconstpointer  wanted);

static GtkWidget *
find (GtkWidget     *widget,
      gboolean       only_visible,
      Matches        matches,
      gconstpointer  wanted,
      guint         *skip)
{
  if (only_visible && !gtk_widget_get_visible (widget))
    return NULL;
  if (matches (widget, wanted) && (*skip)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, only_visible, matches, wanted, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget     *widget,
            gconstpointer  type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

static gboolean
says (GtkWidget     *widget,
      gconstpointer  text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

/**
 * settle:
 *
 * Does all that is to be done now.
 */
void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/**
 * build_all:
 * @root: where to look
 *
 * Has everything there that is else built where it is looked at.
 */
void
build_all (GtkWidget *root)
{
  if (NW_IS_PIECES (root))
    for (guint i = 0; i < nw_pieces_get_n (NW_PIECES (root)); i++)
      if (nw_pieces_is_shown (NW_PIECES (root), i))
        nw_pieces_build (NW_PIECES (root), i);
  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    build_all (child);
}

/**
 * find_widget:
 * @root: where to look
 * @type: a class
 * @n: how many of it to pass over
 *
 * Returns: (transfer none) (nullable): the widget of the class, in reading order
 */
GtkWidget *
find_widget (GtkWidget *root,
             GType      type,
             guint      n)
{
  return find (root, FALSE, is_of_type, &type, &n);
}

/**
 * find_visible_widget:
 * @root: where to look
 * @type: a class
 * @n: how many of it to pass over
 *
 * Returns: (transfer none) (nullable): the widget of the class that is not
 *   hidden, nor within one that is
 */
GtkWidget *
find_visible_widget (GtkWidget *root,
                     GType      type,
                     guint      n)
{
  return find (root, TRUE, is_of_type, &type, &n);
}

/**
 * find_text:
 * @root: where to look
 * @text: what is to be read
 *
 * Returns: (transfer none) (nullable): the first label that holds the text and
 *   is not hidden
 */
GtkWidget *
find_text (GtkWidget  *root,
           const char *text)
{
  guint skip = 0;

  return find (root, TRUE, says, text, &skip);
}

/* How many texts a frame of the window goes through; it alone is on @canvas then. */
guint
paint_frame (GtkWidget       *window,
             cairo_surface_t *canvas)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) parts = NULL;
  cairo_t *cr = cairo_create (canvas);

  /* The window’s own colour is not part of it. */
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  GTK_WIDGET_GET_CLASS (window)->snapshot (window, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (canvas);
  bytes = gsk_render_node_serialize (node);
  parts = g_strsplit (g_bytes_get_data (bytes, NULL), "text {", -1);
  return g_strv_length (parts) - 1;
}

/* Whether not all of @bounds has the colour of its corner. */
gboolean
has_ink (cairo_surface_t       *canvas,
         const graphene_rect_t *bounds)
{
  const guint32 *pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (canvas);
  int width = cairo_image_surface_get_width (canvas);
  int left = (int) bounds->origin.x;
  int top = (int) bounds->origin.y;

  for (int y = top; y < top + (int) bounds->size.height; y++)
    for (int x = left; x < left + (int) bounds->size.width; x++)
      if (pixels[y * width + x] != pixels[top * width + left])
        return TRUE;
  return FALSE;
}
