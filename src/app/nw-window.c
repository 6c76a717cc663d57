/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: a switcher, one page at a time, and what concerns them all. */

#include "config.h"

#include "app/nw-window.h"

#include <glib/gi18n.h>

#include "app/nw-focus-found.h"
#include "app/nw-focus-ring.h"
#include "app/nw-window-open.h"
#include "app/nw-window-strips.h"
#include "view/article/nw-article-page.h"
#include "view/plan/nw-plan-page.h"
#include "view/screening/nw-screening-page.h"
#include "view/widgets/nw-a11y-status.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-actions.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-page-switcher.h"
#include "view/widgets/nw-page.h"

/* From design.md, in pixels at the normal text size. */
#define WIDE_FROM 860
#define MEDIUM_FROM 560

typedef enum
{
  PAGE_READ,
  PAGE_SCREEN,
  PAGE_PREPARE,
  N_PAGES
} PageId;

struct _NwWindow
{
  GtkApplicationWindow parent_instance;

  GSettings           *settings;
  GtkWidget           *header;
  GtkWidget           *top_switcher;
  GtkWidget           *narrow_title;
  GtkWidget           *find_button;
  GtkWidget           *menu_button;
  GMenuModel          *menu;
  GtkWidget           *overlay;
  GtkWidget           *content;
  GtkWidget           *strips;
  GtkWidget           *page_slot;

  /* Made when first needed: in a narrow window, and when there is something to say. */
  GtkWidget           *bottom_switcher;
  GtkWidget           *note;

  /* Built when first shown and kept; only the current one is in the tree. */
  NwPage              *pages[N_PAGES];
  PageId               current;
  NwLayout             layout;
  guint                layout_id;

  NwWindowStrips      *window_strips;
  guint                strips_id;
  NwA11yStatus        *a11y_status;
};

G_DEFINE_FINAL_TYPE (NwWindow, nw_window, GTK_TYPE_APPLICATION_WINDOW)

static NwPlanKeeper *
get_plan_keeper (NwWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return nw_application_get_plan_keeper (NW_APPLICATION (application));
}

static NwPage *
create_prepare (NwWindow *self)
{
  return NW_PAGE (nw_plan_page_new (get_plan_keeper (self)));
}

static NwPage *
create_article (NwWindow *self)
{
  return NW_PAGE (nw_article_page_new (self->settings));
}

static NwPage *
create_screening (NwWindow *self)
{
  GtkWidget *page = nw_screening_page_new ();
  NwApplication *application = NW_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));

  nw_screening_page_set_keeper (NW_SCREENING_PAGE (page), get_plan_keeper (self));
  nw_screening_page_set_draft_keepers (NW_SCREENING_PAGE (page),
                                       nw_application_get_draft_keeper (application),
                                       nw_application_get_form_keeper (application));
  return NW_PAGE (page);
}

static const struct
{
  const char *name;
  const char *title;
  NwPage     *(*create) (NwWindow *self);
} pages[N_PAGES] = {
  [PAGE_READ] = { "read", NC_("page", "Read"), create_article },
  [PAGE_SCREEN] = { "screen", NC_("page", "Screen"), create_screening },
  [PAGE_PREPARE] = { "prepare", NC_("page", "Prepare"), create_prepare },
};

static gboolean
find_page (const char *name,
           PageId     *page)
{
  for (gsize i = 0; i < N_PAGES; i++)
    if (g_str_equal (pages[i].name, name))
      {
        *page = i;
        return TRUE;
      }

  return FALSE;
}

/* Layout */

static NwLayout
choose_layout (NwWindow *self,
               int       pixels)
{
  int dpi;
  double width;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  width = pixels / MAX (1.0, dpi / (96.0 * PANGO_SCALE));

  if (width < MEDIUM_FROM)
    return NW_LAYOUT_NARROW;
  return width < WIDE_FROM ? NW_LAYOUT_MEDIUM : NW_LAYOUT_WIDE;
}

static void
add_bottom_switcher (NwWindow *self)
{
  self->bottom_switcher = g_object_new (NW_TYPE_PAGE_SWITCHER, NULL);
  gtk_widget_add_css_class (self->bottom_switcher, "bottom");
  nw_page_switcher_set_to_do (NW_PAGE_SWITCHER (self->bottom_switcher),
                              nw_page_switcher_get_to_do (NW_PAGE_SWITCHER (self->top_switcher)));
  gtk_box_append (GTK_BOX (self->content), self->bottom_switcher);
}

