/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzers of forms and responses do with what was read. */

#pragma once

#include "model/screening/nw-screening.h"

void exercise_form      (NwQuestionnaire *form);
void exercise_response  (NwResponse      *response);
void exercise_screening (NwScreening     *screening);
