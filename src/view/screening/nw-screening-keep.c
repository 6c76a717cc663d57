/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving on the page Screen: continuing later, the offer to go on, and what the rest of the program is told. */

#include "config.h"

#include <glib/gi18n.h>

#include "model/screening/nw-advice.h"
#include "view/screening/nw-screening-page-private.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-note.h"

/* What keeps the answers to the form that is shown. */
static NwDraftKeeper *
get_keeper (NwScreeningPage *self)
{
  return self->screening == self->ours ? self->draft_keeper : self->form_keeper;
}

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

static GtkWidget *
new_card (const char *notice)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "nw-card");
  if (notice != NULL)
    gtk_box_append (GTK_BOX (card), nw_words_new (notice, "nw-body"));
  return card;
}

/* The way to go on with the form that is shown. */
static GtkWidget *
new_offer_to_go_on (NwScreeningPage *self)
{
  NwDraftKeeper *keeper = get_keeper (self);
  NwQuestionnaire *form = nw_screening_get_questionnaire (self->screening);
  const char *notice = nw_draft_keeper_get_notice (keeper);
  gboolean waiting = nw_draft_keeper_is_waiting_for (keeper, form);
  GtkWidget *card;

  /* What is said of answers to another form stands with the way to it. */
  if (!waiting && (notice == NULL || nw_draft_keeper_is_waiting (keeper)))
    return NULL;
  card = new_card (notice);
  if (waiting)
    {
      g_autofree char *age = nw_draft_keeper_dup_age (keeper);
      /* Translators: %s is for example “2 hours ago” or “on 21 March 2026” */
      g_autofree char *text = g_strdup_printf (_("You saved answers %s."), age);

      gtk_box_append (GTK_BOX (card), nw_words_new (text, "nw-subheading"));
      gtk_box_append (GTK_BOX (card), new_button (_("Continue Where You Left Off"),
                                                  "screening.resume"));
    }
  if (nw_draft_keeper_has_draft (keeper))
    gtk_box_append (GTK_BOX (card), new_button (_("Delete the Saved Answers"),
                                                "screening.delete-draft"));
  if (waiting && !nw_draft_keeper_get_read_only (keeper))
    gtk_box_append (GTK_BOX (card),
                    nw_words_new (_("If you begin anew and save again, the new answers take "
                                    "their place."),
                                  "nw-caption"));
  return card;
}

static char *
dup_title (NwDraftKeeper *form_keeper)
{
  return nw_screening_forms_dup_title (nw_draft_keeper_get_form (form_keeper),
                                       nw_draft_keeper_get_source (form_keeper));
}

/* The way from our questions to a form of somebody else’s. */
static GtkWidget *
new_offer_of_form (NwScreeningPage *self)
{
  NwDraftKeeper *keeper = self->form_keeper;
  const char *notice = nw_draft_keeper_get_notice (keeper);
  gboolean waiting = nw_draft_keeper_is_waiting (keeper);
  GtkWidget *card;

  if (!waiting && notice == NULL)
    return NULL;
  card = new_card (notice);
  if (waiting)
    {
      g_autofree char *title = dup_title (keeper);
      g_autofree char *age = nw_draft_keeper_dup_age (keeper);
      g_autofree char *text =
        /* Translators: the first is a form’s title, the second for example
         * “2 hours ago” or “on 21 March 2026” */
        g_strdup_printf (_("You saved answers to “%1$s” %2$s."), title, age);

      gtk_box_append (GTK_BOX (card), nw_words_new (text, "nw-subheading"));
      gtk_box_append (GTK_BOX (card), nw_words_new (_("That form is not from Needlewise."),
                                                    "nw-caption"));
      gtk_box_append (GTK_BOX (card), new_button (_("Continue With That Form"),
                                                  "screening.resume-form"));
    }
  if (nw_draft_keeper_has_draft (keeper))
    gtk_box_append (GTK_BOX (card), new_button (_("Delete the Answers to It"),
                                                "screening.delete-form-draft"));
  return card;
}

/**
 * nw_screening_keep_new_offer: (skip)
 * @self: a page at the opening of a form
 *
 * Returns: (transfer floating) (nullable): the ways to go on with saved answers,
 *   or what is wrong with them
 */
