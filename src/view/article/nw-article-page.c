/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page Read: the article, its contents, and where the reader is in it. */

#include "config.h"

#include "view/article/nw-article-page.h"

#include <glib/gi18n.h>

#include "view/article/nw-article-bar.h"
#include "view/article/nw-article-fault.h"
#include "view/article/nw-article-find.h"
#include "view/article/nw-article-outline.h"
#include "view/article/nw-article-print.h"
#include "view/article/nw-article-scroll.h"
#include "view/article/nw-article-view.h"
#include "view/widgets/nw-a11y-status.h"
#include "view/widgets/nw-note.h"

/* A place is kept when the reader has rested there. */
#define REST_MS 1500

struct _NwArticlePage
{
  GtkWidget           parent_instance;

  GSettings          *settings;
  NwArticle          *article;
  GSimpleActionGroup *actions;

  /* Only a small window has it. */
  NwArticleBar       *bar;
  gboolean            has_contents;
  GtkWidget          *find_slot;
  GtkWidget          *slot;
  GtkWidget          *side;
  GtkWidget          *outline;
  GtkWidget          *scroller;
  GtkWidget          *viewport;

  /* Either of them. */
  NwArticleView      *view;
  GtkWidget          *fault;

  NwArticleScroll    *scroll;
  NwArticleFind      *find;
  GtkWidget          *last_focus;
  gulong              focus_id;
  guint               build_id;
  guint               frame_id;
  gboolean            is_used;
  NwA11yStatus       *a11y_status;
  guint               rest_id;
};

static void nw_article_page_page_init (NwPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NwArticlePage, nw_article_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (NW_TYPE_PAGE, nw_article_page_page_init))

/* Building. The first frame has what it shows and no more. As soon as anybody is
 * there, what is within a screen of the reader is built, a piece with each frame,
 * in which it is laid out: that takes longer than to build it. What reads the
 * whole window aloud gets the whole article, as soon as may be. */

static gboolean build_cb (gpointer user_data);

/* After the frame, which has a higher priority. */
static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (widget);

  self->frame_id = 0;
  if (self->build_id == 0)
    self->build_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, build_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
build_cb (gpointer user_data)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (user_data);
  gboolean is_read = nw_a11y_status_is_used (self->a11y_status);
  int piece;

  if (nw_article_scroll_build_near (self->scroll))
    {
      if (is_read)
        return G_SOURCE_CONTINUE;
      self->build_id = 0;
      self->frame_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), frame_cb, NULL, NULL);
      return G_SOURCE_REMOVE;
    }
  piece = is_read ? nw_article_view_find_unbuilt (self->view, 0, G_MAXINT) : -1;
  if (piece >= 0)
    {
      nw_article_view_build (self->view, (guint) piece);
      return G_SOURCE_CONTINUE;
    }
  self->build_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
is_anybody_there (NwArticlePage *self)
{
  return self->is_used || nw_article_scroll_is_used (self->scroll)
         || nw_a11y_status_is_used (self->a11y_status);
}

static void
start_building (NwArticlePage *self)
{
  if (self->view != NULL && self->build_id == 0 && self->frame_id == 0
      && gtk_widget_get_mapped (GTK_WIDGET (self))
      && is_anybody_there (self))
    self->build_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, build_cb, self, NULL);
}

static void
stop_building (NwArticlePage *self)
{
  g_clear_handle_id (&self->build_id, g_source_remove);
  if (self->frame_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->frame_id);
  self->frame_id = 0;
}

static void
note_use (NwArticlePage *self)
{
  self->is_used = TRUE;
  start_building (self);
}

/* The pointer has come, or a key. */
static gboolean
event_cb (GtkEventController *controller,
          GdkEvent           *event,
          NwArticlePage      *self)
{
  if (!self->is_used)
    note_use (self);
  return GDK_EVENT_PROPAGATE;
}

/* The place */

static void
keep_place (NwArticlePage *self)
{
  g_autofree char *place = NULL;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  if (self->scroll == NULL)
    return;
  place = nw_article_scroll_dup_place (self->scroll);
  if (place == NULL)
    return;
  g_settings_set_string (self->settings, "article-place", place);
}

