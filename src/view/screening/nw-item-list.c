/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items of a form one below the other: texts, groups and questions. */

#include "config.h"

#include "view/screening/nw-item-list.h"

#include "view/screening/nw-section.h"
#include "view/screening/nw-question.h"
#include "view/screening/nw-text.h"

struct _NwItemList
{
  GtkWidget    parent_instance;

  NwScreening *screening;
  NwLead       lead;
  GPtrArray   *items;
};

G_DEFINE_FINAL_TYPE (NwItemList, nw_item_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_widget (NwItemList     *self,
             NwResponseItem *item)
{
  const NwItem *definition = nw_response_item_get_item (item);

  if (definition->type == NW_ITEM_GROUP)
    return nw_section_new (self->screening, item, &self->lead);
  if (definition->type == NW_ITEM_DISPLAY)
    return nw_text_new (self->screening, item);
  return nw_question_new (self->screening, item, &self->lead);
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;

  return TRUE;
}

/* Whoever removes a repetition by its own button is in the middle of a click,
 * and GTK holds on to all that is around the button: disposed of, it does not
 * listen to the screening any more, which has freed what it showed. */
static void
clear (NwItemList *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    {
      g_object_ref (child);
      gtk_widget_unparent (child);
      g_object_run_dispose (G_OBJECT (child));
      g_object_unref (child);
    }
}

static void
nw_item_list_dispose (GObject *object)
{
  NwItemList *self = NW_ITEM_LIST (object);

  clear (self);
  g_clear_object (&self->screening);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (nw_item_list_parent_class)->dispose (object);
}

static void
nw_item_list_class_init (NwItemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_item_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_item_list_init (NwItemList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 24);
  self->items = g_ptr_array_new ();
}

/**
 * nw_item_list_new:
 * @screening: a screening
 * @lead: which item is the heading of the page; its strings have to outlive
 *   the list
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
nw_item_list_new (NwScreening  *screening,
                  const NwLead *lead)
{
  NwItemList *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (lead != NULL, NULL);

  self = g_object_new (NW_TYPE_ITEM_LIST, NULL);
  self->screening = g_object_ref (screening);
  self->lead = *lead;

  return GTK_WIDGET (self);
}

/**
 * nw_item_list_show:
 * @self: a list
 * @items: (element-type NwResponseItem): what to show
 *
 * Shows @items. Nothing happens where they are the ones that are shown.
 */
void
nw_item_list_show (NwItemList *self,
                   GPtrArray  *items)
{
  g_return_if_fail (NW_IS_ITEM_LIST (self));
  g_return_if_fail (items != NULL);

  if (is_same (self->items, items))
    return;

  clear (self);
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_extend (self->items, items, NULL, NULL);
  for (guint i = 0; i < items->len; i++)
    gtk_widget_set_parent (make_widget (self, g_ptr_array_index (items, i)), GTK_WIDGET (self));
}

/**
 * nw_item_list_is_empty:
 * @self: a list
 *
 * Returns: whether there is nothing to be seen in it
 */
gboolean
nw_item_list_is_empty (NwItemList *self)
{
  g_return_val_if_fail (NW_IS_ITEM_LIST (self), TRUE);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      return FALSE;

  return TRUE;
}
