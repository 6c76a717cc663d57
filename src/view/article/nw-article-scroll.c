/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the reader is in the article: jumps, and staying there when the text is
 * laid out anew. */

#include "config.h"

#include "view/article/nw-article-scroll.h"

#include <math.h>

#include "view/article/nw-article-keys.h"
#include "view/widgets/nw-layout-rounds.h"

#define GLIDE_US (220 * 1000)
/* Above what is jumped to, in pixels. */
#define HEADROOM 18
/* A widget that is looked at is at most so deep in the column. */
#define MAX_DEPTH 8

struct _NwArticleScroll
{
  GObject            parent_instance;

  GtkScrolledWindow *scroller;
  GtkAdjustment     *adjustment;
  NwArticleView     *view;
  gulong             realize_id;
  gulong             unrealize_id;
  GdkFrameClock     *clock;
  gulong             layout_id;
  gboolean           hold;

  /* What stands at the top edge, and how much of it has gone above. */
  GtkWidget         *anchor;
  double             anchor_fraction;
  gboolean           moving;
  int                laid_width;
  int                laid_height;
  int                current;
  gboolean           is_used;
  /* Something was built, so nothing is where it was. */
  gboolean           is_stale;

  /* Where to go as soon as all around it is laid out: so much of the widget, or
   * the line with this byte of a label, so far below the edge. */
  GtkWidget         *target;
  double             target_fraction;
  gssize             target_byte;
  double             target_align;

  /* A glide under way. */
  guint              tick_id;
  gint64             glide_start;
  double             glide_from;
  double             glide_to;
};

enum
{
  SCROLLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwArticleScroll, nw_article_scroll, G_TYPE_OBJECT)

/* Geometry. All is in the coordinates of the adjustment: 0 is the upper end of
 * the column with its margin. */

static gboolean
find_extent (NwArticleScroll *self,
             GtkWidget       *widget,
             double          *top,
             double          *height)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self->view), &bounds))
    return FALSE;
  *top = bounds.origin.y + gtk_widget_get_margin_top (GTK_WIDGET (self->view));
  *height = bounds.size.height;
  return TRUE;
}

static double
get_bottom (NwArticleScroll *self)
{
  return MAX (0, gtk_adjustment_get_upper (self->adjustment)
                 - gtk_adjustment_get_page_size (self->adjustment));
}

static void
set_value (NwArticleScroll *self,
           double           value)
{
  self->moving = TRUE;
  gtk_adjustment_set_value (self->adjustment, round (CLAMP (value, 0, get_bottom (self))));
  self->moving = FALSE;
}

/* As the column counts. */
static double
to_column (NwArticleScroll *self,
           double           y)
{
  return y - gtk_widget_get_margin_top (GTK_WIDGET (self->view));
}

static int
find_current (NwArticleScroll *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);
  double line = value + gtk_adjustment_get_page_size (self->adjustment) / 3;

  return value < 1 ? -1 : nw_article_view_find_place_at (self->view, to_column (self, line));
}

static GtkWidget *
find_child_at (NwArticleScroll *self,
               GtkWidget       *parent,
               double           y)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      double top;
      double height;

      if (gtk_widget_get_visible (child) && !GTK_IS_NATIVE (child)
          && find_extent (self, child, &top, &height)
          && y < top + height)
        return child;
    }
  return NULL;
}

static void
note_anchor (NwArticleScroll *self)
{
  double y = gtk_adjustment_get_value (self->adjustment);
  GtkWidget *anchor = NULL;
  double top;
  double height;

  /* At the very top the reader stays at the very top. */
  if (y >= 1)
    {
      GtkWidget *child = nw_article_view_get_child_at (self->view, to_column (self, y));

      anchor = GTK_WIDGET (self->view);
      for (int depth = 1; child != NULL && depth < MAX_DEPTH; depth++)
        {
          anchor = child;
          child = find_child_at (self, child, y);
        }
    }

  g_set_weak_pointer (&self->anchor, anchor);
  if (anchor != NULL && find_extent (self, anchor, &top, &height))
    self->anchor_fraction = height > 0 ? (y - top) / height : 0;
}

/* Gliding */

