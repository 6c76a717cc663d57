/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Prepare: an overview and the places behind it. */

#include "config.h"

#include "view/plan/nw-plan-page.h"

#include <glib/gi18n.h>

#include "model/plan/nw-directory.h"
#include "model/plan/nw-insurance-guide.h"
#include "model/screening/nw-sheet.h"
#include "view/plan/nw-plan-calendar.h"
#include "view/plan/nw-plan-delete.h"
#include "view/plan/nw-plan-insurance.h"
#include "view/plan/nw-plan-licence.h"
#include "view/plan/nw-plan-overview.h"
#include "view/plan/nw-plan-parts.h"
#include "view/plan/nw-plan-questions.h"
#include "view/plan/nw-plan-sheet.h"
#include "view/widgets/nw-clamp.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-page.h"
#include "view/widgets/nw-sheet-print.h"

typedef enum
{
  PLACE_OVERVIEW,
  PLACE_LICENCE,
  PLACE_INSURANCE,
  PLACE_QUESTIONS,
  N_PLACES
} Place;

static const char *const place_names[N_PLACES] = {
  [PLACE_OVERVIEW] = "overview",
  [PLACE_LICENCE] = "licence",
  [PLACE_INSURANCE] = "insurance",
  [PLACE_QUESTIONS] = "questions",
};

/* What is printed or copied at each place. */
static const NwPlanSheetParts place_parts[N_PLACES] = {
  [PLACE_OVERVIEW] = NW_PLAN_SHEET_ALL,
  [PLACE_LICENCE] = NW_PLAN_SHEET_LICENCE,
  [PLACE_INSURANCE] = NW_PLAN_SHEET_CALL,
  [PLACE_QUESTIONS] = NW_PLAN_SHEET_QUESTIONS,
};

struct _NwPlanPage
{
  GtkWidget           parent_instance;

  GtkWidget          *scrolled;
  GtkWidget          *slot;

  NwPlanKeeper       *keeper;
  NwDirectory        *directory;
  NwInsuranceGuide   *guide;
  GSimpleActionGroup *actions;
  NwLayout            layout;
  Place               place;
  /* Where the focus was when another page was shown. */
  GtkWidget          *last_focus;
};

static void nw_plan_page_page_init (NwPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NwPlanPage, nw_plan_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NW_TYPE_PAGE, nw_plan_page_page_init))

/* Places */

static GtkWidget *
get_current (NwPlanPage *self)
{
  return gtk_widget_get_first_child (self->slot);
}

static GtkWidget *
create_place (NwPlanPage *self,
              Place       place)
{
  NwPlan *plan = nw_plan_keeper_get_plan (self->keeper);

  switch (place)
    {
    case PLACE_LICENCE:
      return nw_plan_licence_new (plan, self->directory);
    case PLACE_INSURANCE:
      return nw_plan_insurance_new (plan, self->directory, self->guide);
    case PLACE_QUESTIONS:
      return nw_plan_questions_new (plan, self->guide);
    case PLACE_OVERVIEW:
    case N_PLACES:
    default:
      return nw_plan_overview_new (self->keeper, self->directory, self->guide);
    }
}

static void
take_place_focus (NwPlanPage *self,
                  const char *from)
{
  GtkWidget *current = get_current (self);

  if (NW_IS_PLAN_OVERVIEW (current))
    nw_plan_overview_take_focus (NW_PLAN_OVERVIEW (current), from);
  else if (NW_IS_PLAN_LICENCE (current))
    nw_plan_licence_take_focus (NW_PLAN_LICENCE (current));
  else if (NW_IS_PLAN_INSURANCE (current))
    nw_plan_insurance_take_focus (NW_PLAN_INSURANCE (current));
  else if (NW_IS_PLAN_QUESTIONS (current))
    nw_plan_questions_take_focus (NW_PLAN_QUESTIONS (current));
}

