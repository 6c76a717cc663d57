/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that nothing is told by colour alone: in a picture of greys, icons that
 * mean different things differ in their shape, and what is chosen, current or
 * wrong differs by 3:1 from what is not (WCAG 2.2, 1.4.1 and 1.4.11). */

#include "config.h"

#include <math.h>

#include <gtk/gtk.h>

#include "app/nw-application.h"
#include "app/nw-window.h"
#include "looking.h"
#include "view/article/nw-article-outline.h"
#include "view/screening/nw-answer-group.h"
#include "view/screening/nw-answer-row.h"
#include "view/widgets/nw-page-switcher.h"

#define CONTRAST 3.0
/* As many pixels as a mark of a pixel’s width and a letter’s height has. */
#define FEWEST_PIXELS 12
/* Of two icons this part of their ink is not shared. */
#define OTHER_SHAPE 0.2
#define ICON_SIZE 64

/* One for all: GTK lets a process have one running application. */
static NwApplication *application;

/* What is painted of a widget, as greys: the luminance of each pixel. */
typedef struct
{
  int     width;
  int     height;
  double *greys;
} Grey;

static void
grey_free (Grey *grey)
{
  g_free (grey->greys);
  g_free (grey);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Grey, grey_free)

static double
get_linear (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static GskRenderNode *
paint_window (GtkWidget *window)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA paper;

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (window),
                                                 "theme_bg_color", &paper));
  gtk_snapshot_append_color (snapshot, &paper,
                             &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (window),
                                                  gtk_widget_get_height (window)));
  GTK_WIDGET_GET_CLASS (window)->snapshot (window, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static Grey *
look_at (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  graphene_rect_t bounds;
  Grey *grey = g_new0 (Grey, 1);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (native));
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds));
  graphene_rect_round_extents (&bounds, &bounds);
  node = paint_window (GTK_WIDGET (native));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (native), node, &bounds);
  grey->width = gdk_texture_get_width (texture);
  grey->height = gdk_texture_get_height (texture);
  grey->greys = g_new (double, grey->width * grey->height);
  pixels = g_malloc (grey->width * grey->height * 4);
  gdk_texture_download (texture, pixels, grey->width * 4);
  for (int i = 0; i < grey->width * grey->height; i++)
    {
      guint32 argb = ((guint32 *) pixels)[i];

      grey->greys[i] = 0.2126 * get_linear ((argb >> 16 & 0xff) / 255.0)
                       + 0.7152 * get_linear ((argb >> 8 & 0xff) / 255.0)
                       + 0.0722 * get_linear ((argb & 0xff) / 255.0);
    }
  return grey;
}

/* How many pixels tell one picture from the other. */
static int
count_differences (const Grey *one,
                   const Grey *other)
{
  int n = 0;

  /* Bold words may be wider, and an error makes room for its mark. */
  for (int y = 0; y < MIN (one->height, other->height); y++)
    for (int x = 0; x < MIN (one->width, other->width); x++)
      {
        double a = one->greys[y * one->width + x];
        double b = other->greys[y * other->width + x];

        n += (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05) >= CONTRAST;
      }
  return n;
}

static void
assert_told_apart (const char *what,
                   const Grey *one,
                   const Grey *other)
{
  int n = count_differences (one, other);

  g_test_message ("%s: %d pixels", what, n);
  g_assert_cmpint (n, >=, FEWEST_PIXELS);
}

/* Icons */

static const char * const families[][6] = {
  { "nw-verdict-supported-symbolic", "nw-verdict-partly-symbolic", "nw-verdict-not-symbolic" },
  { "nw-level-help-now-symbolic", "nw-level-advice-soon-symbolic", "nw-level-ask-first-symbolic",
    "nw-level-tell-symbolic", "nw-level-nothing-found-symbolic" },
  { "nw-done-symbolic", "nw-due-soon-symbolic", "nw-overdue-symbolic",
    "nw-level-nothing-found-symbolic" },
};

static Grey *
look_at_icon (GtkWidget  *image,
              const char *name)
{
  g_assert_true (gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (
                                            gtk_widget_get_display (image)), name));
  gtk_image_set_from_icon_name (GTK_IMAGE (image), name);
  return look_at (image);
}

static void
assert_other_shape (const char *name,
                    const Grey *one,
                    const Grey *other)
{
  int n = count_differences (one, other);
  int ink = 0;

  /* The corner is paper. */
  for (int i = 0; i < one->width * one->height; i++)
    ink += fabs (one->greys[i] - one->greys[0]) > 0.3 || fabs (other->greys[i] - other->greys[0]) > 0.3;
  g_test_message ("%s: %d of %d pixels are not shared", name, n, ink);
  g_assert_cmpint (ink, >, 0);
  g_assert_cmpfloat (n, >=, OTHER_SHAPE * ink);
}

