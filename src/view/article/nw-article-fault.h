/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/base/nw-findings.h"

G_BEGIN_DECLS

#define NW_TYPE_ARTICLE_FAULT (nw_article_fault_get_type ())
G_DECLARE_FINAL_TYPE (NwArticleFault, nw_article_fault, NW, ARTICLE_FAULT, GtkWidget)

GtkWidget *nw_article_fault_new         (NwFindings     *findings);
GtkWidget *nw_article_fault_get_heading (NwArticleFault *self);

G_END_DECLS
