/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form says to its result, taken from its items: data/content/README.md has the rules. */

#include "config.h"

#include "model/screening/nw-advice.h"

#define ARTICLE_PREFIX "urn:needlewise:article:"

static void
free_advice (NwAdvice *self)
{
  g_free (self->link_id);
  g_free (self->said);
  g_free (self->why);
  g_free (self->todo);
  g_free (self->say);
  g_free (self);
}

static void
free_always (NwAlways *self)
{
  g_free (self->text);
  g_free (self);
}

static void
add_line (char       **text,
          const char  *line)
{
  char *joined = *text != NULL ? g_strconcat (*text, "\n", line, NULL) : g_strdup (line);

  g_free (*text);
  *text = joined;
}

/* The last part of a line’s linkId says what kind of line it is. */
static void
sort_line (NwAdvice   *advice,
           const char *link_id,
           const char *line)
{
  if (g_str_has_suffix (link_id, ".said"))
    add_line (&advice->said, line);
  else if (g_str_has_suffix (link_id, ".why"))
    add_line (&advice->why, line);
  else if (g_str_has_suffix (link_id, ".say"))
    add_line (&advice->say, line);
  else
    add_line (&advice->todo, line);
}

static NwAdvice *
read_advice (NwScreening    *screening,
             NwResponseItem *group,
             NwOutcomeLevel  level)
{
  NwAdvice *advice = g_new0 (NwAdvice, 1);

  advice->level = level;
  advice->link_id = g_strdup (nw_response_item_get_item (group)->link_id);
  for (NwResponseItem *child = nw_response_item_get_first_child (group, 0);
       child != NULL;
       child = nw_response_item_get_next_sibling (child))
    {
      const NwItem *item = nw_response_item_get_item (child);
      const char *text = nw_item_get_text (item, nw_screening_get_language (screening));

      if (text != NULL && nw_response_item_is_enabled (child))
        sort_line (advice, item->link_id, text);
    }

  return advice;
}

/* The enabled outcome item of a level, or NULL. */
static NwResponseItem *
find_outcome (NwScreening    *screening,
              NwOutcomeLevel  level)
{
  NwResponse *response = nw_screening_get_response (screening);

  for (NwResponseItem *item = nw_response_get_root (response);
       item != NULL;
       item = nw_response_item_next (item))
    {
      const NwItem *definition = nw_response_item_get_item (item);

      if (definition != NULL && definition->outcome_level == level
          && nw_response_item_is_enabled (item))
        return item;
    }

  return NULL;
}

static void
add_of_level (GPtrArray      *list,
              NwScreening    *screening,
              NwOutcomeLevel  level)
{
  NwResponseItem *outcome = find_outcome (screening, level);

  if (outcome == NULL)
    return;
  for (NwResponseItem *child = nw_response_item_get_first_child (outcome, 0);
       child != NULL;
       child = nw_response_item_get_next_sibling (child))
    if (nw_response_item_get_item (child)->type == NW_ITEM_GROUP
        && nw_response_item_is_enabled (child))
      g_ptr_array_add (list, read_advice (screening, child, level));
}

/**
 * nw_advice_list:
 * @screening: a screening
 * @level: a level
 *
 * Returns: (transfer container) (element-type NwAdvice): the advice of the
 *   level, in the order of the form; none where the level does not hold
 */
GPtrArray *
nw_advice_list (NwScreening    *screening,
                NwOutcomeLevel  level)
{
  GPtrArray *list;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) free_advice);
  add_of_level (list, screening, level);
  return list;
}

/**
 * nw_advice_list_below:
 * @screening: a screening
 * @level: the level of the result
 *
 * Lists what else is to be told. Beside help that is needed now there is
 * nothing else.
 *
 * Returns: (transfer container) (element-type NwAdvice): the advice of the
 *   lower levels that hold too, more severe levels first
 */
GPtrArray *
nw_advice_list_below (NwScreening    *screening,
                      NwOutcomeLevel  level)
{
  GPtrArray *list;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) free_advice);
  if (level == NW_OUTCOME_HELP_NOW)
    return list;
  for (int lower = (int) level - 1; lower > NW_OUTCOME_NOTHING_FOUND; lower--)
    add_of_level (list, screening, (NwOutcomeLevel) lower);
  return list;
}

