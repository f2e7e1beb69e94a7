"""The command line: `abrazo run`, `abrazo check`, `abrazo occasions` and the rest.

Each command imports what it needs when it runs, so that the quick ones stay quick.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path


def main() -> int:
    """Entry point of the console script `abrazo`; returns the exit code."""
    os.environ.setdefault("PTB_TIMEDELTA", "1")  # else each 429 is also a warning of PTB's
    arguments = _parser().parse_args()
    act: Callable[[argparse.Namespace], int] = arguments.act
    try:
        code = act(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # who read the output has seen enough (`| head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _port(text: str) -> int:
    """A port of this machine; 0 lets the system choose."""
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give one from 0 to 65535")
    return int(text)


def _occasions(arguments: argparse.Namespace) -> int:
    from bot.list_occasions import list_occasions

    return list_occasions(arguments.country, arguments.year, arguments.json, sys.stdout)


def _check_drafts(arguments: argparse.Namespace) -> int:
    from bot.check_drafts import check_drafts

    if not arguments.judge:
        return asyncio.run(check_drafts(arguments.file, sys.stdout))

    from bot import logs
    from bot.models import connected
    from bot.settings import SettingsProblem, load_model_settings

    async def look() -> int:
        async with connected(load_model_settings()) as models:
            if models.judge is None:
                raise SettingsProblem(
                    "--judge needs OPENAI_JUDGE_MODEL, and OPENAI_API_KEY or OPENAI_BASE_URL: set "
                    "them in the environment or in .env (see .env.example)."
                )
            return await check_drafts(arguments.file, sys.stdout, models.judge)

    logs.set_up("ERROR")
    try:
        return asyncio.run(look())
    except SettingsProblem as problem:
        print(problem, file=sys.stderr)
        return 2


def _evaluate(arguments: argparse.Namespace) -> int:
    from bot import logs
    from bot.evaluation.evaluate import Order, Unusable, evaluate
    from bot.settings import SettingsProblem, load_model_settings

    logs.set_up("ERROR")
    order = Order(
        cases=arguments.cases,
        json=arguments.json,
        compare=arguments.compare,
        resume=arguments.resume,
        price_in=arguments.price_in,
        price_out=arguments.price_out,
    )
    try:
        return asyncio.run(evaluate(order, load_model_settings(), sys.stdout))
    except (SettingsProblem, Unusable) as problem:
        print(problem, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="abrazo", description="A personal greeting for each of your people, from Telegram."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    run = commands.add_parser("run", help="run the bot")
    run.add_argument(
        "--role",
        choices=["all", "web", "worker", "sender"],
        default="all",
        help="one part of it, beside others on one PostgreSQL database (docs/scale.md)",
    )
    run.set_defaults(act=_run)
    check = commands.add_parser("check", help="say for each setting and service whether it works")
    check.set_defaults(act=_check)
    backup = commands.add_parser("backup", help="write a copy of the database, also while it runs")
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = commands.add_parser("restore", help="put a copy back")
    restore.add_argument("file", type=Path, metavar="FILE")
    rotate = commands.add_parser("rotate-key", help="a new key for everything that is encrypted")
    for keeping in (backup, restore, rotate):
        keeping.set_defaults(act=_keep)
    demo = commands.add_parser("demo", help="try it in the browser: no token, no key")
    demo.add_argument("--port", type=_port, default=8484)
    demo.add_argument("--no-open", action="store_true", help="do not open the browser")
    demo.add_argument("--keep", type=Path, metavar="DIR", help="keep the data there")
    demo.set_defaults(act=_demo)
    playground = commands.add_parser("playground", help="a local Telegram alone, for any bot")
    playground.add_argument("--port", type=_port, default=8484)
    playground.set_defaults(act=_playground)
    occasions = commands.add_parser("occasions", help="list a country's occasions of a year")
    occasions.add_argument("--country", default="AR", help="two letters, such as AR")
    occasions.add_argument("--year", type=int, default=datetime.now(UTC).year)
    occasions.add_argument("--json", action="store_true", help="as a JSON list")
    occasions.set_defaults(act=_occasions)
    drafts = commands.add_parser("check-drafts", help="run the guards over a file of drafts")
    drafts.add_argument("file", type=Path, metavar="FILE.jsonl")
    drafts.add_argument("--judge", action="store_true", help="ask OPENAI_JUDGE_MODEL, too")
    drafts.set_defaults(act=_check_drafts)
    evaluate = commands.add_parser("evaluate", help="draft every case and print a scorecard")
    evaluate.add_argument("--cases", type=Path, metavar="FILE", help="of yours, as JSON Lines")
    evaluate.add_argument(
        "--json", type=Path, metavar="FILE", help="write the scorecard there, too"
    )
    evaluate.add_argument("--compare", type=Path, metavar="FILE", help="an earlier --json")
    evaluate.add_argument("--resume", type=Path, metavar="FILE", help="keep finished cases there")
    evaluate.add_argument("--price-in", type=_price, metavar="N", help="of a million prompt tokens")
    evaluate.add_argument("--price-out", type=_price, metavar="N", help="of a million written ones")
    evaluate.set_defaults(act=_evaluate)
    return parser


def _price(typed: str) -> float:
    with suppress(ValueError):
        if 0 <= (price := float(typed)) < float("inf"):
            return price
    raise argparse.ArgumentTypeError("a price is a number from 0 on")


def _run(arguments: argparse.Namespace) -> int:
    from telegram.error import InvalidToken

    from bot import logs
    from bot.app import AlreadyRunning, run
    from bot.roles import Role
    from bot.settings import SettingsProblem, load_settings
    from storage.crypto import WrongKey
    from storage.engine import AWAY, why_away
    from storage.migrate import NewerSchema

    try:
        settings = load_settings()
        logs.set_up(settings.log_level, settings.log_format)
        _dump_no_core()
        asyncio.run(run(settings, Role(arguments.role)))
    except SettingsProblem as problem:
        line = str(problem)
    except InvalidToken:
        line = "TELEGRAM_BOT_TOKEN is refused by Telegram: ask @BotFather for the token."
    except WrongKey:
        line = (
            "ENCRYPTION_KEY does not open this database: set the key it was made with (or put its "
            ".key file back beside it). Nothing was changed."
        )
    except AlreadyRunning:
        line = "Another Abrazo is using this database: stop that one first."
    except NewerSchema:
        line = "The database was written by a newer Abrazo: run that version."
    except AWAY as error:
        line = (
            f"The database cannot be used: {why_away(error)}. Nothing was lost; mend it or set "
            "DATABASE_URL, and start again."
        )
    else:
        return 0
    return _refuse(line)


def _dump_no_core() -> None:
    """What is in memory, keys and people's words, never becomes a file."""
    try:
        import resource
    except ImportError:  # no such thing on Windows
        return
    with suppress(OSError, ValueError):  # a service manager that forbids it has done it itself
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _check(_arguments: argparse.Namespace) -> int:
    from bot import logs
    from bot.check import check

    logs.set_up("ERROR")
    return asyncio.run(check(sys.stdout))


