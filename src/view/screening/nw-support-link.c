/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A link of a form, which shows where it truly leads before it is followed. */

#include "config.h"

#include "view/screening/nw-support-link.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/screening/nw-form-file.h"
#include "view/screening/nw-words.h"
#include "view/widgets/nw-a11y.h"

/* Only what RFC 3986 lets stand in an address. About the rest browsers and this
 * program need not agree: `https://one\@two/` leads to one there, to two here. */
static gboolean
is_plain (const char *address)
{
  for (const char *c = address; *c != '\0'; c++)
    if ((guchar) *c < 0x80 && !g_ascii_isalnum (*c)
        && strchr ("-._~:/?#[]@!$&'()*+,;=%", *c) == NULL)
      return FALSE;
  return TRUE;
}

/* The address as computers see it. The host is no name that only looks like
 * another one, and nothing outside ASCII is left that could turn the text. */
static char *
dup_true_address (const char  *address,
                  char       **host)
{
  g_autoptr (GUri) uri = is_plain (address) ? g_uri_parse (address, G_URI_FLAGS_ENCODED, NULL)
                                            : NULL;
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;
  g_autofree char *joined = NULL;

  if (uri == NULL || g_uri_get_host (uri) == NULL
      || (g_strcmp0 (scheme, "https") != 0 && g_strcmp0 (scheme, "http") != 0))
    return NULL;
  *host = g_hostname_to_ascii (g_uri_get_host (uri));
  if (*host == NULL || **host == '\0' || strchr (*host, '%') != NULL)
    {
      g_clear_pointer (host, g_free);
      return NULL;
    }
  joined = g_uri_join (G_URI_FLAGS_ENCODED, scheme, g_uri_get_userinfo (uri), *host,
                       g_uri_get_port (uri), g_uri_get_path (uri), g_uri_get_query (uri),
                       g_uri_get_fragment (uri));
  return g_uri_escape_string (joined, "-._~:/?#[]@!$&'()*+,;=%", FALSE);
}

/**
 * nw_support_link_new:
 * @address: where it leads
 *
 * Only addresses of the web can be opened; any other is shown as words. What is
 * shown is what is opened, letter by letter.
 *
 * Returns: (transfer floating): the link
 */
GtkWidget *
nw_support_link_new (const char *address)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *host = NULL;
  g_autofree char *where = NULL;
  g_autofree char *true_address = NULL;
  GtkWidget *link;
  GtkWidget *words;

  g_return_val_if_fail (address != NULL, NULL);

  true_address = dup_true_address (address, &host);
  gtk_widget_add_css_class (box, "nw-support-link");
  gtk_box_append (GTK_BOX (box),
                  nw_words_new (_("The form names this address for more to read:"),
                                "nw-caption"));
  if (true_address == NULL)
    {
      g_autofree char *shown = nw_form_file_dup_line (address);

      gtk_box_append (GTK_BOX (box), nw_words_new (shown, "nw-body"));
      return box;
    }

  link = gtk_link_button_new (true_address);
  words = nw_words_new (true_address, "nw-link");
  gtk_button_set_child (GTK_BUTTON (link), words);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (link, true_address);
  /* Translators: %s is the name of a computer on the web, such as www.nhs.uk */
  where = g_strdup_printf (_("It opens %s in your browser."), host);
  nw_a11y_set_name (link, true_address);
  nw_a11y_set_description (link, where);
  gtk_box_append (GTK_BOX (box), link);
  gtk_box_append (GTK_BOX (box), nw_words_new (where, "nw-caption"));
  return box;
}
