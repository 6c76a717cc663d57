/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The directory of registers, as a list of countries. */

#include "config.h"

#include "model/plan/nw-directory.h"

#include "model/base/nw-json-read.h"
#include "model/plan/nw-plan-content.h"

struct _NwDirectory
{
  GObject    parent_instance;

  GPtrArray *countries;
  char      *checked;
  char      *missing;
  char     **advice;
};

static void nw_directory_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (NwDirectory, nw_directory, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      nw_directory_list_model_init))

/* A list of countries never changes, so it never emits items-changed. */

static GType
nw_directory_get_item_type (GListModel *model)
{
  return NW_TYPE_COUNTRY;
}

static guint
nw_directory_get_n_items (GListModel *model)
{
  return NW_DIRECTORY (model)->countries->len;
}

static gpointer
nw_directory_get_item (GListModel *model,
                       guint       position)
{
  NwDirectory *self = NW_DIRECTORY (model);

  return position < self->countries->len
           ? g_object_ref (g_ptr_array_index (self->countries, position))
           : NULL;
}

static void
nw_directory_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nw_directory_get_item_type;
  iface->get_n_items = nw_directory_get_n_items;
  iface->get_item = nw_directory_get_item;
}

static int
compare_countries (gconstpointer first,
                   gconstpointer second)
{
  return g_utf8_collate (nw_country_get_name (*(NwCountry **) first),
                         nw_country_get_name (*(NwCountry **) second));
}

static void
check_ids (NwDirectory *self,
           NwFindings  *findings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->countries->len; i++)
    {
      NwCountry *country = g_ptr_array_index (self->countries, i);

      if (!g_hash_table_add (seen, (gpointer) nw_country_get_code (country)))
        nw_findings_add_at (findings, NW_SEVERITY_ERROR, "/countries",
                            "two countries of the code %s; expected one",
                            nw_country_get_code (country));
      for (guint j = 0; j < nw_country_get_n_registers (country); j++)
        {
          const NwRegister *entry = nw_country_get_register (country, j);

          if (!g_hash_table_add (seen, entry->id))
            nw_findings_add_at (findings, NW_SEVERITY_ERROR, "/countries",
                                "two registers of the id %s; expected one", entry->id);
        }
    }
}

static void
nw_directory_finalize (GObject *object)
{
  NwDirectory *self = NW_DIRECTORY (object);

  g_clear_pointer (&self->countries, g_ptr_array_unref);
  g_clear_pointer (&self->checked, g_free);
  g_clear_pointer (&self->missing, g_free);
  g_clear_pointer (&self->advice, g_strfreev);

  G_OBJECT_CLASS (nw_directory_parent_class)->finalize (object);
}

static void
nw_directory_class_init (NwDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nw_directory_finalize;
}

static void
nw_directory_init (NwDirectory *self)
{
  self->countries = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * nw_directory_new_from_json:
 * @json: a document in the format of `registers.json`
 * @error: return location for an error
 *
 * Returns: (transfer full): the directory, sorted by the countries’ names, or
 *   %NULL where something in the document is wrong
 */
NwDirectory *
nw_directory_new_from_json (NwJson  *json,
                            GError **error)
{
  g_autoptr (NwDirectory) self = NULL;
  g_autoptr (NwFindings) findings = NULL;
  const NwJsonNode *root;
  const NwJsonNode *child;
  gint64 format;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (NW_TYPE_DIRECTORY, NULL);
  findings = nw_findings_new (nw_json_get_name (json));
  root = nw_json_get_root (json);
  if (nw_json_expect (root, NW_JSON_OBJECT, findings))
    {
      nw_json_check_members (root, findings, "format", "version", "language", "checked", "advice",
                             "missing", "countries", NULL);
      nw_json_read_int (root, "format", NW_JSON_REQUIRED, 1, 1, &format, findings);
      self->checked = g_strdup (nw_json_read_date (root, "checked", NW_JSON_REQUIRED, findings));
      self->missing = g_strdup (nw_json_read_string (root, "missing", NW_JSON_REQUIRED, findings));
      self->advice = nw_json_read_strings (root, "advice", NW_JSON_REQUIRED, findings);
      NW_JSON_FOREACH (nw_json_read_array (root, "countries", NW_JSON_REQUIRED, findings), child)
        if (nw_json_expect (child, NW_JSON_OBJECT, findings))
          g_ptr_array_add (self->countries, nw_country_new_from_json (child, findings));
    }
  if (!nw_findings_has_errors (findings))
    check_ids (self, findings);
  if (nw_findings_has_errors (findings))
    {
      g_propagate_error (error, nw_findings_to_error (findings));
      return NULL;
    }

  g_ptr_array_sort (self->countries, compare_countries);
  return g_steal_pointer (&self);
}

/**
 * nw_directory_load:
 * @error: return location for an error
 *
 * Returns: (transfer full): the program’s own directory in the reader’s
 *   language
 */
NwDirectory *
nw_directory_load (GError **error)
{
  g_autoptr (NwJson) json = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  json = nw_plan_content_load ("registers.json", error);
  return json != NULL ? nw_directory_new_from_json (json, error) : NULL;
}

/**
 * nw_directory_get_checked:
 * @self: a directory
 *
 * Returns: when it was last checked as a whole, as `YYYY-MM-DD`
 */
const char *
nw_directory_get_checked (NwDirectory *self)
{
  g_return_val_if_fail (NW_IS_DIRECTORY (self), NULL);

  return self->checked;
}

/**
 * nw_directory_get_missing:
 * @self: a directory
 *
 * Returns: what to do where a country is not in it
 */
const char *
nw_directory_get_missing (NwDirectory *self)
{
  g_return_val_if_fail (NW_IS_DIRECTORY (self), NULL);

  return self->missing;
}

/**
 * nw_directory_get_advice:
 * @self: a directory
 *
 * Returns: (array zero-terminated=1): what holds for looking up anybody
 *   anywhere
 */
const char * const *
nw_directory_get_advice (NwDirectory *self)
{
  g_return_val_if_fail (NW_IS_DIRECTORY (self), NULL);

  return (const char *const *) self->advice;
}

/**
 * nw_directory_find:
 * @self: a directory
 * @code: two letters of ISO 3166-1
 *
 * Returns: (transfer none) (nullable): the country, or %NULL where it is not
 *   in the directory
 */
NwCountry *
nw_directory_find (NwDirectory *self,
                   const char  *code)
{
  g_return_val_if_fail (NW_IS_DIRECTORY (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (guint i = 0; i < self->countries->len; i++)
    {
      NwCountry *country = g_ptr_array_index (self->countries, i);

      if (g_str_equal (nw_country_get_code (country), code))
        return country;
    }
  return NULL;
}
