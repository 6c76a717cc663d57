/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody else’s form on the page Screen: opening it, whose it is, and the way back to our questions. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/screening/nw-form-file.h"
#include "view/screening/nw-form-fault.h"
#include "view/screening/nw-screening-page-private.h"
#include "view/widgets/nw-note.h"

/* The language tag of the desktop, for forms that have translations. */
static char *
dup_language (void)
{
  const char *name = g_get_language_names ()[0];

  return g_str_equal (name, "C") ? g_strdup ("en") : g_strndup (name, strcspn (name, ".@"));
}

/**
 * nw_screening_forms_dup_title: (skip)
 * @form: somebody else’s form
 * @source: the name of the file that it came from
 *
 * Returns: (transfer full): what to call it, as it can stand within a sentence
 *   of ours
 */
char *
nw_screening_forms_dup_title (NwQuestionnaire *form,
                              const char      *source)
{
  const char *title = nw_questionnaire_get_title (form);

  return nw_form_file_dup_line (title != NULL ? title : source);
}

static char *
dup_title (NwScreening *screening)
{
  return nw_screening_forms_dup_title (nw_screening_get_questionnaire (screening),
                                       nw_screening_get_source (screening));
}

static void
set_theirs (NwScreeningPage *self,
            NwScreening     *screening)
{
  g_set_object (&self->theirs, screening);
  if (self->form_keeper != NULL)
    nw_draft_keeper_set_screening (self->form_keeper, screening);
}

static gboolean
has_answers (NwScreening *screening)
{
  return nw_screening_count_answers (screening) > 0 || nw_screening_can_undo (screening);
}

/* Whether the answers to their form can be gone on with when it is closed. Those
 * that led to the end are not kept beyond it. */
static gboolean
is_kept (NwScreeningPage *self)
{
  g_autoptr (GError) error = NULL;

  return self->form_keeper != NULL && nw_draft_keeper_has_draft (self->form_keeper)
         && !nw_draft_keeper_is_waiting (self->form_keeper)
         && nw_screening_get_step (self->theirs) != NW_SCREENING_RESULT
         && nw_draft_keeper_flush (self->form_keeper, &error);
}

/* Opening */

static NwScreening *
new_walk (NwQuestionnaire *form,
          const char      *source)
{
  g_autofree char *language = dup_language ();
  NwScreening *screening = nw_screening_new (form, language);

  nw_screening_set_source (screening, source);
  return screening;
}

static void
show_form (NwScreeningPage *self,
           NwQuestionnaire *form,
           GFile           *file)
{
  g_autofree char *name = nw_form_file_dup_name (file);
  g_autoptr (NwScreening) screening = new_walk (form, name);

  set_theirs (self, screening);
  nw_screening_page_set_screening (self, screening);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (NwScreeningPage) self = NW_SCREENING_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (NwQuestionnaire) form = nw_form_file_load_finish (result, &error);
  g_autoptr (GFile) file = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  file = g_steal_pointer (&self->wanted_file);
  if (form != NULL)
    show_form (self, form, file);
  else
    {
      g_autofree char *name = nw_form_file_dup_name (file);

      nw_screening_page_show_alone (self, nw_form_fault_new (name, error));
    }
}

static void
stop_loading (NwScreeningPage *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
load_wanted (NwScreeningPage *self)
{
  self->loading = g_cancellable_new ();
  nw_form_file_load_async (self->wanted_file, self->loading, loaded_cb, g_object_ref (self));
}

/* Shows another form in place of theirs, whose answers may go with it. */
static void
change_theirs (NwScreeningPage  *self,
               void            (*change) (NwScreeningPage *self))
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  guint n_answers;

  if (self->theirs == NULL || !has_answers (self->theirs) || is_kept (self))
    {
      change (self);
      return;
    }

  n_answers = nw_screening_count_answers (self->theirs);
  title = dup_title (self->theirs);
  /* Translators: the first is how many answers, the second a form’s title */
  text = g_strdup_printf (ngettext ("Opening another form removes your %1$u answer to “%2$s”.",
                                    "Opening another form removes your %1$u answers to “%2$s”.",
                                    n_answers),
                          n_answers, title);
  nw_screening_confirm_ask (self, text, _("Keep Them"), _("Open the Other Form"), change);
}

/**
 * nw_screening_page_open_form:
 * @self: a page
 * @file: a form of somebody else’s
 *
 * Shows a form in place of our questions, which keep their answers. Where
 * another one with answers is open that are not kept, it asks first. A file that
 * is no form brings up a page that says so.
 */
void
nw_screening_page_open_form (NwScreeningPage *self,
                             GFile           *file)
{
  g_return_if_fail (NW_IS_SCREENING_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  /* What is still being read would come under the name of this one. */
  stop_loading (self);
  g_set_object (&self->wanted_file, file);
  change_theirs (self, load_wanted);
}

/* The form as it was when the answers to it were saved. */
static void
resume_now (NwScreeningPage *self)
{
  g_autoptr (NwScreening) screening =
    new_walk (nw_draft_keeper_get_form (self->form_keeper),
              nw_draft_keeper_get_source (self->form_keeper));

  set_theirs (self, screening);
  if (nw_screening_keep_resume (self, screening))
    nw_screening_page_set_screening (self, screening);
  else
    set_theirs (self, NULL);
}

static void
resume_form_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);

  if (self->form_keeper != NULL && nw_draft_keeper_is_waiting (self->form_keeper))
    change_theirs (self, resume_now);
}

