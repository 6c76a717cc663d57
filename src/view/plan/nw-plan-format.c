/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words in which a plan is shown. */

#include "config.h"

#include "view/plan/nw-plan-format.h"

#include <glib/gi18n.h>

#include "model/plan/nw-time.h"

/**
 * nw_plan_format_date:
 * @time: a moment
 *
 * Returns: (transfer full): its day, such as “12 December 2026”
 */
char *
nw_plan_format_date (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  /* Translators: a date; see g_date_time_format() for the codes */
  return g_date_time_format (time, _("%-d %B %Y"));
}

/**
 * nw_plan_format_iso_date:
 * @date: a day as `YYYY-MM-DD`
 *
 * Returns: (transfer full): the day in words, or the text itself where it is
 *   no day
 */
char *
nw_plan_format_iso_date (const char *date)
{
  g_autofree char *start = NULL;
  g_autoptr (GDateTime) time = NULL;

  g_return_val_if_fail (date != NULL, NULL);

  start = g_strconcat (date, "T12:00", NULL);
  time = nw_time_new_from_text (start, "UTC");
  return time != NULL ? nw_plan_format_date (time) : g_strdup (date);
}

/**
 * nw_plan_format_time:
 * @time: a moment
 *
 * Returns: (transfer full): its time of the day, as the locale writes it
 */
char *
nw_plan_format_time (GDateTime *time)
{
  g_return_val_if_fail (time != NULL, NULL);

  return nw_time_uses_12_hours ()
           /* Translators: a time with am or pm; see g_date_time_format() */
           ? g_date_time_format (time, _("%-I:%M %p"))
           /* Translators: a time of 24 hours; see g_date_time_format() */
           : g_date_time_format (time, _("%H:%M"));
}

/**
 * nw_plan_format_appointment:
 * @time: when it is, in the zone in which it was made
 * @now: now, in the zone in which the computer is
 *
 * Returns: (transfer full): the weekday, the day and the time; and the zone
 *   where the clock reads differently there
 */
char *
nw_plan_format_appointment (GDateTime *time,
                            GDateTime *now)
{
  g_autoptr (GDateTime) here = NULL;
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;

  g_return_val_if_fail (time != NULL, NULL);
  g_return_val_if_fail (now != NULL, NULL);

  here = g_date_time_to_timezone (time, g_date_time_get_timezone (now));
  /* Translators: a date with its weekday; see g_date_time_format() for the codes */
  day = g_date_time_format (time, _("%A, %-d %B %Y"));
  hour = nw_plan_format_time (time);
  if (g_date_time_get_utc_offset (here) == g_date_time_get_utc_offset (time))
    /* Translators: first the day, then the time */
    return g_strdup_printf (_("%1$s, %2$s"), day, hour);
  else
    {
      g_autofree char *zone = nw_time_dup_zone (time);

      /* Translators: first the day, then the time and the time zone’s name */
      return g_strdup_printf (_("%1$s, %2$s (%3$s)"), day, hour, g_strdelimit (zone, "_", ' '));
    }
}

/**
 * nw_plan_format_countdown:
 * @days: days from today until something is due; negative when it was before
 *
 * Returns: (transfer full): “Due in 3 days” and the like
 */
char *
nw_plan_format_countdown (int days)
{
  if (days < 0)
    return g_strdup (_("Overdue"));
  if (days == 0)
    return g_strdup (_("Due today"));
  if (days == 1)
    return g_strdup (_("Due tomorrow"));
  return g_strdup_printf (ngettext ("Due in %d day", "Due in %d days", days), days);
}

/**
 * nw_plan_format_state:
 * @plan: a plan
 * @check: one of the checks
 *
 * Returns: (transfer full): how it stands, in a few words
 */
char *
nw_plan_format_state (NwPlan  *plan,
                      NwCheck  check)
{
  NwCheckState state;
  g_autofree char *date = NULL;

  g_return_val_if_fail (NW_IS_PLAN (plan), NULL);

  state = nw_plan_get_state (plan, check);
  if (state == NW_CHECK_NOT_DONE)
    return g_strdup (_("Not done yet"));
  if (state != NW_CHECK_DONE)
    return nw_plan_format_countdown (nw_plan_get_days_left (plan));

  date = nw_plan_format_iso_date (nw_plan_get_done_on (plan, check));
  /* Translators: %s is a date */
  return g_strdup_printf (_("Done on %s"), date);
}

