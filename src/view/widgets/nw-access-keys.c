/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An access key (Alt and an underlined letter) for every control with words. */

#include "config.h"

#include "view/widgets/nw-access-keys.h"

#include "view/widgets/nw-letters.h"

/* Letters written into the texts could not be unique: what stands on a page is
 * put together from many places, in every language, and from forms of somebody
 * else’s. So only what must have the same letter everywhere has it in its text,
 * by GTK’s underscore; the rest is dealt what is left when Alt goes down. */

/* On a control: the letter that it had last, to keep it. */
#define LETTER "nw-access-key"
/* On a window or popover: the labels that are underlined. */
#define UNDERLINED "nw-access-keys-underlined"
/* On a label that is underlined: its attributes without that. */
#define ATTRIBUTES "nw-access-keys-attributes"

typedef struct
{
  GtkWidget *control;
  GtkLabel  *label;
  gunichar   letter;
  /* Whether GTK underlines it, and sees to it. */
  gboolean   in_text;
} AccessKey;

static gboolean
has_letters (GtkWidget *label)
{
  for (const char *p = gtk_label_get_text (GTK_LABEL (label)); *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static GtkWidget *
find_words (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && has_letters (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *words = find_words (child);

      if (words != NULL)
        return words;
    }

  return NULL;
}

/* Answers have the keys 1 to 9. Links stand in running text, by the hundred. */
static gboolean
is_button (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  if (GTK_IS_BUTTON (widget))
    return role != GTK_ACCESSIBLE_ROLE_LINK
           && role != GTK_ACCESSIBLE_ROLE_RADIO
           && role != GTK_ACCESSIBLE_ROLE_CHECKBOX;

  return GTK_IS_CHECK_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget);
}

/* The words that stand on a control, or beside it for it. */
static GtkWidget *
find_label (GtkWidget *widget)
{
  g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (widget);

  for (GList *l = labels; l != NULL; l = l->next)
    if (GTK_IS_LABEL (l->data) && gtk_widget_get_mapped (l->data) && has_letters (l->data))
      return l->data;

  if (is_button (widget))
    return find_words (widget);
  if (GTK_IS_EXPANDER (widget) && gtk_expander_get_label_widget (GTK_EXPANDER (widget)) != NULL)
    return find_words (gtk_expander_get_label_widget (GTK_EXPANDER (widget)));

  return NULL;
}

/* GTK 4.8 says 0 where a label could have a letter and has none. */
static gunichar
get_letter_in_text (GtkWidget *label)
{
  guint key = gtk_label_get_mnemonic_keyval (GTK_LABEL (label));

  return key == 0 || key == GDK_KEY_VoidSymbol ? 0 : g_unichar_tolower (gdk_keyval_to_unicode (key));
}

static void
collect_below (GtkWidget  *widget,
               GArray     *keys,
               GHashTable *labels)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label;

      if (!gtk_widget_get_mapped (child) || GTK_IS_POPOVER (child))
        continue;

      label = find_label (child);
      if (label != NULL && g_hash_table_add (labels, label))
        {
          gunichar letter = get_letter_in_text (label);
          AccessKey key = { child, GTK_LABEL (label), letter, letter != 0 };

          if (!key.in_text)
            key.letter = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (child), LETTER));
          /* What cannot be pressed has no letter, as in GTK. */
          if (key.in_text || gtk_widget_is_sensitive (child))
            g_array_append_val (keys, key);
        }
      if (!is_button (child))
        collect_below (child, keys, labels);
    }
}

/* All access keys of a window or popover, as it is now. */
static GArray *
deal_keys (GtkWidget *scope)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  g_autoptr (GString) taken = g_string_new (NULL);
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (AccessKey));
  guint dealt = 0;

  collect_below (scope, keys, labels);
  for (guint i = 0; i < keys->len; i++)
    {
      AccessKey *key = &g_array_index (keys, AccessKey, i);

      if (key->in_text)
        g_string_append_unichar (taken, key->letter);
      else
        {
          g_ptr_array_add (texts, (gpointer) gtk_label_get_text (key->label));
          g_array_append_val (letters, key->letter);
        }
    }
  nw_letters_deal ((const char * const *) texts->pdata, texts->len, taken->str,
                   (gunichar *) letters->data);
  for (guint i = 0; i < keys->len; i++)
    {
      AccessKey *key = &g_array_index (keys, AccessKey, i);

      if (key->in_text)
        continue;
      key->letter = g_array_index (letters, gunichar, dealt++);
      g_object_set_data (G_OBJECT (key->control), LETTER, GUINT_TO_POINTER (key->letter));
    }

  return keys;
}

