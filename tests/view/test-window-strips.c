/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the strips: what is due, what comes after the appointment, and why
 * some text is in English. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "app/nw-application.h"
#include "app/nw-window-strips.h"
#include "model/plan/nw-time.h"
#include "view/widgets/nw-banner.h"
#include "view/widgets/nw-page-switcher.h"

/* Stands before the program’s own Spanish article. */
static char *folder;
static char *article;

static NwApplication *application;

static void
write_article (const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (article, text, -1, &error);
  g_assert_no_error (error);
}

static int
count_shown (GtkWidget *box)
{
  int shown = 0;

  for (GtkWidget *strip = gtk_widget_get_first_child (box); strip != NULL;
       strip = gtk_widget_get_next_sibling (strip))
    if (nw_banner_is_shown (NW_BANNER (strip)))
      shown++;
  return shown;
}

static void
assert_strips (const char *language,
               int         expected)
{
  GtkWidget *window = gtk_application_window_new (GTK_APPLICATION (application));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (NwWindowStrips) strips = NULL;

  g_setenv ("LANGUAGE", language, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), box);
  strips = nw_window_strips_new (GTK_APPLICATION_WINDOW (window), GTK_BOX (box),
                                 nw_application_get_plan_keeper (application));
  g_assert_cmpint (count_shown (box), ==, expected);

  g_action_group_activate_action (G_ACTION_GROUP (window), "dismiss-language", NULL);
  g_assert_cmpint (count_shown (box), ==, 0);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_outdated_translation_is_told (void)
{
  write_article ("{\"version\": \"2020.1.1\"}");
  assert_strips ("es", 1);
  assert_strips ("en", 0);
  g_unlink (article);
}

static void
test_current_translation_is_not (void)
{
  g_unlink (article);
  assert_strips ("es", 0);
}

/* A window with strips, by a clock that a test moves. */
typedef struct
{
  NwPlan         *plan;
  GtkWidget      *window;
  GtkWidget      *box;
  NwWindowStrips *strips;
} World;

static void
set_now (World      *world,
         const char *text)
{
  g_autoptr (GDateTime) now = nw_time_new_from_text (text, "UTC");

  nw_clock_set_now (nw_plan_get_clock (world->plan), now);
}

static void
set_up (World         *world,
        gconstpointer  data)
{
  g_autoptr (NwStore) store = nw_store_new (folder);
  g_autoptr (GDateTime) now = nw_time_new_from_text ("2026-11-22T12:00", "UTC");
  g_autoptr (GDateTime) appointment = nw_time_new_from_text ("2026-12-12T10:30", "UTC");
  g_autoptr (NwClock) clock = nw_clock_new_fixed (now);
  g_autoptr (NwPlanKeeper) keeper = nw_plan_keeper_new (store, clock);

  world->plan = g_object_ref (nw_plan_keeper_get_plan (keeper));
  nw_plan_clear (world->plan);
  nw_plan_set_appointment (world->plan, appointment);
  world->window = gtk_application_window_new (GTK_APPLICATION (application));
  world->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_window_set_child (GTK_WINDOW (world->window), world->box);
  world->strips = nw_window_strips_new (GTK_APPLICATION_WINDOW (world->window),
                                        GTK_BOX (world->box), keeper);
}

static void
tear_down (World         *world,
           gconstpointer  data)
{
  g_clear_object (&world->strips);
  gtk_window_destroy (GTK_WINDOW (world->window));
  g_clear_object (&world->plan);
}

/* Whether a label or button below it says so. */
static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
assert_strip (World      *world,
              const char *text)
{
  g_test_message ("%s", text != NULL ? text : "no strip");
  g_assert_cmpint (count_shown (world->box), ==, text != NULL ? 1 : 0);
  if (text != NULL)
    g_assert_true (says (world->box, text));
}

static void
put_off (World *world)
{
  g_action_group_activate_action (G_ACTION_GROUP (world->window), "put-off", NULL);
}

static void
test_says_what_is_due (World         *world,
                       gconstpointer  data)
{
  assert_strip (world, NULL);
  set_now (world, "2026-12-02T00:00");
  assert_strip (world, "The licence and the insurance are not checked yet: due in 7 days.");
  set_now (world, "2026-12-09T00:00");
  assert_strip (world, "due today.");
  nw_plan_set_result (world->plan, NW_LICENCE_ACTIVE);
  assert_strip (world, "The insurance is not checked yet: due today.");
  g_assert_true (says (world->box, "Go Through the Call"));
  set_now (world, "2026-12-10T00:00");
  assert_strip (world, "The insurance is not checked yet: overdue.");
  nw_plan_mark_done (world->plan, NW_CHECK_INSURANCE, TRUE);
  assert_strip (world, NULL);
  nw_plan_undo (world->plan);
  assert_strip (world, "overdue.");
}

