/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items of a form are its pages, and what each of them asks. */

#include "config.h"

#include "model/screening/nw-screening-private.h"

/* Pages */

gboolean
nw_screening_asks_something (const NwItem *item)
{
  return nw_item_is_answerable (item) && !item->read_only && !item->hidden;
}

static gboolean
tells_something (const NwItem *item)
{
  return item->type == NW_ITEM_DISPLAY && !item->hidden && item->control != NW_CONTROL_HELP;
}

/* The item behind @item in depth-first order within @top, or NULL. */
static const NwItem *
get_next_within (const NwItem *item,
                 const NwItem *top)
{
  if (item->first_child != NULL)
    return item->first_child;
  while (item != top && item->next_sibling == NULL)
    item = item->parent;
  return item == top ? NULL : item->next_sibling;
}

static gboolean
has_within (const NwItem *top,
            gboolean    (*test) (const NwItem *item))
{
  for (const NwItem *item = top; item != NULL; item = get_next_within (item, top))
    if (test (item))
      return TRUE;

  return FALSE;
}

static gboolean
is_outcome (const NwItem *item)
{
  return item->outcome_level != NW_OUTCOME_NONE;
}

/* What the form says of the result is no page; and a form that has a result
 * keeps groups without a question for it. */
static gboolean
can_be_page (NwQuestionnaire *form,
             const NwItem    *item)
{
  if (item->hidden || item->type == NW_ITEM_DISPLAY || has_within (item, is_outcome))
    return FALSE;
  if (has_within (item, nw_screening_asks_something))
    return TRUE;
  return !nw_questionnaire_has_outcome (form)
         && (nw_item_is_question (item) || has_within (item, tells_something));
}

/**
 * nw_screening_find_first_of_level: (skip)
 * @form: a form
 *
 * Finds the items that are the pages: usually those at the top. Where one group
 * holds the whole form, its own groups are the pages.
 *
 * Returns: (transfer none): the first of them; the others are its siblings
 */
const NwItem *
nw_screening_find_first_of_level (NwQuestionnaire *form)
{
  const NwItem *first = nw_questionnaire_get_first (form);

  for (;;)
    {
      const NwItem *only = NULL;
      guint n_pages = 0;
      guint n_groups = 0;

      for (const NwItem *item = first; item != NULL; item = item->next_sibling)
        if (can_be_page (form, item))
          {
            only = item;
            n_pages++;
          }
      if (n_pages != 1 || only->type != NW_ITEM_GROUP || only->repeats)
        return first;

      for (const NwItem *item = only->first_child; item != NULL; item = item->next_sibling)
        if (item->type == NW_ITEM_GROUP && can_be_page (form, item))
          n_groups++;
      if (n_groups < 2)
        return first;
      first = only->first_child;
    }
}

static NwResponseItem *
get_first_instance (NwScreening  *self,
                    const NwItem *item)
{
  return nw_response_find (self->response, item->link_id);
}

static gboolean
is_asked (NwScreening  *self,
          const NwItem *item)
{
  NwResponseItem *instance = get_first_instance (self, item);

  return nw_item_is_question (item) && !item->hidden
         && instance != NULL && nw_response_item_is_enabled (instance);
}

/* Whether anything stands on the page with the answers so far. A group is
 * enabled also where none of its questions is, and would be an empty page. */
static gboolean
is_shown (NwScreening  *self,
          const NwItem *page)
{
  NwResponseItem *item = get_first_instance (self, page);

  for (; item != NULL; item = nw_response_item_next (item))
    {
      const NwItem *it = nw_response_item_get_item (item);

      if (it != page && it->depth <= page->depth)
        return FALSE;
      if (nw_response_item_is_enabled (item) && !it->hidden
          && (nw_item_is_question (it) || tells_something (it)))
        return TRUE;
    }

  return FALSE;
}

