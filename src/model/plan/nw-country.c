/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A country of the directory and the registers to look into there. */

#include "config.h"

#include "model/plan/nw-country.h"

#include "model/base/nw-json-read.h"
#include "model/plan/nw-plan-content.h"

#include <string.h>

struct _NwCountry
{
  GObject    parent_instance;

  char      *code;
  char      *name;
  char      *emergency;
  GPtrArray *registers;
};

enum
{
  PROP_NAME = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwCountry, nw_country, G_TYPE_OBJECT)

/* In the order of the enum. */
static const char *const standings[] = { "law", "voluntary", "mixed", "none", "unsettled", NULL };

static void
free_register (NwRegister *self)
{
  g_free (self->id);
  g_free (self->region);
  g_free (self->region_name);
  g_free (self->who);
  g_free (self->title);
  g_free (self->tells);
  g_free (self->address);
  g_free (self->checked);
  g_free (self->doubt);
  g_free (self);
}

static NwRegister *
read_register (const NwJsonNode *node,
               NwFindings       *findings)
{
  NwRegister *self = g_new0 (NwRegister, 1);
  int standing = nw_json_read_choice (node, "standing", NW_JSON_REQUIRED, standings, findings);

  nw_json_check_members (node, findings, "id", "region", "regionName", "who", "title", "standing",
                         "tells", "address", "checked", "confidence", "doubt", NULL);
  self->id = g_strdup (nw_json_read_string (node, "id", NW_JSON_REQUIRED, findings));
  self->region = g_strdup (nw_json_read_string (node, "region", NW_JSON_OPTIONAL, findings));
  self->region_name = g_strdup (nw_json_read_string (node, "regionName",
                                                     self->region != NULL ? NW_JSON_REQUIRED
                                                                          : NW_JSON_OPTIONAL,
                                                     findings));
  self->who = g_strdup (nw_json_read_string (node, "who", NW_JSON_REQUIRED, findings));
  self->title = g_strdup (nw_json_read_string (node, "title", NW_JSON_OPTIONAL, findings));
  self->standing = standing >= 0 ? (NwStanding) standing : NW_STANDING_UNSETTLED;
  self->tells = g_strdup (nw_json_read_string (node, "tells", NW_JSON_REQUIRED, findings));
  self->address = g_strdup (nw_plan_content_read_address (node, findings));
  self->checked = g_strdup (nw_json_read_date (node, "checked", NW_JSON_REQUIRED, findings));
  self->confidence = nw_plan_content_read_confidence (node, findings);
  self->doubt = g_strdup (nw_json_read_string (node, "doubt", NW_JSON_OPTIONAL, findings));
  return self;
}

static void
nw_country_finalize (GObject *object)
{
  NwCountry *self = NW_COUNTRY (object);

  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->emergency, g_free);
  g_clear_pointer (&self->registers, g_ptr_array_unref);

  G_OBJECT_CLASS (nw_country_parent_class)->finalize (object);
}

static void
nw_country_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_NAME:
      g_value_set_string (value, NW_COUNTRY (object)->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
nw_country_class_init (NwCountryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = nw_country_finalize;
  object_class->get_property = nw_country_get_property;

  /**
   * NwCountry:name:
   *
   * Its name in the interface’s language.
   */
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nw_country_init (NwCountry *self)
{
  self->registers = g_ptr_array_new_with_free_func ((GDestroyNotify) free_register);
}

/**
 * nw_country_new_from_json:
 * @node: an entry of `countries` in `registers.json`
 * @findings: takes what is wrong with it
 *
 * Returns: (transfer full): the country, as far as it could be read
 */
NwCountry *
nw_country_new_from_json (const NwJsonNode *node,
                          NwFindings       *findings)
{
  NwCountry *self;
  const NwJsonNode *child;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (findings != NULL, NULL);

  self = g_object_new (NW_TYPE_COUNTRY, NULL);
  nw_json_check_members (node, findings, "code", "name", "emergency", "urgentLine", "registers",
                         NULL);
  self->code = g_strdup (nw_json_read_string (node, "code", NW_JSON_REQUIRED, findings));
  self->name = g_strdup (nw_json_read_string (node, "name", NW_JSON_REQUIRED, findings));
  self->emergency = g_strdup (nw_json_read_string (node, "emergency", NW_JSON_OPTIONAL, findings));
  NW_JSON_FOREACH (nw_json_read_array (node, "registers", NW_JSON_REQUIRED, findings), child)
    if (nw_json_expect (child, NW_JSON_OBJECT, findings))
      g_ptr_array_add (self->registers, read_register (child, findings));
  return self;
}

/**
 * nw_country_get_code:
 * @self: a country
 *
 * Returns: its two letters of ISO 3166-1
 */
const char *
nw_country_get_code (NwCountry *self)
{
  g_return_val_if_fail (NW_IS_COUNTRY (self), NULL);

  return self->code;
}

/**
 * nw_country_get_name:
 * @self: a country
 *
 * Returns: its name in the interface’s language
 */
const char *
nw_country_get_name (NwCountry *self)
{
  g_return_val_if_fail (NW_IS_COUNTRY (self), NULL);

  return self->name;
}

/**
 * nw_country_get_emergency:
 * @self: a country
 *
 * Returns: (nullable): the number to call in an emergency
 */
const char *
nw_country_get_emergency (NwCountry *self)
{
  g_return_val_if_fail (NW_IS_COUNTRY (self), NULL);

  return self->emergency;
}

/**
 * nw_country_get_n_registers:
 * @self: a country
 *
 * Returns: how many registers the directory has there
 */
guint
nw_country_get_n_registers (NwCountry *self)
{
  g_return_val_if_fail (NW_IS_COUNTRY (self), 0);

  return self->registers->len;
}

/**
 * nw_country_get_register:
 * @self: a country
 * @index: which
 *
 * Returns: (transfer none): the register
 */
const NwRegister *
nw_country_get_register (NwCountry *self,
                         guint      index)
{
  g_return_val_if_fail (NW_IS_COUNTRY (self), NULL);
  g_return_val_if_fail (index < self->registers->len, NULL);

  return g_ptr_array_index (self->registers, index);
}

/**
 * nw_country_find_register:
 * @self: a country
 * @id: a register’s id
 *
 * Returns: (transfer none) (nullable): the register of that id
 */
const NwRegister *
nw_country_find_register (NwCountry  *self,
                          const char *id)
{
  g_return_val_if_fail (NW_IS_COUNTRY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->registers->len; i++)
    {
      const NwRegister *entry = g_ptr_array_index (self->registers, i);

      if (g_strcmp0 (entry->id, id) == 0)
        return entry;
    }
  return NULL;
}

/* By name, and what stands for all the others last. */
static int
compare_regions (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const char *first = *(const char *const *) a;
  const char *second = *(const char *const *) b;
  int others = g_str_equal (first, NW_COUNTRY_OTHER_REGION)
               - g_str_equal (second, NW_COUNTRY_OTHER_REGION);

  return others != 0 ? others
                     : g_utf8_collate (nw_country_get_region_name (user_data, first),
                                       nw_country_get_region_name (user_data, second));
}

/**
 * nw_country_dup_regions:
 * @self: a country
 *
 * Returns: (transfer full): the ids of its regions that have registers of
 *   their own, each once, sorted by name, with %NW_COUNTRY_OTHER_REGION last
 */
GStrv
nw_country_dup_regions (NwCountry *self)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (GHashTable) seen = NULL;
  GStrv regions;

  g_return_val_if_fail (NW_IS_COUNTRY (self), NULL);

  builder = g_strv_builder_new ();
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->registers->len; i++)
    {
      const NwRegister *entry = g_ptr_array_index (self->registers, i);

      if (entry->region != NULL && g_hash_table_add (seen, entry->region))
        g_strv_builder_add (builder, entry->region);
    }
  regions = g_strv_builder_end (builder);
  g_qsort_with_data (regions, (int) g_strv_length (regions), sizeof (char *), compare_regions,
                     self);
  return regions;
}

