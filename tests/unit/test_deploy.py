"""What can't be built everywhere is read closely: the image, the composition and the unit."""

import json
import re
import shlex
import shutil
import subprocess
import sys
import threading
import tomllib
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
import yaml
from sqlalchemy.pool import AsyncAdaptedQueuePool

from bot.__main__ import _parser
from bot.settings import Settings
from storage.engine import Database
from tests.ports import own_port

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
UNIT = (ROOT / "deploy" / "abrazo.service").read_text()
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text())


def instructions(name: str) -> list[str]:
    joined = DOCKERFILE.replace("\\\n", " ")
    return re.findall(rf"^{name} (.*)$", joined, re.MULTILINE)


def test_the_image_runs_as_nobody_special_and_ships_no_builder() -> None:
    assert instructions("USER") == ["10001:10001"]
    *_, last = re.split(r"^FROM ", DOCKERFILE, flags=re.MULTILINE)
    assert "uv sync" not in last
    assert "apt-get" not in DOCKERFILE
    assert "curl" not in DOCKERFILE
    assert all(":" in image and "latest" not in image for image in instructions("FROM"))


def test_everything_the_image_copies_is_let_into_its_context() -> None:
    let_in = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if "!" in line}
    copied = {
        source
        for line in instructions("COPY")
        if not line.startswith("--from")
        for source in line.split()[:-1]
    }
    assert copied == let_in
    assert all((ROOT / name).exists() for name in copied)


def test_the_image_installs_from_the_lock_and_holds_no_secret() -> None:
    assert all("--frozen" in line for line in instructions("RUN") if "uv sync" in line)
    settings = dict(re.findall(r"([A-Z_]+)=(\S+)", " ".join(instructions("ENV"))))
    assert not {"TELEGRAM_BOT_TOKEN", "OPENAI_API_KEY", "ENCRYPTION_KEY"} & set(settings)
    ours = {
        name: value for name, value in settings.items() if name.lower() in Settings.model_fields
    }
    assert set(ours) == {"DATABASE_URL", "HEALTH_PORT", "LOG_FORMAT"}


