"""Where the keys and values of a document stand, told as `Location`s only when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from generator.model.source import Location, Path

Event: TypeAlias = Any
"""An event of the parser. Its stubs hold every mark for optional; the C parser gives each."""

Mark: TypeAlias = tuple[int, int, int]
"""Line and column from 0, and length in code points on that line."""


class Places(Mapping[Path, Location]):
    """A mapping of paths to places that costs a tuple for each path."""

    def __init__(self, file: str, first_line: int, marks: dict[Path, Mark]) -> None:
        self._file = file
        self._first_line = first_line
        self._marks = marks

    def __getitem__(self, path: Path) -> Location:
        line, column, length = self._marks[path]
        return Location(self._file, line + self._first_line, column + 1, max(1, length))

    def __contains__(self, path: object) -> bool:
        return path in self._marks

    def __iter__(self) -> Iterator[Path]:
        return iter(self._marks)

    def __len__(self) -> int:
        return len(self._marks)


def line_end(text: str, at: int) -> int:
    """Where the line that holds `at` ends: at its line feed, or with the text."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def mark_of(event: Event, text: str) -> Mark:
    """Where a scalar or alias stands: its first line, where it has several."""
    start, end = event.start_mark, event.end_mark
    if start.line == end.line:
        return start.line, start.column, end.index - start.index
    first_line = text[start.index : line_end(text, start.index)]
    return start.line, start.column, len(first_line.rstrip())
