/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notifications, by the desktop’s server or, from a sandbox, by its portal. */

#include "config.h"

#include "reminders/nw-notifier.h"

#include <glib/gi18n.h>

#include "model/plan/nw-reminders.h"

#define SERVER_PATH "/org/freedesktop/Notifications"
#define SERVER_INTERFACE "org.freedesktop.Notifications"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_INTERFACE "org.freedesktop.portal.Notification"
#define CALL_TIMEOUT_MS 5000

struct _NwNotifier
{
  GObject          parent_instance;

  GDBusConnection *bus;
  gboolean         uses_portal;
  guint            subscription;
  guint            watch;
  gboolean         available;
  /* The server’s ids of what is on the screen; for the portal just not 0. */
  guint32          ids[NW_N_CHECKS];
  /* Lets the window that a click opens come to the front. */
  char            *token;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_ANSWERED,
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwNotifier, nw_notifier, G_TYPE_OBJECT)

/* By the server (Desktop Notifications Specification) */

static gboolean
find_shown (NwNotifier *self,
            guint32     id,
            NwCheck    *check)
{
  for (int i = 0; i < NW_N_CHECKS; i++)
    if (id != 0 && self->ids[i] == id)
      {
        *check = i;
        return TRUE;
      }
  return FALSE;
}

/* Servers send more signals than those, with arguments of the same types. */
static void
server_signalled_cb (GDBusConnection *bus,
                     const char      *sender,
                     const char      *path,
                     const char      *interface,
                     const char      *signal,
                     GVariant        *parameters,
                     gpointer         user_data)
{
  g_autoptr (NwNotifier) self = g_object_ref (NW_NOTIFIER (user_data));
  gboolean has_word = g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(us)"));
  const char *word = NULL;
  guint32 id;
  NwCheck check;

  if (has_word)
    g_variant_get (parameters, "(u&s)", &id, &word);
  else if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(uu)")))
    g_variant_get (parameters, "(uu)", &id, NULL);
  else
    return;
  if (!find_shown (self, id, &check))
    return;

  if (has_word && g_str_equal (signal, "ActivationToken"))
    {
      g_free (self->token);
      self->token = g_strdup (word);
    }
  else if (has_word && g_str_equal (signal, "ActionInvoked"))
    g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, check, word);
  else if (!has_word && g_str_equal (signal, "NotificationClosed"))
    {
      self->ids[check] = 0;
      g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
    }
}

static GVariant *
build_for_server (const char *title,
                  const char *body)
{
  const char *const words[] = {
    "default", _("Open"), "done", _("Done"), "tomorrow", _("Remind Me Tomorrow"), NULL,
  };
  GVariantBuilder hints;

  g_variant_builder_init (&hints, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&hints, "{sv}", "desktop-entry", g_variant_new_string (NW_APPLICATION_ID));
  g_variant_builder_add (&hints, "{sv}", "urgency", g_variant_new_byte (1));
  return g_variant_new ("(susss^asa{sv}i)", "Needlewise", (guint32) 0, NW_APPLICATION_ID,
                        title, body, words, &hints, 0);
}

static gboolean
show_by_server (NwNotifier  *self,
                NwCheck      check,
                const char  *title,
                const char  *body,
                GError     **error)
{
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_sync (self->bus, nw_reminders_get_server_name (), SERVER_PATH,
                                       SERVER_INTERFACE, "Notify", build_for_server (title, body),
                                       G_VARIANT_TYPE ("(u)"), G_DBUS_CALL_FLAGS_NONE,
                                       CALL_TIMEOUT_MS, NULL, error);
  if (reply != NULL)
    g_variant_get (reply, "(u)", &self->ids[check]);
  return reply != NULL;
}

/* By the portal, which starts the program itself for an action of the
 * application’s (org.freedesktop.portal.Notification). */

