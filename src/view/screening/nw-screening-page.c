/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Screen: one step of the screening at a time, the ways on and back, and what is always at hand. */

#include "config.h"

#include "view/screening/nw-screening-page-private.h"

#include <glib/gi18n.h>

#include "model/base/nw-content.h"
#include "view/screening/nw-form-result-view.h"
#include "view/screening/nw-heading.h"
#include "view/screening/nw-intro-view.h"
#include "view/screening/nw-overview.h"
#include "view/screening/nw-question.h"
#include "view/screening/nw-questions-view.h"
#include "view/screening/nw-result-view.h"
#include "view/screening/nw-review-view.h"
#include "view/screening/nw-take-along.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-clamp.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-page.h"
#include "view/widgets/nw-reveal.h"

static void nw_screening_page_page_init (NwPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NwScreeningPage, nw_screening_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NW_TYPE_PAGE, nw_screening_page_page_init))

/* What is shown */

void
nw_screening_page_set_child (NwScreeningPage *self,
                             GtkWidget       *child)
{
  GtkAdjustment *adjustment;

  /* A new tree for each step: GTK tells a screen reader of nothing else. */
  if (self->step_view != NULL)
    {
      nw_screening_left_keep (self, self->step_view);
      gtk_box_remove (GTK_BOX (self->slot), self->step_view);
    }
  self->step_view = child;
  gtk_box_append (GTK_BOX (self->slot), child);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_adjustment_set_value (adjustment, 0);
}

static void
update_progress (NwScreeningPage *self)
{
  NwScreeningStep step = nw_screening_get_step (self->screening);
  guint n_pages = nw_screening_get_n_pages (self->screening);
  guint number = nw_screening_get_page_number (self->screening);
  int added = nw_screening_get_pages_added (self->screening);

  gtk_widget_set_visible (self->top, step == NW_SCREENING_QUESTIONS
                                     || step == NW_SCREENING_REVIEW);
  if (step == NW_SCREENING_REVIEW)
    number = n_pages;
  nw_overview_update (NW_OVERVIEW (self->overview));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 n_pages > 0 ? (double) number / n_pages : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  nw_overview_get_text (NW_OVERVIEW (self->overview)),
                                  -1);

  gtk_widget_set_visible (self->added, step == NW_SCREENING_QUESTIONS && added != 0);
  gtk_label_set_text (GTK_LABEL (self->added),
                      added > 0 ? _("Your answers bring further questions.")
                                : _("Your answers leave fewer questions."));
}

static const char *
get_next_label (NwScreeningPage *self)
{
  switch (nw_screening_get_step (self->screening))
    {
    case NW_SCREENING_INTRO:
      return nw_screening_count_answers (self->screening) > 0 ? _("_Continue") : _("_Begin");
    case NW_SCREENING_REVIEW:
      return _("Show My _Result");
    case NW_SCREENING_QUESTIONS:
    case NW_SCREENING_RESULT:
    default:
      return nw_screening_is_changing (self->screening) ? _("Back to Your A_nswers") : _("_Next");
    }
}

static void
enable (NwScreeningPage *self,
        const char      *action,
        gboolean         enabled)
{
  GAction *it = g_action_map_lookup_action (G_ACTION_MAP (self->actions), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (it), enabled);
}

static void
update_buttons (NwScreeningPage *self)
{
  NwScreeningStep step = nw_screening_get_step (self->screening);
  const char *label = get_next_label (self);
  gboolean changing = nw_screening_is_changing (self->screening);

  /* The sheet is of the result. */
  enable (self, "print", step == NW_SCREENING_RESULT);
  nw_screening_keep_update (self);
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (self->next_button)), label) != 0)
    {
      gtk_button_set_label (GTK_BUTTON (self->next_button), label);
      nw_a11y_set_name (self->next_button, label);
    }
  gtk_widget_set_visible (self->next_button, step != NW_SCREENING_RESULT);
  gtk_widget_set_visible (self->again_button, step == NW_SCREENING_RESULT);
  /* Back would lead to where the other button leads. */
  gtk_widget_set_visible (self->back_button,
                          step != NW_SCREENING_INTRO
                          && !(step == NW_SCREENING_QUESTIONS && changing));
}

