"""Where something stands in the user's input, and what is wrong there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from the root of a YAML document to one of its nodes, in the *normalised* shape of
`model.brief`: a report is always a list of reports, a quote always a list of selectors."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)` in code points of a canonical text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two have a code point in common."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The slice of `text` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file: `line` and `column` count from 1, columns in code points; `length` is for carets."""

    file: str
    line: int
    column: int
    length: int = 1


class Severity(StrEnum):
    """An error fails the build; a warning fails it under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the user's input, with its place and, where there is one, the remedy.

    `instead` is the key, word or id that was probably meant where another stands.
    """

    location: Location
    code: str
    message: str
    remedy: str | None = None
    severity: Severity = Severity.ERROR
    instead: str | None = None

    @property
    def is_error(self) -> bool:
        """Whether it fails the build without `--strict`."""
        return self.severity is Severity.ERROR


def in_order(problems: list[Problem] | tuple[Problem, ...]) -> list[Problem]:
    """The problems by file, line, column, code and message, each once.

    Of a value that can't be read (a YAML alias) nothing else is told: it would be said of what isn't there.
    """
    unread = {_point(p.location) for p in problems if p.code == "yaml-alias"}
    told = [p for p in problems if p.code.startswith("yaml-") or _point(p.location) not in unread]
    unique = {(p.location, p.code, p.message): p for p in told}
    return [unique[key] for key in sorted(unique)]


def _point(location: Location) -> tuple[str, int, int]:
    return location.file, location.line, location.column


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML document as plain values with the place of every key and every value.

    `value` consists of `dict`, `list`, `str`, `bool` and `None`. Numbers are kept as `str`, as they were
    written (`1.50` stays `1.50`), because in this format they are text until a field says otherwise.
    `values` and `keys` map a path *as written in the file* to a place.
    """

    file: str
    value: object
    values: Mapping[Path, Location]
    keys: Mapping[Path, Location]

    def at(self, path: Path) -> Location:
        """The place of the value at `path`, or of its nearest ancestor that was written.

        `path` may be in the normalised shape: an index or key that normalisation put in (the `0` and `quote`
        of a report written as a bare string) is passed over.
        """
        return self.values.get(self._written(path)) or Location(self.file, 1, 1)

    def at_key(self, path: Path) -> Location:
        """The place of the key that `path` ends in; of the value where it stands in a list."""
        return self.keys.get(self._written(path)) or self.at(path)

    def _written(self, path: Path) -> Path:
        written: Path = ()
        for step in path:
            if (*written, step) in self.values:
                written = (*written, step)
        return written


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article file as read: its front matter, and its body before normalisation, stripped.

    `body_line` is the line of the file, from 1, on which the body begins.
    """

    file: str
    front: Tree
    body: str
    body_line: int