static void
stop_glide (NwArticleScroll *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick_id);
  self->tick_id = 0;
}

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  NwArticleScroll *self = NW_ARTICLE_SCROLL (user_data);
  double t = (gdk_frame_clock_get_frame_time (clock) - self->glide_start) / (double) GLIDE_US;
  double eased = 1 - pow (1 - CLAMP (t, 0, 1), 3);

  set_value (self, self->glide_from + (self->glide_to - self->glide_from) * eased);
  if (t < 1)
    return G_SOURCE_CONTINUE;
  self->tick_id = 0;
  return G_SOURCE_REMOVE;
}

static void
glide_to (NwArticleScroll *self,
          double           value)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->scroller));
  gboolean animate;

  self->is_used = TRUE;
  stop_glide (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self->scroller)),
                "gtk-enable-animations", &animate,
                NULL);
  if (!animate || clock == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->scroller)))
    {
      set_value (self, value);
      return;
    }

  self->glide_from = gtk_adjustment_get_value (self->adjustment);
  self->glide_to = CLAMP (value, 0, get_bottom (self));
  self->glide_start = gdk_frame_clock_get_frame_time (clock);
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller), glide_cb, self, NULL);
}

/* Where the glide under way will end; keys that are held add up. */
static double
get_aim (NwArticleScroll *self)
{
  return self->tick_id != 0 ? self->glide_to : gtk_adjustment_get_value (self->adjustment);
}

/* Building. What is about to be painted has to be there; what is a screen away
 * is built when there is time, by nw_article_scroll_build_near(). */

static int
find_unbuilt (NwArticleScroll *self,
              double           top,
              double           bottom)
{
  return nw_article_view_find_unbuilt (self->view, to_column (self, top),
                                       to_column (self, bottom));
}

static gboolean
build_visible (NwArticleScroll *self)
{
  double top = gtk_adjustment_get_value (self->adjustment);
  double bottom = top + gtk_adjustment_get_page_size (self->adjustment);
  gboolean built = FALSE;
  int piece;

  while ((piece = find_unbuilt (self, top, bottom)) >= 0)
    {
      nw_article_view_build (self->view, (guint) piece);
      built = TRUE;
    }
  return built;
}

/* Jumps */

static gboolean
find_target (NwArticleScroll *self,
             double          *value)
{
  double top;
  double height;

  if (self->target == NULL || gtk_widget_get_height (self->target) <= 0
      || !find_extent (self, self->target, &top, &height))
    return FALSE;
  if (self->target_byte >= 0)
    {
      PangoRectangle word;

      pango_layout_index_to_pos (gtk_label_get_layout (GTK_LABEL (self->target)),
                                 (int) self->target_byte, &word);
      pango_extents_to_pixels (&word, NULL);
      top += word.y;
    }
  *value = top + self->target_fraction * height - self->target_align;
  return TRUE;
}

/* Glides where there is nothing but what is built, since what is built on the
 * way would move the aim; goes there at once otherwise. */
static void
go_to_target (NwArticleScroll *self)
{
  double from = gtk_adjustment_get_value (self->adjustment);
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double value;

  stop_glide (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->scroller)) && find_target (self, &value))
    {
      value = MIN (value, get_bottom (self));
      if (!self->is_stale && find_unbuilt (self, MIN (from, value), MAX (from, value) + page) < 0)
        {
          g_clear_weak_pointer (&self->target);
          glide_to (self, value);
          return;
        }
      set_value (self, value);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self->view));
}

static void
set_target (NwArticleScroll *self,
            GtkWidget       *widget,
            double           fraction,
            gssize           byte,
            double           align)
{
  g_set_weak_pointer (&self->target, widget);
  self->target_fraction = fraction;
  self->target_byte = byte;
  self->target_align = align;
  go_to_target (self);
}

/* Layout */

static void
stay_at_anchor (NwArticleScroll *self)
{
  double top;
  double extent;
  double delta;

  if (self->anchor == NULL || !find_extent (self, self->anchor, &top, &extent))
    return;
  delta = top + self->anchor_fraction * extent - gtk_adjustment_get_value (self->adjustment);
  if (fabs (delta) < 1)
    return;
  self->glide_from += delta;
  self->glide_to += delta;
  set_value (self, gtk_adjustment_get_value (self->adjustment) + delta);
}

/* Runs behind GTK’s own layout, and before anything is painted: a new value or
 * a new widget makes GTK lay out once more within the same frame, while it may. */
