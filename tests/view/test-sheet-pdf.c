/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the sheet as a PDF, read again by other programs: its pages, its text, its fonts, its direction. */

#include "config.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <locale.h>
#include <string.h>

#include "model/base/nw-content.h"
#include "model/screening/nw-sheet.h"
#include "view/widgets/nw-sheet-print.h"

/* GTK’s own margin, in points, less what a letter may hang over. */
#define MARGIN 17.0

/* Pairs of a question and the code or the text of an answer, up to NULL. */
#define NOTHING_FOUND \
  "intro.who", "self", "intro.under18", "N", "signs.any", "none", "checks.any", "none", \
  "pregnancy.has", "N", "device.has", "N", "implants.has", "N", "other.any", "none"

typedef struct
{
  const char *name;
  const char *level;
  gboolean    no_current;
  const char *answers[40];
} Case;

static const Case cases[] = {
  { "nothing-found", "Nothing Found by These Questions", FALSE, { NOTHING_FOUND } },
  { "help-now", "Get Help Now", FALSE, { NOTHING_FOUND, "signs.any", "chest" } },
  { "soon", "Get Medical Advice Soon", FALSE, { NOTHING_FOUND, "checks.any", "fever" } },
  { "device", "Ask First", TRUE,
    { NOTHING_FOUND, "device.has", "Y", "device.kind", "pacemaker" } },
  { "pregnancy", "Ask First", TRUE, { NOTHING_FOUND, "pregnancy.has", "Y", "pregnancy.weeks", "20",
      "pregnancy.problem", "N" } },
  { "diabetes", "Tell Them", FALSE, { NOTHING_FOUND, "other.any", "diabetes" } },
};

static const struct
{
  const char *name;
  const char *paper;
  double      width;
  double      height;
} papers[] = {
  { "a4", GTK_PAPER_NAME_A4, 595.28, 841.89 },
  { "letter", GTK_PAPER_NAME_LETTER, 612, 792 },
};

/* A word on its page, in points from the page’s upper left corner. */
typedef struct
{
  int    page;
  double page_width;
  double page_height;
  double left;
  double top;
  double right;
  double bottom;
  char  *text;
} Word;

static void
free_word (Word *word)
{
  g_free (word->text);
  g_free (word);
}

static void
choose (NwScreening *screening,
        const char  *link_id,
        const char  *code)
{
  NwResponseItem *item = nw_response_find (nw_screening_get_response (screening), link_id);
  const NwItem *definition = nw_response_item_get_item (item);

  for (guint i = 0; i < definition->n_options; i++)
    if (g_strcmp0 (nw_value_get_code (definition->options[i].value), code) == 0)
      {
        nw_screening_choose (screening, item, i, TRUE);
        return;
      }
  nw_screening_type_answer (screening, item, code);
}

static NwScreening *
make_screening (const char *const *answers)
{
  g_autoptr (NwQuestionnaire) questionnaire = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  NwScreening *screening;

  bytes = nw_content_load ("screening.json", NULL, &error);
  g_assert_no_error (error);
  questionnaire = nw_questionnaire_new_from_bytes (bytes, "screening.json", &error);
  g_assert_no_error (error);
  screening = nw_screening_new (questionnaire, "en");
  for (gsize i = 0; answers[i] != NULL; i += 2)
    choose (screening, answers[i], answers[i + 1]);
  return screening;
}

static NwPlan *
make_plan (void)
{
  g_autoptr (NwClock) clock = nw_clock_new ();
  NwPlan *plan = nw_plan_new (clock);

  nw_plan_set_text (plan, NW_PLAN_PRACTITIONER, "Dr Ana Ruiz");
  nw_plan_set_text (plan, NW_PLAN_NUMBER, "AC-12345");
  nw_plan_set_done_on (plan, NW_CHECK_LICENCE, "2026-11-22");
  nw_plan_set_done_on (plan, NW_CHECK_INSURANCE, "2026-12-01");
  nw_plan_set_text (plan, NW_PLAN_SPOKE_TO, "Ms Lee");
  nw_plan_set_text (plan, NW_PLAN_REFERENCE, "REF-77");
  return plan;
}

