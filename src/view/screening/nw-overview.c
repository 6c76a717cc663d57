/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far one is, in words; and on request the list of sections, to go back to any of them. */

#include "config.h"

#include "view/screening/nw-overview.h"

#include <glib/gi18n.h>

#include "view/screening/nw-overview-rows.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-line.h"

struct _NwOverview
{
  GtkWidget    parent_instance;

  GtkWidget   *button;
  GtkWidget   *line;
  GtkWidget   *label;
  GtkWidget   *popover;
  GtkWidget   *sections;

  NwScreening *screening;
  char        *text;
};

G_DEFINE_FINAL_TYPE (NwOverview, nw_overview, GTK_TYPE_WIDGET)

/* Short in any language; the name of the section may be long, and stands above
 * the question. */
static char *
dup_count (NwOverview *self)
{
  if (nw_screening_get_step (self->screening) == NW_SCREENING_REVIEW)
    return g_strdup (_("Your Answers"));

  return g_strdup_printf (_("Question %u of %u"),
                          nw_screening_get_page_number (self->screening),
                          nw_screening_get_n_pages (self->screening));
}

static char *
dup_text (NwOverview *self,
          const char *count)
{
  const char *section = nw_screening_get_section (self->screening);

  if (section == NULL || nw_screening_get_step (self->screening) == NW_SCREENING_REVIEW)
    return g_strdup (count);
  /* Translators: how far one is, and the name of the section */
  return g_strdup_printf (_("%s · %s"), count, section);
}

static void
section_clicked_cb (NwOverview *self,
                    gpointer    page)
{
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  nw_screening_show_page (self->screening, page);
}

/* Built before it is opened: it shows what is so then, and the first section
 * can take the focus. */
static void
fill_sections (GtkMenuButton *button,
               gpointer       user_data)
{
  NwOverview *self = NW_OVERVIEW (user_data);
  GtkWidget *rows = nw_overview_rows_new (self->screening);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->sections), rows);
  g_signal_connect_object (rows, "chosen",
                           G_CALLBACK (section_clicked_cb), self, G_CONNECT_SWAPPED);
}

/* What the button has around what it shows. */
static int
measure_around (NwOverview     *self,
                GtkOrientation  orientation)
{
  int button;
  int line;

  gtk_widget_measure (self->button, orientation, -1, NULL, &button, NULL, NULL);
  gtk_widget_measure (self->line, orientation, -1, NULL, &line, NULL, NULL);
  return button - line;
}

/* A GtkMenuButton of GTK 4.18 is as high as what it shows would be in the width that it
 * would like to have, and cuts words that are broken once more. */
static void
nw_overview_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  NwOverview *self = NW_OVERVIEW (widget);
  int width;
  int height;

  gtk_widget_measure (self->button, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0)
    return;
  width = for_size - measure_around (self, GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_measure (self->line, orientation, MAX (0, width), NULL, &height, NULL, NULL);
  height += measure_around (self, GTK_ORIENTATION_VERTICAL);
  *minimum = MAX (*minimum, height);
  *natural = MAX (*natural, height);
}

static void
nw_overview_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  gtk_widget_size_allocate (NW_OVERVIEW (widget)->button,
                            &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static GtkSizeRequestMode
nw_overview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
nw_overview_dispose (GObject *object)
{
  NwOverview *self = NW_OVERVIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_OVERVIEW);
  g_clear_object (&self->screening);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (nw_overview_parent_class)->dispose (object);
}

static void
nw_overview_class_init (NwOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_overview_dispose;
  widget_class->measure = nw_overview_measure;
  widget_class->size_allocate = nw_overview_size_allocate;
  widget_class->get_request_mode = nw_overview_get_request_mode;

  g_type_ensure (NW_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, NwOverview, button);
  gtk_widget_class_bind_template_child (widget_class, NwOverview, line);
  gtk_widget_class_bind_template_child (widget_class, NwOverview, label);
  gtk_widget_class_bind_template_child (widget_class, NwOverview, popover);
  gtk_widget_class_bind_template_child (widget_class, NwOverview, sections);
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
  g_autofree char *count = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (NW_IS_OVERVIEW (self));

  count = dup_count (self);
  gtk_label_set_text (GTK_LABEL (self->label), count);
  g_free (self->text);
  self->text = dup_text (self, count);
  /* Translators: of a button; %s says how far one is, such as “Question 3 of 7” */
  name = g_strdup_printf (_("%s. All sections"), self->text);
  nw_a11y_set_name (self->button, name);
}

/**
 * nw_overview_get_text:
 * @self: an overview
 *
 * Returns: (transfer none) (nullable): how far one is and in which section, in words
 */
const char *
nw_overview_get_text (NwOverview *self)
{
  g_return_val_if_fail (NW_IS_OVERVIEW (self), NULL);

  return self->text;
}
