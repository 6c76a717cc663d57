/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving on the page Screen: continuing later, the offer to go on, and what the rest of the program is told. */

#include "config.h"

#include <glib/gi18n.h>

#include "model/screening/nw-advice.h"
#include "view/screening/nw-screening-page-private.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-note.h"

/* The offer on the first page */

static GtkWidget *
new_button (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "nw-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/**
 * nw_screening_keep_new_offer: (skip)
 * @self: a page at the opening of our questions
 *
 * Returns: (transfer floating) (nullable): the way to go on with saved answers,
 *   or what is wrong with them
 */
GtkWidget *
nw_screening_keep_new_offer (NwScreeningPage *self)
{
  const char *notice;
  GtkWidget *card;

  if (self->draft_keeper == NULL)
    return NULL;
  notice = nw_draft_keeper_get_notice (self->draft_keeper);
  if (!nw_draft_keeper_is_waiting (self->draft_keeper) && notice == NULL)
    return NULL;

  card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (card, "nw-card");
  if (notice != NULL)
    gtk_box_append (GTK_BOX (card), nw_words_new (notice, "nw-body"));
  if (nw_draft_keeper_is_waiting (self->draft_keeper))
    {
      g_autofree char *age = nw_draft_keeper_dup_age (self->draft_keeper);
      /* Translators: %s is for example “2 hours ago” or “on 21 March 2026” */
      g_autofree char *text = g_strdup_printf (_("You saved answers %s."), age);

      gtk_box_append (GTK_BOX (card), nw_words_new (text, "nw-subheading"));
      gtk_box_append (GTK_BOX (card), new_button (_("Continue Where You Left Off"),
                                                  "screening.resume"));
    }
  if (nw_draft_keeper_has_draft (self->draft_keeper))
    gtk_box_append (GTK_BOX (card), new_button (_("Delete the Saved Answers"),
                                                "screening.delete-draft"));
  if (nw_draft_keeper_is_waiting (self->draft_keeper)
      && !nw_draft_keeper_get_read_only (self->draft_keeper))
    gtk_box_append (GTK_BOX (card),
                    nw_words_new (_("If you begin anew and save again, the new answers take "
                                    "their place."),
                                  "nw-caption"));
  return card;
}

static void
resume_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);
  g_autoptr (GError) error = NULL;
  gboolean other_version;

  if (self->draft_keeper == NULL || !nw_draft_keeper_is_waiting (self->draft_keeper))
    return;
  if (!nw_draft_keeper_resume (self->draft_keeper, &other_version, &error))
    {
      g_autofree char *text = NULL;

      /* Translators: %s says which file and what is wrong */
      text = g_strdup_printf (_("The saved answers can’t be read: %s"), error->message);
      nw_note_show (widget, text, NULL, NULL);
    }
  else if (other_version)
    nw_note_show (widget, _("The questions have changed since. The answers that still fit are "
                            "here; please look over them all."),
                  NULL, NULL);
}

static void
delete_draft_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (self->draft_keeper == NULL)
    return;
  if (nw_draft_keeper_remove (self->draft_keeper, &error))
    text = g_strdup (_("The saved answers are deleted."));
  else
    /* Translators: %s says which file and what is wrong */
    text = g_strdup_printf (_("The saved answers could not be deleted: %s"), error->message);
  nw_screening_page_show_step (self);
  nw_note_show (widget, text, NULL, NULL);
}

/* Saving */

/**
 * nw_screening_keep_save: (skip)
 * @self: a page
 *
 * Saves the answers to our questions, and says so when it is done.
 */
void
nw_screening_keep_save (NwScreeningPage *self)
{
  if (self->draft_keeper == NULL || self->screening != self->ours)
    return;
  self->save_asked = TRUE;
  nw_draft_keeper_save (self->draft_keeper);
}

static void
saved_cb (NwScreeningPage *self)
{
  if (!self->save_asked)
    return;
  self->save_asked = FALSE;
  nw_note_show (GTK_WIDGET (self),
                _("Saved on this computer, for you alone. You can close the window; next time, "
                  "this page offers to go on."),
                NULL, NULL);
}

static void
problem_cb (NwScreeningPage *self)
{
  g_autofree char *problem = NULL;

  g_object_get (self->draft_keeper, "problem", &problem, NULL);
  nw_banner_hide (self->problem_banner);
  if (problem == NULL)
    return;
  nw_banner_add_button (self->problem_banner, _("Try Again"), "screening.save-later");
  nw_banner_show (self->problem_banner, "nw-overdue-symbolic", problem);
}

static void
save_later_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  nw_screening_keep_save (NW_SCREENING_PAGE (widget));
}

/**
 * nw_screening_keep_install: (skip)
 * @widget_class: the page’s class
 *
 * Adds the actions of this file to the page.
 */
void
nw_screening_keep_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "screening.resume", NULL, resume_cb);
  gtk_widget_class_install_action (widget_class, "screening.delete-draft", NULL, delete_draft_cb);
  gtk_widget_class_install_action (widget_class, "screening.save-later", NULL, save_later_cb);
}

/* What the plan is told */

static void
add_ids (GPtrArray *ids,
         GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (ids, ((const NwAdvice *) g_ptr_array_index (list, i))->link_id);
}

/**
 * nw_screening_keep_tell: (skip)
 * @self: a page
 *
 * Tells the plan what the result of our own questions advises, so that Prepare
 * can ask about it; and that there is none, where the answers are gone.
 */
void
nw_screening_keep_tell (NwScreeningPage *self)
{
  g_autoptr (NwOutcome) outcome = NULL;
  NwPlan *plan;

  if (self->keeper == NULL || self->ours == NULL || self->screening != self->ours)
    return;
  plan = nw_plan_keeper_get_plan (self->keeper);
  if (nw_screening_count_answers (self->ours) == 0)
    nw_plan_set_told (plan, NULL);
  if (nw_screening_get_step (self->ours) != NW_SCREENING_RESULT)
    return;

  outcome = nw_response_get_outcome (nw_screening_get_response (self->ours));
  if (outcome != NULL)
    {
      g_autoptr (GPtrArray) advice = nw_advice_list (self->ours, outcome->level);
      g_autoptr (GPtrArray) below = nw_advice_list_below (self->ours, outcome->level);
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      add_ids (ids, advice);
      add_ids (ids, below);
      g_ptr_array_add (ids, NULL);
      nw_plan_set_told (plan, (const char * const *) ids->pdata);
    }
}

/**
 * nw_screening_page_set_draft_keeper:
 * @self: a page
 * @keeper: keeps the answers where a person asks for it
 *
 * Offers to save the answers to our questions, and to go on with saved ones.
 */
void
nw_screening_page_set_draft_keeper (NwScreeningPage *self,
                                    NwDraftKeeper   *keeper)
{
  g_return_if_fail (NW_IS_SCREENING_PAGE (self));
  g_return_if_fail (NW_IS_DRAFT_KEEPER (keeper));

  if (self->ours == NULL || !g_set_object (&self->draft_keeper, keeper))
    return;
  nw_draft_keeper_set_screening (keeper, self->ours);
  g_signal_connect_object (keeper, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "notify::problem", G_CALLBACK (problem_cb), self,
                           G_CONNECT_SWAPPED);
  nw_screening_page_show_step (self);
}
