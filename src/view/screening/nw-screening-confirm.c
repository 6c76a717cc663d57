/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page Screen asks before something goes for good, and forgetting the answers. */

#include "config.h"

#include "view/screening/nw-screening-page-private.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-note.h"

/**
 * nw_screening_confirm_show: (skip)
 * @self: a page
 * @show: whether the question of the strip stands in place of the ways on
 *
 * Shows or hides the strip; the focus stays where it is.
 */
void
nw_screening_confirm_show (NwScreeningPage *self,
                           gboolean         show)
{
  gtk_widget_set_visible (self->confirm, show);
  gtk_widget_set_visible (self->buttons, !show && !self->alone);
}

/**
 * nw_screening_confirm_ask: (skip)
 * @self: a page
 * @text: what would happen
 * @keep_label: the way back, a verb
 * @confirm_label: the way on, a verb
 * @confirmed: what is done where the person goes on
 *
 * Asks in place of the ways on, so that nothing is covered, and takes the focus
 * there.
 */
void
nw_screening_confirm_ask (NwScreeningPage  *self,
                          const char       *text,
                          const char       *keep_label,
                          const char       *confirm_label,
                          void            (*confirmed) (NwScreeningPage *self))
{
  self->confirmed = confirmed;
  gtk_label_set_text (GTK_LABEL (self->confirm_text), text);
  nw_a11y_set_name (self->confirm, text);
  gtk_button_set_label (GTK_BUTTON (self->keep_button), keep_label);
  gtk_button_set_label (GTK_BUTTON (self->confirm_button), confirm_label);
  nw_screening_confirm_show (self, TRUE);
  gtk_widget_grab_focus (self->confirm);
}

/**
 * nw_screening_confirm_keep: (skip)
 * @self: a page
 *
 * Takes the question back, where one is asked: everything stays.
 */
void
nw_screening_confirm_keep (NwScreeningPage *self)
{
  if (!gtk_widget_get_visible (self->confirm))
    return;
  nw_screening_confirm_show (self, FALSE);
  nw_screening_page_focus_heading (self);
}

static void
keep_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nw_screening_confirm_keep (NW_SCREENING_PAGE (widget));
}

static void
confirm_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);

  if (gtk_widget_get_visible (self->confirm))
    {
      nw_screening_confirm_show (self, FALSE);
      self->confirmed (self);
    }
}

/* Forgetting */

static void
forget_now (NwScreeningPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  /* First the disk: forgetting leads to the opening, where more is shown. */
  if (nw_screening_keep_remove (self, &error))
    text = g_strdup (_("Your answers are forgotten."));
  else
    /* Translators: %s says which file and what is wrong */
    text = g_strdup_printf (_("The saved answers could not be deleted: %s"), error->message);
  nw_screening_forget (self->screening);
  nw_screening_page_show_step (self);
  nw_note_show (GTK_WIDGET (self), text, NULL, NULL);
}

static char *
describe_forgetting (NwScreeningPage *self)
{
  guint n_answers = nw_screening_count_answers (self->screening);
  g_autofree char *text = NULL;

  if (n_answers == 0 && nw_screening_keep_has_draft (self))
    return g_strdup (_("Your saved answers go for good. They can’t be brought back."));

  text = g_strdup_printf (ngettext ("Your %u answer goes for good. It can’t be brought back.",
                                    "Your %u answers go for good. They can’t be brought back.",
                                    n_answers),
                          n_answers);
  if (!nw_screening_keep_has_draft (self))
    return g_steal_pointer (&text);
  return g_strconcat (text, " ", _("What is saved on this computer goes, too."), NULL);
}

/* Unlike starting again, this cannot be undone, and so it asks. */
static void
forget_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);
  g_autofree char *text = NULL;

  if (nw_screening_count_answers (self->screening) == 0
      && !nw_screening_can_undo (self->screening) && !nw_screening_keep_has_draft (self))
    {
      nw_note_show (widget, _("There are no answers to forget."), NULL, NULL);
      return;
    }

  text = describe_forgetting (self);
  nw_screening_confirm_ask (self, text, _("Keep Them"), _("Forget Them"), forget_now);
}

/**
 * nw_screening_confirm_install: (skip)
 * @widget_class: the page’s class
 *
 * Adds the actions of this file to the page.
 */
void
nw_screening_confirm_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "screening.forget", NULL, forget_cb);
  gtk_widget_class_install_action (widget_class, "screening.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "screening.keep", NULL, keep_cb);
}
