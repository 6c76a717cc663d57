/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed reading of a JSON object's members that reports what is missing or of the wrong kind. */

#include "config.h"

#include "model/base/nw-json-read.h"

#include <string.h>

/* The member where it is there and of the right kind; otherwise reports. */
static const NwJsonNode *
find_member (const NwJsonNode *object,
             const char *member,
             NwJsonNeed need,
             NwJsonType type,
             NwFindings *findings)
{
  const NwJsonNode *node = nw_json_node_get_member (object, member);

  if (node == NULL)
    {
      if (need == NW_JSON_REQUIRED)
        nw_findings_add (findings, NW_SEVERITY_ERROR, object,
                         "no “%s”; expected %s", member, nw_json_type_get_label (type));
      return NULL;
    }
  return nw_json_expect (node, type, findings) ? node : NULL;
}

/**
 * nw_json_expect:
 * @node: a node
 * @type: the kind that it must have
 * @findings: takes an error where it has another
 *
 * Checks the kind of a value, for example of an array's elements.
 *
 * Returns: whether it is of that kind
 */
gboolean
nw_json_expect (const NwJsonNode *node,
                NwJsonType type,
                NwFindings *findings)
{
  g_return_val_if_fail (node != NULL, FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  if (nw_json_node_get_node_type (node) == type)
    return TRUE;
  nw_findings_add (findings, NW_SEVERITY_ERROR, node, "%s; expected %s",
                   nw_json_type_get_label (nw_json_node_get_node_type (node)),
                   nw_json_type_get_label (type));
  return FALSE;
}

/**
 * nw_json_read_string:
 * @object: an object
 * @member: a member's name
 * @need: whether it must be there
 * @findings: takes what is wrong
 *
 * Reads a string that is not empty.
 *
 * Returns: (nullable): the string, owned by the document, or %NULL
 */
const char *
nw_json_read_string (const NwJsonNode *object,
                     const char *member,
                     NwJsonNeed need,
                     NwFindings *findings)
{
  const NwJsonNode *node = find_member (object, member, need, NW_JSON_STRING, findings);

  if (node == NULL)
    return NULL;
  if (nw_json_node_get_length (node) == 0)
    {
      nw_findings_add (findings, NW_SEVERITY_ERROR, node,
                       "an empty string; expected some text");
      return NULL;
    }
  return nw_json_node_get_string (node);
}

/**
 * nw_json_read_int:
 * @object: an object
 * @member: a member's name
 * @need: whether it must be there
 * @min: the smallest number allowed
 * @max: the largest number allowed
 * @value: (inout): the number; left alone where there is none
 * @findings: takes what is wrong
 *
 * Reads an integer; `1.0` and `1e3` are none.
 *
 * Returns: whether there was a good one
 */
gboolean
nw_json_read_int (const NwJsonNode *object,
                  const char *member,
                  NwJsonNeed need,
                  gint64 min,
                  gint64 max,
                  gint64 *value,
                  NwFindings *findings)
{
  const NwJsonNode *node = find_member (object, member, need, NW_JSON_NUMBER, findings);
  gint64 number = 0;

  g_return_val_if_fail (value != NULL, FALSE);

  if (node == NULL)
    return FALSE;
  if (!nw_json_node_get_int (node, &number) || number < min || number > max)
    {
      nw_findings_add (findings, NW_SEVERITY_ERROR, node,
                       "%s; expected an integer from %" G_GINT64_FORMAT
                       " to %" G_GINT64_FORMAT,
                       nw_json_node_get_number_text (node), min, max);
      return FALSE;
    }
  *value = number;
  return TRUE;
}

/**
 * nw_json_read_boolean:
 * @object: an object
 * @member: a member's name
 * @need: whether it must be there
 * @value: (inout): the boolean; left alone where there is none
 * @findings: takes what is wrong
 *
 * Reads a boolean.
 *
 * Returns: whether there was one
 */
gboolean
nw_json_read_boolean (const NwJsonNode *object,
                      const char *member,
                      NwJsonNeed need,
                      gboolean *value,
                      NwFindings *findings)
{
  const NwJsonNode *node = find_member (object, member, need, NW_JSON_BOOLEAN, findings);

  g_return_val_if_fail (value != NULL, FALSE);

  if (node == NULL)
    return FALSE;
  *value = nw_json_node_get_boolean (node);
  return TRUE;
}

static gboolean
is_date (const char *text)
{
  int year = 0;
  int month = 0;
  int day = 0;

  if (strlen (text) != 10)
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return FALSE;
  year = (int) g_ascii_strtoll (text, NULL, 10);
  month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  day = (int) g_ascii_strtoll (text + 8, NULL, 10);
  return g_date_valid_dmy (day, month, year);
}

/**
 * nw_json_read_date:
 * @object: an object
 * @member: a member's name
 * @need: whether it must be there
 * @findings: takes what is wrong
 *
 * Reads a day of the calendar as `YYYY-MM-DD`.
 *
 * Returns: (nullable): the text, owned by the document, or %NULL
 */
const char *
nw_json_read_date (const NwJsonNode *object,
                   const char *member,
                   NwJsonNeed need,
                   NwFindings *findings)
{
  const NwJsonNode *node = find_member (object, member, need, NW_JSON_STRING, findings);

  if (node == NULL)
    return NULL;
  if (!is_date (nw_json_node_get_string (node)))
    {
      nw_findings_add (findings, NW_SEVERITY_ERROR, node,
                       "“%s”; expected a date as YYYY-MM-DD", nw_json_node_get_string (node));
      return NULL;
    }
  return nw_json_node_get_string (node);
}

/**
 * nw_json_read_choice:
 * @object: an object
 * @member: a member's name
 * @need: whether it must be there
 * @choices: (array zero-terminated=1): the words that are allowed
 * @findings: takes what is wrong
 *
 * Reads one of a few words, so that the choices can be in an enum's order.
 *
 * Returns: the word's place in @choices, or -1
 */
int
nw_json_read_choice (const NwJsonNode *object,
                     const char *member,
                     NwJsonNeed need,
                     const char * const *choices,
                     NwFindings *findings)
{
  const NwJsonNode *node = find_member (object, member, need, NW_JSON_STRING, findings);
  g_autofree char *expected = NULL;

  g_return_val_if_fail (choices != NULL, -1);

  if (node == NULL)
    return -1;
  for (int i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], nw_json_node_get_string (node)) == 0)
      return i;
  expected = g_strjoinv (", ", (char **) choices);
  nw_findings_add (findings, NW_SEVERITY_ERROR, node, "“%s”; expected one of %s",
                   nw_json_node_get_string (node), expected);
  return -1;
}

