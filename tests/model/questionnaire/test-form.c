/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests what is said about a form: errors that make it meaningless, and warnings. */

#include "config.h"

#include <time.h>

#include "fixture.h"

#include <string.h>

/* The first finding about a form, or NULL. */
static char *
find_first (const char *text)
{
  g_autofree char *unquoted = unquote (text);
  g_autoptr (GBytes) bytes = g_bytes_new (unquoted, strlen (unquoted));
  g_autoptr (NwJson) json = nw_json_new_from_bytes (bytes, "F", NULL, NULL);
  g_autoptr (NwFindings) findings = nw_findings_new ("F");
  g_autoptr (NwQuestionnaire) form = NULL;

  g_assert_nonnull (json);
  form = nw_questionnaire_new_from_json (json, findings);
  g_assert_true ((form == NULL) == nw_findings_has_errors (findings));
  if (form != NULL)
    nw_questionnaire_lint (form, findings);
  return nw_findings_get_length (findings) > 0 ? nw_findings_dup_line (findings, 0) : NULL;
}

static const struct
{
  const char *text;
  const char *start;
} whole_rows[] = {
  { "17", "F: error: /: not a Questionnaire" },
  { "{}", "F: error: /: not a Questionnaire" },
  { "{'resourceType':'Patient'}", "F: error: /resourceType: not a Questionnaire" },
  { "{'resourceType':'Questionnaire','status':'draft'}", "F: error: /: no items" },
  { "{'resourceType':'Questionnaire','status':'draft','item':[]}", "F: error: /: no items" },
  { "{'resourceType':'Questionnaire','status':'draft','item':{}}", "F: warning: /item: not a list" },
  { "{'resourceType':'Questionnaire','item':[{'linkId':'a','type':'string'}]}", "F: warning: /: no status" },
  { "{'resourceType':'Questionnaire','status':'draft','modifierExtension':[],"
    "'item':[{'linkId':'a','type':'string'}]}", "F: warning: /modifierExtension: an extension" },
  { "{'resourceType':'Questionnaire','status':'draft','colour':1,"
    "'item':[{'linkId':'a','type':'string'}]}", "F: warning: /colour: “colour” is not a member" },
};

#define S "http://hl7.org/fhir/StructureDefinition/"

