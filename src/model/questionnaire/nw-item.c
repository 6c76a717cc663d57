/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks up what an item says less often: translations, markdown, links. */

#include "config.h"

#include "model/questionnaire/nw-item.h"

#include "model/questionnaire/nw-questionnaire-private.h"

#include <string.h>

static const char * const type_names[] = {
  [NW_ITEM_GROUP] = "group",
  [NW_ITEM_DISPLAY] = "display",
  [NW_ITEM_BOOLEAN] = "boolean",
  [NW_ITEM_DECIMAL] = "decimal",
  [NW_ITEM_INTEGER] = "integer",
  [NW_ITEM_DATE] = "date",
  [NW_ITEM_DATE_TIME] = "dateTime",
  [NW_ITEM_TIME] = "time",
  [NW_ITEM_STRING] = "string",
  [NW_ITEM_TEXT] = "text",
  [NW_ITEM_URL] = "url",
  [NW_ITEM_CHOICE] = "choice",
  [NW_ITEM_OPEN_CHOICE] = "open-choice",
  [NW_ITEM_ATTACHMENT] = "attachment",
  [NW_ITEM_REFERENCE] = "reference",
  [NW_ITEM_QUANTITY] = "quantity",
};

/* The type of the answers that an item takes, beside those of its options. */
static const NwValueType answer_types[] = {
  [NW_ITEM_GROUP] = NW_VALUE_OTHER,
  [NW_ITEM_DISPLAY] = NW_VALUE_OTHER,
  [NW_ITEM_BOOLEAN] = NW_VALUE_BOOLEAN,
  [NW_ITEM_DECIMAL] = NW_VALUE_DECIMAL,
  [NW_ITEM_INTEGER] = NW_VALUE_INTEGER,
  [NW_ITEM_DATE] = NW_VALUE_DATE,
  [NW_ITEM_DATE_TIME] = NW_VALUE_DATE_TIME,
  [NW_ITEM_TIME] = NW_VALUE_TIME,
  [NW_ITEM_STRING] = NW_VALUE_STRING,
  [NW_ITEM_TEXT] = NW_VALUE_STRING,
  [NW_ITEM_URL] = NW_VALUE_URI,
  [NW_ITEM_CHOICE] = NW_VALUE_CODING,
  [NW_ITEM_OPEN_CHOICE] = NW_VALUE_CODING,
  [NW_ITEM_ATTACHMENT] = NW_VALUE_OTHER,
  [NW_ITEM_REFERENCE] = NW_VALUE_OTHER,
  [NW_ITEM_QUANTITY] = NW_VALUE_QUANTITY,
  [NW_ITEM_UNKNOWN] = NW_VALUE_OTHER,
};

static const char * const level_codes[] = {
  [NW_OUTCOME_NONE] = NULL,
  [NW_OUTCOME_NOTHING_FOUND] = "nothing-found",
  [NW_OUTCOME_TELL] = "tell",
  [NW_OUTCOME_ASK_FIRST] = "ask-first",
  [NW_OUTCOME_ADVICE_SOON] = "advice-soon",
  [NW_OUTCOME_HELP_NOW] = "help-now",
};

/**
 * nw_item_type_get_name:
 * @type: a type
 *
 * Gets FHIR's code of a type.
 *
 * Returns: (nullable): the code, or %NULL for %NW_ITEM_UNKNOWN
 */
const char *
nw_item_type_get_name (NwItemType type)
{
  return (guint) type < G_N_ELEMENTS (type_names) ? type_names[type] : NULL;
}

/**
 * nw_outcome_level_get_code:
 * @level: a level
 *
 * Gets the code of a level in `urn:needlewise:outcome-level`.
 *
 * Returns: (nullable): the code, or %NULL for %NW_OUTCOME_NONE
 */
const char *
nw_outcome_level_get_code (NwOutcomeLevel level)
{
  g_return_val_if_fail ((guint) level < G_N_ELEMENTS (level_codes), NULL);

  return level_codes[level];
}

