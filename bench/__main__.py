"""See `python -m bench --help`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import bench
from bench import accuracy, articles, faults, flat, load, overhead, soak, speed, stream
from service import app
from service.settings import Settings

WARMED = 200  # articles after which memory is to be flat


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments, run, print; the exit status says whether every bound held."""
    options = vars(parser().parse_args(arguments))
    return 0 if options.pop("run")(**options) else 1


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    form = argparse.RawDescriptionHelpFormatter
    top = argparse.ArgumentParser(prog="python -m bench", description=bench.__doc__, formatter_class=form)
    commands = top.add_subparsers(required=True, metavar="COMMAND")

    def command(run: Any, help: str, files: bool = True, **options: tuple[Any, str]) -> argparse.ArgumentParser:
        added = commands.add_parser(run.__name__.removesuffix("_"), help=help)
        added.set_defaults(run=run)
        for name, (default, meaning) in options.items():
            added.add_argument(f"--{name}", type=type(default), default=default, help=f"{meaning} ({default})")
        if files:
            added.add_argument(
                "files", nargs="*", type=Path, metavar="FILE", help="plain text, or JSON lines with `text`"
            )
        return added

    command(speed_, "documents a second", count=(40, "articles"), rounds=(5, "how often each contender does them all"))
    command(memory_, "memory over many articles", count=(2000, "articles"))
    command(
        load_,
        "many clients at once",
        clients=(64, "clients"),
        minutes=(5.0, "how long they ask"),
        workers=(2, "workers"),
    )
    command(soak_, "memory over 20,000 articles", count=(20_000, "articles"), workers=(2, "workers"))
    command(stream_, "one request of many lines", count=(50_000, "lines"), workers=(2, "workers"))
    command(overhead_, "what HTTP costs", count=(40, "articles"), rounds=(5, "how often each contender does them all"))
    sizes = {field.name: (field.default, "how many") for field in fields(faults.Size)}
    hostile = command(faults_, "what others notice of faults", files=False, **sizes)
    gold = command(accuracy_, "all four layers on annotated articles")
    gold.add_argument("--mistakes", action="store_true", help="print each")
    hostile.add_argument("--only", nargs="*", default=(), choices=tuple(faults.FAULTS), help="these alone")
    return top


def speed_(files: list[Path], count: int, rounds: int) -> bool:
    """Documents a second of the stock parse, of the pipeline, and of the service."""
    speed.compare(some(files, count), rounds)
    return True


def memory_(files: list[Path], count: int) -> bool:
    """Growth over different articles, by one worker."""
    found = flat.course(articles.different(articles.load(files), count), every=WARMED // 2, show=True)
    print(f"growth after the first {WARMED}: {found.growth(WARMED):.1%}")
    return True


def load_(files: list[Path], clients: int, minutes: float, workers: int) -> bool:
    """See bench/load.py."""
    return load.compare(some(files, 40), clients, 60 * minutes, workers)


def soak_(files: list[Path], count: int, workers: int) -> bool:
    """See bench/soak.py."""
    return soak.run(articles.short(articles.load(files), count), count, workers)


def stream_(files: list[Path], count: int, workers: int) -> bool:
    """See bench/stream.py."""
    return stream.run(articles.short(articles.load(files), count, least=1), count, workers)


def overhead_(files: list[Path], count: int, rounds: int) -> bool:
    """See bench/overhead.py."""
    return overhead.compare(some(files, count), rounds)


def faults_(only: Sequence[str], **sizes: Any) -> bool:
    """See bench/faults.py."""
    return faults.run(faults.Size(**sizes), only)


def accuracy_(files: list[Path], mistakes: bool) -> bool:
    """See bench/accuracy.py."""
    accuracy.show(accuracy.score(accuracy.load(files), app.load(Settings.load())), mistakes)
    return True


def some(files: list[Path], count: int) -> list[str]:
    """So many articles: the given ones, or others made of them."""
    texts = articles.load(files)
    return texts[:count] if len(texts) >= count else list(articles.different(texts, count))


if __name__ == "__main__":
    sys.exit(main())
