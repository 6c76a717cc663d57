/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "view/screening/nw-item-list.h"

G_BEGIN_DECLS

#define NW_TYPE_SECTION (nw_section_get_type ())
G_DECLARE_FINAL_TYPE (NwSection, nw_section, NW, SECTION, GtkWidget)

GtkWidget *nw_section_new (NwScreening    *screening,
                              NwResponseItem *item,
                              const NwLead   *lead);

G_END_DECLS
