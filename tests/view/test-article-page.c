/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the page Read: keys, places, find, focus, print and damage. */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <locale.h>

#include "model/article/nw-article.h"
#include "view/article/nw-article-find.h"
#include "view/article/nw-article-options.h"
#include "view/article/nw-article-page.h"
#include "view/article/nw-article-picture.h"
#include "view/article/nw-article-print.h"
#include "view/article/nw-article-view.h"
#include "view/article/nw-source-link.h"
#include "view/widgets/nw-tiles.h"
#include "view/widgets/nw-page-breaks.h"

#include "looking.h"
#include "reading.h"

static void
set_up (Reading       *reading,
        gconstpointer  place)
{
  reading_begin (reading, NULL, place);
}

static void
tear_down (Reading       *reading,
           gconstpointer  place)
{
  reading_end (reading);
}

static gboolean
press (Reading         *reading,
       guint            keyval,
       GdkModifierType  state)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (reading->view),
                                                 GTK_TYPE_SCROLLED_WINDOW);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scroller);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
      if (handled)
        return TRUE;
    }
  return FALSE;
}

/* However much of the article there is, a frame takes what is seen of it. */
static void
test_seen_is_painted (Reading       *reading,
                      gconstpointer  data)
{
  /* The table of the options is one piece, and so is the list of sources. */
  static const struct
  {
    double place;
    guint  most;
  } cases[] = { { 0.5, 170 }, { 1.0, 250 }, { 0.25, 100 }, { 0.29, 100 }, { 0.7, 100 },
              { 0.74, 100 }, { 0, 60 } };
  int width = gtk_widget_get_width (reading->window);
  int height = gtk_widget_get_height (reading->window);
  cairo_surface_t *canvas = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  guint n_pieces = nw_article_view_get_n_pieces (reading->view);

  nw_article_view_build_all (reading->view);
  reading_paint (reading);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_seen = 0;

      gtk_adjustment_set_value (reading->adjustment,
                                cases[i].place * gtk_adjustment_get_upper (reading->adjustment));
      reading_paint (reading);
      g_assert_cmpuint (paint_frame (reading->window, canvas), <=, cases[i].most);
      for (guint piece = 0; piece < n_pieces; piece++)
        {
          g_autoptr (GPtrArray) labels = nw_article_view_dup_labels (reading->view, piece);

          for (guint j = 0; j < labels->len; j++)
            {
              GtkWidget *label = g_ptr_array_index (labels, j);
              graphene_rect_t bounds;

              if (!reading_is_seen (reading, label))
                continue;
              n_seen++;
              g_assert_true (gtk_widget_compute_bounds (label, reading->window, &bounds));
              g_assert_true (has_ink (canvas, &bounds));
            }
        }
      g_assert_cmpuint (n_seen, >, 2);
    }
  cairo_surface_destroy (canvas);
}

static void
test_far_places_are_not_built (Reading       *reading,
                               gconstpointer  data)
{
  guint last = nw_article_view_get_n_places (reading->view) - 1;
  guint n_built = 0;
  double value;

  gtk_adjustment_set_value (reading->adjustment, 50);
  value = gtk_adjustment_get_value (reading->adjustment);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  reading_paint (reading);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  for (guint i = 0; i <= last; i++)
    n_built += nw_article_view_is_place_built (reading->view, i);
  g_assert_cmpuint (n_built, <=, 1);
  g_assert_false (nw_article_view_is_place_built (reading->view, last));
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), ==, value);
}

/* Whatever is in sight is there, wherever one jumps to. */
static void
test_what_is_seen_is_built (Reading       *reading,
                            gconstpointer  data)
{
  double page = gtk_adjustment_get_page_size (reading->adjustment);
  double margin = gtk_widget_get_margin_top (GTK_WIDGET (reading->view));
  static const double fractions[] = { 0.9, 0.1, 0.5, 0.3, 1.0, 0.7, 0.0 };

  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      double value;

      gtk_adjustment_set_value (reading->adjustment,
                                fractions[i] * gtk_adjustment_get_upper (reading->adjustment));
      reading_paint (reading);
      value = gtk_adjustment_get_value (reading->adjustment) - margin;
      g_assert_cmpint (nw_article_view_find_unbuilt (reading->view, value, value + page), ==, -1);
    }
}

