/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question: its words, why it is asked, the control, what is wrong, and what follows from it. */

#include "config.h"

#include "view/screening/nw-question.h"

#include <glib/gi18n.h>

#include "view/screening/nw-heading.h"
#include "view/screening/nw-support-link.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-line.h"

/* A page may have a hundred of them, and each step makes them anew: so they are
 * made without a template, and of what there is to show only. */
struct _NwQuestion
{
  GtkWidget       parent_instance;

  GtkWidget      *title;
  NwField        *field;
  /* Where there is something wrong, or something that follows. */
  GtkWidget      *problem;
  GtkWidget      *problem_text;
  NwItemList     *follow;

  NwScreening    *screening;
  NwResponseItem *item;
  char           *text;
};

G_DEFINE_FINAL_TYPE (NwQuestion, nw_question, GTK_TYPE_WIDGET)

/* Nothing that is nested in a question is the heading of a page. */
static const NwLead no_lead = { NULL, NULL };

static gboolean
is_help (const NwItem *item)
{
  return item->type == NW_ITEM_DISPLAY
         && (item->control == NW_CONTROL_HELP || item->control == NW_CONTROL_FLYOVER);
}

/* Words that the field itself shows. */
static gboolean
is_part_of_field (const NwItem *item)
{
  return item->type == NW_ITEM_DISPLAY
         && (item->control == NW_CONTROL_UNIT
             || item->control == NW_CONTROL_LOWER
             || item->control == NW_CONTROL_UPPER);
}

static char *
dup_help (NwQuestion *self)
{
  const NwItem *item = nw_response_item_get_item (self->item);
  const char *language = nw_screening_get_language (self->screening);
  GString *text = g_string_new (NULL);

  for (const NwItem *child = item->first_child; child != NULL; child = child->next_sibling)
    if (is_help (child) && !child->hidden && nw_item_get_text (child, language) != NULL)
      {
        if (text->len > 0)
          g_string_append_c (text, '\n');
        g_string_append (text, nw_item_get_text (child, language));
      }

  return g_string_free (text, text->len == 0);
}

/* Why it is asked, folded up. */
static GtkWidget *
make_help (NwQuestion *self,
           const char *words)
{
  /* Translators: said by a screen reader; %s is the question */
  g_autofree char *name = g_strdup_printf (_("Why we ask: %s"), self->text);
  GtkWidget *help = gtk_expander_new (_("Why we ask"));

  gtk_widget_add_css_class (help, "nw-why");
  gtk_expander_set_child (GTK_EXPANDER (help), nw_words_new (words, "nw-body"));
  nw_a11y_set_name (help, name);
  return help;
}

/* Why it is asked, and more to read, before the answers. */
static void
add_help (NwQuestion *self)
{
  g_autofree char *words = dup_help (self);
  const char *address = nw_item_get_support_link (nw_response_item_get_item (self->item));

  if (words != NULL)
    gtk_widget_set_parent (make_help (self, words), GTK_WIDGET (self));
  if (address != NULL)
    gtk_widget_set_parent (nw_support_link_new (address), GTK_WIDGET (self));
}

/* What is nested in the question has an instance for each answer. */
static void
update_follow (NwQuestion *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < nw_response_item_get_n_answers (self->item); i++)
    for (NwResponseItem *child = nw_response_item_get_first_child (self->item, i);
         child != NULL;
         child = nw_response_item_get_next_sibling (child))
      {
        const NwItem *item = nw_response_item_get_item (child);

        if (!is_help (item) && !is_part_of_field (item))
          g_ptr_array_add (items, child);
      }

  if (self->follow == NULL && items->len == 0)
    return;
  if (self->follow == NULL)
    {
      self->follow = NW_ITEM_LIST (nw_item_list_new (self->screening, &no_lead));
      gtk_widget_add_css_class (GTK_WIDGET (self->follow), "nw-follow");
      gtk_widget_set_parent (GTK_WIDGET (self->follow), GTK_WIDGET (self));
    }
  nw_item_list_show (self->follow, items);
  gtk_widget_set_visible (GTK_WIDGET (self->follow), !nw_item_list_is_empty (self->follow));
}

/* Between the question and its answers. */
static void
add_problem (NwQuestion *self)
{
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", "dialog-warning-symbolic",
                                  "valign", GTK_ALIGN_CENTER,
                                  NULL);

  self->problem = g_object_new (NW_TYPE_LINE,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT,
                                "spacing", 9,
                                NULL);
  self->problem_text = nw_words_new (NULL, NULL);
  gtk_widget_set_hexpand (self->problem_text, TRUE);
  gtk_widget_add_css_class (self->problem, "nw-error");
  nw_line_append (NW_LINE (self->problem), icon);
  nw_line_append (NW_LINE (self->problem), self->problem_text);
  gtk_widget_insert_before (self->problem, GTK_WIDGET (self), GTK_WIDGET (self->field));
}

static void
update_problem (NwQuestion *self)
{
  g_autofree char *problem = NULL;
  const NwItem *item = nw_response_item_get_item (self->item);

  if (nw_screening_has_tried (self->screening) && nw_item_is_answerable (item) && !item->read_only)
    problem = nw_screening_dup_problem (self->screening, self->item);

  if (problem != NULL && self->problem == NULL)
    add_problem (self);
  if (self->problem != NULL)
    gtk_widget_set_visible (self->problem, problem != NULL);
  if (problem != NULL)
    {
      gtk_label_set_text (GTK_LABEL (self->problem_text), problem);
      nw_a11y_set_name (self->problem, problem);
    }
  nw_field_describe (self->field, self->text, problem, problem != NULL);
}

