/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above the article’s first section. */

#include "config.h"

#include "view/article/nw-article-head.h"

#include <glib/gi18n.h>

#include "view/article/nw-article-block.h"
#include "view/article/nw-article-heading.h"
#include "view/article/nw-article-start.h"
#include "view/article/nw-article-text.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-clamp.h"

#define COLUMN_CHARS 70

static char *
describe (NwArticle *article)
{
  g_autoptr (GDate) reviewed = nw_article_dup_reviewed (article);
  guint minutes = nw_article_get_minutes (article);
  char date[64];

  /* Translators: a month and a year, as strftime() writes it */
  g_date_strftime (date, sizeof date, _("%B %Y"), reviewed);
  /* Translators: below the title; %s is a month and a year, %u minutes of reading */
  return g_strdup_printf (ngettext ("Reviewed %s · %u minute to read · sources at the end",
                                    "Reviewed %s · %u minutes to read · sources at the end",
                                    minutes),
                          date, minutes);
}

/**
 * nw_article_head_new:
 * @article: the article
 * @title: (out) (transfer none): the heading, which can take the focus
 *
 * Makes what stands above the first section: the title, what the three pages are
 * for, a picture and the article in short.
 *
 * Returns: (transfer floating): the head
 */
GtkWidget *
nw_article_head_new (NwArticle  *article,
                     GtkWidget **title)
{
  const NwArticleBlock *picture = nw_article_get_lead_picture (article);
  char **summary = nw_article_get_summary (article);
  g_autofree char *description = describe (article);
  GtkWidget *head;
  GtkWidget *run = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", 6,
                                  NULL);

  *title = nw_article_section_heading_new (nw_article_get_title (article), "nw-title", 0);
  gtk_box_append (GTK_BOX (words), *title);
  gtk_box_append (GTK_BOX (words), nw_article_label_new (description, "nw-caption"));
  gtk_box_append (GTK_BOX (run), words);
  gtk_box_append (GTK_BOX (run), nw_article_start_new ());
  if (picture != NULL)
    gtk_box_append (GTK_BOX (run), nw_article_block_new (article, picture));

  gtk_widget_add_css_class (card, "nw-summary");
  gtk_box_append (GTK_BOX (card), nw_article_heading_new (_("In Short"), "nw-subheading"));
  for (gsize i = 0; summary[i] != NULL; i++)
    gtk_box_append (GTK_BOX (card), nw_article_label_new (summary[i], "nw-body"));
  nw_a11y_set_name (card, _("In Short"));
  gtk_box_append (GTK_BOX (run), card);

  head = nw_clamp_new ();
  g_object_set (head, "max-chars", COLUMN_CHARS, NULL);
  nw_clamp_set_child (NW_CLAMP (head), run);
  return head;
}
