/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of how high a list is taken to be, of which little is built. */

#include "config.h"

#include <gtk/gtk.h>

#include "view/widgets/nw-pieces.h"

/* For so many pieces a list may ask what they say. */
#define MOST_GUESSES 200

#define TEST_TYPE_LIST (test_list_get_type ())
G_DECLARE_FINAL_TYPE (TestList, test_list, TEST, LIST, NwPieces)

struct _TestList
{
  NwPieces parent_instance;

  guint    n_guesses;
};

G_DEFINE_FINAL_TYPE (TestList, test_list, NW_TYPE_PIECES)

static GtkWidget *
test_list_build (NwPieces *pieces,
                 guint     index)
{
  return gtk_label_new ("A piece");
}

/* One, two and three lines in turn. */
static double
test_list_guess (NwPieces *pieces,
                 guint     index)
{
  TEST_LIST (pieces)->n_guesses++;
  return 1 + index % 3;
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

static int
measure_list (guint  n,
              guint *n_guesses)
{
  TestList *list = g_object_ref_sink (g_object_new (TEST_TYPE_LIST, NULL));
  int height;

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

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view/pieces/guesses", test_guesses);
  return g_test_run ();
}
