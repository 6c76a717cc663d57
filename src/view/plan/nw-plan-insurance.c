/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The call to the insurer as a script, with a place for each answer. */

#include "config.h"

#include "view/plan/nw-plan-insurance.h"

#include <glib/gi18n.h>

#include "model/plan/nw-time.h"
#include "view/plan/nw-plan-call.h"
#include "view/plan/nw-plan-date-field.h"
#include "view/plan/nw-plan-field.h"
#include "view/plan/nw-plan-format.h"
#include "view/plan/nw-plan-header.h"
#include "view/plan/nw-plan-parts.h"
#include "view/plan/nw-plan-take-along.h"
#include "view/plan/nw-plan-where.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-tiles.h"

/* “Last checked on 22 November 2026”, or the site, on one line. */
#define CHECKED_CHARS 30

struct _NwPlanInsurance
{
  GtkBox            parent_instance;

  GtkWidget        *header;
  GtkWidget        *where_slot;
  GtkWidget        *facts;
  GtkWidget        *call;
  GtkWidget        *spoke_to;
  GtkWidget        *reference;
  GtkWidget        *note;
  GtkWidget        *done_label;
  GtkWidget        *done_on;
  GtkWidget        *done_button;
  GtkWidget        *electrical;
  GtkWidget        *electrical_label;
  GtkWidget        *codes;
  GtkWidget        *codes_note;
  GtkWidget        *example;

  NwPlan           *plan;
  NwInsuranceGuide *guide;
  char             *shown_country;
};

G_DEFINE_FINAL_TYPE (NwPlanInsurance, nw_plan_insurance, GTK_TYPE_BOX)

/* What is known */

static GtkWidget *
create_fact (const NwGuideFact *fact)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *under = nw_tiles_new (CHECKED_CHARS, 9);
  g_autofree char *checked = nw_plan_format_checked (fact->checked, fact->confidence);

  gtk_box_append (GTK_BOX (box), nw_plan_parts_new_label (fact->text, "nw-body"));
  nw_tiles_append (NW_TILES (under), nw_plan_parts_new_label (checked, "nw-caption"));
  if (fact->address != NULL)
    nw_tiles_append (NW_TILES (under), nw_plan_parts_new_link (fact->address, _("Source")));
  gtk_box_append (GTK_BOX (box), under);
  return nw_plan_parts_new_entry (box);
}

static void
update_facts (NwPlanInsurance *self)
{
  const char *country = nw_plan_get_text (self->plan, NW_PLAN_COUNTRY);
  GPtrArray *facts;

  if (g_strcmp0 (country, self->shown_country) == 0)
    return;

  g_free (self->shown_country);
  self->shown_country = g_strdup (country);
  nw_plan_parts_clear (self->facts);
  facts = nw_insurance_guide_get_facts (self->guide, country);
  if (facts == NULL && *country != '\0')
    gtk_box_append (GTK_BOX (self->facts),
                    nw_plan_parts_new_label (nw_insurance_guide_get_missing (self->guide),
                                             "nw-body"));
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    gtk_box_append (GTK_BOX (self->facts), create_fact (g_ptr_array_index (facts, i)));
}

/* The codes and the example, built once */

static void
build_codes (NwPlanInsurance *self)
{
  GPtrArray *codes = nw_insurance_guide_get_codes (self->guide);

  for (guint i = 0; i < codes->len; i++)
    {
      const NwGuideCode *code = g_ptr_array_index (codes, i);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *number = gtk_label_new (code->code);
      GtkWidget *meaning = nw_plan_parts_new_label (code->meaning, "nw-body");
      GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                      "icon-name", "nw-electric-symbolic",
                                      "visible", code->electrical,
                                      NULL);

      gtk_widget_add_css_class (number, "nw-plan-code");
      gtk_widget_set_valign (number, GTK_ALIGN_START);
      gtk_widget_set_hexpand (meaning, TRUE);
      if (code->electrical)
        gtk_widget_add_css_class (row, "electrical");
      gtk_box_append (GTK_BOX (row), number);
      gtk_box_append (GTK_BOX (row), meaning);
      gtk_box_append (GTK_BOX (row), icon);
      gtk_box_append (GTK_BOX (self->codes), row);
    }
  gtk_label_set_text (GTK_LABEL (self->electrical_label),
                      nw_insurance_guide_get_electrical_note (self->guide));
  gtk_label_set_text (GTK_LABEL (self->codes_note),
                      nw_insurance_guide_get_codes_note (self->guide));
}

static void
build_example (NwPlanInsurance *self)
{
  const NwGuideExample *example = nw_insurance_guide_get_example (self->guide);
  g_autofree char *checked = nw_plan_format_checked (example->checked, NW_CONFIDENCE_HIGH);

  gtk_box_append (GTK_BOX (self->example),
                  nw_plan_parts_new_heading (example->title, "nw-section"));
  gtk_box_append (GTK_BOX (self->example), nw_plan_parts_new_label (example->intro, "nw-body"));
  for (gsize i = 0; example->steps[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->example), nw_plan_parts_new_bullet (example->steps[i]));
  gtk_box_append (GTK_BOX (self->example), nw_plan_parts_new_label (checked, "nw-caption"));
  if (example->address != NULL)
    gtk_box_append (GTK_BOX (self->example),
                    nw_plan_parts_new_link (example->address, example->title));
}

/* The record */

