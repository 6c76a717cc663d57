/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the command lines of the program of the window and of the tool for
 * forms. The first line names the program, each further one is an argument. */

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "app/nw-application.h"
#include "form/form-command.h"

int form_main (int argc, char **argv);

/* Nobody reads it here. */
static void
tell_nobody (const char *text)
{
}

/* Without a display, and without ending as if there were none. */
static void
start_up (GApplication *application)
{
  GApplicationClass *base = g_type_class_peek (G_TYPE_APPLICATION);

  base->startup (application);
}

static void
shut_down (GApplication *application)
{
  GApplicationClass *base = g_type_class_peek (G_TYPE_APPLICATION);

  base->shutdown (application);
}

static void
activate (GApplication *application)
{
}

static void
open_files (GApplication  *application,
            GFile        **files,
            int            n_files,
            const char    *hint)
{
  g_assert_cmpint (n_files, >, 0);
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *uri = g_file_get_uri (files[i]);

      g_assert_nonnull (uri);
    }
}

static void
set_up (void)
{
  GApplicationClass *klass = g_type_class_ref (NW_TYPE_APPLICATION);

  /* Whoever runs this has a bus, which is none of a test’s. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere", TRUE);
  klass->startup = start_up;
  klass->shutdown = shut_down;
  klass->activate = activate;
  klass->open = open_files;
}

/* GLib ends the process after its help; the tests of journeys read that. And
 * who checks reminders becomes another program. */
static gboolean
ends_process (const char *argument)
{
  if (g_str_has_prefix (argument, "--"))
    return strstr (argument, "help") != NULL || g_str_has_prefix (argument, "--check-reminders")
           || g_str_has_prefix (argument, "--gapplication-service");
  return *argument == '-' && strpbrk (argument, "h?") != NULL;
}

static void
run_window (char **arguments)
{
  g_autoptr (NwApplication) application = nw_application_new ();
  int status;

  for (gsize i = 1; arguments[i] != NULL; i++)
    if (ends_process (arguments[i]))
      return;
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN | G_APPLICATION_NON_UNIQUE);
  status = g_application_run (G_APPLICATION (application), (int) g_strv_length (arguments),
                              arguments);
  g_assert_cmpint (status, >=, 0);
  g_assert_cmpint (status, <=, 2);
}

/* A name that leads out of the folder is not for a test. */
static gboolean
leads_away (const char *argument)
{
  return strchr (argument, '/') != NULL || g_str_equal (argument, "-");
}

static void
run_form (char **arguments)
{
  for (gsize i = 1; arguments[i] != NULL; i++)
    if (leads_away (arguments[i]))
      return;
  g_assert_cmpint (form_main ((int) g_strv_length (arguments), arguments), <=, FORM_UNREADABLE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static gboolean is_set_up;
  /* The system ends each argument with a byte of 0, so none is within one. */
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) arguments = g_strsplit (text, "\n", 32);
  GPrintFunc old_print;
  GPrintFunc old_printerr;

  if (!is_set_up)
    set_up ();
  is_set_up = TRUE;
  if (arguments[0] == NULL)
    return 0;
  old_print = g_set_print_handler (tell_nobody);
  old_printerr = g_set_printerr_handler (tell_nobody);
  if (g_str_equal (arguments[0], "needlewise-form"))
    run_form (arguments);
  else
    run_window (arguments);
  g_set_print_handler (old_print);
  g_set_printerr_handler (old_printerr);
  return 0;
}
