/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of lists of which little is built. How high they are taken to be. What is new in a window: nothing of a
 * list is measured before GTK has seen to its style, and all has its own height in the frame in which it is first
 * painted. */

#include "config.h"

#include <gtk/gtk.h>

#include "view/widgets/nw-pieces.h"
#include "view/widgets/nw-style-wait.h"

#define LEAF_HEIGHT 50
#define N_LEAVES 3
/* For so many pieces a list may ask what they say. */
#define MOST_GUESSES 200

/* A leaf notes how often it is measured without its style. */

#define TEST_TYPE_LEAF (test_leaf_get_type ())
G_DECLARE_FINAL_TYPE (TestLeaf, test_leaf, TEST, LEAF, GtkWidget)

struct _TestLeaf
{
  GtkWidget parent_instance;

  gboolean  is_styled;
};

G_DEFINE_FINAL_TYPE (TestLeaf, test_leaf, GTK_TYPE_WIDGET)

static guint n_early;

static void
test_leaf_css_changed (GtkWidget         *widget,
                       GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (test_leaf_parent_class)->css_changed (widget, change);
  TEST_LEAF (widget)->is_styled = TRUE;
}

static void
test_leaf_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  n_early += !TEST_LEAF (widget)->is_styled;
  *minimum = *natural = LEAF_HEIGHT;
}

static void
test_leaf_class_init (TestLeafClass *klass)
{
  GTK_WIDGET_CLASS (klass)->css_changed = test_leaf_css_changed;
  GTK_WIDGET_CLASS (klass)->measure = test_leaf_measure;
}

static void
test_leaf_init (TestLeaf *self)
{
}

/* A list has leaves, or lists that have. */

#define TEST_TYPE_LIST (test_list_get_type ())
G_DECLARE_FINAL_TYPE (TestList, test_list, TEST, LIST, NwPieces)

struct _TestList
{
  NwPieces parent_instance;

  guint    depth;
  /* Whether its pieces are one, two and three lines high in turn, or all one. */
  gboolean varies;
  guint    n_guesses;
};

G_DEFINE_FINAL_TYPE (TestList, test_list, NW_TYPE_PIECES)

static GtkWidget *
make_list (guint depth)
{
  TestList *self = g_object_new (TEST_TYPE_LIST, NULL);

  self->depth = depth;
  nw_pieces_set_n (NW_PIECES (self), depth == 0 ? N_LEAVES : 1);
  return GTK_WIDGET (self);
}

static GtkWidget *
test_list_build (NwPieces *pieces,
                 guint     index)
{
  guint depth = TEST_LIST (pieces)->depth;

  return depth == 0 ? g_object_new (TEST_TYPE_LEAF, NULL) : make_list (depth - 1);
}

static double
test_list_guess (NwPieces *pieces,
                 guint     index)
{
  TestList *self = TEST_LIST (pieces);

  self->n_guesses++;
  return self->varies ? 1 + index % 3 : 1;
}

static void
test_list_class_init (TestListClass *klass)
{
  NW_PIECES_CLASS (klass)->build = test_list_build;
  NW_PIECES_CLASS (klass)->guess = test_list_guess;
}

static void
test_list_init (TestList *self)
{
}

/* How high it is taken to be */

static int
measure_list (guint  n,
              guint *n_guesses)
{
  TestList *list = g_object_ref_sink (g_object_new (TEST_TYPE_LIST, NULL));
  int height;

  list->varies = TRUE;
  nw_pieces_set_n (NW_PIECES (list), n);
  gtk_widget_measure (GTK_WIDGET (list), GTK_ORIENTATION_VERTICAL, 300, &height, NULL, NULL, NULL);
  *n_guesses = list->n_guesses;
  g_assert_finalize_object (list);
  return height;
}

/* A short list asks for each piece; a long one for some, and the others are as high as
 * these are on the average. */
