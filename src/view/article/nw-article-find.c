/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar that finds words in the article while they are typed. */

#include "config.h"

#include "view/article/nw-article-find.h"

#include <glib/gi18n.h>

#include "model/article/nw-text-fold.h"
#include "view/widgets/nw-a11y.h"

/* A match in the text with this number of this piece. */
typedef struct
{
  guint   piece;
  guint   text;
  NwMatch match;
} Hit;

struct _NwArticleFind
{
  GtkWidget        parent_instance;

  GtkWidget       *bar;
  GtkWidget       *entry;
  GtkWidget       *count;
  GtkWidget       *previous_button;
  GtkWidget       *next_button;
  GtkWidget       *close_button;

  NwArticleView   *view;
  NwArticleScroll *scroll;
  /* The texts of each piece, whether it has widgets or not; while the bar is open. */
  GPtrArray       *texts;
  /* The labels of the pieces that have any, by the piece. */
  GHashTable      *labels;
  /* The labels in which matches are marked. */
  GHashTable      *marked;
  GArray          *hits;
  int              current;

  /* Where the reader was when the search began. */
  double           origin;
};

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (NwArticleFind, nw_article_find, GTK_TYPE_WIDGET)

/* Highlighting */

static GdkRGBA
look_up_color (NwArticleFind *self,
               const char    *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  return color;
}

static void
insert_attribute (PangoAttrList  *list,
                  PangoAttribute *attribute,
                  const NwMatch  *match)
{
  attribute->start_index = (guint) match->start;
  attribute->end_index = (guint) match->end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_color (PangoAttrList  *list,
              PangoAttribute *(*create) (guint16, guint16, guint16),
              const GdkRGBA  *color,
              const NwMatch  *match)
{
  insert_attribute (list,
                    create ((guint16) (color->red * G_MAXUINT16),
                            (guint16) (color->green * G_MAXUINT16),
                            (guint16) (color->blue * G_MAXUINT16)),
                    match);
}

static const Hit *
get_hit (NwArticleFind *self,
         int            hit)
{
  return &g_array_index (self->hits, Hit, hit);
}

/* The label that shows a match, where it is built. */
static GtkLabel *
find_label (NwArticleFind *self,
            const Hit     *hit)
{
  GPtrArray *labels = g_hash_table_lookup (self->labels, GUINT_TO_POINTER (hit->piece));

  if (labels == NULL)
    {
      labels = nw_article_view_dup_labels (self->view, hit->piece);
      g_hash_table_insert (self->labels, GUINT_TO_POINTER (hit->piece), labels);
    }
  return hit->text < labels->len ? g_ptr_array_index (labels, hit->text) : NULL;
}

/* Marks the matches of one text, of which @first is the first. Every match has
 * a line below it as well, for those who see no colours. */
static void
highlight_label (NwArticleFind *self,
                 guint          first)
{
  const Hit *beginning = get_hit (self, (int) first);
  GtkLabel *label = find_label (self, beginning);
  GdkRGBA accent = look_up_color (self, "nw_accent");
  GdkRGBA on_accent = look_up_color (self, "nw_on_accent");
  GdkRGBA tint = look_up_color (self, "nw_ask_first_tint");
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  if (label == NULL)
    return;
  for (guint i = first; i < self->hits->len; i++)
    {
      const Hit *hit = get_hit (self, (int) i);
      gboolean is_current = (int) i == self->current;

      if (hit->piece != beginning->piece || hit->text != beginning->text)
        break;
      insert_attribute (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), &hit->match);
      insert_color (list, pango_attr_background_new, is_current ? &accent : &tint, &hit->match);
      if (is_current)
        insert_color (list, pango_attr_foreground_new, &on_accent, &hit->match);
    }
  gtk_label_set_attributes (label, list);
  g_hash_table_add (self->marked, g_object_ref (label));
}

static gboolean
is_first_of_label (NwArticleFind *self,
                   guint          hit)
{
  return hit == 0 || get_hit (self, (int) hit - 1)->piece != get_hit (self, (int) hit)->piece
         || get_hit (self, (int) hit - 1)->text != get_hit (self, (int) hit)->text;
}

static void
highlight_label_of (NwArticleFind *self,
                    int            hit)
{
  guint first = (guint) hit;

  while (!is_first_of_label (self, first))
    first--;
  highlight_label (self, first);
}

/* Within a screen of the reader. */
static gboolean
is_near (NwArticleFind *self,
         GtkLabel      *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  double page = scroller != NULL ? gtk_widget_get_height (scroller) : 0;
  double offset = nw_article_scroll_get_position (self->scroll, widget)
                  - nw_article_scroll_get_position (self->scroll, NULL);

  return gtk_widget_get_height (widget) > 0 && offset < 2 * page
         && offset + gtk_widget_get_height (widget) > -page;
}

/* A text with marks is set anew, so only those get any that may be seen; the
 * others do when the reader comes. */
