/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading by the arrow keys: from text to text, past what can be pressed.
 *
 * A screen reader speaks what has the focus, and GTK 4.8 does not tell it where
 * a text is on the screen, so that it cannot go there itself. Tab leads to what
 * can be pressed; Down and Up lead to the texts as well, as in a page of the web,
 * and with Ctrl also from what has a use of its own for them. */

#include "config.h"

#include "view/widgets/nw-reading-keys.h"

#include "view/widgets/nw-a11y-status.h"
#include "view/widgets/nw-reveal.h"

/* After this long GTK has told the accessibility bus that the program is there. */
#define GREETING_MS 500

struct _NwReadingKeys
{
  GObject       parent_instance;

  NwA11yStatus *a11y_status;
  guint         status_id;
  guint         greet_id;
  /* Somebody has pressed a key, and has heard what came of it. */
  gboolean      is_greeted;
  gboolean      active;
  /* The person has said which it is to be. */
  gboolean      is_chosen;

  /* The text with the focus, and what it was before it got it. */
  GtkWidget    *text;
  gboolean      was_selectable;
  gboolean      was_focusable;
};

enum
{
  PROP_ACTIVE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (NwReadingKeys, nw_reading_keys, G_TYPE_OBJECT)

/* Stops */

static gboolean
is_seen (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget)
         && !GTK_IS_NATIVE (widget);
}

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0'
         && gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget))
              != GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

/* A picture with words for who does not see it. */
static gboolean
is_picture (GtkWidget *widget)
{
  return gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_IMG;
}

static gboolean
is_control (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget) && !GTK_IS_LABEL (widget);
}

static gboolean
holds_control (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_seen (child) && (is_control (child) || holds_control (child)))
      return TRUE;
  return FALSE;
}

/* The texts and what can be pressed, in the order in which they are read. What
 * is within a button is its name. */
static void
collect_stops (GtkWidget *widget,
               GPtrArray *stops)
{
  gboolean is_whole = is_text (widget) || is_picture (widget)
                      || (is_control (widget) && !holds_control (widget));

  if (is_whole && gtk_widget_is_sensitive (widget))
    g_ptr_array_add (stops, widget);
  if (is_whole || GTK_IS_BUTTON (widget))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_seen (child))
      collect_stops (child, stops);
}

/* What a field is called is said with the field, where that is next. */
static void
drop_labels (GPtrArray *stops)
{
  for (guint i = 0; i + 1 < stops->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (stops, i);
      GtkWidget *next = g_ptr_array_index (stops, i + 1);
      GtkWidget *field = GTK_IS_LABEL (stop) ? gtk_label_get_mnemonic_widget (GTK_LABEL (stop))
                                             : NULL;

      if (field != NULL && (next == field || gtk_widget_is_ancestor (next, field)))
        g_ptr_array_remove_index (stops, i);
    }
}

/* Which stop the focus is at: it may be in one, or hold some. */
static int
find_stop (GPtrArray *stops,
           GtkWidget *focus)
{
  for (guint i = 0; i < stops->len; i++)
    {
      GtkWidget *stop = g_ptr_array_index (stops, i);

      if (stop == focus || gtk_widget_is_ancestor (focus, stop)
          || gtk_widget_is_ancestor (stop, focus))
        return (int) i;
    }
  return -1;
}

/* The focus on a text */

static void
release_text (NwReadingKeys *self)
{
  GtkWidget *text = self->text;

  if (text == NULL)
    return;
  g_clear_weak_pointer (&self->text);
  if (GTK_IS_LABEL (text) && gtk_label_get_selectable (GTK_LABEL (text)) != self->was_selectable)
    gtk_label_set_selectable (GTK_LABEL (text), self->was_selectable);
  gtk_widget_set_focusable (text, self->was_focusable);
}

