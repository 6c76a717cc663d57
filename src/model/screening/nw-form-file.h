/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens a form from a file that may be anything, without holding up a frame. */

#pragma once

#include <gio/gio.h>

#include "model/questionnaire/nw-questionnaire.h"

G_BEGIN_DECLS

void             nw_form_file_load_async  (GFile                *file,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
NwQuestionnaire *nw_form_file_load_finish (GAsyncResult         *result,
                                           GError              **error);
NwQuestionnaire *nw_form_file_read        (NwJson               *json,
                                           GError              **error);
char            *nw_form_file_dup_name    (GFile                *file);
char            *nw_form_file_dup_line    (const char           *text);
const char      *nw_form_file_get_reason  (const GError         *error);

G_END_DECLS