/* Texts much lower than guessed bring ever more into sight, which takes more than
 * one frame: GTK would warn of one that never ends. */
static void
test_what_is_low_is_built (Reading       *reading,
                           gconstpointer  data)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  double page = gtk_adjustment_get_page_size (reading->adjustment);
  double margin = gtk_widget_get_margin_top (GTK_WIDGET (reading->view));
  int unbuilt;

  gtk_css_provider_load_from_data (style,
                                   ".nw-place { font-size: 60px; } label { font-size: 2px; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_adjustment_set_value (reading->adjustment,
                            0.4 * gtk_adjustment_get_upper (reading->adjustment));
  do
    {
      double value;

      reading_paint (reading);
      value = gtk_adjustment_get_value (reading->adjustment) - margin;
      unbuilt = nw_article_view_find_unbuilt (reading->view, value, value + page);
    }
  while (unbuilt >= 0);
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (style));
}

/* Building above the reader moves nothing that is in sight. */
static void
test_building_moves_nothing (Reading       *reading,
                             gconstpointer  data)
{
  int place = nw_article_view_find_place (reading->view, "session");
  GtkWidget *widget = nw_article_view_get_place (reading->view, (guint) place);
  double top;

  g_assert_true (nw_page_show_place (NW_PAGE (reading->page), "session"));
  reading_paint (reading);
  top = reading_get_top (reading, widget);
  g_assert_cmpfloat_with_epsilon (top, 18, 2);
  nw_article_view_build_all (reading->view);
  reading_paint (reading);
  g_assert_cmpfloat_with_epsilon (reading_get_top (reading, widget), top, 2);
}

static GtkCssProvider *
add_style (const char *path)
{
  GtkCssProvider *style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  return style;
}

static void
remove_style (GtkCssProvider *style)
{
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (),
                                                 GTK_STYLE_PROVIDER (style));
}

/* What find searches is what the labels say, and the scrollbar is about right. */
static void
test_unbuilt_is_known (Reading       *reading,
                       gconstpointer  layout)
{
  g_autoptr (GtkCssProvider) palette = add_style (NW_RESOURCE_PATH "/ui/palette-light.css");
  g_autoptr (GtkCssProvider) style = add_style (NW_RESOURCE_PATH "/ui/style.css");
  guint n = nw_article_view_get_n_pieces (reading->view);
  double guessed;
  double real;

  reading_paint (reading);
  guessed = gtk_adjustment_get_upper (reading->adjustment);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) texts = nw_article_view_dup_texts (reading->view, i);
      g_autoptr (GPtrArray) labels = NULL;

      while (!nw_article_view_build (reading->view, i))
        ;
      labels = nw_article_view_dup_labels (reading->view, i);
      g_assert_cmpuint (labels->len, ==, texts->len);
      for (guint j = 0; j < labels->len; j++)
        g_assert_cmpstr (gtk_label_get_text (g_ptr_array_index (labels, j)), ==,
                         g_ptr_array_index (texts, j));
    }
  reading_paint (reading);
  real = gtk_adjustment_get_upper (reading->adjustment);
  g_test_message ("guessed %.0f, is %.0f", guessed, real);
  g_assert_cmpfloat (guessed, >, 0.85 * real);
  g_assert_cmpfloat (guessed, <, 1.15 * real);
  remove_style (style);
  remove_style (palette);
}

