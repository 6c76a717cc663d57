/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screening as a walk: which page is shown, what it still wants, and every way back. */

#include "config.h"

#include "model/screening/nw-screening.h"

#include <string.h>

#include "model/base/nw-error.h"
#include "model/screening/nw-answer-text.h"

/* The steps that can be taken back. A draft of the largest form in use is
 * about 100 KiB. */
#define MAX_HISTORY 100

/* A state to go back to: the answers, where one was, and what was changed then. */
typedef struct
{
  char            *draft;
  const NwItem    *page;
  const NwItem    *changed;
  NwScreeningStep  step;
} Moment;

struct _NwScreening
{
  GObject          parent_instance;

  NwQuestionnaire *questionnaire;
  NwResponse      *response;
  char            *language;
  NwScreeningStep  step;
  const NwItem    *page;
  GPtrArray       *pages;
  int              pages_added;
  gboolean         changing;
  gboolean         tried;
  GPtrArray       *undo;
  GPtrArray       *redo;
  NwResponseItem  *being_typed;
  /* What was typed and is no answer yet, by its item: never lost on the way. */
  GHashTable      *unreadable;
};

enum
{
  CHANGED,
  STRUCTURE_CHANGED,
  MOVED,
  TRIED,
  HISTORY_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwScreening, nw_screening, G_TYPE_OBJECT)

static Moment *
new_moment (NwScreening  *self,
            const NwItem *changed)
{
  Moment *moment = g_new0 (Moment, 1);

  moment->draft = nw_response_write_draft (self->response, FALSE);
  moment->page = self->page;
  moment->changed = changed;
  moment->step = self->step;
  return moment;
}

static void
free_moment (Moment *moment)
{
  g_free (moment->draft);
  g_free (moment);
}

/* Pages */

static gboolean
asks_something (const NwItem *item)
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
can_be_page (NwScreening  *self,
             const NwItem *item)
{
  if (item->hidden || item->type == NW_ITEM_DISPLAY || has_within (item, is_outcome))
    return FALSE;
  if (has_within (item, asks_something))
    return TRUE;
  return !nw_questionnaire_has_outcome (self->questionnaire)
         && (nw_item_is_question (item) || has_within (item, tells_something));
}

/* The first of the items that are the pages: usually those at the top. Where
 * one group holds the whole form, its own groups are the pages. */