static GPtrArray *
make_sheet (const char *const *answers)
{
  g_autoptr (NwScreening) screening = make_screening (answers);
  g_autoptr (NwPlan) plan = make_plan ();
  g_autoptr (NwInsuranceGuide) guide = nw_insurance_guide_load (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 28, 9, 0, 0);

  g_assert_nonnull (guide);
  return nw_sheet_new (screening, plan, guide, now);
}

/* Saves a sheet as a PDF, as the print dialog does. With NW_KEEP_PDF it is kept
 * in that folder, to be looked at. */
static char *
save (GPtrArray  *sheet,
      const char *paper,
      const char *name,
      int        *n_pages)
{
  g_autoptr (GtkPrintOperation) operation = nw_sheet_print_new (sheet);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  g_autofree char *file = g_strdup_printf ("%s.pdf", name);
  const char *folder = g_getenv ("NW_KEEP_PDF");
  char *path = g_build_filename (folder != NULL ? folder : g_get_tmp_dir (), file, NULL);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT,
                                            NULL, &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_object_get (operation, "n-pages", n_pages, NULL);
  return path;
}

/* What a program of poppler says about a PDF. */
static char *
run (const char *const *arguments)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

/* As it was written, or as poppler puts together what it sees. */
static char *
read_text (const char *path,
           gboolean    raw)
{
  const char *const arguments[] = {
    "pdftotext", raw ? "-raw" : "-q", "-enc", "UTF-8", path, "-", NULL,
  };

  return run (arguments);
}

static GPtrArray *
read_words (const char *path)
{
  const char *const arguments[] = { "pdftotext", "-bbox", "-enc", "UTF-8", path, "-", NULL };
  g_autofree char *output = run (arguments);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) free_word);
  double width = 0;
  double height = 0;
  int page = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);
      g_autofree char *text = NULL;
      Word word = { 0 };

      if (sscanf (line, "<page width=\"%lf\" height=\"%lf\"", &width, &height) == 2)
        page++;
      if (sscanf (line, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%m[^<]",
                  &word.left, &word.top, &word.right, &word.bottom, &text) != 5)
        continue;
      word.page = page;
      word.page_width = width;
      word.page_height = height;
      word.text = g_steal_pointer (&text);
      g_ptr_array_add (words, g_memdup2 (&word, sizeof word));
    }

  g_assert_cmpuint (words->len, >, 0);
  return words;
}

static const Word *
find_word (GPtrArray  *words,
           const char *text)
{
  for (guint i = 0; i < words->len; i++)
    if (g_str_equal (((const Word *) g_ptr_array_index (words, i))->text, text))
      return g_ptr_array_index (words, i);

  return NULL;
}

/* The words with one space between them, without what stands at the foot. */
static char *
flatten (const char *text)
{
  g_autoptr (GRegex) foot = g_regex_new ("Page \\d+ of \\d+", 0, 0, NULL);
  g_autoptr (GRegex) spaces = g_regex_new ("\\s+", 0, 0, NULL);
  g_autofree char *body = g_regex_replace_literal (foot, text, -1, 0, " ", 0, NULL);

  return g_regex_replace_literal (spaces, body, -1, 0, " ", 0, NULL);
}

/* All that stands on the sheet, and nothing else, in its order. */
static void
assert_reads_as (const char *path,
                 GPtrArray  *sheet)
{
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *text = read_text (path, TRUE);
  g_autofree char *words = flatten (text);
  g_autofree char *flat = NULL;

  for (guint i = 0; i < sheet->len; i++)
    g_string_append_printf (expected, "%s\n",
                            ((const NwSheetLine *) g_ptr_array_index (sheet, i))->text);
  flat = flatten (expected->str);
  g_assert_cmpstr (g_strstrip (words), ==, g_strstrip (flat));
}

