/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the three pages are for, in one glance, for who comes for the first time. */

#include "config.h"

#include "view/article/nw-article-start.h"

#include <glib/gi18n.h>

#include "view/article/nw-article-text.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-tiles.h"

/* Three of these fit side by side in the article’s column. */
#define MIN_CHARS 22

static GtkWidget *
create_words (const char *icon,
              const char *title,
              const char *text)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                                  "column-spacing", 6,
                                  "row-spacing", 3,
                                  NULL);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", icon,
                                   NULL);
  GtkWidget *head = g_object_new (GTK_TYPE_LABEL,
                                  "label", title,
                                  "xalign", 0.0f,
                                  "hexpand", TRUE,
                                  NULL);
  GtkWidget *body = g_object_new (GTK_TYPE_LABEL,
                                  "label", text,
                                  "xalign", 0.0f,
                                  NULL);

  nw_article_label_wrap (GTK_LABEL (body));
  gtk_widget_add_css_class (head, "nw-start-title");
  gtk_widget_add_css_class (body, "nw-caption");
  gtk_grid_attach (GTK_GRID (grid), image, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), head, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), body, 0, 1, 2, 1);
  return grid;
}

/* The page that one is on already leads nowhere. */
static void
append_here (NwTiles    *tiles,
             const char *icon,
             const char *title,
             const char *text)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 NULL);

  gtk_box_append (GTK_BOX (box), create_words (icon, title, text));
  gtk_widget_add_css_class (box, "nw-start");
  gtk_widget_add_css_class (box, "here");
  nw_tiles_append (tiles, box);
}

static void
append_way (NwTiles    *tiles,
            const char *icon,
            const char *title,
            const char *text,
            const char *action)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), create_words (icon, title, text));
  gtk_widget_add_css_class (button, "nw-start");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  nw_a11y_set_name (button, title);
  nw_a11y_set_description (button, text);
  nw_tiles_append (tiles, button);
}

/**
 * nw_article_start_new:
 *
 * Returns: (transfer floating): a tile for each of the three pages, which
 *   says what the page is for, and leads there
 */
GtkWidget *
nw_article_start_new (void)
{
  GtkWidget *tiles = nw_tiles_new (MIN_CHARS, 6);

  append_here (NW_TILES (tiles), "nw-read-symbolic", g_dpgettext2 (NULL, "page", "Read"),
               _("What studies found, and how sure that is"));
  append_way (NW_TILES (tiles), "nw-screen-symbolic", g_dpgettext2 (NULL, "page", "Screen"),
              _("A few questions: whom to ask before the first needle"),
              "win.show-place('screen')");
  append_way (NW_TILES (tiles), "nw-prepare-symbolic", g_dpgettext2 (NULL, "page", "Prepare"),
              _("Licence and insurance, before the first appointment"),
              "win.show-place('prepare')");
  return tiles;
}
