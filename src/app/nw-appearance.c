/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Light, dark, high contrast, motion and text size: follows the desktop and the user. */

#include "config.h"

#include "app/nw-appearance.h"

#include <string.h>

#include "model/base/nw-settings.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define PORTAL_GROUP "org.freedesktop.appearance"
/* A portal that hangs must not be waited for; nothing stands still meanwhile. */
#define PORTAL_TIMEOUT_MS 2000

struct _NwAppearance
{
  GObject          parent_instance;

  GdkDisplay      *display;
  GtkSettings     *gtk_settings;
  GSettings       *settings;
  GtkCssProvider  *palette;
  const char      *palette_name;
  GCancellable    *cancellable;
  GDBusConnection *bus;
  guint            signal_id;
  int              base_dpi;
  gboolean         portal_contrast;
};

G_DEFINE_FINAL_TYPE (NwAppearance, nw_appearance, G_TYPE_OBJECT)

/* Style sheets */

/* “HighContrast” is the theme’s name on the desktop, “Default-hc” GTK’s own. */
static gboolean
is_high_contrast (NwAppearance *self)
{
  const char *forced = g_getenv ("GTK_THEME");
  g_autofree char *theme = NULL;
  const char *name;

  g_object_get (self->gtk_settings, "gtk-theme-name", &theme, NULL);
  name = forced != NULL && *forced != '\0' ? forced : theme;
  return self->portal_contrast
         || (name != NULL && (strstr (name, "HighContrast") != NULL
                              || strstr (name, "-hc") != NULL));
}

/* Asked of the theme’s own colours: its name need not tell, and GTK_THEME
 * overrules every setting. */
static gboolean
is_dark (NwAppearance *self)
{
  g_autoptr (GtkWidget) probe = g_object_ref_sink (gtk_label_new (NULL));
  GdkRGBA text;
  gboolean prefer_dark;

  if (gtk_style_context_lookup_color (gtk_widget_get_style_context (probe), "theme_fg_color",
                                      &text))
    return 0.299 * text.red + 0.587 * text.green + 0.114 * text.blue > 0.5;

  g_object_get (self->gtk_settings, "gtk-application-prefer-dark-theme", &prefer_dark, NULL);
  return prefer_dark;
}

static void
update_palette (NwAppearance *self)
{
  const char *name;

  if (is_high_contrast (self))
    name = NW_RESOURCE_PATH "/ui/palette-contrast.css";
  else if (is_dark (self))
    name = NW_RESOURCE_PATH "/ui/palette-dark.css";
  else
    name = NW_RESOURCE_PATH "/ui/palette-light.css";

  if (self->palette_name == name)
    return;

  self->palette_name = name;
  gtk_css_provider_load_from_resource (self->palette, name);
}

static void
add_style (NwAppearance *self)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  self->palette = gtk_css_provider_new ();
  update_palette (self);
  gtk_css_provider_load_from_resource (style, NW_RESOURCE_PATH "/ui/style.css");
  gtk_style_context_add_provider_for_display (self->display,
                                              GTK_STYLE_PROVIDER (self->palette),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_style_context_add_provider_for_display (self->display,
                                              GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/* Text size */

static void
update_text_scale (NwAppearance *self)
{
  double scale = nw_settings_get_text_scale (self->settings);

  g_object_set (self->gtk_settings, "gtk-xft-dpi", (int) (self->base_dpi * scale), NULL);
}

static void
set_up_text_scale (NwAppearance *self)
{
  g_object_get (self->gtk_settings, "gtk-xft-dpi", &self->base_dpi, NULL);
  if (self->base_dpi <= 0)
    self->base_dpi = 96 * PANGO_SCALE;

  g_signal_connect_object (self->settings, "changed::text-scale",
                           G_CALLBACK (update_text_scale), self, G_CONNECT_SWAPPED);
  if (nw_settings_get_text_scale (self->settings) != 1.0)
    update_text_scale (self);
}

/* The desktop’s wishes, by the settings portal */

/* Where the portal has no wish, what the desktop says to GTK in other ways counts. */
static void
wish (NwAppearance *self,
      const char   *name,
      gboolean      is_wished,
      gboolean      value)
{
  if (is_wished)
    g_object_set (self->gtk_settings, name, value, NULL);
  else
    gtk_settings_reset_property (self->gtk_settings, name);
}

static void
apply_portal_value (NwAppearance *self,
                    const char   *key,
                    GVariant     *value)
{
  guint32 number;

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return;

  number = g_variant_get_uint32 (value);
  if (g_str_equal (key, "color-scheme"))
    /* 1 asks for dark, 2 for light; 0 and what is not known yet for neither. */
    wish (self, "gtk-application-prefer-dark-theme", number == 1 || number == 2, number == 1);
  else if (g_str_equal (key, "contrast"))
    self->portal_contrast = number == 1;
  else if (g_str_equal (key, "reduced-motion"))
    wish (self, "gtk-enable-animations", number == 1, FALSE);

  update_palette (self);
}

static void
settings_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (NwAppearance) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariantIter) groups = NULL;
  const char *group;
  GVariantIter *values;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (reply == NULL)
    {
      g_debug ("No settings portal: %s", error->message);
      return;
    }

  g_variant_get (reply, "(a{sa{sv}})", &groups);
  while (g_variant_iter_loop (groups, "{&sa{sv}}", &group, &values))
    {
      const char *key;
      GVariant *value;

      while (g_variant_iter_loop (values, "{&sv}", &key, &value))
        if (g_str_equal (group, PORTAL_GROUP))
          apply_portal_value (self, key, value);
    }
}