static void
apply_layout (NwWindow *self,
              NwLayout  layout)
{
  gboolean narrow = layout == NW_LAYOUT_NARROW;

  self->layout = layout;
  if (narrow && self->bottom_switcher == NULL)
    add_bottom_switcher (self);
  gtk_header_bar_set_title_widget (GTK_HEADER_BAR (self->header),
                                   narrow ? self->narrow_title : self->top_switcher);
  if (self->bottom_switcher != NULL)
    gtk_widget_set_visible (self->bottom_switcher, narrow);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");

  if (self->window_strips != NULL)
    nw_window_strips_set_narrow (self->window_strips, narrow);
  for (gsize i = 0; i < N_PAGES; i++)
    if (self->pages[i] != NULL)
      nw_page_set_layout (self->pages[i], layout);
}

static gboolean
update_layout_cb (gpointer user_data)
{
  NwWindow *self = NW_WINDOW (user_data);
  NwLayout layout = choose_layout (self, gtk_widget_get_width (GTK_WIDGET (self)));

  self->layout_id = 0;
  if (layout != self->layout)
    apply_layout (self, layout);
  return G_SOURCE_REMOVE;
}

/* Never within an allocation: GTK 4.8 has no breakpoints. */
static void
queue_layout (NwWindow *self)
{
  if (self->layout_id == 0)
    self->layout_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_layout_cb, self, NULL);
}

/* Pages */

static NwPage *
ensure_page (NwWindow *self,
             PageId    page)
{
  if (self->pages[page] == NULL && pages[page].create != NULL)
    {
      self->pages[page] = g_object_ref_sink (pages[page].create (self));
      gtk_widget_set_hexpand (GTK_WIDGET (self->pages[page]), TRUE);
      nw_page_set_layout (self->pages[page], self->layout);
    }

  return self->pages[page];
}

static void
set_title (NwWindow *self)
{
  /* Translators: the title of the window; %s is the name of a page */
  g_autofree char *title = g_strdup_printf (_("%s · Needlewise"),
                                            g_dpgettext2 (NULL, "page", pages[self->current].title));

  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
show_page (NwWindow *self,
           PageId    id)
{
  NwPage *page = ensure_page (self, id);
  GtkWidget *old = gtk_widget_get_first_child (self->page_slot);
  GActionGroup *group;

  if (page == NULL || GTK_WIDGET (page) == old)
    return;

  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->page_slot), old);
  self->current = id;
  gtk_box_append (GTK_BOX (self->page_slot), GTK_WIDGET (page));
  nw_actions_renew (GTK_WIDGET (page));

  group = nw_page_get_actions (page);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", group);
  gtk_widget_set_visible (self->find_button,
                          group != NULL && g_action_group_has_action (group, "find"));
  set_title (self);
  nw_page_take_focus (page);
}

/* Actions */

static void
change_page_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  PageId page;

  if (!find_page (g_variant_get_string (state, NULL), &page))
    return;

  g_simple_action_set_state (action, state);
  show_page (NW_WINDOW (user_data), page);
}

static void
show_place_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  nw_window_show_place (NW_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
show_note_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  NwWindow *self = NW_WINDOW (user_data);
  const char *text;
  const char *label;
  const char *detailed_action;

  if (self->note == NULL)
    {
      self->note = g_object_new (NW_TYPE_NOTE, NULL);
      gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->note);
    }
  g_variant_get (parameter, "(&s&s&s)", &text, &label, &detailed_action);
  nw_note_present (NW_NOTE (self->note), text, label, detailed_action);
}

static void
emergency_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  nw_window_show_place (NW_WINDOW (user_data), "read:not-wait");
}

/* Left to itself, GTK moves the focus out of a closed menu with its next frame.
 * By then the window that was chosen there may be up, and a screen reader would
 * speak the menu's button last. */
static void
menu_closed_cb (NwWindow *self)
{
  gtk_widget_grab_focus (self->menu_button);
}

/* The menu is made when somebody is there: the first frame does not show it. */
static void
ensure_menu (NwWindow *self)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (self->menu_button);
  GtkPopover *menu;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  gtk_menu_button_set_menu_model (button, self->menu);
  menu = gtk_menu_button_get_popover (button);
  nw_a11y_name_menu (menu, _("Main Menu"));
  g_signal_connect_object (menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
menu_asked_for_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  ensure_menu (NW_WINDOW (user_data));
}

/* The pointer has come, or a key; a window may get the focus by itself. */
static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          NwWindow           *self)
{
  if (gdk_event_get_event_type (event) != GDK_FOCUS_CHANGE)
    ensure_menu (self);
  return GDK_EVENT_PROPAGATE;
}

static void
menu_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  NwWindow *self = NW_WINDOW (user_data);

  ensure_menu (self);
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->menu_button));
}

