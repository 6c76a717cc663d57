/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of reading by the arrow keys: what is a stop, and that nothing that is
 * written in the article is passed over. */

#include "config.h"

#include <gtk/gtk.h>

#include "view/article/nw-article-page.h"
#include "view/article/nw-article-view.h"
#include "view/widgets/nw-page.h"
#include "view/widgets/nw-reading-keys.h"

#include "looking.h"

typedef struct
{
  NwReadingKeys *keys;
  GtkWindow     *window;
  GtkWidget     *box;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->keys = nw_reading_keys_new ();
  fixture->window = GTK_WINDOW (gtk_window_new ());
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_window_set_child (fixture->window, fixture->box);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->keys);
}

static GtkWidget *
add (Fixture   *fixture,
     GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (fixture->box), widget);
  return widget;
}

static void
show_window (Fixture *fixture)
{
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  gtk_window_set_focus (fixture->window, NULL);
}

static gboolean
move (Fixture          *fixture,
      GtkDirectionType  direction)
{
  return nw_reading_keys_move (fixture->keys, fixture->window, direction);
}

static void
assert_goes (Fixture          *fixture,
             GtkDirectionType  direction,
             GtkWidget        *widget)
{
  GtkWidget *focus;

  g_assert_true (move (fixture, direction));
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static GtkWidget *
make_picture (void)
{
  return g_object_new (GTK_TYPE_BOX,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                       "height-request", 10,
                       NULL);
}

static void
test_goes_from_text_to_text (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *text = add (fixture, gtk_label_new ("A text."));
  GtkWidget *hidden = add (fixture, gtk_label_new ("Not now."));
  GtkWidget *bullet = add (fixture, g_object_new (GTK_TYPE_LABEL, "label", "•", "accessible-role",
                                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  GtkWidget *button = add (fixture, gtk_button_new_with_label ("Its name"));
  GtkWidget *picture = add (fixture, make_picture ());
  GtkWidget *off = add (fixture, gtk_button_new_with_label ("Not to be pressed"));
  GtkWidget *label = add (fixture, gtk_label_new ("Year"));
  GtkWidget *field = add (fixture, gtk_entry_new ());
  GtkWidget *last = add (fixture, gtk_label_new ("The end."));
  GtkWidget *stops[] = { text, button, picture, field, last };

  gtk_widget_set_visible (hidden, FALSE);
  gtk_widget_set_sensitive (off, FALSE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), field);
  g_assert_true (GTK_IS_LABEL (bullet));
  show_window (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    assert_goes (fixture, GTK_DIR_DOWN, stops[i]);
  g_assert_false (move (fixture, GTK_DIR_DOWN));
  g_assert_true (gtk_window_get_focus (fixture->window) == last);
  for (gsize i = G_N_ELEMENTS (stops) - 1; i > 0; i--)
    assert_goes (fixture, GTK_DIR_UP, stops[i - 1]);
  g_assert_false (move (fixture, GTK_DIR_UP));
}

static void
test_leaves_a_text_as_it_was (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkWidget *plain = add (fixture, gtk_label_new ("To be read"));
  GtkWidget *selectable = add (fixture, gtk_label_new ("To be copied"));
  GtkWidget *button = add (fixture, gtk_button_new_with_label ("Next"));

  gtk_label_set_selectable (GTK_LABEL (selectable), TRUE);
  show_window (fixture);

  assert_goes (fixture, GTK_DIR_DOWN, plain);
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (plain)));
  assert_goes (fixture, GTK_DIR_DOWN, selectable);
  g_assert_false (gtk_label_get_selectable (GTK_LABEL (plain)));
  g_assert_false (gtk_widget_get_focusable (plain));
  assert_goes (fixture, GTK_DIR_DOWN, button);
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (selectable)));
  g_assert_true (gtk_widget_get_focusable (selectable));
}

/* A text that goes while it is read takes nothing with it. */
static void
test_text_may_go (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *text = add (fixture, gtk_label_new ("For a while"));
  GtkWidget *button = add (fixture, gtk_button_new_with_label ("Next"));

  show_window (fixture);
  assert_goes (fixture, GTK_DIR_DOWN, text);
  gtk_box_remove (GTK_BOX (fixture->box), text);
  assert_goes (fixture, GTK_DIR_DOWN, button);
}

static void
test_is_chosen (Fixture       *fixture,
                gconstpointer  data)
{
  gboolean active;

  g_object_get (fixture->keys, "active", &active, NULL);
  g_assert_false (active);
  g_object_set (fixture->keys, "active", TRUE, NULL);
  g_object_get (fixture->keys, "active", &active, NULL);
  g_assert_true (active);
}

/* Headings stand in what takes the focus for them. */
static void
add_texts (GtkWidget  *widget,
           GHashTable *texts)
{
  if (GTK_IS_LABEL (widget))
    g_hash_table_add (texts, g_strdup (gtk_label_get_text (GTK_LABEL (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_texts (child, texts);
}

static void
test_reads_the_whole_article (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  g_autoptr (GHashTable) heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *page = add (fixture, nw_article_page_new (settings));
  NwArticleView *view;
  guint n = 0;

  nw_page_set_layout (NW_PAGE (page), NW_LAYOUT_NARROW);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_window_set_default_size (fixture->window, 500, 400);
  show_window (fixture);
  view = NW_ARTICLE_VIEW (find_widget (page, NW_TYPE_ARTICLE_VIEW, 0));
  nw_article_view_build_all (view);

  while (move (fixture, GTK_DIR_DOWN))
    add_texts (gtk_window_get_focus (fixture->window), heard);
  for (guint i = 0; i < nw_article_view_get_n_pieces (view); i++)
    {
      g_autoptr (GPtrArray) labels = nw_article_view_dup_labels (view, i);

      for (guint j = 0; j < labels->len; j++, n++)
        {
          const char *text = gtk_label_get_text (g_ptr_array_index (labels, j));

          g_test_message ("%s", text);
          g_assert_true (g_hash_table_contains (heard, text));
        }
    }
  g_assert_cmpuint (n, >, 300);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/reading-keys/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("goes-from-text-to-text", test_goes_from_text_to_text);
  ADD ("leaves-a-text-as-it-was", test_leaves_a_text_as_it_was);
  ADD ("text-may-go", test_text_may_go);
  ADD ("is-chosen", test_is_chosen);
  ADD ("reads-the-whole-article", test_reads_the_whole_article);
#undef ADD

  return g_test_run ();
}
