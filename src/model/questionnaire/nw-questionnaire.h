/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A FHIR R4 Questionnaire, read once and never changed. */

#pragma once

#include "model/base/nw-findings.h"
#include "model/questionnaire/nw-item.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _NwQuestionnaire NwQuestionnaire;

#define NW_TYPE_QUESTIONNAIRE (nw_questionnaire_get_type ())

GType             nw_questionnaire_get_type          (void);
NwQuestionnaire  *nw_questionnaire_new_from_json     (NwJson           *json,
                                                      NwFindings       *findings);
NwQuestionnaire  *nw_questionnaire_new_from_bytes    (GBytes           *bytes,
                                                      const char       *name,
                                                      GError          **error);
NwQuestionnaire  *nw_questionnaire_new_from_resource (const char       *resource_path,
                                                      GError          **error);
NwQuestionnaire  *nw_questionnaire_ref               (NwQuestionnaire  *self);
void              nw_questionnaire_unref             (NwQuestionnaire  *self);
NwFindings       *nw_questionnaire_get_findings      (NwQuestionnaire  *self);
const NwJsonNode *nw_questionnaire_get_node          (NwQuestionnaire  *self);
const char       *nw_questionnaire_get_url           (NwQuestionnaire  *self);
const char       *nw_questionnaire_get_version       (NwQuestionnaire  *self);
const char       *nw_questionnaire_get_title         (NwQuestionnaire  *self);
const char       *nw_questionnaire_get_status        (NwQuestionnaire  *self);
const char       *nw_questionnaire_get_language      (NwQuestionnaire  *self);
const char       *nw_questionnaire_get_date          (NwQuestionnaire  *self);
const char       *nw_questionnaire_get_publisher     (NwQuestionnaire  *self);
const char       *nw_questionnaire_get_copyright     (NwQuestionnaire  *self);
const char       *nw_questionnaire_get_description   (NwQuestionnaire  *self);
char             *nw_questionnaire_dup_canonical     (NwQuestionnaire  *self);
const NwItem     *nw_questionnaire_get_items         (NwQuestionnaire  *self,
                                                      guint            *n_items);
const NwItem     *nw_questionnaire_get_first         (NwQuestionnaire  *self);
const NwItem     *nw_questionnaire_find              (NwQuestionnaire  *self,
                                                      const char       *link_id);
gboolean          nw_questionnaire_has_outcome       (NwQuestionnaire  *self);
gboolean          nw_questionnaire_is_opaque         (NwQuestionnaire  *self);
void              nw_questionnaire_lint              (NwQuestionnaire  *self,
                                                      NwFindings       *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwQuestionnaire, nw_questionnaire_unref)

G_END_DECLS