static void
test_guesses (void)
{
  guint n_guesses;
  int height = measure_list (150, &n_guesses);
  double line;

  g_assert_cmpuint (n_guesses, >, 100);
  line = (measure_list (198, &n_guesses) - height) / (48 * 2.0);
  g_assert_cmpfloat (line, >, 5);
  height = measure_list (10000, &n_guesses);
  g_assert_cmpuint (n_guesses, <=, MOST_GUESSES);
  g_assert_cmpfloat (height, >, 0.95 * 10000 * 2 * line);
  g_assert_cmpfloat (height, <, 1.05 * 10000 * 2 * line);
}

/* What is looked at */

typedef struct
{
  GtkWidget     *window;
  GtkWidget     *box;
  GdkFrameClock *clock;
  GtkWidget     *list;
  /* As it was first painted. */
  int            painted_height;
  guint          n_frames;
} Fixture;

static void
after_paint_cb (GdkFrameClock *clock,
                Fixture       *fixture)
{
  fixture->n_frames++;
  if (fixture->list != NULL && fixture->painted_height == 0)
    fixture->painted_height = gtk_widget_get_height (fixture->list);
}

/* Frames, until the list has been painted. */
static void
paint (Fixture *fixture)
{
  guint n_before = fixture->n_frames;

  gtk_widget_queue_draw (fixture->window);
  while (fixture->n_frames == n_before || (fixture->list != NULL && fixture->painted_height == 0))
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  n_early = 0;
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 400);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->box);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture->clock =
    g_object_ref (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (fixture->window))));
  g_signal_connect (fixture->clock, "after-paint", G_CALLBACK (after_paint_cb), fixture);
  paint (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->clock, fixture);
  g_object_unref (fixture->clock);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
add_list (Fixture *fixture,
          guint    depth)
{
  fixture->list = make_list (depth);
  gtk_box_append (GTK_BOX (fixture->box), fixture->list);
}

/* A list that was there before, so that the clock is watched. */
static void
add_other_list (Fixture *fixture)
{
  gtk_box_append (GTK_BOX (fixture->box), make_list (0));
  paint (fixture);
  n_early = 0;
}

static void
assert_painted (Fixture *fixture)
{
  paint (fixture);
  g_assert_cmpint (fixture->painted_height, ==, N_LEAVES * LEAF_HEIGHT);
}

static void
test_between_frames (Fixture       *fixture,
                     gconstpointer  data)
{
  guint n_frames = fixture->n_frames;

  add_list (fixture, 2);
  assert_painted (fixture);
  g_assert_cmpuint (n_early, ==, 0);
  g_assert_cmpuint (fixture->n_frames, ==, n_frames + 1);
}

/* What GTK asks for between frames is as high as was guessed. */
static void
test_guess_while_waiting (Fixture       *fixture,
                          gconstpointer  data)
{
  int least;
  int natural;

  add_list (fixture, 0);
  gtk_widget_measure (fixture->list, GTK_ORIENTATION_VERTICAL, 300, &least, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 0);
  g_assert_cmpint (natural, <, N_LEAVES * LEAF_HEIGHT);
  gtk_widget_measure (fixture->list, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  g_assert_cmpuint (n_early, ==, 0);
  assert_painted (fixture);
}

/* One more piece of a list whose others have their styles. */
static void
test_one_more_piece (Fixture       *fixture,
                     gconstpointer  data)
{
  int least;
  int natural;

  add_list (fixture, 0);
  assert_painted (fixture);
  nw_pieces_set_n (NW_PIECES (fixture->list), 100);
  paint (fixture);
  n_early = 0;
  g_assert_null (nw_pieces_get (NW_PIECES (fixture->list), 99));
  nw_pieces_build (NW_PIECES (fixture->list), 99);
  gtk_widget_measure (fixture->list, GTK_ORIENTATION_VERTICAL, 300, &least, &natural, NULL, NULL);
  paint (fixture);
  g_assert_cmpuint (n_early, ==, 0);
  g_assert_cmpint (gtk_widget_get_height (nw_pieces_get (NW_PIECES (fixture->list), 99)), ==,
                   LEAF_HEIGHT);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  add_list (user_data, 2);
  return G_SOURCE_REMOVE;
}

static void
test_within_update (Fixture       *fixture,
                    gconstpointer  data)
{
  add_other_list (fixture);
  gtk_widget_add_tick_callback (fixture->window, tick_cb, fixture, NULL);
  assert_painted (fixture);
  g_assert_cmpuint (n_early, ==, 0);
}

/* Nobody watches the clock yet: better measured twice than one frame too late. */
static void
test_first_within_update (Fixture       *fixture,
                          gconstpointer  data)
{
  gtk_widget_add_tick_callback (fixture->window, tick_cb, fixture, NULL);
  assert_painted (fixture);
}

static void
layout_cb (GdkFrameClock *clock,
           Fixture       *fixture)
{
  g_signal_handlers_disconnect_by_func (clock, layout_cb, fixture);
  add_list (fixture, 2);
}

static void
test_within_layout (Fixture       *fixture,
                    gconstpointer  data)
{
  guint n_frames;

  add_other_list (fixture);
  n_frames = fixture->n_frames;
  g_signal_connect_after (fixture->clock, "layout", G_CALLBACK (layout_cb), fixture);
  gtk_widget_queue_allocate (fixture->box);
  assert_painted (fixture);
  g_assert_cmpuint (fixture->n_frames, ==, n_frames + 1);
}

static void
test_unrealized_while_waiting (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GtkWidget) list = NULL;

  add_list (fixture, 2);
  list = g_object_ref (fixture->list);
  gtk_box_remove (GTK_BOX (fixture->box), list);
  fixture->list = NULL;
  paint (fixture);

  gtk_box_append (GTK_BOX (fixture->box), list);
  fixture->list = list;
  assert_painted (fixture);
  fixture->list = NULL;
}