/* To look through a form takes as long as the form is, so it is done once. */
void
nw_screening_find_candidates (NwScreening *self)
{
  for (const NwItem *item = nw_screening_find_first_of_level (self->questionnaire);
       item != NULL;
       item = item->next_sibling)
    if (can_be_page (self->questionnaire, item))
      g_ptr_array_add (self->candidates, (gpointer) item);
}

/* Finds the pages anew, after answers that may bring some or take some. */
void
nw_screening_update_pages (NwScreening *self)
{
  guint before = self->pages->len;

  g_ptr_array_set_size (self->pages, 0);
  for (guint i = 0; i < self->candidates->len; i++)
    if (is_shown (self, g_ptr_array_index (self->candidates, i)))
      g_ptr_array_add (self->pages, g_ptr_array_index (self->candidates, i));

  self->pages_added += (int) self->pages->len - (int) before;
}

static gboolean
find_page_index (NwScreening  *self,
                 const NwItem *page,
                 guint        *index)
{
  return page != NULL && g_ptr_array_find (self->pages, page, index);
}

/* The place of the first page that stands behind @page in the form. */
guint
nw_screening_find_page_behind (NwScreening  *self,
                               const NwItem *page)
{
  guint index = 0;

  while (index < self->pages->len
         && ((const NwItem *) g_ptr_array_index (self->pages, index))->index <= page->index)
    index++;
  return index;
}

/* Whether @page is a page with the answers so far. */
gboolean
nw_screening_has_page (NwScreening  *self,
                       const NwItem *page)
{
  return find_page_index (self, page, NULL);
}

/* Calls @func for each enabled item within @top and its repetitions, which are a page.
 * What is only read above them has no answers, and to look for it takes as long as
 * the form. Returns what stands behind them. */
static NwResponseItem *
foreach_within (NwResponseItem *top,
                const NwItem   *page,
                NwAskedFunc     func,
                gpointer        user_data)
{
  for (;
       top != NULL && nw_response_item_get_item (top) == page;
       top = nw_response_item_get_next_sibling (top))
    {
      guint depth = page->depth;

      for (NwResponseItem *item = top;
           item != NULL && (item == top || nw_response_item_get_item (item)->depth > depth);
           item = nw_response_item_next (item))
        if (nw_response_item_is_enabled (item))
          func (page, item, user_data);
    }
  return top;
}

static void
foreach_on_page (NwScreening  *self,
                 const NwItem *page,
                 NwAskedFunc   func,
                 gpointer      user_data)
{
  foreach_within (get_first_instance (self, page), page, func, user_data);
}

/* Calls @func for each enabled item of the pages, in their order. All pages are siblings,
 * so each is found from the one before: there may be thousands. */
void
nw_screening_foreach_asked (NwScreening *self,
                            NwAskedFunc  func,
                            gpointer     user_data)
{
  NwResponseItem *top = NULL;

  for (guint i = 0; i < self->pages->len; i++)
    {
      const NwItem *page = g_ptr_array_index (self->pages, i);

      if (i == 0)
        top = get_first_instance (self, page);
      while (top != NULL && nw_response_item_get_item (top) != page)
        top = nw_response_item_get_next_sibling (top);
      top = foreach_within (top, page, func, user_data);
    }
}

typedef struct
{
  NwScreening *self;
  GPtrArray   *items;
} Problems;

/* Whether an item asks for an answer, and has none, or one that cannot stand. */
gboolean
nw_screening_is_wanting (NwScreening    *self,
                         NwResponseItem *item)
{
  return nw_screening_asks_something (nw_response_item_get_item (item))
         && (nw_response_item_is_missing (item)
             || nw_response_item_get_problem (item) != NULL
             || (g_hash_table_size (self->unreadable) > 0
                 && g_hash_table_contains (self->unreadable, item)));
}

static void
add_problem (const NwItem   *page,
             NwResponseItem *item,
             gpointer        user_data)
{
  Problems *problems = user_data;

  if (nw_screening_is_wanting (problems->self, item))
    g_ptr_array_add (problems->items, item);
}

