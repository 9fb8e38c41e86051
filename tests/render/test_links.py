"""Anchors of tags: one for each tag, the same wherever it is made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.links import tag_address, tag_anchor, tag_folder, tag_key


@pytest.mark.parametrize(
    ("tag", "anchor"),
    [("drones", "tag-drones"), ("North Korea", "tag-north-korea"), ("north  korea", "tag-north-korea")],
)
def test_plain_words_read_well(tag: str, anchor: str) -> None:
    assert tag_anchor(tag) == anchor


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_tags_share_an_anchor_only_if_they_are_the_same(one: str, other: str) -> None:
    assert (tag_anchor(one) == tag_anchor(other)) == (tag_key(one) == tag_key(other))


@given(st.text(max_size=200))
def test_an_anchor_can_stand_in_an_address(tag: str) -> None:
    anchor = tag_anchor(tag)
    assert anchor.isascii()
    assert anchor.replace("-", "").isalnum()


@pytest.mark.parametrize("other", ["C", "C#", "c-", "C + +"])
def test_marks_tell_tags_apart(other: str) -> None:
    assert tag_anchor("C++") != tag_anchor(other)


def test_a_tag_has_a_page_of_its_own() -> None:
    assert tag_folder("North Korea") == "tags/north-korea/"
    assert tag_address("../../", "tag") == "../../tags/tag/"


@given(st.text(max_size=20), st.text(max_size=20))
def test_two_tags_share_a_page_only_if_they_are_the_same(one: str, other: str) -> None:
    assert (tag_folder(one) == tag_folder(other)) == (tag_key(one) == tag_key(other))
