/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that belong together, under a heading; perhaps as often as one wants. */

#include "config.h"

#include "view/screening/nw-section.h"

#include <glib/gi18n.h>

#include "view/screening/nw-heading.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-line.h"

/* Made without a template, since a form may have thousands of them. */
struct _NwSection
{
  GtkWidget       parent_instance;

  NwItemList     *list;
  /* Where the group can be repeated. */
  GtkWidget      *remove_button;
  GtkWidget      *add_button;

  NwScreening    *screening;
  NwResponseItem *item;
};

G_DEFINE_FINAL_TYPE (NwSection, nw_section, GTK_TYPE_WIDGET)

/* Of a group that leads the page the text is the heading; where one of its
 * questions leads, the text stands above it and not here again. */
static gboolean
is_titled (NwSection  *self,
           const NwLead *lead)
{
  const NwItem *item = nw_response_item_get_item (self->item);

  if (lead->item == item)
    return TRUE;
  return lead->item == NULL || lead->item->parent != item;
}

static void
update_buttons (NwSection *self)
{
  const NwItem *item = nw_response_item_get_item (self->item);
  guint n = nw_response_item_get_n_repetitions (self->item);
  gboolean last = nw_response_item_get_repetition (self->item) + 1 == n;
  int most = item->limits != NULL ? item->limits->max_occurs : -1;

  if (!item->repeats)
    return;
  gtk_widget_set_visible (self->remove_button, n > 1);
  gtk_widget_set_visible (self->add_button, last && (most < 0 || n < (guint) most));
}

static void
refresh (NwSection *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  const NwItem *item = nw_response_item_get_item (self->item);

  for (NwResponseItem *child = nw_response_item_get_first_child (self->item, 0);
       child != NULL;
       child = nw_response_item_get_next_sibling (child))
    {
      const NwItem *it = nw_response_item_get_item (child);

      if (!nw_screening_is_opening (self->screening, it))
        g_ptr_array_add (items, child);
    }
  nw_item_list_show (self->list, items);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          nw_response_item_is_enabled (self->item) && !item->hidden);
  update_buttons (self);
}

static void
changed_cb (NwSection *self,
            GPtrArray   *items)
{
  if (g_ptr_array_find (items, self->item, NULL))
    refresh (self);
}

/* What it stands in. */
static NwItemList *
get_list (NwSection *self)
{
  return NW_ITEM_LIST (gtk_widget_get_parent (GTK_WIDGET (self)));
}

/* To the first question of a repetition. All of them are new widgets: this one
 * is not shown any more. */
static void
focus_repetition (NwItemList     *list,
                  NwResponseItem *item)
{
  GtkWidget *section = nw_item_list_build_item (list, item);

  if (section == NULL)
    return;
  gtk_widget_child_focus (GTK_WIDGET (NW_SECTION (section)->list), GTK_DIR_TAB_FORWARD);
  nw_pieces_reveal_focus (NW_PIECES (list));
}

static void
add_clicked_cb (NwSection *self)
{
  g_autoptr (NwItemList) list = g_object_ref (get_list (self));

  focus_repetition (list, nw_screening_add_repetition (self->screening, self->item));
}

/* The repetition behind this one, or before it where it is the last. */
static NwResponseItem *
find_neighbour (NwSection *self)
{
  const NwItem *definition = nw_response_item_get_item (self->item);
  NwResponseItem *next = nw_response_item_get_next_sibling (self->item);
  NwResponseItem *it;
  NwResponseItem *before = NULL;

  if (next != NULL && nw_response_item_get_item (next) == definition)
    return next;
  it = nw_response_item_get_first_child (nw_response_item_get_parent (self->item),
                                         nw_response_item_get_answer_index (self->item));
  for (; it != self->item; it = nw_response_item_get_next_sibling (it))
    if (nw_response_item_get_item (it) == definition)
      before = it;
  return before;
}

static void
remove_clicked_cb (NwSection *self)
{
  g_autoptr (NwItemList) list = g_object_ref (get_list (self));
  NwResponseItem *neighbour = find_neighbour (self);

  nw_screening_remove_repetition (self->screening, self->item);
  focus_repetition (list, neighbour);
}

static void
nw_section_dispose (GObject *object)
{
  NwSection *self = NW_SECTION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->screening);

  G_OBJECT_CLASS (nw_section_parent_class)->dispose (object);
}

static void
nw_section_class_init (NwSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_section_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nw_section_init (NwSection *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 18);
}

