/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to ask the insurer and the practitioner, and what is known. */

#include "config.h"

#include "model/plan/nw-insurance-guide.h"

#include "model/base/nw-json-read.h"
#include "model/plan/nw-plan-content.h"

struct _NwInsuranceGuide
{
  GObject         parent_instance;

  GPtrArray      *script;
  GPtrArray      *practitioner;
  GPtrArray      *four;
  GPtrArray      *codes;
  /* By the country’s code: its facts. */
  GHashTable     *facts;
  NwGuideExample  example;
  char           *note;
  char           *missing;
  char           *codes_note;
  char           *electrical_note;
  char           *warning;
};

G_DEFINE_FINAL_TYPE (NwInsuranceGuide, nw_insurance_guide, G_TYPE_OBJECT)

static void
free_question (NwGuideQuestion *self)
{
  g_free (self->id);
  g_free (self->question);
  g_free (self->hint);
  g_free (self->only);
  g_free (self);
}

static void
free_fact (NwGuideFact *self)
{
  g_free (self->text);
  g_free (self->checked);
  g_free (self->address);
  g_free (self);
}

static void
free_code (NwGuideCode *self)
{
  g_free (self->code);
  g_free (self->meaning);
  g_free (self);
}

/* Reading */

static void
read_questions (GPtrArray        *questions,
                const NwJsonNode *root,
                const char       *member,
                const char       *hint_member,
                NwFindings       *findings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const NwJsonNode *node;

  NW_JSON_FOREACH (nw_json_read_array (root, member, NW_JSON_REQUIRED, findings), node)
    {
      NwGuideQuestion *question;

      if (!nw_json_expect (node, NW_JSON_OBJECT, findings))
        continue;

      nw_json_check_members (node, findings, "id", "question", hint_member, "only", NULL);
      question = g_new0 (NwGuideQuestion, 1);
      question->id = g_strdup (nw_json_read_string (node, "id", NW_JSON_REQUIRED, findings));
      question->question = g_strdup (nw_json_read_string (node, "question", NW_JSON_REQUIRED,
                                                          findings));
      question->hint = g_strdup (nw_json_read_string (node, hint_member, NW_JSON_OPTIONAL,
                                                      findings));
      question->only = g_strdup (nw_json_read_string (node, "only", NW_JSON_OPTIONAL, findings));
      g_ptr_array_add (questions, question);
      if (question->id != NULL && !g_hash_table_add (seen, question->id))
        nw_findings_add (findings, NW_SEVERITY_ERROR, node,
                         "a second question of the id %s; expected one", question->id);
    }
}

static void
read_codes (NwInsuranceGuide *self,
            const NwJsonNode *root,
            NwFindings       *findings)
{
  const NwJsonNode *node;

  NW_JSON_FOREACH (nw_json_read_array (root, "codes", NW_JSON_REQUIRED, findings), node)
    {
      NwGuideCode *code;

      if (!nw_json_expect (node, NW_JSON_OBJECT, findings))
        continue;

      nw_json_check_members (node, findings, "code", "meaning", "electrical", NULL);
      code = g_new0 (NwGuideCode, 1);
      code->code = g_strdup (nw_json_read_string (node, "code", NW_JSON_REQUIRED, findings));
      code->meaning = g_strdup (nw_json_read_string (node, "meaning", NW_JSON_REQUIRED, findings));
      nw_json_read_boolean (node, "electrical", NW_JSON_REQUIRED, &code->electrical, findings);
      g_ptr_array_add (self->codes, code);
    }
}

static GPtrArray *
read_facts (const NwJsonNode *country,
            NwFindings       *findings)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) free_fact);
  const NwJsonNode *node;

  NW_JSON_FOREACH (nw_json_read_array (country, "facts", NW_JSON_REQUIRED, findings), node)
    {
      NwGuideFact *fact;

      if (!nw_json_expect (node, NW_JSON_OBJECT, findings))
        continue;

      nw_json_check_members (node, findings, "text", "checked", "confidence", "address", NULL);
      fact = g_new0 (NwGuideFact, 1);
      fact->text = g_strdup (nw_json_read_string (node, "text", NW_JSON_REQUIRED, findings));
      fact->checked = g_strdup (nw_json_read_date (node, "checked", NW_JSON_REQUIRED, findings));
      fact->confidence = nw_plan_content_read_confidence (node, findings);
      fact->address = g_strdup (nw_plan_content_read_address (node, findings));
      g_ptr_array_add (facts, fact);
    }
  return facts;
}

