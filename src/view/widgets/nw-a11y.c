/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where widgets get what a screen reader says of them. */

#include "config.h"

#include "view/widgets/nw-a11y.h"


/* A label’s text with the underscores of its access keys taken out, as GTK
 * itself shows it: “_” marks the key, “__” is one underscore. */
static char *
strip_mnemonic (const char *text)
{
  GString *plain = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '_' && *++p == '\0')
        break;
      g_string_append_c (plain, *p);
    }

  return g_string_free (plain, FALSE);
}

/**
 * nw_a11y_set_name:
 * @widget: a widget
 * @name: what it is called, with or without an access key’s underscore
 *
 * Gives @widget its accessible name. Before 4.12 GTK joins a button’s own
 * relation to its label with the property, which reads “_Next Next”: the
 * relation has to go first.
 */
void
nw_a11y_set_name (GtkWidget  *widget,
                  const char *name)
{
  g_autofree char *plain = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  plain = strip_mnemonic (name);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, plain,
                                  -1);

  /* Newer GTK leaves the button within, which takes the focus, without it. */
  if (gtk_check_version (4, 10, 0) == NULL
      && GTK_IS_MENU_BUTTON (widget)
      && gtk_widget_get_first_child (widget) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (widget)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, plain,
                                    -1);
}

/**
 * nw_a11y_set_part:
 * @label: a label within a control that is called as it says
 *
 * Has nobody tell of @label besides the control. Orca 48, with newer GTK, would
 * read it as a text of the group that the control is in, as often as one comes
 * into that. To be called before anything is told of @label.
 */
void
nw_a11y_set_part (GtkWidget *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

  if (gtk_check_version (4, 10, 0) == NULL)
    g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/**
 * nw_a11y_set_landing:
 * @widget: what takes the focus only to be read, such as a heading
 *
 * Gives @widget a role with which its name is read wherever one comes from. For
 * GTK before 4.14 that is a group. Orca 48, with newer GTK, leaves out the name
 * of a group when one comes out of a list, or into another group; there it is an
 * article, of which only the name is said. To be called before anything else is
 * told of @widget.
 */
void
nw_a11y_set_landing (GtkWidget *widget)
{
  GEnumClass *roles;
  GEnumValue *article;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  roles = g_type_class_ref (GTK_TYPE_ACCESSIBLE_ROLE);
  article = g_enum_get_value_by_nick (roles, "article");
  g_object_set (widget,
                "accessible-role",
                article != NULL ? article->value : (int) GTK_ACCESSIBLE_ROLE_GROUP,
                NULL);
  g_type_class_unref (roles);
}

/**
 * nw_a11y_set_mnemonic_label:
 * @widget: a field, or a button of which there are many
 * @label: the label beside it that says what it is for
 *
 * Lets @widget be reached by the access key in @label. Its accessible name
 * stays its own: the relation that GTK makes would be joined with it.
 */
void
nw_a11y_set_mnemonic_label (GtkWidget *widget,
                            GtkWidget *label)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Before 4.10 GTK tells of a field that is invalid as of an object that is
 * invalid: a dead one, of which Orca says nothing at all. */
static gboolean
can_tell_invalid (void)
{
  return gtk_check_version (4, 10, 0) == NULL || g_strcmp0 (g_getenv ("GTK_A11Y"), "test") == 0;
}

/**
 * nw_a11y_set_invalid:
 * @widget: a field
 * @invalid: whether what it holds can’t be used
 *
 * Marks a field for screen readers and, by the style class `error`, for eyes.
 */
void
nw_a11y_set_invalid (GtkWidget *widget,
                     gboolean   invalid)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (can_tell_invalid ())
    gtk_accessible_update_state (GTK_ACCESSIBLE (widget),
                                 GTK_ACCESSIBLE_STATE_INVALID,
                                 invalid ? GTK_ACCESSIBLE_INVALID_TRUE
                                         : GTK_ACCESSIBLE_INVALID_FALSE,
                                 -1);
  if (invalid)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
}

/**
 * nw_a11y_move_focus:
 * @widget: a container whose children stand in reading order
 * @direction: %GTK_DIR_TAB_FORWARD or %GTK_DIR_TAB_BACKWARD
 *
 * Moves the focus by Tab among the children of @widget, for the `focus` of a
 * class that has a `grab_focus` of its own. GTK calls that one when Tab enters
 * a container and when Shift+Tab leaves it, which passes over what stands
 * first, and brings the focus back for ever.
 *
 * Returns: whether there was somewhere to go within @widget
 */
gboolean
nw_a11y_move_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    child = forward ? gtk_widget_get_first_child (widget) : gtk_widget_get_last_child (widget);

  while (child != NULL && !gtk_widget_child_focus (child, direction))
    child = forward ? gtk_widget_get_next_sibling (child) : gtk_widget_get_prev_sibling (child);

  return child != NULL;
}

static void
name_menu_items (GtkWidget *widget)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    {
      g_autofree char *text = NULL;

      g_object_get (widget, "text", &text, NULL);
      if (text != NULL)
        nw_a11y_set_name (widget, text);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_menu_items (child);
}

/**
 * nw_a11y_silence_pages:
 * @widget: what holds stacks
 *
 * Takes the names from the pages of all stacks in @widget where they only hold
 * what is in them: GTK calls them by their class, or by a number.
 */
void
nw_a11y_silence_pages (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_STACK (widget))
    {
      g_autoptr (GListModel) pages = G_LIST_MODEL (gtk_stack_get_pages (GTK_STACK (widget)));

      for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
        {
          g_autoptr (GtkAccessible) page = g_list_model_get_item (pages, i);

          gtk_accessible_update_property (page, GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    nw_a11y_silence_pages (child);
}

/**
 * nw_a11y_name_menu:
 * @menu: the popover of a menu
 * @name: what the menu is called
 *
 * Gives a menu its name, and each of its items whenever the menu is opened:
 * GTK 4.18 leaves the items without one, and GTK 4.8 calls the menu by its class.
 */
void
nw_a11y_name_menu (GtkPopover *menu,
                   const char *name)
{
  g_return_if_fail (GTK_IS_POPOVER (menu));
  g_return_if_fail (name != NULL);

  nw_a11y_set_name (GTK_WIDGET (menu), name);
  nw_a11y_silence_pages (GTK_WIDGET (menu));
  /* Before 4.12 GTK names them itself, and would say a second name after the first. */
  if (gtk_check_version (4, 12, 0) == NULL)
    g_signal_connect (menu, "map", G_CALLBACK (name_menu_items), NULL);
}
