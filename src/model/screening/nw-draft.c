/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as they are kept to go on with: when, of which form, and where it is somebody else’s, the form itself. */

#include "config.h"

#include "model/screening/nw-draft.h"

#include <string.h>

#include "model/base/nw-json-read.h"
#include "model/base/nw-json-writer.h"
#include "model/screening/nw-form-file.h"

#define NAME "answers"

static char *
dup_node_text (const NwJsonNode *node)
{
  g_autoptr (NwJsonWriter) writer = nw_json_writer_new (FALSE);

  nw_json_writer_add_node (writer, NULL, node);
  return nw_json_writer_free_to_text (g_steal_pointer (&writer));
}

/* A document of its own, of what is a part of another. */
static NwJson *
cut_out (const NwJsonNode  *node,
         const char        *name,
         GError           **error)
{
  char *text = dup_node_text (node);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return nw_json_new_from_bytes (bytes, name, &nw_response_limits, error);
}

/* A form that cannot be shown is of no use, and neither are answers to it. */
static gboolean
read_form (NwDraft           *self,
           const NwJsonNode  *node,
           GError           **error)
{
  g_autoptr (NwJson) json = cut_out (node, self->source, error);

  if (json != NULL)
    self->form = nw_form_file_read (json, error);
  return self->form != NULL;
}

/**
 * nw_draft_new:
 * @screening: a walk through a form
 * @saved: now, in UTC
 * @error: return location for an error
 *
 * Takes down the answers as they are; and the form, where it has a source.
 *
 * Returns: (transfer full): a draft, or %NULL with an error of %NW_ERROR where
 *   the answers are more than could be read again
 */
NwDraft *
nw_draft_new (NwScreening  *screening,
              GDateTime    *saved,
              GError      **error)
{
  g_autoptr (NwDraft) self = g_atomic_rc_box_new0 (NwDraft);
  char *text = nw_screening_write_draft (screening);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));
  const char *source = nw_screening_get_source (screening);

  self->response = nw_json_new_from_bytes (bytes, NAME, &nw_response_limits, error);
  if (self->response == NULL)
    return NULL;
  self->saved = g_date_time_ref (saved);
  if (source != NULL)
    {
      self->source = g_strdup (source);
      self->form = nw_questionnaire_ref (nw_screening_get_questionnaire (screening));
    }
  return g_steal_pointer (&self);
}

/**
 * nw_draft_new_from_node:
 * @root: what nw_draft_write() wrote
 * @with_form: whether the form has to be there
 * @error: return location for an error
 *
 * Returns: (transfer full): a draft, or %NULL with an error of %NW_ERROR
 */
NwDraft *
nw_draft_new_from_node (const NwJsonNode  *root,
                        gboolean           with_form,
                        GError           **error)
{
  g_autoptr (NwDraft) self = g_atomic_rc_box_new0 (NwDraft);
  g_autoptr (NwFindings) findings = nw_findings_new (NAME);
  const char *saved = nw_json_read_string (root, "saved", NW_JSON_REQUIRED, findings);
  const NwJsonNode *response = nw_json_read_object (root, "response", NW_JSON_REQUIRED, findings);
  const NwJsonNode *form = NULL;

  if (with_form)
    {
      form = nw_json_read_object (root, "form", NW_JSON_REQUIRED, findings);
      self->source = g_strdup (nw_json_read_string (root, "source", NW_JSON_REQUIRED, findings));
    }
  if (saved != NULL)
    self->saved = g_date_time_new_from_iso8601 (saved, NULL);
  if (saved != NULL && self->saved == NULL)
    nw_findings_add (findings, NW_SEVERITY_ERROR, nw_json_node_get_member (root, "saved"),
                     "not a time; expected one such as 2026-03-21T09:30:00Z");
  if (nw_findings_has_errors (findings))
    {
      g_propagate_error (error, nw_findings_to_error (findings));
      return NULL;
    }

  self->response = cut_out (response, NAME, error);
  if (self->response == NULL || (with_form && !read_form (self, form, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * nw_draft_ref:
 * @self: a draft
 *
 * Returns: (transfer full): @self
 */
NwDraft *
nw_draft_ref (NwDraft *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  NwDraft *self = data;

  g_clear_pointer (&self->response, nw_json_unref);
  g_clear_pointer (&self->saved, g_date_time_unref);
  g_clear_pointer (&self->form, nw_questionnaire_unref);
  g_clear_pointer (&self->source, g_free);
}

/**
 * nw_draft_unref:
 * @self: (transfer full): a draft
 *
 * Gives a reference back.
 */
void
nw_draft_unref (NwDraft *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * nw_draft_write:
 * @self: a draft
 * @format: the number of the format
 *
 * Returns: (transfer full): the document that is kept
 */
char *
nw_draft_write (NwDraft *self,
                gint64   format)
{
  g_autoptr (NwJsonWriter) writer = nw_json_writer_new (TRUE);
  g_autofree char *saved = g_date_time_format_iso8601 (self->saved);

  nw_json_writer_begin_object (writer, NULL);
  nw_json_writer_add_int (writer, "format", format);
  nw_json_writer_add_string (writer, "saved", saved);
  if (self->form != NULL)
    nw_json_writer_add_string (writer, "source", self->source);
  nw_json_writer_add_node (writer, "response", nw_json_get_root (self->response));
  if (self->form != NULL)
    nw_json_writer_add_node (writer, "form", nw_questionnaire_get_node (self->form));
  nw_json_writer_end_object (writer);
  return nw_json_writer_free_to_text (g_steal_pointer (&writer));
}

static gboolean
is_same_text (NwQuestionnaire *form,
              NwQuestionnaire *other)
{
  g_autofree char *text = dup_node_text (nw_questionnaire_get_node (form));
  g_autofree char *other_text = dup_node_text (nw_questionnaire_get_node (other));

  return g_str_equal (text, other_text);
}

/**
 * nw_draft_is_to:
 * @self: a draft
 * @form: a form
 *
 * Tells by the `url` of a form, or where it has none, by all that stands in it.
 * A draft that brings no form is to our own.
 *
 * Returns: whether the answers are to @form, perhaps in another version
 */
gboolean
nw_draft_is_to (NwDraft         *self,
                NwQuestionnaire *form)
{
  const char *url;

  if (self->form == NULL || self->form == form)
    return TRUE;
  url = nw_questionnaire_get_url (form);
  if (url != NULL || nw_questionnaire_get_url (self->form) != NULL)
    return g_strcmp0 (url, nw_questionnaire_get_url (self->form)) == 0;
  return is_same_text (self->form, form);
}

/**
 * nw_draft_is_other_version:
 * @self: a draft
 * @form: the form it is to
 *
 * Returns: whether the form asked something else when it was answered
 */
gboolean
nw_draft_is_other_version (NwDraft         *self,
                           NwQuestionnaire *form)
{
  g_autofree char *canonical = nw_questionnaire_dup_canonical (form);
  const NwJsonNode *node = nw_json_node_get_member (nw_json_get_root (self->response),
                                                    "questionnaire");

  return g_strcmp0 (nw_json_node_get_string (node), canonical) != 0
         || (self->form != NULL && self->form != form && !is_same_text (self->form, form));
}
