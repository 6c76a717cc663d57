/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands of needlewise-form; each takes its own arguments and returns an exit status. */

#pragma once

#include "model/questionnaire/nw-response.h"

G_BEGIN_DECLS

/**
 * FormStatus:
 * @FORM_GOOD: all is well
 * @FORM_BAD: what was read is not as it should be
 * @FORM_UNREADABLE: something could not be read, or the usage is wrong
 *
 * What the program tells its caller.
 */
typedef enum
{
  FORM_GOOD = 0,
  FORM_BAD = 1,
  FORM_UNREADABLE = 2,
} FormStatus;

FormStatus       form_check         (int              n_arguments,
                                     char           **arguments);
FormStatus       form_evaluate      (int              n_arguments,
                                     char           **arguments);
FormStatus       form_complete      (int              n_arguments,
                                     char           **arguments);
FormStatus       form_prove         (int              n_arguments,
                                     char           **arguments);

NwQuestionnaire *form_load          (const char      *path,
                                     FormStatus      *status);
NwResponse      *form_load_response (NwQuestionnaire *questionnaire,
                                     const char      *path,
                                     NwFindings     **findings,
                                     FormStatus      *status);
gboolean         form_check_usage   (int              n_arguments,
                                     char           **arguments,
                                     int              min,
                                     int              max);

G_END_DECLS
