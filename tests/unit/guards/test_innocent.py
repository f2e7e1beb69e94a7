"""Words that sound delicate and are not: games, dishes, plants, bands, trades. No greeting should be
refused for them; below, the same words where they are delicate."""

import pytest

from bot.check_drafts import read_case
from bot.domain.guards import Label, check

REGISTERS = {"es-AR": "vos", "en": "you", "it": "tu", "pt-BR": "você"}


def labels(language: str, note: str, text: str) -> set[Label]:
    contact = {
        "name": "Rita Paz", "nickname": None, "relationship": "friend", "notes": [note],
        "register": REGISTERS[language], "language": language,
    }  # fmt: skip
    occasion = {"key": "birthday", "name": "Cumpleaños"}
    case = read_case({"id": 1, "contact": contact, "occasion": occasion, "draft": text})
    return {problem.label for problem in check(case)}


@pytest.mark.parametrize(
    ("language", "note", "text"),
    [
        ("es-AR", "es abogada, gana todos los juicios", "El único juicio de hoy es por la torta."),
        ("es-AR", "hace empanadas", "Si hubiera que votar, tus empanadas ganan en primera vuelta."),
        ("es-AR", "fan del fernet", "El fernet es religión, y el del kiosco, hereje."),
        ("es-AR", "tiene una planta de albahaca", "Que la albahaca resucite: la mía falleció."),
        ("es-AR", "banda: Los Deudores, tocan covers", "Que Los Deudores llenen el garage."),
        ("es-AR", "toma café como loca", "Tu adicción al café ya es patrimonio del barrio."),
        ("en", "plays bass in a Bad Religion cover band", "Nobody is late to a Bad Religion gig but you."),
        ("en", "loves Monopoly", "Get out of jail free and stay away from my hotels."),
        ("en", "bossy with spreadsheets, lovingly", "The reunion was your spreadsheet and nobody else's."),
        ("en", "drinks too much coffee", "Put the kettle down, says nobody who has tasted your coffee."),
        ("it", "il suo giallo si chiama Eredità di sangue", "Di Eredità di sangue: chi è il morto?"),
        ("it", "gioca a briscola", "Mi devi ancora una rivincita, e i debiti di briscola si pagano."),
        ("it", "ripara violini", "Che ogni violino guarisca prima di cena."),
        ("it", "ha perso una scommessa: deve cucinare", "La scommessa è sempre valida: ai fornelli."),
        ("pt-BR", "sócio do sambão Saideira e Dívida", "Que o Saideira e Dívida nunca feche cedo."),
        ("pt-BR", "joga truco", "Você me deve uma revanche, e dívida de truco é sagrada."),
        ("pt-BR", "faz pão", "Seu pão é minha religião."),
    ],
)  # fmt: skip
def test_a_joke_is_left_alone(language: str, note: str, text: str) -> None:
    assert not labels(language, note, f"Rita, {text[0].lower()}{text[1:]}") & {
        Label.SENSITIVE, Label.REVEALS_SOURCE, Label.SELLING,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "note", "text"),
    [
        ("es-AR", "en juicio por la herencia, juega al truco", "Que el juicio se gane como un truco."),
        ("es-AR", "milita en el peronismo, hace empanadas", "Con tus empanadas se ganan las elecciones."),
        ("en", "divorced in spring, swing dancer", "After the year you've had, may you spin all night."),
        ("it", "provano ad avere un figlio da tanto, cuce", "Presto cucirai qualcosa di minuscolo."),
        ("pt-BR", "deve dinheiro para muita gente", "Que este seja o ano de limpar o nome."),
        ("es-AR", "viuda desde julio, hace vitel toné", "Va a ser raro sin él en la mesa."),
    ],
)  # fmt: skip
def test_the_same_words_are_delicate_to_somebody_they_are_about(
    language: str, note: str, text: str
) -> None:
    assert Label.SENSITIVE in labels(language, note, text)


def test_a_relative_s_name_is_not_the_reader_s() -> None:
    greeting = "Happy birthday, Miriam! The ship can wait."
    assert Label.WRONG_PERSON in labels("en", "his wife is Miriam, builds model ships", greeting)


def test_the_day_s_own_name_is_nobody_s_story() -> None:
    contact = {
        "name": "Elena", "nickname": None, "relationship": "friend", "notes": ["moved to Bristol"],
        "register": "you", "language": "en",
    }  # fmt: skip
    case = read_case(
        {
            "id": 1,
            "contact": contact,
            "occasion": {"key": "friends-day", "name": "Friend's Day"},
            "siblings": ["Happy Friend's Day, Hugo. I hope the parcel arrives with the coffee."],
            "draft": "Happy Friend's Day, Elena. Bristol is only wrong in that hugs arrive later.",
        }
    )
    assert check(case) == ()
