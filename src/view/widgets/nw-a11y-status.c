/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether something reads the windows of this session, such as a screen reader. */

#include "config.h"

#include "view/widgets/nw-a11y-status.h"

#define BUS_NAME "org.a11y.Bus"
#define BUS_PATH "/org/a11y/bus"
#define BUS_STATUS "org.a11y.Status"
#define PROPERTIES "org.freedesktop.DBus.Properties"
#define CALL_TIMEOUT_MS 5000

struct _NwA11yStatus
{
  GObject          parent_instance;

  GDBusConnection *bus;
  GCancellable    *cancellable;
  guint            signal_id;
  gboolean         used;
};

enum
{
  PROP_USED = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwA11yStatus, nw_a11y_status, G_TYPE_OBJECT)

/* Either of the two, whatever else there is. */
static void
take_values (NwA11yStatus *self,
             GVariant     *values)
{
  gboolean is_enabled = FALSE;
  gboolean has_reader = FALSE;

  g_variant_lookup (values, "IsEnabled", "b", &is_enabled);
  g_variant_lookup (values, "ScreenReaderEnabled", "b", &has_reader);
  if (is_enabled || has_reader)
    nw_a11y_status_set_used (self);
}

static void
properties_got_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (NwA11yStatus) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result,
                                                              &error);
  g_autoptr (GVariant) values = NULL;

  if (reply == NULL)
    {
      g_debug ("No accessibility bus: %s", error->message);
      return;
    }
  values = g_variant_get_child_value (reply, 0);
  take_values (self, values);
}

static void
properties_changed_cb (GDBusConnection *bus,
                       const char      *sender,
                       const char      *path,
                       const char      *interface,
                       const char      *signal,
                       GVariant        *parameters,
                       gpointer         user_data)
{
  g_autoptr (GVariant) values = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    return;
  values = g_variant_get_child_value (parameters, 1);
  take_values (NW_A11Y_STATUS (user_data), values);
}

static void
bus_got_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (NwA11yStatus) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL)
    {
      g_debug ("No session bus: %s", error->message);
      return;
    }
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  self->bus = g_object_ref (bus);
  self->signal_id = g_dbus_connection_signal_subscribe (bus, BUS_NAME, PROPERTIES,
                                                        "PropertiesChanged", BUS_PATH, BUS_STATUS,
                                                        G_DBUS_SIGNAL_FLAGS_NONE,
                                                        properties_changed_cb, self, NULL);
  /* Where nothing has started the accessibility bus, nothing reads. */
  g_dbus_connection_call (bus, BUS_NAME, BUS_PATH, PROPERTIES, "GetAll",
                          g_variant_new ("(s)", BUS_STATUS), G_VARIANT_TYPE ("(a{sv})"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, CALL_TIMEOUT_MS, self->cancellable,
                          properties_got_cb, g_object_ref (self));
}

static void
nw_a11y_status_dispose (GObject *object)
{
  NwA11yStatus *self = NW_A11Y_STATUS (object);

  g_cancellable_cancel (self->cancellable);
  if (self->signal_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->signal_id);
  self->signal_id = 0;
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (nw_a11y_status_parent_class)->dispose (object);
}

static void
nw_a11y_status_finalize (GObject *object)
{
  g_clear_object (&NW_A11Y_STATUS (object)->cancellable);

  G_OBJECT_CLASS (nw_a11y_status_parent_class)->finalize (object);
}

static void
nw_a11y_status_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (property_id == PROP_USED)
    g_value_set_boolean (value, NW_A11Y_STATUS (object)->used);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
nw_a11y_status_class_init (NwA11yStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nw_a11y_status_dispose;
  object_class->finalize = nw_a11y_status_finalize;
  object_class->get_property = nw_a11y_status_get_property;

  /**
   * NwA11yStatus:used:
   *
   * Whether something has read the windows since this was asked first.
   */
  properties[PROP_USED] = g_param_spec_boolean ("used", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nw_a11y_status_init (NwA11yStatus *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * nw_a11y_status_get_default:
 *
 * Asks the session, as in the interface org.a11y.Status of at-spi2-core, and
 * goes on listening. Nothing waits for the answer. All who hold on to it share
 * one.
 *
 * Returns: (transfer full): the object
 */
NwA11yStatus *
nw_a11y_status_get_default (void)
{
  static NwA11yStatus *shared;

  if (shared != NULL)
    return g_object_ref (shared);

  g_set_weak_pointer (&shared, g_object_new (NW_TYPE_A11Y_STATUS, NULL));
  g_bus_get (G_BUS_TYPE_SESSION, shared->cancellable, bus_got_cb, g_object_ref (shared));
  return shared;
}

/**
 * nw_a11y_status_is_used:
 * @self: the object
 *
 * Returns: whether something reads the windows, as far as is known yet
 */
gboolean
nw_a11y_status_is_used (NwA11yStatus *self)
{
  g_return_val_if_fail (NW_IS_A11Y_STATUS (self), FALSE);

  return self->used;
}

/**
 * nw_a11y_status_set_used:
 * @self: the object
 *
 * Says that something reads the windows, or somebody by keys. What was read is
 * built and stays, so this can’t be taken back.
 */
void
nw_a11y_status_set_used (NwA11yStatus *self)
{
  g_return_if_fail (NW_IS_A11Y_STATUS (self));

  if (self->used)
    return;
  self->used = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USED]);
}
