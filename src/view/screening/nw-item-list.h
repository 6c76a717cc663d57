/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"
#include "view/widgets/nw-pieces.h"

G_BEGIN_DECLS

/**
 * NwLead:
 * @item: (nullable): the item whose text is the heading of the page
 * @prefix: (nullable): what a screen reader says before it, such as
 *   “Question 3 of 7”
 *
 * What takes the focus when a page is shown.
 */
typedef struct
{
  const NwItem *item;
  const char   *prefix;
} NwLead;

#define NW_TYPE_ITEM_LIST (nw_item_list_get_type ())
G_DECLARE_FINAL_TYPE (NwItemList, nw_item_list, NW, ITEM_LIST, NwPieces)

GtkWidget *nw_item_list_new        (NwScreening    *screening,
                                    const NwLead   *lead);
void       nw_item_list_show       (NwItemList     *self,
                                    GPtrArray      *items);
gboolean   nw_item_list_is_empty   (NwItemList     *self);
GtkWidget *nw_item_list_build_item (NwItemList     *self,
                                    NwResponseItem *item);

G_END_DECLS
