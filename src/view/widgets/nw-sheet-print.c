/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet on paper: what matters most in large type, and no line cut by the end of a page. */

#include "config.h"

#include "view/widgets/nw-sheet-print.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-note.h"
#include "view/widgets/nw-page-breaks.h"

/* In points. */
#define FOOT 24.0
#define INDENT 12.0
#define NOTE_RULE 3.0
#define BOX 8.0
#define FOOT_FONT "Sans 8"

/* How each kind of line looks. The note is the largest but for the result. */
static const struct
{
  const char *font;
  double      space;
  double      indent;
  gboolean    keep_with_next;
} looks[] = {
  [NW_SHEET_TITLE] = { "Sans Bold 13", 24, 0, TRUE },
  [NW_SHEET_SMALL] = { "Sans 8", 2, 0, TRUE },
  [NW_SHEET_LEVEL] = { "Sans Bold 20", 10, 0, TRUE },
  [NW_SHEET_SECTION] = { "Sans Bold 10.5", 10, 0, TRUE },
  [NW_SHEET_NOTE] = { "Sans Bold 13", 4, INDENT, FALSE },
  [NW_SHEET_QUESTION] = { "Sans 9", 2, INDENT, FALSE },
  [NW_SHEET_BODY] = { "Sans 9.5", 2, 0, FALSE },
  [NW_SHEET_BULLET] = { "Sans 9.5", 2, INDENT, FALSE },
  [NW_SHEET_BOX] = { "Sans 10.5", 6, INDENT + 4, FALSE },
  [NW_SHEET_RULE] = { "Sans 15", 0, 0, FALSE },
};

/* One line of a text on its page. */
typedef struct
{
  PangoLayout *layout;
  NwSheetKind  kind;
  int          number;
} Line;

struct _NwSheetPrint
{
  GtkPrintOperation  parent_instance;

  GPtrArray         *sheet;
  GPtrArray         *layouts;
  GArray            *lines;
  GArray            *print_lines;
  guint             *starts;
  guint              n_pages;
};

G_DEFINE_FINAL_TYPE (NwSheetPrint, nw_sheet_print, GTK_TYPE_PRINT_OPERATION)

static PangoLayout *
make_layout (GtkPrintContext *context,
             const char      *text,
             const char      *font,
             double           width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);

  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
add_lines (NwSheetPrint *self,
           PangoLayout  *layout,
           NwSheetKind   kind,
           gboolean      keep)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int n = pango_layout_get_line_count (layout);

  for (int i = 0; i < n; i++)
    {
      Line line = { layout, kind, i };
      NwPrintLine print_line = { 0 };
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      print_line.height = extents.height / (double) PANGO_SCALE;
      print_line.space = i == 0 ? looks[kind].space : 0;
      print_line.may_break = i == 0 && !keep;
      g_array_append_val (self->lines, line);
      g_array_append_val (self->print_lines, print_line);
      pango_layout_iter_next_line (iter);
    }

  pango_layout_iter_free (iter);
}