static const struct
{
  const char *items;
  const char *start; /* NULL where nothing is wrong */
} item_rows[] = {
  { "{'linkId':'a','type':'string','text':'T','required':true,'repeats':true,'maxLength':3}", NULL },
  { "{'type':'string'}", "F: error: /item/0: an item without a linkId" },
  { "{'linkId':'a','type':'string'},{'linkId':'a','type':'string'}", "F: error: /item/1/linkId: que-2" },
  { "{'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'exists','answerBoolean':true}]}",
    "F: error: /item/0/enableWhen/0/question: a rule that points at nothing" },
  { "{'linkId':'a','type':'string','enableWhen':[{'question':'a','operator':'exists','answerBoolean':true}]}",
    "F: error: /item/0/enableWhen/0/question: a rule that points inside" },
  { "{'linkId':'g','type':'group','enableWhen':[{'question':'a','operator':'exists','answerBoolean':true}],"
    "'item':[{'linkId':'a','type':'string'}]}",
    "F: error: /item/0/enableWhen/0/question: a rule that points inside" },
  { "{'linkId':'g','type':'group'}", "F: warning: /item/0: que-1" },
  { "{'linkId':'d','type':'display','text':'T','item':[{'linkId':'a','type':'string'}]}", "F: warning: /item/0/item: que-1" },
  { "{'linkId':'d','type':'display','text':'T','code':[{'code':'c'}]}", "F: warning: /item/0/code: que-3" },
  { "{'linkId':'a','type':'choice','answerOption':[{'valueCoding':{'code':'c'}}],'answerValueSet':'#v'}",
    "F: warning: /item/0/answerValueSet: que-4" },
  { "{'linkId':'a','type':'boolean','answerOption':[{'valueInteger':1}]}", "F: warning: /item/0/answerOption: que-5" },
  { "{'linkId':'d','type':'display','text':'T','required':true}", "F: warning: /item/0/required: que-6" },
  { "{'linkId':'a','type':'string'},{'linkId':'b','type':'string','enableWhen':"
    "[{'question':'a','operator':'exists','answerString':'x'}]}", "F: warning: /item/1/enableWhen/0: que-7" },
  { "{'linkId':'d','type':'display','text':'T','initial':[{'valueString':'x'}]}", "F: warning: /item/0/initial: que-8" },
  { "{'linkId':'d','type':'display','text':'T','readOnly':true}", "F: warning: /item/0/readOnly: que-9" },
  { "{'linkId':'a','type':'date','maxLength':3}", "F: warning: /item/0/maxLength: que-10" },
  { "{'linkId':'a','type':'choice','answerOption':[{'valueCoding':{'code':'c'}}],'initial':[{'valueCoding':{'code':'c'}}]}",
    "F: warning: /item/0/initial: que-11" },
  { "{'linkId':'a','type':'string'},{'linkId':'b','type':'string','enableWhen':["
    "{'question':'a','operator':'=','answerString':'x'},{'question':'a','operator':'=','answerString':'y'}]}",
    "F: warning: /item/1: que-12" },
  { "{'linkId':'a','type':'string','initial':[{'valueString':'x'},{'valueString':'y'}]}",
    "F: warning: /item/0/initial: que-13" },
  { "{'linkId':'a','type':'hologram'}", "F: warning: /item/0/type: a type that is not known" },
  { "{'linkId':'a'}", "F: warning: /item/0: an item without a type" },
  { "{'linkId':'a','type':'attachment'}", "F: warning: /item/0/type: this type cannot be answered" },
  { "{'linkId':'a','type':'string','required':'yes'}", "F: warning: /item/0/required: neither true nor false" },
  { "{'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'=','answerString':'x'}]},"
    "{'linkId':'b','type':'string'}", "F: warning: /item/0/enableWhen/0: a rule that points forward" },
  { "{'linkId':'a','type':'string'},{'linkId':'b','type':'string','enableWhen':"
    "[{'question':'a','operator':'=','answerInteger':1}]}",
    "F: warning: /item/1/enableWhen/0: compares with a value of another type" },
  { "{'linkId':'a','type':'choice','answerOption':[{'valueCoding':{'code':'c'}}]},"
    "{'linkId':'b','type':'string','enableWhen':[{'question':'a','operator':'=','answerCoding':{'code':'z'}}]}",
    "F: warning: /item/1/enableWhen/0: compares with an answer that “a” does not offer" },
  { "{'linkId':'a','type':'choice','answerValueSet':'http://x'}", "F: warning: /item/0/answerValueSet: the answers are not" },
  { "{'linkId':'a','type':'string','extension':[{'url':'" S "regex','valueString':'('}]}", "F: warning: /item/0: the regular" },
  { "{'linkId':'a','type':'string','extension':[{'url':'urn:unknown'}]}", "F: warning: /item/0/extension/0: the extension" },
  { "{'linkId':'a','type':'string','extension':[{'url':'http://hl7.org/fhir/uv/sdc/StructureDefinition/"
    "sdc-questionnaire-calculatedExpression'}]}", "F: warning: /item/0/extension/0: “sdc-questionnaire-calc" },
  { "{'linkId':'a','type':'integer','initial':[{'valueString':'x'}]}", "F: warning: /item/0/initial: an initial value" },
  { "{'linkId':'a','type':'integer','initial':[{'valueInteger':99999999999}]}",
    "F: warning: /item/0/initial/0/valueInteger: expected an integer" },
  { "17,{'linkId':'a','type':'string'}", "F: warning: /item/0: not an item" },
  { "{'linkId':'a','type':'string','enableWhen':{'x':[1]},'answerOption':[[1]],'initial':{'x':[1]}}",
    "F: warning: /item/0/enableWhen: not a list" },
  { "{'linkId':'a','type':'choice','answerOption':[{'valueCoding':[1]}]}",
    "F: warning: /item/0/answerOption/0/valueCoding: of the wrong kind" },
  { "{'linkId':'a','type':'quantity','initial':[{'valueQuantity':[1]}]}",
    "F: warning: /item/0/initial/0/valueQuantity: of the wrong kind" },
};

