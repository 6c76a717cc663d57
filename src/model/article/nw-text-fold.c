/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds words as people type them: case, accents and curly signs do not count. */

#include "config.h"

#include "model/article/nw-text-fold.h"

#include <string.h>

/* A sign that keyboards lack, as one that they have. */
static gunichar
simplify (gunichar c)
{
  switch (c)
    {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
      return '\'';
    case 0x201c: /* “ */
    case 0x201d: /* ” */
      return '"';
    case 0x2010: /* hyphen */
    case 0x2011: /* non-breaking hyphen */
    case 0x2013: /* – */
    case 0x2014: /* — */
      return '-';
    default:
      return g_unichar_isspace (c) ? ' ' : c;
    }
}

/* Folds one character onto @folded, and notes in @origins (if given) for each
 * byte where in the source it began. */
static void
fold_char (gunichar  c,
           gsize     origin,
           GString  *folded,
           GArray   *origins)
{
  char utf8[8] = { 0 };
  g_autofree char *lower = NULL;
  g_autofree char *parts = NULL;

  g_unichar_to_utf8 (simplify (c), utf8);
  lower = g_utf8_casefold (utf8, -1);
  parts = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);

  for (const char *p = parts; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar part = g_utf8_get_char (p);
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      if (g_unichar_ismark (part) || part == 0x00ad /* soft hyphen */)
        continue;
      g_string_append_len (folded, p, (gssize) length);
      for (gsize i = 0; origins != NULL && i < length; i++)
        g_array_append_val (origins, origin);
    }
}

static void
fold_into (const char *text,
           GString    *folded,
           GArray     *origins)
{
  gsize end = strlen (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize origin = (gsize) (p - text);

      if ((guchar) *p < 0x80)
        {
          g_string_append_c (folded, g_ascii_isspace (*p) ? ' ' : g_ascii_tolower (*p));
          if (origins != NULL)
            g_array_append_val (origins, origin);
        }
      else
        fold_char (g_utf8_get_char (p), origin, folded, origins);
    }
  if (origins != NULL)
    g_array_append_val (origins, end);
}

/**
 * nw_text_fold:
 * @text: a text in UTF-8
 *
 * Folds what must not count in a search: the case, accents, curly quotes,
 * dashes and the kinds of spaces.
 *
 * Returns: (transfer full): the folded text
 */
char *
nw_text_fold (const char *text)
{
  GString *folded = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_sized_new (strlen (text));
  fold_into (text, folded, NULL);
  return g_string_free (folded, FALSE);
}

/**
 * nw_text_find_folded:
 * @text: a text in UTF-8
 * @folded_needle: what to look for, from nw_text_fold()
 *
 * Finds all places of a word in a text; they do not overlap.
 *
 * Returns: (transfer full) (element-type NwMatch): the places, as bytes of @text
 */
GArray *
nw_text_find_folded (const char *text,
                     const char *folded_needle)
{
  g_autoptr (GString) folded = NULL;
  g_autoptr (GArray) origins = NULL;
  GArray *matches = NULL;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (folded_needle != NULL, NULL);

  matches = g_array_new (FALSE, FALSE, sizeof (NwMatch));
  length = strlen (folded_needle);
  if (length == 0)
    return matches;

  folded = g_string_sized_new (strlen (text));
  origins = g_array_sized_new (FALSE, FALSE, sizeof (gsize), (guint) strlen (text) + 1);
  fold_into (text, folded, origins);
  for (const char *p = strstr (folded->str, folded_needle);
       p != NULL;
       p = strstr (p + length, folded_needle))
    {
      gsize start = (gsize) (p - folded->str);
      NwMatch match;
      gsize last = g_array_index (origins, gsize, start + length - 1);

      match.start = g_array_index (origins, gsize, start);
      /* The whole of the last character, with the accents behind it. */
      match.end = (gsize) (g_utf8_next_char (text + last) - text);
      while (g_unichar_ismark (g_utf8_get_char (text + match.end)))
        match.end = (gsize) (g_utf8_next_char (text + match.end) - text);
      g_array_append_val (matches, match);
    }
  return matches;
}