static void
test_destroyed_while_waiting (Fixture       *fixture,
                              gconstpointer  data)
{
  add_list (fixture, 2);
  gtk_box_remove (GTK_BOX (fixture->box), fixture->list);
  fixture->list = NULL;
  paint (fixture);
}

/* The wait itself */

static guint n_called;

/* Each ends the wait of the other. */
static void
styled_cb (GtkWidget *widget)
{
  GtkWidget *other = gtk_widget_get_next_sibling (widget);

  n_called++;
  nw_style_wait_end (other != NULL ? other : gtk_widget_get_prev_sibling (widget));
}

static void
test_called_once (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *one = gtk_label_new ("One");
  GtkWidget *other = gtk_label_new ("Other");

  n_called = 0;
  gtk_box_append (GTK_BOX (fixture->box), one);
  gtk_box_append (GTK_BOX (fixture->box), other);
  g_assert_true (nw_style_wait_begin (one, styled_cb));
  g_assert_true (nw_style_wait_begin (one, styled_cb));
  g_assert_true (nw_style_wait_begin (other, styled_cb));
  paint (fixture);
  paint (fixture);
  g_assert_cmpuint (n_called, ==, 1);

  g_assert_true (nw_style_wait_begin (one, styled_cb));
  nw_style_wait_end (one);
  paint (fixture);
  g_assert_cmpuint (n_called, ==, 1);
}

static void
test_not_in_popover (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *child = make_list (0);

  gtk_popover_set_autohide (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_widget_set_parent (popover, fixture->box);
  gtk_popover_popup (GTK_POPOVER (popover));
  g_assert_true (gtk_widget_get_realized (child));
  g_assert_false (nw_style_wait_begin (child, styled_cb));
  gtk_popover_popdown (GTK_POPOVER (popover));
  paint (fixture);
  gtk_widget_unparent (popover);
}

#define ADD(name, function) \
  g_test_add ("/view/pieces/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view/pieces/guesses", test_guesses);
  ADD ("between-frames", test_between_frames);
  ADD ("guess-while-waiting", test_guess_while_waiting);
  ADD ("one-more-piece", test_one_more_piece);
  ADD ("within-update", test_within_update);
  ADD ("first-within-update", test_first_within_update);
  ADD ("within-layout", test_within_layout);
  ADD ("unrealized-while-waiting", test_unrealized_while_waiting);
  ADD ("destroyed-while-waiting", test_destroyed_while_waiting);
  ADD ("called-once", test_called_once);
  ADD ("not-in-popover", test_not_in_popover);

  return g_test_run ();
}
