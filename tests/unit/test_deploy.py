"""What can't be built everywhere is read closely: the image, the composition and the unit."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from sqlalchemy.pool import AsyncAdaptedQueuePool

from bot.settings import Settings
from storage.engine import Database

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
    assert f"127.0.0.1:{ours['HEALTH_PORT']}/health/live" in DOCKERFILE


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