static void
add_portal_button (GVariantBuilder *buttons,
                   const char      *label,
                   const char      *action,
                   const char      *target)
{
  g_variant_builder_open (buttons, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (buttons, "{sv}", "label", g_variant_new_string (label));
  g_variant_builder_add (buttons, "{sv}", "action", g_variant_new_string (action));
  g_variant_builder_add (buttons, "{sv}", "target", g_variant_new_string (target));
  g_variant_builder_close (buttons);
}

static GVariant *
build_for_portal (NwCheck     check,
                  const char *title,
                  const char *body)
{
  const char *name = nw_reminders_get_name (check);
  g_autofree char *place = g_strconcat ("prepare:", name, NULL);
  GVariantBuilder buttons;
  GVariantBuilder all;

  g_variant_builder_init (&buttons, G_VARIANT_TYPE ("aa{sv}"));
  add_portal_button (&buttons, _("Done"), "app.reminder-done", name);
  add_portal_button (&buttons, _("Remind Me Tomorrow"), "app.reminder-put-off", name);
  g_variant_builder_init (&all, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&all, "{sv}", "title", g_variant_new_string (title));
  g_variant_builder_add (&all, "{sv}", "body", g_variant_new_string (body));
  g_variant_builder_add (&all, "{sv}", "priority", g_variant_new_string ("normal"));
  g_variant_builder_add (&all, "{sv}", "default-action", g_variant_new_string ("app.show-place"));
  g_variant_builder_add (&all, "{sv}", "default-action-target", g_variant_new_string (place));
  g_variant_builder_add (&all, "{sv}", "buttons", g_variant_builder_end (&buttons));
  return g_variant_new ("(s@a{sv})", name, g_variant_builder_end (&all));
}

static gboolean
show_by_portal (NwNotifier  *self,
                NwCheck      check,
                const char  *title,
                const char  *body,
                GError     **error)
{
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_sync (self->bus, nw_reminders_get_server_name (), PORTAL_PATH,
                                       PORTAL_INTERFACE, "AddNotification",
                                       build_for_portal (check, title, body), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, CALL_TIMEOUT_MS, NULL, error);
  if (reply != NULL)
    self->ids[check] = 1;
  return reply != NULL;
}

/* What shows them comes and goes */

static void
appeared_cb (GDBusConnection *bus,
             const char      *name,
             const char      *owner,
             gpointer         user_data)
{
  NwNotifier *self = NW_NOTIFIER (user_data);

  self->available = TRUE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What it showed is gone with it. */
static void
vanished_cb (GDBusConnection *bus,
             const char      *name,
             gpointer         user_data)
{
  NwNotifier *self = NW_NOTIFIER (user_data);

  self->available = FALSE;
  for (int i = 0; i < NW_N_CHECKS; i++)
    self->ids[i] = 0;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
nw_notifier_dispose (GObject *object)
{
  NwNotifier *self = NW_NOTIFIER (object);

  g_clear_handle_id (&self->watch, g_bus_unwatch_name);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  g_clear_pointer (&self->token, g_free);

  G_OBJECT_CLASS (nw_notifier_parent_class)->dispose (object);
}

static void
nw_notifier_class_init (NwNotifierClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_notifier_dispose;

  /**
   * NwNotifier::changed:
   * @self: the notifier
   *
   * What shows notifications has come, or is gone. Comes once after the start
   * in any case.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * NwNotifier::answered:
   * @self: the notifier
   * @check: the check that was reminded of
   * @answer: `default` for a click, `done` or `tomorrow`
   *
   * The person has chosen an action. The portal does it by itself.
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE,
                                           2, G_TYPE_UINT, G_TYPE_STRING);
  /**
   * NwNotifier::closed:
   * @self: the notifier
   *
   * One was dismissed, or went by itself.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nw_notifier_init (NwNotifier *self)
{
}

/**
 * nw_notifier_new:
 * @bus: the session bus
 *
 * Returns: (transfer full): what shows reminders; not available before its
 *   signal `changed`
 */
NwNotifier *
nw_notifier_new (GDBusConnection *bus)
{
  NwNotifier *self;
  const char *name = nw_reminders_get_server_name ();

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);

  self = g_object_new (NW_TYPE_NOTIFIER, NULL);
  self->bus = g_object_ref (bus);
  self->uses_portal = nw_reminders_needs_portal ();
  if (!self->uses_portal)
    self->subscription = g_dbus_connection_signal_subscribe (bus, name, SERVER_INTERFACE, NULL,
                                                             SERVER_PATH, NULL,
                                                             G_DBUS_SIGNAL_FLAGS_NONE,
                                                             server_signalled_cb, self, NULL);
  self->watch = g_bus_watch_name_on_connection (bus, name, G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                                appeared_cb, vanished_cb, self, NULL);
  return self;
}

/**
 * nw_notifier_get_available:
 * @self: the notifier
 *
 * Returns: whether something is there that shows notifications
 */
gboolean
nw_notifier_get_available (NwNotifier *self)
{
  g_return_val_if_fail (NW_IS_NOTIFIER (self), FALSE);

  return self->available;
}

/**
 * nw_notifier_show:
 * @self: the notifier
 * @check: what is reminded of
 * @title: what to do
 * @body: more words
 * @error: return location for an error
 *
 * Shows a reminder with the actions Open, Done and Remind Me Tomorrow.
 *
 * Returns: whether it is shown
 */
gboolean
nw_notifier_show (NwNotifier  *self,
                  NwCheck      check,
                  const char  *title,
                  const char  *body,
                  GError     **error)
{
  g_return_val_if_fail (NW_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (check < NW_N_CHECKS, FALSE);

  return self->uses_portal ? show_by_portal (self, check, title, body, error)
                           : show_by_server (self, check, title, body, error);
}

/**
 * nw_notifier_withdraw:
 * @self: the notifier
 * @check: what was reminded of
 *
 * Takes the reminder back, if it is shown.
 */
void
nw_notifier_withdraw (NwNotifier *self,
                      NwCheck     check)
{
  g_return_if_fail (NW_IS_NOTIFIER (self));
  g_return_if_fail (check < NW_N_CHECKS);

  if (self->ids[check] == 0)
    return;

  if (self->uses_portal)
    g_dbus_connection_call (self->bus, nw_reminders_get_server_name (), PORTAL_PATH,
                            PORTAL_INTERFACE, "RemoveNotification",
                            g_variant_new ("(s)", nw_reminders_get_name (check)), NULL,
                            G_DBUS_CALL_FLAGS_NONE, CALL_TIMEOUT_MS, NULL, NULL, NULL);
  else
    g_dbus_connection_call (self->bus, nw_reminders_get_server_name (), SERVER_PATH,
                            SERVER_INTERFACE, "CloseNotification",
                            g_variant_new ("(u)", self->ids[check]), NULL,
                            G_DBUS_CALL_FLAGS_NONE, CALL_TIMEOUT_MS, NULL, NULL, NULL);
  self->ids[check] = 0;
}

/**
 * nw_notifier_is_shown:
 * @self: the notifier
 * @check: what was reminded of
 *
 * Returns: whether its reminder is on the screen, as far as is known
 */
gboolean
nw_notifier_is_shown (NwNotifier *self,
                      NwCheck     check)
{
  g_return_val_if_fail (NW_IS_NOTIFIER (self), FALSE);
  g_return_val_if_fail (check < NW_N_CHECKS, FALSE);

  return self->ids[check] != 0;
}

/**
 * nw_notifier_build_platform_data:
 * @self: the notifier
 *
 * Returns: (transfer floating): what a program that is opened by the last click
 *   is to be told, as org.freedesktop.Application takes it
 */
GVariant *
nw_notifier_build_platform_data (NwNotifier *self)
{
  GVariantBuilder data;

  g_return_val_if_fail (NW_IS_NOTIFIER (self), NULL);

  g_variant_builder_init (&data, G_VARIANT_TYPE ("a{sv}"));
  if (self->token != NULL)
    {
      g_variant_builder_add (&data, "{sv}", "activation-token", g_variant_new_string (self->token));
      g_variant_builder_add (&data, "{sv}", "desktop-startup-id",
                             g_variant_new_string (self->token));
    }
  return g_variant_builder_end (&data);
}
