/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The directory of registers, as a list of countries. */

#pragma once

#include "model/plan/nw-country.h"

G_BEGIN_DECLS

#define NW_TYPE_DIRECTORY (nw_directory_get_type ())
G_DECLARE_FINAL_TYPE (NwDirectory, nw_directory, NW, DIRECTORY, GObject)

NwDirectory        *nw_directory_new_from_json (NwJson       *json,
                                                GError      **error);
NwDirectory        *nw_directory_load          (GError      **error);
const char         *nw_directory_get_checked   (NwDirectory  *self);
const char         *nw_directory_get_missing   (NwDirectory  *self);
const char * const *nw_directory_get_advice    (NwDirectory  *self);
NwCountry          *nw_directory_find          (NwDirectory  *self,
                                                const char   *code);

G_END_DECLS
