/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the person, and where its words are. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void nw_locale_init (void);

G_END_DECLS
