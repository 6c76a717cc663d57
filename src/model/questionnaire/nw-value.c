/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One FHIR value: making it, reading it from JSON and writing it. */

#include "config.h"

#include "model/questionnaire/nw-value.h"

#include "model/questionnaire/nw-value-private.h"

#include <glib/gi18n.h>

#include <string.h>

/* What stands behind `value` or `answer` in a member's name. */
static const char * const type_names[] = {
  [NW_VALUE_BOOLEAN] = "Boolean",
  [NW_VALUE_INTEGER] = "Integer",
  [NW_VALUE_DECIMAL] = "Decimal",
  [NW_VALUE_DATE] = "Date",
  [NW_VALUE_DATE_TIME] = "DateTime",
  [NW_VALUE_TIME] = "Time",
  [NW_VALUE_STRING] = "String",
  [NW_VALUE_URI] = "Uri",
  [NW_VALUE_CODING] = "Coding",
  [NW_VALUE_QUANTITY] = "Quantity",
};

static NwValue *
make_value (NwValueType type)
{
  NwValue *self = g_new0 (NwValue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->type = type;
  return self;
}

static const char *
keep_string (NwValue *self,
             const char *text)
{
  if (text == NULL || *text == '\0')
    return NULL;
  self->strings[self->n_strings] = g_strdup (text);
  return self->strings[self->n_strings++];
}

static NwValue *
make_text (NwValueType type,
           const char *text)
{
  NwValue *self = make_value (type);

  self->text = keep_string (self, text);
  return self;
}

/**
 * nw_value_new_boolean:
 * @value: true or false
 *
 * Gets one of the two booleans.
 *
 * Returns: (transfer full): the value
 */
NwValue *
nw_value_new_boolean (gboolean value)
{
  static NwValue *values[2];

  if (g_once_init_enter (&values[0]))
    {
      NwValue *no = make_value (NW_VALUE_BOOLEAN);
      NwValue *yes = make_value (NW_VALUE_BOOLEAN);

      yes->boolean = TRUE;
      values[1] = yes;
      g_once_init_leave (&values[0], no);
    }
  return nw_value_ref (values[value ? 1 : 0]);
}

/**
 * nw_value_new_integer:
 * @text: the number
 *
 * Makes an integer of 32 bits.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where @text is none
 */
NwValue *
nw_value_new_integer (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return nw_value_check_integer (text) ? make_text (NW_VALUE_INTEGER, text) : NULL;
}

/**
 * nw_value_new_decimal:
 * @text: the number, with a point
 *
 * Makes a decimal number; it keeps its precision, so `1.50` stays `1.50`.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where @text is none
 */
NwValue *
nw_value_new_decimal (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return nw_value_check_decimal (text) ? make_text (NW_VALUE_DECIMAL, text) : NULL;
}

/**
 * nw_value_new_date:
 * @text: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 *
 * Makes a date.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where @text is none
 */
NwValue *
nw_value_new_date (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return nw_value_check_date (text) ? make_text (NW_VALUE_DATE, text) : NULL;
}

/**
 * nw_value_new_date_time:
 * @text: a date, or `YYYY-MM-DDThh:mm:ss` with a zone
 *
 * Makes a date with a time.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where @text is none
 */
NwValue *
nw_value_new_date_time (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return nw_value_check_date_time (text) ? make_text (NW_VALUE_DATE_TIME, text) : NULL;
}

/**
 * nw_value_new_time:
 * @text: `hh:mm:ss`
 *
 * Makes a time of the day.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where @text is none
 */
NwValue *
nw_value_new_time (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return nw_value_check_time (text) ? make_text (NW_VALUE_TIME, text) : NULL;
}

/**
 * nw_value_new_string:
 * @text: the text
 *
 * Makes a text.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where @text is empty,
 *   which in FHIR is no value
 */
NwValue *
nw_value_new_string (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return *text != '\0' ? make_text (NW_VALUE_STRING, text) : NULL;
}

/**
 * nw_value_new_uri:
 * @text: the address
 *
 * Makes an address.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where @text is empty
 */
NwValue *
nw_value_new_uri (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return *text != '\0' ? make_text (NW_VALUE_URI, text) : NULL;
}

/**
 * nw_value_new_coding:
 * @system: (nullable): the code system
 * @code: (nullable): the code
 * @display: (nullable): what people read
 *
 * Makes a coding.
 *
 * Returns: (transfer full): the value
 */
NwValue *
nw_value_new_coding (const char *system,
                     const char *code,
                     const char *display)
{
  NwValue *self = make_value (NW_VALUE_CODING);

  self->system = keep_string (self, system);
  self->code = keep_string (self, code);
  self->display = keep_string (self, display);
  return self;
}

/**
 * nw_value_new_quantity:
 * @text: the number
 * @unit: (nullable): the unit as people read it
 * @system: (nullable): the system of the unit's code
 * @code: (nullable): the unit's code
 *
 * Makes a number with a unit.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where @text is no
 *   decimal
 */
NwValue *
nw_value_new_quantity (const char *text,
                       const char *unit,
                       const char *system,
                       const char *code)
{
  NwValue *self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!nw_value_check_decimal (text))
    return NULL;
  self = make_text (NW_VALUE_QUANTITY, text);
  self->display = keep_string (self, unit);
  self->system = keep_string (self, system);
  self->code = keep_string (self, code);
  return self;
}

