/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar above the article in a window without a side column: says where one
 * is, and opens the contents. */

#include "config.h"

#include "view/article/nw-article-bar.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"

struct _NwArticleBar
{
  GtkBox     parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *outline;
};

enum
{
  OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwArticleBar, nw_article_bar, GTK_TYPE_BOX)

static void
popover_visible_cb (NwArticleBar *self)
{
  if (gtk_widget_get_visible (self->popover))
    g_signal_emit (self, signals[OPENED], 0);
}

static void
nw_article_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_ARTICLE_BAR);

  G_OBJECT_CLASS (nw_article_bar_parent_class)->dispose (object);
}

static void
nw_article_bar_class_init (NwArticleBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_article_bar_dispose;

  /**
   * NwArticleBar::opened:
   *
   * The contents are about to be shown.
   */
  signals[OPENED] = g_signal_new ("opened",
                                  NW_TYPE_ARTICLE_BAR,
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  g_type_ensure (NW_TYPE_ARTICLE_OUTLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-article-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, NwArticleBar, button);
  gtk_widget_class_bind_template_child (widget_class, NwArticleBar, label);
  gtk_widget_class_bind_template_child (widget_class, NwArticleBar, popover);
  gtk_widget_class_bind_template_child (widget_class, NwArticleBar, outline);
}

static void
nw_article_bar_init (NwArticleBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  nw_a11y_set_name (self->button, _("Contents"));
  g_signal_connect_object (self->popover, "notify::visible", G_CALLBACK (popover_visible_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * nw_article_bar_new:
 *
 * Returns: (transfer floating): a bar, with nothing in its contents
 */
GtkWidget *
nw_article_bar_new (void)
{
  return g_object_new (NW_TYPE_ARTICLE_BAR, NULL);
}

/**
 * nw_article_bar_get_outline:
 * @self: a bar
 *
 * Returns: (transfer none): the contents that it opens
 */
NwArticleOutline *
nw_article_bar_get_outline (NwArticleBar *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_BAR (self), NULL);

  return NW_ARTICLE_OUTLINE (self->outline);
}

/**
 * nw_article_bar_set_place:
 * @self: a bar
 * @name: (nullable): where the reader is, or %NULL for above the first place
 */
void
nw_article_bar_set_place (NwArticleBar *self,
                          const char   *name)
{
  g_return_if_fail (NW_IS_ARTICLE_BAR (self));

  gtk_label_set_text (GTK_LABEL (self->label), name != NULL ? name : _("Contents"));
}

/**
 * nw_article_bar_close:
 * @self: a bar
 *
 * Closes the contents.
 */
void
nw_article_bar_close (NwArticleBar *self)
{
  g_return_if_fail (NW_IS_ARTICLE_BAR (self));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
}
