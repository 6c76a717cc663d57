/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the article’s reader: the shipped one, and ones with faults. */

#include "config.h"

#include "model/article/nw-article.h"
#include "model/article/nw-text-fold.h"

#include <locale.h>

#define HEAD "{\"format\":1,\"version\":\"1\",\"language\":\"en\",\"title\":\"T\"," \
             "\"summary\":[\"S\"],\"reviewed\":\"2026-11-22\",\"nextReview\":\"2027-11-22\","
#define SOURCE "{\"id\":\"a\",\"title\":\"A\",\"organisation\":\"O\",\"address\":\"https://a.example/\"," \
               "\"kind\":\"review\"}"

static NwArticle *
read_text (const char *text,
           NwFindings *findings)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return nw_article_new_from_bytes (bytes, "x.json", findings);
}

/* Reads an article with one section that holds @blocks. */
static NwFindings *
find_faults (const char *blocks)
{
  g_autofree char *text = g_strdup_printf (HEAD "\"sections\":[{\"id\":\"s\",\"heading\":\"H\","
                                           "\"short\":\"S\",\"blocks\":[%s]}],"
                                           "\"sources\":[" SOURCE "]}", blocks);
  NwFindings *findings = nw_findings_new ("x.json");
  g_autoptr (NwArticle) article = read_text (text, findings);

  g_assert_true ((article == NULL) == nw_findings_has_errors (findings));
  return findings;
}

static void
assert_fault_at (NwFindings *findings,
                 const char *pointer)
{
  for (guint i = 0; i < nw_findings_get_length (findings); i++)
    if (g_str_equal (nw_findings_get (findings, i)->pointer, pointer))
      return;
  for (guint i = 0; i < nw_findings_get_length (findings); i++)
    {
      g_autofree char *line = nw_findings_dup_line (findings, i);

      g_test_message ("%s", line);
    }
  g_test_message ("nothing at %s", pointer);
  g_test_fail ();
}

static void
test_shipped (void)
{
  g_autoptr (NwFindings) findings = NULL;
  NwArticle *article = nw_article_load (&findings);
  g_autoptr (GDate) reviewed = NULL;
  g_autoptr (GDate) next = NULL;

  g_assert_cmpuint (nw_findings_get_length (findings), ==, 0);
  g_assert_nonnull (article);
  g_assert_cmpuint (nw_article_get_n_sections (article), >=, 10);
  g_assert_cmpuint (nw_article_get_n_sources (article), >=, 10);
  g_assert_cmpint (nw_article_find_section (article, "not-wait"), >, 0);
  g_assert_cmpint (nw_article_find_section (article, "no-such"), ==, -1);
  g_assert_nonnull (nw_article_get_lead_picture (article));
  g_assert_cmpuint (nw_article_get_minutes (article), >, 5);
  g_assert_cmpuint (nw_article_get_minutes (article), <, 60);
  reviewed = nw_article_dup_reviewed (article);
  next = nw_article_dup_next_review (article);
  g_assert_cmpint (g_date_compare (reviewed, next), <, 0);

  g_assert_finalize_object (article);
}

static void
test_sources_are_numbered (void)
{
  g_autoptr (NwFindings) findings = NULL;
  g_autoptr (NwArticle) article = nw_article_load (&findings);

  for (guint i = 0; i < nw_article_get_n_sources (article); i++)
    g_assert_cmpuint (nw_article_get_source (article, i)->number, ==, i + 1);
}

static void
test_pictures_are_there (void)
{
  g_autoptr (NwFindings) findings = NULL;
  g_autoptr (NwArticle) article = nw_article_load (&findings);

  for (guint i = 0; i < nw_article_get_n_sections (article); i++)
    for (gsize j = 0; j < nw_article_get_section (article, i)->n_blocks; j++)
      {
        const NwArticleBlock *block = &nw_article_get_section (article, i)->blocks[j];
        g_autofree char *path = NULL;

        if (block->kind != NW_BLOCK_PICTURE)
          continue;
        path = g_strconcat (NW_RESOURCE_PATH "/content/pictures/", block->file, NULL);
        g_assert_true (g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL));
      }
}

