"""No chain message reaches a card, whatever the drafter does."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta

import pytest

from bot.calendar import Calendar
from bot.domain.contacts import Contact, Note
from bot.domain.drafting import Drafted, DraftingFailed, DraftRequest
from bot.domain.greetings import Alternative, State
from bot.domain.owners import Owner
from bot.drafters.base import Drafter
from bot.drafters.composer import Composer
from bot.drafters.spending import use
from bot.services import edit
from bot.services.approve import Ways
from bot.services.draft import Drafting
from bot.services.spending import Budget
from bot.services.writing import Writing
from storage.unit import Unit, Work
from tests.conftest import befriend
from tests.integration.services.conftest import FRIENDS_DAY, Ready

NO_MAIL = Ways(timedelta(0))

TEA = (
    "Juani, feliz día del amigo. Hoy me hice un té de jazmín en tu honor y me salió horrible.",
    "¿Cuándo te venís de Córdoba? Te debo una tarde larga de charla. Feliz día, Juani.",
)
GENERIC = "¡Feliz día del amigo! Que tengas un día hermoso lleno de alegría y buenos momentos."
OTHERWISE = (
    "Prendé el agua para el té de jazmín, Juani, que en cualquier momento caigo. ¡Feliz día!",
    "Desde que vivís en Córdoba acá nadie me gana al truco. Te extraño. Feliz día, Juani.",
)


class FakeDrafter:
    """Answers what it was told to, in turn, and keeps what it was asked."""

    def __init__(self, *answers: Sequence[str] | DraftingFailed) -> None:
        self._answers = list(answers)
        self.asked: list[DraftRequest] = []

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        self.asked.append(request)
        await asyncio.sleep(0)
        answer = self._answers.pop(0) if self._answers else DraftingFailed("timeout")
        if isinstance(answer, DraftingFailed):
            raise answer
        return [Drafted(text, (), "model", "test") for text in answer]


@pytest.fixture
async def juana(work: Work, owner: Owner) -> Contact:
    return await befriend(
        work,
        owner,
        "Juana Pérez",
        "le gusta el té de jazmín",
        "se mudó a Córdoba",
        nickname="Juani",
    )


class Desk:
    """Writes one planned greeting with a given drafter and looks at the outcome."""

    def __init__(self, work: Work, calendar: Calendar, planned: Ready) -> None:
        self._work = work
        self._calendar = calendar
        self._planned = planned

    async def write(
        self, contact: Contact, model: Drafter | None
    ) -> tuple[State, list[Alternative]]:
        greeting = await self._planned(contact)
        drafting = Drafting(self._work, self._calendar, Writing(Composer(), model), NO_MAIL)
        drafted = await drafting.write(greeting.id)
        assert drafted is not None
        async with self._work.read() as unit:
            kept = drafted.greeting
            return kept.state, await unit.alternatives.last(kept)


@pytest.fixture
def desk(work: Work, calendar: Calendar, planned: Ready) -> Desk:
    return Desk(work, calendar, planned)


def offered(alternatives: Sequence[Alternative]) -> list[str]:
    return [one.text for one in alternatives if one.offered]


async def test_two_good_texts_of_the_model_are_offered_with_what_they_rest_on(
    desk: Desk, work: Work, juana: Contact
) -> None:
    model = FakeDrafter(TEA)
    state, alternatives = await desk.write(juana, model)
    assert state is State.READY
    assert offered(alternatives) == list(TEA)
    async with work.read() as unit:
        notes = {note.id: note.text for note in (await unit.contacts.notes([juana.id]))[juana.id]}
    assert [[notes[id_] for id_ in one.note_ids] for one in alternatives] == [
        ["le gusta el té de jazmín"], ["se mudó a Córdoba"],
    ]  # fmt: skip
    assert len(model.asked) == 1


async def test_the_model_is_told_what_broke_the_rules_and_tries_once_more(
    desk: Desk, juana: Contact
) -> None:
    model = FakeDrafter([GENERIC, GENERIC], TEA)
    state, alternatives = await desk.write(juana, model)
    assert state is State.READY
    assert offered(alternatives) == list(TEA)
    assert len(model.asked) == 2
    assert any("generic" in line for line in model.asked[1].feedback)


@pytest.mark.parametrize(
    "broken",
    [
        GENERIC,
        "Juani, según mis notas te gusta el té de jazmín. ¡Feliz día del amigo!",
        "Juani, té de jazmín al 20 % de descuento sólo hoy en mi tienda. ¡Feliz día del amigo!",
        "As an AI language model, here is a greeting for Juani: feliz día, té de jazmín.",
        "Teo, feliz día del amigo, guardame un té de jazmín para cuando vuelvas de Córdoba.",
    ],
)
async def test_a_text_that_breaks_the_rules_is_never_offered(
    desk: Desk, juana: Contact, broken: str
) -> None:
    model = FakeDrafter([broken, broken], [broken, broken])
    _, alternatives = await desk.write(juana, model)
    assert broken not in offered(alternatives)


async def test_when_the_model_breaks_the_rules_twice_the_composer_writes(
    desk: Desk, juana: Contact
) -> None:
    state, alternatives = await desk.write(juana, FakeDrafter([GENERIC] * 2, [GENERIC] * 2))
    assert state is State.READY
    assert {(one.drafter, one.fallback) for one in alternatives} == {("composer", "rules")}
    assert len(offered(alternatives)) >= 2


async def test_when_the_model_fails_the_composer_writes_and_it_says_why(
    desk: Desk, juana: Contact
) -> None:
    state, alternatives = await desk.write(juana, FakeDrafter(DraftingFailed("timeout")))
    assert state is State.READY
    assert {(one.drafter, one.fallback) for one in alternatives} == {("composer", "timeout")}
    assert len(set(offered(alternatives))) >= 2


class Breaks:
    """Uses tokens, and then meets a fault of ours."""

    def __init__(self) -> None:
        self.tries = 0

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        self.tries += 1
        use(1000)
        raise RecursionError


async def test_an_answer_that_nobody_can_read_costs_the_models_text_alone(
    desk: Desk, juana: Contact
) -> None:
    state, alternatives = await desk.write(juana, Breaks())
    assert state is State.READY
    assert {(one.drafter, one.fallback) for one in alternatives} == {("composer", "invalid")}


async def test_what_fails_by_a_fault_of_ours_is_tried_a_few_times_and_its_tokens_are_booked(
    work: Work, calendar: Calendar, owner: Owner, juana: Contact, planned: Ready
) -> None:
    greeting = await planned(juana)
    budget, model = Budget(), Breaks()
    drafting = Drafting(work, calendar, Writing(Breaks(), model), NO_MAIL, budget)
    for _ in range(2):
        with pytest.raises(RecursionError):
            await drafting.write(greeting.id)
    drafted = await drafting.write(greeting.id)
    assert drafted is not None
    assert drafted.greeting.state is State.NEEDS_MEMORY
    assert model.tries == 3
    async with work.read() as unit:
        assert await budget.used(unit, owner) == 2 * 3 * 1000


async def test_without_a_model_the_composer_writes_and_nothing_has_failed(
    desk: Desk, juana: Contact
) -> None:
    state, alternatives = await desk.write(juana, None)
    assert state is State.READY
    assert {(one.drafter, one.fallback) for one in alternatives} == {("composer", None)}


@pytest.mark.parametrize("model", [None, FakeDrafter([GENERIC] * 2, [GENERIC] * 2)])
async def test_of_whom_nothing_is_known_the_owner_is_asked(
    desk: Desk, work: Work, owner: Owner, model: FakeDrafter | None
) -> None:
    state, alternatives = await desk.write(await befriend(work, owner, "Rulo"), model)
    assert state is State.NEEDS_MEMORY
    assert offered(alternatives) == []


async def test_a_private_note_is_not_handed_to_the_model(
    desk: Desk, work: Work, owner: Owner
) -> None:
    ana = await befriend(work, owner, "Ana", "toca el cello", private="espera mellizos")
    model = FakeDrafter(DraftingFailed("timeout"))
    await desk.write(ana, model)
    assert [note.text for note in model.asked[0].person.notes] == ["toca el cello"]


async def test_with_private_notes_alone_the_model_is_not_even_asked(
    desk: Desk, work: Work, owner: Owner
) -> None:
    ana = await befriend(work, owner, "Ana", private="toca el cello en la plaza")
    model = FakeDrafter(TEA)
    state, alternatives = await desk.write(ana, model)
    assert model.asked == []
    assert state is State.READY
    assert {one.drafter for one in alternatives} == {"composer"}


async def test_what_a_sibling_was_told_is_not_told_again(
    desk: Desk, work: Work, owner: Owner, juana: Contact
) -> None:
    await desk.write(juana, FakeDrafter(TEA))
    meli = await befriend(
        work, owner, "Melina", "le gusta el té de jazmín", "se mudó a Córdoba", nickname="Meli"
    )
    same = [text.replace("Juani", "Meli") for text in TEA]
    model = FakeDrafter(same, same)
    _, alternatives = await desk.write(meli, model)
    assert set(TEA) <= set(model.asked[0].siblings)
    assert not set(same) & set(offered(alternatives))


async def test_twins_written_at_the_same_time_do_not_both_stand(
    desk: Desk, work: Work, owner: Owner, calendar: Calendar, planned: Ready,
) -> None:  # fmt: skip
    twins = [
        await befriend(work, owner, name, "le gusta el té de jazmín", "se mudó a Córdoba")
        for name in ("Meli", "Sofi", "Caro", "Vale")
    ]

    async def write(contact: Contact) -> None:
        texts = [text.replace("Juani", contact.name) for text in TEA]
        greeting = await planned(contact)
        await Drafting(
            work, calendar, Writing(Composer(), FakeDrafter(texts, texts)), NO_MAIL
        ).write(greeting.id)

    await asyncio.gather(*(write(contact) for contact in twins))
    async with work.read() as unit:
        greetings = await unit.greetings.find(owner_id=owner.id)
        rounds = (await unit.alternatives.last_rounds(greetings)).values()
    stood = [
        one.text for round_ in rounds for one in round_ if one.offered and one.drafter == "model"
    ]
    assert len(stood) == len(TEA)


async def test_what_that_person_got_before_is_not_told_again(
    desk: Desk, work: Work, owner: Owner, juana: Contact
) -> None:
    async with work.begin() as unit:
        christmas = date(2026, 12, 25)
        await unit.greetings.plan(owner.id, juana.id, christmas, ["christmas"], unit.now)
        (greeting,) = await unit.greetings.find(contact_id=juana.id)
        for state in (State.DRAFTING, State.READY, State.SENT):
            moved = await unit.greetings.move(greeting, state, text=TEA[0])
            assert moved is not None
            greeting = moved
    model = FakeDrafter(TEA, OTHERWISE)
    await desk.write(juana, model)
    async with work.read() as unit:
        (drafted,) = await unit.greetings.find(contact_id=juana.id, day=FRIENDS_DAY)
        alternatives = await unit.alternatives.last(drafted)
    assert model.asked[0].previous == (TEA[0],)
    assert TEA[0] not in offered(alternatives)
    assert len(offered(alternatives)) >= 2


async def test_asked_for_others_the_wish_reaches_the_drafter_and_no_text_comes_twice(
    desk: Desk, work: Work, calendar: Calendar, juana: Contact, planned: Ready
) -> None:
    await desk.write(juana, FakeDrafter(TEA))
    async with work.begin() as unit:
        (greeting,) = await unit.greetings.find(contact_id=juana.id)
        again = await unit.greetings.move(greeting, State.PLANNED, hint="más corto")
    assert again is not None
    model = FakeDrafter(TEA, OTHERWISE)
    drafted = await Drafting(work, calendar, Writing(Composer(), model), NO_MAIL).write(again.id)
    assert drafted is not None
    assert drafted.greeting.hint is None
    assert model.asked[0].hint == "más corto"
    async with work.read() as unit:
        shown = offered(await unit.alternatives.last(drafted.greeting))
    assert not set(shown) & set(TEA)
    assert len(shown) >= 2


async def test_what_is_taken_by_one_drafter_is_left_by_the_other(
    work: Work, calendar: Calendar, juana: Contact, planned: Ready
) -> None:
    greeting = await planned(juana)
    model = FakeDrafter(TEA, TEA)
    drafting = Drafting(work, calendar, Writing(Composer(), model), NO_MAIL)
    outcomes = await asyncio.gather(drafting.write(greeting.id), drafting.write(greeting.id))
    assert len([one for one in outcomes if one]) == 1
    assert len(model.asked) == 1


async def test_somebody_forgotten_while_being_drafted_leaves_nothing(
    work: Work, calendar: Calendar, juana: Contact, planned: Ready
) -> None:
    greeting = await planned(juana)

    class Forgets(FakeDrafter):
        async def draft(self, request: DraftRequest) -> list[Drafted]:
            async with work.begin() as unit:
                await unit.contacts.forget(juana)
            return await super().draft(request)

    assert (
        await Drafting(work, calendar, Writing(Composer(), Forgets(TEA)), NO_MAIL).write(
            greeting.id
        )
        is None
    )


Changing = Callable[[Unit, Owner, Contact, Note], Awaitable[object]]


@pytest.mark.parametrize(
    "change",
    [
        lambda unit, owner, _, note: edit.unsay(unit, owner, note.id),
        edit.drop_note,
        lambda unit, owner, juana, note: edit.change_note(unit, owner, juana, note, private=True),
        lambda unit, owner, juana, _: edit.change(unit, owner, juana, nickname="Juanita"),
    ],
    ids=["↩️", "🗑", "🔒", "✏️"],
)
async def test_what_is_being_written_is_begun_anew_when_what_it_rests_on_changes(
    work: Work, owner: Owner, calendar: Calendar, juana: Contact, planned: Ready, change: Changing
) -> None:
    greeting = await planned(juana)
    async with work.begin() as unit:
        assert await unit.greetings.move(greeting, State.PLANNED, hint="más corto")

    class Meanwhile(FakeDrafter):
        async def draft(self, request: DraftRequest) -> list[Drafted]:
            if not self.asked:
                async with work.begin() as unit:
                    notes = (await unit.contacts.notes([juana.id]))[juana.id]
                    tea = next(note for note in notes if "té" in note.text)
                    await change(unit, owner, juana, tea)
            return await super().draft(request)

    model = Meanwhile(TEA, OTHERWISE)
    drafting = Drafting(work, calendar, Writing(Composer(), model), NO_MAIL)
    assert await drafting.write(greeting.id) is None
    async with work.read() as unit:
        (waiting,) = await unit.greetings.find(contact_id=juana.id)
        assert (waiting.state, waiting.hint) == (State.PLANNED, "más corto")
        assert await unit.alternatives.last(waiting) == []
        assert await unit.greetings.queue(1) == [greeting.id]
    again = await drafting.write(greeting.id)
    assert again is not None
    first, then = model.asked[0].person, model.asked[-1].person
    assert (first.notes, first.nickname) != (then.notes, then.nickname)


async def test_one_text_alone_is_not_offered_and_the_card_waits_for_a_memory(
    desk: Desk, work: Work, owner: Owner
) -> None:
    puzzle = await befriend(work, owner, "Rulo", "lo del paraguas")
    lone = "Rulo, el paraguas sigue donde lo dejaste, y yo también. Feliz día."
    state, alternatives = await desk.write(puzzle, FakeDrafter([lone, GENERIC], [lone, GENERIC]))
    assert state is State.NEEDS_MEMORY
    assert offered(alternatives) == []
    assert alternatives[0].text == lone


async def test_asked_for_others_one_new_text_stands_beside_one_of_the_earlier(
    desk: Desk, work: Work, owner: Owner, calendar: Calendar
) -> None:
    puzzle = await befriend(work, owner, "Rulo", "lo del paraguas")
    first = (
        "Rulo, el paraguas sigue donde lo dejaste, y yo también. Feliz día.",
        "Feliz día. Si mañana llueve ya sabés a quién le debo el paraguas, Rulo.",
    )
    await desk.write(puzzle, FakeDrafter(first))
    async with work.begin() as unit:
        (greeting,) = await unit.greetings.find(contact_id=puzzle.id)
        again = await unit.greetings.move(greeting, State.PLANNED, hint="más corto")
    assert again is not None
    new = "Un paraguas, dos testigos y ni una foto. Feliz día, Rulo."
    model = FakeDrafter([new, GENERIC], DraftingFailed("timeout"))
    drafted = await Drafting(work, calendar, Writing(Composer(), model), NO_MAIL).write(again.id)
    assert drafted is not None
    assert drafted.greeting.state is State.READY
    async with work.read() as unit:
        shown = offered(await unit.alternatives.last(drafted.greeting))
    assert shown == [new, first[0]]
