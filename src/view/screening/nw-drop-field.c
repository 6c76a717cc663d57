/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice among many: a list that folds out, to be searched when it is long. */

#include "config.h"

#include "view/screening/nw-drop-field.h"

#include <glib/gi18n.h>

#include "model/screening/nw-answer-text.h"
#include "view/screening/nw-answer-group.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

/* From here on it takes longer to look than to type. */
#define LONG_LIST 9

/* GtkDropDown is not used: in GTK 4.8 a screen reader calls it “GtkToggleButton”. */
struct _NwDropField
{
  NwField        parent_instance;

  GtkWidget     *button;
  GtkWidget     *label;
  GtkWidget     *popover;
  GtkWidget     *search;
  GtkWidget     *nothing;
  NwAnswerGroup *group;
  char          *name;
};

G_DEFINE_FINAL_TYPE (NwDropField, nw_drop_field, NW_TYPE_FIELD)

static void
chose_cb (NwDropField *self,
          guint        index,
          gboolean     chosen)
{
  NwField *field = NW_FIELD (self);

  nw_screening_choose (nw_field_get_screening (field), nw_field_get_item (field), index, chosen);
  if (!nw_field_get_definition (field)->repeats)
    {
      gtk_popover_popdown (GTK_POPOVER (self->popover));
      gtk_widget_grab_focus (self->button);
    }
}

static void
search_changed_cb (NwDropField *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  gtk_widget_set_visible (self->nothing, nw_answer_group_filter (self->group, text) == 0);
}

static void
shown_cb (NwDropField *self)
{
  if (self->search == NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->group));
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (self->search);
}

static GtkWidget *
make_list (NwDropField  *self,
           const NwItem *item)
{
  const char *language = nw_screening_get_language (nw_field_get_screening (NW_FIELD (self)));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->group = NW_ANSWER_GROUP (nw_answer_group_new (item->repeats ? NW_ANSWER_CHECK
                                                                    : NW_ANSWER_RADIO));
  for (guint i = 0; i < item->n_options; i++)
    {
      g_autofree char *text = nw_answer_text_option (item, i, language);

      nw_answer_group_append (self->group, text);
    }
  g_signal_connect_object (self->group, "choose",
                           G_CALLBACK (chose_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->group));
  return scroller;
}

static void
mark_chosen (NwDropField *self)
{
  NwField *field = NW_FIELD (self);
  const NwItem *item = nw_field_get_definition (field);

  for (guint i = 0; i < item->n_options; i++)
    nw_answer_group_set_chosen (self->group, i,
                                nw_response_item_has_answer (nw_field_get_item (field),
                                                             item->options[i].value));
}

/* Where much is asked, most lists are never folded out. */
static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  NwDropField *self = user_data;
  const NwItem *item = nw_field_get_definition (NW_FIELD (self));
  GtkWidget *box;
  GtkWidget *list;

  if (self->popover != NULL)
    return;

  self->popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  list = make_list (self, item);
  gtk_widget_set_size_request (box, 300, -1);
  self->nothing = nw_words_new (_("No answer has these letters."), "nw-caption");
  gtk_widget_set_visible (self->nothing, FALSE);
  if (item->n_options >= LONG_LIST)
    {
      self->search = gtk_search_entry_new ();
      nw_a11y_set_name (self->search, _("Find an answer"));
      g_signal_connect_object (self->search, "changed",
                               G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), self->search);
    }
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  mark_chosen (self);
  if (self->name != NULL)
    nw_a11y_set_name (GTK_WIDGET (self->group), self->name);
  gtk_menu_button_set_popover (button, self->popover);
}

static void
nw_drop_field_build (NwField *field)
{
  NwDropField *self = NW_DROP_FIELD (field);
  /* A GtkGrid here has a least height on GTK 4.18 that is more than its own. */
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->label = nw_words_new ("", "nw-answer-text");
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->button = gtk_menu_button_new ();
  /* By itself it does not ask for more height where a text takes more rows. */
  gtk_widget_set_layout_manager (self->button, gtk_bin_layout_new ());
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), line);
  /* GTK puts it into the middle; an answer begins where the others begin. */
  gtk_widget_set_halign (gtk_widget_get_parent (line), GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb,
                                         self, NULL);
  gtk_widget_add_css_class (self->button, "nw-drop");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

static void
update_name (NwDropField *self)
{
  g_auto (GStrv) lines = g_strsplit (gtk_label_get_text (GTK_LABEL (self->label)), "\n", -1);
  g_autofree char *answer = g_strjoinv ("; ", lines);
  g_autofree char *name = NULL;

  if (self->name == NULL)
    return;

  /* Translators: a question, and what is chosen as its answer */
  name = g_strdup_printf (_("%s %s"), self->name, answer);
  nw_a11y_set_name (self->button, name);
}

static void
nw_drop_field_refresh (NwField *field)
{
  NwDropField *self = NW_DROP_FIELD (field);
  g_autofree char *answer =
    nw_answer_text_format_all (nw_field_get_item (field),
                               nw_screening_get_language (nw_field_get_screening (field)));

  if (self->popover != NULL)
    mark_chosen (self);
  gtk_label_set_text (GTK_LABEL (self->label), answer != NULL ? answer : _("Choose an answer"));
  update_name (self);
}

static void
nw_drop_field_describe (NwField    *field,
                        const char *name,
                        const char *description,
                        gboolean    invalid)
{
  NwDropField *self = NW_DROP_FIELD (field);

  g_free (self->name);
  self->name = g_strdup (name);
  nw_field_describe_control (field, self->button, name, description, invalid);
  update_name (self);
  if (self->group != NULL)
    nw_a11y_set_name (GTK_WIDGET (self->group), name);
}

static gboolean
nw_drop_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NW_DROP_FIELD (widget)->button);
}

static void
nw_drop_field_finalize (GObject *object)
{
  g_free (NW_DROP_FIELD (object)->name);

  G_OBJECT_CLASS (nw_drop_field_parent_class)->finalize (object);
}

static void
nw_drop_field_class_init (NwDropFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NwFieldClass *field_class = NW_FIELD_CLASS (klass);

  object_class->finalize = nw_drop_field_finalize;
  widget_class->grab_focus = nw_drop_field_grab_focus;
  field_class->build = nw_drop_field_build;
  field_class->refresh = nw_drop_field_refresh;
  field_class->describe = nw_drop_field_describe;
}

static void
nw_drop_field_init (NwDropField *self)
{
}