static void
test_actions_lead_somewhere (void)
{
  g_autoptr (NwFindings) findings = NULL;
  g_autoptr (NwArticle) article = nw_article_load (&findings);

  for (guint i = 0; i < nw_article_get_n_sections (article); i++)
    for (gsize j = 0; j < nw_article_get_section (article, i)->n_blocks; j++)
      {
        const NwArticleBlock *block = &nw_article_get_section (article, i)->blocks[j];

        if (block->kind == NW_BLOCK_ACTION && g_str_has_prefix (block->target, "read:"))
          g_assert_cmpint (nw_article_find_section (article, block->target + strlen ("read:")), >=, 0);
      }
}

static void
test_not_json (void)
{
  g_autoptr (NwFindings) findings = nw_findings_new ("x.json");
  const char *texts[] = { "", "{", "[]", "null", "{\"format\":1}{}", "\xff", "{\"format\":2}" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      guint before = nw_findings_get_length (findings);

      g_assert_null (read_text (texts[i], findings));
      g_assert_cmpuint (nw_findings_get_length (findings), >, before);
    }
}

static void
test_every_fault_at_once (void)
{
  g_autoptr (NwFindings) findings =
    find_faults ("{\"type\":\"paragraph\"},"
                 "{\"type\":\"song\"},"
                 "7,"
                 "{\"type\":\"paragraph\",\"text\":\"t\",\"sources\":[\"b\"]},"
                 "{\"type\":\"claim\",\"claim\":\"c\",\"verdict\":\"maybe\",\"findings\":[],"
                 "\"certainty\":\"high\",\"certaintyText\":\"t\",\"meaning\":\"m\",\"sources\":[\"a\"]},"
                 "{\"type\":\"frequency\",\"label\":\"l\",\"per\":100,\"rows\":[{\"text\":\"t\",\"count\":101}],"
                 "\"caption\":\"c\",\"alternative\":\"a\",\"sources\":[\"a\"]},"
                 "{\"type\":\"options\",\"columns\":[\"1\",\"2\"],\"rows\":[{\"name\":\"n\","
                 "\"cells\":[\"1\"],\"sources\":[\"a\"]}]},"
                 "{\"type\":\"action\",\"text\":\"t\",\"target\":\"moon\"},"
                 "{\"type\":\"picture\",\"file\":\"../x.svg\",\"caption\":\"c\",\"alternative\":\"a\"},"
                 "{\"type\":\"subheading\",\"text\":\"t\",\"colour\":\"red\"},"
                 "{\"type\":\"list\",\"items\":[]},"
                 "{\"type\":\"paragraph\",\"text\":\"t\",\"sources\":[]}");

  assert_fault_at (findings, "/sections/0/blocks/0");
  assert_fault_at (findings, "/sections/0/blocks/1/type");
  assert_fault_at (findings, "/sections/0/blocks/2");
  assert_fault_at (findings, "/sections/0/blocks/3/sources/0");
  assert_fault_at (findings, "/sections/0/blocks/4/verdict");
  assert_fault_at (findings, "/sections/0/blocks/4/findings");
  assert_fault_at (findings, "/sections/0/blocks/5/rows/0/count");
  assert_fault_at (findings, "/sections/0/blocks/6/rows/0/cells");
  assert_fault_at (findings, "/sections/0/blocks/7/target");
  assert_fault_at (findings, "/sections/0/blocks/8/file");
  assert_fault_at (findings, "/sections/0/blocks/9/colour");
  assert_fault_at (findings, "/sections/0/blocks/10/items");
  assert_fault_at (findings, "/sections/0/blocks/11/sources");
  g_assert_cmpuint (nw_findings_get_length (findings), ==, 13);
}

