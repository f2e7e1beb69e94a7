"""One line about somebody: what is understood, what is kept, what is asked."""

from datetime import date

import pytest

from bot.domain.contacts import Kind, PersonalDate, Register, Relationship
from bot.parsing.contacts import Doubt, ParsedContact, ParsedNote, parse_contact, parse_facts
from bot.parsing.text import ParseProblem

TODAY = date(2026, 11, 18)


def add(text: str, language: str = "es", country: str = "AR") -> ParsedContact:
    return parse_contact(text, today=TODAY, owner_language=language, owner_country=country)


def notes(contact: ParsedContact) -> list[str]:
    return [note.text for note in contact.notes]


def doubts(found: tuple[Doubt, ...]) -> list[tuple[str, str]]:
    return [(doubt.key, doubt.words) for doubt in found]


def test_the_line_of_the_manual() -> None:
    juana = add(
        "Juana Pérez, amiga, le gusta el té de jazmín, cumple 3/5, +54 9 11 5555-1234, @juanap"
    )
    assert juana.name == "Juana Pérez"
    assert juana.relationship is Relationship.FRIEND
    assert notes(juana) == ["le gusta el té de jazmín"]
    assert juana.birthday == PersonalDate("birthday", 5, 3)
    assert (juana.phone, juana.username, juana.country) == ("+5491155551234", "juanap", "AR")
    assert (juana.questions, juana.remarks) == ((), ())


def test_what_follows_the_relationship_is_a_note() -> None:
    juana = add("Juana, amiga de la facu, le gusta el té de jazmín")
    assert juana.relationship is Relationship.FRIEND
    assert notes(juana) == ["de la facu", "le gusta el té de jazmín"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Juana amiga del club", "Juana"),
        ("Juana Pérez: amiga", "Juana Pérez"),
        ("Juana - amiga", "Juana"),
        ("Juana · amiga · té", "Juana"),
        ("Juana. Amiga. Cumple 3/5.", "Juana"),
        ("Juana\namiga", "Juana"),
        ("Juana; amiga", "Juana"),
        ("Juana es mi amiga", "Juana"),
        ("Tomi que es amigo del club", "Tomi"),
        ("Agregá a Tomi, amigo del club, cumple el 3 de mayo", "Tomi"),
        ("Agregá: Tomi, amigo", "Tomi"),
        ("agregame a mi amiga Juana", "Juana"),
        ("mi mejor amiga Juana, baila tango", "Juana"),
        ("juana amiga del club", "juana"),
        ("Salva, amigo", "Salva"),
        ("María de la Cruz, amiga", "María de la Cruz"),
        ("D'Angelo, amigo", "D'Angelo"),
        ("J. R. R. Tolkien, amigo", "J. R. R. Tolkien"),
        ("la Colo, amiga de la infancia", "la Colo"),
        ("李小龍, amigo", "李小龍"),
        ("محمد، amigo", "محمد"),
        ("Juana \u202eamiga\u202c", "Juana"),
        ("<b>Juana</b> *P*, amiga", "<b>Juana</b> *P*"),
    ],
)
def test_finds_the_name_and_the_friend(text: str, name: str) -> None:
    contact = add(text)
    assert contact.name == name
    assert contact.relationship is Relationship.FRIEND


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hugo Boss, colega", "Hugo Boss"),
        ("Max Born, colega", "Max Born"),
        ("Private Ryan, amigo", "Private Ryan"),
        ("Anna habla italiano, colega", "Anna"),
        ("Juana le dicen Juani, colega", "Juana"),
        ("Juana se mudó a Córdoba", "Juana"),
        ("juana perez", "juana perez"),
        ("Juana cumple el 3 de mayo", "Juana"),
        ("Juana 11 5555-1234", "Juana"),
        ("Juana vive en Italia", "Juana"),
        ("Juana @juanap", "Juana"),
        ("Juana 🇮🇹", "Juana"),
        ("👩‍👩‍👧 Juana", "👩‍👩‍👧 Juana"),
    ],
)
def test_finds_where_the_name_ends(text: str, name: str) -> None:
    assert add(text).name == name