void
nw_screening_page_focus_heading (NwScreeningPage *self)
{
  GtkWidget *heading = nw_heading_find (self->step_view);

  if (heading != NULL && gtk_widget_get_root (heading) != NULL)
    gtk_widget_grab_focus (heading);
}

/* Where the focus was on the page that one comes back to. */
static const NwFocusPlace *
find_place (NwScreeningPage *self)
{
  if (self->going_on
      || nw_screening_get_step (self->screening) != NW_SCREENING_QUESTIONS)
    return NULL;
  return g_hash_table_lookup (self->places, nw_screening_get_page (self->screening));
}

static void
keep_place (NwScreeningPage *self)
{
  NwFocusPlace place;

  if (!NW_IS_QUESTIONS_VIEW (self->step_view))
    return;
  if (nw_questions_view_get_place (NW_QUESTIONS_VIEW (self->step_view), &place))
    g_hash_table_insert (self->places, (gpointer) self->shown_page,
                         g_memdup2 (&place, sizeof place));
  else
    g_hash_table_remove (self->places, self->shown_page);
}

/* GTK scrolls to what takes the focus only where that has its place already. */
static gboolean
reveal_focus_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *question;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->slot))
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_height (focus) == 0)
    return G_SOURCE_CONTINUE;

  question = gtk_widget_get_ancestor (focus, NW_TYPE_QUESTION);
  if (question != NULL)
    nw_reveal_widget (question);
  nw_reveal_widget (focus);
  return G_SOURCE_REMOVE;
}

/* The heading is the place to begin on a new page. Coming back to one, it is
 * where one was: what one wanted to change, the row that one came from, or what
 * had the focus when the page was left. */
static void
place_focus (NwScreeningPage *self)
{
  gconstpointer wanted = self->wanted;
  const NwFocusPlace *place = find_place (self);

  self->wanted = NULL;
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (NW_IS_QUESTIONS_VIEW (self->step_view)
      && wanted != NULL
      && nw_questions_view_focus_instance (NW_QUESTIONS_VIEW (self->step_view), wanted))
    return;
  if (NW_IS_REVIEW_VIEW (self->step_view)
      && self->shown_step == NW_SCREENING_QUESTIONS
      && wanted != NULL
      && ((self->changed != NULL
           && nw_review_view_focus_item (NW_REVIEW_VIEW (self->step_view), self->changed))
          || nw_review_view_focus_item (NW_REVIEW_VIEW (self->step_view), wanted)))
    return;
  if (place != NULL
      && nw_questions_view_focus_place (NW_QUESTIONS_VIEW (self->step_view), place))
    return;
  nw_screening_page_focus_heading (self);
}

static void
change_cb (NwScreeningPage *self,
           const NwItem    *page,
           gpointer         instance)
{
  self->wanted = instance;
  self->changed = instance;
  nw_screening_show_page (self->screening, page);
}

static GtkWidget *
make_step_view (NwScreeningPage *self)
{
  GtkWidget *view;

  switch (nw_screening_get_step (self->screening))
    {
    case NW_SCREENING_QUESTIONS:
      return nw_questions_view_new (self->screening,
                                    self->wanted == NULL && find_place (self) != NULL);
    case NW_SCREENING_REVIEW:
      view = nw_review_view_new (self->screening);
      g_signal_connect_object (view, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
      return view;
    case NW_SCREENING_RESULT:
      if (nw_screening_get_source (self->screening) != NULL)
        return nw_form_result_view_new (self->screening);
      view = nw_result_view_new (self->screening);
      nw_result_view_set_plan (NW_RESULT_VIEW (view),
                               self->keeper != NULL ? nw_plan_keeper_get_plan (self->keeper) : NULL);
      return view;
    case NW_SCREENING_INTRO:
    default:
      view = nw_intro_view_new (self->screening);
      nw_intro_view_set_offer (NW_INTRO_VIEW (view), nw_screening_keep_new_offer (self));
      return view;
    }
}

void
nw_screening_page_show_step (NwScreeningPage *self)
{
  self->alone = FALSE;
  nw_screening_confirm_show (self, FALSE);
  nw_screening_keep_tell (self);
  keep_place (self);
  nw_screening_page_set_child (self, make_step_view (self));
  /* Now: a strip that goes hands the focus on, and the items of the step before
   * may be gone. */
  nw_screening_forms_update (self);
  update_progress (self);
  /* First the focus: a button that has it and changes its name is spoken again. */
  place_focus (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), reveal_focus_cb, NULL, NULL);
  update_buttons (self);
  self->shown_step = nw_screening_get_step (self->screening);
  self->shown_page = nw_screening_get_page (self->screening);
}

