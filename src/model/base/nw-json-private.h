/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a node is made of; only the reader and the walker in nw-json.c know. */

#pragma once

#include "model/base/nw-json.h"

G_BEGIN_DECLS

/* All nodes of a document lie in one array, a parent before its children: 24
 * bytes each, so that a walk touches little memory. */
struct _NwJsonNode
{
  const char *name;      /* of a member; NULL for the root and elements */
  union
  {
    const char *text;    /* of a string, number or literal */
    gsize n_children;    /* of an array or object */
  };
  guint32 next;          /* how many nodes on the next sibling lies; 0 at the end */
  guint32 parent : 29;   /* how many nodes back the parent lies; 0 for the root */
  guint32 type : 3;      /* a NwJsonType */
};

/* As far back as a parent can be. */
#define NW_JSON_MAX_NODES (1u << 29)

NwJsonNode *nw_json_parse (const char  *text,
                           gsize        size,
                           const char  *name,
                           guint        max_depth,
                           GError     **error);

G_END_DECLS
