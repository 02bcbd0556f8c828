"""See `python -m bench --help`."""

from __future__ import annotations

import argparse
from pathlib import Path

import bench
from bench import accuracy, articles, flat, speed
from service import app
from service.settings import Settings

WARMED = 200  # articles after which memory is to be flat


def main() -> None:
    """Read the arguments, run, print."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m bench", description=bench.__doc__, formatter_class=form)
    parser.add_argument("what", choices=("speed", "memory", "accuracy"))
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="plain text, or JSON lines with `text`; accuracy: TOML"
    )
    parser.add_argument("--count", type=int, help="articles; made from the given ones (speed: 40, memory: 2,000)")
    parser.add_argument("--rounds", type=int, default=5, help="speed: how often each contender does them all")
    parser.add_argument("--mistakes", action="store_true", help="accuracy: print each")
    options = parser.parse_args()
    if options.what == "accuracy":
        answer = app.load(Settings.load())
        accuracy.show(accuracy.score(accuracy.load(options.files), answer), options.mistakes)
        return
    texts = articles.load(options.files)
    if options.what == "speed":
        count = options.count or 40
        speed.compare(texts[:count] if len(texts) >= count else list(articles.different(texts, count)), options.rounds)
    else:
        found = flat.course(articles.different(texts, options.count or 2000), every=WARMED // 2, show=True)
        print(f"growth after the first {WARMED}: {found.growth(WARMED):.1%}")


if __name__ == "__main__":
    main()