@pytest.mark.parametrize(
    ("text", "name", "nickname"),
    [
        ('Juana "Juani" Pérez', "Juana Pérez", "Juani"),
        ("Juana «Juani» Pérez", "Juana Pérez", "Juani"),
        ("Juana (Juani), amiga", "Juana", "Juani"),
        ("Juana, apodo Juani", "Juana", "Juani"),
        ("Juana, le decimos Juani", "Juana", "Juani"),
        ("Tom, a.k.a. Tommy", "Tom", "Tommy"),
        ("Giuseppe, detto Beppe", "Giuseppe", "Beppe"),
        ("José, apelido Zé", "José", "Zé"),
        ("Juana (la de yoga), amiga", "Juana", None),
    ],
)
def test_finds_the_nickname(text: str, name: str, nickname: str | None) -> None:
    contact = add(text)
    assert (contact.name, contact.nickname) == (name, nickname)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Sra. Rossi, clienta", "Sra. Rossi"),
        ("Gent.mo Prof. Rossi, cliente", "Gent.mo Prof. Rossi"),
        ("Dr. Gómez", "Dr. Gómez"),
        ("Dr. Juan Gómez", "Dr. Gómez"),
        ("Sr. Juan de la Cruz", "Sr. de la Cruz"),
        ("Sr. de la Cruz", "Sr. de la Cruz"),
        ("Dra. María Gómez Pérez", "Dra. María Gómez Pérez"),
        ("don Carlos, vecino", "don Carlos"),
        ("Juana", None),
    ],
)
def test_a_title_makes_the_form_of_address(text: str, form: str | None) -> None:
    contact = add(text)
    assert contact.form_of_address == form
    assert contact.name == text.split(",", maxsplit=1)[0]


@pytest.mark.parametrize(
    ("words", "language", "relationship", "roles"),
    [
        ("amigo", "es", Relationship.FRIEND, frozenset()),
        ("compinche", "es", Relationship.FRIEND, frozenset()),
        ("hermana", "es", Relationship.FAMILY, frozenset({"sister"})),
        ("mamá", "es", Relationship.FAMILY, frozenset({"mother"})),
        ("abuela", "es", Relationship.FAMILY, frozenset({"grandmother"})),
        ("novia", "es", Relationship.PARTNER, frozenset()),
        ("mi esposa", "es", Relationship.PARTNER, frozenset()),
        ("compañero de trabajo", "es", Relationship.COLLEAGUE, frozenset()),
        ("jefe", "es", Relationship.COLLEAGUE, frozenset({"boss"})),
        ("clienta", "es", Relationship.CLIENT, frozenset()),
        ("conocido", "es", Relationship.ACQUAINTANCE, frozenset()),
        ("maestra", "es", None, frozenset({"teacher"})),
        ("secretaria", "es", None, frozenset({"secretary"})),
        ("friend", "en", Relationship.FRIEND, frozenset()),
        ("my mom", "en", Relationship.FAMILY, frozenset({"mother"})),
        ("wife", "en", Relationship.PARTNER, frozenset()),
        ("coworker", "en", Relationship.COLLEAGUE, frozenset()),
        ("doctor", "en", None, frozenset({"doctor"})),
        ("un'amica", "it", Relationship.FRIEND, frozenset()),
        ("la mia compagna", "it", Relationship.PARTNER, frozenset()),
        ("nonna", "it", Relationship.FAMILY, frozenset({"grandmother"})),
        ("collega", "it", Relationship.COLLEAGUE, frozenset()),
        ("minha amiga", "pt", Relationship.FRIEND, frozenset()),
        ("avó", "pt", Relationship.FAMILY, frozenset({"grandmother"})),
        ("colega de trabalho", "pt", Relationship.COLLEAGUE, frozenset()),
        ("freguês", "pt", Relationship.CLIENT, frozenset()),
        ("friend", "es", Relationship.FRIEND, frozenset()),
        ("amica", "pt", Relationship.FRIEND, frozenset()),
    ],
)
def test_knows_relationships_in_four_languages(
    words: str, language: str, relationship: Relationship | None, roles: frozenset[str]
) -> None:
    contact = add(f"Ana, {words}", language)
    assert (contact.relationship, contact.roles) == (relationship, roles)
    assert contact.notes == ()


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("ex cliente", "former"),
        ("ex-cliente", "former"),
        ("posible cliente", "not_yet_client"),
        ("cliente potencial", "not_yet_client"),
        ("todavía no es cliente", "not_yet_client"),
        ("prospect", "not_yet_client"),
        ("former client", "former"),
    ],
)
def test_who_is_not_a_client_is_not_greeted_as_one(words: str, key: str) -> None:
    contact = add(f"Ana, {words}")
    assert contact.relationship is Relationship.ACQUAINTANCE
    assert doubts(contact.remarks) == [(key, words)]
    assert notes(contact) == [words]


