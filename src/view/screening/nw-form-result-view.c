/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of somebody else’s form: the answers, and what the form itself says of them, in no words or colours of ours. */

#include "config.h"

#include "view/screening/nw-form-result-view.h"

#include <glib/gi18n.h>

#include "model/screening/nw-advice.h"
#include "view/screening/nw-heading.h"
#include "view/screening/nw-review-rows.h"
#include "view/screening/nw-words.h"

struct _NwFormResultView
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *title_slot;
  GtkWidget *intro;
  GtkWidget *outcome;
  GtkWidget *answers;
};

G_DEFINE_FINAL_TYPE (NwFormResultView, nw_form_result_view, GTK_TYPE_WIDGET)

static void
add_words (NwFormResultView *self,
           const char       *text,
           const char       *css_class)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (self->outcome), nw_words_new_lines (text, css_class));
}

static void
add_advice (NwFormResultView *self,
            GPtrArray        *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const NwAdvice *advice = g_ptr_array_index (list, i);

      add_words (self, advice->said, "nw-body");
      add_words (self, advice->why, "nw-body");
      add_words (self, advice->todo, "nw-body");
      add_words (self, advice->say, "nw-body");
    }
}

static void
show_outcome (NwFormResultView *self,
              NwScreening      *screening,
              NwOutcomeLevel    level)
{
  g_autoptr (GPtrArray) advice = nw_advice_list (screening, level);
  g_autoptr (GPtrArray) below = nw_advice_list_below (screening, level);
  g_autofree char *title = nw_advice_dup_title (screening, level);
  g_autofree char *intro = nw_advice_dup_intro (screening, level);

  gtk_widget_set_visible (self->outcome, TRUE);
  add_words (self, title, "nw-lead");
  add_words (self, intro, "nw-body");
  add_advice (self, advice);
  add_advice (self, below);
}

static void
show_answers (NwFormResultView *self,
              NwScreening      *screening)
{
  g_autoptr (NwSummary) summary = nw_summary_new (screening);
  guint n = nw_summary_get_n (summary);

  gtk_box_append (GTK_BOX (self->answers), nw_review_rows_new (summary, 0, n, FALSE));
  gtk_widget_set_visible (self->answers, n > 0);
}

static void
nw_form_result_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_FORM_RESULT_VIEW);

  G_OBJECT_CLASS (nw_form_result_view_parent_class)->dispose (object);
}

static void
nw_form_result_view_class_init (NwFormResultViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_form_result_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-form-result-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NwFormResultView, box);
  gtk_widget_class_bind_template_child (widget_class, NwFormResultView, title_slot);
  gtk_widget_class_bind_template_child (widget_class, NwFormResultView, intro);
  gtk_widget_class_bind_template_child (widget_class, NwFormResultView, outcome);
  gtk_widget_class_bind_template_child (widget_class, NwFormResultView, answers);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_form_result_view_init (NwFormResultView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->title_slot),
                  nw_heading_new (_("The Form Is Filled In"), "nw-title"));
}

/**
 * nw_form_result_view_new:
 * @screening: a walk through somebody else’s form, at its end
 *
 * Returns: (transfer floating): the answers and the form’s own outcome
 */
GtkWidget *
nw_form_result_view_new (NwScreening *screening)
{
  g_autoptr (NwOutcome) outcome = NULL;
  NwFormResultView *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  self = g_object_new (NW_TYPE_FORM_RESULT_VIEW, NULL);
  outcome = nw_response_get_outcome (nw_screening_get_response (screening));
  if (outcome != NULL && outcome->level != NW_OUTCOME_NONE)
    show_outcome (self, screening, outcome->level);
  else if (nw_questionnaire_has_outcome (nw_screening_get_questionnaire (screening)))
    gtk_label_set_text (GTK_LABEL (self->intro),
                        _("This form has a part that can’t be worked out here, so no result is "
                          "shown. Please show your answers to those who gave you the form."));
  show_answers (self, screening);

  return GTK_WIDGET (self);
}
