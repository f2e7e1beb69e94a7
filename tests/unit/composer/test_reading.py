"""How telegraphic notes are understood, and what of them may be said to whom."""

import pytest

from bot.domain.contacts import Note, Register
from bot.drafters.composer.grammar import grammar
from bot.drafters.composer.phrases import Clause, Name, Noun, contracted, expanded
from bot.drafters.composer.reading import language_of, parse_clause, read, usual_language


@pytest.mark.parametrize(
    ("language", "note", "kind"),
    [
        ("es", "le gusta el té de jazmín", "drink"),
        ("es", "le encanta la torta de ricota", "food"),
        ("es", "le gusta leer policiales", "doing"),
        ("es", "se mudó a Córdoba", "move"),
        ("es", "tiene un caniche, Tango", "pet"),
        ("es", "tiene un gato", "animal"),
        ("es", "hincha de Ferro", "team"),
        ("es", "da clases de inglés", "teaches"),
        ("es", "fanática de Gardel", "star"),
        ("es", "toca el bandoneón", "plays"),
        ("es", "corrió la maratón de Venecia", "deed"),
        ("es", "amiga de la facu", "bond"),
        ("es", "me llevó al aeropuerto a las 3 am", "kindness"),
        ("es", "tuvo una bebé, Bruna", "child"),
        ("es", "mamá de mellizos, Olivia y Simón", "children"),
        ("es", "tiene un vivero en Escobar", "shop"),
        ("es", 'su frase: "es lo que hay"', "quote"),
        ("es", "siempre llega tarde", "quirk"),
        ("es", "se compró una moto", "bought"),
        ("es", "fuimos juntos a Gualeguaychú", "together"),
        ("en", "plays the cello", "plays"),
        ("en", "she lives in Bristol", "place"),
        ("en", "taught me to drive the van", "taught"),
        ("en", "knits everyone a jumper", "habit"),
        ("it", "ha un gatto di nome Micio", "pet"),
        ("it", "ha corso la maratona di Venezia", "deed"),
        ("it", "tifoso della Roma", "team"),
        ("it", "orecchiette a mano", "made"),
        ("pt", "torcedora do Grêmio", "team"),
        ("pt", "mora no Rio", "place"),
        ("pt", "virou pai da Nina faz pouco", "child"),
        ("es", "guardavidas en Necochea", "trade"),
        ("en", "tap dancer", "trade"),
        ("it", "avvocato, cliente dal 2019", "trade"),
        ("pt", "cozinheira da escola", "trade"),
        ("es", "malísima para estacionar", "trait"),
        ("en", "terrible at parking", "trait"),
        ("it", "forte a biliardo", "trait"),
        ("pt", "forte na sinuca", "trait"),
        ("es", "viaja a Mendoza a ver a los nietos", "trip"),
        ("en", "visits grandchildren in Cork", "trip"),
        ("it", "a Natale va sempre a Cogne", "trip"),
        ("pt", "vai a Recife ver os netos", "trip"),
        ("es", "huerta en el balcón", "spot"),
        ("en", "lovely garden", "spot"),
        ("en", "bingo every Thursday", "sport"),
        ("it", "tè verde", "drink"),
    ],
)
def test_a_note_is_understood(language: str, note: str, kind: str) -> None:
    assert read(Note(1, note), language)[0].kind == kind


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("es", "terminó la quimio en agosto"),
        ("es", "se operó la rodilla"),
        ("en", "retired postman"),
        ("es", "se separó hace poco"),
        ("es", "milita en el peronismo de Lanús"),
        ("es", "católica, va a misa los domingos"),
        ("en", "on antidepressants, told me privately"),
        ("it", "provano ad avere un bambino da due anni"),
        ("pt", "perdeu o emprego, está devendo"),
        ("es", "asdf qwer"),
        ("es", "vive en la costa"),
    ],
)
def test_a_delicate_or_obscure_note_tells_nothing(language: str, note: str) -> None:
    assert read(Note(1, note), language) == []


def test_what_follows_another_subject_is_not_said_of_the_contact() -> None:
    assert read(Note(1, "la nieta compite en patín, muestra los videos"), "es") == []