@pytest.mark.parametrize("words", ["hermana de Juan", "marido Pedro", "hija: Sofía"])
def test_somebody_elses_family_is_not_the_owners(words: str) -> None:
    contact = add(f"Ana, {words}")
    assert contact.relationship is None
    assert doubts(contact.questions) == [("whose_family", words)]
    assert notes(contact) == [words]


def test_a_friend_who_is_a_mother_stays_a_friend() -> None:
    contact = add("Ana, amiga, mamá de dos nenes")
    assert (contact.relationship, contact.roles) == (Relationship.FRIEND, frozenset({"mother"}))
    assert notes(contact) == ["mamá de dos nenes"]
    assert contact.questions == ()


def test_kin_in_the_name_says_the_relationship() -> None:
    aunt = add("Tía Marta, cumple 4/8")
    assert (aunt.name, aunt.relationship) == ("Tía Marta", Relationship.FAMILY)
    mother = add("mamá, cumple 3/5")
    assert (mother.name, mother.roles) == ("mamá", frozenset({"mother"}))
    assert add("my mom", "en").name == "mom"


def test_a_name_that_is_also_a_word_for_kin_is_a_name() -> None:
    nora = add("Nora, amiga")
    assert (nora.name, nora.relationship, nora.roles) == ("Nora", Relationship.FRIEND, frozenset())


def test_relationship_before_the_name() -> None:
    sarah = add("add my colleague Sarah, loves hiking", "en", "US")
    assert (sarah.name, sarah.relationship) == ("Sarah", Relationship.COLLEAGUE)
    assert notes(sarah) == ["loves hiking"]


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("cumple 3/5", "es", (5, 3, None)),
        ("cumple el 3 de mayo", "es", (5, 3, None)),
        ("su cumple es el 3/5", "es", (5, 3, None)),
        ("nació el 3/5/1990", "es", (5, 3, 1990)),
        ("3 de mayo cumple", "es", (5, 3, None)),
        ("🎂 3/5", "es", (5, 3, None)),
        ("3/5 🎂", "es", (5, 3, None)),
        ("cumpleaños: 29/2", "es", (2, 29, None)),
        ("birthday May 3rd", "en", (5, 3, None)),
        ("birthday May 3rd, 1990", "en", (5, 3, 1990)),
        ("born on the 3rd of May 1990", "en", (5, 3, 1990)),
        ("compleanno 3 maggio", "it", (5, 3, None)),
        ("nato il 3/5/80", "it", (5, 3, 1980)),
        ("aniversário 3/5", "pt", (5, 3, None)),
        ("niver dia 3 de maio", "pt", (5, 3, None)),
        ("aniversario 3/5", "pt", (5, 3, None)),
        ("aniversário 3/5", "es", (5, 3, None)),
    ],
)
def test_reads_the_birthday(
    words: str, language: str, expected: tuple[int, int, int | None]
) -> None:
    contact = add(f"Ana, {words}", language)
    assert contact.birthday == PersonalDate("birthday", *expected)
    assert (contact.notes, contact.questions) == ((), ())


def test_a_spanish_aniversario_is_a_couples_day() -> None:
    contact = add("Ana, aniversario 3/5")
    assert contact.anniversary == PersonalDate("anniversary", 5, 3)
    assert contact.birthday is None


def test_an_impossible_birthday_is_remarked_and_the_rest_kept() -> None:
    contact = add("Ana, cumple 31/2, amiga")
    assert doubts(contact.remarks) == [("impossible_date", "31/2")]
    assert (contact.birthday, contact.relationship) == (None, Relationship.FRIEND)


def test_a_birthday_that_reads_two_ways_is_asked() -> None:
    contact = add("Bob, birthday 3/5", "en", "")
    assert contact.birthday is None
    assert contact.questions == (
        Doubt("ambiguous_date", "3/5", ("--05-03", "--03-05"), "birthday"),
    )
    assert add("Bob, birthday 3/5", "en", "US").birthday == PersonalDate("birthday", 3, 5)


