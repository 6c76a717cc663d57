/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one error domain of the model and what can go wrong in it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define NW_ERROR (nw_error_quark ())

/**
 * NwError:
 * @NW_ERROR_READ: a file cannot be read, or is not a file
 * @NW_ERROR_TOO_LARGE: a document is larger or deeper than the limit
 * @NW_ERROR_SYNTAX: a text is not JSON
 * @NW_ERROR_CONTENT: a document is JSON, but does not say what is needed
 * @NW_ERROR_INCOMPLETE: a response still lacks something
 * @NW_ERROR_WRITE: something cannot be written
 * @NW_ERROR_CONFLICT: another program has written it meanwhile
 *
 * What went wrong in the model.
 */
typedef enum
{
  NW_ERROR_READ,
  NW_ERROR_TOO_LARGE,
  NW_ERROR_SYNTAX,
  NW_ERROR_CONTENT,
  NW_ERROR_INCOMPLETE,
  NW_ERROR_WRITE,
  NW_ERROR_CONFLICT,
} NwError;

GQuark nw_error_quark (void);

G_END_DECLS