static void
tried_cb (NwScreeningPage *self)
{
  if (NW_IS_QUESTIONS_VIEW (self->step_view))
    nw_questions_view_focus_problem (NW_QUESTIONS_VIEW (self->step_view));
}

static void
history_changed_cb (NwScreeningPage *self)
{
  enable (self, "undo", nw_screening_can_undo (self->screening));
  enable (self, "redo", nw_screening_can_redo (self->screening));
}

/* Actions */

static void
go_next (NwScreeningPage *self)
{
  if (nw_screening_get_step (self->screening) == NW_SCREENING_QUESTIONS
      && nw_screening_is_changing (self->screening))
    self->wanted = nw_screening_get_page (self->screening);
  self->going_on = TRUE;
  nw_screening_next (self->screening);
  self->going_on = FALSE;
}

static void
next_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  go_next (NW_SCREENING_PAGE (widget));
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);

  if (nw_screening_is_changing (self->screening))
    self->wanted = nw_screening_get_page (self->screening);
  nw_screening_back (self->screening);
}

static void
page_back_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  back_cb (GTK_WIDGET (user_data), NULL, NULL);
}

static void
tell_change (NwScreeningPage *self,
             const NwItem    *item,
             gboolean         undone)
{
  const char *text = NULL;
  g_autofree char *note = NULL;

  if (item != NULL)
    text = nw_item_get_text (item, nw_screening_get_language (self->screening));
  if (text == NULL)
    note = g_strdup (undone ? _("Your answers are back.") : _("Done again."));
  else
    /* Translators: a passing note; %s is a question of the form */
    note = g_strdup_printf (undone ? _("Undone: %s") : _("Done again: %s"), text);
  nw_note_show (GTK_WIDGET (self), note,
                undone ? _("Redo") : _("Undo"),
                undone ? "page.redo" : "page.undo");
}

static void
step_history (NwScreeningPage *self,
              gboolean         undo)
{
  const NwItem *item;

  if (undo ? !nw_screening_can_undo (self->screening) : !nw_screening_can_redo (self->screening))
    return;

  item = undo ? nw_screening_undo (self->screening) : nw_screening_redo (self->screening);
  if (item != NULL && NW_IS_QUESTIONS_VIEW (self->step_view))
    nw_questions_view_focus_item (NW_QUESTIONS_VIEW (self->step_view), item);
  tell_change (self, item, undo);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  step_history (NW_SCREENING_PAGE (user_data), TRUE);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  step_history (NW_SCREENING_PAGE (user_data), FALSE);
}

static void
start_again_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);
  guint n_answers = nw_screening_count_answers (self->screening);
  g_autofree char *note = g_strdup_printf (ngettext ("%u answer is removed.",
                                                     "%u answers are removed.", n_answers),
                                           n_answers);

  nw_screening_start_again (self->screening);
  nw_note_show (widget, note, _("Undo"), "page.undo");
}

/* What was prepared stands on the sheet too. */
static NwPlan *
get_plan (NwScreeningPage *self)
{
  if (self->keeper == NULL || nw_screening_get_source (self->screening) != NULL)
    return NULL;
  return nw_plan_keeper_get_plan (self->keeper);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (user_data);

  nw_take_along_print (GTK_WIDGET (self), self->screening, get_plan (self));
}

static void
copy_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);

  nw_take_along_copy (widget, self->screening, get_plan (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  nw_take_along_save (widget, NW_SCREENING_PAGE (widget)->screening);
}

static void
page_save_later_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  nw_screening_keep_save (NW_SCREENING_PAGE (user_data));
}

static const GActionEntry page_actions[] = {
  { "back", page_back_cb },
  { "print", print_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "save-later", page_save_later_cb },
};

/* Keys */