static void
remove_underline (gpointer label)
{
  gtk_label_set_attributes (label, g_object_get_data (label, ATTRIBUTES));
  g_object_set_data (label, ATTRIBUTES, NULL);
  g_object_unref (label);
}

static void
add_underline (GtkLabel *label,
               gunichar  letter)
{
  const char *text = gtk_label_get_text (label);
  const char *place = nw_letters_find (text, letter);
  PangoAttrList *before = gtk_label_get_attributes (label);
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoAttribute *line = pango_attr_underline_new (PANGO_UNDERLINE_LOW);

  attributes = before != NULL ? pango_attr_list_copy (before) : pango_attr_list_new ();
  line->start_index = place - text;
  line->end_index = g_utf8_next_char (place) - text;
  pango_attr_list_insert (attributes, line);
  if (before != NULL)
    g_object_set_data_full (G_OBJECT (label), ATTRIBUTES, pango_attr_list_ref (before),
                            (GDestroyNotify) pango_attr_list_unref);
  gtk_label_set_attributes (label, attributes);
}

static void
update_underlines (GtkWidget *scope)
{
  g_autoptr (GPtrArray) underlined = NULL;
  g_autoptr (GArray) keys = NULL;
  gboolean visible;

  g_object_set_data (G_OBJECT (scope), UNDERLINED, NULL);
  g_object_get (scope, "mnemonics-visible", &visible, NULL);
  if (!visible)
    return;

  keys = deal_keys (scope);
  underlined = g_ptr_array_new_with_free_func (remove_underline);
  for (guint i = 0; i < keys->len; i++)
    {
      AccessKey *key = &g_array_index (keys, AccessKey, i);

      if (key->in_text || key->letter == 0)
        continue;
      add_underline (key->label, key->letter);
      g_ptr_array_add (underlined, g_object_ref (key->label));
    }
  g_object_set_data_full (G_OBJECT (scope), UNDERLINED, g_steal_pointer (&underlined),
                          (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
press (GtkWidget *scope,
       gunichar   letter)
{
  g_autoptr (GArray) keys = deal_keys (scope);

  for (guint i = 0; i < keys->len; i++)
    {
      AccessKey *key = &g_array_index (keys, AccessKey, i);

      if (key->letter == letter && !key->in_text)
        return gtk_widget_mnemonic_activate (key->control, FALSE);
    }

  return FALSE;
}

static gboolean
key_pressed_cb (GtkWidget       *scope,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gunichar letter = gdk_keyval_to_unicode (gdk_keyval_to_lower (keyval));

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK
      || !g_unichar_isalpha (letter)
      || !press (scope, letter))
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
watch (GtkWidget *scope)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), scope,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (scope, keys);
  g_signal_connect (scope, "notify::mnemonics-visible", G_CALLBACK (update_underlines), NULL);
}

/* A popover has the keyboard to itself. A menu’s letters are GTK’s. */
static void
focus_changed_cb (GtkWindow *window)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover == NULL
      || GTK_IS_POPOVER_MENU (popover)
      || g_signal_handler_find (popover, G_SIGNAL_MATCH_FUNC, 0, 0, NULL,
                                update_underlines, NULL) != 0)
    return;
  watch (popover);
}

static void
windows_changed_cb (GListModel *windows,
                    guint       position,
                    guint       removed,
                    guint       added)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      watch (window);
      g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_changed_cb), NULL);
    }
}

/**
 * nw_access_keys_watch:
 *
 * From now on each window has an access key for each of its controls with
 * words: the letter that is underlined in them while Alt is held down.
 */
void
nw_access_keys_watch (void)
{
  g_signal_connect (gtk_window_get_toplevels (), "items-changed",
                    G_CALLBACK (windows_changed_cb), NULL);
}