static const NwItem *
find_first_of_level (NwScreening *self)
{
  const NwItem *first = nw_questionnaire_get_first (self->questionnaire);

  for (;;)
    {
      const NwItem *only = NULL;
      guint n_pages = 0;
      guint n_groups = 0;

      for (const NwItem *item = first; item != NULL; item = item->next_sibling)
        if (can_be_page (self, item))
          {
            only = item;
            n_pages++;
          }
      if (n_pages != 1 || only->type != NW_ITEM_GROUP || only->repeats)
        return first;

      for (const NwItem *item = only->first_child; item != NULL; item = item->next_sibling)
        if (item->type == NW_ITEM_GROUP && can_be_page (self, item))
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
is_shown (NwScreening  *self,
          const NwItem *item)
{
  for (NwResponseItem *instance = get_first_instance (self, item);
       instance != NULL && nw_response_item_get_item (instance) == item;
       instance = nw_response_item_get_next_sibling (instance))
    if (nw_response_item_is_enabled (instance))
      return TRUE;

  return FALSE;
}

static void
update_pages (NwScreening *self)
{
  guint before = self->pages->len;

  g_ptr_array_set_size (self->pages, 0);
  for (const NwItem *item = find_first_of_level (self); item != NULL; item = item->next_sibling)
    if (can_be_page (self, item) && is_shown (self, item))
      g_ptr_array_add (self->pages, (gpointer) item);

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
static guint
find_index_behind (NwScreening  *self,
                   const NwItem *page)
{
  guint index = 0;

  while (index < self->pages->len
         && ((const NwItem *) g_ptr_array_index (self->pages, index))->index <= page->index)
    index++;
  return index;
}

/* Calls @func for each enabled item within the instances of @page. */
static void
foreach_on_page (NwScreening  *self,
                 const NwItem *page,
                 void        (*func) (NwResponseItem *item,
                                      gpointer        user_data),
                 gpointer      user_data)
{
  g_autoptr (GPtrArray) items = nw_screening_get_page_items (self, page);

  for (guint i = 0; i < items->len; i++)
    {
      NwResponseItem *top = g_ptr_array_index (items, i);
      guint depth = nw_response_item_get_item (top)->depth;

      for (NwResponseItem *item = top;
           item != NULL && (item == top || nw_response_item_get_item (item)->depth > depth);
           item = nw_response_item_next (item))
        if (nw_response_item_is_enabled (item))
          func (item, user_data);
    }
}

typedef struct
{
  NwScreening *self;
  GPtrArray   *items;
} Problems;

static void
add_problem (NwResponseItem *item,
             gpointer        user_data)
{
  Problems *problems = user_data;

  if (!asks_something (nw_response_item_get_item (item)))
    return;
  if (nw_response_item_is_missing (item)
      || nw_response_item_get_problem (item) != NULL
      || g_hash_table_contains (problems->self->unreadable, item))
    g_ptr_array_add (problems->items, item);
}

static void
note_answer (NwResponseItem *item,
             gpointer        user_data)
{
  if (asks_something (nw_response_item_get_item (item)))
    *(guint *) user_data += nw_response_item_get_n_answers (item) > 0;
}

static void
note_gap (NwResponseItem *item,
          gpointer        user_data)
{
  if (asks_something (nw_response_item_get_item (item)))
    *(gboolean *) user_data |= nw_response_item_get_n_answers (item) == 0;
}

/* Moving */

static void
move (NwScreening     *self,
      NwScreeningStep  step,
      const NwItem    *page)
{
  self->step = step;
  self->page = page;
  self->tried = FALSE;
  self->being_typed = NULL;
  g_signal_emit (self, signals[MOVED], 0);
}

static const NwItem *
find_first_problem_page (NwScreening *self)
{
  for (guint i = 0; i < self->pages->len; i++)
    {
      g_autoptr (GPtrArray) problems =
        nw_screening_get_problems (self, g_ptr_array_index (self->pages, i));

      if (problems->len > 0)
        return g_ptr_array_index (self->pages, i);
    }

  return NULL;
}

static gboolean
refuse (NwScreening *self)
{
  self->tried = TRUE;
  g_signal_emit (self, signals[TRIED], 0);
  return FALSE;
}

/* The response and its history */

static void
response_changed_cb (NwScreening *self,
                     GPtrArray   *items)
{
  update_pages (self);
  g_signal_emit (self, signals[CHANGED], 0, items);
}

static void
response_structure_changed_cb (NwScreening *self)
{
  update_pages (self);
  g_signal_emit (self, signals[STRUCTURE_CHANGED], 0);
}

static void
take_response (NwScreening *self,
               NwResponse  *response)
{
  if (self->response != NULL)
    g_signal_handlers_disconnect_by_data (self->response, self);
  g_clear_object (&self->response);

  self->response = response;
  self->being_typed = NULL;
  g_hash_table_remove_all (self->unreadable);
  g_signal_connect_object (response, "changed",
                           G_CALLBACK (response_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (response, "structure-changed",
                           G_CALLBACK (response_structure_changed_cb), self, G_CONNECT_SWAPPED);
  update_pages (self);
}

static void
remember (NwScreening  *self,
          const NwItem *changed)
{
  if (self->undo->len == MAX_HISTORY)
    g_ptr_array_remove_index (self->undo, 0);
  g_ptr_array_add (self->undo, new_moment (self, changed));
  g_ptr_array_set_size (self->redo, 0);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

static gboolean
is_typed (const NwItem *item)
{
  switch (item->type)
    {
    case NW_ITEM_DECIMAL:
    case NW_ITEM_INTEGER:
    case NW_ITEM_QUANTITY:
    case NW_ITEM_STRING:
    case NW_ITEM_TEXT:
    case NW_ITEM_URL:
    case NW_ITEM_DATE:
    case NW_ITEM_DATE_TIME:
    case NW_ITEM_TIME:
    case NW_ITEM_OPEN_CHOICE:
      return TRUE;
    case NW_ITEM_GROUP:
    case NW_ITEM_DISPLAY:
    case NW_ITEM_BOOLEAN:
    case NW_ITEM_CHOICE:
    case NW_ITEM_ATTACHMENT:
    case NW_ITEM_REFERENCE:
    case NW_ITEM_UNKNOWN:
    default:
      return FALSE;
    }
}

/* Letters typed into one field are one step to take back. */
static void
remember_edit (NwScreening    *self,
               NwResponseItem *item)
{
  const NwItem *definition = nw_response_item_get_item (item);

  if (self->being_typed == item && self->undo->len > 0)
    return;

  remember (self, definition);
  self->being_typed = is_typed (definition) ? item : NULL;
}

static NwResponse *
read_draft (NwScreening  *self,
            const char   *draft,
            GError      **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (draft, strlen (draft));
  g_autoptr (NwJson) json = nw_json_new_from_bytes (bytes, "draft", NULL, error);
  g_autoptr (NwFindings) findings = nw_findings_new ("draft");
  NwResponse *response;

  if (json == NULL)
    return NULL;
  response = nw_response_new_from_json (self->questionnaire, json, findings);
  if (response == NULL)
    g_propagate_error (error, nw_findings_to_error (findings));
  return response;
}

/* What is redone is to be seen where it was undone. */
static void
point_at (Moment       *moment,
          const Moment *where)
{
  moment->step = where->step;
  moment->page = where->page;
}

/* Goes to the last moment of @from and puts the present one on @to. */
static const NwItem *
step_history (NwScreening *self,
              GPtrArray   *from,
              GPtrArray   *to)
{
  g_autoptr (GError) error = NULL;
  NwResponse *response;
  Moment *moment;
  const NwItem *changed;

  if (from->len == 0)
    return NULL;

  moment = g_ptr_array_steal_index (from, from->len - 1);
  changed = moment->changed;
  g_ptr_array_add (to, new_moment (self, changed));
  if (moment->step == NW_SCREENING_QUESTIONS)
    point_at (g_ptr_array_index (to, to->len - 1), moment);
  response = read_draft (self, moment->draft, &error);
  if (response == NULL)
    g_critical ("a draft of our own cannot be read: %s", error->message);
  else
    {
      take_response (self, response);
      self->pages_added = 0;
      self->changing = moment->step == NW_SCREENING_QUESTIONS
                       && (self->changing || self->step >= NW_SCREENING_REVIEW);
      move (self, moment->step, moment->page);
    }
  free_moment (moment);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);

  return changed;
}

/* Overrides */

static void
nw_screening_finalize (GObject *object)
{
  NwScreening *self = NW_SCREENING (object);

  if (self->response != NULL)
    g_signal_handlers_disconnect_by_data (self->response, self);
  g_clear_object (&self->response);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->unreadable, g_hash_table_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->questionnaire, nw_questionnaire_unref);
  g_clear_pointer (&self->language, g_free);

  G_OBJECT_CLASS (nw_screening_parent_class)->finalize (object);
}

static void
nw_screening_class_init (NwScreeningClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nw_screening_finalize;

  /**
   * NwScreening::changed:
   * @self: the screening
   * @items: (element-type NwResponseItem): the items that changed
   *
   * An answer changed, or what follows from one.
   */
  signals[CHANGED] = g_signal_new ("changed", NW_TYPE_SCREENING, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * NwScreening::structure-changed:
   * @self: the screening
   *
   * There are more items, or fewer: who holds some has to ask for them again.
   */
  signals[STRUCTURE_CHANGED] = g_signal_new ("structure-changed", NW_TYPE_SCREENING,
                                             G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);

  /**
   * NwScreening::moved:
   * @self: the screening
   *
   * Another page is to be shown, or the same one with another response.
   */
  signals[MOVED] = g_signal_new ("moved", NW_TYPE_SCREENING, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * NwScreening::tried:
   * @self: the screening
   *
   * Somebody wanted to go on from a page that has problems: now is the time
   * to show them.
   */
  signals[TRIED] = g_signal_new ("tried", NW_TYPE_SCREENING, G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * NwScreening::history-changed:
   * @self: the screening
   *
   * Something can be undone or redone now that could not, or the other way round.
   */
  signals[HISTORY_CHANGED] = g_signal_new ("history-changed", NW_TYPE_SCREENING,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static void
nw_screening_init (NwScreening *self)
{
  self->pages = g_ptr_array_new ();
  self->unreadable = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) free_moment);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) free_moment);
}

/* Public API */

/**
 * nw_screening_new:
 * @questionnaire: a form
 * @language: (nullable): the language to show it in, where it has translations
 *
 * Begins a walk through a form, before its first page and without an answer
 * but those that the form itself begins with.
 *
 * Returns: (transfer full): a screening
 */
NwScreening *
nw_screening_new (NwQuestionnaire *questionnaire,
                  const char      *language)
{
  NwScreening *self;

  g_return_val_if_fail (questionnaire != NULL, NULL);

  self = g_object_new (NW_TYPE_SCREENING, NULL);
  self->questionnaire = nw_questionnaire_ref (questionnaire);
  self->language = g_strdup (language);
  take_response (self, nw_response_new (questionnaire));
  self->pages_added = 0;

  return self;
}

/**
 * nw_screening_get_questionnaire:
 * @self: a screening
 *
 * Returns: (transfer none): its form
 */
NwQuestionnaire *
nw_screening_get_questionnaire (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  return self->questionnaire;
}

/**
 * nw_screening_get_response:
 * @self: a screening
 *
 * Returns: (transfer none): the answers; another object after `moved`
 */
NwResponse *
nw_screening_get_response (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  return self->response;
}

/**
 * nw_screening_get_language:
 * @self: a screening
 *
 * Returns: (transfer none) (nullable): the language to show the form in
 */
const char *
nw_screening_get_language (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  return self->language;
}

/**
 * nw_screening_get_step:
 * @self: a screening
 *
 * Returns: where one is
 */
NwScreeningStep
nw_screening_get_step (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NW_SCREENING_INTRO);

  return self->step;
}

/**
 * nw_screening_get_page:
 * @self: a screening
 *
 * Returns: (transfer none) (nullable): the item that is the present page, or
 *   the last one that was shown; %NULL before the first
 */
const NwItem *
nw_screening_get_page (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  return self->page;
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
  const NwItem *first;

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  first = page->parent != NULL ? page->parent->first_child
                               : nw_questionnaire_get_first (self->questionnaire);
  for (const NwItem *item = first; item != page; item = item->next_sibling)
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
 * Finds what stands largest on a page. A group with several questions from the
 * start is led by its own name, any other page by its first question.
 *
 * Returns: (transfer none): the item whose text is the heading
 */
const NwItem *
nw_screening_get_lead (NwScreening  *self,
                       const NwItem *page)
{
  const NwItem *first = NULL;
  guint n_questions = 0;

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (page != NULL, NULL);

  if (page->type != NW_ITEM_GROUP)
    return page;

  for (const NwItem *item = page->first_child; item != NULL; item = item->next_sibling)
    if (item->type == NW_ITEM_GROUP && !item->hidden)
      n_questions += 2;
    else if (nw_item_is_question (item) && !item->hidden)
      {
        first = first == NULL ? item : first;
        n_questions += item->n_enable_when == 0;
      }

  if (page->text != NULL && *page->text != '\0' && (n_questions != 1 || page->repeats))
    return page;
  return first != NULL ? first : page;
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
  const NwItem *first = find_first_of_level (self);

  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);
  g_return_val_if_fail (item != NULL, FALSE);

  while (first != NULL && !can_be_page (self, first))
    first = first->next_sibling;
  if (first == NULL || !tells_something (item) || item->n_enable_when > 0)
    return FALSE;

  if (item->parent == first)
    for (const NwItem *it = first->first_child;
         it != NULL && it->type == NW_ITEM_DISPLAY;
         it = it->next_sibling)
      if (it == item)
        return has_within (first, asks_something);
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
      if (asks_something (&items[i]))
        break;
      if (nw_screening_is_opening (self, &items[i]))
        g_ptr_array_add (opening, (gpointer) &items[i]);
    }

  return opening;
}

/**
 * nw_screening_is_changing:
 * @self: a screening
 *
 * Returns: whether one came to this page from the review, and returns there
 */
gboolean
nw_screening_is_changing (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);

  return self->changing;
}

/**
 * nw_screening_has_tried:
 * @self: a screening
 *
 * Returns: whether somebody wanted to go on from this page and could not
 */
gboolean
nw_screening_has_tried (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);

  return self->tried;
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

  for (guint i = 0; i < self->pages->len; i++)
    foreach_on_page (self, g_ptr_array_index (self->pages, i), note_answer, &n_answers);
  return n_answers;
}

/**
 * nw_screening_next:
 * @self: a screening
 *
 * Goes on: from the opening to the first page, from page to page, from the
 * last page to the review, or back to the review where one came from there.
 * From the review it goes to the result. A page with problems is not left;
 * `tried` is emitted.
 *
 * Returns: whether it went on
 */
gboolean
nw_screening_next (NwScreening *self)
{
  guint index = 0;

  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);

  if (self->step == NW_SCREENING_REVIEW)
    return nw_screening_show_result (self);
  if (self->step == NW_SCREENING_RESULT)
    return FALSE;
  if (self->pages->len == 0)
    {
      move (self, NW_SCREENING_REVIEW, NULL);
      return TRUE;
    }
  if (self->step == NW_SCREENING_INTRO)
    {
      self->pages_added = 0;
      move (self, NW_SCREENING_QUESTIONS, g_ptr_array_index (self->pages, 0));
      return TRUE;
    }

  if (find_page_index (self, self->page, NULL))
    {
      g_autoptr (GPtrArray) problems = nw_screening_get_problems (self, self->page);

      if (problems->len > 0)
        return refuse (self);
    }

  index = find_index_behind (self, self->page);
  if (self->changing || index == self->pages->len)
    nw_screening_show_review (self);
  else
    move (self, NW_SCREENING_QUESTIONS, g_ptr_array_index (self->pages, index));
  return TRUE;
}

