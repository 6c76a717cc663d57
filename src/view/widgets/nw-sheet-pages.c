/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a sheet, for paper and for a window: what matters most in large type, and no line cut by the end of a page. */

#include "config.h"

#include "view/widgets/nw-sheet-pages.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-page-breaks.h"

/* In points. */
#define FOOT 24.0
#define INDENT 12.0
#define NOTE_RULE 3.0
#define BOX 8.0
#define GAP 18.0
#define FOOT_FONT "Sans 8"

/* A short text has no more rows than this where it stands beside another. */
#define SHORT_ROWS 2

/* How each kind of line looks. The note is the largest but for the result. */
static const struct
{
  const char *font;
  double      space;
  double      indent;
  gboolean    keep_with_next;
  gboolean    paired;
} looks[] = {
  [NW_SHEET_TITLE] = { "Sans Bold 13", 24, 0, TRUE, FALSE },
  [NW_SHEET_SMALL] = { "Sans 8", 2, 0, TRUE, FALSE },
  [NW_SHEET_LEVEL] = { "Sans Bold 20", 10, 0, TRUE, FALSE },
  [NW_SHEET_SECTION] = { "Sans Bold 10.5", 10, 0, TRUE, FALSE },
  [NW_SHEET_NOTE] = { "Sans Bold 13", 4, INDENT, FALSE, FALSE },
  [NW_SHEET_QUESTION] = { "Sans 9", 2, INDENT, FALSE, TRUE },
  [NW_SHEET_BODY] = { "Sans 9.5", 2, 0, FALSE, FALSE },
  [NW_SHEET_BULLET] = { "Sans 9.5", 2, INDENT, FALSE, FALSE },
  [NW_SHEET_ASK] = { "Sans 9.5", 2, INDENT, FALSE, TRUE },
  [NW_SHEET_RECORD] = { "Sans 9.5", 2, 0, FALSE, TRUE },
  [NW_SHEET_BOX] = { "Sans 10.5", 6, INDENT + 4, FALSE, FALSE },
  [NW_SHEET_RULE] = { "Sans 15", 0, 0, FALSE, FALSE },
};

/* How small the letters may get for all to be on one page. Where even that is
 * not enough there are more pages, and no reason for small letters. */
static const double scales[] = { 1, 0.95, 0.9, 0.85 };

/* One row of a text on its page, or two short texts beside each other, whole. */
typedef struct
{
  PangoLayout *layout;
  PangoLayout *beside;
  NwSheetKind  kind;
  int          number;
} Line;

struct _NwSheetPages
{
  GPtrArray    *sheet;
  PangoContext *context;
  double        width;
  double        height;
  GPtrArray    *layouts;
  GArray       *lines;
  GArray       *print_lines;
  guint        *starts;
  guint         n_pages;
};

/* Whether the page as a whole is mirrored, as the window is. */
static gboolean
is_mirrored (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

static gboolean
is_right_to_left (PangoLayout *layout)
{
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

/* Pango turns the sides around for a text against the direction of the page. */
static void
align (PangoLayout *layout,
       gboolean     right)
{
  gboolean turned = is_right_to_left (layout) != is_mirrored ();

  pango_layout_set_alignment (layout, right != turned ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

static PangoLayout *
make_layout (NwSheetPages *self,
             const char   *text,
             gsize         strong,
             const char   *font,
             double        scale,
             double        width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  int size = pango_font_description_get_size (description);

  pango_font_description_set_size (description, (int) (size * scale));
  pango_layout_set_font_description (layout, description);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  if (strong > 0)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) strong;
      pango_attr_list_insert (attributes, bold);
      pango_layout_set_attributes (layout, attributes);
    }
  align (layout, is_mirrored () || is_right_to_left (layout));
  return layout;
}

static double
get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

static void
add_row (NwSheetPages *self,
         Line          line,
         double        height,
         double        space,
         gboolean      may_break)
{
  NwPrintLine print_line = { .height = height, .space = space, .may_break = may_break };

  g_array_append_val (self->lines, line);
  g_array_append_val (self->print_lines, print_line);
}

static void
add_lines (NwSheetPages *self,
           PangoLayout  *layout,
           NwSheetKind   kind,
           double        scale,
           gboolean      keep)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int n = pango_layout_get_line_count (layout);

  for (int i = 0; i < n; i++)
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      add_row (self, (Line) { layout, NULL, kind, i }, extents.height / (double) PANGO_SCALE,
               i == 0 ? looks[kind].space * scale : 0, i == 0 && !keep);
      pango_layout_iter_next_line (iter);
    }

  pango_layout_iter_free (iter);
}

