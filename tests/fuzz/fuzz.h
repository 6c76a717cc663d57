/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a target of the fuzzers offers, and what it may use. */

#pragma once

#include <stddef.h>
#include <stdint.h>

#include "model/base/nw-findings.h"
#include "model/base/nw-json.h"

int         LLVMFuzzerTestOneInput (const uint8_t    *data,
                                    size_t            size);
NwJson     *fuzz_parse             (const uint8_t    *data,
                                    size_t            size);
void        fuzz_read_findings     (NwFindings       *findings);
char       *fuzz_write_file        (const char       *name,
                                    const uint8_t    *data,
                                    size_t            size);
void        fuzz_empty_folder      (void);
