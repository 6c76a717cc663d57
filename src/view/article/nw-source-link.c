/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A link to a source that says what it is before it is followed. */

#include "config.h"

#include "view/article/nw-source-link.h"

#include <glib/gi18n.h>

#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-text-layout.h"

/* What an address is never narrower than. */
#define LEAST_CHARS 8

struct _NwSourceLink
{
  GtkButton  parent_instance;

  char      *address;
  char      *details;
  GtkWidget *card;
  GtkWidget *menu;
  guint      tick_id;
};

G_DEFINE_FINAL_TYPE (NwSourceLink, nw_source_link, GTK_TYPE_BUTTON)

static void
open_address (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  NwSourceLink *self = NW_SOURCE_LINK (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->address, GDK_CURRENT_TIME);
}

static void
copy_address (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), NW_SOURCE_LINK (widget)->address);
  nw_note_show (widget, _("The link is copied."), NULL, NULL);
}

static void
clicked_cb (NwSourceLink *self)
{
  open_address (GTK_WIDGET (self), NULL, NULL);
}

/* The menu */

static void
show_menu (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  NwSourceLink *self = NW_SOURCE_LINK (widget);

  if (self->menu == NULL)
    {
      g_autoptr (GMenu) menu = g_menu_new ();

      g_menu_append (menu, _("_Open Link"), "link.open");
      g_menu_append (menu, _("_Copy Link"), "link.copy");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_widget_set_parent (self->menu, widget);
      nw_a11y_set_name (self->menu, _("Link"));
    }
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            gpointer         user_data)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (GTK_WIDGET (user_data), NULL, NULL);
}

/* The card. GTK shows a tooltip to the pointer only; this is for the keyboard. */

static void
hide_card (NwSourceLink *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_pointer (&self->card, gtk_widget_unparent);
}

static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, root, &bounds) &&
         bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (root);
}

static void
show_card (NwSourceLink *self)
{
  GtkWidget *label;

  label = gtk_label_new (self->details);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  self->card = gtk_popover_new ();
  gtk_widget_add_css_class (self->card, "nw-source-card");
  gtk_widget_set_can_target (self->card, FALSE);
  gtk_popover_set_autohide (GTK_POPOVER (self->card), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->card), GTK_POS_TOP);
  gtk_popover_set_child (GTK_POPOVER (self->card), label);
  nw_a11y_set_name (self->card, self->details);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->card));
}

static gboolean
show_card_in_sight_cb (GtkWidget     *widget,
                       GdkFrameClock *clock,
                       gpointer       user_data)
{
  NwSourceLink *self = NW_SOURCE_LINK (widget);

  if (!is_in_sight (widget))
    return G_SOURCE_CONTINUE;

  self->tick_id = 0;
  show_card (self);
  return G_SOURCE_REMOVE;
}

/* The page may have to scroll first: GDK finds no monitor for a card beyond the
 * screen. */
static void
focus_entered_cb (NwSourceLink *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (root) || !gtk_window_get_focus_visible (GTK_WINDOW (root))
      || self->card != NULL || self->tick_id != 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_card_in_sight_cb,
                                                NULL, NULL);
}

static void
nw_source_link_unmap (GtkWidget *widget)
{
  hide_card (NW_SOURCE_LINK (widget));

  GTK_WIDGET_CLASS (nw_source_link_parent_class)->unmap (widget);
}

static void
nw_source_link_dispose (GObject *object)
{
  NwSourceLink *self = NW_SOURCE_LINK (object);

  hide_card (self);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (nw_source_link_parent_class)->dispose (object);
}

static void
nw_source_link_finalize (GObject *object)
{
  NwSourceLink *self = NW_SOURCE_LINK (object);

  g_free (self->address);
  g_free (self->details);

  G_OBJECT_CLASS (nw_source_link_parent_class)->finalize (object);
}

