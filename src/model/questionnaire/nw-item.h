/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One item of a Questionnaire, as it is defined; in FHIR's own names, and never changed. */

#pragma once

#include "model/questionnaire/nw-value.h"

G_BEGIN_DECLS

/**
 * NwItemType:
 * @NW_ITEM_GROUP: `group`
 * @NW_ITEM_DISPLAY: `display`
 * @NW_ITEM_BOOLEAN: `boolean`
 * @NW_ITEM_DECIMAL: `decimal`
 * @NW_ITEM_INTEGER: `integer`
 * @NW_ITEM_DATE: `date`
 * @NW_ITEM_DATE_TIME: `dateTime`
 * @NW_ITEM_TIME: `time`
 * @NW_ITEM_STRING: `string`
 * @NW_ITEM_TEXT: `text`
 * @NW_ITEM_URL: `url`
 * @NW_ITEM_CHOICE: `choice`
 * @NW_ITEM_OPEN_CHOICE: `open-choice`
 * @NW_ITEM_ATTACHMENT: `attachment`, which cannot be answered here
 * @NW_ITEM_REFERENCE: `reference`, which cannot be answered here
 * @NW_ITEM_QUANTITY: `quantity`
 * @NW_ITEM_UNKNOWN: a type that R4 does not have
 *
 * The types of an item.
 */
typedef enum
{
  NW_ITEM_GROUP,
  NW_ITEM_DISPLAY,
  NW_ITEM_BOOLEAN,
  NW_ITEM_DECIMAL,
  NW_ITEM_INTEGER,
  NW_ITEM_DATE,
  NW_ITEM_DATE_TIME,
  NW_ITEM_TIME,
  NW_ITEM_STRING,
  NW_ITEM_TEXT,
  NW_ITEM_URL,
  NW_ITEM_CHOICE,
  NW_ITEM_OPEN_CHOICE,
  NW_ITEM_ATTACHMENT,
  NW_ITEM_REFERENCE,
  NW_ITEM_QUANTITY,
  NW_ITEM_UNKNOWN,
} NwItemType;

/**
 * NwItemControl:
 * @NW_CONTROL_NONE: no `itemControl` that is known here
 * @NW_CONTROL_PAGE: a group that is a page of its own
 * @NW_CONTROL_HELP: a display that explains its parent on request
 * @NW_CONTROL_FLYOVER: a display that explains its parent beside it
 * @NW_CONTROL_PROMPT: a display beside the field
 * @NW_CONTROL_UNIT: a display that names the unit
 * @NW_CONTROL_LOWER: a display at a slider's lower end
 * @NW_CONTROL_UPPER: a display at a slider's upper end
 * @NW_CONTROL_RADIO_BUTTON: one of several buttons
 * @NW_CONTROL_CHECK_BOX: several boxes
 * @NW_CONTROL_DROP_DOWN: a list that folds out
 * @NW_CONTROL_SLIDER: a slider
 * @NW_CONTROL_TEXT_AREA: a field of several lines
 *
 * How an item wishes to be shown.
 */
typedef enum
{
  NW_CONTROL_NONE,
  NW_CONTROL_PAGE,
  NW_CONTROL_HELP,
  NW_CONTROL_FLYOVER,
  NW_CONTROL_PROMPT,
  NW_CONTROL_UNIT,
  NW_CONTROL_LOWER,
  NW_CONTROL_UPPER,
  NW_CONTROL_RADIO_BUTTON,
  NW_CONTROL_CHECK_BOX,
  NW_CONTROL_DROP_DOWN,
  NW_CONTROL_SLIDER,
  NW_CONTROL_TEXT_AREA,
} NwItemControl;

/**
 * NwEnableOperator:
 * @NW_ENABLE_EXISTS: `exists`
 * @NW_ENABLE_EQUAL: `=`
 * @NW_ENABLE_NOT_EQUAL: `!=`
 * @NW_ENABLE_GREATER: `>`
 * @NW_ENABLE_LESS: `<`
 * @NW_ENABLE_GREATER_OR_EQUAL: `>=`
 * @NW_ENABLE_LESS_OR_EQUAL: `<=`
 * @NW_ENABLE_UNKNOWN: one that R4 does not have
 *
 * The operators of a rule.
 */
typedef enum
{
  NW_ENABLE_EXISTS,
  NW_ENABLE_EQUAL,
  NW_ENABLE_NOT_EQUAL,
  NW_ENABLE_GREATER,
  NW_ENABLE_LESS,
  NW_ENABLE_GREATER_OR_EQUAL,
  NW_ENABLE_LESS_OR_EQUAL,
  NW_ENABLE_UNKNOWN,
} NwEnableOperator;

/**
 * NwOutcomeLevel:
 * @NW_OUTCOME_NONE: no level
 * @NW_OUTCOME_NOTHING_FOUND: `nothing-found`
 * @NW_OUTCOME_TELL: `tell`
 * @NW_OUTCOME_ASK_FIRST: `ask-first`
 * @NW_OUTCOME_ADVICE_SOON: `advice-soon`
 * @NW_OUTCOME_HELP_NOW: `help-now`
 *
 * The levels of the project's own code system `urn:needlewise:outcome-level`,
 * in the order of severity.
 */
typedef enum
{
  NW_OUTCOME_NONE,
  NW_OUTCOME_NOTHING_FOUND,
  NW_OUTCOME_TELL,
  NW_OUTCOME_ASK_FIRST,
  NW_OUTCOME_ADVICE_SOON,
  NW_OUTCOME_HELP_NOW,
} NwOutcomeLevel;

typedef struct _NwItem NwItem;