static gboolean
types_text (GtkWidget *focus)
{
  return GTK_IS_EDITABLE (focus) || GTK_IS_TEXT_VIEW (focus);
}

static gboolean
key_pressed_cb (NwScreeningPage *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  guint number = 0;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || focus == NULL)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Escape)
    {
      nw_screening_confirm_keep (self);
      return GDK_EVENT_PROPAGATE;
    }
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    number = keyval - GDK_KEY_0;
  else if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    number = keyval - GDK_KEY_KP_0;
  if (number > 0)
    return NW_IS_QUESTIONS_VIEW (self->step_view)
           && !types_text (focus)
           && nw_questions_view_press_number (NW_QUESTIONS_VIEW (self->step_view), number);

  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && NW_IS_HEADING (focus)
      && gtk_widget_get_visible (self->next_button))
    {
      go_next (self);
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

/* The contract with the window */

static GActionGroup *
nw_screening_page_get_actions (NwPage *page)
{
  return G_ACTION_GROUP (NW_SCREENING_PAGE (page)->actions);
}

static void
nw_screening_page_take_focus (NwPage *page)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (page);

  if (self->last_focus != NULL
      && gtk_widget_is_ancestor (self->last_focus, GTK_WIDGET (self))
      && gtk_widget_grab_focus (self->last_focus))
    return;
  nw_screening_page_focus_heading (self);
}

static void
nw_screening_page_set_layout (NwPage   *page,
                              NwLayout  layout)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (page);
  gboolean narrow = layout == NW_LAYOUT_NARROW;

  nw_banner_set_narrow (self->form_banner, narrow);
  nw_banner_set_narrow (self->problem_banner, narrow);
  if (narrow)
    gtk_button_set_icon_name (GTK_BUTTON (self->save_button), "document-save-symbolic");
  else
    gtk_button_set_label (GTK_BUTTON (self->save_button), _("Save and Continue Later"));
  nw_a11y_set_name (self->save_button, _("Save and Continue Later"));
}

static void
nw_screening_page_page_init (NwPageInterface *iface)
{
  iface->set_layout = nw_screening_page_set_layout;
  iface->get_actions = nw_screening_page_get_actions;
  iface->take_focus = nw_screening_page_take_focus;
}

/* Overrides */

static void
nw_screening_page_unroot (GtkWidget *widget)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_clear_weak_pointer (&self->last_focus);
  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    g_set_weak_pointer (&self->last_focus, focus);

  GTK_WIDGET_CLASS (nw_screening_page_parent_class)->unroot (widget);
}

static void
nw_screening_page_dispose (GObject *object)
{
  NwScreeningPage *self = NW_SCREENING_PAGE (object);

  g_clear_weak_pointer (&self->last_focus);
  nw_screening_left_drop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_SCREENING_PAGE);
  self->step_view = NULL;
  nw_screening_forms_clear (self);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_object (&self->screening);
  g_clear_object (&self->draft_keeper);
  g_clear_object (&self->form_keeper);
  g_clear_object (&self->keeper);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (nw_screening_page_parent_class)->dispose (object);
}

static void
nw_screening_page_class_init (NwScreeningPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_screening_page_dispose;
  widget_class->unroot = nw_screening_page_unroot;

  g_type_ensure (NW_TYPE_BANNER);
  g_type_ensure (NW_TYPE_CLAMP);
  g_type_ensure (NW_TYPE_OVERVIEW);

  gtk_widget_class_install_action (widget_class, "screening.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "screening.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "screening.start-again", NULL, start_again_cb);
  gtk_widget_class_install_action (widget_class, "screening.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "screening.save", NULL, save_cb);

  nw_screening_confirm_install (widget_class);
  nw_screening_forms_install (widget_class);
  nw_screening_keep_install (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-screening-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, form_banner);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, problem_banner);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, top);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, overview);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, progress);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, added);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, slot);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, bottom);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, confirm);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, confirm_text);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, keep_button);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, NwScreeningPage, again_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "screening");
}

static void
nw_screening_page_init (NwScreeningPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nw-page");
  nw_a11y_set_name (self->back_button, _("_Back"));
  nw_a11y_set_name (self->again_button, _("Start _Again"));

  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions),
                                   page_actions, G_N_ELEMENTS (page_actions), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed",
                           G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* In place of a step, without the ways on: there is nothing to go on to. */
