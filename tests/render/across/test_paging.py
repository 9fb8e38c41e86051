"""A list is cut into pages of a bounded length, which lead to one another and collide with nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.keys import ID_PATTERN
from generator.render.across.paging import Leaf, leaves, pager
from generator.render.links import leaf_folder, root_of, tag_folder

SIZE = 10


def lengths(count: int) -> list[int]:
    return [len(leaf.items) for leaf in leaves("tags/", range(count), SIZE)]


@pytest.mark.parametrize(
    ("count", "on_each"),
    [(0, [0]), (1, [1]), (SIZE - 1, [9]), (SIZE, [10]), (SIZE + 1, [10, 1]), (3 * SIZE, [10, 10, 10])],
)
def test_a_page_is_full_before_the_next_begins(count: int, on_each: list[int]) -> None:
    assert lengths(count) == on_each


@given(st.lists(st.integers(), max_size=200))
def test_nothing_is_left_out_or_said_twice(items: list[int]) -> None:
    found = list(leaves("tags/", items, SIZE))
    assert [item for leaf in found for item in leaf.items] == items
    assert {leaf.of for leaf in found} == {len(found)}


def test_the_first_page_has_the_address_of_the_list() -> None:
    assert [leaf.address for leaf in leaves("outlets/echo/", range(SIZE + 1), SIZE)] == [
        "outlets/echo/",
        "outlets/echo/page.2/",
    ]


@given(st.from_regex(ID_PATTERN, fullmatch=True), st.integers(2, 10**6), st.text(max_size=30))
def test_no_page_of_a_list_has_the_address_of_a_brief_a_party_a_tag_or_what_is_below_them(
    id_: str, number: int, tag: str
) -> None:
    own = leaf_folder("", number).strip("/")
    assert own != id_
    assert f"tags/{own}/" != tag_folder(tag)
    assert not own.isdigit()  # a year or a month


@pytest.mark.parametrize("folder", ["", "tags/", "archive/2026/03/", "outlets/echo/page.2/"])
def test_the_way_to_the_top_is_as_long_as_the_way_down(folder: str) -> None:
    assert root_of(folder).count("../") == folder.count("/")


def test_the_only_page_of_a_list_leads_nowhere() -> None:
    assert pager(Leaf("tags/", 1, 1, ())) is None


@pytest.mark.parametrize(
    ("number", "near", "has"),
    [
        (1, [1, 2, 3], {"next", "last"}),
        (2, [1, 2, 3, 4], {"first", "previous", "next", "last"}),
        (7, [5, 6, 7, 8, 9], {"first", "previous", "next", "last"}),
        (14, [12, 13, 14], {"first", "previous"}),
    ],
)
def test_a_page_leads_to_its_neighbours_and_to_both_ends(number: int, near: list[int], has: set[str]) -> None:
    found = pager(Leaf("tags/", number, 14, ()))
    assert found is not None
    assert [one for one, _ in found.near] == near
    assert {name for name in ("first", "previous", "next", "last") if getattr(found, name)} == has


def test_addresses_are_relative_to_the_page() -> None:
    second, first = (pager(Leaf("tags/", number, 3, ())) for number in (2, 1))
    assert second is not None
    assert first is not None
    assert (second.first, second.next) == ("../../tags/", "../../tags/page.3/")
    assert first.next == "../tags/page.2/"


@given(st.integers(1, 10**6), st.data())
def test_a_page_never_has_more_than_nine_links_to_others(of: int, data: st.DataObject) -> None:
    found = pager(Leaf("tags/", data.draw(st.integers(1, of)), of, ()))
    if found:
        ends = [found.first, found.previous, found.next, found.last]
        assert len(found.near) + sum(end is not None for end in ends) <= 9
