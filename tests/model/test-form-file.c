/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of opening somebody else’s form: files of every kind, bounds, and what is said of the form. */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "model/base/nw-error.h"
#include "model/screening/nw-form-file.h"
#include "model/screening/nw-form-remarks.h"

#define TOP "{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"item\":["

typedef struct
{
  GMainLoop       *loop;
  NwQuestionnaire *form;
  GError          *error;
} Opened;

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Opened *opened = user_data;

  opened->form = nw_form_file_load_finish (result, &opened->error);
  g_main_loop_quit (opened->loop);
}

static NwQuestionnaire *
open_path (const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Opened opened = { loop };

  nw_form_file_load_async (file, NULL, opened_cb, &opened);
  g_main_loop_run (loop);
  if (opened.error != NULL)
    g_propagate_error (error, opened.error);
  return opened.form;
}

static NwQuestionnaire *
open_text (const char  *text,
           GError     **error)
{
  g_autofree char *folder = g_dir_make_tmp ("needlewise-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "form.json", NULL);
  NwQuestionnaire *form;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  form = open_path (path, error);
  g_unlink (path);
  g_rmdir (folder);
  return form;
}

/* Whether this is refused with this error, and the message holds this. */
static void
assert_refused (const char *text,
                int         code,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwQuestionnaire) form = open_text (text, &error);

  g_assert_null (form);
  g_assert_error (error, NW_ERROR, code);
  g_assert_nonnull (strstr (error->message, "form.json"));
  g_assert_nonnull (strstr (error->message, message));
  g_assert_cmpstr (nw_form_file_get_reason (error), !=, "");
}

static void
test_reads_a_form_with_its_findings (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwQuestionnaire) form =
    open_text (TOP "{\"linkId\":\"a\",\"type\":\"attachment\",\"text\":\"Letter\"}]}", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (nw_findings_get_length (nw_questionnaire_get_findings (form)), >, 0);
}

static void
test_refuses_what_is_no_form (void)
{
  assert_refused ("", NW_ERROR_SYNTAX, "");
  assert_refused ("{", NW_ERROR_SYNTAX, "");
  assert_refused ("[]", NW_ERROR_CONTENT, "expected");
  assert_refused ("{\"resourceType\":\"Patient\"}", NW_ERROR_CONTENT, "/resourceType");
  assert_refused (TOP "]}", NW_ERROR_CONTENT, "expected");
}

static void
test_refuses_what_is_no_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("needlewise-XXXXXX", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.json", NULL);
  const char *paths[] = { folder, pipe, missing, "/dev/zero" };

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (NwQuestionnaire) form = open_path (paths[i], &error);

      g_assert_null (form);
      g_assert_error (error, NW_ERROR, NW_ERROR_READ);
    }
  g_unlink (pipe);
  g_rmdir (folder);
}

static void
test_refuses_a_file_of_a_gibibyte (void)
{
  g_autofree char *folder = g_dir_make_tmp ("needlewise-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "huge.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "{", -1, NULL));
  g_assert_cmpint (truncate (path, 1024 * 1024 * 1024), ==, 0);
  g_assert_null (open_path (path, &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_TOO_LARGE);
  g_unlink (path);
  g_rmdir (folder);
}

/* More than could be shown in time. */
static void
test_refuses_what_cannot_be_shown (void)
{
  g_autoptr (GString) text = g_string_new (TOP);
  g_autofree char *words = g_strnfill (30000, 'x');

  g_string_append (text, "{\"linkId\":\"z\",\"type\":\"string\",\"text\":\"Z\"},"
                         "{\"linkId\":\"g\",\"type\":\"group\",\"item\":[");
  for (int i = 0; i < 20001; i++)
    g_string_append_printf (text, "%s{\"linkId\":\"%d\",\"type\":\"string\",\"text\":\"Q\"}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}]}");
  assert_refused (text->str, NW_ERROR_TOO_LARGE, "too many items");

  g_string_printf (text, TOP "{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"%s\"}]}", words);
  assert_refused (text->str, NW_ERROR_TOO_LARGE, "/item/0");
}

/* Parts of a form: a question or what else, with members and items below it. */

static void
begin_item (GString    *text,
            const char *type,
            const char *members)
{
  if (text->str[text->len - 1] == '}')
    g_string_append_c (text, ',');
  g_string_append_printf (text, "{\"linkId\":\"%" G_GSIZE_FORMAT "\",\"type\":\"%s\"%s",
                          text->len, type, members);
}

static void
add_items (GString    *text,
           guint       n,
           const char *type,
           const char *members)
{
  for (guint i = 0; i < n; i++)
    {
      begin_item (text, type, members);
      g_string_append_c (text, '}');
    }
}

