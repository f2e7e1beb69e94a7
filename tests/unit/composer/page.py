"""The page docs/composer-drafts.md: what the composer writes for forty-eight made-up people.

`python -m tests.unit.composer.page` prints it; a test keeps the file the same as what it prints.
"""

import asyncio

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import Drafted, DraftRequest, OccasionRef, Person
from bot.drafters.composer import Composer

HEAD = """# What the composer writes

When no model is configured, or the one configured fails, Abrazo's own composer writes the drafts.
These are its first two for 48 made-up people, twelve in each language; a test writes this page anew
and compares, so what stands here is what it says today. Under each name are the notes it had.
"""
LANGUAGES = {"es": "Español", "en": "English", "it": "Italiano", "pt": "Português"}
FRIENDS_DAY = OccasionRef("friends-day", "Día del Amigo")
BIRTHDAY = {
    "es": OccasionRef("birthday", "Cumpleaños"),
    "en": OccasionRef("birthday", "Birthday"),
    "it": OccasionRef("birthday", "Compleanno"),
    "pt": OccasionRef("birthday", "Aniversário"),
}
CHRISTMAS = {
    "es": OccasionRef("christmas", "Navidad"),
    "en": OccasionRef("christmas", "Christmas"),
    "it": OccasionRef("christmas", "Natale"),
    "pt": OccasionRef("christmas", "Natal"),
}

PEOPLE = """
es Juani   friend       vos   friends  se mudó a Córdoba; le gusta el té de jazmín
es Tute    friend       vos   friends  fútbol 5 los jueves; hincha de Ferro
es Mica    friend       vos   both     fanática de Gardel; tiene un caniche, Tango
es Sra._Rossi client    usted birthday tiene un vivero en Escobar; perra Lola, viejita
es Viejo   family       vos   birthday arregla todo con alambre y cinta; me enseñó a manejar en el Falcon
es Nico    colleague    vos   birthday su frase: "es lo que hay"; le encanta la torta de ricota
es Sebas   friend       tú    birthday toca el bandoneón; fan de los Pumas
es Nieves  friend       tú    xmas     corrió la maratón de Venecia; ahora vive en Gijón
es Ezequiel acquaintance usted xmas    da clases de inglés; colecciona mapas
es Pili    friend       vos   friends  amiga de la facu; siempre se olvida las llaves
es Lía     friend       vos   birthday florista en Almagro; malísima para estacionar
es Sra._Ortiz client    usted xmas     va todos los años a Mendoza; huerta en el balcón
en Rachel  friend       you   birthday she lives in Bristol; we got lost in Prague
en Kevin   colleague    you   birthday plays darts on fridays, badly; taught me to drive the van
en Mr._Okafor client    you   xmas     bike repair shop in Leeds; has a dog, Biscuit
en Hannah  friend       you   birthday sings to the dogs; hates Mondays
en Tom     colleague    you   xmas     fixes old radios; brings rye bread every monday
en Auntie_Maureen family you  xmas     aunt in Cork; knits everyone a jumper for xmas
en Priya   friend       you   birthday plays the cello; le gusta el té de jazmín
en Joanne  friend       you   birthday collects teapots; mum of Teddy
en Erik    friend       you   xmas     loves crime novels; supports Leeds
en Ruth    acquaintance you   birthday teaches pottery; won the chess cup
en Becky   friend       you   birthday tap dancer; terrible at parking
en Mrs._Dunn client     you   xmas     lovely garden; visits grandchildren in Cork
it Dado    colleague    tu    birthday ha corso la maratona di Venezia; beve solo il caffè
it Prof._Bianchi acquaintance lei xmas insegna latino; ha un gatto di nome Catullo
it Anna    friend       tu    birthday amica del liceo; mamma di Pietro da febbraio
it Francesca friend     tu    xmas     ha aperto una piccola libreria a Lucca; suona il violoncello
it Elena   friend       tu    birthday ride fortissimo; vive a Ravenna
it Zia_Rosetta family   tu    xmas     orecchiette a mano; vive a Lecce
it Matteo  friend       tu    birthday tifoso della Roma; gioca a scacchi
it Giulia  friend       tu    birthday fan di Mina; odia il lunedì
it Gent.mo_Ing._Conti client lei xmas  ha una trattoria; si è trasferito a Siena
it Piero   friend       tu    xmas     mi ha insegnato a guidare; le piace il gelato
it Ciro    friend       tu    birthday forte a biliardo; bagnino
it Avv._Brambilla client lei  xmas     avvocato, cliente dal 2019; a Natale va sempre a Cogne
pt Guga    friend       você  birthday toca cavaquinho na roda de samba; virou pai da Nina faz pouco
pt Cami    friend       você  birthday mora em Floripa; cachorro chamado Pastel
pt Antônio client       você  xmas     tem uma padaria; joga xadrez
pt Bia     colleague    você  birthday só toma chá mate gelado; correu a maratona do Rio
pt Lari    family       você  xmas     coleciona canecas, viciada em café; detesta cebola
pt Thiago  colleague    você  xmas     joga vôlei na praia; torcedor do Grêmio
pt Ju      friend       você  birthday se mudou para Curitiba; pinta aquarelas
pt Rafa    friend       você  birthday fomos juntos a Salvador; me ensinou a dirigir
pt Dona_Lúcia acquaintance você xmas   faz bolo de fubá; mora em Recife
pt Theo    friend       você  birthday colega da faculdade; chega atrasado
pt Bel     friend       você  birthday cozinheira da escola; forte na sinuca
pt Seu_Jorge client     você  xmas     horta na varanda; vai todo ano a Recife
"""


