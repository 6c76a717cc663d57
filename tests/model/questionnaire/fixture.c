/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to write forms and responses in tests. */

#include "config.h"

#include "fixture.h"

#include <string.h>

/* JSON with ' for ", as it can be written in C. */
char *
unquote (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

NwJson *
read_text (const char *text)
{
  g_autofree char *json_text = unquote (text);
  g_autoptr (GBytes) bytes = g_bytes_new (json_text, strlen (json_text));
  g_autoptr (GError) error = NULL;
  NwJson *json = nw_json_new_from_bytes (bytes, "test", NULL, &error);

  g_assert_no_error (error);
  return json;
}

/* A form of the items, which are the elements of an array without its brackets. */
NwQuestionnaire *
read_form (const char *items)
{
  g_autofree char *text = g_strdup_printf (
    "{'resourceType':'Questionnaire','url':'urn:form','version':'1','status':'draft',"
    "'item':[%s]}", items);
  g_autoptr (NwJson) json = read_text (text);
  g_autoptr (NwFindings) findings = nw_findings_new ("test");
  NwQuestionnaire *form = nw_questionnaire_new_from_json (json, findings);
  g_autoptr (GError) error = nw_findings_to_error (findings);

  g_assert_no_error (error);
  g_assert_nonnull (form);
  return form;
}

NwResponse *
read_response (NwQuestionnaire *form,
               const char *items)
{
  g_autofree char *text = g_strdup_printf (
    "{'resourceType':'QuestionnaireResponse','status':'in-progress','item':[%s]}", items);
  g_autoptr (NwJson) json = read_text (text);
  g_autoptr (NwFindings) findings = nw_findings_new ("test");
  NwResponse *response = nw_response_new_from_json (form, json, findings);

  g_assert_nonnull (response);
  return response;
}

char *
list_items (GPtrArray *items)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (
      list, "%s%s", i > 0 ? " " : "",
      nw_response_item_get_item (g_ptr_array_index (items, i))->link_id);
  return g_string_free (list, FALSE);
}

/* The linkIds of what is enabled, with spaces between them. */
char *
list_enabled (NwResponse *response)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (NwResponseItem *item = nw_response_item_next (nw_response_get_root (response));
       item != NULL;
       item = nw_response_item_next (item))
    if (nw_response_item_is_enabled (item))
      g_ptr_array_add (items, item);
  return list_items (items);
}

void
assert_enabled (const char *form_items,
                const char *response_items,
                const char *expected)
{
  g_autoptr (NwQuestionnaire) form = read_form (form_items);
  g_autoptr (NwResponse) response = read_response (form, response_items);
  g_autofree char *enabled = list_enabled (response);

  g_assert_cmpstr (enabled, ==, expected);
}