/* A list of so many values, of which each is its number. */
static char *
make_list (const char *before,
           const char *begin,
           const char *end,
           guint       n)
{
  g_autoptr (GString) text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s\"%u\"%s", i > 0 ? "," : "", begin, i, end);
  g_string_append_c (text, ']');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_options (guint n)
{
  return make_list (",\"answerOption\":[", "{\"valueCoding\":{\"code\":", "}}", n);
}

static char *
make_initial (guint n)
{
  return make_list (",\"repeats\":true,\"initial\":[", "{\"valueString\":", "}", n);
}

/* A form that may be opened as it is, and may not with one item more. */
static void
assert_at_bound (GString    *form,
                 const char *type,
                 const char *members,
                 const char *message)
{
  g_autofree char *whole = g_strconcat (form->str, "]}", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (NwQuestionnaire) opened = open_text (whole, &error);
  g_autofree char *more = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (opened);
  add_items (form, 1, type, members);
  more = g_strconcat (form->str, "]}", NULL);
  assert_refused (more, NW_ERROR_TOO_LARGE, message);
  g_string_assign (form, TOP);
}

static void
test_bounds_items (void)
{
  g_autoptr (GString) form = g_string_new (TOP);
  g_autofree char *outer = make_initial (7);
  g_autofree char *inner = make_initial (84);

  add_items (form, 20000, "string", "");
  assert_at_bound (form, "string", "", "too many items");

  /* 1 + 7 + 7 * 84 * 34 are shown of 36. */
  begin_item (form, "string", outer);
  g_string_append (form, ",\"item\":[");
  begin_item (form, "string", inner);
  g_string_append (form, ",\"item\":[");
  add_items (form, 34, "string", "");
  g_string_append (form, "]}]}");
  assert_at_bound (form, "string", "", "too many initial values within each other");
}

static void
test_bounds_options (void)
{
  g_autoptr (GString) form = g_string_new (TOP);
  g_autofree char *most = make_options (2000);
  g_autofree char *too_many = make_options (2001);
  g_autofree char *few = make_options (100);
  g_autofree char *more = make_options (101);
  g_autofree char *twice = make_initial (2);

  /* Menus and short lists do not count, however many there are. */
  add_items (form, 3, "choice", most);
  add_items (form, 50, "open-choice", few);
  add_items (form, 2, "open-choice", most);
  assert_at_bound (form, "open-choice", more, "too many answers to choose from");
  add_items (form, 1, "choice", most);
  assert_at_bound (form, "choice", too_many, "too many answers to choose from");

  /* Each repetition counts. */
  begin_item (form, "string", twice);
  g_string_append (form, ",\"item\":[");
  add_items (form, 1, "open-choice", most);
  g_string_append (form, "]}");
  assert_at_bound (form, "open-choice", more, "too many answers to choose from");
}

/* A text of so many bytes, in words of one letter. */
static char *
make_text (guint n)
{
  g_autofree char *words = g_strnfill (n, 'x');

  for (guint i = 1; i < n; i += 2)
    words[i] = ' ';
  return g_strdup_printf (",\"text\":\"%s\"", words);
}

static void
test_bounds_texts (void)
{
  g_autoptr (GString) form = g_string_new (TOP);
  g_autofree char *twice = make_initial (2);
  g_autofree char *most = make_text (20000);
  g_autofree char *too_long = make_text (20001);
  g_autofree char *least = make_text (1);

  add_items (form, 1, "string", most);
  assert_at_bound (form, "string", too_long, "a text too long to be shown");
  add_items (form, 50, "display", most);
  assert_at_bound (form, "display", least, "too much text to be shown");

  /* Each repetition counts; “0” and “1” are texts, too. */
  begin_item (form, "string", twice);
  g_string_append (form, ",\"item\":[");
  add_items (form, 24, "display", most);
  g_string_append (form, "]}");
  add_items (form, 1, "display", most);
  g_string_append (form, ",{\"linkId\":\"x\",\"type\":\"display\",\"text\":\"");
  for (guint i = 0; i < 9999; i++)
    g_string_append (form, "x ");
  g_string_append (form, "\"}");
  assert_at_bound (form, "display", least, "too much text to be shown");
}

/* Ten times and more the largest forms in use, which have 30 pages of 27 questions. */
static void
test_takes_far_larger_forms_than_are_in_use (void)
{
  g_autoptr (GString) text = g_string_new (TOP);
  g_autoptr (GError) error = NULL;
  g_autoptr (NwQuestionnaire) form = NULL;

  for (int i = 0; i < 400; i++)
    {
      g_string_append_printf (text, "%s{\"linkId\":\"p%d\",\"type\":\"group\",\"text\":\"P\",\"item\":[",
                              i > 0 ? "," : "", i);
      for (int j = 0; j < 27; j++)
        g_string_append_printf (text, "%s{\"linkId\":\"%d.%d\",\"type\":\"boolean\",\"text\":\"Q\"}",
                                j > 0 ? "," : "", i, j);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  form = open_text (text->str, &error);
  g_assert_no_error (error);
  g_assert_nonnull (form);
}

static void
test_names_a_file_in_one_line (void)
{
  static const struct
  {
    const char *path;
    const char *name;
  } cases[] = {
    { "/home/me/intake.json", "intake.json" },
    { "/x/a\nb.json", "ab.json" },
    /* The marks that turn the direction of text. */
    { "/x/nosj.\xe2\x80\xae" "abc", "nosj.abc" },
  };
  g_autofree char *longest = g_strnfill (300, 'y');
  g_autoptr (GFile) file = g_file_new_for_path (longest);
  g_autofree char *name = nw_form_file_dup_name (file);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) it = g_file_new_for_path (cases[i].path);
      g_autofree char *shown = nw_form_file_dup_name (it);

      g_assert_cmpstr (shown, ==, cases[i].name);
    }
  g_assert_cmpint (g_utf8_strlen (name, -1), ==, 60);
}

