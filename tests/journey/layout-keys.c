/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells which letter is underlined in the words of each control, as somebody
 * sees it who holds Alt.
 *
 * The first line says whether letters are underlined now: "shown" or "hidden".
 * Each further line is: kind, the widget’s type, its letters, its words; by
 * tabs. The kinds are control, field (something is typed into it), answer (a
 * row of a question) and link. A control without words is left out. */

#include "layout-probe.h"

static GtkWidget *
find_words (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget))
    return NULL;
  if (GTK_IS_LABEL (widget))
    {
      g_autofree char *text = g_strdup (gtk_label_get_text (GTK_LABEL (widget)));

      /* A number alone is no name. */
      return *g_strstrip (text) != '\0' && strspn (text, "0123456789") < strlen (text) ? widget : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *words = find_words (child);

      if (words != NULL)
        return words;
    }
  return NULL;
}

/* The label that stands beside a control, for it or for the group that it is in. */
static GtkWidget *
find_words_beside (GtkWidget *widget)
{
  for (GtkWidget *above = widget; above != NULL; above = gtk_widget_get_parent (above))
    {
      g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (above);

      for (GList *l = labels; l != NULL; l = l->next)
        if (gtk_widget_get_mapped (l->data))
          return l->data;
    }
  return NULL;
}

static char *
dup_letters (GtkWidget *label)
{
  GString *letters = g_string_new (NULL);
  PangoAttrList *attributes = pango_layout_get_attributes (gtk_label_get_layout (GTK_LABEL (label)));
  const char *text = gtk_label_get_text (GTK_LABEL (label));
  guint key = gtk_label_get_mnemonic_keyval (GTK_LABEL (label));
  GSList *all = attributes != NULL ? pango_attr_list_get_attributes (attributes) : NULL;

  /* A menu’s letters count without Alt, and GTK need not underline them. */
  if (gtk_widget_get_ancestor (label, GTK_TYPE_POPOVER_MENU) != NULL &&
      key != 0 && key != GDK_KEY_VoidSymbol)
    {
      g_string_append_unichar (letters, gdk_keyval_to_unicode (key));
      return g_string_free (letters, FALSE);
    }

  for (GSList *l = all; l != NULL; l = l->next)
    {
      PangoAttribute *it = l->data;
      const char *place = text + MIN (it->start_index, strlen (text));

      /* The line below a link is longer. */
      if (it->klass->type == PANGO_ATTR_UNDERLINE && *place != '\0' &&
          it->end_index == it->start_index + g_utf8_skip[*(const guchar *) place])
        g_string_append_unichar (letters, g_unichar_tolower (g_utf8_get_char (place)));
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return g_string_free (letters, FALSE);
}

static const char *
find_kind (GtkWidget *widget)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

  if (role == GTK_ACCESSIBLE_ROLE_LINK)
    return "link";
  if (GTK_IS_BUTTON (widget))
    return role == GTK_ACCESSIBLE_ROLE_RADIO || role == GTK_ACCESSIBLE_ROLE_CHECKBOX
             ? "answer" : "control";
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkModelButton"))
    return "control";
  if (GTK_IS_MENU_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_EXPANDER (widget))
    return "control";
  if (GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_SPIN_BUTTON (widget) ||
      GTK_IS_TEXT_VIEW (widget) || GTK_IS_SWITCH (widget) || GTK_IS_SCALE (widget))
    return "field";
  return NULL;
}

static void
add_below (GString   *report,
           GtkWidget *widget)
{
  const char *kind;

  /* GTK underlines nothing in what cannot be pressed. */
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) ||
      GTK_IS_WINDOW_CONTROLS (widget))
    return;

  kind = find_kind (widget);
  if (kind != NULL)
    {
      gboolean is_field = g_str_equal (kind, "field");
      GtkWidget *beside = find_words_beside (widget);
      GtkWidget *words = is_field || beside != NULL ? beside : find_words (widget);
      g_autofree char *letters = words != NULL ? dup_letters (words) : NULL;
      g_autofree char *text = g_strdup (words != NULL ? gtk_label_get_text (GTK_LABEL (words)) : "");

      g_strdelimit (text, "\n\t", ' ');
      if (words != NULL || is_field)
        g_string_append_printf (report, "%s\t%s\t%s\t%s\n", kind, G_OBJECT_TYPE_NAME (widget),
                                letters != NULL ? letters : "", text);
      if (!GTK_IS_EXPANDER (widget))
        return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child))
      add_below (report, child);
}

void
layout_probe_write_keys (GtkWidget *window,
                         GString   *report)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;
  GtkWidget *scope = popover != NULL ? popover : window;
  gboolean shown;

  g_object_get (scope, "mnemonics-visible", &shown, NULL);
  shown |= GTK_IS_POPOVER_MENU (scope);
  g_string_append_printf (report, "%s\n", shown ? "shown" : "hidden");
  add_below (report, scope);
}
