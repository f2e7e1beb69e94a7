"""Loose talk, what a model proposes for it, and what comes of that."""

from datetime import date

from bot.understanding.actions import Action, Add, Ask, Tell, Topic, Unclear
from tests.unit.understanding.cases import birthdays, coming

Proposed = tuple[str, str, str]
"""do, who, text; for an `ask`: do, who, "question when"."""

Case = tuple[list[Proposed], tuple[Action, ...]]


def note(who: str, text: str) -> Case:
    return [("note", who, text)], (Tell(who or None, text),)


def fact(who: str, text: str) -> Case:
    return [("fact", who, text)], (Tell(who or None, text),)


def add(who: str, text: str) -> Case:
    return [("add", who, text)], (Add(f"{who}, {text}" if text else who),)


def person(who: str) -> Case:
    return [("ask", who, "person")], (Ask(Topic.PERSON, who),)


def birthday(who: str) -> Case:
    return [("ask", who, "birthday")], (Ask(Topic.BIRTHDAY, who),)


def whom(when: str, expected: Ask) -> Case:
    return [("ask", "", f"{expected.topic.value} {when}")], (expected,)


def both(*cases: Case) -> Case:
    return [one for made, _ in cases for one in made], tuple(
        one for _, done in cases for one in done
    )


def of_whom(words: str) -> Case:
    return [("ask", "", f"who {words}")], (Ask(Topic.WHO, words=words),)


NOTHING: Case = ([("none", "", "")], ())

SPANISH: dict[str, Case] = {
    "che, me crucé con Juana en el súper, se recibió por fin": note("Juana", "se recibió por fin"),
    "me contó Teo que se va a Chile": note("Teo", "se va a Chile"),
    "le compré un regalo a Ana": note("Ana", "le compré un regalo"),
    "viste que Lu ahora hace cerámica?": note("Lu", "ahora hace cerámica"),
    "me pasó su mail nuevo la Lu, lu@x.com": fact("Lu", "mail lu@x.com"),
    "a Teo todos le decimos Gordo": fact("Teo", "le decimos Gordo"),
    "Juana y Teo se separaron": both(note("Juana", "se separaron"), note("Teo", "se separaron")),
    "hoy conocí en el gimnasio a un tal Bruno, corre maratones": add("Bruno", "corre maratones"),
    "sumame por favor al nuevo del laburo, Nico, cumple el 8 de abril": add(
        "Nico", "nuevo del laburo, cumple el 8 de abril"
    ),
    "tirame todo lo de Ana": person("Ana"),
    "che y de Lu qué me acordaba?": person("Lu"),
    "falta mucho para el cumple de Teo?": birthday("Teo"),
    "hay alguien para saludar pasado mañana?": whom("pasado mañana", coming(20)),
    "tengo algún cumple en agosto?": whom("agosto", birthdays(date(2027, 8, 1), date(2027, 8, 31))),
    "la de contaduría, Rita, es buenísima onda": (
        [("note", "Rita", "es buenísima onda")],
        (Unclear("Rita, es buenísima onda", newcomer="Rita"),),
    ),
    "festeja el 3 de mayo": fact("", "el 3 de mayo"),
    "qué día horrible": NOTHING,
    "adiviná quién va a ser abuelo: Teo": note("Teo", "va a ser abuelo"),
    "al final Ana rindió el final y le fue bárbaro": note(
        "Ana", "rindió el final y le fue bárbaro"
    ),
    "tomamos un café con Lu, anda con ganas de mudarse": note("Lu", "anda con ganas de mudarse"),
    "resulta que Juana y Ana hacen yoga juntas": both(
        note("Juana", "hacen yoga juntas"), note("Ana", "hacen yoga juntas")
    ),
    "cambió de celu Teo, ahora es +54 9 11 4444-1111": fact("Teo", "celu +54 9 11 4444-1111"),
    "vi que a Juana ahora le dicen Juanchi": fact("Juana", "le dicen Juanchi"),
    "me presentaron a una tal Sofi, diseñadora, tiene un perro": add(
        "Sofi", "diseñadora, tiene un perro"
    ),
    "che, ¿a quién le gustaba navegar?": of_whom("le gustaba navegar"),
    "hay que llamar a alguien el martes?": whom("el martes", coming(20)),
    "no me acuerdo cuándo era lo de Ana": birthday("Ana"),
}

ENGLISH: dict[str, Case] = {
    "ran into John today, he just had twins": note("John", "just had twins"),
    "so apparently Ana is moving to Lisbon": note("Ana", "is moving to Lisbon"),
    "Ana told me Teo quit smoking": note("Teo", "quit smoking"),
    "we always call John Jonno": fact("John", "call John Jonno"),
    "John's new number: +1 415 555 2671": fact("John", "number: +1 415 555 2671"),
    "Ana turns forty on May 3": fact("Ana", "May 3"),
    "John got a dog and Ana hates it": both(note("John", "got a dog"), note("Ana", "hates it")),
    "met a lovely woman at the gym, Priya, loves climbing": add("Priya", "loves climbing"),
    "there's a new guy at work called Sam": add("Sam", "new guy at work"),
    "anything on John?": person("John"),
    "remind me what's up with Ana": person("Ana"),
    "is it John's birthday soon?": birthday("John"),
    "anybody I should write to tomorrow?": whom("tomorrow", coming(19)),
    "anything next week?": whom("next week", coming(19, 25)),
    "do I have any birthdays to think of in May": whom(
        "May", birthdays(date(2028, 5, 1), date(2028, 5, 31))
    ),
    "and he is allergic to nuts": note("", "allergic to nuts"),
    "what a day": NOTHING,
    "bumped into Ana, she finally finished her thesis": note("Ana", "finally finished her thesis"),
    "Teo's band played last night, they were great": note("Teo", "band played last night"),
    "had lunch with John and he is learning Italian": note("John", "is learning Italian"),
    "turns out Ana and John run together": both(
        note("Ana", "run together"), note("John", "run together")
    ),
    "John can be reached at john@x.com now": fact("John", "john@x.com"),
    "everybody calls Ana Annie these days": fact("Ana", "calls Ana Annie"),
    "we hired a new designer, Maya, she loves surfing": add("Maya", "new designer, loves surfing"),
    "remember who was into sailing?": of_whom("into sailing"),
    "should I wish anyone well on Tuesday?": whom("Tuesday", coming(20)),
    "I forgot when Teo was born": birthday("Teo"),
}

