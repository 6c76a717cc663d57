/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded before GTK into the program: at SIGUSR1 it writes to the file
 * $LAYOUT_PROBE. The program itself is not changed and does not know.
 *
 * What is written is said by the file $LAYOUT_PROBE.order:
 *   faults      what is laid out badly in the windows that are shown; a line is
 *               what is wrong, the widget’s type, its text, by tabs
 *   parts       where texts, icons and controls stand; see layout-parts.c
 *   keys        which letters are underlined in the controls; see layout-keys.c
 *   motion      whether the program may animate: yes or no
 *   turn-around nothing; from now on all is laid out from the right
 *   turn-back   what was not mirrored by that; see layout-mirror.c
 *   hide-focus  nothing; the focus is where it was, but is not drawn
 *   show-focus  nothing; it is drawn again
 * Except for the faults, the answer comes after the window has been drawn. */

#include "layout-probe.h"

#include <signal.h>

#include <glib-unix.h>

/* WCAG 2.2, 2.5.8. */
#define SMALLEST_TARGET_PX 24.0
/* Rounding of text that is scaled. */
#define TOLERANCE_PX 1.5

typedef struct
{
  GString    *report;
  GtkWidget  *window;
  GPtrArray  *labels;
  GHashTable *access_keys;
} Probe;

const char *
layout_probe_find_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_EDITABLE (widget))
    return gtk_editable_get_text (GTK_EDITABLE (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *text = layout_probe_find_text (child);

      if (text != NULL && *text != '\0')
        return text;
    }
  return gtk_widget_get_tooltip_text (widget);
}

static void
add_fault (Probe      *probe,
           const char *fault,
           GtkWidget  *widget)
{
  const char *text = layout_probe_find_text (widget);
  g_autofree char *line = g_strdup (text != NULL ? text : "");

  g_strdelimit (line, "\n\t", ' ');
  g_string_append_printf (probe->report, "%s\t%s\t%s\n", fault, G_OBJECT_TYPE_NAME (widget), line);
}

/* What of a widget can be seen: not what is scrolled away. */
gboolean
layout_probe_get_seen_bounds (GtkWidget       *widget,
                              GtkWidget       *window,
                              graphene_rect_t *bounds)
{
  if (!gtk_widget_compute_bounds (widget, window, bounds))
    return FALSE;

  for (GtkWidget *above = gtk_widget_get_parent (widget);
       above != NULL;
       above = gtk_widget_get_parent (above))
    {
      graphene_rect_t outer;

      if (gtk_widget_get_overflow (above) != GTK_OVERFLOW_HIDDEN && above != window)
        continue;
      if (!gtk_widget_compute_bounds (above, window, &outer) ||
          !graphene_rect_intersection (bounds, &outer, bounds))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_scrolled (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) != NULL;
}

static void
check_place (Probe     *probe,
             GtkWidget *widget)
{
  graphene_rect_t bounds;
  double width = gtk_widget_get_width (probe->window);
  double height = gtk_widget_get_height (probe->window);

  if (gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL ||
      !gtk_widget_compute_bounds (widget, probe->window, &bounds) ||
      bounds.size.width <= 0)
    return;

  if (bounds.origin.x < -TOLERANCE_PX ||
      bounds.origin.x + bounds.size.width > width + TOLERANCE_PX)
    add_fault (probe, "cut at the side", widget);
  if (!is_scrolled (widget) &&
      (bounds.origin.y < -TOLERANCE_PX ||
       bounds.origin.y + bounds.size.height > height + TOLERANCE_PX))
    add_fault (probe, "cut at the top or bottom", widget);
}

static void
check_label (Probe     *probe,
             GtkWidget *widget)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
  guint key = gtk_label_get_mnemonic_keyval (GTK_LABEL (widget));
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    add_fault (probe, "shortened", widget);
  else if (width > gtk_widget_get_width (widget) + TOLERANCE_PX ||
           height > gtk_widget_get_height (widget) + TOLERANCE_PX)
    add_fault (probe, "text larger than its place", widget);

  /* GTK 4.8 says 0 where a label could have an access key and has none. */
  if (key != 0 && key != GDK_KEY_VoidSymbol &&
      gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL &&
      !g_hash_table_add (probe->access_keys, GUINT_TO_POINTER (key)))
    add_fault (probe, "access key used twice", widget);

  g_ptr_array_add (probe->labels, widget);
}

static void
check_target (Probe     *probe,
              GtkWidget *widget)
{
  gboolean is_target = GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) ||
                       GTK_IS_ENTRY (widget) || GTK_IS_SWITCH (widget) ||
                       GTK_IS_DROP_DOWN (widget);
  graphene_rect_t bounds;

  /* The window’s own buttons are the desktop’s to size. */
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL)
    return;

  /* With its padding and border: all of that can be hit. */
  if (is_target && gtk_widget_get_sensitive (widget) &&
      gtk_widget_compute_bounds (widget, widget, &bounds) &&
      (bounds.size.width < SMALLEST_TARGET_PX || bounds.size.height < SMALLEST_TARGET_PX))
    add_fault (probe, "target too small", widget);
}

static void
check_scrolling (Probe     *probe,
                 GtkWidget *widget)
{
  GtkAdjustment *sideways;

  if (!GTK_IS_SCROLLED_WINDOW (widget))
    return;
  sideways = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (widget));
  if (gtk_adjustment_get_upper (sideways) >
      gtk_adjustment_get_page_size (sideways) + TOLERANCE_PX)
    add_fault (probe, "scrolls sideways", widget);
}

