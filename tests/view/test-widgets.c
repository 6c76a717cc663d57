/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the small widgets that all pages share. */

#include "config.h"

#include <gtk/gtk.h>

#include "view/article/nw-article-outline.h"
#include "view/article/nw-article-start.h"
#include "view/widgets/nw-a11y.h"
#include "view/widgets/nw-banner.h"
#include "view/widgets/nw-clamp.h"
#include "view/widgets/nw-font-metrics.h"
#include "view/widgets/nw-line.h"
#include "view/widgets/nw-note.h"
#include "view/widgets/nw-page-switcher.h"
#include "view/widgets/nw-text-layout.h"

#include "looking.h"

static void
test_a11y_name_without_underscore (void)
{
  static const struct
  {
    const char *given;
    const char *heard;
  } cases[] = {
    { "Next", "Next" },
    { "_Next", "Next" },
    { "Save _As", "Save As" },
    { "snake__case", "snake_case" },
    { "end_", "end" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *button = g_object_ref_sink (gtk_button_new_with_mnemonic (cases[i].given));

      nw_a11y_set_name (button, cases[i].given);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].heard);
      g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                        GTK_ACCESSIBLE_RELATION_LABELLED_BY));
      g_object_unref (button);
    }
}

static void
test_a11y_description_comes_and_goes (void)
{
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());

  nw_a11y_set_description (entry, "Between 1 and 42");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Between 1 and 42");
  nw_a11y_set_description (entry, NULL);
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (entry),
                                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
  g_object_unref (entry);
}

static void
test_a11y_invalid_for_eye_and_ear (void)
{
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());

  nw_a11y_set_invalid (entry, TRUE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  nw_a11y_set_invalid (entry, FALSE);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_object_unref (entry);
}

/* A paragraph of plain words, long enough to be clamped in any font. */
#define LONG_TEXT \
  "The quick brown fox jumps over the lazy dog, and then it does so again, because " \
  "a line of text has to end somewhere, and where it ends is what we are here to see."

static void
test_clamp_keeps_the_width (void)
{
  GtkWidget *clamp = g_object_ref_sink (nw_clamp_new ());
  GtkWidget *label = gtk_label_new (LONG_TEXT);
  int wide;
  int narrow;

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  nw_clamp_set_child (NW_CLAMP (clamp), label);
  g_assert_true (nw_clamp_get_child (NW_CLAMP (clamp)) == label);

  gtk_widget_measure (clamp, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wide, NULL, NULL);
  g_object_set (clamp, "max-chars", 33, NULL);
  gtk_widget_measure (clamp, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &narrow, NULL, NULL);
  g_assert_cmpint (ABS (narrow - wide / 2), <=, 1);

  gtk_widget_size_allocate (clamp, &(GtkAllocation) { 0, 0, 4 * wide, 400 }, -1);
  g_assert_cmpint (gtk_widget_get_width (label), ==, narrow);

  g_assert_finalize_object (clamp);
}

static void
test_clamp_never_cuts_the_child (void)
{
  GtkWidget *clamp = g_object_ref_sink (nw_clamp_new ());
  GtkWidget *label = gtk_label_new (LONG_TEXT);
  int least;
  int minimum;
  int natural;

  nw_clamp_set_child (NW_CLAMP (clamp), label);
  g_object_set (clamp, "max-chars", 5, NULL);
  gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (clamp, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, least);
  g_assert_cmpint (natural, ==, least);

  g_assert_finalize_object (clamp);
}

/* A mark, words that wrap, a hidden one, and what stands at the end: 20 and 40 pixels,
 * and between them what is left, in either direction of writing; never less than the
 * words need. */
