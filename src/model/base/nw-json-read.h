/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed reading of a JSON object's members that reports what is missing or of the wrong kind. */

#pragma once

#include "model/base/nw-findings.h"
#include "model/base/nw-json.h"

G_BEGIN_DECLS

/**
 * NwJsonNeed:
 * @NW_JSON_OPTIONAL: the member may be absent; it is not reported
 * @NW_JSON_REQUIRED: the member must be there; its absence is an error
 *
 * Whether a member must be there. A member of the wrong kind is always an error.
 */
typedef enum
{
  NW_JSON_OPTIONAL,
  NW_JSON_REQUIRED,
} NwJsonNeed;

const char       *nw_json_read_string   (const NwJsonNode   *object,
                                         const char         *member,
                                         NwJsonNeed          need,
                                         NwFindings         *findings);
gboolean          nw_json_read_int      (const NwJsonNode   *object,
                                         const char         *member,
                                         NwJsonNeed          need,
                                         gint64              min,
                                         gint64              max,
                                         gint64             *value,
                                         NwFindings         *findings);
gboolean          nw_json_read_boolean  (const NwJsonNode   *object,
                                         const char         *member,
                                         NwJsonNeed          need,
                                         gboolean           *value,
                                         NwFindings         *findings);
const char       *nw_json_read_date     (const NwJsonNode   *object,
                                         const char         *member,
                                         NwJsonNeed          need,
                                         NwFindings         *findings);
int               nw_json_read_choice   (const NwJsonNode   *object,
                                         const char         *member,
                                         NwJsonNeed          need,
                                         const char * const *choices,
                                         NwFindings         *findings);
const NwJsonNode *nw_json_read_array    (const NwJsonNode   *object,
                                         const char         *member,
                                         NwJsonNeed          need,
                                         NwFindings         *findings);
const NwJsonNode *nw_json_read_object   (const NwJsonNode   *object,
                                         const char         *member,
                                         NwJsonNeed          need,
                                         NwFindings         *findings);
char            **nw_json_read_strings  (const NwJsonNode   *object,
                                         const char         *member,
                                         NwJsonNeed          need,
                                         NwFindings         *findings);
gboolean          nw_json_expect        (const NwJsonNode   *node,
                                         NwJsonType          type,
                                         NwFindings         *findings);
void              nw_json_check_members (const NwJsonNode   *object,
                                         NwFindings         *findings,
                                         const char         *first_name,
                                         ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
