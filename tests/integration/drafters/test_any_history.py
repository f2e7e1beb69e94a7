"""Whatever the history of a contact, no request holds a private note's words, a surname that shows, or an
address: every message to a drafter and a judge is looked at."""

import re
from typing import Any, TypeVar, cast

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import Drafted, DraftRequest, OccasionRef, Person
from bot.drafters.chat import ChatModel
from bot.drafters.composer import Composer
from bot.drafters.judge import Judge
from bot.drafters.prompting import Conversation
from bot.services.writing import Writing

Schema = TypeVar("Schema", bound=BaseModel)

SECRETS = {
    "yoga": "hace yoga",
    "mellizos": "espera mellizos",
    "dedales": "colecciona dedales",
    "té": "toma té",
    "catorce": "vive en el 14",
}
"""Private notes, and a word by which each would be known in a text."""

PUBLIC = ("toca el chelo", "cría canarios", "juega al ajedrez", "tiene un velero")
SURNAMES = ("Zubeldía", "Ocampo", "Wexler", "Funes")
ADDRESSES = ("+54 9 11 5555-1234", "rita@example.com", "@ritaz", "t.me/ritaz", "Av. Mitre 123")
FRAMES = ("Rita, que {} te siente. Feliz día.", "Feliz día. Hoy brindo por {} y por vos, Rita.")
TOLD = ("con Laura {}", "con la Dra. {}", "con la Sra. Laura {}", "con Juan de la {}")

surname = st.sampled_from(SURNAMES)
told = st.builds(str.format, st.sampled_from(TOLD), surname)
piece = st.one_of(
    told, st.sampled_from(ADDRESSES), st.sampled_from(PUBLIC), st.sampled_from(sorted(SECRETS))
)
text = st.builds(
    lambda frame, pieces: frame.format(" y ".join(pieces)),
    st.sampled_from(FRAMES),
    st.lists(piece, min_size=1, max_size=3),
)
texts = st.lists(text, max_size=4).map(tuple)
public = st.lists(
    st.builds("{} {}".format, st.sampled_from(PUBLIC), st.one_of(told, st.sampled_from(ADDRESSES))),
    min_size=1,
    max_size=3,
)
wish = st.one_of(st.none(), st.just("más corto"), told, st.sampled_from(sorted(SECRETS)))


class Endpoint:
    """Keeps all that it is shown; writes what it is told to, and finds no fault."""

    def __init__(self, answers: tuple[str, ...]) -> None:
        self.answers = answers
        self.shown: list[str] = []

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        conversation = Conversation(request)
        self.shown.append(conversation.messages(2, self.answers[:1])[-1]["content"])
        return [Drafted(conversation.text(one), (), "model", "test") for one in self.answers]

    async def ask(self, messages: list[dict[str, Any]], schema: type[Schema]) -> Schema:
        self.shown.append(messages[-1]["content"])
        return schema.model_validate({"problems": []})


@settings(max_examples=60, deadline=None)
@given(
    own=surname,
    client=st.booleans(),
    notes=public,
    secrets=st.lists(st.sampled_from(sorted(SECRETS.values())), unique=True),
    previous=texts,
    avoid=texts,
    hint=wish,
    answers=st.lists(st.builds(FRAMES[0].format, st.sampled_from(PUBLIC)), min_size=2, max_size=2),
)
async def test_nothing_that_has_to_stay_is_in_any_request(
    own: str,
    client: bool,
    notes: list[str],
    secrets: list[str],
    previous: tuple[str, ...],
    avoid: tuple[str, ...],
    hint: str | None,
    answers: list[str],
) -> None:
    rita = Person(
        f"Rita {own}",
        None,
        Relationship.CLIENT if client else Relationship.FRIEND,
        Register.USTED if client else Register.VOS,
        "es-AR",
        tuple(Note(number, one) for number, one in enumerate(notes)),
        f"Sra. {own}" if client else None,
    )
    hidden = [Note(50 + number, one, private=True) for number, one in enumerate(secrets)]
    day = (OccasionRef("friends-day", "Día del Amigo"),)
    request = DraftRequest(rita, day, previous=previous, avoid=avoid, hint=hint)
    endpoint = Endpoint(tuple(answers))
    judge = Judge(cast("ChatModel", endpoint))
    await Writing(Composer(), endpoint, judge).write(request, hidden)
    stays = {word for word, note in SECRETS.items() if note in secrets} | {*SURNAMES, *ADDRESSES}
    seen = "\n".join(endpoint.shown)
    words = {one for one in stays if re.search(rf"(?i)(?<!\w){re.escape(one)}(?!\w)", seen)}
    assert not words
