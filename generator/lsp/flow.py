"""The entries of a flow collection, `[a, b]` or `{a: b}`, however much of it is there yet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lsp.nodes import At, Node, Outline, bare
from generator.lsp.scan import end_of_flow_plain, end_of_quoted, is_outside


def read_flow(out: Outline, index: int) -> At:
    """The place after the collection that is the value of a node; its entries are added to the outline.

    One that isn't closed ends with the last line that stands further in than its key.
    """
    return _Flow(out, index).read()


# --- Private ---


@dataclass(slots=True)
class _Frame:
    """An open collection: the node whose value it is, and the entry that is being read."""

    owner: int
    sign: str
    entry: int | None = None
    count: int = 0


class _Flow:
    def __init__(self, out: Outline, index: int) -> None:
        self._out = out
        node = out.nodes[index]
        self._column = node.column
        self._line, self._at = node.value
        self._frames: list[_Frame] = []
        self._owner = index

    def read(self) -> At:
        self._open(self._owner)
        while self._frames:
            if not self._skip():
                break
            self._take(self._out.lines[self._line][self._at])
        for frame in self._frames:
            self._out.nodes[frame.owner].end = self._place
        return self._place

    # --- Private methods ---

    @property
    def _place(self) -> At:
        return self._line, self._at

    def _skip(self) -> bool:
        """Goes to the next sign; false where nothing more belongs to the collection."""
        lines = self._out.lines
        while True:
            text = lines[self._line]
            while self._at < len(text) and text[self._at] in " \t":
                self._at += 1
            if self._at < len(text) and text[self._at] != "#":
                return True
            self._leave_open()
            if self._line + 1 >= len(lines):
                return False
            following = lines[self._line + 1]
            if is_outside(following, self._column) and not following.lstrip().startswith("#"):
                return False
            self._line, self._at = self._line + 1, 0

    def _leave_open(self) -> None:
        """What is empty yet reaches to the end of its line: there it is being typed."""
        entry = self._frames[-1].entry
        if entry is not None and self._out.nodes[entry].style == "-":
            self._out.nodes[entry].end = self._place

    def _take(self, sign: str) -> None:
        frame = self._frames[-1]
        if sign in "]}":
            self._end_entry(frame)
            self._at += 1
            self._frames.pop()
            self._out.nodes[frame.owner].end = self._place
        elif sign == ",":
            self._end_entry(frame)
            self._at += 1
        elif sign in "[{":
            self._open(self._entry(frame))
        elif sign == ":" and frame.entry is not None and frame.sign == "{":
            self._colon(frame.entry)
        else:
            self._scalar(frame)

    def _colon(self, entry: int) -> None:
        node = self._out.nodes[entry]
        self._at += 1
        if node.has_colon:  # a text with a colon in it, which ought to be quoted
            node.end = self._place
            return
        node.has_colon = True
        line = self._out.lines[self._line]
        place = (
            self._line,
            min(self._at + 1, len(line)) if line[self._at : self._at + 1] in (" ", "") else self._at,
        )
        node.value = node.end = place

    def _open(self, owner: int) -> None:
        node, sign = self._out.nodes[owner], self._out.lines[self._line][self._at]
        node.style, node.value = sign, self._place
        self._at += 1
        node.end = self._place
        self._frames.append(_Frame(owner, sign))

    def _entry(self, frame: _Frame) -> int:
        """The entry whose value begins here."""
        if frame.entry is None:
            frame.entry = self._add(frame, frame.count if frame.sign == "[" else "", self._at)
        return frame.entry

    def _end_entry(self, frame: _Frame) -> None:
        if frame.entry is not None and self._out.nodes[frame.entry].style == "-":
            self._out.nodes[frame.entry].end = max(self._place, self._out.nodes[frame.entry].value)
        frame.count += frame.entry is not None
        frame.entry = None

    def _scalar(self, frame: _Frame) -> None:
        start = self._place
        line, end = self._end_of_scalar()
        if frame.sign == "{" and frame.entry is None:
            key = bare(self._out.lines[self._line][self._at : end] if line == self._line else "")
            frame.entry = self._add(frame, key, end)
            self._out.nodes[frame.entry].has_colon = False
        else:
            node = self._out.nodes[self._entry(frame)]
            if node.style == "-":
                sign = self._out.lines[self._line][self._at]
                node.value, node.style = start, sign if sign in "\"'" else ""
            node.end = line, end
        self._line, self._at = line, end

    def _end_of_scalar(self) -> At:
        text = self._out.lines[self._line]
        if text[self._at] in "\"'":
            return end_of_quoted(self._out.lines, self._place, self._column)
        return self._line, max(self._at + 1, end_of_flow_plain(text, self._at))

    def _add(self, frame: _Frame, key: str | int, key_end: int) -> int:
        return self._out.add(
            Node(
                frame.owner,
                key,
                self._line,
                self._at,
                key_end,
                (self._line, key_end),
                (self._line, key_end),
                in_flow=True,
            )
        )
