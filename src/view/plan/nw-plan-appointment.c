/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row with the first appointment, and the form to set it. */

#include "config.h"

#include "view/plan/nw-plan-appointment.h"

#include <glib/gi18n.h>

#include "model/plan/nw-time.h"
#include "view/plan/nw-plan-date-field.h"
#include "view/plan/nw-plan-format.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-note.h"

struct _NwPlanAppointment
{
  GtkBox     parent_instance;

  GtkWidget *row;
  GtkWidget *when;
  GtkWidget *due;
  GtkWidget *actions;
  GtkWidget *change_button;
  GtkWidget *open_button;
  GtkWidget *calendar_button;
  GtkWidget *form;
  GtkWidget *date;
  GtkWidget *time_entry;
  GtkWidget *time_error;
  GtkWidget *due_days;
  GtkWidget *remove_button;
  GtkWidget *cancel_button;
  GtkWidget *form_buttons;

  NwPlan    *plan;
};

G_DEFINE_FINAL_TYPE (NwPlanAppointment, nw_plan_appointment, GTK_TYPE_BOX)

static void
refresh (NwPlanAppointment *self)
{
  GDateTime *appointment = nw_plan_get_appointment (self->plan);
  gboolean has_been = nw_plan_get_has_been (self->plan);
  gboolean is_wanted = appointment == NULL || has_been;
  const char *label = _("C_hange");

  if (appointment != NULL)
    {
      g_autoptr (GDateTime) now = nw_clock_get_now (nw_plan_get_clock (self->plan));
      g_autoptr (GDateTime) due = nw_plan_get_due (self->plan);
      g_autofree char *when = nw_plan_format_appointment (appointment, now);
      g_autofree char *due_date = nw_plan_format_date (due);
      /* Translators: %s is a date */
      g_autofree char *text = g_strdup_printf (_("Check the licence and the insurance by %s."),
                                               due_date);

      gtk_label_set_text (GTK_LABEL (self->when), when);
      gtk_label_set_text (GTK_LABEL (self->due),
                          has_been ? _("This appointment has been. When is the next one?") : text);
    }
  else
    {
      gtk_label_set_text (GTK_LABEL (self->when), _("When is it?"));
      gtk_label_set_text (GTK_LABEL (self->due),
                          _("With a date, Needlewise can tell in time what is left to do."));
    }

  if (is_wanted)
    label = has_been ? _("_Set the Next Date") : _("_Set the Date");
  gtk_widget_set_visible (self->open_button, !is_wanted);
  gtk_widget_set_visible (self->calendar_button, !is_wanted);
  gtk_button_set_label (GTK_BUTTON (self->change_button), label);
  nw_a11y_set_name (self->change_button,
                    is_wanted ? label : _("Change the First Appointment"));
  if (is_wanted)
    gtk_widget_add_css_class (self->change_button, "suggested-action");
  else
    gtk_widget_remove_css_class (self->change_button, "suggested-action");
}

/* The form */

static void
set_time_error (NwPlanAppointment *self,
                const char        *error)
{
  gtk_label_set_text (GTK_LABEL (self->time_error), error != NULL ? error : "");
  gtk_widget_set_visible (self->time_error, error != NULL);
  nw_a11y_set_invalid (self->time_entry, error != NULL);
  nw_a11y_set_description (self->time_entry, error);
}

static void
show_form (NwPlanAppointment *self,
           gboolean           shown)
{
  gtk_widget_set_visible (self->form, shown);
  gtk_widget_set_visible (self->row, !shown);
  gtk_widget_grab_focus (shown
                           ? nw_plan_date_field_get_entry (NW_PLAN_DATE_FIELD (self->date))
                           : self->change_button);
}

static void
fill_form (NwPlanAppointment *self)
{
  GDateTime *appointment = nw_plan_get_appointment (self->plan);

  gtk_widget_set_visible (self->remove_button, appointment != NULL);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->due_days), nw_plan_get_due_days (self->plan));
  if (appointment != NULL && !nw_plan_get_has_been (self->plan))
    {
      g_autofree char *time = nw_plan_format_time (appointment);
      GDate date;

      g_date_set_dmy (&date, g_date_time_get_day_of_month (appointment),
                      g_date_time_get_month (appointment), g_date_time_get_year (appointment));
      nw_plan_date_field_set_date (NW_PLAN_DATE_FIELD (self->date), &date);
      gtk_editable_set_text (GTK_EDITABLE (self->time_entry), time);
    }
  else
    {
      nw_plan_date_field_set_date (NW_PLAN_DATE_FIELD (self->date), NULL);
      gtk_editable_set_text (GTK_EDITABLE (self->time_entry), "");
    }
  set_time_error (self, NULL);
}

static gboolean
check_time (NwPlanAppointment *self,
            int               *hour,
            int               *minute)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->time_entry));
  const char *example = nw_time_uses_12_hours () ? "10:30 am" : "10:30";
  g_autofree char *error = NULL;

  if (nw_time_parse_time (text, hour, minute))
    {
      set_time_error (self, NULL);
      return TRUE;
    }

  /* Translators: %s is a time, as an example */
  error = g_strdup_printf (*text == '\0' ? _("Type a time, such as %s.")
                                         : _("This is not a time. Type one such as %s."), example);
  set_time_error (self, error);
  return FALSE;
}

