/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns JSON text into nodes, in place and without recursion. */

#include "config.h"

#include "model/base/nw-json-private.h"

#include "model/base/nw-error.h"
#include "model/base/nw-large.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *start;
  char *p;
  char *end;
  NwJsonNode *nodes;
  guint32 n_nodes;
  guint32 *open;       /* the containers around the place, outermost first */
  guint32 *last;       /* the latest child of each, 0 for none */
  guint depth;
  guint max_depth;
  char *member;        /* the name that waits for its value */
  const char *problem; /* set once something is wrong, */
  gsize problem_at;    /* with the byte where */
  gboolean too_deep;
} Parser;

static gboolean
fail (Parser *self,
      const char *at,
      const char *problem)
{
  if (self->problem == NULL)
    {
      self->problem = problem;
      self->problem_at = at - self->start;
    }
  return FALSE;
}

static inline void
skip_space (Parser *self)
{
  char *p = self->p;

  while (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')
    p++;
  self->p = p;
}

/* Strings */

/* How long the UTF-8 sequence at p is; 0 where it is none (RFC 3629). The text
 * ends in a NUL, so a sequence that is cut short fails on its own. */
static int
measure_sequence (const guchar *p)
{
  guchar low = 0x80;
  guchar high = 0xbf;
  int length = 0;

  if (p[0] >= 0xc2 && p[0] <= 0xdf)
    length = 2;
  else if (p[0] >= 0xe0 && p[0] <= 0xef)
    length = 3;
  else if (p[0] >= 0xf0 && p[0] <= 0xf4)
    length = 4;
  else
    return 0;
  if (p[0] == 0xe0)
    low = 0xa0;
  else if (p[0] == 0xed)
    high = 0x9f;
  else if (p[0] == 0xf0)
    low = 0x90;
  else if (p[0] == 0xf4)
    high = 0x8f;
  if (p[1] < low || p[1] > high)
    return 0;
  for (int i = 2; i < length; i++)
    if ((p[i] & 0xc0) != 0x80)
      return 0;
  return length;
}

/* Four hexadecimal digits; -1 where they are not. */
static int
read_hex (const char *p)
{
  int value = 0;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      value = value * 16 + g_ascii_xdigit_value (p[i]);
    }
  return value;
}

/* At the `u` of an escape; writes the character to *out. */
static gboolean
read_unicode_escape (Parser *self,
                     char **out)
{
  int code = read_hex (self->p + 1);

  if (code < 0)
    return fail (self, self->p - 1, "bad escape; expected \\u and four hexadecimal digits");
  if (code == 0)
    return fail (self, self->p - 1, "\\u0000 cannot be kept; expected another character");
  if (code >= 0xdc00 && code <= 0xdfff)
    return fail (self, self->p - 1, "second half of a surrogate pair; expected the first");
  self->p += 5;
  if (code >= 0xd800 && code <= 0xdbff)
    {
      int second = self->p[0] == '\\' && self->p[1] == 'u' ? read_hex (self->p + 2) : -1;

      if (second < 0xdc00 || second > 0xdfff)
        return fail (self, self->p - 6, "half a surrogate pair; expected its second half");
      code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
      self->p += 6;
    }
  *out += g_unichar_to_utf8 (code, *out);
  return TRUE;
}

/* At a backslash; writes the character to *out. */
static gboolean
read_escape (Parser *self,
             char **out)
{
  static const char from[] = "\"\\/bfnrt";
  static const char to[] = "\"\\/\b\f\n\r\t";
  const char *found = NULL;

  self->p++;
  if (*self->p == 'u')
    return read_unicode_escape (self, out);
  found = *self->p != '\0' ? strchr (from, *self->p) : NULL;
  if (found == NULL)
    return fail (self, self->p - 1, "bad escape; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u");
  *(*out)++ = to[found - from];
  self->p++;
  return TRUE;
}

