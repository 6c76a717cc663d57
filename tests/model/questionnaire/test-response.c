/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of editing a response, of what follows from it, and of writing it. */

#include "config.h"

#include "fixture.h"

#include "model/base/nw-error.h"

#include <string.h>

static void
assert_missing (NwResponse *response,
                const char *expected)
{
  g_autoptr (GPtrArray) items = nw_response_get_missing (response);
  g_autofree char *list = list_items (items);

  g_assert_cmpstr (list, ==, expected);
}

static void
assert_same_json (const char *text,
                  const char *expected)
{
  g_autofree char *unquoted = unquote (expected);

  g_assert_cmpstr (text, ==, unquoted);
}

/* Editing */

static void
count_changes_cb (NwResponse *response,
                  GPtrArray *items,
                  guint *n_items)
{
  g_assert_cmpuint (items->len, >, 0);
  *n_items += 1000 + items->len;
}

static void
count_structure_cb (NwResponse *response,
                    guint *n)
{
  (*n)++;
}

static void
test_changed (void)
{
  g_autoptr (NwQuestionnaire) form = read_form (
    "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean','enableWhen':"
    "[{'question':'a','operator':'=','answerBoolean':true}]},{'linkId':'c','type':'boolean'}");
  g_autoptr (NwResponse) response = nw_response_new (form);
  g_autoptr (NwValue) yes = nw_value_new_boolean (TRUE);
  guint n = 0;
  guint n_structure = 0;

  g_signal_connect (response, "changed", G_CALLBACK (count_changes_cb), &n);
  g_signal_connect (response, "structure-changed", G_CALLBACK (count_structure_cb), &n_structure);
  nw_response_set_answer (response, nw_response_find (response, "a"), yes);
  g_assert_cmpuint (n, ==, 1002); /* once, a and b */
  nw_response_set_answer (response, nw_response_find (response, "a"), yes);
  g_assert_cmpuint (n, ==, 1002); /* nothing new */
  nw_response_set_answer (response, nw_response_find (response, "c"), yes);
  g_assert_cmpuint (n, ==, 2003);
  nw_response_set_answer (response, nw_response_find (response, "a"), NULL);
  g_assert_cmpuint (n, ==, 3005);
  g_assert_cmpuint (n_structure, ==, 0);
  g_assert_finalize_object (g_steal_pointer (&response));
}

/* An answer stays in memory while its question is not enabled. */
static void
test_remembered (void)
{
  g_autoptr (NwQuestionnaire) form = read_form (
    "{'linkId':'a','type':'boolean'},{'linkId':'b','type':'boolean','enableWhen':"
    "[{'question':'a','operator':'=','answerBoolean':true}]},"
    "{'linkId':'c','type':'boolean','enableWhen':"
    "[{'question':'b','operator':'=','answerBoolean':true}]}");
  g_autoptr (NwResponse) response = nw_response_new (form);
  g_autoptr (NwValue) yes = nw_value_new_boolean (TRUE);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  g_autofree char *text = NULL;

  nw_response_set_answer (response, nw_response_find (response, "a"), yes);
  nw_response_set_answer (response, nw_response_find (response, "b"), yes);
  nw_response_set_answer (response, nw_response_find (response, "a"), NULL);
  without = list_enabled (response);
  text = nw_response_write_completed (response, NULL, FALSE, NULL);
  nw_response_set_answer (response, nw_response_find (response, "a"), yes);
  with = list_enabled (response);
  g_assert_cmpstr (without, ==, "a");
  g_assert_cmpstr (with, ==, "a b c");
  assert_same_json (text, "{'resourceType':'QuestionnaireResponse','questionnaire':'urn:form|1',"
                          "'status':'completed'}");
}