/* Whose form it is */

/**
 * nw_screening_forms_update: (skip)
 * @self: a page
 *
 * Says on every page of somebody else’s form that it is not ours; and on ours
 * that theirs is still open.
 */
void
nw_screening_forms_update (NwScreeningPage *self)
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;

  nw_banner_hide (self->form_banner);
  if (self->theirs == NULL)
    return;

  if (self->screening == self->theirs)
    {
      /* Translators: %s is the name of a file */
      text = g_strdup_printf (_("This form is from the file “%s”. It is not from Needlewise, and "
                                "nobody here has checked it."),
                              nw_screening_get_source (self->theirs));
      if (self->ours != NULL)
        nw_banner_add_button (self->form_banner, _("Back to Our Questions"),
                              "screening.our-form");
      nw_banner_show (self->form_banner, "nw-level-tell-symbolic", text);
      return;
    }

  title = dup_title (self->theirs);
  /* Translators: %s is the title of a form */
  text = g_strdup_printf (_("“%s” is still open, with your answers."), title);
  nw_banner_add_button (self->form_banner, _("Go to It"), "screening.their-form");
  nw_banner_add_button (self->form_banner, _("Close It"), "screening.close-form");
  nw_banner_show (self->form_banner, "nw-level-tell-symbolic", text);
}

/* Back to our questions. A form in which nothing was answered is closed by it. */
static void
our_form_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);

  if (self->ours == NULL)
    return;
  if (self->theirs != NULL && !has_answers (self->theirs))
    set_theirs (self, NULL);
  nw_screening_page_set_screening (self, self->ours);
}

static void
their_form_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);

  if (self->theirs != NULL)
    nw_screening_page_set_screening (self, self->theirs);
}

static void
close_with_note (NwScreeningPage *self,
                 const char      *note)
{
  set_theirs (self, NULL);
  nw_screening_page_show_step (self);
  nw_note_show (GTK_WIDGET (self), note, NULL, NULL);
}

static void
close_now (NwScreeningPage *self)
{
  close_with_note (self, _("The form is closed."));
}

static void
close_form_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  guint n_answers;

  if (self->theirs == NULL)
    return;
  if (is_kept (self))
    {
      close_with_note (self, _("The form is closed. Your answers stay saved on this computer."));
      return;
    }

  n_answers = nw_screening_count_answers (self->theirs);
  title = dup_title (self->theirs);
  /* Translators: the first is how many answers, the second a form’s title */
  text = g_strdup_printf (ngettext ("Closing it removes your %1$u answer to “%2$s”.",
                                    "Closing it removes your %1$u answers to “%2$s”.",
                                    n_answers),
                          n_answers, title);
  nw_screening_confirm_ask (self, text, _("Keep Them"), _("Close the Form"), close_now);
}

/**
 * nw_screening_page_forget_form:
 * @self: a page
 *
 * Forgets the answers to somebody else’s form and closes it, without asking. For
 * who deletes everything.
 */
void
nw_screening_page_forget_form (NwScreeningPage *self)
{
  gboolean shown;

  g_return_if_fail (NW_IS_SCREENING_PAGE (self));

  if (self->theirs == NULL)
    return;
  shown = self->screening == self->theirs;
  nw_screening_forget (self->theirs);
  if (self->ours == NULL)
    return;
  set_theirs (self, NULL);
  if (shown)
    nw_screening_page_set_screening (self, self->ours);
  else
    nw_screening_forms_update (self);
}

/* From the page that says what is wrong with a file. */
static void
dismiss_fault_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  if (NW_SCREENING_PAGE (widget)->screening != NULL)
    nw_screening_page_show_step (NW_SCREENING_PAGE (widget));
}

/**
 * nw_screening_forms_install: (skip)
 * @widget_class: the page’s class
 *
 * Adds the actions of this file to the page.
 */
void
nw_screening_forms_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "screening.our-form", NULL, our_form_cb);
  gtk_widget_class_install_action (widget_class, "screening.their-form", NULL, their_form_cb);
  gtk_widget_class_install_action (widget_class, "screening.close-form", NULL, close_form_cb);
  gtk_widget_class_install_action (widget_class, "screening.resume-form", NULL, resume_form_cb);
  gtk_widget_class_install_action (widget_class, "screening.dismiss-fault", NULL,
                                   dismiss_fault_cb);
}

/**
 * nw_screening_forms_clear: (skip)
 * @self: a page that goes
 *
 * Lets go of everything that this file keeps.
 */
void
nw_screening_forms_clear (NwScreeningPage *self)
{
  stop_loading (self);
  g_clear_object (&self->wanted_file);
  g_clear_object (&self->theirs);
  g_clear_object (&self->ours);
}
