/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody should know of a form before filling it in. */

#include "config.h"

#include "model/screening/nw-form-remarks.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is asked, and what of it cannot be answered here. */
static void
count_questions (NwQuestionnaire *form,
                 guint           *asked,
                 guint           *unanswerable,
                 gboolean        *opaque)
{
  const NwItem *items;
  guint n_items;

  *asked = *unanswerable = 0;
  *opaque = nw_questionnaire_is_opaque (form);
  items = nw_questionnaire_get_items (form, &n_items);
  for (guint i = 0; i < n_items; i++)
    {
      const NwItem *item = &items[i];

      *opaque |= item->opaque || item->rule_unknown;
      if (item->hidden || item->outcome_level != NW_OUTCOME_NONE || !nw_item_is_question (item))
        continue;
      (*asked)++;
      *unanswerable += !nw_item_is_answerable (item);
    }
}

static void
add_status (GPtrArray       *remarks,
            NwQuestionnaire *form)
{
  const char *status = nw_questionnaire_get_status (form);

  if (g_strcmp0 (status, "draft") == 0)
    g_ptr_array_add (remarks, g_strdup (_("Those who wrote this form call it a draft. Ask them "
                                          "whether it is the one to fill in.")));
  else if (g_strcmp0 (status, "retired") == 0)
    g_ptr_array_add (remarks, g_strdup (_("This form is no longer in use. Ask for the one that "
                                          "took its place.")));
}

/**
 * nw_form_remarks_list:
 * @form: a form
 *
 * Says in plain words what of the findings concerns somebody who fills the
 * form in. The rest concerns those who wrote it.
 *
 * Returns: (transfer container) (element-type utf8): the sentences
 */
GPtrArray *
nw_form_remarks_list (NwQuestionnaire *form)
{
  GPtrArray *remarks;
  guint asked;
  guint unanswerable;
  gboolean opaque;

  g_return_val_if_fail (form != NULL, NULL);

  remarks = g_ptr_array_new_with_free_func (g_free);
  count_questions (form, &asked, &unanswerable, &opaque);
  add_status (remarks, form);
  if (asked == 0)
    g_ptr_array_add (remarks, g_strdup (_("This form asks nothing. It can only be read.")));
  if (unanswerable > 0)
    g_ptr_array_add (remarks,
                     g_strdup_printf (ngettext ("%u question can’t be answered here. Please answer "
                                                "it on paper, or in person.",
                                                "%u questions can’t be answered here. Please "
                                                "answer them on paper, or in person.",
                                                unanswerable),
                                      unanswerable));
  if (opaque)
    g_ptr_array_add (remarks, g_strdup (_("This form has a part that can’t be worked out here. "
                                          "You may see questions that don’t concern you, and no "
                                          "result is shown that could reassure you wrongly.")));
  return remarks;
}

/**
 * nw_form_remarks_get_language:
 * @tag: a language tag, such as `de-AT`
 *
 * Returns: (transfer none): the language’s own name for itself, or @tag
 */
const char *
nw_form_remarks_get_language (const char *tag)
{
  static const struct
  {
    const char *code;
    const char *name;
  } languages[] = {
    { "ar", "العربية" }, { "da", "Dansk" }, { "de", "Deutsch" }, { "el", "Ελληνικά" },
    { "en", "English" }, { "es", "Español" }, { "fi", "Suomi" }, { "fr", "Français" },
    { "hi", "हिन्दी" }, { "it", "Italiano" }, { "ja", "日本語" }, { "ko", "한국어" },
    { "nb", "Norsk" }, { "nl", "Nederlands" }, { "no", "Norsk" }, { "pl", "Polski" },
    { "pt", "Português" }, { "ru", "Русский" }, { "sv", "Svenska" }, { "tr", "Türkçe" },
    { "uk", "Українська" }, { "zh", "中文" },
  };
  gsize length;

  g_return_val_if_fail (tag != NULL, NULL);

  length = strcspn (tag, "-_");
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (length == strlen (languages[i].code)
        && g_ascii_strncasecmp (tag, languages[i].code, length) == 0)
      return languages[i].name;
  return tag;
}