/* Reading */

/* Takes the member into a field; FALSE where it is not of the right kind. */
static gboolean
take_member (const NwJsonNode *member,
             const char **field)
{
  const char *text = nw_json_node_get_string (member);

  if (text == NULL)
    return FALSE;
  if (*text != '\0')
    *field = text;
  return TRUE;
}

static void
read_coding (NwValue *self,
             const NwJsonNode *node,
             const char **problem)
{
  const NwJsonNode *member = NULL;
  gboolean good = TRUE;

  NW_JSON_FOREACH (node, member)
    {
      const char *name = nw_json_node_get_name (member);

      if (strcmp (name, "code") == 0)
        good = good && take_member (member, &self->code);
      else if (strcmp (name, "system") == 0)
        good = good && take_member (member, &self->system);
      else if (strcmp (name, "display") == 0)
        good = good && take_member (member, &self->display);
      else
        self->node = node;
    }
  if (!good)
    *problem = "not a coding; expected code, system and display as strings";
  else if (self->code == NULL && self->display == NULL)
    *problem = "a coding without a code; expected one";
}

static void
read_quantity (NwValue *self,
               const NwJsonNode *node,
               const char **problem)
{
  const NwJsonNode *member = NULL;
  gboolean good = TRUE;

  NW_JSON_FOREACH (node, member)
    {
      const char *name = nw_json_node_get_name (member);

      if (strcmp (name, "value") == 0)
        self->text = nw_json_node_get_number_text (member);
      else if (strcmp (name, "unit") == 0)
        good = good && take_member (member, &self->display);
      else if (strcmp (name, "system") == 0)
        good = good && take_member (member, &self->system);
      else if (strcmp (name, "code") == 0)
        good = good && take_member (member, &self->code);
      else if (strcmp (name, "comparator") == 0)
        good = good && take_member (member, &self->comparator);
      else
        self->node = node;
    }
  if (!good || self->text == NULL)
    *problem = "not a quantity; expected value as a number";
}

static gboolean
read_text (NwValue *self,
           const NwJsonNode *node,
           const char **problem)
{
  const char *text = nw_json_node_get_string (node);

  if (self->type == NW_VALUE_INTEGER || self->type == NW_VALUE_DECIMAL)
    text = nw_json_node_get_number_text (node);
  self->text = text;
  if (text == NULL)
    *problem = "of the wrong kind; expected a value of the type that its name says";
  else if (self->type == NW_VALUE_INTEGER && !nw_value_check_integer (text))
    *problem = "expected an integer from -2147483648 to 2147483647";
  else if (self->type == NW_VALUE_DATE && !nw_value_check_date (text))
    *problem = "expected a date as YYYY, YYYY-MM or YYYY-MM-DD";
  else if (self->type == NW_VALUE_DATE_TIME && !nw_value_check_date_time (text))
    *problem = "expected a date, or a date, time and zone as YYYY-MM-DDThh:mm:ss+zz:zz";
  else if (self->type == NW_VALUE_TIME && !nw_value_check_time (text))
    *problem = "expected a time as hh:mm:ss";
  else if (*text == '\0')
    *problem = "empty; expected some text, or no value";
  return *problem == NULL;
}

