#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that the measures of plain words measure what they say."""

import sys

import plain_words
from tap import Tap

ENGLISH = plain_words.language("en")
SPANISH = plain_words.language("es")

SYLLABLES = {
    "a": 1, "back": 1, "pain": 1, "needle": 2, "needles": 2, "muscle": 2,
    "acupuncture": 4, "practitioner": 4, "treated": 2, "needed": 2, "helped": 1,
    "asked": 1, "changes": 2, "sizes": 2, "diseases": 3, "medicines": 3,
    "quiet": 2, "science": 2, "patient": 2, "area": 3, "trial": 2,
    "insurance": 3, "physiotherapy": 6, "emergency": 4, "people": 2,
    "believe": 2, "infection": 3, "serious": 3, "period": 3, "video": 3,
    "usual": 3, "long-lasting": 3, "doctor’s": 2, "NHS": 3, "12": 2, "2.7": 2,
}

SPANISH_SYLLABLES = {
    "y": 1, "muy": 1, "hoy": 1, "quien": 1, "que": 1, "aguja": 3, "guía": 2,
    "acupuntura": 5, "dolor": 2, "día": 2, "país": 2, "aéreo": 4, "leía": 3,
    "ciudad": 2, "cuidado": 3, "farmacia": 3, "fisioterapia": 5, "oír": 2,
    "lingüística": 4, "vergüenza": 3, "ahora": 3, "prohíbe": 3, "búho": 2,
    "prohibir": 2, "estudiáis": 3, "leer": 2, "apoyan": 3, "hormigueo": 4,
    "Szigriszt-Pazos": 4, "NHS": 6, "OMS": 5, "12": 2, "2,7": 2,
}

SENTENCES = {
    "One. Two? Three!": 3,
    "An average of 2.7 is mild.": 1,
    "Ask: “Does it hurt?” Then wait.": 2,
    "No full stop": 1,
    "It hurts … It passes.": 2,
    "": 0,
    "¿Duele? «Un poco». Nada más.": 3,
    "Hubo 10\u00a0000 casos. El 85\u00a0% mejoró.": 2,
}

# Text, and how many faults of each kind it has.
FORBIDDEN = {
    "It is safe for you.": 1,
    "You are cleared and eligible.": 2,
    "You can have it today.": 1,
    "You cannot have acupuncture.": 1,
    "The safety of needles is known.": 0,
    "Almost anyone can have it.": 0,
    "An unsuitable or approved plan.": 2,
}

SPANISH_FORBIDDEN = {
    "Es segura para usted.": 1,
    "La acupuntura es segura.": 1,
    "Es muy seguro.": 1,
    "No tiene contraindicaciones.": 1,
    "Usted puede recibirla.": 1,
    "No puede recibir acupuntura.": 1,
    "Se hace sin riesgo y con toda seguridad.": 2,
    "Es apta y está autorizada.": 2,
    "No todos los seguros la pagan.": 0,
    "Llame a su seguro médico.": 0,
    "Puede aliviar un poco el dolor.": 0,
    "Casi todo el mundo puede recibirla.": 0,
    "Puede hacer difícil la vida.": 0,
}

TYPOGRAPHY = {
    "Don't": 1, "Don’t": 0, 'a "word"': 1, "one -- two": 1, "wait...": 1,
    "wait…": 0, "10-15 visits": 1, "10–15 visits": 0, "a - b": 1,
    "two  spaces": 1, " at an end": 1, "see <b>this": 1, "what ?": 1,
    "a well-known fact": 0,
}

SPANISH_TYPOGRAPHY = {
    "Don't": 1, "una «palabra»": 0, "una “palabra”": 1, "« palabra »": 1,
    "Espere...": 1, "de 8 a 15": 0, "8–15": 1, "10\u00a0000": 0,
    "10.000": 1, "10 000": 1, "85%": 1, "85 %": 1, "85\u00a0%": 0, "2,7": 0,
    "¿Duele?": 0, "Duele?": 1, "¡Llame!": 0, "Llame!": 1,
}

DOUBLE = {
    "Do you not have no implant?": 1,
    "Have you never been without pain?": 1,
    "Do you have a pacemaker?": 0,
    "Is it not under the skin?": 0,
}

SPANISH_DOUBLE = {
    "¿No está sin dolor nunca?": 1,
    "¿No toma nada?": 0,
    "¿Lleva un marcapasos?": 0,
}


def differing(table, measure):
    for text, expected in table.items():
        value = measure(text)
        if value != expected:
            yield f"{text!r}: expected {expected}, got {value}"


def check_score(language, plain, expected, hard, hard_score):
    value = language.score(plain)
    if abs(value - expected) > 1e-9:
        yield f"expected {expected:.3f}, got {value:.3f}"
    if language.too_hard(hard, hard_score) is None:
        yield f"a hard text scores {language.score(hard):.1f}"
    if language.too_hard(plain, hard_score) is not None:
        yield "a plain text is too hard"
    if language.hardness(plain) >= language.hardness(hard):
        yield "the plain text is not before the hard one"
    if language.too_hard("", language.article) is not None:
        yield "an empty text is too hard"


def check_grade():
    return check_score(
        ENGLISH, "The cat sat on the mat. It was warm.",
        0.39 * 9 / 2 + 11.8 * 9 / 9 - 15.59,
        "Interdisciplinary rehabilitation necessitates individualised "
        "psychological consultation.", 20)


def check_inflesz():
    return check_score(
        SPANISH, "El gato duerme al sol. Hoy no llueve.",
        206.835 - 62.3 * 11 / 8 - 8 / 2,
        "La rehabilitación interdisciplinar individualizada requiere "
        "valoraciones psicológicas multidimensionales.", 40)


def check_rest():
    try:
        plain_words.language("xx")
        yield "a language without a file has a measure"
    except ModuleNotFoundError:
        pass
    if SPANISH.button_fault("comprobar") is None:
        yield "a button in small letters passes"
    if SPANISH.button_fault("Comprobar la licencia") is not None:
        yield "a proper button fails"


def check_language(tap, name, language, syllables, forbidden, signs, double):
    tap.check(f"{name}: syllables", differing(syllables, language.syllables))
    tap.check(f"{name}: forbidden words",
              differing(forbidden,
                        lambda t: len(language.forbidden_words(t))))
    tap.check(f"{name}: signs",
              differing(signs, lambda t: len(language.wrong_signs(t))))
    tap.check(f"{name}: double negatives",
              differing(double, lambda t: len(language.double_negatives(t))))


def main():
    tap = Tap()
    check_language(tap, "English", ENGLISH, SYLLABLES, FORBIDDEN, TYPOGRAPHY,
                   DOUBLE)
    check_language(tap, "Spanish", SPANISH, SPANISH_SYLLABLES,
                   SPANISH_FORBIDDEN, SPANISH_TYPOGRAPHY, SPANISH_DOUBLE)
    tap.check("sentences",
              differing(SENTENCES, lambda t: len(plain_words.sentences(t))))
    tap.check("Flesch-Kincaid grade", check_grade())
    tap.check("Szigriszt-Pazos score", check_inflesz())
    tap.check("languages and buttons", check_rest())
    long = " ".join(["word"] * 26) + "."
    tap.check("long sentences",
              [] if len(plain_words.long_sentences(long, 25)) == 1
              and not plain_words.long_sentences(long, 26) else ["miscounted"])
    passive = (ENGLISH.passive_share("It was given. She gave it."),
               SPANISH.passive_share("Fue vista ayer. La vio ayer."))
    tap.check("passive voice", [] if passive == (0.5, 0.5) else [f"{passive}"])
    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