static void
set_action_enabled (NwPlanPage *self,
                    const char *name,
                    gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* Before its first layout nothing knows where the focus is. By the second frame
 * it does. */
static gboolean
focus_laid_out_cb (GtkWidget     *widget,
                   GdkFrameClock *clock,
                   gpointer       user_data)
{
  NwPlanPage *self = NW_PLAN_PAGE (widget);
  GtkAdjustment *adjustment;
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int *frames = user_data;
  graphene_rect_t bounds;

  if ((*frames)++ == 0)
    return G_SOURCE_CONTINUE;

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->slot)
      && gtk_widget_compute_bounds (focus, self->slot, &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

/* A place is a new tree of widgets that takes the focus: a screen reader hears
 * of nothing else on GTK 4.8. */
static void
show_place (NwPlanPage *self,
            Place       place)
{
  const char *from = place_names[self->place];
  GtkAdjustment *adjustment;

  if (self->directory == NULL)
    return;

  g_clear_weak_pointer (&self->last_focus);
  nw_plan_parts_clear (self->slot);
  self->place = place;
  gtk_box_append (GTK_BOX (self->slot), create_place (self, place));
  if (place == PLACE_OVERVIEW)
    nw_plan_overview_set_layout (NW_PLAN_OVERVIEW (get_current (self)), self->layout);
  set_action_enabled (self, "back", place != PLACE_OVERVIEW);

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  gtk_adjustment_set_value (adjustment, 0);
  take_place_focus (self, from);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_laid_out_cb, g_new0 (int, 1), g_free);
}

static gboolean
find_place (const char *name,
            Place      *place)
{
  for (int i = 0; i < N_PLACES; i++)
    if (g_str_equal (place_names[i], name))
      {
        *place = i;
        return TRUE;
      }
  return FALSE;
}

/* Actions */

static void
show_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  Place place;

  if (find_place (g_variant_get_string (parameter, NULL), &place))
    show_place (NW_PLAN_PAGE (user_data), place);
}

static void
back_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  show_place (NW_PLAN_PAGE (user_data), PLACE_OVERVIEW);
}

static void
undo_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  NwPlanPage *self = NW_PLAN_PAGE (user_data);

  nw_plan_undo (nw_plan_keeper_get_plan (self->keeper));
  nw_note_show (GTK_WIDGET (self), _("The last change is taken back."), _("Redo"), "page.redo");
}

static void
redo_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  NwPlanPage *self = NW_PLAN_PAGE (user_data);

  nw_plan_redo (nw_plan_keeper_get_plan (self->keeper));
  nw_note_show (GTK_WIDGET (self), _("The change is made again."), _("Undo"), "page.undo");
}

static void
delete_everything_activated_cb (GSimpleAction *action,
                                GVariant      *parameter,
                                gpointer       user_data)
{
  nw_plan_delete_ask (GTK_WIDGET (user_data));
}

static void
save_calendar_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  NwPlanPage *self = NW_PLAN_PAGE (user_data);

  nw_plan_calendar_save (GTK_WIDGET (self), nw_plan_keeper_get_plan (self->keeper));
}

static void
open_calendar_activated_cb (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       user_data)
{
  NwPlanPage *self = NW_PLAN_PAGE (user_data);

  nw_plan_calendar_open (GTK_WIDGET (self), nw_plan_keeper_get_plan (self->keeper));
}

/* Paper and clipboard */

static GPtrArray *
create_sheet (NwPlanPage *self)
{
  return nw_plan_sheet_new (place_parts[self->place], nw_plan_keeper_get_plan (self->keeper),
                            self->directory, self->guide);
}

static void
print_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  NwPlanPage *self = NW_PLAN_PAGE (user_data);
  g_autoptr (GPtrArray) sheet = create_sheet (self);

  nw_sheet_print_show (sheet, GTK_WIDGET (self));
}

static void
copy_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  NwPlanPage *self = NW_PLAN_PAGE (user_data);
  g_autoptr (GPtrArray) sheet = create_sheet (self);
  g_autofree char *text = nw_sheet_dup_text (sheet);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  nw_note_show (GTK_WIDGET (self),
                _("Your notes are copied. Anyone who gets the text can read it."), NULL, NULL);
}

static const GActionEntry actions[] = {
  { "copy", copy_activated_cb },
  { "delete-everything", delete_everything_activated_cb },
  { "print", print_activated_cb },
  { "open-calendar", open_calendar_activated_cb },
  { "save-calendar", save_calendar_activated_cb },
  { "show", show_activated_cb, "s" },
  { "back", back_activated_cb },
  { "undo", undo_activated_cb },
  { "redo", redo_activated_cb },
};

static void
update_actions (NwPlanPage *self)
{
  NwPlan *plan = nw_plan_keeper_get_plan (self->keeper);

  set_action_enabled (self, "undo", nw_plan_get_can_undo (plan));
  set_action_enabled (self, "redo", nw_plan_get_can_redo (plan));
  set_action_enabled (self, "open-calendar", nw_plan_get_appointment (plan) != NULL);
  set_action_enabled (self, "save-calendar", nw_plan_get_appointment (plan) != NULL);
}

/* The contract with the window */

