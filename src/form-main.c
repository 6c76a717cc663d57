/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command-line tool for questionnaires. */

#include "config.h"

#include "form/form-command.h"

#include <string.h>

#include <glib/gi18n.h>

#include "model/base/nw-locale.h"

typedef struct
{
  const char *name;
  FormStatus (*run) (int n_arguments, char **arguments);
} Command;

static const Command commands[] = {
  { "check", form_check },
  { "evaluate", form_evaluate },
  { "complete", form_complete },
  { "prove", form_prove },
};

static void
print_help (void)
{
  g_print (_("Usage:\n"
             "  needlewise-form check FILE…\n"
             "  needlewise-form evaluate QUESTIONNAIRE [RESPONSE…]\n"
             "  needlewise-form complete QUESTIONNAIRE RESPONSE\n"
             "  needlewise-form prove QUESTIONNAIRE\n"
             "\n"
             "Works with forms in HL7 FHIR R4: a Questionnaire, and QuestionnaireResponses\n"
             "to it, in JSON. A file named - is standard input.\n"
             "\n"
             "  check      prints what is wrong in a form, one finding a line\n"
             "  evaluate   prints what follows from the answers, as JSON\n"
             "  complete   prints the completed response, or what it still lacks\n"
             "  prove      tries all combinations of answers on which an outcome depends, and\n"
             "             runs the tests in the file .tests.json beside the form\n"
             "\n"
             "  --help     shows this help\n"
             "  --version  shows the version\n"
             "\n"
             "The exit status is 0 where all is well, 1 where a form or response is not as\n"
             "it should be, and 2 where a file cannot be read or the usage is wrong.\n"));
}

static gboolean
has_option (int argc,
            char **argv,
            const char *option)
{
  for (int i = 1; i < argc; i++)
    if (strcmp (argv[i], option) == 0)
      return TRUE;
  return FALSE;
}

int
main (int argc,
      char **argv)
{
  nw_locale_init ();

  if (has_option (argc, argv, "--help") || has_option (argc, argv, "-h"))
    {
      print_help ();
      return FORM_GOOD;
    }
  if (has_option (argc, argv, "--version"))
    {
      g_print ("needlewise-form %s\n", NW_VERSION);
      return FORM_GOOD;
    }
  for (gsize i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 2, argv + 2);
  g_printerr (_("needlewise-form: expected check, evaluate, complete or prove; try --help\n"));
  return FORM_UNREADABLE;
}
