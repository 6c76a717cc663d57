/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who waits until GTK has seen to the styles of what is new in a window: before, it would be
 * measured in vain, since it is measured once more with its own. */

#include "config.h"

#include "view/widgets/nw-style-wait.h"

/* Of one clock. Its handler stays for good: one that is connected within “update”, where
 * most is built, is not called by that emission any more. */
typedef struct
{
  GHashTable *waiting;
  /* The last frame whose styles have been seen to. */
  gint64      frame;
} Waiting;

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("nw-style-wait");
}

static void
free_waiting (gpointer data)
{
  Waiting *self = data;

  g_hash_table_unref (self->waiting);
  g_free (self);
}

/* Behind the handler of GtkNative, which sees to the styles. */
static void
update_cb (GdkFrameClock *clock,
           Waiting       *self)
{
  GHashTableIter iter;
  gpointer widget;
  gpointer func;

  self->frame = gdk_frame_clock_get_frame_counter (clock);
  /* One at a time, since what is called may end the wait of another. */
  for (;;)
    {
      g_hash_table_iter_init (&iter, self->waiting);
      if (!g_hash_table_iter_next (&iter, &widget, &func))
        return;
      g_hash_table_iter_remove (&iter);
      ((NwStyledFunc) func) (widget);
    }
}

static gboolean
is_emitting (GdkFrameClock *clock,
             const char    *name)
{
  const GSignalInvocationHint *hint = g_signal_get_invocation_hint (clock);

  return hint != NULL && hint->signal_id == g_signal_lookup (name, GDK_TYPE_FRAME_CLOCK);
}

static Waiting *
get_waiting (GdkFrameClock *clock)
{
  Waiting *self = g_object_get_qdata (G_OBJECT (clock), get_quark ());

  if (self != NULL)
    return self;
  self = g_new0 (Waiting, 1);
  self->waiting = g_hash_table_new (NULL, NULL);
  /* The handler is too late for the emission that is under way. */
  self->frame = is_emitting (clock, "update") ? gdk_frame_clock_get_frame_counter (clock) : -1;
  g_object_set_qdata_full (G_OBJECT (clock), get_quark (), self, free_waiting);
  g_signal_connect_after (clock, "update", G_CALLBACK (update_cb), self);
  return self;
}

/* Whether what is new now is painted before its style is seen to. */
static gboolean
is_too_late (GdkFrameClock *clock,
             const Waiting *self)
{
  return is_emitting (clock, "layout")
         || (is_emitting (clock, "update")
             && self->frame == gdk_frame_clock_get_frame_counter (clock));
}

/**
 * nw_style_wait_begin:
 * @widget: a realized widget in which something is new
 * @styled: what to call
 *
 * Waits until GTK has seen to the styles of the window, which it does before it
 * next lays it out, and calls @styled then; once, however often it is waited for. The
 * wait is to be ended where @widget is unrealized.
 *
 * Nothing is to be waited for while the window is being laid out, since GTK has
 * seen to the styles of the frame by then; nor in a popover, which is as large as what is
 * in it and is shown before.
 *
 * Returns: whether @styled will be called
 */
gboolean
nw_style_wait_begin (GtkWidget    *widget,
                     NwStyledFunc  styled)
{
  GdkFrameClock *clock;
  Waiting *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (gtk_widget_get_realized (widget), FALSE);
  g_return_val_if_fail (styled != NULL, FALSE);

  clock = gtk_widget_get_frame_clock (widget);
  if (clock == NULL || !GTK_IS_ROOT (gtk_widget_get_native (widget)))
    return FALSE;
  self = get_waiting (clock);
  if (is_too_late (clock, self))
    return FALSE;
  g_hash_table_insert (self->waiting, widget, styled);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
  return TRUE;
}

/**
 * nw_style_wait_end:
 * @widget: a widget, still realized
 *
 * Waits no more.
 */
void
nw_style_wait_end (GtkWidget *widget)
{
  GdkFrameClock *clock;
  Waiting *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  clock = gtk_widget_get_frame_clock (widget);
  self = clock != NULL ? g_object_get_qdata (G_OBJECT (clock), get_quark ()) : NULL;
  if (self != NULL)
    g_hash_table_remove (self->waiting, widget);
}
