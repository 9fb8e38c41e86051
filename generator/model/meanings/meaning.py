"""What is said of a key."""

from __future__ import annotations

from dataclasses import dataclass

STANDS = "must stand in its article, word for word; white space, quotation marks and dashes may differ"
"""The rule of every quotation."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A key: what it says, in a sentence or two, and examples of its value as they are written in YAML.

    `snippet` is what an editor offers to type under the key: a text or a mapping, in which `$1`, `${2:word}` and
    `${1|a,b|}` are the places to fill in (the notation of LSP 3.17, "Snippet Syntax").
    """

    says: str
    examples: tuple[object, ...] = ()
    snippet: object = None
