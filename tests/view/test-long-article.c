/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the article’s column, and of an article with very many sections. */

#include "config.h"

#include <gtk/gtk.h>
#include <locale.h>

#include "view/article/nw-article-page.h"
#include "view/article/nw-article-stretch.h"
#include "view/article/nw-article-view.h"

#include "long-article.h"
#include "looking.h"
#include "reading.h"

#define N_SECTIONS 200
/* The heading, and two paragraphs. */
#define PIECES 3

/* The column */

static void
lay_out (GtkWidget *widget,
         int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_size_allocate (widget, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  return height;
}

/* Whoever asks for the height at any width is told that at the width of the last
 * layout, for which everything is known. */
static void
test_height_at_any_width (void)
{
  GtkWidget *column = g_object_ref_sink (g_object_new (NW_TYPE_ARTICLE_STRETCH, NULL));
  static const int widths[] = { 400, 120, 250 };
  GtkWidget *label = NULL;
  int last = 0;

  for (int i = 0; i < 3; i++)
    {
      label = g_object_new (GTK_TYPE_LABEL,
                            "label", "As many words as want more than one line where it is narrow",
                            "wrap", TRUE,
                            NULL);
      gtk_widget_set_parent (label, column);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      lay_out (column, widths[i]);
      /* GTK forgets what it was told before. */
      gtk_widget_queue_resize (label);
      g_assert_cmpint (measure_height (column, -1), ==, measure_height (column, widths[i]));
      g_assert_cmpint (measure_height (column, -1), !=, last);
      last = measure_height (column, -1);
    }
  g_object_unref (column);
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* GTK goes through all children of what it lays out. */
static void
assert_few_children (GtkWidget *widget)
{
  g_assert_cmpuint (count_children (widget), <=, 65);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_few_children (child);
}

static GtkWidget *
create_child (guint number)
{
  GtkWidget *child = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (child, 100, 10 + (int) (number * 7 % 50));
  return child;
}

static void
check_children (GtkWidget *column,
                GtkWidget *head,
                GPtrArray *children)
{
  for (guint i = 0; i <= children->len; i++)
    {
      GtkWidget *child = i == 0 ? head : g_ptr_array_index (children, i - 1);
      graphene_rect_t bounds;
      double top;

      g_assert_true (nw_article_stretch_get_child (column, i, &top) == child);
      g_assert_true (gtk_widget_compute_bounds (child, column, &bounds));
      g_assert_cmpfloat (top, ==, bounds.origin.y);
      g_assert_cmpuint (nw_article_stretch_find (column, top - 1), ==, i);
      g_assert_cmpuint (nw_article_stretch_find (column, top), ==, i);
      g_assert_cmpuint (nw_article_stretch_find (column, top + bounds.size.height - 1), ==, i);
      g_assert_cmpuint (nw_article_stretch_find (column, top + bounds.size.height), ==, i + 1);
    }
}

/* All stand where they are said to be, however many there are. */
static void
test_stretches (void)
{
  static const guint sizes[] = { 0, 1, 2, 63, 64, 65, 95, 96, 97, 1000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *column = g_object_ref_sink (g_object_new (NW_TYPE_ARTICLE_STRETCH, NULL));
      GtkWidget *head = create_child (0);
      g_autoptr (GPtrArray) children = g_ptr_array_new ();
      double top;

      gtk_widget_set_parent (head, column);
      for (guint j = 1; j <= sizes[i]; j++)
        g_ptr_array_add (children, create_child (j));
      nw_article_stretch_fill (column, children);
      assert_few_children (column);

      /* Nothing stands anywhere yet. */
      g_assert_cmpuint (nw_article_stretch_find (column, 0), ==, 0);
      g_assert_null (nw_article_stretch_get_child (column, 1, &top));
      g_assert_cmpfloat (top, >=, G_MAXINT);

      lay_out (column, 300);
      check_children (column, head, children);
      g_assert_null (nw_article_stretch_get_child (column, sizes[i] + 1, &top));
      g_assert_cmpfloat (top, >=, G_MAXINT);
      g_object_unref (column);
    }
}

/* The article */

static void
set_up (Reading       *reading,
        gconstpointer  place)
{
  g_autoptr (NwArticle) article = make_long_article (N_SECTIONS, PIECES - 1);

  reading_begin (reading, article, place);
}

static void
tear_down (Reading       *reading,
           gconstpointer  place)
{
  reading_end (reading);
}

static void
check_seen (Reading         *reading,
            cairo_surface_t *canvas)
{
  double page = gtk_adjustment_get_page_size (reading->adjustment);
  double y = gtk_adjustment_get_value (reading->adjustment)
             - gtk_widget_get_margin_top (GTK_WIDGET (reading->view));
  guint n_seen = 0;

  g_assert_cmpint (nw_article_view_find_unbuilt (reading->view, y, y + page), ==, -1);
  g_assert_cmpuint (paint_frame (reading->window, canvas), <, 70);
  for (guint piece = 1; piece < nw_article_view_get_n_pieces (reading->view); piece++)
    {
      g_autoptr (GPtrArray) labels = nw_article_view_dup_labels (reading->view, piece);
      GtkWidget *label = labels->len > 0 ? g_ptr_array_index (labels, 0) : NULL;
      graphene_rect_t bounds;

      if (label == NULL || !reading_is_seen (reading, label))
        continue;
      n_seen++;
      g_assert_true (gtk_widget_compute_bounds (label, reading->window, &bounds));
      g_assert_true (has_ink (canvas, &bounds));
      g_assert_cmpfloat_with_epsilon (nw_article_view_get_piece_top (reading->view, piece) - y,
                                      reading_get_top (reading, label), 1);
      g_assert_cmpint (nw_article_view_find_place_at (reading->view, y + reading_get_top (reading, label)),
                       ==, (int) (piece - 1) / PIECES);
    }
  g_assert_cmpuint (n_seen, >, 3);
}

/* Wherever one jumps to, and then a little further, what is in sight is built and
 * painted, and is said to be where it is. */
static void
check_jumps (Reading *reading)
{
  static const double fractions[] = { 0.9, 0.1, 0.5, 0.31, 1.0, 0.7, 0.02 };
  cairo_surface_t *canvas = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 600);

  for (gsize i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      gtk_adjustment_set_value (reading->adjustment,
                                fractions[i] * gtk_adjustment_get_upper (reading->adjustment));
      for (int j = 0; j < 4; j++)
        {
          reading_paint (reading);
          check_seen (reading, canvas);
          gtk_adjustment_set_value (reading->adjustment,
                                    gtk_adjustment_get_value (reading->adjustment) + 70);
        }
    }
  cairo_surface_destroy (canvas);
}

static void
test_seen_is_there (Reading       *reading,
                    gconstpointer  data)
{
  check_jumps (reading);
}

/* However much is built, a frame lays out and paints little of it. */
static void
test_little_is_asked (Reading       *reading,
                      gconstpointer  data)
{
  nw_article_view_build_all (reading->view);
  reading_paint (reading);
  assert_few_children (GTK_WIDGET (reading->view));
  check_jumps (reading);
}

/* At the beginning of a stretch, and in the middle of one. */
static void
test_goes_to_places (Reading       *reading,
                     gconstpointer  data)
{
  static const char *const ids[] = { "s64", "s0", "s110", "s95", "s96" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      int place = nw_article_view_find_place (reading->view, ids[i]);
      GtkWidget *widget;

      g_assert_true (nw_page_show_place (NW_PAGE (reading->page), ids[i]));
      reading_paint (reading);
      widget = nw_article_view_get_place (reading->view, (guint) place);
      g_assert_cmpfloat_with_epsilon (reading_get_top (reading, widget), 18, 2);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (reading->window))
                     == nw_article_view_get_heading (reading->view, place));
      /* Building above and below moves nothing that is in sight. */
      for (int j = -3; j <= 3; j++)
        nw_article_view_build_place (reading->view, (guint) MAX (0, place + j));
      reading_paint (reading);
      g_assert_cmpfloat_with_epsilon (reading_get_top (reading, widget), 18, 2);
    }
}

