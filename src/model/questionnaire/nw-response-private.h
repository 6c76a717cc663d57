/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a response is made of, for the files that read, evaluate, check and write it. */

#pragma once

#include "model/questionnaire/nw-response.h"

G_BEGIN_DECLS

/**
 * NwDoubt:
 * @NW_DOUBT_NONE: the rule is decided
 * @NW_DOUBT_COMPARISON: precisions or units differ, or an answer is malformed
 * @NW_DOUBT_OCCURRENCE: the question occurs several times, none of them nearest
 * @NW_DOUBT_EXPRESSION: the rule has something that cannot be evaluated
 * @NW_DOUBT_LOOP: the rule depends on itself and contradicts itself
 *
 * Why an item is enabled although nobody can say whether it should be.
 */
typedef enum
{
  NW_DOUBT_NONE,
  NW_DOUBT_COMPARISON,
  NW_DOUBT_OCCURRENCE,
  NW_DOUBT_EXPRESSION,
  NW_DOUBT_LOOP,
} NwDoubt;

/* One answer of a question with the items in it; or what is in a group. */
typedef struct
{
  NwValue *value;             /* NULL for a group, and where there is no answer */
  NwResponseItem **children;  /* by ordinal, each the first of its repetitions */
  const NwJsonNode *node;     /* of the answer in a document, NULL for new ones */
  GPtrArray *unknown;         /* nodes of items that the form does not have */
} NwSlot;

struct _NwResponseItem
{
  const NwItem *item;         /* NULL for the root */
  NwResponseItem *parent;
  NwResponseItem *next_repetition;
  NwResponseItem *next_dirty;
  NwSlot *slots;              /* one for each answer, and at least one where
                               * there are items to be in it */
  const NwJsonNode *node;     /* in a document, NULL where it is new */
  char *problem;              /* what is wrong with the answers */
  guint n_slots;
  guint n_answers;
  guint answer;               /* in which of the parent's slots */
  guint enabled : 1;
  guint dirty : 1;
  guint decided : 1;          /* while a loop is worked out */
  guint was_enabled : 1;
  guint was_doubtful : 1;
  guint kept : 1;             /* has, or is, an answer; worked out when asked */
  guint present : 1;          /* is, or has in it, part of a draft; likewise */
  guint doubt : 3;            /* a NwDoubt */
};

struct _NwResponse
{
  GObject parent_instance;

  NwQuestionnaire *questionnaire;
  NwJson *json;               /* the document that it was read from, or NULL */
  NwResponseItem *root;
  NwResponseItem **dirty;     /* by rank: the instances to be worked out */
  guint64 *dirty_ranks;       /* a bit for each rank that has some */
  GHashTable *regexes;        /* const NwItem * -> GRegex *, NULL for a bad one */
  gboolean opaque;            /* the document says something unknown */
};

/* Instances */
NwResponseItem *nw_response_item_new          (const NwItem     *item,
                                               NwResponseItem   *parent,
                                               guint             answer);
void            nw_response_item_free         (NwResponseItem   *self);
void            nw_response_build             (NwResponse       *self,
                                               NwResponseItem   *top,
                                               gboolean          with_initial);
void            nw_response_item_resize       (NwResponse       *self,
                                               NwResponseItem   *item,
                                               guint             n_answers);
void            nw_response_item_append       (NwResponseItem   *first,
                                               NwResponseItem   *added);
NwResponseItem *nw_response_item_get_head     (NwResponseItem   *self);
NwResponseItem *nw_response_item_skip         (NwResponseItem   *self);
void            nw_response_item_move_last    (NwResponseItem   *self,
                                               guint             index);
void            nw_response_drop_twin         (GPtrArray        *items);

/* Reading */
gboolean        nw_response_read              (NwResponse       *self,
                                               NwFindings       *findings);

/* Enablement */
void            nw_enablement_mark            (NwResponse       *self,
                                               NwResponseItem   *item);
void            nw_enablement_mark_tree       (NwResponse       *self,
                                               NwResponseItem   *top);
void            nw_enablement_mark_dependents (NwResponse       *self,
                                               NwResponseItem   *item);
void            nw_enablement_mark_inner_dependents (NwResponse *self,
                                               NwResponseItem   *top);
void            nw_enablement_run             (NwResponse       *self,
                                               GPtrArray        *changed);

guint           nw_enablement_test            (const NwItem     *dependent,
                                               const NwItem     *question,
                                               const NwSlot     *answers,
                                               guint             n_answers);

/* What is answered */
void            nw_response_unmark            (NwResponse       *self);
void            nw_response_item_keep         (NwResponseItem   *self);
gboolean        nw_response_item_is_drafted   (NwResponseItem   *self);
void            nw_response_mark_answered     (NwResponse       *self,
                                               gboolean          outcomes);

/* Validation */
char           *nw_validation_check           (NwResponse       *self,
                                               NwResponseItem   *item);
char           *nw_validation_check_repetitions (NwResponseItem *first);

G_END_DECLS
