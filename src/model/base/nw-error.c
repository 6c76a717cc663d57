/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quark of the model's error domain. */

#include "config.h"

#include "model/base/nw-error.h"

/**
 * nw_error_quark:
 *
 * Gets the domain of the model's errors; use `NW_ERROR`.
 *
 * Returns: the quark
 */
G_DEFINE_QUARK (nw-error-quark, nw_error)
