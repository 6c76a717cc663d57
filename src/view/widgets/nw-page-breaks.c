/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Divides lines into pages without cutting what belongs together. */

#include "config.h"

#include "view/widgets/nw-page-breaks.h"

/**
 * nw_page_breaks_find:
 * @lines: (array length=n_lines): the lines in their order
 * @n_lines: how many there are
 * @page_height: how much fits on a page
 * @n_pages: (out): the number of pages
 *
 * Fills page after page. A page ends at the last place that allows it; where a
 * page has no such place, it ends where it is full. Something higher than a
 * page gets a page of its own.
 *
 * Returns: (transfer full) (array length=n_pages): the first line of each page
 */
guint *
nw_page_breaks_find (const NwPrintLine *lines,
                     guint              n_lines,
                     double             page_height,
                     guint             *n_pages)
{
  g_autoptr (GArray) starts = NULL;
  guint start = 0;

  g_return_val_if_fail (lines != NULL || n_lines == 0, NULL);
  g_return_val_if_fail (n_pages != NULL, NULL);

  starts = g_array_new (FALSE, FALSE, sizeof (guint));
  while (start < n_lines)
    {
      double y = lines[start].height;
      guint allowed = 0;
      guint next = start + 1;

      g_array_append_val (starts, start);
      while (next < n_lines && y + lines[next].space + lines[next].height <= page_height)
        {
          y += lines[next].space + lines[next].height;
          if (lines[next].may_break)
            allowed = next;
          next++;
        }
      if (next < n_lines && !lines[next].may_break && allowed > 0)
        next = allowed;
      start = next;
    }

  *n_pages = starts->len;
  return (guint *) (gpointer) g_array_free (g_steal_pointer (&starts), FALSE);
}
