/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * NwMatch:
 * @start: the first byte
 * @end: the byte behind the last
 *
 * Where a match lies in a text.
 */
typedef struct
{
  gsize start;
  gsize end;
} NwMatch;

char   *nw_text_fold         (const char *text);
GArray *nw_text_find_folded  (const char *text,
                              const char *folded_needle);

G_END_DECLS
