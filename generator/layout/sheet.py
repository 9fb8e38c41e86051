"""Lays a YAML text out: two spaces to a step, one between words; lines, comments and paragraphs stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.layout.pieces import Comment, Gap, Piece, indent_of_block, pieces
from generator.layout.sameness import is_same

STEP = 2

MOST_BLANK = 2
"""Blank lines that may stand together; more of them say no more."""

_OPENERS = ("FlowSequenceStart", "FlowMappingStart")
_CLOSERS = ("FlowSequenceEnd", "FlowMappingEnd")
_MARKS = ("BlockEntry", "Key", "Value")
_DOCUMENT = ("DocumentStart", "DocumentEnd", "StreamEnd")


def lay_out(text: str) -> str | None:
    """The text laid out; `None` where that would change anything but white space that means nothing.

    Lines stay lines: none is joined, cut or moved, so that comments stay where they are. Line ends are `\\n`. A text
    that was laid out stays as it is. Raises `yaml.MarkedYAMLError` where the text is no YAML.
    """
    if text.endswith((" ", "\t")):  # at the very end the parser loses a block scalar's last blank line
        text += "\n"
    sheet = _Sheet()
    for piece in pieces(text):
        sheet.put(piece)
    laid = sheet.text
    return laid if laid == text or is_same(text, laid) else None


# --- Private ---


@dataclass(frozen=True, slots=True)
class _Level:
    """A block collection that is open: the column of its entries as written, and as laid out."""

    old: int
    new: int
    is_mapping: bool
    is_bare: bool = False
    """A list whose dashes stand below their key, with no step between: nothing tells of its end."""


class _Sheet:
    """Takes the pieces of a text and writes them down."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: str | None = None
        self._levels: list[_Level] = []
        self._depth = 0
        self._last: Piece | None = None
        self._is_open = False

    def put(self, piece: Piece) -> None:
        """Writes one piece, with the comments and blank lines before it."""
        if self._depth:
            self._put_in_brackets(piece)
        else:
            self._put_in_block(piece)
        if piece.kind in _OPENERS:
            self._depth += 1
        elif piece.kind in _CLOSERS:
            self._depth -= 1
        self._last = piece

    @property
    def text(self) -> str:
        """What was written."""
        return "\n".join(self._lines) + ("\n" if self._lines and not self._is_open else "")

    # --- Private methods ---

    def _put_in_block(self, piece: Piece) -> None:
        before = tuple(self._levels)
        self._close(piece)
        if piece.gap.breaks:
            column = self._begin(piece)
            self._fill(piece.gap, [*before, *self._levels], (piece.column, column))
            self._line = None if piece.kind == "StreamEnd" else " " * column
        else:
            self._line = (self._line or "") + _space(self._last, piece)
            self._open(piece, len(self._line))
        self._write(piece)

    def _put_in_brackets(self, piece: Piece) -> None:
        if piece.gap.breaks:
            self._fill(piece.gap, (), (0, self._hang(self._depth)))
            self._line = " " * self._hang(self._depth - (piece.kind in _CLOSERS))
        else:
            self._line = (self._line or "") + _space(self._last, piece)
        self._write(piece)

    def _close(self, piece: Piece) -> None:
        """Forgets the collections that end before a piece."""
        for _ in range(piece.closes):
            self._end_bare()
            self._levels.pop()
        if (
            piece.kind != "BlockEntry"
            and (piece.is_key or piece.kind in ("Key", "Value"))
            and not piece.opens
        ):
            self._end_bare()

    def _end_bare(self) -> None:
        if self._levels and self._levels[-1].is_bare:
            self._levels.pop()

    def _begin(self, piece: Piece) -> int:
        """The column of a piece that begins a line."""
        if piece.kind in _DOCUMENT or not (self._levels or piece.opens):
            return 0
        within = self._levels[-1].new + STEP if self._levels else 0
        self._open(piece, within)
        return self._levels[-1].new if piece.is_key or piece.kind in _MARKS else within

    def _open(self, piece: Piece, column: int) -> None:
        """Notes the collection that begins with a piece."""
        is_entry = piece.kind == "BlockEntry"
        if piece.opens:
            self._levels.append(_Level(piece.column, column, not is_entry))
        elif is_entry and self._levels[-1].is_mapping:
            self._levels.append(_Level(piece.column, column, False, is_bare=True))

    def _hang(self, depth: int) -> int:
        """The column of a line within brackets: further than the key or dash that they belong to."""
        if not self._levels:
            return STEP * depth
        return self._levels[-1].new + STEP * max(1, depth)

    def _fill(self, gap: Gap, levels: Sequence[_Level], following: tuple[int, int]) -> None:
        """Ends the line, and writes what stands between it and the next."""
        self._end_line(gap)
        blank = 0
        for comment in gap.lines:
            if comment is None:
                blank += 1
                continue
            self._skip(blank)
            column = _column(comment, levels, following)
            self._lines.append(" " * column + comment.text)
            blank = 0
        self._skip(blank)

    def _end_line(self, gap: Gap) -> None:
        if self._line is None:
            return
        comment = " " * max(1, gap.spaces) + gap.trailing if gap.trailing else ""
        self._lines.append(self._line + comment)
        self._line = None

    def _skip(self, blank: int) -> None:
        if self._lines:
            self._lines += [""] * min(blank, MOST_BLANK)

    def _write(self, piece: Piece) -> None:
        if piece.kind == "StreamEnd":
            self._end(piece.gap)
            return
        text = piece.text
        if piece.kind == "Block":
            text = _block(piece.text, self._levels[-1])
        elif "\n" in text:
            text = _hung(text, self._hang(max(1, self._depth)))
        self._line = (self._line or "") + text

    def _end(self, gap: Gap) -> None:
        """Ends the text. A `|` or `>` scalar that no line end closes keeps it so: it would become a part of it."""
        last = self._last
        if last is not None and last.kind == "Block" and not gap.breaks:
            self._is_open = "-" not in last.text[:3]
        self._end_line(gap)
        while self._lines and not self._lines[-1]:
            self._lines.pop()