/**
 * nw_screening_back:
 * @self: a screening
 *
 * Goes to the page before. Nothing is lost by it, and nothing is asked first.
 *
 * Returns: whether there was one
 */
gboolean
nw_screening_back (NwScreening *self)
{
  guint index = 0;

  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);

  switch (self->step)
    {
    case NW_SCREENING_RESULT:
      nw_screening_show_review (self);
      return TRUE;
    case NW_SCREENING_REVIEW:
      if (self->pages->len == 0)
        move (self, NW_SCREENING_INTRO, NULL);
      else
        move (self, NW_SCREENING_QUESTIONS,
              g_ptr_array_index (self->pages, self->pages->len - 1));
      return TRUE;
    case NW_SCREENING_QUESTIONS:
      if (self->changing)
        nw_screening_show_review (self);
      else if (find_page_index (self, self->page, &index) && index > 0)
        move (self, NW_SCREENING_QUESTIONS, g_ptr_array_index (self->pages, index - 1));
      else
        move (self, NW_SCREENING_INTRO, self->page);
      return TRUE;
    case NW_SCREENING_INTRO:
    default:
      return FALSE;
    }
}

/**
 * nw_screening_show_page:
 * @self: a screening
 * @page: an item that is a page
 *
 * Goes to a page. Where this starts from the review or the result, the way
 * on leads back to the review.
 */