static void
test_repetitions (void)
{
  g_autoptr (NwQuestionnaire) form = read_form (
    "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'q','type':'boolean',"
    "'initial':[{'valueBoolean':true}]},{'linkId':'t','type':'display','text':'T','enableWhen':"
    "[{'question':'q','operator':'=','answerBoolean':true}]}]},"
    "{'linkId':'far','type':'display','text':'T','enableWhen':"
    "[{'question':'q','operator':'=','answerBoolean':false}]}");
  g_autoptr (NwResponse) response = nw_response_new (form);
  NwResponseItem *first = nw_response_find (response, "g");
  NwResponseItem *second = NULL;
  NwRemoval *removal = NULL;
  g_autofree char *one = list_enabled (response);
  g_autofree char *two = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *restored = NULL;
  guint n = 0;

  g_signal_connect (response, "structure-changed", G_CALLBACK (count_structure_cb), &n);
  g_assert_cmpstr (one, ==, "g q t");
  second = nw_response_add_repetition (response, first);
  two = list_enabled (response);
  /* The rule outside now has two questions that are equally near. */
  g_assert_cmpstr (two, ==, "g q t g q t far");
  g_assert_false (nw_response_is_certain (response));
  g_assert_cmpuint (nw_response_item_get_repetition (second), ==, 1);
  removal = nw_response_remove_repetition (response, first);
  g_assert_nonnull (removal);
  removed = list_enabled (response);
  g_assert_cmpstr (removed, ==, "g q t");
  g_assert_true (nw_response_find (response, "g") == second);
  g_assert_null (nw_response_remove_repetition (response, second));
  g_assert_true (nw_response_restore_repetition (response, removal) == first);
  restored = list_enabled (response);
  g_assert_cmpstr (restored, ==, two);
  g_assert_true (nw_response_find (response, "g") == first);
  nw_removal_free (nw_response_remove_repetition (response, second));
  g_assert_cmpuint (n, ==, 4);
}

/* Items in an answer belong to it, and the last ones stay in memory. */
static void
test_nested (void)
{
  g_autoptr (NwQuestionnaire) form = read_form (
    "{'linkId':'q','type':'integer','repeats':true,'item':[{'linkId':'p','type':'integer'}]}");
  g_autoptr (NwResponse) response = nw_response_new (form);
  NwResponseItem *q = nw_response_find (response, "q");
  g_autoptr (NwValue) one = nw_value_new_integer ("1");
  g_autoptr (NwValue) two = nw_value_new_integer ("2");
  g_autofree char *text = NULL;
  g_autofree char *after = NULL;

  nw_response_add_answer (response, q, one);
  nw_response_add_answer (response, q, two);
  nw_response_set_answer (response, nw_response_item_get_first_child (q, 0), one);
  nw_response_set_answer (response, nw_response_item_get_first_child (q, 1), two);
  text = nw_response_write_completed (response, NULL, FALSE, NULL);
  assert_same_json (text,
    "{'resourceType':'QuestionnaireResponse','questionnaire':'urn:form|1','status':'completed',"
    "'item':[{'linkId':'q','answer':["
    "{'valueInteger':1,'item':[{'linkId':'p','answer':[{'valueInteger':1}]}]},"
    "{'valueInteger':2,'item':[{'linkId':'p','answer':[{'valueInteger':2}]}]}]}]}");
  nw_response_remove_answer (response, q, 0);
  nw_response_remove_answer (response, q, 0);
  g_assert_cmpuint (nw_response_item_get_n_answers (q), ==, 0);
  after = nw_response_write_completed (response, NULL, FALSE, NULL);
  /* Without an answer there is no place for what is in it, */
  assert_same_json (after, "{'resourceType':'QuestionnaireResponse','questionnaire':'urn:form|1',"
                           "'status':'completed'}");
  /* but it is there again once the question is answered. */
  nw_response_set_answer (response, q, one);
  g_assert_cmpstr (nw_value_get_text (nw_response_item_get_answer (
                     nw_response_item_get_first_child (q, 0), 0)), ==, "2");
}

static void
test_initial (void)
{
  g_autoptr (NwQuestionnaire) form = read_form (
    "{'linkId':'a','type':'integer','initial':[{'valueInteger':0}]},"
    "{'linkId':'b','type':'choice','repeats':true,'answerOption':["
    "{'valueCoding':{'code':'x'},'initialSelected':true},{'valueCoding':{'code':'y'}},"
    "{'valueCoding':{'code':'z'},'initialSelected':true}]}");
  g_autoptr (NwResponse) begun = nw_response_new (form);
  g_autoptr (NwResponse) empty = nw_response_new_empty (form);

  g_assert_cmpuint (nw_response_item_get_n_answers (nw_response_find (begun, "a")), ==, 1);
  g_assert_cmpuint (nw_response_item_get_n_answers (nw_response_find (begun, "b")), ==, 2);
  g_assert_cmpuint (nw_response_item_get_n_answers (nw_response_find (empty, "a")), ==, 0);
  g_assert_cmpuint (nw_response_item_get_n_answers (nw_response_find (empty, "b")), ==, 0);
}

/* What is missing */

#define REQUIRED(id) "{'linkId':'" id "','type':'boolean','required':true}"