static void
check_below (Probe     *probe,
             GtkWidget *widget)
{
  /* What was built just now has no place yet: GTK gives each at least its least. */
  if (!gtk_widget_get_mapped (widget) ||
      (gtk_widget_get_width (widget) == 0 && gtk_widget_get_height (widget) == 0))
    return;

  if (gtk_widget_get_first_child (widget) == NULL)
    check_place (probe, widget);
  if (GTK_IS_LABEL (widget))
    check_label (probe, widget);
  check_target (probe, widget);
  check_scrolling (probe, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_below (probe, child);
}

/* A note and a popover may lie over a page; nothing else over anything. */
static gboolean
is_afloat (GtkWidget *widget)
{
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    {
      GtkWidget *parent = gtk_widget_get_parent (above);

      if (GTK_IS_POPOVER (above))
        return TRUE;
      if (GTK_IS_OVERLAY (parent) && gtk_overlay_get_child (GTK_OVERLAY (parent)) != above)
        return TRUE;
    }
  return FALSE;
}

static void
check_overlaps (Probe *probe)
{
  for (guint i = 0; i < probe->labels->len; i++)
    {
      GtkWidget *label = probe->labels->pdata[i];
      graphene_rect_t bounds;

      if (is_afloat (label) || !layout_probe_get_seen_bounds (label, probe->window, &bounds))
        continue;
      for (guint j = i + 1; j < probe->labels->len; j++)
        {
          GtkWidget *other = probe->labels->pdata[j];
          graphene_rect_t both;

          if (is_afloat (other) || !layout_probe_get_seen_bounds (other, probe->window, &both) ||
              !graphene_rect_intersection (&bounds, &both, &both))
            continue;
          if (both.size.width > TOLERANCE_PX && both.size.height > TOLERANCE_PX)
            add_fault (probe, "lies over other text", other);
        }
    }
}

static void
check_focus (Probe *probe)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (probe->window));
  graphene_rect_t seen;

  if (focus == NULL)
    {
      g_string_append (probe->report, "nothing has the focus\t\t\n");
      return;
    }
  if (!layout_probe_get_seen_bounds (focus, probe->window, &seen) ||
      seen.size.width < MIN (SMALLEST_TARGET_PX, gtk_widget_get_width (focus)) ||
      seen.size.height < MIN (SMALLEST_TARGET_PX / 2, gtk_widget_get_height (focus)))
    add_fault (probe, "focus out of sight", focus);
}

static void
write_faults (GString *report)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();
      g_autoptr (GHashTable) access_keys = g_hash_table_new (NULL, NULL);
      Probe probe = { report, window, labels, access_keys };

      if (!gtk_widget_get_mapped (window))
        continue;
      check_below (&probe, window);
      check_overlaps (&probe);
      if (gtk_window_is_active (GTK_WINDOW (window)))
        check_focus (&probe);
    }
}

/* The window that was opened last. */
static GtkWidget *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window) &&
          (found == NULL || gtk_window_is_active (GTK_WINDOW (window))))
        found = window;
    }
  return found;
}

static gboolean
may_move (GtkWidget *window)
{
  gboolean animations;

  g_object_get (gtk_widget_get_settings (window), "gtk-enable-animations", &animations, NULL);
  return animations;
}

static void
answer (GtkWidget  *window,
        const char *order)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (g_str_equal (order, "parts"))
    layout_probe_write_parts (window, report);
  else if (g_str_equal (order, "keys"))
    layout_probe_write_keys (window, report);
  else if (g_str_equal (order, "turn-around"))
    layout_probe_turn_around ();
  else if (g_str_equal (order, "turn-back"))
    layout_probe_turn_back (report);
  else if (g_str_equal (order, "motion"))
    g_string_append (report, may_move (window) ? "yes\n" : "no\n");
  else if (g_str_equal (order, "faults"))
    write_faults (report);

  if (!g_file_set_contents (g_getenv ("LAYOUT_PROBE"), report->str, -1, &error))
    g_printerr ("layout-probe: %s\n", error->message);
}

typedef struct
{
  GtkWidget *window;
  char      *order;
} Wait;

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  Wait *wait = user_data;

  g_signal_handlers_disconnect_by_func (clock, after_paint_cb, wait);
  gdk_display_sync (gtk_widget_get_display (wait->window));
  answer (wait->window, wait->order);
  g_object_unref (wait->window);
  g_free (wait->order);
  g_free (wait);
}

static gboolean
signal_cb (gpointer user_data)
{
  g_autofree char *path = g_strconcat (g_getenv ("LAYOUT_PROBE"), ".order", NULL);
  g_autofree char *order = NULL;
  GtkWidget *window = find_window ();
  Wait *wait;

  if (window == NULL || !g_file_get_contents (path, &order, NULL, NULL))
    return G_SOURCE_CONTINUE;

  if (g_str_has_suffix (order, "-focus"))
    layout_probe_draw_focus (window, g_str_equal (order, "show-focus"));
  if (g_str_equal (order, "faults"))
    {
      answer (window, order);
      return G_SOURCE_CONTINUE;
    }

  wait = g_new0 (Wait, 1);
  wait->window = g_object_ref (window);
  wait->order = g_steal_pointer (&order);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint",
                    G_CALLBACK (after_paint_cb), wait);
  gtk_widget_queue_draw (window);
  return G_SOURCE_CONTINUE;
}

static void __attribute__ ((constructor))
load (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  /* The command only goes on as the program of the window. */
  if (program != NULL && g_str_has_suffix (program, "/needlewise"))
    return;

  g_unsetenv ("LD_PRELOAD");
  if (g_getenv ("LAYOUT_PROBE") != NULL)
    g_unix_signal_add (SIGUSR1, signal_cb, NULL);
}
