/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys and the wheel of the article. */

#include "config.h"

#include "view/article/nw-article-keys.h"

#include "view/widgets/nw-font-metrics.h"

#define LINES_A_STEP 3

static double
get_step (GtkScrolledWindow *scroller)
{
  PangoFontMetrics *metrics = nw_font_metrics_get (GTK_WIDGET (scroller));

  return LINES_A_STEP * pango_font_metrics_get_height (metrics) / (double) PANGO_SCALE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                NwArticleScroll       *self)
{
  GtkScrolledWindow *scroller =
    GTK_SCROLLED_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scroller);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scroller));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  double step = get_step (scroller);
  double page = gtk_adjustment_get_page_size (adjustment) - step;

  /* A menu that is open keeps its keys. */
  if (focus != NULL && gtk_widget_get_native (focus) != GTK_NATIVE (root))
    return GDK_EVENT_PROPAGATE;
  if (modifiers != 0 && !(modifiers == GDK_SHIFT_MASK && keyval == GDK_KEY_space)
      && !(modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_Home || keyval == GDK_KEY_End)))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      nw_article_scroll_by (self, step);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      nw_article_scroll_by (self, -step);
      break;
    case GDK_KEY_space:
      if (GTK_IS_BUTTON (focus))
        return GDK_EVENT_PROPAGATE;
      nw_article_scroll_by (self, modifiers == GDK_SHIFT_MASK ? -page : page);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      nw_article_scroll_by (self, page);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      nw_article_scroll_by (self, -page);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      nw_article_scroll_to_start (self);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      nw_article_scroll_to_end (self);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

static gboolean
ctrl_scrolled_cb (GtkEventController *controller,
                  double              dx,
                  double              dy,
                  NwArticleScroll    *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK || dy == 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (gtk_event_controller_get_widget (controller),
                              dy < 0 ? "app.larger-text" : "app.smaller-text",
                              NULL);
  return GDK_EVENT_STOP;
}

/**
 * nw_article_keys_add:
 * @scroller: what scrolls an article
 * @self: who scrolls it
 *
 * Lets the keys scroll the article wherever the focus is in it, and Ctrl with the wheel change the size of the text.
 */
void
nw_article_keys_add (GtkScrolledWindow *scroller,
                     NwArticleScroll   *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));
  g_return_if_fail (NW_IS_ARTICLE_SCROLL (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (scroller), keys);

  wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                           | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (ctrl_scrolled_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (scroller), wheel);
}