/* At the opening quote. Decodes the string where it lies: what is decoded is
 * never longer than what was written. */
static gboolean
read_string (Parser *self,
             char **text)
{
  char *out = NULL;
  char *begin = ++self->p;

  while ((guchar) *self->p >= 0x20 && (guchar) *self->p < 0x80
         && *self->p != '"' && *self->p != '\\')
    self->p++;
  out = self->p;
  for (;;)
    {
      guchar c = *self->p;

      if (c == '"')
        break;
      if (c == '\\')
        {
          if (!read_escape (self, &out))
            return FALSE;
        }
      else if (c >= 0x80)
        {
          int n = measure_sequence ((const guchar *) self->p);

          if (n == 0)
            return fail (self, self->p, "not UTF-8; expected UTF-8 text");
          memmove (out, self->p, n);
          out += n;
          self->p += n;
        }
      else if (c >= 0x20)
        {
          *out++ = c;
          self->p++;
        }
      else if (self->p == self->end)
        return fail (self, self->p, "unfinished string; expected \"");
      else
        return fail (self, self->p, "control character in a string; expected an escape");
    }
  *out = '\0';
  self->p++;
  *text = begin;
  return TRUE;
}

/* Other values */

static gboolean
read_digits (Parser *self)
{
  if (!g_ascii_isdigit (*self->p))
    return fail (self, self->p, "unfinished number; expected a digit");
  while (g_ascii_isdigit (*self->p))
    self->p++;
  return TRUE;
}