/* GTK would make this window at the start if it lay where GTK looks for it. */
static void
show_help_overlay_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  GtkApplicationWindow *self = GTK_APPLICATION_WINDOW (user_data);

  if (gtk_application_window_get_help_overlay (self) == NULL)
    {
      g_autoptr (GtkBuilder) builder =
        gtk_builder_new_from_resource (NW_RESOURCE_PATH "/ui/help-overlay.ui");
      GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

      gtk_application_window_set_help_overlay (self, GTK_SHORTCUTS_WINDOW (overlay));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (self)));
}

static const GActionEntry actions[] = {
  { "show-help-overlay", show_help_overlay_cb },
  { "page", NULL, "s", "'read'", change_page_cb },
  { "show-place", show_place_cb, "s" },
  { "show-note", show_note_cb, "(sss)" },
  { "emergency", emergency_cb },
  { "menu", menu_cb },
};

/* What is due */

static void
update_to_do (NwWindow   *self,
              GParamSpec *pspec,
              NwPlan     *plan)
{
  guint to_do = nw_plan_get_to_do (plan);

  nw_page_switcher_set_to_do (NW_PAGE_SWITCHER (self->top_switcher), to_do);
  if (self->bottom_switcher != NULL)
    nw_page_switcher_set_to_do (NW_PAGE_SWITCHER (self->bottom_switcher), to_do);
}

/* After the first frame: it reads the plan. */
static gboolean
add_strips_cb (gpointer user_data)
{
  NwWindow *self = NW_WINDOW (user_data);
  NwPlanKeeper *keeper = get_plan_keeper (self);
  NwPlan *plan = nw_plan_keeper_get_plan (keeper);

  self->strips_id = 0;
  self->window_strips = nw_window_strips_new (GTK_APPLICATION_WINDOW (self),
                                              GTK_BOX (self->strips), keeper);
  nw_window_strips_set_narrow (self->window_strips, self->layout == NW_LAYOUT_NARROW);
  g_signal_connect_object (plan, "notify::to-do", G_CALLBACK (update_to_do), self,
                           G_CONNECT_SWAPPED);
  update_to_do (self, NULL, plan);

  /* What reads the whole window finds the menu in it. */
  self->a11y_status = nw_a11y_status_get_default ();
  g_signal_connect_object (self->a11y_status, "notify::used", G_CALLBACK (ensure_menu), self,
                           G_CONNECT_SWAPPED);
  if (nw_a11y_status_is_used (self->a11y_status))
    ensure_menu (self);
  return G_SOURCE_REMOVE;
}

/* Overrides */

static gboolean
nw_window_close_request (GtkWindow *window)
{
  NwWindow *self = NW_WINDOW (window);
  int width;
  int height;

  gtk_window_get_default_size (window, &width, &height);
  if (!gtk_window_is_maximized (window))
    {
      g_settings_set_int (self->settings, "window-width", MAX (width, 300));
      g_settings_set_int (self->settings, "window-height", MAX (height, 200));
    }
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_string (self->settings, "page", pages[self->current].name);

  return GTK_WINDOW_CLASS (nw_window_parent_class)->close_request (window);
}

/* A scrolled window says that its bars are narrow when it is realized. GTK would
 * do that after it has styled the window for the first time, and then narrow each
 * bar from frame to frame. */
static void
realize_scrolled (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    gtk_widget_realize (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    realize_scrolled (child);
}

static void
nw_window_show (GtkWidget *widget)
{
  realize_scrolled (NW_WINDOW (widget)->page_slot);
  GTK_WIDGET_CLASS (nw_window_parent_class)->show (widget);
}

static void
nw_window_realize (GtkWidget *widget)
{
  NwWindow *self = NW_WINDOW (widget);

  GTK_WIDGET_CLASS (nw_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (queue_layout), widget, G_CONNECT_SWAPPED);
  if (self->window_strips == NULL && self->strips_id == 0)
    self->strips_id = g_idle_add_full (G_PRIORITY_LOW, add_strips_cb, self, NULL);
}

static void
nw_window_dispose (GObject *object)
{
  NwWindow *self = NW_WINDOW (object);

  /* What is typed is settled by what loses the focus: while everything is here. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  g_clear_handle_id (&self->layout_id, g_source_remove);
  g_clear_handle_id (&self->strips_id, g_source_remove);
  g_clear_object (&self->window_strips);
  g_clear_object (&self->a11y_status);
  for (gsize i = 0; i < N_PAGES; i++)
    g_clear_object (&self->pages[i]);
  g_clear_object (&self->settings);
  g_clear_object (&self->top_switcher);
  g_clear_object (&self->narrow_title);

  G_OBJECT_CLASS (nw_window_parent_class)->dispose (object);
}

static void
nw_window_class_init (NwWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = nw_window_dispose;
  widget_class->show = nw_window_show;
  widget_class->realize = nw_window_realize;
  window_class->close_request = nw_window_close_request;

  g_type_ensure (NW_TYPE_PAGE_SWITCHER);

  gtk_widget_class_set_template_from_resource (widget_class, NW_RESOURCE_PATH "/ui/nw-window.ui");
  gtk_widget_class_bind_template_child (widget_class, NwWindow, header);
  gtk_widget_class_bind_template_child (widget_class, NwWindow, top_switcher);
  gtk_widget_class_bind_template_child (widget_class, NwWindow, narrow_title);
  gtk_widget_class_bind_template_child (widget_class, NwWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, NwWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, NwWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, NwWindow, strips);
  gtk_widget_class_bind_template_child (widget_class, NwWindow, page_slot);
  gtk_widget_class_bind_template_child (widget_class, NwWindow, content);
  gtk_widget_class_bind_template_child (widget_class, NwWindow, overlay);
}

static void
nw_window_init (NwWindow *self)
{
  GtkEventController *controller;

  gtk_widget_init_template (GTK_WIDGET (self));
  /* Now that it has its tooltip: see nw-page-switcher.ui. */
  gtk_widget_set_visible (self->menu_button, TRUE);
  nw_focus_ring_keep (GTK_WINDOW (self));
  nw_focus_found_keep (GTK_WINDOW (self));

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->menu_button), menu_asked_for_cb,
                                         self, NULL);
  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
  /* These take turns in the header bar. */
  g_object_ref (self->top_switcher);
  g_object_ref (self->narrow_title);
  self->layout = NW_LAYOUT_WIDE;
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  nw_window_open_install (self);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (queue_layout), self, G_CONNECT_SWAPPED);
}