/* Of each font there is a subset in the file, with the letters it stands for. */
static void
assert_fonts_are_embedded (const char *path)
{
  const char *const arguments[] = { "pdffonts", path, NULL };
  g_autofree char *output = run (arguments);
  g_autoptr (GRegex) embedded = g_regex_new (" yes +yes +yes +\\d+ +\\d+$", 0, 0, NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (output), "\n", -1);

  g_test_message ("%s", output);
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (gsize i = 2; lines[i] != NULL; i++)
    g_assert_true (g_regex_match (embedded, lines[i], 0, NULL));
}

static void
assert_within_margins (GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = g_ptr_array_index (words, i);

      if (word->left < MARGIN || word->right > word->page_width - MARGIN
          || word->top < MARGIN || word->bottom > word->page_height - MARGIN)
        g_error ("“%s” on page %d is at %g, %g to %g, %g",
                 word->text, word->page, word->left, word->top, word->right, word->bottom);
    }
}

/* The title of a file and of a job is seen by others. */
static void
assert_says_nothing_of_health (const char *path)
{
  const char *const arguments[] = { "pdfinfo", path, NULL };
  g_autofree char *output = run (arguments);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (gsize i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Title:"))
      g_assert_cmpstr (g_strstrip (lines[i] + strlen ("Title:")), ==, "Needlewise");
  g_assert_null (strstr (output, "Subject:"));
  g_assert_null (strstr (output, "Keywords:"));
}

static gboolean
has_poppler (void)
{
  g_autofree char *text = g_find_program_in_path ("pdftotext");
  g_autofree char *fonts = g_find_program_in_path ("pdffonts");
  g_autofree char *info = g_find_program_in_path ("pdfinfo");

  if (text != NULL && fonts != NULL && info != NULL)
    return TRUE;
  g_test_skip ("no pdftotext, pdffonts and pdfinfo");
  return FALSE;
}

static void
give_back (const char *path)
{
  if (g_getenv ("NW_KEEP_PDF") == NULL)
    g_unlink (path);
}

/* Every result on either paper. */
static void
test_result (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (GPtrArray) sheet = make_sheet (it->answers);

  if (!has_poppler ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", it->name, papers[i].name);
      int n_pages;
      g_autofree char *path = save (sheet, papers[i].paper, name, &n_pages);
      g_autofree char *text = read_text (path, TRUE);
      g_autofree char *flat = flatten (text);
      g_autoptr (GPtrArray) words = read_words (path);
      const Word *first = g_ptr_array_index (words, 0);

      g_assert_cmpint (n_pages, ==, 1);
      g_assert_cmpfloat_with_epsilon (first->page_width, papers[i].width, 0.1);
      g_assert_cmpfloat_with_epsilon (first->page_height, papers[i].height, 0.1);
      assert_reads_as (path, sheet);
      assert_fonts_are_embedded (path);
      assert_within_margins (words);
      assert_says_nothing_of_health (path);
      g_assert_nonnull (strstr (flat, it->level));
      g_assert_nonnull (strstr (flat, "28 November 2026 · Form version"));
      g_assert_true ((strstr (flat, "NO ELECTRICAL STIMULATION") != NULL) == it->no_current);
      give_back (path);
    }
}

/* The line for the practitioner is the largest but for the result. */
static void
test_note_is_in_large_type (void)
{
  g_autoptr (GPtrArray) sheet = make_sheet (cases[3].answers);
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *path = NULL;
  const Word *note;
  const Word *body;
  int n_pages;

  if (!has_poppler ())
    return;
  path = save (sheet, GTK_PAPER_NAME_A4, "note", &n_pages);
  words = read_words (path);
  note = find_word (words, "ELECTRICAL");
  body = find_word (words, "Say");
  g_assert_nonnull (note);
  g_assert_nonnull (body);
  g_assert_cmpfloat (note->bottom - note->top, >, 1.3 * (body->bottom - body->top));
  give_back (path);
}

/* What every sheet is to hold, in this order. */
static void
test_parts_stand_in_their_order (void)
{
  const char *const parts[] = {
    "Questions Before Acupuncture", "28 November 2026 · Form version", "Ask First",
    "Please Note", "NO ELECTRICAL STIMULATION", "What to Do", "Answers",
    "Do you have a pacemaker", "Questions to Ask", "What good can it do me?",
    "What harm can it do me?", "What else could I do?", "What if I do nothing for now?",
    "Licence and Insurance", "Licence number: AC-12345",
    "Licence checked on: 22 November 2026", "Insurance checked on: 1 December 2026",
    "Reference of the call: REF-77", "emergency number", "Page 1 of 1",
  };
  g_autoptr (GPtrArray) sheet = make_sheet (cases[3].answers);
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  const char *at;
  int n_pages;

  if (!has_poppler ())
    return;
  path = save (sheet, GTK_PAPER_NAME_A4, "parts", &n_pages);
  text = read_text (path, TRUE);
  g_strdelimit (text, "\n\f", ' ');
  at = text;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_error ("“%s” is not behind the others in: %s", parts[i], at);
      at = found;
    }
  give_back (path);
}

