/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a proof: the form that is tried, and the answers. */

#pragma once

#include "model/questionnaire/nw-proof.h"

G_BEGIN_DECLS

/* One or no answers that a question can have; no more than two. */
typedef struct
{
  NwValue *values[2];
  guint n_values;
  guint weight;      /* how many such there are that no rule can tell apart */
  gboolean valid;    /* whether a person could answer so */
} NwCandidate;

NwQuestionnaire *nw_proof_reduce_form    (NwQuestionnaire  *form,
                                          GError          **error);
GArray          *nw_proof_list_candidates (NwResponse      *response,
                                          NwResponseItem   *question,
                                          gboolean          pairs,
                                          GPtrArray        *left_out);

G_END_DECLS
