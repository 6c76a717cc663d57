/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the preview of a sheet: the pages that are printed, to look at, to read by keys and to hear. */

#include "config.h"

#include <gtk/gtk.h>
#include <glib/gstdio.h>

#include "model/screening/nw-sheet.h"
#include "view/widgets/nw-sheet-paper.h"
#include "view/widgets/nw-sheet-preview.h"
#include "view/widgets/nw-sheet-print.h"

#include "looking.h"

/* A result, with as many questions as are asked for. */
static GPtrArray *
make_sheet (guint n_questions)
{
  GPtrArray *sheet = nw_sheet_new_empty ();

  nw_sheet_add (sheet, NW_SHEET_TITLE, "Questions Before Acupuncture");
  nw_sheet_add (sheet, NW_SHEET_LEVEL, "Ask First");
  nw_sheet_add (sheet, NW_SHEET_NOTE, "NO ELECTRICAL STIMULATION");
  nw_sheet_add (sheet, NW_SHEET_SECTION, "Questions to Ask");
  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *text = g_strdup_printf ("Question number %u?", i + 1);

      nw_sheet_add (sheet, NW_SHEET_ASK, text);
    }
  nw_sheet_add (sheet, NW_SHEET_RULE, "nothing to read");
  return sheet;
}

static GtkWidget *
show (GPtrArray  *sheet,
      const char *paper)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  GtkWidget *window;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  window = nw_sheet_preview_new (sheet, setup, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

static GtkWidget *
get_focus (GtkWidget *window)
{
  return gtk_window_get_focus (GTK_WINDOW (window));
}

/* Everything that is to be read has an element in its order, named as it says. */
static void
test_is_heard_in_order (void)
{
  static const struct
  {
    const char        *text;
    GtkAccessibleRole  role;
  } texts[] = {
    { "Questions Before Acupuncture", GTK_ACCESSIBLE_ROLE_HEADING },
    { "Ask First", GTK_ACCESSIBLE_ROLE_HEADING },
    { "NO ELECTRICAL STIMULATION", GTK_ACCESSIBLE_ROLE_LABEL },
    { "Questions to Ask", GTK_ACCESSIBLE_ROLE_HEADING },
    { "Question number 1?", GTK_ACCESSIBLE_ROLE_LABEL },
    { "Question number 2?", GTK_ACCESSIBLE_ROLE_LABEL },
  };
  g_autoptr (GPtrArray) sheet = make_sheet (2);
  GtkWidget *window = show (sheet, GTK_PAPER_NAME_A4);
  GtkWidget *paper = find_widget (window, NW_TYPE_SHEET_PAPER, 0);
  GtkWidget *child = gtk_widget_get_first_child (paper);
  float below = -1;

  gtk_test_accessible_assert_role (paper, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (paper, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 1");
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      graphene_rect_t bounds;

      g_assert_nonnull (child);
      gtk_test_accessible_assert_role (child, texts[i].role);
      gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, texts[i].text);
      g_assert_true (gtk_widget_compute_bounds (child, paper, &bounds));
      /* Two short questions stand beside each other. */
      if (i == G_N_ELEMENTS (texts) - 1)
        g_assert_cmpfloat (bounds.origin.y, ==, below);
      else
        g_assert_cmpfloat (bounds.origin.y, >, below);
      g_assert_cmpfloat (bounds.size.height, >, 0);
      below = bounds.origin.y;
      child = gtk_widget_get_next_sibling (child);
    }
  g_assert_null (child);
  close_window (window);
}

/* One stop for Tab, and the arrows within. */
static void
test_arrows_go_from_text_to_text (void)
{
  g_autoptr (GPtrArray) sheet = make_sheet (2);
  GtkWidget *window = show (sheet, GTK_PAPER_NAME_A4);
  GtkWidget *paper = find_widget (window, NW_TYPE_SHEET_PAPER, 0);
  GtkWidget *first = gtk_widget_get_first_child (paper);

  g_assert_true (get_focus (window) == first);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_DOWN));
  g_assert_true (get_focus (window) == gtk_widget_get_next_sibling (first));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_UP));
  g_assert_true (get_focus (window) == first);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_is_ancestor (get_focus (window), paper));
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_ancestor (get_focus (window), paper));
  close_window (window);
}