/* A sheet of many lines of several rows each. */
static GPtrArray *
make_long_sheet (void)
{
  GPtrArray *sheet = make_sheet (cases[3].answers);
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < 60; i++)
    {
      g_string_printf (text, "Line %d begins.", i);
      for (int j = 0; j < i % 7 * 9; j++)
        g_string_append_printf (text, " word%d.%d", i, j);
      nw_sheet_add (sheet, i % 3 == 0 ? NW_SHEET_NOTE : NW_SHEET_BULLET, text->str);
    }
  return sheet;
}

/* No word is lost at the end of a page, twice on the next or over the edge, and
 * no two rows stand on each other. */
static void
test_long_content_flows_over (gconstpointer data)
{
  g_autoptr (GPtrArray) sheet = make_long_sheet ();
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *name = g_strdup_printf ("long-%s", (const char *) data);
  g_autofree char *path = NULL;
  int n_pages;

  if (!has_poppler ())
    return;
  path = save (sheet, data, name, &n_pages);
  words = read_words (path);
  g_assert_cmpint (n_pages, >, 2);
  g_assert_cmpint (((Word *) g_ptr_array_index (words, words->len - 1))->page, ==, n_pages);
  assert_reads_as (path, sheet);
  assert_within_margins (words);
  for (guint i = 1; i < words->len; i++)
    {
      const Word *last = g_ptr_array_index (words, i - 1);
      const Word *word = g_ptr_array_index (words, i);

      /* A row further down begins below the one before; poppler’s boxes are
       * those of the font, which may overlap by a little. */
      if (word->page == last->page && word->left < last->left)
        g_assert_cmpfloat (word->top, >, (last->top + last->bottom) / 2);
    }
  give_back (path);
}

/* In a language from right to left the marks stand on the right, texts begin
 * there, and the number of the page stands on the left. */