ITALIAN: dict[str, Case] = {
    "ieri ho visto Ana, si è laureata": note("Ana", "si è laureata"),
    "Teo mi ha detto che cambia lavoro": note("Teo", "cambia lavoro"),
    "sai che Lu ha preso un gatto?": note("Lu", "ha preso un gatto"),
    "la Sra. Rossi vuole che le si dia del lei": fact("Sra. Rossi", "del lei"),
    "Teo festeggia il 3 maggio": fact("Teo", "il 3 maggio"),
    "per Ana uso ana@x.it": fact("Ana", "ana@x.it"),
    "Ana balla e Teo canta": both(note("Ana", "balla"), note("Teo", "canta")),
    "in palestra c'è una certa Giulia, fa l'architetto": add("Giulia", "fa l'architetto"),
    "metti in lista Bruno, mio cugino": add("Bruno", "mio cugino"),
    "di Ana cosa mi ricordavo?": person("Ana"),
    "e Teo, quando festeggia?": birthday("Teo"),
    "c'è qualcuno da salutare domani?": whom("domani", coming(19)),
    "compleanni la settimana prossima?": whom(
        "la settimana prossima", birthdays(date(2027, 7, 19), date(2027, 7, 25))
    ),
    "gli piace il jazz": note("", "gli piace il jazz"),
    "che caldo": NOTHING,
    "ho incrociato Teo, ha comprato una barca": note("Teo", "ha comprato una barca"),
    "pare proprio che Ana aspetti un bambino": note("Ana", "aspetti un bambino"),
    "Lu e Ana corrono insieme la domenica": both(
        note("Lu", "corrono insieme la domenica"), note("Ana", "corrono insieme la domenica")
    ),
    "il nuovo numero di Teo sarebbe +39 333 123 4567": fact("Teo", "numero +39 333 123 4567"),
    "ormai tutti chiamano Ana Nina": fact("Ana", "chiamano Ana Nina"),
    "al corso ho trovato Paola, fa la ceramista": add("Paola", "fa la ceramista"),
    "a chi piaceva andare in barca?": of_whom("piaceva andare in barca"),
    "martedì devo sentire qualcuno?": whom("martedì", coming(20)),
    "quand'è che nasceva Ana?": birthday("Ana"),
    "dimmi un po' di Lu": person("Lu"),
}

PORTUGUESE: dict[str, Case] = {
    "encontrei a Ana ontem, ela se formou": note("Ana", "se formou"),
    "o Teo me contou que vai pro Chile": note("Teo", "vai pro Chile"),
    "sabia que a Lu adotou um gato?": note("Lu", "adotou um gato"),
    "a gente chama o Teo de Teco": fact("Teo", "chama o Teo de Teco"),
    "a Ana faz festa dia 3 de maio": fact("Ana", "dia 3 de maio"),
    "o zap do Teo é +55 11 91234-5678": fact("Teo", "zap +55 11 91234-5678"),
    "Ana casou e Teo foi padrinho": both(note("Ana", "casou"), note("Teo", "foi padrinho")),
    "tem um vizinho novo, o Caio, que surfa": add("Caio", "vizinho novo, surfa"),
    "coloca aí a Bia, minha prima": add("Bia", "minha prima"),
    "e a Ana, o que eu lembrava dela?": person("Ana"),
    "falta muito pro niver do Teo?": birthday("Teo"),
    "tem alguém pra eu dar parabéns amanhã?": whom("amanhã", coming(19)),
    "algum niver mês que vem?": whom("mês que vem", birthdays(date(2027, 8, 1), date(2027, 8, 31))),
    "ele adora samba": note("", "adora samba"),
    "que calor hoje": NOTHING,
    "cruzei com o Teo, ele comprou um barco": note("Teo", "comprou um barco"),
    "parece mesmo que a Ana vai ser mãe": note("Ana", "vai ser mãe"),
    "a Lu e a Ana correm juntas no domingo": both(
        note("Lu", "correm juntas no domingo"), note("Ana", "correm juntas no domingo")
    ),
    "o Teo trocou de número, agora é +55 11 91234-5678": fact("Teo", "número +55 11 91234-5678"),
    "todo mundo chama a Ana de Nina": fact("Ana", "chama a Ana de Nina"),
    "no curso conheci uma tal de Paula, ceramista": add("Paula", "ceramista"),
    "quem era mesmo que gostava de velejar?": of_whom("gostava de velejar"),
    "na terça falo com alguém?": whom("terça", coming(20)),
    "esqueci quando a Ana nasceu": birthday("Ana"),
    "me fala um pouco da Lu": person("Lu"),
}

SCRIPTS = {"es": SPANISH, "en": ENGLISH, "it": ITALIAN, "pt": PORTUGUESE}
