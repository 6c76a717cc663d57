/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who to check the licence with, and the record of what was found. */

#include "config.h"

#include "view/plan/nw-plan-licence.h"

#include <glib/gi18n.h>

#include "model/plan/nw-time.h"
#include "view/plan/nw-plan-date-field.h"
#include "view/plan/nw-plan-field.h"
#include "view/plan/nw-plan-format.h"
#include "view/plan/nw-plan-header.h"
#include "view/plan/nw-plan-parts.h"
#include "view/plan/nw-plan-register.h"
#include "view/plan/nw-plan-take-along.h"
#include "view/plan/nw-plan-where.h"
#include "view/widgets/nw-a11y.h"

#define N_RESULTS 4

struct _NwPlanLicence
{
  GtkBox       parent_instance;

  GtkWidget   *header;
  GtkWidget   *where_slot;
  GtkWidget   *where;
  GtkWidget   *who_section;
  GtkWidget   *registers;
  GtkWidget   *advice;
  GtkWidget   *record;
  GtkWidget   *looked_in;
  GtkWidget   *practitioner;
  GtkWidget   *number;
  GtkWidget   *results;
  GtkWidget   *result_none;
  GtkWidget   *result_active;
  GtkWidget   *result_conditions;
  GtkWidget   *result_not_found;
  GtkWidget   *result_advice;
  GtkWidget   *result_advice_title;
  GtkWidget   *result_advice_list;
  GtkWidget   *done_on;
  GtkWidget   *checked_by;
  GtkWidget   *note;

  NwPlan      *plan;
  NwDirectory *directory;
  char        *shown_country;
  char        *shown_region;
  gboolean     refreshing;
};

G_DEFINE_FINAL_TYPE (NwPlanLicence, nw_plan_licence, GTK_TYPE_BOX)

static GtkWidget *
get_result_button (NwPlanLicence   *self,
                   NwLicenceResult  result)
{
  GtkWidget *const buttons[N_RESULTS] = {
    [NW_LICENCE_NONE] = self->result_none,
    [NW_LICENCE_ACTIVE] = self->result_active,
    [NW_LICENCE_CONDITIONS] = self->result_conditions,
    [NW_LICENCE_NOT_FOUND] = self->result_not_found,
  };

  return buttons[result];
}

/* Registers */

static void
register_used_cb (NwPlanLicence  *self,
                  NwPlanRegister *card)
{
  nw_plan_set_text (self->plan, NW_PLAN_REGISTER_ID, nw_plan_register_get_id (card));
  gtk_widget_grab_focus (nw_plan_field_get_entry (NW_PLAN_FIELD (self->practitioner)));
}

static void
build_registers (NwPlanLicence *self)
{
  NwCountry *country = nw_directory_find (self->directory, self->shown_country);
  guint n = country != NULL ? nw_country_get_n_registers (country) : 0;

  nw_plan_parts_clear (self->registers);
  /* What is for the chosen region first, then what is for the whole country. */
  for (int regional = 1; regional >= 0; regional--)
    for (guint i = 0; i < n; i++)
      {
        const NwRegister *entry = nw_country_get_register (country, i);
        GtkWidget *card;

        if ((entry->region != NULL) != regional
            || (regional && g_strcmp0 (entry->region, self->shown_region) != 0))
          continue;

        card = nw_plan_register_new (entry);
        g_signal_connect_object (card, "used", G_CALLBACK (register_used_cb), self,
                                 G_CONNECT_SWAPPED);
        gtk_box_append (GTK_BOX (self->registers), card);
      }
  gtk_widget_set_visible (self->who_section,
                          gtk_widget_get_first_child (self->registers) != NULL);
}

