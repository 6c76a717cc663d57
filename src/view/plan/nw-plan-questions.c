/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to ask the practitioner: to tick, to add to and to copy. */

#include "config.h"

#include "view/plan/nw-plan-questions.h"

#include <string.h>

#include <glib/gi18n.h>

#include "view/plan/nw-plan-header.h"
#include "view/plan/nw-plan-parts.h"
#include "view/plan/nw-plan-take-along.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-note.h"

struct _NwPlanQuestions
{
  GtkBox            parent_instance;

  GtkWidget        *header;
  GtkWidget        *questions;
  GtkWidget        *entry;
  GtkWidget        *add_button;
  GtkWidget        *warning;
  GtkWidget        *four;

  NwPlan           *plan;
  NwInsuranceGuide *guide;
  /* The check buttons by the questions’ ids. */
  GHashTable       *checks;
  /* The ids that are shown, to build the list anew only when it changes. */
  char             *shown;
};

G_DEFINE_FINAL_TYPE (NwPlanQuestions, nw_plan_questions, GTK_TYPE_BOX)

static void
check_toggled_cb (NwPlanQuestions *self,
                  GtkCheckButton  *check)
{
  nw_plan_set_ticked (self->plan, g_object_get_data (G_OBJECT (check), "nw-id"),
                      gtk_check_button_get_active (check));
}

static void
remove_clicked_cb (NwPlanQuestions *self,
                   GtkWidget       *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "nw-id"));

  gtk_widget_grab_focus (self->entry);
  nw_plan_remove_own_question (self->plan, id);
  nw_note_show (GTK_WIDGET (self), _("The question is removed."), _("Undo"), "page.undo");
}

static GtkWidget *
create_check (NwPlanQuestions *self,
              const char      *id,
              const char      *text,
              const char      *why)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), nw_plan_parts_new_label (text, "nw-body"));
  if (why != NULL)
    gtk_box_append (GTK_BOX (box), nw_plan_parts_new_label (why, "nw-caption"));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), nw_plan_get_ticked (self->plan, id));
  /* The box to tick stands beside the question, not beside its middle. */
  gtk_widget_set_valign (gtk_widget_get_first_child (check), GTK_ALIGN_START);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_widget_add_css_class (check, "nw-plan-check");
  nw_a11y_set_name (check, text);
  nw_a11y_set_description (check, why);
  g_object_set_data_full (G_OBJECT (check), "nw-id", g_strdup (id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (check_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->checks, g_strdup (id), check);
  return check;
}

static void
add_own_question (NwPlanQuestions *self,
                  guint            index)
{
  const char *id;
  const char *text = nw_plan_get_own_question (self->plan, index, &id);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("nw-remove-symbolic");
  /* Translators: %s is a question that the person has written */
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), text);

  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, _("Remove this question"));
  nw_a11y_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "nw-id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self,
                           G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (row), create_check (self, id, text, NULL));
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (self->questions), row);
}

static char *
dup_shown_ids (NwPlanQuestions *self)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < nw_plan_get_n_own_questions (self->plan); i++)
    {
      const char *id;

      nw_plan_get_own_question (self->plan, i, &id);
      g_string_append_printf (ids, "%s ", id);
    }
  return g_string_free (ids, FALSE);
}

static void
build (NwPlanQuestions *self)
{
  GPtrArray *questions = nw_insurance_guide_get_practitioner (self->guide);

  g_hash_table_remove_all (self->checks);
  nw_plan_parts_clear (self->questions);
  for (guint i = 0; i < questions->len; i++)
    {
      const NwGuideQuestion *question = g_ptr_array_index (questions, i);

      gtk_box_append (GTK_BOX (self->questions),
                      create_check (self, question->id, question->question, question->hint));
    }
  for (guint i = 0; i < nw_plan_get_n_own_questions (self->plan); i++)
    add_own_question (self, i);
}

static void
refresh (NwPlanQuestions *self)
{
  g_autofree char *ids = dup_shown_ids (self);
  GHashTableIter iter;
  gpointer id;
  gpointer check;

  if (g_strcmp0 (ids, self->shown) != 0)
    {
      g_free (self->shown);
      self->shown = g_steal_pointer (&ids);
      build (self);
      return;
    }

  g_hash_table_iter_init (&iter, self->checks);
  while (g_hash_table_iter_next (&iter, &id, &check))
    gtk_check_button_set_active (check, nw_plan_get_ticked (self->plan, id));
}

static void
add_clicked_cb (NwPlanQuestions *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (*g_strstrip (text) == '\0')
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  nw_plan_add_own_question (self->plan, text);
  gtk_widget_grab_focus (self->entry);
  nw_note_show (GTK_WIDGET (self), _("The question is added."), _("Undo"), "page.undo");
}

static void
entry_changed_cb (NwPlanQuestions *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  gtk_widget_set_sensitive (self->add_button, strspn (text, " \t") < strlen (text));
}

static void
nw_plan_questions_dispose (GObject *object)
{
  NwPlanQuestions *self = NW_PLAN_QUESTIONS (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->guide);
  g_clear_pointer (&self->checks, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_QUESTIONS);

  G_OBJECT_CLASS (nw_plan_questions_parent_class)->dispose (object);
}

static void
nw_plan_questions_class_init (NwPlanQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_questions_dispose;

  g_type_ensure (NW_TYPE_PLAN_HEADER);
  g_type_ensure (NW_TYPE_PLAN_TAKE_ALONG);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanQuestions, header);
  gtk_widget_class_bind_template_child (widget_class, NwPlanQuestions, questions);
  gtk_widget_class_bind_template_child (widget_class, NwPlanQuestions, entry);
  gtk_widget_class_bind_template_child (widget_class, NwPlanQuestions, add_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanQuestions, warning);
  gtk_widget_class_bind_template_child (widget_class, NwPlanQuestions, four);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
}

static void
nw_plan_questions_init (NwPlanQuestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->checks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  nw_a11y_set_name (self->questions, _("Questions"));
  nw_a11y_set_name (self->entry, _("Your own question"));
  nw_a11y_set_name (self->add_button, _("Add"));
}

/**
 * nw_plan_questions_new:
 * @plan: a plan
 * @guide: the questions
 *
 * Returns: (transfer floating): the place where questions are chosen
 */
GtkWidget *
nw_plan_questions_new (NwPlan           *plan,
                       NwInsuranceGuide *guide)
{
  NwPlanQuestions *self;
  GPtrArray *four;

  g_return_val_if_fail (NW_IS_PLAN (plan), NULL);
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (guide), NULL);

  self = g_object_new (NW_TYPE_PLAN_QUESTIONS, NULL);
  self->plan = g_object_ref (plan);
  self->guide = g_object_ref (guide);
  gtk_label_set_text (GTK_LABEL (self->warning), nw_insurance_guide_get_warning (guide));
  four = nw_insurance_guide_get_four (guide);
  for (guint i = 0; i < four->len; i++)
    {
      const NwGuideQuestion *question = g_ptr_array_index (four, i);

      gtk_box_append (GTK_BOX (self->four), nw_plan_parts_new_bullet (question->question));
    }
  refresh (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nw_plan_questions_take_focus:
 * @self: the place
 *
 * Puts the focus on the heading.
 */
void
nw_plan_questions_take_focus (NwPlanQuestions *self)
{
  g_return_if_fail (NW_IS_PLAN_QUESTIONS (self));

  nw_plan_header_take_focus (NW_PLAN_HEADER (self->header));
}