/* The zone stays the one in which the appointment was made, unless it is new. */
static GTimeZone *
get_zone (NwPlanAppointment *self)
{
  GDateTime *appointment = nw_plan_get_appointment (self->plan);

  return appointment != NULL ? g_time_zone_ref (g_date_time_get_timezone (appointment))
                             : g_time_zone_new_local ();
}

static void
save_clicked_cb (NwPlanAppointment *self)
{
  g_autoptr (GTimeZone) zone = get_zone (self);
  g_autoptr (GDateTime) appointment = NULL;
  int hour = 0;
  int minute = 0;
  gboolean has_time = check_time (self, &hour, &minute);
  GDate date;

  if (!nw_plan_date_field_check (NW_PLAN_DATE_FIELD (self->date)))
    {
      gtk_widget_grab_focus (nw_plan_date_field_get_entry (NW_PLAN_DATE_FIELD (self->date)));
      return;
    }
  if (!has_time)
    {
      gtk_widget_grab_focus (self->time_entry);
      return;
    }

  nw_plan_date_field_get_date (NW_PLAN_DATE_FIELD (self->date), &date);
  appointment = nw_time_combine (&date, hour, minute, zone);
  nw_plan_set_appointment (self->plan, appointment);
  nw_plan_set_due_days (self->plan,
                        gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->due_days)));
  show_form (self, FALSE);
}

/* Return keeps the date. Without a time there is nothing to keep yet. */
static void
date_activated_cb (NwPlanAppointment *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->time_entry)) == '\0')
    gtk_widget_grab_focus (self->time_entry);
  else
    save_clicked_cb (self);
}

static void
remove_clicked_cb (NwPlanAppointment *self)
{
  nw_plan_set_appointment (self->plan, NULL);
  show_form (self, FALSE);
  nw_note_show (GTK_WIDGET (self), _("The appointment is removed."), _("Undo"), "page.undo");
}

static void
cancel_clicked_cb (NwPlanAppointment *self)
{
  show_form (self, FALSE);
}

static void
change_clicked_cb (NwPlanAppointment *self)
{
  nw_plan_appointment_edit (self);
}

static void
time_changed_cb (NwPlanAppointment *self)
{
  set_time_error (self, NULL);
}

static void
nw_plan_appointment_dispose (GObject *object)
{
  NwPlanAppointment *self = NW_PLAN_APPOINTMENT (object);

  g_clear_object (&self->plan);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_APPOINTMENT);

  G_OBJECT_CLASS (nw_plan_appointment_parent_class)->dispose (object);
}

static void
nw_plan_appointment_class_init (NwPlanAppointmentClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_appointment_dispose;

  g_type_ensure (NW_TYPE_PLAN_DATE_FIELD);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-appointment.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, row);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, when);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, due);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, actions);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, change_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, open_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, form);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, date);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, time_entry);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, time_error);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, due_days);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, remove_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanAppointment, form_buttons);
  gtk_widget_class_bind_template_callback (widget_class, change_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, time_changed_cb);
}

static void
nw_plan_appointment_init (NwPlanAppointment *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  nw_a11y_set_name (GTK_WIDGET (self), _("First Appointment"));
  nw_a11y_set_name (self->time_entry, _("Time"));
  nw_a11y_set_name (self->due_days, _("Days before it to check licence and insurance"));
}

/**
 * nw_plan_appointment_set_up:
 * @self: a row
 * @plan: a plan
 *
 * Ties the row to a plan. Once only.
 */
void
nw_plan_appointment_set_up (NwPlanAppointment *self,
                            NwPlan            *plan)
{
  g_return_if_fail (NW_IS_PLAN_APPOINTMENT (self));
  g_return_if_fail (NW_IS_PLAN (plan));
  g_return_if_fail (self->plan == NULL);

  self->plan = g_object_ref (plan);
  nw_plan_date_field_set_clock (NW_PLAN_DATE_FIELD (self->date), nw_plan_get_clock (plan));
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->due_days), 1, NW_PLAN_MAX_DUE_DAYS);
  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (self->due_days), 1, 7);
  refresh (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

/**
 * nw_plan_appointment_edit:
 * @self: a row
 *
 * Opens the form and puts the focus into it.
 */
void
nw_plan_appointment_edit (NwPlanAppointment *self)
{
  g_return_if_fail (NW_IS_PLAN_APPOINTMENT (self));

  fill_form (self);
  show_form (self, TRUE);
}

/**
 * nw_plan_appointment_set_narrow:
 * @self: a row
 * @narrow: whether there is little room
 *
 * Puts the form’s buttons below each other, or side by side.
 */
void
nw_plan_appointment_set_narrow (NwPlanAppointment *self,
                                gboolean           narrow)
{
  g_return_if_fail (NW_IS_PLAN_APPOINTMENT (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->actions),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->actions, GTK_ALIGN_START);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->form_buttons),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}
