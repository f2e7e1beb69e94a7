"""A model on its worst days: everybody still gets a card, and no word of it shows in the log."""

from bot.domain.greetings import State
from bot.playground import Playground
from tests.fakes.model import CUT, DROP, HANG, REFUSAL, Answer, FakeModel
from tests.faults.conftest import Mornings
from tests.faults.seeding import an_owner
from tests.faults.tally import TALLY

FAULTS = {
    "429": Answer(status=429, headers={"retry-after": "0"}),
    "500": 500,
    "401": 401,
    "silence": HANG,
    "cut": DROP,
    "half a JSON": CUT,
    "refusal": REFUSAL,
    "garbage": "Claro, acá va tu saludo!!",
    "a page of HTML": Answer(raw="<html>Bad gateway</html>"),
    "an answer without choices": Answer(raw='{"ok": true}'),
    "empty alternatives": {"alternatives": []},
    "wrong types": {"alternatives": [{"text": 5, "notes": "x"}, None]},
}


async def test_whatever_the_model_does_everybody_gets_a_card(
    a_morning: Mornings, model: FakeModel, tg: Playground
) -> None:
    morning = a_morning(model=model, OPENAI_TIMEOUT="2", DRAFT_CONCURRENCY="4")
    names = [f"Amiga{number}" for number in range(len(FAULTS))]
    await an_owner(morning, *names)
    model.answer(*FAULTS.values())
    morning.bot.at(2027, 7, 19, 20, 1)
    await morning.bot.start()
    await morning.owner.wait_for(lambda one: "✅ 1" in one.labels, within=60)
    while "✍️ Escribiendo" in (await morning.status()).values():
        pass
    assert morning.bot.alive
    assert await morning.bot.stop() == 0
    ended = await morning.states()
    assert set(ended) == set(names)
    assert {one.state for one in ended.values()} <= {State.READY, State.NEEDS_MEMORY}
    log = morning.bot.log.read_text()
    assert "Traceback" not in log
    assert "hojalata" not in log
    assert not any(name in log for name in names)
    TALLY.note("the model fails in twelve ways", *(one.state for one in ended.values()))
