/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article on paper: pages with numbers, and addresses written out. */

#include "config.h"

#include "view/article/nw-article-print.h"

#include <glib/gi18n.h>

#include "view/article/nw-print-text.h"
#include "view/widgets/nw-page-breaks.h"

/* In points. The column holds some 70 characters. */
#define COLUMN 400.0
#define FOOT 36.0
#define HEAD 18.0
#define FOOT_FONT "Sans 8"

/* One line of a piece on its page. */
typedef struct
{
  NwPrintPiece *piece;
  int           line;
} Line;

struct _NwArticlePrint
{
  GtkPrintOperation  parent_instance;

  NwArticle         *article;
  GPtrArray         *pieces;
  GArray            *lines;
  GArray            *print_lines;
  guint             *starts;
  guint              n_pages;
};

G_DEFINE_FINAL_TYPE (NwArticlePrint, nw_article_print, GTK_TYPE_PRINT_OPERATION)

static double
get_column (GtkPrintContext *context)
{
  return MIN (COLUMN, gtk_print_context_get_width (context));
}

/* A piece that is not divided is one line. In a text, two lines at least stay
 * together at either end. */
static void
add_lines (NwArticlePrint *self,
           NwPrintPiece   *piece,
           gboolean        keep)
{
  int n = nw_print_piece_get_n_lines (piece);

  for (int i = 0; i < n; i++)
    {
      Line line = { piece, i };
      NwPrintLine print_line = {
        .height = nw_print_piece_get_line_height (piece, i),
        .space = i == 0 ? piece->space : 0,
        .may_break = i == 0 ? !keep : i >= 2 && i <= n - 2,
      };

      g_array_append_val (self->lines, line);
      g_array_append_val (self->print_lines, print_line);
    }
}

static void
draw_foot (NwArticlePrint  *self,
           GtkPrintContext *context,
           cairo_t         *cr,
           double           x,
           int              page)
{
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FOOT_FONT);
  /* Translators: at the foot of a printed page */
  g_autofree char *text = g_strdup_printf (_("Page %d of %u"), page + 1, self->n_pages);
  int width;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_size (layout, &width, NULL);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_move_to (cr,
                 x + get_column (context) - width / (double) PANGO_SCALE,
                 gtk_print_context_get_height (context) - FOOT / 2);
  pango_cairo_show_layout (cr, layout);

  pango_layout_set_text (layout, "Needlewise", -1);
  cairo_move_to (cr, x, gtk_print_context_get_height (context) - FOOT / 2);
  pango_cairo_show_layout (cr, layout);
}

/* Overrides */

static void
nw_article_print_begin_print (GtkPrintOperation *operation,
                              GtkPrintContext   *context)
{
  NwArticlePrint *self = NW_ARTICLE_PRINT (operation);
  double height = gtk_print_context_get_height (context) - HEAD - FOOT;
  gboolean keep = FALSE;

  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->starts, g_free);
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->print_lines, 0);

  self->pieces = nw_print_text_create (self->article, context, get_column (context), height);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      NwPrintPiece *piece = g_ptr_array_index (self->pieces, i);

      add_lines (self, piece, keep);
      keep = piece->keep_with_next;
    }
  self->starts = nw_page_breaks_find ((const NwPrintLine *) (gpointer) self->print_lines->data,
                                      self->print_lines->len, height, &self->n_pages);
  gtk_print_operation_set_n_pages (operation, (int) self->n_pages);
}

static void
nw_article_print_draw_page (GtkPrintOperation *operation,
                            GtkPrintContext   *context,
                            int                page)
{
  NwArticlePrint *self = NW_ARTICLE_PRINT (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double x = (gtk_print_context_get_width (context) - get_column (context)) / 2;
  double y = HEAD;
  guint start;
  guint end;

  g_return_if_fail (page >= 0 && (guint) page < self->n_pages);

  start = self->starts[page];
  end = (guint) page + 1 < self->n_pages ? self->starts[page + 1] : self->lines->len;
  for (guint i = start; i < end; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);
      const NwPrintLine *print_line = &g_array_index (self->print_lines, NwPrintLine, i);

      if (i > start)
        y += print_line->space;
      nw_print_piece_draw_line (line->piece, line->line, cr, x, y);
      y += print_line->height;
    }
  draw_foot (self, context, cr, x, page);
}

static void
nw_article_print_finalize (GObject *object)
{
  NwArticlePrint *self = NW_ARTICLE_PRINT (object);

  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->starts, g_free);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->print_lines, g_array_unref);
  g_clear_object (&self->article);

  G_OBJECT_CLASS (nw_article_print_parent_class)->finalize (object);
}

static void
nw_article_print_class_init (NwArticlePrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nw_article_print_finalize;

  operation_class->begin_print = nw_article_print_begin_print;
  operation_class->draw_page = nw_article_print_draw_page;
}

static void
nw_article_print_init (NwArticlePrint *self)
{
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->print_lines = g_array_new (FALSE, FALSE, sizeof (NwPrintLine));
}

/**
 * nw_article_print_new:
 * @article: the article
 *
 * Prepares to print the article. The job’s name says nothing about health: it
 * is shown in queues that others see.
 *
 * Returns: (transfer full): the operation, to be run
 */
GtkPrintOperation *
nw_article_print_new (NwArticle *article)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  NwArticlePrint *self;

  g_return_val_if_fail (NW_IS_ARTICLE (article), NULL);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, "needlewise");
  self = g_object_new (NW_TYPE_ARTICLE_PRINT,
                       "job-name", "Needlewise",
                       "unit", GTK_UNIT_POINTS,
                       "print-settings", settings,
                       "embed-page-setup", TRUE,
                       "allow-async", TRUE,
                       NULL);
  self->article = g_object_ref (article);
  return GTK_PRINT_OPERATION (self);
}