static void
assert_start (const char *text,
              const char *start)
{
  g_autofree char *found = find_first (text);

  if (start == NULL || found == NULL || !g_str_has_prefix (found, start))
    g_assert_cmpstr (found, ==, start);
}

static void
test_whole (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (whole_rows); i++)
    assert_start (whole_rows[i].text, whole_rows[i].start);
}

static void
test_items (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_rows); i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{'resourceType':'Questionnaire','status':'draft','item':[%s]}", item_rows[i].items);

      assert_start (text, item_rows[i].start);
    }
}

/* The tree and the attributes */
static void
test_attributes (void)
{
  g_autoptr (NwQuestionnaire) form = read_form (
    "{'linkId':'g','type':'group','readOnly':true,'item':[{'linkId':'a','type':'choice','prefix':'1.',"
    "'text':'Hello','_text':{'extension':[{'url':'" S "translation','extension':[{'url':'lang','valueCode':'es'},"
    "{'url':'content','valueString':'Hola'}]}]},'maxLength':7,'answerOption':["
    "{'valueCoding':{'system':'s','code':'c','display':'C'},'extension':["
    "{'url':'" S "questionnaire-optionExclusive','valueBoolean':true},"
    "{'url':'" S "ordinalValue','valueDecimal':1.0},{'url':'" S "questionnaire-optionPrefix','valueString':'a)'}]}],"
    "'extension':[{'url':'" S "questionnaire-itemControl','valueCodeableConcept':{'coding':[{'code':'drop-down'}]}},"
    "{'url':'" S "minValue','valueInteger':3},{'url':'" S "entryFormat','valueString':'X'},"
    "{'url':'" S "questionnaire-hidden','valueBoolean':true}]},"
    "{'linkId':'b','type':'string'}]},{'linkId':'z','type':'string'}");
  guint n = 0;
  const NwItem *items = nw_questionnaire_get_items (form, &n);
  const NwItem *a = nw_questionnaire_find (form, "a");

  g_assert_cmpuint (n, ==, 4);
  g_assert_true (items[0].first_child == a);
  g_assert_true (items[0].next_sibling == nw_questionnaire_find (form, "z"));
  g_assert_true (a->parent == &items[0]);
  g_assert_true (a->next_sibling == nw_questionnaire_find (form, "b"));
  g_assert_null (a->next_sibling->next_sibling);
  g_assert_true (a->read_only && a->hidden && !a->next_sibling->hidden);
  g_assert_cmpint (a->control, ==, NW_CONTROL_DROP_DOWN);
  g_assert_cmpstr (nw_item_get_text (a, "es_MX"), ==, "Hola");
  g_assert_cmpstr (nw_item_get_text (a, "fr"), ==, "Hello");
  g_assert_cmpstr (a->prefix, ==, "1.");
  g_assert_cmpuint (a->max_length, ==, 7);
  g_assert_cmpuint (a->n_options, ==, 1);
  g_assert_true (a->options[0].exclusive);
  g_assert_cmpstr (a->options[0].ordinal, ==, "1.0");
  g_assert_cmpstr (a->options[0].prefix, ==, "a)");
  g_assert_cmpstr (nw_item_get_option_text (a, 0, NULL), ==, "C");
  g_assert_cmpstr (nw_value_get_text (a->limits->min_value), ==, "3");
  g_assert_cmpstr (a->limits->entry_format, ==, "X");
}

