"""The loop from draft to verdict, with a judge: nothing that it calls a chain is offered."""

from bot.domain.contacts import Note, Register, Relationship
from bot.domain.drafting import Drafted, DraftingFailed, DraftRequest, OccasionRef, Person
from bot.domain.guards.base import Case, Label, Problem
from bot.drafters.composer import Composer
from bot.services.writing import Writing, usable

JUANA = Person(
    name="Juana Pérez",
    nickname=None,
    relationship=Relationship.FRIEND,
    register=Register.VOS,
    language="es-AR",
    notes=(Note(1, "le gusta el té de jazmín"), Note(2, "se mudó a Córdoba")),
)
REQUEST = DraftRequest(JUANA, (OccasionRef("friends-day", "Día del Amigo"),))
GOOD = (
    "Juana, feliz día. Hoy me hice un té de jazmín en tu honor y me salió horrible.",
    "Feliz día, Juana. Córdoba no sabe lo que se lleva; acá la mesa quedó coja.",
)


class Model:
    def __init__(self, *rounds: tuple[str, ...]) -> None:
        self.rounds = list(rounds)
        self.asked: list[DraftRequest] = []

    async def draft(self, request: DraftRequest) -> list[Drafted]:
        self.asked.append(request)
        if not self.rounds:
            raise DraftingFailed("timeout")
        return [Drafted(text, (), "model", "greeting-es.2") for text in self.rounds.pop(0)]


class Judge:
    def __init__(self, verdict: tuple[Problem, ...] | None, *, fails: bool = False) -> None:
        self.verdict, self.fails = verdict, fails
        self.seen: list[str] = []

    async def judge(self, case: Case) -> tuple[Problem, ...] | None:
        self.seen.append(case.text)
        if self.fails:
            raise DraftingFailed("timeout")
        return self.verdict


async def test_without_a_judge_good_texts_are_offered_at_the_first_try() -> None:
    model = Model(GOOD)
    written = await Writing(Composer(), model).write(REQUEST)
    assert [one.text for one in written if one.offered] == list(GOOD)
    assert len(model.asked) == 1


async def test_what_the_judge_calls_a_chain_is_written_again_with_its_words_and_not_offered() -> (
    None
):
    model = Model(GOOD)
    judge = Judge((Problem(Label.GENERIC, ("feliz día",)),))
    written = await Writing(Composer(), model, judge).write(REQUEST)
    assert not usable([one for one in written if one.drafter == "model"])
    assert len(model.asked) == 2
    assert any("feliz día" in line for line in model.asked[1].feedback)


async def test_a_judge_that_fails_leaves_the_rules_in_force() -> None:
    judge = Judge(None, fails=True)
    written = await Writing(Composer(), Model(GOOD), judge).write(REQUEST)
    assert usable(written) == 2
    assert set(judge.seen) == set(GOOD)


async def test_a_model_with_one_good_text_leaves_the_second_to_the_composer() -> None:
    chain = "Feliz día para vos, que la pases lindo con los tuyos."
    model = Model((GOOD[0], chain), (GOOD[0], chain))
    written = await Writing(Composer(), model).write(REQUEST)
    offered = [one for one in written if one.offered]
    assert [one.drafter for one in offered] == ["model", "composer"]
    assert offered[0].text == GOOD[0]
