/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through the whole window at random: keys, actions, other programs. After each
 * step the focus is somewhere, and what is shown is what is kept.
 *
 * NW_WALK_SEED=N walks one way again, NW_WALK_STEPS=N walks further. */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "app/nw-application.h"
#include "app/nw-window.h"
#include "view/plan/nw-plan-call.h"
#include "view/plan/nw-plan-field.h"
#include "view/plan/nw-plan-insurance.h"
#include "view/plan/nw-plan-licence.h"
#include "view/plan/nw-plan-page.h"
#include "view/plan/nw-plan-questions.h"
#include "view/screening/nw-screening-page.h"

#include "looking.h"

/* What the check has time for. */
#define SEEDS 2
#define STEPS 50
/* As many edits as one thing that a person does may be. */
#define MOST_EDITS 3

typedef struct
{
  GRand            *rand;
  NwApplication    *application;
  GSettings        *settings;
  NwPlanKeeper     *keeper;
  NwPlan           *plan;
  GtkWidget        *window;
  NwDirectory      *directory;
  NwInsuranceGuide *guide;
  /* Whether a step did what undo does not take back. */
  gboolean          lasting;
} Walk;

/* Choosing */

static guint
choose (Walk  *walk,
        guint  n)
{
  return (guint) g_rand_int_range (walk->rand, 0, (gint32) n);
}

#define CHOOSE(walk, table) ((table)[choose (walk, G_N_ELEMENTS (table))])

static GtkWidget *
get_focus (Walk *walk)
{
  return gtk_window_get_focus (GTK_WINDOW (walk->window));
}

/* Steps */

static void
move_focus (Walk *walk)
{
  static const GtkDirectionType directions[] = {
    GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_FORWARD,
    GTK_DIR_TAB_BACKWARD, GTK_DIR_DOWN, GTK_DIR_UP,
  };
  GtkDirectionType direction = CHOOSE (walk, directions);

  for (guint n = 1 + choose (walk, 8); n > 0; n--)
    gtk_widget_child_focus (walk->window, direction);
}

/* Links would start a browser. */
static void
press (Walk *walk)
{
  GtkWidget *focus = get_focus (walk);

  if (focus != NULL && !GTK_IS_LINK_BUTTON (focus))
    gtk_widget_activate (focus);
}

static void
type (Walk *walk)
{
  static const char * const texts[] = {
    "Ann Example", "a", "7", "12.12.2026", "5 December 2026", "10:30", "€ é “x”", " ", "12 weeks",
  };
  GtkWidget *focus = get_focus (walk);

  if (!GTK_IS_TEXT (focus) && !GTK_IS_TEXT_VIEW (focus))
    return;

  switch (choose (walk, 5))
    {
    case 0:
      g_signal_emit_by_name (focus, "delete-from-cursor", GTK_DELETE_PARAGRAPH_ENDS, -1);
      break;
    case 1:
      g_signal_emit_by_name (focus, "backspace");
      break;
    case 2:
      if (GTK_IS_TEXT (focus))
        gtk_editable_select_region (GTK_EDITABLE (focus), 0, -1);
      G_GNUC_FALLTHROUGH;
    default:
      g_signal_emit_by_name (focus, "insert-at-cursor", CHOOSE (walk, texts));
    }
}

static void
act (Walk       *walk,
     const char *detailed_action)
{
  GtkWidget *focus = get_focus (walk);
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_action, &name, &target, NULL));
  gtk_widget_activate_action_variant (focus != NULL ? focus : walk->window, name, target);
}

static void
show_place (Walk *walk)
{
  static const char * const places[] = {
    "win.page('read')", "win.page('screen')", "win.page('prepare')",
    "win.show-place('prepare:appointment')", "win.show-place('prepare:licence')",
    "win.show-place('prepare:insurance')", "win.show-place('prepare:questions')",
    "win.show-place('prepare:overview')", "win.emergency",
    "page.show('licence')", "page.show('insurance')", "page.show('questions')", "page.back",
  };

  act (walk, CHOOSE (walk, places));
}

static void
use_window (Walk *walk)
{
  static const char * const actions[] = {
    "win.put-off", "win.try-again", "win.dismiss-notice", "win.dismiss-settings",
    "win.dismiss-language", "win.menu", "page.copy", "page.find", "page.find-next",
    "page.find-previous", "page.save-later", "app.larger-text", "app.smaller-text",
    "app.normal-text", "app.reading-keys", "app.preferences", "app.privacy", "app.about",
    "app.reminder-done('licence')", "app.reminder-put-off('insurance')", "win.show-help-overlay",
  };
  const char *action = CHOOSE (walk, actions);

  walk->lasting = strstr (action, "put-off") != NULL || strstr (action, "try-again") != NULL;
  act (walk, action);
}