static void
test_put_off_until_tomorrow (World         *world,
                             gconstpointer  data)
{
  set_now (world, "2026-12-10T12:00");
  assert_strip (world, "overdue.");
  put_off (world);
  assert_strip (world, NULL);
  set_now (world, "2026-12-11T08:59");
  assert_strip (world, NULL);
  set_now (world, "2026-12-11T09:00");
  assert_strip (world, "overdue.");
}

/* Nothing is overdue once the appointment has been. */
static void
test_asks_after_the_appointment (World         *world,
                                 gconstpointer  data)
{
  g_autoptr (GDateTime) next = nw_time_new_from_text ("2026-12-20T10:30", "UTC");

  set_now (world, "2026-12-12T10:29");
  assert_strip (world, "overdue.");
  set_now (world, "2026-12-12T10:30");
  assert_strip (world, "Your appointment was on 12 December 2026. How did it go?");
  g_assert_true (says (world->box, "Set the Next Date"));
  g_assert_false (says (world->box, "overdue"));
  put_off (world);
  assert_strip (world, NULL);
  set_now (world, "2027-12-12T10:30");
  assert_strip (world, NULL);
  set_now (world, "2026-12-16T12:00");
  nw_plan_set_appointment (world->plan, next);
  assert_strip (world, "due in 1 day.");
}

/* No bus here, so nothing that shows notifications. */
static void
test_is_all_there_is (World         *world,
                      gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);

  set_now (world, "2026-12-10T12:00");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (says (world->box, "notifications"));
  g_settings_set_boolean (settings, "reminders", TRUE);
  while (!says (world->box, "overdue. Nothing on this computer shows notifications now, so only "
                            "this strip reminds you."))
    g_main_context_iteration (NULL, TRUE);
  g_settings_reset (settings, "reminders");
  g_assert_false (says (world->box, "notifications"));
}

/* The small count beside the page’s name. */
static void
test_switcher_counts (void)
{
  g_autoptr (GtkWidget) switcher = g_object_ref_sink (g_object_new (NW_TYPE_PAGE_SWITCHER, NULL));

  g_assert_false (says (switcher, "2"));
  nw_page_switcher_set_to_do (NW_PAGE_SWITCHER (switcher), 2);
  g_assert_true (says (switcher, "2"));
  nw_page_switcher_set_to_do (NW_PAGE_SWITCHER (switcher), 1);
  g_assert_true (says (switcher, "1"));
  g_assert_false (says (switcher, "2"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *spanish = NULL;
  g_autofree char *overlay = NULL;
  g_autoptr (GError) error = NULL;
  int result;

  folder = g_dir_make_tmp ("needlewise-strips-XXXXXX", &error);
  g_assert_no_error (error);
  spanish = g_build_filename (folder, "es", NULL);
  article = g_build_filename (spanish, "article.json", NULL);
  g_assert_cmpint (g_mkdir (spanish, 0700), ==, 0);
  overlay = g_strconcat (NW_RESOURCE_PATH "/content=", folder, NULL);
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);

  gtk_test_init (&argc, &argv, NULL);
  application = nw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_func ("/view/window-strips/outdated-translation-is-told",
                   test_outdated_translation_is_told);
  g_test_add_func ("/view/window-strips/current-translation-is-not",
                   test_current_translation_is_not);
#define ADD(path, func) \
  g_test_add ("/view/window-strips/" path, World, NULL, set_up, func, tear_down)
  ADD ("says-what-is-due", test_says_what_is_due);
  ADD ("put-off-until-tomorrow", test_put_off_until_tomorrow);
  ADD ("is-all-there-is", test_is_all_there_is);
  ADD ("asks-after-the-appointment", test_asks_after_the_appointment);
#undef ADD
  g_test_add_func ("/view/window-strips/switcher-counts", test_switcher_counts);
  result = g_test_run ();

  g_rmdir (spanish);
  g_rmdir (folder);
  g_free (article);
  g_free (folder);
  return result;
}
