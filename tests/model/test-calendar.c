/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the calendar file. With NW_CALENDAR_OUT=FILE one is left there, for
 * other programs to read. */

#include "config.h"

#include <libintl.h>
#include <string.h>

#include "model/plan/nw-calendar.h"
#include "model/plan/nw-time.h"

/* No text of ours is long, or holds what has to be escaped; a translation may. */
#define NOTES "Take the notes from Needlewise with you."
#define LONG_NOTES "Llévese las notas, por favor; así no olvida nada.\nAñada un \\ si quiere: " \
                   "«ñandú, ñandú, ñandú, ñandú, ñandú, ñandú, ñandú, ñandú, ñandú, ñandú» — ya está."

static const char *notes = NOTES;

#undef gettext
#undef dcgettext

/* Before the C library’s own. */
char *
dcgettext (const char *domain,
           const char *text,
           int         category)
{
  return (char *) (strcmp (text, NOTES) == 0 ? notes : text);
}

char *
gettext (const char *text)
{
  return dcgettext (NULL, text, 0);
}

static NwPlan *
create_plan (void)
{
  g_autoptr (GDateTime) now = nw_time_new_from_text ("2026-11-22T12:00", "UTC");
  g_autoptr (GDateTime) appointment = nw_time_new_from_text ("2026-12-12T10:30", "Europe/Berlin");
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);
  NwPlan *plan = nw_plan_new (clock);

  nw_plan_set_appointment (plan, appointment);
  return plan;
}

static int
count (const char *text,
       const char *word)
{
  int n = 0;

  for (const char *p = text; (p = strstr (p, word)) != NULL; p++)
    n++;
  return n;
}

static void
test_lines (void)
{
  g_autoptr (NwPlan) plan = create_plan ();
  g_autofree char *text = nw_calendar_build (plan);
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpint (strlen (lines[i]), <=, 75);
      g_assert_null (strpbrk (lines[i], "\r\n"));
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  g_assert_cmpint (count (text, "\r\nDTSTART:20261212T093000Z\r\n"), ==, 1);
  g_assert_cmpint (count (text, "\r\nDTSTART:20261209T080000Z\r\n"), ==, 2);
  g_assert_cmpint (count (text, "BEGIN:VEVENT\r\n"), ==, 3);
  g_assert_cmpint (count (text, "BEGIN:VALARM\r\n"), ==, 3);
  g_assert_cmpint (count (text, "ACTION:DISPLAY\r\n"), ==, 3);
}

/* RFC 5545, 3.1 and 3.3.11 */
static void
test_long_text (void)
{
  g_autoptr (NwPlan) plan = create_plan ();
  g_autofree char *text = NULL;
  g_autofree char *unfolded = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) parts = NULL;

  notes = LONG_NOTES;
  text = nw_calendar_build (plan);
  notes = NOTES;
  lines = g_strsplit (text, "\r\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }

  parts = g_strsplit (text, "\r\n ", -1);
  g_assert_cmpint (g_strv_length (parts), >, 1);
  unfolded = g_strjoinv ("", parts);
  g_assert_nonnull (strstr (unfolded,
                            "\r\nDESCRIPTION:Llévese las notas\\, por favor\\; así no olvida nada."
                            "\\nAñada un \\\\ si quiere: «ñandú\\, ñandú\\, "));
  g_assert_nonnull (strstr (unfolded, "ñandú» — ya está.\r\n"));
}

/* The checks are due before the clocks change, the appointment is behind that. */
static void
test_clocks_change (void)
{
  g_autoptr (NwPlan) plan = create_plan ();
  g_autoptr (GDateTime) spring = nw_time_new_from_text ("2027-03-30T08:00", "Europe/Berlin");
  g_autofree char *text = NULL;

  nw_plan_set_appointment (plan, spring);
  text = nw_calendar_build (plan);
  g_assert_cmpint (count (text, "\r\nDTSTART:20270330T060000Z\r\n"), ==, 1);
  g_assert_cmpint (count (text, "\r\nDTSTART:20270327T080000Z\r\n"), ==, 2);
}

static void
test_done_is_left_out (void)
{
  g_autoptr (NwPlan) plan = create_plan ();
  g_autofree char *text = NULL;

  nw_plan_mark_done (plan, NW_CHECK_LICENCE, TRUE);
  text = nw_calendar_build (plan);
  g_assert_cmpint (count (text, "BEGIN:VEVENT"), ==, 2);
  g_assert_null (strstr (text, "UID:licence-"));
}

static char *
dup_uid (NwPlan *plan)
{
  g_autofree char *text = nw_calendar_build (plan);
  const char *start = strstr (text, "UID:appointment-");

  return g_strndup (start, strcspn (start, "\r"));
}

static void
test_uid_stays (void)
{
  g_autoptr (NwPlan) plan = create_plan ();
  g_autoptr (NwPlan) other = create_plan ();
  g_autoptr (GDateTime) later = nw_time_new_from_text ("2027-01-12T10:30", "Europe/Berlin");
  g_autofree char *first = dup_uid (plan);
  g_autofree char *moved = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *others = dup_uid (other);

  nw_plan_set_appointment (plan, later);
  moved = dup_uid (plan);
  nw_plan_undo (plan);
  undone = dup_uid (plan);
  g_assert_cmpstr (first, ==, moved);
  g_assert_cmpstr (first, ==, undone);
  g_assert_cmpstr (first, !=, others);
}

static void
test_leave_one (void)
{
  g_autoptr (NwPlan) plan = create_plan ();
  g_autofree char *text = NULL;

  notes = LONG_NOTES;
  text = nw_calendar_build (plan);
  notes = NOTES;
  g_assert_true (g_file_set_contents (g_getenv ("NW_CALENDAR_OUT"), text, -1, NULL));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/calendar/lines", test_lines);
  g_test_add_func ("/model/calendar/long-text", test_long_text);
  g_test_add_func ("/model/calendar/clocks-change", test_clocks_change);
  g_test_add_func ("/model/calendar/done-is-left-out", test_done_is_left_out);
  g_test_add_func ("/model/calendar/uid-stays", test_uid_stays);
  if (g_getenv ("NW_CALENDAR_OUT") != NULL)
    g_test_add_func ("/model/calendar/leave-one", test_leave_one);

  return g_test_run ();
}
