/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as they are kept to go on with: when, of which form, and where it is somebody else’s, the form itself. */

#pragma once

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

/**
 * NwDraft:
 * @response: a QuestionnaireResponse in progress
 * @saved: when the answers were saved, in UTC
 * @form: (nullable): the form that was answered, where it is not ours
 * @source: (nullable): the name of the file that the form came from
 *
 * What is kept of a walk through a form. It never changes, so that a thread
 * may write it.
 */
typedef struct
{
  NwJson          *response;
  GDateTime       *saved;
  NwQuestionnaire *form;
  char            *source;
} NwDraft;

NwDraft  *nw_draft_new              (NwScreening       *screening,
                                     GDateTime         *saved,
                                     GError           **error);
NwDraft  *nw_draft_new_from_node    (const NwJsonNode  *root,
                                     gboolean           with_form,
                                     GError           **error);
NwDraft  *nw_draft_ref              (NwDraft           *self);
void      nw_draft_unref            (NwDraft           *self);
char     *nw_draft_write            (NwDraft           *self,
                                     gint64             format);
gboolean  nw_draft_is_to            (NwDraft           *self,
                                     NwQuestionnaire   *form);
gboolean  nw_draft_is_other_version (NwDraft           *self,
                                     NwQuestionnaire   *form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwDraft, nw_draft_unref)

G_END_DECLS