static void
test_line_gives_the_rest_to_the_words (void)
{
  static const int widths[] = { 600, 300, 130, 1 };
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (gsize i = 0; i < G_N_ELEMENTS (directions) * G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *line = g_object_ref_sink (nw_line_new (10));
      GtkWidget *mark = gtk_drawing_area_new ();
      GtkWidget *words = gtk_label_new (LONG_TEXT);
      GtkWidget *hidden = gtk_label_new ("Not to be seen");
      GtkWidget *end = gtk_drawing_area_new ();
      gboolean mirrored = directions[i % 2] == GTK_TEXT_DIR_RTL;
      graphene_rect_t bounds;
      int least;
      int width;
      int height;
      int of_words;

      gtk_widget_set_direction (line, directions[i % 2]);
      gtk_widget_set_size_request (mark, 20, 20);
      gtk_widget_set_size_request (end, 40, 20);
      gtk_widget_set_hexpand (words, TRUE);
      gtk_widget_set_visible (hidden, FALSE);
      gtk_label_set_wrap (GTK_LABEL (words), TRUE);
      nw_line_append (NW_LINE (line), mark);
      nw_line_append (NW_LINE (line), words);
      nw_line_append (NW_LINE (line), hidden);
      nw_line_append (NW_LINE (line), end);

      gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      width = MAX (widths[i / 2], least);
      gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
      gtk_widget_measure (words, GTK_ORIENTATION_VERTICAL, width - 80, &of_words, NULL, NULL, NULL);
      g_assert_cmpint (height, ==, MAX (20, of_words));
      gtk_widget_size_allocate (line, &(GtkAllocation) { 0, 0, width, height }, -1);
      g_assert_cmpint (gtk_widget_get_width (mark), ==, 20);
      g_assert_cmpint (gtk_widget_get_width (words), ==, width - 80);
      g_assert_cmpint (gtk_widget_get_width (end), ==, 40);
      g_assert_true (gtk_widget_compute_bounds (words, line, &bounds));
      g_assert_cmpfloat (bounds.origin.x, ==, mirrored ? 50 : 30);
      g_assert_true (gtk_widget_compute_expand (line, GTK_ORIENTATION_HORIZONTAL));
      g_assert_finalize_object (line);
    }
}

/* Where nobody says how wide it is, it is as high as in the width that it would like to have. */
static void
test_line_at_no_width (void)
{
  GtkWidget *line = g_object_ref_sink (nw_line_new (10));
  GtkWidget *words = gtk_label_new (LONG_TEXT);
  int at_none;
  int at_wanted;
  int wanted;

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (words), GTK_NATURAL_WRAP_NONE);
  nw_line_append (NW_LINE (line), words);
  nw_line_append (NW_LINE (line), gtk_label_new ("End"));
  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, wanted, &at_wanted, NULL, NULL, NULL);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, &at_none, NULL, NULL, NULL);
  g_assert_cmpint (at_none, ==, at_wanted);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, wanted - 1, &at_wanted, NULL, NULL, NULL);
  g_assert_cmpint (at_none, <, at_wanted);
  g_assert_finalize_object (line);
}

/* Below each other all have the width, and the heights add up. */
static void
test_line_stacks (void)
{
  GtkWidget *line = g_object_ref_sink (nw_line_new (10));
  GtkWidget *words = gtk_label_new (LONG_TEXT);
  GtkWidget *button = gtk_button_new_with_label ("Button");
  int least;
  int height;
  int words_height;
  graphene_rect_t bounds;

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  nw_line_append (NW_LINE (line), words);
  nw_line_append (NW_LINE (line), button);
  nw_line_set_stacked (NW_LINE (line), TRUE);
  gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, 300, &height, NULL, NULL, NULL);
  gtk_widget_measure (words, GTK_ORIENTATION_VERTICAL, 300, &words_height, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 300);
  gtk_widget_size_allocate (line, &(GtkAllocation) { 0, 0, 300, height }, -1);
  g_assert_true (gtk_widget_compute_bounds (button, line, &bounds));
  g_assert_cmpfloat (bounds.origin.y, ==, words_height + 10);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, ==, height);
  g_assert_cmpfloat (bounds.size.width, ==, 300);
  g_assert_finalize_object (line);
}

/* Words that do not expand take what they would like to have, and less where there is
 * no room. */