void
nw_screening_show_page (NwScreening  *self,
                        const NwItem *page)
{
  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (page != NULL);

  if (self->step == NW_SCREENING_REVIEW || self->step == NW_SCREENING_RESULT)
    {
      self->changing = TRUE;
      self->pages_added = 0;
    }
  move (self, NW_SCREENING_QUESTIONS, page);
}

/**
 * nw_screening_show_review:
 * @self: a screening
 *
 * Goes to the page with all answers.
 */
void
nw_screening_show_review (NwScreening *self)
{
  g_return_if_fail (NW_IS_SCREENING (self));

  self->changing = FALSE;
  move (self, NW_SCREENING_REVIEW, self->page);
}

/**
 * nw_screening_show_result:
 * @self: a screening
 *
 * Goes to the result; or, where an answer is missing, to the first page that
 * wants one, and says so there.
 *
 * Returns: whether the result is shown
 */
gboolean
nw_screening_show_result (NwScreening *self)
{
  const NwItem *page;

  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);

  page = find_first_problem_page (self);
  if (page != NULL)
    {
      nw_screening_show_page (self, page);
      return refuse (self);
    }

  move (self, NW_SCREENING_RESULT, self->page);
  return TRUE;
}

/**
 * nw_screening_set_answers:
 * @self: a screening
 * @item: a question
 * @values: (array length=n_values) (nullable): its answers
 * @n_values: how many; 0 for none
 *
 * Answers a question, in a way that can be undone.
 */