static gboolean
read_number (Parser *self)
{
  if (*self->p == '-')
    self->p++;
  if (*self->p == '0' && g_ascii_isdigit (self->p[1]))
    return fail (self, self->p, "number with a leading zero; expected none");
  if (!read_digits (self))
    return FALSE;
  if (*self->p == '.')
    {
      self->p++;
      if (!read_digits (self))
        return FALSE;
    }
  if (*self->p == 'e' || *self->p == 'E')
    {
      self->p++;
      if (*self->p == '+' || *self->p == '-')
        self->p++;
      if (!read_digits (self))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_literal (Parser *self,
              const char *literal)
{
  gsize length = strlen (literal);

  if (strncmp (self->p, literal, length) != 0 || g_ascii_isalnum (self->p[length]))
    return fail (self, self->p, "unknown word; expected true, false, null or a quoted string");
  self->p += length;
  return TRUE;
}

static NwJsonNode *
add_node (Parser *self,
          NwJsonType type)
{
  guint32 index = self->n_nodes;
  NwJsonNode *node = NULL;

  self->n_nodes++;
  node = &self->nodes[index];
  node->name = g_steal_pointer (&self->member);
  node->n_children = 0;
  node->next = 0;
  node->parent = 0;
  node->type = type;
  if (self->depth > 0)
    {
      guint32 parent = self->open[self->depth - 1];
      guint32 last = self->last[self->depth - 1];

      if (last != 0)
        self->nodes[last].next = index - last;
      node->parent = index - parent;
      self->nodes[parent].n_children++;
      self->last[self->depth - 1] = index;
    }
  return node;
}

/* At the first character of a value that is not a container. */
static gboolean
read_scalar (Parser *self)
{
  char *begin = self->p;
  NwJsonNode *node = NULL;

  switch (*begin)
    {
    case '"':
      {
        char *text = NULL;

        if (!read_string (self, &text))
          return FALSE;
        add_node (self, NW_JSON_STRING)->text = text;
        return TRUE;
      }
    case 't':
    case 'f':
      if (!read_literal (self, *begin == 't' ? "true" : "false"))
        return FALSE;
      node = add_node (self, NW_JSON_BOOLEAN);
      break;
    case 'n':
      if (!read_literal (self, "null"))
        return FALSE;
      node = add_node (self, NW_JSON_NULL);
      break;
    default:
      if (*begin != '-' && !g_ascii_isdigit (*begin))
        return fail (self, begin, begin == self->end ? "end of the text; expected a value"
                                                     : "expected a value");
      if (!read_number (self))
        return FALSE;
      node = add_node (self, NW_JSON_NUMBER);
      break;
    }
  node->text = begin;
  return TRUE;
}

/* Containers */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
fail_duplicate (Parser *self,
                const char *one,
                const char *other)
{
  return fail (self, MAX (one, other) - 1, "member that is there already; expected another name");
}

/* Two members of one name: pair by pair in a small object, sorted in a large
 * one, so that no text makes it slow. */
static gboolean
check_names (Parser *self,
             guint32 object)
{
  const NwJsonNode *node = &self->nodes[object];
  const NwJsonNode *a = NULL;
  g_autofree const char **names = NULL;
  guint32 n = 0;

  if (node->n_children <= 16)
    {
      NW_JSON_FOREACH (node, a)
        for (const NwJsonNode *b = a->next != 0 ? a + a->next : NULL; b != NULL;
             b = b->next != 0 ? b + b->next : NULL)
          if (a->name[0] == b->name[0] && strcmp (a->name, b->name) == 0)
            return fail_duplicate (self, a->name, b->name);
      return TRUE;
    }
  names = g_new (const char *, node->n_children);
  NW_JSON_FOREACH (node, a)
    names[n++] = a->name;
  qsort (names, n, sizeof *names, compare_names);
  for (guint32 i = 1; i < n; i++)
    if (strcmp (names[i - 1], names[i]) == 0)
      return fail_duplicate (self, names[i - 1], names[i]);
  return TRUE;
}

/* At a bracket or brace. */
static gboolean
open_container (Parser *self,
                NwJsonType type)
{
  guint32 index = self->n_nodes;

  if (self->depth == self->max_depth)
    {
      self->too_deep = TRUE;
      return fail (self, self->p, "too many arrays and objects within each other; expected fewer");
    }
  add_node (self, type);
  self->open[self->depth] = index;
  self->last[self->depth] = 0;
  self->depth++;
  self->p++;
  return TRUE;
}

static gboolean
close_container (Parser *self)
{
  guint32 index = self->open[self->depth - 1];

  if (self->nodes[index].type == NW_JSON_OBJECT && !check_names (self, index))
    return FALSE;
  self->depth--;
  self->p++;
  return TRUE;
}

/* At the name of a member; stops at its value. */
static gboolean
read_member (Parser *self,
             const char *problem)
{
  if (*self->p != '"')
    return fail (self, self->p, problem);
  if (!read_string (self, &self->member))
    return FALSE;
  skip_space (self);
  if (*self->p != ':')
    return fail (self, self->p, "expected : behind a member’s name");
  self->p++;
  skip_space (self);
  return TRUE;
}

/* Behind a value: closes what ends here. Stops at the next value, or where
 * nothing is open any more. */
static gboolean
finish_value (Parser *self)
{
  while (self->depth > 0)
    {
      gboolean object = self->nodes[self->open[self->depth - 1]].type == NW_JSON_OBJECT;

      skip_space (self);
      if (*self->p == ',')
        {
          self->p++;
          skip_space (self);
          if (object)
            return read_member (self, "expected a member’s name in quotes behind a comma");
          return TRUE;
        }
      if (*self->p != (object ? '}' : ']'))
        return fail (self, self->p, object ? "expected , or } behind a member"
                                           : "expected , or ] behind an element");
      if (!close_container (self))
        return FALSE;
    }
  return TRUE;
}

/* At a value; afterwards at the next one. */
static gboolean
read_value (Parser *self)
{
  char c = *self->p;

  if (c != '{' && c != '[')
    return read_scalar (self) && finish_value (self);
  if (!open_container (self, c == '{' ? NW_JSON_OBJECT : NW_JSON_ARRAY))
    return FALSE;
  skip_space (self);
  if (*self->p == (c == '{' ? '}' : ']'))
    return close_container (self) && finish_value (self);
  if (c == '{')
    return read_member (self, "expected a member’s name in quotes, or }");
  return TRUE;
}

static gboolean
read_document (Parser *self)
{
  if (self->end - self->p >= 3 && memcmp (self->p, "\xef\xbb\xbf", 3) == 0)
    self->p += 3;
  skip_space (self);
  if (self->p == self->end)
    return fail (self, self->p, "empty; expected a JSON value");
  do
    if (!read_value (self))
      return FALSE;
  while (self->depth > 0);
  skip_space (self);
  if (self->p != self->end)
    return fail (self, self->p, "more text behind the value; expected the end");
  return TRUE;
}

/* Numbers end where the next character stood, so their ends are written only
 * once all of the text has been read. */
static void
end_numbers (Parser *self)
{
  for (guint32 i = 0; i < self->n_nodes; i++)
    if (self->nodes[i].type == NW_JSON_NUMBER)
      ((char *) self->nodes[i].text)[strspn (self->nodes[i].text, "+-.0123456789Ee")] = '\0';
}

/* At most so many values are in a text: before each but the first stands one of
 * these characters. */
static gsize
count_values (const char *text,
              gsize size)
{
  gsize n = 1;

  for (gsize i = 0; i < size; i++)
    n += (text[i] == ',') | (text[i] == '[') | (text[i] == '{');
  return n;
}

static GError *
make_error (const Parser *self,
            const char *original,
            const char *name)
{
  guint line = 1;
  guint column = 1;

  /* A byte order mark has no width. */
  for (gsize i = self->problem_at >= 3 && memcmp (original, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
       i < self->problem_at; i++)
    {
      if (original[i] == '\n')
        {
          line++;
          column = 1;
        }
      else if (((guchar) original[i] & 0xc0) != 0x80)
        column++;
    }
  return g_error_new (NW_ERROR,
                      self->too_deep ? NW_ERROR_TOO_LARGE : NW_ERROR_SYNTAX,
                      "%s:%u:%u: %s", name, line, column, self->problem);
}

/* The nodes and behind them a copy of the text, which is decoded in place. */
static void
allocate (Parser *self,
          const char *text,
          gsize size,
          gsize n_values)
{
  gsize node_bytes = n_values * sizeof (NwJsonNode);

  self->nodes = nw_large_new (node_bytes + size + 1);
  self->start = (char *) self->nodes + node_bytes;
  if (size > 0)
    memcpy (self->start, text, size);
  self->start[size] = '\0';
  self->p = self->start;
  self->end = self->start + size;
}

/**
 * nw_json_parse: (skip)
 * @text: the text
 * @size: its length in bytes
 * @name: what messages shall call the document
 * @max_depth: how many arrays and objects may lie within each other
 * @error: return location for an error
 *
 * Reads a text, see nw_json_new_from_bytes().
 *
 * Returns: (transfer full): the nodes, the root first, in one block with a copy
 *   of the text that they point into; or %NULL with an error
 */
NwJsonNode *
nw_json_parse (const char *text,
               gsize size,
               const char *name,
               guint max_depth,
               GError **error)
{
  Parser self = { .max_depth = max_depth };
  gsize n_values = count_values (text, size);
  gboolean ok = FALSE;

  if (n_values >= NW_JSON_MAX_NODES)
    {
      g_set_error (error, NW_ERROR, NW_ERROR_TOO_LARGE,
                   "%s: too many values; expected fewer", name);
      return NULL;
    }
  allocate (&self, text, size, n_values);
  self.open = g_new (guint32, max_depth + 1);
  self.last = g_new (guint32, max_depth + 1);
  ok = read_document (&self);
  g_free (self.open);
  g_free (self.last);
  if (!ok)
    {
      g_free (self.nodes);
      g_propagate_error (error, make_error (&self, text, name));
      return NULL;
    }
  end_numbers (&self);
  return self.nodes;
}
