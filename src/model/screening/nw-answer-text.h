/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/questionnaire/nw-response.h"

G_BEGIN_DECLS

/**
 * NW_ANSWER_UNIT:
 *
 * What stands between a number and the code of its unit in a typed quantity.
 */
#define NW_ANSWER_UNIT '\t'

/**
 * NW_ANSWER_TIME:
 *
 * What stands between a day and a time of the day that are typed apart.
 */
#define NW_ANSWER_TIME '\v'

NwValue *nw_answer_text_parse       (const NwItem   *item,
                                     const char     *text,
                                     char          **problem);
char    *nw_answer_text_unparse     (const NwItem   *item,
                                     const NwValue  *value);
char    *nw_answer_text_option      (const NwItem   *item,
                                     guint           index,
                                     const char     *language);
char    *nw_answer_text_format      (const NwItem   *item,
                                     const NwValue  *value,
                                     const char     *language);
char    *nw_answer_text_format_all  (NwResponseItem *item,
                                     const char     *language);
char    *nw_answer_text_format_date (const char     *text);
char    *nw_answer_text_dup_problem (NwResponseItem *item);
char    *nw_answer_text_dup_hint    (const NwItem   *item);

G_END_DECLS
