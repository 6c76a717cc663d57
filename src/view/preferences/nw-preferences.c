/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one small window with everything that can be set. */

#include "config.h"

#include "view/preferences/nw-preferences.h"

#include <math.h>

#include <glib/gi18n.h>

#include "model/base/nw-settings.h"
#include "view/plan/nw-plan-reminders.h"
#include "view/plan/nw-plan-where.h"
#include "view/widgets/nw-a11y.h"

struct _NwPreferences
{
  GtkWindow    parent_instance;

  GtkWidget   *text_size;
  GtkWidget   *smaller_button;
  GtkWidget   *percentage;
  GtkWidget   *larger_button;
  GtkWidget   *country;
  GtkWidget   *country_slot;
  GtkWidget   *country_note;
  GtkWidget   *answers;
  GtkWidget   *remember;
  GtkWidget   *answers_note;
  GtkWidget   *reminders;

  GSettings   *settings;
  NwPlan      *plan;
  NwDirectory *directory;
};

G_DEFINE_FINAL_TYPE (NwPreferences, nw_preferences, GTK_TYPE_WINDOW)

/* Text size. The application’s own actions change it, as its keys do. */

static void
update_text_size (NwPreferences *self)
{
  int percent = (int) lround (100 * nw_settings_get_text_scale (self->settings));
  /* Translators: the size of the text; 100% is the normal one */
  g_autofree char *text = g_strdup_printf (_("%d%%"), percent);
  /* Translators: %s is for example “110%” */
  g_autofree char *now = g_strdup_printf (_("Text size is %s"), text);

  if (g_str_equal (gtk_label_get_text (GTK_LABEL (self->percentage)), text))
    return;

  gtk_label_set_text (GTK_LABEL (self->percentage), text);
  nw_a11y_set_description (self->smaller_button, now);
  nw_a11y_set_description (self->larger_button, now);
  if (gtk_window_is_active (GTK_WINDOW (self)))
    nw_a11y_announce (self->percentage, now);
}

/* Country. The plan keeps it. */

static void
update_country_note (NwPreferences *self)
{
  const char *code = nw_plan_get_text (self->plan, NW_PLAN_COUNTRY);
  NwCountry *country = nw_directory_find (self->directory, code);
  const char *number = country != NULL ? nw_country_get_emergency (country) : NULL;
  g_autofree char *text = NULL;

  if (number != NULL)
    /* Translators: %s is a telephone number */
    text = g_strdup_printf (_("The registers and the insurance facts under Prepare are for this "
                              "country. In an emergency, call %s there."), number);
  else
    text = g_strdup (_("The registers and the insurance facts under Prepare are for this "
                       "country."));
  gtk_label_set_text (GTK_LABEL (self->country_note), text);
}

static void
set_up_country (NwPreferences *self)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *where;

  self->directory = nw_directory_load (&error);
  gtk_widget_set_visible (self->country, self->directory != NULL);
  if (self->directory == NULL)
    {
      /* The page Prepare tells it in full. */
      g_debug ("No directory of registers: %s", error->message);
      return;
    }

  where = nw_plan_where_new (self->plan, self->directory, FALSE);
  nw_plan_where_fold (NW_PLAN_WHERE (where));
  gtk_box_append (GTK_BOX (self->country_slot), where);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (update_country_note), self,
                           G_CONNECT_SWAPPED);
  update_country_note (self);
}

/* Answers */

static void
update_answers_note (NwPreferences *self)
{
  const char *text;

  if (g_settings_get_boolean (self->settings, "remember-answers"))
    text = _("On: your answers to the questions are kept in a file on this computer that only your "
             "user account can read. Forget My Answers deletes it.");
  else
    text = _("Off: your answers to the questions are gone when Needlewise closes, unless you save "
             "them yourself.");
  gtk_label_set_text (GTK_LABEL (self->answers_note), text);
  nw_a11y_set_description (self->remember, text);
}

/* To what whoever opens this window most likely wants. Not before it is shown:
 * GTK 4.8 would tell no screen reader. */
static void
nw_preferences_map (GtkWidget *widget)
{
  NwPreferences *self = NW_PREFERENCES (widget);

  GTK_WIDGET_CLASS (nw_preferences_parent_class)->map (widget);

  if (gtk_widget_is_sensitive (self->larger_button))
    gtk_widget_grab_focus (self->larger_button);
}

static void
nw_preferences_dispose (GObject *object)
{
  NwPreferences *self = NW_PREFERENCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PREFERENCES);
  g_clear_object (&self->settings);
  g_clear_object (&self->plan);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (nw_preferences_parent_class)->dispose (object);
}

static void
nw_preferences_class_init (NwPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_preferences_dispose;
  widget_class->map = nw_preferences_map;

  g_type_ensure (NW_TYPE_PLAN_REMINDERS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, text_size);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, smaller_button);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, percentage);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, larger_button);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, country);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, country_slot);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, country_note);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, answers);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, remember);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, answers_note);
  gtk_widget_class_bind_template_child (widget_class, NwPreferences, reminders);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nw_preferences_init (NwPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  nw_a11y_set_name (GTK_WIDGET (self), _("Preferences"));
  nw_a11y_set_name (self->text_size, _("Text Size"));
  nw_a11y_set_name (self->country, _("Country"));
  nw_a11y_set_name (self->answers, _("Answers"));
  nw_a11y_set_name (self->remember, _("Keep my answers as I go"));
}

/**
 * nw_preferences_new:
 * @parent: the window over which to show it; its application’s actions change
 *   the text size
 * @settings: the program’s settings
 * @keeper: keeps the plan, which knows the country
 *
 * Makes the preferences’ window. What is changed there holds at once.
 *
 * Returns: (transfer none): the window; GTK owns it
 */
GtkWidget *
nw_preferences_new (GtkWindow    *parent,
                    GSettings    *settings,
                    NwPlanKeeper *keeper)
{
  NwPreferences *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (NW_IS_PLAN_KEEPER (keeper), NULL);

  self = g_object_new (NW_TYPE_PREFERENCES,
                       "application", gtk_window_get_application (parent),
                       "transient-for", parent,
                       NULL);
  self->settings = g_object_ref (settings);
  self->plan = g_object_ref (nw_plan_keeper_get_plan (keeper));
  g_signal_connect_object (settings, "changed::text-scale", G_CALLBACK (update_text_size), self,
                           G_CONNECT_SWAPPED);
  update_text_size (self);
  set_up_country (self);
  g_settings_bind (settings, "remember-answers", self->remember, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::remember-answers",
                           G_CALLBACK (update_answers_note), self, G_CONNECT_SWAPPED);
  update_answers_note (self);
  nw_plan_reminders_set_up (NW_PLAN_REMINDERS (self->reminders), self->plan);

  return GTK_WIDGET (self);
}
