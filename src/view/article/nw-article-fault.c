/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the place of an article that cannot be read. */

#include "config.h"

#include "view/article/nw-article-fault.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-clamp.h"
#include "view/widgets/nw-note.h"

/* A file that is no article at all could have thousands. */
#define MAX_LINES 30

struct _NwArticleFault
{
  GtkWidget  parent_instance;

  GtkWidget *scroller;
  GtkWidget *heading;
  GtkWidget *lines;
  char      *details;
};

G_DEFINE_FINAL_TYPE (NwArticleFault, nw_article_fault, GTK_TYPE_WIDGET)

static void
copy_details (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), NW_ARTICLE_FAULT (widget)->details);
  nw_note_show (widget, _("The details are copied."), NULL, NULL);
}

static void
nw_article_fault_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_ARTICLE_FAULT);

  G_OBJECT_CLASS (nw_article_fault_parent_class)->dispose (object);
}

static void
nw_article_fault_finalize (GObject *object)
{
  g_free (NW_ARTICLE_FAULT (object)->details);

  G_OBJECT_CLASS (nw_article_fault_parent_class)->finalize (object);
}

static void
nw_article_fault_class_init (NwArticleFaultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_article_fault_dispose;
  object_class->finalize = nw_article_fault_finalize;

  g_type_ensure (NW_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-article-fault.ui");
  gtk_widget_class_bind_template_child (widget_class, NwArticleFault, scroller);
  gtk_widget_class_bind_template_child (widget_class, NwArticleFault, heading);
  gtk_widget_class_bind_template_child (widget_class, NwArticleFault, lines);
  gtk_widget_class_install_action (widget_class, "fault.copy", NULL, copy_details);
}

static void
nw_article_fault_init (NwArticleFault *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nw_a11y_set_landing (self->heading);
}

/**
 * nw_article_fault_new:
 * @findings: what is wrong with the article
 *
 * Returns: (transfer floating): a page that says so, and what to do
 */
GtkWidget *
nw_article_fault_new (NwFindings *findings)
{
  NwArticleFault *self;
  GString *details;
  GString *shown;
  guint n;

  g_return_val_if_fail (findings != NULL, NULL);

  self = g_object_new (NW_TYPE_ARTICLE_FAULT, NULL);
  details = g_string_new (NULL);
  shown = g_string_new (NULL);
  n = nw_findings_get_length (findings);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = nw_findings_dup_line (findings, i);

      g_string_append_printf (details, "%s\n", line);
      if (i < MAX_LINES)
        g_string_append_printf (shown, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (n > MAX_LINES)
    {
      g_string_append_c (shown, '\n');
      g_string_append_printf (shown, ngettext ("… and %u more", "… and %u more", n - MAX_LINES),
                              n - MAX_LINES);
    }

  gtk_label_set_text (GTK_LABEL (self->lines), shown->str);
  g_string_free (shown, TRUE);
  self->details = g_string_free (details, FALSE);
  return GTK_WIDGET (self);
}

/**
 * nw_article_fault_get_heading:
 * @self: the page
 *
 * Returns: (transfer none): its heading, which can take the focus
 */
GtkWidget *
nw_article_fault_get_heading (NwArticleFault *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_FAULT (self), NULL);

  return self->heading;
}
