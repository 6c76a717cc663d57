/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The result: its level, the advice, the emergency signs, and what comes next. */

#include "config.h"

#include "view/screening/nw-result-view.h"

#include <glib/gi18n.h>

#include "model/screening/nw-advice.h"
#include "model/screening/nw-emergency.h"
#include "view/screening/nw-advice-card.h"
#include "view/screening/nw-heading.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

struct _NwResultView
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *level;
  GtkWidget *level_icon;
  GtkWidget *title_slot;
  GtkWidget *intro;
  GtkWidget *advice;
  GtkWidget *also;
  GtkWidget *also_cards;
  GtkWidget *reading;
  GtkWidget *next_steps;
  GtkWidget *always;
  GtkWidget *always_title;
  GtkWidget *always_lines;
  GtkWidget *emergency;
  GtkWidget *emergency_text;
};

G_DEFINE_FINAL_TYPE (NwResultView, nw_result_view, GTK_TYPE_WIDGET)

static void
show_level (NwResultView   *self,
            NwScreening    *screening,
            NwOutcomeLevel  level)
{
  const char *code = nw_outcome_level_get_code (level);
  g_autofree char *css_class = g_strdup_printf ("level-%s", code);
  g_autofree char *icon_name = g_strdup_printf ("nw-level-%s-symbolic", code);
  g_autofree char *title = nw_advice_dup_title (screening, level);
  g_autofree char *intro = nw_advice_dup_intro (screening, level);
  GtkWidget *heading = nw_heading_new (title != NULL ? title : code, "nw-title");
  /* Translators: said by a screen reader; %s is the level, such as “Ask First” */
  g_autofree char *name = g_strdup_printf (_("Your result: %s"), title != NULL ? title : code);

  nw_a11y_set_name (heading, name);
  nw_a11y_set_description (heading, intro);
  gtk_widget_add_css_class (heading, "nw-level");
  gtk_widget_add_css_class (heading, css_class);
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (self->title_slot), heading);
  gtk_widget_add_css_class (self->level, css_class);
  gtk_widget_add_css_class (self->level_icon, css_class);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->level_icon), icon_name);
  gtk_label_set_text (GTK_LABEL (self->intro), intro != NULL ? intro : "");
  gtk_widget_set_visible (self->intro, intro != NULL);
}

static void
show_advice (GtkWidget *box,
             GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    gtk_box_append (GTK_BOX (box), nw_advice_card_new (g_ptr_array_index (list, i)));
}

/* The section of the article that says more about the level. */
static void
show_reading (NwResultView   *self,
              NwScreening    *screening,
              NwOutcomeLevel  level)
{
  g_autofree char *text = NULL;
  g_autofree char *section = nw_advice_dup_reading (screening, level, &text);
  g_autofree char *place = g_strdup_printf ("read:%s", section);

  if (section == NULL || text == NULL)
    return;
  gtk_button_set_label (GTK_BUTTON (self->reading), text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->reading), "s", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->reading), "win.show-place");
  gtk_widget_set_visible (self->reading, TRUE);
}

static void
show_always (NwResultView *self,
             NwScreening  *screening)
{
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) lines = nw_advice_get_always (screening, &title);

  gtk_widget_set_visible (self->always, lines->len > 0);
  gtk_label_set_text (GTK_LABEL (self->always_title), title != NULL ? title : "");
  for (guint i = 0; i < lines->len; i++)
    {
      const NwAlways *line = g_ptr_array_index (lines, i);

      gtk_box_append (GTK_BOX (self->always_lines),
                      line->bullet ? nw_words_new_bullet (line->text, "nw-body")
                                   : nw_words_new (line->text, "nw-body"));
    }
}

/* Where the number is what is needed, it stands at the top. */
static void
raise_emergency (NwResultView *self)
{
  g_object_ref (self->emergency);
  gtk_box_remove (GTK_BOX (self->always), self->emergency);
  gtk_box_append (GTK_BOX (self->level), self->emergency);
  g_object_unref (self->emergency);
}

