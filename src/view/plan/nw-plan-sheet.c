/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Prepare puts on paper and on the clipboard. */

#include "config.h"

#include "view/plan/nw-plan-sheet.h"

#include <glib/gi18n.h>

#include "model/screening/nw-sheet.h"
#include "view/plan/nw-plan-format.h"

/* A label with its value, or with a line to write the value on. */
static void
add_record (GPtrArray  *sheet,
            const char *label,
            const char *value)
{
  gboolean known = value != NULL && *value != '\0';
  /* Translators: what it is, and the value, such as “Licence number: 12345” */
  g_autofree char *text = g_strdup_printf (_("%s: %s"), label, known ? value : "");

  nw_sheet_add (sheet, NW_SHEET_BODY, g_strchomp (text));
  if (!known)
    nw_sheet_add (sheet, NW_SHEET_RULE, " ");
}

static void
add_rules (GPtrArray *sheet,
           int        n)
{
  for (int i = 0; i < n; i++)
    nw_sheet_add (sheet, NW_SHEET_RULE, " ");
}

static void
add_date (GPtrArray *sheet,
          NwPlan    *plan)
{
  g_autoptr (GDateTime) now = nw_clock_get_now (nw_plan_get_clock (plan));
  g_autofree char *date = nw_plan_format_date (now);

  nw_sheet_add (sheet, NW_SHEET_SMALL, date);
}

static char *
format_done (NwPlan  *plan,
             NwCheck  check)
{
  const char *date = nw_plan_get_done_on (plan, check);

  return *date != '\0' ? nw_plan_format_iso_date (date) : NULL;
}

/* Licence */

/* The registers of the chosen country that are for the chosen region. */
static void
add_registers (GPtrArray *sheet,
               NwPlan    *plan,
               NwCountry *country)
{
  const char *region = nw_plan_get_text (plan, NW_PLAN_REGION);

  for (guint i = 0; i < nw_country_get_n_registers (country); i++)
    {
      const NwRegister *entry = nw_country_get_register (country, i);
      g_autofree char *text = NULL;

      if (entry->region != NULL && !g_str_equal (entry->region, region))
        continue;

      text = entry->address != NULL
               /* Translators: first who keeps a register, then its address on the web */
               ? g_strdup_printf (_("%1$s – %2$s"), entry->who, entry->address)
               : g_strdup (entry->who);
      nw_sheet_add (sheet, NW_SHEET_BULLET, text);
    }
}

static void
add_licence (GPtrArray   *sheet,
             NwPlan      *plan,
             NwDirectory *directory)
{
  NwCountry *country = nw_directory_find (directory, nw_plan_get_text (plan, NW_PLAN_COUNTRY));
  const char *id = nw_plan_get_text (plan, NW_PLAN_REGISTER_ID);
  const NwRegister *used = country != NULL ? nw_country_find_register (country, id) : NULL;
  NwLicenceResult result = nw_plan_get_result (plan);
  g_autofree char *done = format_done (plan, NW_CHECK_LICENCE);

  nw_sheet_add (sheet, NW_SHEET_TITLE, _("The Practitioner’s Licence"));
  add_date (sheet, plan);
  if (country != NULL)
    {
      nw_sheet_add (sheet, NW_SHEET_SECTION, _("Where to Look"));
      add_registers (sheet, plan, country);
    }
  nw_sheet_add (sheet, NW_SHEET_SECTION, _("What You Found"));
  add_record (sheet, _("Practitioner"), nw_plan_get_text (plan, NW_PLAN_PRACTITIONER));
  add_record (sheet, _("Licence number"), nw_plan_get_text (plan, NW_PLAN_NUMBER));
  add_record (sheet, _("Looked up with"), used != NULL ? used->who : NULL);
  add_record (sheet, _("Result"),
              result != NW_LICENCE_NONE ? nw_plan_format_result (result) : NULL);
  add_record (sheet, _("Checked by"), nw_plan_get_text (plan, NW_PLAN_CHECKED_BY));
  add_record (sheet, _("Licence checked on"), done);
  add_record (sheet, _("Note"), nw_plan_get_text (plan, NW_PLAN_LICENCE_NOTE));
}

/* Insurance */

