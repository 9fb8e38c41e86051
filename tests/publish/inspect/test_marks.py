"""Marks are found all at once where they would be found one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.publish.inspect import markup
from generator.publish.inspect.marks import Marks

FEW = (b"ab", b"b", b"bab", b"aba", b"c")


@given(st.lists(st.sampled_from([*FEW, b"a", b"x"]), max_size=30).map(b"".join))
def test_each_mark_is_found_wherever_it_stands(text: bytes) -> None:
    stood = {mark: [at for at in range(len(text)) if text.startswith(mark, at)] for mark in FEW}
    assert Marks(FEW).found(text) == {mark: places for mark, places in stood.items() if places}


@given(st.from_regex(markup._ODD))
def test_whatever_is_odd_in_a_page_begins_with_a_mark(text: bytes) -> None:
    odd = markup._ODD.search(text)
    assert odd is not None
    found = Marks(markup.MARKS).found(text)
    assert any(odd.start() in places for mark, places in found.items() if mark.startswith(b"<"))
