/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NwPrintLine:
 * @height: its height
 * @space: the space above it, which is dropped at the top of a page
 * @may_break: whether a page may begin with it
 *
 * One line of print, or something that is not divided, such as a picture.
 */
typedef struct
{
  double   height;
  double   space;
  gboolean may_break;
} NwPrintLine;

guint *nw_page_breaks_find (const NwPrintLine *lines,
                            guint              n_lines,
                            double             page_height,
                            guint             *n_pages);

G_END_DECLS