GtkWidget *
nw_screening_keep_new_offer (NwScreeningPage *self)
{
  GtkWidget *offers[2] = { NULL, NULL };
  GtkWidget *box;

  if (get_keeper (self) != NULL)
    offers[0] = new_offer_to_go_on (self);
  if (self->screening == self->ours && self->form_keeper != NULL)
    offers[1] = new_offer_of_form (self);
  if (offers[0] == NULL || offers[1] == NULL)
    return offers[0] != NULL ? offers[0] : offers[1];

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
    gtk_box_append (GTK_BOX (box), offers[i]);
  return box;
}

/**
 * nw_screening_keep_resume: (skip)
 * @self: a page
 * @screening: a walk through the form that answers are kept to
 *
 * Takes the saved answers, or says why not.
 *
 * Returns: whether they are there
 */
gboolean
nw_screening_keep_resume (NwScreeningPage *self,
                          NwScreening     *screening)
{
  NwDraftKeeper *keeper = screening == self->ours ? self->draft_keeper : self->form_keeper;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean other_version;

  if (!nw_draft_keeper_resume (keeper, &other_version, &error))
    /* Translators: %s says which file and what is wrong */
    text = g_strdup_printf (_("The saved answers can’t be read: %s"), error->message);
  else if (other_version)
    text = g_strdup (_("The questions have changed since. The answers that still fit are "
                       "here; please look over them all."));
  if (text != NULL)
    nw_note_show (GTK_WIDGET (self), text, NULL, NULL);
  return error == NULL;
}

static void
resume_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);
  NwDraftKeeper *keeper = get_keeper (self);

  if (keeper != NULL
      && nw_draft_keeper_is_waiting_for (keeper, nw_screening_get_questionnaire (self->screening)))
    nw_screening_keep_resume (self, self->screening);
}

static void
delete_draft (NwScreeningPage *self,
              NwDraftKeeper   *keeper)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (keeper == NULL)
    return;
  if (nw_draft_keeper_remove (keeper, &error))
    text = g_strdup (_("The saved answers are deleted."));
  else
    /* Translators: %s says which file and what is wrong */
    text = g_strdup_printf (_("The saved answers could not be deleted: %s"), error->message);
  nw_screening_page_show_step (self);
  nw_note_show (GTK_WIDGET (self), text, NULL, NULL);
}

static void
delete_draft_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  delete_draft (NW_SCREENING_PAGE (widget), get_keeper (NW_SCREENING_PAGE (widget)));
}

static void
delete_form_draft_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  delete_draft (NW_SCREENING_PAGE (widget), NW_SCREENING_PAGE (widget)->form_keeper);
}

/* Saving */

static void
save_now (NwScreeningPage *self)
{
  self->save_asked = TRUE;
  nw_draft_keeper_save (get_keeper (self));
}

static void
save_in_place_of_others (NwScreeningPage *self)
{
  save_now (self);
  nw_screening_page_focus_heading (self);
}

/**
 * nw_screening_keep_save: (skip)
 * @self: a page
 *
 * Saves the answers to the form that is shown, and says so when it is done.
 * Where answers to another form would go, it asks first.
 */
void
nw_screening_keep_save (NwScreeningPage *self)
{
  NwDraftKeeper *keeper = get_keeper (self);
  g_autofree char *title = NULL;
  g_autofree char *age = NULL;
  g_autofree char *text = NULL;

  if (keeper == NULL)
    return;
  if (!nw_draft_keeper_is_waiting (keeper) || nw_draft_keeper_get_read_only (keeper)
      || nw_draft_keeper_is_waiting_for (keeper, nw_screening_get_questionnaire (self->screening)))
    {
      save_now (self);
      return;
    }

  title = dup_title (keeper);
  age = nw_draft_keeper_dup_age (keeper);
  /* Translators: the first is a form’s title, the second for example “2 hours
   * ago” or “on 21 March 2026” */
  text = g_strdup_printf (_("Answers to one form can be kept at a time. Saving these deletes those "
                            "to “%1$s” that you saved %2$s."),
                          title, age);
  nw_screening_confirm_ask (self, text, _("Keep Those"), _("Save These"), save_in_place_of_others);
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

/**
 * nw_screening_keep_show_problem: (skip)
 * @self: a page
 *
 * Says why the answers that are shown are not on the disk, where they should be.
 */
void
nw_screening_keep_show_problem (NwScreeningPage *self)
{
  NwDraftKeeper *keeper = get_keeper (self);
  g_autofree char *problem = NULL;

  if (keeper != NULL)
    g_object_get (keeper, "problem", &problem, NULL);
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
 * nw_screening_keep_update: (skip)
 * @self: a page
 *
 * Shows whether the answers that are shown can be saved to go on with.
 */
void
nw_screening_keep_update (NwScreeningPage *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), "save-later");
  gboolean can_save = get_keeper (self) != NULL;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), can_save);
  gtk_widget_set_visible (self->save_button, can_save);
}

