/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One filling-in of a Questionnaire: the answers, and what follows from them. */

#pragma once

#include "model/questionnaire/nw-questionnaire.h"

G_BEGIN_DECLS

#define NW_TYPE_RESPONSE (nw_response_get_type ())

G_DECLARE_FINAL_TYPE (NwResponse, nw_response, NW, RESPONSE, GObject)

typedef struct _NwResponseItem NwResponseItem;
typedef struct _NwRemoval NwRemoval;

NwResponse      *nw_response_new                (NwQuestionnaire   *questionnaire);
NwResponse      *nw_response_new_empty          (NwQuestionnaire   *questionnaire);
NwResponse      *nw_response_new_from_json      (NwQuestionnaire   *questionnaire,
                                                 NwJson            *json,
                                                 NwFindings        *findings);
NwQuestionnaire *nw_response_get_questionnaire  (NwResponse        *self);

/* The instances of items */
NwResponseItem  *nw_response_get_root           (NwResponse        *self);
NwResponseItem  *nw_response_find               (NwResponse        *self,
                                                 const char        *link_id);
NwResponseItem  *nw_response_item_next          (NwResponseItem    *self);
const NwItem    *nw_response_item_get_item      (NwResponseItem    *self);
NwResponseItem  *nw_response_item_get_parent    (NwResponseItem    *self);
NwResponseItem  *nw_response_item_get_first_child (NwResponseItem  *self,
                                                 guint              answer);
NwResponseItem  *nw_response_item_get_next_sibling (NwResponseItem *self);
guint            nw_response_item_get_answer_index (NwResponseItem *self);
guint            nw_response_item_get_repetition (NwResponseItem   *self);
guint            nw_response_item_get_n_repetitions (NwResponseItem *self);
guint            nw_response_item_get_n_answers (NwResponseItem    *self);
NwValue         *nw_response_item_get_answer    (NwResponseItem    *self,
                                                 guint              index);
gboolean         nw_response_item_has_answer    (NwResponseItem    *self,
                                                 const NwValue     *value);
gboolean         nw_response_item_is_enabled    (NwResponseItem    *self);
gboolean         nw_response_item_is_missing    (NwResponseItem    *self);
const char      *nw_response_item_get_problem   (NwResponseItem    *self);

/* Editing */
void             nw_response_set_answers        (NwResponse        *self,
                                                 NwResponseItem    *item,
                                                 NwValue * const   *values,
                                                 guint              n_values);
void             nw_response_set_answer         (NwResponse        *self,
                                                 NwResponseItem    *item,
                                                 NwValue           *value);
void             nw_response_add_answer         (NwResponse        *self,
                                                 NwResponseItem    *item,
                                                 NwValue           *value);
void             nw_response_remove_answer      (NwResponse        *self,
                                                 NwResponseItem    *item,
                                                 guint              index);
NwResponseItem  *nw_response_add_repetition     (NwResponse        *self,
                                                 NwResponseItem    *item);
NwRemoval       *nw_response_remove_repetition  (NwResponse        *self,
                                                 NwResponseItem    *item);
NwResponseItem  *nw_response_restore_repetition (NwResponse        *self,
                                                 NwRemoval         *removal);
void             nw_removal_free                (NwRemoval         *self);

/* What follows from the answers */
GPtrArray       *nw_response_get_missing        (NwResponse        *self);
GPtrArray       *nw_response_get_invalid        (NwResponse        *self);
NwFindings      *nw_response_get_warnings       (NwResponse        *self);
gboolean         nw_response_is_certain         (NwResponse        *self);
gboolean         nw_response_is_complete        (NwResponse        *self);

/* What the largest response to a form needs, to be read again: each level of a
 * form takes two in its document, and four in that of a response. */
extern const NwJsonLimits nw_response_limits;

/* Writing */
char            *nw_response_write_draft        (NwResponse        *self,
                                                 gboolean           pretty);
char            *nw_response_write_completed    (NwResponse        *self,
                                                 GDateTime         *authored,
                                                 gboolean           pretty,
                                                 GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwRemoval, nw_removal_free)

G_END_DECLS