static void
test_icons (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *image = gtk_image_new ();

  gtk_image_set_pixel_size (GTK_IMAGE (image), ICON_SIZE);
  gtk_window_set_child (GTK_WINDOW (window), image);
  gtk_window_present (GTK_WINDOW (window));
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    for (gsize j = 0; families[i][j] != NULL; j++)
      for (gsize k = j + 1; families[i][k] != NULL; k++)
        {
          g_autoptr (Grey) one = look_at_icon (image, families[i][j]);
          g_autoptr (Grey) other = look_at_icon (image, families[i][k]);
          g_autofree char *name = g_strconcat (families[i][j], " and ", families[i][k], NULL);

          assert_other_shape (name, one, other);
        }

  gtk_window_destroy (GTK_WINDOW (window));
}

/* States, in light and dark */

static void
press_button (GtkWidget  *window,
              const char *label)
{
  GtkWidget *button;

  for (guint n = 0; (button = find_visible_widget (window, GTK_TYPE_BUTTON, n)) != NULL; n++)
    if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }
  g_error ("There is no button %s", label);
}

static void
check_answers (void)
{
  const NwAnswerKind kinds[] = { NW_ANSWER_RADIO, NW_ANSWER_CHECK };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *window = gtk_window_new ();
      /* As on a page, where its height is no measure for its width. */
      GtkWidget *scroller = gtk_scrolled_window_new ();
      GtkWidget *row = nw_answer_row_new (kinds[i], "An answer", TRUE);
      g_autoptr (Grey) before = NULL;
      g_autoptr (Grey) after = NULL;

      gtk_window_set_default_size (GTK_WINDOW (window), 600, 300);
      gtk_window_set_child (GTK_WINDOW (window), scroller);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), row);
      gtk_window_present (GTK_WINDOW (window));
      before = look_at (row);
      nw_answer_row_set_chosen (NW_ANSWER_ROW (row), TRUE);
      after = look_at (row);
      assert_told_apart (i == 0 ? "the chosen radio button" : "the checked box", before, after);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
check_places (GtkWidget *window)
{
  GtkWidget *switcher = find_visible_widget (window, NW_TYPE_PAGE_SWITCHER, 0);
  GtkWidget *outline = find_visible_widget (window, NW_TYPE_ARTICLE_OUTLINE, 0);
  GtkWidget *row = find_widget (outline, GTK_TYPE_LIST_BOX_ROW, 0);
  g_autoptr (Grey) tabs = NULL;
  g_autoptr (Grey) other_tabs = NULL;
  g_autoptr (Grey) here = NULL;
  g_autoptr (Grey) elsewhere = NULL;

  nw_article_outline_set_current (NW_ARTICLE_OUTLINE (outline), 0);
  tabs = look_at (switcher);
  here = look_at (row);
  nw_article_outline_set_current (NW_ARTICLE_OUTLINE (outline), 1);
  elsewhere = look_at (row);
  assert_told_apart ("the section that is read", here, elsewhere);

  nw_window_show_place (NW_WINDOW (window), "screen");
  other_tabs = look_at (switcher);
  assert_told_apart ("the page that is shown", tabs, other_tabs);
}

static void
check_error (GtkWidget *window)
{
  GtkWidget *answers;
  GtkWidget *error;
  g_autoptr (Grey) before = NULL;
  g_autoptr (Grey) after = NULL;

  press_button (window, "_Begin");
  answers = find_visible_widget (window, NW_TYPE_ANSWER_GROUP, 0);
  before = look_at (answers);
  press_button (window, "_Next");
  after = look_at (answers);
  assert_told_apart ("the field that is wrong", before, after);

  error = gtk_widget_get_parent (find_text (window, "Please choose an answer."));
  g_assert_true (GTK_IS_IMAGE (gtk_widget_get_first_child (error)));
}

static void
test_states (gconstpointer dark)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  NwWindow *window;

  g_object_set (gtk_settings_get_default (),
                "gtk-application-prefer-dark-theme", GPOINTER_TO_INT (dark),
                "gtk-enable-animations", FALSE,
                NULL);
  check_answers ();
  window = nw_window_new (application, settings);
  gtk_window_present (GTK_WINDOW (window));
  nw_window_show_place (window, "read");
  settle ();
  check_places (GTK_WIDGET (window));
  check_error (GTK_WIDGET (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

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

  g_test_add_func ("/view/grey/icons", test_icons);
  g_test_add_data_func ("/view/grey/states-in-light", GINT_TO_POINTER (FALSE), test_states);
  g_test_add_data_func ("/view/grey/states-in-dark", GINT_TO_POINTER (TRUE), test_states);

  return g_test_run ();
}