/* A label takes the focus only while it can be selected. */
static gboolean
focus_text (NwReadingKeys *self,
            GtkWidget     *text)
{
  gboolean is_label = GTK_IS_LABEL (text);
  gboolean was_selectable = is_label && gtk_label_get_selectable (GTK_LABEL (text));
  gboolean was_focusable = gtk_widget_get_focusable (text);
  gboolean focused;

  if (is_label)
    {
      gtk_label_set_selectable (GTK_LABEL (text), TRUE);
      /* Of a text’s menu nobody wants to hear at each text. GTK 4.8 does not tell. */
      if (gtk_check_version (4, 10, 0) == NULL)
        gtk_accessible_update_property (GTK_ACCESSIBLE (text),
                                        GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, FALSE, -1);
    }
  gtk_widget_set_focusable (text, TRUE);
  focused = gtk_widget_grab_focus (text);

  /* Taking it there has released the text before. */
  g_set_weak_pointer (&self->text, text);
  self->was_selectable = was_selectable;
  self->was_focusable = was_focusable;
  if (!focused)
    release_text (self);
  return focused;
}

static void
focus_changed_cb (NwReadingKeys *self,
                  GParamSpec    *pspec,
                  GtkWindow     *window)
{
  if (self->text != NULL && gtk_widget_get_root (self->text) == GTK_ROOT (window)
      && gtk_window_get_focus (window) != self->text)
    release_text (self);
}

/* Keys */

/* Whether the arrow keys are for what has the focus. */
static gboolean
has_own_arrows (GtkWidget *focus)
{
  static const GtkAccessibleRole roles[] = {
    GTK_ACCESSIBLE_ROLE_COMBO_BOX, GTK_ACCESSIBLE_ROLE_LIST_ITEM,  GTK_ACCESSIBLE_ROLE_MENU_ITEM,
    GTK_ACCESSIBLE_ROLE_OPTION,    GTK_ACCESSIBLE_ROLE_RADIO,      GTK_ACCESSIBLE_ROLE_SEARCH_BOX,
    GTK_ACCESSIBLE_ROLE_SLIDER,    GTK_ACCESSIBLE_ROLE_TAB,
  };
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus));

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (role == roles[i])
      return TRUE;
  return GTK_IS_TEXT_VIEW (focus) || GTK_IS_CALENDAR (focus)
         || gtk_widget_get_ancestor (focus, GTK_TYPE_SPIN_BUTTON) != NULL
         || gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL
         || GTK_IS_SHORTCUTS_WINDOW (gtk_widget_get_root (focus));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                NwReadingKeys         *self)
{
  GtkWindow *window =
    GTK_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  GtkWidget *focus = gtk_window_get_focus (window);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkDirectionType direction;

  g_clear_handle_id (&self->greet_id, g_source_remove);
  self->is_greeted = TRUE;
  if (!self->active || (modifiers != 0 && modifiers != GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    direction = GTK_DIR_DOWN;
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    direction = GTK_DIR_UP;
  else
    return GDK_EVENT_PROPAGATE;
  /* A menu that is open keeps its keys. */
  if (focus != NULL && (gtk_widget_get_native (focus) != GTK_NATIVE (window)
                        || (modifiers == 0 && focus != self->text && has_own_arrows (focus))))
    return GDK_EVENT_PROPAGATE;

  if (!nw_reading_keys_move (self, window, direction))
    gtk_widget_error_bell (GTK_WIDGET (window));
  return GDK_EVENT_STOP;
}

/* Windows */

/* What got the focus before the program was known on the accessibility bus was
 * told to nobody, and a screen reader would be silent at the start. */
static gboolean
greet_cb (gpointer user_data)
{
  NwReadingKeys *self = NW_READING_KEYS (user_data);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  self->greet_id = 0;
  for (GList *l = windows; l != NULL; l = l->next)
    {
      GtkWindow *window = l->data;
      GtkWidget *focus = gtk_window_get_focus (window);

      /* A menu may be open. */
      if (!gtk_window_is_active (window) || focus == NULL
          || gtk_widget_get_native (focus) != GTK_NATIVE (window))
        continue;
      gtk_window_set_focus (window, NULL);
      gtk_window_set_focus (window, focus);
    }
  return G_SOURCE_REMOVE;
}

static void
status_changed_cb (NwReadingKeys *self)
{
  if (self->is_chosen || self->active == nw_a11y_status_is_used (self->a11y_status))
    return;
  self->active = !self->active;
  if (self->active && !self->is_greeted && self->greet_id == 0)
    self->greet_id = g_timeout_add (GREETING_MS, greet_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
ensure_status (NwReadingKeys *self)
{
  if (self->a11y_status != NULL)
    return;
  self->a11y_status = nw_a11y_status_get_default ();
  g_signal_connect_object (self->a11y_status, "notify::used", G_CALLBACK (status_changed_cb),
                           self, G_CONNECT_SWAPPED);
  status_changed_cb (self);
}

/* After the first frame: it asks the session. */
static gboolean
ask_cb (gpointer user_data)
{
  NwReadingKeys *self = NW_READING_KEYS (user_data);

  self->status_id = 0;
  ensure_status (self);
  return G_SOURCE_REMOVE;
}

static void
windows_changed_cb (NwReadingKeys *self,
                    guint          position,
                    guint          removed,
                    guint          added,
                    GListModel    *windows)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *keys = gtk_event_controller_key_new ();

      gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
      g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
      gtk_widget_add_controller (window, keys);
      g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb),
                               self, G_CONNECT_SWAPPED);
    }
  if (self->a11y_status == NULL && self->status_id == 0)
    self->status_id = g_idle_add_full (G_PRIORITY_LOW, ask_cb, self, NULL);
}

