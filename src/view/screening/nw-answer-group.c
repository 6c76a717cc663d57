/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to one question, with the keys that ARIA’s patterns give to them. */

#include "config.h"

#include "view/screening/nw-answer-group.h"

#include <string.h>

#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-tiles.h"

#define SPACING 6

struct _NwAnswerGroup
{
  GtkWidget     parent_instance;

  NwAnswerKind  kind;
  GPtrArray    *rows;
  gboolean      fills;
};

enum
{
  CHOOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwAnswerGroup, nw_answer_group, GTK_TYPE_WIDGET)

static gboolean
find_focus (NwAnswerGroup *self,
            guint         *index)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return focus != NULL && g_ptr_array_find (self->rows, focus, index);
}

static void
choose (NwAnswerGroup *self,
        guint          index)
{
  NwAnswerRow *row = g_ptr_array_index (self->rows, index);
  gboolean chosen = self->kind == NW_ANSWER_RADIO || !nw_answer_row_get_chosen (row);

  if (chosen != nw_answer_row_get_chosen (row))
    g_signal_emit (self, signals[CHOOSE], 0, index, chosen);
}

static void
row_clicked_cb (NwAnswerGroup *self,
                GtkButton     *row)
{
  guint index;

  if (g_ptr_array_find (self->rows, row, &index))
    choose (self, index);
}

/* From row to row, round the end. Among radio buttons the choice moves along,
 * as it does everywhere else; with Ctrl held only the focus does. */
static void
walk (NwAnswerGroup   *self,
      guint            from,
      int              step,
      GdkModifierType  state)
{
  guint to = from;

  do
    to = (to + self->rows->len + step) % self->rows->len;
  while (!gtk_widget_get_visible (g_ptr_array_index (self->rows, to)));

  gtk_widget_grab_focus (g_ptr_array_index (self->rows, to));
  if (self->kind == NW_ANSWER_RADIO && (state & GDK_CONTROL_MASK) == 0)
    choose (self, to);
}

