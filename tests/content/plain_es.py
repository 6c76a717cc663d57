# SPDX-License-Identifier: GPL-3.0-or-later
"""How plain a Spanish text is, and what must not stand in it.

Ease of reading: Szigriszt-Pazos' perspicuity on the INFLESZ scale,
    206.835 - 62.3 * syllables / words - words / sentences.
Below 40 a text is very hard, to 55 rather hard, to 65 normal, to 80 rather
easy, above that very easy. Texts for patients should reach 55.

Syllables, in this order:
  1. a number counts one syllable for each digit;
  2. a word with a hyphen counts the sum of its parts;
  3. a short word in capitals (OMS, NICE) is read by the names of its letters:
     two syllables for f h j l m n r s v w x z, one for the others;
  4. otherwise each vowel counts one, and two or three beside each other count
     one together if they are a diphthong: an unaccented i or u (or y at the
     end) beside another vowel. Two of a e o are apart (ca-er), and so is an
     accented í or ú beside one of them (dí-a). An h between vowels is not
     heard (prohi-bir). The u of que, qui, gue and gui is silent.
That is how Spanish is spelled, so there is no table of exceptions.
"""

import functools
import re

import plain_words

SILENT_U = re.compile(r"(?<=q)u(?=[eiéí])|(?<=g)u(?=[eiéí])")
LAST_Y = re.compile(r"y$")
RUN = re.compile(r"[aeiouáéíóúüàèìòùâêîôûäëö]+")
APART = re.compile(r"(?<=[aeoáéóàèòâêôäëö])(?=[aeoáéóàèòâêôäëö])"
                   r"|(?<=[aeoáéó])(?=[íú])|(?<=[íú])(?=[aeoáéó])")
LONG_NAMES = set("FHJLMNRSVWXZ")

# “seguro” is also insurance: only a use that promises is forbidden.
FORBIDDEN = (
    (r"\bseguras?\b", "promises safety"),
    (r"\b(es|son|sea|sean|está|están|resultan?|tan|más|muy|del todo|"
     r"totalmente|completamente) seguros?\b", "promises safety"),
    (r"\bseguros? para (usted|su|todos|la espalda)\b", "promises safety"),
    (r"\b(con (toda |total )?seguridad|sin (ningún )?(riesgo|peligro)s?)\b",
     "promises safety"),
    (r"\b(inocu|inofensiv)", "promises safety"),
    (r"\b(in|no )?apt[oa]s?\b", "speaks of suitability"),
    (r"\bidóne[oa]s?\b", "speaks of suitability"),
    (r"\b(in)?adecuad[oa]s? para (usted|su)\b", "speaks of suitability"),
    (r"\b(le conviene|recomendable para usted)\b(?![^?]*\?)",
     "speaks of suitability"),
    (r"\b(in)?elegib", "speaks of eligibility"),
    (r"\bautoriz", "speaks of approval"),
    (r"\b(des)?aprob(ad|ac|am)", "speaks of approval"),
    (r"\bvisto bueno\b|\bvía libre\b", "speaks of clearance"),
    (r"\bcontraindic", "is a doctor’s word"),
    (r"\busted (no )?puede (recibir|hacer|poner|tener)(se)?(la)?\b",
     "gives leave or forbids"),
    (r"(?:^|(?<=[.!?:] ))(no )?puede (recibir|hacerse|ponerse)(la)?\b",
     "gives leave or forbids"),
)

TYPOGRAPHY = (
    (r"[“”‘]|’(?!\w)", "a quotation mark of another language; use « »"),
    (r"«\s|\s»", "a space inside quotation marks"),
    (r"\d[.,]\d{3}\b", "a point or comma in thousands"),
    (r"\d%", "no space before the per cent sign"),
    (r"\d \d{3}\b|\d %", "a space that may break a number"),
    (r"^[^¿]*\?", "a question that is not opened with ¿"),
    (r"^[^¡]*!", "an exclamation that is not opened with ¡"),
    (r"\d\s?–\s?\d", "an en dash in a range; write “de 8 a 15”"),
)

# “No … nada” is one negative in Spanish; “no … no” and “no … sin” are two.
DOUBLE_NEGATIVE = r"\b(no|nunca|sin)\b[^.?!,;]*\b(no|sin|tampoco)\b"

PASSIVE = (r"\b(es|son|era|eran|fue|fueron|será|serán|sea|sean|ser|sido|siendo)"
           r"\s+(\w+mente\s+)?(\w{2,}[aií]d[oa]s?|hech[oa]s?|dich[oa]s?|"
           r"vist[oa]s?|puest[oa]s?|escrit[oa]s?|dad[oa]s?)\b")

GLOSSARY = {
    r"\b[Pp]rofesional": r"persona con formación",
    r"\blumbar\b": r"parte baja de la espalda",
    r"\bsham\b": r"simulad",
    r"\bcrónico": r"larga duración",
    r"\bendorfinas\b": r"propios calmantes",
    r"\belectroacupuntura\b": r"corriente eléctrica",
    r"\bCochrane\b": r"todos los buenos ensayos",
    r"\bosteoporosis\b": r"pérdida de hueso",
    r"\blinfedema\b": r"hinchazón",
    r"\banticoagulantes \(": r"no se coagule",
    r"\bMedicare\b": r"personas mayores",
    r"\bdolor crónico primario\b": r"otra enfermedad",
    r"\bprofesional de la salud\b": r"un médico, una enfermera",
}


@functools.cache
def syllables(word):
    if re.fullmatch(r"(?!SIN|NO)[A-ZÑ]{2,5}", word):
        return sum(2 if letter in LONG_NAMES else 1 for letter in word)
    word = word.lower()
    if any(c.isdigit() for c in word):
        return max(1, sum(c.isdigit() for c in word))
    if "-" in word or "‑" in word:
        return sum(syllables(part) for part in re.split(r"[-‑]", word) if part)
    word = LAST_Y.sub("i", SILENT_U.sub("", word))
    word = re.sub(r"(?<=[aeiouáéíóú])h(?=[aeiouáéíóú])", "", word)
    return max(1, sum(1 + len(APART.findall(run)) for run in RUN.findall(word)))


def score(texts):
    """The INFLESZ score of one text, or of several read on end."""
    sentences, words, sounds = plain_words.counts(texts, syllables)
    if not words:
        return 100.0
    return 206.835 - 62.3 * sounds / words - words / sentences


def button_fault(text):
    """Spanish buttons are written like a sentence, without a full stop."""
    if text[0].islower():
        return f"“{text[0]}” wants a capital"
    return None


LANGUAGE = plain_words.Language(
    measure="Szigriszt-Pazos score (INFLESZ)",
    higher_is_easier=True,
    score=score,
    syllables=syllables,
    article=70, article_aim=75, paragraph=55,
    questions=70, advice=70, notes=60,
    sentence=25, sentence_mean=15.0, question_words=20,
    passive_limit=0.10,
    stated=r"unos (\d+) puntos",
    forbidden=FORBIDDEN,
    typography=TYPOGRAPHY,
    double_negative=DOUBLE_NEGATIVE,
    passive=PASSIVE,
    glossary=GLOSSARY,
    button_fault=button_fault,
)
