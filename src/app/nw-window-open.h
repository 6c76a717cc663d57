/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/nw-window.h"

G_BEGIN_DECLS

void nw_window_open_install (NwWindow *window);

G_END_DECLS