/**
 * nw_item_is_question:
 * @self: an item
 *
 * Tells whether an item asks something: it is neither a group nor a display.
 *
 * Returns: whether it is a question
 */
gboolean
nw_item_is_question (const NwItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->type != NW_ITEM_GROUP && self->type != NW_ITEM_DISPLAY;
}

/**
 * nw_item_is_answerable:
 * @self: an item
 *
 * Tells whether a question can be answered here: its type is known, and is not
 * an attachment or a reference.
 *
 * Returns: whether it can
 */
gboolean
nw_item_is_answerable (const NwItem *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return nw_item_is_question (self) && self->type != NW_ITEM_ATTACHMENT
         && self->type != NW_ITEM_REFERENCE && self->type != NW_ITEM_UNKNOWN;
}

/**
 * nw_item_count_initial:
 * @self: an item
 *
 * Counts the answers that a question begins with, by `initial` or
 * `initialSelected`.
 *
 * Returns: how many
 */
guint
nw_item_count_initial (const NwItem *self)
{
  guint n;

  g_return_val_if_fail (self != NULL, 0);

  n = self->n_initial;
  for (guint i = 0; i < self->n_options; i++)
    n += self->options[i].initial_selected;
  return n;
}

/**
 * nw_item_accepts: (skip)
 * @self: an item
 * @type: the type of an answer
 *
 * Tells whether answers of a type fit an item. A choice takes the type of its
 * options, an open choice a text as well.
 *
 * Returns: whether they fit
 */
gboolean
nw_item_accepts (const NwItem *self,
                 NwValueType type)
{
  if (answer_types[self->type] == type)
    return TRUE;
  if (self->type == NW_ITEM_OPEN_CHOICE && type == NW_VALUE_STRING)
    return TRUE;
  /* R4 lets a choice have options that are no codings. */
  if (self->type == NW_ITEM_CHOICE || self->type == NW_ITEM_OPEN_CHOICE)
    for (guint i = 0; i < self->n_options; i++)
      if (nw_value_get_value_type (self->options[i].value) == type)
        return TRUE;
  return FALSE;
}

static gboolean
has_url (const NwJsonNode *extension,
         const char *url)
{
  return g_strcmp0 (nw_json_node_get_string (nw_json_node_get_member (extension, "url")),
                    url) == 0;
}

static const NwJsonNode *
find_extension (const NwJsonNode *element,
                const char *url)
{
  const NwJsonNode *extension = NULL;

  NW_JSON_FOREACH (nw_json_node_get_member (element, "extension"), extension)
    if (has_url (extension, url))
      return extension;
  return NULL;
}

/* A locale's name as in BCP 47, as far as the first two parts go. */
static gboolean
matches_language (const char *tag,
                  const char *language)
{
  gsize length = strcspn (language, "_-.@");

  if (tag == NULL || g_ascii_strncasecmp (tag, language, length) != 0)
    return FALSE;
  return tag[length] == '\0' || tag[length] == '-' || tag[length] == '_';
}

/* The text that an element’s `translation` extensions have for a language. */
static const char *
find_translation (const NwJsonNode *element,
                  const char *language)
{
  const NwJsonNode *extension = NULL;

  if (language == NULL)
    return NULL;
  NW_JSON_FOREACH (nw_json_node_get_member (element, "extension"), extension)
    {
      const NwJsonNode *lang = find_extension (extension, "lang");
      const NwJsonNode *content = find_extension (extension, "content");
      const char *tag = nw_json_node_get_string (nw_json_node_get_member (lang, "valueCode"));
      const char *text = nw_json_node_get_string (nw_json_node_get_member (content, "valueString"));

      if (!has_url (extension, NW_EXTENSION_BASE "translation"))
        continue;
      if (text == NULL)
        text = nw_json_node_get_string (nw_json_node_get_member (content, "valueMarkdown"));
      if (text != NULL && matches_language (tag, language))
        return text;
    }
  return NULL;
}

/**
 * nw_item_get_extension:
 * @self: an item
 * @url: the extension's address
 *
 * Looks for an extension of an item, known or not.
 *
 * Returns: (nullable): the extension's object, or %NULL
 */
