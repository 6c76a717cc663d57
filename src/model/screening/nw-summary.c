/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All questions with their answers in words: for the review, the sheet and plain text. */

#include "config.h"

#include "model/screening/nw-summary.h"

#include <glib/gi18n.h>

#include "model/screening/nw-answer-text.h"

static void
clear_entry (NwSummaryEntry *self)
{
  g_free (self->group);
  g_free (self->answer);
}

static void
add_item (GPtrArray      *summary,
          NwScreening    *screening,
          const NwItem   *page,
          const char     *section,
          NwResponseItem *item)
{
  const NwItem *definition = nw_response_item_get_item (item);
  const char *language = nw_screening_get_language (screening);
  g_autofree char *problem = NULL;
  NwSummaryEntry *entry;

  if (!nw_item_is_question (definition) || definition->hidden
      || !nw_response_item_is_enabled (item))
    return;

  problem = nw_screening_dup_problem (screening, item);
  entry = g_rc_box_new0 (NwSummaryEntry);
  entry->page = page;
  entry->item = definition;
  entry->instance = item;
  entry->section = section;
  entry->group = nw_summary_dup_group (screening, item);
  entry->question = nw_item_get_text (definition, language);
  if (entry->question == NULL)
    entry->question = "";
  entry->answer = nw_answer_text_format_all (item, language);
  entry->wanting = problem != NULL && nw_item_is_answerable (definition)
                   && !definition->read_only;
  g_ptr_array_add (summary, entry);
}

/**
 * nw_summary_dup_group:
 * @screening: a screening
 * @item: an instance of a group or a question
 *
 * Names the repetitions of groups that an instance is in, or is, where there
 * are several.
 *
 * Returns: (transfer full) (nullable): such as “Medicine 2 of 3”
 */
char *
nw_summary_dup_group (NwScreening    *screening,
                      NwResponseItem *item)
{
  const char *language = nw_screening_get_language (screening);
  char *name = NULL;

  for (; item != NULL; item = nw_response_item_get_parent (item))
    {
      const NwItem *definition = nw_response_item_get_item (item);
      const char *text;
      g_autofree char *inner = name;
      g_autofree char *outer = NULL;
      guint n;

      if (definition == NULL || definition->type != NW_ITEM_GROUP || !definition->repeats
          || (n = nw_response_item_get_n_repetitions (item)) < 2)
        {
          name = g_steal_pointer (&inner);
          continue;
        }
      text = nw_item_get_text (definition, language);
      /* Translators: a group of questions that is repeated, which of them it is
       * and how many there are, such as “Medicine 2 of 3” */
      outer = g_strdup_printf (_("%s %u of %u"), text != NULL ? text : "",
                               nw_response_item_get_repetition (item) + 1, n);
      name = inner != NULL ? g_strdup_printf (_("%s · %s"), outer, inner)
                           : g_steal_pointer (&outer);
    }
  return name;
}

/**
 * nw_summary_new:
 * @screening: a screening
 *
 * Lists the questions that are asked with the answers so far. There may be thousands,
 * so the words of the form stay its own.
 *
 * Returns: (transfer container) (element-type NwSummaryEntry): them, in order
 */
GPtrArray *
nw_summary_new (NwScreening *screening)
{
  GPtrArray *summary;
  guint n_pages;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  summary = g_ptr_array_new_with_free_func ((GDestroyNotify) nw_summary_entry_unref);
  n_pages = nw_screening_get_n_pages (screening);
  for (guint i = 0; i < n_pages; i++)
    {
      const NwItem *page = nw_screening_get_nth_page (screening, i);
      const char *section = nw_item_get_text (page, nw_screening_get_language (screening));
      g_autoptr (GPtrArray) tops = nw_screening_get_page_items (screening, page);

      for (guint j = 0; j < tops->len; j++)
        {
          NwResponseItem *top = g_ptr_array_index (tops, j);
          guint depth = nw_response_item_get_item (top)->depth;

          for (NwResponseItem *item = top;
               item != NULL && (item == top || nw_response_item_get_item (item)->depth > depth);
               item = nw_response_item_next (item))
            add_item (summary, screening, page, section, item);
        }
    }

  return summary;
}

/**
 * nw_summary_entry_dup_question:
 * @self: an entry
 *
 * Returns: (transfer full): its question, said so that it is known which of
 *   several repetitions of a group it is of
 */
char *
nw_summary_entry_dup_question (const NwSummaryEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->group == NULL)
    return g_strdup (self->question);
  /* Translators: which of several groups of questions, and the question */
  return g_strdup_printf (_("%s: %s"), self->group, self->question);
}

/**
 * nw_summary_entry_ref:
 * @self: an entry
 *
 * Returns: (transfer full): @self
 */
NwSummaryEntry *
nw_summary_entry_ref (NwSummaryEntry *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

/**
 * nw_summary_entry_unref:
 * @self: (transfer full): an entry
 *
 * Lets go of it.
 */
void
nw_summary_entry_unref (NwSummaryEntry *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, (GDestroyNotify) clear_entry);
}
