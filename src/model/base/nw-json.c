/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that was read from JSON: getting one, and walking through its nodes. */

#include "config.h"

#include "model/base/nw-json.h"

#include "model/base/nw-error.h"
#include "model/base/nw-json-private.h"

#include <gio/gio.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _NwJson
{
  gatomicrefcount ref_count;
  char *name;
  NwJsonNode *nodes; /* with the text that they point into behind them */
};

static const NwJsonLimits default_limits = { NW_JSON_MAX_BYTES, NW_JSON_MAX_DEPTH };

/* Reading files */

static gboolean
check_size (gsize size,
            const char *name,
            const NwJsonLimits *limits,
            GError **error)
{
  if (size <= limits->max_bytes)
    return TRUE;
  g_set_error (error, NW_ERROR, NW_ERROR_TOO_LARGE,
               "%s: larger than %" G_GSIZE_FORMAT " bytes; expected a smaller document",
               name, limits->max_bytes);
  return FALSE;
}

/* Folders, devices and named pipes could block or never end, so only a regular
 * file is read; standard input may be a pipe or a terminal as well. */
static gboolean
check_kind (int fd,
            const char *name,
            const NwJsonLimits *limits,
            GError **error)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    {
      g_set_error (error, NW_ERROR, NW_ERROR_READ, "%s: %s", name, g_strerror (errno));
      return FALSE;
    }
  if (S_ISDIR (status.st_mode))
    {
      g_set_error (error, NW_ERROR, NW_ERROR_READ,
                   "%s: a folder; expected a file", name);
      return FALSE;
    }
  if (S_ISREG (status.st_mode))
    return check_size (status.st_size, name, limits, error);
  if (fd != STDIN_FILENO)
    {
      g_set_error (error, NW_ERROR, NW_ERROR_READ,
                   "%s: not a regular file; expected one", name);
      return FALSE;
    }
  return TRUE;
}