static void
test_line_shrinks_what_does_not_expand (void)
{
  GtkWidget *line = g_object_ref_sink (nw_line_new (6));
  GtkWidget *words = gtk_label_new (LONG_TEXT);
  GtkWidget *arrow = gtk_drawing_area_new ();
  int natural;

  gtk_widget_set_size_request (arrow, 16, 16);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  nw_line_append (NW_LINE (line), words);
  nw_line_append (NW_LINE (line), arrow);
  gtk_widget_measure (words, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  gtk_widget_size_allocate (line, &(GtkAllocation) { 0, 0, natural + 100, 400 }, -1);
  g_assert_cmpint (gtk_widget_get_width (words), ==, natural);
  gtk_widget_size_allocate (line, &(GtkAllocation) { 0, 0, 222, 400 }, -1);
  g_assert_cmpint (gtk_widget_get_width (words), ==, 200);
  g_assert_finalize_object (line);
}

static void
test_banner_shows_and_hides (void)
{
  GtkWidget *banner = g_object_ref_sink (nw_banner_new ());

  g_assert_false (gtk_widget_get_visible (banner));
  nw_banner_add_button (NW_BANNER (banner), "Look", "win.show-place('prepare')");
  nw_banner_show (NW_BANNER (banner), "nw-overdue-symbolic", "Check the licence");
  g_assert_true (gtk_widget_get_visible (banner));
  g_assert_true (nw_banner_is_shown (NW_BANNER (banner)));

  /* What is hidden is neither in the Tab order nor in the tree. */
  nw_banner_hide (NW_BANNER (banner));
  g_assert_false (nw_banner_is_shown (NW_BANNER (banner)));
  g_assert_false (gtk_widget_get_visible (banner));

  g_assert_finalize_object (banner);
}

/* Beside the sentence, or below it where there is little room. */
static void
test_banner_places_its_buttons (void)
{
  GtkWidget *banner = g_object_ref_sink (nw_banner_new ());
  GtkWidget *label;
  GtkWidget *button;

  nw_banner_add_button (NW_BANNER (banner), "Look", "win.show-place('prepare')");
  nw_banner_show (NW_BANNER (banner), "nw-overdue-symbolic", LONG_TEXT);
  gtk_revealer_set_transition_type (GTK_REVEALER (gtk_widget_get_first_child (banner)),
                                    GTK_REVEALER_TRANSITION_TYPE_NONE);
  label = find_text (banner, LONG_TEXT);
  button = find_widget (banner, GTK_TYPE_BUTTON, 0);
  for (int narrow = 0; narrow < 2; narrow++)
    {
      graphene_rect_t words;
      graphene_rect_t bounds;
      int height;

      nw_banner_set_narrow (NW_BANNER (banner), narrow);
      gtk_widget_measure (banner, GTK_ORIENTATION_VERTICAL, 340, &height, NULL, NULL, NULL);
      gtk_widget_size_allocate (banner, &(GtkAllocation) { 0, 0, 340, height }, -1);
      g_assert_true (gtk_widget_compute_bounds (label, banner, &words));
      g_assert_true (gtk_widget_compute_bounds (button, banner, &bounds));
      if (narrow)
        g_assert_cmpfloat (bounds.origin.y, >=, words.origin.y + words.size.height);
      else
        g_assert_cmpfloat (bounds.origin.x, >=, words.origin.x + words.size.width);
    }
  g_assert_finalize_object (banner);
}

/* GTK would remember where the focus was in the box, and Tab would pass by what
 * stands above. */
static void
test_banner_leaves_the_tab_order (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *strips = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *above = gtk_button_new_with_label ("Above");
  GtkWidget *below = gtk_button_new_with_label ("Below");
  GtkWidget *first = nw_banner_new ();
  GtkWidget *second = nw_banner_new ();

  gtk_box_append (GTK_BOX (strips), first);
  gtk_box_append (GTK_BOX (strips), second);
  gtk_box_append (GTK_BOX (box), above);
  gtk_box_append (GTK_BOX (box), strips);
  gtk_box_append (GTK_BOX (box), below);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 300);
  nw_banner_add_button (NW_BANNER (second), "Look", "window.close");
  nw_banner_show (NW_BANNER (second), "nw-overdue-symbolic", "Second");
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_height (second) == 0 || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (gtk_widget_child_focus (second, GTK_DIR_TAB_FORWARD));
  g_assert_true (nw_banner_hide (NW_BANNER (second)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == below);
  nw_banner_add_button (NW_BANNER (first), "Look", "window.close");
  nw_banner_show (NW_BANNER (first), "nw-overdue-symbolic", "First");
  while (gtk_widget_get_height (first) == 0 || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_grab_focus (above);
  g_assert_true (gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), first));

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
note_asked_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  char **asked = user_data;

  g_free (*asked);
  *asked = g_variant_print (parameter, FALSE);
}