def test_a_bare_date_is_kept_and_its_meaning_asked() -> None:
    contact = add("Ana, 3 de mayo")
    assert notes(contact) == ["3 de mayo"]
    assert contact.questions == (Doubt("which_date", "3 de mayo", ("--05-03",)),)


@pytest.mark.parametrize("words", ["cumple en primavera", "nació en Córdoba", "tuvo 3 hijos"])
def test_words_that_only_look_like_a_date_are_a_note(words: str) -> None:
    contact = add(f"Ana, {words}")
    assert (contact.birthday, notes(contact), contact.remarks) == (None, [words], ())


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("@juanap", "username", "juanap"),
        ("t.me/juanap", "username", "juanap"),
        ("https://t.me/JuanaP", "username", "JuanaP"),
        ("telegram @juanap", "username", "juanap"),
        ("https://wa.me/5491155551234", "phone", "+5491155551234"),
        ("cel: +54 9 11 5555-1234", "phone", "+5491155551234"),
        ("su número es +54 9 11 5555-1234", "phone", "+5491155551234"),
        ("juana@Example.com", "email", "juana@Example.com"),
        ("su mail es juana@x.com", "email", "juana@x.com"),
        ("habla italiano", "language", "it"),
        ("en inglés", "language", "en"),
        ("language: en", "language", "en"),
        ("fala português", "language", "pt"),
        ("English", "language", "en"),
        ("inglés", "language", "en"),
        ("italiano", "language", "it"),
        ("Español", "language", "es"),
        ("país Italia", "country", "IT"),
        ("country: IT", "country", "IT"),
        ("Italia", "country", "IT"),
        ("uruguay", "country", "UY"),
        ("Brasil", "country", "BR"),
        ("UK", "country", "GB"),
        ("the US", "country", "US"),
        ("🇮🇹", "country", "IT"),
        ("de Brasil", "country", "BR"),
        ("dalla Germania", "country", "DE"),
        ("from Brazil", "country", "BR"),
        ("da Itália", "country", "IT"),
        ("tratala de usted", "register", Register.USTED),
        ("la trato de vos", "register", Register.VOS),
        ("nos tratamos de usted", "register", Register.USTED),
        ("gli diamo del Lei", "register", Register.LEI),
        ("a gente se trata por você", "register", Register.VOCE),
        ("de usted", "register", Register.USTED),
        ("de vos", "register", Register.VOS),
        ("tutear", "register", Register.VOS),
        ("formal", "register", Register.USTED),
        ("del Lei", "register", Register.LEI),
        ("grupo", "kind", Kind.GROUP),
        ("no quiere saludos", "paused", True),
        ("#club", "tags", frozenset({"club"})),
    ],
)
def test_fills_a_field_and_leaves_no_note(words: str, field: str, value: object) -> None:
    contact = add(f"Juana, {words}")
    assert getattr(contact, field) == value
    assert (contact.notes, contact.questions, contact.remarks) == ((), (), ())


def test_tutear_means_tu_where_there_is_no_vos() -> None:
    assert add("Juana, tutear", "es", "ES").register is Register.TU_ES
    assert add("Anna, formal, habla italiano").register is Register.LEI


@pytest.mark.parametrize(
    "words", ["@ju", "ig @juanita", "DNI 25.123.456", "hincha de Boca 🇦🇷", "https://x.org/a"]
)
def test_what_is_no_address_is_a_note(words: str) -> None:
    contact = add(f"Juana, {words}")
    assert notes(contact) == [words]
    assert (contact.phone, contact.username, contact.country) == (None, None, None)


def test_where_somebody_lives_sets_the_country_and_stays_a_note() -> None:
    contact = add("Juana, vive en Italia")
    assert (contact.country, notes(contact)) == ("IT", ["vive en Italia"])
    assert add("Juana, vive en Córdoba").country is None