def person(language: str, called: str, relationship: str, register: str, notes: str) -> Person:
    """One of PEOPLE."""
    return Person(
        name=called.replace("_", " "),
        nickname=called.replace("_", " "),
        relationship=Relationship(relationship),
        register=Register(register),
        language=language,
        notes=tuple(Note(i, text) for i, text in enumerate(notes.split("; "), 1)),
    )


def occasions(language: str, word: str) -> tuple[OccasionRef, ...]:
    """What somebody of PEOPLE is greeted for."""
    days = {
        "friends": (FRIENDS_DAY,),
        "birthday": (BIRTHDAY[language],),
        "xmas": (CHRISTMAS[language],),
        "both": (BIRTHDAY[language], FRIENDS_DAY),
    }
    return days[word]


async def drafted() -> list[tuple[DraftRequest, list[Drafted]]]:
    """The drafts of everybody, each knowing those before."""
    written: list[tuple[DraftRequest, list[Drafted]]] = []
    texts: list[str] = []
    frames: set[str] = set()
    for seed, line in enumerate(PEOPLE.strip().splitlines()):
        language, called, relationship, register, day, notes = line.split(maxsplit=5)
        request = DraftRequest(
            person(language, called, relationship, register, notes),
            occasions(language, day),
            siblings=tuple(texts),
            used_frames=frozenset(frames),
            seed=seed,
        )
        drafts = await Composer().draft(request)
        texts.append(drafts[0].text)
        frames.add(drafts[0].version)
        written.append((request, drafts))
    return written


async def page() -> str:
    """The whole page in Markdown."""
    lines = [HEAD]
    language = ""
    for request, drafts in await drafted():
        who = request.person
        if who.language != language:
            language = who.language
            lines.append(f"## {LANGUAGES[language]}\n")
        days = " + ".join(o.name for o in request.occasions)
        lines.append(f"**{who.called}** ({who.relationship}, {who.register}, {days})  ")
        lines.append(f"*{' · '.join(n.text for n in who.notes)}*\n")
        lines += [f"{number}. {draft.text}" for number, draft in enumerate(drafts, 1)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    print(asyncio.run(page()), end="")  # noqa: T201  # printing is what this command is for
