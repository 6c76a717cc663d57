/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets the article in type: what is printed, piece by piece. */

#include "config.h"

#include "view/article/nw-print-text.h"

#include <glib/gi18n.h>

#include "view/article/nw-article-block.h"
#include "view/article/nw-drawing.h"

#define INDENT 14.0
#define RULE_INDENT 12.0
#define PARAGRAPH_SPACE 6.0
#define LINE_SPACING 1.3
#define BAR_HEIGHT 7.0
/* A drawing shall leave room for text beside it on its page. */
#define MAX_PICTURE_SHARE 0.4

typedef enum
{
  STYLE_BODY,
  STYLE_BOLD,
  STYLE_SMALL,
  STYLE_KEY,
  STYLE_SECTION,
  STYLE_TITLE,
} Style;

static const struct
{
  const char *font;
  double      gray;
  double      space;
  gboolean    is_heading;
} styles[] = {
  [STYLE_BODY] = { "Sans 9.5", 0.0, PARAGRAPH_SPACE, FALSE },
  [STYLE_BOLD] = { "Sans Bold 10", 0.0, 10, TRUE },
  [STYLE_SMALL] = { "Sans 8.5", 0.3, 4, FALSE },
  [STYLE_KEY] = { "Sans Bold 8.5", 0.3, PARAGRAPH_SPACE, TRUE },
  [STYLE_SECTION] = { "Sans Bold 13", 0.0, 24, TRUE },
  [STYLE_TITLE] = { "Sans Bold 19", 0.0, 0, TRUE },
};

/* What is known while pieces are made. */
typedef struct
{
  NwArticle       *article;
  GtkPrintContext *context;
  GPtrArray       *pieces;
  double           width;
  double           page_height;
  double           indent;
  gboolean         ruled;
} Setter;

static void
free_piece (NwPrintPiece *piece)
{
  g_clear_object (&piece->layout);
  g_clear_object (&piece->mark);
  g_free (piece);
}

static NwPrintPiece *
add_piece (Setter *self)
{
  NwPrintPiece *piece = g_new0 (NwPrintPiece, 1);

  piece->indent = self->indent;
  piece->ruled = self->ruled;
  piece->verdict = -1;
  piece->share = -1;
  g_ptr_array_add (self->pieces, piece);
  return piece;
}

static PangoLayout *
create_layout (Setter *self,
               Style   style,
               double  width)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (self->context);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (styles[style].font);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  guint16 gray = (guint16) (styles[style].gray * G_MAXUINT16);

  /* A hyphen would become a part of an address. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_attr_list_insert (attributes, pango_attr_foreground_new (gray, gray, gray));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* The sources of a text, as in “[3, 17]”. */
static char *
write_refs (Setter              *self,
            const NwArticleRefs *refs)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; refs != NULL && i < refs->length; i++)
    g_string_append_printf (text, "%s%u", i == 0 ? "\xC2\xA0[" : ",\xC2\xA0",
                            nw_article_get_source (self->article, refs->numbers[i])->number);
  if (text->len > 0)
    g_string_append_c (text, ']');
  return g_strdup (text->str);
}

static NwPrintPiece *
add_text (Setter              *self,
          Style                style,
          const char          *text,
          const NwArticleRefs *refs)
{
  g_autofree char *numbers = write_refs (self, refs);
  g_autofree char *all = g_strconcat (text, numbers, NULL);
  NwPrintPiece *piece = add_piece (self);

  piece->layout = create_layout (self, style, self->width - self->indent);
  piece->space = styles[style].space;
  piece->keep_with_next = styles[style].is_heading;
  pango_layout_set_text (piece->layout, all, -1);
  return piece;
}

static void
add_optional (Setter              *self,
              Style                style,
              const char          *text,
              const NwArticleRefs *refs)
{
  if (text != NULL)
    add_text (self, style, text, refs);
}

static void
add_marked (Setter              *self,
            const char          *mark,
            const char          *text,
            const NwArticleRefs *refs)
{
  NwPrintPiece *piece;

  self->indent += INDENT;
  piece = add_text (self, STYLE_BODY, text, refs);
  self->indent -= INDENT;
  piece->space = 3;
  piece->mark = create_layout (self, STYLE_BODY, INDENT);
  pango_layout_set_text (piece->mark, mark, -1);
}

static void
add_lines (Setter  *self,
           char   **lines)
{
  for (gsize i = 0; lines[i] != NULL; i++)
    add_marked (self, "•", lines[i], NULL);
}

/* Blocks */