static void
read_countries (NwInsuranceGuide *self,
                const NwJsonNode *root,
                NwFindings       *findings)
{
  const NwJsonNode *node;

  NW_JSON_FOREACH (nw_json_read_array (root, "countries", NW_JSON_REQUIRED, findings), node)
    {
      const char *code;

      if (!nw_json_expect (node, NW_JSON_OBJECT, findings))
        continue;

      nw_json_check_members (node, findings, "code", "facts", NULL);
      code = nw_json_read_string (node, "code", NW_JSON_REQUIRED, findings);
      if (code != NULL && !g_hash_table_insert (self->facts, g_strdup (code),
                                                read_facts (node, findings)))
        nw_findings_add (findings, NW_SEVERITY_ERROR, node,
                         "a second country of the code %s; expected one", code);
    }
}

static void
read_example (NwInsuranceGuide *self,
              const NwJsonNode *root,
              NwFindings       *findings)
{
  const NwJsonNode *node = nw_json_read_object (root, "example", NW_JSON_REQUIRED, findings);

  if (node == NULL)
    return;

  nw_json_check_members (node, findings, "country", "title", "intro", "steps", "checked",
                         "confidence", "address", NULL);
  self->example = (NwGuideExample) {
    .country = g_strdup (nw_json_read_string (node, "country", NW_JSON_REQUIRED, findings)),
    .title = g_strdup (nw_json_read_string (node, "title", NW_JSON_REQUIRED, findings)),
    .intro = g_strdup (nw_json_read_string (node, "intro", NW_JSON_REQUIRED, findings)),
    .steps = nw_json_read_strings (node, "steps", NW_JSON_REQUIRED, findings),
    .checked = g_strdup (nw_json_read_date (node, "checked", NW_JSON_REQUIRED, findings)),
    .address = g_strdup (nw_plan_content_read_address (node, findings)),
  };
  nw_plan_content_read_confidence (node, findings);
}

static void
read_root (NwInsuranceGuide *self,
           const NwJsonNode *root,
           NwFindings       *findings)
{
  const struct
  {
    const char  *member;
    char       **text;
  } texts[] = {
    { "note", &self->note },
    { "missing", &self->missing },
    { "codesNote", &self->codes_note },
    { "electricalNote", &self->electrical_note },
    { "warning", &self->warning },
  };
  gint64 format;

  nw_json_check_members (root, findings, "format", "version", "language", "checked", "note",
                         "script", "missing", "countries", "example", "codes", "codesNote",
                         "electricalNote", "practitioner", "warning", "four", NULL);
  nw_json_read_int (root, "format", NW_JSON_REQUIRED, 1, 1, &format, findings);
  nw_json_read_date (root, "checked", NW_JSON_REQUIRED, findings);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i].text = g_strdup (nw_json_read_string (root, texts[i].member, NW_JSON_REQUIRED,
                                                    findings));
  read_questions (self->script, root, "script", "hint", findings);
  read_questions (self->practitioner, root, "practitioner", "why", findings);
  read_questions (self->four, root, "four", "why", findings);
  read_codes (self, root, findings);
  read_countries (self, root, findings);
  read_example (self, root, findings);
}

/* Overrides */

static void
nw_insurance_guide_finalize (GObject *object)
{
  NwInsuranceGuide *self = NW_INSURANCE_GUIDE (object);

  g_clear_pointer (&self->script, g_ptr_array_unref);
  g_clear_pointer (&self->practitioner, g_ptr_array_unref);
  g_clear_pointer (&self->four, g_ptr_array_unref);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_free (self->example.country);
  g_free (self->example.title);
  g_free (self->example.intro);
  g_strfreev (self->example.steps);
  g_free (self->example.checked);
  g_free (self->example.address);
  g_free (self->note);
  g_free (self->missing);
  g_free (self->codes_note);
  g_free (self->electrical_note);
  g_free (self->warning);

  G_OBJECT_CLASS (nw_insurance_guide_parent_class)->finalize (object);
}

static void
nw_insurance_guide_class_init (NwInsuranceGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nw_insurance_guide_finalize;
}

static void
nw_insurance_guide_init (NwInsuranceGuide *self)
{
  self->script = g_ptr_array_new_with_free_func ((GDestroyNotify) free_question);
  self->practitioner = g_ptr_array_new_with_free_func ((GDestroyNotify) free_question);
  self->four = g_ptr_array_new_with_free_func ((GDestroyNotify) free_question);
  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify) free_code);
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
}