static void
screen (Walk *walk)
{
  static const char * const actions[] = {
    "screening.next", "screening.next", "screening.next", "screening.back",
    "screening.start-again", "screening.copy", "screening.forget", "screening.confirm",
    "screening.keep", "screening.our-form", "screening.their-form", "screening.close-form",
    "screening.resume", "screening.resume-form", "screening.delete-draft",
    "screening.delete-form-draft", "screening.dismiss-fault", "screening.save-later",
  };
  GtkWidget *page = find_visible_widget (walk->window, NW_TYPE_SCREENING_PAGE, 0);

  if (page != NULL)
    gtk_widget_activate_action (page, CHOOSE (walk, actions), NULL);
}

/* Goes from the opening to the end, with whatever answers there are. */
static void
skip_on (Walk *walk)
{
  GtkWidget *page = find_visible_widget (walk->window, NW_TYPE_SCREENING_PAGE, 0);
  NwScreening *screening;

  if (page == NULL)
    return;
  screening = nw_screening_page_get_screening (NW_SCREENING_PAGE (page));
  if (choose (walk, 3) == 0)
    nw_screening_show_review (screening);
  else
    nw_screening_show_page (screening, nw_screening_get_nth_page (
      screening, choose (walk, nw_screening_get_n_pages (screening))));
}

static void
open_form (Walk *walk)
{
  static const char * const names[] = { "clinic-form.json", "every-control.json", "meson.build" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", CHOOSE (walk, names),
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  nw_window_open_form (NW_WINDOW (walk->window), file);
}

static void
undo_or_redo (Walk *walk)
{
  act (walk, choose (walk, 3) > 0 ? "page.undo" : "page.redo");
}

static void
set_appointment (Walk *walk)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, (int) choose (walk, 60) - 10);

  nw_plan_set_appointment (walk->plan, choose (walk, 6) == 0 ? NULL : then);
}

/* Another Needlewise writes the same file, which ours then may not write over. */
static void
write_from_outside (Walk *walk)
{
  static const char * const names[] = { "", "Bea Example", "Cleo Example" };
  static const char * const countries[] = { "", "DE", "US", "SG", "XX" };
  g_autoptr (NwStore) store = nw_store_new (NULL);
  g_autoptr (NwPlanKeeper) keeper = nw_plan_keeper_new (store, nw_plan_get_clock (walk->plan));
  NwPlan *plan = nw_plan_keeper_get_plan (keeper);

  nw_plan_set_text (plan, NW_PLAN_COUNTRY, CHOOSE (walk, countries));
  nw_plan_set_text (plan, NW_PLAN_PRACTITIONER, CHOOSE (walk, names));
  nw_plan_set_result (plan, choose (walk, 4));
  nw_plan_keeper_flush (keeper);
}

static void
save (Walk *walk)
{
  nw_plan_keeper_flush (walk->keeper);
}

static void
change_look (Walk *walk)
{
  static const int widths[] = { 360, 700, 1100 };
  static const char * const switches[] = {
    "one-question-at-a-time", "remember-answers", "reminder-details",
  };
  GtkSettings *look = gtk_settings_get_default ();
  const char *key = CHOOSE (walk, switches);

  switch (choose (walk, 4))
    {
    case 0:
      gtk_window_set_default_size (GTK_WINDOW (walk->window), CHOOSE (walk, widths), 700);
      break;
    case 1:
      g_object_set (look, "gtk-application-prefer-dark-theme", choose (walk, 2) == 0, NULL);
      break;
    case 2:
      g_object_set (look, "gtk-theme-name", choose (walk, 2) == 0 ? "HighContrast" : "Default", NULL);
      break;
    default:
      g_settings_set_boolean (walk->settings, key, !g_settings_get_boolean (walk->settings, key));
    }
}

static void
delete_everything (Walk *walk)
{
  act (walk, "app.delete-everything");
  walk->lasting = TRUE;
}

/* Closes the window and opens another: pages and drafts begin anew. */
static void
open_again (Walk *walk)
{
  gtk_window_destroy (GTK_WINDOW (walk->window));
  settle ();
  walk->window = GTK_WIDGET (nw_window_new (walk->application, walk->settings));
  gtk_window_present (GTK_WINDOW (walk->window));
  gtk_test_widget_wait_for_draw (walk->window);
}