static void
count_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          guint             *n_pages)
{
  g_object_get (operation, "n-pages", n_pages, NULL);
}

/* As many pages as come out of the printer, each with its own questions. */
static void
test_shows_the_pages_that_are_printed (gconstpointer data)
{
  const char *paper = data;
  g_autoptr (GPtrArray) sheet = make_sheet (160);
  g_autoptr (GtkPrintOperation) operation = nw_sheet_print_new (sheet);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autofree char *folder = g_dir_make_tmp ("nw-preview-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autoptr (GError) error = NULL;
  GtkPaperSize *size = gtk_paper_size_new (paper);
  GtkWidget *window = show (sheet, paper);
  guint n_pages = 0;
  guint n_texts = 0;
  guint i;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_signal_connect_after (operation, "begin-print", G_CALLBACK (count_cb), &n_pages);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error);
  g_assert_no_error (error);

  g_assert_cmpuint (n_pages, >, 1);
  for (i = 0; find_widget (window, NW_TYPE_SHEET_PAPER, i) != NULL; i++)
    for (GtkWidget *child =
           gtk_widget_get_first_child (find_widget (window, NW_TYPE_SHEET_PAPER, i));
         child != NULL;
         child = gtk_widget_get_next_sibling (child))
      n_texts++;
  g_assert_cmpuint (i, ==, n_pages);
  g_assert_cmpuint (n_texts, ==, 164);
  g_remove (path);
  g_rmdir (folder);
  close_window (window);
}

static guint
count_dark_pixels (GtkWidget *paper)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (paper);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (paper);
  int height = gtk_widget_get_height (paper);
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  guint n = 0;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (gconstpointer) (cairo_image_surface_get_data (surface)
                                            + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        n += (row[x] & 0xff) < 0x80;
    }
  cairo_surface_destroy (surface);
  return n;
}

/* Black on white, in a dark window, too; and larger where letters are to be larger. */
static void
test_is_drawn_as_paper (void)
{
  g_autoptr (GPtrArray) sheet = make_sheet (2);
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window;
  GtkWidget *paper;
  int width;
  int dpi;
  guint n_light;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  window = show (sheet, GTK_PAPER_NAME_A4);
  paper = find_widget (window, NW_TYPE_SHEET_PAPER, 0);
  width = gtk_widget_get_width (paper);
  n_light = count_dark_pixels (paper);
  g_assert_cmpuint (n_light, >, 1000);
  g_assert_cmpuint (n_light, <, (guint) (width * gtk_widget_get_height (paper) / 4));
  g_object_set (settings, "gtk-application-prefer-dark-theme", TRUE, NULL);
  settle ();
  g_assert_cmpuint (count_dark_pixels (paper), ==, n_light);
  g_object_set (settings, "gtk-application-prefer-dark-theme", FALSE, NULL);
  close_window (window);

  g_object_set (settings, "gtk-xft-dpi", dpi > 0 ? dpi * 2 : 192 * 1024, NULL);
  window = show (sheet, GTK_PAPER_NAME_A4);
  g_assert_cmpint (gtk_widget_get_width (find_widget (window, NW_TYPE_SHEET_PAPER, 0)), >,
                   width * 3 / 2);
  close_window (window);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view/sheet-preview/is-heard-in-order", test_is_heard_in_order);
  g_test_add_func ("/view/sheet-preview/arrows-go-from-text-to-text",
                   test_arrows_go_from_text_to_text);
  g_test_add_data_func ("/view/sheet-preview/shows-the-pages-that-are-printed/a4",
                        GTK_PAPER_NAME_A4, test_shows_the_pages_that_are_printed);
  g_test_add_data_func ("/view/sheet-preview/shows-the-pages-that-are-printed/letter",
                        GTK_PAPER_NAME_LETTER, test_shows_the_pages_that_are_printed);
  g_test_add_func ("/view/sheet-preview/is-drawn-as-paper", test_is_drawn_as_paper);

  return g_test_run ();
}
