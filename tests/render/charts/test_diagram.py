"""The provenance diagram: one box for a party, in columns; boxes apart, and no line through any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.findings import Findings
from generator.render.cells import columns
from generator.render.charts.chains import Chains, Edge, Node, chains_of
from generator.render.charts.diagram import MOST_NODES, Box, Diagram, diagram, drawn
from generator.render.charts.layers import crossings, layers_of
from tests.render.harbour import harbour
from tests.render.made import ENGLISH, article, findings, parties

PARTIES = parties(
    one="The One",
    two="The Two",
    three="The Three",
    wire="Wire",
    radio="Radio",
    police="Police",
    union="Union",
)


def brief(*chains: tuple[str, Any]) -> Findings:
    """A claim for each (source, via)."""
    claims = [
        {
            "id": f"c{number}",
            "claim": "C",
            "reports": {source: {"quote": "Words", **({"via": via} if via else {})}},
        }
        for number, (source, via) in enumerate(chains)
    ]
    sources = dict.fromkeys(source for source, _ in chains)
    return findings({"claims": claims}, {source: article(source, "Words.") for source in sources}, PARTIES)


def graph(*chains: tuple[str, Any]) -> Chains:
    made = brief(*chains)
    found = chains_of(made, columns(made, ENGLISH), MOST_NODES)
    assert found
    return found


def names(*chains: tuple[str, Any]) -> list[str | None]:
    return [node.name for node in graph(*chains).nodes]


def test_a_registered_party_is_one_box_for_all() -> None:
    made = graph(("one", ["wire", "police"]), ("two", "police"), ("two", "wire"))
    assert [node.name for node in made.nodes] == ["The One", "Wire", "Police", "The Two"]
    police = made.nodes[2]
    assert (police.claims, police.sources) == (2, 2)
    assert len(made.edges) == 4


@pytest.mark.parametrize(
    ("chains", "boxes"),
    [
        ([("one", ["wire", "several sources"]), ("two", ["wire", "several sources"])], 2),
        ([("one", ["wire", "several sources"]), ("one", ["wire", "several sources"])], 1),
        ([("one", ["wire", "several sources"]), ("one", ["radio", "several sources"])], 2),
    ],
)
def test_a_text_that_only_describes_is_never_two_outlets_one(
    chains: list[tuple[str, Any]], boxes: int
) -> None:
    assert names(*chains).count("several sources") == boxes


def test_what_is_not_said_is_a_box_without_a_name() -> None:
    made = graph(("one", "unknown"), ("one", ["wire", "unknown"]), ("two", "wire"))
    assert [node.name for node in made.nodes] == ["The One", None, "Wire", None, "The Two"]


def test_parties_side_by_side_both_have_it_from_the_next() -> None:
    made = graph(("one", [{"together": ["wire", "radio"]}, "police"]))
    assert [(edge.near[-1], edge.far[-1]) for edge in made.edges] == [
        ("one", "wire"), ("one", "radio"), ("wire", "police"), ("radio", "police"),
    ]  # fmt: skip


def test_two_chains_in_opposite_order_make_no_circle() -> None:
    made = graph(("one", ["wire", "radio"]), ("two", ["radio", "wire"]))
    assert [node.name for node in made.nodes].count("Wire") == 2
    assert drawn(made, ENGLISH).boxes
    looped = graph(("one", [{"together": ["wire", "radio"]}, "a man"]), ("one", ["wire", "a man", "radio"]))
    assert [node.name for node in looped.nodes].count("Radio") == 2


def test_without_chains_and_with_too_many_parties_there_is_no_diagram() -> None:
    own = brief(("one", None))
    assert diagram(own, columns(own, ENGLISH), ENGLISH) is None
    many = brief(*[("one", f"a man in a hat {number}") for number in range(MOST_NODES)])
    assert diagram(many, columns(many, ENGLISH), ENGLISH) is None


def test_a_source_says_how_much_is_its_own_and_a_shared_origin_stands_out() -> None:
    made = brief(("one", "wire"), ("one", None), ("two", "wire"), ("two", "a man"))
    found = diagram(made, columns(made, ENGLISH), ENGLISH)
    assert found
    by_name = {box.whole: box for box in found.boxes}
    assert by_name["The One"].below[1] == "2 claims, 1 its own"
    assert by_name["Wire"].below[1] == "2 claims, 2 sources"
    assert [box.whole for box in found.boxes if box.is_shared] == ["Wire"]
    assert by_name["a man"].kind == "unnamed"
    assert [heading for _, heading in found.headings] == ["Reports", "had it from"]


def test_harbour_stands_in_three_columns() -> None:
    found = diagram(harbour(), columns(harbour(), ENGLISH), ENGLISH)
    assert found
    assert [heading for _, heading in found.headings] == ["Reports", "had it from", "who had it from"]
    assert not found.is_long


def test_sweeps_undo_crossings() -> None:
    nodes = ["a", "b", "c", "x", "y", "z"]
    made = layers_of(nodes, [("a", "z"), ("b", "y"), ("c", "x")])
    assert crossings(made.columns, made.links) == 0


# --- Any graph ---


@st.composite
def graphs(draw: st.DrawFn) -> Chains:
    """A graph of a few sources, and parties each of which something earlier leads to."""
    sources = draw(st.integers(1, 6))
    total = sources + draw(st.integers(1, 16))
    pairs = {
        (near, far)
        for far in range(sources, total)
        for near in draw(st.lists(st.integers(0, far - 1), min_size=1, max_size=4))
    }
    text = st.text(max_size=60)
    nodes = tuple(
        Node(
            (str(n),),
            draw(st.none() | text),
            None,
            draw(st.booleans()),
            draw(st.integers(1, 40)),
            n % 3 + 1,
            0,
        )
        for n in range(total)
    )
    edges = tuple(Edge((str(near),), (str(far),), None, 1) for near, far in sorted(pairs))
    return Chains(nodes, edges)


def points(path: str) -> Iterator[tuple[float, float]]:
    """Points along the path, close to each other."""
    x = y = 0.0
    for letter, written in re.findall(r"([MCH])([^MCH]*)", path):
        to = [float(number) for number in written.split()]
        if letter == "M":
            x, y = to
        elif letter == "H":
            yield from ((x + (to[0] - x) * step / 20, y) for step in range(21))
            x = to[0]
        else:
            for step in range(41):
                t = step / 40
                weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
                yield (
                    sum(w * p for w, p in zip(weights, (x, to[0], to[2], to[4]), strict=True)),
                    sum(w * p for w, p in zip(weights, (y, to[1], to[3], to[5]), strict=True)),
                )
            x, y = to[4:]


def is_inside(point: tuple[float, float], box: Box) -> bool:
    x, y = point
    return box.x + 0.1 < x < box.x + box.width - 0.1 and box.y - 1 < y < box.y + box.height + 1


def assert_is_sound(made: Diagram) -> None:
    for box in made.boxes:
        assert 0 <= box.x <= box.x + box.width <= made.width
        assert 20 <= box.y <= box.y + box.height <= made.height
        assert box.y < box.lines[0][0] <= box.below[0]
        assert (box.below if box.below[1] else box.lines[-1])[0] < box.y + box.height
    for one, other in combinations(made.boxes, 2):
        apart = one.x + one.width < other.x or other.x + other.width < one.x
        assert apart or one.y + one.height + 8 < other.y or other.y + other.height + 8 < one.y
    for curve in made.curves:
        for point in points(curve.path):
            assert not any(is_inside(point, box) for box in made.boxes)
            assert 0 <= point[0] <= made.width
            assert 0 <= point[1] <= made.height


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_boxes_keep_apart_and_no_line_runs_through_one(chains: Chains) -> None:
    made = drawn(chains, ENGLISH)
    assert_is_sound(made)
    assert len(made.curves) == len(chains.edges)
    assert drawn(chains, ENGLISH) == made


@settings(max_examples=100, deadline=None)
@given(graphs())
def test_every_edge_runs_to_the_right_and_sweeps_never_add_crossings(chains: Chains) -> None:
    edges = [(edge.near, edge.far) for edge in chains.edges]
    layers = layers_of([node.key for node in chains.nodes], edges)
    column = {place.key: place.column for places in layers.columns for place in places if place.far is None}
    assert all(column[near] < column[far] for near, far in edges)
    assert all(right.column == left.column + 1 for left, right in layers.links)
    plain = [
        sorted(places, key=lambda place: (place.far is not None, place.key)) for places in layers.columns
    ]
    assert [set(places) for places in plain] == [set(places) for places in layers.columns]


def test_the_example_is_sound() -> None:
    found = diagram(harbour(), columns(harbour(), ENGLISH), ENGLISH)
    assert found
    assert_is_sound(found)