static void
test_faults_of_the_whole (void)
{
  g_autoptr (NwFindings) findings = nw_findings_new ("x.json");
  const char *text = "{\"format\":1,\"version\":\"1\",\"language\":\"en\",\"title\":\"\","
                     "\"summary\":[\"S\"],\"reviewed\":\"2026-13-01\",\"nextReview\":\"soon\","
                     "\"sections\":["
                     "{\"id\":\"s\",\"heading\":\"H\",\"short\":\"S\",\"blocks\":[]},"
                     "{\"id\":\"s\",\"heading\":\"H\",\"short\":\"S\",\"number\":0,"
                     "\"blocks\":[{\"type\":\"subheading\",\"text\":\"t\"}]},"
                     "{\"id\":\"Not Good\",\"heading\":\"H\","
                     "\"blocks\":[{\"type\":\"subheading\",\"text\":\"t\"}]}],"
                     "\"sources\":[" SOURCE "," SOURCE ","
                     "{\"id\":\"b\",\"title\":\"A\",\"organisation\":\"O\","
                     "\"address\":\"javascript:alert(1)\",\"kind\":\"gossip\",\"year\":99}]}";

  g_assert_null (read_text (text, findings));
  assert_fault_at (findings, "/title");
  assert_fault_at (findings, "/reviewed");
  assert_fault_at (findings, "/nextReview");
  assert_fault_at (findings, "/sections/0/blocks");
  assert_fault_at (findings, "/sections/1/id");
  assert_fault_at (findings, "/sections/1/number");
  assert_fault_at (findings, "/sections/2/id");
  assert_fault_at (findings, "/sections/2");
  assert_fault_at (findings, "/sources/1/id");
  assert_fault_at (findings, "/sources/2/address");
  assert_fault_at (findings, "/sources/2/kind");
  assert_fault_at (findings, "/sources/2/year");
}

/* Whatever byte is lost or changed, the reader must refuse or read, not fall. */
static void
test_damage (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (NW_RESOURCE_PATH "/content/en/article.json",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (int round = 0; round < 300; round++)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      gsize length = round % 2 == 0 ? (gsize) g_test_rand_int_range (0, (int) size) : size;
      g_autoptr (NwFindings) findings = nw_findings_new ("x.json");
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (NwArticle) article = NULL;

      copy[g_test_rand_int_range (0, (int) size)] = "{}[],:\"0a\\"[g_test_rand_int_range (0, 10)];
      damaged = g_bytes_new_static (copy, length);
      article = nw_article_new_from_bytes (damaged, "x.json", findings);
      g_assert_true ((article == NULL) == nw_findings_has_errors (findings));
    }
}

static void
assert_match (const char *text,
              const char *needle,
              const char *expected)
{
  g_autofree char *folded = nw_text_fold (needle);
  g_autoptr (GArray) matches = nw_text_find_folded (text, folded);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      const NwMatch *match = &g_array_index (matches, NwMatch, i);

      g_string_append_printf (found, "[%.*s]", (int) (match->end - match->start), text + match->start);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_find (void)
{
  assert_match ("Needles ease; needling may", "NEEDL", "[Needl][needl]");
  assert_match ("Ein Café, CAFE\xCC\x81 und cafe", "café", "[Café][CAFE\xCC\x81][cafe]");
  assert_match ("cafés", "CAFES", "[cafés]");
  assert_match ("You don’t – “really”", "don't - \"really\"", "[don’t – “really”]");
  assert_match ("Straße", "strasse", "[Straße]");
  assert_match ("two\xC2\xA0words", "two words", "[two\xC2\xA0words]");
  assert_match ("aaaa", "aa", "[aa][aa]");
  assert_match ("anything", "", "");
  assert_match ("", "x", "");
  assert_match ("short", "much longer than that", "");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/article/shipped", test_shipped);
  g_test_add_func ("/model/article/sources-are-numbered", test_sources_are_numbered);
  g_test_add_func ("/model/article/pictures-are-there", test_pictures_are_there);
  g_test_add_func ("/model/article/actions-lead-somewhere", test_actions_lead_somewhere);
  g_test_add_func ("/model/article/not-json", test_not_json);
  g_test_add_func ("/model/article/every-fault-at-once", test_every_fault_at_once);
  g_test_add_func ("/model/article/faults-of-the-whole", test_faults_of_the_whole);
  g_test_add_func ("/model/article/damage", test_damage);
  g_test_add_func ("/model/text-fold/find", test_find);

  return g_test_run ();
}