static const struct
{
  const char *form;
  const char *response;
  const char *missing;
} missing_rows[] = {
  { REQUIRED ("q"), "", "q" },
  { REQUIRED ("q"), "{'linkId':'q','answer':[{'valueBoolean':false}]}", "" },
  /* only where its parent is there */
  { "{'linkId':'g','type':'group','item':[" REQUIRED ("q") "]}", "", "" },
  { "{'linkId':'g','type':'group','item':[" REQUIRED ("q") "]}", "{'linkId':'g'}", "q" },
  { "{'linkId':'g','type':'group','item':[" REQUIRED ("q") ",{'linkId':'p','type':'boolean'}]}",
    "{'linkId':'g','item':[{'linkId':'p','answer':[{'valueBoolean':true}]}]}", "q" },
  { "{'linkId':'g','type':'group','required':true,'item':[" REQUIRED ("q") "]}", "", "g q" },
  { "{'linkId':'g','type':'group','required':true,'item':[{'linkId':'t','type':'display'}]}", "", "" },
  { "{'linkId':'p','type':'boolean','item':[" REQUIRED ("q") "]}", "", "" },
  { "{'linkId':'p','type':'boolean','item':[" REQUIRED ("q") "]}",
    "{'linkId':'p','answer':[{'valueBoolean':true}]}", "q" },
  /* never while it is not enabled, or hidden */
  { "{'linkId':'p','type':'boolean'},{'linkId':'q','type':'boolean','required':true,'enableWhen':"
    "[{'question':'p','operator':'=','answerBoolean':true}]}", "", "" },
  { "{'linkId':'q','type':'boolean','required':true,'extension':[{'url':"
    "'http://hl7.org/fhir/StructureDefinition/questionnaire-hidden','valueBoolean':true}]}", "", "" },
  /* in each repetition */
  { "{'linkId':'g','type':'group','repeats':true,'item':[" REQUIRED ("q") "]}", "", "" },
  { "{'linkId':'g','type':'group','repeats':true,'item':[" REQUIRED ("q") "]}",
    "{'linkId':'g'},{'linkId':'g','item':[{'linkId':'q','answer':[{'valueBoolean':true}]}]},{'linkId':'g'}",
    "q q" },
};

static void
test_missing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (missing_rows); i++)
    {
      g_autoptr (NwQuestionnaire) form = read_form (missing_rows[i].form);
      g_autoptr (NwResponse) response = read_response (form, missing_rows[i].response);

      assert_missing (response, missing_rows[i].missing);
      g_assert_true (nw_response_is_complete (response) == (*missing_rows[i].missing == '\0'));
    }
}

/* Outcomes */

#define LEVEL(id, level, rule, advice) \
  ",{'linkId':'" id "','type':'choice','readOnly':true,'answerOption':[{'initialSelected':true," \
  "'valueCoding':{'system':'urn:needlewise:outcome-level','code':'" level "'}}]," \
  "'enableWhen':[" rule "],'item':[{'linkId':'" advice "','type':'display','text':'A'}]}"
#define IS(id, value) "{'question':'" id "','operator':'=','answerBoolean':" value "}"

static const char outcome_form[] =
  "{'linkId':'p','type':'group','item':[" REQUIRED ("a") "," REQUIRED ("b") "," REQUIRED ("c") "]}"
  LEVEL ("o1", "nothing-found", IS ("a", "false"), "say-nothing")
  LEVEL ("o2", "tell", IS ("b", "true"), "say-tell")
  LEVEL ("o3", "ask-first", IS ("c", "true"), "say-ask")
  LEVEL ("o4", "help-now", IS ("a", "true"), "say-help");

static const struct
{
  const char *answers; /* a, b and c: y, n or - */
  const char *level;
  const char *advice;
  const char *also;
} outcome_rows[] = {
  { "---", NULL, "", "" },
  { "nn-", NULL, "", "" },
  { "yy-", NULL, "", "" },
  { "nnn", "nothing-found", "say-nothing", "" },
  { "nyn", "tell", "say-tell", "" },
  { "nyy", "ask-first", "say-ask", "say-tell" },
  { "yyy", "help-now", "say-help", "" },
};

static void
test_outcome (void)
{
  g_autoptr (NwQuestionnaire) form = read_form (outcome_form);

  for (guint i = 0; i < G_N_ELEMENTS (outcome_rows); i++)
    {
      g_autoptr (NwResponse) response = nw_response_new (form);
      g_autoptr (NwOutcome) outcome = NULL;
      g_autofree char *advice = NULL;
      g_autofree char *also = NULL;

      for (guint j = 0; j < 3; j++)
        {
          char id[] = { "abc"[j], '\0' };
          g_autoptr (NwValue) value = nw_value_new_boolean (outcome_rows[i].answers[j] == 'y');

          if (outcome_rows[i].answers[j] != '-')
            nw_response_set_answer (response, nw_response_find (response, id), value);
        }
      outcome = nw_response_get_outcome (response);
      g_assert_cmpstr (outcome != NULL ? nw_outcome_level_get_code (outcome->level) : NULL, ==,
                       outcome_rows[i].level);
      if (outcome == NULL)
        continue;
      advice = list_items (outcome->advice);
      also = list_items (outcome->also);
      g_assert_cmpstr (advice, ==, outcome_rows[i].advice);
      g_assert_cmpstr (also, ==, outcome_rows[i].also);
    }
}

