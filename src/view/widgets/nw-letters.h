/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *nw_letters_find (const char         *text,
                             gunichar            letter);
void        nw_letters_deal (const char * const *texts,
                             gsize               n_texts,
                             const char         *taken,
                             gunichar           *letters);

G_END_DECLS
