/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A link of a form, which shows where it truly leads before it is followed. */

#include "config.h"

#include "view/screening/nw-support-link.h"

#include <glib/gi18n.h>

#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

/* The host as computers see it: no name that only looks like another one, and
 * nothing that stands before it. */
static char *
dup_host (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL || *host == '\0'
      || (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0))
    return NULL;
  return g_hostname_to_ascii (host);
}

/**
 * nw_support_link_new:
 * @address: where it leads
 *
 * Only addresses of the web can be opened; any other is shown as words.
 *
 * Returns: (transfer floating): the link
 */
GtkWidget *
nw_support_link_new (const char *address)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *host = NULL;
  g_autofree char *where = NULL;
  GtkWidget *link;
  GtkWidget *words;

  g_return_val_if_fail (address != NULL, NULL);

  host = dup_host (address);
  gtk_widget_add_css_class (box, "nw-support-link");
  gtk_box_append (GTK_BOX (box),
                  nw_words_new (_("The form names this address for more to read:"),
                                "nw-caption"));
  if (host == NULL)
    {
      gtk_box_append (GTK_BOX (box), nw_words_new (address, "nw-body"));
      return box;
    }

  link = gtk_link_button_new (address);
  words = nw_words_new (address, "nw-link");
  gtk_button_set_child (GTK_BUTTON (link), words);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (link, address);
  /* Translators: %s is the name of a computer on the web, such as www.nhs.uk */
  where = g_strdup_printf (_("It opens %s in your browser."), host);
  nw_a11y_set_name (link, address);
  nw_a11y_set_description (link, where);
  gtk_box_append (GTK_BOX (box), link);
  gtk_box_append (GTK_BOX (box), nw_words_new (where, "nw-caption"));
  return box;
}
