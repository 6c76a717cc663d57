/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the attributes and extensions of one item. */

#include "config.h"

#include "model/questionnaire/nw-questionnaire-private.h"

#include <string.h>

/* Which attribute a member is; the names that are read elsewhere, or kept and
 * not interpreted, are not here. */
typedef enum
{
  MEMBER_ANSWER_OPTION,
  MEMBER_ANSWER_VALUE_SET,
  MEMBER_ENABLE_BEHAVIOR,
  MEMBER_ENABLE_WHEN,
  MEMBER_EXTENSION,
  MEMBER_INITIAL,
  MEMBER_LINK_ID,
  MEMBER_MAX_LENGTH,
  MEMBER_MODIFIER_EXTENSION,
  MEMBER_PREFIX,
  MEMBER_READ_ONLY,
  MEMBER_REPEATS,
  MEMBER_REQUIRED,
  MEMBER_TEXT,
  MEMBER_TYPE,
  N_MEMBERS,
} Member;

static const char * const member_names[N_MEMBERS] = {
  [MEMBER_ANSWER_OPTION] = "answerOption",
  [MEMBER_ANSWER_VALUE_SET] = "answerValueSet",
  [MEMBER_ENABLE_BEHAVIOR] = "enableBehavior",
  [MEMBER_ENABLE_WHEN] = "enableWhen",
  [MEMBER_EXTENSION] = "extension",
  [MEMBER_INITIAL] = "initial",
  [MEMBER_LINK_ID] = "linkId",
  [MEMBER_MAX_LENGTH] = "maxLength",
  [MEMBER_MODIFIER_EXTENSION] = "modifierExtension",
  [MEMBER_PREFIX] = "prefix",
  [MEMBER_READ_ONLY] = "readOnly",
  [MEMBER_REPEATS] = "repeats",
  [MEMBER_REQUIRED] = "required",
  [MEMBER_TEXT] = "text",
  [MEMBER_TYPE] = "type",
};

/* The extensions that say something about an item. */
typedef enum
{
  EXTENSION_CHOICE_ORIENTATION,
  EXTENSION_ENTRY_FORMAT,
  EXTENSION_HIDDEN,
  EXTENSION_ITEM_CONTROL,
  EXTENSION_MAX_DECIMAL_PLACES,
  EXTENSION_MAX_OCCURS,
  EXTENSION_MAX_VALUE,
  EXTENSION_MIN_LENGTH,
  EXTENSION_MIN_OCCURS,
  EXTENSION_MIN_VALUE,
  EXTENSION_REGEX,
  EXTENSION_SLIDER_STEP,
  EXTENSION_UNIT,
  EXTENSION_UNIT_OPTION,
  N_EXTENSIONS,
} Extension;

static const char * const extension_names[N_EXTENSIONS] = {
  [EXTENSION_CHOICE_ORIENTATION] = "questionnaire-choiceOrientation",
  [EXTENSION_ENTRY_FORMAT] = "entryFormat",
  [EXTENSION_HIDDEN] = "questionnaire-hidden",
  [EXTENSION_ITEM_CONTROL] = "questionnaire-itemControl",
  [EXTENSION_MAX_DECIMAL_PLACES] = "maxDecimalPlaces",
  [EXTENSION_MAX_OCCURS] = "questionnaire-maxOccurs",
  [EXTENSION_MAX_VALUE] = "maxValue",
  [EXTENSION_MIN_LENGTH] = "minLength",
  [EXTENSION_MIN_OCCURS] = "questionnaire-minOccurs",
  [EXTENSION_MIN_VALUE] = "minValue",
  [EXTENSION_REGEX] = "regex",
  [EXTENSION_SLIDER_STEP] = "questionnaire-sliderStepValue",
  [EXTENSION_UNIT] = "questionnaire-unit",
  [EXTENSION_UNIT_OPTION] = "questionnaire-unitOption",
};