static void
test_keys_scroll_at_once (Reading       *reading,
                          gconstpointer  data)
{
  double value;

  g_assert_true (gtk_root_get_focus (GTK_ROOT (reading->window))
                 == nw_article_view_get_heading (reading->view, -1));
  /* All of it, and then some more: the end may not be built yet. */
  g_assert_true (press (reading, GDK_KEY_End, 0));
  reading_paint (reading);
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), >, 5000);
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), ==,
                     gtk_adjustment_get_upper (reading->adjustment)
                     - gtk_adjustment_get_page_size (reading->adjustment));
  g_assert_true (press (reading, GDK_KEY_Home, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), ==, 0);

  g_assert_true (press (reading, GDK_KEY_space, 0));
  value = gtk_adjustment_get_value (reading->adjustment);
  g_assert_cmpfloat (value, >, 300);
  g_assert_true (press (reading, GDK_KEY_Down, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), >, value);
  g_assert_true (press (reading, GDK_KEY_Up, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), ==, value);
  g_assert_true (press (reading, GDK_KEY_space, GDK_SHIFT_MASK));
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), ==, 0);
  g_assert_true (press (reading, GDK_KEY_Page_Down, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), ==, value);
  g_assert_true (press (reading, GDK_KEY_End, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), ==,
                     gtk_adjustment_get_upper (reading->adjustment)
                     - gtk_adjustment_get_page_size (reading->adjustment));
  g_assert_true (press (reading, GDK_KEY_Home, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), ==, 0);
  g_assert_false (press (reading, GDK_KEY_a, 0));
  g_assert_false (press (reading, GDK_KEY_Down, GDK_ALT_MASK));
}

static void
test_goes_to_a_place (Reading       *reading,
                      gconstpointer  data)
{
  int place = nw_article_view_find_place (reading->view, "not-wait");
  GtkWidget *widget;

  g_assert_true (nw_page_show_place (NW_PAGE (reading->page), "not-wait"));
  reading_paint (reading);
  widget = nw_article_view_get_place (reading->view, (guint) place);
  g_assert_nonnull (widget);
  g_assert_cmpfloat_with_epsilon (reading_get_top (reading, widget), 18, 2);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (reading->window))
                 == nw_article_view_get_heading (reading->view, place));
  g_assert_false (nw_page_show_place (NW_PAGE (reading->page), "nowhere"));
}

static void
test_place_is_kept (Reading       *reading,
                    gconstpointer  data)
{
  int place = nw_article_view_find_place (reading->view, "immune");
  GtkWidget *widget = nw_article_view_get_place (reading->view, (guint) place);
  g_autofree char *kept = NULL;

  g_assert_nonnull (widget);
  g_assert_cmpfloat_with_epsilon (reading_get_top (reading, widget),
                                  -0.5 * gtk_widget_get_height (widget), 3);
  gtk_window_set_child (GTK_WINDOW (reading->window), NULL);
  kept = g_settings_get_string (reading->settings, "article-place");
  g_assert_true (g_str_has_prefix (kept, "immune+"));
  g_assert_cmpint (ABS (atoi (kept + strlen ("immune+")) - 500), <=, 2);
}

static void
test_place_stays_when_laid_out_anew (Reading       *reading,
                                     gconstpointer  data)
{
  int place = nw_article_view_find_place (reading->view, "immune");
  GtkWidget *heading;

  reading_paint (reading);
  g_assert_true (nw_page_show_place (NW_PAGE (reading->page), "immune"));
  reading_paint (reading);
  heading = nw_article_view_get_heading (reading->view, place);
  nw_page_set_layout (NW_PAGE (reading->page), NW_LAYOUT_NARROW);
  gtk_window_set_default_size (GTK_WINDOW (reading->window), 380, 600);
  reading_paint (reading);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (reading->view)), <, 400);
  g_assert_cmpfloat (ABS (reading_get_top (reading, heading)), <, 100);
}

static void
test_tab_goes_past_texts (Reading       *reading,
                          gconstpointer  data)
{
  guint n_links = 0;
  guint n_buttons = 0;

  for (int i = 0; i < 400; i++)
    {
      GtkWidget *focus;

      if (!gtk_widget_child_focus (GTK_WIDGET (reading->view), GTK_DIR_TAB_FORWARD))
        break;
      focus = gtk_root_get_focus (GTK_ROOT (reading->window));
      g_assert_false (GTK_IS_LABEL (focus));
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (focus),
                                                       GTK_ACCESSIBLE_PROPERTY_LABEL));
      n_links += NW_IS_SOURCE_LINK (focus);
      n_buttons += GTK_IS_BUTTON (focus) && !NW_IS_SOURCE_LINK (focus);
    }
  g_assert_cmpuint (n_links, >, 50);
  g_assert_cmpuint (n_buttons, >=, 5);
}

