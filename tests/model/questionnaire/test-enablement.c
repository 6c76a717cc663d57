/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests which items are enabled, by a table of the specification's rules. */

#include "config.h"

#include "fixture.h"

typedef struct
{
  const char *name;
  const char *form;
  const char *response;
  const char *expected;
  gboolean doubtful;
} Row;

#define ASK(id, type) "{'linkId':'" id "','type':'" type "'}"
#define LIST(id, type) "{'linkId':'" id "','type':'" type "','repeats':true}"
#define SHOW(rule) ",{'linkId':'t','type':'display','text':'T','enableWhen':[" rule "]}"
#define SHOW_BY(behavior, rules) ",{'linkId':'t','type':'display','text':'T'," \
                                 "'enableBehavior':'" behavior "','enableWhen':[" rules "]}"
#define IF(id, op, answer) "{'question':'" id "','operator':'" op "','answer" answer "}"
#define ANSWER(id, value) "{'linkId':'" id "','answer':[{'value" value "}]}"
#define ANSWERS(id, one, other) "{'linkId':'" id "','answer':[{'value" one "},{'value" other "}]}"
#define REPEAT(id, items) "{'linkId':'" id "','type':'group','repeats':true,'item':[" items "]}"
#define IN(id, items) "{'linkId':'" id "','item':[" items "]}"

