/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page of a form: its heading, its questions, and which of them the number keys answer. */

#include "config.h"

#include "view/screening/nw-questions-view.h"

#include <glib/gi18n.h>

#include "view/screening/nw-heading.h"
#include "view/screening/nw-item-list.h"
#include "view/screening/nw-question.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

struct _NwQuestionsView
{
  GtkWidget       parent_instance;

  NwScreening    *screening;
  const NwItem   *page;
  /* Above the heading, where that is one of the questions. */
  GtkWidget      *section;
  NwItemList     *list;
  char           *prefix;
  /* The question that shows the number keys: the one with the focus, or else
   * the first of the page. */
  NwQuestion     *numbered;
  /* What had the focus last on this page, but for its heading. */
  GtkWidget      *last_focus;
  GtkWidget      *root;
};

G_DEFINE_FINAL_TYPE (NwQuestionsView, nw_questions_view, GTK_TYPE_WIDGET)

static gboolean
has_numbers (NwQuestion *question)
{
  return nw_field_has_numbers (nw_question_get_field (question));
}

/* The first visible question whose answers have numbers, depth first. */
static NwQuestion *
find_numbered (GtkWidget *widget)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (NW_IS_QUESTION (widget) && has_numbers (NW_QUESTION (widget)))
    return NW_QUESTION (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      NwQuestion *question = find_numbered (child);

      if (question != NULL)
        return question;
    }

  return NULL;
}

static void
set_numbered (NwQuestionsView *self,
              NwQuestion      *question)
{
  if (self->numbered == question)
    return;

  if (self->numbered != NULL)
    nw_field_show_numbers (nw_question_get_field (self->numbered), FALSE);
  g_set_weak_pointer (&self->numbered, question);
  if (question != NULL)
    nw_field_show_numbers (nw_question_get_field (question), TRUE);
}

static void
update_numbered (NwQuestionsView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *around = focus != NULL ? gtk_widget_get_ancestor (focus, NW_TYPE_QUESTION) : NULL;

  if (around != NULL
      && gtk_widget_is_ancestor (around, GTK_WIDGET (self))
      && has_numbers (NW_QUESTION (around)))
    set_numbered (self, NW_QUESTION (around));
  else if (self->numbered == NULL || !gtk_widget_get_visible (GTK_WIDGET (self->numbered)))
    set_numbered (self, find_numbered (GTK_WIDGET (self->list)));
}

static void
show_items (NwQuestionsView *self)
{
  g_autoptr (GPtrArray) items = nw_screening_get_page_items (self->screening, self->page);

  nw_item_list_show (self->list, items);
}

static void
focus_changed_cb (NwQuestionsView *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->root));

  update_numbered (self);
  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->last_focus, NW_IS_HEADING (focus) ? NULL : focus);
}

/* Counts what can take the focus up to @target, or finds the one after as many. */
static GtkWidget *
count_focusable (GtkWidget *widget,
                 GtkWidget *target,
                 guint     *n)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (widget == target || (target == NULL && gtk_widget_get_focusable (widget) && *n == 0))
    return widget;
  if (gtk_widget_get_focusable (widget))
    *n += target != NULL ? 1 : -1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = count_focusable (child, target, n);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