static void
add_list (Setter               *self,
          const NwArticleBlock *block)
{
  for (gsize i = 0; i < block->n_items; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT ".", i + 1);

      add_marked (self, block->ordered ? number : "•", block->items[i].text,
                  &block->items[i].refs);
    }
}

static void
add_picture (Setter               *self,
             const NwArticleBlock *block)
{
  int width;
  int height;

  if (nw_drawing_measure (block->file, &width, &height, NULL))
    {
      NwPrintPiece *piece = add_piece (self);
      double ratio = height / (double) width;

      piece->width = MIN (self->width, self->page_height * MAX_PICTURE_SHARE / ratio);
      piece->height = piece->width * ratio;
      piece->space = 12;
      piece->keep_with_next = TRUE;
      piece->picture = block->file;
      piece->picture_width = width;
    }
  else
    add_text (self, STYLE_SMALL, block->alternative, NULL)->keep_with_next = TRUE;
  add_text (self, STYLE_SMALL, block->caption, NULL);
}

static void
add_claim (Setter               *self,
           const NwArticleBlock *block)
{
  g_autofree char *certainty = g_strdup_printf (_("How sure: %s"),
                                                nw_article_get_certainty_label (block->certainty));
  gsize n = g_strv_length (block->lines);
  NwPrintPiece *piece;

  self->ruled = TRUE;
  self->indent = RULE_INDENT + INDENT;
  piece = add_text (self, STYLE_KEY, nw_article_get_verdict_label (block->verdict), NULL);
  piece->verdict = (int) block->verdict;
  piece->space = 14;

  self->indent = RULE_INDENT;
  add_text (self, STYLE_BOLD, block->text, NULL)->space = 3;
  add_text (self, STYLE_KEY, _("What studies found"), NULL);
  for (gsize i = 0; i < n; i++)
    add_text (self, STYLE_BODY, block->lines[i], i + 1 == n ? &block->refs : NULL)->space = 3;
  add_text (self, STYLE_KEY, certainty, NULL);
  add_text (self, STYLE_BODY, block->certainty_text, NULL)->space = 3;
  add_text (self, STYLE_KEY, _("What it means for you"), NULL);
  add_text (self, STYLE_BODY, block->meaning, NULL)->space = 3;
  self->indent = 0;
  self->ruled = FALSE;
}

static void
add_frequency (Setter               *self,
               const NwArticleBlock *block)
{
  add_text (self, STYLE_BOLD, block->label, NULL);
  for (gsize i = 0; i < block->n_items; i++)
    {
      /* Translators: a figure in print, as in “48 in 100: with real needles” */
      g_autofree char *text = g_strdup_printf (_("%d in %d: %s"), block->items[i].count,
                                               block->per, block->items[i].text);
      NwPrintPiece *bar;

      add_text (self, STYLE_BODY, text, NULL)->keep_with_next = TRUE;
      bar = add_piece (self);
      bar->width = self->width;
      bar->height = BAR_HEIGHT;
      bar->space = 3;
      bar->share = block->items[i].count / (double) block->per;
      bar->keep_with_next = TRUE;
    }
  add_text (self, STYLE_SMALL, block->caption, &block->refs);
}

static void
add_views (Setter               *self,
           const NwArticleBlock *block)
{
  add_text (self, STYLE_BOLD, block->label, NULL);
  for (gsize i = 0; i < block->n_items; i++)
    {
      const NwArticleItem *item = &block->items[i];

      add_text (self, STYLE_KEY, item->who, NULL);
      add_text (self, STYLE_BODY, item->text, item->why == NULL ? &item->refs : NULL)->space = 3;
      add_optional (self, STYLE_SMALL, item->why, &item->refs);
    }
}

static void
add_options (Setter               *self,
             const NwArticleBlock *block)
{
  for (gsize i = 0; i < block->n_items; i++)
    {
      add_text (self, STYLE_BOLD, block->items[i].text, &block->items[i].refs);
      for (gsize j = 0; block->lines[j] != NULL; j++)
        {
          add_text (self, STYLE_KEY, block->lines[j], NULL);
          add_text (self, STYLE_BODY, block->items[i].cells[j], NULL)->space = 2;
        }
    }
}

static void
add_urgent (Setter               *self,
            const NwArticleBlock *block)
{
  self->ruled = TRUE;
  self->indent = RULE_INDENT;
  add_text (self, STYLE_BOLD, block->label, NULL);
  add_text (self, STYLE_BODY, block->text, block->after == NULL ? &block->refs : NULL)
    ->keep_with_next = TRUE;
  add_lines (self, block->lines);
  add_optional (self, STYLE_BODY, block->after, &block->refs);
  self->indent = 0;
  self->ruled = FALSE;
}