static NwValueType
find_type (const char *type_name)
{
  for (NwValueType i = 0; i < G_N_ELEMENTS (type_names); i++)
    if (strcmp (type_names[i], type_name) == 0)
      return i;
  return NW_VALUE_OTHER;
}

/* Of the types that are not compared or answered here, R4 has two. */
static gboolean
read_other (NwValue *self,
            const NwJsonNode *node,
            const char *type_name,
            const char **problem)
{
  self->node = node;
  if (strcmp (type_name, "Attachment") != 0 && strcmp (type_name, "Reference") != 0)
    *problem = "of a type that is not known; expected one of R4’s";
  else if (nw_json_node_get_node_type (node) != NW_JSON_OBJECT)
    *problem = "of the wrong kind; expected an object";
  return *problem == NULL;
}

static gboolean
fill_value (NwValue *self,
            const NwJsonNode *node,
            const char *type_name,
            const char **problem)
{
  switch (self->type)
    {
    case NW_VALUE_CODING:
    case NW_VALUE_QUANTITY:
      if (nw_json_node_get_node_type (node) != NW_JSON_OBJECT)
        *problem = "of the wrong kind; expected an object";
      else if (self->type == NW_VALUE_CODING)
        read_coding (self, node, problem);
      else
        read_quantity (self, node, problem);
      return *problem == NULL;
    case NW_VALUE_OTHER:
      return read_other (self, node, type_name, problem);
    case NW_VALUE_BOOLEAN:
    case NW_VALUE_INTEGER:
    case NW_VALUE_DECIMAL:
    case NW_VALUE_DATE:
    case NW_VALUE_DATE_TIME:
    case NW_VALUE_TIME:
    case NW_VALUE_STRING:
    case NW_VALUE_URI:
    default:
      return read_text (self, node, problem);
    }
}

/**
 * nw_value_new_from_node:
 * @node: the value in a document
 * @type_name: what its name says behind `value` or `answer`, such as `Coding`
 * @json: the document, whose strings the value goes on using
 * @problem: (out) (not optional): what is wrong, or %NULL
 *
 * Reads a value. One that is not well formed is kept as %NW_VALUE_OTHER, so that
 * nothing of a response is lost; it compares with nothing.
 *
 * Returns: (transfer full): the value
 */
NwValue *
nw_value_new_from_node (const NwJsonNode *node,
                        const char *type_name,
                        NwJson *json,
                        const char **problem)
{
  NwValueType type = NW_VALUE_OTHER;
  NwValue *self = NULL;

  g_return_val_if_fail (node != NULL && json != NULL && problem != NULL, NULL);

  *problem = NULL;
  type = find_type (type_name);
  if (type == NW_VALUE_BOOLEAN && nw_json_node_get_node_type (node) == NW_JSON_BOOLEAN)
    return nw_value_new_boolean (nw_json_node_get_boolean (node));
  self = make_value (type);
  self->json = nw_json_ref (json);
  if (!fill_value (self, node, type_name, problem))
    {
      self->type = NW_VALUE_OTHER;
      self->text = NULL;
      self->node = node;
    }
  return self;
}

/* Using */

/**
 * nw_value_ref:
 * @self: a value
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
NwValue *
nw_value_ref (NwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * nw_value_unref:
 * @self: (transfer full): a value
 *
 * Gives back a reference; the last one frees the value.
 */
void
nw_value_unref (NwValue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_strings; i++)
    g_free (self->strings[i]);
  g_clear_pointer (&self->json, nw_json_unref);
  g_free (self);
}

/**
 * nw_value_get_value_type:
 * @self: a value
 *
 * Gets the type.
 *
 * Returns: the type
 */
NwValueType
nw_value_get_value_type (const NwValue *self)
{
  g_return_val_if_fail (self != NULL, NW_VALUE_OTHER);

  return self->type;
}

/**
 * nw_value_get_boolean:
 * @self: a value
 *
 * Gets a boolean.
 *
 * Returns: %TRUE for true, and %FALSE for everything else
 */
gboolean
nw_value_get_boolean (const NwValue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->boolean;
}

/**
 * nw_value_get_text:
 * @self: a value
 *
 * Gets the text of a number, date, time, string or address, or the number of a
 * quantity, as it was written.
 *
 * Returns: (nullable): the text, or %NULL for other types
 */