void
nw_screening_page_show_alone (NwScreeningPage *self,
                              GtkWidget       *child)
{
  self->alone = TRUE;
  nw_screening_page_set_child (self, child);
  nw_banner_hide (self->form_banner);
  gtk_widget_set_visible (self->top, FALSE);
  nw_screening_confirm_show (self, FALSE);
  nw_screening_page_focus_heading (self);
}

/* Before any view is: so what was left is gone when it would be told. */
static void
watch_for_left (NwScreeningPage *self)
{
  static const char *const signals[] = { "changed", "structure-changed", "tried" };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->screening, signals[i],
                             G_CALLBACK (nw_screening_left_drop), self, G_CONNECT_SWAPPED);
}

/**
 * nw_screening_page_set_screening:
 * @self: a page
 * @screening: what it is to show
 *
 * Shows a screening, at the step where it is.
 */
void
nw_screening_page_set_screening (NwScreeningPage *self,
                                 NwScreening     *screening)
{
  g_return_if_fail (NW_IS_SCREENING_PAGE (self));
  g_return_if_fail (NW_IS_SCREENING (screening));

  if (self->screening == screening)
    return;

  if (self->screening != NULL)
    g_signal_handlers_disconnect_by_data (self->screening, self);
  g_set_object (&self->screening, screening);
  if (nw_screening_get_source (screening) == NULL)
    g_set_object (&self->ours, screening);
  nw_overview_set_screening (NW_OVERVIEW (self->overview), screening);
  watch_for_left (self);
  g_signal_connect_object (screening, "moved", G_CALLBACK (nw_screening_page_show_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (screening, "tried",
                           G_CALLBACK (tried_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (screening, "changed",
                           G_CALLBACK (update_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (screening, "history-changed",
                           G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  history_changed_cb (self);
  nw_screening_page_show_step (self);
  nw_screening_keep_show_problem (self);
}

/**
 * nw_screening_page_get_screening:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what it shows
 */
NwScreening *
nw_screening_page_get_screening (NwScreeningPage *self)
{
  g_return_val_if_fail (NW_IS_SCREENING_PAGE (self), NULL);

  return self->screening;
}

/**
 * nw_screening_page_set_keeper:
 * @self: a page
 * @keeper: (nullable): what keeps the preparation
 *
 * Sets where the sheet to take along finds the licence and the insurance.
 */
void
nw_screening_page_set_keeper (NwScreeningPage *self,
                              NwPlanKeeper    *keeper)
{
  g_return_if_fail (NW_IS_SCREENING_PAGE (self));
  g_return_if_fail (keeper == NULL || NW_IS_PLAN_KEEPER (keeper));

  g_set_object (&self->keeper, keeper);
}

/* Says what is wrong where our own form cannot be read. */
static void
show_error (NwScreeningPage *self,
            const GError    *error)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_box_append (GTK_BOX (box), nw_heading_new (_("The Questions Can’t Be Shown"), "nw-title"));
  gtk_box_append (GTK_BOX (box),
                  nw_words_new (_("A file of the program is damaged. Installing it again helps. "
                                  "This is what was found:"),
                                "nw-body"));
  gtk_box_append (GTK_BOX (box), nw_words_new (error->message, "nw-caption"));
  nw_screening_page_show_alone (self, box);
}

/**
 * nw_screening_page_new:
 *
 * Makes the page with the form that the program brings along.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
nw_screening_page_new (void)
{
  NwScreeningPage *self = g_object_new (NW_TYPE_SCREENING_PAGE, NULL);
  g_autoptr (NwQuestionnaire) questionnaire = NULL;
  g_autoptr (NwScreening) screening = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *language = NULL;

  bytes = nw_content_load ("screening.json", &language, &error);
  if (bytes != NULL)
    questionnaire = nw_questionnaire_new_from_bytes (bytes, "screening.json", &error);
  if (questionnaire == NULL)
    {
      show_error (self, error);
      return GTK_WIDGET (self);
    }

  screening = nw_screening_new (questionnaire, language);
  nw_screening_page_set_screening (self, screening);
  return GTK_WIDGET (self);
}