static void
highlight_near (NwArticleFind *self)
{
  for (guint i = 0; i < self->hits->len; i++)
    {
      GtkLabel *label = is_first_of_label (self, i) ? find_label (self, get_hit (self, (int) i))
                                                    : NULL;

      if (label != NULL && !g_hash_table_contains (self->marked, label) && is_near (self, label))
        highlight_label (self, i);
    }
}

static void
clear_hits (NwArticleFind *self)
{
  GHashTableIter iter;
  gpointer label;

  g_hash_table_iter_init (&iter, self->marked);
  while (g_hash_table_iter_next (&iter, &label, NULL))
    gtk_label_set_attributes (label, NULL);
  g_hash_table_remove_all (self->marked);
  g_array_set_size (self->hits, 0);
  self->current = -1;
}

/* Searching */

static void
show_count (NwArticleFind *self)
{
  g_autofree char *text = NULL;
  gboolean is_empty = *gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0';

  if (is_empty)
    text = g_strdup ("");
  else if (self->hits->len == 0)
    text = g_strdup (_("Not found"));
  else
    /* Translators: in a search: the third of twelve places */
    text = g_strdup_printf (_("%d of %u"), self->current + 1, self->hits->len);

  gtk_label_set_text (GTK_LABEL (self->count), text);
  gtk_widget_set_sensitive (self->previous_button, self->hits->len > 0);
  gtk_widget_set_sensitive (self->next_button, self->hits->len > 0);
  nw_a11y_set_description (self->entry, text);
  nw_a11y_set_invalid (self->entry, !is_empty && self->hits->len == 0);
  if (!is_empty)
    nw_a11y_announce (self->entry, text);
}

static void
show_hit (NwArticleFind *self)
{
  show_count (self);
  if (self->current >= 0)
    {
      const Hit *hit = get_hit (self, self->current);

      while (!nw_article_view_build (self->view, hit->piece))
        ;
      nw_article_scroll_show_text (self->scroll, find_label (self, hit), hit->match.start);
    }
}

/* Where a match is, in pixels; about where it is not built yet. */
static double
find_position (NwArticleFind *self,
               const Hit     *hit)
{
  GtkLabel *label = find_label (self, hit);
  double position = label != NULL
                    ? nw_article_scroll_get_position (self->scroll, GTK_WIDGET (label)) : -1;

  return position >= 0 ? position : nw_article_view_get_piece_top (self->view, hit->piece);
}

static void
collect_hits (NwArticleFind *self,
              const char    *needle)
{
  for (guint i = 0; i < self->texts->len; i++)
    {
      GPtrArray *texts = g_ptr_array_index (self->texts, i);

      for (guint j = 0; j < texts->len; j++)
        {
          g_autoptr (GArray) matches = nw_text_find_folded (g_ptr_array_index (texts, j), needle);

          for (guint k = 0; k < matches->len; k++)
            {
              Hit hit = { i, j, g_array_index (matches, NwMatch, k) };

              g_array_append_val (self->hits, hit);
            }
        }
    }
}

/* The first one from where the reader was. */
static void
choose_hit (NwArticleFind *self)
{
  for (guint i = 0; i < self->hits->len && self->current < 0; i++)
    if (find_position (self, get_hit (self, (int) i)) >= self->origin)
      self->current = (int) i;
  if (self->current < 0 && self->hits->len > 0)
    self->current = 0;
}

static void
gather_texts (NwArticleFind *self)
{
  guint n = nw_article_view_get_n_pieces (self->view);

  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->texts, nw_article_view_dup_texts (self->view, i));
}

static void
search (NwArticleFind *self)
{
  g_autofree char *needle = nw_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  clear_hits (self);
  if (self->texts == NULL)
    gather_texts (self);
  collect_hits (self, needle);
  choose_hit (self);
  highlight_near (self);
  show_hit (self);
}

/* A match that had no widget has one now; it is marked once it has a place. */
static void
built_cb (NwArticleFind *self,
          guint          piece)
{
  g_hash_table_remove (self->labels, GUINT_TO_POINTER (piece));
}

/* Callbacks */

static void
previous_cb (NwArticleFind *self)
{
  nw_article_find_step (self, -1);
}

static void
next_cb (NwArticleFind *self)
{
  nw_article_find_step (self, 1);
}

static gboolean
key_pressed_cb (NwArticleFind   *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
      || (state & gtk_accelerator_get_default_mod_mask ()) != GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;
  nw_article_find_step (self, -1);
  return GDK_EVENT_STOP;
}

/* Overrides */

static void
nw_article_find_dispose (GObject *object)
{
  NwArticleFind *self = NW_ARTICLE_FIND (object);

  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_object (&self->view);
  g_clear_object (&self->scroll);
  gtk_widget_dispose_template (GTK_WIDGET (self), NW_TYPE_ARTICLE_FIND);

  G_OBJECT_CLASS (nw_article_find_parent_class)->dispose (object);
}