const char *
nw_value_get_text (const NwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

/**
 * nw_value_get_system:
 * @self: a value
 *
 * Gets the system of a coding, or of a quantity's unit.
 *
 * Returns: (nullable): the system
 */
const char *
nw_value_get_system (const NwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->system;
}

/**
 * nw_value_get_code:
 * @self: a value
 *
 * Gets the code of a coding, or of a quantity's unit.
 *
 * Returns: (nullable): the code
 */
const char *
nw_value_get_code (const NwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->code;
}

/**
 * nw_value_get_display:
 * @self: a value
 *
 * Gets what people read of a coding.
 *
 * Returns: (nullable): the display
 */
const char *
nw_value_get_display (const NwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == NW_VALUE_CODING ? self->display : NULL;
}

/**
 * nw_value_get_unit:
 * @self: a value
 *
 * Gets a quantity's unit as people read it.
 *
 * Returns: (nullable): the unit
 */
const char *
nw_value_get_unit (const NwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->type == NW_VALUE_QUANTITY ? self->display : NULL;
}

/**
 * nw_value_get_comparator:
 * @self: a value
 *
 * Gets a quantity's comparator, such as `<`.
 *
 * Returns: (nullable): the comparator
 */
const char *
nw_value_get_comparator (const NwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->comparator;
}

/* Writing */

static void
write_fields (const NwValue *self,
              NwJsonWriter *writer,
              const char *member)
{
  nw_json_writer_begin_object (writer, member);
  if (self->type == NW_VALUE_QUANTITY)
    {
      nw_json_writer_add_number (writer, "value", self->text);
      nw_json_writer_add_string (writer, "comparator", self->comparator);
      nw_json_writer_add_string (writer, "unit", self->display);
    }
  nw_json_writer_add_string (writer, "system", self->system);
  nw_json_writer_add_string (writer, "code", self->code);
  if (self->type == NW_VALUE_CODING)
    nw_json_writer_add_string (writer, "display", self->display);
  nw_json_writer_end_object (writer);
}

/* The end of a member's name such as `valueAttachment` or `answerAttachment`. */
static const char *
find_suffix (const char *name)
{
  while (g_ascii_islower (*name))
    name++;
  return name;
}

/**
 * nw_value_write:
 * @self: a value
 * @writer: a writer inside an object
 * @prefix: how the member's name begins: `value` or `answer`
 *
 * Writes the value as a member; what was read from a document and is not
 * understood is written as it was.
 */
void
nw_value_write (const NwValue *self,
                NwJsonWriter *writer,
                const char *prefix)
{
  g_autofree char *member = NULL;

  g_return_if_fail (self != NULL);

  member = g_strconcat (prefix,
                        self->node != NULL ? find_suffix (nw_json_node_get_name (self->node))
                                           : type_names[self->type],
                        NULL);
  if (self->node != NULL)
    nw_json_writer_add_node (writer, member, self->node);
  else if (self->type == NW_VALUE_BOOLEAN)
    nw_json_writer_add_boolean (writer, member, self->boolean);
  else if (self->type == NW_VALUE_INTEGER || self->type == NW_VALUE_DECIMAL)
    nw_json_writer_add_number (writer, member, self->text);
  else if (self->type == NW_VALUE_CODING || self->type == NW_VALUE_QUANTITY)
    write_fields (self, writer, member);
  else
    nw_json_writer_add_string (writer, member, self->text);
}

/**
 * nw_value_dup_label:
 * @self: a value
 *
 * Writes a value for people: the display of a coding, yes or no for a boolean.
 *
 * Returns: (transfer full): the words
 */
char *
nw_value_dup_label (const NwValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->type == NW_VALUE_BOOLEAN)
    return g_strdup (self->boolean ? _("Yes") : _("No"));
  if (self->type == NW_VALUE_CODING)
    return g_strdup (self->display != NULL ? self->display : self->code);
  if (self->type == NW_VALUE_QUANTITY)
    {
      const char *unit = self->display != NULL ? self->display : self->code;

      return g_strconcat (self->comparator != NULL ? self->comparator : "", self->text,
                          unit != NULL ? " " : "", unit, NULL);
    }
  return g_strdup (self->text != NULL ? self->text : "?");
}
