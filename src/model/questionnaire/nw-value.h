/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One FHIR value: an answer, an option, an initial value or what a rule compares with. */

#pragma once

#include "model/base/nw-json-writer.h"
#include "model/base/nw-json.h"

G_BEGIN_DECLS

/**
 * NwValueType:
 * @NW_VALUE_BOOLEAN: true or false
 * @NW_VALUE_INTEGER: an integer, kept as text
 * @NW_VALUE_DECIMAL: a decimal number, kept as text with its precision
 * @NW_VALUE_DATE: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @NW_VALUE_DATE_TIME: a date, or a date with a time and a zone
 * @NW_VALUE_TIME: `hh:mm:ss`, perhaps with a fraction
 * @NW_VALUE_STRING: a text
 * @NW_VALUE_URI: an address
 * @NW_VALUE_CODING: a code of a system, with its display
 * @NW_VALUE_QUANTITY: a number with a unit
 * @NW_VALUE_OTHER: an attachment, a reference or what else cannot be answered
 *   here; kept as it is
 *
 * The types of a value.
 */
typedef enum
{
  NW_VALUE_BOOLEAN,
  NW_VALUE_INTEGER,
  NW_VALUE_DECIMAL,
  NW_VALUE_DATE,
  NW_VALUE_DATE_TIME,
  NW_VALUE_TIME,
  NW_VALUE_STRING,
  NW_VALUE_URI,
  NW_VALUE_CODING,
  NW_VALUE_QUANTITY,
  NW_VALUE_OTHER,
} NwValueType;

/**
 * NwComparison:
 * @NW_COMPARISON_LESS: the first is less
 * @NW_COMPARISON_EQUAL: both are equal
 * @NW_COMPARISON_GREATER: the first is greater
 * @NW_COMPARISON_UNEQUAL: they differ, and have no order
 * @NW_COMPARISON_UNKNOWN: nobody can tell: precisions or units differ
 *
 * How two values lie to each other.
 */
typedef enum
{
  NW_COMPARISON_LESS,
  NW_COMPARISON_EQUAL,
  NW_COMPARISON_GREATER,
  NW_COMPARISON_UNEQUAL,
  NW_COMPARISON_UNKNOWN,
} NwComparison;

typedef struct _NwValue NwValue;

NwValue      *nw_value_new_boolean    (gboolean          value);
NwValue      *nw_value_new_integer    (const char       *text);
NwValue      *nw_value_new_decimal    (const char       *text);
NwValue      *nw_value_new_date       (const char       *text);
NwValue      *nw_value_new_date_time  (const char       *text);
NwValue      *nw_value_new_time       (const char       *text);
NwValue      *nw_value_new_string     (const char       *text);
NwValue      *nw_value_new_uri        (const char       *text);
NwValue      *nw_value_new_coding     (const char       *system,
                                       const char       *code,
                                       const char       *display);
NwValue      *nw_value_new_quantity   (const char       *text,
                                       const char       *unit,
                                       const char       *system,
                                       const char       *code);
NwValue      *nw_value_new_from_node  (const NwJsonNode *node,
                                       const char       *type_name,
                                       NwJson           *json,
                                       const char      **problem);
NwValue      *nw_value_ref            (NwValue          *self);
void          nw_value_unref          (NwValue          *self);
NwValueType   nw_value_get_value_type (const NwValue    *self);
gboolean      nw_value_get_boolean    (const NwValue    *self);
const char   *nw_value_get_text       (const NwValue    *self);
const char   *nw_value_get_system     (const NwValue    *self);
const char   *nw_value_get_code       (const NwValue    *self);
const char   *nw_value_get_display    (const NwValue    *self);
const char   *nw_value_get_unit       (const NwValue    *self);
const char   *nw_value_get_comparator (const NwValue    *self);
NwComparison  nw_value_compare        (const NwValue    *a,
                                       const NwValue    *b);
gboolean      nw_value_is_same        (const NwValue    *a,
                                       const NwValue    *b);
void          nw_value_write          (const NwValue    *self,
                                       NwJsonWriter     *writer,
                                       const char       *prefix);
char         *nw_value_dup_label      (const NwValue    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwValue, nw_value_unref)

G_END_DECLS