static void
test_copies_a_section (Reading       *reading,
                       gconstpointer  data)
{
  int place = nw_article_view_find_place (reading->view, "immune");
  GtkWidget *heading;
  g_autoptr (GListModel) controllers = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  heading = nw_article_view_get_heading (reading->view, place);
  controllers = gtk_widget_observe_controllers (heading);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, heading, NULL);
    }

  g_set_object (&content, gdk_clipboard_get_content (gtk_widget_get_clipboard (heading)));
  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  g_assert_nonnull (strstr (g_value_get_string (&value), "immune cells"));
  g_assert_nonnull (strstr (g_value_get_string (&value), "Not supported\n"));
}

static NwArticleFind *
open_find (Reading    *reading,
           const char *text)
{
  NwArticleFind *find;
  GtkWidget *entry;

  g_action_group_activate_action (nw_page_get_actions (NW_PAGE (reading->page)), "find", NULL);
  find = NW_ARTICLE_FIND (find_widget (reading->page, NW_TYPE_ARTICLE_FIND, 0));
  entry = find_widget (GTK_WIDGET (find), GTK_TYPE_SEARCH_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  /* It waits a moment for more letters. */
  g_signal_emit_by_name (entry, "search-changed");
  reading_paint (reading);
  return find;
}

static void
test_finds_words (Reading       *reading,
                  gconstpointer  data)
{
  NwArticleFind *find = open_find (reading, "ENDORPHÏNS");
  guint n = nw_article_find_get_n_hits (find);

  g_assert_cmpuint (n, >, 1);
  g_assert_cmpint (nw_article_find_get_current (find), >=, 0);
  nw_article_find_step (find, -1);
  nw_article_find_step (find, 1);
  for (guint i = 0; i < n; i++)
    nw_article_find_step (find, 1);
  g_assert_cmpint (nw_article_find_get_current (find), >=, 0);
  g_assert_cmpint (nw_article_find_get_current (find), <, (int) n);
  reading_paint (reading);
  g_assert_cmpfloat (gtk_adjustment_get_value (reading->adjustment), >, 0);
}

static void
test_escape_returns_to_the_article (Reading       *reading,
                                    gconstpointer  data)
{
  NwArticleFind *find = open_find (reading, "endorphins");
  GtkWidget *focus;

  nw_article_find_close (find);
  focus = gtk_root_get_focus (GTK_ROOT (reading->window));
  g_assert_true (GTK_IS_LABEL (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (reading->view)));
  g_assert_true (gtk_label_get_selection_bounds (GTK_LABEL (focus), NULL, NULL));
  g_assert_null (gtk_label_get_attributes (GTK_LABEL (focus)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find)));
}

static void
test_find_nothing (Reading       *reading,
                   gconstpointer  data)
{
  NwArticleFind *find = open_find (reading, "xyzzy");
  GtkWidget *entry = find_widget (GTK_WIDGET (find), GTK_TYPE_SEARCH_ENTRY, 0);

  g_assert_cmpuint (nw_article_find_get_n_hits (find), ==, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Not found");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  nw_article_find_close (find);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (reading->window))
                 == nw_article_view_get_heading (reading->view, -1));
}

static void
test_page_is_freed (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  GtkWidget *page = g_object_ref_sink (nw_article_page_new (settings));

  g_assert_finalize_object (page);
}

