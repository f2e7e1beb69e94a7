"""Made-up contacts, as varied as an address book: names, relationships and notes by the dozen."""

import random
from itertools import product

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import Person

NAMES = {
    "es": "Ana Luis Marta Pedro Sofía Juan Lucía Diego Carla Nicolás Elena Tomás Julia Bruno Irene",
    "en": "Alice Tom Megan Paul Hannah Kevin Ruth Peter Nora Simon Laura Ben Ivy Martin Grace",
    "it": "Anna Luca Marta Paolo Giulia Matteo Elena Davide Chiara Marco Sara Piero Irene Aldo Rita",
    "pt": "Ana Luís Marta Pedro Bia Rafael Lúcia Diego Carla Thiago Helena Tomás Júlia Bruno Iara",
}
SURNAMES = "Abate Bosco Conti Duarte Ferri Gallo Lima Moretti Novak Ortiz Prado Rey Salas Tosi Vega"

NOTES = {
    "es": {
        "toca {}": "el bandoneón|la guitarra|el piano|el violín|la batería|el acordeón|la flauta",
        "se mudó a {}": "Córdoba|Rosario|Bariloche|Mendoza|Salta|Ushuaia|Lima|Madrid|Berlín|Toronto",
        "vive en {}": "Tandil|Quito|Montevideo|Oslo|Ushuaia|Neuquén|Posadas|Valencia|Bogotá",
        "hincha de {}": "Ferro|Boca|Racing|Huracán|Vélez|Lanús|Banfield|Platense|Chacarita",
        "tiene un perro, {}": "Toto|Lolo|Roque|Tango|Pancho|Mora|Nala|Coco",
        "tiene una gata, {}": "Mimí|Frida|Luna|Uva|Pampa|Kiwi|Menta",
        "le encanta {}": "la torta de ricota|el café de filtro|el té de jazmín|el vino|la pizza"
        "|el chocolate amargo|el helado de limón|el cine mudo|la astronomía|el teatro de títeres",
        "hace {}": "dulce de membrillo|pan de masa madre|budín de limón|mermelada de higos|cerámica",
        "colecciona {}": "vinilos|tazas|postales|estampillas|mapas|muñecas|botellas",
        "da clases de {}": "inglés|tango|química|yoga|guitarra|historia|canto",
        "juega al {}": "tenis|ajedrez|truco|rugby|pádel|fútbol|golf",
        "{}": "pinta acuarelas|teje bufandas|corre maratones|siembra tomates|canta boleros"
        "|restaura radios viejas|escribe cuentos|nada en el río|baila milonga|fotografía pájaros"
        "|cuenta chistes malísimos|llega tarde a todo|siempre se olvida las llaves|ronca en el cine"
        "|corrió la maratón de Venecia|se recibió de arquitecta|ganó el torneo de truco|subió al Aconcagua"
        "|aprendió a manejar a los cuarenta|cruzó los Andes a caballo|odia los lunes|odia las reuniones"
        "|me enseñó a manejar|me prestó la bici todo un verano|me llevó al aeropuerto de madrugada"
        "|nos conocimos en la cola del recital de Fito|fuimos juntos a Bariloche"
        "|viajamos en carpa a Uruguay"
        "|amiga de la facu|compañero de la secundaria|amigo del club|compañera del taller"
        "|fanática de Gardel|fan de Spinetta|fan de Mafalda|mamá de Delfi|papá de Bruno|mamá de Teo"
        "|tiene un vivero en Escobar|tiene una librería|tiene una panadería|labura en el depósito",
    },
    "en": {
        "plays the {}": "cello|piano|guitar|fiddle|drums|harp|banjo",
        "lives in {}": "Bristol|Leeds|Cork|Oslo|Boston|Lisbon|Perth|Delhi",
        "moved to {}": "York|Berlin|Toronto|Austin|Madrid|Seoul",
        "has a dog, {}": "Rex|Biscuit|Moss|Nala|Otto|Pepper",
        "has a cat called {}": "Fig|Olive|Misty|Gus|Plum",
        "loves {}": "jasmine tea|black coffee|crime novels|chocolate cake|silent films|old maps|pizza",
        "makes {}": "marmalade|sourdough bread|ginger biscuits|pottery|elderflower cordial",
        "collects {}": "vinyl records|mugs|postcards|stamps|maps|teapots",
        "teaches {}": "chemistry|pottery|history|yoga|Spanish|drawing",
        "plays {}": "tennis|chess|darts|rugby|squash|football",
        "supports {}": "Leeds|Everton|Arsenal|Celtic|Fulham|Burnley",
        "{}": "fixes old radios|knits scarves|runs marathons|paints boats|grows tomatoes"
        "|writes short stories"
        "|always forgets the keys|arrives late to everything|laughs at her own puns|won the chess cup"
        "|climbed Ben Nevis|learned to sail at fifty|hates Mondays|hates meetings"
        "|taught me to drive the van"
        "|lent me her bike all summer|drove me to the airport at dawn|we met in a queue for ice cream"
        "|we got lost in Prague|friend from uni|classmate from school|mum of Teddy|dad of Rosie"
        "|owns a bookshop|runs a bakery|fan of Bowie|loves Agatha Christie|enjoys swimming in the sea",
    },
    "it": {
        "suona {}": "il violoncello|il pianoforte|la chitarra|la batteria|il sax|la fisarmonica",
        "vive a {}": "Torino|Lecce|Udine|Bari|Trento|Oslo|Lisbona",
        "si è trasferita a {}": "Bologna|Berlino|Madrid|Siena|Parma",
        "ha un cane, {}": "Pippo|Argo|Briciola|Otto|Nero",
        "ha un gatto di nome {}": "Micio|Catullo|Oliva|Fumo|Pepe",
        "le piace {}": "il caffè|il tè verde|la pizza|il cioccolato fondente|il cinema muto|la montagna",
        "fa {}": "il tiramisù|il pane|la ceramica|il gelato|la pasta",
        "colleziona {}": "vinili|tazze|francobolli|monete|libri",
        "insegna {}": "latino|storia|chimica|danza|disegno",
        "gioca a {}": "tennis|scacchi|calcetto|padel|burraco|pallavolo",
        "tifosa di {}": "la Roma|il Napoli|la Juve|il Toro|il Bari",
        "{}": "dipinge acquerelli|corre la domenica|legge gialli|coltiva pomodori|restaura radio antiche"
        "|ride fortissimo|arriva sempre tardi|ha corso la maratona di Venezia|si è laureata in lettere"
        "|ha vinto il torneo di scopa|odia il lunedì|odia le riunioni|mi ha insegnato a guidare"
        "|abbiamo cantato in piazza fino all'alba|siamo cresciuti nello stesso cortile|amica del liceo"
        "|compagno di coro|mamma di Pietro|papà di Bianca|ha una libreria|ha una trattoria|fan di Mina",
    },
    "pt": {
        "toca {}": "violão|piano|cavaquinho|sanfona|flauta|bateria",
        "mora em {}": "Ubatuba|Recife|Manaus|Natal|Oslo|Lisboa|Santos",
        "se mudou para {}": "Curitiba|Berlim|Madri|Belém|Goiânia",
        "tem um cachorro, {}": "Pastel|Bidu|Tobias|Farofa|Zeca",
        "tem uma gata chamada {}": "Mel|Frida|Jujuba|Lua|Pipoca",
        "adora {}": "café|chá de jasmim|pizza|chocolate|cinema mudo|quadrinhos",
        "faz {}": "bolo de fubá|pão|cerâmica|brigadeiro|geleia de figo",
        "coleciona {}": "canecas|vinis|selos|moedas|mapas",
        "dá aula de {}": "inglês|química|dança|história|desenho",
        "joga {}": "vôlei|tênis|xadrez|futsal|basquete",
        "torcedora do {}": "Grêmio|Vasco|Bahia|Santos|Sport",
        "{}": "pinta aquarelas|corre no parque|lê romances policiais|planta tomates|conserta rádios"
        "|chega atrasada|ri de tudo|correu a maratona do Rio|se formou em direito|ganhou o torneio de truco"
        "|odeia segunda-feira|detesta cebola|me ensinou a dirigir|me emprestou a bicicleta o verão todo"
        "|fomos juntos a Salvador|crescemos na mesma rua|amiga da faculdade|colega do coral|mãe de Theo"
        "|pai da Nina|tem uma livraria|tem uma padaria|fã de Gil|adora Clarice Lispector",
    },
}
REGISTERS = {
    "es": (Register.VOS, Register.USTED),
    "en": (Register.YOU, Register.YOU),
    "it": (Register.TU, Register.LEI),
    "pt": (Register.VOCE, Register.VOCE),
}
RELATIONSHIPS = (
    *(Relationship.FRIEND,) * 6, *(Relationship.FAMILY,) * 3, *(Relationship.COLLEAGUE,) * 3,
    Relationship.CLIENT, Relationship.ACQUAINTANCE,
)  # fmt: skip


def notes(language: str) -> list[str]:
    """Every note of a language."""
    return [
        frame.format(filling)
        for frame, fillings in NOTES[language].items()
        for filling in fillings.split("|")
    ]


def crowd(language: str, size: int, seed: int = 1) -> list[Person]:
    """People with different names and two to four notes each."""
    chance = random.Random(seed)
    names = [f"{n} {s}" for s, n in product(SURNAMES.split(), NAMES[language].split())]
    names += [f"{n} de {s}" for s, n in product(SURNAMES.split(), NAMES[language].split())]
    people = []
    for number in range(size):
        relationship = chance.choice(RELATIONSHIPS)
        known = chance.sample(notes(language), chance.randint(2, 4))
        people.append(
            Person(
                names[number],
                None,
                relationship,
                REGISTERS[language][relationship is Relationship.CLIENT],
                language,
                tuple(Note(i, text) for i, text in enumerate(known, 1)),
            )
        )
    return people
