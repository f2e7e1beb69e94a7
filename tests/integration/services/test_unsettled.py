"""❔: what only the owner can settle, and how much of it there is."""

from bot.domain.greetings import State
from bot.domain.owners import Owner
from bot.locales import Speech
from bot.views import unsettled
from storage.unit import Work
from tests.conftest import befriend
from tests.integration.services.conftest import Ready
from tests.integration.services.test_belated import reach


async def test_of_many_that_failed_it_says_how_many_more_there_are(
    work: Work, owner: Owner, ready: Ready
) -> None:
    failed = [
        await reach(work, await ready(await befriend(work, owner, f"Amigo {n}")), State.FAILED)
        for n in range(unsettled.MOST_ALONE + 2)
    ]
    async with work.begin() as unit:
        await unsettled.show(unit, owner, failed, Speech("es", "AR"))
        *told, more = [letter.message for letter in unit.outbox.letters]
    assert len(told) == unsettled.MOST_ALONE
    assert all("no le llegó" in one.text for one in told)
    assert more.text == "Y faltan 2 más. Resolvé estos y seguí con ❔."
    assert [button.label for row in more.buttons for button in row] == ["❔ Lo pendiente"]