static void
test_note_is_asked_of_the_window (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("x");
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autofree char *asked = NULL;
  const GActionEntry entries[] = { { "show-note", note_asked_cb, "(sss)" } };

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, &asked);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (window), label);

  nw_note_show (label, "Answer changed", "Undo", "page.undo");
  g_assert_cmpstr (asked, ==, "('Answer changed', 'Undo', 'page.undo')");
  nw_note_show (label, "Copied", NULL, NULL);
  g_assert_cmpstr (asked, ==, "('Copied', '', '')");

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_note_comes_and_goes (void)
{
  GtkWidget *note = g_object_ref_sink (g_object_new (NW_TYPE_NOTE, NULL));

  g_assert_false (gtk_widget_get_visible (note));
  nw_note_present (NW_NOTE (note), "Copied", NULL, NULL);
  g_assert_true (gtk_widget_get_visible (note));
  nw_note_dismiss (NW_NOTE (note));
  g_assert_false (gtk_widget_get_visible (note));

  g_assert_finalize_object (note);
}

static void
test_switcher_counts_aloud (void)
{
  static const struct
  {
    guint       to_do;
    const char *heard;
  } cases[] = {
    { 1, "Prepare, 1 thing to do" },
    { 2, "Prepare, 2 things to do" },
    { 0, "Prepare" },
  };
  GtkWidget *switcher = g_object_ref_sink (g_object_new (NW_TYPE_PAGE_SWITCHER, NULL));
  GtkWidget *prepare = gtk_widget_get_last_child (switcher);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (switcher), GTK_ACCESSIBLE_ROLE_TAB_LIST);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (prepare), GTK_ACCESSIBLE_ROLE_TAB);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      nw_page_switcher_set_to_do (NW_PAGE_SWITCHER (switcher), cases[i].to_do);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (prepare),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].heard);
    }

  g_assert_finalize_object (switcher);
}

/* Each of the three pages is explained, and the two others can be gone to. */
static void
test_start_explains_the_pages (void)
{
  static const struct
  {
    const char *name;
    const char *place;
  } pages[] = { { NULL, NULL }, { "Screen", "screen" }, { "Prepare", "prepare" } };
  GtkWidget *start = g_object_ref_sink (nw_article_start_new ());
  GtkWidget *tile = gtk_widget_get_first_child (start);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++, tile = gtk_widget_get_next_sibling (tile))
    {
      GVariant *target;

      g_assert_nonnull (tile);
      g_assert_cmpint (GTK_IS_BUTTON (tile), ==, pages[i].name != NULL);
      if (pages[i].name == NULL)
        continue;

      target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (tile));
      g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (tile)), ==,
                       "win.show-place");
      g_assert_cmpstr (g_variant_get_string (target, NULL), ==, pages[i].place);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (tile),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, pages[i].name);
      g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (tile),
                                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
    }
  g_assert_null (tile);
  g_assert_finalize_object (start);
}

static GtkWidget *
create_text (const char *text,
             gboolean    has_layout,
             gboolean    fills)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (text));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (has_layout)
    nw_text_layout_add (GTK_LABEL (label), 8, fills);
  else
    gtk_label_set_width_chars (GTK_LABEL (label), 8);
  return label;
}

/* Whatever the width and in whatever order it is asked for, a text is as high as
 * a label would have it, before it has its place and after. */