def _keep(arguments: argparse.Namespace) -> int:
    from bot import keep, logs
    from bot.settings import SettingsProblem

    logs.set_up("ERROR")
    command: str = arguments.command
    try:
        if command == "backup":
            return asyncio.run(keep.backup(arguments.file, sys.stdout))
        if command == "restore":
            return asyncio.run(keep.restore(arguments.file, sys.stdout))
        return asyncio.run(keep.rotate_key(sys.stdout))
    except SettingsProblem as problem:
        return _refuse(str(problem))


def _demo(arguments: argparse.Namespace) -> int:
    from bot import logs
    from bot.demo import demo

    logs.set_up("WARNING")
    return demo(arguments.port, browser=not arguments.no_open, keep=arguments.keep)


def _playground(arguments: argparse.Namespace) -> int:
    from bot.playground import Playground

    port: int = arguments.port

    async def serve() -> None:
        async with Playground(None, port) as tg:
            print(f"A Telegram is at {tg.url} for any token. Ctrl-C ends it.", flush=True)
            await asyncio.Event().wait()

    try:
        asyncio.run(serve())
    except OSError:
        return _refuse(f"Port {port} is taken. Try: abrazo playground --port {port + 1}")
    except KeyboardInterrupt:
        pass
    return 0


def _refuse(line: str) -> int:
    print(line, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