static void
test_value_sets (void)
{
  g_autoptr (NwJson) json = read_text (
    "{'resourceType':'Questionnaire','status':'draft','contained':["
    "{'resourceType':'ValueSet','id':'e','expansion':{'contains':[{'system':'s','code':'1','contains':["
    "{'system':'s','code':'2','display':'Two'},{'system':'s','code':'x','inactive':true}]},{'code':'3','system':'s'}]}},"
    "{'resourceType':'ValueSet','id':'c','compose':{'include':[{'system':'s','concept':[{'code':'4'}]},"
    "{'system':'t','concept':[{'code':'5'}]}]}},"
    "{'resourceType':'ValueSet','id':'f','compose':{'include':[{'system':'s','filter':[]}]}}],"
    "'item':[{'linkId':'e','type':'choice','answerValueSet':'#e'},{'linkId':'c','type':'choice','answerValueSet':'#c'},"
    "{'linkId':'f','type':'choice','answerValueSet':'#f'},{'linkId':'e2','type':'choice','answerValueSet':'#e'}]}");
  g_autoptr (NwFindings) findings = nw_findings_new ("F");
  g_autoptr (NwQuestionnaire) form = nw_questionnaire_new_from_json (json, findings);
  const NwItem *e = nw_questionnaire_find (form, "e");
  const NwItem *c = nw_questionnaire_find (form, "c");

  g_assert_cmpuint (e->n_options, ==, 3);
  g_assert_cmpstr (nw_value_get_display (e->options[1].value), ==, "Two");
  g_assert_cmpuint (c->n_options, ==, 2);
  g_assert_cmpstr (nw_value_get_system (c->options[1].value), ==, "t");
  g_assert_true (nw_questionnaire_find (form, "e2")->options == e->options);
  g_assert_cmpuint (nw_questionnaire_find (form, "f")->n_options, ==, 0);
  g_assert_cmpuint (nw_findings_get_length (findings), ==, 1);
}

/* What is expected of answers */

static const struct
{
  const char *item; /* behind its linkId */
  const char *answers;
  const char *problem;
} answer_rows[] = {
  { "'type':'integer'", "{'valueInteger':5}", NULL },
  { "'type':'integer'", "{'valueInteger':'5'}", "A whole number" },
  { "'type':'integer'", "{'valueString':'5'}", "A whole number" },
  { "'type':'boolean'", "{'valueInteger':1}", "Yes or No" },
  { "'type':'integer'", "{'valueInteger':5},{'valueInteger':6}", "Only one answer" },
  { "'type':'integer','extension':[{'url':'" S "minValue','valueInteger':1},{'url':'" S "maxValue','valueInteger':9}]",
    "{'valueInteger':10}", "A value from 1 to 9" },
  { "'type':'decimal','extension':[{'url':'" S "maxDecimalPlaces','valueInteger':1}]", "{'valueDecimal':1.25}",
    "At most 1 decimal place" },
  { "'type':'decimal','extension':[{'url':'" S "maxDecimalPlaces','valueInteger':1}]", "{'valueDecimal':1.2}", NULL },
  { "'type':'date','extension':[{'url':'" S "maxValue','valueDate':'2020-12-31'}]", "{'valueDate':'2021-01-01'}",
    "A value of 2020-12-31 or less" },
  { "'type':'quantity','extension':[{'url':'" S "minValue','valueDecimal':2}]", "{'valueQuantity':{'value':1.9}}",
    "A value of 2 or more" },
  { "'type':'string','maxLength':3", "{'valueString':'äöü'}", NULL },
  { "'type':'string','maxLength':3", "{'valueString':'äöüß'}", "At most 3 characters" },
  { "'type':'string','extension':[{'url':'" S "minLength','valueInteger':2}]", "{'valueString':'a'}", "At least 2 characters" },
  { "'type':'string','extension':[{'url':'" S "regex','valueString':'[a-z]+'}]", "{'valueString':'abc'}", NULL },
  { "'type':'string','extension':[{'url':'" S "regex','valueString':'[a-z]+'}]", "{'valueString':'abc1'}", "This answer does not" },
  { "'type':'string','extension':[{'url':'" S "regex','valueString':'a|b'}]", "{'valueString':'ac'}", "This answer does not" },
  { "'type':'string','extension':[{'url':'" S "regex','valueString':'(a+)+[bd]'}]",
    "{'valueString':'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac'}", "It took too long" },
  /* It would end the group around it; a pattern that is no good is passed over. */
  { "'type':'string','extension':[{'url':'" S "regex','valueString':'a)|(b'}]", "{'valueString':'z'}", NULL },
  { "'type':'url'", "{'valueUri':'http://a b'}", "An address without spaces" },
  { "'type':'choice','answerOption':[{'valueCoding':{'code':'a'}}]", "{'valueCoding':{'code':'a','display':'other'}}", NULL },
  { "'type':'choice','answerOption':[{'valueCoding':{'code':'a'}}]", "{'valueCoding':{'code':'b'}}", "One of the answers" },
  { "'type':'open-choice','answerOption':[{'valueCoding':{'code':'a'}}]", "{'valueString':'b'}", NULL },
  { "'type':'integer','answerOption':[{'valueInteger':0},{'valueInteger':2}]", "{'valueInteger':0}", NULL },
  { "'type':'integer','answerOption':[{'valueInteger':0},{'valueInteger':2}]", "{'valueInteger':1}", "One of the answers" },
  { "'type':'choice','repeats':true,'answerOption':[{'valueCoding':{'code':'a'}},{'valueCoding':{'code':'n'},"
    "'extension':[{'url':'" S "questionnaire-optionExclusive','valueBoolean':true}]}]",
    "{'valueCoding':{'code':'n'}},{'valueCoding':{'code':'a'}}", "“n” cannot be chosen together" },
  { "'type':'string','repeats':true,'extension':[{'url':'" S "questionnaire-maxOccurs','valueInteger':1}]",
    "{'valueString':'a'},{'valueString':'b'}", "At most 1 answer" },
  { "'type':'string','repeats':true,'extension':[{'url':'" S "questionnaire-minOccurs','valueInteger':2}]",
    "{'valueString':'a'}", "At least 2 answers" },
  { "'type':'date'", "{'valueDate':'2023-02-29'}", "A date" },
  { "'type':'dateTime'", "{'valueDateTime':'2023-02-28T10:00'}", "A date, with or without" },
  { "'type':'time'", "{'valueTime':'25:00:00'}", "A time" },
};

