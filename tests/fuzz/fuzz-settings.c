/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the file of the settings: whatever stands there, the program gets
 * values that it can work with. */

#define G_SETTINGS_ENABLE_BACKEND

#include "config.h"

#include "fuzz.h"

#include <gio/gio.h>
#include <gio/gsettingsbackend.h>

#include "model/base/nw-settings.h"

static GSettingsSchema *
get_schema (void)
{
  static GSettingsSchema *schema;

  if (schema == NULL)
    schema = g_settings_schema_source_lookup (g_settings_schema_source_get_default (),
                                              NW_APPLICATION_ID, FALSE);
  g_assert_nonnull (schema);
  return schema;
}

/* GLib complains of a text that is no UTF-8 and passes it over, as it should.
 * Only what is ours may not complain. */
static void
ignore_log (const char     *domain,
            GLogLevelFlags  level,
            const char     *message,
            gpointer        user_data)
{
}

static void
set_up_log (void)
{
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR);
  g_log_set_fatal_mask (NULL, G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  g_log_set_handler ("GLib", G_LOG_LEVEL_CRITICAL, ignore_log, NULL);
}

static void
read_values (GSettings *settings)
{
  g_auto (GStrv) keys = g_settings_schema_list_keys (get_schema ());
  g_autofree char *page = g_settings_get_string (settings, "page");
  g_autofree char *place = g_settings_get_string (settings, "article-place");
  double scale = nw_settings_get_text_scale (settings);
  int width = g_settings_get_int (settings, "window-width");
  int height = g_settings_get_int (settings, "window-height");

  for (gsize i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = g_settings_get_value (settings, keys[i]);

      g_assert_nonnull (value);
    }
  /* A long word may be there in place of a page: the window sees to that. */
  g_assert_true (g_utf8_validate (page, -1, NULL));
  g_assert_true (g_utf8_validate (place, -1, NULL));
  g_assert_true (scale >= 0.7 && scale <= 3.0);
  g_assert_true (width >= 300 && width <= 20000);
  g_assert_true (height >= 200 && height <= 20000);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static gboolean is_set_up;
  g_autofree char *path = fuzz_write_file ("keyfile", data, size);
  g_autoptr (GSettingsBackend) backend = g_keyfile_settings_backend_new (path, "/", NULL);
  g_autoptr (GSettings) settings = g_settings_new_full (get_schema (), backend, NULL);

  if (!is_set_up)
    set_up_log ();
  is_set_up = TRUE;
  read_values (settings);
  return 0;
}
