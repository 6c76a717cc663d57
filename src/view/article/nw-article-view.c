/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The article’s column of text, built piece by piece. */

#include "config.h"

#include "view/article/nw-article-view.h"

#include <glib/gi18n.h>

#include "view/article/nw-article-block.h"
#include "view/article/nw-article-options.h"
#include "view/article/nw-article-start.h"
#include "view/article/nw-article-text.h"
#include "view/article/nw-source-link.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-clamp.h"
#include "view/widgets/nw-note.h"

/* The reading column, and what a table may take beyond it. */
#define COLUMN_CHARS 73
#define TABLE_CHARS 104
#define SOURCES_ID "sources"

struct _NwArticleView
{
  GtkBox         parent_instance;

  NwArticle     *article;
  NwLayout       layout;
  GtkWidget     *title;

  /* A widget for each section, and one for the sources behind them. */
  GPtrArray     *places;
  GPtrArray     *headings;
  GPtrArray     *options;

  /* Where building goes on. */
  guint          section;
  gsize          block;
  GtkWidget     *run;
  GtkWidget     *sources;
};

G_DEFINE_FINAL_TYPE (NwArticleView, nw_article_view, GTK_TYPE_BOX)

/* Building */

static GtkWidget *
append_clamp (GtkWidget *box,
              int        max_chars,
              GtkWidget *child)
{
  GtkWidget *clamp = nw_clamp_new ();

  g_object_set (clamp, "max-chars", max_chars, NULL);
  nw_clamp_set_child (NW_CLAMP (clamp), child);
  gtk_box_append (GTK_BOX (box), clamp);
  return child;
}

static GtkWidget *
create_run (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
}

/* Copying. GTK selects within one text only; with the focus on a heading,
 * Ctrl+C takes the whole section. */

static void
append_texts (GtkWidget *widget,
              GString   *text)
{
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  else if (!GTK_IS_NATIVE (widget) && !NW_IS_SOURCE_LINK (widget))
    for (GtkWidget *child = gtk_widget_get_first_child (widget);
         child != NULL;
         child = gtk_widget_get_next_sibling (child))
      append_texts (child, text);
}

static gboolean
copy_cb (GtkWidget *heading,
         GVariant  *arguments,
         gpointer   user_data)
{
  NwArticleView *self = NW_ARTICLE_VIEW (gtk_widget_get_ancestor (heading, NW_TYPE_ARTICLE_VIEW));
  g_autoptr (GString) text = g_string_new (NULL);
  guint place;

  if (g_ptr_array_find (self->headings, heading, &place))
    {
      nw_article_view_build_to (self, place);
      append_texts (g_ptr_array_index (self->places, place), text);
    }
  else
    append_texts (gtk_widget_get_first_child (GTK_WIDGET (self)), text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (heading), text->str);
  nw_note_show (heading, _("The section is copied."), NULL, NULL);
  return GDK_EVENT_STOP;
}

static void
add_copying (GtkWidget *heading)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                      gtk_callback_action_new (copy_cb, NULL, NULL)));
  gtk_widget_add_controller (heading, controller);
}

/* A heading that can take the focus, so that a screen reader begins there; a
 * label refuses it. */
static GtkWidget *
create_heading (const char *text,
                const char *css_class,
                int         number)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX,
                                 "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                 "focusable", TRUE,
                                 "spacing", 12,
                                 NULL);
  GtkWidget *heading = nw_article_heading_new (text, css_class);

  if (number > 0)
    {
      g_autofree char *digits = g_strdup_printf ("%d", number);
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                       "label", digits,
                                       "yalign", 0.0,
                                       NULL);

      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "nw-section-number");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_widget_add_css_class (box, "nw-heading");
  nw_a11y_set_name (box, text);
  add_copying (box);
  return box;
}

