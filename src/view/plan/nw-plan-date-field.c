/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field for a date: typed, or chosen from a calendar. */

#include "config.h"

#include "view/plan/nw-plan-date-field.h"

#include <glib/gi18n.h>

#include "model/plan/nw-time.h"
#include "view/plan/nw-plan-format.h"
#include "view/widgets/nw-a11y.h"

struct _NwPlanDateField
{
  GtkBox     parent_instance;

  GtkWidget *label;
  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *popover;
  GtkWidget *calendar;
  GtkWidget *error;

  NwClock   *clock;
};

enum
{
  PROP_LABEL = 1,
  N_PROPS
};

enum
{
  SIGNAL_DATE_CHANGED,
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwPlanDateField, nw_plan_date_field, GTK_TYPE_BOX)

static void
set_error (NwPlanDateField *self,
           const char      *error)
{
  gtk_label_set_text (GTK_LABEL (self->error), error != NULL ? error : "");
  gtk_widget_set_visible (self->error, error != NULL);
  nw_a11y_set_invalid (self->entry, error != NULL);
  nw_a11y_set_description (self->entry, error);
}

static char *
format_date (const GDate *date)
{
  g_autofree char *iso = g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date),
                                          g_date_get_month (date), g_date_get_day (date));

  return nw_plan_format_iso_date (iso);
}

/* Shows in words how what was typed is understood. */
static void
settle (NwPlanDateField *self)
{
  GDate date;

  if (nw_plan_date_field_get_date (self, &date))
    {
      g_autofree char *text = format_date (&date);

      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
        gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
      g_signal_emit (self, signals[SIGNAL_DATE_CHANGED], 0);
    }
}

static void
entry_changed_cb (NwPlanDateField *self)
{
  set_error (self, NULL);
}

static void
entry_activated_cb (NwPlanDateField *self)
{
  if (!nw_plan_date_field_check (self))
    return;

  settle (self);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
focus_left_cb (NwPlanDateField *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    g_signal_emit (self, signals[SIGNAL_DATE_CHANGED], 0);
  else if (nw_plan_date_field_check (self))
    settle (self);
}

static void
popover_shown_cb (NwPlanDateField *self)
{
  GDate date;
  g_autoptr (GDateTime) day = NULL;

  if (nw_plan_date_field_get_date (self, &date))
    day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                 g_date_get_day (&date), 12, 0, 0);
  else
    day = nw_clock_get_now (self->clock);

  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  gtk_widget_grab_focus (self->calendar);
}

static void
use_chosen_day (NwPlanDateField *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  GDate date;

  g_date_set_dmy (&date, g_date_time_get_day_of_month (day), g_date_time_get_month (day),
                  g_date_time_get_year (day));
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  nw_plan_date_field_set_date (self, &date);
  g_signal_emit (self, signals[SIGNAL_DATE_CHANGED], 0);
  gtk_widget_grab_focus (self->entry);
}

static void
choose_clicked_cb (NwPlanDateField *self)
{
  use_chosen_day (self);
}