static GBytes *
read_descriptor (int fd,
                 const char *name,
                 const NwJsonLimits *limits,
                 GError **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gsize size = 0;

  if (!check_kind (fd, name, limits, error))
    return NULL;
  for (;;)
    {
      gssize n = 0;

      /* One byte more than allowed is enough to know that it is too much. */
      g_byte_array_set_size (data, MIN (size + 65536, limits->max_bytes + 1));
      n = read (fd, data->data + size, data->len - size);
      if (n < 0 && (errno == EINTR || errno == EAGAIN))
        continue;
      if (n < 0)
        {
          g_set_error (error, NW_ERROR, NW_ERROR_READ, "%s: %s",
                       name, g_strerror (errno));
          return NULL;
        }
      size += n;
      if (!check_size (size, name, limits, error))
        return NULL;
      if (n == 0)
        break;
    }
  g_byte_array_set_size (data, size);
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static GBytes *
read_path (const char *path,
           const char *name,
           const NwJsonLimits *limits,
           GError **error)
{
  GBytes *bytes = NULL;
  int fd = -1;

  if (strcmp (path, "-") == 0)
    return read_descriptor (STDIN_FILENO, name, limits, error);

  /* Without O_NONBLOCK, opening a named pipe would wait for its writer. */
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    {
      g_set_error (error, NW_ERROR, NW_ERROR_READ, "%s: %s", name, g_strerror (errno));
      return NULL;
    }
  bytes = read_descriptor (fd, name, limits, error);
  close (fd);
  return bytes;
}

/* The document */

/**
 * nw_json_new_from_bytes:
 * @bytes: the text
 * @name: what messages shall call the document
 * @limits: (nullable): what it may cost; %NULL for 8 MiB and a depth of 64
 * @error: return location for an error
 *
 * Reads a text as RFC 8259 says and no more leniently: it must be UTF-8 (a
 * byte order mark at the beginning is passed over) and hold one value. Comments,
 * trailing commas, leading zeros, control characters in strings, half surrogate
 * pairs and text behind the value are refused, and so are `\u0000`, which would
 * cut a C string short, and two members of one name in an object, since readers
 * disagree about which of them counts. Numbers are kept as they are written.
 *
 * Nothing is recursive; the cost is linear in the length of the text but for
 * sorting the member names of large objects.
 *
 * Returns: (transfer full): the document, or %NULL with an error as
 *   `NAME:LINE:COLUMN: what, and what was expected`; columns count characters
 */
NwJson *
nw_json_new_from_bytes (GBytes *bytes,
                        const char *name,
                        const NwJsonLimits *limits,
                        GError **error)
{
  NwJson *self = NULL;
  NwJsonNode *nodes = NULL;
  const char *data = NULL;
  gsize size = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (limits == NULL)
    limits = &default_limits;
  data = g_bytes_get_data (bytes, &size);
  if (!check_size (size, name, limits, error))
    return NULL;
  nodes = nw_json_parse (data, size, name, limits->max_depth, error);
  if (nodes == NULL)
    return NULL;
  self = g_new0 (NwJson, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->nodes = nodes;
  return self;
}

/**
 * nw_json_new_from_path:
 * @path: (type filename): a file, or `-` for standard input
 * @limits: (nullable): what it may cost; %NULL for 8 MiB and a depth of 64
 * @error: return location for an error
 *
 * Reads a file, see nw_json_new_from_bytes(). Folders, devices and named pipes
 * are refused before anything is read from them, and never more than the limit
 * and one byte is read. It blocks; use it in a thread where a disk may be slow.
 *
 * Returns: (transfer full): the document, or %NULL with an error
 */
NwJson *
nw_json_new_from_path (const char *path,
                       const NwJsonLimits *limits,
                       GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (limits == NULL)
    limits = &default_limits;
  name = strcmp (path, "-") == 0 ? g_strdup ("-") : g_filename_display_name (path);
  bytes = read_path (path, name, limits, error);
  if (bytes == NULL)
    return NULL;
  return nw_json_new_from_bytes (bytes, name, limits, error);
}

/**
 * nw_json_new_from_resource:
 * @resource_path: the path of a resource of the program
 * @error: return location for an error
 *
 * Reads a document that is compiled into the program.
 *
 * Returns: (transfer full): the document, or %NULL with an error
 */
NwJson *
nw_json_new_from_resource (const char *resource_path,
                           GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (resource_path != NULL, NULL);

  bytes = g_resources_lookup_data (resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;
  return nw_json_new_from_bytes (bytes, resource_path, NULL, error);
}

/**
 * nw_json_ref:
 * @self: a document
 *
 * Takes a reference. Nodes and their strings live as long as the document.
 *
 * Returns: (transfer full): @self
 */
NwJson *
nw_json_ref (NwJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * nw_json_unref:
 * @self: (transfer full): a document
 *
 * Gives back a reference; the last one frees the document with all its nodes.
 */
void
nw_json_unref (NwJson *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->nodes);
  g_free (self->name);
  g_free (self);
}

/**
 * nw_json_get_name:
 * @self: a document
 *
 * Gets what messages call the document.
 *
 * Returns: the name
 */
const char *
nw_json_get_name (NwJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * nw_json_get_root:
 * @self: a document
 *
 * Gets the one value of the document.
 *
 * Returns: (transfer none): the root
 */
const NwJsonNode *
nw_json_get_root (NwJson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->nodes;
}

/* Its nodes */

/**
 * nw_json_node_get_node_type:
 * @node: a node
 *
 * Gets the kind of a value.
 *
 * Returns: the kind
 */
NwJsonType
nw_json_node_get_node_type (const NwJsonNode *node)
{
  g_return_val_if_fail (node != NULL, NW_JSON_NULL);

  return node->type;
}

/**
 * nw_json_node_get_name:
 * @node: a node
 *
 * Gets the name of a member of an object.
 *
 * Returns: (nullable): the name, or %NULL for the root and for elements
 */
const char *
nw_json_node_get_name (const NwJsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return node->name;
}

/**
 * nw_json_node_get_string:
 * @node: (nullable): a node
 *
 * Gets a string.
 *
 * Returns: (nullable): the string, in UTF-8, or %NULL where @node is %NULL or
 *   something else
 */
const char *
nw_json_node_get_string (const NwJsonNode *node)
{
  return node != NULL && node->type == NW_JSON_STRING ? node->text : NULL;
}

/**
 * nw_json_node_get_number_text:
 * @node: (nullable): a node
 *
 * Gets a number as it is written in the document.
 *
 * Returns: (nullable): the text, or %NULL where @node is %NULL or something else
 */
const char *
nw_json_node_get_number_text (const NwJsonNode *node)
{
  return node != NULL && node->type == NW_JSON_NUMBER ? node->text : NULL;
}

/**
 * nw_json_node_get_int:
 * @node: (nullable): a node
 * @value: (out): the number
 *
 * Gets a number that is written as an integer, without a fraction or exponent,
 * and that fits.
 *
 * Returns: whether it is one; otherwise @value is left alone
 */
gboolean
nw_json_node_get_int (const NwJsonNode *node,
                      gint64 *value)
{
  char *end = NULL;
  gint64 number = 0;

  g_return_val_if_fail (value != NULL, FALSE);

  if (node == NULL || node->type != NW_JSON_NUMBER)
    return FALSE;
  errno = 0;
  number = g_ascii_strtoll (node->text, &end, 10);
  if (errno != 0 || *end != '\0')
    return FALSE;
  *value = number;
  return TRUE;
}

/**
 * nw_json_node_get_boolean:
 * @node: (nullable): a node
 *
 * Gets a boolean.
 *
 * Returns: %TRUE for `true`, and %FALSE for everything else
 */
gboolean
nw_json_node_get_boolean (const NwJsonNode *node)
{
  return node != NULL && node->type == NW_JSON_BOOLEAN && node->text[0] == 't';
}

/**
 * nw_json_node_get_length:
 * @node: a node
 *
 * Counts the elements of an array or the members of an object; for a string
 * or number, its bytes.
 *
 * Returns: the number
 */
gsize
nw_json_node_get_length (const NwJsonNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return node->type >= NW_JSON_ARRAY ? node->n_children : strlen (node->text);
}

/**
 * nw_json_node_get_first:
 * @node: (nullable): a node
 *
 * Gets the first element of an array or member of an object.
 *
 * Returns: (nullable): the child, or %NULL where there is none
 */
const NwJsonNode *
nw_json_node_get_first (const NwJsonNode *node)
{
  if (node == NULL || node->type < NW_JSON_ARRAY || node->n_children == 0)
    return NULL;
  return node + 1;
}

/**
 * nw_json_node_get_next:
 * @node: a node
 *
 * Gets the element or member that follows in the same array or object.
 *
 * Returns: (nullable): the sibling, or %NULL at the end
 */
const NwJsonNode *
nw_json_node_get_next (const NwJsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return node->next != 0 ? node + node->next : NULL;
}

/**
 * nw_json_node_get_parent:
 * @node: a node
 *
 * Gets the array or object around a node.
 *
 * Returns: (nullable): the parent, or %NULL for the root
 */
const NwJsonNode *
nw_json_node_get_parent (const NwJsonNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return node->parent != 0 ? node - node->parent : NULL;
}

/**
 * nw_json_node_get_member:
 * @node: (nullable): a node
 * @name: a member's name
 *
 * Looks for a member of an object, one after the other.
 *
 * Returns: (nullable): the member's value, or %NULL where @node is no object or
 *   lacks it
 */
const NwJsonNode *
nw_json_node_get_member (const NwJsonNode *node,
                         const char *name)
{
  const NwJsonNode *child = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (node == NULL || node->type != NW_JSON_OBJECT)
    return NULL;
  NW_JSON_FOREACH (node, child)
    if (strcmp (child->name, name) == 0)
      return child;
  return NULL;
}

static guint
count_before (const NwJsonNode *node)
{
  const NwJsonNode *child = NULL;
  guint n = 0;

  NW_JSON_FOREACH (nw_json_node_get_parent (node), child)
    {
      if (child == node)
        break;
      n++;
    }
  return n;
}

/**
 * nw_json_node_dup_pointer:
 * @node: a node
 *
 * Writes the place of a node in its document as RFC 6901 does, for example
 * `/item/3/linkId`.
 *
 * Returns: (transfer full): the pointer; empty for the root
 */
char *
nw_json_node_dup_pointer (const NwJsonNode *node)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *pointer = g_string_new (NULL);

  for (; node != NULL && node->parent != 0; node = nw_json_node_get_parent (node))
    g_ptr_array_add (parts, node->name != NULL ? g_strdup (node->name)
                                               : g_strdup_printf ("%u", count_before (node)));
  for (guint i = parts->len; i > 0; i--)
    {
      g_string_append_c (pointer, '/');
      for (const char *c = g_ptr_array_index (parts, i - 1); *c != '\0'; c++)
        {
          if (*c == '~')
            g_string_append (pointer, "~0");
          else if (*c == '/')
            g_string_append (pointer, "~1");
          else
            g_string_append_c (pointer, *c);
        }
    }
  return g_string_free (pointer, FALSE);
}

/**
 * nw_json_type_get_label:
 * @type: a kind
 *
 * Names a kind of value, as messages do: "a string".
 *
 * Returns: the words
 */
const char *
nw_json_type_get_label (NwJsonType type)
{
  static const char * const labels[] = {
    [NW_JSON_NULL] = "null",
    [NW_JSON_BOOLEAN] = "true or false",
    [NW_JSON_NUMBER] = "a number",
    [NW_JSON_STRING] = "a string",
    [NW_JSON_ARRAY] = "an array",
    [NW_JSON_OBJECT] = "an object",
  };

  g_return_val_if_fail ((guint) type < G_N_ELEMENTS (labels), NULL);

  return labels[type];
}