static char *
describe (NwArticle *article)
{
  g_autoptr (GDate) reviewed = nw_article_dup_reviewed (article);
  guint minutes = nw_article_get_minutes (article);
  char date[64];

  /* Translators: a month and a year, as strftime() writes it */
  g_date_strftime (date, sizeof date, _("%B %Y"), reviewed);
  /* Translators: below the title; %s is a month and a year, %u minutes of reading */
  return g_strdup_printf (ngettext ("Reviewed %s · %u minute to read · sources at the end",
                                    "Reviewed %s · %u minutes to read · sources at the end",
                                    minutes),
                          date, minutes);
}

static void
build_head (NwArticleView *self)
{
  const NwArticleBlock *picture = nw_article_get_lead_picture (self->article);
  char **summary = nw_article_get_summary (self->article);
  g_autofree char *description = describe (self->article);
  GtkWidget *run = create_run ();
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card = g_object_new (GTK_TYPE_BOX,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "spacing", 6,
                                  NULL);

  self->title = create_heading (nw_article_get_title (self->article), "nw-title", 0);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), nw_article_label_new (description, "nw-caption"));
  gtk_box_append (GTK_BOX (run), words);
  gtk_box_append (GTK_BOX (run), nw_article_start_new ());
  if (picture != NULL)
    gtk_box_append (GTK_BOX (run), nw_article_block_new (self->article, picture));

  gtk_widget_add_css_class (card, "nw-summary");
  gtk_box_append (GTK_BOX (card), nw_article_heading_new (_("In Short"), "nw-subheading"));
  for (gsize i = 0; summary[i] != NULL; i++)
    gtk_box_append (GTK_BOX (card), nw_article_label_new (summary[i], "nw-body"));
  nw_a11y_set_name (card, _("In Short"));
  gtk_box_append (GTK_BOX (run), card);
  append_clamp (GTK_WIDGET (self), COLUMN_CHARS, run);
}

static GtkWidget *
add_place (NwArticleView *self,
           const char    *heading,
           int            number)
{
  GtkWidget *place = g_object_new (GTK_TYPE_BOX,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_REGION,
                                   "orientation", GTK_ORIENTATION_VERTICAL,
                                   "spacing", 12,
                                   NULL);
  GtkWidget *box = create_heading (heading, "nw-section", number);

  gtk_widget_add_css_class (place, "nw-place");
  nw_a11y_set_name (place, heading);
  gtk_box_append (GTK_BOX (self), place);
  g_ptr_array_add (self->places, place);
  g_ptr_array_add (self->headings, box);
  self->run = append_clamp (place, COLUMN_CHARS, create_run ());
  gtk_box_append (GTK_BOX (self->run), box);
  return place;
}

static void
build_block (NwArticleView        *self,
             const NwArticleBlock *block)
{
  GtkWidget *place = g_ptr_array_index (self->places, self->section);
  GtkWidget *widget;

  if (block == nw_article_get_lead_picture (self->article))
    return;

  widget = nw_article_block_new (self->article, block);
  if (block->kind != NW_BLOCK_OPTIONS)
    {
      gtk_box_append (GTK_BOX (self->run), widget);
      return;
    }

  /* A table may be wider than the column; what follows it is not. */
  append_clamp (place, TABLE_CHARS, widget);
  nw_article_options_set_layout (NW_ARTICLE_OPTIONS (widget), self->layout);
  g_ptr_array_add (self->options, widget);
  self->run = append_clamp (place, COLUMN_CHARS, create_run ());
}

static void
build_source (NwArticleView *self)
{
  guint n = nw_article_get_n_sources (self->article);

  if (self->block == 0)
    {
      add_place (self, _("Sources"), 0);
      self->sources = nw_article_source_list_new ();
      gtk_box_append (GTK_BOX (self->run), self->sources);
    }
  if (self->block < n)
    nw_article_source_list_append (self->sources, self->article,
                                   nw_article_get_source (self->article, (guint) self->block));
  if (++self->block >= n)
    self->section++;
}