static void
test_damaged (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  g_autoptr (NwFindings) findings = nw_findings_new ("en/article.json");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"format\":2}", 12);
  g_autoptr (NwArticle) article = nw_article_new_from_bytes (bytes, "en/article.json", findings);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *page;
  GtkWidget *focus;
  g_autofree char *line = NULL;
  gboolean found = FALSE;

  g_assert_null (article);
  page = nw_article_page_new_for_article (settings, NULL, findings);
  gtk_window_set_child (GTK_WINDOW (window), page);
  nw_page_set_layout (NW_PAGE (page), NW_LAYOUT_MEDIUM);
  g_assert_false (nw_page_show_place (NW_PAGE (page), "not-wait"));
  nw_page_take_focus (NW_PAGE (page));
  focus = gtk_root_get_focus (GTK_ROOT (window));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "The Article Cannot Be Shown");
  g_assert_false (g_action_group_has_action (nw_page_get_actions (NW_PAGE (page)), "find"));

  line = nw_findings_dup_line (findings, 0);
  for (GtkWidget *widget = gtk_widget_get_first_child (gtk_widget_get_parent (focus));
       widget != NULL;
       widget = gtk_widget_get_next_sibling (widget))
    {
      GtkWidget *label = find_widget (widget, GTK_TYPE_LABEL, 0);

      found |= label != NULL && strstr (gtk_label_get_text (GTK_LABEL (label)), line) != NULL;
    }
  g_assert_true (found);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_options_table_or_cards (void)
{
  g_autoptr (NwFindings) findings = NULL;
  g_autoptr (NwArticle) article = nw_article_load (&findings);
  const NwArticleSection *section;

  section = nw_article_get_section (article, (guint) nw_article_find_section (article, "options"));
  for (gsize i = 0; i < section->n_blocks; i++)
    {
      GtkWidget *options;
      int cards = 0;

      if (section->blocks[i].kind != NW_BLOCK_OPTIONS)
        continue;
      options = g_object_ref_sink (nw_article_options_new (article, &section->blocks[i]));
      for (gsize j = 0; j < section->blocks[i].n_items; j++)
        nw_article_options_append (NW_ARTICLE_OPTIONS (options));
      for (GtkWidget *child = gtk_widget_get_first_child (options);
           child != NULL;
           child = gtk_widget_get_next_sibling (child))
        cards++;
      g_assert_cmpint (cards, ==, (int) section->blocks[i].n_items);
      nw_article_options_set_layout (NW_ARTICLE_OPTIONS (options), NW_LAYOUT_WIDE);
      g_assert_cmpint (gtk_accessible_get_accessible_role (
                         GTK_ACCESSIBLE (gtk_widget_get_first_child (options))),
                       ==, GTK_ACCESSIBLE_ROLE_ROW);
      g_object_unref (options);
    }
}

/* Where the last of so many tiles of 110 pixels stands. */
static graphene_rect_t
lay_out_tiles (int n,
               int width)
{
  GtkWidget *tiles = g_object_ref_sink (nw_tiles_new (5, 10));
  GtkAllocation allocation = { 0, 0, width, 300 };
  graphene_rect_t bounds;

  for (int i = 0; i < n; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_set_size_request (box, 110, 20);
      nw_tiles_append (NW_TILES (tiles), box);
    }
  gtk_widget_measure (tiles, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (tiles, &allocation, -1);
  g_assert_true (gtk_widget_compute_bounds (gtk_widget_get_last_child (tiles), tiles, &bounds));
  g_object_unref (tiles);
  return bounds;
}

static void
test_tiles_are_even (void)
{
  static const struct
  {
    int n;
    int room;
    int x;
    int width;
  } cases[] = {
    { 4, 400, 205, 195 }, /* three would fit, but one would be left over */
    { 3, 400, 272, 126 },
    { 3, 300, 0, 300 }, /* so here, where two would */
    { 2, 300, 155, 145 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      graphene_rect_t last = lay_out_tiles (cases[i].n, cases[i].room);

      g_assert_cmpint ((int) last.origin.x, ==, cases[i].x);
      g_assert_cmpint ((int) last.size.width, ==, cases[i].width);
    }
}

static void
test_missing_picture_is_told (void)
{
  GtkWidget *picture = g_object_ref_sink (nw_article_picture_new ("no-such.svg", "A drawing."));

  g_assert_false (nw_article_picture_is_drawn (NW_ARTICLE_PICTURE (picture)));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (picture))), ==,
                   "A drawing.");
  g_object_unref (picture);
}