static gboolean
key_pressed_cb (NwAnswerGroup   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint index;

  if ((state & GDK_ALT_MASK) != 0 || !find_focus (self, &index))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk (self, index, 1, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      walk (self, index, -1, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      walk (self, index, rtl ? -1 : 1, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      walk (self, index, rtl ? 1 : -1, state);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      choose (self, index);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      /* It never answers: pressed once too often, it would say what nobody meant. */
      gtk_widget_activate_action (GTK_WIDGET (self), "screening.next", NULL);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* One stop for Tab among radio buttons: the chosen one, or the one at the end
 * that one comes from. GTK 4.8 stops at each before something is chosen. */
static gboolean
nw_answer_group_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  NwAnswerGroup *self = NW_ANSWER_GROUP (widget);
  guint index;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (nw_answer_group_parent_class)->focus (widget, direction);
  if (self->kind != NW_ANSWER_RADIO)
    return nw_a11y_move_focus (widget, direction);
  if (self->rows->len == 0 || find_focus (self, &index))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    if (nw_answer_row_get_chosen (g_ptr_array_index (self->rows, i)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
  index = direction == GTK_DIR_TAB_FORWARD ? 0 : self->rows->len - 1;
  return gtk_widget_grab_focus (g_ptr_array_index (self->rows, index));
}

static gboolean
nw_answer_group_grab_focus (GtkWidget *widget)
{
  NwAnswerGroup *self = NW_ANSWER_GROUP (widget);

  for (guint i = 0; i < self->rows->len; i++)
    if (nw_answer_row_get_chosen (g_ptr_array_index (self->rows, i)))
      return gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
  return self->rows->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

static void
nw_answer_group_dispose (GObject *object)
{
  NwAnswerGroup *self = NW_ANSWER_GROUP (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (nw_answer_group_parent_class)->dispose (object);
}

static void
nw_answer_group_finalize (GObject *object)
{
  g_ptr_array_unref (NW_ANSWER_GROUP (object)->rows);

  G_OBJECT_CLASS (nw_answer_group_parent_class)->finalize (object);
}

static void
nw_answer_group_class_init (NwAnswerGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_answer_group_dispose;
  object_class->finalize = nw_answer_group_finalize;
  widget_class->focus = nw_answer_group_focus;
  widget_class->grab_focus = nw_answer_group_grab_focus;

  /**
   * NwAnswerGroup::choose:
   * @self: the group
   * @index: the row
   * @chosen: whether it is to be an answer, or none any more
   *
   * Somebody chose an answer. The row shows it once who listens says so by
   * nw_answer_group_set_chosen().
   */
  signals[CHOOSE] = g_signal_new ("choose", NW_TYPE_ANSWER_GROUP, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "answers");
  /* Also of radio buttons: the name of a “radio-group”, which is the question,
   * is not spoken by Orca on GTK 4.8. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
nw_answer_group_init (NwAnswerGroup *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->rows = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING);

  /* Before the row itself sees them: a button makes a click of Return. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed",
                           G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * nw_answer_group_new:
 * @kind: whether one or several of the answers can be chosen
 *
 * Returns: (transfer floating): a group without answers
 */
GtkWidget *
nw_answer_group_new (NwAnswerKind kind)
{
  NwAnswerGroup *self;

  self = g_object_new (NW_TYPE_ANSWER_GROUP, NULL);
  self->kind = kind;

  return GTK_WIDGET (self);
}

/**
 * nw_answer_group_set_horizontal:
 * @self: a group without answers yet
 *
 * Puts the answers side by side as far as there is room for the longest of
 * them, and in several rows where there is not (FHIR’s `choiceOrientation`).
 */
void
nw_answer_group_set_horizontal (NwAnswerGroup *self)
{
  g_return_if_fail (NW_IS_ANSWER_GROUP (self));

  gtk_widget_set_layout_manager (GTK_WIDGET (self), nw_tiles_layout_new (0, SPACING));
}

/**
 * nw_answer_group_set_fills:
 * @self: a group without answers yet
 *
 * Has the answers take the width of the column that the group is in, and want none
 * of their own.
 */
void
nw_answer_group_set_fills (NwAnswerGroup *self)
{
  g_return_if_fail (NW_IS_ANSWER_GROUP (self));

  self->fills = TRUE;
}

/**
 * nw_answer_group_append:
 * @self: a group
 * @text: an answer
 *
 * Adds a row that is not chosen.
 */
void
nw_answer_group_append (NwAnswerGroup *self,
                        const char    *text)
{
  GtkWidget *row;

  g_return_if_fail (NW_IS_ANSWER_GROUP (self));
  g_return_if_fail (text != NULL);

  row = nw_answer_row_new (self->kind, text, self->fills);
  g_signal_connect_object (row, "clicked", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

/**
 * nw_answer_group_get_length:
 * @self: a group
 *
 * Returns: how many rows there are
 */
guint
nw_answer_group_get_length (NwAnswerGroup *self)
{
  g_return_val_if_fail (NW_IS_ANSWER_GROUP (self), 0);

  return self->rows->len;
}

/**
 * nw_answer_group_set_numbers:
 * @self: a group
 * @numbers: whether the keys 1 to 9 choose its first rows
 *
 * Shows these keys, or not. Only one group of a page can have them.
 */
void
nw_answer_group_set_numbers (NwAnswerGroup *self,
                             gboolean       numbers)
{
  g_return_if_fail (NW_IS_ANSWER_GROUP (self));

  for (guint i = 0; i < self->rows->len; i++)
    nw_answer_row_set_number (g_ptr_array_index (self->rows, i), numbers && i < 9 ? i + 1 : 0);
}

/**
 * nw_answer_group_set_problem:
 * @self: a group
 * @problem: (nullable): what is wrong with what is chosen
 *
 * Has it heard at the first answer, where the focus goes: a screen reader does
 * not speak the description of a group that is entered.
 */
void
nw_answer_group_set_problem (NwAnswerGroup *self,
                             const char    *problem)
{
  g_return_if_fail (NW_IS_ANSWER_GROUP (self));

  if (self->rows->len > 0)
    nw_a11y_set_description (g_ptr_array_index (self->rows, 0), problem);
}

/**
 * nw_answer_group_set_chosen:
 * @self: a group
 * @index: a row
 * @chosen: whether it is an answer
 *
 * Shows a row as chosen or not. Others are not changed by it.
 */
void
nw_answer_group_set_chosen (NwAnswerGroup *self,
                            guint          index,
                            gboolean       chosen)
{
  g_return_if_fail (NW_IS_ANSWER_GROUP (self));
  g_return_if_fail (index < self->rows->len);

  nw_answer_row_set_chosen (g_ptr_array_index (self->rows, index), chosen);
}

/**
 * nw_answer_group_get_chosen:
 * @self: a group
 * @index: a row
 *
 * Returns: whether it is shown as chosen
 */
gboolean
nw_answer_group_get_chosen (NwAnswerGroup *self,
                            guint          index)
{
  g_return_val_if_fail (NW_IS_ANSWER_GROUP (self), FALSE);

  return index < self->rows->len
         && nw_answer_row_get_chosen (g_ptr_array_index (self->rows, index));
}

/**
 * nw_answer_group_press:
 * @self: a group
 * @index: a row
 *
 * Does what a click on the row does, and takes the focus there.
 *
 * Returns: whether there is such a row
 */
gboolean
nw_answer_group_press (NwAnswerGroup *self,
                       guint          index)
{
  g_return_val_if_fail (NW_IS_ANSWER_GROUP (self), FALSE);

  if (index >= self->rows->len)
    return FALSE;

  gtk_widget_grab_focus (g_ptr_array_index (self->rows, index));
  choose (self, index);
  return TRUE;
}

/* Upper and lower case and accents do not count. */
static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

/**
 * nw_answer_group_filter:
 * @self: a group
 * @text: what to look for; nothing shows all
 *
 * Shows only the answers that have @text in them.
 *
 * Returns: how many these are
 */
guint
nw_answer_group_filter (NwAnswerGroup *self,
                        const char    *text)
{
  g_autofree char *wanted = NULL;
  guint n_shown = 0;

  g_return_val_if_fail (NW_IS_ANSWER_GROUP (self), 0);
  g_return_val_if_fail (text != NULL, 0);

  wanted = fold (text);
  for (guint i = 0; i < self->rows->len; i++)
    {
      NwAnswerRow *row = g_ptr_array_index (self->rows, i);
      g_autofree char *answer = fold (nw_answer_row_get_text (row));
      gboolean shown = strstr (answer, wanted) != NULL;

      gtk_widget_set_visible (GTK_WIDGET (row), shown);
      n_shown += shown;
    }

  return n_shown;
}
