/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the widgets of each kind of block. */

#include "config.h"

#include "view/article/nw-article-block.h"

#include <glib/gi18n.h>

#include "view/article/nw-article-options.h"
#include "view/article/nw-article-picture.h"
#include "view/article/nw-article-text.h"
#include "view/article/nw-icon-array.h"
#include "view/article/nw-source-link.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-tiles.h"

typedef GtkWidget *(*CreateBlock) (NwArticle            *article,
                                   const NwArticleBlock *block);

static const struct
{
  const char *label;
  const char *css_class;
  const char *icon_name;
} verdicts[] = {
  [NW_VERDICT_SUPPORTED] = { NC_("verdict", "Supported"), "verdict-supported",
                             "nw-verdict-supported-symbolic" },
  [NW_VERDICT_PARTLY] = { NC_("verdict", "Partly supported"), "verdict-partly",
                          "nw-verdict-partly-symbolic" },
  [NW_VERDICT_NOT] = { NC_("verdict", "Not supported"), "verdict-not",
                       "nw-verdict-not-symbolic" },
};

static const char * const certainties[] = {
  [NW_CERTAINTY_VERY_LOW] = NC_("certainty", "Very low"),
  [NW_CERTAINTY_LOW] = NC_("certainty", "Low"),
  [NW_CERTAINTY_MODERATE] = NC_("certainty", "Moderate"),
  [NW_CERTAINTY_HIGH] = NC_("certainty", "High"),
};

/**
 * nw_article_get_verdict_label:
 * @verdict: a verdict
 *
 * Returns: its words, translated
 */
const char *
nw_article_get_verdict_label (NwVerdict verdict)
{
  return g_dpgettext2 (NULL, "verdict", verdicts[verdict].label);
}

/**
 * nw_article_get_certainty_label:
 * @certainty: a certainty
 *
 * Returns: its word, translated
 */
const char *
nw_article_get_certainty_label (NwCertainty certainty)
{
  return g_dpgettext2 (NULL, "certainty", certainties[certainty]);
}

/* Pieces */

static GtkWidget *
create_box (GtkAccessibleRole  role,
            GtkOrientation     orientation,
            int                spacing,
            const char        *css_class)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", role,
                                 "orientation", orientation,
                                 "spacing", spacing,
                                 NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (box, css_class);
  return box;
}

static GtkWidget *
create_column (int         spacing,
               const char *css_class)
{
  return create_box (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_VERTICAL, spacing, css_class);
}

/* For texts that wrap: a horizontal box would measure each for many widths. */
static GtkWidget *
create_line (GtkAccessibleRole role,
             int               spacing)
{
  return g_object_new (GTK_TYPE_GRID,
                       "accessible-role", role,
                       "column-spacing", spacing,
                       NULL);
}

static void
append_text (GtkWidget           *box,
             NwArticle           *article,
             const char          *text,
             const char          *css_class,
             const NwArticleRefs *refs)
{
  if (text != NULL)
    gtk_box_append (GTK_BOX (box), nw_article_text_new (article, text, css_class, refs));
}

/* An icon with words beside it, in one colour. */
static GtkWidget *
create_badge (const char *icon_name,
              const char *text,
              const char *css_class,
              const char *more_css_class)
{
  GtkWidget *badge = create_line (GTK_ACCESSIBLE_ROLE_GROUP, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", icon_name,
                                  NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (badge, css_class);
  gtk_widget_add_css_class (badge, more_css_class);
  /* Not fill, or GTK 4.18 asks how wide it is at a height too low for it. */
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (GTK_GRID (badge), icon, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (badge), label, 1, 0, 1, 1);
  nw_a11y_set_name (badge, text);
  return badge;
}

/* A list without a name: GTK 4.8 would call it “GtkBox”. */
static GtkWidget *
create_list_box (int spacing)
{
  GtkWidget *list = create_box (GTK_ACCESSIBLE_ROLE_LIST, GTK_ORIENTATION_VERTICAL, spacing, NULL);

  nw_a11y_set_name (list, "");
  return list;
}

static GtkWidget *
create_list_row (NwArticle           *article,
                 const char          *mark,
                 const char          *text,
                 const NwArticleRefs *refs)
{
  GtkWidget *row = create_line (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 9);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                    "label", mark,
                                    "yalign", 0.0,
                                    NULL);
  GtkWidget *body = nw_article_text_new (article, text, "nw-body", refs);

  gtk_widget_add_css_class (bullet, "nw-body");
  gtk_widget_add_css_class (bullet, "nw-bullet");
  gtk_widget_set_hexpand (body, TRUE);
  gtk_grid_attach (GTK_GRID (row), bullet, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (row), body, 1, 0, 1, 1);
  return row;
}

