"""Prints what building costs, ours beside stock MkDocs' and others', in one run: `python -m benchmarks --help`."""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.builders import Builder, Measured, measured, ours, rendered, stock
from benchmarks.generate import generate
from benchmarks.measure import Run
from benchmarks.peers import peers

MOST_A_PAGE = 0.012
"""Seconds a page that the reference counts at most, however long stock MkDocs took."""

_HEADS = "briefs | pages | built by | clean | no change | one edit | peak, MB | site, MB | files"
_RATIOS = "briefs | | reference | measured | clean | no change | one edit"
_NOTES = """\
Seconds of wall time (of CPU), medians of {runs} rounds of all builders in turn. Clean: what earlier builds left was
removed; one edit: one claim of one brief in other words, for the others a paragraph more. Peak: the most memory that
any one process held. MkDocs + Material, with its search, builds the Markdown of `briefs render` with the same lean
nav; it keeps nothing, so that each of its builds is a clean one. The others build the same Markdown, Hugo and
Eleventy with a template of a few lines and no search.

The reference is MkDocs + Material's time, but at most {most:.0f} ms a page.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """The tables that the options ask for."""
    asked = _parser().parse_args(arguments)
    if asked.profile:
        from benchmarks.stages import profile  # noqa: PLC0415 - its memory would count as that of the builds

        profile(asked.sizes[-1] if asked.sizes else 100, asked.runs)
        return
    ratios: list[str] = []
    print(_table(_HEADS))
    for size in asked.sizes or (10, 100, 1000):
        with tempfile.TemporaryDirectory() as folder:
            ratios += _of_size(size, asked.runs, Path(folder), with_peers=asked.peers)
    print(f"\n{_NOTES.format(runs=asked.runs, most=1000 * MOST_A_PAGE)}\n{_table(_RATIOS)}")
    print("\n".join(ratios))


# --- Private functions ---


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, metavar="N,N", help="numbers of briefs (default 10,100,1000)")
    parser.add_argument(
        "--runs", type=int, default=3, help="runs of which each figure is the median (default 3)"
    )
    parser.add_argument("--peers", action="store_true", help="Zensical, Hugo and Eleventy too")
    parser.add_argument(
        "--profile", action="store_true", help="the share of each stage of our pipeline instead"
    )
    return parser


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def _of_size(size: int, runs: int, folder: Path, *, with_peers: bool) -> list[str]:
    """Prints a line for each builder; the lines of ratios."""
    root, other = folder / "ours", folder / "stock"
    generate(size, root)
    pages = rendered(root, other / "docs")
    builders: dict[str, Callable[[], Builder]] = {
        "briefs build": lambda: ours(root),
        "MkDocs + Material": lambda: stock(root, other),
    }
    if with_peers:
        builders |= peers(other / "docs", folder)
    found = measured(builders, runs)
    for each in found:
        print(_line(size, pages, each), flush=True)
    mine, theirs, *_ = found
    return [_ratios(size, pages, mine, theirs, name) for name in ("seconds", "cpu")]


def _line(size: int, pages: int, each: Measured) -> str:
    begun = f"| {size} | {pages} | {each.name} |"
    if each.fault:
        return f"{begun} skipped: {each.fault} {'|' * 6}"
    times = " | ".join(
        f"{_median(runs, 'seconds'):.2f} ({_median(runs, 'cpu'):.2f})" if runs else ""
        for runs in (each.clean, each.same, each.edited)
    )
    return f"{begun} {times} | {each.peak:.0f} | {each.megabytes:.1f} | {each.files} |"


def _ratios(size: int, pages: int, mine: Measured, theirs: Measured, name: str) -> str:
    if mine.fault or theirs.fault:
        return f"| {size} |" + " |" * 6
    taken = _median(theirs.clean, name)
    reference = min(taken, MOST_A_PAGE * pages)
    shares = [_median(runs, name) / reference for runs in (mine.clean, mine.same, mine.edited)]
    told = " | ".join(f"{share:.3f} (1/{1 / share:.1f})" for share in shares)
    return (
        f"| {size} | {'wall' if name == 'seconds' else 'CPU'} | {reference:.1f} s | {taken:.1f} s | {told} |"
    )


def _median(runs: Sequence[Run], name: str) -> float:
    return statistics.median(each.cpu if name == "cpu" else each.seconds for each in runs)


def _table(heads: str) -> str:
    return f"| {heads} |\n|{'---|' * (heads.count('|') + 1)}"


if __name__ == "__main__":
    main()