/* From section to section, also out of one stretch into the next. */
static void
test_tab_goes_on (Reading       *reading,
                  gconstpointer  data)
{
  int place = nw_article_view_find_place (reading->view, "s20");

  g_assert_true (nw_page_show_place (NW_PAGE (reading->page), "s20"));
  reading_paint (reading);
  for (int i = 1; i < 50; i++)
    {
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (reading->view), GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_root_get_focus (GTK_ROOT (reading->window))
                     == nw_article_view_get_heading (reading->view, place + i));
    }
}

static void
test_place_is_kept (Reading       *reading,
                    gconstpointer  data)
{
  GtkWidget *widget = nw_article_view_get_place (reading->view, 130);
  g_autofree char *kept = NULL;

  g_assert_cmpfloat_with_epsilon (reading_get_top (reading, widget),
                                  -0.5 * gtk_widget_get_height (widget), 3);
  gtk_window_set_child (GTK_WINDOW (reading->window), NULL);
  kept = g_settings_get_string (reading->settings, "article-place");
  g_assert_true (g_str_has_prefix (kept, "s130+"));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  g_test_add_func ("/view/long-article/height-at-any-width", test_height_at_any_width);
  g_test_add_func ("/view/long-article/stretches", test_stretches);
#define ADD(name, place, function) \
  g_test_add ("/view/long-article/" name, Reading, place, set_up, function, tear_down)
  ADD ("seen-is-there", NULL, test_seen_is_there);
  ADD ("little-is-asked", NULL, test_little_is_asked);
  ADD ("goes-to-places", NULL, test_goes_to_places);
  ADD ("tab-goes-on", NULL, test_tab_goes_on);
  ADD ("place-is-kept", "s130+500", test_place_is_kept);
#undef ADD

  return g_test_run ();
}
