"""What stands where in a YAML text that may be broken: keys, items and values, told by their indentation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.lsp.flow import read_flow
from generator.lsp.nodes import ROOT, At, Children, Node, Outline, bare
from generator.lsp.scan import end_of_block, end_of_plain, end_of_quoted

_KEY = re.compile(
    r"""( "(?:[^"\\]|\\.)*"
        | '(?:[^']|'')*'
        | (?![-?:][ \t]|[\[\]{},\#&*!|>'"%@`]) (?: (?:[^\n\#]|(?<![ \t])\#)+? (?<![ \t]) )??
        ) [ \t]* : (?=[ \t]|$)""",
    re.VERBOSE,
)
_BLANK = re.compile(r"[ \t]*")


def outline(lines: Sequence[str], last: Outline | None = None) -> Outline:
    """The outline of the lines of a YAML text, however broken it is.

    What is not closed ends where a line stands no further in than its key: what follows is read all the same.
    `last` is that of the text before an edit: as far as it can be told to hold still, it is not read again.
    """
    return (_patched(last, lines) if last is not None else None) or _Reader(Outline(lines)).read(
        0, len(lines)
    )


# --- Private ---


def _patched(last: Outline, lines: Sequence[str]) -> Outline | None:
    """The outline after an edit within an item of a list of the root (a claim, a note), of which alone it reads anew.

    `None` where the edit reaches further: a line more or less, another number of keys.
    """
    if len(lines) != len(last.lines):
        return None
    changed = [number for number, (new, old) in enumerate(zip(lines, last.lines, strict=True)) if new != old]
    if not changed:
        return last
    found = _item_around(last, changed[0], changed[-1])
    if found is None:
        return None
    first, stop = found
    parent = last.nodes[first].parent
    children = Children((at, below) for at, below in last.children.items() if not first <= at < stop)
    children[parent] = [at for at in last.children[parent] if at < first]
    out = Outline(lines, last.nodes[:first], children)
    end = last.nodes[stop].line
    reader = _Reader(out, [parent])
    reader.read(last.nodes[first].line, end)
    expected = [at for at in last.children[parent] if at < stop]
    is_alike = len(out.nodes) == stop and children[parent] == expected
    if not is_alike or not reader.is_below(parent, last.nodes[stop].column):
        return None
    children[parent] = last.children[parent]
    out.nodes += last.nodes[stop:]
    return out


def _item_around(out: Outline, first: int, last: int) -> tuple[int, int] | None:
    """The item whose lines below its first hold the lines from `first` to `last`, and the next; both as indexes."""
    for parent in out.children[ROOT]:
        items = out.children[parent]
        places = [out.nodes[at].line for at in items]
        number = bisect_left(places, first) - 1
        if number < 0 or out.nodes[items[number]].in_flow or out.nodes[items[number]].column == 0:
            continue
        if number + 1 == len(items):
            continue  # what follows the last one is no item: a change there may reach further
        if last < places[number + 1] and out.nodes[items[number]].is_item:
            return items[number], items[number + 1]
    return None


class _Reader:
    """Reads a text line by line. `_open` holds the nodes that a line further in would belong to."""

    def __init__(self, out: Outline, opened: Sequence[int] = ()) -> None:
        self._out = out
        self._open = list(opened)

    def read(self, line: int, end: int) -> Outline:
        while line < end:
            line = self._line(line)
        return self._out

    def is_below(self, parent: int, column: int) -> bool:
        """Whether an item at a column would stand in the list under a node."""
        self._close(column, is_item=True)
        return self._parent == parent

    # --- Private methods ---

    def _line(self, line: int) -> int:
        """Reads a line, with the lines that its value goes on to; the number of the next."""
        text = self._out.lines[line]
        at = _past_blank(text, 0)
        if _is_nothing(text, at) or text.startswith(("---", "...", "%")):
            return line + 1
        while _is_mark(text, at, "-"):
            column, at = at, _past_blank(text, at + 1)
            self._item(line, column, at)
        if _is_nothing(text, at):
            return line + 1
        if _is_mark(text, at, "?"):
            return self._marked_key(line, at)
        if _is_mark(text, at, ":"):
            self._close(at + 1)
            return self._value(self._open[-1], line, _past_blank(text, at + 1)) if self._open else line + 1
        match = _KEY.match(text, at)
        if match is not None and match[1]:
            return self._value(self._key(line, at, match), line, _past_blank(text, match.end()))
        return self._stray(line, at)

    def _item(self, line: int, column: int, value: int) -> None:
        self._close(column, is_item=True)
        parent = self._parent
        self._add(
            Node(
                parent,
                len(self._out.children[parent]),
                line,
                column,
                column + 1,
                (line, value),
                (line, value),
            )
        )

    def _key(self, line: int, column: int, match: re.Match[str]) -> int:
        self._close(column)
        place = line, min(match.end() + 1, len(self._out.lines[line]))
        return self._add(Node(self._parent, bare(match[1]), line, column, match.end(1), place, place))

    def _marked_key(self, line: int, column: int) -> int:
        """`? key`, whose value stands on a line below, behind a `:`."""
        text = self._out.lines[line]
        self._close(column)
        at = _past_blank(text, column + 1)
        is_quoted = text[at : at + 1] in ("'", '"')
        end = end_of_quoted(self._out.lines, (line, at), column)[1] if is_quoted else end_of_plain(text, at)
        place = line, end
        self._add(Node(self._parent, bare(text[at:end]), line, column, end, place, place))
        return line + 1

    def _stray(self, line: int, at: int) -> int:
        """A text without a key: the value of the key above it, an item, or a key that is being typed."""
        text = self._out.lines[line]
        node = self._out.nodes[self._open[-1]] if self._open else None
        is_below = node is not None and node.line < line and node.column < at
        if node is not None and (node.is_item and node.line == line):
            return self._value(self._open[-1], line, at)
        if node is not None and is_below and node.style == "-" and not self._out.children[self._open[-1]]:
            return self._value(self._open[-1], line, at)
        self._close(at)
        end = end_of_plain(text, at)
        place = line, end
        key = bare(text[at:end])
        self._out.add(Node(self._parent, key, line, at, end, place, place, has_colon=False))
        return line + 1

    def _value(self, index: int, line: int, at: int) -> int:
        """Reads the value of a node, which begins at a column of a line; the number of the line after it."""
        node, text = self._out.nodes[index], self._out.lines[line]
        if _is_nothing(text, at):
            node.value = node.end = (line, min(at, len(text.rstrip()) + 1))
            return line + 1
        node.value, node.style = (line, at), text[at] if text[at] in "|>\"'[{" else ""
        if node.style in ("[", "{"):
            node.end = read_flow(self._out, index)
        elif node.style in ("|", ">") and node.style:
            node.end = end_of_block(self._out.lines, line, node.column)
        elif node.style:
            node.end = end_of_quoted(self._out.lines, (line, at), node.column)
        else:
            node.end = self._end_of_plain(line, at, node.column)
        return node.end[0] + 1

    def _end_of_plain(self, line: int, at: int, column: int) -> At:
        """A plain value goes on where lines stand further in than its key and are no keys themselves."""
        end = line, end_of_plain(self._out.lines[line], at)
        for number in range(line + 1, len(self._out.lines)):
            text = self._out.lines[number]
            start = _past_blank(text, 0)
            goes_on = (
                start > column
                and text[start : start + 1] not in ("", "#")
                and not text[start:].startswith("- ")
            )
            if not goes_on or _KEY.match(text, start):
                break
            end = number, end_of_plain(text, start)
        return end

    @property
    def _parent(self) -> int:
        return self._open[-1] if self._open else ROOT

    def _close(self, column: int, *, is_item: bool = False) -> None:
        """Forgets the nodes that end before one at `column`. An item may stand straight below its key."""
        nodes = self._out.nodes
        while self._open:
            top = nodes[self._open[-1]]
            if top.column < column or (top.column == column and is_item and not top.is_item):
                return
            self._open.pop()

    def _add(self, node: Node) -> int:
        at = self._out.add(node)
        self._open.append(at)
        return at


def _past_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _is_mark(text: str, at: int, mark: str) -> bool:
    return text[at : at + 1] == mark and text[at + 1 : at + 2] in ("", " ", "\t")


def _is_nothing(text: str, at: int) -> bool:
    return at >= len(text) or text[at] == "#"