static GtkWidget *
create_list (NwArticle  *article,
             char      **lines)
{
  GtkWidget *list = create_list_box (6);

  for (gsize i = 0; lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (list), create_list_row (article, "•", lines[i], NULL));
  return list;
}

/**
 * nw_article_heading_new:
 * @text: what it says
 * @css_class: its style
 *
 * Returns: (transfer floating): a label that screen readers know as a heading
 */
GtkWidget *
nw_article_heading_new (const char *text,
                        const char *css_class)
{
  GtkWidget *label = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  /* A role is fixed at construction. */
  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                        "label", text,
                        "xalign", 0.0,
                        "selectable", TRUE,
                        NULL);
  nw_article_label_wrap (GTK_LABEL (label));
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Blocks */

static GtkWidget *
create_paragraph (NwArticle            *article,
                  const NwArticleBlock *block)
{
  return nw_article_text_new (article, block->text, "nw-body", &block->refs);
}

static GtkWidget *
create_list_block (NwArticle            *article,
                   const NwArticleBlock *block)
{
  GtkWidget *list = create_list_box (6);

  for (gsize i = 0; i < block->n_items; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GSIZE_FORMAT ".", i + 1);

      gtk_box_append (GTK_BOX (list),
                      create_list_row (article, block->ordered ? number : "•",
                                       block->items[i].text, &block->items[i].refs));
    }
  return list;
}

static GtkWidget *
create_subheading (NwArticle            *article,
                   const NwArticleBlock *block)
{
  GtkWidget *heading = nw_article_heading_new (block->text, "nw-subheading");

  gtk_widget_set_margin_top (heading, 12);
  return heading;
}

static GtkWidget *
create_picture (NwArticle            *article,
                const NwArticleBlock *block)
{
  GtkWidget *figure = create_column (6, "nw-figure");

  gtk_box_append (GTK_BOX (figure), nw_article_picture_new (block->file, block->alternative));
  append_text (figure, article, block->caption, "nw-caption", NULL);
  nw_a11y_set_name (figure, block->caption);
  return figure;
}

/* Four bars, as many of them full as the answer is firm. */
static GtkWidget *
create_meter (NwCertainty certainty)
{
  GtkWidget *meter = create_box (GTK_ACCESSIBLE_ROLE_PRESENTATION, GTK_ORIENTATION_HORIZONTAL, 3,
                                 "nw-meter");

  for (int i = NW_CERTAINTY_VERY_LOW; i <= NW_CERTAINTY_HIGH; i++)
    {
      GtkWidget *bar = create_box (GTK_ACCESSIBLE_ROLE_PRESENTATION, GTK_ORIENTATION_HORIZONTAL, 0,
                                   i <= (int) certainty ? "full" : "empty");

      gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (meter), bar);
    }
  return meter;
}

static GtkWidget *
create_certainty (NwArticle            *article,
                  const NwArticleBlock *block)
{
  GtkWidget *part = create_column (3, NULL);
  GtkWidget *line = create_box (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_HORIZONTAL, 9, NULL);
  /* Translators: how firm an answer is; %s is “Very low”, “Low”, “Moderate” or “High” */
  g_autofree char *text = g_strdup_printf (_("How sure: %s"),
                                           nw_article_get_certainty_label (block->certainty));

  gtk_box_append (GTK_BOX (line), nw_article_words_new (text, "nw-key"));
  gtk_box_append (GTK_BOX (line), create_meter (block->certainty));
  gtk_box_append (GTK_BOX (part), line);
  append_text (part, article, block->certainty_text, "nw-body", NULL);
  return part;
}

static GtkWidget *
create_claim (NwArticle            *article,
              const NwArticleBlock *block)
{
  GtkWidget *card = create_column (12, "nw-card");
  GtkWidget *said = create_column (6, NULL);
  GtkWidget *found = create_column (3, NULL);
  GtkWidget *meaning = create_column (3, "nw-meaning");
  gsize n = g_strv_length (block->lines);

  gtk_widget_add_css_class (card, "nw-claim");
  gtk_box_append (GTK_BOX (said), create_badge (verdicts[block->verdict].icon_name,
                                                nw_article_get_verdict_label (block->verdict),
                                                "nw-verdict",
                                                verdicts[block->verdict].css_class));
  gtk_box_append (GTK_BOX (said), nw_article_heading_new (block->text, "nw-claim-text"));
  gtk_box_append (GTK_BOX (card), said);

  append_text (found, article, _("What studies found"), "nw-key", NULL);
  for (gsize i = 0; i < n; i++)
    append_text (found, article, block->lines[i], "nw-body", i + 1 == n ? &block->refs : NULL);
  gtk_box_append (GTK_BOX (card), found);
  gtk_box_append (GTK_BOX (card), create_certainty (article, block));

  append_text (meaning, article, _("What it means for you"), "nw-key", NULL);
  append_text (meaning, article, block->meaning, "nw-body", NULL);
  gtk_box_append (GTK_BOX (card), meaning);

  nw_a11y_set_name (card, block->text);
  nw_a11y_set_description (card, nw_article_get_verdict_label (block->verdict));
  return card;
}

