/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests that the proof finds outcomes that are not cautious, and passes those that are. */

#include "config.h"

#include "fixture.h"

#include "model/questionnaire/nw-proof.h"

#include <string.h>

#define YES_NO "'answerOption':[{'valueCoding':{'code':'Y'}},{'valueCoding':{'code':'N'}}," \
               "{'valueCoding':{'code':'U'}}]"
#define ASK(id) "{'linkId':'" id "','type':'choice','required':true," YES_NO "}"
#define LEVEL(id, level, behavior, rules) \
  ",{'linkId':'" id "','type':'choice','readOnly':true,'answerOption':[{'initialSelected':true," \
  "'valueCoding':{'system':'urn:needlewise:outcome-level','code':'" level "'}}]," \
  "'enableBehavior':'" behavior "','enableWhen':[" rules "],'item':[{'linkId':'" id ".advice'," \
  "'type':'display','text':'A'}]}"
#define IS(id, code) "{'question':'" id "','operator':'=','answerCoding':{'code':'" code "'}}"
#define ISNT(id, code) "{'question':'" id "','operator':'!=','answerCoding':{'code':'" code "'}}"

#define GOOD ASK ("a") "," ASK ("b") \
  LEVEL ("none", "nothing-found", "all", IS ("a", "N") "," IS ("b", "N")) \
  LEVEL ("tell", "tell", "any", IS ("a", "Y") "," IS ("a", "U") "," IS ("b", "Y") "," IS ("b", "U"))

static const struct
{
  const char *name;
  const char *form;
  const char *violation; /* how one begins; NULL where there is none */
  guint64 n_tried;
} rows[] = {
  { "cautious", GOOD, NULL, 9 },
  { "hole", ASK ("a") LEVEL ("none", "nothing-found", "all", IS ("a", "N"))
    LEVEL ("tell", "tell", "all", IS ("a", "Y")), "no outcome: a = U", 4 },
  { "beside", ASK ("a") "," ASK ("b") LEVEL ("none", "nothing-found", "all", IS ("a", "N"))
    LEVEL ("tell", "tell", "any", IS ("a", "Y") "," IS ("a", "U") "," IS ("b", "Y")),
    "nothing-found beside a warning: a = N, b = Y", 9 },
  { "open", ASK ("a") LEVEL ("none", "nothing-found", "all", ISNT ("a", "Y") "," ISNT ("a", "U"))
    LEVEL ("tell", "tell", "any", IS ("a", "Y") "," IS ("a", "U")),
    "nothing-found although a question is open: a not answered", 3 },
  { "any", ASK ("a") "," ASK ("b")
    LEVEL ("none", "nothing-found", "any", IS ("a", "N") "," IS ("b", "N"))
    LEVEL ("tell", "tell", "any", IS ("a", "Y") "," IS ("a", "U") "," IS ("b", "Y") "," IS ("b", "U")),
    "nothing-found although a question is open", 9 },
  { "numbers", "{'linkId':'n','type':'integer','required':true}"
    LEVEL ("none", "nothing-found", "all", "{'question':'n','operator':'<','answerInteger':10}")
    LEVEL ("tell", "tell", "all", "{'question':'n','operator':'>','answerInteger':10}"),
    "no outcome: n = 10", 4 },
};

static void
assert_violation (NwProof *proof,
                  const char *start)
{
  for (guint i = 0; i < proof->violations->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (proof->violations, i), start))
      return;
  g_assert_cmpstr (g_ptr_array_index (proof->violations, 0), ==, start);
}

