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
