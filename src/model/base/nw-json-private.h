/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a node is made of; only the reader and the walker in nw-json.c know. */

#pragma once

#include "model/base/nw-json.h"

G_BEGIN_DECLS

/* All nodes of a document lie in one array, a parent before its children:
 * 32 bytes each, so that a walk touches little memory. */
struct _NwJsonNode
{
  const char *name;   /* of a member; NULL for the root and elements */
  const char *text;   /* of a string, number or literal; NULL for containers */
  guint32 length;     /* bytes of the text, or number of children */
  guint32 next;       /* how many nodes on the next sibling lies; 0 at the end */
  guint32 parent;     /* how many nodes back the parent lies; 0 for the root */
  guint32 type;       /* a NwJsonType */
};

NwJsonNode *nw_json_parse (char        *text,
                           const char  *original,
                           gsize        size,
                           const char  *name,
                           guint        max_depth,
                           GError     **error);

G_END_DECLS