/**
 * nw_advice_dup_title:
 * @screening: a screening
 * @level: a level that holds
 *
 * Returns: (transfer full) (nullable): the level’s name
 */
char *
nw_advice_dup_title (NwScreening    *screening,
                     NwOutcomeLevel  level)
{
  NwResponseItem *outcome;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  outcome = find_outcome (screening, level);
  if (outcome == NULL)
    return NULL;
  return g_strdup (nw_item_get_text (nw_response_item_get_item (outcome),
                                     nw_screening_get_language (screening)));
}

/**
 * nw_advice_dup_intro:
 * @screening: a screening
 * @level: a level that holds
 *
 * Returns: (transfer full) (nullable): what is said first, below its name
 */
char *
nw_advice_dup_intro (NwScreening    *screening,
                     NwOutcomeLevel  level)
{
  NwResponseItem *outcome;
  char *intro = NULL;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);

  outcome = find_outcome (screening, level);
  if (outcome == NULL)
    return NULL;
  for (NwResponseItem *child = nw_response_item_get_first_child (outcome, 0);
       child != NULL;
       child = nw_response_item_get_next_sibling (child))
    {
      const NwItem *item = nw_response_item_get_item (child);
      const char *text = nw_item_get_text (item, nw_screening_get_language (screening));

      if (item->type == NW_ITEM_DISPLAY && text != NULL && nw_response_item_is_enabled (child)
          && nw_item_get_support_link (item) == NULL)
        add_line (&intro, text);
    }

  return intro;
}

/**
 * nw_advice_dup_reading:
 * @screening: a screening
 * @level: a level that holds
 * @text: (out) (transfer full) (nullable): what the link says
 *
 * Finds what to read about a level: a display whose
 * `questionnaire-supportLink` is `urn:needlewise:article:` and a section’s id.
 *
 * Returns: (transfer full) (nullable): the id of a section of the article
 */
char *
nw_advice_dup_reading (NwScreening     *screening,
                       NwOutcomeLevel   level,
                       char           **text)
{
  NwResponseItem *outcome;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  *text = NULL;
  outcome = find_outcome (screening, level);
  if (outcome == NULL)
    return NULL;
  for (NwResponseItem *child = nw_response_item_get_first_child (outcome, 0);
       child != NULL;
       child = nw_response_item_get_next_sibling (child))
    {
      const NwItem *item = nw_response_item_get_item (child);
      const char *link = nw_item_get_support_link (item);

      if (link != NULL && g_str_has_prefix (link, ARTICLE_PREFIX)
          && nw_response_item_is_enabled (child))
        {
          *text = g_strdup (nw_item_get_text (item, nw_screening_get_language (screening)));
          return g_strdup (link + strlen (ARTICLE_PREFIX));
        }
    }

  return NULL;
}

/**
 * nw_advice_get_always:
 * @screening: a screening
 * @title: (out) (transfer full) (nullable): the heading
 *
 * Finds what stands on every result: the texts of the group `always`. Those
 * between a line that ends in a colon and `always.call` are a list.
 *
 * Returns: (transfer container) (element-type NwAlways): its lines
 */
GPtrArray *
nw_advice_get_always (NwScreening  *screening,
                      char        **title)
{
  const char *language;
  const NwItem *group;
  GPtrArray *lines;
  gboolean in_list = FALSE;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  *title = NULL;
  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_always);
  language = nw_screening_get_language (screening);
  group = nw_questionnaire_find (nw_screening_get_questionnaire (screening), "always");
  if (group == NULL || !nw_questionnaire_has_outcome (nw_screening_get_questionnaire (screening)))
    return lines;

  *title = g_strdup (nw_item_get_text (group, language));
  for (const NwItem *item = group->first_child; item != NULL; item = item->next_sibling)
    {
      const char *text = nw_item_get_text (item, language);
      NwAlways *line;

      if (text == NULL)
        continue;
      if (g_str_has_suffix (item->link_id, ".call"))
        in_list = FALSE;
      line = g_new0 (NwAlways, 1);
      line->text = g_strdup (text);
      line->bullet = in_list;
      g_ptr_array_add (lines, line);
      in_list |= g_str_has_suffix (text, ":");
    }

  return lines;
}
