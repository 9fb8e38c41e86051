"""What an editor is about to write at a place: a key or a value, of which mapping, and what of it is there."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lsp.nodes import ROOT, At, Node, Outline
from generator.model.source import Path


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where something is written.

    `path` leads, as written, to the mapping or list that it belongs to, for a key, and to the value itself, for a
    value. `typed` is what stands from `start` to the place; the word goes on to `end`. `node` is the node at `path`.
    `style` is how a value is written (see `Node`), `present` are the keys that the mapping has.
    """

    path: Path
    node: int
    is_key: bool
    typed: str
    start: At
    end: At
    style: str = ""
    in_flow: bool = False
    present: tuple[str, ...] = ()
    has_colon: bool = False
    may_be_key: bool = False
    """A value on a line of its own, below its key: it may yet become the first key of a mapping."""


def spot_at(out: Outline, place: At) -> Spot | None:
    """What is written at a place; nothing where a comment stands, or what can't be told."""
    line, column = place
    if line >= len(out.lines) or _in_comment(out, place):
        return None
    at = _last_before(out, place)
    while at != ROOT:
        node = out.nodes[at]
        if (found := _in_node(out, at, node, place)) is not None:
            return found
        at = node.parent
    if out.lines[line][:column].strip():
        return None
    return _on_blank(out, line, column)


def node_at(out: Outline, place: At) -> int | None:
    """The innermost node whose key or value stands at a place."""
    at = _last_before(out, place)
    while at != ROOT:
        node = out.nodes[at]
        on_key = node.line == place[0] and node.column <= place[1] <= node.key_end
        if on_key or (node.style != "-" and node.value <= place <= node.end):
            return at
        at = node.parent
    return None


def is_on_key(out: Outline, at: int, place: At) -> bool:
    """Whether a place is on the key of a node, not on its value."""
    node = out.nodes[at]
    return not node.is_item and node.line == place[0] and place[1] <= node.key_end


# --- Private functions ---


def _last_before(out: Outline, place: At) -> int:
    """The last node that begins at or before a place."""
    low, high = 0, len(out.nodes)
    while low < high:
        middle = (low + high) // 2
        node = out.nodes[middle]
        low, high = (middle + 1, high) if (node.line, node.column) <= place else (low, middle)
    return low - 1


def _in_node(out: Outline, at: int, node: Node, place: At) -> Spot | None:
    if not node.is_item and node.line == place[0] and node.column <= place[1] <= node.key_end:
        return _key(out, at, node, place)
    if not node.has_colon:
        return None
    if node.style in ("[", "{") and node.value < place and (place < node.end or not _is_closed(out, node)):
        return _slot(out, at, node, place)
    if node.is_scalar and node.value <= place <= node.end:
        return _value(out, at, node, place)
    if node.is_scalar and node.style == "" and node.end[0] == place[0] and node.end < place:
        return _trailing(out, at, node, place)
    is_here = node.style == "-" and node.line <= place[0] <= node.end[0] and node.key_end < place[1]
    if is_here and not (node.in_flow and place > node.end):
        return _empty(out, at, node, place)
    return None


def _key(out: Outline, at: int, node: Node, place: At) -> Spot:
    typed = out.lines[node.line][node.column : place[1]]
    others = tuple(key for key in out.keys(node.parent) if key != node.key)
    start, end = (node.line, node.column), (node.line, node.key_end)
    path = out.path(node.parent)
    return Spot(path, node.parent, True, typed, start, end, "", node.in_flow, others, node.has_colon)


def _value(out: Outline, at: int, node: Node, place: At) -> Spot:
    is_below = not node.style and not node.in_flow and (node.is_item or node.value[0] > node.line)
    return Spot(
        out.path(at), at, False, _text(out, node.value, place), node.value, node.end, node.style, node.in_flow,
        may_be_key=is_below,
    )  # fmt: skip


def _trailing(out: Outline, at: int, node: Node, place: At) -> Spot | None:
    """Blanks behind a plain value are being typed on."""
    if node.in_flow or out.lines[place[0]][node.end[1] : place[1]].strip():
        return None
    return Spot(out.path(at), at, False, _text(out, node.value, place), node.value, place, "", False)


def _empty(out: Outline, at: int, node: Node, place: At) -> Spot | None:
    """Behind the `:` or the dash, where nothing stands yet."""
    if out.children[at] or out.lines[place[0]][node.key_end : place[1]].strip(" \t:-"):
        return None
    return Spot(out.path(at), at, False, "", place, place, "", node.in_flow, may_be_key=node.is_item)


def _slot(out: Outline, at: int, node: Node, place: At) -> Spot:
    """Between the entries of a flow collection."""
    if node.style == "{":
        return Spot(out.path(at), at, True, "", place, place, "", True, tuple(out.keys(at)))
    before = [child for child in out.children[at] if (out.nodes[child].line, out.nodes[child].column) < place]
    return Spot((*out.path(at), len(before)), at, False, "", place, place, "", True)


def _on_blank(out: Outline, line: int, column: int) -> Spot | None:
    """On an empty line: its indentation tells the mapping that a key would belong to."""
    at = _last_before(out, (line, column))
    if at != ROOT and out.nodes[at].style in ("|", ">") and out.nodes[at].column < column:
        return _below_mark(out, at, line, column)
    while at != ROOT and out.nodes[at].column >= column:
        at = out.nodes[at].parent
    if at != ROOT and (out.nodes[at].in_flow or out.nodes[at].is_scalar or out.nodes[at].style in ("[", "{")):
        return None
    here = (line, column)
    return Spot(
        out.path(at), at, True, "", here, here, present=tuple(out.keys(at)),
        may_be_key=at != ROOT and not out.children[at],
    )  # fmt: skip


def _below_mark(out: Outline, at: int, line: int, column: int) -> Spot:
    """In a `|` or `>` value, on a line that has no text yet."""
    node, here = out.nodes[at], (line, column)
    typed = _text(out, node.value, here)
    return Spot(out.path(at), at, False, typed, node.value, here, node.style, False)


def _text(out: Outline, start: At, stop: At) -> str:
    if start[0] == stop[0]:
        return out.lines[start[0]][start[1] : stop[1]]
    between = out.lines[start[0] + 1 : stop[0]]
    return "\n".join([out.lines[start[0]][start[1] :], *between, out.lines[stop[0]][: stop[1]]])


def _is_closed(out: Outline, node: Node) -> bool:
    closing = "]" if node.style == "[" else "}"
    return out.lines[node.end[0]][max(0, node.end[1] - 1) : node.end[1]] == closing


def _in_comment(out: Outline, place: At) -> bool:
    """Whether a `#` before the place begins a comment: none within a value does."""
    before = out.lines[place[0]][: place[1]]
    if "#" not in before:
        return False
    at = node_at(out, place)
    if at is not None and out.nodes[at].is_scalar:
        return False
    sign = before.rfind("#")
    inside = node_at(out, (place[0], sign))
    if inside is not None and out.nodes[inside].is_scalar and out.nodes[inside].end > (place[0], sign):
        return False
    return sign == 0 or before[sign - 1] in " \t"
