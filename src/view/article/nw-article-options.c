/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options, each with the same room: a table where it fits, else cards. */

#include "config.h"

#include "view/article/nw-article-options.h"

#include "view/article/nw-article-text.h"
#include "view/widgets/nw-a11y.h"

struct _NwArticleOptions
{
  GtkBox         parent_instance;

  NwArticle     *article;
  const NwArticleBlock *block;
  gboolean       is_table;
  /* How many of them have widgets. */
  guint          n_shown;
};

G_DEFINE_FINAL_TYPE (NwArticleOptions, nw_article_options, GTK_TYPE_BOX)

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
create_cell (GtkAccessibleRole  role,
             const char        *name,
             GtkWidget         *child)
{
  GtkWidget *cell = create_box (role, GTK_ORIENTATION_VERTICAL, 0, NULL);

  nw_a11y_set_name (cell, name);
  gtk_box_append (GTK_BOX (cell), child);
  return cell;
}

static GtkWidget *
create_heads (NwArticleOptions *self)
{
  GtkWidget *row = create_box (GTK_ACCESSIBLE_ROLE_ROW, GTK_ORIENTATION_HORIZONTAL, 24,
                               "nw-options-heads");

  nw_a11y_set_name (row, "");
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  for (gsize i = 0; self->block->lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (row),
                    create_cell (GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, self->block->lines[i],
                                 nw_article_label_new (self->block->lines[i], "nw-key")));
  return row;
}

static GtkWidget *
create_row (NwArticleOptions    *self,
            const NwArticleItem *item)
{
  GtkWidget *row = create_box (GTK_ACCESSIBLE_ROLE_ROW, GTK_ORIENTATION_VERTICAL, 6,
                               "nw-options-row");
  GtkWidget *cells = create_box (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_HORIZONTAL, 24, NULL);

  gtk_box_append (GTK_BOX (row),
                  create_cell (GTK_ACCESSIBLE_ROLE_ROW_HEADER, item->text,
                               nw_article_text_new (self->article, item->text, "nw-option-name",
                                                    &item->refs)));
  gtk_box_set_homogeneous (GTK_BOX (cells), TRUE);
  for (gsize i = 0; item->cells[i] != NULL; i++)
    gtk_box_append (GTK_BOX (cells),
                    create_cell (GTK_ACCESSIBLE_ROLE_CELL, item->cells[i],
                                 nw_article_label_new (item->cells[i], "nw-cell")));
  gtk_box_append (GTK_BOX (row), cells);
  nw_a11y_set_name (row, item->text);
  return row;
}

static GtkWidget *
create_card (NwArticleOptions    *self,
             const NwArticleItem *item)
{
  GtkWidget *card = create_box (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_VERTICAL, 12, "nw-card");

  gtk_box_append (GTK_BOX (card), nw_article_text_new (self->article, item->text,
                                                       "nw-option-name", &item->refs));
  for (gsize i = 0; item->cells[i] != NULL; i++)
    {
      GtkWidget *part = create_box (GTK_ACCESSIBLE_ROLE_GROUP, GTK_ORIENTATION_VERTICAL, 2, NULL);

      gtk_box_append (GTK_BOX (part), nw_article_label_new (self->block->lines[i], "nw-key"));
      gtk_box_append (GTK_BOX (part), nw_article_label_new (item->cells[i], "nw-body"));
      nw_a11y_set_name (part, self->block->lines[i]);
      gtk_box_append (GTK_BOX (card), part);
    }
  nw_a11y_set_name (card, item->text);
  return card;
}

static void
show_option (NwArticleOptions *self,
             guint             index)
{
  const NwArticleItem *item = &self->block->items[index];

  gtk_box_append (GTK_BOX (self), self->is_table ? create_row (self, item)
                                                 : create_card (self, item));
}

static void
fill (NwArticleOptions *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  gtk_box_set_spacing (GTK_BOX (self), self->is_table ? 0 : 12);
  if (self->is_table)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "nw-card");
      gtk_box_append (GTK_BOX (self), create_heads (self));
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nw-card");
  for (guint i = 0; i < self->n_shown; i++)
    show_option (self, i);
}

static void
nw_article_options_finalize (GObject *object)
{
  g_clear_object (&NW_ARTICLE_OPTIONS (object)->article);

  G_OBJECT_CLASS (nw_article_options_parent_class)->finalize (object);
}

static void
nw_article_options_class_init (NwArticleOptionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nw_article_options_finalize;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
nw_article_options_init (NwArticleOptions *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nw-options");
}

/**
 * nw_article_options_new:
 * @article: the article
 * @block: its options
 *
 * Makes room for the options, as cards; nw_article_options_append() adds them.
 *
 * Returns: (transfer floating): the options, none of them yet
 */
GtkWidget *
nw_article_options_new (NwArticle            *article,
                        const NwArticleBlock *block)
{
  NwArticleOptions *self;

  g_return_val_if_fail (NW_IS_ARTICLE (article), NULL);
  g_return_val_if_fail (block != NULL && block->kind == NW_BLOCK_OPTIONS, NULL);

  self = g_object_new (NW_TYPE_ARTICLE_OPTIONS, NULL);
  self->article = g_object_ref (article);
  self->block = block;
  /* Its heading stands above; without a name GTK 4.8 would say its class. */
  nw_a11y_set_name (GTK_WIDGET (self), "");
  fill (self);
  return GTK_WIDGET (self);
}

/**
 * nw_article_options_append:
 * @self: the options
 *
 * Adds the next option.
 */
void
nw_article_options_append (NwArticleOptions *self)
{
  g_return_if_fail (NW_IS_ARTICLE_OPTIONS (self));
  g_return_if_fail (self->n_shown < self->block->n_items);

  show_option (self, self->n_shown++);
}

/**
 * nw_article_options_set_layout:
 * @self: the options
 * @layout: how much room there is
 *
 * Makes them a table or cards.
 */
void
nw_article_options_set_layout (NwArticleOptions *self,
                               NwLayout          layout)
{
  gboolean is_table = layout == NW_LAYOUT_WIDE;

  g_return_if_fail (NW_IS_ARTICLE_OPTIONS (self));

  if (self->is_table == is_table)
    return;
  self->is_table = is_table;
  fill (self);
}
