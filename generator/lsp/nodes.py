"""The keys, items and values of a YAML text as an outline, with their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.model.source import Path

At: TypeAlias = tuple[int, int]
"""A line and a column, both from 0; columns in code points."""

ROOT = -1
"""The parent of what stands at the top."""


@dataclass(slots=True)
class Node:
    """A key with its value, or an item of a list with what stands in it.

    `column` is where the key or dash begins, `key_end` where the key's text ends. The value stands from `value` to
    `end`, half-open; `style` says how: plain (empty), `"`, `'`, `|`, `>`, `[`, `{`, or `-` where nothing stands
    there, or keys and items on lines of their own. `has_colon` is false of a word that may yet become a key.
    """

    parent: int
    key: str | int
    line: int
    column: int
    key_end: int
    value: At
    end: At
    style: str = "-"
    in_flow: bool = False
    has_colon: bool = True

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return isinstance(self.key, int)

    @property
    def is_scalar(self) -> bool:
        """Whether a text stands there."""
        return self.style in ("", '"', "'", "|", ">")


class Children(dict[int, list[int]]):
    """The nodes below each node, in order; of most there are none, and for these nothing is kept."""

    def __missing__(self, key: int) -> list[int]:
        return []


@dataclass(slots=True)
class Outline:
    """The nodes of a text in the order in which they stand there, and the children of each."""

    lines: Sequence[str]
    nodes: list[Node] = field(default_factory=list)
    children: Children = field(default_factory=Children)

    # --- Public methods ---

    def path(self, index: int) -> Path:
        """Keys and indexes from the root down to a node, as written."""
        steps: list[str | int] = []
        while index != ROOT:
            steps.append(self.nodes[index].key)
            index = self.nodes[index].parent
        return tuple(reversed(steps))

    def child(self, parent: int, key: str | int) -> int | None:
        """The node under `parent` with this key."""
        below = self.children[parent]
        if isinstance(key, int) and key < len(below) and self.nodes[below[key]].key == key:
            return below[key]  # one of thousands of items, which are numbered as they stand
        return next((at for at in below if self.nodes[at].key == key), None)

    def find(self, path: Path) -> int | None:
        """The node at a written path."""
        at = ROOT
        for step in path:
            below = self.child(at, step)
            if below is None:
                return None
            at = below
        return at

    def keys(self, parent: int) -> list[str]:
        """The keys of the mapping under `parent`."""
        found = (self.nodes[at] for at in self.children[parent])
        return [node.key for node in found if isinstance(node.key, str) and node.has_colon]

    def raw(self, index: int) -> str:
        """The value of a node as it is written, down to its last line."""
        node = self.nodes[index]
        (first, start), (last, stop) = node.value, node.end
        if first == last:
            return self.lines[first][start:stop]
        return "\n".join([self.lines[first][start:], *self.lines[first + 1 : last], self.lines[last][:stop]])

    def add(self, node: Node) -> int:
        """The index of a node put behind all others."""
        self.nodes.append(node)
        at = len(self.nodes) - 1
        self.children.setdefault(node.parent, []).append(at)
        return at


def bare(key: str) -> str:
    """A key without its quotation marks."""
    if key[:1] in ('"', "'") and key[-1:] == key[0] and len(key) > 1:
        return key[1:-1]
    return key
