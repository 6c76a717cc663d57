/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strips along the top of the window: what is due, what is not kept, and what is not translated. */

#include "config.h"

#include "app/nw-window-strips.h"

#include <glib/gi18n.h>

#include "model/base/nw-content.h"
#include "model/base/nw-settings.h"
#include "model/plan/nw-notification-watch.h"
#include "model/plan/nw-reminders.h"
#include "view/plan/nw-plan-format.h"
#include "view/widgets/nw-banner.h"

/* From the top. */
typedef enum
{
  STRIP_PROBLEM,
  STRIP_NOTICE,
  STRIP_SETTINGS,
  STRIP_REMINDER,
  STRIP_LANGUAGE,
  N_STRIPS
} Strip;

struct _NwWindowStrips
{
  GObject              parent_instance;

  NwPlanKeeper        *keeper;
  GSettings           *settings;
  NwNotificationWatch *server;
  GtkBox              *box;
  /* Made when they are first shown: on most days there is none. */
  NwBanner            *strips[N_STRIPS];
  gboolean             narrow;
  /* What the reminder’s buttons are for, to make them anew only on a change. */
  int                  reminder_kind;
};

G_DEFINE_FINAL_TYPE (NwWindowStrips, nw_window_strips, G_TYPE_OBJECT)

static NwBanner *
ensure_strip (NwWindowStrips *self,
              Strip           strip)
{
  GtkWidget *before = NULL;

  if (self->strips[strip] != NULL)
    return self->strips[strip];

  for (int i = 0; i < (int) strip; i++)
    if (self->strips[i] != NULL)
      before = GTK_WIDGET (self->strips[i]);
  self->strips[strip] = NW_BANNER (nw_banner_new ());
  nw_banner_set_narrow (self->strips[strip], self->narrow);
  gtk_box_insert_child_after (self->box, GTK_WIDGET (self->strips[strip]), before);
  return self->strips[strip];
}

/* Returns: whether the focus was there. */
static gboolean
hide_strip (NwWindowStrips *self,
            Strip           strip)
{
  return self->strips[strip] != NULL && nw_banner_hide (self->strips[strip]);
}

/* What had the focus keeps it when it only says something else. */
static void
show_strip (NwWindowStrips *self,
            Strip           strip,
            const char     *icon_name,
            const char     *text,
            gboolean        had_focus)
{
  NwBanner *banner = ensure_strip (self, strip);

  nw_banner_show (banner, icon_name, text);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (banner), GTK_DIR_TAB_FORWARD);
}

/* Reminder */

enum
{
  KIND_NONE = 0,
  KIND_LICENCE = 1 << NW_CHECK_LICENCE,
  KIND_INSURANCE = 1 << NW_CHECK_INSURANCE,
  KIND_BOTH = KIND_LICENCE | KIND_INSURANCE,
  /* The appointment has been: nothing is overdue any more. */
  KIND_AFTER = 1 << NW_N_CHECKS,
};

static int
find_kind (NwPlan *plan)
{
  g_autoptr (GDateTime) now = nw_clock_get_now (nw_plan_get_clock (plan));
  int kind = KIND_NONE;

  if (nw_plan_get_has_been (plan))
    return nw_plan_get_put_off_until (plan, NW_CHECK_LICENCE) <= g_date_time_to_unix (now)
             ? KIND_AFTER
             : KIND_NONE;

  for (int i = 0; i < NW_N_CHECKS; i++)
    {
      NwCheckState state = nw_plan_get_state (plan, i);

      if ((state == NW_CHECK_DUE_SOON || state == NW_CHECK_OVERDUE)
          && nw_plan_get_put_off_until (plan, i) <= g_date_time_to_unix (now))
        kind |= 1 << i;
    }
  return kind;
}

static char *
describe_after (NwPlan *plan)
{
  g_autofree char *date = nw_plan_format_date (nw_plan_get_appointment (plan));

  /* Translators: %s is a date */
  return g_strdup_printf (_("Your appointment was on %s. How did it go? If something worries you, "
                            "see when not to wait."), date);
}

static char *
describe (NwPlan *plan,
          int     kind)
{
  int days = nw_plan_get_days_left (plan);
  const char *what;

  if (kind == KIND_BOTH)
    what = _("The licence and the insurance are not checked yet");
  else if (kind == KIND_LICENCE)
    what = _("The licence is not checked yet");
  else
    what = _("The insurance is not checked yet");

  if (days < 0)
    /* Translators: %s is for example “The licence is not checked yet” */
    return g_strdup_printf (_("%s: overdue."), what);
  if (days == 0)
    /* Translators: %s is for example “The licence is not checked yet” */
    return g_strdup_printf (_("%s: due today."), what);
  /* Translators: the first is for example “The licence is not checked yet” */
  return g_strdup_printf (ngettext ("%1$s: due in %2$d day.", "%1$s: due in %2$d days.", days),
                          what, days);
}