static double
get_column (double width)
{
  return (width - GAP) / 2;
}

/* Two short texts of a kind, one after the other, beside each other. */
static gboolean
add_pair (NwSheetPages *self,
          guint         index,
          double        scale,
          gboolean      keep)
{
  const NwSheetLine *line = g_ptr_array_index (self->sheet, index);
  const NwSheetLine *next = index + 1 < self->sheet->len
                              ? g_ptr_array_index (self->sheet, index + 1) : NULL;
  double width = get_column (self->width) - looks[line->kind].indent;
  PangoLayout *layouts[2];

  if (!looks[line->kind].paired || next == NULL || next->kind != line->kind)
    return FALSE;

  layouts[0] = make_layout (self, line->text, line->strong, looks[line->kind].font, scale, width);
  layouts[1] = make_layout (self, next->text, next->strong, looks[line->kind].font, scale, width);
  g_ptr_array_add (self->layouts, layouts[0]);
  g_ptr_array_add (self->layouts, layouts[1]);
  if (pango_layout_get_line_count (layouts[0]) > SHORT_ROWS
      || pango_layout_get_line_count (layouts[1]) > SHORT_ROWS)
    return FALSE;

  add_row (self, (Line) { layouts[0], layouts[1], line->kind, 0 },
           MAX (get_height (layouts[0]), get_height (layouts[1])),
           looks[line->kind].space * scale, !keep);
  return TRUE;
}

/* Drawing */