static gboolean
rested_cb (gpointer user_data)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (user_data);

  self->rest_id = 0;
  keep_place (self);
  return G_SOURCE_REMOVE;
}

static void
show_current_place (NwArticlePage *self)
{
  int place = nw_article_scroll_get_current (self->scroll);
  const char *name = place >= 0 ? nw_article_view_get_place_name (self->view, (guint) place) : NULL;

  nw_article_outline_set_current (NW_ARTICLE_OUTLINE (self->outline), place);
  if (self->has_contents)
    nw_article_outline_set_current (nw_article_bar_get_outline (self->bar), place);
  if (self->bar != NULL)
    nw_article_bar_set_place (self->bar, name);
}

static void
scrolled_cb (NwArticlePage *self)
{
  show_current_place (self);
  start_building (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rested_cb, self);
}

static void
go_to_place (NwArticlePage *self,
             int            place)
{
  GtkWidget *heading;

  note_use (self);
  nw_article_scroll_to_place (self->scroll, place, 0.0);
  heading = nw_article_view_get_heading (self->view, place);
  nw_article_scroll_hold (self->scroll, TRUE);
  gtk_widget_grab_focus (heading);
  nw_article_scroll_hold (self->scroll, FALSE);
}

static void
chosen_cb (NwArticlePage *self,
           int            place)
{
  if (self->bar != NULL)
    nw_article_bar_close (self->bar);
  go_to_place (self, place);
}

/* Find */

static void
find_closed_cb (NwArticlePage *self,
                GtkLabel      *label)
{
  int current = nw_article_scroll_get_current (self->scroll);
  GtkWidget *target = label != NULL ? GTK_WIDGET (label)
                                    : nw_article_view_get_heading (self->view, current);

  nw_article_scroll_hold (self->scroll, TRUE);
  gtk_widget_grab_focus (target);
  nw_article_scroll_hold (self->scroll, FALSE);
}

static NwArticleFind *
ensure_find (NwArticlePage *self)
{
  note_use (self);
  if (self->find == NULL)
    {
      GtkWidget *find = nw_article_find_new (self->view, self->scroll);

      self->find = NW_ARTICLE_FIND (find);
      gtk_widget_set_hexpand (find, TRUE);
      gtk_box_append (GTK_BOX (self->find_slot), find);
      g_signal_connect_object (find, "closed", G_CALLBACK (find_closed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  return self->find;
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  nw_article_find_open (ensure_find (NW_ARTICLE_PAGE (user_data)));
}

static void
find_next_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  nw_article_find_step (ensure_find (NW_ARTICLE_PAGE (user_data)), 1);
}

static void
find_previous_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  nw_article_find_step (ensure_find (NW_ARTICLE_PAGE (user_data)), -1);
}

/* Print */

static void
printed_cb (GtkPrintOperation       *operation,
            GtkPrintOperationResult  result,
            gpointer                 user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  text = g_strdup_printf (_("The article could not be printed: %s"), error->message);
  nw_note_show (GTK_WIDGET (user_data), text, NULL, NULL);
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (user_data);
  g_autoptr (GtkPrintOperation) operation = nw_article_print_new (self->article);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL);
}

/* What can be done with an article; with a damaged one there is nothing. */
static const GActionEntry actions[] = {
  { "find", find_cb },
  { "find-next", find_next_cb },
  { "find-previous", find_previous_cb },
  { "print", print_cb },
};

/* Contents */