static void
setting_changed_cb (GDBusConnection *bus,
                    const char      *sender,
                    const char      *path,
                    const char      *interface,
                    const char      *signal,
                    GVariant        *parameters,
                    gpointer         user_data)
{
  const char *group;
  const char *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&sv)", &group, &key, &value);
  if (g_str_equal (group, PORTAL_GROUP))
    apply_portal_value (NW_APPEARANCE (user_data), key, value);
}

static void
bus_got_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (NwAppearance) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  const char *groups[] = { PORTAL_GROUP, NULL };

  if (bus == NULL)
    {
      g_debug ("No session bus: %s", error->message);
      return;
    }
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  self->signal_id = g_dbus_connection_signal_subscribe (bus,
                                                        PORTAL_NAME,
                                                        PORTAL_SETTINGS,
                                                        "SettingChanged",
                                                        PORTAL_PATH,
                                                        PORTAL_GROUP,
                                                        G_DBUS_SIGNAL_FLAGS_NONE,
                                                        setting_changed_cb,
                                                        self,
                                                        NULL);
  g_dbus_connection_call (bus,
                          PORTAL_NAME,
                          PORTAL_PATH,
                          PORTAL_SETTINGS,
                          "ReadAll",
                          g_variant_new ("(^as)", groups),
                          G_VARIANT_TYPE ("(a{sa{sv}})"),
                          G_DBUS_CALL_FLAGS_NONE,
                          PORTAL_TIMEOUT_MS,
                          self->cancellable,
                          settings_read_cb,
                          g_object_ref (self));
  self->bus = g_steal_pointer (&bus);
}

static void
nw_appearance_dispose (GObject *object)
{
  NwAppearance *self = NW_APPEARANCE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->signal_id != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->signal_id);
  self->signal_id = 0;
  g_clear_object (&self->bus);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->palette);
  g_clear_object (&self->settings);
  g_clear_object (&self->display);

  G_OBJECT_CLASS (nw_appearance_parent_class)->dispose (object);
}

static void
nw_appearance_class_init (NwAppearanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nw_appearance_dispose;
}

static void
nw_appearance_init (NwAppearance *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * nw_appearance_new:
 * @display: where the program is shown
 * @settings: the program’s settings
 *
 * Loads the program’s style and keeps it in step with the desktop: colours by
 * theme and by the settings portal, motion by the portal where GTK does not ask
 * it (org.freedesktop.appearance reduced-motion), text size by the desktop’s
 * times our own.
 * Nothing here waits for the bus.
 *
 * Returns: (transfer full): keep it as long as the program runs
 */
NwAppearance *
nw_appearance_new (GdkDisplay *display,
                   GSettings  *settings)
{
  NwAppearance *self;

  g_return_val_if_fail (GDK_IS_DISPLAY (display), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (NW_TYPE_APPEARANCE, NULL);
  self->display = g_object_ref (display);
  self->gtk_settings = gtk_settings_get_for_display (display);
  self->settings = g_object_ref (settings);
  /* Otherwise tabbing into a paragraph that can be selected selects it all. */
  g_object_set (self->gtk_settings, "gtk-label-select-on-focus", FALSE, NULL);

  add_style (self);
  set_up_text_scale (self);
  g_signal_connect_object (self->gtk_settings, "notify::gtk-theme-name",
                           G_CALLBACK (update_palette), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gtk_settings, "notify::gtk-application-prefer-dark-theme",
                           G_CALLBACK (update_palette), self, G_CONNECT_SWAPPED);
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_got_cb, g_object_ref (self));

  return self;
}
