/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of how letters are dealt to the controls of a page. */

#include "config.h"

#include <glib.h>

#include "view/widgets/nw-letters.h"

#define MOST 8

/* Each letter in the order of its text, “.” for none. */
static char *
dup_dealt (const char * const *texts,
           const char         *taken,
           const char         *before)
{
  gunichar letters[MOST] = { 0 };
  gsize n_texts = g_strv_length ((char **) texts);
  GString *dealt = g_string_new (NULL);

  for (const char *p = before; *p != '\0'; p = g_utf8_next_char (p))
    letters[g_utf8_pointer_to_offset (before, p)] = *p == '.' ? 0 : g_utf8_get_char (p);
  nw_letters_deal (texts, n_texts, taken, letters);
  for (gsize i = 0; i < n_texts; i++)
    g_string_append_unichar (dealt, letters[i] != 0 ? letters[i] : '.');

  return g_string_free (dealt, FALSE);
}

static void
test_deal (void)
{
  static const struct
  {
    const char *texts[MOST];
    const char *taken;
    const char *before;
    const char *dealt;
  } cases[] = {
    { { "Begin", "Emergency Signs" }, "", "", "be" },
    /* The beginning of a word before the middle of one. */
    { { "Save", "Set Date" }, "", "", "sd" },
    { { "Save", "Set", "Sat" }, "", "", "sea" },
    /* What GTK has is not dealt, in whichever case it is written. */
    { { "Back", "Beta" }, "b", "", "ae" },
    /* An owner moves where that helps, also over several steps. */
    { { "ab", "a" }, "", "", "ba" },
    { { "abc", "ab", "a" }, "", "", "cba" },
    { { "ab", "bc", "a" }, "", "", "bca" },
    /* More texts than letters. */
    { { "No", "No", "No" }, "", "", "no." },
    { { "…", "", "12" }, "", "", "..." },
    /* What one had before is kept, unless it has gone from the text or is taken. */
    { { "Next", "Nest" }, "", "x.", "xn" },
    { { "Next", "Nest" }, "", "qx", "ne" },
    { { "Next" }, "x", "x", "n" },
    { { "Next", "Next" }, "", "nn", "ne" },
    /* Letters with an accent come last, after others have moved. */
    { { "Ábaco", "b" }, "", "", "ab" },
    { { "Én", "n" }, "", "", "én" },
    { { "ón", "no", "o" }, "", "", "óno" },
    { { "Да", "Дом" }, "", "", "до" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *dealt = dup_dealt (cases[i].texts, cases[i].taken, cases[i].before);

      g_test_message ("%s, %s", cases[i].texts[0], cases[i].before);
      g_assert_cmpstr (dealt, ==, cases[i].dealt);
    }
}

/* Whatever the texts: none twice, none that is taken or not in the text. */
static void
test_deal_properties (void)
{
  static const char alphabet[] = "aaabbcdeEFé ñ-1Z";

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      gunichar letters[MOST];
      gsize n_texts = g_test_rand_int_range (1, MOST + 1);

      for (gsize i = 0; i < n_texts; i++)
        {
          GString *text = g_string_new (NULL);
          int length = g_test_rand_int_range (0, 6);

          for (int k = 0; k < length; k++)
            g_string_append_unichar (text, g_utf8_get_char (g_utf8_offset_to_pointer (
              alphabet, g_test_rand_int_range (0, g_utf8_strlen (alphabet, -1)))));
          g_ptr_array_add (texts, g_string_free (text, FALSE));
          letters[i] = g_test_rand_bit () ? 0 : (gunichar) g_test_rand_int_range ('a', 'h');
        }
      nw_letters_deal ((const char * const *) texts->pdata, n_texts, "c", letters);

      for (gsize i = 0; i < n_texts; i++)
        {
          if (letters[i] == 0)
            continue;
          g_assert_cmpuint (letters[i], !=, 'c');
          g_assert_nonnull (nw_letters_find (texts->pdata[i], letters[i]));
          g_assert_true (g_hash_table_add (seen, GUINT_TO_POINTER (letters[i])));
        }
    }
}

static void
test_find (void)
{
  static const struct
  {
    const char *text;
    gunichar    letter;
    int         place;
  } cases[] = {
    { "Begin", 'b', 0 },
    { "Set the Date", 'd', 8 },
    { "added Date", 'd', 6 },
    { "added", 'd', 1 },
    { "¿Cuántas?", 0xe1, 4 },
    { "Begin", 'x', -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *found = nw_letters_find (cases[i].text, cases[i].letter);

      g_assert_cmpint (found != NULL ? (int) (found - cases[i].text) : -1, ==, cases[i].place);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/letters/deal", test_deal);
  g_test_add_func ("/letters/deal-properties", test_deal_properties);
  g_test_add_func ("/letters/find", test_find);

  return g_test_run ();
}
