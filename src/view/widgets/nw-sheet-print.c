/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing a sheet, after it was looked at in a window. */

#include "config.h"

#include "view/widgets/nw-sheet-print.h"

#include "view/widgets/nw-sheet-pages.h"
#include "view/widgets/nw-sheet-preview.h"

struct _NwSheetPrint
{
  GtkPrintOperation  parent_instance;

  GPtrArray         *sheet;
  NwSheetPages      *pages;
};

G_DEFINE_FINAL_TYPE (NwSheetPrint, nw_sheet_print, GTK_TYPE_PRINT_OPERATION)

/* Overrides */

static void
nw_sheet_print_begin_print (GtkPrintOperation *operation,
                            GtkPrintContext   *context)
{
  NwSheetPrint *self = NW_SHEET_PRINT (operation);

  g_clear_pointer (&self->pages, nw_sheet_pages_free);
  self->pages = nw_sheet_pages_new (self->sheet, gtk_print_context_create_pango_context (context),
                                    gtk_print_context_get_width (context),
                                    gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) nw_sheet_pages_get_n_pages (self->pages));
}

static void
nw_sheet_print_draw_page (GtkPrintOperation *operation,
                          GtkPrintContext   *context,
                          int                page)
{
  nw_sheet_pages_draw (NW_SHEET_PRINT (operation)->pages,
                       gtk_print_context_get_cairo_context (context), (guint) page);
}

/* In place of another program, which may not be there. GTK lays out the pages for
 * a preview, too, and wants something to draw on. */
static gboolean
nw_sheet_print_preview (GtkPrintOperation        *operation,
                        GtkPrintOperationPreview *preview,
                        GtkPrintContext          *context,
                        GtkWindow                *parent)
{
  NwSheetPrint *self = NW_SHEET_PRINT (operation);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  GtkWidget *window = nw_sheet_preview_new (self->sheet, gtk_print_context_get_page_setup (context),
                                            parent);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_signal_connect_object (window, "destroy",
                           G_CALLBACK (gtk_print_operation_preview_end_preview), preview,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

static void
nw_sheet_print_finalize (GObject *object)
{
  NwSheetPrint *self = NW_SHEET_PRINT (object);

  g_clear_pointer (&self->sheet, g_ptr_array_unref);
  g_clear_pointer (&self->pages, nw_sheet_pages_free);

  G_OBJECT_CLASS (nw_sheet_print_parent_class)->finalize (object);
}

static void
nw_sheet_print_class_init (NwSheetPrintClass *klass)
{
  GtkPrintOperationClass *operation_class = GTK_PRINT_OPERATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = nw_sheet_print_finalize;

  operation_class->begin_print = nw_sheet_print_begin_print;
  operation_class->draw_page = nw_sheet_print_draw_page;
  operation_class->preview = nw_sheet_print_preview;
}

static void
nw_sheet_print_init (NwSheetPrint *self)
{
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

/**
 * nw_sheet_print_show:
 * @sheet: (element-type NwSheetLine): a sheet
 * @from: a widget of the window over which to show it
 *
 * Shows the pages of a sheet, from where it can be printed and saved as a PDF.
 */
void
nw_sheet_print_show (GPtrArray *sheet,
                     GtkWidget *from)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkRoot *root;
  GtkWidget *window;

  g_return_if_fail (sheet != NULL);
  g_return_if_fail (GTK_IS_WIDGET (from));

  root = gtk_widget_get_root (from);
  window = nw_sheet_preview_new (sheet, setup, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_present (GTK_WINDOW (window));
}
