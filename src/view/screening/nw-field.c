/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the controls of all questions have in common, and which question gets which. */

#include "config.h"

#include "view/screening/nw-field.h"

#include "view/screening/nw-choice-field.h"
#include "view/screening/nw-date-field.h"
#include "view/screening/nw-drop-field.h"
#include "view/screening/nw-entry-field.h"
#include "view/screening/nw-no-field.h"
#include "view/screening/nw-repeat-field.h"
#include "view/screening/nw-slider-field.h"
#include "view/screening/nw-text-field.h"
#include "view/widgets/nw-a11y.h"

/* More rows than this would hide the way on. */
#define MAX_ROWS 30

typedef struct
{
  NwScreening    *screening;
  NwResponseItem *item;
  const NwItem   *definition;
} NwFieldPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (NwField, nw_field, GTK_TYPE_WIDGET)

static GType
choose_type (const NwItem *item)
{
  if (item->read_only)
    return NW_TYPE_NO_FIELD;

  switch (item->type)
    {
    case NW_ITEM_BOOLEAN:
    case NW_ITEM_OPEN_CHOICE:
      return NW_TYPE_CHOICE_FIELD;
    case NW_ITEM_CHOICE:
      if (item->n_options == 0)
        return NW_TYPE_NO_FIELD;
      return item->control == NW_CONTROL_DROP_DOWN || item->n_options > MAX_ROWS
               ? NW_TYPE_DROP_FIELD : NW_TYPE_CHOICE_FIELD;
    case NW_ITEM_INTEGER:
    case NW_ITEM_DECIMAL:
      if (item->n_options > 0)
        return NW_TYPE_CHOICE_FIELD;
      if (item->control == NW_CONTROL_SLIDER && !item->repeats)
        return NW_TYPE_SLIDER_FIELD;
      return item->repeats ? NW_TYPE_REPEAT_FIELD : NW_TYPE_ENTRY_FIELD;
    case NW_ITEM_STRING:
      if (item->n_options > 0)
        return NW_TYPE_CHOICE_FIELD;
      if (item->control == NW_CONTROL_TEXT_AREA && !item->repeats)
        return NW_TYPE_TEXT_FIELD;
      return item->repeats ? NW_TYPE_REPEAT_FIELD : NW_TYPE_ENTRY_FIELD;
    case NW_ITEM_URL:
    case NW_ITEM_TIME:
      if (item->n_options > 0)
        return NW_TYPE_CHOICE_FIELD;
      return item->repeats ? NW_TYPE_REPEAT_FIELD : NW_TYPE_ENTRY_FIELD;
    case NW_ITEM_QUANTITY:
      return item->repeats ? NW_TYPE_REPEAT_FIELD : NW_TYPE_ENTRY_FIELD;
    case NW_ITEM_TEXT:
      return item->repeats ? NW_TYPE_REPEAT_FIELD : NW_TYPE_TEXT_FIELD;
    case NW_ITEM_DATE:
    case NW_ITEM_DATE_TIME:
      if (item->n_options > 0)
        return NW_TYPE_CHOICE_FIELD;
      return item->repeats ? NW_TYPE_REPEAT_FIELD : NW_TYPE_DATE_FIELD;
    case NW_ITEM_GROUP:
    case NW_ITEM_DISPLAY:
    case NW_ITEM_ATTACHMENT:
    case NW_ITEM_REFERENCE:
    case NW_ITEM_UNKNOWN:
    default:
      return NW_TYPE_NO_FIELD;
    }
}

static void
nw_field_dispose (GObject *object)
{
  NwFieldPrivate *priv = nw_field_get_instance_private (NW_FIELD (object));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&priv->screening);
  priv->item = NULL;

  G_OBJECT_CLASS (nw_field_parent_class)->dispose (object);
}

/* The first of its widgets that takes it. */
static gboolean
nw_field_grab_focus (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_grab_focus (child))
      return TRUE;

  return FALSE;
}

static gboolean
nw_field_focus (GtkWidget        *widget,
                GtkDirectionType  direction)
{
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return nw_a11y_move_focus (widget, direction);

  return GTK_WIDGET_CLASS (nw_field_parent_class)->focus (widget, direction);
}