static void
nw_article_find_class_init (NwArticleFindClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nw_article_find_dispose;

  /**
   * NwArticleFind::closed:
   * @label: (nullable): the text with the last match
   *
   * The reader has found what was looked for, or has given up.
   */
  signals[CLOSED] = g_signal_new ("closed",
                                  NW_TYPE_ARTICLE_FIND,
                                  G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL,
                                  G_TYPE_NONE,
                                  1, GTK_TYPE_LABEL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               NW_RESOURCE_PATH "/ui/nw-article-find.ui");
  gtk_widget_class_bind_template_child (widget_class, NwArticleFind, bar);
  gtk_widget_class_bind_template_child (widget_class, NwArticleFind, entry);
  gtk_widget_class_bind_template_child (widget_class, NwArticleFind, count);
  gtk_widget_class_bind_template_child (widget_class, NwArticleFind, previous_button);
  gtk_widget_class_bind_template_child (widget_class, NwArticleFind, next_button);
  gtk_widget_class_bind_template_child (widget_class, NwArticleFind, close_button);
}

static void
nw_article_find_init (NwArticleFind *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  nw_a11y_set_name (self->entry, _("Find in the article"));

  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->marked = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->current = -1;

  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "next-match", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "previous-match", G_CALLBACK (previous_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "stop-search", G_CALLBACK (nw_article_find_close), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->previous_button, "clicked", G_CALLBACK (previous_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next_button, "clicked", G_CALLBACK (next_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->close_button, "clicked", G_CALLBACK (nw_article_find_close), self,
                           G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
}

/**
 * nw_article_find_new:
 * @view: what to search
 * @scroll: what shows a match
 *
 * Returns: (transfer floating): the bar, not open yet
 */
GtkWidget *
nw_article_find_new (NwArticleView   *view,
                     NwArticleScroll *scroll)
{
  NwArticleFind *self;

  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (view), NULL);
  g_return_val_if_fail (NW_IS_ARTICLE_SCROLL (scroll), NULL);

  self = g_object_new (NW_TYPE_ARTICLE_FIND, NULL);
  self->view = g_object_ref (view);
  self->scroll = g_object_ref (scroll);
  g_signal_connect_object (view, "built", G_CALLBACK (built_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scroll, "scrolled", G_CALLBACK (highlight_near), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * nw_article_find_open:
 * @self: the bar
 *
 * Shows the bar and begins a search here.
 */
void
nw_article_find_open (NwArticleFind *self)
{
  g_return_if_fail (NW_IS_ARTICLE_FIND (self));

  self->origin = nw_article_scroll_get_position (self->scroll, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  nw_article_find_refresh (self);
}

/**
 * nw_article_find_close:
 * @self: the bar
 *
 * Hides the bar; the match that was shown last becomes the selection.
 */
void
nw_article_find_close (NwArticleFind *self)
{
  GtkLabel *label = NULL;

  g_return_if_fail (NW_IS_ARTICLE_FIND (self));

  if (self->current >= 0)
    {
      const Hit *hit = get_hit (self, self->current);
      const char *text;

      label = find_label (self, hit);
      text = gtk_label_get_text (label);
      gtk_label_select_region (label,
                               (int) g_utf8_pointer_to_offset (text, text + hit->match.start),
                               (int) g_utf8_pointer_to_offset (text, text + hit->match.end));
    }
  clear_hits (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[CLOSED], 0, label);
  g_hash_table_remove_all (self->labels);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
}

/**
 * nw_article_find_step:
 * @self: the bar
 * @step: 1 for the next match, -1 for the one before
 *
 * Goes to another match; behind the last comes the first. Opens the bar where
 * there is nothing to look for.
 */
void
nw_article_find_step (NwArticleFind *self,
                      int            step)
{
  int before;

  g_return_if_fail (NW_IS_ARTICLE_FIND (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      nw_article_find_open (self);
      return;
    }
  if (self->hits->len == 0)
    return;

  before = self->current;
  self->current = (self->current + step + (int) self->hits->len) % (int) self->hits->len;
  highlight_label_of (self, before);
  highlight_label_of (self, self->current);
  show_hit (self);
}

/**
 * nw_article_find_refresh:
 * @self: the bar
 *
 * Searches anew: the article’s texts are in another order now.
 */
void
nw_article_find_refresh (NwArticleFind *self)
{
  g_return_if_fail (NW_IS_ARTICLE_FIND (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  clear_hits (self);
  g_hash_table_remove_all (self->labels);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  search (self);
}

/**
 * nw_article_find_get_n_hits:
 * @self: the bar
 *
 * Returns: how many matches there are
 */
guint
nw_article_find_get_n_hits (NwArticleFind *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_FIND (self), 0);

  return self->hits->len;
}

/**
 * nw_article_find_get_current:
 * @self: the bar
 *
 * Returns: which match is shown, from 0, or -1
 */
int
nw_article_find_get_current (NwArticleFind *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_FIND (self), -1);

  return self->current;
}
