/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form’s markdown as Pango markup: bold, italic, lists and headings, and nothing that could do harm. */

#include "config.h"

#include "view/screening/nw-markup.h"

#include <string.h>

static void
append_escaped (GString    *markup,
                const char *text,
                gsize       length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

/* The length of a run that @mark opens at @text and closes before the line ends. */
static gsize
find_run (const char *text,
          const char *mark)
{
  gsize width = strlen (mark);
  const char *end;

  if (!g_str_has_prefix (text, mark) || g_ascii_isspace (text[width]) || text[width] == '\0')
    return 0;
  end = strstr (text + width, mark);
  return end != NULL && end > text + width ? (gsize) (end - text - width) : 0;
}

/* A link keeps its words; where it leads to is a stranger’s choice. */
static gsize
append_link (GString    *markup,
             const char *text)
{
  const char *close = *text == '[' ? strstr (text, "](") : NULL;
  const char *end = close != NULL ? strchr (close, ')') : NULL;

  if (end == NULL)
    return 0;
  append_escaped (markup, text + 1, (gsize) (close - text - 1));
  g_string_append (markup, " (");
  append_escaped (markup, close + 2, (gsize) (end - close - 2));
  g_string_append_c (markup, ')');
  return (gsize) (end - text + 1);
}

static void
append_line (GString    *markup,
             const char *line)
{
  static const struct
  {
    const char *mark;
    const char *tag;
  } runs[] = { { "**", "b" }, { "__", "b" }, { "*", "i" }, { "`", "tt" } };

  while (*line != '\0')
    {
      gsize length = append_link (markup, line);
      gsize i = 0;

      if (length > 0)
        {
          line += length;
          continue;
        }
      for (; i < G_N_ELEMENTS (runs); i++)
        if ((length = find_run (line, runs[i].mark)) > 0)
          break;
      if (i < G_N_ELEMENTS (runs))
        {
          gsize width = strlen (runs[i].mark);

          g_string_append_printf (markup, "<%s>", runs[i].tag);
          append_escaped (markup, line + width, length);
          g_string_append_printf (markup, "</%s>", runs[i].tag);
          line += length + 2 * width;
          continue;
        }
      if (*line == '\\' && g_ascii_ispunct (line[1]))
        line++;
      length = (gsize) (g_utf8_next_char (line) - line);
      append_escaped (markup, line, length);
      line += length;
    }
}

/**
 * nw_markup_from_markdown:
 * @markdown: a text in markdown, of a stranger’s form
 *
 * Makes Pango markup of it. What is not understood stays as it was written;
 * HTML is shown as text, pictures and links are words.
 *
 * Returns: (transfer full): the markup, which is always well formed
 */
char *
nw_markup_from_markdown (const char *markdown)
{
  GString *markup = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (markdown != NULL, NULL);

  lines = g_strsplit (markdown, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strchug (lines[i]);
      gsize hashes = strspn (line, "#");

      if (i > 0)
        g_string_append_c (markup, '\n');
      if (hashes > 0 && hashes <= 6 && line[hashes] == ' ')
        {
          g_string_append (markup, "<b>");
          append_escaped (markup, line + hashes + 1, strlen (line + hashes + 1));
          g_string_append (markup, "</b>");
          continue;
        }
      if ((*line == '-' || *line == '*' || *line == '+') && line[1] == ' ')
        {
          g_string_append (markup, "•\302\240");
          line += 2;
        }
      append_line (markup, line);
    }

  return g_string_free (markup, FALSE);
}
