/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All questions with their answers in words: for the review, the sheet and plain text. */

#include "config.h"

#include "model/screening/nw-summary.h"

#include <glib/gi18n.h>

#include "model/screening/nw-answer-text.h"
#include "model/screening/nw-screening-private.h"

typedef struct
{
  const NwItem   *item;
  NwResponseItem *instance;
  NwSummaryEntry *entry; /* NULL where nobody has asked for it */
} Row;

/* The questions of one page, which stand next to each other. */
typedef struct
{
  const NwItem *item;
  guint         first;
  guint         n;
} Page;

struct _NwSummary
{
  NwScreening *screening;
  /* Its instances stay for as long as it does, also where the screening has another;
   * but not where its answers change. */
  NwResponse  *response;
  gboolean     is_over;

  GArray      *rows;
  GArray      *pages;
  guint        n_wanting;
};

static Row *
get_row (NwSummary *self,
         guint      index)
{
  return &g_array_index (self->rows, Row, index);
}

static const Page *
get_page (NwSummary *self,
          guint      index)
{
  return &g_array_index (self->pages, Page, index);
}

/* The page of an entry. */
static const NwItem *
find_page (NwSummary *self,
           guint      index)
{
  guint low = 0;
  guint high = self->pages->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (get_page (self, middle)->first <= index)
        low = middle;
      else
        high = middle;
    }
  return get_page (self, low)->item;
}

static void
note_item (const NwItem   *page,
           NwResponseItem *item,
           gpointer        user_data)
{
  NwSummary *self = user_data;
  Row row = { nw_response_item_get_item (item), item, NULL };
  Page added = { page, self->rows->len, 0 };

  if (!nw_item_is_question (row.item) || row.item->hidden)
    return;
  if (self->pages->len == 0 || get_page (self, self->pages->len - 1)->item != page)
    g_array_append_val (self->pages, added);
  g_array_index (self->pages, Page, self->pages->len - 1).n++;
  g_array_append_val (self->rows, row);
  self->n_wanting += nw_screening_is_wanting (self->screening, item);
}

/* Once an answer has changed an instance may be gone, and nobody is to look at what was
 * said before: there is the question then and no answer. */
static NwSummaryEntry *
make_entry (NwSummary *self,
            guint      index)
{
  const Row *row = get_row (self, index);
  const char *language = nw_screening_get_language (self->screening);
  NwSummaryEntry *entry = g_rc_box_new0 (NwSummaryEntry);

  entry->page = find_page (self, index);
  entry->item = row->item;
  entry->instance = row->instance;
  entry->section = nw_item_get_text (entry->page, language);
  entry->question = nw_item_get_text (entry->item, language);
  if (entry->question == NULL)
    entry->question = "";
  if (self->is_over)
    return entry;
  entry->group = nw_summary_dup_group (self->screening, row->instance);
  entry->answer = nw_answer_text_format_all (row->instance, language);
  entry->wanting = nw_screening_is_wanting (self->screening, row->instance);
  return entry;
}

static void
changed_cb (NwSummary *self)
{
  self->is_over = TRUE;
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
 * Lists the questions that are asked with the answers so far. There may be thousands, so
 * each is put into words where it is asked for. It is of the moment: whoever shows it
 * makes another once the answers have changed.
 *
 * Returns: (transfer full): them, in order
 */
NwSummary *
nw_summary_new (NwScreening *screening)
{
  NwSummary *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  self = g_rc_box_new0 (NwSummary);
  self->screening = g_object_ref (screening);
  self->response = g_object_ref (nw_screening_get_response (screening));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  nw_screening_foreach_asked (screening, note_item, self);
  g_signal_connect_swapped (self->response, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->response, "structure-changed", G_CALLBACK (changed_cb), self);

  return self;
}

/**
 * nw_summary_ref:
 * @self: a summary
 *
 * Returns: (transfer full): @self
 */
NwSummary *
nw_summary_ref (NwSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
clear_summary (NwSummary *self)
{
  g_signal_handlers_disconnect_by_data (self->response, self);
  for (guint i = 0; i < self->rows->len; i++)
    g_clear_pointer (&get_row (self, i)->entry, nw_summary_entry_unref);
  g_array_unref (self->rows);
  g_array_unref (self->pages);
  g_object_unref (self->response);
  g_object_unref (self->screening);
}

/**
 * nw_summary_unref:
 * @self: (transfer full): a summary
 *
 * Lets go of it.
 */
void
nw_summary_unref (NwSummary *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, (GDestroyNotify) clear_summary);
}

/**
 * nw_summary_get_n:
 * @self: a summary
 *
 * Returns: how many questions are asked
 */
guint
nw_summary_get_n (NwSummary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

/**
 * nw_summary_get_n_wanting:
 * @self: a summary
 *
 * Returns: of how many the answer is missing, or cannot stand
 */
guint
nw_summary_get_n_wanting (NwSummary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_wanting;
}

/**
 * nw_summary_get:
 * @self: a summary
 * @index: one of its questions
 *
 * Returns: (transfer none): the question with its answer
 */
NwSummaryEntry *
nw_summary_get (NwSummary *self,
                guint      index)
{
  Row *row;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->rows->len, NULL);

  row = get_row (self, index);
  if (row->entry == NULL)
    row->entry = make_entry (self, index);
  return row->entry;
}

/**
 * nw_summary_find:
 * @self: a summary
 * @item: the instance of a question, or the item that is a page; only to be compared
 *
 * Returns: the place of the question, or of the first one of the page; -1 where
 *   it is not asked
 */
int
nw_summary_find (NwSummary     *self,
                 gconstpointer  item)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (item != NULL, -1);

  for (guint i = 0; i < self->pages->len; i++)
    if (get_page (self, i)->item == item)
      return (int) get_page (self, i)->first;
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i)->instance == item)
      return (int) i;
  return -1;
}

/**
 * nw_summary_get_n_pages:
 * @self: a summary
 *
 * Returns: how many pages have questions
 */
guint
nw_summary_get_n_pages (NwSummary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

/**
 * nw_summary_get_page:
 * @self: a summary
 * @index: one of the pages that have questions
 * @first: (out): its first question
 * @n: (out): how many it has
 *
 * Returns: (transfer none): the item that is the page
 */
const NwItem *
nw_summary_get_page (NwSummary *self,
                     guint      index,
                     guint     *first,
                     guint     *n)
{
  const Page *page;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->pages->len, NULL);
  g_return_val_if_fail (first != NULL && n != NULL, NULL);

  page = get_page (self, index);
  *first = page->first;
  *n = page->n;
  return page->item;
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

static void
clear_entry (NwSummaryEntry *self)
{
  g_free (self->group);
  g_free (self->answer);
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