static void
update_registers (NwPlanLicence *self)
{
  const char *country = nw_plan_get_text (self->plan, NW_PLAN_COUNTRY);
  const char *region = nw_plan_get_text (self->plan, NW_PLAN_REGION);

  if (g_strcmp0 (country, self->shown_country) == 0 && g_strcmp0 (region, self->shown_region) == 0)
    return;

  g_free (self->shown_country);
  self->shown_country = g_strdup (country);
  g_free (self->shown_region);
  self->shown_region = g_strdup (region);
  build_registers (self);
}

/* The record */

static void
update_looked_in (NwPlanLicence *self)
{
  NwCountry *country = nw_directory_find (self->directory, self->shown_country);
  const char *id = nw_plan_get_text (self->plan, NW_PLAN_REGISTER_ID);
  const NwRegister *entry = country != NULL ? nw_country_find_register (country, id) : NULL;

  gtk_widget_set_visible (self->looked_in, entry != NULL);
  if (entry != NULL)
    {
      /* Translators: %s is who keeps a register */
      g_autofree char *text = g_strdup_printf (_("Looked up with: %s"), entry->who);

      gtk_label_set_text (GTK_LABEL (self->looked_in), text);
    }
}

static void
fill_result_advice (NwPlanLicence *self,
                    gboolean       not_found)
{
  const char *const for_not_found[] = {
    _("Ask the practitioner for the exact name and number on the licence."),
    _("Look again with another spelling, an earlier name, or the number alone."),
    _("Ask which body they belong to. They may be on another register."),
    _("If it stays unclear, ask the register, and wait with the first needle."),
    NULL,
  };
  const char *const for_conditions[] = {
    _("Read what the conditions are. The register can explain them."),
    _("Ask the practitioner what they mean for your treatment."),
    NULL,
  };
  const char *const *texts = not_found ? for_not_found : for_conditions;

  gtk_label_set_text (GTK_LABEL (self->result_advice_title),
                      not_found ? _("Not found can have many reasons")
                                : _("Conditions can be small or weighty"));
  nw_plan_parts_clear (self->result_advice_list);
  for (gsize i = 0; texts[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->result_advice_list), nw_plan_parts_new_bullet (texts[i]));
}

static void
update_result (NwPlanLicence *self)
{
  NwLicenceResult result = nw_plan_get_result (self->plan);
  gboolean needs_advice = result == NW_LICENCE_NOT_FOUND || result == NW_LICENCE_CONDITIONS;
  const char *done_on = nw_plan_get_done_on (self->plan, NW_CHECK_LICENCE);
  GDate date;
  g_autoptr (GDateTime) now = nw_clock_get_now (nw_plan_get_clock (self->plan));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_result_button (self, result)), TRUE);
  if (needs_advice)
    fill_result_advice (self, result == NW_LICENCE_NOT_FOUND);
  gtk_widget_set_visible (self->result_advice, needs_advice);

  gtk_widget_set_visible (self->done_on, result != NW_LICENCE_NONE);
  nw_plan_date_field_set_date (NW_PLAN_DATE_FIELD (self->done_on),
                               nw_time_parse_date (done_on, now, &date) ? &date : NULL);
}

static void
result_toggled_cb (NwPlanLicence  *self,
                   GtkCheckButton *button)
{
  if (self->refreshing || !gtk_check_button_get_active (button))
    return;

  for (int i = 0; i < N_RESULTS; i++)
    if (get_result_button (self, i) == GTK_WIDGET (button))
      nw_plan_set_result (self->plan, i);
}

static void
date_changed_cb (NwPlanLicence *self)
{
  g_autofree char *text = NULL;
  GDate date;

  if (!nw_plan_date_field_get_date (NW_PLAN_DATE_FIELD (self->done_on), &date)
      || nw_plan_get_result (self->plan) == NW_LICENCE_NONE)
    return;

  text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
  nw_plan_set_done_on (self->plan, NW_CHECK_LICENCE, text);
}

static void
refresh (NwPlanLicence *self)
{
  self->refreshing = TRUE;
  update_registers (self);
  update_looked_in (self);
  update_result (self);
  self->refreshing = FALSE;
}

