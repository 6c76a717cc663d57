/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fuzzes the reader of responses, with one form that has a bit of everything. */

#include "config.h"

#include "exercise.h"
#include "fuzz.h"

#include <string.h>

static const char form_text[] =
  "{'resourceType':'Questionnaire','url':'urn:form','version':'1','status':'draft','item':["
  "{'linkId':'g','type':'group','repeats':true,'item':["
  "{'linkId':'b','type':'boolean','required':true},"
  "{'linkId':'i','type':'integer','repeats':true,'enableWhen':[{'question':'b','operator':'!=',"
  "'answerBoolean':false}],'item':[{'linkId':'s','type':'string','maxLength':5,'enableWhen':["
  "{'question':'i','operator':'>','answerInteger':3}]}]}]},"
  "{'linkId':'c','type':'open-choice','repeats':true,'answerOption':[{'valueCoding':{'code':'a'}},"
  "{'valueCoding':{'system':'s','code':'b'}}]},"
  "{'linkId':'d','type':'date','enableWhen':[{'question':'i','operator':'exists','answerBoolean':true}]},"
  "{'linkId':'t','type':'dateTime','enableWhen':[{'question':'d','operator':'<','answerDate':'2000'}]},"
  "{'linkId':'m','type':'time'},{'linkId':'n','type':'decimal'},{'linkId':'u','type':'url'},"
  "{'linkId':'q','type':'quantity','enableWhen':[{'question':'n','operator':'=','answerDecimal':1.50}]},"
  "{'linkId':'x','type':'boolean','enableWhen':[{'question':'y','operator':'!=','answerBoolean':true}]},"
  "{'linkId':'y','type':'boolean','enableWhen':[{'question':'x','operator':'!=','answerBoolean':true}]},"
  "{'linkId':'r','type':'attachment'},"
  "{'linkId':'o','type':'choice','readOnly':true,'answerOption':[{'initialSelected':true,'valueCoding':"
  "{'system':'urn:needlewise:outcome-level','code':'nothing-found'}}],'enableWhen':["
  "{'question':'y','operator':'=','answerBoolean':false}],'item':[{'linkId':'a','type':'display','text':'A'}]}]}";

static NwQuestionnaire *
get_form (void)
{
  static NwQuestionnaire *form;

  if (form == NULL)
    {
      g_autofree char *text = g_strdelimit (g_strdup (form_text), "'", '"');
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      form = nw_questionnaire_new_from_bytes (bytes, "form", NULL);
      g_assert_nonnull (form);
    }
  return form;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (NwJson) json = fuzz_parse (data, size);
  g_autoptr (NwFindings) findings = nw_findings_new ("response");
  g_autoptr (NwResponse) response = NULL;

  if (json == NULL)
    return 0;
  response = nw_response_new_from_json (get_form (), json, findings);
  g_assert_true ((response == NULL) == nw_findings_has_errors (findings));
  fuzz_read_findings (findings);
  if (response != NULL)
    exercise_response (response);
  return 0;
}