@pytest.mark.parametrize("words", ["it", "es", "us", "china", "Granada", "francés"])
def test_a_word_that_may_be_something_else_stays_a_note(words: str) -> None:
    contact = add(f"Juana, {words}")
    assert (contact.language, contact.country, notes(contact)) == (None, None, [words])


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("vive en Lima", "PE"),
        ("mora em Lisboa", "PT"),
        ("abita a Berlino", "DE"),
        ("lives in London", "GB"),
        ("es de Uruguay", "UY"),
        ("vive en La Paz", None),  # Bolivia's, or that of Entre Ríos
        ("es de Rosario", None),
        ("es de Granada", None),
        ("vive en Georgia", None),
        ("vive en Lima pero se va", None),
    ],
)
def test_a_place_that_is_certain_sets_the_country(words: str, country: str | None) -> None:
    contact = add(f"Juana, {words}")
    assert (contact.country, notes(contact)) == (country, [words])


def test_a_country_said_beats_the_one_of_the_phone() -> None:
    assert add("Juana, +39 333 1234567").country == "IT"
    assert add("Juana, +39 333 1234567, país Argentina").country == "AR"
    assert add("Juana, 11 5555-1234").country is None


def test_an_argentine_number_without_nine_is_asked() -> None:
    contact = add("Juana, 11 5555-1234")
    options = ("+5491155551234", "+541155551234")
    assert contact.questions == (Doubt("is_mobile", "11 5555-1234", options),)


def test_a_number_that_cannot_be_is_remarked_as_typed() -> None:
    contact = add("Juana, tel 12345678901234567")
    assert (contact.phone, doubts(contact.remarks)) == (
        None,
        [("not_a_phone", "12345678901234567")],
    )


def test_private_parts_stay_private_and_are_not_read() -> None:
    contact = add("Juana, 🔒 cumple 3/5, privado: se separó, baila tango")
    assert contact.birthday is None
    assert contact.notes == (
        ParsedNote("cumple 3/5", private=True),
        ParsedNote("se separó", private=True),
        ParsedNote("baila tango"),
    )


def test_a_lock_before_the_name_makes_every_note_private() -> None:
    assert add("🔒 Juana, se separó").notes == (ParsedNote("se separó", private=True),)


def test_a_second_value_is_remarked_and_kept_as_a_note() -> None:
    contact = add("Juana, amiga, colega, apodo Juani, apodo Ju")
    assert (contact.relationship, contact.nickname) == (Relationship.FRIEND, "Juani")
    assert [doubt.key for doubt in contact.remarks] == ["second_value", "second_value"]
    assert notes(contact) == ["colega", "apodo Ju"]


def test_several_things_in_one_part() -> None:
    contact = add("Juana amiga del club cumple 3/5 +54 9 11 5555-1234 #club")
    assert contact.relationship is Relationship.FRIEND
    assert contact.birthday == PersonalDate("birthday", 5, 3)
    assert (contact.phone, contact.tags) == ("+5491155551234", frozenset({"club"}))
    assert notes(contact) == ["del club"]


def test_a_group_keeps_its_whole_name() -> None:
    assert add("Los pibes del fútbol, grupo").name == "Los pibes del fútbol"
    assert add("Grupo Fútbol 5, los jueves").kind is Kind.GROUP


def test_a_name_that_ends_nobody_knows_where_is_asked() -> None:
    contact = add("juana se recibió la semana pasada")
    assert (contact.name, notes(contact)) == ("juana", ["se recibió la semana pasada"])
    assert [doubt.key for doubt in contact.questions] == ["name_boundary"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "empty_name"),
        (" , ,", "empty_name"),
        ("\u202e\u200b", "empty_name"),
        ("🎂", "name_without_letters"),
        ("💕, amiga", "name_without_letters"),
        ("x" * 4096, "name_too_long"),
        ("x " * 4000, "text_too_long"),
    ],
)
def test_refuses_what_cannot_be_a_name(text: str, key: str) -> None:
    with pytest.raises(ParseProblem) as problem:
        add(text)
    assert problem.value.key == key


def test_says_which_words_filled_which_field() -> None:
    told = {part.words: part.fields for part in add("Juana, amiga del club, cumple 3/5").understood}
    assert told == {
        "Juana": ("name",),
        "amiga del club": ("relationship", "note"),
        "cumple 3/5": ("birthday",),
    }


def test_further_facts_about_somebody_known() -> None:
    contact = parse_facts(
        "cumple el 3 de mayo, baila tango",
        name="Juana",
        today=TODAY,
        owner_language="es",
        owner_country="AR",
    )
    assert contact.birthday == PersonalDate("birthday", 5, 3)
    assert (contact.name, notes(contact)) == ("Juana", ["baila tango"])