static void
add_call (GPtrArray        *sheet,
          NwPlan           *plan,
          NwInsuranceGuide *guide)
{
  GPtrArray *script = nw_insurance_guide_get_script (guide);
  g_autofree char *done = format_done (plan, NW_CHECK_INSURANCE);

  nw_sheet_add (sheet, NW_SHEET_TITLE, _("Questions for the Insurer"));
  add_date (sheet, plan);
  for (guint i = 0; i < script->len; i++)
    {
      const NwGuideQuestion *question = g_ptr_array_index (script, i);
      const char *answer = nw_plan_get_answer (plan, question->id);
      g_autofree char *label = nw_plan_format_numbered (i, question->question);

      nw_sheet_add (sheet, NW_SHEET_SECTION, label);
      nw_sheet_add (sheet, NW_SHEET_SMALL, question->hint);
      if (*answer != '\0')
        add_record (sheet, _("Answer"), answer);
      else
        add_rules (sheet, 2);
    }
  nw_sheet_add (sheet, NW_SHEET_SECTION, _("After the Call"));
  add_record (sheet, _("Spoke to"), nw_plan_get_text (plan, NW_PLAN_SPOKE_TO));
  add_record (sheet, _("Reference of the call"), nw_plan_get_text (plan, NW_PLAN_REFERENCE));
  add_record (sheet, _("Date of the call"), done);
  add_record (sheet, _("Note"), nw_plan_get_text (plan, NW_PLAN_INSURANCE_NOTE));
}

/* Questions */

static void
add_question (GPtrArray  *sheet,
              NwPlan     *plan,
              const char *id,
              const char *text,
              gboolean    ticked)
{
  if (nw_plan_get_ticked (plan, id) != ticked)
    return;

  nw_sheet_add (sheet, NW_SHEET_BOX, text);
  if (ticked)
    add_rules (sheet, 1);
}

/* Those that are ticked get a line for the answer. */
static void
add_practitioner_questions (GPtrArray        *sheet,
                            NwPlan           *plan,
                            NwInsuranceGuide *guide,
                            gboolean          ticked)
{
  GPtrArray *questions = nw_insurance_guide_get_practitioner (guide);
  guint before;

  nw_sheet_add (sheet, NW_SHEET_SECTION, ticked ? _("I Want to Ask") : _("More to Ask"));
  before = sheet->len;
  for (guint i = 0; i < questions->len; i++)
    {
      const NwGuideQuestion *question = g_ptr_array_index (questions, i);

      add_question (sheet, plan, question->id, question->question, ticked);
    }
  for (guint i = 0; i < nw_plan_get_n_own_questions (plan); i++)
    {
      const char *id;
      const char *text = nw_plan_get_own_question (plan, i, &id);

      add_question (sheet, plan, id, text, ticked);
    }
  if (sheet->len == before)
    g_ptr_array_set_size (sheet, (int) before - 1);
}

static void
add_questions (GPtrArray        *sheet,
               NwPlan           *plan,
               NwInsuranceGuide *guide)
{
  GPtrArray *four = nw_insurance_guide_get_four (guide);

  nw_sheet_add (sheet, NW_SHEET_TITLE, _("Questions for the Practitioner"));
  add_date (sheet, plan);
  add_practitioner_questions (sheet, plan, guide, TRUE);
  add_practitioner_questions (sheet, plan, guide, FALSE);
  nw_sheet_add (sheet, NW_SHEET_SECTION, _("Four That Suit Any Treatment"));
  for (guint i = 0; i < four->len; i++)
    nw_sheet_add (sheet, NW_SHEET_BOX, ((NwGuideQuestion *) g_ptr_array_index (four, i))->question);
  nw_sheet_add (sheet, NW_SHEET_SECTION, nw_insurance_guide_get_warning (guide));
}

/**
 * nw_plan_sheet_new:
 * @parts: what the sheet holds
 * @plan: what the person has written
 * @directory: the directory of registers
 * @guide: the questions
 *
 * Writes a sheet of what is to be asked and of what was found. Where nothing is
 * written yet there are lines to write on.
 *
 * Returns: (transfer container) (element-type NwSheetLine): its lines
 */
GPtrArray *
nw_plan_sheet_new (NwPlanSheetParts  parts,
                   NwPlan           *plan,
                   NwDirectory      *directory,
                   NwInsuranceGuide *guide)
{
  GPtrArray *sheet;

  g_return_val_if_fail (NW_IS_PLAN (plan), NULL);
  g_return_val_if_fail (NW_IS_DIRECTORY (directory), NULL);
  g_return_val_if_fail (NW_IS_INSURANCE_GUIDE (guide), NULL);

  sheet = nw_sheet_new_empty ();
  if ((parts & NW_PLAN_SHEET_LICENCE) != 0)
    add_licence (sheet, plan, directory);
  if ((parts & NW_PLAN_SHEET_CALL) != 0)
    add_call (sheet, plan, guide);
  if ((parts & NW_PLAN_SHEET_QUESTIONS) != 0)
    add_questions (sheet, plan, guide);
  return sheet;
}
