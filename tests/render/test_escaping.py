"""A value on its way into a page, and what is kept of it."""

from __future__ import annotations

import pytest
from markupsafe import Markup as Safe

from generator.render.escaping import Escaped, written


class Text(str):
    """A text of a class of its own."""

    __slots__ = ()


@pytest.mark.parametrize("sign", ["&", "<", ">", '"', "'"])
def test_each_sign_of_markup_is_escaped_even_alone(sign: str) -> None:
    entity = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"}[sign]
    assert Escaped()[sign] == entity
    assert Escaped()[f"a{sign}b"] == f"a{entity}b"
    assert written(Text(f"{sign}\x00")) == entity


def test_markup_comes_out_as_it_is_and_so_do_numbers() -> None:
    assert written(Safe("<b>\x00")) == "<b>\x00"
    assert (written(1), written(1.5), written(-1)) == ("1", "1.5", "-1")


def test_the_unprintable_is_left_out_of_a_text_and_of_what_is_kept() -> None:
    kept = Escaped()
    assert kept["a\x00\ufdd0b"] == "ab"
    assert kept == {"a\x00\ufdd0b": "ab"}
    assert kept["a\nb\tc"] == "a\nb\tc"


def test_texts_of_up_to_240_characters_are_kept_and_of_these_4096() -> None:
    kept = Escaped()
    assert [kept["x" * length] for length in (240, 241)] == ["x" * 240, "x" * 241]
    assert list(kept) == ["x" * 240]
    for number in range(4095):
        kept[str(number)]
    assert len(kept) == 4096
    assert kept["one more"] == "one more"
    assert list(kept) == ["one more"]


def test_markup_that_equals_a_kept_text_is_not_taken_for_it() -> None:
    assert written("<i>") == "&lt;i&gt;"
    assert written(Safe("<i>")) == "<i>"
