/* SPDX-License-Identifier: GPL-3.0-or-later */
/* On the first page of somebody else’s form: whose it is, and what to know of it before filling it in. */

#include "config.h"

#include "view/screening/nw-form-about.h"

#include <glib/gi18n.h>

#include "model/screening/nw-answer-text.h"
#include "model/screening/nw-form-remarks.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

/* More than anyone reads; the tool needlewise-form lists all. */
#define MAX_DETAILS 100

static GtkWidget *
add_card (GtkWidget  *box,
          const char *title)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (card, "nw-card");
  gtk_box_append (GTK_BOX (card), nw_words_new (title, "nw-subheading"));
  gtk_box_append (GTK_BOX (box), card);
  return card;
}

static void
add_fact (GtkWidget  *card,
          const char *label,
          const char *value)
{
  g_autofree char *text = NULL;

  if (value == NULL || *value == '\0')
    return;
  /* Translators: what it is, and the value, such as “Licence number: 12345” */
  text = g_strdup_printf (_("%s: %s"), label, value);
  gtk_box_append (GTK_BOX (card), nw_words_new (text, "nw-body"));
}

static void
add_facts (GtkWidget   *box,
           NwScreening *screening)
{
  NwQuestionnaire *form = nw_screening_get_questionnaire (screening);
  const char *publisher = nw_questionnaire_get_publisher (form);
  const char *language = nw_questionnaire_get_language (form);
  const char *date = nw_questionnaire_get_date (form);
  GtkWidget *card = add_card (box, _("What the File Says of Itself"));

  add_fact (card, _("Publisher"), publisher != NULL ? publisher : _("not named"));
  add_fact (card, _("Version"), nw_questionnaire_get_version (form));
  if (date != NULL)
    {
      g_autofree char *words = nw_answer_text_format_date (date);

      add_fact (card, _("Date of the form"), words);
    }
  if (language != NULL)
    add_fact (card, _("Language"), nw_form_remarks_get_language (language));
  add_fact (card, _("Copyright"), nw_questionnaire_get_copyright (form));
}

static void
add_remarks (GtkWidget       *box,
             NwQuestionnaire *form)
{
  g_autoptr (GPtrArray) remarks = nw_form_remarks_list (form);
  GtkWidget *card;

  if (remarks->len == 0)
    return;
  card = add_card (box, _("Please Note"));
  for (guint i = 0; i < remarks->len; i++)
    gtk_box_append (GTK_BOX (card),
                    nw_words_new_bullet (g_ptr_array_index (remarks, i), "nw-body"));
}

static void
add_details (GtkWidget       *box,
             NwQuestionnaire *form)
{
  NwFindings *findings = nw_questionnaire_get_findings (form);
  guint n = nw_findings_get_length (findings);
  guint n_all = n + nw_findings_get_n_more (findings);
  g_autofree char *title = NULL;
  GtkWidget *expander;
  GtkWidget *label;
  GtkWidget *lines;

  if (n == 0)
    return;
  /* Translators: %u is how many technical remarks there are */
  title = g_strdup_printf (ngettext ("Details for those who wrote the form (%u)",
                                     "Details for those who wrote the form (%u)", n_all), n_all);
  expander = gtk_expander_new (title);
  label = gtk_expander_get_label_widget (GTK_EXPANDER (expander));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  nw_a11y_set_name (expander, title);
  gtk_widget_add_css_class (expander, "nw-why");
  lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  for (guint i = 0; i < MIN (n, MAX_DETAILS); i++)
    {
      g_autofree char *line = nw_findings_dup_line (findings, i);

      gtk_box_append (GTK_BOX (lines), nw_words_new (line, "nw-caption"));
    }
  gtk_expander_set_child (GTK_EXPANDER (expander), lines);
  /* GTK 4.18 lets Tab look for the focus within what is folded away. */
  g_object_bind_property (expander, "expanded", lines, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), expander);
}

/**
 * nw_form_about_new:
 * @screening: a walk through somebody else’s form
 *
 * Returns: (transfer floating): what is known of the form
 */
GtkWidget *
nw_form_about_new (NwScreening *screening)
{
  GtkWidget *box;
  NwQuestionnaire *form;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  form = nw_screening_get_questionnaire (screening);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  add_remarks (box, form);
  add_facts (box, screening);
  gtk_box_append (GTK_BOX (box),
                  nw_words_new (_("Your answers stay in this window until you save, copy or print "
                                  "them at the end. Nothing is sent to anybody. Save and Continue "
                                  "Later keeps the answers and the form on this computer, for you "
                                  "alone."),
                                "nw-body"));
  add_details (box, form);
  return box;
}
