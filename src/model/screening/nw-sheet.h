/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/plan/nw-insurance-guide.h"
#include "model/plan/nw-plan.h"
#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

/**
 * NwSheetKind:
 * @NW_SHEET_TITLE: what the sheet is
 * @NW_SHEET_SMALL: the date and the form
 * @NW_SHEET_LEVEL: the result
 * @NW_SHEET_SECTION: a heading
 * @NW_SHEET_NOTE: what the practitioner has to see first
 * @NW_SHEET_QUESTION: a question, with its answer behind it
 * @NW_SHEET_BODY: a text
 * @NW_SHEET_BULLET: one of a list
 * @NW_SHEET_ASK: a question to ask; two short ones stand beside each other
 * @NW_SHEET_RECORD: a short text; two of them stand beside each other
 * @NW_SHEET_BOX: one of a list to tick off with a pen
 * @NW_SHEET_RULE: a line to write on; its text is not shown
 *
 * What a line of the sheet is.
 */
typedef enum
{
  NW_SHEET_TITLE,
  NW_SHEET_SMALL,
  NW_SHEET_LEVEL,
  NW_SHEET_SECTION,
  NW_SHEET_NOTE,
  NW_SHEET_QUESTION,
  NW_SHEET_BODY,
  NW_SHEET_BULLET,
  NW_SHEET_ASK,
  NW_SHEET_RECORD,
  NW_SHEET_BOX,
  NW_SHEET_RULE,
} NwSheetKind;

/**
 * NwSheetLine:
 * @kind: what it is
 * @text: what it says
 * @strong: from which byte on it is in bold type; 0 for not at all
 *
 * One line of the sheet, which may be long.
 */
typedef struct
{
  NwSheetKind  kind;
  char        *text;
  gsize        strong;
} NwSheetLine;

GPtrArray *nw_sheet_new       (NwScreening      *screening,
                               NwPlan           *plan,
                               NwInsuranceGuide *guide,
                               GDateTime        *now);
GPtrArray *nw_sheet_new_empty (void);
void       nw_sheet_add       (GPtrArray        *sheet,
                               NwSheetKind       kind,
                               const char       *text);
char      *nw_sheet_dup_text  (GPtrArray        *sheet);

G_END_DECLS