def _space(last: Piece | None, piece: Piece) -> str:
    """What stands between two pieces of one line."""
    if last is None or piece.kind == "StreamEnd" or last.kind in _OPENERS:
        return ""
    is_mark = last.kind in ("Value", "BlockEntry", "Key")
    return " " if is_mark or piece.kind not in ("Value", "FlowEntry", *_CLOSERS) else ""


def _column(comment: Comment, levels: Sequence[_Level], following: tuple[int, int]) -> int:
    """The column of a comment on a line of its own: with what follows it or with the open collection that it stood
    nearest to, the deeper of two as near."""
    if not levels:
        return following[1]
    places = [(following[0], False, following[1]), *((level.old, True, level.new) for level in levels)]
    return min((abs(old - comment.column), -old, is_other, new) for old, is_other, new in places)[3]


def _block(text: str, level: _Level) -> str:
    """A `|` or `>` scalar with its lines moved to their new column; what stands beyond it is text, and stays."""
    header, *lines = text.split("\n")
    old, said = indent_of_block(text, level.old)
    margin = " " * (level.new + (said or STEP))
    return "\n".join([header.rstrip(" \t"), *(margin + line[old:] if line[old:] else "" for line in lines)])


def _hung(text: str, column: int) -> str:
    """A value of several lines with those below the first at `column`: white space around line ends is folded away
    when it is read (YAML 1.2, 6.5), but for a space that a backslash keeps."""
    first, *lines = text.split("\n")
    stripped = [_stripped(line) for line in lines]
    return "\n".join([_stripped(first), *(" " * column + line if line else "" for line in stripped)])


def _stripped(line: str) -> str:
    bare = line.strip(" \t")
    slashes = len(bare) - len(bare.rstrip("\\"))
    return bare + line.rstrip("\n")[len(line) - len(line.lstrip(" \t")) + len(bare) :][: slashes % 2]
