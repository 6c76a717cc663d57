/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screening as a walk: which page is shown, what it still wants, and every way back. */

#include "config.h"

#include "model/screening/nw-screening.h"

#include <string.h>

#include "model/base/nw-error.h"
#include "model/screening/nw-screening-private.h"

/* The steps that can be taken back, and what the drafts for them may cost
 * together. One of the largest form in use is about 100 KiB. */
#define MAX_HISTORY 100
#define MAX_HISTORY_BYTES ((gsize) 16 * 1024 * 1024)

/* A draft of our own is as long as the answers are, and answers may lie deeper
 * in it than questions in a form. */
static const NwJsonLimits draft_limits = { G_MAXINT32, 4 * NW_JSON_MAX_DEPTH };

/* A state to go back to: the answers, where one was, and what was changed then. */
typedef struct
{
  char            *draft;
  const NwItem    *page;
  const NwItem    *changed;
  NwScreeningStep  step;
} Moment;

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
  nw_screening_update_pages (self);
  g_signal_emit (self, signals[CHANGED], 0, items);
}

static void
response_structure_changed_cb (NwScreening *self)
{
  nw_screening_update_pages (self);
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
  nw_screening_update_pages (self);
}

/* The last step can always be taken back, however much there is. What is redone
 * was among these, so it needs no bound of its own. */
static void
forget_oldest (GPtrArray *moments)
{
  gsize bytes = 0;
  guint n_kept = 0;

  while (n_kept < MIN (moments->len, MAX_HISTORY))
    {
      const Moment *moment = g_ptr_array_index (moments, moments->len - 1 - n_kept);

      bytes += strlen (moment->draft);
      if (n_kept > 0 && bytes > MAX_HISTORY_BYTES)
        break;
      n_kept++;
    }
  g_ptr_array_remove_range (moments, 0, moments->len - n_kept);
}

void
nw_screening_remember (NwScreening  *self,
                       const NwItem *changed)
{
  g_ptr_array_add (self->undo, new_moment (self, changed));
  forget_oldest (self->undo);
  g_ptr_array_set_size (self->redo, 0);
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

static NwResponse *
read_draft (NwScreening  *self,
            const char   *draft,
            GError      **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (draft, strlen (draft));
  g_autoptr (NwJson) json = nw_json_new_from_bytes (bytes, "draft", &draft_limits, error);
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
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->unreadable, g_hash_table_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->questionnaire, nw_questionnaire_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->source, g_free);

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
  self->candidates = g_ptr_array_new ();
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
  nw_screening_find_candidates (self);
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
 * nw_screening_set_source:
 * @self: a screening
 * @source: (nullable): the name of a file
 *
 * Says that the form is somebody else’s, from this file: what it says of the
 * answers is then shown as theirs, and never as ours.
 */
void
nw_screening_set_source (NwScreening *self,
                         const char  *source)
{
  g_return_if_fail (NW_IS_SCREENING (self));

  g_free (self->source);
  self->source = g_strdup (source);
}

/**
 * nw_screening_get_source:
 * @self: a screening
 *
 * Returns: (transfer none) (nullable): the file of somebody else’s form; %NULL
 *   for the form that the program brings along
 */
const char *
nw_screening_get_source (NwScreening *self)
{
  g_return_val_if_fail (NW_IS_SCREENING (self), NULL);

  return self->source;
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

  if (nw_screening_has_page (self, self->page))
    {
      g_autoptr (GPtrArray) problems = nw_screening_get_problems (self, self->page);

      if (problems->len > 0)
        return refuse (self);
    }

  index = nw_screening_find_page_behind (self, self->page);
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
      else if (nw_screening_get_page_number (self) > 1)
        move (self, NW_SCREENING_QUESTIONS,
              g_ptr_array_index (self->pages, nw_screening_get_page_number (self) - 2));
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

  nw_screening_remember (self, NULL);
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
