/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card for one check: how it stands, what is known, what to do next. */

#include "config.h"

#include "view/plan/nw-plan-card.h"

#include <glib/gi18n.h>

#include "view/plan/nw-plan-format.h"
#include "view/plan/nw-plan-parts.h"
#include "view/widgets/nw-a11y.h"

struct _NwPlanCard
{
  GtkBox            parent_instance;

  GtkWidget        *icon;
  GtkWidget        *title;
  GtkWidget        *state;
  GtkWidget        *state_icon;
  GtkWidget        *state_label;
  GtkWidget        *summary;
  GtkWidget        *button;

  NwPlan           *plan;
  NwCheck           check;
  NwDirectory      *directory;
  NwInsuranceGuide *guide;
};

G_DEFINE_FINAL_TYPE (NwPlanCard, nw_plan_card, GTK_TYPE_BOX)

static char *
describe_licence (NwPlanCard *self)
{
  const char *name = nw_plan_get_text (self->plan, NW_PLAN_PRACTITIONER);
  NwCountry *country = nw_directory_find (self->directory,
                                          nw_plan_get_text (self->plan, NW_PLAN_COUNTRY));
  NwLicenceResult result = nw_plan_get_result (self->plan);

  if (result != NW_LICENCE_NONE && *name != '\0')
    /* Translators: first a person’s name, then for example “Found, and active” */
    return g_strdup_printf (_("%1$s: %2$s"), name, nw_plan_format_result (result));
  if (result != NW_LICENCE_NONE)
    return g_strdup (nw_plan_format_result (result));
  if (country != NULL)
    /* Translators: %s is a country’s name */
    return g_strdup_printf (_("%s: see who to check with, then look the practitioner up."),
                            nw_country_get_name (country));
  return g_strdup (_("Is the practitioner on a register? See where to look in your country."));
}

static char *
describe_insurance (NwPlanCard *self)
{
  guint n = nw_plan_count_answers (self->plan);
  guint all = nw_insurance_guide_get_script (self->guide)->len;
  const char *spoke_to = nw_plan_get_text (self->plan, NW_PLAN_SPOKE_TO);
  g_autofree char *count = NULL;

  if (n == 0)
    return g_strdup (_("Does your policy pay for this? One call tells. The questions are ready."));

  count = g_strdup_printf (ngettext ("%1$u of %2$u question answered",
                                     "%1$u of %2$u questions answered", all), n, all);
  if (*spoke_to == '\0')
    return g_steal_pointer (&count);
  /* Translators: first “4 of 10 questions answered”, then whom the person spoke to */
  return g_strdup_printf (_("%1$s, by %2$s"), count, spoke_to);
}

static const char *
get_button_label (NwPlanCard *self)
{
  gboolean done = nw_plan_get_state (self->plan, self->check) == NW_CHECK_DONE;

  if (self->check == NW_CHECK_LICENCE)
    return done ? _("See the Licence") : _("Check the Licence");
  return done ? _("See the Answers") : _("Go Through the Call");
}

static void
refresh (NwPlanCard *self)
{
  g_autofree char *state = nw_plan_format_state (self->plan, self->check);
  g_autofree char *summary = self->check == NW_CHECK_LICENCE ? describe_licence (self)
                                                             : describe_insurance (self);
  const char *title = gtk_label_get_text (GTK_LABEL (self->title));
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (self->state_label), state);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon),
                                nw_plan_format_state_icon (self->plan, self->check));
  nw_plan_parts_set_class (self->state, "state-",
                           nw_plan_format_state_class (self->plan, self->check));
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_button_set_label (GTK_BUTTON (self->button), get_button_label (self));
  nw_a11y_set_name (self->button, get_button_label (self));
  /* Translators: first “Licence” or “Insurance”, then how it stands */
  name = g_strdup_printf (_("%1$s: %2$s"), title, state);
  nw_a11y_set_name (GTK_WIDGET (self), name);
}

static void
nw_plan_card_dispose (GObject *object)
{
  NwPlanCard *self = NW_PLAN_CARD (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->directory);
  g_clear_object (&self->guide);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_CARD);

  G_OBJECT_CLASS (nw_plan_card_parent_class)->dispose (object);
}

static void
nw_plan_card_class_init (NwPlanCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_card_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-card.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanCard, icon);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCard, title);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCard, state);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCard, state_icon);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCard, state_label);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCard, summary);
  gtk_widget_class_bind_template_child (widget_class, NwPlanCard, button);
}

static void
nw_plan_card_init (NwPlanCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nw_plan_card_set_up:
 * @self: a card
 * @plan: a plan
 * @check: which check the card is for
 * @directory: the directory of registers
 * @guide: the questions for the insurer
 *
 * Ties the card to a check. Once only.
 */
void
nw_plan_card_set_up (NwPlanCard       *self,
                     NwPlan           *plan,
                     NwCheck           check,
                     NwDirectory      *directory,
                     NwInsuranceGuide *guide)
{
  gboolean licence = check == NW_CHECK_LICENCE;

  g_return_if_fail (NW_IS_PLAN_CARD (self));
  g_return_if_fail (NW_IS_PLAN (plan));
  g_return_if_fail (self->plan == NULL);

  self->plan = g_object_ref (plan);
  self->check = check;
  self->directory = g_object_ref (directory);
  self->guide = g_object_ref (guide);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon),
                                licence ? "nw-licence-symbolic" : "nw-insurance-symbolic");
  gtk_label_set_text (GTK_LABEL (self->title), licence ? _("Licence") : _("Insurance"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (self->button),
                                           licence ? "page.show('licence')"
                                                   : "page.show('insurance')");
  refresh (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

/**
 * nw_plan_card_set_suggested:
 * @self: a card
 * @suggested: whether this is what to do next
 *
 * Makes the card’s button the one that stands out.
 */
void
nw_plan_card_set_suggested (NwPlanCard *self,
                            gboolean    suggested)
{
  g_return_if_fail (NW_IS_PLAN_CARD (self));

  if (suggested)
    gtk_widget_add_css_class (self->button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->button, "suggested-action");
}

/**
 * nw_plan_card_get_button:
 * @self: a card
 *
 * Returns: (transfer none): the button that leads on
 */
GtkWidget *
nw_plan_card_get_button (NwPlanCard *self)
{
  g_return_val_if_fail (NW_IS_PLAN_CARD (self), NULL);

  return self->button;
}
