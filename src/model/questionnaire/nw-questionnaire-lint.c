/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks a form against the specification's invariants and the profile that is supported. */

#include "config.h"

#include "model/questionnaire/nw-questionnaire-private.h"

#include <string.h>

typedef struct
{
  NwQuestionnaire *form;
  NwFindings *findings;
  /* By question, the codes that it offers: each of many rules asks for one. */
  GHashTable *offered;
} Lint;

static void
warn (Lint *lint,
      const NwJsonNode *node,
      const char *problem)
{
  nw_findings_add (lint->findings, NW_SEVERITY_WARNING, node, "%s", problem);
}

static const NwJsonNode *
get_member (const NwItem *item,
            const char *name)
{
  return nw_json_node_get_member (item->node, name);
}

static void
warn_if_there (Lint *lint,
               const NwItem *item,
               const char *name,
               const char *problem)
{
  const NwJsonNode *node = get_member (item, name);

  if (node != NULL)
    warn (lint, node, problem);
}

/* Invariants of R4, Questionnaire; que-2, que-7 and que-12 are found on loading */

static void
check_display (Lint *lint,
               const NwItem *item)
{
  static const char que_6[] = "que-6: a display item does not repeat and is not required;"
                              " expected neither";

  if (item->n_children > 0)
    warn (lint, get_member (item, "item"), "que-1: items in a display item; expected none");
  warn_if_there (lint, item, "code", "que-3: a display item with a code; expected none");
  warn_if_there (lint, item, "required", que_6);
  warn_if_there (lint, item, "repeats", que_6);
  warn_if_there (lint, item, "initial",
                 "que-8: a display item with an initial value; expected none");
  warn_if_there (lint, item, "readOnly", "que-9: a display item with readOnly; expected none");
}

static gboolean
may_have_options (const NwItem *item)
{
  return item->type == NW_ITEM_CHOICE || item->type == NW_ITEM_OPEN_CHOICE
         || item->type == NW_ITEM_DECIMAL || item->type == NW_ITEM_INTEGER
         || item->type == NW_ITEM_DATE || item->type == NW_ITEM_DATE_TIME
         || item->type == NW_ITEM_TIME || item->type == NW_ITEM_STRING
         || item->type == NW_ITEM_TEXT || item->type == NW_ITEM_QUANTITY
         || item->type == NW_ITEM_REFERENCE || item->type == NW_ITEM_UNKNOWN;
}

static gboolean
may_have_length (const NwItem *item)
{
  return item->type == NW_ITEM_BOOLEAN || item->type == NW_ITEM_DECIMAL
         || item->type == NW_ITEM_INTEGER || item->type == NW_ITEM_STRING
         || item->type == NW_ITEM_TEXT || item->type == NW_ITEM_URL
         || item->type == NW_ITEM_OPEN_CHOICE || item->type == NW_ITEM_UNKNOWN;
}

static void
check_group (Lint *lint,
             const NwItem *item)
{
  if (item->n_children == 0)
    warn (lint, item->node, "que-1: a group without items; expected at least one");
  warn_if_there (lint, item, "initial", "que-8: a group with an initial value; expected none");
}

static void
check_question (Lint *lint,
                const NwItem *item)
{
  const NwJsonNode *options = get_member (item, "answerOption");
  const NwJsonNode *value_set = get_member (item, "answerValueSet");
  const NwJsonNode *initial = get_member (item, "initial");

  if (options != NULL && value_set != NULL)
    warn (lint, value_set, "que-4: answerOption and answerValueSet; expected one of them");
  if (value_set != NULL && item->type != NW_ITEM_CHOICE && item->type != NW_ITEM_OPEN_CHOICE)
    warn (lint, value_set, "que-5: answers for another type; expected choice or open-choice");
  if (options != NULL && !may_have_options (item))
    warn (lint, options, "que-5: answers to choose from for a type that has none; expected none");
  if (options != NULL && initial != NULL)
    warn (lint, initial, "que-11: an initial value beside answerOption; expected initialSelected");
  if (item->n_initial > 1 && !item->repeats)
    warn (lint, initial, "que-13: several initial values; expected one, or repeats");
  if (item->type == NW_ITEM_CHOICE && item->n_options == 0 && value_set == NULL)
    warn (lint, item->node, "a choice without answers; expected answerOption or answerValueSet");
}