void
nw_screening_set_answers (NwScreening     *self,
                          NwResponseItem  *item,
                          NwValue * const *values,
                          guint            n_values)
{
  gboolean same;

  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (item != NULL);

  same = n_values == nw_response_item_get_n_answers (item);
  for (guint i = 0; same && i < n_values; i++)
    same = nw_value_is_same (values[i], nw_response_item_get_answer (item, i));
  if (same)
    return;

  remember_edit (self, item);
  nw_response_set_answers (self->response, item, values, n_values);
}

/**
 * nw_screening_set_answer:
 * @self: a screening
 * @item: a question
 * @value: (nullable): its only answer, or %NULL for none
 *
 * Answers a question, in a way that can be undone.
 */
void
nw_screening_set_answer (NwScreening    *self,
                         NwResponseItem *item,
                         NwValue        *value)
{
  nw_screening_set_answers (self, item, &value, value != NULL ? 1 : 0);
}

/**
 * nw_screening_type_answer:
 * @self: a screening
 * @item: a question that is answered by typing
 * @text: all that stands in the field now
 *
 * Answers a question by what is typed. What cannot be read is no answer, but
 * it is kept, and the page is not left over it.
 */
void
nw_screening_type_answer (NwScreening    *self,
                          NwResponseItem *item,
                          const char     *text)
{
  g_autoptr (NwValue) value = NULL;
  g_autofree char *problem = NULL;

  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (item != NULL);
  g_return_if_fail (text != NULL);

  value = nw_answer_text_parse (nw_response_item_get_item (item), text, &problem);
  if (problem != NULL)
    g_hash_table_insert (self->unreadable, item, g_strdup (text));
  else
    g_hash_table_remove (self->unreadable, item);
  nw_screening_set_answer (self, item, value);
}