static const char * const control_codes[] = {
  [NW_CONTROL_NONE] = "",
  [NW_CONTROL_PAGE] = "page",
  [NW_CONTROL_HELP] = "help",
  [NW_CONTROL_FLYOVER] = "flyover",
  [NW_CONTROL_PROMPT] = "prompt",
  [NW_CONTROL_UNIT] = "unit",
  [NW_CONTROL_LOWER] = "lower",
  [NW_CONTROL_UPPER] = "upper",
  [NW_CONTROL_RADIO_BUTTON] = "radio-button",
  [NW_CONTROL_CHECK_BOX] = "check-box",
  [NW_CONTROL_DROP_DOWN] = "drop-down",
  [NW_CONTROL_SLIDER] = "slider",
  [NW_CONTROL_TEXT_AREA] = "text-area",
};

static guint
find_name (const char * const *names,
           guint n_names,
           const char *name)
{
  guint i = 0;

  while (i < n_names && (names[i][0] != name[0] || strcmp (names[i], name) != 0))
    i++;
  return i;
}

static void
warn (NwQuestionnaire *self,
      const NwJsonNode *node,
      const char *problem)
{
  nw_findings_add (self->findings, NW_SEVERITY_WARNING, node, "%s", problem);
}

static const char *
take_string (NwQuestionnaire *self,
             const NwJsonNode *node)
{
  const char *text = nw_json_node_get_string (node);

  if (text == NULL || *text == '\0')
    {
      warn (self, node, "no text; expected a string that is not empty");
      return NULL;
    }
  return text;
}

static gboolean
take_boolean (NwQuestionnaire *self,
              const NwJsonNode *node)
{
  if (nw_json_node_get_node_type (node) != NW_JSON_BOOLEAN)
    warn (self, node, "neither true nor false; expected one of them");
  return nw_json_node_get_boolean (node);
}

static int
take_count (NwQuestionnaire *self,
            const NwJsonNode *node,
            int fallback)
{
  gint64 value = 0;

  if (node != NULL && nw_json_node_get_int (node, &value) && value >= 0 && value <= G_MAXINT32)
    return (int) value;
  if (node != NULL)
    warn (self, node, "expected an integer that is not negative");
  return fallback;
}

/**
 * nw_extension_get_name: (skip)
 * @extension: an extension
 *
 * Gets what stands behind HL7's usual address in an extension's `url`.
 *
 * Returns: (nullable): the name, or %NULL for other addresses
 */
const char *
nw_extension_get_name (const NwJsonNode *extension)
{
  const char *url = nw_json_node_get_string (nw_json_node_get_member (extension, "url"));

  if (url == NULL || !g_str_has_prefix (url, NW_EXTENSION_BASE))
    return NULL;
  return url + strlen (NW_EXTENSION_BASE);
}

static const char *
find_last_part (const NwJsonNode *extension)
{
  const char *url = nw_json_node_get_string (nw_json_node_get_member (extension, "url"));
  const char *slash = url != NULL ? strrchr (url, '/') : NULL;

  return slash != NULL ? slash + 1 : url;
}

/**
 * nw_extension_is_expression: (skip)
 * @extension: an extension
 *
 * Tells whether an extension has something computed that decides about the
 * item: its answer, its options, whether it is valid or enabled. Expressions
 * that only suggest an answer are no danger.
 *
 * Returns: whether it has
 */
