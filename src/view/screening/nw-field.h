/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/screening/nw-screening.h"

G_BEGIN_DECLS

#define NW_TYPE_FIELD (nw_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (NwField, nw_field, NW, FIELD, GtkWidget)

/**
 * NwFieldClass:
 * @build: make the widgets; called once, when the question is known
 * @refresh: show what the answers are now
 * @describe: name the control and describe it for a screen reader, and mark
 *   it as invalid or not
 * @press_number: choose what the key of this number stands for; %FALSE where
 *   it stands for nothing
 * @show_numbers: show the keys that can be pressed, or hide them
 *
 * What the controls of all questions have in common. Only @build and
 * @refresh have to be there.
 */
struct _NwFieldClass
{
  GtkWidgetClass parent_class;

  void     (*build)        (NwField    *self);
  void     (*refresh)      (NwField    *self);
  void     (*describe)     (NwField    *self,
                            const char *name,
                            const char *description,
                            gboolean    invalid);
  gboolean (*press_number) (NwField    *self,
                            guint       number);
  void     (*show_numbers) (NwField    *self,
                            gboolean    show);
};

GtkWidget      *nw_field_new            (NwScreening    *screening,
                                         NwResponseItem *item);
NwScreening    *nw_field_get_screening  (NwField        *self);
NwResponseItem *nw_field_get_item       (NwField        *self);
const NwItem   *nw_field_get_definition (NwField        *self);
void            nw_field_refresh        (NwField        *self);
void            nw_field_describe       (NwField        *self,
                                         const char     *name,
                                         const char     *description,
                                         gboolean        invalid);
void            nw_field_describe_control
                                        (NwField        *self,
                                         GtkWidget      *control,
                                         const char     *name,
                                         const char     *description,
                                         gboolean        invalid);
gboolean        nw_field_press_number   (NwField        *self,
                                         guint           number);
gboolean        nw_field_has_numbers    (NwField        *self);
void            nw_field_show_numbers   (NwField        *self,
                                         gboolean        show);

G_END_DECLS