/* Somebody who counts on being reminded has to know when this strip is all there is. */
static gboolean
is_all_there_is (NwWindowStrips *self)
{
  if (!g_settings_get_boolean (self->settings, "reminders"))
    return FALSE;

  nw_notification_watch_start (self->server);
  return nw_notification_watch_get_missing (self->server);
}

static char *
describe_due (NwWindowStrips *self,
              NwPlan         *plan,
              int             kind)
{
  g_autofree char *due = describe (plan, kind);

  if (!is_all_there_is (self))
    return g_steal_pointer (&due);
  /* Translators: %s is for example “The licence is not checked yet: overdue.” */
  return g_strdup_printf (_("%s Nothing on this computer shows notifications now, so only this "
                            "strip reminds you."), due);
}

static void
add_reminder_buttons (NwWindowStrips *self,
                      int             kind)
{
  NwBanner *reminder = ensure_strip (self, STRIP_REMINDER);

  if (kind == KIND_AFTER)
    {
      nw_banner_add_button (reminder, _("When Not to Wait"), "win.show-place('read:not-wait')");
      nw_banner_add_button (reminder, _("Set the Next Date"),
                            "win.show-place('prepare:appointment')");
      nw_banner_add_button (reminder, _("Dismiss"), "win.put-off");
      return;
    }

  if (kind == KIND_LICENCE)
    nw_banner_add_button (reminder, _("Check the Licence"),
                          "win.show-place('prepare:licence')");
  else if (kind == KIND_INSURANCE)
    nw_banner_add_button (reminder, _("Go Through the Call"),
                          "win.show-place('prepare:insurance')");
  else
    nw_banner_add_button (reminder, _("Prepare"), "win.show-place('prepare:overview')");
  nw_banner_add_button (reminder, _("Remind Me Tomorrow"), "win.put-off");
}

static void
update_reminder (NwWindowStrips *self)
{
  NwPlan *plan = nw_plan_keeper_get_plan (self->keeper);
  int kind = find_kind (plan);
  const char *icon = "nw-due-soon-symbolic";
  g_autofree char *text = NULL;
  gboolean had_focus = FALSE;

  if (kind != self->reminder_kind)
    {
      had_focus = hide_strip (self, STRIP_REMINDER);
      if (kind != KIND_NONE)
        add_reminder_buttons (self, kind);
      self->reminder_kind = kind;
    }
  if (kind == KIND_NONE)
    return;

  text = kind == KIND_AFTER ? describe_after (plan) : describe_due (self, plan, kind);
  if (kind == KIND_AFTER)
    icon = "nw-appointment-symbolic";
  else if (nw_plan_get_days_left (plan) < 0)
    icon = "nw-overdue-symbolic";
  show_strip (self, STRIP_REMINDER, icon, text, had_focus);
}

static void
put_off_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  NwWindowStrips *self = NW_WINDOW_STRIPS (user_data);
  NwPlan *plan = nw_plan_keeper_get_plan (self->keeper);

  /* A new date lets it come again. */
  if (self->reminder_kind == KIND_AFTER)
    nw_plan_put_off (plan, NW_CHECK_LICENCE, NW_PLAN_FOR_EVER);

  for (int i = 0; i < NW_N_CHECKS; i++)
    if ((self->reminder_kind & (1 << i)) != 0)
      nw_plan_put_off (plan, i, nw_reminders_get_tomorrow (plan));
}

/* What was found, and what is not kept */

static void
update_notice (NwWindowStrips *self)
{
  gboolean had_focus = hide_strip (self, STRIP_NOTICE);
  const char *notice = nw_plan_keeper_get_notice (self->keeper);
  NwBanner *strip;

  if (notice == NULL)
    return;

  strip = ensure_strip (self, STRIP_NOTICE);
  if (nw_plan_keeper_get_read_only (self->keeper))
    nw_banner_add_button (strip, _("Try Again"), "win.try-again");
  nw_banner_add_button (strip, _("Dismiss"), "win.dismiss-notice");
  show_strip (self, STRIP_NOTICE, "nw-level-tell-symbolic", notice, had_focus);
}

static void
update_problem (NwWindowStrips *self)
{
  const char *problem = nw_plan_keeper_get_problem (self->keeper);
  NwBanner *strip;

  if (problem == NULL)
    {
      hide_strip (self, STRIP_PROBLEM);
      return;
    }

  /* Trying again may only find another problem: the focus stays on its button. */
  strip = ensure_strip (self, STRIP_PROBLEM);
  if (!nw_banner_is_shown (strip))
    nw_banner_add_button (strip, _("Try Again"), "win.try-again");
  nw_banner_show (strip, "nw-overdue-symbolic", problem);
}