static void
test_text_is_as_high_as_a_label (gconstpointer data)
{
  gboolean fills = GPOINTER_TO_INT (data);
  static const char * const texts[] = {
    LONG_TEXT, "Two\nlines", "One", "", "https://example.org/where?what=a-long-address#and-more",
    "\327\251\327\234\327\225\327\235 and other directions, which go on for a while",
  };
  static const int widths[] = { 300, 90, 1000, 150, 89, 300, 4000, -1 };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *text = create_text (texts[i], TRUE, fills);
      GtkWidget *label = create_text (texts[i], FALSE, FALSE);
      int sizes[2][4];

      for (gsize j = 0; j < 2 * G_N_ELEMENTS (widths); j++)
        {
          int width = widths[j % G_N_ELEMENTS (widths)];

          gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, width, &sizes[0][0], &sizes[0][1],
                              &sizes[0][2], &sizes[0][3]);
          gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, width, &sizes[1][0], &sizes[1][1],
                              &sizes[1][2], &sizes[1][3]);
          g_assert_cmpmem (sizes[0], sizeof sizes[0], sizes[1], sizeof sizes[1]);
          if (j == G_N_ELEMENTS (widths))
            gtk_widget_size_allocate (text, &(GtkAllocation) { 0, 0, 150, 1000 }, -1);
        }
      /* What is painted stays as it is. */
      gtk_widget_queue_resize (text);
      gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 90, &sizes[0][0], NULL, NULL, NULL);
      g_assert_cmpint (pango_layout_get_width (gtk_label_get_layout (GTK_LABEL (text))), ==,
                       150 * PANGO_SCALE);
      g_assert_finalize_object (text);
      g_assert_finalize_object (label);
    }
}

/* A text that others stand beside is as wide as a label, one that fills its place
 * asks for about as much. */
static void
test_text_is_as_wide_as_a_label (void)
{
  static const char * const texts[] = { LONG_TEXT, "Two\nlines of some words", "How sure: Low" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int fills = 0; fills < 2; fills++)
      {
        GtkWidget *text = create_text (texts[i], TRUE, fills);
        GtkWidget *label = create_text (texts[i], FALSE, FALSE);
        int minimum[2];
        int natural[2];

        gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, -1, &minimum[0], &natural[0],
                            NULL, NULL);
        gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, -1, &minimum[1], &natural[1],
                            NULL, NULL);
        g_assert_cmpint (minimum[0], ==, minimum[1]);
        if (fills)
          g_assert_cmpint (natural[0], >=, natural[1]);
        else
          g_assert_cmpint (natural[0], ==, natural[1]);
        g_assert_finalize_object (text);
        g_assert_finalize_object (label);
      }
}

/* An address that does not fill its place has lines of about one length. */
static void
test_text_is_as_narrow_as_a_label (void)
{
  GtkWidget *text = create_text ("https://example.org/where?what=a-long-address#and-more", TRUE,
                                 FALSE);
  GtkWidget *label = create_text (gtk_label_get_text (GTK_LABEL (text)), FALSE, FALSE);
  int one_line;

  gtk_label_set_natural_wrap_mode (GTK_LABEL (text), GTK_NATURAL_WRAP_INHERIT);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_INHERIT);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, -1, NULL, &one_line, NULL, NULL);
  for (int height = one_line; height < 5 * one_line; height++)
    {
      int natural[2];

      gtk_widget_measure (text, GTK_ORIENTATION_HORIZONTAL, height, NULL, &natural[0], NULL, NULL);
      gtk_widget_measure (label, GTK_ORIENTATION_HORIZONTAL, height, NULL, &natural[1],
                          NULL, NULL);
      g_assert_cmpint (natural[0], ==, natural[1]);
    }
  g_assert_finalize_object (text);
  g_assert_finalize_object (label);
}

