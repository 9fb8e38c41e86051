"""Places of ours, in code points, and positions of the protocol, in the client's units (LSP 3.17)."""

from __future__ import annotations

from collections.abc import Sequence

from lsprotocol.types import Position, PositionEncodingKind, Range

from generator.lsp.nodes import At

_ASTRAL = 0xFFFF


class Ruler:
    """Measures the lines of one text. `encoding` is what was agreed on with the client; without a word, UTF-16."""

    def __init__(self, lines: Sequence[str], encoding: PositionEncodingKind | str | None) -> None:
        self._lines = lines
        self._encoding = encoding or PositionEncodingKind.Utf16

    def at(self, position: Position) -> At:
        """The line and column of a position, which may lie beyond the end of its line or of the text."""
        if position.line >= len(self._lines):
            return max(0, len(self._lines) - 1), len(self._lines[-1]) if self._lines else 0
        line = self._lines[position.line]
        if self._encoding == PositionEncodingKind.Utf32 or line.isascii():
            return position.line, min(position.character, len(line))
        units = 0
        for column, character in enumerate(line):
            if units >= position.character:
                return position.line, column
            units += self._units(character)
        return position.line, len(line)

    def position(self, at: At) -> Position:
        """The position of a line and column."""
        line, column = at
        if self._encoding == PositionEncodingKind.Utf32 or line >= len(self._lines):
            return Position(line, column)
        before = self._lines[line][:column]
        if before.isascii():
            return Position(line, column)
        return Position(line, sum(self._units(character) for character in before))

    def range(self, start: At, end: At) -> Range:
        """The range from one place to another."""
        return Range(self.position(start), self.position(end))

    def _units(self, character: str) -> int:
        if self._encoding == PositionEncodingKind.Utf8:
            return len(character.encode("utf-8", "surrogatepass"))
        return 2 if ord(character) > _ASTRAL else 1
