/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "reading.h"

#include "view/article/nw-article-page.h"

#include "looking.h"

/* The buttons of the article lead through the window. */
static void
add_show_place (GtkWidget *window)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-place", G_VARIANT_TYPE_STRING);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

/**
 * reading_begin:
 * @self: what is to be filled
 * @article: (nullable): what is read, or %NULL for ours
 * @place: (nullable): where one read last
 *
 * Shows the page in a window, and waits until it is painted.
 */
void
reading_begin (Reading    *self,
               NwArticle  *article,
               const char *place)
{
  self->settings = g_settings_new (NW_APPLICATION_ID);
  g_settings_set_string (self->settings, "article-place", place != NULL ? place : "");
  self->page = article != NULL ? nw_article_page_new_for_article (self->settings, article, NULL)
                               : nw_article_page_new (self->settings);
  self->window = gtk_window_new ();
  add_show_place (self->window);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (self->window), self->page);
  nw_page_set_layout (NW_PAGE (self->page), NW_LAYOUT_WIDE);
  nw_page_take_focus (NW_PAGE (self->page));
  gtk_window_present (GTK_WINDOW (self->window));
  gtk_test_widget_wait_for_draw (self->window);

  self->view = NW_ARTICLE_VIEW (find_widget (self->page, NW_TYPE_ARTICLE_VIEW, 0));
  self->adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (self->view),
                                                  GTK_TYPE_SCROLLED_WINDOW)));
}

/**
 * reading_end:
 * @self: what was begun
 *
 * Closes the window, and forgets where one read.
 */
void
reading_end (Reading *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_settings_reset (self->settings, "article-place");
  g_clear_object (&self->settings);
}

/**
 * reading_paint:
 * @self: what was begun
 *
 * Waits until all is laid out and painted, however slow the machine is.
 */
void
reading_paint (Reading *self)
{
  for (int i = 0; i < 3; i++)
    {
      gtk_widget_queue_draw (self->window);
      gtk_test_widget_wait_for_draw (self->window);
    }
}

/**
 * reading_get_top:
 * @self: what was begun
 * @widget: a part of the article
 *
 * Returns: how far it begins below the upper edge of what is seen, in pixels
 */
double
reading_get_top (Reading   *self,
                 GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (self->view));
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, viewport, &bounds));
  return bounds.origin.y;
}

/**
 * reading_is_seen:
 * @self: what was begun
 * @widget: a part of the article
 *
 * Returns: whether all of it is within what is seen
 */
gboolean
reading_is_seen (Reading   *self,
                 GtkWidget *widget)
{
  double top = reading_get_top (self, widget);

  return top >= 0
         && top + gtk_widget_get_height (widget)
              <= gtk_widget_get_height (gtk_widget_get_parent (GTK_WIDGET (self->view)));
}
