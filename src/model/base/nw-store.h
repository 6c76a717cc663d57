/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one module that writes what the program keeps in the user’s data folder. */

#pragma once

#include <gio/gio.h>

#include "model/base/nw-json.h"

G_BEGIN_DECLS

/**
 * NwStoreResult:
 * @NW_STORE_NOTHING: nothing is kept under that name yet
 * @NW_STORE_GOOD: the document was read
 * @NW_STORE_PREVIOUS: the document was damaged or missing; the copy before it
 *   was read
 * @NW_STORE_DAMAGED: the document was damaged and there is no copy before it
 * @NW_STORE_NEWER: a newer version of the program wrote it: what is known of
 *   it was read, and it must not be written
 * @NW_STORE_UNREADABLE: it is there but cannot be read; it must not be written
 *
 * What came of reading a document. A damaged one is never deleted, but set
 * aside under a name with the date.
 */
typedef enum
{
  NW_STORE_NOTHING,
  NW_STORE_GOOD,
  NW_STORE_PREVIOUS,
  NW_STORE_DAMAGED,
  NW_STORE_NEWER,
  NW_STORE_UNREADABLE,
} NwStoreResult;

/**
 * NwStoreReadFunc:
 * @root: the document’s root, an object
 * @user_data: what was given with the function
 * @error: return location for an error
 *
 * Takes over what a document says. Called a second time, with the copy before,
 * where it did not succeed.
 *
 * Returns: whether the document can be used
 */
typedef gboolean (*NwStoreReadFunc) (const NwJsonNode  *root,
                                     gpointer           user_data,
                                     GError           **error);

#define NW_TYPE_STORE (nw_store_get_type ())
G_DECLARE_FINAL_TYPE (NwStore, nw_store, NW, STORE, GObject)

NwStore       *nw_store_new        (const char       *folder);
const char    *nw_store_get_folder (NwStore          *self);
gboolean       nw_store_lock       (NwStore          *self,
                                    GError          **error);
NwStoreResult  nw_store_load       (NwStore          *self,
                                    const char       *name,
                                    gint64            newest_format,
                                    NwStoreReadFunc   func,
                                    gpointer          user_data,
                                    char            **set_aside,
                                    GError          **error);
gboolean       nw_store_save       (NwStore          *self,
                                    const char       *name,
                                    const char       *text,
                                    GError          **error);
gboolean       nw_store_remove     (NwStore          *self,
                                    const char       *name,
                                    GError          **error);
gboolean       nw_store_remove_all (NwStore          *self,
                                    GError          **error);

G_END_DECLS
