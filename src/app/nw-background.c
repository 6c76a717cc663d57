/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the desktop to start the reminders from a sandbox. */

#include "config.h"

#include "app/nw-background.h"

#include <glib/gi18n.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define TIMEOUT_MS 25000

typedef struct
{
  GDBusConnection      *bus;
  guint                 subscription;
  gboolean              wanted;
  NwBackgroundCallback  callback;
  gpointer              user_data;
} Request;

static void
answer (Request  *self,
        gboolean  granted)
{
  g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->callback (granted, self->user_data);
  g_object_unref (self->bus);
  g_free (self);
}

/* 0 is yes, 1 is no by the person, 2 is no for another reason. */
static void
responded_cb (GDBusConnection *bus,
              const char      *sender,
              const char      *path,
              const char      *interface,
              const char      *signal,
              GVariant        *parameters,
              gpointer         user_data)
{
  Request *self = user_data;
  g_autoptr (GVariant) results = NULL;
  gboolean autostart = FALSE;
  guint32 response = 2;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    g_variant_get (parameters, "(u@a{sv})", &response, &results);
  if (results != NULL)
    g_variant_lookup (results, "autostart", "b", &autostart);
  answer (self, response == 0 && autostart == self->wanted);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (reply != NULL)
    return;

  g_debug ("No start in the background: %s", error->message);
  answer (user_data, FALSE);
}

/* The path of the request is known before the call, so that no answer is missed
 * (portal documentation, org.freedesktop.portal.Request). */
static char *
build_request_path (GDBusConnection *bus,
                    const char      *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  g_strdelimit (sender, ".", '_');
  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
}

static GVariant *
build_options (const char *token,
               gboolean    wanted)
{
  const char *const command[] = { "needlewise", "--check-reminders", NULL };
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  /* Translators: shown by the desktop, which asks whether Needlewise may start by itself */
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_("To remind you when its window is closed")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (wanted));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  return g_variant_builder_end (&options);
}

/**
 * nw_background_request:
 * @bus: the session bus
 * @wanted: whether the reminders shall start with the desktop
 * @callback: called once, with whether it is as wanted
 * @user_data: passed to @callback
 *
 * Asks the background portal (org.freedesktop.portal.Background), which writes
 * the autostart entry for a program in a sandbox and may ask the person.
 */
void
nw_background_request (GDBusConnection      *bus,
                       gboolean              wanted,
                       NwBackgroundCallback  callback,
                       gpointer              user_data)
{
  g_autofree char *token = g_strdup_printf ("needlewise%u", g_random_int ());
  g_autofree char *path = NULL;
  Request *self;

  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));
  g_return_if_fail (callback != NULL);

  path = build_request_path (bus, token);
  self = g_new0 (Request, 1);
  self->bus = g_object_ref (bus);
  self->wanted = wanted;
  self->callback = callback;
  self->user_data = user_data;
  self->subscription = g_dbus_connection_signal_subscribe (bus, PORTAL_NAME,
                                                           "org.freedesktop.portal.Request",
                                                           "Response", path, NULL,
                                                           G_DBUS_SIGNAL_FLAGS_NONE,
                                                           responded_cb, self, NULL);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Background",
                          "RequestBackground",
                          g_variant_new ("(s@a{sv})", "", build_options (token, wanted)),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL,
                          called_cb, self);
}