static guint
count_remarks (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwQuestionnaire) form = open_text (text, &error);
  g_autoptr (GPtrArray) remarks = NULL;

  g_assert_no_error (error);
  remarks = nw_form_remarks_list (form);
  return remarks->len;
}

static void
test_says_what_concerns_a_patient (void)
{
  g_assert_cmpuint (count_remarks (TOP "{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"A\"}]}"),
                    ==, 0);
  /* For those who wrote it, and for nobody else. */
  g_assert_cmpuint (count_remarks (TOP "{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"A\","
                                   "\"colour\":\"red\"}]}"), ==, 0);
  g_assert_cmpuint (count_remarks (TOP "{\"linkId\":\"a\",\"type\":\"display\",\"text\":\"A\"}]}"),
                    ==, 1);
  g_assert_cmpuint (count_remarks (TOP "{\"linkId\":\"a\",\"type\":\"attachment\",\"text\":\"A\"}]}"),
                    ==, 1);
  g_assert_cmpuint (count_remarks (TOP "{\"linkId\":\"a\",\"type\":\"string\",\"text\":\"A\","
                                   "\"modifierExtension\":[{\"url\":\"x\"}]}]}"), ==, 1);
  g_assert_cmpuint (count_remarks ("{\"resourceType\":\"Questionnaire\",\"status\":\"retired\","
                                   "\"item\":[{\"linkId\":\"a\",\"type\":\"string\","
                                   "\"text\":\"A\"}]}"), ==, 1);
}

static void
test_names_a_language_as_its_readers_do (void)
{
  g_assert_cmpstr (nw_form_remarks_get_language ("de-AT"), ==, "Deutsch");
  g_assert_cmpstr (nw_form_remarks_get_language ("ES"), ==, "Español");
  g_assert_cmpstr (nw_form_remarks_get_language ("tlh"), ==, "tlh");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/form-file/reads-a-form-with-its-findings",
                   test_reads_a_form_with_its_findings);
  g_test_add_func ("/model/form-file/refuses-what-is-no-form", test_refuses_what_is_no_form);
  g_test_add_func ("/model/form-file/refuses-what-is-no-file", test_refuses_what_is_no_file);
  g_test_add_func ("/model/form-file/refuses-a-file-of-a-gibibyte",
                   test_refuses_a_file_of_a_gibibyte);
  g_test_add_func ("/model/form-file/refuses-what-cannot-be-shown",
                   test_refuses_what_cannot_be_shown);
  g_test_add_func ("/model/form-file/bounds-items", test_bounds_items);
  g_test_add_func ("/model/form-file/bounds-options", test_bounds_options);
  g_test_add_func ("/model/form-file/bounds-texts", test_bounds_texts);
  g_test_add_func ("/model/form-file/takes-far-larger-forms-than-are-in-use",
                   test_takes_far_larger_forms_than_are_in_use);
  g_test_add_func ("/model/form-file/names-a-file-in-one-line", test_names_a_file_in_one_line);
  g_test_add_func ("/model/form-remarks/says-what-concerns-a-patient",
                   test_says_what_concerns_a_patient);
  g_test_add_func ("/model/form-remarks/names-a-language-as-its-readers-do",
                   test_names_a_language_as_its_readers_do);

  return g_test_run ();
}
