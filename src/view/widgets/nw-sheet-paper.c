/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a sheet as it will be on paper, to look at and to be read aloud. */

#include "config.h"

#include "view/widgets/nw-sheet-paper.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"

/* Points in an inch, and what a display has where nothing is known. */
#define POINTS 72.0
#define DPI 96.0

struct _NwSheetPaper
{
  GtkWidget     parent_instance;

  NwSheetPages *pages;
  guint         page;
  GtkPageSetup *setup;
  /* For each child the text that it stands for. */
  GArray       *texts;
};

G_DEFINE_FINAL_TYPE (NwSheetPaper, nw_sheet_paper, GTK_TYPE_WIDGET)

static double
get_paper_width (NwSheetPaper *self)
{
  return gtk_page_setup_get_paper_width (self->setup, GTK_UNIT_POINTS);
}

static double
get_paper_height (NwSheetPaper *self)
{
  return gtk_page_setup_get_paper_height (self->setup, GTK_UNIT_POINTS);
}

/* Pixels of a point where the paper is shown as large as it is. It goes along with
 * the size of the text, so that who needs large letters gets a large paper. */
static double
get_full_scale (NwSheetPaper *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return (dpi > 0 ? dpi / 1024.0 : DPI) / POINTS;
}

static double
get_scale (NwSheetPaper *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) / get_paper_width (self);
}

/* Overrides */

static GtkSizeRequestMode
nw_sheet_paper_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* How small it may get, of its full size, so that all of it can be seen. Who
 * needs large letters rather looks at a part of it. */
static double
get_least (NwSheetPaper *self)
{
  return CLAMP (0.4 + (get_full_scale (self) * POINTS / DPI - 1) * 0.6, 0.4, 1);
}

static void
nw_sheet_paper_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  NwSheetPaper *self = NW_SHEET_PAPER (widget);
  double width = get_paper_width (self);
  double full = width * get_full_scale (self);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = (int) (full * get_least (self));
      *natural = (int) full;
      return;
    }
  if (for_size < 0)
    for_size = (int) (full * get_least (self));
  *minimum = *natural = (int) (get_paper_height (self) / width * for_size + 0.5);
}

static void
nw_sheet_paper_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  NwSheetPaper *self = NW_SHEET_PAPER (widget);
  double left = gtk_page_setup_get_left_margin (self->setup, GTK_UNIT_POINTS);
  double top = gtk_page_setup_get_top_margin (self->setup, GTK_UNIT_POINTS);
  double scale = width / get_paper_width (self);
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      const graphene_rect_t *place = &g_array_index (self->texts, NwSheetText, i).place;
      GtkAllocation allocation = {
        .x = (int) ((left + place->origin.x) * scale),
        .y = (int) ((top + place->origin.y) * scale),
        .width = (int) (place->size.width * scale),
        .height = (int) (place->size.height * scale),
      };

      gtk_widget_size_allocate (child, &allocation, -1);
    }
}

static void
nw_sheet_paper_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  NwSheetPaper *self = NW_SHEET_PAPER (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0, 0, (float) width,
                                                                (float) height));

  /* Paper is white and its letters are black, in the dark, too. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, get_scale (self), get_scale (self));
  cairo_translate (cr, gtk_page_setup_get_left_margin (self->setup, GTK_UNIT_POINTS),
                   gtk_page_setup_get_top_margin (self->setup, GTK_UNIT_POINTS));
  nw_sheet_pages_draw (self->pages, cr, self->page);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (nw_sheet_paper_parent_class)->snapshot (widget, snapshot);
}

/* Tab stops once at a page; the arrows go from text to text. */
static gboolean
nw_sheet_paper_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child == NULL)
    {
      child = direction == GTK_DIR_UP ? gtk_widget_get_last_child (widget)
                                      : gtk_widget_get_first_child (widget);
      return child != NULL && gtk_widget_grab_focus (child);
    }
  if (direction == GTK_DIR_DOWN)
    child = gtk_widget_get_next_sibling (child);
  else if (direction == GTK_DIR_UP)
    child = gtk_widget_get_prev_sibling (child);
  else
    child = NULL;
  return child != NULL && gtk_widget_grab_focus (child);
}

static void
nw_sheet_paper_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nw_sheet_paper_parent_class)->dispose (object);
}

static void
nw_sheet_paper_finalize (GObject *object)
{
  NwSheetPaper *self = NW_SHEET_PAPER (object);

  g_clear_object (&self->setup);
  g_clear_pointer (&self->texts, g_array_unref);

  G_OBJECT_CLASS (nw_sheet_paper_parent_class)->finalize (object);
}

static void
nw_sheet_paper_class_init (NwSheetPaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_sheet_paper_dispose;
  object_class->finalize = nw_sheet_paper_finalize;
  widget_class->get_request_mode = nw_sheet_paper_get_request_mode;
  widget_class->measure = nw_sheet_paper_measure;
  widget_class->size_allocate = nw_sheet_paper_size_allocate;
  widget_class->snapshot = nw_sheet_paper_snapshot;
  widget_class->focus = nw_sheet_paper_focus;

  gtk_widget_class_set_css_name (widget_class, "paper");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nw_sheet_paper_init (NwSheetPaper *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static GtkWidget *
new_text (const NwSheetText *text)
{
  gboolean heading = text->kind == NW_SHEET_TITLE || text->kind == NW_SHEET_LEVEL
                     || text->kind == NW_SHEET_SECTION;
  GtkWidget *child = g_object_new (GTK_TYPE_BOX,
                                   "accessible-role", heading ? GTK_ACCESSIBLE_ROLE_HEADING
                                                              : GTK_ACCESSIBLE_ROLE_LABEL,
                                   "css-name", "text",
                                   "focusable", TRUE,
                                   NULL);

  nw_a11y_set_name (child, text->text);
  return child;
}

/**
 * nw_sheet_paper_new:
 * @pages: the pages, which have to live longer
 * @page: which, from 0
 * @setup: the paper
 *
 * Makes a page. Each text on it has an element of its own for screen readers, in
 * its place; the arrows go from one to the next.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
nw_sheet_paper_new (NwSheetPages *pages,
                    guint         page,
                    GtkPageSetup *setup)
{
  NwSheetPaper *self = g_object_new (NW_TYPE_SHEET_PAPER, NULL);
  g_autofree char *name = NULL;

  self->pages = pages;
  self->page = page;
  self->setup = g_object_ref (setup);
  self->texts = nw_sheet_pages_list_texts (pages, page);
  for (guint i = 0; i < self->texts->len; i++)
    gtk_widget_set_parent (new_text (&g_array_index (self->texts, NwSheetText, i)),
                           GTK_WIDGET (self));
  /* Translators: at the foot of a printed page */
  name = g_strdup_printf (_("Page %d of %u"), (int) page + 1, nw_sheet_pages_get_n_pages (pages));
  nw_a11y_set_name (GTK_WIDGET (self), name);
  return GTK_WIDGET (self);
}