static void
build_next (NwArticleView *self)
{
  const NwArticleSection *section;

  if (self->section == nw_article_get_n_sections (self->article))
    {
      build_source (self);
      return;
    }

  section = nw_article_get_section (self->article, self->section);
  if (self->block == 0)
    add_place (self, section->heading, section->number);
  build_block (self, &section->blocks[self->block]);
  if (++self->block < section->n_blocks)
    return;
  self->block = 0;
  self->section++;
}

static gboolean
is_built (NwArticleView *self)
{
  return self->section > nw_article_get_n_sections (self->article);
}

/* Focus. Every text can be selected, and whatever can be selected is a stop of
 * the Tab key to GTK: two hundred of them. So Tab goes past the texts here. */

static void
collect_stops (GtkWidget *widget,
               GtkWidget *focus,
               GPtrArray *stops)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (widget == focus
      || (gtk_widget_get_focusable (widget) && gtk_widget_is_sensitive (widget)
          && !GTK_IS_LABEL (widget)))
    g_ptr_array_add (stops, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      collect_stops (child, focus, stops);
}

static gboolean
nw_article_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GPtrArray) stops = NULL;
  guint index;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (nw_article_view_parent_class)->focus (widget, direction);

  if (focus != NULL && !gtk_widget_is_ancestor (focus, widget))
    focus = NULL;
  stops = g_ptr_array_new ();
  collect_stops (widget, focus, stops);
  if (focus == NULL)
    index = direction == GTK_DIR_TAB_FORWARD ? 0 : stops->len - 1;
  else
    {
      if (!g_ptr_array_find (stops, focus, &index))
        return FALSE;
      index += direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
    }
  return index < stops->len && gtk_widget_grab_focus (g_ptr_array_index (stops, index));
}

/* Overrides */

static void
nw_article_view_dispose (GObject *object)
{
  NwArticleView *self = NW_ARTICLE_VIEW (object);

  g_clear_pointer (&self->places, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->options, g_ptr_array_unref);

  G_OBJECT_CLASS (nw_article_view_parent_class)->dispose (object);
}

static void
nw_article_view_finalize (GObject *object)
{
  g_clear_object (&NW_ARTICLE_VIEW (object)->article);

  G_OBJECT_CLASS (nw_article_view_parent_class)->finalize (object);
}

static void
nw_article_view_class_init (NwArticleViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = nw_article_view_dispose;
  object_class->finalize = nw_article_view_finalize;

  widget_class->focus = nw_article_view_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_MAIN);
}

static void
nw_article_view_init (NwArticleView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 36);
  gtk_widget_add_css_class (GTK_WIDGET (self), "nw-article");
  self->places = g_ptr_array_new ();
  self->headings = g_ptr_array_new ();
  self->options = g_ptr_array_new ();
}

/**
 * nw_article_view_new:
 * @article: the article
 *
 * Makes the column with the article’s head; nw_article_view_build_more() and
 * its sisters add the rest.
 *
 * Returns: (transfer floating): the column
 */
GtkWidget *
nw_article_view_new (NwArticle *article)
{
  NwArticleView *self;

  g_return_val_if_fail (NW_IS_ARTICLE (article), NULL);

  self = g_object_new (NW_TYPE_ARTICLE_VIEW, NULL);
  self->article = g_object_ref (article);
  nw_a11y_set_name (GTK_WIDGET (self), nw_article_get_title (article));
  build_head (self);
  return GTK_WIDGET (self);
}

/**
 * nw_article_view_set_layout:
 * @self: the column
 * @layout: how much room there is
 *
 * Fits tables to the room.
 */
void
nw_article_view_set_layout (NwArticleView *self,
                            NwLayout       layout)
{
  g_return_if_fail (NW_IS_ARTICLE_VIEW (self));

  self->layout = layout;
  for (guint i = 0; i < self->options->len; i++)
    nw_article_options_set_layout (g_ptr_array_index (self->options, i), layout);
}

/**
 * nw_article_view_build_more:
 * @self: the column
 * @n_blocks: how many blocks at most
 *
 * Adds some more of the article at the end.
 *
 * Returns: whether there is still more
 */
