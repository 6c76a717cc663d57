/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures loading a large form and applying one answer, and how both grow with its size. */

#include "config.h"

#include "model/questionnaire/nw-response.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define N_ROUNDS 15

typedef struct
{
  double parse;
  double load;
  double apply;
  double bytes;
} Figures;

static char *
make_form (guint n_items,
           gboolean star)
{
  GString *text = g_string_new ("{\"resourceType\":\"Questionnaire\",\"status\":\"draft\",\"item\":[");

  for (guint i = 0; i < n_items; i++)
    {
      if (i > 0)
        g_string_append_c (text, ',');
      g_string_append_printf (text, "\n  {\n    \"linkId\": \"q%u\",\n    \"text\": \"Question %u\","
                              "\n    \"type\": \"boolean\"", i, i);
      if (i > 0)
        g_string_append_printf (text, ",\n    \"enableWhen\": [{\"question\": \"q%u\","
                                " \"operator\": \"=\", \"answerBoolean\": true}]",
                                star ? 0 : i - 1);
      g_string_append (text, "\n  }");
    }
  g_string_append (text, "\n]}\n");
  return g_string_free (text, FALSE);
}

/* The memory that the process has now, as the system counts it. */
static gsize
count_bytes (void)
{
  g_autofree char *text = NULL;
  char *p = NULL;

  malloc_trim (0);
  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  g_ascii_strtoull (text, &p, 10);
  return g_ascii_strtoull (p, NULL, 10) * sysconf (_SC_PAGESIZE);
}

static void
fail (const char *problem)
{
  g_printerr ("%s\n", problem);
  exit (EXIT_FAILURE);
}

static guint
count_enabled (NwResponse *response)
{
  guint n = 0;

  for (NwResponseItem *item = nw_response_item_next (nw_response_get_root (response));
       item != NULL;
       item = nw_response_item_next (item))
    n += nw_response_item_is_enabled (item);
  return n;
}

/* Milliseconds that the processor worked for this program, the kernel’s work for
 * it included; whatever else the machine does is left out. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1000.0 + now.tv_nsec / 1000000.0;
}

static double
get_best (const double *times)
{
  double best = times[0];

  for (guint i = 1; i < N_ROUNDS; i++)
    best = MIN (best, times[i]);
  return best;
}

static NwQuestionnaire *
load_form (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  NwQuestionnaire *form = nw_questionnaire_new_from_bytes (bytes, "form", &error);

  if (form == NULL)
    fail (error->message);
  return form;
}

static void
measure_load (GBytes *bytes,
              Figures *figures)
{
  double parse[N_ROUNDS];
  double load[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = get_time ();
      NwJson *json = nw_json_new_from_bytes (bytes, "form", NULL, NULL);
      NwQuestionnaire *form = NULL;

      parse[i] = get_time () - start;
      nw_json_unref (json);
      start = get_time ();
      form = load_form (bytes);
      load[i] = get_time () - start;
      nw_questionnaire_unref (form);
    }
  figures->parse = get_best (parse);
  figures->load = get_best (load);
}

/* All questions are answered with yes; then the first one changes, and with it
 * whether all others are enabled. */
static void
measure_apply (GBytes *bytes,
               guint n_items,
               Figures *figures)
{
  gsize before = count_bytes ();
  g_autoptr (NwQuestionnaire) form = load_form (bytes);
  g_autoptr (NwResponse) response = nw_response_new (form);
  g_autoptr (NwValue) yes = nw_value_new_boolean (TRUE);
  g_autoptr (NwValue) no = nw_value_new_boolean (FALSE);
  NwResponseItem *first = nw_response_find (response, "q0");
  double apply[N_ROUNDS];

  for (NwResponseItem *item = first; item != NULL; item = nw_response_item_next (item))
    nw_response_set_answer (response, item, yes);
  figures->bytes = (double) (count_bytes () - before) / n_items;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = get_time ();

      nw_response_set_answer (response, first, i % 2 == 0 ? no : yes);
      apply[i] = get_time () - start;
      if (count_enabled (response) != (i % 2 == 0 ? 1 : n_items))
        fail ("wrong items are enabled");
    }
  figures->apply = get_best (apply);
}

static void
measure_shape (const char *name,
               gboolean star)
{
  static const guint sizes[] = { 100, 1000, 10000 };
  Figures last = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = make_form (sizes[i], star);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      Figures figures = { 0 };

      measure_load (bytes, &figures);
      measure_apply (bytes, sizes[i], &figures);
      g_print ("%-6s %6u  parse %8.3f ms  load %8.3f ms  apply %8.3f ms  %4.0f bytes an item",
               name, sizes[i], figures.parse, figures.load, figures.apply, figures.bytes);
      if (i > 0)
        g_print ("  growth %.1f, %.1f, %.1f", figures.parse / MAX (last.parse, 0.001),
                 figures.load / MAX (last.load, 0.001), figures.apply / MAX (last.apply, 0.001));
      g_print ("\n");
      last = figures;
    }
}

int
main (void)
{
  measure_shape ("chain", FALSE);
  measure_shape ("star", TRUE);
  return EXIT_SUCCESS;
}
