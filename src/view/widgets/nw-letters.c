/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deals each of some texts a letter of its own: the access keys of a page. */

#include "config.h"

#include "view/widgets/nw-letters.h"

typedef struct
{
  /* For each text its letters, the best first; 0 ends them. */
  gunichar  **choices;
  /* What each text has been dealt, or 0. */
  gunichar   *letters;
  /* Letter → number of the text that has it, plus one; 0 where nobody may. */
  GHashTable *owners;
  /* Letters that were asked for already while one text looks for its own. */
  GHashTable *asked;
  /* Whether letters with an accent are dealt yet: not every keyboard has them. */
  gboolean    accents;
} Deal;

static gboolean
starts_word (const char *text,
             const char *place)
{
  return place == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (place)));
}

static void
add_letter (GArray   *found,
            gunichar  letter)
{
  for (guint i = 0; i < found->len; i++)
    if (g_array_index (found, gunichar, i) == letter)
      return;
  g_array_append_val (found, letter);
}

/* Beginnings of words are remembered best. Letters with an accent come last. */
static gunichar *
list_choices (const char *text)
{
  GArray *found = g_array_new (TRUE, FALSE, sizeof (gunichar));

  for (int turn = 0; turn < 3; turn++)
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar letter = g_unichar_tolower (g_utf8_get_char (p));
        gboolean plain = letter < 0x80;

        if (!g_unichar_isalpha (letter))
          continue;
        if ((turn == 0 && plain && starts_word (text, p))
            || (turn == 1 && plain)
            || turn == 2)
          add_letter (found, letter);
      }

  return (gunichar *) g_array_free (found, FALSE);
}

static gboolean
is_free (Deal     *deal,
         gunichar  letter)
{
  return (deal->accents || letter < 0x80)
         && !g_hash_table_contains (deal->owners, GUINT_TO_POINTER (letter));
}

static void
give (Deal     *deal,
      gsize     number,
      gunichar  letter)
{
  deal->letters[number] = letter;
  g_hash_table_insert (deal->owners, GUINT_TO_POINTER (letter), GSIZE_TO_POINTER (number + 1));
}

/* The best letter that is free; otherwise one whose owner can take another
 * (an augmenting path, so that as many texts as possible have a letter). */
static gboolean
find_letter (Deal  *deal,
             gsize  number)
{
  const gunichar *choices = deal->choices[number];

  for (const gunichar *c = choices; *c != 0; c++)
    if (is_free (deal, *c))
      {
        give (deal, number, *c);
        return TRUE;
      }

  for (const gunichar *c = choices; *c != 0; c++)
    {
      gsize owner = GPOINTER_TO_SIZE (g_hash_table_lookup (deal->owners, GUINT_TO_POINTER (*c)));

      if (owner == 0 || !g_hash_table_add (deal->asked, GUINT_TO_POINTER (*c)))
        continue;
      if (find_letter (deal, owner - 1))
        {
          give (deal, number, *c);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
has_letter (const gunichar *choices,
            gunichar        letter)
{
  while (*choices != 0 && *choices != letter)
    choices++;
  return *choices != 0;
}

/**
 * nw_letters_find:
 * @text: a text
 * @letter: a letter in lower case
 *
 * Returns: (transfer none) (nullable): where @letter stands in @text, in lower
 *   or upper case: at the beginning of a word, or else for the first time
 */
const char *
nw_letters_find (const char *text,
                 gunichar    letter)
{
  const char *first = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_tolower (g_utf8_get_char (p)) == letter)
      {
        if (starts_word (text, p))
          return p;
        if (first == NULL)
          first = p;
      }

  return first;
}

/**
 * nw_letters_deal:
 * @texts: (array length=n_texts): texts
 * @n_texts: how many
 * @taken: letters that are not to be dealt, in lower case
 * @letters: (inout) (array length=n_texts): what each text had before, or 0;
 *   then its letter in lower case, or 0 where none was left for it
 *
 * Deals each text a letter that stands in it, none twice, to as many texts as
 * possible. A text keeps what it had where that can be.
 */
void
nw_letters_deal (const char * const *texts,
                 gsize               n_texts,
                 const char         *taken,
                 gunichar           *letters)
{
  Deal deal = { g_new0 (gunichar *, n_texts), letters,
                g_hash_table_new (NULL, NULL), g_hash_table_new (NULL, NULL), FALSE };

  g_return_if_fail (taken != NULL);

  for (const char *p = taken; *p != '\0'; p = g_utf8_next_char (p))
    g_hash_table_insert (deal.owners, GUINT_TO_POINTER (g_utf8_get_char (p)), NULL);
  for (gsize i = 0; i < n_texts; i++)
    {
      gunichar before = letters[i];

      deal.choices[i] = list_choices (texts[i]);
      letters[i] = 0;
      if (before != 0 && is_free (&deal, before) && has_letter (deal.choices[i], before))
        give (&deal, i, before);
    }
  for (int turn = 0; turn < 2; turn++)
    {
      deal.accents = turn > 0;
      for (gsize i = 0; i < n_texts; i++)
        if (letters[i] == 0)
          {
            g_hash_table_remove_all (deal.asked);
            find_letter (&deal, i);
          }
    }

  for (gsize i = 0; i < n_texts; i++)
    g_free (deal.choices[i]);
  g_free (deal.choices);
  g_hash_table_unref (deal.owners);
  g_hash_table_unref (deal.asked);
}
