/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet to take along, line by line: for the printer and as plain text. */

#include "config.h"

#include "model/screening/nw-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "model/screening/nw-advice.h"
#include "model/screening/nw-answer-text.h"
#include "model/screening/nw-summary.h"

static void
free_line (NwSheetLine *line)
{
  g_free (line->text);
  g_free (line);
}

static void
add (GPtrArray   *sheet,
     NwSheetKind  kind,
     const char  *text)
{
  NwSheetLine *line;

  if (text == NULL || *text == '\0')
    return;
  line = g_new0 (NwSheetLine, 1);
  line->kind = kind;
  line->text = g_strdup (text);
  g_ptr_array_add (sheet, line);
}

/* One line of the sheet for each line of the text. */
static void
add_lines (GPtrArray   *sheet,
           NwSheetKind  kind,
           const char  *text)
{
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    return;
  lines = g_strsplit (text, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    add (sheet, kind, lines[i]);
}

static void
add_top (GPtrArray   *sheet,
         NwScreening *screening,
         GDateTime   *now)
{
  NwQuestionnaire *questionnaire = nw_screening_get_questionnaire (screening);
  const char *version = nw_questionnaire_get_version (questionnaire);
  /* Translators: a date such as 21 March 2026, in the codes of strftime */
  g_autofree char *date = g_date_time_format (now, _("%-d %B %Y"));
  /* Translators: a date, and the version of a form */
  g_autofree char *small = version != NULL
                             ? g_strdup_printf (_("%s · Form version %s"), date, version)
                             : g_strdup (date);

  add (sheet, NW_SHEET_TITLE, nw_questionnaire_get_title (questionnaire));
  add (sheet, NW_SHEET_SMALL, small);
}

static void
add_answers (GPtrArray   *sheet,
             NwScreening *screening)
{
  g_autoptr (NwSummary) summary = nw_summary_new (screening);

  add (sheet, NW_SHEET_SECTION, _("Answers"));
  for (guint i = 0; i < nw_summary_get_n (summary); i++)
    {
      const NwSummaryEntry *entry = nw_summary_get (summary, i);
      g_autofree char *answer = g_strdup (entry->answer != NULL ? entry->answer : _("Left empty"));
      g_auto (GStrv) parts = g_strsplit (answer, "\n", -1);
      g_autofree char *joined = g_strjoinv ("; ", parts);
      g_autofree char *question = nw_summary_entry_dup_question (entry);
      /* Translators: a question, and what was answered */
      g_autofree char *text = g_strdup_printf (_("%s %s"), question, joined);

      add (sheet, NW_SHEET_QUESTION, text);
      /* The answer is what is looked for. */
      if (g_str_has_suffix (text, joined))
        ((NwSheetLine *) g_ptr_array_index (sheet, sheet->len - 1))->strong =
          strlen (text) - strlen (joined);
    }
}

static void
add_record (GPtrArray  *sheet,
            const char *label,
            const char *value)
{
  g_autofree char *text = NULL;

  if (value == NULL || *value == '\0')
    return;
  /* Translators: what it is, and the value, such as “Licence number: 12345” */
  text = g_strdup_printf (_("%s: %s"), label, value);
  add (sheet, NW_SHEET_RECORD, text);
}

/* Somebody else’s form: whose it is, and what it says in its own words. */
static void
add_theirs (GPtrArray       *sheet,
            NwScreening     *screening,
            const NwOutcome *outcome)
{
  NwQuestionnaire *questionnaire = nw_screening_get_questionnaire (screening);
  /* Translators: %s is the name of a file */
  g_autofree char *whose = g_strdup_printf (_("This form is from the file “%s”, not from "
                                              "Needlewise."),
                                            nw_screening_get_source (screening));

  add_record (sheet, _("Publisher"), nw_questionnaire_get_publisher (questionnaire));
  add (sheet, NW_SHEET_BODY, whose);
  if (outcome != NULL && outcome->level != NW_OUTCOME_NONE)
    {
      g_autofree char *title = nw_advice_dup_title (screening, outcome->level);
      g_autofree char *intro = nw_advice_dup_intro (screening, outcome->level);

      add (sheet, NW_SHEET_SECTION, _("What the Form Says"));
      add (sheet, NW_SHEET_BODY, title);
      add_lines (sheet, NW_SHEET_BODY, intro);
      for (guint i = 0; i < outcome->advice->len; i++)
        {
          const NwResponseItem *item = g_ptr_array_index (outcome->advice, i);
          const NwItem *definition = nw_response_item_get_item ((NwResponseItem *) item);

          if (definition->parent != nw_response_item_get_item (outcome->item))
            add_lines (sheet, NW_SHEET_BULLET,
                       nw_item_get_text (definition, nw_screening_get_language (screening)));
        }
    }
  add_answers (sheet, screening);
}

static void
add_advice (GPtrArray *sheet,
            GPtrArray *advice,
            gsize      offset,
            NwSheetKind kind)
{
  for (guint i = 0; i < advice->len; i++)
    add_lines (sheet, kind, G_STRUCT_MEMBER (char *, g_ptr_array_index (advice, i), offset));
}

static void
add_result (GPtrArray      *sheet,
            NwScreening    *screening,
            NwOutcomeLevel  level,
            GPtrArray      *advice,
            GPtrArray      *below)
{
  g_autofree char *title = nw_advice_dup_title (screening, level);
  g_autofree char *intro = nw_advice_dup_intro (screening, level);

  add (sheet, NW_SHEET_LEVEL, title);
  add_lines (sheet, NW_SHEET_BODY, intro);
  add (sheet, NW_SHEET_SECTION, _("Please Note"));
  add_advice (sheet, advice, G_STRUCT_OFFSET (NwAdvice, say), NW_SHEET_NOTE);
  add_advice (sheet, below, G_STRUCT_OFFSET (NwAdvice, say), NW_SHEET_NOTE);
  add (sheet, NW_SHEET_SECTION, _("What to Do"));
  add_advice (sheet, advice, G_STRUCT_OFFSET (NwAdvice, todo), NW_SHEET_BULLET);
  add_advice (sheet, below, G_STRUCT_OFFSET (NwAdvice, todo), NW_SHEET_BULLET);
}

static gboolean
has_advice (GPtrArray  *advice,
            GPtrArray  *below,
            const char *only)
{
  g_autofree char *link_id = g_strdup_printf ("advice.%s", only);
  GPtrArray *lists[] = { advice, below };

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++)
      if (g_str_equal (((const NwAdvice *) g_ptr_array_index (lists[i], j))->link_id, link_id))
        return TRUE;

  return FALSE;
}

