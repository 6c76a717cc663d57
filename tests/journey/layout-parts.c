/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells where in a picture of the window its texts, icons and controls stand.
 *
 * A line is: kind, x, y, width, height, the widget’s type, its text; by tabs.
 * The kinds are text, icon, mark (of a check box or radio button), field (with
 * an edge of its own) and focus. What is insensitive or out of sight is left
 * out. Pixels are those of the toplevel’s surface. */

#include "layout-probe.h"

#include <math.h>

/* Where the surface that a widget is drawn on stands in the toplevel’s. */
static void
get_surface_place (GtkNative *native,
                   double    *x,
                   double    *y)
{
  GdkSurface *surface = gtk_native_get_surface (native);

  gtk_native_get_surface_transform (native, x, y);
  while (GDK_IS_POPUP (surface))
    {
      *x += gdk_popup_get_position_x (GDK_POPUP (surface));
      *y += gdk_popup_get_position_y (GDK_POPUP (surface));
      surface = gdk_popup_get_parent (GDK_POPUP (surface));
    }
}

static void
add_part (GString         *report,
          const char      *kind,
          GtkWidget       *widget,
          graphene_rect_t *bounds)
{
  const char *text = layout_probe_find_text (widget);
  g_autofree char *line = g_strdup (text != NULL ? text : "");
  double x;
  double y;

  get_surface_place (gtk_widget_get_native (widget), &x, &y);
  g_strdelimit (line, "\n\t", ' ');
  g_string_append_printf (report, "%s\t%d\t%d\t%d\t%d\t%s\t%s\n", kind,
                          (int) floor (x + bounds->origin.x + 0.5),
                          (int) floor (y + bounds->origin.y + 0.5),
                          (int) ceil (bounds->size.width),
                          (int) ceil (bounds->size.height),
                          G_OBJECT_TYPE_NAME (widget), line);
}

/* The letters of a label, without the space around them. */
static gboolean
narrow_to_ink (GtkLabel        *label,
               GtkWidget       *window,
               graphene_rect_t *bounds)
{
  PangoRectangle ink;
  graphene_point_t point;
  graphene_rect_t letters;
  int x;
  int y;

  pango_layout_get_pixel_extents (gtk_label_get_layout (label), &ink, NULL);
  gtk_label_get_layout_offsets (label, &x, &y);
  if (!gtk_widget_compute_point (GTK_WIDGET (label), window,
                                 &GRAPHENE_POINT_INIT (x + ink.x, y + ink.y), &point))
    return FALSE;
  graphene_rect_init (&letters, point.x, point.y, ink.width, ink.height);
  return graphene_rect_intersection (bounds, &letters, bounds);
}

/* A field is told from the page by its edge alone, unlike a button by its words
 * and an answer by its mark. */
static const char *
find_kind (GtkWidget *widget)
{
  const char *name = gtk_widget_get_css_name (widget);

  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0' ? "text" : NULL;
  if (GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget))
    return *layout_probe_find_text (widget) != '\0' ? "text" : NULL;
  if (GTK_IS_SWITCH (widget))
    return "mark";
  if (GTK_IS_IMAGE (widget) && !GTK_IS_SWITCH (gtk_widget_get_parent (widget)))
    return gtk_image_get_storage_type (GTK_IMAGE (widget)) != GTK_IMAGE_EMPTY &&
           g_strcmp0 (gtk_widget_get_css_name (gtk_widget_get_parent (widget)), "mark") != 0
             ? "icon" : NULL;
  if (g_str_equal (name, "check") || g_str_equal (name, "radio") || g_str_equal (name, "mark"))
    return "mark";
  if (g_str_equal (name, "arrow") || g_str_equal (name, "expander"))
    return "icon";
  if (GTK_IS_ENTRY (widget) || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_SEARCH_ENTRY (widget) ||
      gtk_widget_has_css_class (widget, "nw-text-frame"))
    return "field";
  return NULL;
}

static void
add_below (GString   *report,
           GtkWidget *widget)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_native (widget));
  const char *kind;
  graphene_rect_t whole;
  graphene_rect_t bounds;

  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return;
  /* These are the desktop’s. */
  if (GTK_IS_WINDOW_CONTROLS (widget))
    return;

  kind = find_kind (widget);
  if (kind != NULL && gtk_widget_compute_bounds (widget, window, &whole) &&
      layout_probe_get_seen_bounds (widget, window, &bounds) &&
      (GTK_IS_LABEL (widget) || graphene_rect_equal (&whole, &bounds)) &&
      (!GTK_IS_LABEL (widget) || narrow_to_ink (GTK_LABEL (widget), window, &bounds)))
    {
      /* The field of a spin button reaches over its edges. */
      if (GTK_IS_TEXT (widget))
        graphene_rect_inset (&bounds, 3, 3);
      add_part (report, kind, widget, &bounds);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_below (report, child);
}

static GtkWidget *
find_focus (GtkWidget *window)
{
  return gtk_root_get_focus (GTK_ROOT (window));
}

void
layout_probe_write_parts (GtkWidget *window,
                          GString   *report)
{
  GtkWidget *focus = find_focus (window);
  GtkWidget *above = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;
  graphene_rect_t bounds;

  /* What a popover lies over cannot be measured. */
  add_below (report, above != NULL ? above : window);
  if (focus != NULL &&
      layout_probe_get_seen_bounds (focus, GTK_WIDGET (gtk_widget_get_native (focus)), &bounds))
    add_part (report, "focus", focus, &bounds);
}

/* The focus stays where it is; only the styles do not hear of it. */
void
layout_probe_draw_focus (GtkWidget *window,
                         gboolean   drawn)
{
  GtkWidget *focus = find_focus (window);

  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      GtkStateFlags flags = GTK_STATE_FLAG_FOCUS_WITHIN;

      if (widget == focus)
        flags |= GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE;
      if (drawn)
        gtk_widget_set_state_flags (widget, flags, FALSE);
      else
        gtk_widget_unset_state_flags (widget, flags);
    }
}