static void
fill_outline (NwArticlePage    *self,
              NwArticle        *article,
              NwArticleOutline *outline)
{
  guint n = nw_article_view_get_n_places (self->view);

  for (guint i = 0; i < n; i++)
    nw_article_outline_append (outline,
                               nw_article_view_get_place_name (self->view, i),
                               i + 1 < n ? nw_article_get_section (article, i)->number : 0);
  g_signal_connect_object (outline, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
}

static void
bar_opened_cb (NwArticlePage *self)
{
  if (self->has_contents)
    return;
  self->has_contents = TRUE;
  fill_outline (self, self->article, nw_article_bar_get_outline (self->bar));
  show_current_place (self);
}

static void
ensure_bar (NwArticlePage *self)
{
  if (self->bar != NULL)
    return;
  self->bar = NW_ARTICLE_BAR (nw_article_bar_new ());
  gtk_widget_insert_before (GTK_WIDGET (self->bar), GTK_WIDGET (self), self->find_slot);
  g_signal_connect_object (self->bar, "opened", G_CALLBACK (bar_opened_cb), self,
                           G_CONNECT_SWAPPED);
  show_current_place (self);
}

static void
show_article (NwArticlePage *self,
              NwArticle     *article)
{
  g_autofree char *place = g_settings_get_string (self->settings, "article-place");

  self->article = g_object_ref (article);
  self->view = NW_ARTICLE_VIEW (nw_article_view_new (article));
  gtk_viewport_set_child (GTK_VIEWPORT (self->viewport), GTK_WIDGET (self->view));
  fill_outline (self, article, NW_ARTICLE_OUTLINE (self->outline));

  self->scroll = nw_article_scroll_new (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  g_signal_connect_object (self->scroll, "scrolled", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions),
                                   self);
  nw_article_scroll_restore_place (self->scroll, place);
  /* Marked behind the first frame, it would take a second one and a transition. */
  show_current_place (self);
}

static void
show_fault (NwArticlePage *self,
            NwFindings    *findings)
{
  self->fault = nw_article_fault_new (findings);
  gtk_widget_set_hexpand (self->fault, TRUE);
  gtk_widget_set_vexpand (self->fault, TRUE);
  gtk_widget_set_visible (self->side, FALSE);
  gtk_widget_set_visible (self->scroller, FALSE);
  gtk_box_append (GTK_BOX (self->slot), self->fault);
}

/* Focus */

static void
focus_changed_cb (NwArticlePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return;
  g_set_weak_pointer (&self->last_focus, focus);

  /* A text that is clicked stays where it is, and a heading comes with its
   * place; links and buttons are brought into view. */
  if (self->view != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->view))
      && !GTK_IS_LABEL (focus))
    nw_article_scroll_show_widget (self->scroll, focus);
}

/* Page */

static void
nw_article_page_set_layout (NwPage   *page,
                            NwLayout  layout)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (page);
  gboolean wide = layout == NW_LAYOUT_WIDE;
  int margin = layout == NW_LAYOUT_NARROW ? 12 : 24;

  if (self->view == NULL)
    return;
  gtk_widget_set_visible (self->side, wide);
  if (!wide)
    ensure_bar (self);
  if (self->bar != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->bar), !wide);
  gtk_widget_set_margin_start (GTK_WIDGET (self->view), margin);
  gtk_widget_set_margin_end (GTK_WIDGET (self->view), margin);
  gtk_widget_set_margin_top (GTK_WIDGET (self->view), layout == NW_LAYOUT_NARROW ? 18 : 36);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->view), 48);
  nw_article_view_set_layout (self->view, layout);
  if (self->find != NULL)
    nw_article_find_refresh (self->find);
}

static gboolean
nw_article_page_show_place (NwPage     *page,
                            const char *place)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (page);
  int index = self->view != NULL ? nw_article_view_find_place (self->view, place) : -1;

  if (index < 0)
    return FALSE;
  go_to_place (self, index);
  return TRUE;
}

static void
nw_article_page_take_focus (NwPage *page)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (page);
  GtkWidget *target = self->last_focus;

  if (target == NULL && self->fault != NULL)
    target = nw_article_fault_get_heading (NW_ARTICLE_FAULT (self->fault));
  if (target == NULL)
    target = nw_article_view_get_heading (self->view, nw_article_scroll_get_current (self->scroll));
  if (self->scroll != NULL)
    nw_article_scroll_hold (self->scroll, TRUE);
  if (target != NULL)
    gtk_widget_grab_focus (target);
  if (self->scroll != NULL)
    nw_article_scroll_hold (self->scroll, FALSE);
}

static GActionGroup *
nw_article_page_get_actions (NwPage *page)
{
  return G_ACTION_GROUP (NW_ARTICLE_PAGE (page)->actions);
}