static void
add_questions (GPtrArray        *sheet,
               NwInsuranceGuide *guide,
               GPtrArray        *advice,
               GPtrArray        *below)
{
  GPtrArray *lists[] = { nw_insurance_guide_get_four (guide),
                         nw_insurance_guide_get_practitioner (guide) };

  add (sheet, NW_SHEET_SECTION, _("Questions to Ask"));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; lists[i] != NULL && j < lists[i]->len; j++)
      {
        const NwGuideQuestion *question = g_ptr_array_index (lists[i], j);

        if (question->only == NULL || has_advice (advice, below, question->only))
          add (sheet, NW_SHEET_ASK, question->question);
      }
}

/* Only what was filled in. */
static void
add_plan (GPtrArray *sheet,
          NwPlan    *plan)
{
  g_autofree char *licence =
    nw_answer_text_format_date (nw_plan_get_done_on (plan, NW_CHECK_LICENCE));
  g_autofree char *insurance =
    nw_answer_text_format_date (nw_plan_get_done_on (plan, NW_CHECK_INSURANCE));
  guint before;

  add (sheet, NW_SHEET_SECTION, _("Licence and Insurance"));
  before = sheet->len;
  add_record (sheet, _("Practitioner"), nw_plan_get_text (plan, NW_PLAN_PRACTITIONER));
  add_record (sheet, _("Licence number"), nw_plan_get_text (plan, NW_PLAN_NUMBER));
  add_record (sheet, _("Licence checked on"), licence);
  add_record (sheet, _("Insurance checked on"), insurance);
  add_record (sheet, _("Spoke to"), nw_plan_get_text (plan, NW_PLAN_SPOKE_TO));
  add_record (sheet, _("Reference of the call"), nw_plan_get_text (plan, NW_PLAN_REFERENCE));
  if (sheet->len == before)
    g_ptr_array_set_size (sheet, (int) before - 1);
}