static void
test_answers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (answer_rows); i++)
    {
      g_autofree char *items = g_strdup_printf ("{'linkId':'q',%s}", answer_rows[i].item);
      g_autofree char *answers = g_strdup_printf ("{'linkId':'q','answer':[%s]}", answer_rows[i].answers);
      g_autoptr (NwQuestionnaire) form = read_form (items);
      g_autoptr (NwResponse) response = read_response (form, answers);
      const char *problem = nw_response_item_get_problem (nw_response_find (response, "q"));

      if (problem == NULL || answer_rows[i].problem == NULL
          || !g_str_has_prefix (problem, answer_rows[i].problem))
        g_assert_cmpstr (problem, ==, answer_rows[i].problem);
    }
}

/* A stranger’s pattern is given up within a blink, long before PCRE’s own limits. */
static void
test_slow_patterns (void)
{
  const char *const patterns[] = {
    "(a+)+[bd]", "(a|aa|aaa|a?)+[bd]", "((((a*)*)*)*)*[bd]", "(a*)*(a*)*(a*)*[bd]",
    "(?=(a+)+[bd])(?=(a+)+e)f",
  };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autofree char *word = g_strnfill (400, 'a');
      g_autofree char *items = g_strdup_printf (
        "{'linkId':'q','type':'string','extension':[{'url':'" S "regex','valueString':'%s'}]}",
        patterns[i]);
      g_autofree char *answers = g_strdup_printf (
        "{'linkId':'q','answer':[{'valueString':'%sc'}]}", word);
      g_autoptr (NwQuestionnaire) form = read_form (items);
      clock_t before = clock ();
      g_autoptr (NwResponse) response = read_response (form, answers);

      g_assert_nonnull (nw_response_item_get_problem (nw_response_find (response, "q")));
      g_test_message ("%s: %.3f s", patterns[i], (double) (clock () - before) / CLOCKS_PER_SEC);
      g_assert_cmpfloat ((double) (clock () - before) / CLOCKS_PER_SEC, <,
                         g_getenv ("ASAN_OPTIONS") != NULL ? 1.0 : 0.1);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/form/whole", test_whole);
  g_test_add_func ("/model/form/items", test_items);
  g_test_add_func ("/model/form/attributes", test_attributes);
  g_test_add_func ("/model/form/value-sets", test_value_sets);
  g_test_add_func ("/model/form/answers", test_answers);
  g_test_add_func ("/model/form/slow-patterns", test_slow_patterns);
  return g_test_run ();
}