/* Beyond the invariants */

static void
check_types (Lint *lint,
             const NwItem *item)
{
  guint n_selected = 0;

  for (guint i = 0; i < item->n_initial; i++)
    if (!nw_item_accepts (item, nw_value_get_value_type (item->initial[i])))
      warn (lint, get_member (item, "initial"),
            "an initial value of another type; expected one that fits the item");
  for (guint i = 0; i < item->n_options; i++)
    {
      NwValueType type = nw_value_get_value_type (item->options[i].value);

      n_selected += item->options[i].initial_selected;
      if (type == NW_VALUE_OTHER || !nw_item_accepts (item, type))
        warn (lint, item->options[i].node,
              "an answer of another type; expected one that fits the item");
    }
  if (n_selected > 1 && !item->repeats)
    warn (lint, get_member (item, "answerOption"),
          "several answers selected at first; expected one, or repeats");
}

static void
check_limits (Lint *lint,
              const NwItem *item)
{
  const NwItemLimits *limits = item->limits;
  g_autoptr (GRegex) regex = NULL;
  g_autoptr (GError) error = NULL;

  if (limits == NULL)
    return;
  if (limits->min_value != NULL && limits->max_value != NULL
      && nw_value_compare (limits->min_value, limits->max_value) == NW_COMPARISON_GREATER)
    warn (lint, item->node, "minValue is greater than maxValue; expected it to be less");
  if (limits->min_occurs >= 0 && limits->max_occurs >= 0
      && limits->min_occurs > limits->max_occurs)
    warn (lint, item->node, "minOccurs is greater than maxOccurs; expected it to be less");
  if (item->max_length > 0 && limits->min_length > (int) item->max_length)
    warn (lint, item->node, "minLength is greater than maxLength; expected it to be less");
  if (limits->regex == NULL)
    return;
  regex = g_regex_new (limits->regex, 0, 0, &error);
  if (regex == NULL)
    nw_findings_add (lint->findings, NW_SEVERITY_WARNING, item->node,
                     "the regular expression is not checked (%s); expected one that can be read",
                     error->message);
}

static char *
dup_code (const NwValue *value)
{
  const char *system = nw_value_get_system (value);
  const char *code = nw_value_get_code (value);

  return code != NULL ? g_strconcat (system != NULL ? system : "", "|", code, NULL) : NULL;
}

static GHashTable *
get_offered (Lint *lint,
             const NwItem *item)
{
  GHashTable *codes = g_hash_table_lookup (lint->offered, item);

  if (codes != NULL)
    return codes;
  codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < item->n_options; i++)
    {
      char *code = dup_code (item->options[i].value);

      if (code != NULL)
        g_hash_table_add (codes, code);
    }
  g_hash_table_insert (lint->offered, (gpointer) item, codes);
  return codes;
}

static gboolean
has_option (Lint *lint,
            const NwItem *item,
            const NwValue *value)
{
  g_autofree char *code = dup_code (value);

  if (code != NULL && nw_value_get_value_type (value) == NW_VALUE_CODING)
    return g_hash_table_contains (get_offered (lint, item), code);
  for (guint i = 0; i < item->n_options; i++)
    if (nw_value_compare (item->options[i].value, value) == NW_COMPARISON_EQUAL)
      return TRUE;
  return FALSE;
}