static const struct
{
  const char *name;
  void      (*take) (Walk *walk);
  guint       weight;
} steps[] = {
  { "moves the focus", move_focus, 40 },
  { "presses", press, 25 },
  { "types", type, 30 },
  { "goes", show_place, 14 },
  { "uses the window", use_window, 8 },
  { "screens", screen, 20 },
  { "skips on", skip_on, 8 },
  { "opens a form", open_form, 3 },
  { "undoes or redoes", undo_or_redo, 14 },
  { "sets the appointment", set_appointment, 4 },
  { "writes from outside", write_from_outside, 4 },
  { "saves", save, 4 },
  { "changes the look", change_look, 4 },
  { "deletes everything", delete_everything, 1 },
  { "opens again", open_again, 1 },
};

static guint
choose_step (Walk *walk)
{
  guint total = 0;
  guint left;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    total += steps[i].weight;
  left = choose (walk, total);
  for (guint i = 0;; i++)
    {
      if (left < steps[i].weight)
        return i;
      left -= steps[i].weight;
    }
}

/* What holds after each step */

/* Dialogues and further windows go again, from their own keys. */
static void
close_others (Walk *walk)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  gboolean closed = FALSE;

  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != walk->window && gtk_widget_get_visible (l->data))
      {
        gtk_widget_child_focus (l->data, GTK_DIR_TAB_FORWARD);
        gtk_window_close (l->data);
        closed = TRUE;
      }
  if (closed)
    settle ();
}

/* GTK finds another place for a focus that is gone with its next frame. */
static void
check_focus (Walk *walk)
{
  GtkWidget *focus = get_focus (walk);

  for (int i = 0; i < 3 && (focus == NULL || !gtk_widget_get_mapped (focus)); i++)
    {
      gtk_widget_queue_draw (walk->window);
      gtk_test_widget_wait_for_draw (walk->window);
      settle ();
      focus = get_focus (walk);
    }
  g_assert_nonnull (focus);
  if (!gtk_widget_get_mapped (focus))
    for (GtkWidget *w = focus; w != NULL; w = gtk_widget_get_parent (w))
      g_test_message ("unmapped focus: %s %s%s%s", G_OBJECT_TYPE_NAME (w),
                      gtk_widget_get_mapped (w) ? "" : "not mapped",
                      gtk_widget_get_visible (w) ? "" : " hidden",
                      gtk_widget_get_child_visible (w) ? "" : " child hidden");
  g_assert_true (gtk_widget_get_mapped (focus));
  g_assert_true (gtk_widget_is_sensitive (focus));
}

/* What the fields and boxes of a place hold, in their order. */
static void
collect (GtkWidget *widget,
         GString   *held)
{
  /* Which question is asked is the view’s own affair. */
  if (NW_IS_PLAN_CALL (widget))
    return;
  if (NW_IS_PLAN_FIELD (widget))
    {
      g_string_append_printf (held, "%s\n", gtk_editable_get_text (GTK_EDITABLE (
        nw_plan_field_get_entry (NW_PLAN_FIELD (widget)))));
      return;
    }
  if (GTK_IS_CHECK_BUTTON (widget))
    {
      g_string_append (held, gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) ? "x\n" : "-\n");
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, held);
}

static void
assert_like (GtkWidget *shown,
             GtkWidget *fresh)
{
  g_autoptr (GString) held = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);

  g_object_ref_sink (fresh);
  collect (shown, held);
  collect (fresh, expected);
  g_object_unref (fresh);
  g_assert_cmpstr (held->str, ==, expected->str);
}

/* A place that is made now holds what the one that is shown holds. */
static void
check_plan (Walk *walk)
{
  GtkWidget *page = find_visible_widget (walk->window, NW_TYPE_PLAN_PAGE, 0);
  GtkWidget *shown;

  if (page == NULL)
    return;
  if ((shown = find_widget (page, NW_TYPE_PLAN_LICENCE, 0)) != NULL)
    assert_like (shown, nw_plan_licence_new (walk->plan, walk->directory));
  else if ((shown = find_widget (page, NW_TYPE_PLAN_INSURANCE, 0)) != NULL)
    assert_like (shown, nw_plan_insurance_new (walk->plan, walk->directory, walk->guide));
  else if ((shown = find_widget (page, NW_TYPE_PLAN_QUESTIONS, 0)) != NULL)
    assert_like (shown, nw_plan_questions_new (walk->plan, walk->guide));
}