static void
show_settings_problem (NwWindowStrips *self)
{
  const char *problem = nw_settings_get_problem ();
  NwBanner *strip;

  if (problem == NULL)
    return;

  strip = ensure_strip (self, STRIP_SETTINGS);
  nw_banner_add_button (strip, _("Dismiss"), "win.dismiss-settings");
  nw_banner_show (strip, "nw-level-tell-symbolic", problem);
}

static void
dismiss_settings_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  hide_strip (NW_WINDOW_STRIPS (user_data), STRIP_SETTINGS);
}

/* A reader who meets English in the middle of Spanish has to know why. */
static void
show_language (NwWindowStrips *self)
{
  static const char * const documents[] = {
    "article.json", "screening.json", "registers.json", "insurance.json"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    if (nw_content_is_outdated (documents[i]))
      {
        NwBanner *strip = ensure_strip (self, STRIP_LANGUAGE);

        nw_banner_add_button (strip, _("Dismiss"), "win.dismiss-language");
        nw_banner_show (strip, "nw-level-tell-symbolic",
                        /* Translators: shown only where the translation of the article or of
                         * another document is older than the English one */
                        _("Some text is in English, because its translation is out of date."));
        return;
      }
}

static void
dismiss_language_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  hide_strip (NW_WINDOW_STRIPS (user_data), STRIP_LANGUAGE);
}

static void
try_again_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  nw_plan_keeper_retry (NW_WINDOW_STRIPS (user_data)->keeper);
}

static void
dismiss_notice_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  nw_plan_keeper_dismiss_notice (NW_WINDOW_STRIPS (user_data)->keeper);
}

static const GActionEntry actions[] = {
  { "put-off", put_off_cb },
  { "try-again", try_again_cb },
  { "dismiss-notice", dismiss_notice_cb },
  { "dismiss-settings", dismiss_settings_cb },
  { "dismiss-language", dismiss_language_cb },
};

static void
nw_window_strips_dispose (GObject *object)
{
  NwWindowStrips *self = NW_WINDOW_STRIPS (object);

  g_clear_object (&self->keeper);
  g_clear_object (&self->settings);
  g_clear_object (&self->server);

  G_OBJECT_CLASS (nw_window_strips_parent_class)->dispose (object);
}

static void
nw_window_strips_class_init (NwWindowStripsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nw_window_strips_dispose;
}

static void
nw_window_strips_init (NwWindowStrips *self)
{
}

/**
 * nw_window_strips_new:
 * @window: the window, which gets the strips’ actions
 * @box: where the strips go; it must live as long as this object
 * @keeper: keeps the plan
 *
 * Returns: (transfer full): what keeps the strips true
 */
NwWindowStrips *
nw_window_strips_new (GtkApplicationWindow *window,
                      GtkBox               *box,
                      NwPlanKeeper         *keeper)
{
  NwWindowStrips *self;

  g_return_val_if_fail (GTK_IS_APPLICATION_WINDOW (window), NULL);
  g_return_val_if_fail (GTK_IS_BOX (box), NULL);
  g_return_val_if_fail (NW_IS_PLAN_KEEPER (keeper), NULL);

  self = g_object_new (NW_TYPE_WINDOW_STRIPS, NULL);
  self->keeper = g_object_ref (keeper);
  self->settings = g_settings_new (NW_APPLICATION_ID);
  self->server = nw_notification_watch_new ();
  self->box = box;
  g_action_map_add_action_entries (G_ACTION_MAP (window), actions, G_N_ELEMENTS (actions), self);

  g_signal_connect_object (nw_plan_keeper_get_plan (keeper), "changed",
                           G_CALLBACK (update_reminder), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::reminders", G_CALLBACK (update_reminder), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->server, "notify::missing", G_CALLBACK (update_reminder), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "notify::notice", G_CALLBACK (update_notice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "notify::read-only", G_CALLBACK (update_notice), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keeper, "notify::problem", G_CALLBACK (update_problem), self,
                           G_CONNECT_SWAPPED);
  update_reminder (self);
  update_notice (self);
  update_problem (self);
  show_settings_problem (self);
  show_language (self);
  return self;
}

/**
 * nw_window_strips_set_narrow:
 * @self: the strips
 * @narrow: whether there is little room
 *
 * Arranges the strips for a narrow window, or for a wide one.
 */
void
nw_window_strips_set_narrow (NwWindowStrips *self,
                             gboolean        narrow)
{
  g_return_if_fail (NW_IS_WINDOW_STRIPS (self));

  self->narrow = narrow;
  for (int i = 0; i < N_STRIPS; i++)
    if (self->strips[i] != NULL)
      nw_banner_set_narrow (self->strips[i], narrow);
}
