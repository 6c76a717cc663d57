/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question for a day, typed or picked from a calendar; perhaps with a time. */

#include "config.h"

#include "view/screening/nw-date-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/plan/nw-time.h"
#include "model/screening/nw-answer-text.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

struct _NwDateField
{
  NwField    parent_instance;

  GtkWidget *hint;
  GtkWidget *entry;
  GtkWidget *time_entry;
  GtkWidget *calendar_button;
  GtkWidget *popover;
  GtkWidget *calendar;
};

G_DEFINE_FINAL_TYPE (NwDateField, nw_date_field, NW_TYPE_FIELD)

static void
changed_cb (NwDateField *self)
{
  NwField *field = NW_FIELD (self);
  const char *date = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *time = self->time_entry != NULL
                       ? gtk_editable_get_text (GTK_EDITABLE (self->time_entry)) : "";
  g_autofree char *text = *time != '\0' ? g_strdup_printf ("%s%c%s", date, NW_ANSWER_TIME, time)
                                        : g_strdup (date);

  nw_screening_type_answer (nw_field_get_screening (field), nw_field_get_item (field), text);
}

static void
activate_cb (NwDateField *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "screening.next", NULL);
}

static void
day_selected_cb (NwDateField *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *text = NULL;
  GDate date;

  if (!gtk_widget_get_mapped (self->popover))
    return;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (day),
                  (GDateMonth) g_date_time_get_month (day),
                  (GDateYear) g_date_time_get_year (day));
  text = nw_time_dup_day (&date);
  /* The entry is empty for a moment: taken for typing, that would delete the
   * answer, and hide the questions that follow from it. */
  g_signal_handlers_block_by_func (self->entry, changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  g_signal_handlers_unblock_by_func (self->entry, changed_cb, self);
  changed_cb (self);
}

/* The calendar opens at the day that is typed. */
static void
calendar_shown_cb (NwDateField *self)
{
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  if (nw_time_parse_day (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &date))
    day = g_date_time_new_local (g_date_get_year (&date), g_date_get_month (&date),
                                 g_date_get_day (&date), 12, 0, 0);
  if (day == NULL)
    day = g_date_time_new_now_local ();

  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static GtkWidget *
make_entry (NwDateField *self,
            int          width_chars)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (entry, "nw-answer-entry");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width_chars);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

/* Where many days are asked for, most calendars are never opened. */
static void
create_calendar_cb (GtkMenuButton *button,
                    gpointer       user_data)
{
  NwDateField *self = user_data;

  if (self->popover != NULL)
    return;
  self->calendar = gtk_calendar_new ();
  nw_a11y_set_name (self->calendar, _("Calendar"));
  g_signal_connect_object (self->calendar, "day-selected",
                           G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->calendar);
  g_signal_connect_object (self->popover, "show",
                           G_CALLBACK (calendar_shown_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, self->popover);
}

static GtkWidget *
make_calendar_button (NwDateField *self)
{
  self->calendar_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->calendar_button),
                                 "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->calendar_button),
                                         create_calendar_cb, self, NULL);
  gtk_widget_set_tooltip_text (self->calendar_button, _("Pick a day"));
  nw_a11y_set_name (self->calendar_button, _("Pick a day"));
  return self->calendar_button;
}

/* What the one above the other is for, where there are two. */
static void
add_label (NwDateField *self,
           GtkWidget   *entry,
           const char  *text)
{
  GtkWidget *label = nw_words_new (text, "nw-subheading");

  nw_a11y_set_mnemonic_label (entry, label);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
nw_date_field_build (NwField *field)
{
  NwDateField *self = NW_DATE_FIELD (field);
  const NwItem *item = nw_field_get_definition (field);
  gboolean with_time = item->type == NW_ITEM_DATE_TIME;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->entry = make_entry (self, 11);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), make_calendar_button (self));
  self->hint = nw_words_new ("", "nw-caption");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  if (with_time)
    add_label (self, self->entry, _("Day"));
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  if (with_time)
    {
      self->time_entry = make_entry (self, 11);
      gtk_widget_set_halign (self->time_entry, GTK_ALIGN_START);
      add_label (self, self->time_entry, _("Time"));
      gtk_widget_set_parent (self->time_entry, GTK_WIDGET (self));
    }
}

static void
set_text (NwDateField *self,
          GtkWidget   *entry,
          const char  *text)
{
  if (gtk_widget_get_focus_child (entry) != NULL
      || g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (entry))))
    return;

  g_signal_handlers_block_by_func (entry, changed_cb, self);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_handlers_unblock_by_func (entry, changed_cb, self);
}

/* What is expected; where a day was typed, which one that is, in words: the
 * order of day and month is easily mistaken. */
static void
show_hint (NwDateField *self)
{
  NwField *field = NW_FIELD (self);
  const char *language = nw_screening_get_language (nw_field_get_screening (field));
  g_autofree char *answer = nw_answer_text_format_all (nw_field_get_item (field), language);
  g_autofree char *hint = nw_answer_text_dup_hint (nw_field_get_definition (field));

  gtk_label_set_text (GTK_LABEL (self->hint), answer != NULL ? answer : hint);
}

static void
nw_date_field_refresh (NwField *field)
{
  NwDateField *self = NW_DATE_FIELD (field);
  NwResponseItem *item = nw_field_get_item (field);
  g_autofree char *text = nw_screening_dup_typed (nw_field_get_screening (field), item);
  char *time = NULL;

  show_hint (self);
  if (self->time_entry != NULL)
    {
      time = strchr (text, NW_ANSWER_TIME);
      /* An answer has a space there, and no other. */
      if (time == NULL && nw_response_item_get_n_answers (item) > 0)
        time = strchr (text, ' ');
      if (time != NULL)
        *time++ = '\0';
      set_text (self, self->time_entry, time != NULL ? time : "");
    }
  set_text (self, self->entry, text);
}

static void
nw_date_field_describe (NwField    *field,
                        const char *name,
                        const char *description,
                        gboolean    invalid)
{
  NwDateField *self = NW_DATE_FIELD (field);
  g_autofree char *hint = nw_answer_text_dup_hint (nw_field_get_definition (field));
  /* Translators: %s is a question for a day and a time */
  g_autofree char *day_name = g_strdup_printf (_("%s Day"), name);

  nw_field_describe_control (field, self->entry, self->time_entry != NULL ? day_name : name,
                             description != NULL ? description : hint, invalid);
  if (self->time_entry != NULL)
    {
      /* Translators: %s is a question for a day and a time */
      g_autofree char *time_name = g_strdup_printf (_("%s Time, such as 14:30"), name);

      nw_field_describe_control (field, self->time_entry, time_name, NULL, invalid);
    }
}

static gboolean
nw_date_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (NW_DATE_FIELD (widget)->entry);
}

static void
nw_date_field_class_init (NwDateFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  NwFieldClass *field_class = NW_FIELD_CLASS (klass);

  widget_class->grab_focus = nw_date_field_grab_focus;
  field_class->build = nw_date_field_build;
  field_class->refresh = nw_date_field_refresh;
  field_class->describe = nw_date_field_describe;
}

static void
nw_date_field_init (NwDateField *self)
{
}