/* Undo leads back to how it was before the step, and redo to how it is. */
static void
check_undo (Walk       *walk,
            const char *before)
{
  g_autofree char *after = nw_plan_to_text (walk->plan);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  int n = 0;

  if (g_str_equal (before, after))
    return;
  do
    {
      nw_plan_undo (walk->plan);
      g_free (undone);
      undone = nw_plan_to_text (walk->plan);
    }
  while (++n < MOST_EDITS && !g_str_equal (undone, before) && nw_plan_get_can_undo (walk->plan));
  g_assert_cmpstr (undone, ==, before);
  check_plan (walk);

  while (n-- > 0)
    nw_plan_redo (walk->plan);
  redone = nw_plan_to_text (walk->plan);
  g_assert_cmpstr (redone, ==, after);
  check_plan (walk);
}

static void
check_answers (Walk *walk)
{
  GtkWidget *page = find_visible_widget (walk->window, NW_TYPE_SCREENING_PAGE, 0);
  NwScreening *screening;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (page == NULL)
    return;
  screening = nw_screening_page_get_screening (NW_SCREENING_PAGE (page));
  if (!nw_screening_can_undo (screening))
    return;
  before = nw_screening_write_draft (screening);
  act (walk, "page.undo");
  act (walk, "page.redo");
  after = nw_screening_write_draft (screening);
  g_assert_cmpstr (after, ==, before);
}

/* Letters that were typed before are a step of their own. */
static void
end_typing (Walk *walk)
{
  if (nw_plan_get_can_undo (walk->plan))
    {
      nw_plan_undo (walk->plan);
      nw_plan_redo (walk->plan);
    }
}

static void
take_step (Walk  *walk,
           guint  number)
{
  guint step = choose_step (walk);
  gboolean undoes = choose (walk, 4) == 0;
  gboolean read_only = nw_plan_keeper_get_read_only (walk->keeper);
  g_autofree char *before = NULL;

  g_test_message ("%u: %s", number, steps[step].name);
  if (undoes)
    end_typing (walk);
  before = nw_plan_to_text (walk->plan);
  walk->lasting = steps[step].take == undo_or_redo;
  steps[step].take (walk);
  if (choose (walk, 3) == 0)
    settle ();
  close_others (walk);
  check_focus (walk);
  check_plan (walk);
  /* A button that was pressed by a key acts a quarter of a second later: the plan may be
   * the other Needlewise’s now. */
  walk->lasting |= read_only && !nw_plan_keeper_get_read_only (walk->keeper);
  if (undoes && !walk->lasting)
    check_undo (walk, before);
  if (undoes)
    check_answers (walk);
}

static void
walk_at_random (Walk    *walk,
                guint32  seed,
                guint    n_steps)
{
  g_test_message ("NW_WALK_SEED=%u", seed);
  walk->rand = g_rand_new_with_seed (seed);
  for (guint i = 0; i < n_steps; i++)
    take_step (walk, i);
  g_clear_pointer (&walk->rand, g_rand_free);
}

static guint
get_number (const char *name,
            guint       fallback)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) strtoul (text, NULL, 10) : fallback;
}

static void
test_walk (gconstpointer data)
{
  NwApplication *application = (gpointer) data;
  g_autoptr (GSettings) settings = g_settings_new (NW_APPLICATION_ID);
  g_autoptr (NwDirectory) directory = nw_directory_load (NULL);
  g_autoptr (NwInsuranceGuide) guide = nw_insurance_guide_load (NULL);
  guint only = get_number ("NW_WALK_SEED", 0);
  guint n_steps = get_number ("NW_WALK_STEPS", STEPS);
  Walk walk = { 0 };

  walk.application = application;
  walk.settings = settings;
  walk.directory = directory;
  walk.guide = guide;
  walk.keeper = nw_application_get_plan_keeper (application);
  walk.plan = nw_plan_keeper_get_plan (walk.keeper);
  walk.window = GTK_WIDGET (nw_window_new (application, settings));
  gtk_window_present (GTK_WINDOW (walk.window));
  gtk_test_widget_wait_for_draw (walk.window);

  for (guint32 seed = 1; seed <= SEEDS; seed++)
    if (only == 0)
      walk_at_random (&walk, seed, n_steps);
  if (only != 0)
    walk_at_random (&walk, only, n_steps);

  gtk_window_destroy (GTK_WINDOW (walk.window));
  settle ();
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-walk-XXXXXX", NULL);
  g_autoptr (NwApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  /* Nothing that starts with the desktop: reminders are a matter of their own. */
  g_setenv ("SNAP", "needlewise", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = nw_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  g_test_add_data_func ("/view/random-walk", application, test_walk);
  status = g_test_run ();

  nw_plan_keeper_delete_all (nw_application_get_plan_keeper (application), NULL);
  g_rmdir (folder);
  return status;
}
