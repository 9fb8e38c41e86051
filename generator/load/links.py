"""Which addresses of a brief were found dead, as `briefs links` wrote it down."""

from __future__ import annotations

import json
from collections.abc import Mapping

from generator.load.document import load_yaml
from generator.model.dates import parse_date
from generator.model.source import Problem, Severity

_HEAD = "# Written by `briefs links`: addresses that were not found any more, and since when.\n"


def read_links(file: str, content: bytes | None) -> tuple[Mapping[str, str], list[Problem]]:
    """Each dead address with the day since when (EDTF), and what is wrong; nothing where there is no file."""
    if content is None:
        return {}, []
    tree, problems = load_yaml(file, content)
    if tree is None:
        return {}, problems
    dead: dict[str, str] = {}
    for address, since in tree.value.items() if isinstance(tree.value, dict) else ():
        if isinstance(since, str) and parse_date(since)[0]:
            dead[address] = since
        else:
            message = "a date is expected here, as `briefs links` writes it"
            remedy = "Run `briefs links`, which writes the file anew, or delete the line."
            place = tree.at((address,))
            problems.append(Problem(place, "bad-links", message, remedy, Severity.WARNING))
    return dead, problems


def written_links(dead: Mapping[str, str]) -> bytes:
    """The file that says so, in the order of addresses."""
    lines = (f"{json.dumps(address)}: {since}\n" for address, since in sorted(dead.items()))
    return f"{_HEAD}{''.join(lines)}".encode()
