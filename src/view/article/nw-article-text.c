/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paragraph with the links to its sources behind the last word. */

#include "config.h"

#include "view/article/nw-article-text.h"

#include "view/article/nw-source-link.h"
#include "view/widgets/nw-text-layout.h"

/* What a long text is never narrower than: columns of letters can’t be read. */
#define LEAST_CHARS 8
/* Between the last word and the first link, in pixels. */
#define GAP 5

struct _NwArticleText
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  GtkWidget *links;
};

G_DEFINE_FINAL_TYPE (NwArticleText, nw_article_text, GTK_TYPE_WIDGET)

/* Where the links go when the text is @width wide: behind the last word where
 * there is room, otherwise on a line of their own. */
static void
place_links (NwArticleText *self,
             int            width,
             GtkAllocation *links,
             int           *height)
{
  PangoLayout *layout = nw_text_layout_get (GTK_LABEL (self->label), width);
  PangoLayoutIter *iter = NULL;
  PangoRectangle line;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  iter = pango_layout_get_iter (layout);
  while (!pango_layout_iter_at_last_line (iter))
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &line);
  pango_layout_iter_free (iter);
  pango_extents_to_pixels (&line, NULL);

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, NULL, height, NULL, NULL);
  gtk_widget_measure (self->links, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &links->width, NULL, NULL);
  gtk_widget_measure (self->links, GTK_ORIENTATION_VERTICAL, -1, NULL, &links->height, NULL, NULL);

  if (!rtl && line.x + line.width + GAP + links->width <= width)
    links->x = line.x + line.width + GAP;
  else if (rtl && line.x - GAP - links->width >= 0)
    links->x = line.x - GAP - links->width;
  else
    {
      links->x = rtl ? width - links->width : 0;
      links->y = *height;
      *height += links->height;
      return;
    }
  links->y = line.y + (line.height - links->height) / 2;
  *height = MAX (*height, links->y + links->height);
}

static void
nw_article_text_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  NwArticleText *self = NW_ARTICLE_TEXT (widget);
  GtkAllocation links = { 0 };
  int links_width = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0 && self->links != NULL)
    {
      place_links (self, for_size, &links, natural);
      *minimum = *natural;
      return;
    }

  gtk_widget_measure (self->label, orientation, for_size, minimum, natural, NULL, NULL);
  if (self->links == NULL || orientation == GTK_ORIENTATION_VERTICAL)
    return;
  gtk_widget_measure (self->links, orientation, -1, NULL, &links_width, NULL, NULL);
  *minimum = MAX (*minimum, links_width);
  *natural += GAP + links_width;
}

static void
nw_article_text_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  NwArticleText *self = NW_ARTICLE_TEXT (widget);
  GtkAllocation label = { .width = width, .height = height };
  GtkAllocation links = { 0 };
  int needed;

  if (self->links != NULL)
    {
      place_links (self, width, &links, &needed);
      gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, width, NULL, &label.height,
                          NULL, NULL);
      gtk_widget_size_allocate (self->links, &links, -1);
    }
  gtk_widget_size_allocate (self->label, &label, -1);
}

static GtkSizeRequestMode
nw_article_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nw_article_text_dispose (GObject *object)
{
  NwArticleText *self = NW_ARTICLE_TEXT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->links, gtk_widget_unparent);

  G_OBJECT_CLASS (nw_article_text_parent_class)->dispose (object);
}

static void
nw_article_text_class_init (NwArticleTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_article_text_dispose;

  widget_class->measure = nw_article_text_measure;
  widget_class->size_allocate = nw_article_text_size_allocate;
  widget_class->get_request_mode = nw_article_text_get_request_mode;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nw_article_text_init (NwArticleText *self)
{
}

static gboolean
is_long (const char *text)
{
  return strnlen (text, 4 * LEAST_CHARS) == 4 * LEAST_CHARS;
}

/**
 * nw_article_label_wrap:
 * @label: a label that fills the width that it is given
 *
 * Lets a label break its text at any place, but not into columns of letters.
 */
void
nw_article_label_wrap (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  nw_text_layout_add (label, is_long (gtk_label_get_text (label)) ? LEAST_CHARS : 1, TRUE);
}

/**
 * nw_article_words_new:
 * @text: what it says
 * @css_class: (nullable): its style
 *
 * Makes a label for a few words that something stands beside: it is as wide as
 * they are, wraps where it has to, and can be selected.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
nw_article_words_new (const char *text,
                      const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  nw_text_layout_add (GTK_LABEL (label), 1, FALSE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * nw_article_label_new:
 * @text: what it says
 * @css_class: (nullable): its style
 *
 * Makes a label for a text of the article: it fills its column, wraps and can be
 * selected.
 *
 * Returns: (transfer floating): the label
 */
GtkWidget *
nw_article_label_new (const char *text,
                      const char *css_class)
{
  GtkWidget *label = nw_article_words_new (text, css_class);

  nw_article_label_wrap (GTK_LABEL (label));
  return label;
}

/**
 * nw_article_text_new:
 * @article: the article
 * @text: what it says
 * @css_class: (nullable): its style
 * @refs: (nullable): its sources
 *
 * Makes a paragraph.
 *
 * Returns: (transfer floating): a label where there are no sources, otherwise
 *   an #NwArticleText
 */
GtkWidget *
nw_article_text_new (NwArticle           *article,
                     const char          *text,
                     const char          *css_class,
                     const NwArticleRefs *refs)
{
  NwArticleText *self;

  g_return_val_if_fail (NW_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (refs == NULL || refs->length == 0)
    return nw_article_label_new (text, css_class);

  self = g_object_new (NW_TYPE_ARTICLE_TEXT, NULL);
  self->label = nw_article_label_new (text, css_class);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  self->links = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_set_parent (self->links, GTK_WIDGET (self));
  for (gsize i = 0; i < refs->length; i++)
    gtk_box_append (GTK_BOX (self->links),
                    nw_source_link_new (nw_article_get_source (article, refs->numbers[i])));
  return GTK_WIDGET (self);
}
