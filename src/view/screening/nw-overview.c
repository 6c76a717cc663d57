/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far one is, in words; and on request the list of sections, to go back to any of them. */

#include "config.h"

#include "view/screening/nw-overview.h"

#include <glib/gi18n.h>

#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

struct _NwOverview
{
  GtkWidget    parent_instance;

  GtkWidget   *button;
  GtkWidget   *label;
  GtkWidget   *popover;
  GtkWidget   *sections;

  NwScreening *screening;
};

G_DEFINE_FINAL_TYPE (NwOverview, nw_overview, GTK_TYPE_WIDGET)

static char *
dup_text (NwOverview *self)
{
  const NwItem *page = nw_screening_get_page (self->screening);
  const char *language = nw_screening_get_language (self->screening);
  const char *section = page != NULL ? nw_item_get_text (page, language) : NULL;
  g_autofree char *count = NULL;

  if (nw_screening_get_step (self->screening) == NW_SCREENING_REVIEW)
    return g_strdup (_("Your Answers"));

  count = g_strdup_printf (_("Question %u of %u"),
                           nw_screening_get_page_number (self->screening),
                           nw_screening_get_n_pages (self->screening));
  if (section == NULL || nw_screening_get_lead (self->screening, page) == page)
    return g_steal_pointer (&count);
  /* Translators: how far one is, and the name of the section */
  return g_strdup_printf (_("%s · %s"), count, section);
}

static void
section_clicked_cb (NwOverview *self,
                    GtkWidget  *row)
{
  const NwItem *page = g_object_get_data (G_OBJECT (row), "nw-page");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  nw_screening_show_page (self->screening, page);
}

/* What was not reached yet can be read, but not gone to: nobody misses a
 * question by a slip. */
static gboolean
can_go_to (NwOverview   *self,
           const NwItem *page)
{
  guint n_pages = nw_screening_get_n_pages (self->screening);

  if (nw_screening_get_step (self->screening) == NW_SCREENING_REVIEW
      || nw_screening_is_changing (self->screening))
    return TRUE;

  for (guint i = 0; i < n_pages; i++)
    {
      const NwItem *it = nw_screening_get_nth_page (self->screening, i);
      g_autoptr (GPtrArray) problems = NULL;

      if (it == page)
        return TRUE;
      problems = nw_screening_get_problems (self->screening, it);
      if (problems->len > 0)
        return FALSE;
    }

  return FALSE;
}

static GtkWidget *
make_row (NwOverview   *self,
          const NwItem *page,
          guint         number)
{
  const char *text = nw_item_get_text (page, nw_screening_get_language (self->screening));
  GtkWidget *row = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean current = page == nw_screening_get_page (self->screening)
                     && nw_screening_get_step (self->screening) == NW_SCREENING_QUESTIONS;
  g_autofree char *count = g_strdup_printf ("%u", number);
  GtkWidget *words = nw_words_new (text != NULL ? text : "", current ? "nw-strong" : "nw-section-name");

  gtk_label_set_max_width_chars (GTK_LABEL (words), 32);
  gtk_box_append (GTK_BOX (line), nw_words_new (count, "nw-caption"));
  gtk_box_append (GTK_BOX (line), words);
  gtk_button_set_child (GTK_BUTTON (row), line);
  gtk_button_set_has_frame (GTK_BUTTON (row), FALSE);
  nw_a11y_set_name (row, text != NULL ? text : count);
  gtk_widget_set_sensitive (row, can_go_to (self, page));
  g_object_set_data (G_OBJECT (row), "nw-page", (gpointer) page);
  g_signal_connect_object (row, "clicked",
                           G_CALLBACK (section_clicked_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* Built before it is opened: it shows what is so then, and the first section
 * can take the focus. */
static void
fill_sections (GtkMenuButton *button,
               gpointer       user_data)
{
  NwOverview *self = NW_OVERVIEW (user_data);
  GtkWidget *child;
  guint n_pages = nw_screening_get_n_pages (self->screening);

  while ((child = gtk_widget_get_first_child (self->sections)) != NULL)
    gtk_box_remove (GTK_BOX (self->sections), child);
  for (guint i = 0; i < n_pages; i++)
    gtk_box_append (GTK_BOX (self->sections),
                    make_row (self, nw_screening_get_nth_page (self->screening, i), i + 1));
}

static void
nw_overview_dispose (GObject *object)
{
  NwOverview *self = NW_OVERVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_OVERVIEW);
  g_clear_object (&self->screening);

  G_OBJECT_CLASS (nw_overview_parent_class)->dispose (object);
}

static void
nw_overview_class_init (NwOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_overview_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, NwOverview, button);
  gtk_widget_class_bind_template_child (widget_class, NwOverview, label);
  gtk_widget_class_bind_template_child (widget_class, NwOverview, popover);
  gtk_widget_class_bind_template_child (widget_class, NwOverview, sections);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_overview_init (NwOverview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), fill_sections, self, NULL);
}

/**
 * nw_overview_set_screening:
 * @self: an overview
 * @screening: what it is to tell of
 *
 * Sets the screening.
 */
void
nw_overview_set_screening (NwOverview  *self,
                           NwScreening *screening)
{
  g_return_if_fail (NW_IS_OVERVIEW (self));

  g_set_object (&self->screening, screening);
}

/**
 * nw_overview_update:
 * @self: an overview
 *
 * Shows how far one is now.
 */
void
nw_overview_update (NwOverview *self)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (NW_IS_OVERVIEW (self));

  text = dup_text (self);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  /* Translators: of a button; %s says how far one is, such as “Question 3 of 7” */
  name = g_strdup_printf (_("%s. All sections"), text);
  nw_a11y_set_name (self->button, name);
}

/**
 * nw_overview_get_text:
 * @self: an overview
 *
 * Returns: (transfer none): how far one is, in words
 */
const char *
nw_overview_get_text (NwOverview *self)
{
  g_return_val_if_fail (NW_IS_OVERVIEW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}
