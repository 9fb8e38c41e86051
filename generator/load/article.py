"""An article file to a `Manuscript`: YAML front matter between `---` lines, and a body that is never interpreted."""

from __future__ import annotations

import re

from generator.load.decode import Lines, decode, readable
from generator.load.document import parse
from generator.model.source import Location, Manuscript, Problem, Tree

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^---[ \t]*$", re.MULTILINE)

EXAMPLE = (
    "An article begins with `---`, its keys (`outlet: …`, `title: …`), `---`, an empty line and its text."
)


def load_article(file: str, raw: bytes) -> tuple[Manuscript | None, list[Problem]]:
    """The front matter and the stripped body of an article file, and everything that is wrong with it.

    A manuscript is returned beside problems where its parts are known all the same. `body_line` counts the
    file's lines from 1. Places in the front matter are places in the file.
    """
    text, problems = decode(file, raw)
    if text is None:
        return None, problems
    opening = _FENCE.match(text)
    if opening is None:
        message = "the front matter is missing: the first line is not `---`"
        return None, [*problems, Problem(Location(file, 1, 1), "front-matter", message, EXAMPLE)]
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        message = "the front matter is opened here and never closed by a line `---`"
        return None, [*problems, Problem(Location(file, 1, 1, 3), "front-matter", message, EXAMPLE)]
    front, more = parse(Lines(file, text[opening.end() : closing.start()], first_line=2))
    first_line = text.count("\n", 0, closing.end()) + 1
    below, unread = readable(Lines(file, text[closing.end() :], first_line))
    body, body_line, missing = _body(file, below, first_line, is_withheld=_is_withheld(front))
    problems += unread + missing
    if front is not None or not any(problem.code == "empty" for problem in more):
        problems += more
    else:
        front = Tree(file, {}, {(): Location(file, 1, 1, 3)}, {})
    return None if front is None else Manuscript(file, front, body, body_line), problems


def _body(file: str, below: str, line: int, *, is_withheld: bool) -> tuple[str, int, list[Problem]]:
    body = below.strip()
    if not body and is_withheld:
        return "", line, []
    if not body:
        message = "the article has no text below its front matter"
        return "", line, [Problem(Location(file, line, 1, 3), "empty", message, "Paste it there.")]
    return body, line + below.count("\n", 0, below.index(body)), []


def _is_withheld(front: Tree | None) -> bool:
    """Whether the front matter says that the text may not stand below it."""
    return front is not None and isinstance(front.value, dict) and front.value.get("text") == "withheld"
