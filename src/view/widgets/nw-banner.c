/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A strip along the top for what stays true until something is done. */

#include "config.h"

#include "view/widgets/nw-banner.h"

#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-line.h"

/* A strip comes by itself. What is said of the page when it is shown is said
 * first, which at the start takes GTK a moment. */
#define ANNOUNCED_AFTER_MS 800
/* What a window of 360 pixels has for the buttons. */
#define NARROW_WIDTH 320

struct _NwBanner
{
  GtkWidget  parent_instance;

  GtkWidget *revealer;
  GtkWidget *strip;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *buttons;

  gboolean   narrow;
  guint      announce_id;
};

G_DEFINE_FINAL_TYPE (NwBanner, nw_banner, GTK_TYPE_WIDGET)

/* A revealer that has slid in keeps its child in the Tab order. */
static void
child_revealed_cb (NwBanner *self)
{
  if (!gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* The buttons stand beside the sentence, or below it where there is little
 * room, and below each other where the text is so large that they must. */
static void
arrange (NwBanner *self)
{
  GtkOrientable *buttons = GTK_ORIENTABLE (self->buttons);
  int width;

  nw_line_set_stacked (NW_LINE (self->strip), self->narrow);
  gtk_orientable_set_orientation (buttons, GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_measure (self->buttons, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (self->narrow && width > NARROW_WIDTH)
    gtk_orientable_set_orientation (buttons, GTK_ORIENTATION_VERTICAL);
}

static gboolean
announce_cb (gpointer user_data)
{
  NwBanner *self = NW_BANNER (user_data);

  self->announce_id = 0;
  if (nw_banner_is_shown (self))
    nw_a11y_announce (GTK_WIDGET (self), gtk_label_get_text (GTK_LABEL (self->label)));
  return G_SOURCE_REMOVE;
}

static void
nw_banner_dispose (GObject *object)
{
  g_clear_handle_id (&NW_BANNER (object)->announce_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_BANNER);

  G_OBJECT_CLASS (nw_banner_parent_class)->dispose (object);
}

static void
nw_banner_class_init (NwBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_banner_dispose;

  g_type_ensure (NW_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, NW_RESOURCE_PATH "/ui/nw-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, NwBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, NwBanner, strip);
  gtk_widget_class_bind_template_child (widget_class, NwBanner, icon);
  gtk_widget_class_bind_template_child (widget_class, NwBanner, label);
  gtk_widget_class_bind_template_child (widget_class, NwBanner, buttons);
}

static void
nw_banner_init (NwBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->revealer, "notify::child-revealed",
                           G_CALLBACK (child_revealed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * nw_banner_new:
 *
 * Returns: (transfer floating): a banner that is not shown yet
 */
GtkWidget *
nw_banner_new (void)
{
  return g_object_new (NW_TYPE_BANNER, NULL);
}

/**
 * nw_banner_show:
 * @self: a banner
 * @icon_name: a symbolic icon’s name
 * @text: one short sentence
 *
 * Shows the strip. Its buttons stay as they are.
 */
void
nw_banner_show (NwBanner   *self,
                const char *icon_name,
                const char *text)
{
  g_return_if_fail (NW_IS_BANNER (self));
  g_return_if_fail (icon_name != NULL);
  g_return_if_fail (text != NULL);

  if (self->announce_id == 0
      && !(nw_banner_is_shown (self)
           && g_str_equal (gtk_label_get_text (GTK_LABEL (self->label)), text)))
    self->announce_id = g_timeout_add (ANNOUNCED_AFTER_MS, announce_cb, self);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  nw_a11y_set_name (self->strip, text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
}

/* The focus goes to what stands below. Left to itself, GTK finds a new place for
 * it, too, but from then on its Tab leaves out the strips above this one’s. */
static void
move_focus_on (NwBanner *self)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons);
       button != NULL && gtk_widget_get_focus_child (self->buttons) != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_widget_child_focus (root, GTK_DIR_TAB_FORWARD);
}

/**
 * nw_banner_hide:
 * @self: a banner
 *
 * Hides the strip and forgets its buttons.
 *
 * Returns: whether one of them had the focus, which is below the strip now
 */
gboolean
nw_banner_hide (NwBanner *self)
{
  GtkWidget *button;
  gboolean had_focus;

  g_return_val_if_fail (NW_IS_BANNER (self), FALSE);

  had_focus = gtk_widget_get_focus_child (self->buttons) != NULL;
  if (had_focus)
    move_focus_on (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  if (!gtk_revealer_get_child_revealed (GTK_REVEALER (self->revealer)))
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  while ((button = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_box_remove (GTK_BOX (self->buttons), button);
  return had_focus;
}

/**
 * nw_banner_is_shown:
 * @self: a banner
 *
 * Returns: whether the strip is shown
 */
gboolean
nw_banner_is_shown (NwBanner *self)
{
  g_return_val_if_fail (NW_IS_BANNER (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

/**
 * nw_banner_add_button:
 * @self: a banner
 * @label: a verb
 * @detailed_action: what it does, such as `win.show-place('prepare:licence')`
 *
 * Adds a button at the end of the strip.
 */
void
nw_banner_add_button (NwBanner   *self,
                      const char *label,
                      const char *detailed_action)
{
  GtkWidget *button;

  g_return_if_fail (NW_IS_BANNER (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (detailed_action != NULL);

  button = gtk_button_new_with_label (label);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), detailed_action);
  gtk_box_append (GTK_BOX (self->buttons), button);
  arrange (self);
}

/**
 * nw_banner_set_narrow:
 * @self: a banner
 * @narrow: whether there is little room
 *
 * Puts the buttons below the sentence, or beside it.
 */
void
nw_banner_set_narrow (NwBanner *self,
                      gboolean  narrow)
{
  g_return_if_fail (NW_IS_BANNER (self));

  self->narrow = narrow;
  arrange (self);
}
