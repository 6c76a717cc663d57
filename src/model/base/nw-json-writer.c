/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes JSON text piece by piece, numbers as they were written. */

#include "config.h"

#include "model/base/nw-json-writer.h"

struct _NwJsonWriter
{
  GString *text;
  GByteArray *filled; /* for each open container, whether it has something in it */
  gboolean pretty;
};

/* Escapes what RFC 8259 demands, and no more: the text stays readable. */
static void
append_quoted (GString *text,
               const char *value)
{
  static const char from[] = "\"\\\b\f\n\r\t";
  static const char to[] = "\"\\bfnrt";

  g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      const char *begin = c;
      guint i = 0;

      while ((guchar) *c >= 0x20 && *c != '"' && *c != '\\')
        c++;
      g_string_append_len (text, begin, c - begin);
      if (*c == '\0')
        break;
      while (from[i] != '\0' && from[i] != *c)
        i++;
      if (from[i] != '\0')
        g_string_append_printf (text, "\\%c", to[i]);
      else
        g_string_append_printf (text, "\\u%04x", (guchar) *c);
    }
  g_string_append_c (text, '"');
}

static void
append_line (NwJsonWriter *self,
             guint depth)
{
  if (!self->pretty)
    return;
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (self->text, "  ");
}

/* Everything that goes before a value: comma, line, name. */
static void
begin_value (NwJsonWriter *self,
             const char *member)
{
  guint depth = self->filled->len;

  if (depth > 0)
    {
      if (self->filled->data[depth - 1])
        g_string_append_c (self->text, ',');
      self->filled->data[depth - 1] = 1;
      append_line (self, depth);
    }
  if (member != NULL)
    {
      append_quoted (self->text, member);
      g_string_append (self->text, self->pretty ? ": " : ":");
    }
}

static void
begin_container (NwJsonWriter *self,
                 const char *member,
                 char bracket)
{
  guint8 filled = 0;

  begin_value (self, member);
  g_string_append_c (self->text, bracket);
  g_byte_array_append (self->filled, &filled, 1);
}

static void
end_container (NwJsonWriter *self,
               char bracket)
{
  guint depth = self->filled->len;
  gboolean filled = FALSE;

  g_return_if_fail (depth > 0);

  filled = self->filled->data[depth - 1];
  g_byte_array_set_size (self->filled, depth - 1);
  if (filled)
    append_line (self, depth - 1);
  g_string_append_c (self->text, bracket);
}

/**
 * nw_json_writer_new:
 * @pretty: whether to break lines and indent; otherwise all is one line
 *
 * Makes an empty writer.
 *
 * Returns: (transfer full): the writer
 */
NwJsonWriter *
nw_json_writer_new (gboolean pretty)
{
  NwJsonWriter *self = g_new0 (NwJsonWriter, 1);

  self->text = g_string_new (NULL);
  self->filled = g_byte_array_new ();
  self->pretty = pretty;
  return self;
}

/**
 * nw_json_writer_free:
 * @self: (transfer full): a writer
 *
 * Frees a writer and what was written.
 */
void
nw_json_writer_free (NwJsonWriter *self)
{
  g_return_if_fail (self != NULL);

  g_free (nw_json_writer_free_to_text (self));
}

/**
 * nw_json_writer_free_to_text:
 * @self: (transfer full): a writer
 *
 * Ends writing. All containers must have been ended.
 *
 * Returns: (transfer full): the text, without a line end behind it
 */
char *
nw_json_writer_free_to_text (NwJsonWriter *self)
{
  char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_free (self->text, FALSE);
  g_byte_array_unref (self->filled);
  g_free (self);
  return text;
}

/**
 * nw_json_writer_begin_object:
 * @self: a writer
 * @member: (nullable): the name, inside an object; otherwise %NULL
 *
 * Begins an object; what is written next goes into it.
 */
void
nw_json_writer_begin_object (NwJsonWriter *self,
                             const char *member)
{
  begin_container (self, member, '{');
}

/**
 * nw_json_writer_end_object:
 * @self: a writer
 *
 * Ends the innermost object.
 */
void
nw_json_writer_end_object (NwJsonWriter *self)
{
  end_container (self, '}');
}

/**
 * nw_json_writer_begin_array:
 * @self: a writer
 * @member: (nullable): the name, inside an object; otherwise %NULL
 *
 * Begins an array; what is written next goes into it.
 */