const NwJsonNode *
nw_item_get_extension (const NwItem *self,
                       const char *url)
{
  g_return_val_if_fail (self != NULL && url != NULL, NULL);

  return find_extension (self->node, url);
}

/**
 * nw_item_get_text:
 * @self: an item
 * @language: (nullable): a language, such as `de` or `de_AT`; %NULL for the form's
 *
 * Gets the text of an item, translated where the form has a translation.
 *
 * Returns: (nullable): the text
 */
const char *
nw_item_get_text (const NwItem *self,
                  const char *language)
{
  const char *translation = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  translation = find_translation (nw_json_node_get_member (self->node, "_text"), language);
  return translation != NULL ? translation : self->text;
}

/**
 * nw_item_get_markdown:
 * @self: an item
 *
 * Gets the text of an item as markdown, from `rendering-markdown`.
 *
 * Returns: (nullable): the markdown, or %NULL where there is only plain text
 */
const char *
nw_item_get_markdown (const NwItem *self)
{
  const NwJsonNode *extension = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  extension = find_extension (nw_json_node_get_member (self->node, "_text"),
                              NW_EXTENSION_BASE "rendering-markdown");
  return nw_json_node_get_string (nw_json_node_get_member (extension, "valueMarkdown"));
}

/**
 * nw_item_get_support_link:
 * @self: an item
 *
 * Gets the address of more to read, from `questionnaire-supportLink`.
 *
 * Returns: (nullable): the address
 */
const char *
nw_item_get_support_link (const NwItem *self)
{
  const NwJsonNode *extension = NULL;

  extension = nw_item_get_extension (self, NW_EXTENSION_BASE "questionnaire-supportLink");
  return nw_json_node_get_string (nw_json_node_get_member (extension, "valueUri"));
}

/**
 * nw_item_get_category:
 * @self: an item
 *
 * Gets what a display is for, from `questionnaire-displayCategory`:
 * `instructions`, `security` or `help`.
 *
 * Returns: (nullable): the code
 */
const char *
nw_item_get_category (const NwItem *self)
{
  const NwJsonNode *extension = NULL;
  const NwJsonNode *concept = NULL;
  const NwJsonNode *coding = NULL;

  extension = nw_item_get_extension (self, NW_EXTENSION_BASE "questionnaire-displayCategory");
  concept = nw_json_node_get_member (extension, "valueCodeableConcept");
  coding = nw_json_node_get_first (nw_json_node_get_member (concept, "coding"));
  return nw_json_node_get_string (nw_json_node_get_member (coding, "code"));
}

/**
 * nw_item_get_option_text:
 * @self: an item
 * @index: which of its options
 * @language: (nullable): a language; %NULL for the form's
 *
 * Gets what people read of an option that is a coding or a text, translated
 * where the form has a translation.
 *
 * Returns: (nullable): the text; %NULL for options of other types, whose label
 *   is nw_value_dup_label()
 */
const char *
nw_item_get_option_text (const NwItem *self,
                         guint index,
                         const char *language)
{
  const NwAnswerOption *option = NULL;
  const NwJsonNode *coding = NULL;
  const char *text = NULL;

  g_return_val_if_fail (self != NULL && index < self->n_options, NULL);

  option = &self->options[index];
  coding = nw_json_node_get_member (option->node, "valueCoding");
  if (coding != NULL)
    text = find_translation (nw_json_node_get_member (coding, "_display"), language);
  else
    text = find_translation (nw_json_node_get_member (option->node, "_display"), language);
  if (text == NULL)
    text = find_translation (nw_json_node_get_member (option->node, "_valueString"), language);
  if (text != NULL)
    return text;
  if (nw_value_get_value_type (option->value) == NW_VALUE_CODING)
    return nw_value_get_display (option->value) != NULL ? nw_value_get_display (option->value)
                                                        : nw_value_get_code (option->value);
  return nw_value_get_value_type (option->value) == NW_VALUE_STRING
         ? nw_value_get_text (option->value) : NULL;
}
