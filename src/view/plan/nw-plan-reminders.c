/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether this computer reminds of the checks, and when it can. */

#include "config.h"

#include "view/plan/nw-plan-reminders.h"

#include <glib/gi18n.h>

#include "model/plan/nw-notification-watch.h"
#include "model/plan/nw-reminders.h"
#include "view/plan/nw-plan-format.h"
#include "view/plan/nw-plan-parts.h"
#include "view/widgets/nw-a11y.h"

struct _NwPlanReminders
{
  GtkBox               parent_instance;

  GtkWidget           *toggle;
  GtkWidget           *details;
  GtkWidget           *status;

  NwPlan              *plan;
  GSettings           *settings;
  NwNotificationWatch *server;
};

G_DEFINE_FINAL_TYPE (NwPlanReminders, nw_plan_reminders, GTK_TYPE_BOX)

static char *
describe_when (NwPlanReminders *self)
{
  gint64 time = 0;
  g_autoptr (GDateTime) now = nw_clock_get_now (nw_plan_get_clock (self->plan));
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *date = NULL;
  g_autofree char *hour = NULL;

  for (int i = 0; i < NW_N_CHECKS; i++)
    {
      gint64 check_time = nw_reminders_get_time (self->plan, i);

      if (check_time != 0 && (time == 0 || check_time < time))
        time = check_time;
    }

  if (time == 0)
    return g_strdup (nw_plan_get_appointment (self->plan) == NULL
                       ? _("There is nothing to remind of before there is a date.")
                       : _("There is nothing left to remind of."));
  if (time <= g_date_time_to_unix (now))
    return g_strdup (_("A check is due: this computer reminds you once, when you are logged in."));

  utc = g_date_time_new_from_unix_utc (time);
  local = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  date = nw_plan_format_date (local);
  hour = nw_plan_format_time (local);
  /* Translators: first a date, then a time */
  return g_strdup_printf (_("This computer reminds you on %1$s at %2$s if you are logged in then, "
                            "and otherwise when you log in next."), date, hour);
}

static void
refresh (NwPlanReminders *self)
{
  gboolean on = g_settings_get_boolean (self->settings, "reminders");
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->details, on);
  if (on)
    nw_notification_watch_start (self->server);
  if (!nw_reminders_can_start ())
    text = g_strdup (_("Needlewise runs in a sandbox here and cannot start with the computer. A "
                       "strip at the top of its window tells what is due."));
  else if (!on)
    text = g_strdup (_("Off: a strip at the top of Needlewise’s window tells what is due, while it "
                       "is open."));
  else if (nw_notification_watch_get_missing (self->server))
    text = g_strdup (_("Nothing on this computer shows notifications now. The strip at the top of "
                       "Needlewise’s window tells what is due."));
  else
    text = describe_when (self);
  gtk_label_set_text (GTK_LABEL (self->status), text);
  nw_a11y_set_description (self->toggle, text);
}

static void
nw_plan_reminders_dispose (GObject *object)
{
  NwPlanReminders *self = NW_PLAN_REMINDERS (object);

  g_clear_object (&self->server);
  g_clear_object (&self->plan);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_REMINDERS);

  G_OBJECT_CLASS (nw_plan_reminders_parent_class)->dispose (object);
}

static void
nw_plan_reminders_class_init (NwPlanRemindersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_reminders_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-reminders.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanReminders, toggle);
  gtk_widget_class_bind_template_child (widget_class, NwPlanReminders, details);
  gtk_widget_class_bind_template_child (widget_class, NwPlanReminders, status);
}

static void
nw_plan_reminders_init (NwPlanReminders *self)
{
  const char *details = _("Say in the reminder what it is about, also on a locked screen");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->details),
                              nw_plan_parts_new_label (details, NULL));
  nw_a11y_set_name (self->details, details);
  nw_a11y_set_name (self->toggle, _("Remind me when Needlewise is closed"));
  nw_a11y_set_name (GTK_WIDGET (self), _("Reminders"));
}

/**
 * nw_plan_reminders_set_up:
 * @self: the reminders’ card
 * @plan: a plan
 *
 * Ties the card to a plan and to the settings. Once only.
 */
void
nw_plan_reminders_set_up (NwPlanReminders *self,
                          NwPlan          *plan)
{
  g_return_if_fail (NW_IS_PLAN_REMINDERS (self));
  g_return_if_fail (NW_IS_PLAN (plan));
  g_return_if_fail (self->plan == NULL);

  self->plan = g_object_ref (plan);
  self->server = nw_notification_watch_new ();
  g_signal_connect_object (self->server, "notify::missing", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  self->settings = g_settings_new (NW_APPLICATION_ID);
  g_settings_bind (self->settings, "reminders", self->toggle, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "reminder-details", self->details, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (self->settings, "changed::reminders", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (self->toggle, nw_reminders_can_start ());
  refresh (self);
}