/* What cannot be evaluated never ends in a result that reassures. */
static void
test_outcome_in_doubt (void)
{
  static const char * const doubts[] = {
    ",{'linkId':'x','type':'hologram'}",
    ",{'linkId':'x','type':'string','modifierExtension':[{'url':'urn:x','valueBoolean':true}]}",
    ",{'linkId':'x','type':'string','extension':[{'url':'http://hl7.org/fhir/uv/sdc/"
    "StructureDefinition/sdc-questionnaire-enableWhenExpression','valueExpression':{}}]}",
    ",{'linkId':'x','type':'decimal','extension':[{'url':'http://hl7.org/fhir/uv/sdc/"
    "StructureDefinition/sdc-questionnaire-calculatedExpression','valueExpression':{}}]}",
    ",{'linkId':'x','type':'string','extension':[{'url':'http://hl7.org/fhir/"
    "StructureDefinition/cqf-expression','valueExpression':{}}]}",
    ",{'linkId':'x','type':'string','enableWhen':[{'question':'a','operator':'~','answerBoolean':true}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (doubts); i++)
    {
      g_autofree char *text = g_strconcat (outcome_form, doubts[i], NULL);
      g_autoptr (NwQuestionnaire) form = read_form (text);
      g_autoptr (NwResponse) response = read_response (
        form, "{'linkId':'p','item':[{'linkId':'a','answer':[{'valueBoolean':false}]},"
              "{'linkId':'b','answer':[{'valueBoolean':false}]},"
              "{'linkId':'c','answer':[{'valueBoolean':false}]}]}");
      g_autoptr (NwOutcome) nothing = nw_response_get_outcome (response);
      g_autoptr (NwOutcome) help = NULL;
      g_autoptr (NwValue) yes = nw_value_new_boolean (TRUE);

      g_assert_null (nothing);
      g_assert_false (nw_response_is_complete (response));
      nw_response_set_answer (response, nw_response_find (response, "a"), yes);
      help = nw_response_get_outcome (response);
      g_assert_nonnull (help);
    }
}

/* Writing */

static void
test_completed (void)
{
  g_autofree char *text = g_strconcat (outcome_form, ",{'linkId':'z','type':'string'}", NULL);
  g_autoptr (NwQuestionnaire) form = read_form (text);
  g_autoptr (NwResponse) response = read_response (
    form, "{'linkId':'p','item':[{'linkId':'a','answer':[{'valueBoolean':false}]},"
          "{'linkId':'b','answer':[{'valueBoolean':true}]}]},{'linkId':'z'}");
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-01-02T03:04:05Z", NULL);
  g_autoptr (NwValue) no = nw_value_new_boolean (FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *completed = NULL;

  g_assert_null (nw_response_write_completed (response, now, FALSE, &error));
  g_assert_error (error, NW_ERROR, NW_ERROR_INCOMPLETE);
  g_assert_nonnull (strstr (error->message, "\nc: required"));
  nw_response_set_answer (response, nw_response_find (response, "c"), no);
  completed = nw_response_write_completed (response, now, FALSE, NULL);
  assert_same_json (completed,
    "{'resourceType':'QuestionnaireResponse','questionnaire':'urn:form|1','status':'completed',"
    "'authored':'2026-01-02T03:04:05+00:00','item':[{'linkId':'p','item':["
    "{'linkId':'a','answer':[{'valueBoolean':false}]},{'linkId':'b','answer':[{'valueBoolean':true}]},"
    "{'linkId':'c','answer':[{'valueBoolean':false}]}]},"
    "{'linkId':'o1','answer':[{'valueCoding':{'system':'urn:needlewise:outcome-level','code':'nothing-found'}}]},"
    "{'linkId':'o2','answer':[{'valueCoding':{'system':'urn:needlewise:outcome-level','code':'tell'},"
    "'item':[{'linkId':'say-tell','text':'A'}]}]}]}");
}

/* A draft that is read and written again is the same, with all that is unknown. */
static void
test_draft (void)
{
  static const char form_text[] =
    "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'q','type':'quantity','repeats':true,"
    "'item':[{'linkId':'p','type':'string'}]}]},{'linkId':'d','type':'decimal'},"
    "{'linkId':'off','type':'choice','enableWhen':[{'question':'d','operator':'exists','answerBoolean':false}]},"
    "{'linkId':'r','type':'reference'}";
  static const char draft[] =
    "{'resourceType':'QuestionnaireResponse','id':'x','subject':{'display':'S'},"
    "'questionnaire':'urn:form|1','status':'in-progress','authored':'2020','item':["
    "{'linkId':'g','extension':[{'url':'urn:e','valueDecimal':1.0}],'item':[{'linkId':'q','answer':["
    "{'valueQuantity':{'value':1.50,'unit':'mg'},'item':[{'linkId':'p','answer':[{'valueString':'a'}]}]},"
    "{'valueQuantity':{'value':2,'comparator':'<','unit':'g','id':'k'},'id':'y'}]},"
    "{'linkId':'strange','answer':[{'valueString':'kept'}]}]},{'linkId':'g'},"
    "{'linkId':'d','answer':[{'valueDecimal':0.10}]},"
    "{'linkId':'off','answer':[{'valueCoding':{'code':'c','version':'3'}}]},"
    "{'linkId':'r','answer':[{'valueReference':{'reference':'Patient/1'}}]},"
    "{'linkId':'other'}]}";
  g_autoptr (NwQuestionnaire) form = read_form (form_text);
  g_autoptr (NwJson) json = read_text (draft);
  g_autoptr (NwFindings) findings = nw_findings_new ("test");
  g_autoptr (NwResponse) response = nw_response_new_from_json (form, json, findings);
  g_autofree char *text = nw_response_write_draft (response, FALSE);

  assert_same_json (text, draft);
  g_assert_cmpuint (nw_findings_get_length (findings), ==, 2);
}

/* What does not fit is told, and nothing is lost or dead. */
static void
test_misfits (void)
{
  static const struct
  {
    const char *response;
    const char *message;
  } rows[] = {
    { "{'linkId':'x'}", "the form has no item" },
    { "{'text':'x'}", "an item without a linkId" },
    { "{'linkId':'p'}", "elsewhere in the form" },
    { "{'linkId':'q','answer':{}}", "not a list of answers" },
    { "{'linkId':'g','answer':[{'valueBoolean':true}]}", "where nothing is asked" },
    { "{'linkId':'q','answer':[{'valueInteger':1}]},{'linkId':'q','answer':[{'valueInteger':2}]}",
      "the same question again" },
    { "{'linkId':'g'},{'linkId':'g'}", "does not repeat" },
    { "{'linkId':'g','item':{}}", "not a list of items" },
    { "{'linkId':'q','item':[{'linkId':'z'}]}", "items beside the answer" },
    { "{'linkId':'q','answer':[{'valueInteger':1.5}]}", "expected an integer" },
    { "{'linkId':'q','answer':[{'valueInteger':'1'}]}", "of the wrong kind" },
    { "{'linkId':'q','answer':[{'valueString':''}]}", "empty" },
    { "17", "without a linkId" },
  };
  g_autoptr (NwQuestionnaire) form = read_form (
    "{'linkId':'g','type':'group','item':[{'linkId':'p','type':'string'}]},"
    "{'linkId':'q','type':'integer'}");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{'resourceType':'QuestionnaireResponse','status':'in-progress','item':[%s]}",
        rows[i].response);
      g_autoptr (NwJson) json = read_text (text);
      g_autoptr (NwFindings) findings = nw_findings_new ("test");
      g_autoptr (NwResponse) response = nw_response_new_from_json (form, json, findings);

      g_assert_nonnull (response);
      g_assert_cmpuint (nw_findings_get_length (findings), >, 0);
      if (strstr (nw_findings_get (findings, 0)->message, rows[i].message) == NULL)
        g_assert_cmpstr (nw_findings_get (findings, 0)->message, ==, rows[i].message);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/response/changed", test_changed);
  g_test_add_func ("/model/response/remembered", test_remembered);
  g_test_add_func ("/model/response/repetitions", test_repetitions);
  g_test_add_func ("/model/response/nested", test_nested);
  g_test_add_func ("/model/response/initial", test_initial);
  g_test_add_func ("/model/response/missing", test_missing);
  g_test_add_func ("/model/response/outcome", test_outcome);
  g_test_add_func ("/model/response/outcome-in-doubt", test_outcome_in_doubt);
  g_test_add_func ("/model/response/completed", test_completed);
  g_test_add_func ("/model/response/draft", test_draft);
  g_test_add_func ("/model/response/misfits", test_misfits);
  return g_test_run ();
}
