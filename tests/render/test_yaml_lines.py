"""Front matter is, byte for byte, what PyYAML would have written."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.render.yaml_lines import dumped, yaml_lines

KEYS = ["title", "description", "og_type", "json_ld", "hide", "on", "y", "null", "a b", "1"]
PIECES = [
    *[
        "a",
        "The Herald",
        "yes",
        "null",
        "~",
        "1e3",
        "0o7",
        "2026-03-04",
        "é",
        "Å",
        "北",
        "\U0001f600",
        "",
        " ",
    ],
    *[
        ": ",
        ":",
        " #",
        "#",
        "'",
        '"',
        "\\",
        "-",
        "- ",
        "? ",
        "[",
        "{",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        ",",
    ],
    *["\n", "\t", "\x00", "\x7f", "\x85", "\xa0", "\u2028", "\ufeff", "\ud800", "\uffff", "---", "..."],
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=6).map("".join), st.text(max_size=12))
VALUES = st.one_of(
    TEXTS,
    st.lists(TEXTS, max_size=3),
    st.booleans(),
    st.integers(),
    st.dictionaries(TEXTS, st.booleans(), max_size=2),
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4))
@settings(max_examples=1000)
@example({})
@example({"title": ""})
@example({"title": "a " * 2000})
@example({"title": "a" * 1_000_001})
def test_it_is_what_pyyaml_writes(meta: dict[str, object]) -> None:
    assert yaml_lines(meta) == dumped(meta)


@pytest.mark.parametrize(
    "word", sorted({*"yes no on off true false null y n".split(), "Yes", "NULL", "Off", "yes "})
)
def test_a_word_that_means_something_in_yaml_stays_a_word(word: str) -> None:
    assert yaml.safe_load(yaml_lines({"title": word})) == {"title": word}
