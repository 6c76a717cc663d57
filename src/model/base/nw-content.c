/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the documents of data/content in the reader’s language. */

#include "config.h"

#include "model/base/nw-content.h"

#include "model/base/nw-json.h"

#define CONTENT_PATH NW_RESOURCE_PATH "/content"

static GBytes *
look_up (const char  *name,
         const char  *language,
         GError     **error)
{
  g_autofree char *path = g_build_path ("/", CONTENT_PATH, language, name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* The document’s own word for which text it is, or NULL if it cannot be read. */
static char *
dup_version (GBytes *bytes)
{
  g_autoptr (NwJson) json = nw_json_new_from_bytes (bytes, "content", NULL, NULL);
  const NwJsonNode *version = NULL;

  if (json != NULL && nw_json_node_get_node_type (nw_json_get_root (json)) == NW_JSON_OBJECT)
    version = nw_json_node_get_member (nw_json_get_root (json), "version");
  if (version == NULL || nw_json_node_get_node_type (version) != NW_JSON_STRING)
    return NULL;
  return g_strdup (nw_json_node_get_string (version));
}

/*
 * Finds the first of the user’s languages, English aside, whose document says
 * what the English one says. A translation of an older text is passed over:
 * advice that has been withdrawn must not live on in another language.
 */
static GBytes *
find_translation (const char  *name,
                  const char **language,
                  gboolean    *outdated)
{
  const char * const *languages = g_get_language_names ();
  g_autofree char *wanted = NULL;

  *outdated = FALSE;
  for (gsize i = 0; languages[i] != NULL && !g_str_equal (languages[i], "en"); i++)
    {
      g_autoptr (GBytes) bytes = look_up (name, languages[i], NULL);
      g_autofree char *version = NULL;

      if (bytes == NULL)
        continue;
      if (wanted == NULL)
        {
          g_autoptr (GBytes) english = look_up (name, "en", NULL);

          wanted = english != NULL ? dup_version (english) : NULL;
        }
      version = dup_version (bytes);
      if (version != NULL && g_strcmp0 (version, wanted) == 0)
        {
          *language = languages[i];
          return g_steal_pointer (&bytes);
        }
      g_debug ("%s/%s is version %s, English is %s", languages[i], name, version, wanted);
      *outdated = TRUE;
    }

  return NULL;
}

/**
 * nw_content_load:
 * @name: the document’s file name, such as `article.json`
 * @language: (out) (optional) (transfer full): the language that was found
 * @error: return location for an error
 *
 * Loads a document in the first of the user’s languages that has it in the
 * version of the English one, and else in English. The languages are those of
 * g_get_language_names().
 *
 * The bytes are those of the program file itself, not a copy. A developer can
 * try other ones with GLib’s `G_RESOURCE_OVERLAYS`.
 *
 * Returns: (transfer full): the document, or %NULL with @error set from
 *   %G_RESOURCE_ERROR
 */
GBytes *
nw_content_load (const char  *name,
                 char       **language,
                 GError     **error)
{
  const char *found = NULL;
  gboolean outdated;
  GBytes *bytes;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = find_translation (name, &found, &outdated);
  if (bytes == NULL)
    {
      found = "en";
      bytes = look_up (name, found, error);
    }
  if (bytes != NULL && language != NULL)
    *language = g_strdup (found);
  return bytes;
}

/**
 * nw_content_is_outdated:
 * @name: the document’s file name
 *
 * Tells whether nw_content_load() passes over a translation into one of the
 * user’s languages because it is not the version of the English document. The
 * reader has to be told why another language is shown.
 *
 * Returns: whether a translation was passed over
 */
gboolean
nw_content_is_outdated (const char *name)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *found = NULL;
  gboolean outdated;

  g_return_val_if_fail (name != NULL, FALSE);

  bytes = find_translation (name, &found, &outdated);
  return outdated;
}