/* What is written anew or gets other attributes is measured anew. */
static void
test_text_may_change (void)
{
  GtkWidget *text = create_text ("One", TRUE, TRUE);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int heights[4];

  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 200, &heights[0], NULL, NULL, NULL);
  gtk_widget_size_allocate (text, &(GtkAllocation) { 0, 0, 300, heights[0] }, -1);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 200, &heights[1], NULL, NULL, NULL);
  g_assert_cmpint (heights[1], ==, heights[0]);
  gtk_label_set_text (GTK_LABEL (text), LONG_TEXT);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 200, &heights[2], NULL, NULL, NULL);
  g_assert_cmpint (heights[2], >, 3 * heights[0]);
  pango_attr_list_insert (attributes, pango_attr_scale_new (2));
  gtk_label_set_attributes (GTK_LABEL (text), attributes);
  gtk_widget_measure (text, GTK_ORIENTATION_VERTICAL, 200, &heights[3], NULL, NULL, NULL);
  g_assert_cmpint (heights[3], >, 2 * heights[2]);
  g_assert_finalize_object (text);
}

static void
test_outline_always_marks_a_place (void)
{
  GtkWidget *outline = g_object_ref_sink (g_object_new (NW_TYPE_ARTICLE_OUTLINE, NULL));

  nw_article_outline_append (NW_ARTICLE_OUTLINE (outline), "Opening", 0);
  nw_article_outline_append (NW_ARTICLE_OUTLINE (outline), "Endorphins", 1);
  nw_article_outline_set_current (NW_ARTICLE_OUTLINE (outline), 1);
  g_assert_cmpint (nw_article_outline_get_current (NW_ARTICLE_OUTLINE (outline)), ==, 1);
  nw_article_outline_set_current (NW_ARTICLE_OUTLINE (outline), -1);
  g_assert_cmpint (nw_article_outline_get_current (NW_ARTICLE_OUTLINE (outline)), ==, 0);
  g_assert_finalize_object (outline);
}

/* Whatever the desktop sets and a label asks for, the metrics are those that Pango
 * finds, also where it was asked for another font in between. */
static void
test_metrics_are_as_pango_has_them (void)
{
  static const struct
  {
    const char          *font;
    int                  dpi;
    const char          *language;
    cairo_hint_metrics_t hint;
  } cases[] = {
    { "Sans 10", 96, "en", CAIRO_HINT_METRICS_ON },
    { "Sans 10", 192, "en", CAIRO_HINT_METRICS_ON },
    { "Monospace 10", 96, "en", CAIRO_HINT_METRICS_ON },
    { "Sans Bold 14", 96, "en", CAIRO_HINT_METRICS_ON },
    { "Sans 10", 96, "ru", CAIRO_HINT_METRICS_ON },
    { "Sans 10", 96, "en", CAIRO_HINT_METRICS_OFF },
    { "Sans 10", 96, "en", CAIRO_HINT_METRICS_ON },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
      PangoContext *context = gtk_widget_get_pango_context (label);
      g_autoptr (PangoFontDescription) font = pango_font_description_from_string (cases[i].font);
      cairo_font_options_t *options = cairo_font_options_create ();
      PangoFontMetrics *got;
      PangoFontMetrics *wanted;

      cairo_font_options_set_hint_metrics (options, cases[i].hint);
      pango_cairo_context_set_font_options (context, options);
      pango_cairo_context_set_resolution (context, cases[i].dpi);
      pango_context_set_language (context, pango_language_from_string (cases[i].language));
      pango_context_set_font_description (context, font);

      got = nw_font_metrics_get (label);
      wanted = pango_context_get_metrics (context, NULL, NULL);
      g_assert_cmpint (pango_font_metrics_get_height (got), ==,
                       pango_font_metrics_get_height (wanted));
      g_assert_cmpint (pango_font_metrics_get_approximate_char_width (got), ==,
                       pango_font_metrics_get_approximate_char_width (wanted));
      g_assert_cmpint (pango_font_metrics_get_approximate_digit_width (got), ==,
                       pango_font_metrics_get_approximate_digit_width (wanted));
      g_assert_true (nw_font_metrics_get (label) == got);
      pango_font_metrics_unref (wanted);
      cairo_font_options_destroy (options);
    }
}