static void
check_rules (Lint *lint,
             const NwItem *item)
{
  const NwJsonNode *node = NULL;
  guint i = 0;

  NW_JSON_FOREACH (item->n_enable_when > 0 ? get_member (item, "enableWhen") : NULL, node)
    {
      const NwEnableWhen *rule = &item->enable_when[i++];
      NwValueType type = NW_VALUE_OTHER;

      if (rule->question->index > item->index)
        warn (lint, node,
              "a rule that points forward, so that answering a question changes one before it;"
              " expected a question further up");
      if (rule->answer == NULL || rule->op == NW_ENABLE_EXISTS || rule->op == NW_ENABLE_UNKNOWN
          || !nw_item_is_answerable (rule->question))
        continue;
      type = nw_value_get_value_type (rule->answer);
      if (!nw_item_accepts (rule->question, type)
          && !(type == NW_VALUE_INTEGER && rule->question->type == NW_ITEM_DECIMAL)
          && !(type == NW_VALUE_STRING && rule->question->type == NW_ITEM_URL))
        nw_findings_add (lint->findings, NW_SEVERITY_WARNING, node,
                         "compares with a value of another type; expected one for a %s",
                         nw_item_type_get_name (rule->question->type));
      else if (rule->question->type == NW_ITEM_CHOICE && rule->question->n_options > 0
               && !has_option (lint, rule->question, rule->answer))
        nw_findings_add (lint->findings, NW_SEVERITY_WARNING, node,
                         "compares with an answer that “%s” does not offer; expected one of its"
                         " answers, with the same system and code",
                         rule->question->link_id);
    }
  if (item->in_loop && item->n_enable_when > 0)
    warn (lint, get_member (item, "enableWhen"),
          "a rule that depends on itself by way of other items; expected no loop");
}

/* What is not known */

static const char * const form_members[] = {
  "resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "extension",
  "modifierExtension", "url", "identifier", "version", "name", "title", "derivedFrom", "status",
  "experimental", "subjectType", "date", "publisher", "contact", "description", "useContext",
  "jurisdiction", "purpose", "copyright", "approvalDate", "lastReviewDate", "effectivePeriod",
  "code", "item", NULL,
};

static const char * const item_members[] = {
  "id", "extension", "modifierExtension", "linkId", "definition", "code", "prefix", "text",
  "type", "enableWhen", "enableBehavior", "required", "repeats", "readOnly", "maxLength",
  "answerValueSet", "answerOption", "initial", "item", NULL,
};

static const char * const option_members[] = {
  "id", "extension", "modifierExtension", "initialSelected", NULL,
};

static const char * const rule_members[] = {
  "id", "extension", "modifierExtension", "question", "operator", NULL,
};

/* The extensions of the profile, by what stands behind HL7’s usual address. */
static const char * const known_extensions[] = {
  "questionnaire-itemControl", "questionnaire-hidden", "entryFormat", "minValue", "maxValue",
  "minLength", "regex", "maxDecimalPlaces", "questionnaire-minOccurs", "questionnaire-maxOccurs",
  "questionnaire-unit", "questionnaire-unitOption", "questionnaire-choiceOrientation",
  "questionnaire-optionExclusive", "questionnaire-optionPrefix", "ordinalValue",
  "questionnaire-sliderStepValue", "questionnaire-displayCategory", "questionnaire-supportLink",
  "translation", "rendering-markdown", NULL,
};

static void
check_extensions (Lint *lint,
                  const NwJsonNode *element)
{
  const NwJsonNode *extension = NULL;

  NW_JSON_FOREACH (nw_json_node_get_member (element, "extension"), extension)
    {
      const char *name = nw_extension_get_name (extension);
      const char *url = nw_json_node_get_string (nw_json_node_get_member (extension, "url"));

      if (nw_extension_is_expression (extension)
          || (name != NULL && g_strv_contains (known_extensions, name)))
        continue;
      nw_findings_add (lint->findings, NW_SEVERITY_WARNING, extension,
                       "the extension “%s” is kept and ignored; expected one of those supported",
                       url != NULL ? url : "");
    }
}