class Lives(BaseHTTPRequestHandler):
    """A bot that lives, and nothing but that."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/health/live" else 404)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def test_the_image_asks_for_health_where_the_setting_says() -> None:
    ((_, asking),) = (line.split(" CMD ") for line in instructions("HEALTHCHECK"))
    python, *rest = json.loads(asking)
    assert python == "python"

    def healthy(port: str) -> bool:
        settings = {"HEALTH_PORT": port, "http_proxy": "http://127.0.0.1:1"}
        asked = subprocess.run(
            [sys.executable, *rest], env=settings, check=False, stderr=subprocess.DEVNULL
        )
        return asked.returncode == 0

    with HTTPServer(("127.0.0.1", 0), Lives) as bot:
        threading.Thread(target=bot.serve_forever, daemon=True).start()
        assert healthy(str(bot.server_port))
        bot.shutdown()
    with own_port() as nobodys:
        assert not healthy(str(nobodys))
    assert healthy(""), "there is nothing to ask"


def test_the_composition_can_write_its_data_and_nothing_else() -> None:
    for service in COMPOSE["services"].values():
        if service["image"] != "abrazo":
            continue
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert "no-new-privileges:true" in service["security_opt"]
        assert "ports" not in service, "health and metrics have no password"
        assert service["ulimits"]["core"] == 0


def test_postgresql_has_room_for_every_process_of_the_composition_and_as_many_again() -> None:
    processes = sum(
        one["deploy"]["replicas"] for one in COMPOSE["services"].values() if "deploy" in one
    )
    pool = Database("postgresql+psycopg://nobody@127.0.0.1/none").engine.pool
    assert isinstance(pool, AsyncAdaptedQueuePool)
    each = pool.size() + pool._max_overflow
    room = re.search(r"max_connections=(\d+)", " ".join(COMPOSE["services"]["postgres"]["command"]))
    assert processes == 6
    assert room is not None
    assert int(room[1]) >= 2 * processes * (each + 1)


def test_what_the_image_writes_lies_on_its_volume_and_what_it_runs_is_installed() -> None:
    (volume,) = instructions("VOLUME")
    settings = dict(re.findall(r"([A-Z_]+)=(\S+)", " ".join(instructions("ENV"))))
    assert settings["DATABASE_URL"].startswith(f"sqlite+aiosqlite:///{volume}/")
    assert instructions("WORKDIR")[-1] == volume
    assert any(
        f"install -d -o abrazo -g abrazo -m 0700 {volume}" in one for one in instructions("RUN")
    )
    assert COMPOSE["services"]["abrazo"]["volumes"] == [f"data:{volume}"]
    (program,) = json.loads(instructions("ENTRYPOINT")[0])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert program in project["scripts"]
    assert settings["PATH"].split(":")[0] == "/app/.venv/bin"
    for image in instructions("FROM"):
        version = re.match(r"python:(\d+)\.(\d+)-slim", image)
        assert version is not None
        oldest = re.search(r"(\d+)\.(\d+)", project["requires-python"])
        assert oldest is not None
        assert tuple(map(int, version.groups())) >= tuple(map(int, oldest.groups()))


def asked_of_docker(home: Path) -> list[list[str]]:
    """The words of each `docker compose …` of docs/running.md, as a shell hands them over."""
    page = (ROOT / "docs" / "running.md").read_text()
    lines = re.findall(r"^ {4,6}(docker compose .*)$", page, re.MULTILINE)
    assert all(" -T " in line for line in lines if "<" in line), "else a terminal is wanted"
    for name in ("today.db", "abrazo.key", "today.dump"):
        (home / name).touch()
    script = "\n".join(['docker() { shift; printf "%s\\n" "$@" "" >&2; }', *lines])
    shell = ["/bin/sh", "-e", "-c", script]
    said = subprocess.run(shell, cwd=home, stderr=subprocess.PIPE, text=True, check=True).stderr
    return [call.split("\n") for call in said.strip().split("\n\n")]


def in_a_container(words: list[str]) -> tuple[str, list[str]] | None:
    """The service and what is run in it, if anything is."""
    words = words[2:] if words[0] == "--profile" else words
    verb, *rest = [word for word in words if word not in {"-T", "--rm"}]
    if verb not in {"exec", "run"}:
        return None
    program = json.loads(instructions("ENTRYPOINT")[0]) if verb == "run" else []
    if rest[0] == "--entrypoint":
        program, rest = [rest[1]], rest[2:]
    return rest[0], program + rest[1:]


def test_what_the_page_runs_in_containers_is_there_and_understood(tmp_path: Path) -> None:
    calls = [call for words in asked_of_docker(tmp_path) if (call := in_a_container(words))]
    assert len(calls) > 10
    for service, command in calls:
        assert service in COMPOSE["services"]
        steps = re.split("&&|;", command[2]) if command[0] == "sh" else [shlex.join(command)]
        for program, *arguments in map(shlex.split, steps):
            if program == "abrazo":
                keeping = _parser().parse_args(arguments).command in {"backup", "restore"}
                assert service == ("abrazo" if keeping else service), "PostgreSQL has its own"
            else:
                assert re.fullmatch("umask|cat|rm|pg_dump|pg_restore|dropdb|createdb", program)


def test_no_secret_stands_in_what_is_deployed() -> None:
    for text in (DOCKERFILE, UNIT, (ROOT / "compose.yaml").read_text()):
        assert not re.search(r"\d+:[A-Za-z0-9_-]{20,}|sk-[A-Za-z0-9]{8,}", text)


def test_the_unit_is_one_that_systemd_understands(tmp_path: Path) -> None:
    for line in ("DynamicUser=yes", "LimitCORE=0", "NoNewPrivileges=yes", "ProtectSystem=strict"):
        assert line in UNIT
    if shutil.which("systemd-analyze") is None:
        pytest.skip("there is no systemd to ask")
    unit = tmp_path / "abrazo.service"
    unit.write_text(UNIT.replace("/opt/abrazo/.venv/bin/abrazo", sys.executable))
    asked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True, check=False
    )
    ours = [line for line in asked.stderr.splitlines() if "abrazo.service" in line]
    assert not ours
