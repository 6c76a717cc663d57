/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The person’s preparation: appointment, licence, insurance and questions. */

#pragma once

#include <gio/gio.h>

#include "model/base/nw-clock.h"
#include "model/base/nw-json.h"

G_BEGIN_DECLS

/**
 * NwCheck:
 * @NW_CHECK_LICENCE: whether the practitioner is on a register
 * @NW_CHECK_INSURANCE: what the insurer pays
 *
 * What is to be checked before the first appointment.
 */
typedef enum
{
  NW_CHECK_LICENCE,
  NW_CHECK_INSURANCE,
  NW_N_CHECKS
} NwCheck;

/**
 * NwCheckState:
 * @NW_CHECK_NOT_DONE: not done, and there is time, or the appointment has been
 * @NW_CHECK_DUE_SOON: not done, and due within a week or today
 * @NW_CHECK_OVERDUE: not done, and the day for it has passed
 * @NW_CHECK_DONE: done
 *
 * How a check stands.
 */
typedef enum
{
  NW_CHECK_NOT_DONE,
  NW_CHECK_DUE_SOON,
  NW_CHECK_OVERDUE,
  NW_CHECK_DONE,
} NwCheckState;

/**
 * NwLicenceResult:
 * @NW_LICENCE_NONE: not looked up yet
 * @NW_LICENCE_ACTIVE: on the register and active
 * @NW_LICENCE_CONDITIONS: on the register, with conditions
 * @NW_LICENCE_NOT_FOUND: not found there
 *
 * What looking up the practitioner came to.
 */
typedef enum
{
  NW_LICENCE_NONE,
  NW_LICENCE_ACTIVE,
  NW_LICENCE_CONDITIONS,
  NW_LICENCE_NOT_FOUND,
} NwLicenceResult;

/**
 * NwPlanText:
 * @NW_PLAN_COUNTRY: the country’s two letters (ISO 3166-1)
 * @NW_PLAN_REGION: the region’s id in the directory
 * @NW_PLAN_REGISTER_ID: the id of the register that was looked into
 * @NW_PLAN_PRACTITIONER: the practitioner’s full name
 * @NW_PLAN_NUMBER: the licence or registration number
 * @NW_PLAN_CHECKED_BY: who looked it up
 * @NW_PLAN_LICENCE_NOTE: a note on the licence
 * @NW_PLAN_SPOKE_TO: who answered at the insurer
 * @NW_PLAN_REFERENCE: the call’s reference
 * @NW_PLAN_INSURANCE_NOTE: a note on the insurance
 *
 * The texts of a plan that are neither a date nor an answer.
 */
typedef enum
{
  NW_PLAN_COUNTRY,
  NW_PLAN_REGION,
  NW_PLAN_REGISTER_ID,
  NW_PLAN_PRACTITIONER,
  NW_PLAN_NUMBER,
  NW_PLAN_CHECKED_BY,
  NW_PLAN_LICENCE_NOTE,
  NW_PLAN_SPOKE_TO,
  NW_PLAN_REFERENCE,
  NW_PLAN_INSURANCE_NOTE,
  NW_N_PLAN_TEXTS
} NwPlanText;

#define NW_PLAN_DUE_DAYS 3
#define NW_PLAN_MAX_DUE_DAYS 60
/* For nw_plan_put_off(): after all dates, and within what is read. */
#define NW_PLAN_FOR_EVER (G_GINT64_CONSTANT (1) << 36)

#define NW_TYPE_PLAN (nw_plan_get_type ())
G_DECLARE_FINAL_TYPE (NwPlan, nw_plan, NW, PLAN, GObject)

NwPlan          *nw_plan_new                 (NwClock           *clock);
NwClock         *nw_plan_get_clock           (NwPlan            *self);
gboolean         nw_plan_load                (NwPlan            *self,
                                              const NwJsonNode  *root,
                                              GError           **error);
char            *nw_plan_to_text             (NwPlan            *self);
void             nw_plan_clear               (NwPlan            *self);

GDateTime       *nw_plan_get_appointment     (NwPlan            *self);
void             nw_plan_set_appointment     (NwPlan            *self,
                                              GDateTime         *appointment);
const char      *nw_plan_get_calendar_id     (NwPlan            *self);
int              nw_plan_get_due_days        (NwPlan            *self);
void             nw_plan_set_due_days        (NwPlan            *self,
                                              int                days);

gboolean         nw_plan_get_has_been        (NwPlan            *self);
NwCheckState     nw_plan_get_state           (NwPlan            *self,
                                              NwCheck            check);
GDateTime       *nw_plan_get_due             (NwPlan            *self);
int              nw_plan_get_days_left       (NwPlan            *self);
const char      *nw_plan_get_done_on         (NwPlan            *self,
                                              NwCheck            check);
void             nw_plan_set_done_on         (NwPlan            *self,
                                              NwCheck            check,
                                              const char        *date);
void             nw_plan_mark_done           (NwPlan            *self,
                                              NwCheck            check,
                                              gboolean           done);
guint            nw_plan_get_to_do           (NwPlan            *self);
void             nw_plan_put_off             (NwPlan            *self,
                                              NwCheck            check,
                                              gint64             until);
gint64           nw_plan_get_put_off_until   (NwPlan            *self,
                                              NwCheck            check);

const char      *nw_plan_get_text            (NwPlan            *self,
                                              NwPlanText         text);
void             nw_plan_set_text            (NwPlan            *self,
                                              NwPlanText         text,
                                              const char        *value);
void             nw_plan_set_where           (NwPlan            *self,
                                              const char        *country,
                                              const char        *region);
NwLicenceResult  nw_plan_get_result          (NwPlan            *self);
void             nw_plan_set_result          (NwPlan            *self,
                                              NwLicenceResult    result);

const char      *nw_plan_get_answer          (NwPlan            *self,
                                              const char        *id);
void             nw_plan_set_answer          (NwPlan            *self,
                                              const char        *id,
                                              const char        *value);
guint            nw_plan_count_answers       (NwPlan            *self);

gboolean         nw_plan_get_ticked          (NwPlan            *self,
                                              const char        *id);
void             nw_plan_set_ticked          (NwPlan            *self,
                                              const char        *id,
                                              gboolean           ticked);
guint            nw_plan_get_n_own_questions (NwPlan            *self);
const char      *nw_plan_get_own_question    (NwPlan            *self,
                                              guint              index,
                                              const char       **id);
void             nw_plan_add_own_question    (NwPlan            *self,
                                              const char        *text);
void             nw_plan_remove_own_question (NwPlan            *self,
                                              const char        *id);

void             nw_plan_set_told            (NwPlan            *self,
                                              const char * const *advice);
gboolean         nw_plan_is_told             (NwPlan            *self,
                                              const char        *advice);

gboolean         nw_plan_get_can_undo        (NwPlan            *self);
gboolean         nw_plan_get_can_redo        (NwPlan            *self);
void             nw_plan_undo                (NwPlan            *self);
void             nw_plan_redo                (NwPlan            *self);

G_END_DECLS