/* A member of a primitive’s own, such as `_text`, has extensions and no more. */
static void
check_member (Lint *lint,
              const NwJsonNode *member,
              const char * const *known,
              const char *choice)
{
  const char *name = nw_json_node_get_name (member);

  if (*name == '_')
    {
      check_extensions (lint, member);
      return;
    }
  if (g_strv_contains (known, name)
      || (choice != NULL && g_str_has_prefix (name, choice)
          && g_ascii_isupper (name[strlen (choice)])))
    return;
  nw_findings_add (lint->findings, NW_SEVERITY_WARNING, member,
                   "“%s” is not a member that R4 has here; it is kept and ignored;"
                   " expected none of this name", name);
}

static void
check_members (Lint *lint,
               const NwJsonNode *element,
               const char * const *known,
               const char *choice)
{
  const NwJsonNode *member = NULL;

  /* Loading reports what is no object. */
  if (nw_json_node_get_node_type (element) != NW_JSON_OBJECT)
    return;
  NW_JSON_FOREACH (element, member)
    check_member (lint, member, known, choice);
  check_extensions (lint, element);
}

static void
check_unknown (Lint *lint,
               const NwItem *item)
{
  const NwJsonNode *child = NULL;

  check_members (lint, item->node, item_members, NULL);
  NW_JSON_FOREACH (get_member (item, "answerOption"), child)
    {
      check_members (lint, child, option_members, "value");
      check_extensions (lint, nw_json_node_get_member (child, "valueCoding"));
    }
  NW_JSON_FOREACH (get_member (item, "enableWhen"), child)
    check_members (lint, child, rule_members, "answer");
  NW_JSON_FOREACH (get_member (item, "initial"), child)
    check_members (lint, child, option_members, "value");
}

static void
check_item (Lint *lint,
            const NwItem *item)
{
  if (item->type == NW_ITEM_DISPLAY)
    check_display (lint, item);
  else if (item->type == NW_ITEM_GROUP)
    check_group (lint, item);
  else
    check_question (lint, item);
  if (item->max_length > 0 && !may_have_length (item))
    warn (lint, get_member (item, "maxLength"),
          "que-10: maxLength for a type without a length; expected none");
  if (item->text == NULL && item->type == NW_ITEM_DISPLAY)
    warn (lint, item->node, "a display item without text; expected some");
  check_types (lint, item);
  check_limits (lint, item);
  check_rules (lint, item);
  check_unknown (lint, item);
}

static void
check_form (Lint *lint)
{
  static const char * const statuses[] = { "draft", "active", "retired", "unknown", NULL };
  const char *status = nw_questionnaire_get_status (lint->form);

  if (status == NULL || !g_strv_contains (statuses, status))
    warn (lint, lint->form->node,
          "no status that R4 has; expected draft, active, retired or unknown");
  if (nw_json_node_get_member (lint->form->node, "implicitRules") != NULL)
    warn (lint, nw_json_node_get_member (lint->form->node, "implicitRules"),
          "rules that are not in the form; expected none");
  check_members (lint, lint->form->node, form_members, NULL);
}

/**
 * nw_questionnaire_lint:
 * @self: a questionnaire
 * @findings: takes what is wrong or not supported
 *
 * Looks closer at a form than loading it does: at the invariants que-1 to que-13
 * of FHIR R4, at rules that cannot do what they seem to, and at all that is kept
 * and ignored. All of it is a warning.
 */
void
nw_questionnaire_lint (NwQuestionnaire *self,
                       NwFindings *findings)
{
  g_autoptr (GHashTable) offered
    = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  Lint lint = { self, findings, offered };

  g_return_if_fail (self != NULL && findings != NULL);

  check_form (&lint);
  for (guint i = 0; i < self->n_items; i++)
    check_item (&lint, &self->items[i]);
}