gboolean
nw_extension_is_expression (const NwJsonNode *extension)
{
  static const char * const ends[] = {
    "calculatedExpression", "enableWhenExpression", "answerExpression",
    "answerOptionsToggleExpression", "candidateExpression", "constraint", "targetConstraint",
  };
  const char *name = find_last_part (extension);

  if (name == NULL)
    return FALSE;
  if (g_str_has_prefix (name, "cqf-"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      /* As `questionnaire-constraint`, or with sdc- before it, or bare. */
      const char *tail = strrchr (name, '-');

      if (strcmp (tail != NULL ? tail + 1 : name, ends[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Extensions */

static NwItemLimits *
get_limits (NwItem *item)
{
  if (item->limits == NULL)
    {
      item->limits = g_new0 (NwItemLimits, 1);
      item->limits->min_length = -1;
      item->limits->max_decimal_places = -1;
      item->limits->min_occurs = -1;
      item->limits->max_occurs = -1;
    }
  return item->limits;
}

static void
read_control (NwItem *item,
              const NwJsonNode *extension)
{
  const NwJsonNode *concept = nw_json_node_get_member (extension, "valueCodeableConcept");
  const NwJsonNode *coding = NULL;

  NW_JSON_FOREACH (nw_json_node_get_member (concept, "coding"), coding)
    {
      const char *code = nw_json_node_get_string (nw_json_node_get_member (coding, "code"));
      guint found = code != NULL ? find_name (control_codes, G_N_ELEMENTS (control_codes), code)
                                 : G_N_ELEMENTS (control_codes);

      if (found > 0 && found < G_N_ELEMENTS (control_codes))
        item->control = found;
    }
}

static void
add_unit_option (NwQuestionnaire *self,
                 NwItemLimits *limits,
                 const NwJsonNode *extension)
{
  NwValue *value = nw_questionnaire_read_value (self, extension, "value");

  if (value == NULL)
    return;
  limits->unit_options = g_renew (NwValue *, limits->unit_options, limits->n_unit_options + 1);
  limits->unit_options[limits->n_unit_options++] = value;
}

/* Takes the value into a field that may have one already. */
static void
take_value (NwQuestionnaire *self,
            NwValue **field,
            const NwJsonNode *extension)
{
  g_clear_pointer (field, nw_value_unref);
  *field = nw_questionnaire_read_value (self, extension, "value");
}

static void
read_limit (NwQuestionnaire *self,
            NwItemLimits *limits,
            Extension which,
            const NwJsonNode *extension)
{
  const NwJsonNode *integer = nw_json_node_get_member (extension, "valueInteger");
  const NwJsonNode *string = nw_json_node_get_member (extension, "valueString");
  const NwJsonNode *code = nw_json_node_get_member (extension, "valueCode");

  if (which == EXTENSION_CHOICE_ORIENTATION)
    limits->horizontal = g_strcmp0 (nw_json_node_get_string (code), "horizontal") == 0;
  else if (which == EXTENSION_ENTRY_FORMAT)
    limits->entry_format = nw_json_node_get_string (string);
  else if (which == EXTENSION_REGEX)
    limits->regex = nw_json_node_get_string (string);
  else if (which == EXTENSION_MAX_DECIMAL_PLACES)
    limits->max_decimal_places = take_count (self, integer, -1);
  else if (which == EXTENSION_MAX_OCCURS)
    limits->max_occurs = take_count (self, integer, -1);
  else if (which == EXTENSION_MIN_OCCURS)
    limits->min_occurs = take_count (self, integer, -1);
  else if (which == EXTENSION_MIN_LENGTH)
    limits->min_length = take_count (self, integer, -1);
  else if (which == EXTENSION_MIN_VALUE)
    take_value (self, &limits->min_value, extension);
  else if (which == EXTENSION_MAX_VALUE)
    take_value (self, &limits->max_value, extension);
  else if (which == EXTENSION_UNIT)
    take_value (self, &limits->unit, extension);
  else if (which == EXTENSION_UNIT_OPTION)
    add_unit_option (self, limits, extension);
  else if (which == EXTENSION_SLIDER_STEP)
    limits->slider_step = nw_json_node_get_number_text (
      integer != NULL ? integer : nw_json_node_get_member (extension, "valueDecimal"));
}

static void
note_expression (NwQuestionnaire *self,
                 NwItem *item,
                 const NwJsonNode *extension)
{
  const char *name = find_last_part (extension);

  item->opaque = TRUE;
  if (g_str_has_suffix (name, "enableWhenExpression"))
    item->rule_unknown = TRUE;
  nw_findings_add (self->findings, NW_SEVERITY_WARNING, extension,
                   "“%s” cannot be evaluated here, so the response will not be complete;"
                   " expected a form without expressions", name);
}

static void
read_extensions (NwQuestionnaire *self,
                 NwItem *item,
                 const NwJsonNode *extensions)
{
  const NwJsonNode *extension = NULL;

  NW_JSON_FOREACH (extensions, extension)
    {
      const char *name = nw_extension_get_name (extension);
      guint which = name != NULL ? find_name (extension_names, N_EXTENSIONS, name) : N_EXTENSIONS;

      if (which == EXTENSION_HIDDEN)
        item->hidden
          = item->hidden
            || nw_json_node_get_boolean (nw_json_node_get_member (extension, "valueBoolean"));
      else if (which == EXTENSION_ITEM_CONTROL)
        read_control (item, extension);
      else if (which < N_EXTENSIONS)
        read_limit (self, get_limits (item), which, extension);
      else if (nw_extension_is_expression (extension))
        note_expression (self, item, extension);
    }
}

static void
read_modifiers (NwQuestionnaire *self,
                NwItem *item,
                const NwJsonNode *modifiers)
{
  const NwJsonNode *extension = NULL;

  NW_JSON_FOREACH (modifiers, extension)
    {
      if (nw_extension_is_expression (extension))
        {
          note_expression (self, item, extension);
          continue;
        }
      item->opaque = TRUE;
      warn (self, extension,
            "an extension that changes the meaning of the item and is not known; expected none");
    }
}

/* Attributes */

static void
read_type (NwQuestionnaire *self,
           NwItem *item,
           const NwJsonNode *node)
{
  const char *text = nw_json_node_get_string (node);

  for (NwItemType type = 0; text != NULL && type < NW_ITEM_UNKNOWN; type++)
    if (strcmp (nw_item_type_get_name (type), text) == 0)
      {
        item->type = type;
        return;
      }
  warn (self, node, "a type that is not known and cannot be answered here; expected one of R4’s");
}

static void
read_initial (NwQuestionnaire *self,
              NwItem *item,
              const NwJsonNode *array)
{
  const NwJsonNode *node = NULL;

  if (nw_json_node_get_node_type (array) != NW_JSON_ARRAY)
    {
      warn (self, array, "not a list of initial values; expected an array");
      return;
    }
  item->initial = g_new0 (NwValue *, nw_json_node_get_length (array));
  NW_JSON_FOREACH (array, node)
    {
      NwValue *value = nw_questionnaire_read_value (self, node, "value");

      if (value != NULL)
        item->initial[item->n_initial++] = value;
    }
}

/* The conditions are read once all items are known; here they are counted. */
static void
note_rules (NwQuestionnaire *self,
            NwItem *item,
            const NwJsonNode *array)
{
  if (nw_json_node_get_node_type (array) != NW_JSON_ARRAY)
    {
      item->opaque = TRUE;
      item->rule_unknown = TRUE;
      warn (self, array, "not a list of conditions; expected an array");
      return;
    }
  item->n_enable_when = nw_json_node_get_length (array);
}

static void
read_options (NwQuestionnaire *self,
              NwItem *item,
              const NwJsonNode *node,
              gboolean value_set)
{
  NwOptionList *list = NULL;

  /* que-4: where both are there, the options in the form win. */
  if (value_set && item->options != NULL)
    return;
  list = value_set ? nw_questionnaire_load_value_set (self, node)
                   : nw_questionnaire_load_options (self, node);
  if (list == NULL)
    return;
  item->options = list->options;
  item->n_options = list->n_options;
}

static void
read_member (NwQuestionnaire *self,
             NwItem *item,
             const NwJsonNode *node)
{
  switch ((Member) find_name (member_names, N_MEMBERS, nw_json_node_get_name (node)))
    {
    case MEMBER_ANSWER_OPTION:
      read_options (self, item, node, FALSE);
      break;
    case MEMBER_ANSWER_VALUE_SET:
      read_options (self, item, node, TRUE);
      break;
    case MEMBER_ENABLE_BEHAVIOR:
      item->enable_all = g_strcmp0 (nw_json_node_get_string (node), "all") == 0;
      if (!item->enable_all && g_strcmp0 (nw_json_node_get_string (node), "any") != 0)
        warn (self, node, "not known and taken as any; expected all or any");
      break;
    case MEMBER_ENABLE_WHEN:
      note_rules (self, item, node);
      break;
    case MEMBER_EXTENSION:
      read_extensions (self, item, node);
      break;
    case MEMBER_INITIAL:
      read_initial (self, item, node);
      break;
    case MEMBER_LINK_ID:
      item->link_id = take_string (self, node);
      break;
    case MEMBER_MAX_LENGTH:
      item->max_length = take_count (self, node, 0);
      break;
    case MEMBER_MODIFIER_EXTENSION:
      read_modifiers (self, item, node);
      break;
    case MEMBER_PREFIX:
      item->prefix = take_string (self, node);
      break;
    case MEMBER_READ_ONLY:
      item->read_only = take_boolean (self, node) || item->read_only;
      break;
    case MEMBER_REPEATS:
      item->repeats = take_boolean (self, node);
      break;
    case MEMBER_REQUIRED:
      item->required = take_boolean (self, node);
      break;
    case MEMBER_TEXT:
      item->text = take_string (self, node);
      break;
    case MEMBER_TYPE:
      read_type (self, item, node);
      break;
    case N_MEMBERS:
    default:
      break;
    }
}

/* Outcomes */

static NwOutcomeLevel
find_level (const NwValue *value)
{
  const char *code = nw_value_get_code (value);

  if (g_strcmp0 (nw_value_get_system (value), NW_OUTCOME_SYSTEM) != 0 || code == NULL)
    return NW_OUTCOME_NONE;
  for (NwOutcomeLevel level = NW_OUTCOME_NOTHING_FOUND; level <= NW_OUTCOME_HELP_NOW; level++)
    if (strcmp (nw_outcome_level_get_code (level), code) == 0)
      return level;
  return NW_OUTCOME_NONE;
}

static gboolean
is_level (const NwValue *value)
{
  return nw_value_get_value_type (value) == NW_VALUE_CODING
         && g_strcmp0 (nw_value_get_system (value), NW_OUTCOME_SYSTEM) == 0;
}

/* An outcome is a choice that nobody can change, with its level chosen from the
 * beginning: displays may not carry a code (que-3). */
static void
note_outcome (NwQuestionnaire *self,
              NwItem *item)
{
  const NwValue *value = NULL;

  if (item->type != NW_ITEM_CHOICE)
    return;
  for (guint i = 0; i < item->n_options; i++)
    if (item->options[i].initial_selected && is_level (item->options[i].value))
      value = item->options[i].value;
  for (guint i = 0; i < item->n_initial; i++)
    if (is_level (item->initial[i]))
      value = item->initial[i];
  if (value == NULL)
    return;
  item->outcome_level = item->read_only ? find_level (value) : NW_OUTCOME_NONE;
  if (item->outcome_level != NW_OUTCOME_NONE)
    return;
  item->opaque = TRUE;
  warn (self, item->node, item->read_only
        ? "an outcome whose level is not known; expected help-now, advice-soon, ask-first, tell"
          " or nothing-found"
        : "an outcome that can be changed by hand; expected readOnly");
}

static void
check_answerable (NwQuestionnaire *self,
                  NwItem *item)
{
  if (item->type == NW_ITEM_UNKNOWN)
    {
      item->opaque = TRUE;
      if (nw_json_node_get_member (item->node, "type") == NULL)
        warn (self, item->node, "an item without a type; expected one");
    }
  else if (item->type == NW_ITEM_ATTACHMENT || item->type == NW_ITEM_REFERENCE)
    warn (self, nw_json_node_get_member (item->node, "type"),
          "this type cannot be answered here; expected another");
}

/**
 * nw_questionnaire_load_item: (skip)
 * @self: a questionnaire
 * @item: an item that has its place and its node
 *
 * Reads the attributes and extensions of an item; its parent must be read.
 */
void
nw_questionnaire_load_item (NwQuestionnaire *self,
                            NwItem *item)
{
  const NwJsonNode *member = NULL;

  item->type = NW_ITEM_UNKNOWN;
  if (item->parent != NULL)
    {
      item->hidden = item->parent->hidden;
      /* readOnly of a group is that of all in it, of a question only its own. */
      item->read_only = item->parent->read_only && item->parent->type == NW_ITEM_GROUP;
    }
  NW_JSON_FOREACH (item->node, member)
    read_member (self, item, member);
  check_answerable (self, item);
  note_outcome (self, item);
}
