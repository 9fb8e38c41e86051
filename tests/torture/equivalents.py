"""Mutants that no test can tell from the program, each with its reason; one that is no longer there is an error."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from .operators import Mutant

LISTED = Path(__file__).with_name("equivalents.yml")


@dataclass(frozen=True, slots=True)
class Equivalent:
    """`module`, `function`, `was`, `now` and `nth` are the mutant's."""

    key: tuple[str, str, str, str, int]
    why: str


def equivalents(listed: Path = LISTED) -> tuple[Equivalent, ...]:
    """Those that are listed, in their order."""
    entries: list[dict[str, Any]] = yaml.safe_load(listed.read_text(encoding="utf-8")) or []
    return tuple(
        Equivalent(
            (each["module"], each.get("in", ""), each["was"], each["now"], each.get("nth", 1)), each["why"]
        )
        for each in entries
    )


def without(mutants: Iterable[Mutant], listed: Sequence[Equivalent]) -> tuple[list[Mutant], list[Equivalent]]:
    """The mutants that are to be found, and what is listed of none of them."""
    keys = {each.key for each in listed}
    there: set[tuple[str, str, str, str, int]] = set()
    left: list[Mutant] = []
    for mutant in mutants:
        (there.add(mutant.key) if mutant.key in keys else left.append(mutant))
    return left, [each for each in listed if each.key not in there]