static GActionGroup *
nw_plan_page_get_actions (NwPage *page)
{
  return G_ACTION_GROUP (NW_PLAN_PAGE (page)->actions);
}

static void
nw_plan_page_set_layout (NwPage   *page,
                         NwLayout  layout)
{
  NwPlanPage *self = NW_PLAN_PAGE (page);
  GtkWidget *current = get_current (self);

  self->layout = layout;
  if (NW_IS_PLAN_OVERVIEW (current))
    nw_plan_overview_set_layout (NW_PLAN_OVERVIEW (current), layout);
}

static gboolean
nw_plan_page_show_place (NwPage     *page,
                         const char *name)
{
  NwPlanPage *self = NW_PLAN_PAGE (page);
  Place place;

  if (g_str_equal (name, "appointment"))
    {
      show_place (self, PLACE_OVERVIEW);
      if (NW_IS_PLAN_OVERVIEW (get_current (self)))
        nw_plan_overview_edit_date (NW_PLAN_OVERVIEW (get_current (self)));
      return TRUE;
    }
  if (!find_place (name, &place))
    return FALSE;

  show_place (self, place);
  return TRUE;
}

static void
nw_plan_page_take_focus (NwPage *page)
{
  NwPlanPage *self = NW_PLAN_PAGE (page);

  if (self->last_focus == NULL || !gtk_widget_grab_focus (self->last_focus))
    take_place_focus (self, NULL);
}

static void
nw_plan_page_page_init (NwPageInterface *iface)
{
  iface->get_actions = nw_plan_page_get_actions;
  iface->set_layout = nw_plan_page_set_layout;
  iface->show_place = nw_plan_page_show_place;
  iface->take_focus = nw_plan_page_take_focus;
}

/* Overrides */

static void
nw_plan_page_unroot (GtkWidget *widget)
{
  NwPlanPage *self = NW_PLAN_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, widget))
    g_set_weak_pointer (&self->last_focus, focus);

  GTK_WIDGET_CLASS (nw_plan_page_parent_class)->unroot (widget);
}

static void
nw_plan_page_dispose (GObject *object)
{
  NwPlanPage *self = NW_PLAN_PAGE (object);

  g_clear_weak_pointer (&self->last_focus);
  g_clear_object (&self->keeper);
  g_clear_object (&self->directory);
  g_clear_object (&self->guide);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (nw_plan_page_parent_class)->dispose (object);
}

static void
nw_plan_page_class_init (NwPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_plan_page_dispose;
  widget_class->unroot = nw_plan_page_unroot;

  g_type_ensure (NW_TYPE_CLAMP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPlanPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, NwPlanPage, slot);
}

static void
nw_plan_page_init (NwPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->layout = NW_LAYOUT_WIDE;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions),
                                   self);
  /* There is nothing to print before there are questions. */
  set_action_enabled (self, "copy", FALSE);
  set_action_enabled (self, "print", FALSE);
}

static void
show_failure (NwPlanPage *self,
              GError     *error)
{
  gtk_box_append (GTK_BOX (self->slot),
                  nw_plan_parts_new_heading (_("This Page Cannot Be Shown"), "nw-title"));
  gtk_box_append (GTK_BOX (self->slot),
                  nw_plan_parts_new_label (_("A file of the program is damaged. Installing "
                                             "Needlewise again may help."), "nw-body"));
  gtk_box_append (GTK_BOX (self->slot), nw_plan_parts_new_label (error->message, "nw-caption"));
}

/**
 * nw_plan_page_new:
 * @keeper: keeps the plan
 *
 * Returns: (transfer floating): the page, at its overview
 */
GtkWidget *
nw_plan_page_new (NwPlanKeeper *keeper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NwDirectory) directory = NULL;
  NwPlanPage *self;

  g_return_val_if_fail (NW_IS_PLAN_KEEPER (keeper), NULL);

  self = g_object_new (NW_TYPE_PLAN_PAGE, NULL);
  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (nw_plan_keeper_get_plan (keeper), "changed",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  update_actions (self);

  directory = nw_directory_load (&error);
  if (directory != NULL)
    self->guide = nw_insurance_guide_load (&error);
  if (self->guide == NULL)
    {
      show_failure (self, error);
      return GTK_WIDGET (self);
    }
  self->directory = g_steal_pointer (&directory);
  set_action_enabled (self, "copy", TRUE);
  set_action_enabled (self, "print", TRUE);
  show_place (self, PLACE_OVERVIEW);
  return GTK_WIDGET (self);
}
