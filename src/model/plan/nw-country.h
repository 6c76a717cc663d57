/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A country of the directory and the registers to look into there. */

#pragma once

#include <gio/gio.h>

#include "model/base/nw-findings.h"
#include "model/base/nw-json.h"

G_BEGIN_DECLS

/**
 * NW_COUNTRY_OTHER_REGION:
 *
 * The region that stands for all that have no entry of their own.
 */
#define NW_COUNTRY_OTHER_REGION "other"

/**
 * NwStanding:
 * @NW_STANDING_LAW: the law demands to be on this register
 * @NW_STANDING_VOLUNTARY: being on it is voluntary
 * @NW_STANDING_MIXED: partly the one, partly the other
 * @NW_STANDING_NONE: there is no register
 * @NW_STANDING_UNSETTLED: the law is not settled
 *
 * What being on a register rests on.
 */
typedef enum
{
  NW_STANDING_LAW,
  NW_STANDING_VOLUNTARY,
  NW_STANDING_MIXED,
  NW_STANDING_NONE,
  NW_STANDING_UNSETTLED,
} NwStanding;

/**
 * NwConfidence:
 * @NW_CONFIDENCE_HIGH: read in a primary or official source
 * @NW_CONFIDENCE_MEDIUM: read second-hand, or in an older copy
 * @NW_CONFIDENCE_LOW: could not be checked, or sources disagree
 *
 * How firm an entry of the directory is.
 */
typedef enum
{
  NW_CONFIDENCE_HIGH,
  NW_CONFIDENCE_MEDIUM,
  NW_CONFIDENCE_LOW,
} NwConfidence;

/**
 * NwRegister:
 * @id: its id, unique in the directory
 * @region: (nullable): the id of the region for which it is, or %NULL for all
 * @region_name: (nullable): the region’s name
 * @who: who keeps it
 * @title: (nullable): what somebody on it is called
 * @standing: what it rests on
 * @tells: what it tells, and what it does not
 * @address: (nullable): where to look, on the web
 * @checked: when this was last checked, as `YYYY-MM-DD`
 * @confidence: how firm it is
 * @doubt: (nullable): what is doubtful about it
 *
 * A place to look a practitioner up. Never changes.
 */
typedef struct
{
  char         *id;
  char         *region;
  char         *region_name;
  char         *who;
  char         *title;
  NwStanding    standing;
  char         *tells;
  char         *address;
  char         *checked;
  NwConfidence  confidence;
  char         *doubt;
} NwRegister;

#define NW_TYPE_COUNTRY (nw_country_get_type ())
G_DECLARE_FINAL_TYPE (NwCountry, nw_country, NW, COUNTRY, GObject)

NwCountry        *nw_country_new_from_json   (const NwJsonNode *node,
                                              NwFindings       *findings);
const char       *nw_country_get_code        (NwCountry        *self);
const char       *nw_country_get_name        (NwCountry        *self);
const char       *nw_country_get_emergency   (NwCountry        *self);
guint             nw_country_get_n_registers (NwCountry        *self);
const NwRegister *nw_country_get_register    (NwCountry        *self,
                                              guint             index);
const NwRegister *nw_country_find_register   (NwCountry        *self,
                                              const char       *id);
GStrv             nw_country_dup_regions     (NwCountry        *self);
const char       *nw_country_get_region_name (NwCountry        *self,
                                              const char       *region);
gboolean          nw_country_matches         (NwCountry        *self,
                                              const char       *query);
const char       *nw_country_find_region     (NwCountry        *self,
                                              const char       *query);

G_END_DECLS