nw_questions_view_root (GtkWidget *widget)
{
  NwQuestionsView *self = NW_QUESTIONS_VIEW (widget);

  GTK_WIDGET_CLASS (nw_questions_view_parent_class)->root (widget);

  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    {
      self->root = GTK_WIDGET (gtk_widget_get_root (widget));
      g_signal_connect_object (self->root, "notify::focus-widget",
                               G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
    }
  update_numbered (self);
}

static void
nw_questions_view_unroot (GtkWidget *widget)
{
  NwQuestionsView *self = NW_QUESTIONS_VIEW (widget);

  if (self->root != NULL)
    g_signal_handlers_disconnect_by_func (self->root, focus_changed_cb, self);
  self->root = NULL;

  GTK_WIDGET_CLASS (nw_questions_view_parent_class)->unroot (widget);
}

static void
nw_questions_view_dispose (GObject *object)
{
  NwQuestionsView *self = NW_QUESTIONS_VIEW (object);

  g_clear_weak_pointer (&self->numbered);
  g_clear_weak_pointer (&self->last_focus);
  g_clear_pointer (&self->section, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_object (&self->screening);
  g_clear_pointer (&self->prefix, g_free);

  G_OBJECT_CLASS (nw_questions_view_parent_class)->dispose (object);
}

static void
nw_questions_view_class_init (NwQuestionsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_questions_view_dispose;
  widget_class->root = nw_questions_view_root;
  widget_class->unroot = nw_questions_view_unroot;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_questions_view_init (NwQuestionsView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/**
 * nw_questions_view_new:
 * @screening: a screening that is at a page
 * @again: whether somebody comes back to it, and not to its heading: which page
 *   it is is heard then as the group around the question
 *
 * Returns: (transfer floating): that page
 */
GtkWidget *
nw_questions_view_new (NwScreening *screening,
                       gboolean     again)
{
  NwQuestionsView *self;
  NwLead lead;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (nw_screening_get_page (screening) != NULL, NULL);

  self = g_object_new (NW_TYPE_QUESTIONS_VIEW,
                       "accessible-role", again ? GTK_ACCESSIBLE_ROLE_GROUP
                                                : GTK_ACCESSIBLE_ROLE_GENERIC,
                       NULL);
  self->screening = g_object_ref (screening);
  self->page = nw_screening_get_page (screening);
  self->prefix = g_strdup_printf (_("Question %u of %u"),
                                  nw_screening_get_page_number (screening),
                                  nw_screening_get_n_pages (screening));
  if (again)
    nw_a11y_set_name (GTK_WIDGET (self), self->prefix);
  lead.item = nw_screening_get_lead (screening, self->page);
  lead.prefix = self->prefix;
  if (nw_screening_get_section (screening) != NULL)
    {
      self->section = nw_words_new (nw_screening_get_section (screening), "nw-caption");
      gtk_widget_set_parent (self->section, GTK_WIDGET (self));
    }
  self->list = NW_ITEM_LIST (nw_item_list_new (screening, &lead));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));

  /* Before the items do so themselves: those that are gone have to go first. */
  g_signal_connect_object (screening, "structure-changed",
                           G_CALLBACK (show_items), self, G_CONNECT_SWAPPED);
  show_items (self);

  return GTK_WIDGET (self);
}

/**
 * nw_questions_view_press_number:
 * @self: a page of a form
 * @number: from 1 to 9
 *
 * Chooses the answer with this number.
 *
 * Returns: whether there is one
 */
gboolean
nw_questions_view_press_number (NwQuestionsView *self,
                                guint            number)
{
  g_return_val_if_fail (NW_IS_QUESTIONS_VIEW (self), FALSE);
  g_return_val_if_fail (number >= 1 && number <= 9, FALSE);

  update_numbered (self);
  return self->numbered != NULL
         && nw_field_press_number (nw_question_get_field (self->numbered), number);
}

/* The first instance that is asked on the page and for which @test holds. */
static NwResponseItem *
find_instance (NwQuestionsView *self,
               gboolean       (*test) (NwResponseItem *instance,
                                       gconstpointer   data),
               gconstpointer    data)
{
  g_autoptr (GPtrArray) tops = nw_screening_get_page_items (self->screening, self->page);

  for (guint i = 0; i < tops->len; i++)
    {
      NwResponseItem *top = g_ptr_array_index (tops, i);
      guint depth = nw_response_item_get_item (top)->depth;

      for (NwResponseItem *it = top;
           it != NULL && (it == top || nw_response_item_get_item (it)->depth > depth);
           it = nw_response_item_next (it))
        if (test (it, data) && nw_response_item_is_enabled (it)
            && nw_item_is_question (nw_response_item_get_item (it)))
          return it;
    }
  return NULL;
}

static gboolean
focus_instance (NwQuestionsView *self,
                NwResponseItem  *instance)
{
  GtkWidget *question = NULL;

  if (instance != NULL)
    question = nw_item_list_build_item (self->list, instance);
  if (question == NULL || !gtk_widget_grab_focus (question))
    return FALSE;
  nw_pieces_reveal_focus (NW_PIECES (self->list));
  return TRUE;
}

/**
 * nw_questions_view_focus_problem:
 * @self: a page of a form
 *
 * Takes the focus to the first question that shows a problem.
 */
void
nw_questions_view_focus_problem (NwQuestionsView *self)
{
  g_autoptr (GPtrArray) problems = NULL;

  g_return_if_fail (NW_IS_QUESTIONS_VIEW (self));

  problems = nw_screening_get_problems (self->screening, self->page);
  if (problems->len > 0)
    focus_instance (self, g_ptr_array_index (problems, 0));
}

static gboolean
is_of_item (NwResponseItem *instance,
            gconstpointer   item)
{
  return nw_response_item_get_item (instance) == item;
}

/**
 * nw_questions_view_focus_item:
 * @self: a page of a form
 * @item: a question
 *
 * Takes the focus to a question, or to the first of its repetitions.
 *
 * Returns: whether the question is there and took the focus
 */
gboolean
nw_questions_view_focus_item (NwQuestionsView *self,
                              const NwItem    *item)
{
  g_return_val_if_fail (NW_IS_QUESTIONS_VIEW (self), FALSE);

  return focus_instance (self, find_instance (self, is_of_item, item));
}

static gboolean
is_instance (NwResponseItem *instance,
             gconstpointer   other)
{
  return instance == other;
}

/**
 * nw_questions_view_focus_instance:
 * @self: a page of a form
 * @instance: (type gpointer): an instance of a question; only to be compared,
 *   since it may be gone
 *
 * Takes the focus to one of the repetitions of a question.
 *
 * Returns: whether it is there and took the focus
 */
gboolean
nw_questions_view_focus_instance (NwQuestionsView *self,
                                  gconstpointer    instance)
{
  g_return_val_if_fail (NW_IS_QUESTIONS_VIEW (self), FALSE);

  return focus_instance (self, find_instance (self, is_instance, instance));
}

/**
 * nw_questions_view_get_place:
 * @self: a page of a form
 * @place: (out caller-allocates): where the focus was last
 *
 * Returns: whether that was at a question, and not at the heading
 */
gboolean
nw_questions_view_get_place (NwQuestionsView *self,
                             NwFocusPlace    *place)
{
  GtkWidget *question;

  g_return_val_if_fail (NW_IS_QUESTIONS_VIEW (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  question = self->last_focus != NULL
               ? gtk_widget_get_ancestor (self->last_focus, NW_TYPE_QUESTION) : NULL;
  if (question == NULL)
    return FALSE;
  place->item = nw_question_get_item (NW_QUESTION (question));
  place->nth = 0;
  return count_focusable (question, self->last_focus, &place->nth) != NULL;
}

/**
 * nw_questions_view_focus_place:
 * @self: a page of a form
 * @place: where the focus was when it was shown before
 *
 * Returns: whether that is still there and took the focus
 */
gboolean
nw_questions_view_focus_place (NwQuestionsView    *self,
                               const NwFocusPlace *place)
{
  NwResponseItem *instance;
  GtkWidget *question = NULL;
  GtkWidget *widget = NULL;
  guint n;

  g_return_val_if_fail (NW_IS_QUESTIONS_VIEW (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  instance = find_instance (self, is_instance, place->item);
  n = place->nth;
  if (instance != NULL)
    question = nw_item_list_build_item (self->list, instance);
  if (question != NULL)
    widget = count_focusable (question, NULL, &n);
  return widget != NULL && gtk_widget_grab_focus (widget);
}