@pytest.mark.parametrize(
    ("note", "language", "kind", "words"),
    [
        ("se mudó a Córdoba", "en", "move", "Córdoba"),
        ("hincha de Ferro", "it", "team", "Ferro"),
        ("le gusta el té de jazmín", "en", "drink", "jasmine tea"),
        ("plays the cello", "es", "plays", "chelo"),
        ("torcedora do Grêmio", "es", "team", "Grêmio"),
    ],
)
def test_only_what_translates_surely_crosses_languages(
    note: str, language: str, kind: str, words: str
) -> None:
    (reading,) = read(Note(1, note), language)
    (slot,) = reading.slots.values()
    assert reading.kind == kind
    assert isinstance(slot, (Name, Noun))
    assert slot.words == words


def test_what_needs_translating_does_not_cross_languages() -> None:
    assert read(Note(1, "manda audios larguísimos"), "it") == []


def test_words_that_two_languages_share_are_read_as_the_other_notes_are() -> None:
    assert read(Note(1, "pinta acuarelas"), "pt", usual="es") == []
    assert read(Note(1, "pinta aquarelas"), "pt", usual="pt")[0].kind == "habit"


def test_the_usual_language_is_that_of_most_notes() -> None:
    assert usual_language(["pinta acuarelas", "hincha de Ferro"], "pt") == "es"
    assert usual_language(["amica del liceo", "mamma di Pietro"], "it") == "it"
    assert usual_language([], "en") == "en"


def test_a_note_in_spanish_is_known_as_such_by_its_words() -> None:
    assert language_of("me enseñó a hacer mole", "es") == "es"
    assert language_of("me enseñó a hacer mole", "it") == "es"


@pytest.mark.parametrize(
    ("language", "typed", "register", "said"),
    [
        ("es", "se mudó a Córdoba", Register.VOS, "te mudaste a Córdoba"),
        ("es", "se mudó a Córdoba", Register.USTED, "se mudó a Córdoba"),
        ("es", "pinta acuarelas", Register.VOS, "pintás acuarelas"),
        ("es", "juega con su gato", Register.TU_ES, "juegas con tu gato"),
        ("es", "siempre se olvida la linterna", Register.VOS, "siempre te olvidás la linterna"),
        ("es", "hizo un curso", Register.VOS, "hiciste un curso"),
        ("es", "recibió un premio", Register.TU_ES, "recibiste un premio"),
        ("en", "fixes old radios", Register.YOU, "fix old radios"),
        ("en", "won her first race", Register.YOU, "won your first race"),
        ("it", "gioca con il cane", Register.TU, "giochi con il cane"),
        ("it", "si è laureata in lettere", Register.TU, "ti sei laureata in lettere"),
        ("it", "legge gialli", Register.LEI, "legge gialli"),
        ("pt", "se formou em direito", Register.VOCE, "se formou em direito"),
    ],
)
def test_a_clause_is_said_to_the_reader(
    language: str, typed: str, register: Register, said: str
) -> None:
    clause = parse_clause(typed, grammar(language))
    assert isinstance(clause, Clause)
    assert clause.form("you", register) == said


def test_a_verb_that_is_not_known_is_not_conjugated() -> None:
    assert parse_clause("zurfila pantalones", grammar("es")) is None


@pytest.mark.parametrize(
    ("language", "noun", "form", "said"),
    [
        ("es", "el té de jazmín", "de", "del té de jazmín"),
        ("es", "las tazas", "your", "tus tazas"),
        ("es", "vinilos", "the", "los vinilos"),
        ("it", "lo zabaione", "di", "dello zabaione"),
        ("it", "tiramisù", "the", "il tiramisù"),
        ("it", "l'opera", "in", "nell'opera"),
        ("it", "i vinili", "your", "i tuoi vinili"),
        ("pt", "a padaria", "de", "da padaria"),
        ("pt", "violão", "your", "seu violão"),
        ("en", "a cello", "your", "your cello"),
    ],
)
def test_a_noun_takes_its_articles(language: str, noun: str, form: str, said: str) -> None:
    register = {"es": Register.VOS, "it": Register.TU, "pt": Register.VOCE, "en": Register.YOU}
    parsed = Noun.parse(noun, grammar(language))
    assert parsed is not None
    assert parsed.form(form, register[language]) == said


def test_a_noun_of_unknown_gender_gets_no_article() -> None:
    parsed = Noun.parse("trekking", grammar("es"))
    assert parsed is not None
    assert parsed.form("the", Register.VOS) is None


@pytest.mark.parametrize("language", ["es", "it", "pt"])
def test_contractions_come_apart_and_together_again(language: str) -> None:
    rules = grammar(language)
    for apart, joined in rules.contractions.items():
        assert expanded(f"x {joined} y", rules) == f"x {apart} y"
        assert contracted(f"x {apart} y", rules) == f"x {joined} y"