static void
note_answer (const NwItem   *page,
             NwResponseItem *item,
             gpointer        user_data)
{
  if (nw_screening_asks_something (nw_response_item_get_item (item)))
    *(guint *) user_data += nw_response_item_get_n_answers (item) > 0;
}

static void
note_gap (const NwItem   *page,
          NwResponseItem *item,
          gpointer        user_data)
{
  if (nw_screening_asks_something (nw_response_item_get_item (item)))
    *(gboolean *) user_data |= nw_response_item_get_n_answers (item) == 0;
}

/**
 * nw_screening_get_page_number:
 * @self: a screening
 *
 * Returns: the present page’s number, from 1; 0 before the first
 */
guint
nw_screening_get_page_number (NwScreening *self)
{
  guint index;

  g_return_val_if_fail (NW_IS_SCREENING (self), 0);

  return find_page_index (self, self->page, &index) ? index + 1 : 0;
}

/**
 * nw_screening_get_n_pages:
 * @self: a screening
 *
 * Returns: how many pages there are with the answers so far
 */
guint
nw_screening_get_n_pages (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), 0);

  return self->pages->len;
}

/**
 * nw_screening_get_pages_added:
 * @self: a screening
 *
 * Returns: how many pages the last answers brought, or took where it is below
 *   0; for as long as the page is shown that came after them
 */
int
nw_screening_get_pages_added (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), 0);

  return self->pages_added;
}

/**
 * nw_screening_get_nth_page:
 * @self: a screening
 * @index: from 0
 *
 * Returns: (transfer none) (nullable): the item that is this page
 */
const NwItem *
nw_screening_get_nth_page (NwScreening *self,
                           guint        index)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  return index < self->pages->len ? g_ptr_array_index (self->pages, index) : NULL;
}

/* The item behind the page before: what stands between the two is on this one. */
static const NwItem *
find_first_on_page (NwScreening  *self,
                    const NwItem *page)
{
  guint low = 0;
  guint high = self->candidates->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const NwItem *) g_ptr_array_index (self->candidates, middle))->index < page->index)
        low = middle + 1;
      else
        high = middle;
    }
  if (low > 0)
    return ((const NwItem *) g_ptr_array_index (self->candidates, low - 1))->next_sibling;
  return page->parent != NULL ? page->parent->first_child
                              : nw_questionnaire_get_first (self->questionnaire);
}

/**
 * nw_screening_get_page_items:
 * @self: a screening
 * @page: an item that is a page
 *
 * Finds what stands at the top of a page: displays just before it in the form,
 * and the page’s item itself, as often as it is repeated.
 *
 * Returns: (transfer container) (element-type NwResponseItem): its items
 */
GPtrArray *
nw_screening_get_page_items (NwScreening  *self,
                             const NwItem *page)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  for (const NwItem *item = find_first_on_page (self, page); item != page; item = item->next_sibling)
    if (!tells_something (item))
      g_ptr_array_set_size (items, 0);
    else if (!nw_screening_is_opening (self, item))
      g_ptr_array_add (items, get_first_instance (self, item));

  for (NwResponseItem *instance = get_first_instance (self, page);
       instance != NULL && nw_response_item_get_item (instance) == page;
       instance = nw_response_item_get_next_sibling (instance))
    g_ptr_array_add (items, instance);

  return g_steal_pointer (&items);
}

/**
 * nw_screening_get_lead:
 * @self: a screening
 * @page: an item that is a page
 *
 * Finds what stands largest on a page. A group that asks one question from the
 * start, at its top, is led by that question, any other by its own name; and
 * where it has none, by the first question that is asked.
 *
 * Returns: (transfer none): the item whose text is the heading
 */
