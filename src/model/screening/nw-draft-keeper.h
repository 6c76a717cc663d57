/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the answers to a form on the disk, where a person asks for it. */

#pragma once

#include "model/base/nw-clock.h"
#include "model/base/nw-store.h"
#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_DRAFT_KEEPER (nw_draft_keeper_get_type ())
G_DECLARE_FINAL_TYPE (NwDraftKeeper, nw_draft_keeper, NW, DRAFT_KEEPER, GObject)

NwDraftKeeper   *nw_draft_keeper_new            (NwStore          *store,
                                                 NwClock          *clock);
NwDraftKeeper   *nw_draft_keeper_new_for_forms  (NwStore          *store,
                                                 NwClock          *clock);
void             nw_draft_keeper_set_screening  (NwDraftKeeper    *self,
                                                 NwScreening      *screening);
gboolean         nw_draft_keeper_has_draft      (NwDraftKeeper    *self);
gboolean         nw_draft_keeper_get_read_only  (NwDraftKeeper    *self);
gboolean         nw_draft_keeper_is_waiting     (NwDraftKeeper    *self);
gboolean         nw_draft_keeper_is_waiting_for (NwDraftKeeper    *self,
                                                 NwQuestionnaire  *form);
NwQuestionnaire *nw_draft_keeper_get_form       (NwDraftKeeper    *self);
const char      *nw_draft_keeper_get_source     (NwDraftKeeper    *self);
char            *nw_draft_keeper_dup_age        (NwDraftKeeper    *self);
const char      *nw_draft_keeper_get_notice     (NwDraftKeeper    *self);
gboolean         nw_draft_keeper_resume         (NwDraftKeeper    *self,
                                                 gboolean         *other_version,
                                                 GError          **error);
void             nw_draft_keeper_save           (NwDraftKeeper    *self);
gboolean         nw_draft_keeper_remove         (NwDraftKeeper    *self,
                                                 GError          **error);
void             nw_draft_keeper_forget         (NwDraftKeeper    *self);
gboolean         nw_draft_keeper_flush          (NwDraftKeeper    *self,
                                                 GError          **error);

G_END_DECLS
