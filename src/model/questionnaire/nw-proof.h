/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proves by trying all combinations of answers that a form's outcomes are cautious. */

#pragma once

#include "model/questionnaire/nw-outcome.h"

G_BEGIN_DECLS

/**
 * NwProof:
 * @n_tried: how many combinations were worked out
 * @n_covered: how many combinations of single answers those stand for
 * @n_questions: how many questions the outcome depends on
 * @n_violations: how many combinations break a rule
 * @violations: (element-type utf8): what is broken, and by which answers; only
 *   the first ones
 * @left_out: (element-type utf8): what was not tried
 *
 * What came of trying. A form without outcomes has nothing to prove.
 */
typedef struct
{
  guint64 n_tried;
  double n_covered;
  guint n_questions;
  guint64 n_violations;
  GPtrArray *violations;
  GPtrArray *left_out;
} NwProof;

NwProof   *nw_proof_new       (NwQuestionnaire *form,
                               GError         **error);
void       nw_proof_free      (NwProof         *self);

GPtrArray *nw_form_tests_run  (NwQuestionnaire *form,
                               NwJson          *tests,
                               guint           *n_tests);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwProof, nw_proof_free)

G_END_DECLS