static void
add_always (GPtrArray   *sheet,
            NwScreening *screening)
{
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) lines = nw_advice_get_always (screening, &title);

  add (sheet, NW_SHEET_SECTION, title);
  for (guint i = 0; i < lines->len; i++)
    {
      const NwAlways *line = g_ptr_array_index (lines, i);

      add (sheet, line->bullet ? NW_SHEET_BULLET : NW_SHEET_BODY, line->text);
    }
}

/**
 * nw_sheet_new:
 * @screening: a screening
 * @plan: (nullable): the preparation, for the licence and the insurance
 * @guide: (nullable): the questions to ask
 * @now: the date to print
 *
 * Writes the sheet. Where help is needed now it says only that; a form without
 * a result of its own gets a list of its answers.
 *
 * Returns: (transfer container) (element-type NwSheetLine): its lines
 */
GPtrArray *
nw_sheet_new (NwScreening      *screening,
              NwPlan           *plan,
              NwInsuranceGuide *guide,
              GDateTime        *now)
{
  g_autoptr (NwOutcome) outcome = NULL;
  GPtrArray *sheet;

  g_return_val_if_fail (NW_IS_SCREENING (screening), NULL);
  g_return_val_if_fail (now != NULL, NULL);

  sheet = nw_sheet_new_empty ();
  add_top (sheet, screening, now);
  outcome = nw_response_get_outcome (nw_screening_get_response (screening));
  if (nw_screening_get_source (screening) != NULL)
    {
      add_theirs (sheet, screening, outcome);
      return sheet;
    }
  if (outcome != NULL && outcome->level != NW_OUTCOME_NONE)
    {
      g_autoptr (GPtrArray) advice = nw_advice_list (screening, outcome->level);
      g_autoptr (GPtrArray) below = nw_advice_list_below (screening, outcome->level);

      add_result (sheet, screening, outcome->level, advice, below);
      add_answers (sheet, screening);
      if (outcome->level != NW_OUTCOME_HELP_NOW && guide != NULL)
        add_questions (sheet, guide, advice, below);
      if (outcome->level != NW_OUTCOME_HELP_NOW && plan != NULL)
        add_plan (sheet, plan);
    }
  else
    add_answers (sheet, screening);
  add_always (sheet, screening);

  return sheet;
}

/**
 * nw_sheet_new_empty:
 *
 * Returns: (transfer container) (element-type NwSheetLine): a sheet without
 *   lines
 */
GPtrArray *
nw_sheet_new_empty (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);
}

/**
 * nw_sheet_add:
 * @sheet: (element-type NwSheetLine): a sheet
 * @kind: what the line is
 * @text: (nullable): what it says; without it there is no line
 *
 * Adds a line at the end.
 */
void
nw_sheet_add (GPtrArray   *sheet,
              NwSheetKind  kind,
              const char  *text)
{
  g_return_if_fail (sheet != NULL);

  add (sheet, kind, text);
}

/**
 * nw_sheet_dup_text:
 * @sheet: (element-type NwSheetLine): a sheet
 *
 * Returns: (transfer full): the sheet as plain text
 */
char *
nw_sheet_dup_text (GPtrArray *sheet)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (sheet != NULL, NULL);

  for (guint i = 0; i < sheet->len; i++)
    {
      const NwSheetLine *line = g_ptr_array_index (sheet, i);

      if (line->kind == NW_SHEET_RULE)
        continue;
      if (line->kind == NW_SHEET_SECTION || line->kind == NW_SHEET_LEVEL
          || (line->kind == NW_SHEET_TITLE && i > 0))
        g_string_append_c (text, '\n');
      if (line->kind == NW_SHEET_BOX)
        g_string_append (text, "☐ ");
      if (line->kind == NW_SHEET_BULLET || line->kind == NW_SHEET_QUESTION
          || line->kind == NW_SHEET_ASK || line->kind == NW_SHEET_NOTE)
        g_string_append (text, "• ");
      g_string_append (text, line->text);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}
