/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen reader says besides a name: once, and when it is to be said. */

#include "config.h"

#include <dlfcn.h>

#include "view/widgets/nw-a11y.h"

/* What a widget is described by when nothing is announced there. */
#define DESCRIPTION "nw-a11y-description"

static void
write_description (GtkWidget  *widget,
                   const char *description)
{
  if (description == NULL || *description == '\0')
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget),
                                   GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description,
                                    -1);
}

/* Once. GTK before 4.10 first tells what a widget is called and described by
 * when it gets the focus, and Orca, which has just read that, says the
 * description once more. A widget that can get the focus has it told by being
 * touched before. */

static void
tell_description (GtkWidget *widget)
{
  if (gtk_widget_has_focus (widget) || !gtk_widget_get_focusable (widget))
    return;

  gtk_widget_set_focusable (widget, FALSE);
  gtk_widget_set_focusable (widget, TRUE);
}

static void
active_cb (GtkWidget  *widget,
           GParamSpec *pspec,
           GtkWindow  *window)
{
  g_signal_handlers_disconnect_by_func (window, active_cb, widget);
  tell_description (widget);
}

/* A window of which a part is told before it is there itself is no window to a
 * screen reader. */
static void
mapped_cb (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (!GTK_IS_WINDOW (root) || gtk_window_is_active (GTK_WINDOW (root)))
    tell_description (widget);
  else
    g_signal_connect_object (root, "notify::is-active", G_CALLBACK (active_cb), widget,
                             G_CONNECT_SWAPPED);
}

static void
tell_early (GtkWidget *widget)
{
  if (gtk_check_version (4, 10, 0) == NULL)
    return;

  if (gtk_widget_get_mapped (widget))
    mapped_cb (widget);
  g_signal_handlers_disconnect_by_func (widget, mapped_cb, NULL);
  g_signal_connect (widget, "map", G_CALLBACK (mapped_cb), NULL);
}

/**
 * nw_a11y_set_description:
 * @widget: a widget
 * @description: (nullable): what else is worth hearing, or %NULL for nothing
 *
 * Sets what a screen reader adds after the name and the role.
 */
void
nw_a11y_set_description (GtkWidget  *widget,
                         const char *description)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), DESCRIPTION, g_strdup (description), g_free);
  write_description (widget, description);
  if (description != NULL && *description != '\0')
    tell_early (widget);
}

/* When it is to be said. */

typedef void (*AnnounceFunc) (GtkAccessible *accessible,
                              const char    *message,
                              int            priority);

static AnnounceFunc
find_announce (void)
{
  static AnnounceFunc announce;
  static gsize looked_up = 0;

  if (g_once_init_enter (&looked_up))
    {
      announce = (AnnounceFunc) dlsym (RTLD_DEFAULT, "gtk_accessible_announce");
      g_once_init_leave (&looked_up, 1);
    }
  return announce;
}

static void
focus_left_cb (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (widget, focus_left_cb, NULL);
  write_description (widget, g_object_get_data (G_OBJECT (widget), DESCRIPTION));
}

/* Where the focus is, a change of the description is spoken at once. It does not
 * stay, lest it be read with the name as well; but where there is another one,
 * that would be spoken if it came back, and so it does so later. */
static void
describe_focus (GtkWidget  *focus,
                const char *text)
{
  const char *own = g_object_get_data (G_OBJECT (focus), DESCRIPTION);

  write_description (focus, text);
  if (own == NULL || *own == '\0')
    {
      write_description (focus, NULL);
      return;
    }
  g_signal_handlers_disconnect_by_func (focus, focus_left_cb, NULL);
  g_signal_connect (focus, "notify::has-focus", G_CALLBACK (focus_left_cb), NULL);
}

typedef struct
{
  GWeakRef  widget;
  char     *text;
} Announcement;

static void
announcement_free (Announcement *announcement)
{
  g_weak_ref_clear (&announcement->widget);
  g_free (announcement->text);
  g_free (announcement);
}

static gboolean
announce_cb (gpointer user_data)
{
  Announcement *announcement = user_data;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&announcement->widget);
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL)
    describe_focus (focus, announcement->text);
  return G_SOURCE_REMOVE;
}

/* A description of what has the focus is said when it changes. */
static gboolean
is_said (GtkWidget  *widget,
         const char *text)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; focus != NULL; focus = gtk_widget_get_parent (focus))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (focus), DESCRIPTION), text) == 0)
      return TRUE;
  return FALSE;
}

/**
 * nw_a11y_announce:
 * @widget: a widget of the window that is shown
 * @text: a sentence
 *
 * Has a screen reader say @text when it has said what it is saying. Only GTK
 * 4.14 and later can do this. On older ones the sentence becomes the description
 * of what has the focus once that has found its place. Where it is that already,
 * it has been said.
 */
void
nw_a11y_announce (GtkWidget  *widget,
                  const char *text)
{
  Announcement *announcement;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (is_said (widget, text))
    return;
  if (find_announce () != NULL)
    {
      GtkRoot *root = gtk_widget_get_root (widget);

      /* GTK’s backend for tests has no such call, and GTK 4.18 does not look. What
       * has only just come, as a note has, is not told of yet, nor what it announces. */
      if (root != NULL && g_strcmp0 (g_getenv ("GTK_A11Y"), "test") != 0)
        find_announce () (GTK_ACCESSIBLE (root), text,
                          1 /* GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM */);
      return;
    }
  announcement = g_new (Announcement, 1);
  g_weak_ref_init (&announcement->widget, widget);
  announcement->text = g_strdup (text);
  g_idle_add_full (G_PRIORITY_LOW, announce_cb, announcement,
                   (GDestroyNotify) announcement_free);
}
