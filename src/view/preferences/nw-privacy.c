/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small window that says what is kept where. */

#include "config.h"

#include "view/preferences/nw-privacy.h"

#include <glib/gi18n.h>

#include "view/plan/nw-plan-delete.h"
#include "view/plan/nw-plan-parts.h"
#include "view/screening/nw-heading.h"
#include "view/widgets/nw-a11y.h"

struct _NwPrivacy
{
  GtkWindow  parent_instance;

  GtkWidget *texts;
};

G_DEFINE_FINAL_TYPE (NwPrivacy, nw_privacy, GTK_TYPE_WINDOW)

/* README.md says the same in the same words; a test compares the two, and
 * counts: together they stay under 150 words. */
static const struct
{
  const char *heading;
  const char *text;
} sections[] = {
  { N_("Network"),
    N_("Needlewise opens no connection. A link opens in your browser when you choose it.") },
  { N_("Answers"),
    N_("Your answers stay in the program’s memory, and go when it closes or you choose Forget My "
       "Answers, unless you print, copy or save them, or ask to have them kept. Other programs can "
       "read what you copy. A crash leaves no copy of them.") },
  { N_("Files"),
    /* Translators: %s is the path of a folder */
    N_("What you write under Prepare, and answers you ask to keep, are in %s, each with one "
       "earlier copy. Only your user account can read them.") },
  { N_("Settings"),
    N_("They hold the window’s size, the page shown last, your place in the article and your "
       "preferences.") },
  { N_("Reminders"),
    N_("They start from one entry in your autostart folder, which goes when nothing is left to "
       "remind of.") },
  { N_("Deleting"),
    N_("Delete Everything removes all of this. It cannot reach what you printed, copied or saved "
       "elsewhere, nor backups.") },
};

/* The heading takes the focus, so that one goes from section to section by Tab
 * and hears each. */
static GtkWidget *
new_section (const char *heading,
             const char *text)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GENERIC,
                                 "orientation", GTK_ORIENTATION_VERTICAL,
                                 "spacing", 3,
                                 NULL);
  GtkWidget *title = nw_heading_new (heading, "nw-subheading");

  nw_a11y_set_description (title, text);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), nw_plan_parts_new_label (text, "nw-body"));
  return box;
}

static void
delete_clicked_cb (NwPrivacy *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  /* What has been deleted is told in the window below. */
  gtk_window_destroy (GTK_WINDOW (self));
  nw_plan_delete_ask (GTK_WIDGET (parent));
}

/* Not before it is shown: GTK 4.8 would tell no screen reader. */
static void
nw_privacy_map (GtkWidget *widget)
{
  NwPrivacy *self = NW_PRIVACY (widget);

  GTK_WIDGET_CLASS (nw_privacy_parent_class)->map (widget);

  gtk_widget_child_focus (self->texts, GTK_DIR_TAB_FORWARD);
}

static void
nw_privacy_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), NW_TYPE_PRIVACY);

  G_OBJECT_CLASS (nw_privacy_parent_class)->dispose (object);
}

static void
nw_privacy_class_init (NwPrivacyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_privacy_dispose;
  widget_class->map = nw_privacy_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-privacy.ui");
  gtk_widget_class_bind_template_child (widget_class, NwPrivacy, texts);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
nw_privacy_init (NwPrivacy *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  nw_a11y_set_name (GTK_WIDGET (self), _("Privacy"));
}

/* The format comes from a translation, so that nothing but one %s is put in. */
static char *
dup_text (const char *text,
          const char *folder)
{
  g_auto (GStrv) parts = g_strsplit (text, "%s", 2);

  return parts[1] == NULL ? g_strdup (text) : g_strconcat (parts[0], folder, parts[1], NULL);
}

/**
 * nw_privacy_new:
 * @parent: the window over which to show it
 * @folder: (type filename): where the program keeps its files
 *
 * Makes the window that says what is kept where, in under 150 words.
 *
 * Returns: (transfer none): the window; GTK owns it
 */
GtkWidget *
nw_privacy_new (GtkWindow  *parent,
                const char *folder)
{
  g_autofree char *path = NULL;
  NwPrivacy *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  self = g_object_new (NW_TYPE_PRIVACY,
                       "application", gtk_window_get_application (parent),
                       "transient-for", parent,
                       NULL);
  path = g_filename_display_name (folder);
  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autofree char *text = dup_text (_(sections[i].text), path);

      gtk_box_append (GTK_BOX (self->texts), new_section (_(sections[i].heading), text));
    }
  return GTK_WIDGET (self);
}