/* Forgetting */

/* Whether what is kept belongs to what is shown: the form, or a card of it. */
static gboolean
is_shown (NwScreeningPage *self,
          NwDraftKeeper   *keeper)
{
  if (keeper == NULL || !nw_draft_keeper_has_draft (keeper))
    return FALSE;
  if (keeper == get_keeper (self))
    return !nw_draft_keeper_is_waiting (keeper)
           || nw_draft_keeper_is_waiting_for (keeper,
                                              nw_screening_get_questionnaire (self->screening));
  return keeper == self->form_keeper
         && (nw_draft_keeper_is_waiting (keeper) || nw_draft_keeper_get_read_only (keeper))
         && nw_screening_get_step (self->screening) == NW_SCREENING_INTRO;
}

/**
 * nw_screening_keep_has_draft: (skip)
 * @self: a page
 *
 * Returns: whether answers are on the disk that Forget My Answers has to remove
 */
gboolean
nw_screening_keep_has_draft (NwScreeningPage *self)
{
  return is_shown (self, self->draft_keeper) || is_shown (self, self->form_keeper);
}

/**
 * nw_screening_keep_remove: (skip)
 * @self: a page
 * @error: return location for an error
 *
 * Removes what nw_screening_keep_has_draft() tells of.
 *
 * Returns: whether it is gone
 */
gboolean
nw_screening_keep_remove (NwScreeningPage  *self,
                          GError          **error)
{
  NwDraftKeeper *keepers[] = { self->draft_keeper, self->form_keeper };

  for (gsize i = 0; i < G_N_ELEMENTS (keepers); i++)
    if (is_shown (self, keepers[i]) && !nw_draft_keeper_remove (keepers[i], error))
      return FALSE;
  return TRUE;
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
  gtk_widget_class_install_action (widget_class, "screening.delete-form-draft", NULL,
                                   delete_form_draft_cb);
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

static void
watch_keeper (NwScreeningPage *self,
              NwDraftKeeper   *keeper)
{
  g_signal_connect_object (keeper, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "notify::problem", G_CALLBACK (nw_screening_keep_show_problem),
                           self, G_CONNECT_SWAPPED);
}

/**
 * nw_screening_page_set_draft_keepers:
 * @self: a page
 * @keeper: keeps the answers to our questions where a person asks for it
 * @form_keeper: does so with somebody else’s form
 *
 * Offers to save the answers, and to go on with saved ones.
 */
void
nw_screening_page_set_draft_keepers (NwScreeningPage *self,
                                     NwDraftKeeper   *keeper,
                                     NwDraftKeeper   *form_keeper)
{
  g_return_if_fail (NW_IS_SCREENING_PAGE (self));
  g_return_if_fail (NW_IS_DRAFT_KEEPER (keeper));
  g_return_if_fail (NW_IS_DRAFT_KEEPER (form_keeper));

  if (self->ours == NULL || !g_set_object (&self->draft_keeper, keeper))
    return;
  g_set_object (&self->form_keeper, form_keeper);
  nw_draft_keeper_set_screening (keeper, self->ours);
  nw_draft_keeper_set_screening (form_keeper, self->theirs);
  watch_keeper (self, keeper);
  watch_keeper (self, form_keeper);
  nw_screening_page_show_step (self);
}
