/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to write forms and responses in tests. */

#pragma once

#include "model/questionnaire/nw-outcome.h"

G_BEGIN_DECLS

char            *unquote        (const char      *text);
NwJson          *read_text      (const char      *text);
NwQuestionnaire *read_form      (const char      *items);
NwResponse      *read_response  (NwQuestionnaire *form,
                                 const char      *items);
char            *list_enabled   (NwResponse      *response);
char            *list_items     (GPtrArray       *items);
void             assert_enabled (const char      *form_items,
                                 const char      *response_items,
                                 const char      *expected);

G_END_DECLS
