"""Normalisation: the same as the interpreter's, and linear in whatever stands there."""

from __future__ import annotations

import unicodedata
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.normal import Form, normal
from tests.growth import LINEAR, growth

MARKS = "a\u0301\u0316\u0327\u0308\u0344\u0f73\u0f71\u05b0\u1100\u1161\u11a8é漢\ufb2cｶ\uff9e"


@given(st.text(st.sampled_from(MARKS), min_size=28, max_size=90) | st.text(), st.sampled_from(get_args(Form)))
def test_it_is_the_interpreters(text: str, form: Form) -> None:
    assert normal(form, text) == unicodedata.normalize(form, text)


@pytest.mark.parametrize("run", ["\u0301\u0316", "\u0f73", "\u0344", "漢", "\u1100\u1161\u11a8"])
def test_a_long_run_costs_no_more_than_its_length(run: str) -> None:
    assert growth(lambda size: normal("NFC", "a" + run * (size // len(run))), 200_000) < LINEAR
