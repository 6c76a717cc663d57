/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the documents of data/content in the reader’s language. */

#include "config.h"

#include "model/base/nw-content.h"

#define CONTENT_PATH NW_RESOURCE_PATH "/content"

/**
 * nw_content_load:
 * @name: the document’s file name, such as `article.json`
 * @language: (out) (optional) (transfer full): the language that was found
 * @error: return location for an error
 *
 * Loads a document in the first of the user’s languages that has it, and in
 * English where none has. The languages are those of g_get_language_names().
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
  const char * const *languages = g_get_language_names ();
  g_autofree char *english = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (gsize i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", CONTENT_PATH, languages[i], name, NULL);
      GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        {
          if (language != NULL)
            *language = g_strdup (languages[i]);
          return bytes;
        }
    }

  if (language != NULL)
    *language = g_strdup ("en");
  english = g_build_path ("/", CONTENT_PATH, "en", name, NULL);
  return g_resources_lookup_data (english, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}
