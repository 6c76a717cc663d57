/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an input to the next painted frame: what it takes of the processor, the
 * pieces that are built meanwhile included, whatever else the machine does. */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <glib/gstdio.h>
#include <gtk/gtk.h>

#include "model/article/nw-article.h"
#include "model/screening/nw-screening.h"
#include "view/article/nw-article-page.h"
#include "view/article/nw-article-view.h"
#include "view/plan/nw-plan-page.h"
#include "view/plan/nw-plan-where.h"
#include "view/screening/nw-screening-page.h"

#include "long-article.h"

#define FRAME_MS (1000.0 / 60)
#define N_PAGES 3
/* What scrolling through the whole shipped article takes; others are compared with it. */
#define ARTICLE_FRAMES 260
/* Nothing more is painted where nothing was for so long. */
#define QUIET_MS 60
/* So many frames after an input belong to it. */
#define MOST_FRAMES 12

typedef void (*Input) (GtkWidget *page,
                       guint      number);

static gboolean painted;

static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static void
after_paint_cb (GdkFrameClock *clock,
                gpointer       user_data)
{
  painted = TRUE;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
set_over_cb (gpointer is_over)
{
  *(gboolean *) is_over = TRUE;
  return G_SOURCE_REMOVE;
}

/* What the frame took, and the longest of the pieces of work before it: the
 * others were done while there was time, but that one may have held it up.
 * Negative where no frame came within the time. */
static double
wait_for_next_frame (guint most_ms)
{
  gboolean is_over = FALSE;
  guint timeout_id = most_ms > 0 ? g_timeout_add (most_ms, set_over_cb, &is_over) : 0;
  double longest = 0;
  double taken = -1;

  painted = FALSE;
  while (taken < 0 && !is_over)
    {
      double start = get_time ();

      g_main_context_iteration (NULL, TRUE);
      if (painted)
        taken = get_time () - start + longest;
      longest = MAX (longest, get_time () - start);
    }
  if (timeout_id != 0 && !is_over)
    g_source_remove (timeout_id);
  return taken;
}

static double
wait_for_frame (GtkWidget *window)
{
  gtk_widget_queue_draw (window);
  return wait_for_next_frame (0);
}

static int
compare (const void *a,
         const void *b)
{
  double difference = *(const double *) a - *(const double *) b;

  return (difference > 0) - (difference < 0);
}

/* The longest of the frames that come until nothing more is painted. */
static double
wait_until_settled (void)
{
  double longest = 0;

  for (guint i = 0; i < MOST_FRAMES; i++)
    {
      double taken = wait_for_next_frame (QUIET_MS);

      if (taken < 0)
        break;
      longest = MAX (longest, taken);
    }
  return longest;
}

/* What kept.txt keeps of a measurement, to compare with, or "". */
static char *
dup_kept (const char *name)
{
  g_autofree char *text = NULL;
  g_autofree char *start = g_strdup_printf ("\nframes: %s: late, %% ", name);
  const char *file = g_getenv ("NW_KEPT");
  const char *found;

  if (file == NULL
      || !g_file_get_contents (file, &text, NULL, NULL)
      || (found = strstr (text, start)) == NULL)
    return g_strdup ("");
  found += strlen (start);
  return g_strndup (found, strcspn (found, "\n"));
}

/* Does @input again and again: as fast as frames are painted, as somebody does who
 * scrolls or types, or where @settles, waiting after each until nothing more is
 * painted. An input is late where the frame that answers it is, or one of those. */
static double
measure (const char *name,
         GtkWidget  *window,
         GtkWidget  *page,
         Input       input,
         guint       n,
         guint       n_warm,
         gboolean    settles)
{
  g_autofree double *times = g_new (double, n);
  g_autofree char *kept = dup_kept (name);
  guint late = 0;

  for (guint i = 0; i < n + n_warm; i++)
    {
      double start = get_time ();
      double taken;
      double longest;

      input (page, i);
      taken = get_time () - start + wait_for_frame (window);
      longest = MAX (taken, settles ? wait_until_settled () : 0);
      if (i < n_warm)
        continue;
      times[i - n_warm] = taken;
      late += longest > FRAME_MS;
    }
  qsort (times, n, sizeof (double), compare);
  g_print ("%-44s %6.1f ms  %6.1f ms  %5.1f %%  %6s\n", name, times[n / 2],
           times[MIN (n - 1, n * 99 / 100)], 100.0 * late / n, kept);
  return times[n / 2];
}

static GtkWidget *
show (GtkWidget *page,
      NwLayout   layout)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1040, 780);
  gtk_window_set_child (GTK_WINDOW (window), page);
  if (NW_IS_PAGE (page))
    nw_page_set_layout (NW_PAGE (page), layout);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gdk_surface_get_frame_clock (gtk_native_get_surface (GTK_NATIVE (window))),
                    "after-paint", G_CALLBACK (after_paint_cb), NULL);
  wait_for_frame (window);
  settle ();
  return window;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* The inputs */