static void
nw_field_class_init (NwFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_field_dispose;
  widget_class->focus = nw_field_focus;
  widget_class->grab_focus = nw_field_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_field_init (NwField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
}

/**
 * nw_field_new:
 * @screening: a screening
 * @item: a question of it
 *
 * Makes the control that suits a question. Where nothing here can answer it,
 * that says so.
 *
 * Returns: (transfer floating): the control, showing the answers
 */
GtkWidget *
nw_field_new (NwScreening    *screening,
              NwResponseItem *item)
{
  NwFieldPrivate *priv;
  NwField *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (item != NULL, NULL);

  self = g_object_new (choose_type (nw_response_item_get_item (item)), NULL);
  priv = nw_field_get_instance_private (self);
  priv->screening = g_object_ref (screening);
  priv->item = item;
  priv->definition = nw_response_item_get_item (item);
  NW_FIELD_GET_CLASS (self)->build (self);
  nw_field_refresh (self);

  return GTK_WIDGET (self);
}

/**
 * nw_field_get_screening:
 * @self: a field
 *
 * Returns: (transfer none): the screening that its answers go to
 */
NwScreening *
nw_field_get_screening (NwField *self)
{
  NwFieldPrivate *priv = nw_field_get_instance_private (self);

  return priv->screening;
}

/**
 * nw_field_get_item:
 * @self: a field
 *
 * Returns: (transfer none): the question that it answers
 */
NwResponseItem *
nw_field_get_item (NwField *self)
{
  NwFieldPrivate *priv = nw_field_get_instance_private (self);

  return priv->item;
}

/**
 * nw_field_get_definition:
 * @self: a field
 *
 * Returns: (transfer none): the question as it is defined
 */
const NwItem *
nw_field_get_definition (NwField *self)
{
  NwFieldPrivate *priv = nw_field_get_instance_private (self);

  return priv->definition;
}

/**
 * nw_field_refresh:
 * @self: a field
 *
 * Shows the answers as they are now.
 */
void
nw_field_refresh (NwField *self)
{
  g_return_if_fail (NW_IS_FIELD (self));

  NW_FIELD_GET_CLASS (self)->refresh (self);
}

/**
 * nw_field_describe:
 * @self: a field
 * @name: the question
 * @description: (nullable): what is to be known of it
 * @invalid: whether what it holds can’t stand
 *
 * Tells a screen reader of the control.
 */
void
nw_field_describe (NwField    *self,
                   const char *name,
                   const char *description,
                   gboolean    invalid)
{
  NwFieldClass *klass;

  g_return_if_fail (NW_IS_FIELD (self));
  g_return_if_fail (name != NULL);

  klass = NW_FIELD_GET_CLASS (self);
  if (klass->describe != NULL)
    klass->describe (self, name, description, invalid);
}

/**
 * nw_field_describe_control:
 * @self: a field
 * @control: what is operated in it, or the group of what is
 * @name: what it is called
 * @description: (nullable): what is to be known of it
 * @invalid: whether what it holds can’t stand
 *
 * Tells a screen reader of one control, and whether the form requires an answer
 * (FHIR R4, Questionnaire.item.required).
 */
void
nw_field_describe_control (NwField    *self,
                           GtkWidget  *control,
                           const char *name,
                           const char *description,
                           gboolean    invalid)
{
  g_return_if_fail (NW_IS_FIELD (self));
  g_return_if_fail (GTK_IS_WIDGET (control));
  g_return_if_fail (name != NULL);

  nw_a11y_set_name (control, name);
  nw_a11y_set_description (control, description);
  nw_a11y_set_invalid (control, invalid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control),
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  nw_field_get_definition (self)->required,
                                  -1);
}

/**
 * nw_field_press_number:
 * @self: a field
 * @number: from 1 to 9
 *
 * Returns: whether the key means something here
 */
gboolean
nw_field_press_number (NwField *self,
                       guint    number)
{
  NwFieldClass *klass;

  g_return_val_if_fail (NW_IS_FIELD (self), FALSE);

  klass = NW_FIELD_GET_CLASS (self);
  return klass->press_number != NULL && klass->press_number (self, number);
}

/**
 * nw_field_has_numbers:
 * @self: a field
 *
 * Returns: whether number keys can choose its answers
 */
gboolean
nw_field_has_numbers (NwField *self)
{
  g_return_val_if_fail (NW_IS_FIELD (self), FALSE);

  return NW_FIELD_GET_CLASS (self)->press_number != NULL;
}

/**
 * nw_field_show_numbers:
 * @self: a field
 * @show: whether to show them
 *
 * Shows which number keys choose which answer, or hides it.
 */
void
nw_field_show_numbers (NwField  *self,
                       gboolean  show)
{
  NwFieldClass *klass;

  g_return_if_fail (NW_IS_FIELD (self));

  klass = NW_FIELD_GET_CLASS (self);
  if (klass->show_numbers != NULL)
    klass->show_numbers (self, show);
}
