/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In place of a form that cannot be shown: what is wrong, where, and what can be done. */

#include "config.h"

#include "view/screening/nw-form-fault.h"

#include <glib/gi18n.h>

#include "model/screening/nw-form-file.h"
#include "view/screening/nw-heading.h"
#include "view/screening/nw-words.h"

static void
add_button (GtkWidget  *box,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "nw-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
}

/**
 * nw_form_fault_new:
 * @name: the file’s name
 * @error: why it cannot be shown
 *
 * Returns: (transfer floating): a page that says so
 */
GtkWidget *
nw_form_fault_new (const char   *name,
                   const GError *error)
{
  GtkWidget *box;
  GtkWidget *details;
  GtkWidget *line;
  g_autofree char *text = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error != NULL, NULL);

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), nw_heading_new (_("The Form Can’t Be Shown"), "nw-title"));
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("This is about the file “%s”."), name);
  gtk_box_append (GTK_BOX (box), nw_words_new (text, "nw-lead"));
  gtk_box_append (GTK_BOX (box), nw_words_new (nw_form_file_get_reason (error), "nw-body"));

  details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (details, "nw-card");
  gtk_box_append (GTK_BOX (details),
                  nw_words_new (_("For Those Who Gave You the Form"), "nw-subheading"));
  line = nw_words_new (error->message, "nw-caption");
  gtk_label_set_selectable (GTK_LABEL (line), TRUE);
  gtk_label_set_lines (GTK_LABEL (line), 12);
  gtk_label_set_ellipsize (GTK_LABEL (line), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (details), line);
  gtk_box_append (GTK_BOX (box), details);

  add_button (box, _("Open Another Form"), "win.open-form");
  add_button (box, _("Back to the Questions"), "screening.dismiss-fault");
  return box;
}