static void
name_results (NwPlanLicence *self)
{
  for (int i = 0; i < N_RESULTS; i++)
    {
      GtkWidget *button = get_result_button (self, i);
      const char *name = nw_plan_format_result (i);

      gtk_check_button_set_child (GTK_CHECK_BUTTON (button), nw_plan_parts_new_label (name, NULL));
      nw_a11y_set_name (button, name);
    }
  nw_a11y_set_name (self->results, _("What did you find?"));
}

static void
nw_plan_licence_dispose (GObject *object)
{
  NwPlanLicence *self = NW_PLAN_LICENCE (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->directory);
  g_clear_pointer (&self->shown_country, g_free);
  g_clear_pointer (&self->shown_region, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_LICENCE);

  G_OBJECT_CLASS (nw_plan_licence_parent_class)->dispose (object);
}

static void
nw_plan_licence_class_init (NwPlanLicenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_licence_dispose;

  g_type_ensure (NW_TYPE_PLAN_DATE_FIELD);
  g_type_ensure (NW_TYPE_PLAN_FIELD);
  g_type_ensure (NW_TYPE_PLAN_HEADER);
  g_type_ensure (NW_TYPE_PLAN_TAKE_ALONG);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-licence.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, header);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, where_slot);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, who_section);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, registers);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, advice);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, record);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, looked_in);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, practitioner);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, number);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, results);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, result_none);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, result_active);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, result_conditions);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, result_not_found);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, result_advice);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, result_advice_title);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, result_advice_list);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, done_on);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, checked_by);
  gtk_widget_class_bind_template_child (widget_class, NwPlanLicence, note);
  gtk_widget_class_bind_template_callback (widget_class, result_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
}

static void
nw_plan_licence_init (NwPlanLicence *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_results (self);
}

/**
 * nw_plan_licence_new:
 * @plan: a plan
 * @directory: the directory of registers
 *
 * Returns: (transfer floating): the place where the licence is checked
 */
GtkWidget *
nw_plan_licence_new (NwPlan      *plan,
                     NwDirectory *directory)
{
  NwPlanLicence *self;
  const char *const *advice;

  g_return_val_if_fail (NW_IS_PLAN (plan), NULL);
  g_return_val_if_fail (NW_IS_DIRECTORY (directory), NULL);

  self = g_object_new (NW_TYPE_PLAN_LICENCE, NULL);
  self->plan = g_object_ref (plan);
  self->directory = g_object_ref (directory);

  self->where = nw_plan_where_new (plan, directory, TRUE);
  gtk_box_append (GTK_BOX (self->where_slot), self->where);
  advice = nw_directory_get_advice (directory);
  for (gsize i = 0; advice[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->advice), nw_plan_parts_new_bullet (advice[i]));
  nw_plan_date_field_set_clock (NW_PLAN_DATE_FIELD (self->done_on), nw_plan_get_clock (plan));
  nw_plan_field_bind_text (NW_PLAN_FIELD (self->practitioner), plan, NW_PLAN_PRACTITIONER);
  nw_plan_field_bind_text (NW_PLAN_FIELD (self->number), plan, NW_PLAN_NUMBER);
  nw_plan_field_bind_text (NW_PLAN_FIELD (self->checked_by), plan, NW_PLAN_CHECKED_BY);
  nw_plan_field_bind_text (NW_PLAN_FIELD (self->note), plan, NW_PLAN_LICENCE_NOTE);
  refresh (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nw_plan_licence_take_focus:
 * @self: the place
 *
 * Puts the focus on the search for the country, which comes first, or on the
 * heading where one is chosen.
 */
void
nw_plan_licence_take_focus (NwPlanLicence *self)
{
  g_return_if_fail (NW_IS_PLAN_LICENCE (self));

  if (!nw_plan_where_take_focus (NW_PLAN_WHERE (self->where)))
    nw_plan_header_take_focus (NW_PLAN_HEADER (self->header));
}
