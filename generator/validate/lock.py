"""brief.lock.yml: what was locked, and everything that is wrong in the file."""

from __future__ import annotations

import re
from itertools import islice

from pydantic import ValidationError

from generator.model.lock import Lock
from generator.model.source import Location, Problem, Tree
from generator.validate.faults import problems_in
from generator.validate.shape import in_lock

_CONFLICT = re.compile(rb"^(?:<{7}|={7}|>{7}|\|{7})(?= |\r?$)", re.MULTILINE)
_MOST = 20


def conflicts_in(file: str, raw: bytes) -> list[Problem]:
    """Where a merge has left its marks in a lock."""
    lines = (raw.count(b"\n", 0, match.start()) + 1 for match in islice(_CONFLICT.finditer(raw), _MOST))
    message = "a merge has left a conflict here, so that nothing is known of what was locked"
    remedy = "settle it in brief.yml and the articles, take either side of this file, and run `briefs lock --update`"
    return [Problem(Location(file, line, 1, 7), "lock-conflict", message, remedy) for line in lines]


def validate_lock(tree: Tree) -> tuple[Lock | None, list[Problem]]:
    """The lock, or everything that is wrong with it: of a lock with a fault nothing is taken for true."""
    try:
        lock = Lock.model_validate(tree.value)
    except ValidationError as error:
        found = [problem for _, problem in problems_in(error, tree, in_lock) if problem is not None]
        return None, found or [_faulty(tree)]
    return lock, []


# --- Private ---


def _faulty(tree: Tree) -> Problem:
    return Problem(
        tree.at(()), "empty", "a key of this lock has no value", "Take the file from your repository."
    )