static void
refresh (NwQuestion *self)
{
  const NwItem *item = nw_response_item_get_item (self->item);

  gtk_widget_set_visible (GTK_WIDGET (self),
                          nw_response_item_is_enabled (self->item) && !item->hidden);
  nw_field_refresh (self->field);
  update_follow (self);
  update_problem (self);
}

static void
changed_cb (NwQuestion *self,
            GPtrArray  *items)
{
  gboolean was_shown = gtk_widget_get_visible (GTK_WIDGET (self));

  if (!g_ptr_array_find (items, self->item, NULL))
    return;

  refresh (self);
  if (!was_shown && gtk_widget_get_visible (GTK_WIDGET (self)))
    nw_question_announce (GTK_WIDGET (self), self->text);
}

static void
nw_question_dispose (GObject *object)
{
  NwQuestion *self = NW_QUESTION (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->screening);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (nw_question_parent_class)->dispose (object);
}

static gboolean
nw_question_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NW_QUESTION (widget)->field));
}

static gboolean
nw_question_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return nw_a11y_move_focus (widget, direction);

  return GTK_WIDGET_CLASS (nw_question_parent_class)->focus (widget, direction);
}

static void
nw_question_class_init (NwQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_question_dispose;
  widget_class->focus = nw_question_focus;
  widget_class->grab_focus = nw_question_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
nw_question_init (NwQuestion *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

static void
add_title (NwQuestion   *self,
           const NwLead *lead)
{
  const NwItem *item = nw_response_item_get_item (self->item);

  if (lead->item == item)
    {
      self->title = nw_heading_new (self->text, "nw-title");
      if (lead->prefix != NULL)
        {
          g_autofree char *name = g_strdup_printf ("%s: %s", lead->prefix, self->text);

          nw_a11y_set_name (self->title, name);
        }
    }
  else
    {
      self->title = nw_words_new (self->text, "nw-section");
      nw_words_fill (GTK_LABEL (self->title));
    }
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
}

/* The access key in the question’s words leads to its control. */
static void
tie_title (NwQuestion *self)
{
  const NwItem *item = nw_response_item_get_item (self->item);
  GtkWidget *title = self->title;

  if (!nw_item_is_answerable (item) || item->read_only)
    return;
  if (!GTK_IS_LABEL (title))
    title = gtk_widget_get_first_child (title);
  nw_a11y_set_mnemonic_label (GTK_WIDGET (self->field), title);
}

static char *
dup_question_text (const NwItem *item,
                   const char   *language)
{
  const char *text = nw_item_get_text (item, language);

  if (text == NULL)
    text = "";
  return item->prefix != NULL ? g_strdup_printf ("%s %s", item->prefix, text) : g_strdup (text);
}

/**
 * nw_question_new:
 * @screening: a screening
 * @item: a question of it
 * @lead: which item is the heading of the page
 *
 * Returns: (transfer floating): the question, shown while it is enabled
 */
GtkWidget *
nw_question_new (NwScreening    *screening,
                 NwResponseItem *item,
                 const NwLead   *lead)
{
  NwQuestion *self;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (item != NULL, NULL);
  g_return_val_if_fail (lead != NULL, NULL);

  self = g_object_new (NW_TYPE_QUESTION, NULL);
  self->screening = g_object_ref (screening);
  self->item = item;
  self->text = dup_question_text (nw_response_item_get_item (item),
                                  nw_screening_get_language (screening));
  add_title (self, lead);
  add_help (self);
  self->field = NW_FIELD (nw_field_new (screening, item));
  gtk_widget_set_parent (GTK_WIDGET (self->field), GTK_WIDGET (self));
  tie_title (self);
  g_signal_connect_object (screening, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (screening, "structure-changed",
                           G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (screening, "tried",
                           G_CALLBACK (update_problem), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WIDGET (self);
}

/**
 * nw_question_announce:
 * @widget: a widget of the page
 * @text: (nullable): a question that an answer has brought
 *
 * Has a screen reader say that there is a further question.
 */
void
nw_question_announce (GtkWidget  *widget,
                      const char *text)
{
  /* Translators: said by a screen reader when an answer brings a further
   * question; %s is the question */
  g_autofree char *words = g_strdup_printf (_("A further question: %s"), text != NULL ? text : "");

  nw_a11y_announce (widget, words);
}

/**
 * nw_question_get_item:
 * @self: a question
 *
 * Returns: (transfer none): what it shows
 */
NwResponseItem *
nw_question_get_item (NwQuestion *self)
{
  g_return_val_if_fail (NW_IS_QUESTION (self), NULL);

  return self->item;
}

/**
 * nw_question_get_field:
 * @self: a question
 *
 * Returns: (transfer none): its control
 */
NwField *
nw_question_get_field (NwQuestion *self)
{
  g_return_val_if_fail (NW_IS_QUESTION (self), NULL);

  return self->field;
}

/**
 * nw_question_has_problem:
 * @self: a question
 *
 * Returns: whether a problem is shown at it
 */
gboolean
nw_question_has_problem (NwQuestion *self)
{
  g_return_val_if_fail (NW_IS_QUESTION (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self))
         && self->problem != NULL && gtk_widget_get_visible (self->problem);
}
