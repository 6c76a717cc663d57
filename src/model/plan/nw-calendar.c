/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The appointment and the checks for a calendar program (RFC 5545). */

#include "config.h"

#include "model/plan/nw-calendar.h"

#include <string.h>

#include <glib/gi18n.h>

/* RFC 5545, 3.1: without the line end. */
#define MAX_LINE 75

/* Appends a line, cut between characters where it is too long; what follows
 * begins with a space. */
static void
append_line (GString    *text,
             const char *line)
{
  gsize room = MAX_LINE;

  while (strlen (line) > room)
    {
      const char *cut = line + room;

      while (((guchar) *cut & 0xc0) == 0x80)
        cut--;
      g_string_append_len (text, line, cut - line);
      g_string_append (text, "\r\n ");
      line = cut;
      room = MAX_LINE - 1;
    }
  g_string_append (text, line);
  g_string_append (text, "\r\n");
}

/* RFC 5545, 3.3.11 */
static void
append_text (GString    *text,
             const char *name,
             const char *value)
{
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '\\':
      case ';':
      case ',':
        g_string_append_c (line, '\\');
        g_string_append_c (line, *p);
        break;
      case '\n':
        g_string_append (line, "\\n");
        break;
      default:
        if ((guchar) *p >= 0x20 && *p != 0x7f)
          g_string_append_c (line, *p);
      }
  append_line (text, line->str);
}

/* In UTC: every calendar knows it, and no table of time zones is needed. */
static void
append_time (GString    *text,
             const char *name,
             GDateTime  *time)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (time);
  g_autofree char *value = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");
  g_autofree char *line = g_strconcat (name, ":", value, NULL);

  append_line (text, line);
}

typedef struct
{
  const char *id;
  const char *summary;
  const char *description;
  GDateTime  *start;
  const char *duration;
  const char *trigger;
} Event;

static void
append_event (GString     *text,
              NwPlan      *plan,
              const Event *event)
{
  g_autoptr (GDateTime) now = nw_clock_get_now (nw_plan_get_clock (plan));
  g_autofree char *uid = g_strdup_printf ("%s-%s@needlewise", event->id,
                                          nw_plan_get_calendar_id (plan));
  g_autofree char *duration = g_strconcat ("DURATION:", event->duration, NULL);
  g_autofree char *trigger = g_strconcat ("TRIGGER:", event->trigger, NULL);

  append_line (text, "BEGIN:VEVENT");
  append_text (text, "UID", uid);
  append_time (text, "DTSTAMP", now);
  append_time (text, "DTSTART", event->start);
  append_line (text, duration);
  append_text (text, "SUMMARY", event->summary);
  append_text (text, "DESCRIPTION", event->description);
  append_line (text, "BEGIN:VALARM");
  append_line (text, "ACTION:DISPLAY");
  append_line (text, trigger);
  append_text (text, "DESCRIPTION", event->summary);
  append_line (text, "END:VALARM");
  append_line (text, "END:VEVENT");
}

/**
 * nw_calendar_build:
 * @plan: a plan with an appointment
 *
 * Makes one event for the appointment and one for each check that is not done,
 * each with one alarm. The events keep their UID when the date changes, so that
 * a calendar replaces the old ones. The texts are neutral: a calendar may be
 * shared.
 *
 * Returns: (transfer full): the text of an `.ics` file
 */
char *
nw_calendar_build (NwPlan *plan)
{
  GString *text;
  g_autoptr (GDateTime) due = NULL;
  Event appointment;

  g_return_val_if_fail (NW_IS_PLAN (plan), NULL);
  g_return_val_if_fail (nw_plan_get_appointment (plan) != NULL, NULL);

  text = g_string_new (NULL);
  append_line (text, "BEGIN:VCALENDAR");
  append_line (text, "VERSION:2.0");
  append_line (text, "PRODID:-//Needlewise//Needlewise " NW_VERSION "//EN");
  append_line (text, "CALSCALE:GREGORIAN");

  appointment = (Event) {
    .id = "appointment",
    .summary = _("First appointment"),
    .description = _("Take the notes from Needlewise with you."),
    .start = nw_plan_get_appointment (plan),
    .duration = "PT1H",
    .trigger = "-P1D",
  };
  append_event (text, plan, &appointment);

  due = nw_plan_get_due (plan);
  for (int i = 0; i < NW_N_CHECKS; i++)
    {
      gboolean licence = i == NW_CHECK_LICENCE;
      const Event event = {
        .id = licence ? "licence" : "insurance",
        .summary = licence ? _("Check the licence") : _("Call the insurer"),
        .description = licence ? _("Look the practitioner up before the first appointment.")
                               : _("Ask what is paid before the first appointment."),
        .start = due,
        .duration = "PT15M",
        .trigger = "PT0S",
      };

      if (nw_plan_get_state (plan, i) != NW_CHECK_DONE)
        append_event (text, plan, &event);
    }
  append_line (text, "END:VCALENDAR");
  return g_string_free (text, FALSE);
}
