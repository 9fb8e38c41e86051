"""`make torture`'s figures: branch coverage, and the mutants that the tests find, part by part.

    python -m tests.torture [branches|mutants] [--part NAME]… [--sample N] [--seed N] [--budget MINUTES] [--jobs N]

Without `--sample` every mutant is tried. With a `--budget` they are tried in the seed's order until the time is up,
so that what was tried is a fair sample. Ends with 1 where a branch was not run or the score is below 90 %.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .branches import Measured, Unwell, measure, table
from .equivalents import Equivalent, equivalents, without
from .hunt import Fate, hunt
from .operators import Mutant, mutants
from .scope import BUILT, PARTS, ROOT, Part

LEAST = 90.0
"""Per cent of the mutants that are to be found."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many mutants a part has, without those that are the same program, and the fates of those tried."""

    part: Part
    whole: int
    same: int
    fates: tuple[Fate, ...]

    @property
    def found(self) -> int:
        """Killed, or hung."""
        return sum(fate.outcome in {"killed", "hung"} for fate in self.fates)

    @property
    def percent(self) -> float:
        """Of those tried."""
        return 100 * self.found / len(self.fates) if self.fates else 0.0


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0, 1, or 2 where the tests fail by themselves."""
    asked = _asked(arguments)
    parts = [part for part in PARTS if not asked.part or part.name in asked.part]
    try:
        measured = [measure(part) for part in parts]
    except Unwell as why:
        print(f"make torture: {why}", file=sys.stderr)
        return 2
    print(table(measured), flush=True)
    status = int(any(module.missed for each in measured for module in each.covered))
    if asked.what == "branches":
        return status
    scores = list(_scores(measured, asked))
    print(scored(scores))
    fates = [fate for score in scores for fate in score.fates]
    broken = [fate for fate in fates if fate.outcome == "failed"]
    for fate in broken:
        print(f"could not be tried: {fate.mutant}", file=sys.stderr)
    short = sum(score.found for score in scores) < LEAST / 100 * len(fates)
    return int(bool(status or broken or short))


def scored(scores: Sequence[Score]) -> str:
    """A line for each part and one for all, and what survived."""
    lines = ["| part | mutants | tried | found | of these by time | score |", "|---|---|---|---|---|---|"]
    for score in scores:
        hung = Counter(fate.outcome for fate in score.fates)["hung"]
        lines.append(
            f"| {score.part.name} | {score.whole} | {len(score.fates)} | {score.found} | {hung} "
            f"| {score.percent:.1f} % |"
        )
    whole, tried = sum(score.whole for score in scores), sum(len(score.fates) for score in scores)
    found, same = sum(score.found for score in scores), sum(score.same for score in scores)
    percent = 100 * found / tried if tried else 0.0
    lines.append(f"| all | {whole} | {tried} | {found} | | {percent:.1f} % |")
    sampled = "" if tried == whole else f"; a sample: {tried} of {whole}"
    lines += [
        "",
        f"Not counted: {same} that are the same program (tests/torture/equivalents.yml){sampled}.",
        "",
    ]
    survivors = [fate.mutant for score in scores for fate in score.fates if fate.outcome == "survived"]
    return "\n".join([*lines, *(f"survived: {mutant}" for mutant in survivors)])


# --- Private ---


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.torture")
    parser.add_argument("what", nargs="?", choices=["branches", "mutants"], default="mutants")
    parser.add_argument("--part", action="append", choices=[part.name for part in PARTS])
    parser.add_argument("--sample", type=int, help="mutants of each part")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--budget", type=float, help="minutes, shared by the parts by their size")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser.parse_args(arguments)


def _scores(measured: Sequence[Measured], asked: argparse.Namespace) -> Iterator[Score]:
    listed = equivalents()
    sizes = {each.part.name: len(_mutants(each.part)) for each in measured}
    for each in measured:
        wanted, gone = without(_mutants(each.part), [e for e in listed if e.key[0] in each.part.modules])
        _must_be_there(gone)
        # Which of several faults in a line is tried first must not depend on anything but the seed.
        chosen = random.Random(asked.seed).sample(wanted, min(asked.sample or len(wanted), len(wanted)))  # noqa: S311
        share = sizes[each.part.name] / sum(sizes.values())
        deadline = time.monotonic() + 60 * asked.budget * share if asked.budget else float("inf")
        fates = tuple(_hunted(each, chosen, deadline, asked.jobs))
        yield Score(each.part, len(wanted), sizes[each.part.name] - len(wanted), fates)


def _mutants(part: Part) -> list[Mutant]:
    return [
        mutant
        for module in part.modules
        for mutant in mutants(module, (ROOT / module).read_text(encoding="utf-8"))
    ]


def _must_be_there(gone: Sequence[Equivalent]) -> None:
    if gone:
        keys = "\n".join(str(each.key) for each in gone)
        raise SystemExit(f"tests/torture/equivalents.yml lists mutants that are not there:\n{keys}")


def _hunted(measured: Measured, chosen: Sequence[Mutant], deadline: float, jobs: int) -> Iterator[Fate]:
    """Each job in a process of its own, which forks in its turn."""
    started = {}
    for place in range(jobs):
        pid = os.fork()
        if not pid:
            found = list(hunt(measured, chosen[place::jobs], place, deadline))
            (BUILT / f"job{place}.pickle").write_bytes(pickle.dumps(found))
            os._exit(0)
        started[pid] = place
    for pid, place in started.items():
        if os.waitpid(pid, 0)[1]:
            raise SystemExit(f"make torture: job {place} failed")
        yield from pickle.loads((BUILT / f"job{place}.pickle").read_bytes())  # noqa: S301 - our own bytes


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