static void
test_follows_the_direction (void)
{
  g_autoptr (GPtrArray) sheet = nw_sheet_new_empty ();
  g_autoptr (GPtrArray) plain = NULL;
  g_autoptr (GPtrArray) mirrored = NULL;
  GtkTextDirection before = gtk_widget_get_default_direction ();
  g_autofree char *path = NULL;
  g_autofree char *other = NULL;
  const char *const names[] = { "TITLE", "NOTE", "BULLET", "Page" };
  int n_pages;

  if (!has_poppler ())
    return;
  nw_sheet_add (sheet, NW_SHEET_TITLE, "TITLE");
  nw_sheet_add (sheet, NW_SHEET_NOTE, "NOTE");
  nw_sheet_add (sheet, NW_SHEET_BULLET, "BULLET");
  path = save (sheet, GTK_PAPER_NAME_A4, "left-to-right", &n_pages);
  plain = read_words (path);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  other = save (sheet, GTK_PAPER_NAME_A4, "right-to-left", &n_pages);
  gtk_widget_set_default_direction (before);
  mirrored = read_words (other);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const Word *word = find_word (plain, names[i]);
      const Word *opposite = find_word (mirrored, names[i]);
      double width;

      g_assert_nonnull (word);
      g_assert_nonnull (opposite);
      width = word->page_width;
      g_test_message ("%s: %g to %g, and %g to %g", names[i], word->left, word->right,
                      opposite->left, opposite->right);
      /* The foot is of three words, of which this is one. */
      if (g_str_equal (names[i], "Page"))
        g_assert_true (word->left > width / 2 && opposite->right < width / 2);
      else
        g_assert_cmpfloat_with_epsilon (word->left, width - opposite->right, 2);
    }
  give_back (path);
  give_back (other);
}

/* The letters alone: poppler sets some of them apart where cairo writes them from
 * the right, and puts marks around them. */
static char *
squeeze (const char *text)
{
  g_autoptr (GRegex) others = g_regex_new ("[^\\p{L}]+", 0, 0, NULL);

  return g_regex_replace_literal (others, text, -1, 0, "", 0, NULL);
}

/* Other letters come out as they went in, those from right to left too; they
 * stand on the right. */
static void
test_other_letters_can_be_read (void)
{
  const char *const sentences[] = {
    "האם יש לך קוצב לב?", "هل لديك جهاز مزروع؟", "Ωδίνη στη μέση;", "¿Tiene marcapasos?",
  };
  g_autoptr (GPtrArray) sheet = nw_sheet_new_empty ();
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *letters = NULL;
  const Word *first;
  int n_pages;

  if (!has_poppler ())
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    nw_sheet_add (sheet, NW_SHEET_BULLET, sentences[i]);
  path = save (sheet, GTK_PAPER_NAME_A4, "letters", &n_pages);
  text = read_text (path, FALSE);
  letters = squeeze (text);
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *expected = squeeze (sentences[i]);

      g_test_message ("“%s” in “%s”", expected, letters);
      g_assert_nonnull (strstr (letters, expected));
    }
  words = read_words (path);
  first = g_ptr_array_index (words, 0);
  g_assert_cmpfloat (first->right, >, first->page_width * 0.7);
  assert_fonts_are_embedded (path);
  give_back (path);
}

static void
test_job_says_nothing_of_health (void)
{
  g_autoptr (GPtrArray) sheet = make_sheet (cases[3].answers);
  g_autoptr (GtkPrintOperation) operation = nw_sheet_print_new (sheet);
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  g_autofree char *job_name = NULL;

  g_object_get (operation, "job-name", &job_name, NULL);
  g_assert_cmpstr (job_name, ==, "Needlewise");
  g_assert_cmpstr (gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME),
                   ==, "needlewise");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/view/sheet-pdf/result/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_result);
    }
  g_test_add_func ("/view/sheet-pdf/note-is-in-large-type", test_note_is_in_large_type);
  g_test_add_func ("/view/sheet-pdf/parts-stand-in-their-order",
                   test_parts_stand_in_their_order);
  g_test_add_data_func ("/view/sheet-pdf/long-content-flows-over/a4", GTK_PAPER_NAME_A4,
                        test_long_content_flows_over);
  g_test_add_data_func ("/view/sheet-pdf/long-content-flows-over/letter", GTK_PAPER_NAME_LETTER,
                        test_long_content_flows_over);
  g_test_add_func ("/view/sheet-pdf/follows-the-direction", test_follows_the_direction);
  g_test_add_func ("/view/sheet-pdf/other-letters-can-be-read",
                   test_other_letters_can_be_read);
  g_test_add_func ("/view/sheet-pdf/job-says-nothing-of-health", test_job_says_nothing_of_health);

  return g_test_run ();
}
