/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of what is wrong in a document, each with the place and what was expected. */

#pragma once

#include "model/base/nw-json.h"

G_BEGIN_DECLS

/**
 * NwSeverity:
 * @NW_SEVERITY_WARNING: the document can be used, but not as it was meant
 * @NW_SEVERITY_ERROR: the document cannot be used
 *
 * How bad a finding is.
 */
typedef enum
{
  NW_SEVERITY_WARNING,
  NW_SEVERITY_ERROR,
} NwSeverity;

/**
 * NwFinding:
 * @severity: how bad it is
 * @pointer: the JSON pointer (RFC 6901) of the place; empty for the whole document
 * @message: what is wrong, and what was expected
 *
 * One thing that is wrong in a document.
 */
typedef struct
{
  NwSeverity severity;
  char *pointer;
  char *message;
} NwFinding;

typedef struct _NwFindings NwFindings;

NwFindings      *nw_findings_new        (const char       *name);
NwFindings      *nw_findings_ref        (NwFindings       *self);
void             nw_findings_unref      (NwFindings       *self);
const char      *nw_findings_get_name   (NwFindings       *self);
void             nw_findings_add        (NwFindings       *self,
                                         NwSeverity        severity,
                                         const NwJsonNode *node,
                                         const char       *format,
                                         ...) G_GNUC_PRINTF (4, 5);
void             nw_findings_add_at     (NwFindings       *self,
                                         NwSeverity        severity,
                                         const char       *pointer,
                                         const char       *format,
                                         ...) G_GNUC_PRINTF (4, 5);
guint            nw_findings_get_length (NwFindings       *self);
guint            nw_findings_get_n_more (NwFindings       *self);
const NwFinding *nw_findings_get        (NwFindings       *self,
                                         guint             index);
gboolean         nw_findings_has_errors (NwFindings       *self);
char            *nw_findings_dup_line   (NwFindings       *self,
                                         guint             index);
GError          *nw_findings_to_error   (NwFindings       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwFindings, nw_findings_unref)

G_END_DECLS
