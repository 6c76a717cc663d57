/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether anything on this computer shows notifications. */

#include "config.h"

#include "model/plan/nw-notification-watch.h"

#include "model/plan/nw-reminders.h"

struct _NwNotificationWatch
{
  GObject  parent_instance;

  guint    watch_id;
  gboolean missing;
};

enum
{
  PROP_MISSING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwNotificationWatch, nw_notification_watch, G_TYPE_OBJECT)

static void
set_missing (NwNotificationWatch *self,
             gboolean             missing)
{
  if (self->missing == missing)
    return;
  self->missing = missing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MISSING]);
}

static void
server_appeared_cb (GDBusConnection *bus,
                    const char      *name,
                    const char      *owner,
                    gpointer         user_data)
{
  set_missing (NW_NOTIFICATION_WATCH (user_data), FALSE);
}

static void
server_vanished_cb (GDBusConnection *bus,
                    const char      *name,
                    gpointer         user_data)
{
  set_missing (NW_NOTIFICATION_WATCH (user_data), TRUE);
}

static void
nw_notification_watch_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_MISSING:
      g_value_set_boolean (value, NW_NOTIFICATION_WATCH (object)->missing);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
nw_notification_watch_dispose (GObject *object)
{
  g_clear_handle_id (&NW_NOTIFICATION_WATCH (object)->watch_id, g_bus_unwatch_name);

  G_OBJECT_CLASS (nw_notification_watch_parent_class)->dispose (object);
}

static void
nw_notification_watch_class_init (NwNotificationWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nw_notification_watch_get_property;
  object_class->dispose = nw_notification_watch_dispose;

  /**
   * NwNotificationWatch:missing:
   *
   * Whether nothing shows notifications now. Not before that is known.
   */
  properties[PROP_MISSING] = g_param_spec_boolean ("missing", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nw_notification_watch_init (NwNotificationWatch *self)
{
}

/**
 * nw_notification_watch_new:
 *
 * Returns: (transfer full): a watch that has not started yet
 */
NwNotificationWatch *
nw_notification_watch_new (void)
{
  return g_object_new (NW_TYPE_NOTIFICATION_WATCH, NULL);
}

/**
 * nw_notification_watch_start:
 * @self: a watch
 *
 * Looks from here on. Only for somebody who wants reminders: asking may start
 * what shows them. Does nothing the second time.
 */
void
nw_notification_watch_start (NwNotificationWatch *self)
{
  g_return_if_fail (NW_IS_NOTIFICATION_WATCH (self));

  if (self->watch_id == 0)
    self->watch_id = g_bus_watch_name (G_BUS_TYPE_SESSION, nw_reminders_get_server_name (),
                                       G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                       server_appeared_cb, server_vanished_cb, self, NULL);
}

/**
 * nw_notification_watch_get_missing:
 * @self: a watch
 *
 * Returns: whether nothing shows notifications now; %FALSE where it is not known
 */
gboolean
nw_notification_watch_get_missing (NwNotificationWatch *self)
{
  g_return_val_if_fail (NW_IS_NOTIFICATION_WATCH (self), FALSE);

  return self->missing;
}
