/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to ask the insurer and the practitioner, and what is known. */

#pragma once

#include "model/plan/nw-country.h"

G_BEGIN_DECLS

/**
 * NwGuideQuestion:
 * @id: its id, unique within its list
 * @question: the question
 * @hint: (nullable): what to say with it, or why to ask
 * @only: (nullable): whom alone it concerns: `device` or `pregnancy`
 *
 * A question to ask. Never changes.
 */
typedef struct
{
  char *id;
  char *question;
  char *hint;
  char *only;
} NwGuideQuestion;

/**
 * NwGuideFact:
 * @text: what is known
 * @checked: when this was last checked, as `YYYY-MM-DD`
 * @confidence: how firm it is
 * @address: (nullable): where it says so
 *
 * A fact on insurance in a country. Never changes.
 */
typedef struct
{
  char         *text;
  char         *checked;
  NwConfidence  confidence;
  char         *address;
} NwGuideFact;

/**
 * NwGuideCode:
 * @code: what stands on a bill
 * @meaning: what it means
 * @electrical: whether it means electrical stimulation
 *
 * A code on a bill. Never changes.
 */
typedef struct
{
  char     *code;
  char     *meaning;
  gboolean  electrical;
} NwGuideCode;

/**
 * NwGuideExample:
 * @country: the country in which it holds
 * @title: its heading
 * @intro: what it is
 * @steps: (array zero-terminated=1): the steps
 * @checked: when this was last checked, as `YYYY-MM-DD`
 * @address: (nullable): where it says so
 *
 * A worked example of a rule. Never changes.
 */
typedef struct
{
  char  *country;
  char  *title;
  char  *intro;
  char **steps;
  char  *checked;
  char  *address;
} NwGuideExample;

#define NW_TYPE_INSURANCE_GUIDE (nw_insurance_guide_get_type ())
G_DECLARE_FINAL_TYPE (NwInsuranceGuide, nw_insurance_guide, NW, INSURANCE_GUIDE, GObject)

NwInsuranceGuide     *nw_insurance_guide_new_from_json       (NwJson            *json,
                                                              GError           **error);
NwInsuranceGuide     *nw_insurance_guide_load                (GError           **error);
GPtrArray            *nw_insurance_guide_get_script          (NwInsuranceGuide  *self);
GPtrArray            *nw_insurance_guide_get_practitioner    (NwInsuranceGuide  *self);
GPtrArray            *nw_insurance_guide_get_four            (NwInsuranceGuide  *self);
GPtrArray            *nw_insurance_guide_get_codes           (NwInsuranceGuide  *self);
GPtrArray            *nw_insurance_guide_get_facts           (NwInsuranceGuide  *self,
                                                              const char        *country);
const NwGuideExample *nw_insurance_guide_get_example         (NwInsuranceGuide  *self);
const char           *nw_insurance_guide_get_note            (NwInsuranceGuide  *self);
const char           *nw_insurance_guide_get_missing         (NwInsuranceGuide  *self);
const char           *nw_insurance_guide_get_codes_note      (NwInsuranceGuide  *self);
const char           *nw_insurance_guide_get_electrical_note (NwInsuranceGuide  *self);
const char           *nw_insurance_guide_get_warning         (NwInsuranceGuide  *self);

G_END_DECLS