gboolean
nw_article_view_build_more (NwArticleView *self,
                            guint          n_blocks)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), FALSE);

  for (guint i = 0; i < n_blocks && !is_built (self); i++)
    build_next (self);
  return !is_built (self);
}

/**
 * nw_article_view_build_to:
 * @self: the column
 * @place: a place
 *
 * Sees to it that the place is there in full.
 */
void
nw_article_view_build_to (NwArticleView *self,
                          guint          place)
{
  g_return_if_fail (NW_IS_ARTICLE_VIEW (self));

  while (self->section <= place && !is_built (self))
    build_next (self);
}

/**
 * nw_article_view_build_all:
 * @self: the column
 *
 * Sees to it that the whole article is there.
 */
void
nw_article_view_build_all (NwArticleView *self)
{
  nw_article_view_build_to (self, G_MAXUINT);
}

/**
 * nw_article_view_get_n_places:
 * @self: the column
 *
 * Returns: how many places there are: the sections, and the sources
 */
guint
nw_article_view_get_n_places (NwArticleView *self)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), 0);

  return nw_article_get_n_sections (self->article) + 1;
}

/**
 * nw_article_view_get_place_id:
 * @self: the column
 * @place: a place
 *
 * Returns: its name for links
 */
const char *
nw_article_view_get_place_id (NwArticleView *self,
                              guint          place)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);

  if (place >= nw_article_get_n_sections (self->article))
    return SOURCES_ID;
  return nw_article_get_section (self->article, place)->id;
}

/**
 * nw_article_view_get_place_name:
 * @self: the column
 * @place: a place
 *
 * Returns: its name for the outline
 */
const char *
nw_article_view_get_place_name (NwArticleView *self,
                                guint          place)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);

  if (place >= nw_article_get_n_sections (self->article))
    return _("Sources");
  return nw_article_get_section (self->article, place)->short_heading;
}

/**
 * nw_article_view_find_place:
 * @self: the column
 * @id: a name for links
 *
 * Returns: the place, or -1 where there is none of that name
 */
int
nw_article_view_find_place (NwArticleView *self,
                            const char    *id)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  if (g_str_equal (id, SOURCES_ID))
    return (int) nw_article_get_n_sections (self->article);
  return nw_article_find_section (self->article, id);
}

/**
 * nw_article_view_get_place:
 * @self: the column
 * @place: a place
 *
 * Returns: (transfer none) (nullable): its widget, or %NULL where it is not
 *   built yet
 */
GtkWidget *
nw_article_view_get_place (NwArticleView *self,
                           guint          place)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);

  return place < self->places->len ? g_ptr_array_index (self->places, place) : NULL;
}

/**
 * nw_article_view_get_heading:
 * @self: the column
 * @place: a place, or -1 for the title
 *
 * Returns: (transfer none) (nullable): its heading, which can take the focus
 */
GtkWidget *
nw_article_view_get_heading (NwArticleView *self,
                             int            place)
{
  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);

  if (place < 0)
    return self->title;
  return (guint) place < self->headings->len ? g_ptr_array_index (self->headings, place) : NULL;
}

static void
collect_labels (GtkWidget *widget,
                GPtrArray *labels)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_selectable (GTK_LABEL (widget)))
    g_ptr_array_add (labels, g_object_ref (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_labels (child, labels);
}

/**
 * nw_article_view_dup_labels:
 * @self: the column
 *
 * Builds the whole article and gathers its texts in their order.
 *
 * Returns: (transfer full) (element-type GtkLabel): the labels
 */
GPtrArray *
nw_article_view_dup_labels (NwArticleView *self)
{
  GPtrArray *labels = NULL;

  g_return_val_if_fail (NW_IS_ARTICLE_VIEW (self), NULL);

  nw_article_view_build_all (self);
  labels = g_ptr_array_new_with_free_func (g_object_unref);
  collect_labels (GTK_WIDGET (self), labels);
  return labels;
}