/**
 * NwEnableWhen:
 * @question: (nullable): the item whose answer counts; %NULL where the rule
 *   cannot be read
 * @answer: (nullable): what it is compared with; %NULL where it cannot be read
 * @op: how it is compared
 * @common_depth: the depth of the item around both, 0 for the form itself
 *
 * One condition of an item's rule.
 */
typedef struct
{
  const NwItem *question;
  NwValue *answer;
  NwEnableOperator op;
  guint common_depth;
} NwEnableWhen;

/**
 * NwAnswerOption:
 * @value: the value
 * @prefix: (nullable): what stands before it, from `optionPrefix`
 * @ordinal: (nullable): its score as text, from `ordinalValue`
 * @node: the option in the document, for its translations
 * @initial_selected: `initialSelected`
 * @exclusive: `optionExclusive`: no other option can be chosen beside it
 *
 * One of the answers that an item allows.
 */
typedef struct
{
  NwValue *value;
  const char *prefix;
  const char *ordinal;
  const NwJsonNode *node;
  guint initial_selected : 1;
  guint exclusive : 1;
} NwAnswerOption;

/**
 * NwItemLimits:
 * @min_value: (nullable): `minValue`
 * @max_value: (nullable): `maxValue`
 * @slider_step: (nullable): `sliderStepValue` as text
 * @entry_format: (nullable): `entryFormat`, a hint such as `DD/MM/YYYY`
 * @regex: (nullable): `regex`, as written
 * @unit: (nullable): `unit`, a coding
 * @unit_options: (nullable): `unitOption`, codings
 * @n_unit_options: how many
 * @min_length: `minLength`, -1 for none
 * @max_decimal_places: `maxDecimalPlaces`, -1 for none
 * @min_occurs: `minOccurs`, -1 for none
 * @max_occurs: `maxOccurs`, -1 for none
 * @horizontal: whether `choiceOrientation` is `horizontal`
 *
 * What the less usual extensions say about an item.
 */
typedef struct
{
  NwValue *min_value;
  NwValue *max_value;
  const char *slider_step;
  const char *entry_format;
  const char *regex;
  NwValue *unit;
  NwValue **unit_options;
  guint n_unit_options;
  int min_length;
  int max_decimal_places;
  int min_occurs;
  int max_occurs;
  gboolean horizontal;
} NwItemLimits;

/**
 * NwItem:
 * @parent: (nullable): the item around it
 * @first_child: (nullable): the first item in it
 * @next_sibling: (nullable): the item behind it in the same parent
 * @link_id: `linkId`
 * @prefix: (nullable): `prefix`
 * @text: (nullable): `text`; see nw_item_get_text() for translations
 * @node: the item in the document
 * @enable_when: the conditions of its rule
 * @options: the answers that it allows, of `answerOption` or a contained ValueSet
 * @initial: `initial`, without the options that are initially selected
 * @limits: (nullable): the less usual extensions
 * @dependents: the items whose rules name it
 * @n_enable_when: how many conditions
 * @n_options: how many options
 * @n_initial: how many initial values
 * @n_dependents: how many dependents
 * @n_children: how many items are in it
 * @index: its place in the questionnaire, depth first, from 0
 * @ordinal: its place in its parent, from 0
 * @depth: how many items are around it, and 1
 * @rank: in which order rules are worked out, see nw-enablement.c
 * @max_length: `maxLength`, 0 for none
 * @type: `type`
 * @control: `itemControl`
 * @outcome_level: the level, for an item that is an outcome
 * @required: `required`
 * @repeats: `repeats`
 * @read_only: `readOnly`, also where a group around it is
 * @hidden: `hidden`, also where an item around it is
 * @enable_all: `enableBehavior` is `all`
 * @in_loop: its rule depends on itself through other items
 * @rule_unknown: an expression that cannot be evaluated is part of its rule
 * @opaque: it, or its rule, says something that cannot be evaluated
 *
 * An item of a questionnaire. Strings and nodes are owned by the questionnaire.
 */
struct _NwItem
{
  const NwItem *parent;
  const NwItem *first_child;
  const NwItem *next_sibling;
  const char *link_id;
  const char *prefix;
  const char *text;
  const NwJsonNode *node;
  NwEnableWhen *enable_when;
  NwAnswerOption *options;
  NwValue **initial;
  NwItemLimits *limits;
  const NwItem **dependents;
  guint n_enable_when;
  guint n_options;
  guint n_initial;
  guint n_dependents;
  guint n_children;
  guint index;
  guint ordinal;
  guint depth;
  guint rank;
  guint max_length;
  NwItemType type : 8;
  NwItemControl control : 8;
  NwOutcomeLevel outcome_level : 4;
  guint required : 1;
  guint repeats : 1;
  guint read_only : 1;
  guint hidden : 1;
  guint enable_all : 1;
  guint in_loop : 1;
  guint rule_unknown : 1;
  guint opaque : 1;
};

const char       *nw_item_type_get_name    (NwItemType        type);
const char       *nw_outcome_level_get_code (NwOutcomeLevel   level);
gboolean          nw_item_is_question      (const NwItem     *self);
gboolean          nw_item_is_answerable    (const NwItem     *self);
guint             nw_item_count_initial    (const NwItem     *self);
const char       *nw_item_get_text         (const NwItem     *self,
                                            const char       *language);
const char       *nw_item_get_markdown     (const NwItem     *self);
const char       *nw_item_get_support_link (const NwItem     *self);
const char       *nw_item_get_category     (const NwItem     *self);
const char       *nw_item_get_option_text  (const NwItem     *self,
                                            guint             index,
                                            const char       *language);
const NwJsonNode *nw_item_get_extension    (const NwItem     *self,
                                            const char       *url);

G_END_DECLS
