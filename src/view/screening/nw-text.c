/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of a form that is shown while its rule says so. */

#include "config.h"

#include "view/screening/nw-text.h"

#include "view/screening/nw-markup.h"
#include "view/screening/nw-words.h"

struct _NwText
{
  GtkWidget       parent_instance;

  GtkWidget      *label;
  NwScreening    *screening;
  NwResponseItem *item;
};

G_DEFINE_FINAL_TYPE (NwText, nw_text, GTK_TYPE_WIDGET)

static void
refresh (NwText *self)
{
  const NwItem *item = nw_response_item_get_item (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self),
                          nw_response_item_is_enabled (self->item) && !item->hidden);
}

static void
changed_cb (NwText    *self,
            GPtrArray *items)
{
  if (g_ptr_array_find (items, self->item, NULL))
    refresh (self);
}

static void
nw_text_dispose (GObject *object)
{
  NwText *self = NW_TEXT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->screening);

  G_OBJECT_CLASS (nw_text_parent_class)->dispose (object);
}

static void
nw_text_class_init (NwTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_text_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_text_init (NwText *self)
{
  self->label = nw_words_new (NULL, "nw-body");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

/* Only in the form’s own language: there is no translated markdown. */
static void
set_markdown (NwText       *self,
              const NwItem *item)
{
  const char *markdown = nw_item_get_markdown (item);
  g_autofree char *markup = NULL;

  if (markdown == NULL
      || g_strcmp0 (nw_item_get_text (item, nw_screening_get_language (self->screening)),
                    item->text) != 0)
    return;

  markup = nw_markup_from_markdown (markdown);
  if (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL))
    gtk_label_set_markup (GTK_LABEL (self->label), markup);
}

/**
 * nw_text_new:
 * @screening: a screening
 * @item: a display of it
 *
 * Returns: (transfer floating): its text, shown while it is enabled
 */
GtkWidget *
nw_text_new (NwScreening    *screening,
             NwResponseItem *item)
{
  const NwItem *definition;
  const char *text;
  NwText *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  self = g_object_new (NW_TYPE_TEXT, NULL);
  self->screening = g_object_ref (screening);
  self->item = item;
  definition = nw_response_item_get_item (item);
  text = nw_item_get_text (definition, nw_screening_get_language (screening));
  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : "");
  set_markdown (self, definition);
  if (g_strcmp0 (nw_item_get_category (definition), "security") == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nw-notice");
  g_signal_connect_object (screening, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
