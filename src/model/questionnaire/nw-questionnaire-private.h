/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a questionnaire is made of, for the files that load, check and evaluate it. */

#pragma once

#include "model/questionnaire/nw-questionnaire.h"

G_BEGIN_DECLS

#define NW_EXTENSION_BASE "http://hl7.org/fhir/StructureDefinition/"
#define NW_OUTCOME_SYSTEM "urn:needlewise:outcome-level"

/* The options of one ValueSet, shared by the items that name it. */
typedef struct
{
  NwAnswerOption *options;
  guint n_options;
} NwOptionList;

struct _NwQuestionnaire
{
  gatomicrefcount ref_count;
  NwJson *json;
  NwFindings *findings;
  const NwJsonNode *node;
  NwItem *items;            /* depth first */
  guint n_items;
  guint32 *by_link_id;      /* a hash table of indexes and 1, open addressing */
  guint32 by_link_id_mask;
  guint32 by_link_id_seed;
  GPtrArray *option_lists;  /* of NwOptionList */
  GHashTable *contained;    /* id -> ValueSet, NULL while loading is over */
  GHashTable *value_sets;   /* "#id" -> NwOptionList, NULL while loading is over */
  const NwItem **dependents;
  NwEnableWhen *rules;      /* of all items, one after the other */
  guint *order;             /* by rank, the item; NULL where the rank is the index */
  guint *loop_last;         /* by rank: for the first item of a loop, its last */
  guint *loop_first;        /* by rank: the first item of the loop */
  gboolean has_outcome;
  gboolean quiet;           /* the tree was walked once, and its faults are known */
  gboolean opaque;          /* the form as a whole says something unknown */
};

gboolean       nw_questionnaire_load_items   (NwQuestionnaire  *self);
void           nw_questionnaire_load_item    (NwQuestionnaire  *self,
                                              NwItem           *item);
NwItem        *nw_questionnaire_lookup       (NwQuestionnaire  *self,
                                              const char       *link_id);
gboolean       nw_questionnaire_load_rules   (NwQuestionnaire  *self);
void           nw_questionnaire_sort         (NwQuestionnaire  *self);
const NwItem  *nw_questionnaire_get_ranked   (NwQuestionnaire  *self,
                                              guint             rank);
NwOptionList  *nw_questionnaire_load_options (NwQuestionnaire  *self,
                                              const NwJsonNode *options);
NwOptionList  *nw_questionnaire_load_value_set (NwQuestionnaire  *self,
                                              const NwJsonNode *reference);
NwValue       *nw_questionnaire_read_value   (NwQuestionnaire  *self,
                                              const NwJsonNode *node,
                                              const char       *prefix);
gboolean       nw_item_accepts               (const NwItem     *self,
                                              NwValueType       type);
const char    *nw_extension_get_name         (const NwJsonNode *extension);
gboolean       nw_extension_is_expression    (const NwJsonNode *extension);

G_END_DECLS
