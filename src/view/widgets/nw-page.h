/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * NwLayout:
 * @NW_LAYOUT_NARROW: a phone, or a quarter of a screen: one column, and the
 *   switcher at the bottom
 * @NW_LAYOUT_MEDIUM: one column
 * @NW_LAYOUT_WIDE: room for a side column
 *
 * How much room a page has, measured in its own text: a window of 900 px at
 * twice the text size is a narrow one.
 */
typedef enum
{
  NW_LAYOUT_NARROW,
  NW_LAYOUT_MEDIUM,
  NW_LAYOUT_WIDE,
} NwLayout;

#define NW_TYPE_PAGE (nw_page_get_type ())
G_DECLARE_INTERFACE (NwPage, nw_page, NW, PAGE, GtkWidget)

/**
 * NwPageInterface:
 * @get_actions: the page’s own actions (without a prefix; the window offers
 *   them as `page.NAME` while the page is shown), or %NULL
 * @set_layout: told when the room changes
 * @show_place: go to a place within the page; %FALSE where there is none of
 *   that name
 * @take_focus: take the keyboard focus: to where it was when the page was
 *   left, or to its heading
 *
 * What the window asks of each of its pages. All are optional.
 */
struct _NwPageInterface
{
  GTypeInterface parent_iface;

  GActionGroup *(*get_actions) (NwPage     *self);
  void          (*set_layout)  (NwPage     *self,
                                NwLayout    layout);
  gboolean      (*show_place)  (NwPage     *self,
                                const char *place);
  void          (*take_focus)  (NwPage     *self);
};

GActionGroup *nw_page_get_actions (NwPage     *self);
void          nw_page_set_layout  (NwPage     *self,
                                   NwLayout    layout);
gboolean      nw_page_show_place  (NwPage     *self,
                                   const char *place);
void          nw_page_take_focus  (NwPage     *self);

G_END_DECLS
