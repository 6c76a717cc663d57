/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-advice.h"

G_BEGIN_DECLS

#define NW_TYPE_ADVICE_CARD (nw_advice_card_get_type ())
G_DECLARE_FINAL_TYPE (NwAdviceCard, nw_advice_card, NW, ADVICE_CARD, GtkWidget)

GtkWidget *nw_advice_card_new (const NwAdvice *advice);

G_END_DECLS