/**
 * nw_plan_format_state_icon:
 * @plan: a plan
 * @check: one of the checks
 *
 * Returns: the name of the icon that stands before the state
 */
const char *
nw_plan_format_state_icon (NwPlan  *plan,
                           NwCheck  check)
{
  switch (nw_plan_get_state (plan, check))
    {
    case NW_CHECK_DUE_SOON:
      return "nw-due-soon-symbolic";
    case NW_CHECK_OVERDUE:
      return "nw-overdue-symbolic";
    case NW_CHECK_DONE:
      return "nw-done-symbolic";
    case NW_CHECK_NOT_DONE:
    default:
      return "nw-level-nothing-found-symbolic";
    }
}

/**
 * nw_plan_format_state_class:
 * @plan: a plan
 * @check: one of the checks
 *
 * Returns: the style class for the state
 */
const char *
nw_plan_format_state_class (NwPlan  *plan,
                            NwCheck  check)
{
  switch (nw_plan_get_state (plan, check))
    {
    case NW_CHECK_DUE_SOON:
      return "due-soon";
    case NW_CHECK_OVERDUE:
      return "overdue";
    case NW_CHECK_DONE:
      return "done";
    case NW_CHECK_NOT_DONE:
    default:
      return "not-done";
    }
}

/**
 * nw_plan_format_result:
 * @result: what looking up the practitioner came to
 *
 * Returns: the words for it
 */
const char *
nw_plan_format_result (NwLicenceResult result)
{
  switch (result)
    {
    case NW_LICENCE_ACTIVE:
      return _("Found, and active");
    case NW_LICENCE_CONDITIONS:
      return _("Found, with conditions");
    case NW_LICENCE_NOT_FOUND:
      return _("Not found");
    case NW_LICENCE_NONE:
    default:
      return _("Not looked up yet");
    }
}

/**
 * nw_plan_format_standing:
 * @standing: what being on a register rests on
 *
 * Returns: the words for it
 */
const char *
nw_plan_format_standing (NwStanding standing)
{
  switch (standing)
    {
    case NW_STANDING_LAW:
      return _("Required by law");
    case NW_STANDING_VOLUNTARY:
      return _("Voluntary register");
    case NW_STANDING_MIXED:
      return _("Partly law, partly voluntary");
    case NW_STANDING_NONE:
      return _("No register");
    case NW_STANDING_UNSETTLED:
    default:
      return _("The law is not settled");
    }
}

/**
 * nw_plan_format_checked:
 * @checked: a day as `YYYY-MM-DD`
 * @confidence: how firm an entry is
 *
 * Returns: (transfer full): when it was last checked, and how sure it is
 */
char *
nw_plan_format_checked (const char   *checked,
                        NwConfidence  confidence)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (checked != NULL, NULL);

  date = nw_plan_format_iso_date (checked);
  switch (confidence)
    {
    case NW_CONFIDENCE_HIGH:
      /* Translators: %s is a date */
      return g_strdup_printf (_("Last checked on %s"), date);
    case NW_CONFIDENCE_MEDIUM:
      /* Translators: %s is a date */
      return g_strdup_printf (_("Last checked on %s · fairly sure"), date);
    case NW_CONFIDENCE_LOW:
    default:
      /* Translators: %s is a date */
      return g_strdup_printf (_("Last checked on %s · not sure"), date);
    }
}

/**
 * nw_plan_format_numbered:
 * @index: which question it is, from 0
 * @question: a question
 *
 * Returns: (transfer full): the question with its number before it
 */
char *
nw_plan_format_numbered (guint       index,
                         const char *question)
{
  g_return_val_if_fail (question != NULL, NULL);

  /* Translators: the number of a question, then the question */
  return g_strdup_printf (_("%1$u. %2$s"), index + 1, question);
}