static void
draw_mark (cairo_t     *cr,
           NwSheetKind  kind,
           int          number,
           gboolean     from_right,
           double       x,
           double       y,
           double       height)
{
  /* Without it, an arc begins with a line from where the last text ended. */
  cairo_new_path (cr);
  if (kind == NW_SHEET_NOTE)
    cairo_rectangle (cr, x + (from_right ? INDENT - NOTE_RULE : 0), y, NOTE_RULE, height);
  else if (number == 0
           && (kind == NW_SHEET_BULLET || kind == NW_SHEET_QUESTION || kind == NW_SHEET_ASK))
    cairo_arc (cr, x + INDENT / 2, y + height / 2, 1.5, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* What a pen fills in: a box to tick, a line to write on. */
static void
draw_blank (cairo_t     *cr,
            NwSheetKind  kind,
            int          number,
            double       width,
            double       x,
            double       y,
            double       height)
{
  cairo_new_path (cr);
  cairo_set_line_width (cr, 0.6);
  if (kind == NW_SHEET_RULE)
    {
      cairo_move_to (cr, 0, y + height - 1);
      cairo_line_to (cr, width, y + height - 1);
    }
  else if (kind == NW_SHEET_BOX && number == 0)
    cairo_rectangle (cr, x + 1, y + (height - BOX) / 2, BOX, BOX);
  cairo_stroke (cr);
}

/* Draws one row of a text into a column, and gives its height. */
static double
draw_row (cairo_t     *cr,
          PangoLayout *layout,
          NwSheetKind  kind,
          int          number,
          double       left,
          double       width,
          double       y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gboolean from_right = is_right_to_left (layout) || is_mirrored ();
  double indent = looks[kind].indent;
  double mark = left + (from_right ? width - indent : 0);
  PangoRectangle extents;
  double baseline;
  double height;

  for (int i = 0; i < number; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  baseline = (pango_layout_iter_get_baseline (iter) - extents.y) / (double) PANGO_SCALE;
  height = extents.height / (double) PANGO_SCALE;

  draw_mark (cr, kind, number, from_right, mark, y, height);
  draw_blank (cr, kind, number, width, mark, y, height);
  cairo_move_to (cr, left + (from_right ? 0 : indent) + extents.x / (double) PANGO_SCALE,
                 y + baseline);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
  pango_layout_iter_free (iter);
  return height;
}

/* Draws a whole text into a column. */
static void
draw_text (cairo_t     *cr,
           PangoLayout *layout,
           NwSheetKind  kind,
           double       left,
           double       width,
           double       y)
{
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    y += draw_row (cr, layout, kind, i, left, width, y);
}

static void
draw_line (cairo_t    *cr,
           const Line *line,
           double      width,
           double      y)
{
  double column = get_column (width);

  cairo_set_source_rgb (cr, 0, 0, 0);
  if (line->beside == NULL)
    {
      draw_row (cr, line->layout, line->kind, line->number, 0, width, y);
      return;
    }
  draw_text (cr, line->layout, line->kind, is_mirrored () ? column + GAP : 0, column, y);
  draw_text (cr, line->beside, line->kind, is_mirrored () ? 0 : column + GAP, column, y);
}

static void
draw_foot (NwSheetPages *self,
           cairo_t      *cr,
           guint         page)
{
  /* Translators: at the foot of a printed page */
  g_autofree char *text = g_strdup_printf (_("Page %d of %u"), (int) page + 1,
                                           self->n_pages);
  g_autoptr (PangoLayout) layout = make_layout (self, text, 0, FOOT_FONT, 1, self->width);

  align (layout, !is_mirrored ());
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_move_to (cr, 0, self->height - FOOT / 2);
  pango_cairo_show_layout (cr, layout);
}

/* Laying out */

static void
lay_out (NwSheetPages *self,
         double        scale)
{
  gboolean keep = FALSE;

  g_ptr_array_set_size (self->layouts, 0);
  g_array_set_size (self->lines, 0);
  g_array_set_size (self->print_lines, 0);
  g_clear_pointer (&self->starts, g_free);

  for (guint i = 0; i < self->sheet->len; i++)
    {
      const NwSheetLine *line = g_ptr_array_index (self->sheet, i);

      if (add_pair (self, i, scale, keep))
        i++;
      else
        {
          PangoLayout *layout = make_layout (self, line->text, line->strong,
                                             looks[line->kind].font,
                                             /* It stays as large as it is. */
                                             line->kind == NW_SHEET_NOTE ? 1 : scale,
                                             self->width - looks[line->kind].indent);

          g_ptr_array_add (self->layouts, layout);
          add_lines (self, layout, line->kind, scale, keep);
        }
      keep = looks[line->kind].keep_with_next;
    }

  self->starts = nw_page_breaks_find ((const NwPrintLine *) (gpointer) self->print_lines->data,
                                      self->print_lines->len,
                                      self->height - FOOT,
                                      &self->n_pages);
}

/* Places */

/* Goes over the rows of a page: gives the place of each from the page’s top. */
static void
foreach_line (NwSheetPages *self,
              guint         page,
              void        (*func) (NwSheetPages *self,
                                   const Line   *line,
                                   double        y,
                                   double        height,
                                   gpointer      user_data),
              gpointer      user_data)
{
  guint start = self->starts[page];
  guint end = page + 1 < self->n_pages ? self->starts[page + 1] : self->lines->len;
  double y = 0;

  for (guint i = start; i < end; i++)
    {
      const NwPrintLine *line = &g_array_index (self->print_lines, NwPrintLine, i);

      if (i > start)
        y += line->space;
      func (self, &g_array_index (self->lines, Line, i), y, line->height, user_data);
      y += line->height;
    }
}

static void
draw_one (NwSheetPages *self,
          const Line   *line,
          double        y,
          double        height,
          gpointer      user_data)
{
  draw_line (user_data, line, self->width, y);
}

static void
add_text (GArray      *texts,
          PangoLayout *layout,
          NwSheetKind  kind,
          double       left,
          double       width,
          double       y,
          double       height)
{
  NwSheetText *last = texts->len > 0 ? &g_array_index (texts, NwSheetText, texts->len - 1) : NULL;
  NwSheetText text = { .kind = kind, .text = pango_layout_get_text (layout) };

  /* One more row of the same text. */
  if (last != NULL && last->text == text.text)
    {
      last->place.size.height = (float) (y + height) - last->place.origin.y;
      return;
    }
  graphene_rect_init (&text.place, (float) left, (float) y, (float) width, (float) height);
  g_array_append_val (texts, text);
}

static void
add_texts (NwSheetPages *self,
           const Line   *line,
           double        y,
           double        height,
           gpointer      user_data)
{
  double column = get_column (self->width);

  /* What a pen fills in is nothing to read. */
  if (line->kind == NW_SHEET_RULE)
    return;
  if (line->beside == NULL)
    {
      add_text (user_data, line->layout, line->kind, 0, self->width, y, height);
      return;
    }
  add_text (user_data, line->layout, line->kind, is_mirrored () ? column + GAP : 0, column, y,
            height);
  add_text (user_data, line->beside, line->kind, is_mirrored () ? 0 : column + GAP, column, y,
            height);
}

/**
 * nw_sheet_pages_new:
 * @sheet: (element-type NwSheetLine): a sheet
 * @context: (transfer full): how letters are drawn, in points
 * @width: of the part of a page that can be printed on, in points
 * @height: its height, in points
 *
 * Divides a sheet into pages: one, where it goes onto one without too small
 * letters.
 *
 * Returns: (transfer full): the pages
 */
NwSheetPages *
nw_sheet_pages_new (GPtrArray    *sheet,
                    PangoContext *context,
                    double        width,
                    double        height)
{
  NwSheetPages *self = g_new0 (NwSheetPages, 1);

  self->sheet = g_ptr_array_ref (sheet);
  self->context = context;
  self->width = width;
  self->height = height;
  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->print_lines = g_array_new (FALSE, FALSE, sizeof (NwPrintLine));
  pango_context_set_base_dir (context, is_mirrored () ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      lay_out (self, scales[i]);
      if (self->n_pages <= 1)
        return self;
    }
  lay_out (self, scales[0]);
  return self;
}

/**
 * nw_sheet_pages_free:
 * @self: pages
 *
 * Frees them.
 */
void
nw_sheet_pages_free (NwSheetPages *self)
{
  g_ptr_array_unref (self->layouts);
  g_ptr_array_unref (self->sheet);
  g_array_unref (self->lines);
  g_array_unref (self->print_lines);
  g_object_unref (self->context);
  g_free (self->starts);
  g_free (self);
}

/**
 * nw_sheet_pages_get_n_pages:
 * @self: pages
 *
 * Returns: how many there are
 */
guint
nw_sheet_pages_get_n_pages (NwSheetPages *self)
{
  return self->n_pages;
}

/**
 * nw_sheet_pages_draw:
 * @self: pages
 * @cr: where to draw, in points from the corner of what can be printed on
 * @page: which, from 0
 *
 * Draws a page, with its number at the foot.
 */
void
nw_sheet_pages_draw (NwSheetPages *self,
                     cairo_t      *cr,
                     guint         page)
{
  g_return_if_fail (page < self->n_pages);

  foreach_line (self, page, draw_one, cr);
  draw_foot (self, cr, page);
}

/**
 * nw_sheet_pages_list_texts:
 * @self: pages
 * @page: which, from 0
 *
 * Lists what stands on a page in the order in which it is to be read. A text
 * that goes on from the page before is there whole.
 *
 * Returns: (transfer full) (element-type NwSheetText): the texts, which live as
 *   long as @self
 */
GArray *
nw_sheet_pages_list_texts (NwSheetPages *self,
                           guint         page)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (NwSheetText));

  g_return_val_if_fail (page < self->n_pages, texts);

  foreach_line (self, page, add_texts, texts);
  return texts;
}
