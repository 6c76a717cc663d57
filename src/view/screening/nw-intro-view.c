/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The opening of a screening: what it is for, and what becomes of the answers. */

#include "config.h"

#include "view/screening/nw-intro-view.h"

#include <glib/gi18n.h>

#include "view/screening/nw-form-about.h"
#include "view/screening/nw-heading.h"
#include "view/screening/nw-words.h"

struct _NwIntroView
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *title_slot;
  GtkWidget *description;
  GtkWidget *points;
};

G_DEFINE_FINAL_TYPE (NwIntroView, nw_intro_view, GTK_TYPE_WIDGET)

static void
nw_intro_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_INTRO_VIEW);

  G_OBJECT_CLASS (nw_intro_view_parent_class)->dispose (object);
}

static void
nw_intro_view_class_init (NwIntroViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_intro_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-intro-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NwIntroView, box);
  gtk_widget_class_bind_template_child (widget_class, NwIntroView, title_slot);
  gtk_widget_class_bind_template_child (widget_class, NwIntroView, description);
  gtk_widget_class_bind_template_child (widget_class, NwIntroView, points);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_intro_view_init (NwIntroView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nw_intro_view_new:
 * @screening: a screening
 *
 * Returns: (transfer floating): its opening
 */
GtkWidget *
nw_intro_view_new (NwScreening *screening)
{
  g_autoptr (GPtrArray) opening = NULL;
  NwQuestionnaire *questionnaire;
  const char *description;
  const char *title;
  NwIntroView *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  self = g_object_new (NW_TYPE_INTRO_VIEW, NULL);
  questionnaire = nw_screening_get_questionnaire (screening);
  title = nw_questionnaire_get_title (questionnaire);
  gtk_box_append (GTK_BOX (self->title_slot),
                  nw_heading_new (title != NULL ? title : _("Questions"), "nw-title"));
  description = nw_questionnaire_get_description (questionnaire);
  gtk_label_set_text (GTK_LABEL (self->description), description != NULL ? description : "");
  gtk_widget_set_visible (self->description, description != NULL);

  opening = nw_screening_get_opening (screening);
  for (guint i = 0; i < opening->len; i++)
    {
      const char *text = nw_item_get_text (g_ptr_array_index (opening, i),
                                           nw_screening_get_language (screening));

      if (text != NULL)
        gtk_box_append (GTK_BOX (self->points), nw_words_new (text, "nw-body"));
    }
  gtk_widget_set_visible (self->points, opening->len > 0);
  if (nw_screening_get_source (screening) != NULL)
    gtk_box_insert_child_after (GTK_BOX (self->box), nw_form_about_new (screening), self->points);

  return GTK_WIDGET (self);
}

/**
 * nw_intro_view_set_offer:
 * @self: an opening
 * @offer: (nullable) (transfer floating): what can be gone on with
 *
 * Shows something right below the title.
 */
void
nw_intro_view_set_offer (NwIntroView *self,
                         GtkWidget   *offer)
{
  g_return_if_fail (NW_IS_INTRO_VIEW (self));

  if (offer != NULL)
    gtk_box_insert_child_after (GTK_BOX (self->box), offer, self->title_slot);
}