/**
 * nw_screening_dup_typed:
 * @self: a screening
 * @item: a question that is answered by typing
 *
 * Returns: (transfer full): what is to stand in its field
 */
char *
nw_screening_dup_typed (NwScreening    *self,
                        NwResponseItem *item)
{
  const char *unreadable;

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  unreadable = g_hash_table_lookup (self->unreadable, item);
  if (unreadable != NULL)
    return g_strdup (unreadable);
  if (nw_response_item_get_n_answers (item) == 0)
    return g_strdup ("");
  return nw_answer_text_unparse (nw_response_item_get_answer (item, 0));
}

/**
 * nw_screening_dup_problem:
 * @self: a screening
 * @item: a question
 *
 * Returns: (transfer full) (nullable): what the question still wants, in
 *   words; %NULL where nothing is wrong
 */
char *
nw_screening_dup_problem (NwScreening    *self,
                          NwResponseItem *item)
{
  const char *unreadable;

  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  unreadable = g_hash_table_lookup (self->unreadable, item);
  if (unreadable != NULL)
    {
      g_autoptr (NwValue) value = NULL;
      char *problem = NULL;

      value = nw_answer_text_parse (nw_response_item_get_item (item), unreadable, &problem);
      return problem;
    }
  return nw_answer_text_dup_problem (item);
}

/* Whether an answer may stay beside a newly chosen option. */
static gboolean
stays_beside (const NwItem         *item,
              NwValue              *answer,
              const NwAnswerOption *chosen)
{
  if (!item->repeats || chosen->exclusive || nw_value_is_same (answer, chosen->value))
    return FALSE;

  for (guint i = 0; i < item->n_options; i++)
    if (item->options[i].exclusive && nw_value_is_same (answer, item->options[i].value))
      return FALSE;
  return TRUE;
}

/**
 * nw_screening_choose:
 * @self: a screening
 * @item: a choice
 * @option: which of its options, from 0
 * @chosen: whether it is an answer from now on
 *
 * Chooses an option, or takes it back. Where only one can be chosen, or one
 * excludes the rest, the others go.
 */
void
nw_screening_choose (NwScreening    *self,
                     NwResponseItem *item,
                     guint           option,
                     gboolean        chosen)
{
  g_autoptr (GPtrArray) values = NULL;
  const NwAnswerOption *it;
  const NwItem *definition;

  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (item != NULL);

  definition = nw_response_item_get_item (item);
  g_return_if_fail (option < definition->n_options);

  it = &definition->options[option];
  values = g_ptr_array_new ();
  for (guint i = 0; i < nw_response_item_get_n_answers (item); i++)
    {
      NwValue *answer = nw_response_item_get_answer (item, i);

      if (chosen ? stays_beside (definition, answer, it) : !nw_value_is_same (answer, it->value))
        g_ptr_array_add (values, answer);
    }
  if (chosen)
    g_ptr_array_add (values, it->value);

  nw_screening_set_answers (self, item, (NwValue * const *) values->pdata, values->len);
}