/* Of long contents the rows in sight are painted, wherever one scrolls, and few others. */
static void
test_outline_paints_what_is_seen (void)
{
  static const double values[] = { 0, 0.5, 1, 0.3, 0 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *outline = g_object_new (NW_TYPE_ARTICLE_OUTLINE, NULL);
  cairo_surface_t *canvas = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 400);
  GtkAdjustment *adjustment;

  for (int i = 0; i < 300; i++)
    nw_article_outline_append (NW_ARTICLE_OUTLINE (outline), "A section", i + 1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), outline);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 400);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      GtkWidget *row;
      guint n_seen = 0;

      gtk_adjustment_set_value (adjustment, values[i] * gtk_adjustment_get_upper (adjustment));
      gtk_test_widget_wait_for_draw (window);
      nw_article_outline_set_current (NW_ARTICLE_OUTLINE (outline), (int) (values[i] * 299));
      gtk_test_widget_wait_for_draw (window);
      g_assert_cmpuint (paint_frame (window, canvas), <, 120);
      for (int j = 0; (row = find_widget (outline, GTK_TYPE_LIST_BOX_ROW, (guint) j)) != NULL; j++)
        {
          GtkWidget *label = find_text (row, "A section");
          graphene_rect_t bounds;

          g_assert_true (gtk_widget_compute_bounds (label, window, &bounds));
          if (bounds.origin.y < 0 || bounds.origin.y + bounds.size.height > 400)
            continue;
          g_assert_true (has_ink (canvas, &bounds));
          n_seen++;
        }
      g_assert_cmpuint (n_seen, >, 5);
    }
  cairo_surface_destroy (canvas);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view/a11y/name-without-underscore", test_a11y_name_without_underscore);
  g_test_add_func ("/view/a11y/description-comes-and-goes", test_a11y_description_comes_and_goes);
  g_test_add_func ("/view/a11y/invalid-for-eye-and-ear", test_a11y_invalid_for_eye_and_ear);
  g_test_add_func ("/view/clamp/keeps-the-width", test_clamp_keeps_the_width);
  g_test_add_func ("/view/clamp/never-cuts-the-child", test_clamp_never_cuts_the_child);
  g_test_add_func ("/view/line/gives-the-rest-to-the-words", test_line_gives_the_rest_to_the_words);
  g_test_add_func ("/view/line/at-no-width", test_line_at_no_width);
  g_test_add_func ("/view/line/stacks", test_line_stacks);
  g_test_add_func ("/view/line/shrinks-what-does-not-expand", test_line_shrinks_what_does_not_expand);
  g_test_add_func ("/view/banner/shows-and-hides", test_banner_shows_and_hides);
  g_test_add_func ("/view/banner/places-its-buttons", test_banner_places_its_buttons);
  g_test_add_func ("/view/widgets/banner-leaves-the-tab-order", test_banner_leaves_the_tab_order);
  g_test_add_func ("/view/note/is-asked-of-the-window", test_note_is_asked_of_the_window);
  g_test_add_func ("/view/note/comes-and-goes", test_note_comes_and_goes);
  g_test_add_func ("/view/switcher/counts-aloud", test_switcher_counts_aloud);
  g_test_add_func ("/view/start/explains-the-pages", test_start_explains_the_pages);
  g_test_add_data_func ("/view/text/is-as-high-as-a-label/fills", GINT_TO_POINTER (TRUE),
                        test_text_is_as_high_as_a_label);
  g_test_add_data_func ("/view/text/is-as-high-as-a-label/fits", GINT_TO_POINTER (FALSE),
                        test_text_is_as_high_as_a_label);
  g_test_add_func ("/view/text/is-as-wide-as-a-label", test_text_is_as_wide_as_a_label);
  g_test_add_func ("/view/text/is-as-narrow-as-a-label", test_text_is_as_narrow_as_a_label);
  g_test_add_func ("/view/text/may-change", test_text_may_change);
  g_test_add_func ("/view/outline/always-marks-a-place", test_outline_always_marks_a_place);
  g_test_add_func ("/view/outline/paints-what-is-seen", test_outline_paints_what_is_seen);
  g_test_add_func ("/view/metrics/are-as-pango-has-them", test_metrics_are_as_pango_has_them);

  return g_test_run ();
}
