/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that shows a sheet before it is printed or saved. */

#include "config.h"

#include "view/widgets/nw-sheet-preview.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-recent.h"
#include "view/widgets/nw-sheet-pages.h"
#include "view/widgets/nw-sheet-paper.h"
#include "view/widgets/nw-sheet-print.h"

/* Points in an inch: the pages are laid out in points. */
#define POINTS 72.0

/* As style.css has it around the pages. */
#define PADDING 18

struct _NwSheetPreview
{
  GtkWindow     parent_instance;

  GtkWidget    *scroller;
  GtkWidget    *papers;
  GtkWidget    *paper_label;
  GtkWidget    *problem;

  GPtrArray    *sheet;
  GtkPageSetup *setup;
  NwSheetPages *pages;
};

G_DEFINE_FINAL_TYPE (NwSheetPreview, nw_sheet_preview, GTK_TYPE_WINDOW)

static void
show_problem (NwSheetPreview *self,
              const char     *text)
{
  gtk_label_set_text (GTK_LABEL (self->problem), text);
  gtk_widget_set_visible (self->problem, TRUE);
  nw_a11y_announce (self->problem, text);
}

/* What was done is told in the window below. */
static void
close_with_note (NwSheetPreview *self,
                 const char     *note)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_window_destroy (GTK_WINDOW (self));
  if (parent != NULL && note != NULL)
    nw_note_show (GTK_WIDGET (parent), note, NULL, NULL);
}

static GtkPrintOperation *
new_operation (NwSheetPreview *self)
{
  GtkPrintOperation *operation = nw_sheet_print_new (self->sheet);

  gtk_print_operation_set_default_page_setup (operation, self->setup);
  return operation;
}

/* Printing */

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            gpointer                 user_data)
{
  NwSheetPreview *self = NW_SHEET_PREVIEW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      close_with_note (self, NULL);
      return;
    }
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  text = g_strdup_printf (_("The sheet was not printed: %s"),
                          error != NULL ? error->message : _("the printer gave no reason"));
  show_problem (self, text);
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  NwSheetPreview *self = NW_SHEET_PREVIEW (widget);
  g_autoptr (GtkPrintOperation) operation = new_operation (self);

  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

/* Saving */

/* Makes the file for its owner alone before anything is in it. */
static gboolean
make_private (const char  *path,
              GError     **error)
{
  int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  gboolean ok = fd >= 0 && fchmod (fd, 0600) == 0;
  int saved_errno = errno;

  if (fd >= 0)
    close (fd);
  if (!ok)
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (saved_errno),
                         g_strerror (saved_errno));
  return ok;
}

static gboolean
save (NwSheetPreview  *self,
      GFile           *file,
      GError         **error)
{
  g_autoptr (GtkPrintOperation) operation = new_operation (self);
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("it can only be saved on this computer"));
      return FALSE;
    }
  nw_recent_leave_out (file);
  if (!make_private (path, error))
    return FALSE;
  gtk_print_operation_set_allow_async (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  return gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (self),
                                  error) == GTK_PRINT_OPERATION_RESULT_APPLY;
}

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int              response,
                gpointer         user_data)
{
  NwSheetPreview *self = NW_SHEET_PREVIEW (user_data);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_object_unref (dialog);
  if (file == NULL)
    return;
  if (save (self, file, &error))
    {
      close_with_note (self, _("Saved. Anyone who gets the file can read it."));
      return;
    }
  text = g_strdup_printf (_("The file was not saved: %s"), error != NULL ? error->message : "");
  show_problem (self, text);
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NwSheetPreview *self = NW_SHEET_PREVIEW (widget);
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_("Save as PDF"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);

  /* The name of a file is seen by others: it says nothing of health. */
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "needlewise.pdf");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Where a text is wider than the window GTK would show its end. */
static void
reveal_focus_cb (NwSheetPreview *self)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (self->scroller);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (scroller);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (scroller);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  double page = gtk_adjustment_get_page_size (across);
  graphene_rect_t bounds;
  double left;
  double right;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->papers)
      || !gtk_widget_compute_bounds (focus, self->papers, &bounds))
    return;
  left = bounds.origin.x;
  right = left + bounds.size.width + 2 * PADDING;
  gtk_adjustment_clamp_page (down, bounds.origin.y,
                             bounds.origin.y + bounds.size.height + 2 * PADDING);
  if (right - left > page)
    gtk_adjustment_set_value (across, gtk_widget_get_direction (focus) == GTK_TEXT_DIR_RTL
                                        ? right - page : left);
  else
    gtk_adjustment_clamp_page (across, left, right);
}