static void
update_done (NwPlanInsurance *self)
{
  gboolean done = nw_plan_get_state (self->plan, NW_CHECK_INSURANCE) == NW_CHECK_DONE;
  g_autofree char *state = nw_plan_format_state (self->plan, NW_CHECK_INSURANCE);
  g_autoptr (GDateTime) now = nw_clock_get_now (nw_plan_get_clock (self->plan));
  const char *label = done ? _("Mark as Not Done") : _("Mark as Done");
  GDate date;

  gtk_label_set_text (GTK_LABEL (self->done_label), state);
  gtk_widget_set_visible (self->done_on, done);
  nw_plan_date_field_set_date (NW_PLAN_DATE_FIELD (self->done_on),
                               nw_time_parse_date (nw_plan_get_done_on (self->plan,
                                                                        NW_CHECK_INSURANCE),
                                                   now, &date) ? &date : NULL);
  gtk_button_set_label (GTK_BUTTON (self->done_button), label);
  nw_a11y_set_name (self->done_button, label);
  /* One button stands out: during the call it is the one that leads on. */
  if (done || nw_plan_call_is_single (NW_PLAN_CALL (self->call)))
    gtk_widget_remove_css_class (self->done_button, "suggested-action");
  else
    gtk_widget_add_css_class (self->done_button, "suggested-action");
}

static void
refresh (NwPlanInsurance *self)
{
  update_facts (self);
  update_done (self);
  /* The codes are explained to all; this is for those whose answers call for it. */
  gtk_widget_set_visible (self->electrical, nw_plan_is_told (self->plan, "device"));
}

static void
done_clicked_cb (NwPlanInsurance *self)
{
  gboolean done = nw_plan_get_state (self->plan, NW_CHECK_INSURANCE) == NW_CHECK_DONE;

  nw_plan_mark_done (self->plan, NW_CHECK_INSURANCE, !done);
  nw_note_show (GTK_WIDGET (self),
                done ? _("The insurance is marked as not done.")
                     : _("The insurance is marked as done."),
                _("Undo"), "page.undo");
}

static void
date_changed_cb (NwPlanInsurance *self)
{
  g_autofree char *text = NULL;
  GDate date;

  if (!nw_plan_date_field_get_date (NW_PLAN_DATE_FIELD (self->done_on), &date)
      || nw_plan_get_state (self->plan, NW_CHECK_INSURANCE) != NW_CHECK_DONE)
    return;

  text = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
  nw_plan_set_done_on (self->plan, NW_CHECK_INSURANCE, text);
}

static void
mode_changed_cb (NwPlanInsurance *self)
{
  if (self->plan != NULL)
    update_done (self);
}

static void
call_ended_cb (NwPlanInsurance *self)
{
  gtk_widget_grab_focus (nw_plan_field_get_entry (NW_PLAN_FIELD (self->spoke_to)));
}

static void
nw_plan_insurance_dispose (GObject *object)
{
  NwPlanInsurance *self = NW_PLAN_INSURANCE (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->guide);
  g_clear_pointer (&self->shown_country, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_INSURANCE);

  G_OBJECT_CLASS (nw_plan_insurance_parent_class)->dispose (object);
}

static void
nw_plan_insurance_class_init (NwPlanInsuranceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_insurance_dispose;

  g_type_ensure (NW_TYPE_PLAN_CALL);
  g_type_ensure (NW_TYPE_PLAN_DATE_FIELD);
  g_type_ensure (NW_TYPE_PLAN_FIELD);
  g_type_ensure (NW_TYPE_PLAN_HEADER);
  g_type_ensure (NW_TYPE_PLAN_TAKE_ALONG);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-insurance.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, header);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, where_slot);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, facts);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, call);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, spoke_to);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, reference);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, note);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, done_label);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, done_on);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, done_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, electrical);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, electrical_label);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, codes);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, codes_note);
  gtk_widget_class_bind_template_child (widget_class, NwPlanInsurance, example);
  gtk_widget_class_bind_template_callback (widget_class, call_ended_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
}

static void
nw_plan_insurance_init (NwPlanInsurance *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * nw_plan_insurance_new:
 * @plan: a plan
 * @directory: the directory, for the names of countries
 * @guide: the questions for the insurer
 *
 * Returns: (transfer floating): the place where the insurance is checked
 */
GtkWidget *
nw_plan_insurance_new (NwPlan           *plan,
                       NwDirectory      *directory,
                       NwInsuranceGuide *guide)
{
  NwPlanInsurance *self;

  g_return_val_if_fail (NW_IS_PLAN (plan), NULL);
  g_return_val_if_fail (NW_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (guide), NULL);

  self = g_object_new (NW_TYPE_PLAN_INSURANCE, NULL);
  self->plan = g_object_ref (plan);
  self->guide = g_object_ref (guide);

  g_object_set (self->header, "intro", nw_insurance_guide_get_note (guide), NULL);
  gtk_box_append (GTK_BOX (self->where_slot), nw_plan_where_new (plan, directory, FALSE));
  nw_plan_call_set_up (NW_PLAN_CALL (self->call), plan, guide);
  build_codes (self);
  build_example (self);
  nw_plan_date_field_set_clock (NW_PLAN_DATE_FIELD (self->done_on), nw_plan_get_clock (plan));
  nw_plan_field_bind_text (NW_PLAN_FIELD (self->spoke_to), plan, NW_PLAN_SPOKE_TO);
  nw_plan_field_bind_text (NW_PLAN_FIELD (self->reference), plan, NW_PLAN_REFERENCE);
  nw_plan_field_bind_text (NW_PLAN_FIELD (self->note), plan, NW_PLAN_INSURANCE_NOTE);
  refresh (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nw_plan_insurance_take_focus:
 * @self: the place
 *
 * Puts the focus on the heading.
 */
void
nw_plan_insurance_take_focus (NwPlanInsurance *self)
{
  g_return_if_fail (NW_IS_PLAN_INSURANCE (self));

  nw_plan_header_take_focus (NW_PLAN_HEADER (self->header));
}