static void
nw_article_page_page_init (NwPageInterface *iface)
{
  iface->get_actions = nw_article_page_get_actions;
  iface->set_layout = nw_article_page_set_layout;
  iface->show_place = nw_article_page_show_place;
  iface->take_focus = nw_article_page_take_focus;
}

/* Overrides */

static void
nw_article_page_map (GtkWidget *widget)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (widget);

  GTK_WIDGET_CLASS (nw_article_page_parent_class)->map (widget);

  if (self->a11y_status == NULL && self->view != NULL)
    {
      self->a11y_status = nw_a11y_status_get_default ();
      g_signal_connect_object (self->a11y_status, "notify::used", G_CALLBACK (start_building),
                               self, G_CONNECT_SWAPPED);
    }
  start_building (self);
}

static void
nw_article_page_unmap (GtkWidget *widget)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (widget);

  /* Who comes back is there. */
  self->is_used = TRUE;
  stop_building (self);
  keep_place (self);

  GTK_WIDGET_CLASS (nw_article_page_parent_class)->unmap (widget);
}

static void
nw_article_page_root (GtkWidget *widget)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (widget);

  GTK_WIDGET_CLASS (nw_article_page_parent_class)->root (widget);

  self->focus_id = g_signal_connect_swapped (gtk_widget_get_root (widget), "notify::focus-widget",
                                             G_CALLBACK (focus_changed_cb), self);
}

static void
nw_article_page_unroot (GtkWidget *widget)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (widget);

  g_clear_signal_handler (&self->focus_id, gtk_widget_get_root (widget));

  GTK_WIDGET_CLASS (nw_article_page_parent_class)->unroot (widget);
}

static void
nw_article_page_dispose (GObject *object)
{
  NwArticlePage *self = NW_ARTICLE_PAGE (object);

  stop_building (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_weak_pointer (&self->last_focus);
  g_clear_object (&self->a11y_status);
  g_clear_object (&self->scroll);
  g_clear_object (&self->actions);
  g_clear_object (&self->article);
  g_clear_object (&self->settings);
  self->view = NULL;
  self->fault = NULL;
  self->find = NULL;
  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_ARTICLE_PAGE);

  G_OBJECT_CLASS (nw_article_page_parent_class)->dispose (object);
}

static void
nw_article_page_class_init (NwArticlePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_article_page_dispose;

  widget_class->map = nw_article_page_map;
  widget_class->unmap = nw_article_page_unmap;
  widget_class->root = nw_article_page_root;
  widget_class->unroot = nw_article_page_unroot;

  g_type_ensure (NW_TYPE_ARTICLE_OUTLINE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-article-page.ui");
  gtk_widget_class_bind_template_child (widget_class, NwArticlePage, find_slot);
  gtk_widget_class_bind_template_child (widget_class, NwArticlePage, slot);
  gtk_widget_class_bind_template_child (widget_class, NwArticlePage, side);
  gtk_widget_class_bind_template_child (widget_class, NwArticlePage, outline);
  gtk_widget_class_bind_template_child (widget_class, NwArticlePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, NwArticlePage, viewport);
}

static void
nw_article_page_init (NwArticlePage *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), events);

  self->actions = g_simple_action_group_new ();
}

/**
 * nw_article_page_new_for_article:
 * @settings: the program’s settings
 * @article: (nullable): the article
 * @findings: what is wrong with it, where @article is %NULL
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
nw_article_page_new_for_article (GSettings  *settings,
                                 NwArticle  *article,
                                 NwFindings *findings)
{
  NwArticlePage *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (article != NULL || findings != NULL, NULL);

  self = g_object_new (NW_TYPE_ARTICLE_PAGE, NULL);
  self->settings = g_object_ref (settings);
  if (article != NULL)
    show_article (self, article);
  else
    show_fault (self, findings);
  return GTK_WIDGET (self);
}

/**
 * nw_article_page_new:
 * @settings: the program’s settings
 *
 * Makes the page with the article in the reader’s language, at the place where
 * it was left; where the article is damaged, the page says so.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
nw_article_page_new (GSettings *settings)
{
  g_autoptr (NwFindings) findings = NULL;
  g_autoptr (NwArticle) article = nw_article_load (&findings);

  return nw_article_page_new_for_article (settings, article, findings);
}