/* Overrides */

/* Not before it is shown: GTK 4.8 would tell no screen reader. */
static void
nw_sheet_preview_map (GtkWidget *widget)
{
  NwSheetPreview *self = NW_SHEET_PREVIEW (widget);

  GTK_WIDGET_CLASS (nw_sheet_preview_parent_class)->map (widget);

  gtk_widget_child_focus (self->papers, GTK_DIR_TAB_FORWARD);
}

static void
nw_sheet_preview_dispose (GObject *object)
{
  NwSheetPreview *self = NW_SHEET_PREVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_SHEET_PREVIEW);
  g_clear_pointer (&self->pages, nw_sheet_pages_free);
  g_clear_pointer (&self->sheet, g_ptr_array_unref);
  g_clear_object (&self->setup);

  G_OBJECT_CLASS (nw_sheet_preview_parent_class)->dispose (object);
}

static void
nw_sheet_preview_class_init (NwSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_sheet_preview_dispose;
  widget_class->map = nw_sheet_preview_map;

  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preview.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preview.save",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-sheet-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, NwSheetPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, NwSheetPreview, papers);
  gtk_widget_class_bind_template_child (widget_class, NwSheetPreview, paper_label);
  gtk_widget_class_bind_template_child (widget_class, NwSheetPreview, problem);
}

static void
nw_sheet_preview_init (NwSheetPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nw_a11y_set_name (GTK_WIDGET (self), _("Preview"));
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (reveal_focus_cb), NULL);
}

/* As a printer would: where letters stand does not depend on the pixels. */
static PangoContext *
new_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, POINTS);
  cairo_font_options_destroy (options);
  return context;
}

static void
describe_paper (NwSheetPreview *self)
{
  guint n_pages = nw_sheet_pages_get_n_pages (self->pages);
  GtkPaperSize *paper = gtk_page_setup_get_paper_size (self->setup);
  g_autofree char *text =
    /* Translators: how many pages, and the paper’s name, such as A4 */
    g_strdup_printf (ngettext ("%1$u page, %2$s", "%1$u pages, %2$s", n_pages), n_pages,
                     gtk_paper_size_get_display_name (paper));

  gtk_label_set_text (GTK_LABEL (self->paper_label), text);
}

/**
 * nw_sheet_preview_new:
 * @sheet: (element-type NwSheetLine): a sheet
 * @setup: the paper
 * @parent: (nullable): the window over which to show it
 *
 * Makes the window that shows the pages of a sheet as they will be printed, and
 * the ways to print and to save them.
 *
 * Returns: (transfer none): the window; GTK owns it
 */
GtkWidget *
nw_sheet_preview_new (GPtrArray    *sheet,
                      GtkPageSetup *setup,
                      GtkWindow    *parent)
{
  NwSheetPreview *self;

  g_return_val_if_fail (sheet != NULL, NULL);
  g_return_val_if_fail (GTK_IS_PAGE_SETUP (setup), NULL);

  self = g_object_new (NW_TYPE_SHEET_PREVIEW, "transient-for", parent, NULL);
  self->sheet = g_ptr_array_ref (sheet);
  self->setup = gtk_page_setup_copy (setup);
  self->pages = nw_sheet_pages_new (sheet, new_context (),
                                    gtk_page_setup_get_page_width (setup, GTK_UNIT_POINTS),
                                    gtk_page_setup_get_page_height (setup, GTK_UNIT_POINTS));
  for (guint i = 0; i < nw_sheet_pages_get_n_pages (self->pages); i++)
    gtk_box_append (GTK_BOX (self->papers), nw_sheet_paper_new (self->pages, i, self->setup));
  describe_paper (self);
  return GTK_WIDGET (self);
}
