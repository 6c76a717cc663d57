/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strict, bounded reader of JSON that keeps numbers as they were written. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NwJsonType:
 * @NW_JSON_NULL: `null`
 * @NW_JSON_BOOLEAN: `true` or `false`
 * @NW_JSON_NUMBER: a number, kept as the text in the document
 * @NW_JSON_STRING: a string
 * @NW_JSON_ARRAY: an array
 * @NW_JSON_OBJECT: an object
 *
 * The kinds of a value in a document.
 */
typedef enum
{
  NW_JSON_NULL,
  NW_JSON_BOOLEAN,
  NW_JSON_NUMBER,
  NW_JSON_STRING,
  NW_JSON_ARRAY,
  NW_JSON_OBJECT,
} NwJsonType;

/**
 * NwJsonLimits:
 * @max_bytes: the most bytes that a document may have
 * @max_depth: the most arrays and objects that may lie within each other
 *
 * What a document may cost.
 */
typedef struct
{
  gsize max_bytes;
  guint max_depth;
} NwJsonLimits;

#define NW_JSON_MAX_BYTES ((gsize) 8 * 1024 * 1024)
#define NW_JSON_MAX_DEPTH 64

typedef struct _NwJson NwJson;
typedef struct _NwJsonNode NwJsonNode;

NwJson           *nw_json_new_from_bytes        (GBytes              *bytes,
                                                 const char          *name,
                                                 const NwJsonLimits  *limits,
                                                 GError             **error);
NwJson           *nw_json_new_from_path         (const char          *path,
                                                 const NwJsonLimits  *limits,
                                                 GError             **error);
NwJson           *nw_json_new_from_resource     (const char          *resource_path,
                                                 GError             **error);
NwJson           *nw_json_ref                   (NwJson              *self);
void              nw_json_unref                 (NwJson              *self);
const char       *nw_json_get_name              (NwJson              *self);
const NwJsonNode *nw_json_get_root              (NwJson              *self);

NwJsonType        nw_json_node_get_node_type    (const NwJsonNode    *node);
const char       *nw_json_node_get_name         (const NwJsonNode    *node);
const char       *nw_json_node_get_string       (const NwJsonNode    *node);
const char       *nw_json_node_get_number_text  (const NwJsonNode    *node);
gboolean          nw_json_node_get_int          (const NwJsonNode    *node,
                                                 gint64              *value);
gboolean          nw_json_node_get_boolean      (const NwJsonNode    *node);
gsize             nw_json_node_get_length       (const NwJsonNode    *node);
const NwJsonNode *nw_json_node_get_first        (const NwJsonNode    *node);
const NwJsonNode *nw_json_node_get_next         (const NwJsonNode    *node);
const NwJsonNode *nw_json_node_get_parent       (const NwJsonNode    *node);
const NwJsonNode *nw_json_node_get_member       (const NwJsonNode    *node,
                                                 const char          *name);
char             *nw_json_node_dup_pointer      (const NwJsonNode    *node);
const char       *nw_json_type_get_label        (NwJsonType           type);

/**
 * NW_JSON_FOREACH:
 * @parent: (nullable): an array or object
 * @child: a `const NwJsonNode *` that takes each element or member in turn
 *
 * Goes through the children of a node; there are none in a value, or where
 * @parent is %NULL.
 */
#define NW_JSON_FOREACH(parent, child) \
  for ((child) = nw_json_node_get_first (parent); \
       (child) != NULL; \
       (child) = nw_json_node_get_next (child))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwJson, nw_json_unref)

G_END_DECLS