/**
 * nw_json_read_array:
 * @object: an object
 * @member: a member's name
 * @need: whether it must be there
 * @findings: takes what is wrong
 *
 * Finds an array; go through it with %NW_JSON_FOREACH, which takes %NULL too.
 *
 * Returns: (nullable): the array, or %NULL
 */
const NwJsonNode *
nw_json_read_array (const NwJsonNode *object,
                    const char *member,
                    NwJsonNeed need,
                    NwFindings *findings)
{
  return find_member (object, member, need, NW_JSON_ARRAY, findings);
}

/**
 * nw_json_read_object:
 * @object: an object
 * @member: a member's name
 * @need: whether it must be there
 * @findings: takes what is wrong
 *
 * Finds an object.
 *
 * Returns: (nullable): the object, or %NULL
 */
const NwJsonNode *
nw_json_read_object (const NwJsonNode *object,
                     const char *member,
                     NwJsonNeed need,
                     NwFindings *findings)
{
  return find_member (object, member, need, NW_JSON_OBJECT, findings);
}

/**
 * nw_json_read_strings:
 * @object: an object
 * @member: a member's name
 * @need: whether it must be there
 * @findings: takes what is wrong
 *
 * Reads an array of strings that are not empty.
 *
 * Returns: (transfer full): copies of the good ones; empty where there are none
 */
char **
nw_json_read_strings (const NwJsonNode *object,
                      const char *member,
                      NwJsonNeed need,
                      NwFindings *findings)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const NwJsonNode *child = NULL;

  NW_JSON_FOREACH (nw_json_read_array (object, member, need, findings), child)
    {
      if (!nw_json_expect (child, NW_JSON_STRING, findings))
        continue;
      if (nw_json_node_get_length (child) == 0)
        nw_findings_add (findings, NW_SEVERITY_ERROR, child,
                         "an empty string; expected some text");
      else
        g_strv_builder_add (builder, nw_json_node_get_string (child));
    }
  return g_strv_builder_end (builder);
}

static gboolean
is_among (const char *name,
          const char *first_name,
          va_list *args)
{
  for (const char *known = first_name; known != NULL; known = va_arg (*args, const char *))
    if (strcmp (name, known) == 0)
      return TRUE;
  return FALSE;
}

/**
 * nw_json_check_members:
 * @object: an object
 * @findings: takes an error for each member that is not among the names
 * @first_name: a name that is known
 * @...: more of them, and %NULL behind the last
 *
 * Reports members that nobody reads, which are most often slips of the pen. A
 * member `comment` is allowed everywhere, since JSON has no other place for one.
 */
void
nw_json_check_members (const NwJsonNode *object,
                       NwFindings *findings,
                       const char *first_name,
                       ...)
{
  const NwJsonNode *child = NULL;

  g_return_if_fail (findings != NULL);

  if (object == NULL || nw_json_node_get_node_type (object) != NW_JSON_OBJECT)
    return;
  NW_JSON_FOREACH (object, child)
    {
      const char *name = nw_json_node_get_name (child);
      gboolean known = FALSE;
      va_list args;

      va_start (args, first_name);
      known = is_among (name, first_name, &args);
      va_end (args);
      if (!known && strcmp (name, "comment") != 0)
        nw_findings_add (findings, NW_SEVERITY_ERROR, child,
                         "unknown member; expected none of this name");
    }
}
