/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a value is made of, for the files that make and compare values. */

#pragma once

#include "model/questionnaire/nw-value.h"

G_BEGIN_DECLS

struct _NwValue
{
  gatomicrefcount ref_count;
  NwValueType type;
  gboolean boolean;
  const char *text;       /* numbers, dates, strings; NULL for codings */
  const char *system;
  const char *code;
  const char *display;    /* of a coding, or the unit of a quantity */
  const char *comparator;
  NwJson *json;           /* owns the strings; NULL where they are ours */
  const NwJsonNode *node; /* where the document says more than the fields do */
  char *strings[5];       /* ours, to be freed; only as many as were made */
  guint n_strings;
};

gboolean nw_value_check_integer   (const char *text);
gboolean nw_value_check_decimal   (const char *text);
gboolean nw_value_check_date      (const char *text);
gboolean nw_value_check_date_time (const char *text);
gboolean nw_value_check_time      (const char *text);
int      nw_value_compare_decimal (const char *a,
                                   const char *b);

G_END_DECLS