static GtkWidget *
create_frequency_row (NwArticle           *article,
                      const NwArticleItem *item,
                      int                  per)
{
  GtkWidget *row = create_column (6, "nw-frequency");
  GtkWidget *line = create_box (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_HORIZONTAL, 6, NULL);
  g_autofree char *count = g_strdup_printf ("%d", item->count);
  /* Translators: after a number, as in “48 in 100” */
  g_autofree char *out_of = g_strdup_printf (_("in %d"), per);
  GtkWidget *array = nw_icon_array_new (item->count);
  GtkWidget *small = nw_article_words_new (out_of, "nw-out-of");

  gtk_widget_set_valign (small, GTK_ALIGN_BASELINE);
  gtk_box_set_baseline_position (GTK_BOX (line), GTK_BASELINE_POSITION_BOTTOM);
  gtk_box_append (GTK_BOX (line), nw_article_words_new (count, "nw-count"));
  gtk_widget_set_valign (gtk_widget_get_first_child (line), GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (line), small);

  gtk_widget_set_halign (array, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), array);
  gtk_box_append (GTK_BOX (row), line);
  append_text (row, article, item->text, "nw-frequency-text", NULL);
  return row;
}

static GtkWidget *
create_frequency (NwArticle            *article,
                  const NwArticleBlock *block)
{
  GtkWidget *figure = g_object_new (GTK_TYPE_BOX,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                    "orientation", GTK_ORIENTATION_VERTICAL,
                                    "spacing", 12,
                                    NULL);
  GtkWidget *tiles = nw_tiles_new (16, 18);

  gtk_widget_add_css_class (figure, "nw-card");
  gtk_box_append (GTK_BOX (figure), nw_article_heading_new (block->label, "nw-subheading"));
  for (gsize i = 0; i < block->n_items; i++)
    nw_tiles_append (NW_TILES (tiles),
                     create_frequency_row (article, &block->items[i], block->per));
  gtk_box_append (GTK_BOX (figure), tiles);
  append_text (figure, article, block->caption, "nw-caption", &block->refs);
  nw_a11y_set_name (figure, block->label);
  nw_a11y_set_description (figure, block->alternative);
  return figure;
}

static GtkWidget *
create_views (NwArticle            *article,
              const NwArticleBlock *block)
{
  GtkWidget *box = create_column (12, "nw-views");
  GtkWidget *tiles = nw_tiles_new (25, 12);

  gtk_box_append (GTK_BOX (box), nw_article_heading_new (block->label, "nw-subheading"));
  for (gsize i = 0; i < block->n_items; i++)
    {
      const NwArticleItem *item = &block->items[i];
      GtkWidget *card = create_column (6, "nw-card");

      append_text (card, article, item->who, "nw-key", NULL);
      append_text (card, article, item->text, "nw-body", item->why == NULL ? &item->refs : NULL);
      append_text (card, article, item->why, "nw-caption", &item->refs);
      nw_a11y_set_name (card, item->who);
      nw_tiles_append (NW_TILES (tiles), card);
    }
  gtk_box_append (GTK_BOX (box), tiles);
  nw_a11y_set_name (box, block->label);
  return box;
}

static GtkWidget *
create_options (NwArticle            *article,
                const NwArticleBlock *block)
{
  return nw_article_options_new (article, block);
}

static GtkWidget *
create_urgent (NwArticle            *article,
               const NwArticleBlock *block)
{
  static const struct
  {
    const char *css_class;
    const char *icon_name;
  } levels[] = {
    [NW_URGENCY_HELP_NOW] = { "level-help-now", "nw-level-help-now-symbolic" },
    [NW_URGENCY_ADVICE_SOON] = { "level-advice-soon", "nw-level-advice-soon-symbolic" },
  };
  GtkWidget *card = create_column (9, "nw-card");
  GtkWidget *badge = create_badge (levels[block->urgency].icon_name, block->label, "nw-level",
                                   levels[block->urgency].css_class);

  gtk_widget_add_css_class (card, levels[block->urgency].css_class);
  gtk_widget_add_css_class (badge, "nw-subheading");
  gtk_box_append (GTK_BOX (card), badge);
  append_text (card, article, block->text, "nw-lead", NULL);
  gtk_box_append (GTK_BOX (card), create_list (article, block->lines));
  if (block->after != NULL)
    append_text (card, article, block->after, "nw-body", &block->refs);
  else
    append_text (card, article, _("Sources"), "nw-caption", &block->refs);
  nw_a11y_set_name (card, block->label);
  nw_a11y_set_description (card, block->text);
  return card;
}