static void
test_row (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (NwQuestionnaire) form = read_form (rows[i].form);
  g_autoptr (GError) error = NULL;
  g_autoptr (NwProof) proof = nw_proof_new (form, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (proof->n_tried, ==, rows[i].n_tried);
  if (rows[i].violation == NULL)
    {
      g_assert_cmpuint (proof->n_violations, ==, 0);
      return;
    }
  g_assert_cmpuint (proof->n_violations, >, 0);
  assert_violation (proof, rows[i].violation);
}

static void
test_pairs (void)
{
  /* A list where one answer is a warning, even beside the one that reassures. */
  g_autoptr (NwQuestionnaire) form = read_form (
    "{'linkId':'a','type':'choice','required':true,'repeats':true," YES_NO "}"
    LEVEL ("none", "nothing-found", "all", IS ("a", "N"))
    LEVEL ("tell", "tell", "any", IS ("a", "Y") "," IS ("a", "U")));
  g_autoptr (NwProof) proof = nw_proof_new (form, NULL);

  g_assert_cmpuint (proof->n_violations, >, 0);
  assert_violation (proof, "nothing-found beside a warning: a = Y and N");
}

static void
test_too_many (void)
{
  GString *text = g_string_new (NULL);
  GString *rules = g_string_new (NULL);
  g_autofree char *whole = NULL;
  g_autoptr (NwQuestionnaire) form = NULL;
  g_autoptr (NwProof) proof = NULL;

  for (guint i = 0; i < 18; i++)
    {
      g_string_append_printf (text, "%s{'linkId':'q%u','type':'choice','repeats':true," YES_NO "}",
                              i > 0 ? "," : "", i);
      g_string_append_printf (rules, "%s{'question':'q%u','operator':'%s','answerCoding':{'code':'N'}}",
                              i > 0 ? "," : "", i, "=");
    }
  whole = g_strdup_printf (
    "%s,{'linkId':'o','type':'choice','readOnly':true,'answerOption':[{'initialSelected':true,"
    "'valueCoding':{'system':'urn:needlewise:outcome-level','code':'tell'}}],"
    "'enableBehavior':'any','enableWhen':[%s,{'question':'q0','operator':'exists',"
    "'answerBoolean':true},{'question':'q0','operator':'exists','answerBoolean':false}]}",
    text->str, rules->str);
  g_string_free (text, TRUE);
  g_string_free (rules, TRUE);
  form = read_form (whole);
  proof = nw_proof_new (form, NULL);
  g_assert_cmpuint (proof->n_violations, ==, 0);
  g_assert_cmpuint (proof->n_tried, >, 1000);
  g_assert_cmpuint (proof->left_out->len, >, 18);
}

static void
test_tests (void)
{
  g_autoptr (NwQuestionnaire) form = read_form (GOOD);
  g_autoptr (NwJson) tests = read_text (
    "{'questionnaire':'urn:form|1','tests':["
    "{'name':'good','answers':{'a':['N'],'b':['N']},'level':'nothing-found','advice':['none.advice']},"
    "{'name':'null','answers':{'a':['N']},'level':null,'missing':['b']},"
    "{'name':'level','answers':{'a':['N'],'b':['Y']},'level':'nothing-found'},"
    "{'name':'advice','answers':{'a':['N'],'b':['Y']},'level':'tell','advice':['none.advice']},"
    "{'name':'answer','answers':{'a':['Z']},'level':null},"
    "{'name':'question','answers':{'z':['N']},'level':null}]}");
  guint n = 0;
  g_autoptr (GPtrArray) failures = nw_form_tests_run (form, tests, &n);

  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpuint (failures->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (failures, 0), ==,
                   "level: level: expected nothing-found, found tell");
  g_assert_cmpstr (g_ptr_array_index (failures, 1), ==,
                   "advice: advice: expected “none.advice”, found “tell.advice”");
  g_assert_cmpstr (g_ptr_array_index (failures, 2), ==, "answer: “a” has no such answer");
  g_assert_cmpstr (g_ptr_array_index (failures, 3), ==, "question: there is no question “z”");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/model/proof/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/model/proof/pairs", test_pairs);
  g_test_add_func ("/model/proof/too-many", test_too_many);
  g_test_add_func ("/model/proof/tests", test_tests);
  return g_test_run ();
}