/**
 * nw_screening_add_repetition:
 * @self: a screening
 * @item: an item that repeats
 *
 * Returns: (transfer none): a new one behind the last
 */
NwResponseItem *
nw_screening_add_repetition (NwScreening    *self,
                             NwResponseItem *item)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  remember (self, nw_response_item_get_item (item));
  self->being_typed = NULL;
  return nw_response_add_repetition (self->response, item);
}

/**
 * nw_screening_remove_repetition:
 * @self: a screening
 * @item: one of several
 *
 * Takes one away with its answers, in a way that can be undone.
 */
void
nw_screening_remove_repetition (NwScreening    *self,
                                NwResponseItem *item)
{
  g_autoptr (NwRemoval) removal = NULL;

  g_return_if_fail (NW_IS_SCREENING (self));
  g_return_if_fail (item != NULL);

  remember (self, nw_response_item_get_item (item));
  self->being_typed = NULL;
  g_hash_table_remove_all (self->unreadable);
  removal = nw_response_remove_repetition (self->response, item);
}

/**
 * nw_screening_can_undo:
 * @self: a screening
 *
 * Returns: whether there is something to take back
 */
gboolean
nw_screening_can_undo (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);

  return self->undo->len > 0;
}

/**
 * nw_screening_can_redo:
 * @self: a screening
 *
 * Returns: whether there is something to bring back
 */
gboolean
nw_screening_can_redo (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);

  return self->redo->len > 0;
}

/**
 * nw_screening_undo:
 * @self: a screening
 *
 * Takes back the last change and goes to where it was made.
 *
 * Returns: (transfer none) (nullable): the item that was changed; %NULL where
 *   there is nothing to undo, or where all was cleared
 */
const NwItem *
nw_screening_undo (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  return step_history (self, self->undo, self->redo);
}

/**
 * nw_screening_redo:
 * @self: a screening
 *
 * Brings back what was undone last.
 *
 * Returns: (transfer none) (nullable): the item that was changed
 */
const NwItem *
nw_screening_redo (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  return step_history (self, self->redo, self->undo);
}

static void
begin_anew (NwScreening *self)
{
  take_response (self, nw_response_new (self->questionnaire));
  self->changing = FALSE;
  self->pages_added = 0;
  move (self, NW_SCREENING_INTRO, NULL);
}

/**
 * nw_screening_start_again:
 * @self: a screening
 *
 * Clears all answers and goes to the opening. It can be undone.
 */
void
nw_screening_start_again (NwScreening *self)
{
  g_return_if_fail (NW_IS_SCREENING (self));

  remember (self, NULL);
  begin_anew (self);
}

/**
 * nw_screening_forget:
 * @self: a screening
 *
 * Clears all answers and everything that could bring them back.
 */
void
nw_screening_forget (NwScreening *self)
{
  g_return_if_fail (NW_IS_SCREENING (self));

  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  begin_anew (self);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

/**
 * nw_screening_write_draft:
 * @self: a screening
 *
 * Returns: (transfer full): all answers as a QuestionnaireResponse in progress
 */
char *
nw_screening_write_draft (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  return nw_response_write_draft (self->response, FALSE);
}

/**
 * nw_screening_resume:
 * @self: a screening
 * @draft: a QuestionnaireResponse to this form
 * @error: return location for an error
 *
 * Takes the answers of a draft and goes to the first page that wants one, or
 * to the review.
 *
 * Returns: whether it could be read; %FALSE with @error set from %NW_ERROR
 */
gboolean
nw_screening_resume (NwScreening  *self,
                     NwJson       *draft,
                     GError      **error)
{
  g_autoptr (NwFindings) findings = NULL;
  NwResponse *response;
  const NwItem *page;

  g_return_val_if_fail (NW_IS_SCREENING (self), FALSE);
  g_return_val_if_fail (draft != NULL, FALSE);

  findings = nw_findings_new (nw_json_get_name (draft));
  response = nw_response_new_from_json (self->questionnaire, draft, findings);
  if (response == NULL)
    {
      g_propagate_error (error, nw_findings_to_error (findings));
      return FALSE;
    }

  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  take_response (self, response);
  self->pages_added = 0;
  self->changing = FALSE;
  page = find_first_problem_page (self);
  if (page != NULL)
    move (self, NW_SCREENING_QUESTIONS, page);
  else
    nw_screening_show_review (self);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);

  return TRUE;
}