void
nw_json_writer_begin_array (NwJsonWriter *self,
                            const char *member)
{
  begin_container (self, member, '[');
}

/**
 * nw_json_writer_end_array:
 * @self: a writer
 *
 * Ends the innermost array.
 */
void
nw_json_writer_end_array (NwJsonWriter *self)
{
  end_container (self, ']');
}

/**
 * nw_json_writer_add_string:
 * @self: a writer
 * @member: (nullable): the name, inside an object; otherwise %NULL
 * @value: (nullable): the string; a %NULL writes nothing at all
 *
 * Writes a string.
 */
void
nw_json_writer_add_string (NwJsonWriter *self,
                           const char *member,
                           const char *value)
{
  if (value == NULL)
    return;
  begin_value (self, member);
  append_quoted (self->text, value);
}

/**
 * nw_json_writer_add_number:
 * @self: a writer
 * @member: (nullable): the name, inside an object; otherwise %NULL
 * @text: a number in JSON's notation
 *
 * Writes a number exactly as given.
 */
void
nw_json_writer_add_number (NwJsonWriter *self,
                           const char *member,
                           const char *text)
{
  g_return_if_fail (text != NULL);

  begin_value (self, member);
  g_string_append (self->text, text);
}

/**
 * nw_json_writer_add_int:
 * @self: a writer
 * @member: (nullable): the name, inside an object; otherwise %NULL
 * @value: the number
 *
 * Writes an integer.
 */
void
nw_json_writer_add_int (NwJsonWriter *self,
                        const char *member,
                        gint64 value)
{
  begin_value (self, member);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

/**
 * nw_json_writer_add_boolean:
 * @self: a writer
 * @member: (nullable): the name, inside an object; otherwise %NULL
 * @value: the boolean
 *
 * Writes a boolean.
 */
void
nw_json_writer_add_boolean (NwJsonWriter *self,
                            const char *member,
                            gboolean value)
{
  nw_json_writer_add_number (self, member, value ? "true" : "false");
}

/**
 * nw_json_writer_add_null:
 * @self: a writer
 * @member: (nullable): the name, inside an object; otherwise %NULL
 *
 * Writes a null.
 */
void
nw_json_writer_add_null (NwJsonWriter *self,
                         const char *member)
{
  nw_json_writer_add_number (self, member, "null");
}

/* Writes a node, but not what is in it; tells whether something can be. */
static gboolean
write_one (NwJsonWriter *self,
           const char *member,
           const NwJsonNode *node)
{
  switch (nw_json_node_get_node_type (node))
    {
    case NW_JSON_OBJECT:
      nw_json_writer_begin_object (self, member);
      return TRUE;
    case NW_JSON_ARRAY:
      nw_json_writer_begin_array (self, member);
      return TRUE;
    case NW_JSON_STRING:
      nw_json_writer_add_string (self, member, nw_json_node_get_string (node));
      return FALSE;
    case NW_JSON_NUMBER:
      nw_json_writer_add_number (self, member, nw_json_node_get_number_text (node));
      return FALSE;
    case NW_JSON_BOOLEAN:
      nw_json_writer_add_boolean (self, member, nw_json_node_get_boolean (node));
      return FALSE;
    case NW_JSON_NULL:
    default:
      nw_json_writer_add_null (self, member);
      return FALSE;
    }
}

/**
 * nw_json_writer_add_node:
 * @self: a writer
 * @member: (nullable): the name, inside an object; otherwise %NULL
 * @node: a value of some document
 *
 * Copies a value with all that is in it.
 */
void
nw_json_writer_add_node (NwJsonWriter *self,
                         const char *member,
                         const NwJsonNode *node)
{
  const NwJsonNode *place = node;

  g_return_if_fail (node != NULL);

  if (!write_one (self, member, node))
    return;
  place = nw_json_node_get_first (node);
  for (const NwJsonNode *around = node;;)
    {
      if (place == NULL)
        {
          if (nw_json_node_get_node_type (around) == NW_JSON_OBJECT)
            nw_json_writer_end_object (self);
          else
            nw_json_writer_end_array (self);
          if (around == node)
            return;
          place = nw_json_node_get_next (around);
          around = nw_json_node_get_parent (around);
        }
      else if (write_one (self, nw_json_node_get_name (place), place))
        {
          around = place;
          place = nw_json_node_get_first (place);
        }
      else
        place = nw_json_node_get_next (place);
    }
}
