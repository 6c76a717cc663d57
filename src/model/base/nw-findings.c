/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of what is wrong in a document, each with the place and what was expected. */

#include "config.h"

#include "model/base/nw-findings.h"

#include "model/base/nw-error.h"

/* Of each severity. Whoever has more of them begins with the first ones, and a
 * stranger’s document may have a million. */
#define MAX_FINDINGS 1000

struct _NwFindings
{
  gatomicrefcount ref_count;
  char *name;
  GArray *list;
  /* By severity, with those that are not in the list. */
  guint n_found[2];
};

static void
clear_finding (gpointer data)
{
  NwFinding *finding = data;

  g_free (finding->pointer);
  g_free (finding->message);
}

/* Counts one more finding, and tells whether it is kept. */
static gboolean
count_finding (NwFindings *self,
               NwSeverity severity)
{
  return self->n_found[severity]++ < MAX_FINDINGS;
}

/* Takes both strings. */
static void
append_finding (NwFindings *self,
                NwSeverity severity,
                char *pointer,
                char *message)
{
  NwFinding finding = { severity, pointer, message };

  g_array_append_val (self->list, finding);
}

/**
 * nw_findings_new:
 * @name: (nullable): the document's name, as messages shall say it
 *
 * Makes an empty list for one document.
 *
 * Returns: (transfer full): the list
 */
NwFindings *
nw_findings_new (const char *name)
{
  NwFindings *self = g_new0 (NwFindings, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->list = g_array_new (FALSE, FALSE, sizeof (NwFinding));
  g_array_set_clear_func (self->list, clear_finding);
  return self;
}

/**
 * nw_findings_ref:
 * @self: a list
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
NwFindings *
nw_findings_ref (NwFindings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * nw_findings_unref:
 * @self: (transfer full): a list
 *
 * Gives back a reference; the last one frees the list.
 */
void
nw_findings_unref (NwFindings *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->name);
  g_array_unref (self->list);
  g_free (self);
}

/**
 * nw_findings_get_name:
 * @self: a list
 *
 * Gets the name of the document that the findings are about.
 *
 * Returns: (nullable): the name
 */
const char *
nw_findings_get_name (NwFindings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * nw_findings_add:
 * @self: a list
 * @severity: how bad it is
 * @node: (nullable): the place; %NULL for the whole document
 * @format: what is wrong, and what was expected
 * @...: the values for @format
 *
 * Adds a finding at a node of a document.
 */
void
nw_findings_add (NwFindings *self,
                 NwSeverity severity,
                 const NwJsonNode *node,
                 const char *format,
                 ...)
{
  va_list args;
  char *message = NULL;

  g_return_if_fail (self != NULL);

  if (!count_finding (self, severity))
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  append_finding (self,
                  severity,
                  node != NULL ? nw_json_node_dup_pointer (node) : g_strdup (""),
                  message);
}

/**
 * nw_findings_add_at:
 * @self: a list
 * @severity: how bad it is
 * @pointer: the JSON pointer of the place, empty for the whole document
 * @format: what is wrong, and what was expected
 * @...: the values for @format
 *
 * Adds a finding at a place that has no node.
 */
void
nw_findings_add_at (NwFindings *self,
                    NwSeverity severity,
                    const char *pointer,
                    const char *format,
                    ...)
{
  va_list args;
  char *message = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (pointer != NULL);

  if (!count_finding (self, severity))
    return;
  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  append_finding (self, severity, g_strdup (pointer), message);
}

/**
 * nw_findings_get_length:
 * @self: a list
 *
 * Counts the findings that are kept: of each severity the first 1,000.
 *
 * Returns: the number of findings
 */
guint
nw_findings_get_length (NwFindings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->list->len;
}

/**
 * nw_findings_get_n_more:
 * @self: a list
 *
 * Counts the findings beyond those that are kept.
 *
 * Returns: how many more there were
 */
guint
nw_findings_get_n_more (NwFindings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_found[NW_SEVERITY_WARNING] + self->n_found[NW_SEVERITY_ERROR] - self->list->len;
}

/**
 * nw_findings_get:
 * @self: a list
 * @index: which one, below nw_findings_get_length()
 *
 * Gets one finding, in the order in which they were added.
 *
 * Returns: (transfer none): the finding, valid until the next one is added
 */
const NwFinding *
nw_findings_get (NwFindings *self,
                 guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->list->len, NULL);

  return &g_array_index (self->list, NwFinding, index);
}

/**
 * nw_findings_has_errors:
 * @self: a list
 *
 * Tells whether the document cannot be used.
 *
 * Returns: %TRUE where at least one finding is an error
 */
gboolean
nw_findings_has_errors (NwFindings *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_found[NW_SEVERITY_ERROR] > 0;
}

/**
 * nw_findings_dup_line:
 * @self: a list
 * @index: which one, below nw_findings_get_length()
 *
 * Writes a finding as one line, `NAME: error|warning: POINTER: MESSAGE`.
 * The pointer of the whole document is written as `/`.
 *
 * Returns: (transfer full): the line, without a line end
 */
char *
nw_findings_dup_line (NwFindings *self,
                      guint index)
{
  const NwFinding *finding = nw_findings_get (self, index);

  g_return_val_if_fail (finding != NULL, NULL);

  return g_strdup_printf ("%s: %s: %s: %s",
                          self->name != NULL ? self->name : "?",
                          finding->severity == NW_SEVERITY_ERROR ? "error" : "warning",
                          *finding->pointer != '\0' ? finding->pointer : "/",
                          finding->message);
}

/**
 * nw_findings_to_error:
 * @self: a list
 *
 * Makes an error of the first finding that is one, for callers who can only
 * refuse the document. Tells how many more errors there are.
 *
 * Returns: (transfer full) (nullable): an error with %NW_ERROR_CONTENT, or
 *   %NULL where there are only warnings or nothing
 */
GError *
nw_findings_to_error (NwFindings *self)
{
  const NwFinding *first = NULL;
  guint n_more = 0;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->list->len && first == NULL; i++)
    if (nw_findings_get (self, i)->severity == NW_SEVERITY_ERROR)
      first = nw_findings_get (self, i);
  if (first == NULL)
    return NULL;
  n_more = self->n_found[NW_SEVERITY_ERROR] - 1;
  if (n_more > 0)
    return g_error_new (NW_ERROR, NW_ERROR_CONTENT, "%s: %s: %s (and %u more)",
                        self->name != NULL ? self->name : "?",
                        *first->pointer != '\0' ? first->pointer : "/",
                        first->message, n_more);
  return g_error_new (NW_ERROR, NW_ERROR_CONTENT, "%s: %s: %s",
                      self->name != NULL ? self->name : "?",
                      *first->pointer != '\0' ? first->pointer : "/",
                      first->message);
}