static void
draw_mark (cairo_t *cr,
           Line    *line,
           double   x,
           double   y,
           double   height)
{
  /* Without it, an arc begins with a line from where the last text ended. */
  cairo_new_path (cr);
  if (line->kind == NW_SHEET_NOTE)
    cairo_rectangle (cr, x, y, NOTE_RULE, height);
  else if (line->number == 0
           && (line->kind == NW_SHEET_BULLET || line->kind == NW_SHEET_QUESTION))
    cairo_arc (cr, x + INDENT / 2, y + height / 2, 1.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* What a pen fills in: a box to tick, a line to write on. */
static void
draw_blank (cairo_t *cr,
            Line    *line,
            double   width,
            double   x,
            double   y,
            double   height)
{
  cairo_new_path (cr);
  cairo_set_line_width (cr, 0.6);
  if (line->kind == NW_SHEET_RULE)
    {
      cairo_move_to (cr, 0, y + height - 1);
      cairo_line_to (cr, width, y + height - 1);
    }
  else if (line->kind == NW_SHEET_BOX && line->number == 0)
    cairo_rectangle (cr, x + 1, y + (height - BOX) / 2, BOX, BOX);
  cairo_stroke (cr);
}

static void
draw_line (NwSheetPrint *self,
           cairo_t      *cr,
           guint         index,
           double        width,
           double        y)
{
  Line *line = &g_array_index (self->lines, Line, index);
  double height = g_array_index (self->print_lines, NwPrintLine, index).height;
  PangoLayoutIter *iter = pango_layout_get_iter (line->layout);
  gboolean rtl = pango_layout_get_direction (line->layout, 0) == PANGO_DIRECTION_RTL;
  double indent = looks[line->kind].indent;
  PangoRectangle extents;
  double baseline;

  for (int i = 0; i < line->number; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  baseline = (pango_layout_iter_get_baseline (iter) - extents.y) / (double) PANGO_SCALE;

  cairo_set_source_rgb (cr, 0, 0, 0);
  draw_mark (cr, line, rtl ? width - indent : 0, y, height);
  draw_blank (cr, line, width, rtl ? width - indent : 0, y, height);
  cairo_move_to (cr, (rtl ? 0 : indent) + extents.x / (double) PANGO_SCALE, y + baseline);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
  pango_layout_iter_free (iter);
}

static void
draw_foot (NwSheetPrint    *self,
           GtkPrintContext *context,
           cairo_t         *cr,
           int              page)
{
  double width = gtk_print_context_get_width (context);
  /* Translators: at the foot of a printed page */
  g_autofree char *text = g_strdup_printf (_("Page %d of %u"), page + 1, self->n_pages);
  g_autoptr (PangoLayout) layout = make_layout (context, text, FOOT_FONT, width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - FOOT / 2);
  pango_cairo_show_layout (cr, layout);
}

static void
nw_sheet_print_begin_print (GtkPrintOperation *operation,
                            GtkPrintContext   *context)
{
  NwSheetPrint *self = NW_SHEET_PRINT (operation);
  double width = gtk_print_context_get_width (context);
  gboolean keep = FALSE;

  g_ptr_array_set_size (self->layouts, 0);
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->print_lines, 0);
  g_clear_pointer (&self->starts, g_free);

  for (guint i = 0; i < self->sheet->len; i++)
    {
      const NwSheetLine *line = g_ptr_array_index (self->sheet, i);
      PangoLayout *layout = make_layout (context, line->text, looks[line->kind].font,
                                         width - looks[line->kind].indent);

      g_ptr_array_add (self->layouts, layout);
      add_lines (self, layout, line->kind, keep);
      keep = looks[line->kind].keep_with_next;
    }

  self->starts = nw_page_breaks_find ((const NwPrintLine *) (gpointer) self->print_lines->data,
                                      self->print_lines->len,
                                      gtk_print_context_get_height (context) - FOOT,
                                      &self->n_pages);
  gtk_print_operation_set_n_pages (operation, (int) self->n_pages);
}

static void
nw_sheet_print_draw_page (GtkPrintOperation *operation,
                          GtkPrintContext   *context,
                          int                page)
{
  NwSheetPrint *self = NW_SHEET_PRINT (operation);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double y = 0;
  guint start;
  guint end;

  g_return_if_fail (page >= 0 && (guint) page < self->n_pages);

  start = self->starts[page];
  end = (guint) page + 1 < self->n_pages ? self->starts[page + 1] : self->lines->len;
  for (guint i = start; i < end; i++)
    {
      const NwPrintLine *line = &g_array_index (self->print_lines, NwPrintLine, i);

      if (i > start)
        y += line->space;
      draw_line (self, cr, i, width, y);
      y += line->height;
    }
  draw_foot (self, context, cr, page);
}

static void
nw_sheet_print_finalize (GObject *object)
{
  NwSheetPrint *self = NW_SHEET_PRINT (object);

  g_clear_pointer (&self->sheet, g_ptr_array_unref);
  g_clear_pointer (&self->layouts, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->print_lines, g_array_unref);
  g_clear_pointer (&self->starts, g_free);

  G_OBJECT_CLASS (nw_sheet_print_parent_class)->finalize (object);
}

static void
nw_sheet_print_class_init (NwSheetPrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nw_sheet_print_finalize;

  operation_class->begin_print = nw_sheet_print_begin_print;
  operation_class->draw_page = nw_sheet_print_draw_page;
}

static void
nw_sheet_print_init (NwSheetPrint *self)
{
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->print_lines = g_array_new (FALSE, FALSE, sizeof (NwPrintLine));
}

/**
 * nw_sheet_print_new:
 * @sheet: (element-type NwSheetLine): a sheet
 *
 * Prepares to print a sheet. The job’s name says nothing about health: it is
 * shown in queues that others see.
 *
 * Returns: (transfer full): the operation, to be run
 */
GtkPrintOperation *
nw_sheet_print_new (GPtrArray *sheet)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  NwSheetPrint *self;

  g_return_val_if_fail (sheet != NULL, NULL);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, "needlewise");
  self = g_object_new (NW_TYPE_SHEET_PRINT,
                       "job-name", "Needlewise",
                       "unit", GTK_UNIT_POINTS,
                       "print-settings", settings,
                       "embed-page-setup", TRUE,
                       "allow-async", TRUE,
                       NULL);
  self->sheet = g_ptr_array_ref (sheet);
  return GTK_PRINT_OPERATION (self);
}

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            gpointer                 user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  text = g_strdup_printf (_("The sheet was not printed: %s"),
                          error != NULL ? error->message : _("the printer gave no reason"));
  nw_note_show (GTK_WIDGET (user_data), text, NULL, NULL);
}

/**
 * nw_sheet_print_run:
 * @sheet: (element-type NwSheetLine): a sheet
 * @from: a widget of the window over which to ask
 *
 * Asks how to print a sheet, and prints it. A PDF is one of the ways. What
 * goes wrong is told in the window.
 */
void
nw_sheet_print_run (GPtrArray *sheet,
                    GtkWidget *from)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkRoot *root;

  g_return_if_fail (sheet != NULL);
  g_return_if_fail (GTK_IS_WIDGET (from));

  root = gtk_widget_get_root (from);
  operation = nw_sheet_print_new (sheet);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), from, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}
