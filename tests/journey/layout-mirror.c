/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns the windows that are shown around, as in a language written from the
 * right, and tells what does not stand where a mirror would show it.
 *
 * Where things stand is noted before; what comes or goes by turning around is
 * not judged, nor how high a thing stands, nor what is written from the left in
 * any language, as keys are. */

#include "layout-probe.h"

#include <math.h>

/* A centred thing may be half a pixel off on both sides. */
#define TOLERANCE_PX 2.0
/* GTK 4.18 leaves other room between the buttons of the window on its left than
 * on its right, and what stands beside them gives way. */
#define HEADER_TOLERANCE_PX 20.0

typedef struct
{
  GtkWidget *widget;
  double     left;
  double     width;
  double     window_width;
} Place;

static GPtrArray *places;

static gboolean
find_place (GtkWidget *widget,
            Place     *place)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;

  /* What was built just now has no place yet. */
  if (window == NULL || !gtk_widget_get_mapped (widget) ||
      !gtk_widget_compute_bounds (widget, window, &bounds) || bounds.size.width <= 0)
    return FALSE;
  place->left = bounds.origin.x;
  place->width = bounds.size.width;
  place->window_width = gtk_widget_get_width (window);
  return TRUE;
}

static void
forget_place (gpointer data)
{
  Place *place = data;

  g_clear_weak_pointer (&place->widget);
  g_free (place);
}

/* What holds others is where they are; a text reaches as far as its field, and
 * GTK’s switch is off on its left in any language. */
static gboolean
is_leaf (GtkWidget *widget)
{
  return gtk_widget_get_first_child (widget) == NULL || GTK_IS_TEXT (widget) ||
         GTK_IS_SWITCH (widget);
}

static void
note_below (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (is_leaf (widget))
    {
      Place *place = g_new0 (Place, 1);

      g_set_weak_pointer (&place->widget, widget);
      if (find_place (widget, place))
        g_ptr_array_add (places, place);
      else
        forget_place (place);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    note_below (child);
}

/* What goes on behind a text stands where its last line ends: that follows the
 * writing, which is from the left here all the same. */
static gboolean
follows_writing (GtkWidget *widget)
{
  GType text = g_type_from_name ("NwArticleText");

  return text != 0 && gtk_widget_get_ancestor (widget, text) != NULL;
}

static double
get_tolerance (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_HEADER_BAR) != NULL ? HEADER_TOLERANCE_PX
                                                                       : TOLERANCE_PX;
}

static gboolean
is_turned (GtkWidget *widget)
{
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    if (gtk_widget_get_direction (above) == GTK_TEXT_DIR_LTR)
      return FALSE;
  return TRUE;
}

void
layout_probe_turn_around (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_clear_pointer (&places, g_ptr_array_unref);
  places = g_ptr_array_new_with_free_func (forget_place);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      note_below (window);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
}

void
layout_probe_turn_back (GString *report)
{
  g_autoptr (GPtrArray) noted = g_steal_pointer (&places);

  for (guint i = 0; noted != NULL && i < noted->len; i++)
    {
      const Place *before = noted->pdata[i];
      Place now;

      if (before->widget == NULL || !find_place (before->widget, &now) ||
          before->window_width != now.window_width || !is_turned (before->widget) ||
          follows_writing (before->widget))
        continue;
      if (fabs (now.left + now.width + before->left - now.window_width)
          > get_tolerance (before->widget))
        {
          const char *text = layout_probe_find_text (before->widget);
          g_autofree char *line = g_strdup (text != NULL ? text : "");

          g_strdelimit (line, "\n\t", ' ');
          g_string_append_printf (report, "not mirrored: from %g to %g\t%s\t%s\n",
                                  before->left, now.left,
                                  G_OBJECT_TYPE_NAME (before->widget), line);
        }
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}