/* Overrides */

static void
nw_reading_keys_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (property_id == PROP_ACTIVE)
    g_value_set_boolean (value, NW_READING_KEYS (object)->active);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
nw_reading_keys_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  NwReadingKeys *self = NW_READING_KEYS (object);

  if (property_id != PROP_ACTIVE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      return;
    }
  ensure_status (self);
  self->is_chosen = TRUE;
  if (self->active == g_value_get_boolean (value))
    return;
  self->active = !self->active;
  /* Who reads so reads all there is. */
  if (self->active)
    nw_a11y_status_set_used (self->a11y_status);
  else
    release_text (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
nw_reading_keys_dispose (GObject *object)
{
  NwReadingKeys *self = NW_READING_KEYS (object);

  g_clear_handle_id (&self->status_id, g_source_remove);
  g_clear_handle_id (&self->greet_id, g_source_remove);
  g_clear_weak_pointer (&self->text);
  g_clear_object (&self->a11y_status);

  G_OBJECT_CLASS (nw_reading_keys_parent_class)->dispose (object);
}

static void
nw_reading_keys_class_init (NwReadingKeysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nw_reading_keys_get_property;
  object_class->set_property = nw_reading_keys_set_property;
  object_class->dispose = nw_reading_keys_dispose;

  /**
   * NwReadingKeys:active:
   *
   * Whether Down and Up go from text to text. Until it is set it is so where
   * something reads the windows.
   */
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                  | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
nw_reading_keys_init (NwReadingKeys *self)
{
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (windows_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * nw_reading_keys_new:
 *
 * From now on the arrow keys read in each window that is made.
 *
 * Returns: (transfer full): the object
 */
NwReadingKeys *
nw_reading_keys_new (void)
{
  return g_object_new (NW_TYPE_READING_KEYS, NULL);
}

/**
 * nw_reading_keys_move:
 * @self: the object
 * @window: a window
 * @direction: %GTK_DIR_DOWN or %GTK_DIR_UP
 *
 * Moves the focus to the text after or before it, or to what can be pressed
 * there, and scrolls to it.
 *
 * Returns: whether there was one
 */
gboolean
nw_reading_keys_move (NwReadingKeys    *self,
                      GtkWindow        *window,
                      GtkDirectionType  direction)
{
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  int step = direction == GTK_DIR_DOWN ? 1 : -1;
  GtkWidget *focus;
  int index;

  g_return_val_if_fail (NW_IS_READING_KEYS (self), FALSE);
  g_return_val_if_fail (GTK_IS_WINDOW (window), FALSE);

  focus = gtk_window_get_focus (window);
  if (gtk_window_get_child (window) != NULL)
    collect_stops (gtk_window_get_child (window), stops);
  drop_labels (stops);
  index = focus != NULL ? find_stop (stops, focus) : -1;
  if (index < 0)
    index = direction == GTK_DIR_DOWN ? -1 : (int) stops->len;

  for (index += step; index >= 0 && index < (int) stops->len; index += step)
    {
      GtkWidget *stop = g_ptr_array_index (stops, (guint) index);
      gboolean is_read = is_text (stop) || is_picture (stop);

      if (is_read ? focus_text (self, stop) : gtk_widget_grab_focus (stop))
        {
          nw_reveal_widget (stop);
          return TRUE;
        }
    }
  return FALSE;
}