static void
laid_out_cb (NwArticleScroll *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->view));
  int height = gtk_widget_get_height (GTK_WIDGET (self->view));
  gboolean is_new = width != self->laid_width || height != self->laid_height || self->is_stale;
  gboolean has_target = self->target != NULL;
  double value;

  /* A value that was set in the round before may have brought into sight what is not
   * built yet, so this is left alone even where nothing has another size. */
  if (nw_layout_rounds_is_last (self->clock))
    {
      nw_layout_rounds_put_off (GTK_WIDGET (self->view));
      return;
    }
  self->laid_width = width;
  self->laid_height = height;
  if (has_target && find_target (self, &value))
    set_value (self, value);
  else if (is_new && !has_target)
    stay_at_anchor (self);

  self->is_stale = build_visible (self);
  if (!self->is_stale && has_target && gtk_widget_get_height (self->target) > 0)
    g_clear_weak_pointer (&self->target);
  if (!is_new && !has_target)
    return;
  if (has_target)
    note_anchor (self);
  self->current = find_current (self);
  g_signal_emit (self, signals[SCROLLED], 0);
}

static void
built_cb (NwArticleScroll *self)
{
  self->is_stale = TRUE;
}

static void
realized_cb (NwArticleScroll *self)
{
  self->clock = g_object_ref (gtk_widget_get_frame_clock (GTK_WIDGET (self->scroller)));
  nw_layout_rounds_count (self->clock);
  self->layout_id = g_signal_connect_data (self->clock, "layout", G_CALLBACK (laid_out_cb), self,
                                           NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
unrealized_cb (NwArticleScroll *self)
{
  stop_glide (self);
  if (self->clock != NULL)
    g_clear_signal_handler (&self->layout_id, self->clock);
  g_clear_object (&self->clock);
}

static void
value_changed_cb (NwArticleScroll *self)
{
  /* The wheel and the scrollbar end a glide. */
  if (!self->moving)
    {
      self->is_used = TRUE;
      stop_glide (self);
      g_clear_weak_pointer (&self->target);
    }
  note_anchor (self);
  self->current = find_current (self);
  g_signal_emit (self, signals[SCROLLED], 0);
}

/* Overrides */

static void
nw_article_scroll_dispose (GObject *object)
{
  NwArticleScroll *self = NW_ARTICLE_SCROLL (object);

  unrealized_cb (self);
  g_clear_weak_pointer (&self->anchor);
  g_clear_weak_pointer (&self->target);
  if (self->scroller != NULL)
    {
      g_clear_signal_handler (&self->realize_id, self->scroller);
      g_clear_signal_handler (&self->unrealize_id, self->scroller);
    }
  g_clear_object (&self->adjustment);
  g_clear_object (&self->scroller);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (nw_article_scroll_parent_class)->dispose (object);
}

static void
nw_article_scroll_class_init (NwArticleScrollClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nw_article_scroll_dispose;

  /**
   * NwArticleScroll::scrolled:
   *
   * The reader is elsewhere, or the article has been laid out anew.
   */
  signals[SCROLLED] = g_signal_new ("scrolled",
                                    NW_TYPE_ARTICLE_SCROLL,
                                    G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

static void
nw_article_scroll_init (NwArticleScroll *self)
{
  self->current = -1;
}

/**
 * nw_article_scroll_new:
 * @scroller: what scrolls
 * @view: the column within it
 *
 * Looks after the place in an article.
 *
 * Returns: (transfer full): the object
 */
NwArticleScroll *
nw_article_scroll_new (GtkScrolledWindow *scroller,
                       NwArticleView     *view)
{
  NwArticleScroll *self;

  g_return_val_if_fail (GTK_IS_SCROLLED_WINDOW (scroller), NULL);
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (view), NULL);

  self = g_object_new (NW_TYPE_ARTICLE_SCROLL, NULL);
  self->scroller = g_object_ref (scroller);
  self->view = g_object_ref (view);
  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (scroller));
  g_signal_connect_object (self->adjustment, "value-changed",
                           G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  self->realize_id = g_signal_connect_data (scroller, "realize", G_CALLBACK (realized_cb), self,
                                            NULL, G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  self->unrealize_id = g_signal_connect_swapped (scroller, "unrealize",
                                                 G_CALLBACK (unrealized_cb), self);
  g_signal_connect_object (view, "built", G_CALLBACK (built_cb), self, G_CONNECT_SWAPPED);
  nw_article_keys_add (scroller, self);
  return self;
}

/**
 * nw_article_scroll_by:
 * @self: the object
 * @distance: how far, in pixels; less than 0 goes up
 *
 * Glides on. What is asked for while a glide is under way adds up.
 */
void
nw_article_scroll_by (NwArticleScroll *self,
                      double           distance)
{
  g_return_if_fail (NW_IS_ARTICLE_SCROLL (self));

  glide_to (self, get_aim (self) + distance);
}

/**
 * nw_article_scroll_to_start:
 * @self: the object
 *
 * Goes to the very top.
 */
void
nw_article_scroll_to_start (NwArticleScroll *self)
{
  g_return_if_fail (NW_IS_ARTICLE_SCROLL (self));

  g_clear_weak_pointer (&self->target);
  stop_glide (self);
  if (find_unbuilt (self, 0, gtk_adjustment_get_value (self->adjustment)) < 0)
    glide_to (self, 0);
  else
    set_value (self, 0);
}

/**
 * nw_article_scroll_to_end:
 * @self: the object
 *
 * Goes to the very end.
 */
void
nw_article_scroll_to_end (NwArticleScroll *self)
{
  guint last;

  g_return_if_fail (NW_IS_ARTICLE_SCROLL (self));

  last = nw_article_view_get_n_places (self->view) - 1;
  nw_article_view_build_place (self->view, last);
  nw_article_scroll_to_place (self, (int) last, 1.0);
}

/**
 * nw_article_scroll_to_place:
 * @self: the object
 * @place: a place
 * @fraction: how much of it lies above the edge, from 0 to 1
 *
 * Goes to a place, at once or as soon as the article has been laid out.
 */
void
nw_article_scroll_to_place (NwArticleScroll *self,
                            int              place,
                            double           fraction)
{
  g_return_if_fail (NW_IS_ARTICLE_SCROLL (self));
  g_return_if_fail (place >= 0);

  /* A part of a place is to be had only of one that is there. */
  if (fraction > 0)
    nw_article_view_build_place (self->view, (guint) place);
  self->current = place;
  set_target (self, nw_article_view_get_place (self->view, (guint) place), fraction, -1,
              fraction > 0 ? 0 : HEADROOM);
}

/**
 * nw_article_scroll_show_widget:
 * @self: the object
 * @widget: a widget in the article
 *
 * Brings a widget into view where it is not.
 */
void
nw_article_scroll_show_widget (NwArticleScroll *self,
                               GtkWidget       *widget)
{
  double aim;
  double page;
  double top;
  double height;

  g_return_if_fail (NW_IS_ARTICLE_SCROLL (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (self->hold || self->target != NULL || !find_extent (self, widget, &top, &height))
    return;
  if (gtk_widget_get_height (widget) <= 0)
    {
      /* Built just now, and nowhere yet. */
      set_target (self, widget, 0, -1, HEADROOM);
      return;
    }

  aim = get_aim (self);
  page = gtk_adjustment_get_page_size (self->adjustment);
  if (top - HEADROOM < aim)
    glide_to (self, top - HEADROOM);
  else if (top + height + HEADROOM > aim + page)
    glide_to (self, MIN (top - HEADROOM, top + height + HEADROOM - page));
}

/**
 * nw_article_scroll_show_text:
 * @self: the object
 * @label: a label in the article
 * @offset: a byte of its text
 *
 * Brings a word into view, a third from the top where it was out of view.
 */
void
nw_article_scroll_show_text (NwArticleScroll *self,
                             GtkLabel        *label,
                             gsize            offset)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);
  double aim = get_aim (self);
  PangoRectangle word;
  double top;
  double height;

  g_return_if_fail (NW_IS_ARTICLE_SCROLL (self));
  g_return_if_fail (GTK_IS_LABEL (label));

  if (gtk_widget_get_height (GTK_WIDGET (label)) > 0 && !self->is_stale && self->target == NULL
      && find_extent (self, GTK_WIDGET (label), &top, &height))
    {
      pango_layout_index_to_pos (gtk_label_get_layout (label), (int) offset, &word);
      pango_extents_to_pixels (&word, NULL);
      top += word.y;
      if (top >= aim + HEADROOM && top + word.height + HEADROOM <= aim + page)
        return;
    }
  set_target (self, GTK_WIDGET (label), 0, (gssize) offset, round (page / 3));
}

/**
 * nw_article_scroll_hold:
 * @self: the object
 * @hold: whether to stay
 *
 * Keeps the focus from moving the article for a while.
 */
void
nw_article_scroll_hold (NwArticleScroll *self,
                        gboolean         hold)
{
  g_return_if_fail (NW_IS_ARTICLE_SCROLL (self));

  self->hold = hold;
}

/**
 * nw_article_scroll_is_used:
 * @self: the object
 *
 * Returns: whether anybody has scrolled yet
 */
gboolean
nw_article_scroll_is_used (NwArticleScroll *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_SCROLL (self), FALSE);

  return self->is_used;
}

/**
 * nw_article_scroll_get_position:
 * @self: the object
 * @widget: (nullable): a widget in the article, or %NULL for the reader
 *
 * Returns: how far down it is, in pixels; -1 where the widget has no place
 */
double
nw_article_scroll_get_position (NwArticleScroll *self,
                                GtkWidget       *widget)
{
  double top;
  double height;

  g_return_val_if_fail (NW_IS_ARTICLE_SCROLL (self), -1);

  if (widget == NULL)
    return gtk_adjustment_get_value (self->adjustment);
  return find_extent (self, widget, &top, &height) ? top : -1;
}

/**
 * nw_article_scroll_get_current:
 * @self: the object
 *
 * Returns: the place where the reader is, or -1 above the first
 */
int
nw_article_scroll_get_current (NwArticleScroll *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_SCROLL (self), -1);

  return self->current;
}

/**
 * nw_article_scroll_dup_place:
 * @self: the object
 *
 * Writes the place down for the next time, such as `immune+250`: a quarter of
 * the section lies above the edge.
 *
 * Returns: (transfer full) (nullable): the text; empty at the top; %NULL where
 *   there is no layout yet
 */
char *
nw_article_scroll_dup_place (NwArticleScroll *self)
{
  int place;
  double value;
  double top;
  double height;

  g_return_val_if_fail (NW_IS_ARTICLE_SCROLL (self), NULL);

  if (self->laid_height <= 0 || self->target != NULL)
    return NULL;

  value = gtk_adjustment_get_value (self->adjustment);
  place = nw_article_view_find_place_at (self->view, to_column (self, value + HEADROOM + 1));
  if (place < 0
      || !find_extent (self, nw_article_view_get_place (self->view, (guint) place), &top, &height)
      || height <= 0)
    return g_strdup ("");
  return g_strdup_printf ("%s+%d", nw_article_view_get_place_id (self->view, (guint) place),
                          (int) CLAMP (1000 * (value - top) / height, 0, 999));
}

/**
 * nw_article_scroll_restore_place:
 * @self: the object
 * @place: what nw_article_scroll_dup_place() gave
 *
 * Goes back to where the reader was, as far as there still is such a place.
 */
void
nw_article_scroll_restore_place (NwArticleScroll *self,
                                 const char      *place)
{
  g_auto (GStrv) parts = NULL;
  int index;
  double fraction = 0;

  g_return_if_fail (NW_IS_ARTICLE_SCROLL (self));
  g_return_if_fail (place != NULL);

  parts = g_strsplit (place, "+", 2);
  if (parts[0] == NULL)
    return;
  index = nw_article_view_find_place (self->view, parts[0]);
  if (index < 0)
    return;
  if (parts[1] != NULL)
    fraction = CLAMP (g_ascii_strtod (parts[1], NULL) / 1000, 0, 1);

  nw_article_scroll_to_place (self, index, fraction);
}

/**
 * nw_article_scroll_build_near:
 * @self: the object
 *
 * Builds one more piece within a screen of the reader, below first.
 *
 * Returns: whether there was one
 */
gboolean
nw_article_scroll_build_near (NwArticleScroll *self)
{
  double top;
  double page;
  int piece;

  g_return_val_if_fail (NW_IS_ARTICLE_SCROLL (self), FALSE);

  top = gtk_adjustment_get_value (self->adjustment);
  page = gtk_adjustment_get_page_size (self->adjustment);
  piece = find_unbuilt (self, top, top + 2 * page);
  if (piece < 0)
    piece = find_unbuilt (self, top - page, top);
  if (piece < 0)
    return FALSE;
  nw_article_view_build (self->view, (guint) piece);
  self->is_stale = TRUE;
  return TRUE;
}