/**
 * nw_window_new:
 * @application: the application
 * @settings: the program’s settings
 *
 * Makes the window in the size and at the page that it was left.
 *
 * Returns: (transfer none): the window; GTK owns it
 */
NwWindow *
nw_window_new (NwApplication *application,
               GSettings     *settings)
{
  g_autofree char *page = NULL;
  NwWindow *self;

  g_return_val_if_fail (NW_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (NW_TYPE_WINDOW,
                       "application", application,
                       "default-width", g_settings_get_int (settings, "window-width"),
                       "default-height", g_settings_get_int (settings, "window-height"),
                       NULL);
  self->settings = g_object_ref (settings);
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  else
    /* The wide header would keep a narrow window from opening as it was left. */
    apply_layout (self, choose_layout (self, g_settings_get_int (settings, "window-width")));

  /* GSettings lets any word pass that is long enough. */
  page = g_settings_get_string (settings, "page");
  if (!nw_window_show_place (self, page))
    nw_window_show_place (self, pages[PAGE_READ].name);

  return self;
}

/**
 * nw_window_show_place:
 * @self: a window
 * @place: a page’s name, or `PAGE:PLACE` for a place within it
 *
 * Returns: whether there is such a place
 */
gboolean
nw_window_show_place (NwWindow   *self,
                      const char *place)
{
  g_auto (GStrv) parts = NULL;
  PageId page;

  g_return_val_if_fail (NW_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  parts = g_strsplit (place, ":", 2);
  if (parts[0] == NULL || !find_page (parts[0], &page))
    return FALSE;

  g_action_group_change_action_state (G_ACTION_GROUP (self), "page",
                                      g_variant_new_string (parts[0]));
  if (parts[1] == NULL)
    return TRUE;
  return self->pages[page] != NULL && nw_page_show_place (self->pages[page], parts[1]);
}

/**
 * nw_window_has_page:
 * @place: a page’s name, or `PAGE:PLACE`, from the command line
 *
 * Returns: whether there is a page of that name
 */
gboolean
nw_window_has_page (const char *place)
{
  g_autofree char *name = NULL;
  PageId page;

  g_return_val_if_fail (place != NULL, FALSE);

  name = g_strndup (place, strcspn (place, ":"));
  return find_page (name, &page);
}

/**
 * nw_window_open_form:
 * @self: a window
 * @file: a form of somebody else’s
 *
 * Shows the form on the page Screen, or there what is wrong with the file.
 */
void
nw_window_open_form (NwWindow *self,
                     GFile    *file)
{
  g_return_if_fail (NW_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  nw_window_show_place (self, "screen");
  nw_screening_page_open_form (NW_SCREENING_PAGE (self->pages[PAGE_SCREEN]), file);
}

/**
 * nw_window_forget_form:
 * @self: a window
 *
 * Closes a form of somebody else’s, with its answers and without asking.
 */
void
nw_window_forget_form (NwWindow *self)
{
  g_return_if_fail (NW_IS_WINDOW (self));

  if (self->pages[PAGE_SCREEN] != NULL)
    nw_screening_page_forget_form (NW_SCREENING_PAGE (self->pages[PAGE_SCREEN]));
}
