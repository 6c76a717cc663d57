/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of motion: where the desktop wishes no animations, what is done is done
 * in one step. What is to be painted is looked at frame by frame. */

#include "config.h"

#include <gtk/gtk.h>

#include "app/nw-application.h"
#include "app/nw-window.h"
#include "looking.h"
#include "view/article/nw-article-view.h"
#include "view/screening/nw-answer-row.h"
#include "view/widgets/nw-banner.h"
#include "view/widgets/nw-note.h"

/* So long nothing is painted where nothing moves. */
#define REST_MS 100
/* On a busy machine a movement may be over before the second frame. */
#define TRIES 10
/* While sanitizers look on, a movement may be over in every try, and what is
 * built may take two frames each time. */
#ifdef __SANITIZE_ADDRESS__
#define FULL_SPEED FALSE
#else
#define FULL_SPEED TRUE
#endif

/* One for all: GTK lets a process have one running application. */
static NwApplication *application;

typedef struct
{
  GtkWidget *window;
  GBytes    *picture;
  guint      n_steps;
  guint      rest_id;
  gboolean   at_rest;
} Watch;

typedef struct
{
  const char *name;
  const char *place;
  void      (*move) (GtkWidget *window,
                     gboolean   there);
} Movement;

/* All that is painted. */
static GBytes *
make_picture (GtkWidget *window)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (window)->snapshot (window, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  return gsk_render_node_serialize (node);
}

static gboolean
rested_cb (gpointer user_data)
{
  Watch *watch = user_data;

  watch->rest_id = 0;
  watch->at_rest = TRUE;
  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            Watch         *watch)
{
  GBytes *picture = make_picture (watch->window);

  g_clear_handle_id (&watch->rest_id, g_source_remove);
  watch->rest_id = g_timeout_add (REST_MS, rested_cb, watch);
  if (watch->picture != NULL && !g_bytes_equal (picture, watch->picture))
    watch->n_steps++;
  g_clear_pointer (&watch->picture, g_bytes_unref);
  watch->picture = picture;
}

static void
wait_for_rest (Watch *watch)
{
  watch->at_rest = FALSE;
  gtk_widget_queue_draw (watch->window);
  while (!watch->at_rest)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_animations (gboolean wanted)
{
  g_object_set (gtk_settings_get_default (),
                "gtk-enable-animations", wanted,
                "gtk-cursor-blink", FALSE,
                NULL);
}

/* In how many steps the window comes there, and in how many back. */
static guint
count_steps (Watch          *watch,
             const Movement *movement)
{
  guint most = 0;

  wait_for_rest (watch);
  for (int there = 1; there >= 0; there--)
    {
      watch->n_steps = 0;
      movement->move (watch->window, there);
      wait_for_rest (watch);
      g_test_message ("%s, %s: %u steps", movement->name, there ? "there" : "back",
                      watch->n_steps);
      most = MAX (most, watch->n_steps);
    }
  return most;
}

/* At first more of the page is built, which on a busy machine takes several
 * tries; what is animated never comes there at once. */
static void
assert_one_step (Watch          *watch,
                 const Movement *movement)
{
  guint n_steps = 0;

  for (int i = 0; i < TRIES && n_steps != 1; i++)
    n_steps = count_steps (watch, movement);
  if (FULL_SPEED)
    g_assert_cmpuint (n_steps, ==, 1);
}

static void
test_movement (gconstpointer data)
{
  const Movement *movement = data;
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  NwWindow *window = nw_window_new (application, settings);
  Watch watch = { GTK_WIDGET (window), NULL, 0, 0, FALSE };
  GdkFrameClock *clock;

  gtk_window_present (GTK_WINDOW (window));
  nw_window_show_place (window, movement->place);
  settle ();
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &watch);

  set_animations (FALSE);
  assert_one_step (&watch, movement);

  /* And that is heeded as it changes; a movement that is none proves nothing. */
  set_animations (TRUE);
  for (int i = 0; i < TRIES; i++)
    if (count_steps (&watch, movement) > 1)
      break;
    else if (FULL_SPEED)
      g_assert_cmpint (i + 1, <, TRIES);
  set_animations (FALSE);
  assert_one_step (&watch, movement);

  g_signal_handlers_disconnect_by_data (clock, &watch);
  g_clear_handle_id (&watch.rest_id, g_source_remove);
  g_clear_pointer (&watch.picture, g_bytes_unref);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkWidget *
find_article (GtkWidget *window)
{
  return gtk_widget_get_ancestor (find_widget (window, NW_TYPE_ARTICLE_VIEW, 0),
                                  GTK_TYPE_SCROLLED_WINDOW);
}

static void
first_frame_cb (GdkFrameClock *clock,
                gboolean      *painted)
{
  *painted = TRUE;
}

/* How broad the bar is that scrolls the article, in the first frame of a window. */
static int
measure_first_bar (void)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  NwWindow *window = nw_window_new (application, settings);
  GtkScrolledWindow *article = GTK_SCROLLED_WINDOW (find_article (GTK_WIDGET (window)));
  GtkWidget *bar = gtk_scrolled_window_get_vscrollbar (article);
  gboolean painted = FALSE;
  int width;

  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint",
                    G_CALLBACK (first_frame_cb), &painted);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (window)),
                                        &painted);
  gtk_window_destroy (GTK_WINDOW (window));
  return width;
}

/* A start is one frame: nothing in it is on its way to another shape. */
static void
test_start (void)
{
  int at_rest;

  set_animations (FALSE);
  at_rest = measure_first_bar ();
  set_animations (TRUE);
  g_assert_cmpint (measure_first_bar (), ==, at_rest);
}

/* What moves */

static void
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  g_assert_true (taken);
}

static void
scroll_article (GtkWidget *window,
                gboolean   there)
{
  press (find_article (window), there ? GDK_KEY_Down : GDK_KEY_Up);
}

static void
show_note (GtkWidget *window,
           gboolean   there)
{
  if (there)
    gtk_widget_activate_action (window, "win.show-note", "(sss)", "Noted.", "", "");
  else
    nw_note_dismiss (NW_NOTE (find_widget (window, NW_TYPE_NOTE, 0)));
}

static void
show_banner (GtkWidget *window,
             gboolean   there)
{
  NwBanner *banner = NW_BANNER (find_widget (window, NW_TYPE_BANNER, 0));

  if (there)
    nw_banner_show (banner, "dialog-information-symbolic", "Something stays true.");
  else
    nw_banner_hide (banner);
}

static void
begin (GtkWidget *window)
{
  GtkWidget *button;

  for (guint n = 0; (button = find_visible_widget (window, GTK_TYPE_BUTTON, n)) != NULL; n++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), "_Begin") == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }
}

static void
choose_answer (GtkWidget *window,
               gboolean   there)
{
  begin (window);
  g_signal_emit_by_name (find_visible_widget (window, NW_TYPE_ANSWER_ROW, there ? 0 : 1),
                         "clicked");
}

/* All that moves by our own doing; the rest is GTK’s. */
static const Movement movements[] = {
  { "article", "read", scroll_article },
  { "note", "read", show_note },
  { "banner", "screen", show_banner },
  { "answer", "screen", choose_answer },
};

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = nw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/view/motion/start", test_start);
  for (gsize i = 0; i < G_N_ELEMENTS (movements); i++)
    {
      g_autofree char *path = g_strconcat ("/view/motion/", movements[i].name, NULL);

      g_test_add_data_func (path, &movements[i], test_movement);
    }

  return g_test_run ();
}