static void
test_source_says_what_it_is (void)
{
  NwArticleSource source = { .id = "a", .title = "Back pain", .organisation = "WHO", .year = 2023,
                             .address = "https://www.who.int/", .kind = "agency", .number = 7 };
  GtkWidget *link = g_object_ref_sink (nw_source_link_new (&source));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_ROLE_LINK);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (link), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Source 7: Back pain, WHO, opens www.who.int in your browser");
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (link),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (link), ==,
                   "Back pain\nWHO, 2023\nhttps://www.who.int/");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (link)), ==, "7");
  g_object_unref (link);
}

static void
test_page_breaks (void)
{
  NwPrintLine lines[] = {
    { 10, 0, TRUE }, { 10, 5, TRUE }, { 10, 5, TRUE }, { 10, 5, FALSE }, { 10, 0, FALSE },
    { 90, 5, TRUE }, { 10, 5, TRUE },
  };
  g_autofree guint *starts = NULL;
  guint n = 0;

  /* The heading (2) goes with its text (3, 4), and the large one stands alone. */
  starts = nw_page_breaks_find (lines, G_N_ELEMENTS (lines), 56, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (starts[0], ==, 0);
  g_assert_cmpuint (starts[1], ==, 2);
  g_assert_cmpuint (starts[2], ==, 5);
  g_assert_cmpuint (starts[3], ==, 6);

  g_clear_pointer (&starts, g_free);
  starts = nw_page_breaks_find (NULL, 0, 56, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_print (void)
{
  g_autoptr (NwFindings) findings = NULL;
  g_autoptr (NwArticle) article = nw_article_load (&findings);
  g_autoptr (GtkPrintOperation) operation = nw_article_print_new (article);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("nw-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "article.pdf", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *name = NULL;
  int n_pages = 0;
  gsize length = 0;

  g_object_get (operation, "job-name", &name, NULL);
  g_assert_cmpstr (name, ==, "Needlewise");
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", &n_pages, NULL);
  g_assert_cmpint (n_pages, >, 5);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (length, >, 10000);
  g_assert_true (g_str_has_prefix (contents, "%PDF"));
  if (g_getenv ("NW_KEEP_PDF") == NULL)
    g_unlink (path);
  else
    g_test_message ("%s", path);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

#define ADD(name, place, function) \
  g_test_add ("/view/article-page/" name, Reading, place, set_up, function, tear_down)
  ADD ("far-places-are-not-built", NULL, test_far_places_are_not_built);
  ADD ("seen-is-painted", NULL, test_seen_is_painted);
  ADD ("what-is-seen-is-built", NULL, test_what_is_seen_is_built);
  ADD ("what-is-low-is-built", NULL, test_what_is_low_is_built);
  ADD ("building-moves-nothing", NULL, test_building_moves_nothing);
  ADD ("unbuilt-is-known", NULL, test_unbuilt_is_known);
  ADD ("keys-scroll-at-once", NULL, test_keys_scroll_at_once);
  ADD ("goes-to-a-place", NULL, test_goes_to_a_place);
  ADD ("place-is-kept", "immune+500", test_place_is_kept);
  ADD ("unknown-place-is-the-top", "gone+500", test_keys_scroll_at_once);
  ADD ("place-stays-when-laid-out-anew", NULL, test_place_stays_when_laid_out_anew);
  ADD ("tab-goes-past-texts", NULL, test_tab_goes_past_texts);
  ADD ("copies-a-section", NULL, test_copies_a_section);
  ADD ("finds-words", NULL, test_finds_words);
  ADD ("escape-returns-to-the-article", NULL, test_escape_returns_to_the_article);
  ADD ("find-nothing", NULL, test_find_nothing);
#undef ADD
  g_test_add_func ("/view/article-page/is-freed", test_page_is_freed);
  g_test_add_func ("/view/article-page/damaged", test_damaged);
  g_test_add_func ("/view/article-page/options-table-or-cards", test_options_table_or_cards);
  g_test_add_func ("/view/article-page/tiles-are-even", test_tiles_are_even);
  g_test_add_func ("/view/article-page/missing-picture-is-told", test_missing_picture_is_told);
  g_test_add_func ("/view/article-page/source-says-what-it-is", test_source_says_what_it_is);
  g_test_add_func ("/view/article-page/page-breaks", test_page_breaks);
  g_test_add_func ("/view/article-page/print", test_print);

  return g_test_run ();
}