static void
nw_source_link_class_init (NwSourceLinkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_source_link_dispose;
  object_class->finalize = nw_source_link_finalize;

  widget_class->unmap = nw_source_link_unmap;

  gtk_widget_class_install_action (widget_class, "link.open", NULL, open_address);
  gtk_widget_class_install_action (widget_class, "link.copy", NULL, copy_address);
  gtk_widget_class_install_action (widget_class, "link.menu", NULL, show_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "link.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK,
                                       "link.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "link.copy", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LINK);
}

static void
nw_source_link_init (NwSourceLink *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (hide_card), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
  g_signal_connect (self, "clicked", G_CALLBACK (clicked_cb), NULL);
}

static NwSourceLink *
create_link (const NwArticleSource *source,
             const char            *css_class)
{
  NwSourceLink *self = g_object_new (NW_TYPE_SOURCE_LINK, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  self->address = g_strdup (source->address);
  self->details = nw_source_describe (source);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->details);
  return self;
}

static char *
dup_host (const NwArticleSource *source)
{
  g_autoptr (GUri) uri = g_uri_parse (source->address, G_URI_FLAGS_NONE, NULL);

  return g_strdup (uri != NULL && g_uri_get_host (uri) != NULL ? g_uri_get_host (uri)
                                                               : source->address);
}

/* The name says where the link leads. A description as long as an address would
 * be spoken with each of them. */
static void
set_name (NwSourceLink *self,
          const char   *name)
{
  nw_a11y_set_name (GTK_WIDGET (self), name);
  nw_a11y_set_description (GTK_WIDGET (self), NULL);
}

/**
 * nw_source_link_new:
 * @source: a source
 *
 * Makes the small numbered link that stands behind a statement.
 *
 * Returns: (transfer floating): the link
 */
GtkWidget *
nw_source_link_new (const NwArticleSource *source)
{
  g_autofree char *number = NULL;
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  NwSourceLink *self;

  g_return_val_if_fail (source != NULL, NULL);

  self = create_link (source, "nw-source");
  number = g_strdup_printf ("%u", source->number);
  gtk_button_set_label (GTK_BUTTON (self), number);
  host = dup_host (source);
  /* Translators: what a screen reader says of the link to a source: its number,
   * its title, who published it, and the site that opens in the browser */
  name = g_strdup_printf (_("Source %1$u: %2$s, %3$s, opens %4$s in your browser"),
                          source->number, source->title, source->organisation, host);
  set_name (self, name);
  return GTK_WIDGET (self);
}

/**
 * nw_source_link_new_address:
 * @source: a source
 *
 * Makes the link that writes the address out, for the list of sources.
 *
 * Returns: (transfer floating): the link
 */
GtkWidget *
nw_source_link_new_address (const NwArticleSource *source)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  g_autofree char *host = NULL;
  g_autofree char *name = NULL;
  NwSourceLink *self;
  GtkWidget *label;

  g_return_val_if_fail (source != NULL, NULL);

  self = create_link (source, "nw-address");
  /* A hyphen at the end of a line would read as a part of the address. */
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  label = gtk_label_new (source->address);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nw_text_layout_add (GTK_LABEL (label), LEAST_CHARS, FALSE);
  gtk_button_set_child (GTK_BUTTON (self), label);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  host = dup_host (source);
  /* Translators: first what is there, then the site that opens in the browser */
  name = g_strdup_printf (_("%1$s, opens %2$s in your browser"), source->title, host);
  set_name (self, name);
  return GTK_WIDGET (self);
}

/**
 * nw_source_link_get_address:
 * @self: a link
 *
 * Returns: where it leads
 */
const char *
nw_source_link_get_address (NwSourceLink *self)
{
  g_return_val_if_fail (NW_IS_SOURCE_LINK (self), NULL);

  return self->address;
}

/**
 * nw_source_describe:
 * @source: a source
 *
 * Writes a source in three lines: title, organisation and year, address.
 *
 * Returns: (transfer full): the text
 */
char *
nw_source_describe (const NwArticleSource *source)
{
  g_return_val_if_fail (source != NULL, NULL);

  if (source->year == 0)
    return g_strdup_printf ("%s\n%s\n%s", source->title, source->organisation, source->address);
  return g_strdup_printf ("%s\n%s, %d\n%s", source->title, source->organisation, source->year,
                          source->address);
}