static void
add_source (Setter                *self,
            const NwArticleSource *source,
            gboolean               numbered)
{
  g_autofree char *number = g_strdup_printf ("%u", source->number);
  g_autofree char *publisher = NULL;
  NwPrintPiece *piece;

  publisher = source->year > 0 ? g_strdup_printf ("%s, %d", source->organisation, source->year)
                               : g_strdup (source->organisation);
  self->indent = numbered ? INDENT * 1.5 : 0;
  piece = add_text (self, STYLE_KEY, source->title, NULL);
  if (numbered)
    {
      piece->mark = create_layout (self, STYLE_KEY, INDENT * 1.5);
      pango_layout_set_text (piece->mark, number, -1);
    }
  piece = add_text (self, STYLE_SMALL, publisher, NULL);
  piece->space = 0;
  piece->keep_with_next = TRUE;
  if (!numbered)
    add_optional (self, STYLE_BODY, source->good_for, NULL);
  add_text (self, STYLE_SMALL, source->address, NULL)->space = 0;
  self->indent = 0;
}

static void
add_block (Setter               *self,
           const NwArticleBlock *block)
{
  switch (block->kind)
    {
    case NW_BLOCK_PARAGRAPH:
      add_text (self, STYLE_BODY, block->text, &block->refs);
      break;
    case NW_BLOCK_LIST:
      add_list (self, block);
      break;
    case NW_BLOCK_SUBHEADING:
      add_text (self, STYLE_BOLD, block->text, NULL);
      break;
    case NW_BLOCK_PICTURE:
      add_picture (self, block);
      break;
    case NW_BLOCK_CLAIM:
      add_claim (self, block);
      break;
    case NW_BLOCK_FREQUENCY:
      add_frequency (self, block);
      break;
    case NW_BLOCK_VIEWS:
      add_views (self, block);
      break;
    case NW_BLOCK_OPTIONS:
      add_options (self, block);
      break;
    case NW_BLOCK_URGENT:
      add_urgent (self, block);
      break;
    case NW_BLOCK_FURTHER:
      for (gsize i = 0; i < block->refs.length; i++)
        add_source (self, nw_article_get_source (self->article, block->refs.numbers[i]), FALSE);
      break;
    case NW_BLOCK_ACTION:
      /* There are no buttons on paper. */
    default:
      break;
    }
}

static void
add_head (Setter *self)
{
  const NwArticleBlock *picture = nw_article_get_lead_picture (self->article);
  g_autoptr (GDate) reviewed = nw_article_dup_reviewed (self->article);
  g_autofree char *text = NULL;
  char date[64];

  g_date_strftime (date, sizeof date, _("%B %Y"), reviewed);
  /* Translators: below the title in print; %s is a month and a year */
  text = g_strdup_printf (_("Reviewed %s"), date);
  add_text (self, STYLE_TITLE, nw_article_get_title (self->article), NULL);
  add_text (self, STYLE_SMALL, text, NULL);
  if (picture != NULL)
    add_picture (self, picture);
  add_text (self, STYLE_BOLD, _("In Short"), NULL);
  add_lines (self, nw_article_get_summary (self->article));
}

static void
add_section (Setter                 *self,
             const NwArticleSection *section)
{
  g_autofree char *heading = section->number > 0
                             ? g_strdup_printf ("%d  %s", section->number, section->heading)
                             : g_strdup (section->heading);

  add_text (self, STYLE_SECTION, heading, NULL);
  for (gsize i = 0; i < section->n_blocks; i++)
    if (&section->blocks[i] != nw_article_get_lead_picture (self->article))
      add_block (self, &section->blocks[i]);
}

/**
 * nw_print_text_create:
 * @article: the article
 * @context: the paper
 * @width: the width of the column
 * @page_height: the height of a page
 *
 * Sets the whole article.
 *
 * Returns: (transfer full) (element-type NwPrintPiece): the pieces
 */
GPtrArray *
nw_print_text_create (NwArticle       *article,
                      GtkPrintContext *context,
                      double           width,
                      double           page_height)
{
  Setter self = { article, context, NULL, width, page_height, 0, FALSE };

  g_return_val_if_fail (NW_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (GTK_IS_PRINT_CONTEXT (context), NULL);

  self.pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) free_piece);
  add_head (&self);
  for (guint i = 0; i < nw_article_get_n_sections (article); i++)
    add_section (&self, nw_article_get_section (article, i));
  add_text (&self, STYLE_SECTION, _("Sources"), NULL);
  for (guint i = 0; i < nw_article_get_n_sources (article); i++)
    add_source (&self, nw_article_get_source (article, i), TRUE);
  return self.pieces;
}

