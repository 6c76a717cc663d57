/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of registers.json and insurance.json share. */

#include "config.h"

#include "model/plan/nw-plan-content.h"

#include "model/base/nw-content.h"
#include "model/base/nw-json-read.h"

/* In the order of the enum. */
static const char *const confidences[] = { "high", "medium", "low", NULL };

/**
 * nw_plan_content_load:
 * @name: a document’s name
 * @error: return location for an error
 *
 * Returns: (transfer full): the document in the reader’s language
 */
NwJson *
nw_plan_content_load (const char  *name,
                      GError     **error)
{
  g_autoptr (GBytes) bytes = nw_content_load (name, NULL, error);

  if (bytes == NULL)
    return NULL;
  return nw_json_new_from_bytes (bytes, name, NULL, error);
}

/**
 * nw_plan_content_read_address:
 * @node: an object that may have an `address`
 * @findings: takes what is wrong
 *
 * Reads an address on the web. Only https and http are links, so that an entry
 * can’t make the program open anything else.
 *
 * Returns: (nullable): the address, owned by the document
 */
const char *
nw_plan_content_read_address (const NwJsonNode *node,
                              NwFindings       *findings)
{
  const char *address = nw_json_read_string (node, "address", NW_JSON_OPTIONAL, findings);
  g_autoptr (GUri) uri = NULL;

  if (address == NULL)
    return NULL;

  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL
      || (g_strcmp0 (g_uri_get_scheme (uri), "https") != 0
          && g_strcmp0 (g_uri_get_scheme (uri), "http") != 0)
      || g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    {
      nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (node, "address"),
                       "“%s”; expected an address that begins with https://", address);
      return NULL;
    }
  return address;
}

/**
 * nw_plan_content_read_confidence:
 * @node: an object that has a `confidence`
 * @findings: takes what is wrong
 *
 * Returns: the confidence; the lowest where it can’t be read
 */
NwConfidence
nw_plan_content_read_confidence (const NwJsonNode *node,
                                 NwFindings       *findings)
{
  int confidence = nw_json_read_choice (node, "confidence", NW_JSON_REQUIRED, confidences, findings);

  return confidence >= 0 ? (NwConfidence) confidence : NW_CONFIDENCE_LOW;
}
