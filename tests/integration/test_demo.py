"""How `abrazo demo` refuses to start. That it starts is seen in tests/e2e/browser."""

import socket
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.demo import demo


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