static const Row rows[] = {
  /* exists: whether an answer exists equals the boolean */
  { "exists/answered", ASK ("q", "boolean") SHOW (IF ("q", "exists", "Boolean':true")),
    ANSWER ("q", "Boolean':false"), "q t" },
  { "exists/unanswered", ASK ("q", "boolean") SHOW (IF ("q", "exists", "Boolean':true")), "", "q" },
  { "exists/not-answered", ASK ("q", "boolean") SHOW (IF ("q", "exists", "Boolean':false")), "", "q t" },
  { "exists/not-unanswered", ASK ("q", "boolean") SHOW (IF ("q", "exists", "Boolean':false")),
    ANSWER ("q", "Boolean':false"), "q" },
  { "exists/zero", ASK ("q", "integer") SHOW (IF ("q", "exists", "Boolean':true")),
    ANSWER ("q", "Integer':0"), "q t" },
  { "exists/empty-text", ASK ("q", "string") SHOW (IF ("q", "exists", "Boolean':true")),
    ANSWER ("q", "String':''"), "q" },
  /* = and !=, which is true where no answer is equal, so also where there is none */
  { "equal/yes", ASK ("q", "boolean") SHOW (IF ("q", "=", "Boolean':false")),
    ANSWER ("q", "Boolean':false"), "q t" },
  { "equal/unanswered", ASK ("q", "boolean") SHOW (IF ("q", "=", "Boolean':false")), "", "q" },
  { "equal/one-of-several", LIST ("q", "integer") SHOW (IF ("q", "=", "Integer':2")),
    ANSWERS ("q", "Integer':1", "Integer':2"), "q t" },
  { "not-equal/unanswered", ASK ("q", "integer") SHOW (IF ("q", "!=", "Integer':2")), "", "q t" },
  { "not-equal/one-of-several", LIST ("q", "integer") SHOW (IF ("q", "!=", "Integer':2")),
    ANSWERS ("q", "Integer':1", "Integer':2"), "q" },
  { "not-equal/none-of-several", LIST ("q", "integer") SHOW (IF ("q", "!=", "Integer':2")),
    ANSWERS ("q", "Integer':1", "Integer':3"), "q t" },
  /* order: at least one answer */
  { "greater/yes", LIST ("q", "integer") SHOW (IF ("q", ">", "Integer':2")),
    ANSWERS ("q", "Integer':1", "Integer':3"), "q t" },
  { "greater/equal", ASK ("q", "integer") SHOW (IF ("q", ">", "Integer':2")),
    ANSWER ("q", "Integer':2"), "q" },
  { "greater-or-equal/equal", ASK ("q", "integer") SHOW (IF ("q", ">=", "Integer':2")),
    ANSWER ("q", "Integer':2"), "q t" },
  { "less/yes", ASK ("q", "integer") SHOW (IF ("q", "<", "Integer':2")),
    ANSWER ("q", "Integer':-5"), "q t" },
  { "less-or-equal/no", ASK ("q", "integer") SHOW (IF ("q", "<=", "Integer':2")),
    ANSWER ("q", "Integer':3"), "q" },
  { "less/unanswered", ASK ("q", "integer") SHOW (IF ("q", "<", "Integer':2")), "", "q" },
  /* decimals are compared as they are written */
  { "decimal/precise", ASK ("q", "decimal") SHOW (IF ("q", ">", "Decimal':9007199254740992")),
    ANSWER ("q", "Decimal':9007199254740993"), "q t" },
  { "decimal/notation", ASK ("q", "decimal") SHOW (IF ("q", "=", "Decimal':1.5")),
    ANSWER ("q", "Decimal':0.1500e1"), "q t" },
  { "decimal/integer", ASK ("q", "decimal") SHOW (IF ("q", "=", "Integer':2")),
    ANSWER ("q", "Decimal':2.00"), "q t" },
  { "decimal/negative", ASK ("q", "decimal") SHOW (IF ("q", "<", "Decimal':-0.1")),
    ANSWER ("q", "Decimal':-0.11"), "q t" },
  /* codings: system and code, whatever the display */
  { "coding/display", ASK ("q", "choice") SHOW (IF ("q", "=", "Coding':{'system':'s','code':'a','display':'A'}")),
    ANSWER ("q", "Coding':{'system':'s','code':'a','display':'B'}"), "q t" },
  { "coding/system", ASK ("q", "choice") SHOW (IF ("q", "=", "Coding':{'system':'s','code':'a'}")),
    ANSWER ("q", "Coding':{'system':'z','code':'a'}"), "q" },
  { "coding/no-system", ASK ("q", "choice") SHOW (IF ("q", "!=", "Coding':{'code':'a'}")),
    ANSWER ("q", "Coding':{'system':'z','code':'a'}"), "q t" },
  { "coding/text", ASK ("q", "open-choice") SHOW (IF ("q", "=", "String':'other'")),
    ANSWER ("q", "String':'other'"), "q t" },
  /* dates with their precision */
  { "date/greater", ASK ("q", "date") SHOW (IF ("q", ">", "Date':'1970'")),
    ANSWER ("q", "Date':'1971-01-01'"), "q t" },
  { "date/indeterminate", ASK ("q", "date") SHOW (IF ("q", ">", "Date':'1970'")),
    ANSWER ("q", "Date':'1970-10-15'"), "q t", TRUE },
  { "date/indeterminate-equal", ASK ("q", "date") SHOW (IF ("q", "!=", "Date':'1970'")),
    ANSWER ("q", "Date':'1970-10-15'"), "q t", TRUE },
  { "date/differs-anyway", ASK ("q", "date") SHOW (IF ("q", "=", "Date':'1970'")),
    ANSWER ("q", "Date':'1971-10-15'"), "q" },
  { "date-time/zones", ASK ("q", "dateTime") SHOW (IF ("q", "=", "DateTime':'2020-01-01T00:30:00+01:00'")),
    ANSWER ("q", "DateTime':'2019-12-31T23:30:00.0Z'"), "q t" },
  { "time/fraction", ASK ("q", "time") SHOW (IF ("q", ">", "Time':'10:00:00'")),
    ANSWER ("q", "Time':'10:00:00.5'"), "q t" },
  /* quantities only within one unit */
  { "quantity/same-unit", ASK ("q", "quantity") SHOW (IF ("q", ">", "Quantity':{'value':5,'system':'u','code':'mg'}")),
    ANSWER ("q", "Quantity':{'value':6,'unit':'milligram','system':'u','code':'mg'}"), "q t" },
  { "quantity/other-unit", ASK ("q", "quantity") SHOW (IF ("q", "<", "Quantity':{'value':5,'system':'u','code':'mg'}")),
    ANSWER ("q", "Quantity':{'value':6,'system':'u','code':'g'}"), "q t", TRUE },
  { "quantity/unit-text", ASK ("q", "quantity") SHOW (IF ("q", "<", "Quantity':{'value':5,'unit':'mg'}")),
    ANSWER ("q", "Quantity':{'value':6,'unit':'mg'}"), "q" },
  { "reference/same", ASK ("q", "reference") SHOW (IF ("q", "=", "Reference':{'reference':'P/1'}")),
    ANSWER ("q", "Reference':{'reference':'P/1','display':'P'}"), "q t" },
  { "reference/other", ASK ("q", "reference") SHOW (IF ("q", "=", "Reference':{'reference':'P/1'}")),
    ANSWER ("q", "Reference':{'reference':'P/2'}"), "q" },
  /* what fits surely needs no doubt */
  { "doubt/outweighed", LIST ("q", "date") SHOW (IF ("q", ">", "Date':'1970'")),
    ANSWERS ("q", "Date':'1970-10-15'", "Date':'1980'"), "q t" },
  { "doubt/malformed", ASK ("q", "integer") SHOW (IF ("q", "=", "Integer':5")),
    ANSWER ("q", "Integer':'five'"), "q t", TRUE },
  { "doubt/order-of-codings", ASK ("q", "choice") SHOW (IF ("q", ">", "Coding':{'code':'a'}")),
    ANSWER ("q", "Coding':{'code':'b'}"), "q t", TRUE },
  { "doubt/unknown-operator", ASK ("q", "integer") SHOW (IF ("q", "~", "Integer':5")), "", "q t", TRUE },
  { "doubt/exists-with-text", ASK ("q", "integer") SHOW (IF ("q", "exists", "String':'x'")), "", "q t", TRUE },
  /* several conditions */
  { "behavior/all", ASK ("a", "boolean") "," ASK ("b", "boolean")
    SHOW_BY ("all", IF ("a", "=", "Boolean':true") "," IF ("b", "=", "Boolean':true")),
    ANSWER ("a", "Boolean':true"), "a b" },
  { "behavior/any", ASK ("a", "boolean") "," ASK ("b", "boolean")
    SHOW_BY ("any", IF ("a", "=", "Boolean':true") "," IF ("b", "=", "Boolean':true")),
    ANSWER ("a", "Boolean':true"), "a b t" },
  { "behavior/absent", ASK ("a", "boolean") "," ASK ("b", "boolean")
    SHOW (IF ("a", "=", "Boolean':true") "," IF ("b", "=", "Boolean':true")),
    ANSWER ("a", "Boolean':true"), "a b t" },
  { "behavior/all-with-doubt", ASK ("a", "boolean") "," ASK ("b", "date")
    SHOW_BY ("all", IF ("a", "=", "Boolean':true") "," IF ("b", ">", "Date':'1970'")),
    ANSWER ("b", "Date':'1970-01'"), "a b" },
  /* a question that is not enabled counts as not answered; what is in it is off */
  { "disabled/source", ASK ("a", "boolean")
    ",{'linkId':'b','type':'boolean','enableWhen':[" IF ("a", "=", "Boolean':true") "]}"
    SHOW (IF ("b", "exists", "Boolean':false")),
    ANSWER ("a", "Boolean':false") "," ANSWER ("b", "Boolean':true"), "a t" },
  { "disabled/descendants", ASK ("a", "boolean")
    ",{'linkId':'g','type':'group','enableWhen':[" IF ("a", "=", "Boolean':true") "],'item':["
    "{'linkId':'h','type':'group','item':[" ASK ("b", "boolean") "]},"
    "{'linkId':'c','type':'boolean','enableWhen':[" IF ("a", "exists", "Boolean':false") "]}]}"
    SHOW (IF ("b", "=", "Boolean':true")),
    IN ("g", IN ("h", ANSWER ("b", "Boolean':true"))), "a" },
  { "disabled/question-descendants",
    ASK ("a", "boolean") ",{'linkId':'q','type':'string','enableWhen':["
    IF ("a", "=", "Boolean':true") "],'item':[" ASK ("inner", "string") "]}",
    ANSWER ("q", "String':'x','item':[" ANSWER ("inner", "String':'y'") "]"), "a" },
  /* rules may point forward */
  { "forward", "{'linkId':'t','type':'display','text':'T','enableWhen':[" IF ("q", "=", "Boolean':true") "]},"
    ASK ("q", "boolean"), ANSWER ("q", "Boolean':true"), "t q" },
  { "forward/chain", "{'linkId':'a','type':'boolean','enableWhen':[" IF ("b", "=", "Boolean':true") "]},"
    "{'linkId':'b','type':'boolean','enableWhen':[" IF ("c", "=", "Boolean':true") "]}," ASK ("c", "boolean"),
    ANSWER ("a", "Boolean':true") "," ANSWER ("b", "Boolean':true") "," ANSWER ("c", "Boolean':false"), "c" },
  /* the nearest occurrence */
  { "nearest/same-repetition", REPEAT ("g", ASK ("q", "boolean") SHOW (IF ("q", "=", "Boolean':true"))),
    IN ("g", ANSWER ("q", "Boolean':true")) "," IN ("g", ANSWER ("q", "Boolean':false")), "g q t g q" },
  { "nearest/outside", ASK ("q", "boolean") "," REPEAT ("g", ASK ("p", "boolean") SHOW (IF ("q", "=", "Boolean':true"))),
    ANSWER ("q", "Boolean':true") "," IN ("g", ANSWER ("p", "Boolean':true")) "," IN ("g", ""),
    "q g p t g p t" },
  { "nearest/other-group-once", REPEAT ("g", ASK ("q", "boolean")) SHOW (IF ("q", "=", "Boolean':true")),
    IN ("g", ANSWER ("q", "Boolean':false")), "g q" },
  { "nearest/other-group-twice", REPEAT ("g", ASK ("q", "boolean")) SHOW (IF ("q", "=", "Boolean':true")),
    IN ("g", ANSWER ("q", "Boolean':false")) "," IN ("g", ANSWER ("q", "Boolean':false")), "g q g q t", TRUE },
  { "nearest/nested-groups", REPEAT ("g", ASK ("q", "boolean") "," REPEAT ("h", ASK ("p", "boolean")
    SHOW (IF ("q", "=", "Boolean':true")))),
    IN ("g", ANSWER ("q", "Boolean':true") "," IN ("h", "") "," IN ("h", "")) "," IN ("g", ANSWER ("q", "Boolean':false")),
    "g q h p t h p t g q h p" },
  { "nearest/same-answer", "{'linkId':'q','type':'integer','repeats':true,'item':[" ASK ("p", "boolean")
    SHOW (IF ("p", "=", "Boolean':true")) "]}",
    "{'linkId':'q','answer':[{'valueInteger':1,'item':[" ANSWER ("p", "Boolean':true") "]},{'valueInteger':2}]}",
    "q p t p" },
  { "nearest/ancestor", "{'linkId':'q','type':'integer','repeats':true,'item':[" ASK ("p", "boolean")
    SHOW (IF ("q", "=", "Integer':2")) "]}",
    ANSWERS ("q", "Integer':1", "Integer':2"), "q p t p t" },
  /* loops */
  { "loop/one-answered", "{'linkId':'a','type':'boolean','enableWhen':[" IF ("b", "!=", "Boolean':true") "]},"
    "{'linkId':'b','type':'boolean','enableWhen':[" IF ("a", "!=", "Boolean':true") "]}",
    ANSWER ("b", "Boolean':true"), "b" },
  { "loop/both-answered", "{'linkId':'a','type':'boolean','enableWhen':[" IF ("b", "!=", "Boolean':true") "]},"
    "{'linkId':'b','type':'boolean','enableWhen':[" IF ("a", "!=", "Boolean':true") "]}",
    ANSWER ("a", "Boolean':true") "," ANSWER ("b", "Boolean':true"), "a", TRUE },
  { "loop/paradox", "{'linkId':'a','type':'boolean','enableWhen':[" IF ("b", "!=", "Boolean':true") "]},"
    "{'linkId':'b','type':'boolean','enableWhen':[" IF ("a", "=", "Boolean':true") "]}",
    ANSWER ("a", "Boolean':true") "," ANSWER ("b", "Boolean':true"), "a b", TRUE },
  { "loop/nothing-answered", "{'linkId':'a','type':'boolean','enableWhen':[" IF ("b", "exists", "Boolean':true") "]},"
    "{'linkId':'b','type':'boolean','enableWhen':[" IF ("a", "exists", "Boolean':true") "]}", "", "" },
  /* one instance where there is no response item */
  { "instances/empty", "{'linkId':'g','type':'group','repeats':true,'item':[{'linkId':'q','type':'integer',"
    "'repeats':true,'item':[" ASK ("p", "string") "]}]}", "", "g q p" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (NwQuestionnaire) form = read_form (row->form);
  g_autoptr (NwResponse) response = read_response (form, row->response);
  g_autofree char *enabled = list_enabled (response);

  g_assert_cmpstr (enabled, ==, row->expected);
  g_assert_true (nw_response_is_certain (response) == !row->doubtful);
}

/* Ten thousand items in a chain, pointing back or forward, are no problem. */
static void
check_chain (gboolean forward)
{
  const guint n = 10000;
  GString *text = g_string_new (NULL);
  g_autoptr (NwQuestionnaire) form = NULL;
  g_autoptr (NwResponse) response = NULL;
  g_autoptr (NwValue) yes = nw_value_new_boolean (TRUE);
  g_autofree char *enabled = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (text, "%s{'linkId':'q%u','type':'boolean'", i > 0 ? "," : "", i);
      if (forward ? i + 1 < n : i > 0)
        g_string_append_printf (text, ",'enableWhen':[{'question':'q%u','operator':'=',"
                                "'answerBoolean':true}]", forward ? i + 1 : i - 1);
      g_string_append_c (text, '}');
    }
  form = read_form (text->str);
  g_string_free (text, TRUE);
  response = nw_response_new (form);
  for (NwResponseItem *item = nw_response_find (response, "q0"); item != NULL;
       item = nw_response_item_next (item))
    nw_response_set_answer (response, item, yes);
  for (NwResponseItem *item = nw_response_find (response, "q0"); item != NULL;
       item = nw_response_item_next (item))
    g_assert_true (nw_response_item_is_enabled (item));
  nw_response_set_answer (response, nw_response_find (response, forward ? "q9999" : "q0"), NULL);
  enabled = list_enabled (response);
  g_assert_cmpstr (enabled, ==, forward ? "q9999" : "q0");
}