/**
 * nw_insurance_guide_new_from_json:
 * @json: a document in the format of `insurance.json`
 * @error: return location for an error
 *
 * Returns: (transfer full): the guide, or %NULL where something in the document
 *   is wrong
 */
NwInsuranceGuide *
nw_insurance_guide_new_from_json (NwJson  *json,
                                  GError **error)
{
  g_autoptr (NwInsuranceGuide) self = NULL;
  g_autoptr (NwFindings) findings = NULL;
  const NwJsonNode *root;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (NW_TYPE_INSURANCE_GUIDE, NULL);
  findings = nw_findings_new (nw_json_get_name (json));
  root = nw_json_get_root (json);
  if (nw_json_expect (root, NW_JSON_OBJECT, findings))
    read_root (self, root, findings);
  if (nw_findings_has_errors (findings))
    {
      g_propagate_error (error, nw_findings_to_error (findings));
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * nw_insurance_guide_load:
 * @error: return location for an error
 *
 * Returns: (transfer full): the program’s own guide in the reader’s language
 */
NwInsuranceGuide *
nw_insurance_guide_load (GError **error)
{
  g_autoptr (NwJson) json = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  json = nw_plan_content_load ("insurance.json", error);
  return json != NULL ? nw_insurance_guide_new_from_json (json, error) : NULL;
}

/**
 * nw_insurance_guide_get_script:
 * @self: a guide
 *
 * Returns: (element-type NwGuideQuestion) (transfer none): what to ask the insurer
 */
GPtrArray *
nw_insurance_guide_get_script (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return self->script;
}

/**
 * nw_insurance_guide_get_practitioner:
 * @self: a guide
 *
 * Returns: (element-type NwGuideQuestion) (transfer none): what to ask the practitioner
 */
GPtrArray *
nw_insurance_guide_get_practitioner (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return self->practitioner;
}

/**
 * nw_insurance_guide_get_four:
 * @self: a guide
 *
 * Returns: (element-type NwGuideQuestion) (transfer none): four questions that suit any treatment
 */
GPtrArray *
nw_insurance_guide_get_four (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return self->four;
}

/**
 * nw_insurance_guide_get_codes:
 * @self: a guide
 *
 * Returns: (element-type NwGuideCode) (transfer none): the codes on bills
 */
GPtrArray *
nw_insurance_guide_get_codes (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return self->codes;
}

/**
 * nw_insurance_guide_get_facts:
 * @self: a guide
 * @country: two letters of ISO 3166-1
 *
 * Returns: (element-type NwGuideFact) (transfer none) (nullable): what is known
 *   of insurance there, or %NULL where nothing is
 */
GPtrArray *
nw_insurance_guide_get_facts (NwInsuranceGuide *self,
                              const char       *country)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);
  g_return_val_if_fail (country != NULL, NULL);

  return g_hash_table_lookup (self->facts, country);
}

/**
 * nw_insurance_guide_get_example:
 * @self: a guide
 *
 * Returns: (transfer none): a worked example of a rule
 */
const NwGuideExample *
nw_insurance_guide_get_example (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return &self->example;
}

/**
 * nw_insurance_guide_get_note:
 * @self: a guide
 *
 * Returns: what holds for every insurer
 */
const char *
nw_insurance_guide_get_note (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return self->note;
}

/**
 * nw_insurance_guide_get_missing:
 * @self: a guide
 *
 * Returns: what to say of a country of which nothing is known
 */
const char *
nw_insurance_guide_get_missing (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return self->missing;
}

/**
 * nw_insurance_guide_get_codes_note:
 * @self: a guide
 *
 * Returns: what the codes are
 */
const char *
nw_insurance_guide_get_codes_note (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return self->codes_note;
}

/**
 * nw_insurance_guide_get_electrical_note:
 * @self: a guide
 *
 * Returns: what the codes mean to somebody with a device
 */
const char *
nw_insurance_guide_get_electrical_note (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return self->electrical_note;
}

/**
 * nw_insurance_guide_get_warning:
 * @self: a guide
 *
 * Returns: what to beware of with a practitioner
 */
const char *
nw_insurance_guide_get_warning (NwInsuranceGuide *self)
{
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (self), NULL);

  return self->warning;
}
