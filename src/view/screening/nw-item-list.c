/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items of a form one below the other: texts, groups and questions. */

#include "config.h"

#include "view/screening/nw-item-list.h"

#include "view/screening/nw-section.h"
#include "view/screening/nw-question.h"
#include "view/screening/nw-text.h"

/* In lines of text: what a question has beside its words and its answers, an
 * answer to choose, and a field to fill in. */
#define LINES_OF_QUESTION 3.0
#define LINES_OF_OPTION 2.6
#define LINES_OF_FIELD 2.4
/* More answers are in a menu, and more lines than this are surely out of sight. */
#define MENU_OPTIONS 30
/* How many of the items that an answer brings are built at once, and how near
 * they stand to what is there. */
#define MOST_AT_ONCE 10
#define NEAR 10
#define MOST_LINES 500

struct _NwItemList
{
  NwPieces     parent_instance;

  NwScreening *screening;
  NwLead       lead;
  GPtrArray   *items;
  /* The places of the items in the list, and 1; empty until one is asked for. */
  GHashTable  *places;
};

G_DEFINE_FINAL_TYPE (NwItemList, nw_item_list, NW_TYPE_PIECES)

static NwResponseItem *
get_item (NwItemList *self,
          guint       index)
{
  return g_ptr_array_index (self->items, index);
}

static GtkWidget *
nw_item_list_build (NwPieces *pieces,
                    guint     index)
{
  NwItemList *self = NW_ITEM_LIST (pieces);
  NwResponseItem *item = get_item (self, index);
  const NwItem *definition = nw_response_item_get_item (item);

  if (definition->type == NW_ITEM_GROUP)
    return nw_section_new (self->screening, item, &self->lead);
  if (definition->type == NW_ITEM_DISPLAY)
    return nw_text_new (self->screening, item);
  return nw_question_new (self->screening, item, &self->lead);
}

static gboolean
nw_item_list_is_shown (NwPieces *pieces,
                       guint     index)
{
  /* Asked of all items with each layout. */
  NwResponseItem *item = get_item ((NwItemList *) pieces, index);

  return nw_response_item_is_enabled (item) && !nw_response_item_get_item (item)->hidden;
}

static double
guess_item (const NwItem *item)
{
  double lines = nw_pieces_guess_words (item->text);

  if (item->type == NW_ITEM_DISPLAY)
    return lines;
  if (item->type == NW_ITEM_GROUP)
    {
      for (const NwItem *child = item->first_child;
           child != NULL && lines < MOST_LINES;
           child = child->next_sibling)
        if (!child->hidden && child->n_enable_when == 0)
          lines += guess_item (child);
      return lines + LINES_OF_QUESTION;
    }
  lines += LINES_OF_QUESTION;
  return lines + (item->n_options == 0 || item->n_options > MENU_OPTIONS
                    ? LINES_OF_FIELD : LINES_OF_OPTION * item->n_options);
}

static double
nw_item_list_guess (NwPieces *pieces,
                    guint     index)
{
  return guess_item (nw_response_item_get_item (get_item (NW_ITEM_LIST (pieces), index)));
}

/* The place of an item in the list, and 1; 0 where it is not in it. */
static guint
find_place (NwItemList     *self,
            NwResponseItem *item)
{
  if (g_hash_table_size (self->places) == 0)
    for (guint i = 0; i < self->items->len; i++)
      g_hash_table_insert (self->places, get_item (self, i), GUINT_TO_POINTER (i + 1));
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->places, item));
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

static gboolean
is_near_built (NwItemList *self,
               guint       index)
{
  for (guint i = index > NEAR ? index - NEAR : 0; i < index; i++)
    if (nw_pieces_get (NW_PIECES (self), i) != NULL)
      return TRUE;
  return FALSE;
}