/* A form without levels, or one that cannot be worked out: never more than
 * that all is answered. */
static void
show_no_level (NwResultView *self,
               NwScreening  *screening)
{
  NwQuestionnaire *questionnaire = nw_screening_get_questionnaire (screening);

  gtk_box_append (GTK_BOX (self->title_slot),
                  nw_heading_new (_("All Is Answered"), "nw-title"));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->level_icon), "nw-done-symbolic");
  gtk_label_set_text (GTK_LABEL (self->intro),
                      nw_questionnaire_has_outcome (questionnaire)
                        ? _("This form has a part that can’t be worked out here, so no result is "
                            "shown. Please show your answers to those who gave you the form.")
                        : _("This form has no result of its own. Your answers are for those who "
                            "gave you the form."));
}

static void
nw_result_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_RESULT_VIEW);

  G_OBJECT_CLASS (nw_result_view_parent_class)->dispose (object);
}

static void
nw_result_view_class_init (NwResultViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_result_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-result-view.ui");
  gtk_widget_class_bind_template_child (widget_class, NwResultView, box);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, level);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, level_icon);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, title_slot);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, intro);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, advice);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, also);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, also_cards);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, next_steps);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, reading);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, always);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, always_title);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, always_lines);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, emergency);
  gtk_widget_class_bind_template_child (widget_class, NwResultView, emergency_text);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_result_view_init (NwResultView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nw_result_view_new:
 * @screening: a screening that is at its result
 *
 * Returns: (transfer floating): the result
 */
GtkWidget *
nw_result_view_new (NwScreening *screening)
{
  g_autoptr (NwOutcome) outcome = NULL;
  NwResultView *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  self = g_object_new (NW_TYPE_RESULT_VIEW, NULL);
  outcome = nw_response_get_outcome (nw_screening_get_response (screening));
  if (outcome == NULL || outcome->level == NW_OUTCOME_NONE)
    show_no_level (self, screening);
  else
    {
      g_autoptr (GPtrArray) advice = nw_advice_list (screening, outcome->level);
      g_autoptr (GPtrArray) below = nw_advice_list_below (screening, outcome->level);

      show_level (self, screening, outcome->level);
      show_reading (self, screening, outcome->level);
      show_advice (self->advice, advice);
      show_advice (self->also_cards, below);
      gtk_widget_set_visible (self->advice, advice->len > 0);
      gtk_widget_set_visible (self->also, below->len > 0);
      if (outcome->level == NW_OUTCOME_HELP_NOW)
        raise_emergency (self);
      /* Booking, licence and insurance can wait where help cannot. */
      gtk_widget_set_visible (self->next_steps, outcome->level != NW_OUTCOME_HELP_NOW);
    }
  show_always (self, screening);

  return GTK_WIDGET (self);
}

/**
 * nw_result_view_set_plan:
 * @self: a result
 * @plan: (nullable): the preparation, with the country that was chosen
 *
 * Shows the number to call in the reader’s own country, where it is known, and
 * for which country it is.
 */
void
nw_result_view_set_plan (NwResultView *self,
                         NwPlan       *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwDirectory) directory = nw_directory_load (&error);
  NwCountry *country = NULL;

  g_return_if_fail (NW_IS_RESULT_VIEW (self));

  /* The signs that it stands with say “your local emergency number” already. */
  if (directory == NULL)
    g_debug ("No emergency number: %s", error->message);
  else
    country = nw_emergency_find_country (directory, plan, g_get_language_names ()[0]);
  gtk_widget_set_visible (self->emergency, country != NULL);
  if (country != NULL)
    {
      g_autofree char *text = nw_emergency_dup_text (country);

      gtk_label_set_text (GTK_LABEL (self->emergency_text), text);
    }
}
