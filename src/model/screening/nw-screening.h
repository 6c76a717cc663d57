/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/questionnaire/nw-outcome.h"

G_BEGIN_DECLS

/**
 * NwScreeningStep:
 * @NW_SCREENING_INTRO: what this is, before the first question
 * @NW_SCREENING_QUESTIONS: one page of the form
 * @NW_SCREENING_REVIEW: all answers, to look over
 * @NW_SCREENING_RESULT: what they come to
 *
 * Where somebody is in a screening.
 */
typedef enum
{
  NW_SCREENING_INTRO,
  NW_SCREENING_QUESTIONS,
  NW_SCREENING_REVIEW,
  NW_SCREENING_RESULT,
} NwScreeningStep;

/**
 * NW_SCREENING_SEPARATOR:
 *
 * What stands between the answers to one question that are typed.
 */
#define NW_SCREENING_SEPARATOR "\x1e"

#define NW_TYPE_SCREENING (nw_screening_get_type ())
G_DECLARE_FINAL_TYPE (NwScreening, nw_screening, NW, SCREENING, GObject)

NwScreening     *nw_screening_new               (NwQuestionnaire   *questionnaire,
                                                 const char        *language);
NwQuestionnaire *nw_screening_get_questionnaire (NwScreening       *self);
NwResponse      *nw_screening_get_response      (NwScreening       *self);
const char      *nw_screening_get_language      (NwScreening       *self);
void             nw_screening_set_source        (NwScreening       *self,
                                                 const char        *source);
const char      *nw_screening_get_source        (NwScreening       *self);

/* Where one is */
NwScreeningStep  nw_screening_get_step          (NwScreening       *self);
const NwItem    *nw_screening_get_page          (NwScreening       *self);
guint            nw_screening_get_page_number   (NwScreening       *self);
guint            nw_screening_get_n_pages       (NwScreening       *self);
int              nw_screening_get_pages_added   (NwScreening       *self);
const NwItem    *nw_screening_get_nth_page      (NwScreening       *self,
                                                 guint              index);
GPtrArray       *nw_screening_get_page_items    (NwScreening       *self,
                                                 const NwItem      *page);
const NwItem    *nw_screening_get_lead          (NwScreening       *self,
                                                 const NwItem      *page);
const char      *nw_screening_get_section       (NwScreening       *self);
gboolean         nw_screening_is_opening        (NwScreening       *self,
                                                 const NwItem      *item);
GPtrArray       *nw_screening_get_opening       (NwScreening       *self);
gboolean         nw_screening_is_changing       (NwScreening       *self);
gboolean         nw_screening_has_tried         (NwScreening       *self);
GPtrArray       *nw_screening_get_problems      (NwScreening       *self,
                                                 const NwItem      *page);
gboolean         nw_screening_is_page_answered  (NwScreening       *self,
                                                 const NwItem      *page);
guint            nw_screening_count_answers     (NwScreening       *self);

/* Moving */
gboolean         nw_screening_next              (NwScreening       *self);
gboolean         nw_screening_back              (NwScreening       *self);
void             nw_screening_show_page         (NwScreening       *self,
                                                 const NwItem      *page);
gboolean         nw_screening_show_result       (NwScreening       *self);
void             nw_screening_show_review       (NwScreening       *self);

/* Answering */
void             nw_screening_set_answers       (NwScreening       *self,
                                                 NwResponseItem    *item,
                                                 NwValue * const   *values,
                                                 guint              n_values);
void             nw_screening_set_answer        (NwScreening       *self,
                                                 NwResponseItem    *item,
                                                 NwValue           *value);
void             nw_screening_type_answer       (NwScreening       *self,
                                                 NwResponseItem    *item,
                                                 const char        *text);
char            *nw_screening_dup_typed         (NwScreening       *self,
                                                 NwResponseItem    *item);
char            *nw_screening_dup_problem       (NwScreening       *self,
                                                 NwResponseItem    *item);
void             nw_screening_set_other         (NwScreening       *self,
                                                 NwResponseItem    *item,
                                                 const char        *text);
char            *nw_screening_dup_other         (NwScreening       *self,
                                                 NwResponseItem    *item);
void             nw_screening_choose            (NwScreening       *self,
                                                 NwResponseItem    *item,
                                                 guint              option,
                                                 gboolean           chosen);
NwResponseItem  *nw_screening_add_repetition    (NwScreening       *self,
                                                 NwResponseItem    *item);
void             nw_screening_remove_repetition (NwScreening       *self,
                                                 NwResponseItem    *item);

/* Taking back */
gboolean         nw_screening_can_undo          (NwScreening       *self);
gboolean         nw_screening_can_redo          (NwScreening       *self);
const NwItem    *nw_screening_undo              (NwScreening       *self);
const NwItem    *nw_screening_redo              (NwScreening       *self);
void             nw_screening_start_again       (NwScreening       *self);
void             nw_screening_forget            (NwScreening       *self);

/* Keeping */
char            *nw_screening_write_draft       (NwScreening       *self);
gboolean         nw_screening_resume            (NwScreening       *self,
                                                 NwJson            *draft,
                                                 GError           **error);

G_END_DECLS
