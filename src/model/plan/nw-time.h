/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and times as people type them, and as they are kept. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean   nw_time_parse_date    (const char  *text,
                                  GDateTime   *today,
                                  GDate       *date);
gboolean   nw_time_parse_day     (const char  *text,
                                  GDate       *date);
char      *nw_time_dup_day       (const GDate *date);
char      *nw_time_dup_example   (void);
gboolean   nw_time_parse_time    (const char  *text,
                                  int         *hour,
                                  int         *minute);
gboolean   nw_time_uses_12_hours (void);
GDateTime *nw_time_combine       (const GDate *date,
                                  int          hour,
                                  int          minute,
                                  GTimeZone   *zone);
GDateTime *nw_time_new_from_text (const char  *text,
                                  const char  *zone);
char      *nw_time_dup_zone      (GDateTime   *time);
int        nw_time_days_between  (GDateTime   *from,
                                  GDateTime   *to);

G_END_DECLS
