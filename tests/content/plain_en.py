# SPDX-License-Identifier: GPL-3.0-or-later
"""How plain an English text is, and what must not stand in it.

Reading grade: Flesch-Kincaid grade level,
    0.39 * words / sentences + 11.8 * syllables / words - 15.59.

Syllables, in this order:
  1. a number counts one syllable for each digit;
  2. a word of the table EXCEPTIONS counts what the table says;
  3. a word with a hyphen counts the sum of its parts;
  4. a short word in capitals (NHS, USA) counts one for each letter;
  5. otherwise each run of the vowels a e i o u y counts one; two vowels that
     are mostly spoken apart (ia, io, iu, eo, ua, uo, except in -tion, -sion,
     -cial, -tial, -cian, -gion, -xious, -tious, -cious, gua, gue, quo, qua)
     count two; a silent -e, -es or -ed at the end counts none, but -le and
     -les after a consonant, -ted, -ded and -ses, -ces, -ges, -xes, -zes,
     -shes and -ches keep theirs; at least one is counted.
The method errs on the high side, so the grade it gives is not flattering.
"""

import functools
import re

import plain_words

ABBREVIATION = re.compile(r"(?!NICE|WHO$)[A-Z]{2,4}")
VOWELS = re.compile(r"[aeiouyàâäéèêëíïîóôöúùûü]+")
APART = re.compile(r"(ia|io|iu|eo|ua|uo|ie(?=t|nc))")
TOGETHER = re.compile(
    r"(tion|sion|gion|cial|tial|cian|[xtc]ious|gua|guo|qua|quo|"
    r"people|friend|piece|field|chief|believ|reliev|achiev|series|brief)"
)

EXCEPTIONS = {
    "acupuncture": 4, "acupuncturist": 5, "area": 3, "being": 2, "below": 2,
    "business": 2, "patience": 2, "clothes": 1, "different": 3, "doing": 2, "every": 2,
    "eye": 1, "eyes": 1, "going": 2, "idea": 3, "ideas": 3, "medicine": 3,
    "medicines": 3, "moved": 1, "people": 2, "recipe": 3, "seeing": 2,
    "several": 3, "someone": 2, "something": 2, "sometimes": 2, "used": 1,
    "science": 2, "quiet": 2, "really": 2, "create": 2, "usual": 3,
    "usually": 4, "whole": 1, "worried": 2, "tried": 1, "die": 1, "dies": 1,
    "via": 2, "trial": 2, "trials": 2, "giant": 2, "nuclear": 3,
    "needle": 2, "needles": 2, "home": 1, "homes": 1, "lives": 1, "says": 1,
    "goes": 1, "does": 1, "shoes": 1, "others": 2, "therefore": 2,
    "naked": 2, "wicked": 2, "tired": 1, "somewhere": 2, "elsewhere": 2,
}

FORBIDDEN = (
    (r"\bsafe(ly|r|st)?\b", "promises safety"),
    (r"\bcleared\b", "speaks of clearance"),
    (r"\b(in)?eligib", "speaks of eligibility"),
    (r"\bapprov", "speaks of approval"),
    (r"\b(un)?suitab", "speaks of suitability"),
    (r"\bcontraindic", "is a doctor’s word"),
    (r"\byou (can|may) have (it|acupuncture)\b", "gives leave"),
    (r"\byou (can\s?not|can[’']t|must not|may not) have (it|acupuncture)\b",
     "forbids"),
)

TYPOGRAPHY = (
    (r"[«»]", "a quotation mark of another language"),
)

DOUBLE_NEGATIVE = (
    r"\b(not|never|no|none|n[’']t)\b[^.!?]*\b(not|never|no|none|nothing|without|"
    r"un(?!der|til|less|ion|ite|it\b)\w+)\b")

PASSIVE = (
    r"\b(am|is|are|was|were|be|been|being)\s+(\w+ly\s+|not\s+|often\s+)?"
    r"(\w{2,}ed|given|told|done|made|seen|known|taken|shown|found|held|kept|"
    r"paid|put|sent|set|written|chosen|hidden|born|left|lost)\b")

# A technical word, and what must stand in the block where it first appears.
GLOSSARY = {
    r"\bpractitioner": r"trained person",
    r"\bsham\b": r"pretend",
    r"\bchronic\b": r"long-lasting",
    r"\bendorphins\b": r"own painkillers",
    r"\belectroacupuncture\b": r"electric current",
    r"\bCochrane\b": r"review of all good trials",
    r"\bosteoporosis\b": r"bone loss",
    r"\blymphoedema\b": r"swelling",
    r"\bclinician\b": r"a doctor, a nurse",
    r"\bMedicare\b": r"older people",
    r"\bchronic primary pain\b": r"no other disease",
}

SMALL_WORDS = {"a", "an", "and", "at", "by", "for", "in", "of", "on", "or", "the",
               "to", "with"}


@functools.cache
def syllables(word):
    if ABBREVIATION.fullmatch(word):
        return len(word)
    word = word.lower().replace("’", "'").strip("'")
    if any(c.isdigit() for c in word):
        return max(1, sum(c.isdigit() for c in word))
    word = re.sub(r"'s$|s'$", "", word) if len(word) > 3 else word
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    if "-" in word or "‑" in word:
        return sum(syllables(part) for part in re.split(r"[-‑]", word) if part)
    word = word.replace("'", "")
    count = len(VOWELS.findall(word)) + len(APART.findall(TOGETHER.sub("", word)))
    return max(1, count - silent_ending(word))


def silent_ending(word):
    if re.search(r"[^aeiouy]les?$", word):
        return 0
    if re.search(r"[^aeiouy]e$", word):
        return 1
    if re.search(r"[^aeiouytd]ed$", word):
        return 1
    if re.search(r"(s|c|g|x|z|sh|ch)es$", word):
        return 0
    if re.search(r"[^aeiouy]es$", word):
        return 1
    return 0


def score(texts):
    """The Flesch-Kincaid grade of one text, or of several read on end."""
    sentences, words, sounds = plain_words.counts(texts, syllables)
    if not words:
        return 0.0
    return 0.39 * words / sentences + 11.8 * sounds / words - 15.59


def button_fault(text):
    """English buttons have header capitals."""
    for n, word in enumerate(text.split()):
        if word[0].islower() and (n == 0 or word not in SMALL_WORDS):
            return f"“{word}” wants a capital"
    return None


LANGUAGE = plain_words.Language(
    measure="Flesch-Kincaid grade",
    higher_is_easier=False,
    score=score,
    syllables=syllables,
    article=8, article_aim=6, paragraph=9,
    questions=6, advice=6, notes=8,
    sentence=25, sentence_mean=15.0, question_words=20,
    passive_limit=0.10,
    stated=r"school grade (\d+)",
    forbidden=FORBIDDEN,
    typography=TYPOGRAPHY,
    double_negative=DOUBLE_NEGATIVE,
    passive=PASSIVE,
    glossary=GLOSSARY,
    button_fault=button_fault,
)
