/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contract between the window and the three pages that it shows. */

#include "config.h"

#include "view/widgets/nw-page.h"

G_DEFINE_INTERFACE (NwPage, nw_page, GTK_TYPE_WIDGET)

static void
nw_page_default_init (NwPageInterface *iface)
{
}

/**
 * nw_page_get_actions:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): what can be done on this page
 */
GActionGroup *
nw_page_get_actions (NwPage *self)
{
  NwPageInterface *iface;

  g_return_val_if_fail (NW_IS_PAGE (self), NULL);

  iface = NW_PAGE_GET_IFACE (self);
  return iface->get_actions != NULL ? iface->get_actions (self) : NULL;
}

/**
 * nw_page_set_layout:
 * @self: a page
 * @layout: how much room there is
 *
 * Tells the page how to arrange itself. Never called while sizes are being
 * worked out, so a page may change its widgets at once.
 */
void
nw_page_set_layout (NwPage   *self,
                    NwLayout  layout)
{
  NwPageInterface *iface;

  g_return_if_fail (NW_IS_PAGE (self));

  iface = NW_PAGE_GET_IFACE (self);
  if (iface->set_layout != NULL)
    iface->set_layout (self, layout);
}

/**
 * nw_page_show_place:
 * @self: a page
 * @place: a name that the page knows, such as a section’s id
 *
 * Returns: whether there is such a place
 */
gboolean
nw_page_show_place (NwPage     *self,
                    const char *place)
{
  NwPageInterface *iface;

  g_return_val_if_fail (NW_IS_PAGE (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  iface = NW_PAGE_GET_IFACE (self);
  return iface->show_place != NULL && iface->show_place (self, place);
}

/**
 * nw_page_take_focus:
 * @self: a page that is shown
 *
 * Moves the keyboard focus into the page. A screen reader on GTK 4.8 learns
 * of a new page by this and by nothing else.
 */
void
nw_page_take_focus (NwPage *self)
{
  NwPageInterface *iface;

  g_return_if_fail (NW_IS_PAGE (self));

  iface = NW_PAGE_GET_IFACE (self);
  if (iface->take_focus != NULL)
    iface->take_focus (self);
  else
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}