static char *
dup_title (NwSection *self)
{
  const NwItem *item = nw_response_item_get_item (self->item);
  const char *text = nw_item_get_text (item, nw_screening_get_language (self->screening));

  if (text == NULL || *text == '\0')
    return NULL;
  if (!item->repeats)
    return g_strdup (text);
  /* Translators: the name of a group of questions and which of several it is,
   * such as “Medicine 2” */
  return g_strdup_printf (_("%s %u"), text, nw_response_item_get_repetition (self->item) + 1);
}

static GtkWidget *
make_title (NwSection    *self,
            const char   *text,
            const NwLead *lead)
{
  GtkWidget *title;

  if (lead->item != nw_response_item_get_item (self->item))
    {
      title = nw_words_new (text, "nw-section");
      nw_words_fill (GTK_LABEL (title));
      return title;
    }

  title = nw_heading_new (text, "nw-title");
  if (lead->prefix != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s: %s", lead->prefix, text);

      nw_a11y_set_name (title, name);
    }
  return title;
}

static void
make_buttons (NwSection  *self,
              const char *title)
{
  const char *text = nw_item_get_text (nw_response_item_get_item (self->item),
                                       nw_screening_get_language (self->screening));
  /* Translators: %s is the name of one of several groups of questions */
  g_autofree char *remove = g_strdup_printf (_("Remove %s"), title != NULL ? title : "");
  /* Translators: %s is the name of a group of questions that can be repeated */
  g_autofree char *add = g_strdup_printf (_("Add Another: %s"), text != NULL ? text : "");

  self->remove_button = gtk_button_new_with_label (_("Remove"));
  gtk_widget_add_css_class (self->remove_button, "nw-action");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->remove_button, GTK_ALIGN_END);
  gtk_widget_set_hexpand (self->remove_button, title == NULL);
  nw_a11y_set_name (self->remove_button, remove);
  g_signal_connect_object (self->remove_button, "clicked",
                           G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);

  self->add_button = gtk_button_new_with_label (_("Add Another"));
  gtk_widget_add_css_class (self->add_button, "nw-action");
  gtk_widget_set_halign (self->add_button, GTK_ALIGN_START);
  nw_a11y_set_name (self->add_button, add);
  g_signal_connect_object (self->add_button, "clicked",
                           G_CALLBACK (add_clicked_cb), self, G_CONNECT_SWAPPED);
}

/* The title and a button to remove the group, as far as there are any. */
static void
add_header (NwSection *self,
            GtkWidget *title)
{
  GtkWidget *header;

  if (title == NULL && self->remove_button == NULL)
    return;
  header = nw_line_new (12);
  if (title != NULL)
    {
      gtk_widget_set_hexpand (title, TRUE);
      nw_line_append (NW_LINE (header), title);
    }
  if (self->remove_button != NULL)
    nw_line_append (NW_LINE (header), self->remove_button);
  gtk_widget_set_parent (header, GTK_WIDGET (self));
}

/**
 * nw_section_new:
 * @screening: a screening
 * @item: a group of it
 * @lead: which item is the heading of the page
 *
 * Returns: (transfer floating): the group, shown while it is enabled
 */
GtkWidget *
nw_section_new (NwScreening    *screening,
                   NwResponseItem *item,
                   const NwLead   *lead)
{
  g_autofree char *title = NULL;
  gboolean leads;
  NwSection *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (lead != NULL, NULL);

  /* The heading of a page speaks for what is below it. */
  leads = lead->item == nw_response_item_get_item (item);
  self = g_object_new (NW_TYPE_SECTION,
                       "accessible-role", leads ? GTK_ACCESSIBLE_ROLE_GENERIC
                                                : GTK_ACCESSIBLE_ROLE_GROUP,
                       NULL);
  self->screening = g_object_ref (screening);
  self->item = item;
  title = dup_title (self);
  if (!leads)
    nw_a11y_set_name (GTK_WIDGET (self), title != NULL ? title : _("Questions"));
  if (nw_response_item_get_item (item)->repeats)
    make_buttons (self, title);
  add_header (self, title != NULL && is_titled (self, lead) ? make_title (self, title, lead) : NULL);

  self->list = NW_ITEM_LIST (nw_item_list_new (screening, lead));
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
  if (self->add_button != NULL)
    gtk_widget_set_parent (self->add_button, GTK_WIDGET (self));
  g_signal_connect_object (screening, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (screening, "structure-changed",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}