/* Looked for once: in a long article it takes as long as a frame. */
static GtkAdjustment *
get_adjustment (GtkWidget *page)
{
  GtkAdjustment *adjustment = g_object_get_data (G_OBJECT (page), "adjustment");

  if (adjustment == NULL)
    {
      GtkWidget *view = find_widget (page, NW_TYPE_ARTICLE_VIEW);
      GtkWidget *scroller = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);

      adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      g_object_set_data (G_OBJECT (page), "adjustment", adjustment);
    }
  return adjustment;
}

static void
scroll_down (GtkWidget *page,
             guint      number)
{
  GtkAdjustment *adjustment = get_adjustment (page);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 90);
}

static void
type_word (GtkWidget *page,
           guint      number)
{
  static const char word[] = "acupuncture";
  GtkWidget *entry = find_widget (page, GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *text = g_strndup (word, 1 + number % strlen (word));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
step (GtkWidget *page,
      guint      number)
{
  gtk_widget_activate_action (page, number % 2 == 0 ? "screening.next" : "screening.back", NULL);
}

/* Through all pages of a form, and back. */
static void
walk (GtkWidget *page,
      guint      number)
{
  gtk_widget_activate_action (page, number % 58 < 29 ? "screening.next" : "screening.back", NULL);
}

/* To the page of all answers, and to that of one of them. */
static void
review (GtkWidget *page,
        guint      number)
{
  NwScreening *screening = nw_screening_page_get_screening (NW_SCREENING_PAGE (page));

  if (number % 2 == 0)
    nw_screening_show_review (screening);
  else
    nw_screening_show_page (screening, nw_screening_get_nth_page (screening, 1));
}

/* The answer on which a question further down depends. */
static void
answer (GtkWidget *page,
        guint      number)
{
  NwScreening *screening = nw_screening_page_get_screening (NW_SCREENING_PAGE (page));
  NwResponseItem *item = nw_response_find (nw_screening_get_response (screening), "q0.2");

  nw_screening_choose (screening, item, number % 2, TRUE);
}

static void
switch_page (GtkWidget *stack,
             guint      number)
{
  GtkWidget **pages = g_object_get_data (G_OBJECT (stack), "pages");

  /* As the window does: only the page that is shown is in the tree. */
  gtk_box_remove (GTK_BOX (stack), gtk_widget_get_first_child (stack));
  gtk_box_append (GTK_BOX (stack), pages[number % N_PAGES]);
}

/* Documents of any size */

static NwScreening *
read_screening (const char *text,
                gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (NwQuestionnaire) form = NULL;
  g_autoptr (GError) error = NULL;

  form = nw_questionnaire_new_from_bytes (bytes, "form", &error);
  if (form == NULL)
    g_error ("The form: %s", error->message);
  return nw_screening_new (form, "en");
}

/* Each item is a page, or all are on the second of two. */
static NwScreening *
make_screening (guint    n_items,
                gboolean on_one_page)
{
  g_autoptr (GString) text = g_string_new ("{\"resourceType\":\"Questionnaire\","
                                           "\"status\":\"draft\",\"item\":[");

  if (on_one_page)
    g_string_append (text, "{\"linkId\":\"first\",\"text\":\"First\",\"type\":\"boolean\"},"
                           "{\"linkId\":\"all\",\"text\":\"All\",\"type\":\"group\",\"item\":[");

  for (guint i = 0; i < n_items; i++)
    g_string_append_printf (text, "%s{\"linkId\":\"q%u\",\"text\":\"Question %u\","
                            "\"type\":\"boolean\"}", i > 0 ? "," : "", i, i);
  g_string_append (text, on_one_page ? "]}]}" : "]}");
  return read_screening (text->str, text->len);
}

/* As large as the largest forms in use: 30 pages with all types of items and all
 * controls, a question that depends on another and a group that repeats. */
static NwScreening *
make_largest_screening (void)
{
  static const char *const options =
    "\"answerOption\":[{\"valueString\":\"Never\"},{\"valueString\":\"Now and then\"},"
    "{\"valueString\":\"On most days of the week\"},{\"valueString\":\"Every day\"}]";
  static const struct
  {
    const char *type;
    gboolean    has_options;
    gboolean    repeats;
    const char *control;
  } kinds[] = {
    { "display", FALSE, FALSE, NULL },      { "boolean", FALSE, FALSE, NULL },
    { "choice", TRUE, FALSE, NULL },        { "choice", TRUE, TRUE, NULL },
    { "choice", TRUE, FALSE, "drop-down" }, { "choice", TRUE, TRUE, "check-box" },
    { "open-choice", TRUE, FALSE, NULL },   { "open-choice", TRUE, TRUE, NULL },
    { "integer", FALSE, FALSE, NULL },      { "integer", FALSE, FALSE, "slider" },
    { "decimal", FALSE, FALSE, NULL },      { "quantity", FALSE, FALSE, NULL },
    { "date", FALSE, FALSE, NULL },         { "dateTime", FALSE, FALSE, NULL },
    { "time", FALSE, FALSE, NULL },         { "string", FALSE, FALSE, NULL },
    { "string", FALSE, TRUE, NULL },        { "text", FALSE, FALSE, NULL },
    { "url", FALSE, FALSE, NULL },          { "attachment", FALSE, FALSE, NULL },
    { "boolean", FALSE, FALSE, NULL },      { "choice", TRUE, FALSE, NULL },
    { "display", FALSE, FALSE, NULL },      { "integer", FALSE, FALSE, NULL },
  };
  g_autoptr (GString) text = g_string_new ("{\"resourceType\":\"Questionnaire\","
                                           "\"status\":\"draft\",\"item\":[");

  for (guint page = 0; page < 30; page++)
    {
      g_string_append_printf (text, "%s{\"linkId\":\"p%u\",\"type\":\"group\","
                              "\"text\":\"Page %u\",\"item\":[", page > 0 ? "," : "", page, page);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          g_string_append_printf (text, "{\"linkId\":\"q%u.%u\",\"type\":\"%s\","
                                  "\"text\":\"How is it with number %u of the page?\"",
                                  page, i, kinds[i].type, i);
          if (kinds[i].repeats)
            g_string_append (text, ",\"repeats\":true");
          if (kinds[i].has_options)
            g_string_append_printf (text, ",%s", options);
          if (kinds[i].control != NULL)
            g_string_append_printf (text, ",\"extension\":[{\"url\":\"http://hl7.org/fhir/"
                                    "StructureDefinition/questionnaire-itemControl\","
                                    "\"valueCodeableConcept\":{\"coding\":[{\"system\":"
                                    "\"http://hl7.org/fhir/questionnaire-item-control\","
                                    "\"code\":\"%s\"}]}}]", kinds[i].control);
          if (i == 8)
            g_string_append_printf (text, ",\"enableWhen\":[{\"question\":\"q%u.2\","
                                    "\"operator\":\"=\",\"answerString\":\"Never\"}]", page);
          g_string_append (text, "},");
        }
      g_string_append_printf (text, "{\"linkId\":\"g%u\",\"type\":\"group\",\"repeats\":true,"
                              "\"text\":\"A medicine\",\"item\":[{\"linkId\":\"m%u\","
                              "\"type\":\"string\",\"text\":\"Its name\"}]}]}", page, page);
    }
  g_string_append (text, "]}");
  return read_screening (text->str, text->len);
}

static NwDirectory *
make_directory (guint n_countries,
                guint n_registers)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":1,\"version\":\"1\",\"language\":\"en\","
                                           "\"checked\":\"2026-11-22\",\"advice\":[\"Look.\"],"
                                           "\"missing\":\"None.\",\"countries\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (NwJson) json = NULL;
  NwDirectory *directory;

  for (guint i = 0; i < n_countries; i++)
    {
      g_string_append_printf (text, "%s{\"code\":\"%c%c\",\"name\":\"Acountry %u\",\"registers\":[",
                              i > 0 ? "," : "", 'A' + i / 26, 'A' + i % 26, i);
      for (guint j = 0; j < n_registers; j++)
        g_string_append_printf (text, "%s{\"id\":\"r%u-%u\",\"who\":\"Board\",\"title\":\"T\","
                                "\"standing\":\"law\",\"tells\":\"It shows little.\","
                                "\"address\":\"https://example.org\",\"checked\":\"2026-11-22\","
                                "\"confidence\":\"high\"}", j > 0 ? "," : "", i, j);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  bytes = g_bytes_new (text->str, text->len);
  json = nw_json_new_from_bytes (bytes, "directory", NULL, &error);
  directory = json != NULL ? nw_directory_new_from_json (json, &error) : NULL;
  if (directory == NULL)
    g_error ("The directory: %s", error->message);
  return directory;
}

/* The benchmarks */

static void
measure_article (GSettings *settings)
{
  GtkWidget *page = nw_article_page_new (settings);
  GtkWidget *window = show (page, NW_LAYOUT_WIDE);

  g_action_group_activate_action (nw_page_get_actions (NW_PAGE (page)), "find", NULL);
  measure ("find as you type", window, page, type_word, 44, 2, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));

  page = nw_article_page_new (settings);
  window = show (page, NW_LAYOUT_WIDE);
  measure ("scroll, the whole article", window, page, scroll_down, ARTICLE_FRAMES, 0, FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_long_articles (GSettings *settings)
{
  static const guint sizes[] = { 10, 100, 1000 };
  double last = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NwArticle) article = make_long_article (sizes[i], 6);
      g_autofree char *name = g_strdup_printf ("scroll, %u sections", sizes[i]);
      double start = get_time ();
      GtkWidget *page = nw_article_page_new_for_article (settings, article, NULL);
      GtkWidget *window = show (page, NW_LAYOUT_WIDE);
      double opened = get_time () - start;
      double median = measure (name, window, page, scroll_down, ARTICLE_FRAMES, 2, FALSE);

      g_print ("    opened in %.0f ms", opened);
      if (i > 0)
        g_print (", scrolling grew %.1f times", median / last);
      g_print ("\n");
      last = median;
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
measure_forms (gboolean on_one_page)
{
  static const guint sizes[] = { 100, 1000, 10000 };
  double last = 0;
  double last_review = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      GtkWidget *page = nw_screening_page_new ();
      GtkWidget *window = show (page, NW_LAYOUT_WIDE);
      g_autofree char *name = g_strdup_printf ("wizard step, %u items%s", sizes[i],
                                               on_one_page ? " on a page" : "");
      g_autofree char *review_name = g_strdup_printf ("all answers, %u items%s", sizes[i],
                                                      on_one_page ? " on a page" : "");
      double start = get_time ();
      g_autoptr (NwScreening) screening = make_screening (sizes[i], on_one_page);
      double opened;
      double median;
      double median_review;

      nw_screening_page_set_screening (NW_SCREENING_PAGE (page), screening);
      wait_for_frame (window);
      opened = get_time () - start;
      nw_screening_show_page (screening, nw_screening_get_nth_page (screening, 0));
      median = measure (name, window, page, step, 30, 4, TRUE);
      median_review = measure (review_name, window, page, review, 30, 4, TRUE);
      g_print ("    opened in %.0f ms", opened);
      if (i > 0)
        g_print (", a step grew %.1f times, all answers %.1f times", median / last,
                 median_review / last_review);
      g_print ("\n");
      last = median;
      last_review = median_review;
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
measure_largest_form (GSettings *settings)
{
  GtkWidget *page = nw_screening_page_new ();
  GtkWidget *window = show (page, NW_LAYOUT_WIDE);
  double start = get_time ();
  g_autoptr (NwScreening) screening = make_largest_screening ();
  double opened;

  nw_screening_page_set_screening (NW_SCREENING_PAGE (page), screening);
  nw_screening_show_page (screening, nw_screening_get_nth_page (screening, 0));
  wait_for_frame (window);
  opened = get_time () - start;
  measure ("answer, 810 items on 30 pages", window, page, answer, 30, 2, TRUE);
  measure ("wizard step, 810 items on 30 pages", window, page, walk, 58, 2, TRUE);
  g_print ("    opened in %.0f ms\n", opened);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_directories (GSettings *settings)
{
  static const guint sizes[] = { 1, 10, 100 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (NwClock) clock = nw_clock_new ();
      g_autoptr (NwPlan) plan = nw_plan_new (clock);
      g_autoptr (NwDirectory) directory = make_directory (100, sizes[i]);
      g_autofree char *name = g_strdup_printf ("filter, %u registers", 100 * sizes[i]);
      GtkWidget *where = nw_plan_where_new (plan, directory, FALSE);
      GtkWidget *window = show (where, NW_LAYOUT_WIDE);

      measure (name, window, where, type_word, 33, 2, FALSE);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static void
measure_pages (GSettings *settings)
{
  g_autofree char *folder = g_dir_make_tmp ("nw-benchmark-XXXXXX", NULL);
  g_autoptr (NwStore) store = nw_store_new (folder);
  g_autoptr (NwClock) clock = nw_clock_new ();
  g_autoptr (NwPlanKeeper) keeper = nw_plan_keeper_new (store, clock);
  GtkWidget *stack = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *pages[N_PAGES] = { g_object_ref_sink (nw_screening_page_new ()),
                                g_object_ref_sink (nw_plan_page_new (keeper)),
                                g_object_ref_sink (nw_article_page_new (settings)) };
  GtkWidget *window;

  g_object_set_data (G_OBJECT (stack), "pages", pages);
  for (guint i = 0; i < N_PAGES; i++)
    {
      gtk_widget_set_vexpand (pages[i], TRUE);
      nw_page_set_layout (NW_PAGE (pages[i]), NW_LAYOUT_WIDE);
    }
  gtk_box_append (GTK_BOX (stack), pages[N_PAGES - 1]);
  window = show (stack, NW_LAYOUT_WIDE);
  measure ("page switch: Screen, Prepare, Read", window, stack, switch_page, 42, 6, TRUE);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < N_PAGES; i++)
    g_object_unref (pages[i]);
  g_rmdir (folder);
}

static void
add_style (const char *path)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
measure_form_by_pages (GSettings *settings)
{
  measure_forms (FALSE);
}

static void
measure_form_on_a_page (GSettings *settings)
{
  measure_forms (TRUE);
}

static const struct
{
  const char *name;
  void      (*measure) (GSettings *settings);
} parts[] = {
  { "switch", measure_pages },
  { "article", measure_article },
  { "long-article", measure_long_articles },
  { "form", measure_form_by_pages },
  { "form-page", measure_form_on_a_page },
  { "largest-form", measure_largest_form },
  { "directory", measure_directories },
};

static void
check_names (char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      guint part = 0;

      while (part < G_N_ELEMENTS (parts) && !g_str_equal (names[i], parts[part].name))
        part++;
      if (part == G_N_ELEMENTS (parts))
        g_error ("There is no part %s; %s is one.", names[i], parts[0].name);
    }
}

/* All of it, or the parts that are named. */
int
main (int    argc,
      char **argv)
{
  g_autoptr (GSettings) settings = NULL;
  char **names = argv + 1;

  check_names (names);
  gtk_init ();
  add_style (NW_RESOURCE_PATH "/ui/palette-light.css");
  add_style (NW_RESOURCE_PATH "/ui/style.css");
  settings = g_settings_new (NW_APPLICATION_ID);
  g_print ("%-44s %9s  %9s  %s\n", "CPU from an input to the painted frame", "median",
           "99th of 100", "over 16.7 ms  kept");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (names[0] == NULL || g_strv_contains ((const char * const *) names, parts[i].name))
      parts[i].measure (settings);
  return EXIT_SUCCESS;
}
