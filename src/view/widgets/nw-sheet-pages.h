/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a sheet, for paper and for a window. */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-sheet.h"

G_BEGIN_DECLS

/**
 * NwSheetText:
 * @kind: what it is
 * @text: (transfer none): the words
 * @place: where it stands on its page, in points
 *
 * A text on a page.
 */
typedef struct
{
  NwSheetKind      kind;
  const char      *text;
  graphene_rect_t  place;
} NwSheetText;

typedef struct _NwSheetPages NwSheetPages;

NwSheetPages *nw_sheet_pages_new         (GPtrArray     *sheet,
                                          PangoContext  *context,
                                          double         width,
                                          double         height);
void          nw_sheet_pages_free        (NwSheetPages  *self);
guint         nw_sheet_pages_get_n_pages (NwSheetPages  *self);
void          nw_sheet_pages_draw        (NwSheetPages  *self,
                                          cairo_t       *cr,
                                          guint          page);
GArray       *nw_sheet_pages_list_texts  (NwSheetPages  *self,
                                          guint          page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NwSheetPages, nw_sheet_pages_free)

G_END_DECLS
