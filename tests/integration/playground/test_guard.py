"""Other sites, and other names for this machine, get nothing from the page's server."""

import httpx
import pytest

from bot.playground import Person, Playground


@pytest.fixture
def marcelo(tg: Playground) -> Person:
    return tg.user("Marcelo")


async def _ask(tg: Playground, method: str, path: str, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False, base_url=tg.url) as client:
        body = {"text": "hola"} if method == "POST" else None
        return await client.request(method, path, headers=headers, json=body)


@pytest.mark.parametrize("path", ["/", "/static/main.js", "/control/state"])
@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", ""])
async def test_a_rebound_name_is_refused(tg: Playground, path: str, host: str) -> None:
    assert (await _ask(tg, "GET", path, host=host)).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8484", "127.0.0.1:8484", "[::1]:8484", "LOCALHOST"])
async def test_the_names_of_loopback_pass(tg: Playground, host: str) -> None:
    assert (await _ask(tg, "GET", "/", host=host)).status_code == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://localhost"]
)
async def test_another_site_may_not_act(tg: Playground, marcelo: Person, origin: str) -> None:
    answer = await _ask(tg, "POST", f"/control/users/{marcelo.id}/send", origin=origin)

    assert answer.status_code == 403
    assert marcelo.messages == []


async def test_the_page_itself_may_act(tg: Playground, marcelo: Person) -> None:
    answer = await _ask(tg, "POST", f"/control/users/{marcelo.id}/send", origin=tg.url)

    assert answer.status_code == 200
    assert [message.text for message in marcelo.messages] == ["hola"]


async def test_a_bot_reaches_its_methods_under_any_name(tg: Playground) -> None:
    answer = await _ask(tg, "GET", f"/bot{tg.token}/getMe", host="telegram.internal:8081")

    assert answer.status_code == 200


async def test_the_page_takes_nothing_from_elsewhere(tg: Playground) -> None:
    policy = (await _ask(tg, "GET", "/")).headers["content-security-policy"]

    assert "default-src 'self'" in policy
    for closed in ("object-src", "base-uri", "frame-ancestors"):
        assert f"{closed} 'none'" in policy
    assert "unsafe" not in policy


async def test_uploaded_files_are_shown_in_a_sandbox(tg: Playground, marcelo: Person) -> None:
    await marcelo.send_document("trampa.html", b"<script>alert(1)</script>")
    (file,) = tg.state.files.values()
    headers = (await _ask(tg, "GET", f"/control/files/{file.id}")).headers

    assert "sandbox" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