static void
test_long_chain (void)
{
  check_chain (FALSE);
}

static void
test_long_forward_chain (void)
{
  check_chain (TRUE);
}

static void
test_long_loop (void)
{
  GString *text = g_string_new (NULL);
  g_autoptr (NwQuestionnaire) form = NULL;
  g_autoptr (NwResponse) response = NULL;
  g_autoptr (NwValue) yes = nw_value_new_boolean (TRUE);

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (text, "%s{'linkId':'q%u','type':'boolean','enableWhen':[{"
                            "'question':'q%u','operator':'!=','answerBoolean':true}]}",
                            i > 0 ? "," : "", i, (i + 1) % 3000);
  form = read_form (text->str);
  g_string_free (text, TRUE);
  response = nw_response_new (form);
  nw_response_set_answer (response, nw_response_find (response, "q17"), yes);
  g_assert_false (nw_response_item_is_enabled (nw_response_find (response, "q16")));
  g_assert_true (nw_response_item_is_enabled (nw_response_find (response, "q15")));
  g_assert_true (nw_response_is_certain (response));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/model/enablement/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/model/enablement/long-chain", test_long_chain);
  g_test_add_func ("/model/enablement/long-forward-chain", test_long_forward_chain);
  g_test_add_func ("/model/enablement/long-loop", test_long_loop);
  return g_test_run ();
}