const NwItem *
nw_screening_get_lead (NwScreening  *self,
                       const NwItem *page)
{
  const NwItem *first = NULL;
  const NwItem *always = NULL;
  gboolean is_named;
  guint n_questions = 0;

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  if (page->type != NW_ITEM_GROUP)
    return page;

  /* A page may have thousands of items, and what is sought is among the first. */
  is_named = page->text != NULL && *page->text != '\0';
  for (const NwItem *item = page->first_child;
       item != NULL && (is_named ? n_questions < 2 : first == NULL);
       item = item->next_sibling)
    if (item->type == NW_ITEM_GROUP && !item->hidden)
      n_questions += 2;
    else if (is_asked (self, item))
      {
        first = first == NULL ? item : first;
        always = item->n_enable_when == 0 ? item : always;
        n_questions += item->n_enable_when == 0;
      }

  if (is_named
      && (n_questions != 1 || first != always || page->repeats))
    return page;
  return first != NULL ? first : page;
}

/**
 * nw_screening_get_section:
 * @self: a screening
 *
 * Returns: (transfer none) (nullable): the name of the page one is at, where
 *   one of its questions is the heading and the name does not stand there
 */
const char *
nw_screening_get_section (NwScreening *self)
{
  const NwItem *page;
  const char *text;

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  page = nw_screening_get_page (self);
  if (page == NULL || nw_screening_get_lead (self, page) == page)
    return NULL;
  text = nw_item_get_text (page, nw_screening_get_language (self));
  return text != NULL && *text != '\0' ? text : NULL;
}

/**
 * nw_screening_is_opening:
 * @self: a screening
 * @item: a display
 *
 * Returns: whether @item stands before the first question of the form, in its
 *   first page, and so is said in the opening
 */
gboolean
nw_screening_is_opening (NwScreening  *self,
                         const NwItem *item)
{
  const NwItem *first;

  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  if (self->candidates->len == 0 || !tells_something (item) || item->n_enable_when > 0)
    return FALSE;

  first = g_ptr_array_index (self->candidates, 0);
  if (item->parent == first)
    for (const NwItem *it = first->first_child;
         it != NULL && it->type == NW_ITEM_DISPLAY;
         it = it->next_sibling)
      if (it == item)
        return has_within (first, nw_screening_asks_something);
  return item->parent == first->parent && item->index < first->index;
}

/**
 * nw_screening_get_opening:
 * @self: a screening
 *
 * Returns: (transfer container) (element-type NwItem): what the form says
 *   before its first question
 */
GPtrArray *
nw_screening_get_opening (NwScreening *self)
{
  GPtrArray *opening;
  const NwItem *items;
  guint n_items;

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  opening = g_ptr_array_new ();
  items = nw_questionnaire_get_items (self->questionnaire, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      if (nw_screening_asks_something (&items[i]))
        break;
      if (nw_screening_is_opening (self, &items[i]))
        g_ptr_array_add (opening, (gpointer) &items[i]);
    }

  return opening;
}

/**
 * nw_screening_get_problems:
 * @self: a screening
 * @page: an item that is a page
 *
 * Returns: (transfer container) (element-type NwResponseItem): the questions
 *   of the page that want an answer, or another one, in their order
 */
GPtrArray *
nw_screening_get_problems (NwScreening  *self,
                           const NwItem *page)
{
  Problems problems = { self };

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  problems.items = g_ptr_array_new ();
  foreach_on_page (self, page, add_problem, &problems);
  return problems.items;
}

/**
 * nw_screening_is_page_answered:
 * @self: a screening
 * @page: an item that is a page
 *
 * Returns: whether every question of the page has an answer that can stand
 */
gboolean
nw_screening_is_page_answered (NwScreening  *self,
                               const NwItem *page)
{
  g_autoptr (GPtrArray) problems = NULL;
  gboolean gap = FALSE;

  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);
  g_return_val_if_fail (page != NULL, FALSE);

  problems = nw_screening_get_problems (self, page);
  foreach_on_page (self, page, note_gap, &gap);
  return problems->len == 0 && !gap;
}

/**
 * nw_screening_count_answers:
 * @self: a screening
 *
 * Returns: how many questions have an answer
 */
guint
nw_screening_count_answers (NwScreening *self)
{
  guint n_answers = 0;

  g_return_val_if_fail (NW_IS_SCREENING (self), 0);

  nw_screening_foreach_asked (self, note_answer, &n_answers);
  return n_answers;
}