/* Lines */

static PangoLayoutIter *
find_line (NwPrintPiece *piece,
           int           line)
{
  PangoLayoutIter *iter = pango_layout_get_iter (piece->layout);

  for (int i = 0; i < line; i++)
    pango_layout_iter_next_line (iter);
  return iter;
}

/**
 * nw_print_piece_get_n_lines:
 * @piece: a piece
 *
 * Returns: how many lines it has; 1 where it is not divided
 */
int
nw_print_piece_get_n_lines (NwPrintPiece *piece)
{
  g_return_val_if_fail (piece != NULL, 0);

  return piece->layout != NULL ? pango_layout_get_line_count (piece->layout) : 1;
}

/**
 * nw_print_piece_get_line_height:
 * @piece: a piece
 * @line: which line
 *
 * Returns: its height in points
 */
double
nw_print_piece_get_line_height (NwPrintPiece *piece,
                                int           line)
{
  PangoLayoutIter *iter;
  PangoRectangle extents;

  g_return_val_if_fail (piece != NULL, 0);

  if (piece->layout == NULL)
    return piece->height;
  iter = find_line (piece, line);
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_iter_free (iter);
  return extents.height / (double) PANGO_SCALE * LINE_SPACING;
}

static void
draw_picture (NwPrintPiece *piece,
              cairo_t      *cr,
              double        x,
              double        y)
{
  double scale = piece->width / piece->picture_width;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  nw_drawing_paint (piece->picture, cr);
  cairo_restore (cr);
}

static void
draw_bar (NwPrintPiece *piece,
          cairo_t      *cr,
          double        x,
          double        y)
{
  cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
  cairo_rectangle (cr, x, y, piece->width * piece->share, piece->height);
  cairo_fill (cr);
  cairo_set_line_width (cr, 0.5);
  cairo_rectangle (cr, x + 0.25, y + 0.25, piece->width - 0.5, piece->height - 0.5);
  cairo_stroke (cr);
}

/* A full, half or empty circle, as on the screen. */
static void
draw_verdict (NwPrintPiece *piece,
              cairo_t      *cr,
              double        x,
              double        y)
{
  cairo_set_line_width (cr, 1.2);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, 3.6, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (piece->verdict == NW_VERDICT_NOT)
    return;
  if (piece->verdict == NW_VERDICT_PARTLY)
    cairo_arc (cr, x, y, 3.6, G_PI / 2, 3 * G_PI / 2);
  else
    cairo_arc (cr, x, y, 3.6, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_text_line (NwPrintPiece *piece,
                int           line,
                cairo_t      *cr,
                double        x,
                double        y)
{
  PangoLayoutIter *iter = find_line (piece, line);
  PangoRectangle extents;
  double baseline;

  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  baseline = y + (pango_layout_iter_get_baseline (iter) - extents.y) / (double) PANGO_SCALE;
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_move_to (cr, x + piece->indent + extents.x / (double) PANGO_SCALE, baseline);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
  if (line == 0 && piece->mark != NULL)
    {
      int width = pango_layout_get_width (piece->mark);

      cairo_move_to (cr, x + piece->indent - width / (double) PANGO_SCALE, baseline);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (piece->mark, 0));
    }
  if (line == 0 && piece->verdict >= 0)
    draw_verdict (piece, cr, x + RULE_INDENT + 4, baseline - 3.2);
  pango_layout_iter_free (iter);
}

/**
 * nw_print_piece_draw_line:
 * @piece: a piece
 * @line: which of its lines
 * @cr: where to draw
 * @x: the left edge of the column
 * @y: the upper edge of the line
 *
 * Draws a line of text, or a piece that is not divided.
 */
void
nw_print_piece_draw_line (NwPrintPiece *piece,
                          int           line,
                          cairo_t      *cr,
                          double        x,
                          double        y)
{
  g_return_if_fail (piece != NULL);
  g_return_if_fail (cr != NULL);

  if (piece->ruled)
    {
      double above = line == 0 && piece->verdict < 0 ? piece->space : 0;

      cairo_set_source_rgb (cr, 0.7, 0.7, 0.7);
      cairo_rectangle (cr, x, y - above, 1.5,
                       nw_print_piece_get_line_height (piece, line) + above);
      cairo_fill (cr);
    }

  if (piece->picture != NULL)
    draw_picture (piece, cr, x, y);
  else if (piece->layout == NULL)
    draw_bar (piece, cr, x, y);
  else
    draw_text_line (piece, line, cr, x, y);
}
