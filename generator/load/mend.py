"""Takes a value that can't be read for the text that it was meant as, so that the rest of its file is read too."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.load.faults import KEY
from generator.load.places import line_end

MENDABLE = frozenset(
    {"yaml-colon", "yaml-value", "yaml-quote", "yaml-escape", "yaml-alias", "yaml-anchor", "yaml-tag"}
)
"""Faults that quotes around the value of their line would mend."""

MOST_MENDS = 30
MOST_READ = 2 << 20
"""Characters that may be read again for the sake of mending, all rounds together."""

_ITEM = re.compile(r"[ ]*(?:- +)+")
_COMMENT = re.compile(r"(?<! )[ ]+#.*")
_GOES_ON = re.compile(r"\n([ ]*)(?![ \n#]|- |[A-Za-z_]+:[ \n])[^\n]+")


def rounds(text: str) -> int:
    """How many values of a text are mended: fewer of a large one, since each means to read it again."""
    return min(MOST_MENDS, MOST_READ // max(1, len(text)))


def mended(text: str, at: int, values: Mapping[int, str]) -> tuple[str, dict[int, str]] | None:
    """A text of the same length with a quoted stand-in for the value of the line that holds `at`, and what
    each stand-in, by its offset, stands for. Nothing: the line has no value, or was mended before."""
    start = text.rfind("\n", 0, at) + 1
    stop = line_end(text, start)
    prefix = KEY.match(text, start) or _ITEM.match(text, start)
    if prefix is None or prefix.end() > at or _indicates_block(text[prefix.end() : stop].strip()):
        return None
    first = prefix.end() + len(text[prefix.end() : stop]) - len(text[prefix.end() : stop].lstrip(" "))
    end = _end_of_value(text, first, stop, start)
    if first in values or end - first < 2:
        return None
    original = text[first:end]
    stand_in = "".join(character if character in " \n" else "x" for character in original[1:-1])
    meant = " ".join(original.split())
    return f'{text[:first]}"{stand_in}"{text[end:]}', {**values, first: meant}


# --- Private functions ---


def _indicates_block(value: str) -> bool:
    return value[:1] in {"|", ">"} and len(value) < 3


def _end_of_value(text: str, first: int, stop: int, line: int) -> int:
    """The end of a value that begins at `first`, with the lines below that go on with it."""
    if (comment := _COMMENT.search(text, first, stop)) is not None:
        return comment.start()
    indent = len(text[line:first]) - len(text[line:first].lstrip(" -"))
    while (more := _GOES_ON.match(text, stop)) is not None and len(more[1]) > indent:
        stop = more.end()
    return first + len(text[first:stop].rstrip())