/* What was not asked before was not built, nor can it announce itself. */
static void
changed_cb (NwItemList *self,
            GPtrArray  *changed)
{
  guint n_built = 0;
  const char *language = nw_screening_get_language (self->screening);

  for (guint i = 0; i < changed->len; i++)
    {
      NwResponseItem *it = g_ptr_array_index (changed, i);
      guint place = find_place (self, it);

      if (place == 0 || nw_pieces_get (NW_PIECES (self), place - 1) != NULL)
        continue;
      gtk_widget_queue_resize (GTK_WIDGET (self));
      if (nw_pieces_is_shown (NW_PIECES (self), place - 1) && n_built < MOST_AT_ONCE
          && is_near_built (self, place - 1))
        {
          nw_pieces_build (NW_PIECES (self), place - 1);
          n_built++;
        }
      if (nw_item_is_question (nw_response_item_get_item (it))
          && nw_pieces_is_shown (NW_PIECES (self), place - 1)
          && nw_response_item_get_n_answers (it) == 0)
        nw_question_announce (GTK_WIDGET (self),
                              nw_item_get_text (nw_response_item_get_item (it), language));
    }
}

static void
nw_item_list_dispose (GObject *object)
{
  NwItemList *self = NW_ITEM_LIST (object);

  G_OBJECT_CLASS (nw_item_list_parent_class)->dispose (object);

  g_clear_object (&self->screening);
}

static void
nw_item_list_finalize (GObject *object)
{
  g_ptr_array_unref (NW_ITEM_LIST (object)->items);
  g_hash_table_unref (NW_ITEM_LIST (object)->places);

  G_OBJECT_CLASS (nw_item_list_parent_class)->finalize (object);
}

static void
nw_item_list_class_init (NwItemListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  NwPiecesClass *pieces_class = NW_PIECES_CLASS (klass);

  object_class->dispose = nw_item_list_dispose;
  object_class->finalize = nw_item_list_finalize;
  pieces_class->build = nw_item_list_build;
  pieces_class->is_shown = nw_item_list_is_shown;
  pieces_class->guess = nw_item_list_guess;
}

static void
nw_item_list_init (NwItemList *self)
{
  nw_pieces_set_spacing (NW_PIECES (self), 24);
  self->items = g_ptr_array_new ();
  self->places = g_hash_table_new (NULL, NULL);
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
  g_signal_connect_object (screening, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

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

  /* What shows the items of before goes first. */
  nw_pieces_set_n (NW_PIECES (self), 0);
  g_ptr_array_set_size (self->items, 0);
  g_ptr_array_extend (self->items, items, NULL, NULL);
  g_hash_table_remove_all (self->places);
  nw_pieces_set_n (NW_PIECES (self), items->len);
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

  for (guint i = 0; i < self->items->len; i++)
    if (nw_pieces_is_shown (NW_PIECES (self), i))
      return FALSE;

  return TRUE;
}

/* The lists within what shows an item. */
static GtkWidget *
build_within (GtkWidget      *widget,
              NwResponseItem *item)
{
  if (NW_IS_ITEM_LIST (widget))
    return nw_item_list_build_item (NW_ITEM_LIST (widget), item);

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = build_within (child, item);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * nw_item_list_build_item:
 * @self: a list
 * @item: one of its items, or one that is anywhere within them
 *
 * Sees to it that what shows @item is there.
 *
 * Returns: (transfer none) (nullable): the section, text or question; %NULL
 *   where the item is not in the list
 */
GtkWidget *
nw_item_list_build_item (NwItemList     *self,
                         NwResponseItem *item)
{
  g_return_val_if_fail (NW_IS_ITEM_LIST (self), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  for (NwResponseItem *it = item; it != NULL; it = nw_response_item_get_parent (it))
    {
      guint place = find_place (self, it);
      GtkWidget *widget;

      if (place == 0)
        continue;
      widget = nw_pieces_build (NW_PIECES (self), place - 1);
      return it == item ? widget : build_within (widget, item);
    }
  return NULL;
}
