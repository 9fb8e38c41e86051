"""The provenance diagram: boxes in columns, and curves between them that pass through no box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model.findings import Findings
from generator.render import wording
from generator.render.catalogue import Words
from generator.render.cells import Column
from generator.render.charts.chains import Chains, Key, Node, chains_of
from generator.render.charts.curves import path_of, ports
from generator.render.charts.layers import Layers, Place, layers_of
from generator.render.charts.lettering import lines
from generator.render.charts.stacking import stacked

MOST_NODES = 40
"""A brief with more is read as the list."""

NAME, BELOW = 13.0, 11.0
"""Sizes of a box's lettering."""

_WIDTHS = {2: (220, 220), 3: (180, 90), 4: (150, 52), 5: (140, 42)}
_NARROWEST = (150, 52)
"""Width of a box and of the gap between columns, by the number of columns."""

_TOP, _FOOT, _SIDE = 34, 6, 3
_ZOOM = 1.2
"""How much larger than its own pixels it is shown where there is room; where there isn't, it shrinks."""

_PADDING = 10
_LEADING = 17


@dataclass(frozen=True, slots=True)
class Box:
    """A node. `lines` and `below` stand centred at `middle`, each with its base line; `whole` is the full name."""

    x: float
    y: float
    width: float
    height: float
    lines: tuple[tuple[float, str], ...]
    below: tuple[float, str]
    whole: str
    kind: str
    """`source`, `party`, `unnamed` or `unknown`."""
    colour: int | None
    is_shared: bool
    """Whether it is known that several sources had something from it."""

    @property
    def middle(self) -> float:
        """Half of its width from the left."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Curve:
    """An edge: the path of its line, its width, the colour of the one source that tells of it."""

    path: str
    weight: float
    colour: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """The drawing in pixels; `headings` stand above the columns, each at its left end. `is_long`: six or more."""

    width: float
    height: float
    headings: tuple[tuple[float, str], ...]
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]

    @property
    def shown(self) -> tuple[float, float]:
        """The width and the height at which it is shown."""
        zoom = 1.0 if self.is_long else _ZOOM
        return round(self.width * zoom, 1), round(self.height * zoom, 1)

    @property
    def is_long(self) -> bool:
        """Whether it is wider than a column of text."""
        return len(self.headings) > len(_WIDTHS) + 1


def diagram(findings: Findings, columns: tuple[Column, ...], words: Words) -> Diagram | None:
    """Who had what from whom; `None` where nobody had it from anybody, or too many had (`MOST_NODES`)."""
    chains = chains_of(findings, columns, MOST_NODES)
    return drawn(chains, words) if chains else None


def drawn(chains: Chains, words: Words) -> Diagram:
    """The graph drawn: no box meets another, and no curve a box but at its own ends."""
    layers = layers_of([node.key for node in chains.nodes], [(edge.near, edge.far) for edge in chains.edges])
    width, gap = _WIDTHS.get(len(layers.columns), _NARROWEST)
    left = tuple(_SIDE + number * (width + gap) for number in range(len(layers.columns)))
    texts = {node.key: _texts(node, width, words) for node in chains.nodes}
    heights = {
        place: _height(*texts[place.key]) if place.far is None else 0.0
        for column in layers.columns
        for place in column
    }
    middles = stacked(layers, heights)
    top = _TOP - min(middle - heights[place] / 2 for place, middle in middles.items())
    levels = {place: round(middle + top, 1) for place, middle in middles.items()}
    by_key = {node.key: node for node in chains.nodes}
    boxes = {
        place.key: _box(by_key[place.key], texts[place.key], left[place.column], level, width, words)
        for place, level in levels.items()
        if place.far is None
    }
    return Diagram(
        width=left[-1] + width + _SIDE,
        height=max(level + heights[place] / 2 for place, level in levels.items()) + _FOOT,
        headings=tuple(zip(left, wording.columns_of_chains(len(left), words), strict=True)),
        boxes=tuple(boxes[node.key] for node in chains.nodes),
        curves=_curves(chains, layers, levels, boxes, left, words),
    )


# --- Private: boxes ---


def _texts(node: Node, box: float, words: Words) -> tuple[tuple[str, ...], str]:
    """The lines of a box: the name, and below it how many claims."""
    room = box - 2 * _PADDING
    name = lines(_name(node, words), NAME, room, 3, bold=_is_bold(node))
    return name, lines(_below(node, words), BELOW, box - _PADDING, 1)[0]


def _is_bold(node: Node) -> bool:
    return bool(node.column) or (node.is_registered and node.sources > 1)


def _name(node: Node, words: Words) -> str:
    return node.name or wording.unattributed(words)


def _below(node: Node, words: Words) -> str:
    claims = wording.claims(node.claims, words)
    if node.column and node.own:
        return words.ngettext(
            "%(claims)s, %(num)s its own", "%(claims)s, %(num)s its own", node.own, claims=claims
        )
    if node.column:
        return claims
    if node.sources > 1:
        return f"{claims}, {wording.sources(node.sources, words)}"
    return claims if node.claims > 1 else ""


def _height(name: tuple[str, ...], below: str) -> float:
    return 2 * _PADDING + _LEADING * len(name) + (14 if below else 0) - 3


def _box(
    node: Node, texts: tuple[tuple[str, ...], str], x: float, middle: float, width: float, words: Words
) -> Box:
    name, below = texts
    height = _height(name, below)
    y = round(middle - height / 2, 1)
    base = [round(y + _PADDING + 11 + _LEADING * number, 1) for number in range(len(name))]
    party = "party" if node.is_registered else "unnamed" if node.name else "unknown"
    return Box(
        x, y, width, height,
        lines=tuple(zip(base, name, strict=True)),
        below=(round(base[-1] + 15, 1), below),
        whole=_name(node, words),
        kind="source" if node.column else party,
        colour=node.column.colour if node.column else None,
        is_shared=node.is_registered and node.sources > 1,
    )  # fmt: skip


# --- Private: curves ---


def _curves(
    chains: Chains,
    layers: Layers[Key],
    levels: Mapping[Place[Key], float],
    boxes: Mapping[Key, Box],
    left: Sequence[float],
    words: Words,
) -> tuple[Curve, ...]:
    """The lines in the order of edges: curved between columns, level through a column, past its boxes."""
    routes = [layers.routes[edge.near, edge.far] for edge in chains.edges]
    sides = {key: (box.y + box.height / 2, box.height) for key, box in boxes.items()}
    starts = ports([(route[0].key, levels[route[1]]) for route in routes], sides)
    ends = ports([(route[-1].key, levels[route[-2]]) for route in routes], sides)
    width = boxes[routes[0][0].key].width
    curves = []
    for edge, route, start, end in zip(chains.edges, routes, starts, ends, strict=True):
        points = [(left[route[0].column] + width, start)]
        for place in route[1:-1]:
            points += [(left[place.column], levels[place]), (left[place.column] + width, levels[place])]
        points.append((left[route[-1].column], end))
        colour = edge.column.colour if edge.column else None
        title = f"{boxes[edge.near].whole} ← {boxes[edge.far].whole}: {wording.claims(edge.claims, words)}"
        curves.append(Curve(path_of(points), min(1.0 + 0.5 * edge.claims, 4.0), colour, title))
    return tuple(curves)
