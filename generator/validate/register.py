"""parties.yml: every party by its id, and who belongs to whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from pydantic import ValidationError

from generator.model.brief import UNKNOWN, Parties, Party
from generator.model.keys import ID_PATTERN
from generator.model.source import Problem, Tree
from generator.validate import salvage
from generator.validate.faults import problems_in
from generator.validate.nearness import Choices, did_you_mean
from generator.validate.shape import in_parties

MOST_PROBLEMS = 500
_SHOWN = 8


def validate_parties(tree: Tree) -> tuple[Parties, list[Problem]]:
    """The register, and everything that is wrong with it.

    A party with a fault is registered all the same, as far as it can be read, so that it isn't reported as
    unknown in every brief.
    """
    problems: list[Problem] = []
    by_id: dict[str, Party] = {}
    entries = tree.value if isinstance(tree.value, dict) else {}
    if not entries:
        problems.append(Problem(tree.at(()), "empty", "no party is registered", "Write `id: {name: …}`."))
    for id_ in entries:
        problems += _bad_ids(tree, id_)
        by_id[id_], faults = _party(tree, id_)
        problems += faults
    problems += islice(_unknown_above(tree, by_id), MOST_PROBLEMS)
    problems += islice(_cycles(tree, by_id), MOST_PROBLEMS)
    return Parties(by_id), problems[:MOST_PROBLEMS]


# --- Private functions ---


def _party(tree: Tree, id_: str) -> tuple[Party, list[Problem]]:
    entries = tree.value if isinstance(tree.value, dict) else {}
    value: object = entries[id_]
    problems: list[Problem] = []
    for _ in range(3):
        try:
            return Party.model_validate(value), problems
        except ValidationError as error:
            faults = problems_in(error, tree, in_parties, (id_,))
        problems += [problem for _, problem in faults if problem is not None]
        rest = salvage.without({id_: value}, [path for path, _ in faults], in_parties)
        value = rest[id_] if isinstance(rest, dict) else None
    return Party(name=id_), problems


def _bad_ids(tree: Tree, id_: str) -> Iterator[Problem]:
    if not re.fullmatch(ID_PATTERN, id_):
        message = f"`{id_[:60]}` is no id: lower-case letters, digits, `-` and `_`, beginning with a letter or digit"
        yield Problem(tree.at_key((id_,)), "bad-id", message)
    elif id_ == UNKNOWN:
        message = f"`{UNKNOWN}` is the word for a party that isn't named, and can't be an id"
        yield Problem(tree.at_key((id_,)), "bad-id", message)


def _unknown_above(tree: Tree, by_id: Mapping[str, Party]) -> Iterator[Problem]:
    choices = Choices(by_id)
    for id_, party in by_id.items():
        if party.part_of and party.part_of not in by_id:
            message = f"`{party.part_of}` is not registered in this file"
            meant = choices.nearest(party.part_of)
            yield Problem(
                tree.at((id_, "part_of")),
                "unknown-party",
                message,
                did_you_mean(meant) or None,
                instead=meant,
            )


def _cycles(tree: Tree, by_id: Mapping[str, Party]) -> Iterator[Problem]:
    """Each circle of `part_of` once, at the first of its parties in the file."""
    settled: set[str] = set()
    for id_ in by_id:
        walked: dict[str, None] = {}
        step = id_
        while step in by_id and step not in settled and step not in walked:
            walked[step] = None
            step = by_id[step].part_of or ""
        if step in walked:
            path = list(walked)
            circle = path[path.index(step) :]
            message = f"`part_of` leads in a circle: {_told(circle)}"
            yield Problem(tree.at((circle[0], "part_of")), "party-cycle", message, "Take one `part_of` away.")
        settled.update(walked)


def _told(circle: list[str]) -> str:
    shown = circle if len(circle) <= _SHOWN else [*circle[:_SHOWN], "…"]
    return " → ".join([*shown, circle[0]])