/**
 * nw_country_get_region_name:
 * @self: a country
 * @region: a region’s id
 *
 * Returns: (nullable): the region’s name, or %NULL where there is none of
 *   that id
 */
const char *
nw_country_get_region_name (NwCountry  *self,
                            const char *region)
{
  g_return_val_if_fail (NW_IS_COUNTRY (self), NULL);
  g_return_val_if_fail (region != NULL, NULL);

  for (guint i = 0; i < self->registers->len; i++)
    {
      const NwRegister *entry = g_ptr_array_index (self->registers, i);

      if (g_strcmp0 (entry->region, region) == 0)
        return entry->region_name;
    }
  return NULL;
}

/* An accent counts neither in what was typed nor in what is found. */
static gboolean
match_name (const char *query,
            const char *name)
{
  g_autofree char *ascii = NULL;

  if (g_str_match_string (query, name, TRUE))
    return TRUE;

  ascii = g_str_to_ascii (query, NULL);
  return strchr (ascii, '?') == NULL && g_str_match_string (ascii, name, TRUE);
}

static gboolean
match_country (NwCountry  *self,
               const char *query)
{
  return match_name (query, self->name) || g_ascii_strcasecmp (query, self->code) == 0;
}

/**
 * nw_country_matches:
 * @self: a country
 * @query: what a person typed
 *
 * Finds by the beginnings of words, without regard to case and accents, in the
 * country’s name, its two letters and the names of its regions.
 *
 * Returns: whether the country is meant; every one is by an empty query
 */
gboolean
nw_country_matches (NwCountry  *self,
                    const char *query)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (NW_IS_COUNTRY (self), FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  stripped = g_strstrip (g_strdup (query));
  if (*stripped == '\0' || match_country (self, stripped))
    return TRUE;

  for (guint i = 0; i < self->registers->len; i++)
    {
      const NwRegister *entry = g_ptr_array_index (self->registers, i);

      if (entry->region_name != NULL && match_name (stripped, entry->region_name))
        return TRUE;
    }
  return FALSE;
}

/**
 * nw_country_find_region:
 * @self: a country
 * @query: what a person typed
 *
 * Finds as nw_country_matches() does.
 *
 * Returns: (nullable): the id of the one region that is meant, or %NULL where
 *   the country itself is meant, or none of its regions, or more than one
 */
const char *
nw_country_find_region (NwCountry  *self,
                        const char *query)
{
  g_autofree char *stripped = NULL;
  const char *found = NULL;

  g_return_val_if_fail (NW_IS_COUNTRY (self), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  stripped = g_strstrip (g_strdup (query));
  if (*stripped == '\0' || match_country (self, stripped))
    return NULL;

  for (guint i = 0; i < self->registers->len; i++)
    {
      const NwRegister *entry = g_ptr_array_index (self->registers, i);

      if (entry->region_name == NULL
          || g_strcmp0 (entry->region, found) == 0
          || !match_name (stripped, entry->region_name))
        continue;
      if (found != NULL)
        return NULL;
      found = entry->region;
    }
  return found;
}
