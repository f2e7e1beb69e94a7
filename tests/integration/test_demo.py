"""How `abrazo demo` refuses to start. That it starts is seen in tests/e2e/browser."""

import socket
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.demo import _settings, demo


def test_a_taken_port_is_named_and_the_next_offered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert demo(port, browser=False, keep=tmp_path) == 1
    said = capsys.readouterr()
    assert said.err == f"Port {port} is taken. Try: abrazo demo --port {port + 1}\n"
    assert not said.out


def test_a_directory_that_can_not_be_kept_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "a file"
    taken.touch()
    assert demo(0, browser=False, keep=taken) == 1
    assert capsys.readouterr().err.startswith(f"--keep {taken}: File exists.")


def test_what_is_no_port_ends_in_a_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["abrazo", "demo", "--no-open", "--port", "99999"])
    with pytest.raises(SystemExit, match="2"):
        main()
    assert "'99999' is no port" in capsys.readouterr().err


HOSTILE = """
TELEGRAM_BOT_TOKEN=nonsense
DEFAULT_COUNTRY=IT
DEFAULT_LANGUAGE=xx
PREPARE_AT=21:00
SMTP_URL=smtps://me:secret@mail.example.org
HEALTH_PORT=1
WEBHOOK_URL=https://bot.example.org/hook
REVIEW_PAUSE_EVERY=-3
ENCRYPTION_KEY=none
DAILY_DRAFTS=1
OPENAI_BASE_URL=http://127.0.0.1:9
OPENAI_MODEL=mine
DRAFT_CONCURRENCY=1
"""


def test_a_demo_takes_the_model_of_the_environment_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(HOSTILE)
    for line in HOSTILE.split()[:8]:
        monkeypatch.setenv(*line.split("=", 1))
    settings = _settings(tmp_path)
    assert (settings.openai_base_url, settings.openai_model) == ("http://127.0.0.1:9", "mine")
    assert settings.draft_concurrency == 1, "a small server of one's own is asked one by one"
    chosen = {name for name in settings.model_fields_set if not name.startswith("openai_")}
    assert chosen == {
        "telegram_bot_token",
        "database_url",
        "allowed_user_ids",
        "draft_concurrency",
        "tick_seconds",
        "spread_minutes",
        "log_level",
    }
    assert (settings.smtp_url, settings.health_port, settings.webhook_url) == (None, None, None)


def test_a_model_s_setting_that_is_wrong_is_told_and_the_demo_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("OPENAI_API_KEY=sk-real\nOPENAI_TIMEOUT=soon\n")
    assert not _settings(tmp_path).has_model
    told = capsys.readouterr().err
    assert told == (
        "OPENAI_TIMEOUT is a number. See .env.example. Until then no model writes here.\n"
    )


def test_a_directory_of_something_else_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "abrazo.db").write_text("a diary")
    assert demo(0, browser=False, keep=tmp_path) == 1
    assert capsys.readouterr().err.startswith(f"--keep {tmp_path}: this is no SQLite database.")