static void
nw_plan_date_field_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  NwPlanDateField *self = NW_PLAN_DATE_FIELD (object);

  switch (property_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_plan_date_field_set_property (GObject      *object,
                                 guint         property_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  NwPlanDateField *self = NW_PLAN_DATE_FIELD (object);
  const char *label;

  switch (property_id)
    {
    case PROP_LABEL:
      label = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
      gtk_label_set_label (GTK_LABEL (self->label), label);
      nw_a11y_set_name (self->entry, label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_plan_date_field_dispose (GObject *object)
{
  NwPlanDateField *self = NW_PLAN_DATE_FIELD (object);

  g_clear_object (&self->clock);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_DATE_FIELD);

  G_OBJECT_CLASS (nw_plan_date_field_parent_class)->dispose (object);
}

static void
nw_plan_date_field_class_init (NwPlanDateFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = nw_plan_date_field_get_property;
  object_class->set_property = nw_plan_date_field_set_property;
  object_class->dispose = nw_plan_date_field_dispose;

  /**
   * NwPlanDateField:label:
   *
   * What the date is; an underscore stands before the access key.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * NwPlanDateField::date-changed:
   * @self: a field
   *
   * The person has settled on a day, or on none.
   */
  signals[SIGNAL_DATE_CHANGED] = g_signal_new ("date-changed",
                                               G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST,
                                               0, NULL, NULL, NULL,
                                               G_TYPE_NONE, 0);

  /**
   * NwPlanDateField::activated:
   * @self: a field
   *
   * Return was pressed, and what is typed is a day.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-date-field.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanDateField, label);
  gtk_widget_class_bind_template_child (widget_class, NwPlanDateField, entry);
  gtk_widget_class_bind_template_child (widget_class, NwPlanDateField, button);
  gtk_widget_class_bind_template_child (widget_class, NwPlanDateField, popover);
  gtk_widget_class_bind_template_child (widget_class, NwPlanDateField, calendar);
  gtk_widget_class_bind_template_child (widget_class, NwPlanDateField, error);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
}

static void
nw_plan_date_field_init (NwPlanDateField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->clock = nw_clock_new ();
}

/**
 * nw_plan_date_field_set_clock:
 * @self: a field
 * @clock: tells which day is today
 *
 * Sets the clock, which is the computer’s otherwise.
 */
void
nw_plan_date_field_set_clock (NwPlanDateField *self,
                              NwClock         *clock)
{
  g_return_if_fail (NW_IS_PLAN_DATE_FIELD (self));
  g_return_if_fail (NW_IS_CLOCK (clock));

  g_set_object (&self->clock, clock);
}

/**
 * nw_plan_date_field_get_date:
 * @self: a field
 * @date: (out caller-allocates): the day
 *
 * Returns: whether what is typed is a day
 */
gboolean
nw_plan_date_field_get_date (NwPlanDateField *self,
                             GDate           *date)
{
  g_autoptr (GDateTime) today = NULL;

  g_return_val_if_fail (NW_IS_PLAN_DATE_FIELD (self), FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  today = nw_clock_get_now (self->clock);
  return nw_time_parse_date (gtk_editable_get_text (GTK_EDITABLE (self->entry)), today, date);
}

/**
 * nw_plan_date_field_set_date:
 * @self: a field
 * @date: (nullable): a day, or %NULL for none
 *
 * Shows a day in words.
 */
void
nw_plan_date_field_set_date (NwPlanDateField *self,
                             const GDate     *date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (NW_IS_PLAN_DATE_FIELD (self));

  text = date != NULL ? format_date (date) : g_strdup ("");
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  set_error (self, NULL);
}

/**
 * nw_plan_date_field_check:
 * @self: a field
 *
 * Says in the field what is wrong with it, if something is.
 *
 * Returns: whether what is typed is a day
 */
gboolean
nw_plan_date_field_check (NwPlanDateField *self)
{
  g_autoptr (GDateTime) today = NULL;
  g_autofree char *example = NULL;
  g_autofree char *error = NULL;
  GDate date;

  g_return_val_if_fail (NW_IS_PLAN_DATE_FIELD (self), FALSE);

  if (nw_plan_date_field_get_date (self, &date))
    {
      set_error (self, NULL);
      return TRUE;
    }

  today = nw_clock_get_now (self->clock);
  example = nw_plan_format_date (today);
  /* Translators: %s is today’s date, as an example */
  error = g_strdup_printf (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0'
                             ? _("Type a date, such as %s.")
                             : _("This is not a date. Type one such as %s."), example);
  set_error (self, error);
  return FALSE;
}

/**
 * nw_plan_date_field_get_entry:
 * @self: a field
 *
 * Returns: (transfer none): where the date is typed
 */
GtkWidget *
nw_plan_date_field_get_entry (NwPlanDateField *self)
{
  g_return_val_if_fail (NW_IS_PLAN_DATE_FIELD (self), NULL);

  return self->entry;
}