static GtkWidget *
create_action (NwArticle            *article,
               const NwArticleBlock *block)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (block->text);
  g_autofree char *action = g_strdup_printf ("win.show-place('%s')", block->target);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), g_object_new (GTK_TYPE_IMAGE,
                                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                                "icon-name", "go-next-symbolic",
                                                NULL));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "nw-action");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  nw_a11y_set_name (button, block->text);
  return button;
}

/**
 * nw_source_dup_publisher:
 * @source: a source
 *
 * Returns: (transfer full): who published it, and when as far as that is known
 */
char *
nw_source_dup_publisher (const NwArticleSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  return source->year > 0 ? g_strdup_printf ("%s, %d", source->organisation, source->year)
                          : g_strdup (source->organisation);
}

/* A source with all that is known of it. */
static GtkWidget *
create_source (NwArticle             *article,
               const NwArticleSource *source,
               gboolean               numbered)
{
  GtkWidget *row = create_line (GTK_ACCESSIBLE_ROLE_LIST_ITEM, 12);
  GtkWidget *texts = create_column (numbered ? 0 : 6, NULL);
  g_autofree char *publisher = nw_source_dup_publisher (source);

  gtk_widget_add_css_class (row, "nw-source-row");
  if (numbered)
    {
      g_autofree char *number = g_strdup_printf ("%u", source->number);
      GtkWidget *label = gtk_label_new (number);

      gtk_label_set_width_chars (GTK_LABEL (label), 2);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_widget_add_css_class (label, "nw-source-number");
      gtk_grid_attach (GTK_GRID (row), label, 0, 0, 1, 1);
    }

  append_text (texts, article, source->title, "nw-source-title", NULL);
  append_text (texts, article, publisher, "nw-caption", NULL);
  if (!numbered)
    append_text (texts, article, source->good_for, "nw-body", NULL);
  gtk_box_append (GTK_BOX (texts), nw_source_link_new_address (source));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_grid_attach (GTK_GRID (row), texts, numbered ? 1 : 0, 0, 1, 1);
  return row;
}

static GtkWidget *
create_further (NwArticle            *article,
                const NwArticleBlock *block)
{
  return create_list_box (12);
}

/**
 * nw_article_further_list_append:
 * @list: the widget of a block for further reading, which is made empty
 * @article: the article
 * @block: the block
 * @index: which of its sources
 *
 * Adds a source with what it is good for.
 */
void
nw_article_further_list_append (GtkWidget            *list,
                                NwArticle            *article,
                                const NwArticleBlock *block,
                                guint                 index)
{
  GtkWidget *row;

  g_return_if_fail (GTK_IS_BOX (list));
  g_return_if_fail (index < block->refs.length);

  row = create_source (article, nw_article_get_source (article, block->refs.numbers[index]), FALSE);
  gtk_widget_add_css_class (row, "nw-card");
  gtk_box_append (GTK_BOX (list), row);
}

/**
 * nw_article_source_list_new:
 *
 * Makes the list of all sources; nw_article_source_list_append() fills it.
 *
 * Returns: (transfer floating): the list, empty
 */
GtkWidget *
nw_article_source_list_new (void)
{
  return create_list_box (12);
}

/**
 * nw_article_source_list_append:
 * @list: the list of sources
 * @article: the article
 * @source: one of its sources
 *
 * Adds a source with its number.
 */
void
nw_article_source_list_append (GtkWidget             *list,
                               NwArticle             *article,
                               const NwArticleSource *source)
{
  g_return_if_fail (GTK_IS_BOX (list));
  g_return_if_fail (source != NULL);

  gtk_box_append (GTK_BOX (list), create_source (article, source, TRUE));
}

/**
 * nw_article_block_new:
 * @article: the article
 * @block: one of its blocks
 *
 * Returns: (transfer floating): the widget that shows it
 */
GtkWidget *
nw_article_block_new (NwArticle            *article,
                      const NwArticleBlock *block)
{
  static const CreateBlock creators[] = {
    [NW_BLOCK_PARAGRAPH] = create_paragraph,
    [NW_BLOCK_LIST] = create_list_block,
    [NW_BLOCK_SUBHEADING] = create_subheading,
    [NW_BLOCK_PICTURE] = create_picture,
    [NW_BLOCK_CLAIM] = create_claim,
    [NW_BLOCK_FREQUENCY] = create_frequency,
    [NW_BLOCK_VIEWS] = create_views,
    [NW_BLOCK_OPTIONS] = create_options,
    [NW_BLOCK_URGENT] = create_urgent,
    [NW_BLOCK_ACTION] = create_action,
    [NW_BLOCK_FURTHER] = create_further,
  };

  g_return_val_if_fail (NW_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (block != NULL, NULL);

  return creators[block->kind] (article, block);
}
